/** Copies one store into another, whatever databases they stand on. */
import { type Kysely, type SqlBool, sql } from 'kysely';
import { counted } from '../model/counted.ts';
import { StoreError } from '../model/errors.ts';
import { keys, type Tables, tableNames } from './schema.ts';

type Table = keyof Tables;

/** What became of a table: rows that the source has, and those of them that were new to the target. */
export type Copied = { readonly table: Table; readonly rows: number; readonly added: number };

type Copying = {
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
 * simply run again. The source is read as it was at the beginning. Both must have been migrated.
 */
export const copyStore = (from: Kysely<Tables>, to: Kysely<Tables>, how: Copying): Promise<readonly Copied[]> =>
  from
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((source) =>
      to.transaction().execute(async (target) => {
        const report: Copied[] = [];
        for (const table of tableNames) report.push(await copyTable(table, source, target, how));
        return report;
      }),
    );

const copyTable = async (
  table: Table,
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  { merge, progress }: Copying,
): Promise<Copied> => {
  const before = await countRows(to, table);
  if (before > 0 && !merge)
    throw new StoreError(
      `The target is not empty: its table ${table} has ${counted(before, 'row')}. Give an empty store, or add --merge to keep those and add what is missing.`,
    );
  const all = await countRows(from, table);
  let rows = 0;
  let added = 0;
  for await (const some of batches(from, table)) {
    const result = await to
      .insertInto(table)
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0n);
    rows += some.length;
    progress?.(table, rows, all);
  }
  if (added !== rows && !merge)
    throw new StoreError(
      `The target was written to during the copy: of ${counted(rows, 'row')} of ${table} it took ${added}. Stop Signpost, and copy again.`,
    );
  return { table, rows, added };
};

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
