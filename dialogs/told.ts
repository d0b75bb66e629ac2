/** What was told of a problem in closed words, as people read it. */
import { type Entry, type Facet, facets, type Known } from '../src/model/catalog.ts';
import { follow, questions } from './words/index.ts';

type Told = Known['told'];

/** A facet with the value that was told. */
export type Fact = readonly [facet: Facet, value: string];

export const factsOf = (told: Told): readonly Fact[] => Object.entries(told) as unknown as readonly Fact[];

export const valueText = (facet: Facet, value: string): string => questions()[facet].values[value] ?? value;

/** A fact as people read it: "Who: One user". */
const factText = ([facet, value]: Fact): string => follow().labelled(questions()[facet].label, valueText(facet, value));

export const factsText = (facts: readonly Fact[]): string => facts.map(factText).join('; ');

/** What an answer usually is about of a facet. */
export const usualText = (facet: Facet, entry: Entry): string =>
  (entry.facets[facet] ?? []).map((value) => valueText(facet, value)).join(' / ');

/** The facts in the order of the facets. */
const inOrder = (told: Told): readonly Fact[] =>
  (Object.keys(facets) as Facet[]).flatMap((facet): readonly Fact[] => {
    const value = told[facet];
    return value === undefined ? [] : [[facet, value]];
  });

/** What was told, as a name and a value each. */
export const toldFacts = (told: Told): readonly (readonly [name: string, value: string])[] =>
  inOrder(told).map(([facet, value]) => [questions()[facet].label, valueText(facet, value)]);

/** What was told, in one line. */
export const toldText = (told: Told): string => factsText(inOrder(told));
