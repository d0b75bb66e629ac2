import { describe, expect, test } from '@jest/globals';
import { answerWith } from '../../src/engine/answer.ts';
import { workWith } from '../../src/engine/work.ts';
import { emptyBoard } from '../../src/model/board.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import type { Dialogs } from '../../src/model/dialog.ts';
import { ChannelError } from '../../src/model/errors.ts';
import type { ChannelName, Incoming } from '../../src/model/message.ts';
import type { Channel } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { incoming, memoryLog, realCatalog } from '../fakes.ts';

/** A dialog that counts what it heard; "crash" makes it fail. */
const counting: Dialogs = {
  start: { dialog: 'd', step: 'count', state: { heard: 0 } },
  step: ({ step }) =>
    step === 'count'
      ? (state, event) => {
          if (event.kind === 'said' && event.text === 'crash') throw new Error('secret stack');
          const heard = (state as { heard: number }).heard + 1;
          return { next: { dialog: 'd', step: 'count', state: { heard } }, replies: [{ text: `heard ${heard}` }] };
        }
      : undefined,
  anywhere: () => null,
  chosen: () => undefined,
  apology: (reference) => ({ text: `sorry ${reference}` }),
};

/** What surrounds a turn here: nothing that is shared, and nobody who may set the bot up. */
const around = (catalog: Catalog) => ({ catalog: () => catalog, board: () => emptyBoard, isAdmin: () => false });

const set = async (post: (reply: Reply) => Promise<void> = async () => {}) => {
  let now = 1_000_000;
  const store = await sqlite(':memory:', () => now);
  const log = memoryLog();
  const catalog = await realCatalog();
  const parts = { store, dialogs: counting, ...around(catalog), clock: () => now, log };
  const channel: Channel = {
    name: 'terminal',
    routes: [],
    start: async () => {},
    stop: async () => {},
    post: async (_, reply) => {
      await post(reply);
      return undefined;
    },
    edit: async () => {},
  };
  const channels = new Map<ChannelName, Channel>([['terminal', channel]]);
  const work = workWith({ store, channels, handlers: {}, changed: async () => {}, clock: () => now, log });
  return { store, log, work, answer: answerWith(parts), wait: (ms: number) => void (now += ms) };
};

const texts = async (answered: Promise<{ replies: readonly Reply[] }>) => {
  const { replies } = await answered;
  return replies.map(({ text }) => text);
};

describe('answering', () => {
  test('a message is decided on what was heard before, and its reply carries the turn', async () => {
    const { answer, store } = await set();
    await answer(incoming('one'));
    expect((await answer(incoming('two'))).replies).toEqual([{ text: 'heard 2', turn: 2 }]);
    await store.close();
  });

  test('a repeated message gets the same replies and counts once', async () => {
    const { answer, store } = await set();
    const first = incoming('one');
    await answer(first);
    const again = await answer(first);
    expect(again.repeated).toBe(true);
    expect(again.replies[0]?.text).toBe('heard 1');
    expect(await texts(answer(incoming('two')))).toEqual(['heard 2']);
    await store.close();
  });

  test('fifty messages at once in one conversation are all heard, each once', async () => {
    const { answer, store } = await set();
    const all = await Promise.all(Array.from({ length: 50 }, () => answer(incoming('x'))));
    const heard = all.map(({ replies }) => Number(replies[0]!.text.slice(6))).toSorted((a, b) => a - b);
    expect(heard).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    await store.close();
  });

  test('two replicas on one store hear every message once', async () => {
    const one = await set();
    const catalog = await realCatalog();
    const two = answerWith({
      store: one.store,
      dialogs: counting,
      ...around(catalog),
      clock: Date.now,
      log: memoryLog(),
    });
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? one.answer : two)(incoming('x'))));
    expect(new Set(all.map(({ replies }) => replies[0]!.text)).size).toBe(20);
    await one.store.close();
  });

  test('people in one group chat have conversations of their own', async () => {
    const { answer, store } = await set();
    await answer(incoming('one'));
    expect(await texts(answer(incoming('two', { person: { id: 'bob', name: 'Bob' } })))).toEqual(['heard 1']);
    await store.close();
  });

  test('a dialog that fails answers with a reference that is in the log, and the conversation goes on', async () => {
    const { answer, store, log } = await set();
    await answer(incoming('one'));
    const [text] = await texts(answer(incoming('crash')));
    expect(text).toMatch(/^sorry \w+$/);
    expect(text).not.toContain('stack');
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ reference: text!.slice(6) }) }),
    );
    expect(await texts(answer(incoming('two')))).toEqual(['heard 2']);
    await store.close();
  });

  test('a message and what became of its reply have one reference in the log, which names nobody', async () => {
    const { answer, store, log } = await set();
    await answer(incoming('one'), () => Promise.reject(new Error('not now')));
    await answer(incoming('two'));
    const referencesOf = (message: string): readonly string[] =>
      log.lines.flatMap((line) =>
        line.message === message ? [(line.fields as { readonly reference: string }).reference] : [],
      );
    const [first, second] = referencesOf('a message was answered');
    expect(referencesOf('a reply could not be delivered')).toEqual([first]);
    expect(second).not.toBe(first);
    expect(JSON.stringify(log.lines.filter(({ level }) => level === 'debug'))).not.toMatch(/ada|Ada|one|two/);
    await store.close();
  });

  test('a saved step that no longer exists begins anew', async () => {
    const { answer, store } = await set();
    const saved = { dialog: 'gone', step: 'gone', state: { old: true } };
    const turn = { turn: 1, replies: [], effects: [], understood: null };
    await store.commit({ key: 'terminal:c1:ada', turn: 0, saved: null }, { message: 'm', turn, saved, jobs: [] });
    expect(await texts(answer(incoming('one')))).toEqual(['heard 1']);
    await store.close();
  });
});

describe('delivering', () => {
  const delivered = (): { replies: string[]; deliver: (reply: Reply) => Promise<void> } => {
    const replies: string[] = [];
    return { replies, deliver: async (reply) => void replies.push(reply.text) };
  };

  test('a reply that was delivered is not posted again', async () => {
    const posted: string[] = [];
    const { answer, work, wait, store } = await set(async (reply) => void posted.push(reply.text));
    const { replies, deliver } = delivered();
    await answer(incoming('one'), deliver);
    wait(3_600_000);
    expect(await work.once()).toBe(0);
    expect(replies).toEqual(['heard 1']);
    expect(posted).toEqual([]);
    await store.close();
  });

  test('a reply that the platform refused for now is posted later', async () => {
    const posted: string[] = [];
    const { answer, work, wait, store } = await set(async (reply) => void posted.push(reply.text));
    await answer(incoming('one'), async () => {
      throw new ChannelError('busy', { retry: true, retryAfter: 7 });
    });
    wait(6_999);
    expect(await work.once()).toBe(0);
    wait(1);
    expect(await work.once()).toBe(1);
    expect(posted).toEqual(['heard 1']);
    await store.close();
  });

  test('a reply whose place is gone is given up', async () => {
    const { answer, work, wait, store, log } = await set();
    await answer(incoming('one'), async () => {
      throw new ChannelError('the person removed the bot', { retry: false });
    });
    wait(3_600_000);
    expect(await work.once()).toBe(0);
    expect(log.lines.some(({ message }) => message === 'a reply could not be delivered')).toBe(true);
    await store.close();
  });

  test('a reply of a process that died after the commit is posted when its lease ends', async () => {
    const posted: string[] = [];
    const { answer, work, wait, store } = await set(async (reply) => void posted.push(reply.text));
    const message: Incoming = incoming('one');
    void answer(message, () => new Promise(() => {}));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await work.once()).toBe(0);
    wait(30_000);
    expect(await work.once()).toBe(1);
    expect(posted).toEqual(['heard 1']);
    await store.close();
  });

  test('a repeated message is not delivered twice', async () => {
    const { answer, store } = await set();
    const { replies, deliver } = delivered();
    const message = incoming('one');
    await answer(message, deliver);
    await answer(message, deliver);
    expect(replies).toEqual(['heard 1']);
    await store.close();
  });

  test('a platform that stays down is tried again with growing pauses and then given up', async () => {
    let tries = 0;
    const { answer, work, wait, store } = await set(async () => {
      tries++;
      throw new ChannelError('down', { retry: true });
    });
    await answer(incoming('one'), async () => {
      throw new ChannelError('down', { retry: true });
    });
    for (let hour = 0; hour < 24; hour++) {
      wait(3_600_000);
      await work.once();
    }
    expect(tries).toBe(12);
    await store.close();
  });
});
