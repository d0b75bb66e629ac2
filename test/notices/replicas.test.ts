import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/model/finding.ts';
import type { Check } from '../../src/model/notice.ts';
import { readNotices } from '../../src/notices/read.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { botOf, own, platformOf } from './bot.ts';
import { auditEntry } from '../fakes.ts';
import { minute, noon } from './world.ts';

/** Some replicas over one store and one platform. */
const replicas = async (count: number, checks: readonly Check[] = []) => {
  const clock = { now: noon };
  const store = await sqlite(':memory:', () => clock.now);
  const platform = platformOf();
  const bots = [];
  for (let n = 0; n < count; n++) bots.push(await botOf({ store, platform, clock, checks }));
  return { bots, store, platform, clock, first: bots[0]! };
};

describe('two replicas', () => {
  test('that hear the same at the same time tell it once, with one line at its end', async () => {
    const { bots, first, platform, store } = await replicas(2);
    await first.say('notify here');
    const all = (state: string) =>
      Promise.all(
        bots.flatMap(({ notices }) =>
          Array.from({ length: 5 }, (_, n) =>
            notices.take(readNotices(own(`k${n}`, { state, domains: [`d${n}.example`] }))),
          ),
        ),
      );
    await all('firing');
    await Promise.all(bots.map(({ work }) => work.once()));
    await Promise.all(bots.map((bot) => bot.settle()));
    expect(new Set(platform.messages.map(({ reply }) => reply.title))).toEqual(
      new Set(Array.from({ length: 5 }, (_, n) => `Warning: k${n} is wrong`)),
    );
    expect(platform.messages).toHaveLength(5);
    await all('resolved');
    await Promise.all(bots.map((bot) => bot.settle()));
    const lines = platform.messages.slice(5);
    expect(lines.map(({ reply }) => reply.text)).toEqual(
      Array.from({ length: 5 }, () => 'Over since 2026-03-02 12:00 UTC.'),
    );
    expect(new Set(lines.map(({ place }) => place)).size).toBe(5);
    await store.close();
  });

  test('of which two people take and resolve one notice at once leave it resolved once', async () => {
    const { bots, first, platform, store } = await replicas(2);
    await first.say('notify here');
    await first.notices.take(readNotices(own('k')));
    const acts = bots.flatMap(({ notices }, n) => [
      notices.act({ kind: 'acknowledge', card: '1', by: `p${n}` }, auditEntry(`take ${n}`)),
      notices.act({ kind: 'resolve', card: '1', by: `p${n}` }, auditEntry(`resolve ${n}`, { what: 'resolveNotice' })),
    ]);
    const outcomes = await Promise.all(acts);
    expect(outcomes.filter((outcome) => outcome === 'over').length).toBeGreaterThanOrEqual(1);
    await first.settle();
    expect(platform.messages.filter(({ reply }) => reply.text.includes('resolved it at'))).toHaveLength(1);
    const lines = await store.audits.since(0, 10);
    expect(lines.filter(({ what }) => what === 'resolveNotice')).toHaveLength(1);
    await store.close();
  });

  test('run each check once an interval, and count its failures together', async () => {
    let runs = 0;
    const finding: Finding = {
      key: 'tls',
      check: 'endpoint',
      state: 'firing',
      severity: 'critical',
      title: 'TLS has ended',
      domains: ['contoso.com'],
      codes: [],
    };
    const check: Check = {
      name: 'endpoints',
      every: 5 * minute,
      run: async (state) => {
        runs++;
        return { findings: [finding], state: { count: ((state as { count: number } | undefined)?.count ?? 0) + 1 } };
      },
    };
    const { bots, first, platform, clock, store } = await replicas(2, [check]);
    await first.say('notify here');
    for (let n = 0; n < 3; n++) {
      await Promise.all(bots.map(({ schedule }) => schedule.once()));
      if (n === 0) expect(platform.messages).toEqual([]);
      clock.now += 5 * minute;
    }
    await first.settle();
    expect(runs).toBe(3);
    expect(platform.messages.map(({ reply }) => reply.title)).toEqual(['Critical: TLS has ended']);
    expect((await store.notices.checkRecord('endpoints'))?.state).toEqual({ count: 3 });
    await store.close();
  });
});

test('a restart between any two steps loses and repeats nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  const clock = { now: noon };
  const platform = platformOf();
  const steps: readonly ((bot: Awaited<ReturnType<typeof botOf>>) => Promise<unknown>)[] = [
    (bot) => bot.say('notify here'),
    (bot) => bot.notices.take(readNotices(own('k', { severity: 'critical' }))),
    (bot) => bot.settle(),
    (bot) => bot.press(platform.messages[0]!.reply, 'Snooze 4 h', { who: 'eva' }),
    (bot) => bot.notices.take(readNotices(own('k', { state: 'resolved' }))),
    (bot) => bot.settle(),
    (bot) => bot.pass(60 * minute),
    (bot) => bot.notices.take(readNotices(own('k', { severity: 'critical' }))),
    (bot) => bot.pass(180 * minute),
    (bot) => bot.settle(),
  ];
  for (const step of steps) {
    const bot = await botOf({ store: await sqlite(join(folder, 's.sqlite'), () => clock.now), platform, clock });
    await step(bot);
    await bot.work.stop();
    await bot.close();
  }
  expect(platform.messages.map(({ reply }) => reply.title ?? reply.text)).toEqual([
    'Resolved: k is wrong',
    'eva put it off until 2026-03-02 16:00 UTC.',
    'Over since 2026-03-02 12:00 UTC.',
    'Critical: k is wrong',
  ]);
  rmSync(folder, { recursive: true });
});
