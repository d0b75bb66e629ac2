/**
 * `npm run fit [-- --wrong]`: learns src/knowledge/learnt.bin from the catalog and the labelled questions, and prints how far it can be trusted;
 * `npm run fit -- --parts`: learns only anew of which parts of an entry a follow-up speaks, and which questions and findings that stand beside it are put in other words;
 * `npm run fit -- --intents`: learns src/knowledge/intents.bin, what messages after an answer do;
 * `npm run fit -- --asks`: learns src/knowledge/asks.bin, what questions after an answer ask for;
 * `npm run fit -- --openings`: learns src/knowledge/openings.bin, whether a first message is small talk;
 * `npm run fit -- --meaning`: learns src/knowledge/meaning.bin, which texts say the same, before all that asks it;
 * `npm run fit -- --staying`: learns src/knowledge/staying.bin, whether a text goes with the answer before it.
 */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { loadCatalog } from '../src/catalog-files.ts';
import { builtIn } from '../src/config.ts';
import { chanceOf } from '../src/knowledge/confidence.ts';
import { type Learnt, learnt, learntFile, write } from '../src/knowledge/learnt.ts';
import { asksFile } from '../src/knowledge/asks.ts';
import { intentsFile } from '../src/knowledge/intents.ts';
import { meaningFile, writeMeanings } from '../src/knowledge/meaning.ts';
import { openingsFile } from '../src/knowledge/openings.ts';
import { stayingFile } from '../src/knowledge/staying.ts';
import { type TextModel, writeTextModel } from '../src/knowledge/text-model.ts';
import { fitSaid, fitParts, followUps } from './follow-ups.ts';
import { asked as askedLines, teachAsks } from './asks.ts';
import { labelled, teachIntents } from './intents.ts';
import { teachMeaning, waysIn, waysOfLabels } from './meaning.ts';
import { openedWith, teachOpenings } from './openings.ts';
import { moves, teachStaying } from './staying.ts';
import { base, entries, folds, type Question, questions, type Seen } from './lessons.ts';
import { logistic, type Row } from './train.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Writes what is learnt, with the model that ranks parts, which is fitted to the rest of it. */
const save = (all: Learnt): void => {
  const parts = fitParts(followUps(), entries, all);
  const faq = fitSaid('faq', followUps(), entries, all);
  const findings = fitSaid('findings', followUps(), entries, all);
  const bytes = write({ ...all, parts, faq, findings });
  writeFileSync(learntFile, bytes);
  print(`parts: ${JSON.stringify(parts.weights)}`);
  print(`src/knowledge/learnt.bin: ${Math.round(bytes.length / 1024)} kB`);
};

/** Writes a model of texts, which is named as the set that teaches it. */
const saveTexts = (name: string, file: URL, model: TextModel, set = name): void => {
  const about = `Learnt by \`npm run fit -- --${name}\` from test/questions/${set}.jsonl; not to be edited by hand.`;
  const bytes = writeTextModel(model, about);
  writeFileSync(file, bytes);
  print(`src/knowledge/${name}.bin: ${Math.round(bytes.length / 1024)} kB`);
};

if (process.argv.includes('--intents')) {
  saveTexts('intents', intentsFile, teachIntents(labelled()));
  process.exit();
}
if (process.argv.includes('--asks')) {
  saveTexts('asks', asksFile, teachAsks(askedLines()));
  process.exit();
}
if (process.argv.includes('--openings')) {
  saveTexts('openings', openingsFile, teachOpenings(openedWith()));
  process.exit();
}
if (process.argv.includes('--staying')) {
  saveTexts('staying', stayingFile, teachStaying(moves(), await loadCatalog(builtIn)), 'moves');
  process.exit();
}
const saveMeaning = (): void => {
  const bytes = writeMeanings(
    teachMeaning([...waysIn(entries), ...waysOfLabels()]),
    'Learnt by `npm run fit -- --meaning` from what stands beside the entries of the catalog, test/questions/intents.jsonl and test/questions/asks.jsonl; not to be edited by hand.',
  );
  writeFileSync(meaningFile, bytes);
  print(`src/knowledge/meaning.bin: ${Math.round(bytes.length / 1024)} kB`);
};

if (process.argv.includes('--meaning')) {
  saveMeaning();
  process.exit();
}
if (process.argv.includes('--parts')) {
  save(learnt());
  process.exit();
}

/** Learns in a process of its own; see fit-worker.ts. */
const inWorker = (fold: number | null): Promise<unknown> =>
  new Promise((done, failed) => {
    fork(new URL('./fit-worker.ts', import.meta.url), [String(fold ?? '')], { serialization: 'advanced' })
      .once('message', done)
      .once('exit', () =>
        failed(new Error(`Learning without fold ${fold ?? 'of any'} ended early; what it printed says why.`)),
      );
  });

/** Learns as often as there are folds, and once from everything; as many at a time as there are processors. */
const tasks = [...Array.from({ length: folds }, (_, fold) => fold), null];
const results = new Map<number | null, unknown>();
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let fold = tasks.shift(); fold !== undefined; fold = tasks.shift()) results.set(fold, await inWorker(fold));
  }),
);

type Crossed = {
  readonly question: Question;
  readonly trust: Row;
  readonly ours: Row;
  readonly rank: number;
  readonly first: string;
};

/** To ask back is better than to guess, but a guess that is right does less harm than a wrong answer: it counts half. */
const guessed = 0.5;

/** Each question as seen by what was learnt without it. */
const crossed: readonly Crossed[] = Array.from({ length: folds }, (_, fold) => {
  const asked = questions.filter((one) => one.fold === fold);
  return (results.get(fold) as readonly Seen[]).map(({ trust, ours, rank, first }, n) => {
    const question = asked[n]!;
    return {
      question,
      trust: { features: trust, right: rank !== 0 ? 0 : question.vague ? guessed : 1 },
      ours: { features: ours, right: Number(question.ours === true) },
      rank,
      first,
    };
  });
}).flat();

/** The chances that models fitted without a question's fold give it. */
const chancesOf = (pick: (seen: Crossed) => Row, of: readonly Crossed[]): ReadonlyMap<Crossed, number> =>
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
  const right = some.reduce((sum, [{ trust }]) => sum + trust.right, 0);
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
save({ ...(results.get(null) as Learnt), models });
