/** What `npm run fit` learns from: the catalog, what is none of ours, and the labelled questions that are not held out. */
import { builtIn } from '../src/config.ts';
import { cuesOf, elsewhereTopic } from '../src/knowledge/classify.ts';
import type { Features } from '../src/knowledge/confidence.ts';
import { elsewhere } from '../src/knowledge/elsewhere.ts';
import { inNames } from '../src/knowledge/foreign.ts';
import { type Learnt, placesOf } from '../src/knowledge/learnt.ts';
import { type Look, lookIn } from '../src/knowledge/look.ts';
import { readPaste } from '../src/knowledge/paste.ts';
import { readCatalog } from '../src/knowledge/read.ts';
import { index } from '../src/knowledge/search.ts';
import { terms, wordsOf } from '../src/knowledge/terms.ts';
import { toldIn } from '../src/knowledge/told.ts';
import type { Entry, Known } from '../src/model/catalog.ts';
import { type Block, plain } from '../src/model/reply.ts';
import type { Labelled } from './judge.ts';
import { inWords, readLines } from './read.ts';
import { type Lesson, teach, teachTellers, type Telling } from './train.ts';

/** How much a lesson counts by where it comes from. */
const counts = { phrase: 1, body: 0.4, rest: 0.05, elsewhere: 0.7, question: 2 } as const;

/** How much a question counts where it is learnt which of a topic's entries it is about. */
const countsForEntries = 5;

export const folds = 5;

const knownIn = (text: string): Known => ({
  words: [...new Set(terms(text))],
  told: toldIn(text),
  spoken: wordsOf(text),
});

/** The sentences of a block, without commands. */
const sentencesOf = (block: Block): readonly string[] => {
  if (block.kind === 'paragraph' || block.kind === 'note') return plain(block.text).split(/(?<=[.:;])\s+/);
  if (block.kind === 'steps') return block.items.map(({ text }) => plain(text));
  return block.kind === 'list' ? block.items.map(plain) : [];
};

/** A sentence of the catalog, and what it counts. */
type Sentence = { readonly entry: Entry; readonly known: Known; readonly weight: number };

/** What the catalog itself teaches: the phrases of its entries, their titles, and the sentences below them. */
const sentencesIn = (entry: Entry): readonly Sentence[] => {
  const sentence = (text: string, weight: number): Sentence => ({ entry, known: knownIn(text), weight });
  return [
    ...[...entry.says, entry.title, entry.topic.replaceAll('-', ' ')].map((phrase) => sentence(phrase, counts.phrase)),
    ...[...entry.meaning, ...entry.cause].flatMap(sentencesOf).map((body) => sentence(body, counts.body)),
    ...[...entry.check, ...entry.user, ...entry.more, ...entry.methods.flatMap((method) => method.body)]
      .flatMap(sentencesOf)
      .map((rest) => sentence(rest, counts.rest)),
  ];
};

export const entries = (await readCatalog(builtIn)).filed
  .map(({ entry }) => entry)
  .toSorted((one, two) => (one.id < two.id ? -1 : 1));
const codes = new Set(entries.flatMap((entry) => entry.codes));
const others = Object.values(elsewhere).flatMap((phrases) => phrases.split('|'));
const sentences = entries.flatMap(sentencesIn);
export const base: readonly Lesson[] = [
  ...sentences.map(({ entry, known, weight }) => ({ cues: cuesOf(known), topics: [entry.topic], weight })),
  ...others.map((phrase) => ({ cues: cuesOf(knownIn(phrase)), topics: [elsewhereTopic], weight: counts.elsewhere })),
];
const vocabulary = new Set(base.flatMap(({ cues: [meant = []] }) => meant));
const asked = inWords.flatMap(readLines) as Labelled[];

/** A word in so many questions is likely to be learnt, so that it is read as it stands, as it will be when it is known. */
const often = 10;
const uses = new Map<string, number>();
for (const { text } of asked) for (const word of new Set(wordsOf(text))) uses.set(word, (uses.get(word) ?? 0) + 1);
const { read } = index(
  entries,
  (term) => vocabulary.has(term),
  (word) => (uses.get(word) ?? 0) >= often || inNames([word]).size > 0,
);

/** A labelled question without a code, with its words and the fold it is left out of. */
export type Question = {
  readonly text: string;
  readonly known: Known;
  readonly topics: readonly string[];
  /** The entries that an expert would show, where that is known. */
  readonly entries: readonly string[];
  /** Whether it is about signing in with Microsoft; null where that can be said either way, so that only trust is learnt from it. */
  readonly ours: boolean | null;
  /** Whether asking back is right, so that a firm answer is too much. */
  readonly vague: boolean;
  readonly fold: number;
};

/** Questions from one thread stay together, or those of one author about one topic. */
const foldOf = (key: string): number =>
  Array.from(key).reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) >>> 0, 7) % folds;

const questionOf = ({ id, text, author, source, expect }: Labelled): Question | null => {
  const pasted = readPaste(text, (code) => codes.has(code));
  if (pasted.known.length > 0 || pasted.unknown.length > 0) return null;
  const ours = expect.behaviour === 'dont-know-or-nearest' ? null : expect.behaviour !== 'dont-know';
  const { known: words, spoken } = read(wordsOf(pasted.words()));
  return {
    text,
    known: { words, told: toldIn(text), spoken },
    topics: ours === false ? [elsewhereTopic] : [expect.topic, ...(expect.topics_ok ?? [])],
    entries: expect.entries ?? [],
    ours,
    vague: expect.behaviour === 'clarify',
    fold: foldOf(source ?? (expect.topic === 'off-topic' ? id : `${expect.topic}/${author ?? id}`)),
  };
};

export const questions = asked.filter(({ fold }) => fold !== 'held').flatMap((one) => questionOf(one) ?? []);

const taught = new Set(entries.map((entry) => entry.topic)).add(elsewhereTopic);
const lessonOf = ({ known, topics, ours, vague }: Question): Lesson => ({
  cues: cuesOf(known),
  ...(ours ? { vague } : {}),
  topics: topics.filter((topic) => taught.has(topic)),
  weight: counts.question,
});

const places = placesOf(entries.map(({ id }) => id));
const siblings = Map.groupBy(places.values(), (place) => entries[place]!.topic);

/** Which of its topic's entries a text is about; nothing is to be learnt where there is one only. */
const tellingOf = (known: Known, right: readonly string[], weight: number): readonly Telling[] => {
  const held = right.flatMap((id) => places.get(id) ?? []);
  const among = siblings.get(entries[held[0] ?? -1]?.topic ?? '') ?? [];
  return among.length > 1 ? [{ known, right: held.filter((place) => among.includes(place)), among, weight }] : [];
};

/** What the catalog and these questions teach of the entries of one topic. */
const tellingsOf = (heard: readonly Question[]): readonly Telling[] => [
  ...sentences.flatMap(({ entry, known, weight }) => tellingOf(known, [entry.id], weight)),
  ...heard.flatMap(({ known, entries: right }) => tellingOf(known, right, countsForEntries)),
];

/** What is learnt without the questions of one fold, or from all; the models that weigh it are fitted later. */
export const learnWithout = (fold: number | null): Learnt => {
  const heard = questions.filter((one) => one.fold !== fold);
  const learnt = teach([...base, ...heard.filter(({ ours }) => ours !== null).map(lessonOf)]);
  const tellers = teachTellers(learnt.network, tellingsOf(heard), places.size);
  return {
    ...learnt,
    entries: places,
    tellers,
    models: {},
    parts: { weights: {}, asks: {}, tells: {} },
    faq: { weights: {}, asks: {}, tells: {} },
    findings: { weights: {}, asks: {}, tells: {} },
  };
};

/** What was made of a question, the topic that came first, and the place of the first right one (below 0: none). */
export type Seen = {
  readonly trust: Features;
  readonly ours: Features;
  readonly rank: number;
  readonly first: string;
};

/** The questions of a fold, in their order, as seen by what was learnt without them and their neighbours. */
export const seeFold = (fold: number): readonly Seen[] => {
  const look = lookIn(entries, learnWithout(fold));
  return questions.filter((one) => one.fold === fold).map((one) => see(look, one));
};

const see = ({ read: readWith, look }: Look, { text, topics: right }: Question): Seen => {
  const pasted = readPaste(text, (code) => codes.has(code));
  const { topics, seen } = look(text, readWith(text, pasted.words()));
  return { ...seen, rank: topics.findIndex(({ name }) => right.includes(name)), first: topics[0]?.name ?? '' };
};
