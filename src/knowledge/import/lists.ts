/** Joins the numbered lists that a fence or a note has torn apart. */
import type { List, Part, Parts } from './outline.ts';

/** Code right behind a list belongs to its last item; a list that goes on behind code or notes is the same list. */
export const joinLists = (parts: Parts): Parts => {
  const done: Part[] = [];
  for (const part of parts) {
    const at = done.findLastIndex((one) => one.kind === 'list' && one.ordered);
    const open = done[at];
    const between = done.slice(at + 1);
    if (open?.kind === 'list' && part.kind === 'code' && between.length === 0) done[at] = behind(open, [part]);
    else if (open?.kind === 'list' && part.kind === 'list' && part.ordered && goesOn(part, open, between))
      done.splice(at, done.length, longer(behind(open, between), part));
    else done.push(part);
  }
  return done;
};

const goesOn = (part: List, open: List, between: Parts): boolean => {
  if (part.start > 1) return part.start > numbersOf(open).at(-1)!;
  const torn = between.length > 0 || open.items.at(-1)!.at(-1)?.kind === 'code';
  return torn && between.every((one) => one.kind === 'code' || one.kind === 'quote');
};

const numbersOf = (list: List): readonly number[] => list.numbers ?? list.items.map((_, n) => list.start + n);

const behind = (list: List, more: Parts): List => ({
  ...list,
  items: [...list.items.slice(0, -1), [...list.items.at(-1)!, ...more]],
});

const longer = (open: List, more: List): List => {
  const ends = numbersOf(open).at(-1)!;
  const numbers = more.start > ends ? numbersOf(more) : numbersOf(more).map((n) => n + ends);
  return { ...open, items: [...open.items, ...more.items], numbers: [...numbersOf(open), ...numbers] };
};
