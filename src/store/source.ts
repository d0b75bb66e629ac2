/** Opens a store to read all of it: nothing in it is changed, not even its tables. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { StoreError } from '../model/errors.ts';
import { backUp } from './backup.ts';
import { isAddress, nameOf } from './open.ts';
import { postgresReader } from './postgres.ts';
import { lacking, type Tables } from './schema.ts';
import { sqliteDatabase, sqliteReader } from './sqlite.ts';

type Source = { readonly db: Kysely<Tables>; readonly close: () => Promise<void> };

/** A file of an older version is read from a copy whose tables are brought up to date; throws `StoreError`. */
export const openSource = async (where: string): Promise<Source> => {
  const db = isAddress(where) ? await postgresReader(where) : sqliteReader(where);
  try {
    const missing = await lacking(db);
    if (missing.length === 0) return { db, close: () => db.destroy() };
    if (isAddress(where))
      throw new StoreError(
        `${nameOf(where)} was made by an older Signpost and lacks ${missing.join(', ')}. Copy it with the version that made it, or bring it up to date first: npm run store -- migrate.`,
      );
  } catch (error) {
    await db.destroy();
    throw error;
  }
  await db.destroy();
  return copyOf(where);
};

const copyOf = async (file: string): Promise<Source> => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy.sqlite');
    backUp(file, copy);
    const db = await sqliteDatabase(copy);
    return { db, close: () => db.destroy().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
};
