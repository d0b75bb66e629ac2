/** Teaches the classifier of src/knowledge/classify.ts, and small logistic models: plain gradient descent, the same result each time. */
import { type Cues, cueWeight, softmax, vagueTopic } from '../src/knowledge/classify.ts';
import { gathered, type Learnt } from '../src/knowledge/learnt.ts';

/** A text to learn from: its cues, the topics that are right for it, how much it counts, and, of a question, whether it is one to ask back about. */
export type Lesson = {
  readonly cues: Cues;
  readonly topics: readonly string[];
  readonly weight: number;
  readonly vague?: boolean;
};

const epochs = 20;
const pace = 0.2;
const slowing = 0.1;
const biasPace = 0.02;

/** From this epoch on the weights are averaged, because each single one depends on the lessons that happened to come last. */
const settledFrom = 5;

/** Each time a lesson is read, so many of its cues are left out by chance, so that none is relied on alone; the others count more. */
const dropped = 0.65;
const louder = 1 / Math.sqrt(1 - dropped);

/** Questions to ask back about are few, and count so much more when it is learnt what makes them so. */
const vagueWeight = 3;

/** A pair or a piece must stand in so many lessons, and a weight be so large, to be kept. */
const fewest = 2;
const smallest = 0.3;

/** Softmax regression by stochastic gradient descent; where several topics are right, the likeliest of them are strengthened. */
export const teach = (lessons: readonly Lesson[]): Pick<Learnt, 'topics' | 'bias' | 'weights'> => {
  const topics = [...new Set(lessons.flatMap((lesson) => lesson.topics)), vagueTopic].toSorted();
  const doubt = topics.indexOf(vagueTopic);
  const size = topics.length;
  const cues = cuesIn(lessons);
  const table = new Float32Array(cues.size * size);
  const bias = new Float64Array(size);
  const summed = { table: new Float32Array(table.length), bias: new Float64Array(size) };
  const rows = lessons.map((lesson) => {
    const kinds = lesson.cues.map((seen) => seen.flatMap((cue) => cues.get(cue) ?? []));
    return {
      held: Int32Array.from(kinds.flat()),
      each: Float32Array.from(kinds.flatMap((kind) => kind.map(() => louder * cueWeight(kind.length)))),
      right: lesson.topics.map((topic) => topics.indexOf(topic)),
      weight: lesson.weight,
      vague: lesson.vague,
    };
  });
  const random = generator();
  const order = rows.map((_, n) => n);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let n = order.length - 1; n > 0; n--) {
      const other = Math.floor(random() * (n + 1));
      [order[n], order[other]] = [order[other]!, order[n]!];
    }
    for (const n of order) {
      const { held, each, right, weight, vague } = rows[n]!;
      const read = held.map((_, k) => (random() < dropped ? -1 : k)).filter((k) => k >= 0);
      const sums = Float64Array.from(bias);
      for (const k of read) {
        const from = held[k]! * size;
        const by = each[k]!;
        for (let topic = 0; topic < size; topic++) sums[topic]! += by * table[from + topic]!;
      }
      const doubted = 1 / (1 + Math.exp(-sums[doubt]!));
      sums[doubt] = -Infinity;
      const chances = softmax(sums);
      const good = right.reduce((sum, topic) => sum + chances[topic]!, 0);
      const step = (pace * weight) / (1 + slowing * epoch);
      const misses = chances.map((chance, topic) => step * ((right.includes(topic) ? chance / good : 0) - chance));
      if (vague !== undefined) misses[doubt] = step * (vague ? vagueWeight * (1 - doubted) : -doubted);
      const missed = topics.map((_, topic) => topic).filter((topic) => Math.abs(misses[topic]!) >= 1e-5);
      for (const topic of missed) bias[topic]! += biasPace * misses[topic]!;
      for (const k of read) {
        const from = held[k]! * size;
        const by = each[k]!;
        for (const topic of missed) table[from + topic]! += by * misses[topic]!;
      }
    }
    if (epoch < settledFrom) continue;
    for (const [n, weight] of table.entries()) summed.table[n]! += weight;
    for (const [n, weight] of bias.entries()) summed.bias[n]! += weight;
  }
  const mean = (sum: number): number => sum / (epochs - settledFrom);
  const { add, end, weights } = gathered();
  for (const [cue, row] of [...cues].toSorted(([one], [two]) => (one < two ? -1 : 1))) {
    const by = Array.from(summed.table.subarray(row * size, (row + 1) * size), mean);
    if (by.every((weight) => Math.abs(weight) < smallest)) continue;
    for (const [topic, weight] of by.entries()) if (Math.abs(weight) >= smallest) add(topic, weight);
    end(cue);
  }
  return { topics, bias: Array.from(summed.bias, mean), weights: weights() };
};

/** The words, and the pairs and pieces that stand in several lessons, numbered. */
const cuesIn = (lessons: readonly Lesson[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const lesson of lessons)
    for (const cue of new Set(lesson.cues.flat())) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  return new Map([...counts].filter(([cue, count]) => count >= fewest || isWord(cue)).map(([cue], n) => [cue, n]));
};

const isWord = (cue: string): boolean => !/[ <>]/.test(cue) || /^<.*>$/.test(cue);

/** Chances from 0 to 1, the same each time. */
const generator = (): (() => number) => {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
};

export type Row = {
  readonly features: Readonly<Record<string, number>>;
  readonly right: boolean;
  readonly weight?: number;
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
  const whole = rows.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const weights = new Float64Array(names.length + 1);
  for (let step = 0; step < steps; step++) {
    const slope = new Float64Array(weights.length);
    for (const [n, input] of inputs.entries()) {
      let sum = 0;
      for (let k = 0; k < input.length; k++) sum += input[k]! * weights[k]!;
      const miss = (Number(rows[n]!.right) - 1 / (1 + Math.exp(-sum))) * (rows[n]!.weight ?? 1);
      for (let k = 0; k < input.length; k++) slope[k]! += miss * input[k]!;
    }
    for (let k = 0; k < weights.length; k++)
      weights[k]! += rate * (slope[k]! / whole - (k === 0 ? 0 : decay * weights[k]!));
  }
  const plain = names.map((name, k) => [name, weights[k + 1]! / spreads[k]!] as const);
  const base = weights[0]! - plain.reduce((sum, [, weight], k) => sum + weight * means[k]!, 0);
  return Object.fromEntries(
    [['base', base] as const, ...plain].map(([name, value]) => [name, Number(value.toFixed(3))]),
  );
};
