/** How far a finding can be trusted: what the search and the classifier make of a text, joined, and models fitted to labelled questions. */
import type { Candidate } from '../model/catalog.ts';
import type { Opinion } from './classify.ts';
import type { Learnt } from './learnt.ts';
import type { Hit } from './search.ts';

/** Raised to this power, search scores behave like chances. */
const sharpness = 4;

/** No topic is ruled out by the search or the classifier alone. */
const least = { searched: 0.05, opined: 0.001 } as const;

/** How much the classifier's opinion counts beside the search's: of topics, and of the entries of one. */
const share = { topics: 2, entries: 2 } as const;

/** The chance of each hit by its score alone; they add up to 1. */
const chancesOf = (hits: readonly Hit[]): readonly Candidate[] => {
  const powers = hits.map(({ score }) => score ** sharpness);
  const sum = powers.reduce((total, power) => total + power, 0) || 1;
  return hits.map(({ entry }, n) => ({ entry, confidence: powers[n]! / sum }));
};

/**
 * Search hits as candidates whose chances add up to 1: the search's chance of a topic times the classifier's.
 * An organisation's own entries, which the classifier was not taught, never lose by it: for their topics it does not speak against the search, and their share of a topic is the search's.
 */
export const candidatesOf = (
  hits: readonly Hit[],
  opinion: Opinion,
  taught: Learnt['entries'],
): readonly Candidate[] => {
  const topics = topicsOf(chancesOf(hits)).map(({ name, chance, entries }) => {
    const opined = opinion.of(name);
    const chosen = isOwn(entries, taught) ? Math.max(opined, chance) : opined;
    return { name, chance, entries, joined: (chance + least.searched) * (chosen + least.opined) ** share.topics };
  });
  const whole = topics.reduce((sum, { joined }) => sum + joined, 0) || 1;
  return topics
    .flatMap(({ joined, ...topic }) => amongThem(topic, opinion, taught, joined / whole))
    .toSorted((one, two) => two.confidence - one.confidence);
};

/** Of a topic that is less likely than this nobody asks which of its entries it is. */
const worthTelling = 0.01;

/** Divides the chance of a topic among its entries: by the search, and of those that were taught by the classifier as well. */
const amongThem = (topic: Topic, opinion: Opinion, taught: Learnt['entries'], chance: number): readonly Candidate[] => {
  const searched = topic.entries.map(({ entry, confidence }) => ({
    entry,
    confidence: (confidence / topic.chance) * chance,
  }));
  if (searched.length < 2 || chance < worthTelling) return searched;
  const known = searched.filter(({ entry }) => taught.has(entry.id));
  if (known.length < 2) return searched;
  const opined = opinion.among(known.map(({ entry }) => entry.id));
  const joined = new Map(
    known.map(({ entry, confidence }, n) => [entry, confidence ** (1 / share.entries) * opined[n]!]),
  );
  const whole = [...joined.values()].reduce((sum, one) => sum + one, 0) || 1;
  const held = known.reduce((sum, { confidence }) => sum + confidence, 0);
  return searched.map((one) => ({
    ...one,
    confidence: joined.has(one.entry) ? (held * joined.get(one.entry)!) / whole : one.confidence,
  }));
};

/** Whether the classifier was not taught all of the entries. */
const isOwn = (entries: readonly Candidate[], taught: Learnt['entries']): boolean =>
  entries.some(({ entry }) => !taught.has(entry.id));

export type Topic = { readonly name: string; readonly chance: number; readonly entries: readonly Candidate[] };

/** The candidates by topic, likeliest first: entries of one topic are akin, so that their chances speak for each other. */
export const topicsOf = (candidates: readonly Candidate[]): readonly Topic[] => {
  const topics = new Map<string, { readonly name: string; chance: number; readonly entries: Candidate[] }>();
  for (const one of candidates) {
    const name = one.entry.topic;
    const topic = topics.get(name);
    if (topic) {
      topic.entries.push(one);
      topic.chance += one.confidence;
    } else topics.set(name, { name, chance: one.confidence, entries: [one] });
  }
  return [...topics.values()].toSorted((one, two) => two.chance - one.chance);
};

export type Features = Readonly<Record<string, number>>;

/** What is known of a text besides its hits: `asked` is the number of different terms, `coverage` the share of them that the first hit holds. */
export type About = {
  readonly asked: number;
  readonly unknown: number;
  readonly coverage: number;
  readonly opinion: Opinion;
  /** Whether a word of the field is in it, whether it names Microsoft's sign-in, and whether it names another product. */
  readonly field: boolean;
  readonly ours: boolean;
  readonly others: boolean;
};

/**
 * What is seen of a finding, for the model `trust`: the chance that the leading topic is the right one.
 * Of an organisation's own topic the classifier knows nothing; there the search is asked in its place.
 */
export const trustFeatures = (
  topics: readonly Topic[],
  hits: readonly Hit[],
  about: About,
  taught: Learnt['entries'],
): Features => {
  const [first, second] = topics;
  const own = hits.filter(({ entry }) => entry.topic === first?.name);
  const chance = first?.chance ?? 0;
  const lead = Math.log((chance + 0.02) / ((second?.chance ?? 0) + 0.02));
  const { opinion } = about;
  const alone = first !== undefined && isOwn(first.entries, taught);
  const believed = alone ? chance : opinion.of(first?.name ?? '');
  return {
    opinion: believed,
    odds: oddsOf(believed),
    agreed: alone ? lead : opinion.first === first?.name ? opinion.lead : -opinion.lead,
    score: Math.log(1 + (own[0]?.score ?? 0)),
    phrase: Math.max(0, ...own.slice(0, 3).map(({ phrase }) => phrase)),
    elsewhere: oddsOf(elsewhereOf(first, opinion, taught)),
    vague: opinion.vague,
    ours: Number(about.ours),
    others: Number(about.others),
  };
};

/** The logarithm of the odds of a chance, which tells small and large ones apart better than the chance; never endless. */
const oddsOf = (chance: number): number => Math.log((chance + 0.01) / (1.01 - chance));

/** The chance that a text is none of ours; where an organisation's own topic leads, the search is asked in place of the classifier. */
const elsewhereOf = (first: Topic | undefined, opinion: Opinion, taught: Learnt['entries']): number =>
  first !== undefined && isOwn(first.entries, taught) ? 1 - first.chance : opinion.elsewhere;

/** What is seen of a text, for the model `ours`: the chance that it is about signing in at all. */
export const oursFeatures = (
  topics: readonly Topic[],
  hits: readonly Hit[],
  about: About,
  taught: Learnt['entries'],
): Features => ({
  elsewhere: oddsOf(elsewhereOf(topics[0], about.opinion, taught)),
  coverage: about.coverage,
  phrase: Math.max(0, ...hits.slice(0, 3).map(({ phrase }) => phrase)),
  score: Math.log(1 + (hits[0]?.score ?? 0)),
  unknown: about.unknown / (about.asked || 1),
  field: Number(about.field),
  ours: Number(about.ours),
  others: Number(about.others),
});

/** The chance, from 0 to 1, that a logistic model gives what is seen. */
export const chanceOf = (model: Features, features: Features): number => {
  const sum = Object.entries(features).reduce(
    (total, [name, value]) => total + (model[name] ?? 0) * value,
    model.base ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
};
