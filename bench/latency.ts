/** `npm run bench`: how long it takes to load the catalog and to understand a text, at 1, 10 and 100 times its size, beside fuse.js and MiniSearch. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtIn } from '../src/config.ts';
import { catalogOf } from '../src/knowledge/catalog.ts';
import { readCatalog } from '../src/knowledge/read.ts';
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { type Engine, finder, fuse, miniSearch, signpost } from './engines.ts';
import { readLines } from './read.ts';

const questions = ['symptoms', 'codes'].flatMap(readLines).map((line) => (line as { text: string }).text);

/** The catalog again and again, each copy with words of its own so that the vocabulary grows with it. */
const times = (entries: readonly Entry[], factor: number): readonly Entry[] =>
  Array.from({ length: factor }, (_, copy) =>
    copy === 0
      ? entries
      : entries.map((entry, n) => ({
          ...entry,
          id: `${entry.id}-${copy}`,
          codes: [],
          names: [],
          shared: [],
          sources: [],
          says: [...entry.says, `variant${copy % 100} of case${n} in site${copy}`],
        })),
  ).flat();

const clock = async <T>(run: () => T | Promise<T>): Promise<{ ms: number; value: T }> => {
  const began = performance.now();
  const value = await run();
  return { ms: performance.now() - began, value };
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** One text a time, after a round that is not counted; slow engines see fewer of them, and none runs longer than about ten seconds. */
const latencies = (engine: Engine): readonly number[] => {
  const taken: number[] = [];
  for (const text of questions) if (total(taken) < 3000) taken.push(one(engine, text));
  taken.length = 0;
  for (let round = 0; round < 3; round++)
    for (const text of questions) if (total(taken) < 10_000) taken.push(one(engine, text));
  return taken.toSorted((a, b) => a - b);
};

const one = (engine: Engine, text: string): number => {
  const began = performance.now();
  engine.make(text);
  return performance.now() - began;
};

const total = (list: readonly number[]): number => list.reduce((sum, ms) => sum + ms, 0);

const at = (sorted: readonly number[], share: number): string =>
  `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)} ms`;

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
const { name, make } = signpost(relaid.value);
const sorted = latencies({ name, make });
print(`  answering: p50 ${at(sorted, 0.5)}, p99 ${at(sorted, 0.99)}`);

for (const factor of [1, 10, 100]) {
  const copies = times(entries, factor);
  const made = await clock(() => catalogOf(copies));
  const memory = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  print(`\n${copies.length} entries: indexed in ${made.ms.toFixed(0)} ms, ${memory} MB of heap`);
  const catalog: Catalog = made.value;
  for (const engineOf of [finder, signpost, miniSearch, fuse]) {
    const engine = engineOf(catalog);
    const taken = latencies(engine);
    print(
      `  ${engine.name.padEnd(13)} p50 ${at(taken, 0.5).padStart(11)}  p99 ${at(taken, 0.99).padStart(11)}  (${taken.length} texts)`,
    );
  }
}
