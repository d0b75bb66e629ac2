/** Recognises topics by words, pairs of neighbouring words and pieces of words, with a small neural network that `npm run fit` learns. */
import type { Known } from '../model/catalog.ts';
import { type Areas, namedBy } from './foreign.ts';
import { higher, type Learnt, lower, type Network, placesOf, type Tellers, width } from './learnt.ts';

/** The class of texts that are about nothing in the catalog. */
export const elsewhereTopic = '-';

/** Stands among the topics for what makes a text one to ask back about; it is no class of its own. */
export const vagueTopic = '?';

/**
 * What the classifier makes of a text: the chance of a topic among those it was taught, 0 for others; its `first` choice,
 * with the logarithm of its `lead` over the second; the chance that the text is none of ours; and the logarithm of the odds that it is `vague`.
 * `among` gives the chances of entries of one topic, which it was taught, against each other.
 */
export type Opinion = {
  readonly of: (topic: string) => number;
  readonly among: (ids: readonly string[]) => readonly number[];
  readonly first: string;
  readonly lead: number;
  readonly elsewhere: number;
  readonly vague: number;
};

/** What the classifier looks at, in kinds that count the same whatever their numbers. */
export type Cues = readonly (readonly string[])[];

/**
 * What is meant: the terms, the pairs of neighbours, the facets, and the areas of other products that are named.
 * How it is spelt: the words, small ones like "not" included, and pieces of them, so that kindred and misspelt words speak for each other.
 * And how it is put: the pairs of words as they follow each other.
 */
export const cuesOf = (known: Known): Cues => {
  const read = known.spoken.slice(0, mostSpoken);
  return [meantOf(known, namedBy(known.spoken)), [...new Set(read)].flatMap(piecesOf), putOf(read)];
};

const meantOf = ({ words, told }: Known, named: Areas): readonly string[] => {
  const said = words.filter((word) => !/^\d+$/.test(word));
  return [
    ...said,
    ...said.slice(1).map((word, n) => `${said[n]} ${word}`),
    ...Object.entries(told).map(([facet, value]) => `${facet}=${value}`),
    ...Array.from(named, (area) => `names=${area}`),
  ];
};

const putOf = (read: readonly string[]): readonly string[] => [
  ...new Set(read.slice(1).map((word, n) => `${read[n]}+${word}`)),
];

/** Beyond so many words a text is a log, whose later lines say little more. */
const mostSpoken = 400;
const longestWord = 24;
const pieceSize = 5;

/** A word between its marks, and its runs of five letters; the marks count as letters, so that a word of three counts twice. */
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

export const classifier = (
  { topics, entries, network, tellers }: Learnt,
  activationsOf = activationReader(network),
): ((known: Known, named?: Areas) => Opinion) => {
  const away = topics.indexOf(elsewhereTopic);
  const doubt = topics.indexOf(vagueTopic);
  const places = placesOf(topics);
  const placesIn = (ids: readonly string[]): readonly number[] => ids.map((id) => entries.get(id)!);
  return (known, named) => {
    const activations = activationsOf(known, named);
    const sums = speak(activations, network.out, network.bias);
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
      among: (ids) => [...softmax(tell(activations, placesIn(ids), tellers))],
      first: topics[first] ?? '',
      lead: Math.log(((chances[first] ?? 0) / ours + floor) / ((chances[second] ?? 0) / ours + floor)),
      elsewhere,
      vague,
    };
  };
};

/** What a cue, or a word with its pieces, adds to the features: where its sums begin, and for how many cues it stands. */
type Share = { readonly at: number; readonly count: number };

/** No more shares of words, and as many of rows, are kept ready; each takes a kilobyte. */
const mostShares = 5_000;

/** No text has so many. */
const mostOfText = 1_000;

/** Keeps the sums of shares side by side in a block, from `first` on, so that none is made and collected by itself. */
const shareKeeper = <Key>(block: Float32Array, first: number, sumUp: (key: Key, sums: Float32Array) => number) => {
  const held = new Map<Key, Share>();
  const keys: Key[] = [];
  let oldest = 0;
  let next = 0;
  return {
    /** Lets the oldest give way before a text is read, so that none of its shares gives way to another. */
    makeRoom(): void {
      for (; held.size > mostShares - mostOfText; oldest = (oldest + 1) % mostShares) held.delete(keys[oldest]!);
    },
    get(key: Key): Share {
      const kept = held.get(key);
      if (kept) return kept;
      const at = (first + next) * width;
      keys[next] = key;
      next = (next + 1) % mostShares;
      const share = { at, count: sumUp(key, block.subarray(at, at + width).fill(0)) };
      held.set(key, share);
      return share;
    },
  };
};

/** Reads the shares of a text, kind by kind, whose sums stand in `block`. Most words come again, so what a word adds is summed up once. */
const shareReader = ({ rows, cells, scales }: Network) => {
  /** The first place adds nothing. */
  const block = new Float32Array((1 + 2 * mostShares) * width);
  const add = (row: number, sums: Float32Array): void => {
    const scale = scales[row]!;
    const from = row * half;
    for (let n = 0; n < half; n++) {
      const byte = cells[from + n]!;
      sums[2 * n]! += scale * lower(byte);
      sums[2 * n + 1]! += scale * higher(byte);
    }
  };
  const words = shareKeeper<string>(block, 1, (word, sums) => {
    let count = 0;
    for (const piece of piecesOf(word)) {
      const row = rows.get(piece);
      if (row === undefined) continue;
      add(row, sums);
      count++;
    }
    return count;
  });
  const single = shareKeeper<number>(block, 1 + mostShares, (row, sums) => {
    add(row, sums);
    return 1;
  });
  const ofCues = (cues: readonly string[]): readonly Share[] => {
    const shares: Share[] = [];
    for (const cue of cues) {
      const row = rows.get(cue);
      if (row !== undefined) shares.push(single.get(row));
    }
    return shares;
  };
  const ofWords = (read: Iterable<string>): readonly Share[] => {
    const shares: Share[] = [];
    for (const word of read) {
      const share = words.get(word);
      if (share.count > 0) shares.push(share);
    }
    return shares;
  };
  const sharesOf = (known: Known, named: Areas): readonly (readonly Share[])[] => {
    const read = known.spoken.slice(0, mostSpoken);
    words.makeRoom();
    single.makeRoom();
    return [ofCues(meantOf(known, named)), ofWords(new Set(read)), ofCues(putOf(read))];
  };
  return { block, sharesOf };
};

/** The cells of a row stand two in a byte. */
const half = width / 2;

/** What the cues of a text make: the features, and the numbers of those above zero, which speak. */
type Activations = { readonly made: Float64Array; readonly loud: readonly number[] };

/** `named` are the areas that the words name, where they are known already. */
export const activationReader = (network: Network): ((known: Known, named?: Areas) => Activations) => {
  const { block, sharesOf } = shareReader(network);
  return (known, named = namedBy(known.spoken)) => {
    const made = new Float64Array(network.features);
    for (const shares of sharesOf(known, named)) {
      const by = cueWeight(shares.reduce((count, share) => count + share.count, 0));
      for (let k = 0; k < shares.length; k += 4) addFour(made, block, by, shares, k);
    }
    const loud: number[] = [];
    for (let n = 0; n < width; n++) if (made[n]! > 0) loud.push(n);
    return { made, loud };
  };
};

/** Adds four shares from `k` on, or what is left, in one pass: most of the time goes into reading and writing the features. */
const addFour = (made: Float64Array, block: Float32Array, by: number, shares: readonly Share[], k: number): void => {
  const one = shares[k]!.at;
  const two = shares[k + 1]?.at ?? 0;
  const three = shares[k + 2]?.at ?? 0;
  const four = shares[k + 3]?.at ?? 0;
  for (let n = 0; n < width; n++)
    made[n]! += by * (block[one + n]! + block[two + n]! + block[three + n]! + block[four + n]!);
};

/** The sum for each of the entries at these places of what the features say of it. */
export const tell = ({ made, loud }: Activations, at: readonly number[], { out, bias }: Tellers): Float64Array =>
  Float64Array.from(at, (place) => {
    let sum = bias[place]!;
    for (const n of loud) sum += made[n]! * out[place * width + n]!;
    return sum;
  });

/** The sum for each topic of what the features say of it; four topics are taken side by side. */
export const speak = ({ made, loud }: Activations, out: Float32Array, bias: Float32Array): Float64Array => {
  const sums = new Float64Array(bias);
  const size = out.length / bias.length;
  const last = sums.length - 1;
  for (let topic = 0; topic <= last; topic += 4) {
    const second = Math.min(topic + 1, last);
    const third = Math.min(topic + 2, last);
    const fourth = Math.min(topic + 3, last);
    let a = sums[topic]!;
    let b = sums[second]!;
    let c = sums[third]!;
    let d = sums[fourth]!;
    for (const n of loud) {
      const by = made[n]!;
      a += by * out[topic * size + n]!;
      b += by * out[second * size + n]!;
      c += by * out[third * size + n]!;
      d += by * out[fourth * size + n]!;
    }
    sums[topic] = a;
    sums[second] = b;
    sums[third] = c;
    sums[fourth] = d;
  }
  return sums;
};

// Looked up once, because a global is slow to find where tests run.
const { exp } = Math;

/** Turns sums, where they are, into chances that add up to 1. */
export const softmax = (sums: Float64Array): Float64Array => {
  let most = -Infinity;
  for (const sum of sums) if (sum > most) most = sum;
  let whole = 0;
  for (let n = 0; n < sums.length; n++) whole += sums[n] = exp(sums[n]! - most);
  for (let n = 0; n < sums.length; n++) sums[n]! /= whole;
  return sums;
};
