/** Ranks the parts of one entry by how likely a text that follows its answer speaks of them. */
import type { Entry, Place } from '../model/catalog.ts';
import { plain } from '../model/reply.ts';
import { type Asking, askingIn, deniesIn, traitsOf } from './asking.ts';
import { conceptsIn } from './concepts.ts';
import type { Features } from './confidence.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { terms, wordsOf } from './terms.ts';

type Rarity = (term: string) => number;

/** A text as the ranking needs it: its terms and its words as they are meant, and as it was typed. */
export type Heard = { readonly terms: readonly string[]; readonly spoken: readonly string[]; readonly text: string };

type Items = ReadonlySet<string>;

/** What a sentence, or several together, hold. */
type Held = {
  readonly terms: Items;
  readonly words: Items;
  readonly grams: Items;
  readonly concepts: Items;
  readonly traits: Items;
};

type Read = Held & {
  readonly sentence: Sentence;
  readonly denies: boolean;
  /** A long sentence holds more by chance. */
  readonly long: number;
};

type ReadPart = Place & { readonly name: string; readonly read: readonly Read[]; readonly all: Held; readonly when: Held; readonly title: Held; readonly denies: boolean };

type ReadEntry = {
  readonly parts: readonly ReadPart[];
  readonly sentences: number;
  /** In how many sentences each item stands. */
  readonly counts: Readonly<Record<keyof Held, Counts>>;
};

type Counts = ReadonlyMap<string, number>;

const kinds = ['terms', 'words', 'grams', 'concepts', 'traits'] as const;

export const nameOf = ({ part, method }: Place): string => (method === undefined ? part : `${part}:${method}`);

const gramSize = 4;
const gramsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words.flatMap((word) =>
      word.length < gramSize
        ? []
        : Array.from({ length: word.length - gramSize + 1 }, (_, n) => word.slice(n, n + gramSize)),
    ),
  );

const stemmed = (word: string): string => word.replace(/(?<=.{3})(?:ing|ed|es|s|en|e)$/, '');

const readSentence = (sentence: Sentence): Read => {
  const text = plain(sentence.text);
  const words = wordsOf(text);
  const held = new Set(terms(text));
  return {
    sentence,
    terms: held,
    words: new Set([...words, ...wordsOf(sentence.code)].map(stemmed)),
    grams: gramsOf(words),
    concepts: conceptsIn(text),
    traits: new Set([...traitsOf(text), ...(sentence.code ? (['command'] as const) : [])]),
    denies: deniesIn(text),
    long: Math.sqrt(4 + held.size),
  };
};

const together = (read: readonly Read[]): Held =>
  Object.fromEntries(kinds.map((kind) => [kind, new Set(read.flatMap((one) => [...one[kind]]))])) as Held;

const partOf = (place: Place, read: readonly Read[]): ReadPart => ({
  ...place,
  name: nameOf(place),
  read,
  all: together(read),
  when: together(read.filter(({ sentence }) => sentence.kind === 'when')),
  title: together(read.filter(({ sentence }) => sentence.kind === 'title')),
  denies: read.some(({ sentence, denies }) => sentence.kind === 'when' && denies),
});

const readEntry = (entry: Entry): ReadEntry => {
  const read = sentencesOf(entry).map(readSentence);
  const places = [...Map.groupBy(read, ({ sentence }) => nameOf(sentence)).values()];
  const dangers = read.filter(({ sentence }) => sentence.kind === 'danger');
  const counted = (kind: keyof Held): Counts => {
    const counts = new Map<string, number>();
    for (const one of read) for (const item of one[kind]) counts.set(item, (counts.get(item) ?? 0) + 1);
    return counts;
  };
  return {
    parts: [
      ...places.map((some) => {
        const { part, method } = some[0]!.sentence;
        return partOf({ part, ...(method === undefined ? {} : { method }) }, some);
      }),
      partOf({ part: 'who' }, []),
      partOf({ part: 'time' }, []),
      partOf({ part: 'risk' }, dangers),
    ],
    sentences: read.length,
    counts: Object.fromEntries(kinds.map((kind) => [kind, counted(kind)])) as ReadEntry['counts'],
  };
};

const remembered = new WeakMap<Entry, ReadEntry>();
const reading = (entry: Entry): ReadEntry => {
  const known = remembered.get(entry);
  if (known) return known;
  const read = readEntry(entry);
  remembered.set(entry, read);
  return read;
};

/** How much each item weighs: the more, the fewer sentences hold it; what none holds counts `unheld`. */
const weightsOf = (
  items: Iterable<string>,
  counts: Counts,
  sentences: number,
  telling: (item: string) => number,
): { readonly weights: ReadonlyMap<string, number>; readonly whole: number } => {
  const weights = new Map<string, number>();
  const most = Math.log(sentences + 1);
  let whole = 0;
  for (const item of new Set(items)) {
    const count = counts.get(item) ?? 0;
    const by = telling(item) * (count > 0 ? most - Math.log(count) : most / 2);
    if (count > 0) weights.set(item, by);
    whole += by;
  }
  return { weights, whole: whole || 1 };
};

const sumIn = (weights: ReadonlyMap<string, number>, held: ReadonlySet<string>): number => {
  let sum = 0;
  for (const [item, by] of weights) if (held.has(item)) sum += by;
  return sum;
};

const rare = 2;
const unheard = 0.4;

/** Small words that decide between sentences. */
const small = new Set(
  'no not all both each every only one once never none without nobody other another again still already yes off on new old same own before after until'.split(
    ' ',
  ),
);

const common = new Set(
  'the a an of to in is it and or for on at by with this that i we you he she they my your his her their be are was were do does did has have had can will would should there what which where when how why who if so then as from but not no'.split(
    ' ',
  ),
);

/** Something that a text may speak of: a sentence of a part, a part that is told in figures only, or (without a part) nothing of the entry. */
export type Choice = { readonly name: string; readonly sentence: Sentence | null; readonly features: Features };

const parts = ['meaning', 'cause', 'check', 'method', 'user', 'more', 'who', 'time', 'risk'] as const;
const sentenceKinds = ['title', 'when', 'danger', 'text'] as const;

/** What is seen of each choice beside a text. */
export const choicesOf = (entry: Entry, heard: Heard, rarity: Rarity): readonly Choice[] => {
  const { parts: all, sentences, counts } = reading(entry);
  const asking = askingIn(heard.text);
  const denies = deniesIn(heard.text);
  const weigh = (items: Iterable<string>, kind: keyof Held, telling: (item: string) => number = () => 1) =>
    weightsOf(items, counts[kind], sentences, telling);
  const content = heard.spoken.filter((word) => !common.has(word) || small.has(word));
  const asked = {
    terms: weigh(heard.terms, 'terms', (term) => Math.min(1, Math.max(unheard, rarity(term) / rare))),
    words: weigh(content.map(stemmed), 'words', (word) => (small.has(word) ? 0.5 : 1)),
    grams: weigh(gramsOf(heard.spoken.filter((word) => !common.has(word))), 'grams'),
    concepts: weigh(conceptsIn(heard.text), 'concepts'),
    traits: weigh([...asking].filter((one) => one !== 'yesNo' && one !== 'how'), 'traits'),
  };
  const shared = (held: Held, kind: keyof Held): number => sumIn(asked[kind].weights, held[kind]);
  const share = (held: Held, kind: keyof Held): number => shared(held, kind) / asked[kind].whole;
  const scoreOf = (one: Held): number =>
    shared(one, 'terms') + 0.5 * shared(one, 'words') + 0.7 * shared(one, 'concepts') + 0.1 * shared(one, 'grams');
  const untold = (kind: keyof Held): number =>
    1 - [...asked[kind].weights.values()].reduce((sum, by) => sum + by, 0) / asked[kind].whole;
  const question = Number(asking.size > 0 || /[?？]\s*$/.test(heard.text));
  const scores = all.map((part) => part.read.map((one) => Math.log(1 + scoreOf(one) / one.long)));
  const topOf = (part: number): number => scores[part]!.reduce((max, one) => Math.max(max, one), 0);
  const tops = all.map((_, n) => topOf(n));
  const top = Math.max(...tops);
  const partShares = all.map((part) => share(part.all, 'terms') + share(part.all, 'words'));
  const topShare = Math.max(...partShares);
  const choices = all.flatMap((part, n): readonly Choice[] => {
    const is = (name: (typeof parts)[number]): number => Number(part.part === name);
    const asks = (kind: Asking): number => Number(asking.has(kind));
    const ofPart: Features = {
      partTerms: share(part.all, 'terms'),
      partWords: share(part.all, 'words'),
      partGrams: share(part.all, 'grams'),
      partConcepts: shared(part.all, 'concepts'),
      partTop: tops[n]!,
      partBehind: tops[n]! - top,
      partLess: partShares[n]! - topShare,
      titleTerms: share(part.title, 'terms'),
      titleWords: share(part.title, 'words'),
      titleConcepts: shared(part.title, 'concepts'),
      whenTerms: share(part.when, 'terms'),
      whenWords: share(part.when, 'words'),
      whenConcepts: shared(part.when, 'concepts'),
      askedTitle: question * (share(part.title, 'terms') + share(part.title, 'words')),
      askedWhen: question * (share(part.when, 'terms') + share(part.when, 'words')),
      agrees: (part.denies === denies ? 1 : -1) * (share(part.when, 'terms') + share(part.when, 'words')),
      size: Math.log(part.read.length || 1),
      first: Number(part.method === 1),
      ...Object.fromEntries(parts.map((name) => [`is ${name}`, is(name)])),
      ...Object.fromEntries(parts.map((name) => [`asked ${name}`, is(name) * question])),
      'check of': is('check') * asks('check'),
      'why cause': is('cause') * asks('why'),
      'why meaning': is('meaning') * asks('why'),
      'time time': is('time') * asks('time'),
      'time method': is('method') * asks('time'),
      'role who': is('who') * asks('role'),
      'role method': is('method') * asks('role'),
      'risk risk': is('risk') * asks('risk'),
      'risk meaning': is('meaning') * asks('risk'),
      'tell user': is('user') * asks('tell'),
      'place check': is('check') * asks('place'),
      'place method': is('method') * asks('place'),
      'how method': is('method') * asks('how'),
      'license more': is('more') * asks('license'),
      'yes meaning': is('meaning') * asks('yesNo'),
      'yes method': is('method') * asks('yesNo'),
      'yes risk': is('risk') * asks('yesNo'),
    };
    if (part.read.length === 0) return [{ name: part.name, sentence: null, features: { ...blank, ...ofPart } }];
    return part.read.map((one, at) => {
      const score = scores[n]![at]!;
      const kind = one.sentence.kind;
      const fits = shared(one, 'traits');
      return {
        name: part.name,
        sentence: one.sentence,
        features: {
          ...blank,
          ...ofPart,
          terms: share(one, 'terms'),
          words: share(one, 'words'),
          grams: share(one, 'grams'),
          concepts: shared(one, 'concepts'),
          weight: Math.log(1 + shared(one, 'terms')),
          score,
          behind: score - top,
          inPart: score - tops[n]!,
          near: Math.max(scores[n]![at - 1] ?? 0, scores[n]![at + 1] ?? 0),
          fits,
          fitsScore: Math.min(1, fits) * score,
          denial: Number(one.denies === denies),
          denialScore: (one.denies === denies ? 1 : -1) * score,
          ...Object.fromEntries(sentenceKinds.map((name) => [`${name}`, Number(name === kind)])),
          ...Object.fromEntries(sentenceKinds.map((name) => [`asked ${name}`, Number(name === kind) * question])),
          step: Number(one.sentence.step !== undefined),
        },
      };
    });
  });
  const nothing: Features = {
    ...blank,
    nothing: 1,
    nothingAsked: question,
    nothingHeld: top,
    nothingShare: topShare,
    nothingUntold: untold('terms'),
    nothingWords: untold('words'),
    nothingGrams: untold('grams'),
    nothingLong: Math.log(1 + heard.spoken.length),
    nothingYesNo: Number(asking.has('yesNo')),
    nothingHow: Number(asking.has('how')),
    nothingMany: Math.log(sentences),
  };
  return [...choices, { name: '', sentence: null, features: { ...blank, ...nothing } }];
};

const blank: Features = Object.fromEntries(
  'terms words grams concepts weight score behind inPart near fits fitsScore denial denialScore title when danger text step nothing nothingAsked nothingHeld nothingShare nothingUntold nothingWords nothingGrams nothingLong nothingYesNo nothingHow nothingMany partTerms partWords partGrams partConcepts partTop partBehind partLess titleTerms titleWords titleConcepts whenTerms whenWords whenConcepts askedTitle askedWhen agrees size first'
    .split(' ')
    .concat(sentenceKinds.map((name) => `asked ${name}`), parts.map((name) => `is ${name}`), parts.map((name) => `asked ${name}`), ['check of', 'why cause', 'why meaning', 'time time', 'time method', 'role who', 'role method', 'risk risk', 'risk meaning', 'tell user', 'place check', 'place method', 'how method', 'license more', 'yes meaning', 'yes method', 'yes risk'])
    .map((name) => [name, 0]),
);
