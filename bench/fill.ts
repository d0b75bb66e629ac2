/** Fills a store with conversations that are open, for measuring what a message costs beside them. */
import type { Kysely } from 'kysely';
import type { Tables } from '../src/store/schema.ts';
import { nowhere } from '../test/store/nowhere.ts';

const day = 24 * 3_600_000;

/** Conversations from one number to another, each with a turn, a finished job, and one that waits until `due` or a little before. */
export const fill = async (db: Kysely<Tables>, from: number, to: number, due: number): Promise<void> => {
  const now = Date.now();
  const saved = JSON.stringify({ dialog: 'find-fix', step: 'confirm', state: { entry: '80043431', method: 1 } });
  const body = JSON.stringify({ turn: 1, replies: [{ text: 'x'.repeat(600) }], effects: [], understood: null });
  for (let start = from; start < to; start += 500) {
    const numbers = Array.from({ length: Math.min(500, to - start) }, (_, n) => start + n);
    const rows = <T>(row: (n: number) => T): T[] => numbers.map(row);
    const job = (n: number, state: 'waiting' | 'done') => ({
      key: `c${n}#1/${state}`,
      body: JSON.stringify({ key: `c${n}#1/${state}`, kind: 'recordGap', gaps: [], from: nowhere }),
      state,
      due: (state === 'done' ? now : due) - (n % 5_000),
      tries: 0,
      why: '',
    });
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('conversation')
        .values(rows((n) => ({ key: `c${n}`, turn: 1, saved, at: now })))
        .execute();
      await tx
        .insertInto('turn')
        .values(rows((n) => ({ conversation: `c${n}`, message: 'm1', body, at: now - (n % day) })))
        .execute();
      await tx
        .insertInto('job')
        .values([...rows((n) => job(n, 'waiting')), ...rows((n) => job(n, 'done'))])
        .execute();
    });
  }
};
