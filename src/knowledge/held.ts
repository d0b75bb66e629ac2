/** What the sentences of an entry hold that a text can share with them, and how rare each of it is among them. */
import type { Entry, Place } from '../model/catalog.ts';
import { plain } from '../model/reply.ts';
import { type Asking, deniesIn, traitsOf } from './asking.ts';
import { conceptsIn } from './concepts.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { terms, wordsOf } from './terms.ts';

/** Terms, words by their stem, their runs of four letters, concepts, and what can be asked for. */
export const kinds = ['terms', 'words', 'grams', 'concepts', 'traits'] as const;
export type Kind = (typeof kinds)[number];

export type Held = Readonly<Record<Kind, ReadonlySet<string>>>;

/** `long`: a long sentence holds more by chance; `tells`: the cues of what it tells, and those where its method is the one at hand. */
export type ReadSentence = {
  readonly sentence: Sentence;
  readonly held: Held;
  readonly denies: boolean;
  readonly long: number;
  readonly tells: readonly string[];
  readonly tellsAtHand: readonly string[];
};

/** `denies`: it tells when to use it by what is not so. */
export type ReadPart = Place & {
  readonly name: string;
  readonly sentences: readonly ReadSentence[];
  readonly all: Held;
  readonly title: Held;
  readonly when: Held;
  readonly denies: boolean;
  /** The cues of what a part without sentences tells. */
  readonly tells: readonly string[];
};

/** `counts`: in how many of the `size` sentences each item stands. */
export type ReadEntry = {
  readonly parts: readonly ReadPart[];
  readonly size: number;
  readonly counts: Readonly<Record<Kind, ReadonlyMap<string, number>>>;
};

/** The name of a part: "check", "method:2". */
export const nameOf = ({ part, method }: Place): string => (method === undefined ? part : `${part}:${method}`);

const gramSize = 4;

export const gramsOf = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - gramSize + 1) }, (_, n) => word.slice(n, n + gramSize)),
  );

/** Cuts the endings of the languages that people write in, of which the catalog holds one. */
export const stemmed = (word: string): string => word.replace(/(?<=.{3})(?:ing|ed|es|s|en|e)$/, '');

/** The cues of what a sentence tells: where it stands, its words and what is known of it. */
const tellsIn = ({ part, kind, step, code }: Sentence, { words, concepts }: Held): readonly string[] => [
  `part ${part}`,
  `a ${kind}`,
  ...(step === undefined ? [] : ['step']),
  ...(code === '' ? [] : ['code']),
  ...words,
  ...Array.from(concepts, (one) => `concept ${one}`),
];

/** What a step asks a person to type belongs to its words. */
const readSentence = (sentence: Sentence): ReadSentence => {
  const text = plain(sentence.text);
  const words = wordsOf(text);
  const held = {
    terms: new Set(terms(text)),
    words: new Set([...words, ...wordsOf(sentence.code)].map(stemmed)),
    grams: new Set(gramsOf(words)),
    concepts: conceptsIn(text),
    traits: new Set<Asking>([...traitsOf(text), ...(sentence.code ? (['command'] as const) : [])]),
  };
  const tells = tellsIn(sentence, held);
  return {
    sentence,
    held,
    denies: deniesIn(text),
    long: Math.sqrt(4 + held.terms.size),
    tells,
    tellsAtHand: [...tells, 'at hand'],
  };
};

const each = <T>(of: (kind: Kind) => T): Readonly<Record<Kind, T>> =>
  Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

const together = (sentences: readonly ReadSentence[]): Held =>
  each((kind) => new Set(sentences.flatMap(({ held }) => [...held[kind]])));

const readPart = (place: Place, sentences: readonly ReadSentence[]): ReadPart => {
  const of = (kind: Sentence['kind']) => sentences.filter(({ sentence }) => sentence.kind === kind);
  return {
    ...place,
    name: nameOf(place),
    sentences,
    all: together(sentences),
    title: together(of('title')),
    when: together(of('when')),
    denies: of('when').some(({ denies }) => denies),
    tells: [`part ${place.part}`],
  };
};

/** Who fixes it, and how long the methods take, are told in figures and have no sentences. */
const readEntry = (entry: Entry): ReadEntry => {
  const sentences = sentencesOf(entry).map(readSentence);
  const places = [...Map.groupBy(sentences, ({ sentence }) => nameOf(sentence)).values()];
  const dangers = sentences.filter(({ sentence }) => sentence.kind === 'danger');
  return {
    parts: [
      ...places.map((some) => {
        const { part, method } = some[0]!.sentence;
        return readPart(method === undefined ? { part } : { part, method }, some);
      }),
      readPart({ part: 'who' }, []),
      readPart({ part: 'time' }, []),
      readPart({ part: 'risk' }, dangers),
    ],
    size: sentences.length,
    counts: each((kind) => {
      const counts = new Map<string, number>();
      for (const { held } of sentences) for (const item of held[kind]) counts.set(item, (counts.get(item) ?? 0) + 1);
      return counts;
    }),
  };
};

const known = new WeakMap<Entry, ReadEntry>();

/** The entry as it was read, once. */
export const heldIn = (entry: Entry): ReadEntry => {
  const before = known.get(entry);
  if (before) return before;
  const read = readEntry(entry);
  known.set(entry, read);
  return read;
};
