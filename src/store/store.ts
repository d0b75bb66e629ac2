/** The store: one set of statements for every database that Kysely speaks to. */
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Job, Store, Turn } from '../model/ports.ts';
import { again } from './again.ts';
import { auditIn } from './audit.ts';
import { boardIn } from './board.ts';
import { compiled } from './compiled.ts';
import { installationsIn } from './installations.ts';
import { deadJobsIn, promiseJobs } from './jobs.ts';
import { jump } from './jump.ts';
import { measuresIn } from './measure.ts';
import { noticesIn } from './notices.ts';
import { feedbackIn } from './feedback.ts';
import { peopleIn } from './people.ts';
import { placesIn } from './places.ts';
import type { Tables } from './schema.ts';
import { shownIn } from './shown.ts';
import { tasksIn } from './task.ts';
import { fromText, toKey, toText } from './text.ts';
import { ticketsIn } from './tickets.ts';

/** How much longer than its turns a conversation is kept that nobody goes on with, in milliseconds. */
const quietFor = 30 * 24 * 3_600_000;

type Due = SelectQueryBuilder<Tables, 'job', { key: string }>;

/** `lock` is the one difference: how due jobs are kept from another replica. */
type Differences = { readonly lock?: (due: Due) => Due };

/** `db` must have been migrated; closing the store closes it. */
export const store = (db: Kysely<Tables>, clock: () => number, { lock = (due) => due }: Differences = {}): Store => {
  return {
    ...shownIn(db),
    ...tasksIn(db),
    ...measuresIn(db),
    audits: auditIn(db),
    ...ticketsIn(db),
    ...peopleIn(db),
    ...deadJobsIn(db),
    ...feedbackIn(db),
    places: placesIn(db),
    board: () => boardIn(db),
    notices: noticesIn(db),
    installations: installationsIn(db),

    async conversation(key) {
      const row = await db.selectFrom('conversation').selectAll().where('key', '=', toKey(key)).executeTakeFirst();
      return { key, turn: row?.turn ?? 0, saved: row ? JSON.parse(row.saved) : null };
    },

    async arrival(key, message) {
      const { rows } = await look(db, { key: toKey(key), message: toKey(message) });
      const { turn, saved, body } = rows[0]!;
      return {
        was: { key, turn: turn ?? 0, saved: saved === null ? null : JSON.parse(saved) },
        ...(body === null ? {} : { before: JSON.parse(body) as Turn }),
      };
    },

    async commit(was, now) {
      const key = toKey(was.key);
      const at = Math.floor(clock());
      const state = { turn: now.turn.turn, saved: JSON.stringify(now.saved), at };
      const turn = { conversation: key, message: toKey(now.message), body: JSON.stringify(now.turn), at };
      return again(async () => {
        const tx = await db.startTransaction().execute();
        try {
          const moved =
            was.turn === 0 ? await begin(tx, { key, ...state }) : await move(tx, { key, ...state, was: was.turn });
          const added = moved.numAffectedRows === 1n && (await keep(tx, turn));
          if (!added || added.numAffectedRows !== 1n) {
            await tx.rollback().execute();
            return false;
          }
          await promiseJobs(tx, now.jobs);
          await tx.commit().execute();
          return true;
        } catch (error) {
          if (!tx.isCommitted && !tx.isRolledBack)
            await tx
              .rollback()
              .execute()
              .catch(() => undefined);
          throw error;
        }
      });
    },

    promise: (jobs) => again(() => promiseJobs(db, jobs)),

    async due(limit, now, until) {
      const at = Math.floor(now);
      const waiting = (from: Pick<typeof db, 'selectFrom'>) =>
        from.selectFrom('job').select('key').where('state', '=', 'waiting').orderBy('due').orderBy('key').limit(limit);
      // Two ranges of the index, because one condition over both would read every job that waits.
      const rows = await db
        .with(
          (cte) => cte('taken').materialized(),
          (from) => lock(waiting(from).where('due', '<=', at)),
        )
        .with(
          (cte) => cte('stranded').materialized(),
          (from) => lock(waiting(from).where('due', '>', at + jump)),
        )
        .updateTable('job')
        .set({ due: Math.ceil(until), tries: sql<number>`tries + 1` })
        .where('key', 'in', (from) =>
          from.selectFrom('taken').select('taken.key').unionAll(from.selectFrom('stranded').select('stranded.key')),
        )
        .returning(['key', 'body', 'tries'])
        .execute();
      return rows.toSorted(asPromised()).map((row) => ({ job: JSON.parse(row.body) as Job, tries: row.tries }));
    },

    async settle(key, how, tries) {
      const change =
        how.kind === 'retry' || how.kind === 'untried'
          ? {
              due: Math.ceil(how.at),
              why: toText(how.why),
              ...(how.kind === 'untried' && { tries: sql<number>`tries - 1` }),
            }
          : how.kind === 'failed'
            ? { state: how.kind, due: Math.floor(clock()), why: toText(how.why) }
            : { state: how.kind, due: Math.floor(clock()), why: '', body: '' };
      let job = db.updateTable('job').set(change).where('key', '=', toKey(key)).where('state', '=', 'waiting');
      if (tries !== undefined && how.kind !== 'done') job = job.where('tries', '=', tries);
      await job.execute();
    },

    async done(keys) {
      if (keys.length === 0) return;
      // SQLite would look through all that wait to find these few among them, if it were asked for those that wait.
      await db.deleteFrom('job').where('key', 'in', keys.map(toKey)).where('state', '!=', 'failed').execute();
    },

    async recordOutcome(key, { entry, method, worked }, at) {
      await db
        .insertInto('outcome')
        .values({ key: toKey(key), entry: toText(entry), method, worked: worked ? 1 : 0, at: Math.floor(at) })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
    },

    async recordGap({ kind, what }, at) {
      await db
        .insertInto('gap')
        .values({ kind, what: toKey(what), count: 1, at: Math.floor(at) })
        .onConflict((conflict) =>
          conflict.columns(['kind', 'what']).doUpdateSet({ count: sql<number>`gap.count + 1`, at: Math.floor(at) }),
        )
        .execute();
    },

    async gaps(limit) {
      const rows = await db
        .selectFrom('gap')
        .selectAll()
        .orderBy('count', 'desc')
        .orderBy('at', 'desc')
        .orderBy('what')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row, what: fromText(row.what) }));
    },

    async forget(before) {
      const day = Math.floor(before);
      const quiet = day - quietFor;
      const old = [
        db.deleteFrom('turn').where('at', '<', day),
        db.deleteFrom('conversation').where('at', '<', quiet),
        db.deleteFrom('job').where('state', '=', 'done').where('due', '<', day),
        db.deleteFrom('job').where('state', '=', 'failed').where('due', '<', quiet),
        db.deleteFrom('rateable').where('at', '<', quiet),
        db.deleteFrom('place').where('at', '<', quiet),
      ];
      for (const rows of old) await again(() => rows.execute());
    },

    close: () => db.destroy(),
  };
};

/** What every message needs. */
const { look, begin, move, keep } = {
  look: compiled(['key', 'message'], (value: { key: string; message: string }, db) =>
    db
      .selectFrom(db.selectNoFrom(sql<string>`cast(${value.key} as text)`.as('key')).as('asked'))
      .leftJoin('conversation', 'conversation.key', 'asked.key')
      .leftJoin('turn', (join) =>
        join.onRef('turn.conversation', '=', 'asked.key').on('turn.message', '=', value.message),
      )
      .select(['conversation.turn', 'conversation.saved', 'turn.body']),
  ),
  begin: compiled(['key', 'turn', 'saved', 'at'], (row: { key: string; turn: number; saved: string; at: number }, db) =>
    db
      .insertInto('conversation')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doNothing()),
  ),
  move: compiled(
    ['key', 'turn', 'saved', 'at', 'was'],
    ({ key, was, ...state }: { key: string; turn: number; saved: string; at: number; was: number }, db) =>
      db.updateTable('conversation').set(state).where('key', '=', key).where('turn', '=', was),
  ),
  keep: compiled(
    ['conversation', 'message', 'body', 'at'],
    (row: { conversation: string; message: string; body: string; at: number }, db) =>
      db
        .insertInto('turn')
        .values(row)
        .onConflict((conflict) => conflict.columns(['conversation', 'message']).doNothing()),
  ),
};

/** `…#9/2` before `…#10/1`: jobs of one place in the order in which they were promised. */
const asPromised = () => {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return (one: { readonly key: string }, other: { readonly key: string }): number => compare(one.key, other.key);
};
