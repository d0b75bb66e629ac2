/** `npm run fit [-- --wrong]`: learns src/knowledge/learnt.txt from the catalog and the labelled questions, and prints how far it can be trusted. */
import { writeFileSync } from 'node:fs';
import { builtIn } from '../src/config.ts';
import { type Cues, cuesOf, elsewhereTopic } from '../src/knowledge/classify.ts';
import { chanceOf } from '../src/knowledge/confidence.ts';
import { elsewhere } from '../src/knowledge/elsewhere.ts';
import { type Learnt, learntFile, write } from '../src/knowledge/learnt.ts';
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
import { type Lesson, logistic, type Row, teach } from './train.ts';

/** How much a lesson counts by where it comes from, and a question that is to be asked about when trust is fitted. */
const counts = { phrase: 1, body: 0.4, rest: 0.05, elsewhere: 0.7, question: 2, vague: 1 } as const;

const folds = 5;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const cuesIn = (text: string): Cues =>
  cuesOf({ words: [...new Set(terms(text))], told: toldIn(text), spoken: [...new Set(wordsOf(text))] });

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

const entries = (await readCatalog(builtIn)).filed
  .map(({ entry }) => entry)
  .toSorted((one, two) => (one.id < two.id ? -1 : 1));
const codes = new Set(entries.flatMap((entry) => entry.codes));
const others = Object.values(elsewhere).flatMap((phrases) => phrases.split('|'));
const base: readonly Lesson[] = [
  ...entries.flatMap(lessonsOf),
  ...others.map((phrase) => ({ cues: cuesIn(phrase), topics: [elsewhereTopic], weight: counts.elsewhere })),
];
const vocabulary = new Set(base.flatMap(({ cues: [meant] }) => meant));
const { read } = index(entries, (word) => vocabulary.has(word));

/** A labelled question without a code, with its words and the fold it is left out of. */
type Question = {
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
      spoken: [...new Set(wordsOf(pasted.words))],
    }),
    topics: ours === false ? [elsewhereTopic] : [expect.topic, ...(expect.topics_ok ?? [])],
    ours,
    vague: expect.behaviour === 'clarify',
    fold: foldOf(source ?? (expect.topic === 'off-topic' ? id : `${expect.topic}/${author ?? id}`)),
  };
};

const questions = (inWords.flatMap(readLines) as Labelled[])
  .filter(({ fold }) => fold !== 'held')
  .flatMap((one) => questionOf(one) ?? []);

const known = new Set(entries.map((entry) => entry.topic)).add(elsewhereTopic);
const lessonOf = ({ cues, topics, ours, vague }: Question): Lesson => ({
  cues,
  ...(ours ? { vague } : {}),
  topics: topics.filter((topic) => known.has(topic)),
  weight: counts.question,
});

const learn = (taught: readonly Question[], models: Learnt['models']): Learnt => ({
  ...teach([...base, ...taught.filter(({ ours }) => ours !== null).map(lessonOf)]),
  entries: new Set(entries.map(({ id }) => id)),
  models,
});

type Seen = {
  readonly question: Question;
  readonly trust: Row;
  readonly ours: Row;
  readonly rank: number;
  readonly first: string;
};

const see = ({ read: readWith, look }: Look, question: Question): Seen => {
  const pasted = readPaste(question.text, (code) => codes.has(code));
  const { topics, seen } = look(question.text, readWith(question.text, pasted.words));
  const rank = topics.findIndex(({ name }) => question.topics.includes(name));
  return {
    question,
    trust: { features: seen.trust, right: rank === 0 && !question.vague, weight: question.vague ? counts.vague : 1 },
    ours: { features: seen.ours, right: question.ours === true },
    rank,
    first: topics[0]?.name ?? '',
  };
};

/** Each question as seen by a classifier that was taught without it and without its neighbours. */
const crossed = Array.from({ length: folds }, (_, fold) => {
  const look = lookIn(
    entries,
    learn(
      questions.filter((one) => one.fold !== fold),
      {},
    ),
  );
  return questions.filter((one) => one.fold === fold).map((one) => see(look, one));
}).flat();

/** The chances that models fitted without a question's fold give it. */
const chancesOf = (pick: (seen: Seen) => Row, of: readonly Seen[]): ReadonlyMap<Seen, number> =>
  new Map(
    Array.from({ length: folds }, (_, fold) => {
      const model = logistic(of.filter(({ question }) => question.fold !== fold).map(pick));
      return of
        .filter(({ question }) => question.fold === fold)
        .map((seen) => [seen, chanceOf(model, pick(seen).features)] as const);
    }).flat(),
  );

const symptoms = crossed.filter(({ question }) => question.ours);
const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`;
const within = (most: number): string =>
  percent(symptoms.filter(({ rank }) => rank >= 0 && rank < most).length, symptoms.length);
print(`${questions.length} questions, ${base.length} lessons of the catalog; cross-validated by topic and author:`);
print(`right topic first: ${within(1)}, among the first four: ${within(4)}`);

const trusted = chancesOf(({ trust }) => trust, crossed);
print('trust      questions  said   true');
for (const from of [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const to = from === 0 ? 0.2 : from === 0.2 ? 0.4 : from + 0.1;
  const some = [...trusted].filter(([, chance]) => chance >= from && chance < to + (to > 0.99 ? 1 : 0));
  const said = some.reduce((sum, [, chance]) => sum + chance, 0);
  const right = some.filter(([{ trust }]) => trust.right).length;
  print(
    `${from.toFixed(1)}-${to.toFixed(1)}  ${String(some.length).padStart(9)}  ${percent(said, some.length).padStart(6)}  ${percent(right, some.length)}`,
  );
}
print('answered from   right at once   wrong of all');
const answerable = symptoms.filter(({ question }) => !question.vague).length;
for (const cut of [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]) {
  const firm = [...trusted].filter(([, chance]) => chance >= cut);
  const right = firm.filter(([{ rank, question }]) => rank === 0 && !question.vague).length;
  const wrong = firm.filter(([{ rank }]) => rank !== 0).length;
  print(
    `${cut.toFixed(2).padStart(13)}  ${percent(right, answerable).padStart(14)}  ${percent(wrong, crossed.length).padStart(13)}`,
  );
}
const decided = crossed.filter(({ question }) => question.ours !== null);
const ours = chancesOf(({ ours: row }) => row, decided);
print('ours from    off-topic refused  symptoms refused');
for (const cut of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) {
  const refused = [...ours].filter(([, chance]) => chance < cut);
  const rightly = refused.filter(([{ question }]) => !question.ours).length;
  print(
    `${cut.toFixed(2).padStart(9)}    ${percent(rightly, decided.length - symptoms.length).padStart(17)}  ${percent(refused.length - rightly, symptoms.length)}`,
  );
}

if (process.argv.includes('--wrong'))
  for (const [{ question, rank, first }, chance] of trusted)
    if (question.ours && rank !== 0)
      print(`${chance.toFixed(2)} ${first} instead of ${question.topics.join('|')} (${rank + 1}): ${question.text}`);

const models = {
  trust: logistic(crossed.map(({ trust }) => trust)),
  ours: logistic(decided.map(({ ours: row }) => row)),
};
for (const [name, model] of Object.entries(models)) print(`${name}: ${JSON.stringify(model)}`);
const text = write(learn(questions, models));
writeFileSync(learntFile, text);
print(`src/knowledge/learnt.txt: ${Math.round(text.length / 1024)} kB`);
