import { describe, expect, test } from '@jest/globals';
import { workWith } from '../../src/engine/work.ts';
import { ChannelError } from '../../src/model/errors.ts';
import type { ChannelName, Place } from '../../src/model/message.ts';
import type { Channel, Post } from '../../src/model/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog } from '../fakes.ts';

const room: Place = { channel: 'slack', conversation: 'T1:C1' };

/** A channel that writes down what is done to it; `fault` may throw before it does. */
const set = async (fault: (what: string) => void = () => {}) => {
  let now = 1_000_000;
  const store = await sqlite(':memory:', () => now);
  const done: string[] = [];
  const tell = (what: string): void => {
    fault(what);
    done.push(what);
  };
  let messages = 0;
  const channel: Channel = {
    name: 'slack',
    routes: [],
    start: async () => {},
    stop: async () => {},
    post: async (place, reply) => {
      tell(`post "${reply.text}" to ${place.conversation}`);
      const message = `m${++messages}`;
      return { message, thread: { ...place, conversation: `${place.conversation}:${message}` } };
    },
    edit: async (_, message, reply) => tell(`edit ${message} to "${reply.text}"`),
  };
  const work = workWith({
    store,
    channels: new Map<ChannelName, Channel>([['slack', channel]]),
    handlers: {},
    changed: async () => {},
    clock: () => now,
    log: memoryLog(),
  });
  let jobs = 0;
  const carryOut = async (...posts: readonly Omit<Post, 'key' | 'kind' | 'place'>[]): Promise<void> => {
    await store.promise(
      posts.map((post) => ({ job: { key: `j${++jobs}`, kind: 'post', place: room, ...post }, dueAt: now })),
    );
    for (let round = 0; round < 20; round++) {
      await work.once();
      now += 60_000;
    }
  };
  return { done, carryOut, store };
};

const card = (text: string, rev: number) => ({ reply: { text }, card: { name: 'ticket/1', rev } });

describe('a living card', () => {
  test('is posted once and edited in place after that', async () => {
    const { done, carryOut } = await set();
    await carryOut(card('open', 1));
    await carryOut(card('claimed', 2));
    expect(done).toEqual(['post "open" to T1:C1', 'edit m1 to "claimed"']);
  });

  test('never goes back to an older look', async () => {
    const { done, carryOut } = await set();
    await carryOut(card('open', 1));
    await carryOut(card('resolved', 3));
    await carryOut(card('claimed', 2));
    expect(done).toEqual(['post "open" to T1:C1', 'edit m1 to "resolved"']);
  });

  test('is posted anew when its message was deleted', async () => {
    const { done, carryOut } = await set((what) => {
      if (what.startsWith('edit m1')) throw new ChannelError('The message is gone.', { retry: false, gone: true });
    });
    await carryOut(card('open', 1));
    await carryOut(card('claimed', 2));
    await carryOut(card('resolved', 3));
    expect(done).toEqual(['post "open" to T1:C1', 'post "claimed" to T1:C1', 'edit m2 to "resolved"']);
  });

  test('carries its lines in a thread below it, also when the card comes late', async () => {
    let down = true;
    const { done, carryOut } = await set((what) => {
      if (down && what.startsWith('post "open"')) {
        down = false;
        throw new ChannelError('Slack is busy.', { retry: true, retryAfter: 90 });
      }
    });
    await carryOut({ reply: { text: 'Eva has it' }, under: 'ticket/1' }, card('open', 1));
    expect(done).toEqual(['post "open" to T1:C1', 'post "Eva has it" to T1:C1:m1']);
  });

  test('is found by the thread below it', async () => {
    const { carryOut, store } = await set();
    await carryOut(card('open', 1));
    expect(await store.threadAt({ channel: 'slack', conversation: 'T1:C1:m1' })).toBe('ticket/1');
    expect(await store.threadAt({ channel: 'slack', conversation: 'T1:C1:m2' })).toBeUndefined();
  });
});

test('a scheduled task is run by one replica an interval', async () => {
  const { store } = await set();
  expect(await store.takeTurn('check', 1000, 5000)).toBe(true);
  expect(await store.takeTurn('check', 1000, 5999)).toBe(false);
  expect(await store.takeTurn('check', 1000, 6000)).toBe(true);
  expect(await store.takeTurn('other', 1000, 6000)).toBe(true);
});
