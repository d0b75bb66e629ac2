/** Puts references such as "step 3" and "method 2" right after steps and methods got new numbers. */
import type { Method } from '../../model/catalog.ts';
import { type Block, type Rich } from '../../model/reply.ts';
import type { Piece } from './blocks.ts';
import type { Made } from './methods.ts';
import { reword } from './spans.ts';

/** Where a step went: the part of its method, the list that it was in, and its number now. */
type Place = { readonly origin: string; readonly part: number; readonly list: number; readonly number: number };

/**
 * `parts` are the parts that one method was cut into. Where `lettersOnly`, a text that says "step 2" may mean a heading,
 * and only references such as "step 2b" are changed.
 */
export const renumberSteps = (
  parts: readonly (readonly Piece[])[],
  lettersOnly = false,
): readonly (readonly Piece[])[] => {
  const places = placesOf(parts);
  if (places.every(({ origin, number }) => origin === '' || origin === String(number))) return parts;
  const last = Math.max(...places.map(({ list }) => list));
  let list = 0;
  return parts.map((pieces, part) =>
    pieces.map((piece): Piece => {
      if (piece.kind === 'numbered' && piece.steps[0]?.origin === '1') list++;
      const near = Math.min(Math.max(list, 1), last);
      const found = (number: string): string => {
        const target = lettersOnly && /^\d+$/.test(number) ? undefined : find(places, originOf(number), near);
        if (!target) return number;
        return target.part === part ? `${target.number}` : `${target.number} of part ${target.part + 1}`;
      };
      const change = (text: string): string =>
        text.replace(stepReference, (whole) => whole.replace(/\d{1,2}[A-Za-z]?/g, found));
      if (piece.kind !== 'numbered') return reworded(piece, change);
      return { ...piece, steps: piece.steps.map((step) => ({ ...step, text: reword(step.text, change) })) };
    }),
  );
};

const placesOf = (parts: readonly (readonly Piece[])[]): readonly Place[] => {
  let list = 0;
  return parts.flatMap((pieces, part) =>
    pieces.flatMap((piece) => {
      if (piece.kind !== 'numbered') return [];
      if (piece.steps[0]?.origin === '1' || list === 0) list++;
      return piece.steps.map(({ origin }, n): Place => ({ origin, part, list, number: n + 1 }));
    }),
  );
};

/** The step of that number in the list nearby, else in any; a step that became a label is found by the first below it. */
const find = (places: readonly Place[], origin: string, list: number): Place | undefined => {
  const exact = places.filter((one) => one.origin === origin);
  const all = exact.length > 0 ? exact : places.filter((one) => one.origin.startsWith(`${origin}.`));
  return all.find((one) => one.list === list) ?? all[0];
};

/** "1D" is the fourth step below step 1. */
const originOf = (number: string): string => {
  const [, digits = '', letter = ''] = /^(\d+)([A-Za-z]?)$/.exec(number) ?? [];
  return letter ? `${digits}.${letter.toLowerCase().charCodeAt(0) - 96}` : digits;
};

const stepReference =
  /\bsteps? #?\d{1,2}[A-Za-z]?\b(?:(?:, (?:and |or )?| and | or | through | to |[–-])\d{1,2}[A-Za-z]?\b)*(?! of part)/g;

const methodReference =
  /\b(method|solution|resolution|workaround)s? \d{1,2}\b(?:(?:, (?:and |or )?| and | or )\d{1,2}\b)*(?!\s*:| of the following)/gi;

/** Rewrites "Resolution 2" to the method that it has become, in any block of the entry. */
export const referToMethods = (made: readonly Made[]): ((blocks: readonly Block[]) => readonly Block[]) => {
  const numberOf = (word: string, number: number): number =>
    made.findIndex(({ label }) => label?.word === word.toLowerCase() && label.number === number) + 1;
  const change = (text: string): string =>
    text.replace(methodReference, (whole, word: string) => {
      const numbers = whole.match(/\d+/g)!.map((number) => numberOf(word, Number(number)));
      if (numbers.includes(0)) return whole;
      const name = word.charAt(0) === word.charAt(0).toUpperCase() ? 'Method' : 'method';
      let n = 0;
      return whole.replace(new RegExp(`^${word}`, 'i'), name).replace(/\d+/g, () => String(numbers[n++]));
    });
  return (blocks) => blocks.map((block) => reworded(block, change));
};

/** A block with its text changed, its code left as it is. */
const reworded = <T extends Block | Piece>(block: T, change: (text: string) => string): T => {
  const rich = (text: Rich): Rich => (typeof text === 'string' ? change(text) : reword(text, change));
  if (block.kind === 'paragraph' || block.kind === 'note') return { ...block, text: rich(block.text) };
  if (block.kind === 'list') return { ...block, items: block.items.map(rich) };
  if (block.kind === 'steps')
    return { ...block, items: block.items.map((item) => ({ ...item, text: rich(item.text) })) };
  return block;
};

/** The methods with their references put right. */
export const renumbered = (made: readonly Made[]): readonly Method[] => {
  const refer = referToMethods(made);
  return made.map(({ method }) => ({ ...method, body: refer(method.body) }));
};
