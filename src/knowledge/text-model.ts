/** Hears which of a few labels a short message has, by what its words, their pairs and their pieces say for each, by what it means, and by marks that are known of it otherwise. */
import { readFileSync } from 'node:fs';
import { softmax } from './classify.ts';
import { placesOf } from './learnt.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { textCues } from './text-cues.ts';

/**
 * The row of a cue is its place in `rows`; its cells, one for each label, times `scale` are what it says for them, and `bias` is what speaks for them beforehand.
 * `leans` are what each number of a text's meaning says for each label.
 */
export type TextModel = {
  readonly rows: ReadonlyMap<string, number>;
  readonly bias: readonly number[];
  readonly scale: number;
  readonly cells: Int8Array;
  readonly leans: Float32Array;
};

/** The rows of a text; one whose words are not known is marked by how many they are, since what is left of it says little. */
export const rowsOf = (cues: readonly string[], rows: ReadonlyMap<string, number>): readonly number[] => {
  const strange = cues.filter((cue) => isWord(cue) && !rows.has(cue)).length;
  return [...cues, `${unknown}${Math.min(3, strange)}`].flatMap((cue) => rows.get(cue) ?? []);
};
export const unknown = '~';
const isWord = (cue: string): boolean => !/[ <>#]/.test(cue) && cue.length > 2;

/** The cues of a text count the less, the more they are; each mark counts the same. */
export const shareOf = (cues: readonly number[]): number => 1 / Math.sqrt(cues.length || 1);
export const shareOfMark = 0.25;

/** Adds what a meaning says for each label. */
export const addMeaning = (sums: Float64Array, meaning: Meaning, leans: ArrayLike<number>): void => {
  const labels = sums.length;
  for (const [at, by] of meaning.entries()) for (let n = 0; n < labels; n++) sums[n]! += by * leans[at * labels + n]!;
};

/** The chance of each label, in their order. */
export const chancesIn = (
  { rows, bias, scale, cells, leans }: TextModel,
  text: string,
  marks: readonly string[] = [],
): Float64Array => {
  const sums = Float64Array.from(bias);
  const add = (known: readonly number[], share: number): void => {
    for (const row of known)
      for (let n = 0; n < bias.length; n++) sums[n]! += cells[row * bias.length + n]! * scale * share;
  };
  const cues = rowsOf(textCues(text), rows);
  add(cues, shareOf(cues));
  addMeaning(sums, meaningOf(text), leans);
  add(
    marks.flatMap((mark) => rows.get(mark) ?? []),
    shareOfMark,
  );
  return softmax(sums);
};

/** `about` says what it was learnt from. */
export const writeTextModel = ({ rows, bias, scale, cells, leans }: TextModel, about: string): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${JSON.stringify({ about, bias, scale, leans: Array.from(leans, (one) => Number(one.toFixed(3))), cues: [...rows.keys()] })}\n`,
    ),
    Buffer.from(cells.buffer, cells.byteOffset, cells.length),
  ]);

export const parseTextModel = (bytes: Buffer): TextModel => {
  const end = bytes.indexOf('\n');
  const { bias, scale, leans, cues } = JSON.parse(bytes.toString('utf8', 0, end)) as Pick<
    TextModel,
    'bias' | 'scale'
  > & {
    readonly leans: readonly number[];
    readonly cues: readonly string[];
  };
  return {
    rows: placesOf(cues),
    bias,
    scale,
    cells: new Int8Array(bytes.subarray(end + 1)),
    leans: Float32Array.from(leans),
  };
};

/** A model that is read from its file once, when it is first asked. */
export const modelIn = (file: URL): (() => TextModel) => {
  let kept: TextModel | undefined;
  return () => (kept ??= parseTextModel(readFileSync(file)));
};
