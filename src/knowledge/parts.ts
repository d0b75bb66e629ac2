/** Ranks the parts of one entry by how likely a text that follows its answer speaks of them. */
import type { FollowUp, Passage, Spoken } from '../model/catalog.ts';
import { plain } from '../model/reply.ts';
import { accordBy, asksIn } from './accord.ts';
import { type Asking, askedFor, type Askings, deniesIn } from './asking.ts';
import { type Claims, claimedIn, claimsIn, showsAgain, standOf } from './claims.ts';
import { conceptsIn } from './concepts.ts';
import type { Features } from './confidence.ts';
import {
  gramsOf,
  type Held,
  type Kind,
  kinds,
  type ReadPart,
  type ReadSentence,
  type Frequencies,
  stemmed,
  wordingOf,
} from './held.ts';
import type { Ranking } from './learnt.ts';
import type { Compared, Read } from './read-entry.ts';
import { type Meaning, nearness } from './meaning.ts';
import { outcomeIn } from './outcome.ts';
import { speaksOf } from './telling.ts';
import { distinct, passageOf, placeOf, type Sentence } from './sentences.ts';

/** A text by its terms and its words, misspelt ones made good, as it was typed, and by what it means. */
export type Heard = {
  readonly terms: readonly string[];
  readonly spoken: readonly string[];
  readonly text: string;
  readonly meaning: Meaning;
  /** What it may ask for. */
  readonly askings: Askings;
};

/** How rare a term is among the entries. */
type Rarity = (term: string) => number;

/** Something that a text may speak of: a sentence of a part, a part that is told in figures only, or (without a part) nothing of the entry. */
type Choice = {
  readonly part: ReadPart | null;
  readonly sentence: Sentence | null;
  /** Those of its part, which all of its sentences have, and its own. */
  readonly features: readonly Features[];
  /** The cues of what it tells. */
  readonly tells: readonly string[];
  /** What is said, where one of both denies and no way as near does as the other one. */
  readonly opposes?: boolean;
  /** What is said, where the text stands in one way to put it. */
  readonly verbatim?: boolean;
  /** What is said, where one of both works and the other one fails. */
  readonly contrary?: boolean;
};

/** What a text may speak of, and the cues of what it asks. */
export type Choices = { readonly asks: readonly string[]; readonly choices: readonly Choice[] };

/** A term as rare as this among the entries tells all that it can; one that no entry holds counts a little. */
const rare = 2;
const unheard = 0.4;

/** Small words that decide between sentences, and count half; the others stand in any sentence, and count nothing. */
const telling = new Set(
  'no not all both each every only one once never none without nobody other another again still already yes off on new old same own before after until'.split(
    ' ',
  ),
);
const idle = new Set(
  'the a an of to in is it and or for at by with this that i we you he she they my your his her their be are was were do does did has have had can will would should there what which where when how why who if so then as from but'.split(
    ' ',
  ),
);

/** Fewer words stand in many ways to put something. */
const fewest = 3;

/** A way so near of the nearest is as near. */
const asNear = 0.9;

/** What a part is the more likely to speak of, where it is asked for. */
const pairs = [
  ['check', 'check'],
  ['check', 'which'],
  ['check', 'place'],
  ['cause', 'why'],
  ['meaning', 'why'],
  ['meaning', 'risk'],
  ['meaning', 'yesNo'],
  ['time', 'time'],
  ['method', 'time'],
  ['method', 'role'],
  ['method', 'place'],
  ['method', 'how'],
  ['method', 'yesNo'],
  ['who', 'role'],
  ['risk', 'risk'],
  ['risk', 'yesNo'],
  ['user', 'tell'],
  ['more', 'license'],
  ['meaning', 'concern'],
  ['meaning', 'meaning'],
  ['cause', 'meaning'],
  ['meaning', 'onward'],
  ['user', 'onward'],
  ['user', 'concern'],
  ['more', 'prevent'],
  ['method', 'prevent'],
  ['user', 'time'],
  ['more', 'time'],
  ['meaning', 'time'],
  ['check', 'how'],
  ['cause', 'yesNo'],
  ['user', 'yesNo'],
  ['more', 'yesNo'],
  ['who', 'tell'],
  ['user', 'role'],
  ['risk', 'undo'],
  ['risk', 'onward'],
] as const satisfies readonly (readonly [ReadPart['part'], Asking])[];

type ByKind = Readonly<Record<Kind, number>>;

/** What is shared with a text; `share` is the same as a share of all that the text weighs. */
type Common = { readonly shared: ByKind; readonly share: ByKind };

/** What a text shares with the sentences of an entry; an item weighs the more, the fewer hold it. */
type Asked = {
  readonly commonWith: (held: Held) => Common;
  /** The share of the text that no sentence holds. */
  readonly untold: (kind: Kind) => number;
};

/** What a text holds of each kind. */
type Items = Readonly<Record<Kind, readonly string[]>>;

const itemsOf = (heard: Heard, asking: ReadonlySet<Asking>, concepts: ReadonlySet<string>): Items => {
  const content = heard.spoken.filter((word) => !idle.has(word));
  return {
    terms: heard.terms,
    words: content.map(stemmed),
    grams: gramsOf(content),
    concepts: [...concepts],
    traits: [...asking].filter((one) => one !== 'yesNo' && one !== 'how'),
  };
};

const askedOf = (items: Items, { size, counts }: Frequencies, rarity: Rarity): Asked => {
  const most = Math.log(size + 1);
  const tells = (kind: Kind, item: string): number => {
    if (kind === 'terms') return Math.min(1, Math.max(unheard, rarity(item) / rare));
    return kind === 'words' && telling.has(item) ? 0.5 : 1;
  };
  const weighed = Object.fromEntries(
    kinds.map((kind) => {
      const weights = new Map<string, number>();
      let missing = 0;
      for (const item of new Set(items[kind])) {
        const count = counts[kind].get(item);
        if (count) weights.set(item, tells(kind, item) * (most - Math.log(count)));
        else missing += (tells(kind, item) * most) / 2;
      }
      return [kind, { weights, missing, whole: sum(weights.values()) + missing || 1 }];
    }),
  ) as unknown as Record<Kind, { weights: ReadonlyMap<string, number>; missing: number; whole: number }>;
  const commonWith = (held: Held): Common => {
    const shared = { terms: 0, words: 0, grams: 0, concepts: 0, traits: 0 };
    const share = { ...shared };
    for (const kind of kinds) {
      const { weights, whole } = weighed[kind];
      for (const [item, by] of weights) if (held[kind].has(item)) shared[kind] += by;
      share[kind] = shared[kind] / whole;
    }
    return { shared, share };
  };
  return {
    commonWith,
    untold: (kind) => weighed[kind].missing / weighed[kind].whole,
  };
};

const sum = (numbers: Iterable<number>): number => {
  let all = 0;
  for (const one of numbers) all += one;
  return all;
};

/** How much two questions ask for the same. */
const alikeIn = (one: Askings, other: Askings): number =>
  sum(Array.from(one, ([asking, chance]) => Math.min(chance, other.get(asking) ?? 0)));

/** What is seen of each choice beside a text, while the method `atHand` is dealt with; what is not named is 0. */
export const choicesOf = (compared: Compared, heard: Heard, rarity: Rarity, atHand = 1): Choices => {
  const { parts, meanings } = compared;
  const { askings } = heard;
  const asking = askedFor(askings);
  const denies = deniesIn(heard.text);
  const outcome = outcomeIn(heard.text);
  const wording = wordingOf(heard.spoken);
  const isWhole = heard.spoken.length >= fewest;
  const concepts = conceptsIn(heard.text);
  const items = itemsOf(heard, asking, concepts);
  const { commonWith, untold } = askedOf(items, compared, rarity);
  const question = /[?？]\s*$/.test(heard.text) ? 1 : Math.min(1, Math.max(0, ...askings.values()));
  const scoreOf = ({ shared }: Common, { long }: ReadSentence): number =>
    Math.log(1 + (shared.terms + 0.5 * shared.words + 0.7 * shared.concepts + 0.1 * shared.grams) / long);
  const nearTo = (other: Meaning): number => Math.max(0, nearness(heard.meaning, other));
  const agrees = (part: ReadPart): boolean => part.outcome * outcome > 0;
  const isContrary = (part: ReadPart): boolean => part.outcome * outcome < 0;
  const claimed = claimedIn(heard.text);
  const claimsDenial = claimed === '' ? denies : deniesIn(claimed);
  const read = parts.map((part) => {
    const common = part.sentences.map(({ held }) => commonWith(held));
    const scores = part.sentences.map((own, at) => scoreOf(common[at]!, own));
    const all = commonWith(part.all);
    const covered = all.share.terms + all.share.words;
    const nearBy = part.sentences.map((sentence) => meanings(sentence).map(nearTo));
    const nears = part.said === undefined ? nearBy.flat() : part.ways.map(({ meaning }) => nearTo(meaning));
    const [near = 0, next = 0] = nears.toSorted((one, other) => other - one);
    const nearestWay = part.ways[nears.indexOf(near)];
    const opposes = nearestWay !== undefined && nearestWay.denies !== claimsDenial && !agrees(part);
    return {
      part,
      common,
      scores,
      all,
      covered,
      near,
      next,
      nearBy: nearBy.map((some) => Math.max(...some)),
      opposes,
      opposesAll: opposes && !part.ways.some((way, at) => way.denies === claimsDenial && nears[at]! >= asNear * near),
      verbatim: isWhole && part.part === 'finding' && part.ways.some((way) => way.wording.includes(wording)),
      best: Math.max(0, ...scores),
    };
  });
  const [nearest = 0, second = 0] = read.map(({ near }) => near).toSorted((one, other) => other - one);
  /** How far ahead of all others it is, or behind the nearest. */
  const aheadOf = (near: number): number => near - (near === nearest ? second : nearest);
  const best = Math.max(...read.map((one) => one.best));
  const covered = Math.max(...read.map((one) => one.covered));

  /** A text in another language than the catalog's shares few words with it, so the others count the more. */
  const foreign = untold('words');

  const partFeatures = ({ part, all, ...own }: (typeof read)[number]): Features => {
    const title = commonWith(part.title);
    const when = commonWith(part.when);
    return {
      partTerms: all.share.terms,
      partWords: all.share.words,
      partGrams: all.share.grams,
      partConcepts: all.shared.concepts,
      partBest: own.best,
      partBehind: own.best - best,
      partLess: own.covered - covered,
      partConceptsUntold: foreign * all.shared.concepts,
      partConceptsShare: all.share.concepts,
      partNear: own.near,
      partNearSurely: own.near ** 2,
      partNearTwice: own.next,
      partNearAhead: aheadOf(own.near),
      partNearUntold: foreign * own.near,
      partNearAheadSurely: own.near * aheadOf(own.near),
      titleTerms: title.share.terms,
      titleWords: title.share.words,
      titleConcepts: title.shared.concepts,
      whenTerms: when.share.terms,
      whenWords: when.share.words,
      whenConcepts: when.shared.concepts,
      titleAsked: question * (title.share.terms + title.share.words),
      whenAsked: question * (when.share.terms + when.share.words),
      whenAgrees: (part.denies === denies ? 1 : -1) * (when.share.terms + when.share.words),
      size: Math.log(part.sentences.length || 1),
      atHand: Number(part.method === atHand),
      ...(part.said !== undefined
        ? {
            saidAlike: alikeIn(part.asks, askings),
            saidShare: all.share.terms + all.share.words,
            saidSoByForm: question * own.near,
            saidAgrees: (part.denies === denies ? 1 : -1) * own.near,
            saidOutcome: part.outcome * outcome * own.near,
            saidOpposes: Number(own.opposes),
            saidSoOpposes: Number(own.opposes) * own.near,
            saidContrary: Number(isContrary(part)),
          }
        : {}),
      [part.part]: 1,
      [`${part.part} asked`]: question,
      ...Object.fromEntries(
        pairs.filter(([name]) => name === part.part).map((pair) => [pair.join(' '), askings.get(pair[1]) ?? 0]),
      ),
    };
  };

  const sentenceFeatures = (
    { sentence, held, denies: own }: ReadSentence,
    { common, scores, best: bestOfPart, near: nearPart, nearBy }: (typeof read)[number],
    at: number,
  ): Features => {
    const { shared, share } = common[at]!;
    const score = scores[at]!;
    const fits = shared.traits;
    return {
      terms: share.terms,
      words: share.words,
      grams: share.grams,
      concepts: shared.concepts,
      conceptsShare: share.concepts,
      conceptsUntold: foreign * shared.concepts,
      scoreUntold: foreign * score,
      near: nearBy[at]!,
      nearBehind: nearBy[at]! - nearest,
      nearUntold: foreign * nearBy[at]!,
      nearInPart: nearBy[at]! - nearPart,
      weight: Math.log(1 + shared.terms),
      score,
      behind: score - best,
      inPart: score - bestOfPart,
      beside: Math.max(scores[at - 1] ?? 0, scores[at + 1] ?? 0),
      fits,
      fitsScore: Math.min(1, fits) * score,
      denial: Number(own === denies),
      denialScore: (own === denies ? 1 : -1) * score,
      [`a ${sentence.kind}`]: 1,
      [`a ${sentence.kind} asked`]: question,
      step: Number(sentence.step !== undefined),
      ...Object.fromEntries(
        Array.from(askings)
          .filter(([kind]) => held.traits.has(kind))
          .map(([kind, chance]) => [`fits ${kind}`, chance]),
      ),
    };
  };

  const nothing: Features = {
    nothing: 1,
    'nothing asked': question,
    'nothing best': best,
    'nothing covered': covered,
    'nothing untold': untold('words'),
    'nothing long': Math.log(1 + heard.spoken.length),
    'nothing concepts': untold('concepts'),
    'nothing terms': untold('terms'),
    'nothing near': nearest,
    'nothing nearSurely': nearest ** 2,
    'nothing nearAhead': nearest - second,
    ...Object.fromEntries([...askings].map(([kind, chance]) => [`nothing ${kind}`, chance])),
  };

  const choices = read.flatMap((one): readonly Choice[] => {
    const ofPart = partFeatures(one);
    const { part } = one;
    if (part.sentences.length === 0) return [{ part, sentence: null, features: [ofPart], tells: part.tells }];
    return part.sentences.map((own, at) => ({
      part,
      sentence: own.sentence,
      features: [ofPart, sentenceFeatures(own, one, at)],
      tells: part.method === atHand ? own.tellsAtHand : own.tells,
      opposes: one.opposesAll,
      verbatim: one.verbatim,
      contrary: isContrary(part),
    }));
  });
  return {
    asks: asksIn(heard, asking, concepts),
    choices: [...choices, { part: null, sentence: null, features: [nothing], tells: tellsNothing }],
  };
};

const tellsNothing = ['part nothing'] as const;

type Ranker = (of: Choices) => readonly number[];

/** The chance of each choice, by a model that weighs its features, and how well it goes with what is asked, against those of all. */
export const ranker = (model: Ranking): Ranker => {
  const accord = accordBy(model);
  const weigh = (features: Features): number => {
    let all = 0;
    for (const name in features) all += (model.weights[name] ?? 0) * features[name]!;
    return all;
  };
  return ({ asks, choices }) => {
    const goesWith = accord(asks);
    /** The features of a part are weighed once for all of its sentences. */
    const known = new Map<Features, number>();
    const weightOf = (features: Features): number => {
      const weight = known.get(features) ?? weigh(features);
      known.set(features, weight);
      return weight;
    };
    const sums = choices.map(({ features, tells }) => goesWith(tells) + sum(features.map(weightOf)));
    const most = Math.max(...sums);
    const powers = sums.map((one) => Math.exp(one - most));
    const whole = sum(powers);
    return powers.map((power) => power / whole);
  };
};

/** A second passage of a part is told where it is so much of the first's chance. */
const besides = 0.5;

/** A choice with its chance. `reverse`: a text claims the reverse of what is said, or another value; `meantFrom`: it tells the very values of its title, and means it from such a chance on. */
type Chance = Choice & { readonly chance: number; readonly reverse?: boolean; readonly meantFrom?: number };

const weighedIn = (all: Choices, rank: Ranker): readonly Chance[] => {
  const chances = rank(all);
  return all.choices.map((choice, n) => ({ ...choice, chance: chances[n]! }));
};

/** In what is so likely, a denial of one of both is about something else that is said; an outcome never is. */
const clear = 0.8;

const opposesIn = (some: readonly Chance[], chance: number): boolean =>
  some.some(({ opposes, contrary, verbatim }) => contrary || (opposes && !verbatim && chance < clear));

/** What is said word for word, or with the very values of its title, is as likely at least. */
const verbatimLeast = 0.7;

/** What is less likely is not meant though its very value is told, or its very number, which tells less. */
const unlikely = { value: 0.1, number: 0.4 } as const;

/** A finding as what a text claims stands to it. */
const standing = (one: Chance, claims: Claims): Chance => {
  const { part, opposes = false } = one;
  const [title, ...others] = part?.part === 'finding' ? part.ways.map((way) => way.claims()) : [];
  if (!title) return one;
  const { otherValue, reverseState, reverseThing, sameThing, sameValue, sameNumber } = standOf(claims, title, others);
  const from = sameValue ? unlikely.value : sameNumber ? unlikely.number : undefined;
  return {
    ...one,
    opposes: opposes && !sameThing,
    reverse: otherValue || reverseState || (reverseThing && opposes),
    ...(from === undefined || part!.said!.includes(',') ? {} : { meantFrom: from }),
  };
};

/** Without what a text claims the reverse of; the others share its chance. */
const withoutReverse = (weighed: readonly Chance[]): readonly Chance[] => {
  const reversed = new Set(weighed.flatMap(({ part, reverse }) => (reverse ? part : [])));
  const kept = weighed.filter(({ part }) => !reversed.has(part));
  const left = sum(kept.map(({ chance }) => chance));
  return kept.length === weighed.length || left === 0
    ? kept
    : kept.map((one) => ({ ...one, chance: one.chance / left }));
};

/** The choices of each part with the chance that it has by them together, the likeliest first. */
const inParts = (
  weighed: readonly Chance[],
): readonly { readonly part: ReadPart; readonly some: readonly Chance[]; readonly ranked: number }[] =>
  [...Map.groupBy(weighed, ({ part }) => part)]
    .flatMap(([part, some]) => (part ? [{ part, some, ranked: sum(some.map(({ chance }) => chance)) }] : []))
    .toSorted((one, two) => two.ranked - one.ranked);

/** The parts, the likeliest first, each with what it says. */
const spokenIn = (
  weighed: readonly Chance[],
  passages: (some: readonly Chance[]) => readonly Passage[],
): readonly Spoken[] =>
  inParts(weighed)
    .map(({ part, some, ranked }, _, [first]) => {
      const isFirst = ranked === first!.ranked;
      const isSame = some.some(({ verbatim, meantFrom = 2 }) => verbatim || (isFirst && ranked >= meantFrom));
      const chance = isSame ? Math.max(ranked, verbatimLeast) : ranked;
      const opposes = opposesIn(some, chance) ? { opposes: true } : {};
      const works = part.outcome > 0 ? { works: true } : {};
      return { ...placeOf(part), chance, passages: passages(some), ...opposes, ...works };
    })
    .toSorted((one, two) => two.chance - one.chance);

/** The parts that a text speaks of, and the questions and findings that it puts in other words, the likeliest first. */
export const followUpOf = (
  { own, faq, findings }: Read,
  heard: Heard,
  rarity: Rarity,
  rank: Readonly<Record<'parts' | 'faq' | 'findings', Ranker>>,
  atHand?: number,
): FollowUp => {
  const claims = claimsIn(heard.text);
  const weighed = weighedIn(choicesOf(own, heard, rarity, atHand), rank.parts);
  const asking = askedFor(heard.askings);
  const saidIn = (compared: Compared, by: Ranker): readonly Spoken[] =>
    compared.parts.length === 0
      ? []
      : spokenIn(
          withoutReverse(weighedIn(choicesOf(compared, heard, rarity), by).map((one) => standing(one, claims))),
          replyIn,
        );
  return {
    yesNo: asking.has('yesNo'),
    risk: asksRisk.some((kind) => asking.has(kind)),
    formal: [...asking].some((kind) => kind !== 'yesNo' && kind !== 'count'),
    rights: asking.has('role') ? rightsIn(weighed) : [],
    spoken: spokenIn(asking.size > 0 ? weighed : weighed.filter((one) => !isSeen(one, claims)), passagesOf),
    faq: saidIn(faq, rank.faq),
    findings: saidIn(findings, rank.findings),
  };
};

/** Whether a choice is a step whose outcome is told already. */
const isSeen = ({ sentence }: Chance, claims: Claims): boolean =>
  sentence?.step !== undefined && claims.values.size > 0 && showsAgain(claims, plain(sentence.text), sentence.code);

/** What asks for risks. */
const asksRisk = ['risk', 'undo', 'concern'] as const satisfies readonly Asking[];

/** Of each method the likeliest sentence that names roles or rights. */
const rightsIn = (weighed: readonly Chance[]): readonly Passage[] =>
  [
    ...Map.groupBy(
      weighed.filter(({ sentence }) => sentence?.kind === 'text' && speaksOf(sentence, 'role')),
      ({ sentence }) => sentence!.method,
    ),
  ].flatMap(([method, some]) => (method === undefined ? [] : passagesOf(some).slice(0, 1)));

/** The reply to what is said after the entry. */
const replyIn = (some: readonly Chance[]): readonly Passage[] =>
  some.flatMap(({ sentence }) => (sentence?.kind === 'text' ? [passageOf(sentence)] : []));

/** The likeliest sentences of a part with what stands around them, in their order; of one step or paragraph it is told once. */
const passagesOf = (some: readonly Chance[]): readonly Passage[] => {
  const most = Math.max(...some.map(({ chance }) => chance));
  const told = some.flatMap(({ sentence, chance }) =>
    sentence && chance >= besides * most ? [{ sentence, chance }] : [],
  );
  const [first, second] = told.toSorted((one, two) => two.chance - one.chance);
  return distinct(told.filter((one) => one === first || one === second).map(({ sentence }) => passageOf(sentence)));
};
