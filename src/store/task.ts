/** Whose turn it is to run a scheduled task. */
import type { Kysely } from 'kysely';
import type { Store } from '../model/ports.ts';
import type { Tables } from './schema.ts';

export const tasksIn = (db: Kysely<Tables>): Pick<Store, 'takeTurn'> => ({
  async takeTurn(name, every, now) {
    const taken = await db
      .insertInto('task')
      .values({ name, due: now + every })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ due: now + every })
          .where('task.due', '<=', now),
      )
      .executeTakeFirst();
    return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
});
