/**
 * A replica under load, for tests that kill it: `node kill-child.ts STORE CONVERSATIONS`. It goes on where the store
 * stands, answers the messages of each conversation in order, and prints every message that was committed.
 */
import { writeSync } from 'node:fs';
import { postgres } from '../../src/store/postgres.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { nowhere } from './nowhere.ts';

const [, , where = '', conversations = '8'] = process.argv;
const store = where.startsWith('postgres:') ? await postgres(where) : await sqlite(where);
const say = (line: string): void => void writeSync(1, `${line}\n`);

/** A message whose commit was not acknowledged arrives again, as it does from a platform. */
const talk = async (key: string): Promise<void> => {
  let next = Math.max((await store.conversation(key)).turn, 1);
  for (;;) {
    const message = `m${next}`;
    const before = (await store.arrival(key, message)).before;
    const was = await store.conversation(key);
    const jobs = [0, 1].map((n) => ({
      job: { key: `${key}/${message}/${n}`, kind: 'recordGap' as const, gaps: [], from: nowhere },
      dueAt: 0,
    }));
    const turn = { turn: was.turn + 1, replies: [{ text: message }], effects: [], understood: null };
    const saved = { dialog: 'd', step: 's', state: { message } };
    if (before || (await store.commit(was, { message, turn, saved, jobs }))) {
      say(`${key} ${message} ${before?.turn ?? turn.turn}`);
      next++;
    }
    // SQLite answers at once; the other conversations and the signal get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
};

say('ready');
await Promise.all(Array.from({ length: Number(conversations) }, (_, n) => talk(`k${n}`)));
