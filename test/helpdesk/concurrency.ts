/** What holds when many things happen at once; run once for each database. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ChannelError } from '../../src/model/errors.ts';
import type { Store } from '../../src/model/ports.ts';
import type { Ticket } from '../../src/model/ticket.ts';
import { bob, eva, form, inChat, inRoom, press, setUp } from './set.ts';

type Bot = Awaited<ReturnType<typeof setUp>>;

const person = (n: number) => ({ id: `p${n}`, name: `Person ${n}` });

/** One database, opened as the replicas of a bot do. */
export type Opened = { readonly open: () => Promise<Store>; readonly close: () => Promise<void> };

export const concurrency = (name: string, make: () => Promise<Opened>): void => {
  describe(`with ${name}`, () => {
    let database: Opened;
    const bots: Bot[] = [];
    const replica = async (): Promise<Bot> => {
      const bot = await setUp({ store: await database.open() });
      bots.push(bot);
      return bot;
    };
    beforeEach(async () => {
      database = await make();
    });
    afterEach(async () => {
      for (const bot of bots.splice(0)) await bot.stop();
      await database.close();
    });
    const tickets = (bot: Bot): Promise<readonly Ticket[]> => bot.store.tickets({ from: 1 }, 1000);
    const settle = async (...all: readonly Bot[]): Promise<void> => {
      for (let round = 0; round < 3; round++) await Promise.all(all.map((bot) => bot.settle()));
    };

    test('tickets opened by two replicas at once get the numbers from 1 on, each once', async () => {
      const [one, two] = [await replica(), await replica()];
      await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? one : two).answer(inChat(person(n), form()))));
      await settle(one, two);
      expect((await tickets(one)).map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    });

    test('a form that is sent ten times, and repeated by the platform, opens one ticket and tells of it once', async () => {
      const [one, two] = [await replica(), await replica()];
      const again = inChat(bob, form(), 'same');
      await Promise.all(
        [again, again, again, ...Array.from({ length: 10 }, () => inChat(bob, form()))].map((message, n) =>
          (n % 2 ? one : two).answer(message),
        ),
      );
      await settle(one, two);
      expect(await tickets(one)).toHaveLength(1);
      const told = [...one.texts('teams'), ...two.texts('teams')].filter((text) => text.includes('is open'));
      expect(told).toHaveLength(1);
    });

    test('of many tickets that one person opens at two replicas at once, as many are opened as one may have', async () => {
      const [one, two] = [await replica(), await replica()];
      await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 2 ? one : two).answer(inChat(bob, form(`f${n}`)))));
      await settle(one, two);
      expect((await tickets(one)).map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      const told = [...one.texts('teams'), ...two.texts('teams')].filter((text) => text.includes('No further ticket'));
      expect(told).toHaveLength(10);
    });

    test('of two who claim at once one wins, and the other is told who', async () => {
      const [one, two] = [await replica(), await replica()];
      await one.answer(inChat(person(1), form()));
      await settle(one, two);
      await Promise.all([
        one.answer(inRoom(bob, press('claim', 'HD-1'))),
        two.answer(inRoom(eva, press('claim', 'HD-1'))),
      ]);
      await settle(one, two);
      const [ticket] = await tickets(one);
      expect(ticket).toMatchObject({ status: 'claimed' });
      const refusals = [...one.texts('slack'), ...two.texts('slack')].filter((text) => text.includes('has had HD-1'));
      expect(refusals).toEqual([expect.stringContaining(`${ticket?.owner?.name} has had HD-1 since`)]);
    });

    test('twenty changes at once all arrive, and the card shows the last', async () => {
      const [one, two] = [await replica(), await replica()];
      await one.answer(inChat(person(1), form()));
      await settle(one, two);
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? one : two).answer(inChat(person(n + 2), { kind: 'chose', choice: 'known:entry:50105' })),
        ),
      );
      await settle(one, two);
      const [ticket] = await tickets(one);
      expect(ticket?.followers).toHaveLength(20);
      expect((await one.store.shown('ticket/1'))?.rev).toBe(ticket?.rev);
    });

    test('a person with any id is found in all that is kept, and nobody else is', async () => {
      const bot = await replica();
      const odd = { id: String.raw`29:a%_\'"\u0000`, name: 'Odd \u0000 One' };
      const near = { id: String.raw`29:abc\'"\u0000`, name: 'Near' };
      for (const one of [odd, near]) {
        await bot.answer(inChat(one, 'AADSTS50105'));
        await bot.answer(inChat(one, { kind: 'chose', choice: 'worked:1', about: '50105' }));
        await bot.answer(inChat(one, form()));
        await bot.settle();
        await bot.answer(inRoom(one, 'queue'));
        await bot.settle();
      }
      const keyOf = (one: typeof odd): string => `teams:${one.id}`;
      expect(await bot.store.tickets({ requester: keyOf(odd) }, 10)).toHaveLength(1);
      const kept = { conversations: 1, turns: 3, outcomes: 1 };
      expect(await bot.store.countPerson(keyOf(odd))).toEqual(kept);
      await bot.answer(inChat(odd, 'yes, delete my data'));
      await bot.settle();
      expect(await bot.store.countPerson(keyOf(odd))).toEqual({ conversations: 0, turns: 0, outcomes: 0 });
      expect(await bot.store.countPerson(keyOf(near))).toEqual(kept);
      expect((await bot.store.tickets({ person: keyOf(odd) }, 10)).length).toBe(0);
      expect((await bot.store.tickets({ person: keyOf(near) }, 10)).length).toBe(1);
      expect((await bot.store.desks())[0]?.people.map((one) => one.name)).toContain('Near');
    });

    test('a message that the requester can no longer get is named in the thread, once', async () => {
      const bot = await replica();
      await bot.answer(inChat(person(1), form()));
      await bot.settle();
      bot.channels.get('teams')!.fault = () => {
        throw new ChannelError('The app was removed there.', { retry: false });
      };
      await bot.answer(inRoom(bob, press('claim', 'HD-1')));
      await bot.settle();
      const lines = bot.texts('slack').filter((text) => text.startsWith('My last message to Person 1 about HD-1'));
      expect(lines).toHaveLength(1);
      expect(await bot.store.dead(10)).toHaveLength(1);
    });

    test('a platform that answers 429, refuses and comes back delays messages and loses none', async () => {
      let now = 1_000_000;
      const bot = await setUp({ store: await database.open(), clock: () => now });
      bots.push(bot);
      let calls = 0;
      const slack = bot.channels.get('slack')!;
      slack.fault = () => {
        if (++calls % 3 !== 0) throw new ChannelError('Slack answered 429.', { retry: true, retryAfter: 1 });
      };
      for (let n = 0; n < 5; n++) await bot.answer(inChat(person(n), form()));
      for (let round = 0; round < 100; round++) {
        await bot.work.once();
        now += 10_000;
      }
      const cards = slack.done.filter(({ kind, reply }) => kind === 'post' && reply.title?.startsWith('HD-'));
      expect(cards.map(({ reply }) => reply.title?.slice(0, 4) ?? '').toSorted()).toEqual([
        'HD-1',
        'HD-2',
        'HD-3',
        'HD-4',
        'HD-5',
      ]);
      const lines = slack.done.filter(({ reply }) => reply.text.startsWith('What you write in this thread'));
      expect(lines).toHaveLength(5);
    });
  });
};
