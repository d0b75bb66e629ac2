/** The default store: one SQLite file through Node's own driver. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Store } from '../model/ports.ts';
import { migrate, type Tables } from './schema.ts';
import { store } from './store.ts';

/** Opens or makes the file; `:memory:` keeps everything in memory. Every commit is on the disk before it returns. */
export const sqlite = async (file: string, clock: () => number = Date.now): Promise<Store> => {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;');
  const dialect = new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const statement = database.prepare(text);
        const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
          iterate: (parameters) => statement.iterate(...values(parameters)),
        };
      },
    },
  });
  const db = new Kysely<Tables>({ dialect });
  await migrate(db);
  return store(db, clock);
};
