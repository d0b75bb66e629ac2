/** The store: one set of statements for every database that Kysely speaks to. */
import { type Kysely, sql } from 'kysely';
import type { Job, Store, Turn } from '../model/ports.ts';
import { boardIn } from './board.ts';
import { deadJobsIn, promiseJobs } from './jobs.ts';
import { peopleIn } from './people.ts';
import type { Tables } from './schema.ts';
import { shownIn } from './shown.ts';
import { tasksIn } from './task.ts';
import { ticketsIn } from './tickets.ts';

/** How much longer than its turns a conversation is kept that nobody goes on with, in milliseconds. */
const quietFor = 30 * 24 * 3_600_000;

/** `db` must have been migrated; closing the store closes it. */
export const store = (db: Kysely<Tables>, clock: () => number): Store => {
  return {
    ...shownIn(db),
    ...tasksIn(db),
    ...ticketsIn(db),
    ...peopleIn(db),
    ...deadJobsIn(db),
    board: () => boardIn(db),

    async conversation(key) {
      const row = await db.selectFrom('conversation').selectAll().where('key', '=', key).executeTakeFirst();
      return { key, turn: row?.turn ?? 0, saved: row ? JSON.parse(row.saved) : null };
    },

    async turn(key, message) {
      const row = await db
        .selectFrom('turn')
        .select('body')
        .where('conversation', '=', key)
        .where('message', '=', message)
        .executeTakeFirst();
      return row ? (JSON.parse(row.body) as Turn) : undefined;
    },

    async commit(was, now) {
      const at = clock();
      const state = { turn: now.turn.turn, saved: JSON.stringify(now.saved), at };
      return db.transaction().execute(async (tx) => {
        const moved =
          was.turn === 0
            ? await tx
                .insertInto('conversation')
                .values({ key: was.key, ...state })
                .onConflict((conflict) => conflict.column('key').doNothing())
                .executeTakeFirst()
            : await tx
                .updateTable('conversation')
                .set(state)
                .where('key', '=', was.key)
                .where('turn', '=', was.turn)
                .executeTakeFirst();
        const count = 'numUpdatedRows' in moved ? moved.numUpdatedRows : moved.numInsertedOrUpdatedRows;
        if (count !== 1n) return false;
        await tx
          .insertInto('turn')
          .values({ conversation: was.key, message: now.message, body: JSON.stringify(now.turn), at })
          .execute();
        await promiseJobs(tx, now.jobs);
        return true;
      });
    },

    promise: (jobs) => promiseJobs(db, jobs),

    async due(limit, now, until) {
      const rows = await db
        .updateTable('job')
        .set({ due: until, tries: sql<number>`tries + 1` })
        .where('key', 'in', (from) =>
          from
            .selectFrom('job')
            .select('key')
            .where('state', '=', 'waiting')
            .where('due', '<=', now)
            .orderBy('due')
            .limit(limit),
        )
        .returning(['body', 'tries'])
        .execute();
      return rows.map((row) => ({ job: JSON.parse(row.body) as Job, tries: row.tries }));
    },

    async settle(key, how) {
      const change =
        how.kind === 'retry'
          ? { due: how.at, why: how.why }
          : how.kind === 'failed'
            ? { state: how.kind, due: clock(), why: how.why }
            : { state: how.kind, due: clock(), why: '', body: '' };
      await db.updateTable('job').set(change).where('key', '=', key).execute();
    },

    async recordOutcome(key, { entry, method, worked }, at) {
      await db
        .insertInto('outcome')
        .values({ key, entry, method, worked: worked ? 1 : 0, at })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
    },

    async recordGap({ kind, what }, at) {
      await db
        .insertInto('gap')
        .values({ kind, what, count: 1, at })
        .onConflict((conflict) =>
          conflict.columns(['kind', 'what']).doUpdateSet({ count: sql<number>`gap.count + 1`, at }),
        )
        .execute();
    },

    async gaps(limit) {
      return db.selectFrom('gap').selectAll().orderBy('count', 'desc').orderBy('at', 'desc').limit(limit).execute();
    },

    async forget(before) {
      await db.deleteFrom('turn').where('at', '<', before).execute();
      await db
        .deleteFrom('conversation')
        .where('at', '<', before - quietFor)
        .execute();
      await db.deleteFrom('job').where('state', '=', 'done').where('due', '<', before).execute();
      await db
        .deleteFrom('job')
        .where('state', '=', 'failed')
        .where('due', '<', before - quietFor)
        .execute();
    },

    close: () => db.destroy(),
  };
};
