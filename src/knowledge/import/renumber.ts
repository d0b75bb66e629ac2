/** Puts references such as "step 3" and "method 2" right after steps and methods got new numbers. */
import type { Method } from '../../model/catalog.ts';
import type { Block, Rich } from '../../model/reply.ts';
import type { Piece } from './blocks.ts';
import type { Made } from './methods.ts';
import { reword, type Spans } from './spans.ts';

type Place = { readonly part: number; readonly list: number; readonly number: number };

/** `parts` are the parts that one method was cut into. */
export const renumberSteps = (parts: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] => {
  const places: { origin: string; place: Place }[] = [];
  let list = 0;
  for (const [part, pieces] of parts.entries())
    for (const piece of pieces) {
      if (piece.kind !== 'numbered') continue;
      if (piece.steps[0]?.origin === '1') list++;
      for (const [n, { origin }] of piece.steps.entries())
        places.push({ origin, place: { part, list, number: n + 1 } });
    }
  const moved = places.some(({ origin, place }) => origin !== '' && origin !== String(place.number));
  if (!moved) return parts;
  return parts.map((pieces, part) =>
    pieces.map((piece) => {
      if (piece.kind !== 'numbered') return piece;
      const first = places.find(({ place, origin }) => place.part === part && origin === piece.steps[0]?.origin);
      const found = (number: string): string | undefined => {
        const old = originOf(number);
        const exact = places.filter(({ origin }) => origin === old);
        const all = exact.length > 0 ? exact : places.filter(({ origin }) => origin.startsWith(`${old}.`));
        const target = (all.find(({ place }) => place.list === first?.place.list) ?? all[0])?.place;
        if (!target) return undefined;
        return target.part === part ? `${target.number}` : `${target.number} of part ${target.part + 1}`;
      };
      return { ...piece, steps: piece.steps.map((step) => ({ ...step, text: referTo(step.text, found) })) };
    }),
  );
};

/** "1D" is the fourth step below step 1. */
const originOf = (number: string): string => {
  const [, digits = '', letter = ''] = /^(\d+)([A-Za-z]?)$/.exec(number) ?? [];
  return letter ? `${digits}.${letter.toLowerCase().charCodeAt(0) - 96}` : digits;
};

const reference =
  /\bsteps? #?\d{1,2}[A-Za-z]?\b(?:(?:, (?:and |or )?| and | or | through | to |[–-])\d{1,2}[A-Za-z]?\b)*(?! of part)/g;

const referTo = (text: Spans, found: (number: string) => string | undefined): Spans =>
  reword(text, (words) =>
    words.replace(reference, (whole) => whole.replace(/\d{1,2}[A-Za-z]?/g, (number) => found(number) ?? number)),
  );

const methodReference =
  /\b(method|solution|resolution|workaround)s? \d{1,2}\b(?:(?:, (?:and |or )?| and | or )\d{1,2}\b)*(?!\s*:| of the following)/gi;

/** Rewrites "Resolution 2" to the method that it has become, in any block of the entry. */
export const referToMethods = (made: readonly Made[]): ((blocks: readonly Block[]) => readonly Block[]) => {
  const numberOf = (word: string, number: number): number => {
    const same = made.findIndex(({ label }) => label?.word === word.toLowerCase() && label.number === number);
    return same + 1;
  };
  const rewrite = (text: string): string =>
    text.replace(methodReference, (whole, word: string) => {
      const numbers = whole.match(/\d+/g)!.map((number) => numberOf(word, Number(number)));
      if (numbers.includes(0)) return whole;
      const name = word.charAt(0) === word.charAt(0).toUpperCase() ? 'Method' : 'method';
      let n = 0;
      return whole.replace(new RegExp(`^${word}`, 'i'), name).replace(/\d+/g, () => String(numbers[n++]));
    });
  const rich = (text: Rich): Rich => (typeof text === 'string' ? rewrite(text) : reword(text, rewrite));
  return (blocks) =>
    blocks.map((block): Block => {
      if (block.kind === 'paragraph' || block.kind === 'note') return { ...block, text: rich(block.text) };
      if (block.kind === 'list') return { ...block, items: block.items.map(rich) };
      if (block.kind === 'steps')
        return { ...block, items: block.items.map((item) => ({ ...item, text: rich(item.text) })) };
      return block;
    });
};

/** The methods with their references put right. */
export const renumbered = (made: readonly Made[]): readonly Method[] => {
  const refer = referToMethods(made);
  return made.map(({ method }) => ({ ...method, body: refer(method.body) }));
};
