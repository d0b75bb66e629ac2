/** Common given and family names, folded, in `people.txt`: they stand in the questions that were learnt from, but nobody's own is kept. */
import { readFileSync } from 'node:fs';

let names: ReadonlySet<string> | undefined;

export const isPerson = (word: string): boolean =>
  (names ??= new Set(readFileSync(new URL('./people.txt', import.meta.url), 'utf8').split('\n'))).has(word);
