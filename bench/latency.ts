/** `npm run bench`: how long it takes to load the catalog and to understand a text, at 1, 10 and 100 times its size, beside fuse.js and MiniSearch, each in a process of its own. The exit status is 1 when a target is missed. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtIn } from '../src/config.ts';
import { catalogOf } from '../src/knowledge/catalog.ts';
import { readCatalog } from '../src/knowledge/read.ts';
import type { Entry } from '../src/model/catalog.ts';
import { signpost } from './engines.ts';
import type { Told } from './latency-worker.ts';
import { at, clock, latencies } from './timing.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Writes copies of the catalog's files, without their codes, into a folder of their own. */
const copiesIn = (
  folder: string,
  filed: readonly { readonly entry: Entry; readonly text: string }[],
  count: number,
): void => {
  for (let n = 0; n < count; n++) {
    const { entry, text } = filed[n % filed.length]!;
    const shelf = `${folder}/${Math.floor(n / 900)}`;
    mkdirSync(shelf, { recursive: true });
    writeFileSync(`${shelf}/${entry.id}-${n}.md`, text.replace(/^(?:codes|names|alike): .*\n/gm, ''));
  }
};

const read = await clock(() => readCatalog(builtIn));
const entries = read.value.filed.map(({ entry }) => entry);
print(`reading and checking ${entries.length} entries: ${read.ms.toFixed(0)} ms`);

const many = 20_000;
const home = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
copiesIn(home, read.value.filed, many);
const reread = await clock(() => readCatalog(builtIn, home));
const relaid = await clock(() => catalogOf(reread.value.filed.map(({ entry }) => entry)));
rmSync(home, { recursive: true });
const sizes = `${(reread.ms / 1000).toFixed(1)} s, indexing ${(relaid.ms / 1000).toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`;
print(`reading and checking ${reread.value.filed.length} files, ${many} of them an organisation's own: ${sizes}`);
const sorted = latencies(signpost(relaid.value));
print(`  answering: p50 ${at(sorted, 0.5).toFixed(2)} ms, p99 ${at(sorted, 0.99).toFixed(2)} ms`);

const measured = async (factor: number, engine: string): Promise<Told> => {
  const child = fork(new URL('./latency-worker.ts', import.meta.url), [String(factor), engine]);
  const exit = once(child, 'exit');
  const failed = exit.then(([status]) => {
    throw new Error(`${engine} over ${factor} catalogs ended with status ${status} before it told its times.`);
  });
  const [told] = await Promise.race([once(child, 'message'), failed]);
  await exit;
  return told;
};

/** The p99 in milliseconds that understanding may take. */
const most = { 1: 1, 10: 10, 100: 10 } as const;
const leastTimesFuse = 100;

let missed = 0;
const judge = (what: string, met: boolean): void => {
  if (!met) missed++;
  print(`  ${what}: ${met ? 'met' : 'MISSED'}`);
};

for (const factor of [1, 10, 100] as const) {
  const tolds: Told[] = [];
  for (const engine of ['finder', 'signpost', 'miniSearch', 'fuse']) {
    const told = await measured(factor, engine);
    if (tolds.length === 0) print(`\n${told.size}`);
    const [p50, p99] = [told.p50, told.p99].map((ms) => `${ms.toFixed(2)} ms`.padStart(11));
    print(`  ${told.name.padEnd(13)} p50 ${p50}  p99 ${p99}  (${told.texts} texts)`);
    tolds.push(told);
  }
  const [understanding, fuse] = [tolds[0]!.p99, tolds[3]!.p99];
  judge(`understanding within ${most[factor]} ms`, understanding <= most[factor]);
  judge(`${Math.round(fuse / understanding)} times as fast as fuse.js`, fuse >= leastTimesFuse * understanding);
}
process.exitCode = missed > 0 ? 1 : 0;
