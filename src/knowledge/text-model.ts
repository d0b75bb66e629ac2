/** Hears which of a few labels a short message has, by what its words, their pairs and their pieces say for each, and by marks that are known of it otherwise. */
import { readFileSync } from 'node:fs';
import { withoutAccents } from './accents.ts';
import { softmax } from './classify.ts';
import { placesOf } from './learnt.ts';

/** The row of a cue is its place in `rows`; its cells, one for each label, times `scale` are what it says for them, and `bias` is what speaks for them beforehand. */
export type TextModel = {
  readonly rows: ReadonlyMap<string, number>;
  readonly bias: readonly number[];
  readonly scale: number;
  readonly cells: Int8Array;
};

const wordPattern = /[\p{Script=Latin}\d']+|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]+|[?？]/gu;
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** So long are the pieces of words; Japanese has no blanks, and is known by its pieces alone. */
const lengths = { word: [3, 4, 5], japanese: [1, 2, 3, 4, 5] } as const;

const piecesOf = (word: string): readonly string[] => {
  const whole = `<${word}>`;
  return (japanese.test(word) ? lengths.japanese : lengths.word).flatMap((length) =>
    Array.from({ length: Math.max(0, whole.length - length + 1) }, (_, at) => whole.slice(at, at + length)),
  );
};

/** What a text is judged by: its words alone, in twos and in threes with the ends of the text, their pieces, and about how many they are. */
export const textCues = (text: string): readonly string[] => {
  const words = withoutAccents(text.toLowerCase().replaceAll('’', "'")).match(wordPattern) ?? [];
  const ended = ['^', ...words, '$'];
  const runs = (length: number): readonly string[] =>
    ended.slice(length - 1).map((_, at) => ended.slice(at, at + length).join(' '));
  const count = `#${Math.min(4, Math.floor(words.length / 4))}`;
  return [...new Set([...words, ...runs(2), ...runs(3), ...words.flatMap(piecesOf), count])];
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

/** The chance of each label, in their order. */
export const chancesIn = (
  { rows, bias, scale, cells }: TextModel,
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
  add(
    marks.flatMap((mark) => rows.get(mark) ?? []),
    shareOfMark,
  );
  return softmax(sums);
};

/** `about` says what it was learnt from. */
export const writeTextModel = ({ rows, bias, scale, cells }: TextModel, about: string): Buffer =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify({ about, bias, scale, cues: [...rows.keys()] })}\n`),
    Buffer.from(cells.buffer, cells.byteOffset, cells.length),
  ]);

export const parseTextModel = (bytes: Buffer): TextModel => {
  const end = bytes.indexOf('\n');
  const { bias, scale, cues } = JSON.parse(bytes.toString('utf8', 0, end)) as Pick<TextModel, 'bias' | 'scale'> & {
    readonly cues: readonly string[];
  };
  return { rows: placesOf(cues), bias, scale, cells: new Int8Array(bytes.subarray(end + 1)) };
};

/** A model that is read from its file once, when it is first asked. */
export const modelIn = (file: URL): (() => TextModel) => {
  let kept: TextModel | undefined;
  return () => (kept ??= parseTextModel(readFileSync(file)));
};
