/** Opens the store that the settings name. */
import type { Config } from './config.ts';
import { ConfigError, messageOf } from './model/errors.ts';
import type { Store } from './model/ports.ts';
import { sqlite } from './store/sqlite.ts';

/** PostgreSQL where `database` is set, the SQLite file otherwise; throws `ConfigError`. */
export const openStore = async ({ store: file, database }: Pick<Config, 'store' | 'database'>): Promise<Store> => {
  try {
    if (!database) return await sqlite(file);
    const { postgres } = await import('./store/postgres.ts');
    return await postgres(database.url, Date.now, { size: database.poolSize });
  } catch (error) {
    const why = messageOf(error);
    throw new ConfigError([
      database
        ? `DATABASE_URL cannot be used. ${why}`
        : `SIGNPOST_STORE is "${file}", which cannot be opened. ${why} Give a path that can be written.`,
    ]);
  }
};
