/** Reminders at rest, what is deleted in time, and what is deleted on a person's word. */
import { describe, expect, test } from '@jest/globals';
import { remind, tidy } from '../../src/helpdesk/remind.ts';
import { ticketDrawings } from '../../dialogs/ticket-cards.ts';
import { isQuiet } from '../../src/model/quiet.ts';
import { helpdeskDefaults } from '../../src/model/ticket.ts';
import { memoryLog } from '../fakes.ts';
import { ada, bob, eva, form, inChat, inRoom, press, setUp } from './set.ts';

const day = 86_400_000;

test.each([
  ['22-6 at 23:30', 22, 6, 'UTC', '2026-11-25T23:30Z', true],
  ['22-6 at 5:59', 22, 6, 'UTC', '2026-11-25T05:59Z', true],
  ['22-6 at 6:00', 22, 6, 'UTC', '2026-11-25T06:00Z', false],
  ['12-14 at 13:00', 12, 14, 'UTC', '2026-11-25T13:00Z', true],
  ['12-14 at 14:00', 12, 14, 'UTC', '2026-11-25T14:00Z', false],
  ['22-6 in Tokyo at 23:00 there', 22, 6, 'Asia/Tokyo', '2026-11-25T14:00Z', true],
  ['0-24 never ends, so it is none', 0, 0, 'UTC', '2026-11-25T14:00Z', false],
] as const)('quiet hours: %s', (_, from, to, zone, at, quiet) => {
  expect(isQuiet({ from, to, zone }, Date.parse(at))).toBe(quiet);
});

test('nobody is reminded in quiet hours, and everybody after them', async () => {
  let now = Date.parse('2026-11-25T21:50Z');
  const helpdesk = { ...helpdeskDefaults, quiet: { from: 22, to: 6 } };
  const bot = await setUp({ clock: () => now, helpdesk });
  await bot.answer(inChat(ada, form()));
  await bot.settle();
  const parts = {
    store: bot.store,
    drawings: () => ticketDrawings,
    settings: helpdesk,
    clock: () => now,
    log: memoryLog(),
  };
  now = Date.parse('2026-11-25T23:00Z');
  expect(await remind(parts)).toBe(0);
  now = Date.parse('2026-11-26T06:01Z');
  expect(await Promise.all([remind(parts), remind(parts)])).toEqual([1, 1]);
  await bot.settle();
  expect(bot.texts('slack').filter((text) => text.startsWith('Nobody has claimed HD-1'))).toHaveLength(1);
  await bot.stop();
});

test('tickets that are over for a year are deleted with their cards, active ones never', async () => {
  let now = 0;
  const bot = await setUp({ clock: () => now });
  await bot.answer(inChat(ada, form()));
  await bot.answer(inChat(bob, form()));
  await bot.settle();
  await bot.answer(inChat(ada, press('withdraw', 'HD-1')));
  await bot.settle();
  const parts = {
    store: bot.store,
    drawings: () => ticketDrawings,
    settings: helpdeskDefaults,
    clock: () => now,
    log: memoryLog(),
  };
  now = 364 * day;
  expect(await tidy(parts)).toBe(0);
  now = 366 * day;
  expect(await tidy(parts)).toBe(1);
  expect(await bot.store.shown('ticket/1')).toBeUndefined();
  expect((await bot.store.tickets({ from: 1 }, 10)).map(({ number }) => number)).toEqual([2]);
  await bot.answer(inChat(ada, 'HD-1'));
  await bot.settle();
  expect(bot.texts('teams').at(-1)).toContain('There is no ticket HD-1');
  await bot.stop();
});

describe('what people said', () => {
  test('is gone from the store once it was passed on', async () => {
    const bot = await setUp();
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    await bot.answer(inChat(ada, 'HD-1: only between us'));
    await bot.settle();
    expect(bot.texts('slack').some((text) => text.includes('only between us'))).toBe(true);
    const kept = await bot.store.due(1000, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    expect(JSON.stringify([kept, await bot.store.tickets({ from: 1 }, 10)])).not.toContain('between us');
    await bot.stop();
  });

  test('and who they are is deleted on their word, on tickets of others too', async () => {
    const bot = await setUp();
    await bot.answer(inChat(ada, 'AADSTS50105'));
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    await bot.answer(inRoom(eva, press('claim', 'HD-1')));
    await bot.answer(inChat(bob, form()));
    await bot.settle();
    await bot.answer(inChat(ada, { kind: 'chose', choice: 'known:entry:50105' }));
    await bot.settle();
    await bot.answer(inChat(ada, 'yes, delete my data'));
    await bot.settle();
    expect(await bot.store.tickets({ person: 'teams:ada' }, 10)).toEqual([]);
    expect(JSON.stringify(await bot.store.ticket(1))).not.toMatch(/\bada\b/i);
    expect(await bot.store.countPerson('teams:ada')).toEqual({ conversations: 0, turns: 0, outcomes: 0 });
    expect((await bot.store.countPerson('teams:bob')).conversations).toBe(1);
    expect((await bot.store.ticket(2))?.requester?.name).toBe('Bob');
    expect(bot.texts('slack').at(-1)).not.toContain('Ada');
    await bot.answer(inRoom(eva, 'yes, delete my data'));
    await bot.settle();
    const [desk] = await bot.store.desks();
    expect(desk?.people).toEqual([]);
    expect(await bot.store.ticket(1)).toMatchObject({ status: 'open', owner: null });
    await bot.answer(inRoom(bob, press('claim', 'HD-1')));
    await bot.settle();
    expect((await bot.store.ticket(1))?.owner?.name).toBe('Bob');
    await bot.stop();
  });

  test('and their name goes from what others did to them and from what they solved for others', async () => {
    const bot = await setUp();
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    await bot.answer(inRoom(bob, 'show queue'));
    await bot.settle();
    const filled = (choice: string, values: Readonly<Record<string, string>>) =>
      ({ kind: 'filled', choice: `ticket:${choice}`, about: 'HD-1', values }) as const;
    await bot.answer(inRoom(eva, filled('assign', { to: 'bob' })));
    await bot.settle();
    expect((await bot.store.ticket(1))?.history.at(-1)).toMatchObject({ what: 'assign', detail: 'Bob' });
    await bot.answer(inRoom(eva, filled('assign', { to: 'eva' })));
    await bot.settle();
    await bot.answer(inRoom(bob, filled('resolve', { cause: 'No group', note: 'Added' })));
    await bot.settle();
    expect((await bot.store.ticket(1))?.resolution?.by).toBe('Bob');
    await bot.answer(inRoom(bob, 'yes, delete my data'));
    await bot.settle();
    const ticket = await bot.store.ticket(1);
    expect(JSON.stringify(ticket)).not.toMatch(/\bbob\b/i);
    expect(ticket?.owner?.name).toBe('Eva');
    expect(ticket?.resolution).toMatchObject({ cause: 'No group', by: '' });
    await bot.answer(inRoom(eva, 'yes, delete my data'));
    await bot.settle();
    const left = await bot.store.ticket(1);
    expect(JSON.stringify(left)).not.toMatch(/\beva\b/i);
    expect(left).toMatchObject({ status: 'resolved', owner: { name: '' } });
    await bot.stop();
  });
});
