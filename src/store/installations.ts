/** Workspaces that installed the Slack app; what is known of each is sealed before it comes here. */
import type { Kysely } from 'kysely';
import type { InstallationStore } from '../model/installation-store.ts';
import type { Tables } from './schema.ts';
import { fromText, toKey } from './text.ts';

export const installationsIn = (db: Kysely<Tables>): InstallationStore => ({
  async get(key) {
    const row = await db
      .selectFrom('slack_installation')
      .select('sealed')
      .where('key', '=', toKey(key))
      .executeTakeFirst();
    return row?.sealed;
  },

  async all() {
    const rows = await db.selectFrom('slack_installation').select(['key', 'sealed']).orderBy('key').execute();
    return rows.map(({ key, sealed }) => ({ key: fromText(key), sealed }));
  },

  async set(key, sealed, at) {
    const row = { sealed, at: Math.floor(at) };
    await db
      .insertInto('slack_installation')
      .values({ key: toKey(key), ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
  },

  async reseal(key, was, now) {
    await db
      .updateTable('slack_installation')
      .set({ sealed: now })
      .where('key', '=', toKey(key))
      .where('sealed', '=', was)
      .execute();
  },

  async drop(key, until) {
    const { numDeletedRows } = await db
      .deleteFrom('slack_installation')
      .where('key', '=', toKey(key))
      .where('at', '<=', Math.floor(until))
      .executeTakeFirst();
    return numDeletedRows > 0n;
  },
});
