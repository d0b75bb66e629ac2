/** Reads and writes what `npm run fit` learnt: one line for each value, so that a change can be read in a diff. */
import { readFileSync } from 'node:fs';

/** The topics that a cue speaks for (or, below zero, against) and how much. */
export type Weights = { readonly at: Uint8Array; readonly by: Float32Array };

/**
 * `topics` are the classes, `bias` what speaks for each beforehand, `weights` what each cue adds;
 * `entries` are the ids that it was learnt from; `models` are small logistic models by name, each a weight by feature.
 */
export type Learnt = {
  readonly topics: readonly string[];
  readonly bias: readonly number[];
  readonly entries: ReadonlySet<string>;
  readonly models: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly weights: ReadonlyMap<string, Weights>;
};

/** Weights are kept as whole hundredths. */
const unit = 100;

const head = '# Learnt by `npm run fit` from the catalog and test/questions; not to be edited by hand.';

/** Cues are lines with a tabulator; the rest are lists that begin with their name. */
export const write = ({ topics, bias, entries, models, weights }: Learnt): string =>
  `${[
    head,
    `topics ${topics.join(' ')}`,
    `bias ${bias.map((value) => Math.round(value * unit)).join(' ')}`,
    `entries ${[...entries].join(' ')}`,
    ...Object.entries(models).map(
      ([name, model]) =>
        `model ${name} ${Object.entries(model)
          .map((pair) => pair.join('='))
          .join(' ')}`,
    ),
    ...[...weights].map(
      ([cue, { at, by }]) => `${cue}\t${Array.from(at, (n, k) => `${n}:${Math.round(by[k]! * unit)}`).join(' ')}`,
    ),
  ].join('\n')}\n`;

export const parse = (text: string): Learnt => {
  const lists = new Map<string, readonly string[]>();
  const models: Record<string, Record<string, number>> = {};
  const weights = new Map<string, Weights>();
  for (const line of text.split('\n')) {
    const [cue, sums] = line.split('\t');
    if (sums !== undefined) {
      const pairs = sums.split(' ').map((pair) => pair.split(':').map(Number));
      weights.set(cue!, {
        at: Uint8Array.from(pairs, ([n]) => n!),
        by: Float32Array.from(pairs, ([, by]) => by! / unit),
      });
      continue;
    }
    const [name = '', ...rest] = line.split(' ');
    if (name === 'model')
      models[rest[0]!] = Object.fromEntries(
        rest
          .slice(1)
          .map((pair) => pair.split('='))
          .map(([k, v]) => [k, Number(v)]),
      );
    else lists.set(name, rest);
  }
  return {
    topics: lists.get('topics') ?? [],
    bias: (lists.get('bias') ?? []).map((value) => Number(value) / unit),
    entries: new Set(lists.get('entries') ?? []),
    models,
    weights,
  };
};

export const learntFile = new URL('./learnt.txt', import.meta.url);

let kept: Learnt | undefined;

/** What is learnt of the built-in catalog, read once. */
export const learnt = (): Learnt => (kept ??= parse(readFileSync(learntFile, 'utf8')));
