import { expect, test } from '@jest/globals';
import { type Work, workWith } from '../../src/engine/work.ts';
import { ChannelError } from '../../src/model/errors.ts';
import type { ChannelName, Place } from '../../src/model/message.ts';
import type { Channel, Post } from '../../src/model/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog, recordingChannel } from '../fakes.ts';

const room: Place = { channel: 'teams', conversation: 'c' };

const jobOf = (text: string): Post => ({ key: `k/${text}`, kind: 'post', place: room, reply: { text } });

/** Replicas over one store, whose clock is set by hand; `post` is what the platform does with a text. */
const set = async (post: (text: string, replica: number) => Promise<void> | void) => {
  const time = { now: 1_000_000 };
  const log = memoryLog();
  const store = await sqlite(':memory:', () => time.now);
  const replicas = [0, 1].map((replica): Work => {
    const channel: Channel = {
      ...recordingChannel('teams'),
      post: async (_place, { text }) => {
        await post(text, replica);
        return { message: text };
      },
    };
    return workWith({
      store,
      channels: new Map<ChannelName, Channel>([['teams', channel]]),
      handlers: {},
      changed: async () => {},
      clock: () => time.now,
      log,
    });
  });
  const promise = (count: number) =>
    store.promise(Array.from({ length: count }, (_, n) => ({ job: jobOf(`m${n}`), dueAt: time.now })));
  return { store, time, replicas, promise, log };
};

const all = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `m${n}`);

test('messages to a slow place are posted once and in order, however long they take together and whoever else looks', async () => {
  const posted: string[] = [];
  const { store, time, replicas, promise } = await set(async (text, replica) => {
    time.now += 5_000;
    posted.push(text);
    if (replica === 0) await replicas[1]!.once();
  });
  await promise(30);
  for (let round = 0; round < 10; round++) await replicas[0]!.once();
  expect(posted).toEqual(all(30));
  expect(await store.backlog(time.now)).toEqual({ waiting: 0, late: 0, failed: 0 });
  await store.close();
});

test('a message that its platform cannot take now holds back those after it, and none of them is given up for that', async () => {
  const posted: string[] = [];
  // One time more, and they would be given up.
  const busy = new Map([
    ['m0', 11],
    ['m1', 11],
  ]);
  const { store, time, replicas, promise } = await set((text) => {
    const left = busy.get(text) ?? 0;
    busy.set(text, left - 1);
    if (left > 0) throw new ChannelError('busy', { retry: true, retryAfter: 2 });
    posted.push(text);
  });
  await promise(3);
  for (let round = 0; round < 30; round++) {
    await replicas[0]!.once();
    time.now += 2_000;
  }
  expect(posted).toEqual(all(3));
  await store.close();
});

test('a message that is refused, or that we fail to draw, holds back none', async () => {
  const posted: string[] = [];
  const { store, replicas, promise } = await set((text) => {
    if (text === 'm0') throw new ChannelError('no such room', { retry: false });
    if (text === 'm1') throw new TypeError('ours');
    posted.push(text);
  });
  await promise(4);
  await replicas[0]!.once();
  expect(posted).toEqual(['m2', 'm3']);
  await store.close();
});

test('a line below a card that cannot be posted is tried ever less often, whatever else is said below it, and is kept as long as the card', async () => {
  const posted: string[] = [];
  const hour = 3_600_000;
  const { store, time, replicas, log } = await set((text) => {
    if (text === 'card' && time.now < 1_000_000 + hour) throw new ChannelError('no such room', { retry: true });
    posted.push(text);
  });
  const card = { name: 'ticket/1', rev: 1 };
  const under = { under: card.name, patient: true } as const;
  await store.promise([
    { job: { ...jobOf('card'), card, patient: true }, dueAt: time.now },
    { job: { ...jobOf('line'), ...under }, dueAt: time.now },
  ]);
  const pass = async (): Promise<void> => {
    await replicas[0]!.once();
    time.now += 2_000;
  };
  for (let minute = 0; minute < 10; minute++) {
    await store.promise([{ job: { ...jobOf(`m${minute}`), ...under }, dueAt: time.now }]);
    for (let n = 0; n < 30; n++) await pass();
  }
  const triesOf = (text: string): number =>
    log.lines.filter(({ fields }) => (fields as { job?: string }).job === `k/${text}`).length;
  for (const text of ['line', ...all(10)]) expect(triesOf(text)).toBeLessThanOrEqual(triesOf('card'));
  while (time.now < 1_000_000 + 1.2 * hour) await pass();
  expect(posted.toSorted()).toEqual(['card', 'line', ...all(10)].toSorted());
  await store.close();
});
