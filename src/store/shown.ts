/** The living cards: where each was posted, and what it shows. */
import type { Kysely } from 'kysely';
import { type Place, placeKey } from '../model/message.ts';
import type { Shown, Store } from '../model/ports.ts';
import type { Tables } from './schema.ts';
import { fromText, toKey } from './text.ts';

export const shownIn = (db: Kysely<Tables>): Pick<Store, 'shown' | 'show' | 'unshow' | 'threadAt'> => ({
  async shown(name) {
    const row = await db.selectFrom('shown').selectAll().where('name', '=', toKey(name)).executeTakeFirst();
    return row ? (JSON.parse(row.body) as Shown) : undefined;
  },

  async show(card) {
    const row = {
      rev: card.rev,
      thread: card.thread ? toKey(placeKey(card.thread)) : null,
      body: JSON.stringify(card),
    };
    await db
      .insertInto('shown')
      .values({ name: toKey(card.name), ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row).where('shown.rev', '<=', card.rev))
      .execute();
  },

  async unshow(name) {
    await db.deleteFrom('shown').where('name', '=', toKey(name)).execute();
  },

  async threadAt(place: Place) {
    const row = await db
      .selectFrom('shown')
      .select('name')
      .where('thread', '=', toKey(placeKey(place)))
      .executeTakeFirst();
    return row && fromText(row.name);
  },
});
