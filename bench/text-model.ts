/** Teaches a text model from labelled texts, by gradient descent. */
import { softmax } from '../src/knowledge/classify.ts';
import { placesOf } from '../src/knowledge/learnt.ts';
import { rowsOf, shareOf, shareOfMark, type TextModel, textCues, unknown } from '../src/knowledge/text-model.ts';
import { generator } from './train.ts';

/** A text with what is known of it otherwise, the place of its label, and how much it counts. */
export type Lesson = {
  readonly text: string;
  readonly marks?: readonly string[];
  readonly right: number;
  readonly weight: number;
};

const epochs = 14;

/** How far a step goes at first, of the weight of a cue and of what speaks for a label beforehand. */
const pace = { cue: 0.3, bias: 0.02 } as const;

/** Each time a message is read, so many of its cues and marks are left out by chance, so that none is relied on alone. */
const dropped = { cue: 0.25, mark: 0.1 } as const;

/** A cue must stand in so many messages. */
const fewest = 3;

type Read = {
  readonly cues: readonly number[];
  readonly marks: readonly number[];
  readonly right: number;
  readonly weight: number;
};

/** Teaches the weights of cues, each step as far as a cue's steps before allow; the mean over the later rounds is kept. */
export const teachTexts = (all: readonly Lesson[], width: number): TextModel => {
  const cues = all.map(({ text }) => textCues(text));
  const counts = new Map<string, number>();
  const counted = [...cues.flat(), ...all.flatMap(({ marks = [] }) => marks)];
  for (const cue of counted) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const rows = placesOf([
    ...[...counts].filter(([, count]) => count >= fewest).map(([cue]) => cue),
    ...[0, 1, 2, 3].map((n) => `${unknown}${n}`),
  ]);
  const lessons: Read[] = all.map(({ marks = [], right, weight }, n) => ({
    cues: rowsOf(cues[n]!, rows),
    marks: marks.flatMap((mark) => rows.get(mark) ?? []),
    right,
    weight,
  }));
  const weights = new Float64Array(rows.size * width);
  const slopes = new Float64Array(rows.size * width).fill(1e-6);
  const mean = new Float64Array(rows.size * width);
  const bias = new Float64Array(width);
  const random = generator(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const lesson of shuffled(lessons, random)) {
      const seen = lesson.cues.filter(() => random() >= dropped.cue);
      const marks = lesson.marks.filter(() => random() >= dropped.mark);
      if (seen.length + marks.length === 0) continue;
      const groups = [
        { rows: seen, share: shareOf(seen) },
        { rows: marks, share: shareOfMark },
      ];
      const sums = Float64Array.from(bias);
      for (const { rows: own, share } of groups)
        for (const row of own) for (let n = 0; n < width; n++) sums[n]! += weights[row * width + n]! * share;
      const misses = softmax(sums).map((chance, n) => lesson.weight * (chance - Number(n === lesson.right)));
      for (let n = 0; n < width; n++) {
        bias[n]! -= pace.bias * misses[n]!;
        for (const { rows: own, share } of groups) {
          const slope = misses[n]! * share;
          for (const row of own) {
            const at = row * width + n;
            slopes[at]! += slope * slope;
            weights[at]! -= (pace.cue * slope) / Math.sqrt(slopes[at]!);
          }
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
const inCells = (rows: ReadonlyMap<string, number>, weights: Float64Array, bias: Float64Array): TextModel => {
  const width = bias.length;
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

/** A labelled text: its label, and the one it was heard as with its chance. */
export type Heard = {
  readonly language: string;
  readonly label: string;
  readonly heard: string;
  readonly chance: number;
};

/** Each text as it is heard by what was learnt from the other authors. */
export const heardByOthers = <Line extends { readonly author?: string }>(
  lines: readonly Line[],
  teach: (others: readonly Line[]) => TextModel,
  hear: (model: TextModel, own: readonly Line[]) => readonly Heard[],
): readonly Heard[] =>
  [...Map.groupBy(lines, ({ author }) => author)].flatMap(([author, own]) =>
    hear(teach(lines.filter((one) => one.author !== author)), own),
  );

/** Which share of texts is heard from a chance on, rightly and as something else; what is heard less surely counts as `other`. */
export const measureTexts = (group: readonly Heard[], from: number) => {
  const heardAs = ({ heard, chance }: Heard): string => (chance >= from ? heard : 'other');
  const share = (fits: (heard: string, label: string) => boolean): number =>
    group.filter((each) => fits(heardAs(each), each.label)).length / (group.length || 1);
  return {
    right: share((heard, label) => heard === label),
    wrong: share((heard, label) => heard !== label && heard !== 'other'),
  };
};
