/** `npm run bench`: how long it takes to load the catalog and to understand a text, at 1, 10 and 100 times its size, beside fuse.js and MiniSearch. */
import { readFileSync } from 'node:fs';
import { builtIn } from '../src/config.ts';
import { catalogOf } from '../src/knowledge/catalog.ts';
import { readCatalog } from '../src/knowledge/read.ts';
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { type Engine, fuse, miniSearch, signpost } from './engines.ts';

const questions = ['symptoms', 'codes'].flatMap((name) =>
  readFileSync(new URL(`../test/questions/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text),
);

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

/** One text a time; slow engines see fewer of them, and none runs longer than about ten seconds. */
const latencies = (engine: Engine): readonly number[] => {
  const taken: number[] = [];
  for (const text of questions.slice(0, 50)) if (total(taken) < 3000) taken.push(one(engine, text));
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

const read = await clock(() => readCatalog(builtIn));
const entries = read.value.filed.map(({ entry }) => entry);
print(`reading and checking ${entries.length} entries: ${read.ms.toFixed(0)} ms`);

for (const factor of [1, 10, 100]) {
  const many = times(entries, factor);
  const made = await clock(() => catalogOf(many));
  const memory = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  print(`\n${many.length} entries: indexed in ${made.ms.toFixed(0)} ms, ${memory} MB of heap`);
  const catalog: Catalog = made.value;
  for (const make of [signpost, miniSearch, fuse]) {
    const engine = make(catalog);
    const sorted = latencies(engine);
    print(
      `  ${engine.name.padEnd(11)} p50 ${at(sorted, 0.5).padStart(11)}  p99 ${at(sorted, 0.99).padStart(11)}  (${sorted.length} texts)`,
    );
  }
}
