/** Finds the method of an answer that tells to do what somebody says was done in vain, by what is done and with what. */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { deedIn } from './helped.ts';
import { methodText } from './methods.ts';
import { nearIn } from './spoken.ts';

type Words = Pick<Catalog, 'concepts' | 'followUp'>;

/** A method whose title names a concept of a deed holds so many of them, and such a share. */
const least = { concepts: 2, share: 0.75 } as const;

/** The number of the method, from 1, that tells to do what a text says was done; undefined where none surely does. */
export const triedBy = (text: string, entry: Entry, catalog: Words): number | undefined => {
  const deed = deedIn(text);
  const all = [...catalog.concepts(deed)];
  const [nearest] = nearIn(catalog.followUp(entry, deed)).flatMap(({ method }) => method ?? []);
  const shares = entry.methods.map((method, at) => {
    const held = catalog.concepts(methodText(method));
    const titled = catalog.concepts(method.title);
    const count = all.some((one) => titled.has(one)) ? all.filter((one) => held.has(one)).length : 0;
    return { n: at + 1, count, share: count / all.length };
  });
  const [best = 0] = shares
    .filter(({ count }) => count >= least.concepts)
    .map(({ share }) => share)
    .toSorted((one, two) => two - one);
  const meant = best < least.share ? [] : shares.filter(({ share }) => share === best);
  return (meant.find(({ n }) => n === nearest) ?? meant[0])?.n;
};
