/** Whose turn it is to run a scheduled task. */
import type { Kysely } from 'kysely';
import type { Store } from '../model/ports.ts';
import { jump } from './jump.ts';
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
          .where(({ or, eb }) => or([eb('task.due', '<=', now), eb('task.due', '>', now + every + jump)])),
      )
      .executeTakeFirst();
    return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
});
