/** Recognises topics by words, pairs of neighbouring words and pieces of words, with a small neural network that `npm run fit` learns. */
import type { Known } from '../model/catalog.ts';
import { higher, type Learnt, lower, type Network, width } from './learnt.ts';

/** The class of texts that are about nothing in the catalog. */
export const elsewhereTopic = '-';

/** Stands among the topics for what makes a text one to ask back about; it is no class of its own. */
export const vagueTopic = '?';

/**
 * What the classifier makes of a text: the chance of a topic among those it was taught, 0 for others; its `first` choice,
 * with the logarithm of its `lead` over the second; the chance that the text is none of ours; and the logarithm of the odds that it is `vague`.
 */
export type Opinion = {
  readonly of: (topic: string) => number;
  readonly first: string;
  readonly lead: number;
  readonly elsewhere: number;
  readonly vague: number;
};

/** What the classifier looks at, in kinds that count the same whatever their numbers. */
export type Cues = readonly (readonly string[])[];

/**
 * What is meant: the terms, the pairs of neighbours, and the facets.
 * How it is spelt: the words, small ones like "not" included, and pieces of them, so that kindred and misspelt words speak for each other.
 * And how it is put: the pairs of words as they follow each other.
 */
export const cuesOf = (known: Known): Cues => {
  const read = known.spoken.slice(0, mostSpoken);
  return [meantOf(known), [...new Set(read.flatMap(piecesOf))], putOf(read)];
};

const meantOf = ({ words, told }: Known): readonly string[] => {
  const said = words.filter((word) => !/^\d+$/.test(word));
  return [
    ...said,
    ...said.slice(1).map((word, n) => `${said[n]} ${word}`),
    ...Object.entries(told).map(([facet, value]) => `${facet}=${value}`),
  ];
};

const putOf = (read: readonly string[]): readonly string[] => [
  ...new Set(read.slice(1).map((word, n) => `${read[n]}+${word}`)),
];

/** Beyond so many words a text is a log, whose later lines say little more. */
const mostSpoken = 400;
const longestWord = 24;
const pieceSize = 5;

/** A word between its marks, and its runs of five letters; the marks count as letters. */
const piecesOf = (word: string): readonly string[] => {
  const marked = wholeWord(word);
  const pieces = [marked];
  if (marked.length > longestWord) return pieces;
  for (let at = 0; at + pieceSize <= marked.length; at++) pieces.push(marked.slice(at, at + pieceSize));
  return pieces;
};

/** The cue of a word as it was spoken. */
export const wholeWord = (word: string): string => `<${word}>`;

/** How much the cues of a kind count together, whatever their number. */
const strength = 2.8;

/** The weight of each of `count` cues. */
export const cueWeight = (count: number): number => strength / Math.sqrt(count || 1);

/** Added to both chances before their lead is taken, so that a lead over nothing is not endless. */
const floor = 0.02;

export const classifier = ({ topics, network }: Learnt): ((known: Known) => Opinion) => {
  const away = topics.indexOf(elsewhereTopic);
  const doubt = topics.indexOf(vagueTopic);
  const places = new Map(topics.map((topic, n) => [topic, n]));
  const rowsOf = rowReader(network.rows);
  return (known) => {
    const sums = sumsOf(network, rowsOf(known));
    const vague = sums[doubt] ?? 0;
    if (doubt >= 0) sums[doubt] = -Infinity;
    const chances = softmax(sums);
    const elsewhere = chances[away] ?? 0;
    const ours = 1 - elsewhere || 1;
    let first = -1;
    let second = -1;
    for (let n = 0; n < chances.length; n++) {
      if (n === away || n === doubt) continue;
      if (first < 0 || chances[n]! > chances[first]!) [first, second] = [n, first];
      else if (second < 0 || chances[n]! > chances[second]!) second = n;
    }
    return {
      of: (topic) => (topic === elsewhereTopic ? 0 : (chances[places.get(topic) ?? -1] ?? 0) / ours),
      first: topics[first] ?? '',
      lead: Math.log(((chances[first] ?? 0) / ours + floor) / ((chances[second] ?? 0) / ours + floor)),
      elsewhere,
      vague,
    };
  };
};

/** No more words are remembered with their rows. */
const mostTaken = 20_000;

/** Reads the cues of a text as rows, kind by kind; a word is taken to pieces once, because most words come again. */
const rowReader = (rows: Network['rows']): ((known: Known) => readonly (readonly number[])[]) => {
  const taken = new Map<string, readonly number[]>();
  const rowsOf = (cues: readonly string[]): readonly number[] => {
    const held: number[] = [];
    for (const cue of cues) {
      const row = rows.get(cue);
      if (row !== undefined) held.push(row);
    }
    return held;
  };
  const ofWord = (word: string): readonly number[] => {
    let held = taken.get(word);
    if (!held) {
      if (taken.size >= mostTaken) taken.clear();
      taken.set(word, (held = rowsOf(piecesOf(word))));
    }
    return held;
  };
  return (known) => {
    const read = known.spoken.slice(0, mostSpoken);
    return [rowsOf(meantOf(known)), [...new Set(read.flatMap(ofWord))], rowsOf(putOf(read))];
  };
};

/** What a text says of each topic: its cues make features, and those above zero speak. */
const sumsOf = (network: Network, kinds: readonly (readonly number[])[]): Float64Array => {
  const { scales, features, out, bias } = network;
  const held = kinds.flat();
  const by = kinds.flatMap((kind) => kind.map((row) => cueWeight(kind.length) * scales[row]!));
  const made = Float64Array.from(features);
  for (let k = 0; k < held.length; k += 4) addFour(made, network, held, by, k);
  const loud = Array.from(made.keys()).filter((n) => made[n]! > 0);
  return speak(made, loud, out, bias);
};

/** The cells of a row stand two in a byte. */
const half = width / 2;

/** Adds four rows from `k` on, or what is left, in one pass: most of the time goes into reading and writing the features. */
const addFour = (
  made: Float64Array,
  { cells }: Network,
  held: readonly number[],
  by: readonly number[],
  k: number,
): void => {
  const [a, b, c, d] = [
    held[k]! * half,
    (held[k + 1] ?? 0) * half,
    (held[k + 2] ?? 0) * half,
    (held[k + 3] ?? 0) * half,
  ];
  const [w, x, y, z] = [by[k]!, by[k + 1] ?? 0, by[k + 2] ?? 0, by[k + 3] ?? 0];
  for (let n = 0; n < half; n++) {
    const [one, two, three, four] = [cells[a + n]!, cells[b + n]!, cells[c + n]!, cells[d + n]!];
    made[2 * n]! += w * lower(one) + x * lower(two) + y * lower(three) + z * lower(four);
    made[2 * n + 1]! += w * higher(one) + x * higher(two) + y * higher(three) + z * higher(four);
  }
};

/** The sum for each topic of what the `loud` ones of the features say of it. */
export const speak = (
  made: Float64Array,
  loud: readonly number[],
  out: Float32Array,
  bias: Float32Array,
): Float64Array => {
  const sums = Float64Array.from(bias);
  for (let topic = 0; topic < sums.length; topic++) {
    const from = topic * width;
    let sum = sums[topic]!;
    for (const n of loud) sum += made[n]! * out[from + n]!;
    sums[topic] = sum;
  }
  return sums;
};

/** Turns sums into chances that add up to 1. */
export const softmax = (sums: Float64Array): Float64Array => {
  const most = sums.reduce((max, sum) => Math.max(max, sum), -Infinity);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const whole = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / whole);
};
