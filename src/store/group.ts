/**
 * Kysely's driver for node:sqlite with group commit: what is written side by side goes to the disk in one go, and each
 * write resolves when it is there. One process has one connection, so each write sees those before it.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { statementsOf } from './statements.ts';

/** What of a transaction is to be undone: all that the database has open, or what came after the savepoint. */
type Undoing = 'all' | 'savepoint';

/** `undoing` is there while a transaction is open on this connection. */
type Held = DatabaseConnection & { readonly release: () => void; undoing: Undoing | undefined };

type Waiting = { readonly resolve: () => void; readonly reject: (error: unknown) => void };

const savepoint = 'member';

/** `typed` makes a failure of the database one of ours. */
export const groupDriver = (database: DatabaseSync, typed: (error: unknown) => unknown): Driver => {
  const statement = statementsOf(database);
  let group: Waiting[] = [];
  let last: Promise<void> = Promise.resolve();

  /** One at a time, in the order of asking. */
  const acquire = async (): Promise<() => void> => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    return resolve;
  };

  const run = (text: string): void => void statement(text).prepared.run();

  /** Opens the group unless it is open; one that only reads takes no lock on the file. */
  const open = (how: 'immediate' | 'deferred' = 'immediate'): void => {
    if (!database.isTransaction) run(`begin ${how}`);
  };

  /** The database ended the whole group by itself, as it does when the disk is full. */
  const failed = (error: unknown): void => {
    const members = group;
    group = [];
    for (const { reject } of members) reject(error);
  };

  const flush = async (): Promise<void> => {
    const release = await acquire();
    const members = group;
    group = [];
    try {
      if (database.isOpen && database.isTransaction) run('commit');
      for (const { resolve } of members) resolve();
    } catch (error) {
      if (database.isOpen && database.isTransaction) run('rollback');
      for (const { reject } of members) reject(typed(error));
    } finally {
      release();
    }
  };

  /** Ends the group soon; unless it has members, nobody else has asked for that yet. */
  const end = (): void => {
    if (group.length === 0) setImmediate(() => void flush());
  };

  /** Resolves when what was written so far is on the disk. */
  const written = (): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    end();
    group.push({ resolve, reject });
    return promise;
  };

  const execute = ({ sql, parameters }: CompiledQuery): QueryResult<never> => {
    const { prepared, reads } = statement(sql);
    const values = parameters as SQLInputValue[];
    if (reads) return { rows: prepared.all(...values) as never[] };
    const { changes, lastInsertRowid } = prepared.run(...values);
    return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
  };

  /** Undoes a member and leaves the others, unless the database already undid all. */
  const undo = (undoing: Undoing): void => {
    if (!database.isTransaction) return;
    if (undoing === 'all') return run('rollback');
    run(`rollback to ${savepoint}`);
    run(`release ${savepoint}`);
    end();
  };

  const connection = (release: () => void): Held => {
    const one: Held = {
      release,
      undoing: undefined,
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const alone = !one.undoing && statement(query.sql).writes;
        let result: QueryResult<R>;
        try {
          if (alone) open();
          result = execute(query);
        } catch (error) {
          const ours = typed(error);
          if (!database.isTransaction) failed(ours);
          else if (alone) end();
          throw ours;
        }
        if (!alone) return result;
        const there = written();
        release();
        await there;
        return result;
      },
      async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
        for (const row of database.prepare(sql).iterate(...(parameters as SQLInputValue[]))) yield { rows: [row as R] };
      },
    };
    return one;
  };

  const held = (one: DatabaseConnection): Held => one as Held;
  const guarded = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      throw typed(error);
    }
  };

  return {
    init: async () => {},
    acquireConnection: async () => connection(await acquire()),
    releaseConnection: async (one) => held(one).release(),
    beginTransaction: async (one, { accessMode }) => {
      // The first of a group is alone until it ends, so a savepoint would copy each page that it changes for nothing.
      const undoing = database.isTransaction ? 'savepoint' : 'all';
      guarded(() => {
        open(accessMode === 'read only' ? 'deferred' : 'immediate');
        if (undoing === 'savepoint') run(`savepoint ${savepoint}`);
      });
      held(one).undoing = undoing;
    },
    commitTransaction: async (one) => {
      if (held(one).undoing === 'savepoint') guarded(() => run(`release ${savepoint}`));
      held(one).undoing = undefined;
      const there = written();
      held(one).release();
      await there;
    },
    rollbackTransaction: async (one) => {
      // One whose commit failed with its group has let others go on: there is nothing left of it to undo.
      const { undoing } = held(one);
      held(one).undoing = undefined;
      if (undoing) guarded(() => undo(undoing));
    },
    destroy: async () => {
      await flush();
      database.close();
    },
  };
};
