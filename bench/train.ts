/** Teaches the classifier of src/knowledge/classify.ts, and small logistic models: plain gradient descent, the same result each time. */
import { cueWeight, softmax } from '../src/knowledge/classify.ts';
import type { Learnt, Weights } from '../src/knowledge/learnt.ts';

/** A text to learn from: its cues, the topics that are right for it, and how much it counts. */
export type Lesson = { readonly cues: readonly string[]; readonly topics: readonly string[]; readonly weight: number };

const epochs = 14;
const pace = 0.125;
const slowing = 0.3;
const biasPace = 0.02;

/** A pair of words must stand in so many lessons, and a weight be so large, to be kept. */
const fewest = 2;
const smallest = 0.2;

/** Softmax regression by stochastic gradient descent; where several topics are right, the likeliest of them are strengthened. */
export const teach = (lessons: readonly Lesson[]): Pick<Learnt, 'topics' | 'bias' | 'weights'> => {
  const topics = [...new Set(lessons.flatMap((lesson) => lesson.topics))].toSorted();
  const size = topics.length;
  const cues = cuesIn(lessons);
  const table = new Float32Array(cues.size * size);
  const bias = new Float64Array(size);
  const rows = lessons.map(({ cues: seen, topics: right, weight }) => ({
    held: seen.flatMap((cue) => cues.get(cue) ?? []),
    right: right.map((topic) => topics.indexOf(topic)),
    weight,
  }));
  const random = generator();
  const order = rows.map((_, n) => n);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let n = order.length - 1; n > 0; n--) {
      const other = Math.floor(random() * (n + 1));
      [order[n], order[other]] = [order[other]!, order[n]!];
    }
    for (const n of order) {
      const { held, right, weight } = rows[n]!;
      const each = cueWeight(held.length);
      const sums = Float64Array.from(bias);
      for (const cue of held)
        for (let topic = 0; topic < size; topic++) sums[topic]! += each * table[cue * size + topic]!;
      const chances = softmax(sums);
      const good = right.reduce((sum, topic) => sum + chances[topic]!, 0);
      const step = (pace * weight) / (1 + slowing * epoch);
      for (let topic = 0; topic < size; topic++) {
        const miss = step * ((right.includes(topic) ? chances[topic]! / good : 0) - chances[topic]!);
        if (Math.abs(miss) < 1e-5) continue;
        bias[topic]! += biasPace * miss;
        for (const cue of held) table[cue * size + topic]! += each * miss;
      }
    }
  }
  const weights = new Map<string, Weights>();
  for (const [cue, row] of [...cues].toSorted(([one], [two]) => (one < two ? -1 : 1))) {
    const at = topics.map((_, topic) => topic).filter((topic) => Math.abs(table[row * size + topic]!) >= smallest);
    if (at.length > 0) weights.set(cue, { at, by: at.map((topic) => table[row * size + topic]!) });
  }
  return { topics, bias: [...bias], weights };
};

/** The words, and the pairs that stand in several lessons, numbered. */
const cuesIn = (lessons: readonly Lesson[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const lesson of lessons) for (const cue of new Set(lesson.cues)) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  return new Map(
    [...counts].filter(([cue, count]) => count >= fewest || !cue.includes(' ')).map(([cue], n) => [cue, n]),
  );
};

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

/** Logistic regression; the weights by feature, `base` first. */
export const logistic = (rows: readonly Row[], steps = 6000, rate = 0.5, decay = 0.0005): Record<string, number> => {
  const names = ['base', ...Object.keys(rows[0]!.features)];
  const inputs = rows.map(({ features }) => names.map((name) => (name === 'base' ? 1 : features[name]!)));
  const whole = rows.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let weights = names.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const slope = names.map(() => 0);
    for (const [n, input] of inputs.entries()) {
      const sum = input.reduce((total, value, k) => total + value * weights[k]!, 0);
      const miss = (Number(rows[n]!.right) - 1 / (1 + Math.exp(-sum))) * (rows[n]!.weight ?? 1);
      for (const [k, value] of input.entries()) slope[k]! += miss * value;
    }
    weights = weights.map((weight, k) => weight + rate * (slope[k]! / whole - (k === 0 ? 0 : decay * weight)));
  }
  return Object.fromEntries(names.map((name, k) => [name, Number(weights[k]!.toFixed(2))]));
};
