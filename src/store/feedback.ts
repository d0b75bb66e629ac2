/** What people thought of answers: counts, and no words. */
import { type Kysely, sql } from 'kysely';
import type { Store } from '../model/ports.ts';
import type { Tables } from './schema.ts';
import { fromText, toKey } from './text.ts';

export const feedbackIn = (db: Kysely<Tables>): Pick<Store, 'rate' | 'ratings'> => ({
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
