/** The default store: one SQLite file through Node's own driver. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Store } from '../model/ports.ts';
import { busy, codeOf, fileError } from './file-error.ts';
import { groupDriver } from './group.ts';
import { makePrivate } from './private.ts';
import { migrate, type Tables } from './schema.ts';
import { store } from './store.ts';
import { writable } from './writable.ts';

/** How long to wait for another process that writes, in milliseconds: usually, and while tables are made. */
const patience = 5_000;
const patienceAtStart = 60_000;

/** Opens or makes the file; `:memory:` keeps everything in memory. Every commit is on the disk before it returns. */
export const sqlite = async (
  file: string,
  clock: () => number = Date.now,
  migrated?: (names: readonly string[]) => void,
): Promise<Store> => store(await writable(await sqliteDatabase(file, migrated)), clock);

/** The file with its tables up to date; throws `StoreError`. `migrated` is told the migrations that ran. */
export const sqliteDatabase = async (
  file: string,
  migrated: (names: readonly string[]) => void = () => undefined,
): Promise<Kysely<Tables>> => {
  const guarded = guardedFor(file);
  const database = guarded(() => {
    // What SQLite puts beside it gets the same rights.
    if (file !== ':memory:') makePrivate(file);
    return new DatabaseSync(file, { timeout: patienceAtStart });
  });
  const plain = plainDialect(database, file);
  try {
    await guardedByRetries(() => database.exec('PRAGMA journal_mode=WAL'), file);
    guarded(() => database.exec('PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; BEGIN IMMEDIATE'));
    migrated(await migrate(new Kysely<Tables>({ dialect: plain })));
    // What a savepoint would undo is kept in memory, not in a file.
    guarded(() => database.exec(`COMMIT; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=${patience}`));
    const driver = groupDriver(database, (error) => fileError(error, file));
    return new Kysely<Tables>({
      dialect: {
        createDriver: () => driver,
        createQueryCompiler: () => plain.createQueryCompiler(),
        // The driver keeps order itself; Kysely would let nobody write while a group waits for the disk.
        createAdapter: () =>
          Object.defineProperty(plain.createAdapter(), 'supportsMultipleConnections', { value: true }),
        createIntrospector: (db) => plain.createIntrospector(db),
      },
    });
  } catch (error) {
    database.close();
    throw error;
  }
};

/** A file that is there already, for reading as it is: nothing in it is changed. */
export const sqliteReader = (file: string): Kysely<Tables> => {
  const database = guardedFor(file)(() => new DatabaseSync(file, { readOnly: true, timeout: patience }));
  return new Kysely<Tables>({ dialect: plainDialect(database, file) });
};

/** Runs something on the file; throws `StoreError`. */
const guardedFor =
  (file: string) =>
  <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw fileError(error, file);
    }
  };

const plainDialect = (database: DatabaseSync, file: string): SqliteDialect => {
  const guarded = guardedFor(file);
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const statement = guarded(() => database.prepare(text));
        const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => guarded(() => statement.all(...values(parameters))),
          run: (parameters) => guarded(() => statement.run(...values(parameters))),
          iterate: (parameters) => statement.iterate(...values(parameters)),
        };
      },
    },
  });
};

/** Changing a new file to WAL does not wait for another process that does the same: it fails at once and is tried again. */
const guardedByRetries = async (run: () => void, file: string): Promise<void> => {
  for (const end = Date.now() + patience; ; ) {
    try {
      return run();
    } catch (error) {
      if (codeOf(error) !== busy || Date.now() > end) throw fileError(error, file);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};
