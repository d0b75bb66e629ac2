/** How far a finding can be trusted: a logistic model over what the search saw, fitted to labelled questions. */
import type { Candidate } from '../model/catalog.ts';
import type { Hit } from './search.ts';

/** Raised to this power, search scores behave like chances. */
const sharpness = 4;

/** Search hits as candidates whose chances add up to 1. */
export const candidatesOf = (hits: readonly Hit[]): readonly Candidate[] => {
  const sum = hits.reduce((total, { score }) => total + score ** sharpness, 0) || 1;
  return hits.map(({ entry, score }) => ({ entry, confidence: score ** sharpness / sum }));
};

export type Topic = { readonly name: string; readonly chance: number; readonly entries: readonly Candidate[] };

/** The candidates by topic, likeliest first: entries of one topic share the fix, so that their chances speak for each other. */
export const topicsOf = (candidates: readonly Candidate[]): readonly Topic[] =>
  [...Map.groupBy(candidates, ({ entry }) => entry.topic)]
    .map(([name, entries]) => ({ name, entries, chance: entries.reduce((sum, one) => sum + one.confidence, 0) }))
    .toSorted((one, two) => two.chance - one.chance);

/** Fitted on the labelled questions of test/questions by `npm run fit`. */
const model = {
  base: -2.56,
  chance: -0.33,
  lead: 2.51,
  score: 0.62,
  coverage: 0.65,
  phrase: 3.25,
  length: 0.55,
  information: -0.87,
} as const;

export type Feature = Exclude<keyof typeof model, 'base'>;

/** What is seen of a finding; `length` is the number of different terms asked, `information` how much they tell. */
export const featuresOf = (
  topics: readonly Topic[],
  hits: readonly Hit[],
  length: number,
  information: number,
): Readonly<Record<Feature, number>> => {
  const [first, second] = topics;
  const own = hits.filter(({ entry }) => entry.topic === first?.name);
  return {
    chance: first?.chance ?? 0,
    lead: (first?.chance ?? 0) - (second?.chance ?? 0),
    score: Math.log(1 + (hits[0]?.score ?? 0)),
    coverage: own[0]?.coverage ?? 0,
    phrase: Math.max(0, ...own.slice(0, 3).map(({ phrase }) => phrase)),
    length: Math.log(1 + length),
    information: Math.log(1 + information),
  };
};

/** The chance, from 0 to 1, that the leading topic is the right one. */
export const trust = (features: Readonly<Record<Feature, number>>): number => {
  const names = Object.keys(features) as Feature[];
  return 1 / (1 + Math.exp(-names.reduce<number>((sum, name) => sum + model[name] * features[name], model.base)));
};
