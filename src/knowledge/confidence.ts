/** How far a finding can be trusted: what the search and the classifier make of a text, joined, and models fitted to labelled questions. */
import type { Candidate, Entry, Facet, Known } from '../model/catalog.ts';
import type { Opinion } from './classify.ts';
import type { Learnt } from './learnt.ts';
import { fitOf } from './question.ts';
import type { Hit } from './search.ts';

/** Raised to this power, search scores behave like chances. */
const sharpness = 4;

/** No topic is ruled out by the search or the classifier alone. */
const least = { searched: 0.05, opined: 0.001 } as const;

/** How much the classifier's opinion counts beside the search's: of topics, and of the entries of one. */
const share = { topics: 2, entries: 2 } as const;

export type Topic = { readonly name: string; readonly chance: number; readonly entries: readonly Candidate[] };

/** A topic while its chances are worked out; what its entries count adds up to `chance`. */
type Group = {
  readonly name: string;
  chance: number;
  readonly entries: { readonly entry: Entry; confidence: number }[];
};

/**
 * What search hits speak for, likeliest first; all chances add up to 1. Entries of one topic are akin, so that their chances speak for each other:
 * the search's chance of a topic times the classifier's is divided among its entries, and weighed by what is told.
 * An organisation's own entries, which the classifier was not taught, never lose by it: for their topics it does not speak against the search, and their share of a topic is the search's.
 */
export const topicsOf = (
  hits: readonly Hit[],
  opinion: Opinion,
  taught: Learnt['entries'],
  told: Known['told'],
): readonly Topic[] => {
  const groups = groupsOf(hits);
  const searched = sumOf(groups, ({ chance }) => chance) || 1;
  const joined = groups.map(({ name, chance, entries }) => {
    const opined = opinion.of(name);
    const own = chance / searched;
    const chosen = isOwn(entries, taught) ? Math.max(opined, own) : opined;
    return (own + least.searched) * (chosen + least.opined) ** share.topics;
  });
  const whole = sumOf(joined, (one) => one) || 1;
  for (const [n, group] of groups.entries()) divide(group, joined[n]! / whole, opinion, taught);
  const values = Object.entries(told) as [Facet, string][];
  if (values.length > 0) weigh(groups, values);
  for (const { entries } of groups) entries.sort((one, two) => two.confidence - one.confidence);
  return groups.toSorted((one, two) => two.chance - one.chance);
};

const sumOf = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);

/** The hits by topic, each as much as its score says. */
const groupsOf = (hits: readonly Hit[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const { entry, score } of hits) {
    const confidence = score ** sharpness;
    const group = groups.get(entry.topic);
    if (group) {
      group.entries.push({ entry, confidence });
      group.chance += confidence;
    } else groups.set(entry.topic, { name: entry.topic, chance: confidence, entries: [{ entry, confidence }] });
  }
  return [...groups.values()];
};

/** Of a topic that is less likely than this nobody asks which of its entries it is. */
const worthTelling = 0.01;

/** Divides the chance of a topic among its entries: by the search, and of those that were taught by the classifier as well. */
const divide = (group: Group, chance: number, opinion: Opinion, taught: Learnt['entries']): void => {
  const { entries } = group;
  for (const one of entries) one.confidence *= chance / group.chance;
  group.chance = chance;
  if (entries.length < 2 || chance < worthTelling) return;
  const known = entries.filter(({ entry }) => taught.has(entry.id));
  if (known.length < 2) return;
  const opined = opinion.among(known.map(({ entry }) => entry.id));
  const held = sumOf(known, ({ confidence }) => confidence);
  for (const [n, one] of known.entries()) one.confidence = one.confidence ** (1 / share.entries) * opined[n]!;
  const whole = sumOf(known, ({ confidence }) => confidence) || 1;
  for (const one of known) one.confidence *= held / whole;
};

/** Weighs the entries by how well what is told goes with them. */
const weigh = (groups: readonly Group[], told: readonly (readonly [facet: Facet, value: string])[]): void => {
  for (const group of groups) {
    for (const one of group.entries) one.confidence *= fitOf(one.entry, told);
    group.chance = sumOf(group.entries, ({ confidence }) => confidence);
  }
  const whole = sumOf(groups, ({ chance }) => chance) || 1;
  for (const group of groups) {
    for (const one of group.entries) one.confidence /= whole;
    group.chance /= whole;
  }
};

/** Whether the classifier was not taught all of the entries. */
const isOwn = (entries: readonly Candidate[], taught: Learnt['entries']): boolean =>
  entries.some(({ entry }) => !taught.has(entry.id));

export type Features = Readonly<Record<string, number>>;

/** What is known of a text besides its hits: `asked` is the number of different terms, `coverage` the share of their weight that the first hit holds. */
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
