/** Labelled messages after an answer, and what they do: learnt by gradient descent, and measured. */
import { softmax } from '../src/knowledge/classify.ts';
import { intentChances, intentCues, type IntentModel, rowsOf, unknown } from '../src/knowledge/intents.ts';
import { placesOf } from '../src/knowledge/learnt.ts';
import { type Intent, intents } from '../src/model/catalog.ts';
import { followUps } from './follow-ups.ts';
import { inWords, readLines } from './read.ts';
import { generator } from './train.ts';

export type Labelled = {
  readonly text: string;
  readonly intent: Intent;
  readonly language: string;
  readonly author?: string;
};

export const labelled = (...files: readonly string[]): readonly Labelled[] =>
  (files.length > 0 ? files : ['intents']).flatMap((file) => readLines(file) as Labelled[]);

/** A follow-up that tells of no outcome, and a first message, do nothing else; they are many, and count less. */
const others = (): readonly Labelled[] => {
  const follow = followUps().filter(({ kind }) => kind !== 'failed');
  const first = (inWords.flatMap(readLines) as { text: string; fold?: string }[]).filter(
    ({ text, fold }, n) => fold !== 'held' && n % sampled === 0 && text.length <= longest,
  );
  return [...follow, ...first].map(({ text }) => ({ text, intent: 'other', language: '' }));
};
const sampled = 10;
const longest = 200;

const epochs = 14;

/** How far a step goes at first, of the weight of a cue and of what speaks for an intent beforehand. */
const pace = { cue: 0.3, bias: 0.02 } as const;

/** Each time a message is read, so many of its cues are left out by chance, so that none is relied on alone. */
const dropped = 0.25;

/** A cue must stand in so many messages. */
const fewest = 3;
const weightOfOthers = 0.3;

type Lesson = { readonly rows: readonly number[]; readonly right: number; readonly weight: number };

/** Teaches the weights of cues, each step as far as a cue's steps before allow; the mean over the later rounds is kept. */
export const teachIntents = (lines: readonly Labelled[]): IntentModel => {
  const all = [
    ...lines.map((one) => ({ ...one, weight: 1 })),
    ...others().map((one) => ({ ...one, weight: weightOfOthers })),
  ];
  const cues = all.map(({ text }) => intentCues(text));
  const counts = new Map<string, number>();
  for (const cue of cues.flat()) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const rows = placesOf([
    ...[...counts].filter(([, count]) => count >= fewest).map(([cue]) => cue),
    ...[0, 1, 2, 3].map((n) => `${unknown}${n}`),
  ]);
  const lessons: Lesson[] = all.map(({ intent, weight }, n) => ({
    rows: rowsOf(cues[n]!, rows),
    right: intents.indexOf(intent),
    weight,
  }));
  const width = intents.length;
  const weights = new Float64Array(rows.size * width);
  const slopes = new Float64Array(rows.size * width).fill(1e-6);
  const mean = new Float64Array(rows.size * width);
  const bias = new Float64Array(width);
  const random = generator(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const lesson of shuffled(lessons, random)) {
      const seen = lesson.rows.filter(() => random() >= dropped);
      if (seen.length === 0) continue;
      const share = 1 / Math.sqrt(seen.length);
      const sums = Float64Array.from(bias);
      for (const row of seen) for (let n = 0; n < width; n++) sums[n]! += weights[row * width + n]! * share;
      const misses = softmax(sums).map((chance, n) => lesson.weight * (chance - Number(n === lesson.right)));
      for (let n = 0; n < width; n++) {
        const slope = misses[n]! * share;
        bias[n]! -= pace.bias * misses[n]!;
        for (const row of seen) {
          const at = row * width + n;
          slopes[at]! += slope * slope;
          weights[at]! -= (pace.cue * slope) / Math.sqrt(slopes[at]!);
        }
      }
    }
    if (epoch >= epochs / 2) for (const [at, weight] of weights.entries()) mean[at]! += weight / (epochs / 2);
  }
  return inCells(rows, mean, bias);
};

const shuffled = <One>(all: readonly One[], random: () => number): readonly One[] =>
  all
    .map((one) => [random(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);

/** Weights as whole numbers of a byte; cues that say next to nothing are left out. */
const inCells = (rows: ReadonlyMap<string, number>, weights: Float64Array, bias: Float64Array): IntentModel => {
  const width = intents.length;
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const cellsOf = (row: number): readonly number[] =>
    [...weights.subarray(row * width, (row + 1) * width)].map((weight) => Math.round(weight / scale));
  const kept = [...rows]
    .map(([cue, row]) => [cue, cellsOf(row)] as const)
    .filter(([, cells]) => cells.some((cell) => Math.abs(cell) >= quietest));
  return {
    rows: placesOf(kept.map(([cue]) => cue)),
    bias: [...bias].map((one) => Number(one.toFixed(4))),
    scale,
    cells: Int8Array.from(kept.flatMap(([, cells]) => cells)),
  };
};
const quietest = 2;

/** A message with the chance of each intent. */
export type Judged = { readonly one: Labelled; readonly chances: Float64Array };

export const judgedBy = (model: IntentModel, lines: readonly Labelled[]): readonly Judged[] =>
  lines.map((one) => ({ one, chances: intentChances(model, one.text) }));

/** Each message as it is judged by what was learnt from the other authors. */
export const withoutOwnAuthor = (lines: readonly Labelled[]): readonly Judged[] =>
  [...Map.groupBy(lines, ({ author }) => author)].flatMap(([author, own]) =>
    judgedBy(teachIntents(lines.filter((one) => one.author !== author)), own),
  );

/** Which share of messages is heard from a chance on, rightly and as another intent. */
export const measureIntents = (group: readonly Judged[], from: number) => {
  const heardIn = ({ chances }: Judged): Intent => {
    const most = chances.indexOf(Math.max(...chances));
    return chances[most]! >= from ? intents[most]! : 'other';
  };
  const share = (fits: (heard: Intent, right: Intent) => boolean): number =>
    group.filter((each) => fits(heardIn(each), each.one.intent)).length / (group.length || 1);
  return {
    right: share((heard, right) => heard === right),
    wrong: share((heard, right) => heard !== right && heard !== 'other'),
  };
};
