/** Who changed what. */
import type { Kysely } from 'kysely';
import type { AuditStore } from '../model/audit.ts';
import type { Tables } from './schema.ts';
import { fromText, toKey, toText } from './text.ts';

export const auditIn = (db: Kysely<Tables>): AuditStore => ({
  async write({ key, at, by, what, target, detail }) {
    await db
      .insertInto('audit')
      .values({
        key: toKey(key),
        at: Math.floor(at),
        by: toKey(by),
        what: toText(what),
        target: toText(target),
        detail: toText(detail),
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  },

  async since(from, limit) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('at', '>=', Math.floor(from))
      .orderBy('at', 'desc')
      .orderBy('key', 'desc')
      .limit(limit)
      .execute();
    return rows
      .toReversed()
      .map((row) => ({ ...row, by: fromText(row.by), target: fromText(row.target), detail: fromText(row.detail) }));
  },

  async forget(before) {
    const { numDeletedRows } = await db.deleteFrom('audit').where('at', '<', Math.floor(before)).executeTakeFirst();
    return Number(numDeletedRows);
  },
});
