/** Finds the one method of an answer that a fact points to. */
import type { Catalog, Entry, Facet, Spoken } from '../src/model/catalog.ts';
import type { Facts } from './facts.ts';
import { methodsByScope } from './uses.ts';
import { nothingKnown } from './known.ts';
import { headText } from './methods.ts';
import { perhapsIn } from './spoken.ts';
import { methodsByTraits } from './traits.ts';

/** A method from 1; `surely` where its title or use tells what the fact tells, and not only words that are near. */
export type Meant = { readonly n: number; readonly surely: boolean };

/** What a condition tells of these facets is what a fact tells of them. */
const weighing = [
  'account',
  'federated',
  'certificate',
  'recent_change',
  'where',
  'client',
] as const satisfies readonly Facet[];

/** The methods whose title or use tells a facet as a fact does. */
const methodsByFacets = ({ told }: Facts, { methods }: Entry, { find }: Pick<Catalog, 'find'>): readonly number[] => {
  const telling = weighing.filter((facet) => told[facet] !== undefined);
  if (telling.length === 0) return [];
  return methods.flatMap((method, at) => {
    const own = find(headText(method), nothingKnown).known.told;
    return telling.some((facet) => own[facet] === told[facet]) ? [at + 1] : [];
  });
};

/** The method that a fact points to; what is behind is not meant, and where two are the person chooses. */
export const meantBy = (
  text: string,
  facts: Facts | null,
  near: readonly Spoken[],
  entry: Entry,
  behind: readonly number[],
  catalog: Pick<Catalog, 'find'>,
): Meant | undefined => {
  const { methods } = entry;
  const [first] = near.filter(({ method }) => method !== undefined);
  const perhaps = perhapsIn(near)?.method;
  const alone = (some: readonly number[]): number | undefined => (some.length === 1 ? some[0] : undefined);
  const sure = [methodsByTraits(text, methods), facts ? methodsByScope(facts, entry).for : []].flatMap(
    (some) => alone(some) ?? [],
  );
  const [n = perhaps, other = n] = sure;
  if (n === undefined) {
    const by = facts ? alone(methodsByFacets(facts, entry, catalog)) : undefined;
    return by === undefined || behind.includes(by) || first?.method !== by ? undefined : { n: by, surely: false };
  }
  if (n !== other || behind.includes(n)) return undefined;
  return { n, surely: sure.length > 0 };
};
