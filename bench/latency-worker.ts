/** Measures one engine over the catalog repeated so many times, for `npm run bench`: in a process of its own it meets no garbage of the others. */
import { builtIn } from '../src/config.ts';
import { catalogOf } from '../src/knowledge/catalog.ts';
import { readCatalog } from '../src/knowledge/read.ts';
import type { Entry } from '../src/model/catalog.ts';
import { finder, fuse, miniSearch, signpost } from './engines.ts';
import { at, clock, latencies } from './timing.ts';

/** The catalog again and again, each copy with words of its own so that the vocabulary grows with it. */
const repeated = (entries: readonly Entry[], factor: number): readonly Entry[] =>
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

/** Times in milliseconds. */
export type Told = {
  readonly size: string;
  readonly name: string;
  readonly texts: number;
  readonly p50: number;
  readonly p99: number;
};

const engines = { finder, signpost, miniSearch, fuse } as const;

const [, , factor, engineName] = process.argv;
const { filed } = await readCatalog(builtIn);
const copies = repeated(
  filed.map(({ entry }) => entry),
  Number(factor),
);
const { ms, value: catalog } = await clock(() => catalogOf(copies));
const heap = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
const engine = engines[engineName as keyof typeof engines](catalog);
const times = latencies(engine);
const told: Told = {
  size: `${copies.length} entries: indexed in ${ms.toFixed(0)} ms, ${heap} MB of heap`,
  name: engine.name,
  texts: times.length,
  p50: at(times, 0.5),
  p99: at(times, 0.99),
};
process.send!(told, () => process.disconnect());
