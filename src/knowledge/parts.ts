/** Ranks the parts of one entry by how likely a text that follows its answer speaks of them. */
import type { Entry, Passage, Place } from '../model/catalog.ts';
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

type ReadPart = Place & { readonly name: string; readonly read: readonly Read[]; readonly all: Held; readonly when: Held; readonly title: Held };

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

export type Ranked = Place & { readonly name: string; readonly features: Features; readonly nearest: Passage | null };

const parts = ['meaning', 'cause', 'check', 'method', 'user', 'more', 'who', 'time', 'risk'] as const;

/** What is seen of each part of an entry beside a text. */
export const rankParts = (entry: Entry, heard: Heard, rarity: Rarity): readonly Ranked[] => {
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
  const scoreOf = (one: Held): number =>
    shared(one, 'terms') + 0.5 * shared(one, 'words') + 0.7 * shared(one, 'concepts') + 0.1 * shared(one, 'grams');
  const seen = all.map((part) => {
    const scored = part.read.map((one) => ({ one, own: one.sentence, score: scoreOf(one) / one.long, fits: shared(one, 'traits') }));
    const most = (of: (one: (typeof scored)[number]) => number): number => scored.reduce((max, one) => Math.max(max, of(one)), 0);
    const top = most(({ score, fits }) => score + 0.4 * fits);
    const best = top > 0 ? scored.find(({ score, fits }) => score + 0.4 * fits === top) : undefined;
    const share = (held: Held, kind: keyof Held): number => shared(held, kind) / asked[kind].whole;
    const when = scored.find(({ own }) => own.kind === 'when')?.one;
    return {
      part,
      best: best?.one,
      terms: most(({ one }) => share(one, 'terms')),
      termsAll: share(part.all, 'terms'),
      termsTitle: share(part.title, 'terms'),
      termsWhen: share(part.when, 'terms'),
      weight: Math.log(1 + most(({ one }) => shared(one, 'terms'))),
      words: most(({ one }) => share(one, 'words')),
      wordsAll: share(part.all, 'words'),
      wordsTitle: share(part.title, 'words'),
      wordsWhen: share(part.when, 'words'),
      concepts: most(({ one }) => shared(one, 'concepts')),
      conceptsAll: shared(part.all, 'concepts'),
      conceptsTitle: shared(part.title, 'concepts'),
      conceptsWhen: shared(part.when, 'concepts'),
      grams: most(({ one }) => share(one, 'grams')),
      gramsAll: share(part.all, 'grams'),
      score: Math.log(1 + most(({ score }) => score)),
      fits: most(({ fits }) => fits),
      fitsScore: Math.log(1 + most(({ fits, score }) => (fits > 0 ? score : 0))),
      agrees: when ? (when.denies === denies ? 1 : -1) * Math.log(1 + scoreOf(when) / when.long) : 0,
    };
  });
  const lead = (of: (one: (typeof seen)[number]) => number): ((one: (typeof seen)[number]) => number) => {
    const sorted = seen.map(of).toSorted((a, b) => b - a);
    return (one) => {
      const own = of(one);
      return own === sorted[0] ? own - (sorted[1] ?? 0) : own - sorted[0]!;
    };
  };
  const leads = {
    leadTerms: lead((one) => one.terms),
    leadTermsAll: lead((one) => one.termsAll),
    leadWords: lead((one) => one.wordsAll),
    leadScore: lead((one) => one.score),
    leadConcepts: lead((one) => one.concepts),
    leadGrams: lead((one) => one.grams),
    leadFits: lead((one) => one.fits),
    leadFitsScore: lead((one) => one.fitsScore),
  };
  const held = seen.reduce((max, one) => Math.max(max, one.score), 0);
  const untold = (kind: keyof Held): number =>
    1 - [...asked[kind].weights.values()].reduce((sum, by) => sum + by, 0) / asked[kind].whole;
  const question = Number(asking.size > 0 || /[?？]\s*$/.test(heard.text));
  return seen.map((one) => {
    const { part, best, ...rest } = one;
    const is = (name: (typeof parts)[number]): number => Number(part.part === name);
    const asks = (kind: Asking): number => Number(asking.has(kind));
    const at = best?.sentence;
    return {
      part: part.part,
      ...(part.method === undefined ? {} : { method: part.method }),
      name: part.name,
      nearest: at
        ? {
            part: at.part,
            ...(at.method === undefined ? {} : { method: at.method }),
            ...(at.step === undefined ? {} : { step: at.step }),
            text: at.text,
          }
        : null,
      features: {
        ...rest,
        ...Object.fromEntries(Object.entries(leads).map(([name, of]) => [name, of(one)])),
        held,
        untold: untold('terms'),
        untoldWords: untold('words'),
        untoldGrams: untold('grams'),
        question,
        length: Math.log(1 + heard.spoken.length),
        count: Math.log(entry.methods.length || 1),
        askedScore: question * one.score,
        askedTitle: question * (one.termsTitle + one.wordsTitle),
        askedWhen: question * (one.termsWhen + one.wordsWhen),
        ...Object.fromEntries(parts.map((name) => [`is ${name}`, is(name)])),
        ...Object.fromEntries(parts.map((name) => [`asked ${name}`, is(name) * question])),
        first: Number(part.method === 1),
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
      },
    };
  });
};
