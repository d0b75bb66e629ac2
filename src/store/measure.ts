/** Counts for whoever runs the bot; all of them are read from indices. */
import type { Kysely } from 'kysely';
import type { Store } from '../model/ports.ts';
import type { Tables } from './schema.ts';

/** A job that has been due for this long, in milliseconds, is late: nobody takes it up. */
const patience = 60_000;

export const measuresIn = (db: Kysely<Tables>): Pick<Store, 'backlog' | 'taskTimes'> => {
  const count = async (state: 'waiting' | 'failed', dueBefore?: number): Promise<number> => {
    let jobs = db.selectFrom('job').select(db.fn.countAll<number | string>().as('jobs')).where('state', '=', state);
    if (dueBefore !== undefined) jobs = jobs.where('due', '<', dueBefore);
    return Number((await jobs.executeTakeFirstOrThrow()).jobs);
  };

  return {
    async backlog(now) {
      const late = Math.floor(now) - patience;
      return { waiting: await count('waiting'), late: await count('waiting', late), failed: await count('failed') };
    },
    async taskTimes() {
      const rows = await db.selectFrom('task').select(['name', 'due', 'succeeded']).execute();
      return new Map(rows.map(({ name, ...times }) => [name, times]));
    },
  };
};
