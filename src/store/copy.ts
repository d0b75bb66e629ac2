/** Copies one store into another, whatever databases they stand on. */
import { type Kysely, type SqlBool, sql } from 'kysely';
import { StoreError } from '../model/errors.ts';
import { keys, type Tables, tableNames } from './schema.ts';

type Table = keyof Tables;

/** What became of a table: rows that the source has, and those of them that were new to the target. */
export type Copied = { readonly table: Table; readonly rows: number; readonly added: number };

export type Copying = {
  /** Adds to a target that holds something already; what it has under the same key stays as it is. */
  readonly merge: boolean;
  /** Told after every batch. */
  readonly progress?: (table: Table, done: number, all: number) => void;
};

/** Rows per statement: few enough for large bodies and for the number of parameters that a database takes. */
const batch = 250;

export const countRows = async (db: Kysely<Tables>, table: Table): Promise<number> =>
  Number((await db.selectFrom(table).select(db.fn.countAll().as('rows')).executeTakeFirstOrThrow()).rows);

/**
 * All or nothing: the target takes everything in one transaction, so that a copy that fails leaves it as it was and is
 * simply run again. Both stores must have been migrated, and nothing should write to the source meanwhile.
 */
export const copyStore = async (
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  { merge, progress = () => undefined }: Copying,
): Promise<readonly Copied[]> =>
  to.transaction().execute(async (tx) => {
    const report: Copied[] = [];
    for (const table of tableNames) {
      const before = await countRows(tx, table);
      if (before > 0 && !merge)
        throw new StoreError(
          `The target is not empty: its table ${table} has ${before} rows. Give an empty store, or add --merge to keep those and add what is missing.`,
        );
      const all = await countRows(from, table);
      let done = 0;
      for await (const rows of batches(from, table)) {
        await tx
          .insertInto(table)
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        done += rows.length;
        progress(table, done, all);
      }
      const added = (await countRows(tx, table)) - before;
      if (added !== done && !merge)
        throw new StoreError(
          `The target was written to during the copy: of ${done} rows of ${table} it took ${added}. Stop Signpost, and copy again.`,
        );
      report.push({ table, rows: done, added });
    }
    return report;
  });

/** A table from its first key to its last, each batch after the key at which the one before ended. */
async function* batches(db: Kysely<Tables>, table: Table) {
  const key = keys[table];
  let last: Record<string, unknown> | undefined;
  for (;;) {
    let query = db.selectFrom(table).selectAll().limit(batch);
    for (const column of key) query = query.orderBy(sql.ref(column));
    if (last) {
      const end = last;
      const columns = sql.join(key.map((column) => sql.ref(column)));
      query = query.where(sql<SqlBool>`(${columns}) > (${sql.join(key.map((column) => end[column]))})`);
    }
    const rows = await query.execute();
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    last = rows.at(-1);
  }
}
