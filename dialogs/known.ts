/** What is known of a problem. */
import type { Known } from '../src/model/catalog.ts';

export const nothingKnown: Known = { words: [], spoken: [], told: {} };

/** How much is known. */
export const gained = ({ words, told }: Known): number => words.length + Object.keys(told).length;

/** What was known of two, with what was told since. */
export const joined = (one: Known = nothingKnown, two: Known = nothingKnown, told: Known['told'] = {}): Known => ({
  words: [...new Set([...one.words, ...two.words])],
  spoken: [...new Set([...one.spoken, ...two.spoken])],
  told: { ...one.told, ...two.told, ...told },
});
