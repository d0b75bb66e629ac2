/** Reads and writes what `npm run fit` learnt: one line for each value, so that a change can be read in a diff. */
import { readFileSync } from 'node:fs';

/**
 * What each cue says. The row of a cue is its place in `starts`; from there to the start of the next one, `at` are the
 * topics that it speaks for (or, below zero, against) and `by` how much.
 */
export type Weights = {
  readonly rows: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly at: Uint8Array;
  readonly by: Float32Array;
};

/** Weights of cues that are told one after the other, each by the places of its topics and how much it says of them. */
export const gathered = () => {
  const rows = new Map<string, number>();
  const starts = [0];
  const at: number[] = [];
  const by: number[] = [];
  return {
    add(topic: number, weight: number) {
      at.push(topic);
      by.push(weight);
    },
    /** Ends the row of a cue. */
    end(cue: string) {
      rows.set(cue, rows.size);
      starts.push(at.length);
    },
    weights: (): Weights => ({
      rows,
      starts: Uint32Array.from(starts),
      at: Uint8Array.from(at),
      by: Float32Array.from(by),
    }),
  };
};

/**
 * `topics` are the classes, `bias` what speaks for each beforehand, `weights` what each cue adds;
 * `entries` are the ids that it was learnt from; `models` are small logistic models by name, each a weight by feature.
 */
export type Learnt = {
  readonly topics: readonly string[];
  readonly bias: readonly number[];
  readonly entries: ReadonlySet<string>;
  readonly models: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly weights: Weights;
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
    ...[...weights.rows].map(([cue, row]) => `${cue}\t${written(weights, row)}`),
  ].join('\n')}\n`;

const written = ({ starts, at, by }: Weights, row: number): string =>
  Array.from(
    at.subarray(starts[row], starts[row + 1]),
    (topic, n) => `${topic}:${Math.round(by[starts[row]! + n]! * unit)}`,
  ).join(' ');

export const parse = (text: string): Learnt => {
  const lists = new Map<string, readonly string[]>();
  const models: Record<string, Record<string, number>> = {};
  const { add, end, weights } = gathered();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab >= 0) {
      for (let from = tab + 1; from < line.length; ) {
        const colon = line.indexOf(':', from);
        const blank = line.indexOf(' ', colon);
        const to = blank < 0 ? line.length : blank;
        add(Number(line.slice(from, colon)), Number(line.slice(colon + 1, to)) / unit);
        from = to + 1;
      }
      end(line.slice(0, tab));
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
    weights: weights(),
  };
};

export const learntFile = new URL('./learnt.txt', import.meta.url);

let kept: Learnt | undefined;

/** What is learnt of the built-in catalog, read once. */
export const learnt = (): Learnt => (kept ??= parse(readFileSync(learntFile, 'utf8')));
