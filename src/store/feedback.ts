/** What people thought of answers: counts, and no words. */
import { type Kysely, sql } from 'kysely';
import type { Store } from '../model/ports.ts';
import type { Tables } from './schema.ts';
import { fromText, toKey, toText, traceOf } from './text.ts';

export const feedbackIn = (db: Kysely<Tables>): Pick<Store, 'rateable' | 'entryOf' | 'rate' | 'ratings'> => ({
  async rateable(messages, at) {
    const entries = new Map(messages.map(({ message, entry }) => [traceOf(message), toText(entry)]));
    // In one order everywhere, so that two replicas cannot wait for each other.
    const rows = [...entries].map(([message, entry]) => ({ message, entry, at: Math.floor(at) }));
    if (entries.size === 0) return;
    await db
      .insertInto('rateable')
      .values(rows.toSorted((a, b) => (a.message < b.message ? -1 : 1)))
      .onConflict((conflict) =>
        conflict.column('message').doUpdateSet(({ ref }) => ({ entry: ref('excluded.entry'), at: ref('excluded.at') })),
      )
      .execute();
  },

  async entryOf(message) {
    const row = await db
      .selectFrom('rateable')
      .select('entry')
      .where('message', '=', traceOf(message))
      .executeTakeFirst();
    return row && fromText(row.entry);
  },

  async rate(entry, isLiked) {
    const one = { liked: isLiked ? 1 : 0, disliked: isLiked ? 0 : 1 };
    await db
      .insertInto('feedback')
      .values({ entry: toKey(entry), ...one })
      .onConflict((conflict) =>
        conflict.column('entry').doUpdateSet({
          liked: sql<number>`feedback.liked + ${one.liked}`,
          disliked: sql<number>`feedback.disliked + ${one.disliked}`,
        }),
      )
      .execute();
  },

  async ratings() {
    const rows = await db.selectFrom('feedback').selectAll().orderBy('disliked', 'desc').orderBy('entry').execute();
    return rows.map((row) => ({ ...row, entry: fromText(row.entry) }));
  },
});
