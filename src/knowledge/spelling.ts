/** Reads misspelt words as frequent words of the catalog: by the letters that are left when one is taken out, by their consonants, and long ones with fuse.js. */
import Fuse from 'fuse.js';
import { slipsOf } from './slips.ts';

/** Words that can be told apart by their letters. */
const word = /^[a-z]{3,24}$/;

/** A word that stands in fewer phrases is no word that others are meant to be. */
const frequent = 3;

/** Shorter words have too many neighbours: of them only swapped letters and left-out vowels are made good, and words that stand in any sentence. */
const short = 5;

/** How many times as frequent the word meant must be as the next one that is as near. */
const clearly = 4;

/** A word that stands in so many phrases is meant by whoever writes a double letter of it once. */
const wellKnown = 20;

/** A long word with more slips than are counted is looked up among the well-known ones that begin like it and are about as long. */
const long = 8;
const alikeStart = 2;
const about = 2;
const fuzzy = { includeScore: true, threshold: 0.15, distance: 4 } as const;

/** Words that stand in any sentence, and in phrases such as "all the time". */
const common = new Set(
  'the and for can not but get how with from when where which while only what that this they them then there have has had every always again after before cannot cant dont doesnt wont user users time times their your over into still since even'.split(
    ' ',
  ),
);

/** How many words are remembered before all are forgotten. */
const mostRemembered = 10_000;

/**
 * Reads a word as the one that is meant, which is itself where none is near or several are. `counts` tells how often each word is used;
 * `isSpelt` tells words that are never touched, `isUsed` those that are used, if seldom, by themselves.
 */
export const speller = (
  counts: ReadonlyMap<string, number>,
  isSpelt: (word: string) => boolean,
  isUsed: (word: string) => boolean,
): ((spoken: string) => string) => {
  const meant = [...counts].flatMap(([one, count]) =>
    word.test(one) && one.length > 3 && (count >= frequent || common.has(one)) ? [one] : [],
  );
  for (const one of common) if (!counts.has(one) || one.length < 4) meant.push(one);
  const byRest = new Map<string, string[]>();
  const byConsonants = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, one: string): void => {
    const list = map.get(key);
    if (list) list.push(one);
    else map.set(key, [one]);
  };
  for (const one of new Set(meant)) {
    for (const rest of restsOf(one)) add(byRest, rest, one);
    add(byConsonants, consonantsOf(one), one);
  }
  const wellKnownOnes = Map.groupBy(
    meant.filter((one) => one.length >= long - about && (counts.get(one) ?? 0) >= wellKnown),
    (one) => one.slice(0, alikeStart),
  );
  const fuses = new Map<string, Fuse<string>>();
  const fuseOf = (start: string): Fuse<string> => {
    const fuse = fuses.get(start) ?? new Fuse(wellKnownOnes.get(start) ?? [], fuzzy);
    fuses.set(start, fuse);
    return fuse;
  };
  const alike = (misspelt: string): string | undefined =>
    misspelt.length < long
      ? undefined
      : fuseOf(misspelt.slice(0, alikeStart))
          .search(misspelt, { limit: 3 })
          .find(({ item }) => Math.abs(item.length - misspelt.length) <= about)?.item;
  const countOf = (one: string): number => counts.get(one) ?? (common.has(one) ? frequent : 0);
  const nearest = (misspelt: string): string | undefined => {
    const found = new Set([
      ...restsOf(misspelt).flatMap((rest) => byRest.get(rest) ?? []),
      ...(byConsonants.get(consonantsOf(misspelt)) ?? []),
    ]);
    const near = [...found]
      .map((one) => ({ one, slips: slipsOf(misspelt, one) }))
      .filter(({ one, slips }) => isSlip(misspelt, one, slips))
      .map(({ one, slips }) => ({ one, cost: slips + oddity(misspelt, one) }))
      .toSorted((a, b) => a.cost - b.cost || weight(b.one) - weight(a.one));
    const [first, second] = near;
    if (!first) return alike(misspelt);
    return !second || second.cost > first.cost || weight(first.one) >= clearly * weight(second.one)
      ? first.one
      : undefined;
  };
  const weight = (one: string): number => countOf(one) * (common.has(one) ? 10 : 1);
  /** A word that is used, rarely, may still be a frequent one with a double letter written once: "pasword". */
  const isLame = (misspelt: string, one: string): boolean =>
    misspelt.length >= short && countOf(one) >= wellKnown && misspelt === one.replace(/(.)\1/g, '$1');
  const remembered = new Map<string, string>();
  const read = (spoken: string): string => {
    if (!word.test(spoken) || isSpelt(spoken)) return spoken;
    const one = nearest(spoken);
    return one !== undefined && (!isUsed(spoken) || isLame(spoken, one)) ? one : spoken;
  };
  return (spoken) => {
    const known = remembered.get(spoken);
    if (known !== undefined) return known;
    if (remembered.size >= mostRemembered) remembered.clear();
    const one = read(spoken);
    remembered.set(spoken, one);
    return one;
  };
};

/** The word, and what is left of it without each of its letters. */
const restsOf = (one: string): readonly string[] => [
  one,
  ...Array.from(one, (_, n) => one.slice(0, n) + one.slice(n + 1)),
];

/** The first letter and the consonants, those that are written double once. */
const consonantsOf = (one: string): string =>
  `${one[0]!}${one.slice(1).replace(/[aeiouy]/g, '')}`.replace(/(.)\1+/g, '$1');

/** Whether so many slips make this word of that one. */
const isSlip = (misspelt: string, one: string, slips: number): boolean => {
  if (misspelt[0] !== one[0]) return slips === 1 && misspelt.length >= 8;
  if (one.length < misspelt.length) return slips === 1 && one.length >= short;
  if (misspelt.length >= short) return slips <= (misspelt.length >= 7 ? 2 : 1);
  if (slips !== 1) return false;
  const swapped = misspelt.length === one.length && letters(misspelt) === letters(one);
  const vowelless = !/[aeiouy]/.test(misspelt) && consonantsOf(misspelt) === consonantsOf(one);
  return swapped || vowelless || (common.has(one) && !negations.has(one) && one.length > misspelt.length);
};

const letters = (one: string): string => Array.from(one).toSorted().join('');

/** Letters are left out or swapped more easily than mistaken, and mistaken more easily than added. */
const oddity = (misspelt: string, one: string): number => {
  if (one.length < misspelt.length) return 0.3;
  return one.length > misspelt.length || letters(one) === letters(misspelt) ? 0 : 0.2;
};

/** What makes the reverse of a sentence is not read into it. */
const negations: ReadonlySet<string> = new Set(['cant', 'cannot', 'dont', 'doesnt', 'wont']);
