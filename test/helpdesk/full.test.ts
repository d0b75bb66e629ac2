/** How many tickets one person may have, and all people of the web page together. */
import { expect, test } from '@jest/globals';
import { drawnIn } from '../../dialogs/language.ts';
import { ticketDrawings } from '../../dialogs/ticket-cards.ts';
import { languages } from '../../src/model/language.ts';
import type { Person } from '../../src/model/message.ts';
import { helpdeskDefaults } from '../../src/model/ticket.ts';
import { drawProblems } from '../drawings.ts';
import { incoming, memoryLog } from '../fakes.ts';
import { ada, bob, draft, eva, form, inChat, inRoom, press, setUp } from './set.ts';

const hour = 3_600_000;

const withMost = async (perPerson: number) => {
  let now = Date.parse('2026-11-25T09:00Z');
  const bot = await setUp({ helpdesk: { ...helpdeskDefaults, perPerson }, clock: () => now });
  let sent = 0;
  return {
    ...bot,
    wait: (ms: number) => void (now += ms),
    say: async (who: Person, event: Parameters<typeof inChat>[1]) => {
      await bot.answer(inChat(who, event));
      await bot.settle();
    },
    open: async (who: Person) => {
      await bot.answer(inChat(who, form(`f${++sent}`, { problem: `Payroll is closed, ${sent}` })));
      await bot.settle();
    },
    numbers: async () => (await bot.store.tickets({ from: 1 }, 100)).map(({ number }) => number),
    last: () => bot.channels.get('teams')!.done.at(-1)!.reply,
  };
};

test('whoever has as many as they may is told which, how to add to one, and what they wrote; others are not held up', async () => {
  const bot = await withMost(2);
  for (let n = 0; n < 3; n++) await bot.open(ada);
  await bot.open(bob);
  expect(await bot.numbers()).toEqual([1, 2, 3]);
  const [, , told] = bot.channels
    .get('teams')!
    .done.map(({ reply }) => reply)
    .filter(({ title }) => title);
  expect(told?.title).toBe('No further ticket for now');
  for (const text of ['HD-1: ', 'HD-2: ', 'To add something, write: HD-2: your words', 'Payroll is closed, 3'])
    expect(told?.text).toContain(text);
  expect(told?.actions?.map(({ label }) => label)).toEqual(['Show HD-2', 'Show HD-1']);
  await bot.say(ada, 'HD-2: since 8 am');
  expect(bot.texts('slack').at(-1)).toBe('Ada writes: since 8 am');
  await bot.stop();
});

test('a ticket that the helpdesk solved makes room', async () => {
  const bot = await withMost(1);
  await bot.open(ada);
  await bot.answer(
    inRoom(eva, {
      kind: 'filled',
      choice: 'ticket:resolve',
      about: 'HD-1',
      values: { cause: 'Licence', note: 'Done' },
    }),
  );
  await bot.settle();
  expect((await bot.store.ticket(1))?.status).toBe('resolved');
  await bot.open(ada);
  expect(await bot.numbers()).toEqual([1, 2]);
  await bot.stop();
});

test('withdrawing makes room a day later, so that open and withdraw in turn fill no channel', async () => {
  const bot = await withMost(1);
  await bot.open(ada);
  await bot.say(ada, press('withdraw', 'HD-1'));
  await bot.open(ada);
  expect(await bot.numbers()).toEqual([1]);
  expect(bot.last().text).toContain('withdrawn');
  expect(bot.last().text).not.toContain('To add something');
  bot.wait(25 * hour);
  await bot.open(ada);
  expect(await bot.numbers()).toEqual([1, 2]);
  await bot.stop();
});

test('a form that is sent again at the limit means the ticket that it opened', async () => {
  const bot = await withMost(1);
  await bot.say(ada, form('same'));
  await bot.say(ada, form('same'));
  expect(await bot.numbers()).toEqual([1]);
  expect(bot.texts('teams').filter((text) => text.includes('No further ticket'))).toEqual([]);
  await bot.stop();
});

test('0 is no limit', async () => {
  const bot = await withMost(0);
  for (let n = 0; n < 25; n++) await bot.open(ada);
  expect(await bot.numbers()).toHaveLength(25);
  await bot.stop();
});

test('people of the web page, who may take a name for each ticket, have ten times as many together', async () => {
  const log = memoryLog();
  const bot = await setUp({ names: ['web', 'slack'], helpdesk: { ...helpdeskDefaults, perPerson: 1 }, log });
  for (let n = 0; n < 13; n++) {
    const place = { channel: 'web', conversation: `c${n}` } as const;
    await bot.answer(incoming(form(`f${n}`), { place, person: { id: `c${n}`, name: 'You' } }));
    await bot.settle();
  }
  expect(await bot.store.tickets({ from: 1 }, 100)).toHaveLength(10);
  expect(bot.texts('web').at(-1)).toContain('as many tickets from this page as it can take');
  expect(bot.texts('web').at(-1)).toContain('Payroll is closed for me');
  expect(log.lines.filter(({ message }) => message.startsWith('a ticket was not opened'))).toHaveLength(3);
  await bot.stop();
});

test.each(languages)('both answers are drawn by every channel in %s', async (language) => {
  const bot = await withMost(20);
  for (let n = 0; n < 20; n++) await bot.open(ada);
  const own = await bot.store.tickets({ requester: 'teams:ada' }, 10);
  const cards = drawnIn(language, ticketDrawings);
  const long = draft({ problem: 'x'.repeat(2000) });
  for (const reply of [cards.tooMany(long, own, 20, Date.now()), cards.pageFull(long)])
    expect(drawProblems(reply)).toEqual([]);
  await bot.stop();
});
