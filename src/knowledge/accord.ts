/** How well what a text asks goes with what a sentence tells, in a few directions that were learnt, so that no kinds of questions and of sentences are listed. */
import type { Asking } from './asking.ts';
import { stemmed } from './held.ts';
import type { Ranking } from './learnt.ts';

type Said = { readonly spoken: readonly string[]; readonly text: string };

const japanese = /[\u3040-\u9fff]/g;

/** The cues of what a text asks: its words, how they follow each other, and what is known of it. */
export const asksIn = (
  { spoken, text }: Said,
  asking: ReadonlySet<Asking>,
  concepts: ReadonlySet<string>,
): readonly string[] => {
  const words = spoken.map(stemmed);
  const letters = text.match(japanese) ?? [];
  return [
    ...new Set([
      'said',
      ...words,
      ...['', ...words].map((word, n) => `${word} ${words[n] ?? ''}`),
      ...letters.slice(1).map((letter, n) => letters[n]! + letter),
      ...Array.from(concepts, (one) => `concept ${one}`),
      ...Array.from(asking, (one) => `asks ${one}`),
      ...(/[?？]\s*$/.test(text) ? ['?'] : []),
    ]),
  ];
};

/** The mean direction of the cues that are known, the longer the more of them agree. */
const directionOf = (cues: readonly string[], table: Ranking['asks']): readonly number[] => {
  const rows = cues.flatMap((cue) => (Object.hasOwn(table, cue) ? [table[cue]!] : []));
  const length = Math.sqrt(rows.length);
  return (rows[0] ?? []).map((_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / length);
};

/** What is told is read once. */
export const accordBy = ({
  asks,
  tells,
}: Ranking): ((asked: readonly string[]) => (told: readonly string[]) => number) => {
  const known = new WeakMap<readonly string[], readonly number[]>();
  const ofTold = (told: readonly string[]): readonly number[] => {
    const before = known.get(told);
    if (before) return before;
    const direction = directionOf(told, tells);
    known.set(told, direction);
    return direction;
  };
  return (asked) => {
    const own = directionOf(asked, asks);
    return (told) => {
      const other = ofTold(told);
      let sum = 0;
      for (let k = 0; k < other.length; k++) sum += (own[k] ?? 0) * other[k]!;
      return sum;
    };
  };
};
