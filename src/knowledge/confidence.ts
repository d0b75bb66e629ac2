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

/** Fitted on the labelled questions of test/questions. */
const model = {
  base: -2.75,
  chance: 1.44,
  lead: 1.75,
  score: -0.19,
  coverage: 1.16,
  phrase: 3.34,
  length: 0.11,
} as const;

/** The chance, from 0 to 1, that the leading topic is the right one. `length` is the number of different terms asked. */
export const trust = (topics: readonly Topic[], hits: readonly Hit[], length: number): number => {
  const [first, second] = topics;
  if (!first) return 0;
  const own = hits.filter(({ entry }) => entry.topic === first.name);
  const sum =
    model.base +
    model.chance * first.chance +
    model.lead * (first.chance - (second?.chance ?? 0)) +
    model.score * Math.log(1 + (hits[0]?.score ?? 0)) +
    model.coverage * (own[0]?.coverage ?? 0) +
    model.phrase * Math.max(0, ...own.slice(0, 3).map(({ phrase }) => phrase)) +
    model.length * Math.log(1 + length);
  return 1 / (1 + Math.exp(-sum));
};
