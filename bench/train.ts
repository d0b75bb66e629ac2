/** Teaches the classifier of src/knowledge/classify.ts, and small logistic models: plain gradient descent, the same result each time. */
import { type Cues, cueWeight, activationReader, softmax, speak, tell, vagueTopic } from '../src/knowledge/classify.ts';
import {
  type Learnt,
  mostCell,
  type Network,
  placesOf,
  type Ranking,
  type Tellers,
  width,
} from '../src/knowledge/learnt.ts';
import type { Known } from '../src/model/catalog.ts';

/** A text to learn from: its cues, the topics that are right for it, how much it counts, and, of a question, whether it is one to ask back about. */
export type Lesson = {
  readonly cues: Cues;
  readonly topics: readonly string[];
  readonly weight: number;
  readonly vague?: boolean;
};

const epochs = 12;
/** So many lessons are read before a step is made. */
const batch = 64;

/** How far a step goes at first; the steps get shorter until the end. */
const pace = 0.03;
const shortest = 0.05;

/** Each time a lesson is read, so many of its cues and features are left out by chance, so that none is relied on alone; the others count more. */
const dropped = { cues: 0.5, features: 0.4 } as const;

/** Questions to ask back about are few, and count so much more when it is learnt what makes them so. */
const vagueWeight = 3;

/** A word must stand in so many lessons, and a pair or a piece in so many, to be learnt. */
const fewest = { words: 2, others: 14 } as const;

/** How far cells are from zero before anything is learnt, and how long the row of a cue must have become to be kept. */
const spread = 0.02;
const shortestRow = 0.7;

/** Two networks that were taught apart, by other chances, err apart: their mean is surer than one of their joint size. */
const seeds = [1, 2] as const;
const share = width / seeds.length;

/** Teaches the network: the mean of those that are taught apart, each of which makes its share of the features. */
export const teach = (lessons: readonly Lesson[]): Pick<Learnt, 'topics' | 'network'> => {
  const topics = [...new Set(lessons.flatMap((lesson) => lesson.topics)), vagueTopic].toSorted();
  const rows = cuesIn(lessons);
  const prepared = lessons.map((lesson) => prepare(lesson, rows, topics));
  const taught = seeds.map((seed) => teachOne(prepared, rows.size, topics, generator(seed)));
  /** The share that each has of a row, one after the other. */
  const joined = (row: number, of: (one: Taught) => Float32Array): readonly number[] =>
    taught.flatMap((one) => [...of(one).subarray(row * share, (row + 1) * share)]);
  const kept = [...rows].flatMap(([cue, row]) => {
    const own = joined(row, ({ table }) => table);
    return Math.hypot(...own) < shortestRow ? [] : [[cue, own] as const];
  });
  return {
    topics,
    network: {
      rows: placesOf(kept.map(([cue]) => cue)),
      ...inCells(kept.map(([, own]) => own)),
      features: Float32Array.from(joined(0, ({ features }) => features)),
      out: Float32Array.from(
        topics.flatMap((_, n) => joined(n, ({ out }) => out).map((number) => number / taught.length)),
      ),
      bias: Float32Array.from(topics, (_, n) => taught.reduce((sum, { bias }) => sum + bias[n]! / taught.length, 0)),
    },
  };
};

type Taught = {
  readonly table: Float32Array;
  readonly features: Float32Array;
  readonly out: Float32Array;
  readonly bias: Float32Array;
};

/** Teaches by gradient descent; where several topics are right, the likeliest of them are strengthened. */
const teachOne = (
  prepared: readonly Prepared[],
  cueCount: number,
  topics: readonly string[],
  random: () => number,
): Taught => {
  const doubt = topics.indexOf(vagueTopic);
  const some = (count: number, most: number): Float32Array =>
    Float32Array.from({ length: count }, () => (random() + random() + random() - 1.5) * 2 * most);
  const table = learning(some(cueCount * share, spread));
  const features = learning(new Float32Array(share));
  const out = learning(some(topics.length * share, 1 / Math.sqrt(share)));
  const bias = learning(new Float32Array(topics.length));

  const read = ({ held, each, right, weight, vague }: Prepared): void => {
    const cues = held.map((_, k) => k).filter(() => random() >= dropped.cues);
    const made = Float64Array.from(features.numbers);
    for (const k of cues) {
      const from = held[k]! * share;
      const by = each[k]!;
      for (let n = 0; n < share; n++) made[n]! += by * table.numbers[from + n]!;
    }
    const loud: number[] = [];
    for (let n = 0; n < share; n++) {
      if (made[n]! <= 0 || random() < dropped.features) continue;
      made[n]! /= 1 - dropped.features;
      loud.push(n);
    }
    const sums = speak({ made, loud }, out.numbers, bias.numbers);
    const doubted = 1 / (1 + Math.exp(-sums[doubt]!));
    sums[doubt] = -Infinity;
    const chances = softmax(sums);
    const good = right.reduce((sum, topic) => sum + chances[topic]!, 0);
    const misses = chances.map((chance, topic) => weight * ((right.includes(topic) ? chance / good : 0) - chance));
    if (vague !== undefined) misses[doubt] = weight * (vague ? vagueWeight * (1 - doubted) : -doubted);
    const slopes = new Float64Array(share);
    for (const [topic, miss] of misses.entries()) {
      if (Math.abs(miss) < negligible) continue;
      bias.at(topic, 1)[0]! += miss;
      const wanted = out.at(topic, share);
      const from = topic * share;
      for (const n of loud) {
        wanted[n]! += miss * made[n]!;
        slopes[n]! += (miss * out.numbers[from + n]!) / (1 - dropped.features);
      }
    }
    const wanted = features.at(0, share);
    for (const n of loud) wanted[n]! += slopes[n]!;
    for (const k of cues) {
      const row = table.at(held[k]!, share);
      const by = each[k]!;
      for (const n of loud) row[n]! += by * slopes[n]!;
    }
  };

  practise(prepared, epochs, pace, [table, features, out, bias], random, read);
  return { table: table.numbers, features: features.numbers, out: out.numbers, bias: bias.numbers };
};

/** Reads all lessons so many times, a batch at a time, each time in another order, and makes ever shorter steps. */
const practise = <T>(
  lessons: readonly T[],
  times: number,
  first: number,
  learnt: readonly ReturnType<typeof learning>[],
  random: () => number,
  read: (lesson: T) => void,
): void => {
  for (let epoch = 0; epoch < times; epoch++) {
    const order = shuffled(lessons, random);
    for (let from = 0; from < order.length; from += batch) {
      for (const lesson of order.slice(from, from + batch)) read(lesson);
      const rate = first * Math.max(shortest, 1 - (epoch + from / order.length) / times);
      for (const numbers of learnt) numbers.step(rate);
    }
  }
};

/** A miss so small teaches nothing. */
const negligible = 1e-4;

/**
 * Numbers that are learnt. `at` gives the slopes of a row of them, to be added to; a step moves each number by its slope,
 * at a pace of its own that slows down with what it was moved before (Adagrad).
 */
const learning = (numbers: Float32Array) => {
  const moved = new Float32Array(numbers.length);
  const rows = new Map<number, Float32Array>();
  const spare: Float32Array[] = [];
  return {
    numbers,
    at(row: number, size: number): Float32Array {
      let slopes = rows.get(row);
      if (!slopes) rows.set(row, (slopes = spare.pop() ?? new Float32Array(size)));
      return slopes;
    },
    step(rate: number): void {
      for (const [row, slopes] of rows) {
        const from = row * slopes.length;
        for (let n = 0; n < slopes.length; n++) {
          const slope = slopes[n]!;
          if (slope === 0) continue;
          const sum = (moved[from + n]! += slope * slope);
          numbers[from + n]! += (rate * slope) / Math.sqrt(sum);
        }
        spare.push(slopes.fill(0));
      }
      rows.clear();
    },
  };
};

/** A lesson by the numbers of its cues and topics; `each` is the weight of each cue. */
type Prepared = {
  readonly held: readonly number[];
  readonly each: readonly number[];
  readonly right: readonly number[];
  readonly weight: number;
  readonly vague?: boolean | undefined;
};

const prepare = (
  { cues, topics: right, weight, vague }: Lesson,
  rows: ReadonlyMap<string, number>,
  topics: readonly string[],
): Prepared => {
  const kinds = cues.map((seen) => seen.flatMap((cue) => rows.get(cue) ?? []));
  const louder = 1 / Math.sqrt(1 - dropped.cues);
  return {
    held: kinds.flat(),
    each: kinds.flatMap((kind) => kind.map(() => louder * cueWeight(kind.length))),
    right: right.map((topic) => topics.indexOf(topic)),
    weight,
    vague,
  };
};

const shuffled = <T>(list: readonly T[], random: () => number): readonly T[] => {
  const order = [...list];
  for (let n = order.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [order[n], order[other]] = [order[other]!, order[n]!];
  }
  return order;
};

/** A text to learn from which of the entries at the places `among`, those of its topic, are `right` for it. */
export type Telling = {
  readonly known: Known;
  readonly right: readonly number[];
  readonly among: readonly number[];
  readonly weight: number;
};

/** The same for entries of one topic, and how many features are left out by chance. */
const telling = { epochs: 30, pace: 0.05, dropped: 0.2 } as const;

/** Teaches to tell entries of one topic apart by what the network, which stays as it is, makes of texts. */
export const teachTellers = (network: Network, tellings: readonly Telling[], entries: number): Tellers => {
  const random = generator(seeds[0]);
  const activationsOf = activationReader(network);
  const out = learning(new Float32Array(entries * width));
  const bias = learning(new Float32Array(entries));
  const prepared = tellings.map((one) => ({ ...one, activations: activationsOf(one.known) }));
  const read = ({ activations, right, among, weight }: (typeof prepared)[number]): void => {
    const loud = activations.loud.filter(() => random() >= telling.dropped);
    const made = activations.made.map((number) => number / (1 - telling.dropped));
    const chances = softmax(tell({ made, loud }, among, { out: out.numbers, bias: bias.numbers }));
    const good = among.reduce((sum, place, n) => sum + (right.includes(place) ? chances[n]! : 0), 0) || 1;
    for (const [n, place] of among.entries()) {
      const miss = weight * ((right.includes(place) ? chances[n]! / good : 0) - chances[n]!);
      if (Math.abs(miss) < negligible) continue;
      bias.at(place, 1)[0]! += miss;
      const wanted = out.at(place, width);
      for (const k of loud) wanted[k]! += miss * made[k]!;
    }
  };
  practise(prepared, telling.epochs, telling.pace, [out, bias], random, read);
  return { out: out.numbers, bias: bias.numbers };
};

/** Rows as cells, with what to multiply those of each row by. */
const inCells = (table: readonly (readonly number[])[]): Pick<Network, 'cells' | 'scales'> => {
  const scales = Float32Array.from(
    table,
    (own) => own.reduce((most, number) => Math.max(most, Math.abs(number)), 0) / mostCell,
  );
  const cells = new Uint8Array((table.length * width) / 2);
  for (const [row, own] of table.entries()) {
    const cell = (n: number): number => Math.round(own[n]! / scales[row]!) & 15;
    for (let n = 0; n < width; n += 2) cells[(row * width + n) / 2] = cell(n) | (cell(n + 1) << 4);
  }
  return { cells, scales };
};

/** The words, and the pairs and pieces that stand in several lessons, numbered. */
const cuesIn = (lessons: readonly Lesson[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const lesson of lessons)
    for (const cue of new Set(lesson.cues.flat())) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  return new Map(
    [...counts]
      .filter(([cue, count]) => count >= (isWord(cue) ? fewest.words : fewest.others))
      .map(([cue]) => cue)
      .toSorted()
      .map((cue, n) => [cue, n]),
  );
};

const isWord = (cue: string): boolean => !/[ <>+]/.test(cue) || /^<.*>$/.test(cue);

/** Chances from 0 to 1, the same each time. */
export const generator = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
};

/** `right`: how far, from 0 to 1. */
export type Row = {
  readonly features: Readonly<Record<string, number>>;
  readonly right: number;
};

/** Logistic regression over features brought to one scale; the weights by feature, `base` first. */
export const logistic = (rows: readonly Row[], steps = 3000, rate = 0.5, decay = 0.0002): Record<string, number> => {
  const names = Object.keys(rows[0]!.features);
  const means = names.map((name) => rows.reduce((sum, { features }) => sum + features[name]!, 0) / rows.length);
  const spreads = names.map(
    (name, k) =>
      Math.sqrt(rows.reduce((sum, { features }) => sum + (features[name]! - means[k]!) ** 2, 0) / rows.length) || 1,
  );
  const inputs = rows.map(({ features }) =>
    Float64Array.from([1, ...names.map((name, k) => (features[name]! - means[k]!) / spreads[k]!)]),
  );
  const weights = new Float64Array(names.length + 1);
  for (let step = 0; step < steps; step++) {
    const slope = new Float64Array(weights.length);
    for (const [n, input] of inputs.entries()) {
      let sum = 0;
      for (let k = 0; k < input.length; k++) sum += input[k]! * weights[k]!;
      const miss = rows[n]!.right - 1 / (1 + Math.exp(-sum));
      for (let k = 0; k < input.length; k++) slope[k]! += miss * input[k]!;
    }
    for (let k = 0; k < weights.length; k++)
      weights[k]! += rate * (slope[k]! / rows.length - (k === 0 ? 0 : decay * weights[k]!));
  }
  const plain = names.map((name, k) => [name, weights[k + 1]! / spreads[k]!] as const);
  const base = weights[0]! - plain.reduce((sum, [, weight], k) => sum + weight * means[k]!, 0);
  return Object.fromEntries(
    [['base', base] as const, ...plain].map(([name, value]) => [name, Number(value.toFixed(3))]),
  );
};

/** Several choices, of which some are right and some of these best, with the cues of what is asked and of what each tells. */
export type Choosing = {
  readonly asks: readonly string[];
  readonly choices: readonly {
    readonly features: readonly Readonly<Record<string, number>>[];
    readonly tells: readonly string[];
  }[];
  readonly right: readonly number[];
  readonly best: readonly number[];
};

/** How far a step goes, how much weights and directions are pulled towards zero, and how much it counts that the best of the right ones leads. */
const choosing = { steps: 120, pace: 0.02, decay: 0.01, directionDecay: 0.001, best: 0.5 } as const;

/** In how many directions cues lean, how far at first, and how many texts or choices must hold one. */
const leaning = { directions: 8, spread: 0.3, asks: 8, tells: 250 } as const;

/** Moves numbers down a slope by steps that fit each of them (Adam), shorter ones in the second half. */
const mover = (size: number) => {
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  return (numbers: Float64Array, slope: Float64Array, step: number, decay: number): void => {
    const far = choosing.pace * Math.min(1, (2 * (choosing.steps - step)) / choosing.steps);
    for (let k = 0; k < size; k++) {
      const by = decay * numbers[k]! - slope[k]!;
      mean[k] = 0.9 * mean[k]! + 0.1 * by;
      square[k] = 0.99 * square[k]! + 0.01 * by * by;
      const near = mean[k]! / (1 - 0.9 ** (step + 1));
      numbers[k]! -= (far * near) / (Math.sqrt(square[k]! / (1 - 0.99 ** (step + 1))) + 1e-8);
    }
  };
};

/** Cues that are held often enough, with a row of directions each. */
const cueRows = (all: Iterable<readonly string[]>, least: number, random: () => number) => {
  const counts = new Map<string, number>();
  for (const cues of all) for (const cue of cues) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const places = placesOf(
    [...counts]
      .filter(([, count]) => count >= least)
      .map(([cue]) => cue)
      .toSorted(),
  );
  const size = places.size * leaning.directions;
  const rows = Float64Array.from({ length: size }, () => (random() + random() + random() - 1.5) * 2 * leaning.spread);
  return { places, rows, slope: new Float64Array(size), move: mover(size) };
};
type CueRows = ReturnType<typeof cueRows>;

/** The places of the cues that have rows, and their direction. */
const leaningOf = (cues: readonly string[], { places }: CueRows) => ({
  at: Uint16Array.from(cues.flatMap((cue) => places.get(cue) ?? [])),
  direction: new Float64Array(leaning.directions),
  slope: new Float64Array(leaning.directions),
});
type Leaning = ReturnType<typeof leaningOf>;

const point = ({ at, direction, slope }: Leaning, { rows }: CueRows): void => {
  direction.fill(0);
  slope.fill(0);
  const length = Math.sqrt(at.length);
  for (const row of at)
    for (let k = 0; k < direction.length; k++) direction[k]! += rows[row * leaning.directions + k]! / length;
};

const learn = ({ at, slope }: Leaning, { slope: whole }: CueRows, by: number): void => {
  const length = Math.sqrt(at.length);
  for (const row of at)
    for (let k = 0; k < slope.length; k++) whole[row * leaning.directions + k]! += (slope[k]! * by) / length;
};

const short = (number: number): number => Number(number.toFixed(3));

const tableOf = ({ places, rows }: CueRows): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    [...places].map(([cue, at]) => [
      cue,
      Array.from(rows.subarray(at * leaning.directions, (at + 1) * leaning.directions), short),
    ]),
  );

const joined = ({ features }: Choosing['choices'][number]): Readonly<Record<string, number>> =>
  Object.assign({}, ...features) as Readonly<Record<string, number>>;

/** How far each feature spreads over all choices, most of which hold few of them. */
const spreadOf = (all: readonly Choosing['choices'][number]['features'][]): ReadonlyMap<string, number> => {
  const sums = new Map<string, { whole: number; squares: number }>();
  for (const features of all)
    for (const some of features)
      for (const [name, by] of Object.entries(some)) {
        const sum = sums.get(name) ?? { whole: 0, squares: 0 };
        sum.whole += by;
        sum.squares += by * by;
        sums.set(name, sum);
      }
  const far = ({ whole, squares }: { whole: number; squares: number }): number =>
    Math.sqrt(Math.max(0, squares / all.length - (whole / all.length) ** 2)) || 1;
  return new Map([...sums].map(([name, sum]) => [name, far(sum)]));
};

/** The weights and directions by which the right ones of several choices come out likelier than the others, by gradient descent over features brought to one scale. */
export const chooser = (lessons: readonly Choosing[]): Ranking => {
  const random = generator(1);
  const spreadBy = spreadOf(lessons.flatMap(({ choices }) => choices.map(({ features }) => features)));
  const names = [...spreadBy.keys()].toSorted();
  const spreads = names.map((name) => spreadBy.get(name)!);
  const asks = cueRows(
    lessons.map((lesson) => lesson.asks),
    leaning.asks,
    random,
  );
  const tells = cueRows(
    lessons.flatMap(({ choices }) => choices.map((choice) => choice.tells)),
    leaning.tells,
    random,
  );
  /** Choices of many lessons tell the same. */
  const told = new Map<readonly string[], Leaning>();
  const toldBy = (cues: readonly string[]): Leaning => {
    const before = told.get(cues);
    if (before) return before;
    const fresh = leaningOf(cues, tells);
    told.set(cues, fresh);
    return fresh;
  };
  const prepared = lessons.map((lesson) => ({
    asked: leaningOf(lesson.asks, asks),
    inputs: lesson.choices.map((choice) => {
      const features = joined(choice);
      const at = Uint16Array.from([...names.keys()].filter((k) => features[names[k]!]));
      return { at, by: Float64Array.from(at, (k) => features[names[k]!]! / spreads[k]!), tells: toldBy(choice.tells) };
    }),
    right: new Set(lesson.right),
    best: new Set(lesson.best),
  }));
  const weights = new Float64Array(names.length);
  const move = mover(names.length);
  const chanceIn = (chances: Float64Array, some: ReadonlySet<number>): number => {
    let sum = 0;
    for (const n of some) sum += chances[n]!;
    return sum;
  };
  for (let step = 0; step < choosing.steps; step++) {
    const slope = new Float64Array(names.length);
    asks.slope.fill(0);
    tells.slope.fill(0);
    for (const one of told.values()) point(one, tells);
    for (const { asked, inputs, right, best } of prepared) {
      point(asked, asks);
      const chances = softmax(
        Float64Array.from(inputs, ({ at, by, tells: { direction } }) => {
          let sum = 0;
          for (let n = 0; n < at.length; n++) sum += by[n]! * weights[at[n]!]!;
          for (let k = 0; k < direction.length; k++) sum += direction[k]! * asked.direction[k]!;
          return sum;
        }),
      );
      const good = chanceIn(chances, right);
      const better = chanceIn(chances, best);
      for (const [n, { at, by, tells: other }] of inputs.entries()) {
        const own = chances[n]!;
        let miss = (right.has(n) ? own / good : 0) - own;
        if (best.size > 0 && right.has(n)) miss += choosing.best * ((best.has(n) ? own / better : 0) - own / good);
        if (Math.abs(miss) < negligible) continue;
        for (let m = 0; m < at.length; m++) slope[at[m]!]! += (miss * by[m]!) / lessons.length;
        for (let k = 0; k < leaning.directions; k++) {
          asked.slope[k]! += miss * other.direction[k]!;
          other.slope[k]! += miss * asked.direction[k]!;
        }
      }
      learn(asked, asks, 1 / lessons.length);
    }
    for (const one of told.values()) learn(one, tells, 1 / lessons.length);
    move(weights, slope, step, choosing.decay);
    for (const table of [asks, tells]) table.move(table.rows, table.slope, step, choosing.directionDecay);
  }
  return {
    weights: Object.fromEntries(names.map((name, k) => [name, short(weights[k]! / spreads[k]!)])),
    asks: tableOf(asks),
    tells: tableOf(tells),
  };
};
