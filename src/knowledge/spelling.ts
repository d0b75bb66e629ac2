/** Reads misspelt words as words of the catalog, with fuse.js over small buckets of like words. */
import Fuse from 'fuse.js';

/** Words that a catalog of one language holds and that are long enough to be told apart by their letters. */
const word = /^[a-z]{4,24}$/;

/** How many corrections are remembered before all are forgotten. */
const mostRemembered = 5000;

/** The nearest word of `vocabulary` with the same first letter and about the same length, or undefined when none is near. */
export const speller = (vocabulary: Iterable<string>): ((misspelt: string) => string | undefined) => {
  const buckets = Map.groupBy(
    [...vocabulary].filter((one) => word.test(one)),
    (one) => one[0]!,
  );
  const fuses = new Map<string, Fuse<string>>();
  const bucket = (letter: string): Fuse<string> => {
    let fuse = fuses.get(letter);
    if (!fuse) {
      fuse = new Fuse(buckets.get(letter) ?? [], { includeScore: true, threshold: 0.3, distance: 10 });
      fuses.set(letter, fuse);
    }
    return fuse;
  };
  const remembered = new Map<string, string | undefined>();
  return (misspelt) => {
    if (misspelt.length < 5 || !word.test(misspelt)) return undefined;
    if (!remembered.has(misspelt)) {
      if (remembered.size >= mostRemembered) remembered.clear();
      const near = bucket(misspelt[0]!).search(misspelt, { limit: 3 });
      remembered.set(misspelt, near.find(({ item }) => Math.abs(item.length - misspelt.length) <= 1)?.item);
    }
    return remembered.get(misspelt);
  };
};
