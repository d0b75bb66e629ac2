/** Who changed what, written in the transaction of the change. */
import type { Kysely } from 'kysely';
import type { AuditEntry, AuditStore } from '../model/audit.ts';
import { again } from './again.ts';
import type { Tables } from './schema.ts';
import { fromText, toKey, toText, traceOf } from './text.ts';

/** Writes an entry unless its key is there; whether it was not. */
export const writeAudit = async (
  tx: Kysely<Tables>,
  { key, at, by, what, target, detail }: AuditEntry,
): Promise<boolean> => {
  const added = await tx
    .insertInto('audit')
    .values({
      key: traceOf(key),
      at: Math.floor(at),
      by: toKey(by),
      what: toText(what),
      target: toText(target),
      detail: toText(detail),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
};

/** Makes a change once, with its entry; a change that finds nothing to change returns false and has none. */
export const changeOnce = (
  db: Kysely<Tables>,
  audit: AuditEntry,
  change: (tx: Kysely<Tables>) => Promise<boolean>,
): Promise<boolean> =>
  again(() =>
    db.transaction().execute(async (tx) => {
      if (!(await writeAudit(tx, audit))) return false;
      const changed = await change(tx);
      if (!changed) await tx.deleteFrom('audit').where('key', '=', traceOf(audit.key)).execute();
      return changed;
    }),
  );

export const auditIn = (db: Kysely<Tables>): AuditStore => ({
  async has(key) {
    const row = await db.selectFrom('audit').select('key').where('key', '=', traceOf(key)).executeTakeFirst();
    return row !== undefined;
  },

  async since(from, limit, key = '') {
    const at = Math.floor(from);
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      // The first alone is a range of the index.
      .where('at', '>=', at)
      .where((is) => is.or([is('at', '>', at), is('key', '>', key)]))
      .orderBy('at')
      .orderBy('key')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      ...row,
      by: fromText(row.by),
      target: fromText(row.target),
      detail: fromText(row.detail),
    }));
  },

  async forget(before) {
    const { numDeletedRows } = await db.deleteFrom('audit').where('at', '<', Math.floor(before)).executeTakeFirst();
    return Number(numDeletedRows);
  },
});
