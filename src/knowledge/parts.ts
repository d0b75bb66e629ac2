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

type Read = {
  readonly sentence: Sentence;
  readonly terms: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly grams: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly traits: ReadonlySet<Asking>;
  readonly denies: boolean;
  readonly size: number;
};

type ReadPart = Place & { readonly name: string; readonly read: readonly Read[] };

type ReadEntry = {
  readonly parts: readonly ReadPart[];
  readonly sentences: number;
  /** In how many sentences each term, word and concept stands. */
  readonly counts: { readonly terms: Counts; readonly words: Counts; readonly concepts: Counts; readonly grams: Counts };
};

type Counts = ReadonlyMap<string, number>;

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

const readSentence = (sentence: Sentence): Read => {
  const text = plain(sentence.text);
  const words = wordsOf(text);
  const held = new Set(terms(text));
  return {
    sentence,
    terms: held,
    words: new Set([...words, ...wordsOf(sentence.code)]),
    grams: gramsOf(words),
    concepts: conceptsIn(text),
    traits: new Set([...traitsOf(text), ...(sentence.code ? (['command'] as const) : [])]),
    denies: deniesIn(text),
    size: held.size,
  };
};

const readEntry = (entry: Entry): ReadEntry => {
  const read = sentencesOf(entry).map(readSentence);
  const byPart = Map.groupBy(read, ({ sentence }) => nameOf(sentence));
  const parts = [...byPart].map(([name, some]): ReadPart => {
    const { part, method } = some[0]!.sentence;
    return { part, ...(method === undefined ? {} : { method }), name, read: some };
  });
  const dangers = read.filter(({ sentence }) => sentence.kind === 'danger');
  const counted = (of: (one: Read) => ReadonlySet<string>): Counts => {
    const counts = new Map<string, number>();
    for (const one of read) for (const item of of(one)) counts.set(item, (counts.get(item) ?? 0) + 1);
    return counts;
  };
  return {
    parts: [
      ...parts,
      { part: 'who', name: 'who', read: [] },
      { part: 'time', name: 'time', read: [] },
      { part: 'risk', name: 'risk', read: dangers },
    ],
    sentences: read.length,
    counts: {
      terms: counted((one) => one.terms),
      words: counted((one) => one.words),
      concepts: counted((one) => one.concepts),
      grams: counted((one) => one.grams),
    },
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

const stemmed = (word: string): string => word.replace(/(?<=.{3})(?:ing|ed|es|s|en|e)$/, '');

export type Ranked = Place & { readonly name: string; readonly features: Features; readonly nearest: Passage | null };

const parts = ['meaning', 'cause', 'check', 'method', 'user', 'more', 'who', 'time', 'risk'] as const;

/** What is seen of each part of an entry beside a text. */
export const rankParts = (entry: Entry, heard: Heard, rarity: Rarity): readonly Ranked[] => {
  const { parts: all, sentences, counts } = reading(entry);
  const asking = askingIn(heard.text);
  const denies = deniesIn(heard.text);
  const termsAsked = weightsOf(heard.terms, counts.terms, sentences, (term) =>
    Math.min(1, Math.max(unheard, rarity(term) / rare)),
  );
  const spoken = heard.spoken.filter((word) => !common.has(word) || small.has(word));
  const wordsAsked = weightsOf(spoken, counts.words, sentences, (word) => (small.has(word) ? 0.5 : 1));
  const concepts = weightsOf(conceptsIn(heard.text), counts.concepts, sentences, () => 1);
  const grams = weightsOf(gramsOf(heard.spoken.filter((word) => !common.has(word))), counts.grams, sentences, () => 1);
  const scoreOf = (one: Read): number =>
    sumIn(termsAsked.weights, one.terms) +
    0.5 * sumIn(wordsAsked.weights, one.words) +
    0.7 * sumIn(concepts.weights, one.concepts) +
    (0.3 * sumIn(grams.weights, one.grams)) / 3;
  const seen = all.map((part) => {
    const scored = part.read.map((one) => ({ one, score: scoreOf(one) }));
    let best: (typeof scored)[number] | undefined;
    for (const each of scored) {
      const by = each.score / Math.sqrt(4 + each.one.size);
      const most = best ? best.score / Math.sqrt(4 + best.one.size) : 0;
      if (by > most) best = each;
    }
    const joined = (of: (one: Read) => ReadonlySet<string>): ReadonlySet<string> => new Set(part.read.flatMap((one) => [...of(one)]));
    const heads = part.read.filter(({ sentence }) => sentence.kind === 'title' || sentence.kind === 'when');
    const most = (of: (one: Read) => number, some = part.read): number => some.reduce((max, one) => Math.max(max, of(one)), 0);
    const wanted = [...asking].filter((one) => one !== 'yesNo' && one !== 'how');
    const answering = scored.filter(({ one }) => wanted.some((kind) => one.traits.has(kind)));
    return {
      part,
      best,
      terms: most((one) => sumIn(termsAsked.weights, one.terms)) / termsAsked.whole,
      termsDense: most((one) => sumIn(termsAsked.weights, one.terms) / Math.sqrt(3 + one.size)),
      termsAll: sumIn(termsAsked.weights, joined((one) => one.terms)) / termsAsked.whole,
      termsHead: most((one) => sumIn(termsAsked.weights, one.terms), heads) / termsAsked.whole,
      weight: Math.log(1 + most((one) => sumIn(termsAsked.weights, one.terms))),
      words: most((one) => sumIn(wordsAsked.weights, one.words)) / wordsAsked.whole,
      wordsAll: sumIn(wordsAsked.weights, joined((one) => one.words)) / wordsAsked.whole,
      wordsHead: most((one) => sumIn(wordsAsked.weights, one.words), heads) / wordsAsked.whole,
      concepts: most((one) => sumIn(concepts.weights, one.concepts)),
      conceptsAll: sumIn(concepts.weights, joined((one) => one.concepts)),
      conceptsHead: most((one) => sumIn(concepts.weights, one.concepts), heads),
      grams: most((one) => sumIn(grams.weights, one.grams)) / grams.whole,
      gramsAll: sumIn(grams.weights, joined((one) => one.grams)) / grams.whole,
      score: Math.log(1 + (best ? best.score / Math.sqrt(4 + best.one.size) : 0)),
      fits: wanted.length > 0 ? Number(answering.length > 0) : 0,
      fitsScore: Math.log(1 + answering.reduce((max, { score, one }) => Math.max(max, score / Math.sqrt(4 + one.size)), 0)),
      denies: Number(denies && part.read.some(({ denies: no, sentence }) => no && sentence.kind === 'when')),
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
    terms: lead((one) => one.terms),
    termsAll: lead((one) => one.termsAll),
    score: lead((one) => one.score),
    concepts: lead((one) => one.concepts),
    grams: lead((one) => one.grams),
  };
  const held = seen.reduce((max, one) => Math.max(max, one.score), 0);
  const untold = 1 - [...termsAsked.weights.values()].reduce((sum, by) => sum + by, 0) / termsAsked.whole;
  const question = asking.size > 0 || /[?？]\s*$/.test(heard.text);
  return seen.map((one) => {
    const { part, best, ...rest } = one;
    const is = (name: (typeof parts)[number]): number => Number(part.part === name);
    const asks = (kind: Asking): number => Number(asking.has(kind));
    const { sentence } = best?.one ?? {};
    return {
      part: part.part,
      ...(part.method === undefined ? {} : { method: part.method }),
      name: part.name,
      nearest: sentence ? { part: sentence.part, ...(sentence.method === undefined ? {} : { method: sentence.method }), text: sentence.text, ...(sentence.step === undefined ? {} : { step: sentence.step }) } : null,
      features: {
        ...rest,
        leadTerms: leads.terms(one),
        leadTermsAll: leads.termsAll(one),
        leadScore: leads.score(one),
        leadConcepts: leads.concepts(one),
        leadGrams: leads.grams(one),
        held,
        untold,
        question: Number(question),
        length: Math.log(1 + heard.spoken.length),
        count: Math.log(entry.methods.length || 1),
        ...Object.fromEntries(parts.map((name) => [`is ${name}`, is(name)])),
        ...Object.fromEntries(parts.map((name) => [`asked ${name}`, is(name) * Number(question)])),
        first: Number(part.method === 1),
        'check of': is('check') * asks('check'),
        'why cause': is('cause') * asks('why'),
        'why meaning': is('meaning') * asks('why'),
        'time time': is('time') * asks('time'),
        'time method': is('method') * asks('time'),
        'role who': is('who') * asks('role'),
        'role method': is('method') * asks('role'),
        'risk risk': is('risk') * asks('risk'),
        'tell user': is('user') * asks('tell'),
        'place check': is('check') * asks('place'),
        'place method': is('method') * asks('place'),
        'how method': is('method') * asks('how'),
        'license more': is('more') * asks('license'),
        'yes meaning': is('meaning') * asks('yesNo'),
      },
    };
  });
};
