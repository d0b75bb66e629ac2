/** Promising jobs, inside the transaction of whatever promises them. */
import type { Kysely } from 'kysely';
import type { Promised } from '../model/ports.ts';
import type { Tables } from './schema.ts';

/** Adds the jobs whose key is new; returns how many. */
export const promiseJobs = async (on: Kysely<Tables>, jobs: readonly Promised[]): Promise<number> => {
  if (jobs.length === 0) return 0;
  const added = await on
    .insertInto('job')
    .values(
      jobs.map(({ job, dueAt }) => ({
        key: job.key,
        body: JSON.stringify(job),
        state: 'waiting' as const,
        due: dueAt,
        tries: 0,
        why: '',
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0n);
};
