/** Opens the store that the settings name, or that a command was given. */
import type { Config } from './config.ts';
import { ConfigError, messageOf } from './model/errors.ts';
import type { Store } from './model/ports.ts';
import { isAddress } from './store/open.ts';
import { missingRight } from './store/rights.ts';
import { sqlite } from './store/sqlite.ts';

/** Opens the file; `migrated` is told the migrations that ran. */
type Open = (file: string, migrated?: (names: readonly string[]) => void) => Promise<Store>;

const openSqlite: Open = (file, migrated) => sqlite(file, Date.now, migrated);

/** PostgreSQL where `database` is set, otherwise the SQLite file, which `open` opens; throws `ConfigError`. */
export const openStore = async (
  { store: file, database }: Pick<Config, 'store' | 'database'>,
  open: Open = openSqlite,
  migrated?: Parameters<Open>[1],
): Promise<Store> => {
  try {
    if (!database) return await open(file, migrated);
    const { postgres } = await import('./store/postgres.ts');
    return await postgres(database.url, Date.now, { size: database.poolSize }, migrated);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const why = messageOf(error);
    if (database) throw new ConfigError([`DATABASE_URL cannot be used. ${why}`]);
    const right = missingRight(file);
    throw new ConfigError([
      right
        ? `SIGNPOST_STORE is "${file}", which cannot be opened: ${right}. Change that, or give a path that can be written.`
        : `SIGNPOST_STORE is "${file}", which cannot be opened. ${why}`,
    ]);
  }
};

/** The store at a path or an address; throws `StoreError`, which speaks of it as it was given. */
export const openStoreAt = async (where: string): Promise<Store> => {
  if (!isAddress(where)) return openSqlite(where);
  const { postgres } = await import('./store/postgres.ts');
  return postgres(where);
};
