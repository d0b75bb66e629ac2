/** What `npm run fit` learns from: the catalog, what is none of ours, and the labelled questions that are not held out. */
import { builtIn } from '../src/config.ts';
import { type Cues, cuesOf, elsewhereTopic } from '../src/knowledge/classify.ts';
import type { Features } from '../src/knowledge/confidence.ts';
import { elsewhere } from '../src/knowledge/elsewhere.ts';
import type { Learnt } from '../src/knowledge/learnt.ts';
import { type Look, lookIn } from '../src/knowledge/look.ts';
import { readPaste } from '../src/knowledge/paste.ts';
import { readCatalog } from '../src/knowledge/read.ts';
import { index } from '../src/knowledge/search.ts';
import { terms, wordsOf } from '../src/knowledge/terms.ts';
import { toldIn } from '../src/knowledge/told.ts';
import type { Entry } from '../src/model/catalog.ts';
import { type Block, plain } from '../src/model/reply.ts';
import type { Labelled } from './judge.ts';
import { inWords, readLines } from './read.ts';
import { type Lesson, teach } from './train.ts';

/** How much a lesson counts by where it comes from. */
const counts = { phrase: 1, body: 0.4, rest: 0.05, elsewhere: 0.7, question: 2 } as const;

export const folds = 5;

const cuesIn = (text: string): Cues =>
  cuesOf({ words: [...new Set(terms(text))], told: toldIn(text), spoken: wordsOf(text) });

/** The sentences of a block, without commands. */
const sentencesOf = (block: Block): readonly string[] => {
  if (block.kind === 'paragraph' || block.kind === 'note') return plain(block.text).split(/(?<=[.:;])\s+/);
  if (block.kind === 'steps') return block.items.map(({ text }) => plain(text));
  return block.kind === 'list' ? block.items.map(plain) : [];
};

/** What the catalog itself teaches: the phrases of its entries, their titles, and the sentences below them. */
const lessonsOf = (entry: Entry): readonly Lesson[] => {
  const lesson = (text: string, weight: number): Lesson => ({ cues: cuesIn(text), topics: [entry.topic], weight });
  return [
    ...[...entry.says, entry.title, entry.topic.replaceAll('-', ' ')].map((phrase) => lesson(phrase, counts.phrase)),
    ...[...entry.meaning, ...entry.cause].flatMap(sentencesOf).map((sentence) => lesson(sentence, counts.body)),
    ...[...entry.check, ...entry.user, ...entry.more, ...entry.methods.flatMap((method) => method.body)]
      .flatMap(sentencesOf)
      .map((sentence) => lesson(sentence, counts.rest)),
  ];
};

export const entries = (await readCatalog(builtIn)).filed
  .map(({ entry }) => entry)
  .toSorted((one, two) => (one.id < two.id ? -1 : 1));
const codes = new Set(entries.flatMap((entry) => entry.codes));
const others = Object.values(elsewhere).flatMap((phrases) => phrases.split('|'));
export const base: readonly Lesson[] = [
  ...entries.flatMap(lessonsOf),
  ...others.map((phrase) => ({ cues: cuesIn(phrase), topics: [elsewhereTopic], weight: counts.elsewhere })),
];
const vocabulary = new Set(base.flatMap(({ cues: [meant = []] }) => meant));
const { read } = index(entries, (word) => vocabulary.has(word));

/** A labelled question without a code, with its words and the fold it is left out of. */
export type Question = {
  readonly text: string;
  readonly cues: Cues;
  readonly topics: readonly string[];
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
  return {
    text,
    cues: cuesOf({
      words: read(wordsOf(pasted.words)).known,
      told: toldIn(text),
      spoken: wordsOf(pasted.words),
    }),
    topics: ours === false ? [elsewhereTopic] : [expect.topic, ...(expect.topics_ok ?? [])],
    ours,
    vague: expect.behaviour === 'clarify',
    fold: foldOf(source ?? (expect.topic === 'off-topic' ? id : `${expect.topic}/${author ?? id}`)),
  };
};

export const questions = (inWords.flatMap(readLines) as Labelled[])
  .filter(({ fold }) => fold !== 'held')
  .flatMap((one) => questionOf(one) ?? []);

const known = new Set(entries.map((entry) => entry.topic)).add(elsewhereTopic);
const lessonOf = ({ cues, topics, ours, vague }: Question): Lesson => ({
  cues,
  ...(ours ? { vague } : {}),
  topics: topics.filter((topic) => known.has(topic)),
  weight: counts.question,
});

/** What is learnt without the questions of one fold, or from all; the models that weigh it are fitted later. */
export const learnWithout = (fold: number | null): Learnt => ({
  ...teach([...base, ...questions.filter((one) => one.ours !== null && one.fold !== fold).map(lessonOf)]),
  entries: new Set(entries.map(({ id }) => id)),
  models: {},
});

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
  const { topics, seen } = look(text, readWith(text, pasted.words));
  return { ...seen, rank: topics.findIndex(({ name }) => right.includes(name)), first: topics[0]?.name ?? '' };
};
