/** What a short text is judged by. */
import { withoutAccents } from './accents.ts';

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
