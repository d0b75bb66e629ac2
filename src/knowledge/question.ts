/** Chooses the question that splits the candidates best, and weighs them by its answer. */
import { type Candidate, type Entry, type Facet, facets, type Question } from '../model/catalog.ts';

/**
 * How well a value goes with an entry. An entry that says nothing of the facet fits almost as well as one that names the value:
 * facets are there to rule out, and what is not written down is not ruled out. Never 0 and never 1, for people err.
 */
const fit = (entry: Entry, facet: Facet, value: string): number => {
  const own = entry.facets[facet];
  if (!own) return 0.6;
  if (own.includes(value)) return 0.75;
  if (own.includes(opposite[value] ?? '')) return 0.000_01;
  return value === 'everywhere' && own.every((one) => one in opposite) ? 0.002 : 0.15;
};

/** How well all that is told goes with an entry. */
export const fitOf = (entry: Entry, told: readonly (readonly [facet: Facet, value: string])[]): number => {
  let all = 1;
  for (const [facet, value] of told) all *= fit(entry, facet, value);
  return all;
};

/** What fails only inside is hardly what fails only outside, however much the words are alike, and what fails everywhere is neither. */
const opposite: Readonly<Record<string, string>> = { 'inside-only': 'outside-only', 'outside-only': 'inside-only' };

/** Whether a value all but rules an entry out. */
export const rulesOut = (entry: Entry, facet: Facet, value: string): boolean => fit(entry, facet, value) < 0.01;

/** How likely a person whose problem is this entry names this value. */
const likelihood = (entry: Entry, facet: Facet, value: string): number =>
  fit(entry, facet, value) / facets[facet].reduce((sum, one) => sum + fit(entry, facet, one), 0);

/** The candidates after learning that `facet` has `value`, best first. */
export const weigh = (candidates: readonly Candidate[], facet: Facet, value: string): readonly Candidate[] => {
  const chances = candidates.map(({ entry, confidence }) => confidence * fit(entry, facet, value));
  const sum = chances.reduce((total, chance) => total + chance, 0) || 1;
  return candidates
    .map(({ entry }, n) => ({ entry, confidence: chances[n]! / sum }))
    .toSorted((one, two) => two.confidence - one.confidence);
};

const entropy = (shares: readonly number[]): number =>
  -shares.reduce((sum, share) => (share > 0 ? sum + share * Math.log2(share) : sum), 0);

/** The entropy that is left on average after the facet was asked. */
const expected = (candidates: readonly Candidate[], facet: Facet): number =>
  facets[facet].reduce((left, value) => {
    const chance = candidates.reduce((sum, one) => sum + one.confidence * likelihood(one.entry, facet, value), 0);
    return left + chance * entropy(weigh(candidates, facet, value).map((one) => one.confidence));
  }, 0);

/** In bits; a question that tells less is not worth asking. */
const leastGain = 0.08;

/** A code or message, where there is one, settles most; this share of what is open is what asking for it brings on average. */
const messageGain = 0.5;

/** How many people know the answer when they are asked; the rest say "I don't know", and nothing is gained. */
const answered: Readonly<Record<Facet, number>> = {
  where: 1,
  client: 1,
  scope: 1,
  prompt: 1,
  message: 1,
  recent_change: 0.9,
  device: 0.8,
  account: 0.8,
  federated: 0.8,
  certificate: 0.3,
};

/** The facet with the highest expected information gain, or null when none is worth asking. */
export const ask = (given: readonly Candidate[], known: readonly string[]): Question | null => {
  const sum = given.reduce((total, one) => total + one.confidence, 0) || 1;
  const candidates = given.map(({ entry, confidence }) => ({ entry, confidence: confidence / sum }));
  const now = entropy(candidates.map((one) => one.confidence));
  let best: { question: Question; gain: number } | null = null;
  for (const facet of Object.keys(facets) as Facet[]) {
    if (known.includes(facet)) continue;
    const named = new Set(candidates.flatMap(({ entry }) => entry.facets[facet] ?? []));
    if (named.size === 0 && facet !== 'message') continue;
    const gain = answered[facet] * (facet === 'message' ? messageGain * now : now - expected(candidates, facet));
    if (gain >= leastGain && gain > (best?.gain ?? 0)) {
      const values = facets[facet].filter((value) => named.has(value) || facets[facet].length <= 4);
      best = { question: { facet, values }, gain };
    }
  }
  return best?.question ?? null;
};
