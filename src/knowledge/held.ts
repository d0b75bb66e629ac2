/** What the sentences of an entry hold that a text can share with them, and how rare each of it is among them. */
import type { Entry, Exchange, Place } from '../model/catalog.ts';
import { plain } from '../model/reply.ts';
import { type Asking, type Askings, askingsIn, deniesIn, traitsOf } from './asking.ts';
import { type Claims, claimsIn } from './claims.ts';
import { conceptsIn } from './concepts.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { once } from './once.ts';
import { outcomeIn } from './outcome.ts';
import { placeOf, type Sentence, sentencesOf, sentencesOfExchanges } from './sentences.ts';
import { terms, wordsOf } from './terms.ts';

/** Terms, words by their stem, their runs of four letters, concepts, and what can be asked for. */
export const kinds = ['terms', 'words', 'grams', 'concepts', 'traits'] as const;
export type Kind = (typeof kinds)[number];

export type Held = Readonly<Record<Kind, ReadonlySet<string>>>;

/** In how many of `size` sentences, or mentions of them, each item stands. */
export type Frequencies = {
  readonly size: number;
  readonly counts: Readonly<Record<Kind, ReadonlyMap<string, number>>>;
};

/** `long`: a long sentence holds more by chance; `tells`: the cues of what it tells, and those where its method is the one at hand. */
export type ReadSentence = {
  readonly sentence: Sentence;
  readonly held: Held;
  readonly meaning: Meaning;
  readonly denies: boolean;
  readonly long: number;
  readonly tells: readonly string[];
  readonly tellsAtHand: readonly string[];
};

/** One way in which people put something, its words with a blank on both sides. */
export type Way = {
  readonly denies: boolean;
  readonly meaning: Meaning;
  readonly wording: string;
  readonly claims: () => Claims;
};

export const wordingOf = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** `denies`: it tells when to use it, or what is found, by what is not so. */
export type ReadPart = Place & {
  readonly name: string;
  readonly sentences: readonly ReadSentence[];
  readonly all: Held;
  readonly title: Held;
  /** What people say, in each of the ways in which they put it, and whether that works or fails. */
  readonly ways: readonly Way[];
  readonly outcome: -1 | 0 | 1;
  readonly when: Held;
  readonly denies: boolean;
  /** What the question of a `faq` asks for. */
  readonly asks: Askings;
  /** The cues of what a part without sentences tells. */
  readonly tells: readonly string[];
};

export type ReadEntry = Frequencies & { readonly parts: readonly ReadPart[] };

/** The name of a part: "check", "method:2", "faq:Is it safe?". */
export const nameOf = ({ part, method, said }: Place): string => [part, method ?? said ?? []].flat().join(':');

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

/** What a text holds, with what it asks a person to type. */
const heldBy = (text: string, code = ''): Held => {
  const words = wordsOf(text);
  return {
    terms: new Set(terms(text)),
    words: new Set([...words, ...wordsOf(code)].map(stemmed)),
    grams: new Set(gramsOf(words)),
    concepts: conceptsIn(text),
    traits: new Set<Asking>([...traitsOf(text), ...(code ? (['command'] as const) : [])]),
  };
};

const each = <T>(of: (kind: Kind) => T): Readonly<Record<Kind, T>> =>
  Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

const together = (some: readonly Held[]): Held => each((kind) => new Set(some.flatMap((held) => [...held[kind]])));

const frequenciesOf = (all: readonly Held[]): Frequencies => ({
  size: all.length,
  counts: each((kind) => {
    const counts = new Map<string, number>();
    for (const held of all) for (const item of held[kind]) counts.set(item, (counts.get(item) ?? 0) + 1);
    return counts;
  }),
});

const readSentence = (sentence: Sentence): ReadSentence => {
  const text = plain(sentence.text);
  const held = heldBy(text, sentence.code);
  const tells = tellsIn(sentence, held);
  return {
    sentence,
    held,
    meaning: meaningOf(text),
    denies: deniesIn(text),
    long: Math.sqrt(4 + held.terms.size),
    tells,
    tellsAtHand: [...tells, 'at hand'],
  };
};

const nothingAsked: Askings = new Map();

const readPart = (place: Place, sentences: readonly ReadSentence[], says: readonly string[] = []): ReadPart => {
  const of = (kind: Sentence['kind']) => sentences.filter(({ sentence }) => sentence.kind === kind);
  const ofAll = (some: readonly ReadSentence[]): Held => together(some.map(({ held }) => held));
  return {
    ...place,
    name: nameOf(place),
    sentences,
    all: ofAll(sentences),
    title: ofAll(of('title')),
    ways: says.map((one) => ({
      denies: deniesIn(one),
      meaning: meaningOf(one),
      wording: wordingOf(wordsOf(one)),
      claims: once(() => claimsIn(one)),
    })),
    outcome: place.part === 'finding' ? outcomeIn(place.said!) : 0,
    when: ofAll(of('when')),
    denies: [...of('when'), ...of('said')].some(({ denies }) => denies),
    asks: place.part === 'faq' ? askingsIn(place.said!) : nothingAsked,
    tells: [`part ${place.part}`],
  };
};

const read = (
  sentences: readonly Sentence[],
  partsOf: (some: readonly ReadSentence[]) => readonly ReadPart[],
): ReadEntry => {
  const all = sentences.map(readSentence);
  return { parts: partsOf(all), ...frequenciesOf(all.map(({ held }) => held)) };
};

const inPlaces = (all: readonly ReadSentence[]): readonly (readonly ReadSentence[])[] => [
  ...Map.groupBy(all, ({ sentence }) => nameOf(sentence)).values(),
];

/** What an entry says. Who fixes it, and how long the methods take, are told in figures and have no sentences. */
export const heldIn = (entry: Entry): ReadEntry =>
  read(sentencesOf(entry), (all) => [
    ...inPlaces(all).map((some) => readPart(placeOf(some[0]!.sentence), some)),
    readPart({ part: 'who' }, []),
    readPart({ part: 'time' }, []),
    readPart(
      { part: 'risk' },
      all.filter(({ sentence }) => sentence.kind === 'danger'),
    ),
  ]);

/** What is said after an entry, each a part with its reply. */
export const heldInExchanges = (part: 'faq' | 'finding', exchanges: readonly Exchange[]): ReadEntry => {
  const ways = new Map(exchanges.map(({ said, says }) => [said, [said, ...says]]));
  return read(sentencesOfExchanges(part, exchanges), (all) =>
    inPlaces(all).map((some) => {
      const place = placeOf(some[0]!.sentence);
      return readPart(place, some, ways.get(place.said!));
    }),
  );
};
