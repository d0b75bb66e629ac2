/**
 * `npm run eval [-- files] [--held] [--compare] [--wrong]`: how often the bot is right, on labelled questions;
 * `npm run eval -- --dialogs [files]`: how often conversations with simulated users end well;
 * `npm run eval -- --follow-ups [files]`: how often the part of an entry is found that a follow-up speaks of, cross-validated, or of other files as it was learnt.
 * `npm run eval -- --intents [files]`: how often it is heard what a message after an answer does, learnt from other authors, or of other files as it was learnt.
 * `npm run eval -- --asks [files]`: the same of what a question after an answer asks for.
 * `npm run eval -- --staying [files]`: how often it is heard whether a text goes with the answer before it, learnt from other authors, or of other files as it was learnt.
 * `npm run eval -- --openings [files]`: how often it is heard whether a first message is small talk, learnt from other authors, or of other files as it was learnt.
 * The last line says whether the targets are met; the exit status is 1 where they are not.
 */
import { parseArgs } from 'node:util';
import { loadCatalog } from '../src/catalog-files.ts';
import { builtIn } from '../src/config.ts';
import { asksModel } from '../src/knowledge/asks.ts';
import { intentModel } from '../src/knowledge/intents.ts';
import { openingModel } from '../src/knowledge/openings.ts';
import { stayingModel } from '../src/knowledge/staying.ts';
import { learnt } from '../src/knowledge/learnt.ts';
import type { Catalog } from '../src/model/catalog.ts';
import { type Engine, fuse, miniSearch, signpost } from './engines.ts';
import { isMeant, judge, type Labelled, type Verdict } from './judge.ts';
import { type Labelled as Conversation, play } from './play.ts';
import {
  crossValidated,
  type FollowUp,
  followUps,
  judged as rankedIn,
  type Judged as Ranked,
  measure as measureParts,
  measureSaid,
} from './follow-ups.ts';
import { asked, heardBy as askedAs, teachAsks } from './asks.ts';
import { heardBy, labelled, teachIntents } from './intents.ts';
import { heardBy as openedAs, openedWith, teachOpenings } from './openings.ts';
import { heardBy as staysBy, moves, teachStaying } from './staying.ts';
import { inWords, readLines } from './read.ts';
import { type Heard, heardByOthers, measureTexts } from './text-model.ts';

/** What is aimed at: the least share, or the most, of the questions of a kind. */
const targets = {
  codes: 0.99,
  'off-topic': 0.97,
  'symptoms at once': 0.8,
  'symptoms at once or asked': 0.95,
  'vague ones asked or right': 0.9,
  'firm wrong answers': 0.02,
  'conversations that end well': 0.9,
  'mean questions': 2,
} as const;
type Target = keyof typeof targets;
const ceilings: ReadonlySet<Target> = new Set(['firm wrong answers', 'mean questions']);

const { values, positionals } = parseArgs({
  options: {
    compare: { type: 'boolean' },
    wrong: { type: 'boolean' },
    held: { type: 'boolean' },
    dialogs: { type: 'boolean' },
    'follow-ups': { type: 'boolean' },
    intents: { type: 'boolean' },
    asks: { type: 'boolean' },
    staying: { type: 'boolean' },
    openings: { type: 'boolean' },
  },
  allowPositionals: true,
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** The 95 % interval of a share, after Wilson. */
const interval = (hits: number, n: number): string => {
  const z = 1.96;
  const share = hits / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  const percent = (value: number): string => (100 * Math.min(1, Math.max(0, value))).toFixed(0);
  return `${(100 * share).toFixed(1).padStart(5)} % (${percent(middle - half)}-${percent(middle + half)})`;
};

/** The last line and the exit status: which targets are missed. */
const conclude = (measured: Partial<Record<Target, number>>): void => {
  const missed = (Object.entries(measured) as [Target, number][]).filter(
    ([name, value]) => !Number.isNaN(value) && (ceilings.has(name) ? value > targets[name] : value < targets[name]),
  );
  print(missed.length === 0 ? 'targets met' : `targets missed: ${missed.map(([name]) => name).join(', ')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
};

type Judged = { readonly question: Labelled; readonly made: ReturnType<Engine['make']>; readonly verdict: Verdict };

const count = (of: readonly Judged[], ...verdicts: readonly Verdict[]): number =>
  of.filter(({ verdict }) => verdicts.includes(verdict)).length;

const report = (engine: Engine, questions: readonly Labelled[]): readonly Judged[] => {
  const judged = questions.map((question) => {
    const made = engine.make(question.text);
    return { question, made, verdict: judge(question, made) };
  });
  print(`\n${engine.name}: ${questions.length} questions`);
  print(`${'kind'.padEnd(42)}    n  right at once         right or rightly asked`);
  const line = (name: string, group: readonly Judged[]): void =>
    print(
      `${name.padEnd(42)} ${String(group.length).padStart(4)}  ${interval(count(group, 'right'), group.length).padEnd(20)}  ${interval(count(group, 'right', 'asked'), group.length)}`,
    );
  const groups = Map.groupBy(judged, ({ question }) => `${question.kind}, ${question.expect.behaviour}`);
  for (const [name, group] of [...groups].toSorted(([one], [two]) => one.localeCompare(two))) line(name, group);
  line('all', judged);
  const all = judged.length;
  print(`firm wrong answers: ${interval(firmWrong(judged), all)}`);
  const shown = judged.flatMap(({ question, made }) => isMeant(question, made) ?? []);
  const meant = shown.filter(Boolean).length;
  if (shown.length > 0) print(`the entry shown is the one meant: ${interval(meant, shown.length)} of ${shown.length}`);
  print(`questions asked: ${interval(judged.filter(({ made }) => made.outcome === 'clarify').length, all)}`);
  if (values.wrong)
    for (const { question, made, verdict } of judged)
      if (verdict === 'wrong' || verdict === 'weak')
        print(
          `${verdict} ${question.id} wants ${question.expect.topic}, got ${made.outcome} ${made.entries[0]?.topic ?? ''}: ${question.text.slice(0, 120).replace(/\s+/g, ' ')}`,
        );
  return judged;
};

const firmWrong = (judged: readonly Judged[]): number =>
  judged.filter(({ verdict, made }) => verdict === 'wrong' && made.outcome === 'answer').length;

const measure = (judged: readonly Judged[]): Partial<Record<Target, number>> => {
  const of = (want: (question: Labelled) => boolean, ...verdicts: readonly Verdict[]): number => {
    const group = judged.filter(({ question }) => want(question));
    return count(group, ...verdicts) / group.length;
  };
  const symptom = ({ kind, expect }: Labelled): boolean => kind === 'symptom' && expect.behaviour === 'answer';
  return {
    codes: of(({ kind }) => /^(?:code|multi-code)/.test(kind), 'right'),
    'off-topic': of(({ kind }) => kind === 'off-topic', 'right'),
    'symptoms at once': of(symptom, 'right'),
    'symptoms at once or asked': of(symptom, 'right', 'asked'),
    'vague ones asked or right': of(({ expect }) => expect.behaviour === 'clarify', 'right'),
    'firm wrong answers': firmWrong(judged) / judged.length,
  };
};

const converse = (catalog: Catalog, conversations: readonly Conversation[]): void => {
  const played = conversations.map((one) => ({ one, ...play(catalog, one) }));
  const right = played.filter((one) => one.right).length;
  const questions = played.reduce((sum, one) => sum + one.questions, 0) / played.length;
  if (values.wrong)
    for (const { one, outcome, topic, said } of played.filter((each) => !each.right))
      print(`${one.id} wants ${one.final.topic}, got ${outcome} ${topic}: ${said.join(' | ')}`);
  print(`${played.length} conversations, ended well: ${interval(right, played.length)}`);
  print(`questions asked: ${questions.toFixed(2)} on average`);
  conclude({ 'conversations that end well': right / played.length, 'mean questions': questions });
};

/** How follow-ups fare, all and by kind and language, where a part is told from several chances on. */
const reportParts = (all: readonly Ranked[]): void => {
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
  print('                   n   first  of two');
  const groups = [...Map.groupBy(all, ({ one }) => one.kind), ...Map.groupBy(all, ({ one }) => one.language)];
  for (const [name, group] of [['all', all] as const, ...groups]) {
    const { first, firstTwo } = measureParts(group, 0);
    print(`${name.padEnd(14)} ${String(group.length).padStart(5)}  ${percent(first)}  ${percent(firstTwo)}`);
  }
  print('told from   right   wrong  silent    harm');
  for (const from of [0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.7]) {
    const { right, wrong, silent, harm } = measureParts(all, from);
    print(`${from.toFixed(2).padStart(9)}  ${[right, wrong, silent, harm].map(percent).join('  ')}`);
  }
  if (values.wrong)
    for (const { one, ranked } of all)
      if (!one.parts.includes(ranked[0]!.name) && (one.parts.length > 0 || ranked[0]!.chance > 0.4))
        print(
          `${ranked[0]!.chance.toFixed(2)} ${ranked[0]!.name} instead of ${one.parts.join('|') || 'none'} of ${one.entry}: ${one.text}`,
        );
};

/** How the replies beside the entries fare, told from several chances on, as they were learnt. */
const reportSaid = (lines: readonly FollowUp[]): void => {
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
  for (const beside of ['faq', 'findings'] as const) {
    print(`${beside.padEnd(9)}   first   right   wrong`);
    for (const from of [0.5, 0.6, 0.75, 0.85]) {
      const { first, right, wrong } = measureSaid(beside, lines, catalog.entries, learnt(), from);
      print(`${from.toFixed(2).padStart(9)}  ${[first, right, wrong].map(percent).join('  ')}`);
    }
  }
};

/** How texts fare whose label is acted upon from several chances on, all and by label and language. */
const reportTexts = (all: readonly Heard[]): void => {
  const cuts = [0.5, 0.75, 0.9];
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
  print(`right, wrong         n  ${cuts.map((cut) => `from ${cut}`.padEnd(14)).join('  ')}`);
  const groups = [...Map.groupBy(all, ({ label }) => label), ...Map.groupBy(all, ({ language }) => language)];
  for (const [name, group] of [['all', all] as const, ...groups]) {
    const shares = cuts.map((cut) => measureTexts(group, cut));
    print(
      `${name.padEnd(14)} ${String(group.length).padStart(7)}  ${shares.map(({ right, wrong }) => `${percent(right)}, ${percent(wrong)}`).join('  ')}`,
    );
  }
};

const catalog = await loadCatalog(builtIn);
if (values.intents)
  reportTexts(
    positionals.length > 0
      ? heardBy(intentModel(), labelled(...positionals))
      : heardByOthers(labelled(), teachIntents, heardBy),
  );
else if (values.asks)
  reportTexts(
    positionals.length > 0 ? askedAs(asksModel(), asked(...positionals)) : heardByOthers(asked(), teachAsks, askedAs),
  );
else if (values.openings)
  reportTexts(
    positionals.length > 0
      ? openedAs(openingModel(), openedWith(...positionals))
      : heardByOthers(openedWith(), teachOpenings, openedAs),
  );
else if (values.staying)
  reportTexts(
    positionals.length > 0
      ? staysBy(catalog)(stayingModel(), moves(...positionals))
      : heardByOthers(moves(), (lines) => teachStaying(lines, catalog), staysBy(catalog)),
  );
else if (values['follow-ups']) {
  const lines = followUps(...positionals);
  reportParts((positionals.length > 0 ? rankedIn : crossValidated)(lines, catalog.entries, learnt()));
  if (positionals.length > 0) reportSaid(lines);
} else if (values.dialogs)
  converse(catalog, (positionals.length > 0 ? positionals : ['dialogs', 'talks']).flatMap(readLines) as Conversation[]);
else {
  const read = (positionals.length > 0 ? positionals : [...inWords, 'codes']).flatMap(readLines) as Labelled[];
  const questions = read.filter(({ fold, kind }) => !values.held || fold === 'held' || /code/.test(kind));
  const judged = report(signpost(catalog), questions);
  if (values.compare) for (const engine of [fuse(catalog), miniSearch(catalog)]) report(engine, questions);
  print('');
  conclude(measure(judged));
}
