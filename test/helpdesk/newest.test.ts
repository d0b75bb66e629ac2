/** What people want done with their ticket without its number. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ticketDrawings } from '../../dialogs/ticket-cards.ts';
import { helpdesk } from '../../src/helpdesk/helpdesk.ts';
import { helpdeskDefaults } from '../../src/model/ticket.ts';
import { memoryLog } from '../fakes.ts';
import { ada, bob, form, inChat, setUp } from './set.ts';

let bot: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  bot = await setUp();
});
afterEach(() => bot.stop());

const say = async (who: typeof ada, event: Parameters<typeof inChat>[1]): Promise<void> => {
  await bot.answer(inChat(who, event));
  await bot.settle();
};
const statuses = async (): Promise<readonly string[]> =>
  (await bot.store.tickets({ from: 1 }, 10)).map(({ status }) => status);

test('the newest of their own that is active is meant, and then the one before', async () => {
  await say(ada, form('f1'));
  await say(ada, form('f2'));
  await say(bob, form('f3'));
  await say(ada, 'close my ticket');
  expect(await statuses()).toEqual(['open', 'withdrawn', 'open']);
  await say(ada, 'add to the ticket: since 8 am');
  expect(bot.texts('slack').at(-1)).toBe('Ada writes: since 8 am');
  await say(ada, 'close my ticket');
  expect(await statuses()).toEqual(['withdrawn', 'withdrawn', 'open']);
});

test('where none is active, their tickets are listed', async () => {
  await say(ada, 'close my ticket');
  expect(bot.texts('teams').at(-1)).toBe('You have no tickets.');
});

test('a message that arrives twice closes one ticket', async () => {
  await say(ada, form('f1'));
  await say(ada, form('f2'));
  await bot.answer(inChat(ada, 'close my ticket', 'm1'));
  await bot.answer(inChat(ada, 'close my ticket', 'm1'));
  await bot.settle();
  expect(await statuses()).toEqual(['open', 'withdrawn']);
});

test('a job that runs twice closes one ticket', async () => {
  await say(ada, form('f1'));
  await say(ada, form('f2'));
  const { handlers } = helpdesk({
    store: bot.store,
    drawings: () => ticketDrawings,
    settings: helpdeskDefaults,
    clock: Date.now,
    log: memoryLog(),
  });
  const { place, person } = inChat(ada, '');
  const job = {
    kind: 'changeTicket',
    ticket: 'newest',
    change: { kind: 'withdraw' },
    key: 'k1',
    from: { place, person, conversation: 'c1', turn: 1, at: 0 },
  } as const;
  await handlers.changeTicket!(job);
  await handlers.changeTicket!(job);
  expect(await statuses()).toEqual(['open', 'withdrawn']);
});
