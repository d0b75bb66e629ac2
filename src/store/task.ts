/** Whose turn it is to run a scheduled task. */
import type { Kysely } from 'kysely';
import type { Store } from '../model/ports.ts';
import { jump } from './jump.ts';
import type { Tables } from './schema.ts';

export const tasksIn = (db: Kysely<Tables>): Pick<Store, 'takeTurn' | 'endTurn'> => ({
  async takeTurn(name, every, now) {
    const taken = await db
      .insertInto('task')
      .values({ name, due: now + every, succeeded: 0, failures: 0 })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ due: now + every })
          .where(({ or, eb }) => or([eb('task.due', '<=', now), eb('task.due', '>', now + every + jump)])),
      )
      .executeTakeFirst();
    return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },

  async endTurn(name, succeeded, now) {
    const ended = db.updateTable('task').where('name', '=', name);
    await (succeeded
      ? ended.set({ succeeded: now, failures: 0 })
      : ended.set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
    ).execute();
  },
});
