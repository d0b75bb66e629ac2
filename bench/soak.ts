/**
 * `npm run soak`: the whole app under load for five minutes, or `-- --minutes 30`, with new people and conversations all the
 * time. A day of a busy helpdesk passes in the first of them. Fails when the heap after a garbage collection goes on growing.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMeasured } from './children.ts';
import { inSlack, inTeams, signingSecret, startWorld } from './world.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' } } });
const minutes = Number(values.minutes);
const samples = 20;
const texts = ['I get AADSTS50105 when signing in', 'thanks', 'users are asked to sign in again and again', '80043431'];

/** How much the heap may grow from the second quarter to the last. */
const most = { share: 1.05, bytes: 3e6 } as const;

const home = mkdtempSync(join(tmpdir(), 'signpost-soak-'));
const world = await startWorld();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const bot = await startMeasured(new URL('./signpost.ts', import.meta.url), {
  cwd: home,
  flags: ['--expose-gc'],
  env: {
    SIGNPOST_STORE: join(home, 'store.sqlite'),
    SLACK_BOT_TOKEN: 'xoxb-soak',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: `${world.url}/api/`,
    BOTH: 'yes',
  },
});

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

try {
  const heaps: number[] = [];
  let messages = 0;
  const began = performance.now();
  for (let sample = 1; sample <= samples; sample++) {
    const until = began + (minutes * 60_000 * sample) / samples;
    while (performance.now() < until) {
      for (const text of texts) {
        const writes = messages % 3 === 0 ? inSlack : inTeams(world.url);
        const { messages: sent } = await world.drive(bot.origin, writes, text, 50, 8);
        messages += sent;
      }
    }
    // Garbage that waits for timers and sockets goes with them.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { heap, rss } = await bot.gauge('collect');
    heaps.push(heap);
    const store = statSync(join(home, 'store.sqlite')).size;
    print(
      `${((performance.now() - began) / 60_000).toFixed(1).padStart(5)} min ${String(messages).padStart(8)} messages   heap ${(heap / 1e6).toFixed(1)} MB   RSS ${Math.round(rss / 1e6)} MB   store ${Math.round(store / 1e6)} MB`,
    );
  }
  const [early, late] = [mean(heaps.slice(samples / 4, samples / 2)), mean(heaps.slice((samples * 3) / 4))];
  const flat = late <= Math.max(early * most.share, early + most.bytes);
  print(
    `Heap after a collection: ${(early / 1e6).toFixed(1)} MB in the second quarter, ${(late / 1e6).toFixed(1)} MB in the last. ${flat ? 'It is flat.' : 'It GROWS.'}`,
  );
  print(`${world.counts.answers} answers to ${messages} messages, ${world.counts.unasked} more than asked.`);
  process.exitCode = flat && world.counts.unasked === 0 && world.counts.answers === messages ? 0 : 1;
} finally {
  await bot.stop();
  await world.close();
  rmSync(home, { recursive: true });
}
