/** A clock that jumps: a day forwards, as after a wrong start or a long sleep, or an hour back, as when it is set right. */
import { describe, expect, test } from '@jest/globals';
import { scheduleOf } from '../../src/engine/schedule.ts';
import type { Check } from '../../src/model/notice.ts';
import { readNotices } from '../../src/notices/read.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog } from '../fakes.ts';
import { ada, eva, form, inChat, inRoom, press, setUp } from '../helpdesk/set.ts';
import { botOf, own } from '../notices/bot.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A helpdesk whose clock is set by hand. */
const desk = async () => {
  const time = { now: Date.parse('2026-03-02T12:00:00Z') };
  const store = await sqlite(':memory:', () => time.now);
  const bot = await setUp({ store, clock: () => time.now });
  const schedule = scheduleOf(bot.tasks, { store, clock: () => time.now, log: memoryLog() });
  const texts = (): readonly string[] => [...bot.texts('slack'), ...bot.texts('teams')];
  return {
    ...bot,
    time,
    /** Lets time pass as it should, with tasks and jobs run every minute. */
    async pass(span: number): Promise<void> {
      for (const end = time.now + span; time.now < end; ) {
        time.now += Math.min(minute, end - time.now);
        await schedule.once();
        await bot.settle();
      }
    },
    count: (words: string): number => texts().filter((text) => text.includes(words)).length,
    async close(): Promise<void> {
      await bot.stop();
      await store.close();
    },
  };
};

describe.each([
  ['a day forwards', day],
  ['an hour back', -hour],
])('while a message waits, a clock that jumps %s', (_name, span) => {
  test('neither loses nor doubles it, and others go on', async () => {
    const bot = await desk();
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    await bot.answer(inRoom(eva, press('claim', 'HD-1')));
    bot.time.now += span;
    await bot.answer(inRoom(eva, 'HD-1: which app is it?'));
    await bot.settle();
    await bot.pass(20 * minute);
    const ticket = (await bot.store.ticket(1))!;
    expect(ticket.history.filter(({ what }) => what === 'claim')).toHaveLength(1);
    expect(bot.count('which app is it?')).toBe(1);
    expect(await bot.store.backlog(bot.time.now)).toEqual({ waiting: 0, late: 0, failed: 0 });
    await bot.close();
  });

  test('neither loses nor doubles one that is to be tried again', async () => {
    const bot = await desk();
    let refused = 0;
    bot.channels.get('slack')!.fault = () => {
      if (refused++ === 0) throw new Error('Slack is away.');
    };
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    expect(refused).toBe(1);
    bot.time.now += span;
    await bot.pass(5 * minute);
    const cards = bot.channels
      .get('slack')!
      .done.filter(({ kind, reply }) => kind === 'post' && reply.title?.startsWith('HD-1 (open)'));
    expect(cards).toHaveLength(1);
    expect(await bot.store.backlog(bot.time.now)).toEqual({ waiting: 0, late: 0, failed: 0 });
    await bot.close();
  });
});

describe('reminders of a ticket that nobody has claimed', () => {
  test('whose times a jump went past come as one', async () => {
    const bot = await desk();
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    bot.time.now += day;
    await bot.pass(hour);
    expect(bot.count('Nobody has claimed HD-1')).toBe(1);
    await bot.close();
  });

  test('are late by what the clock went back, and none comes twice', async () => {
    const bot = await desk();
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    await bot.pass(45 * minute);
    expect(bot.count('Nobody has claimed HD-1')).toBe(1);
    bot.time.now -= hour;
    await bot.pass(2 * hour);
    expect(bot.count('Nobody has claimed HD-1')).toBe(1);
    await bot.pass(20 * minute);
    expect(bot.count('Nobody has claimed HD-1')).toBe(2);
    await bot.pass(10 * hour);
    expect(bot.count('Nobody has claimed HD-1')).toBe(3);
    await bot.close();
  });

  test('a ticket that was resolved is closed once when the clock jumps past its end and back', async () => {
    const bot = await desk();
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    await bot.answer(
      inRoom(eva, {
        kind: 'filled',
        choice: 'ticket:resolve:r1',
        about: 'HD-1',
        values: { cause: 'No licence', note: 'Assigned' },
      }),
    );
    await bot.settle();
    await bot.pass(4 * day);
    bot.time.now += day;
    await bot.pass(2 * minute);
    bot.time.now -= day;
    await bot.pass(2 * hour);
    const ticket = (await bot.store.ticket(1))!;
    expect(ticket.history.filter(({ what }) => what === 'close')).toHaveLength(1);
    await bot.close();
  }, 30_000);
});

describe('notices and checks', () => {
  const healthy: Check = { name: 'tls', every: 5 * minute, run: async () => ({ findings: [], state: null }) };

  test('a jump of a day tells a notice that goes on once more, as its four hours are over, and nothing else', async () => {
    const bot = await botOf({ checks: [healthy] });
    await bot.say('notify here');
    await bot.pass(hour);
    await bot.notices.take(readNotices(own('proxy', { severity: 'critical' })));
    await bot.settle();
    const before = bot.platform.messages.length;
    bot.time.now += day;
    await bot.pass(hour);
    expect(bot.titles().slice(before)).toEqual([expect.stringContaining('proxy')]);
    expect(bot.titles().filter((title) => title.includes('has not succeeded'))).toEqual([]);
    await bot.close();
  });

  test('after an hour back nothing is told again, checks run within ten minutes, and what is new is told at once', async () => {
    let runs = 0;
    const counted: Check = { ...healthy, run: async () => ({ findings: [], state: { runs: ++runs } }) };
    const bot = await botOf({ checks: [counted] });
    await bot.say('notify here');
    await bot.pass(hour);
    await bot.notices.take(readNotices(own('proxy', { severity: 'critical' })));
    await bot.settle();
    const told = bot.platform.messages.length;
    const ran = runs;
    bot.time.now -= hour;
    await bot.notices.take(readNotices(own('proxy', { severity: 'critical' })));
    await bot.pass(10 * minute);
    expect(bot.platform.messages).toHaveLength(told);
    expect(runs).toBeGreaterThan(ran);
    await bot.notices.take(readNotices(own('mail')));
    await bot.settle();
    expect(bot.platform.messages).toHaveLength(told + 1);
    await bot.close();
  });
});
