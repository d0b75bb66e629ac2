/** Promising jobs, inside the transaction of whatever promises them. */
import type { Kysely } from 'kysely';
import type { Job, Promised } from '../model/ports.ts';
import type { TicketStore } from '../model/ticket-store.ts';
import { compiled } from './compiled.ts';
import type { Tables } from './schema.ts';
import { toKey } from './text.ts';

/** Adds the jobs whose key is new, in order of their keys, so that two replicas cannot wait for each other; returns how many. */
export const promiseJobs = async (on: Kysely<Tables>, jobs: readonly Promised[]): Promise<number> => {
  if (jobs.length === 0) return 0;
  const rows = jobs.map(({ job, dueAt }) => ({
    key: toKey(job.key),
    body: JSON.stringify(job),
    state: 'waiting' as const,
    due: Math.ceil(dueAt),
    tries: 0,
    why: '',
  }));
  const [row] = rows;
  if (row && rows.length === 1) return Number((await addOne(on, row)).numAffectedRows ?? 0n);
  const added = await inserting(
    on,
    rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  ).executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0n);
};

type Row = Tables['job'];

const inserting = (on: Kysely<Tables>, rows: readonly Row[]) =>
  on
    .insertInto('job')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing());

/** Most turns promise one job. */
const addOne = compiled(['key', 'body', 'state', 'due', 'tries', 'why'], (row: Row, on: Kysely<Tables>) =>
  inserting(on, [row]),
);

/** What was given up, and giving it another chance. */
export const deadJobsIn = (db: Kysely<Tables>): Pick<TicketStore, 'dead' | 'replay'> => ({
  async dead(limit) {
    const rows = await db
      .selectFrom('job')
      .select(['key', 'body', 'why', 'due'])
      .where('state', '=', 'failed')
      .orderBy('due', 'desc')
      .orderBy('key')
      .limit(limit)
      .execute();
    return rows.map(({ key, body, why, due }) => ({ key, kind: (JSON.parse(body) as Job).kind, why, at: due }));
  },

  async replay(key, at) {
    const failed = db
      .updateTable('job')
      .set({ state: 'waiting', due: Math.floor(at), tries: 0 })
      .where('state', '=', 'failed');
    const { numUpdatedRows } = await (key === null ? failed : failed.where('key', '=', toKey(key))).executeTakeFirst();
    return Number(numUpdatedRows);
  },
});
