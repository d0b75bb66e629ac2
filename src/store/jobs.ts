/** Promising jobs, inside the transaction of whatever promises them. */
import type { Kysely } from 'kysely';
import type { Promised } from '../model/ports.ts';
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
