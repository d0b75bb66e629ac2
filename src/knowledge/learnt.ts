/** Reads and writes what `npm run fit` learnt: a line of JSON that names everything, and after it the numbers of the network. */
import { readFileSync } from 'node:fs';

/** How many features the network makes of a text. */
export const width = 256;

/**
 * A network with one layer of features between the cues of a text and the topics. The row of a cue is its place in `rows`;
 * the `width` cells of its row, two in a byte and the lower one first, times its scale are what it adds to the features, which begin at `features`.
 * `out` says how much each feature speaks for the first topic, then for the second, and so on; `bias` what speaks for each beforehand.
 */
export type Network = {
  readonly rows: ReadonlyMap<string, number>;
  readonly cells: Uint8Array;
  readonly scales: Float32Array;
  readonly features: Float32Array;
  readonly out: Float32Array;
  readonly bias: Float32Array;
};

/** What each feature says for the first entry against the others of its topic, then for the second, and so on; `bias` is what speaks for each beforehand. */
export type Tellers = { readonly out: Float32Array; readonly bias: Float32Array };

/**
 * How a follow-up's choices are ranked: the weight of each feature, and how each cue of what is asked and of what is told
 * leans in a few directions that were learnt.
 */
export type Ranking = {
  readonly weights: Readonly<Record<string, number>>;
  readonly asks: Readonly<Record<string, readonly number[]>>;
  readonly tells: Readonly<Record<string, readonly number[]>>;
};

/**
 * `topics` are the classes; `entries` are the ids that they were learnt from, with their places in `tellers`, which tell entries of one topic apart;
 * `models` are small logistic models by name, each a weight by feature; `parts` ranks the parts of an entry, `faq` the questions beside it, and `findings` what people find after it.
 */
export type Learnt = {
  readonly topics: readonly string[];
  readonly entries: ReadonlyMap<string, number>;
  readonly models: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly parts: Ranking;
  readonly faq: Ranking;
  readonly findings: Ranking;
  readonly network: Network;
  readonly tellers: Tellers;
};

const about = 'Learnt by `npm run fit` from the catalog and test/questions; not to be edited by hand.';

export const write = ({ topics, entries, models, parts, faq, findings, network, tellers }: Learnt): Buffer => {
  const { rows, cells, scales, features, out, bias } = network;
  const head = JSON.stringify({
    about,
    topics,
    entries: [...entries.keys()],
    models,
    parts,
    faq,
    findings,
    cues: [...rows.keys()],
  });
  const numbers = [scales, features, bias, out, tellers.bias, tellers.out];
  return Buffer.concat([Buffer.from(`${head}\n`), ...numbers.map(bytesOf), cells]);
};

/** A cell is a whole number from -7 to 7. */
export const mostCell = 7;

/** The lower and the higher cell of a byte. */
export const lower = (byte: number): number => (byte << 28) >> 28;
export const higher = (byte: number): number => (byte << 24) >> 28;

/** Numbers as they are kept: four bytes each, the lowest first. */
const bytesOf = (numbers: Float32Array): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [n, number] of numbers.entries()) bytes.writeFloatLE(number, n * 4);
  return bytes;
};

export const placesOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, n) => [name, n]));

export const parse = (bytes: Buffer): Learnt => {
  const end = bytes.indexOf('\n');
  const { topics, entries, models, parts, faq, findings, cues } = JSON.parse(bytes.toString('utf8', 0, end)) as {
    readonly topics: readonly string[];
    readonly entries: readonly string[];
    readonly models: Learnt['models'];
    readonly parts: Ranking;
    readonly faq: Ranking;
    readonly findings: Ranking;
    readonly cues: readonly string[];
  };
  let at = end + 1;
  const numbers = (count: number): Float32Array => {
    const read = Float32Array.from({ length: count }, (_, n) => bytes.readFloatLE(at + n * 4));
    at += count * 4;
    return read;
  };
  const [scales, features, bias] = [numbers(cues.length), numbers(width), numbers(topics.length)];
  const out = numbers(topics.length * width);
  const tellers = { bias: numbers(entries.length), out: numbers(entries.length * width) };
  const cells = bytes.subarray(at, at + (cues.length * width) / 2);
  return {
    topics,
    entries: placesOf(entries),
    models,
    parts,
    faq,
    findings,
    network: { rows: placesOf(cues), cells, scales, features, out, bias },
    tellers,
  };
};

export const learntFile = new URL('./learnt.bin', import.meta.url);

let kept: Learnt | undefined;

/** What is learnt of the built-in catalog, read once. */
export const learnt = (): Learnt => (kept ??= parse(readFileSync(learntFile)));
