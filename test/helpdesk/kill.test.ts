/** A bot that is killed at any moment loses no ticket and opens none twice. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { sqlite } from '../../src/store/sqlite.ts';

const child = new URL('kill-child.ts', import.meta.url).pathname;
const all = 60;

/** How long a bot that died keeps the jobs that it had taken up, and more, in milliseconds. */
const lease = 120_000;

const linesIn = (log: string): number => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0);

/** Runs the bot until it is done, or kills it as soon as it has posted so many messages more. */
const run = async (store: string, log: string, later: number, killAfter: number | null): Promise<void> => {
  const bot = spawn(process.execPath, ['--no-warnings', child, store, log, String(all), String(later)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  bot.stdout.on('data', (chunk) => (out += chunk));
  const ended = once(bot, 'exit');
  while (!out.includes('ready') && bot.exitCode === null) await setTimeout(5);
  if (killAfter !== null) {
    const enough = linesIn(log) + killAfter;
    while (linesIn(log) < enough && bot.exitCode === null) await setTimeout(1);
    bot.kill('SIGKILL');
  }
  await ended;
  if (killAfter === null) expect(out).toContain('done');
};

test('kill -9 under load, again and again, loses no ticket, opens none twice, and tells of each', async () => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  const [file, log] = [join(home, 'store.sqlite'), join(home, 'log')];
  const waits = [5, 17, 32];
  for (const [n, wait] of waits.entries()) await run(file, log, n * lease, wait);
  const before = await sqlite(file);
  const midway = (await before.tickets({ from: 1 }, 1000)).length;
  await before.close();
  expect(midway).toBeGreaterThan(0);
  await run(file, log, waits.length * lease, null);

  const store = await sqlite(file);
  const tickets = await store.tickets({ from: 1 }, 1000);
  expect(tickets.map(({ number }) => number)).toEqual(Array.from({ length: all }, (_, n) => n + 1));
  expect(new Set(tickets.map(({ requester }) => requester?.key)).size).toBe(all);
  const waiting = await store.due(1000, Date.now() + 3_600_000, Date.now() + 3_600_000);
  await store.close();
  expect(existsSync(log)).toBe(true);
  const told = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { to: string; title: string });
  const titles = new Set([
    ...told.map(({ title }) => title),
    ...waiting.map(({ job }) => (job.kind === 'post' ? (job.reply.title ?? '') : '')),
  ]);
  for (const { number } of tickets) {
    expect(titles).toContain(`Ticket HD-${number} is open`);
    expect([...titles].some((title) => title.startsWith(`HD-${number} (`))).toBe(true);
  }
  rmSync(home, { recursive: true });
}, 60_000);
