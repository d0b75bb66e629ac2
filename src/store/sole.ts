/** One server on one SQLite file. */
import { existsSync, realpathSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../model/errors.ts';
import type { Store } from '../model/ports.ts';
import { busy, codeOf, fileError } from './file-error.ts';
import { makePrivate } from './private.ts';
import { sqlite } from './sqlite.ts';

/** Opens the file for a server; throws `ConfigError` while another one serves it, `StoreError` where it cannot be opened. */
export const soleSqlite = async (file: string, migrated?: (names: readonly string[]) => void): Promise<Store> => {
  if (file === ':memory:') return sqlite(file, Date.now, migrated);
  const release = held(file);
  try {
    const store = await sqlite(file, Date.now, migrated);
    return {
      ...store,
      async close() {
        await store.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
};

/** Whether a server has the file open. */
export const isServed = (file: string): boolean => {
  if (!existsSync(lockOf(file))) return false;
  try {
    held(file)();
    return false;
  } catch (error) {
    if (error instanceof ConfigError) return true;
    throw error;
  }
};

const lockOf = (file: string): string => `${existsSync(file) ? realpathSync(file) : file}-lock`;

/** Locks an empty file beside it, which tools leave alone. The system ends the lock with the process, however that ends. */
const held = (file: string): (() => void) => {
  let lock: DatabaseSync | undefined;
  try {
    makePrivate(lockOf(file));
    lock = new DatabaseSync(lockOf(file), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock?.close();
  } catch (error) {
    lock?.close();
    if (codeOf(error) !== busy) throw fileError(error, file);
    throw new ConfigError([
      `SIGNPOST_STORE is "${file}", which another Signpost serves. Stop that one, give each a file of its own, or let both share PostgreSQL with DATABASE_URL.`,
    ]);
  }
};
