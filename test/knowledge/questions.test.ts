/** The labelled questions as a floor that no change may fall through; `npm run eval` prints the details. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { signpost } from '../../bench/engines.ts';
import { isMeant, judge, type Labelled, type Verdict } from '../../bench/judge.ts';
import { type Labelled as Conversation, play } from '../../bench/play.ts';
import { inWords, readLines } from '../../bench/read.ts';
import { realCatalog } from '../fakes.ts';

const oldest = readLines('symptoms') as Labelled[];
/** What the catalog knows beside the taxonomy is judged by itself. */
const beyond = readLines('beyond') as Labelled[];
const later = inWords.filter((set) => set !== 'symptoms' && set !== 'beyond').flatMap(readLines) as Labelled[];
const inAnyWords = [...oldest, ...later, ...beyond];
const codes = readLines('codes') as Labelled[];
/** By people who had not seen the bot, after the rest; what they showed to be wrong was mended, and nothing was learnt from them. */
const newcomers = readLines('newcomers') as Labelled[];
const held = [...oldest, ...later].filter(({ fold }) => fold === 'held');
/** Of the many that it learnt from, each fifth is enough. */
const fitted = inAnyWords.filter(({ fold }) => fold !== 'held').filter((_, n) => n % 5 === 0);

type Judged = { readonly verdict: Verdict; readonly firm: boolean; readonly meant: boolean | null };
const judged = new Map<Labelled, Judged>();

beforeAll(async () => {
  const { make } = signpost(await realCatalog());
  for (const one of new Set([...codes, ...newcomers, ...oldest, ...held, ...beyond, ...fitted])) {
    const made = make(one.text);
    const firm = made.outcome === 'answer';
    judged.set(one, { verdict: judge(one, made), firm, meant: isMeant(one, made) });
  }
}, 120_000);

const share = (questions: readonly Labelled[], ...verdicts: readonly Verdict[]): number =>
  questions.filter((one) => verdicts.includes(judged.get(one)!.verdict)).length / questions.length;

const firmWrong = (questions: readonly Labelled[]): number =>
  questions.filter((one) => judged.get(one)!.firm && judged.get(one)!.verdict === 'wrong').length / questions.length;

const answerable = ({ kind, expect: { behaviour } }: Labelled): boolean => kind === 'symptom' && behaviour === 'answer';
const vague = ({ expect: { behaviour } }: Labelled): boolean => behaviour === 'clarify';
const offTopic = ({ kind }: Labelled): boolean => kind === 'off-topic';

test('each question has an id of its own', () => {
  const ids = Map.groupBy([...codes, ...newcomers, ...inAnyWords], ({ id }) => id);
  expect([...ids].filter(([, those]) => those.length > 1).map(([id]) => id)).toEqual([]);
});

test('the entry that a question names first is in the catalog, under a topic that it accepts', async () => {
  const { entry } = await realCatalog();
  const odd = inAnyWords.filter(({ expect: { entries, topic, topics_ok: others = [] } }) => {
    const named = entries?.map((id) => entry(id)?.topic ?? '');
    return named !== undefined && !(named.every(Boolean) && [topic, ...others].includes(named[0]!));
  });
  expect(odd.map(({ id }) => id)).toEqual([]);
});

test('codes are right in every spelling', () => {
  expect(share(codes, 'right')).toBeGreaterThanOrEqual(0.98);
});

describe('of the questions that it learnt from', () => {
  test('what is not about sign-in is left alone', () => {
    expect(share(fitted.filter(offTopic), 'right')).toBeGreaterThanOrEqual(0.9);
  });

  test('symptoms are answered or rightly asked about', () => {
    expect(share(fitted.filter(answerable), 'right')).toBeGreaterThanOrEqual(0.85);
    expect(share(fitted.filter(answerable), 'right', 'asked')).toBeGreaterThanOrEqual(0.94);
  });
});

/** The least shares that are right, and the greatest of firm wrong answers. */
type Floors = {
  readonly offTopic: number;
  readonly atOnce: number;
  readonly asked: number;
  readonly vague: number;
  readonly wrong: number;
};

const hold = (questions: readonly Labelled[], floors: Floors, beside: readonly Labelled[] = codes): void => {
  test('what is not about sign-in is left alone', () => {
    expect(share(questions.filter(offTopic), 'right')).toBeGreaterThanOrEqual(floors.offTopic);
  });

  test('symptoms are answered or rightly asked about', () => {
    expect(share(questions.filter(answerable), 'right')).toBeGreaterThanOrEqual(floors.atOnce);
    expect(share(questions.filter(answerable), 'right', 'asked')).toBeGreaterThanOrEqual(floors.asked);
  });

  test('vague ones are asked about', () => {
    expect(share(questions.filter(vague), 'right')).toBeGreaterThanOrEqual(floors.vague);
  });

  test('firm answers are seldom wrong', () => {
    expect(firmWrong([...beside, ...questions])).toBeLessThanOrEqual(floors.wrong);
  });
};

describe('of questions that nothing was fitted to', () => {
  test('the entry shown is the one that was meant', () => {
    const shown = held.flatMap((one) => judged.get(one)!.meant ?? []);
    expect(shown.length).toBeGreaterThan(400);
    expect(shown.filter(Boolean).length / shown.length).toBeGreaterThanOrEqual(0.88);
  });

  hold(held, { offTopic: 0.86, atOnce: 0.82, asked: 0.94, vague: 0.9, wrong: 0.035 });
});

describe('of questions from a thread with a known address, that nothing was fitted to', () => {
  const threads = held.filter(({ source }) => source !== undefined);
  hold(threads, { offTopic: 0.75, atOnce: 0.7, asked: 0.9, vague: 0.87, wrong: 0.055 }, []);
});

describe('of what lies beside the taxonomy, that nothing was fitted to', () => {
  hold(beyond, { offTopic: 0.6, atOnce: 0.58, asked: 0.86, vague: 0.73, wrong: 0.05 }, []);
});

describe('of questions by people who had not seen the bot', () => {
  const coded = newcomers.filter(({ kind }) => /^(?:code|multi)/.test(kind));
  const talk = newcomers.filter(({ expect: { behaviour } }) => behaviour === 'smalltalk');

  test('codes are right, or asked about where they are slips', () => {
    const slips = coded.filter(({ kind }) => kind === 'code-typo');
    const others = coded.filter((one) => !slips.includes(one));
    expect(share(others, 'right')).toBeGreaterThanOrEqual(0.99);
    expect(share(slips, 'right', 'asked')).toBeGreaterThanOrEqual(0.9);
  });

  test('greetings, thanks and calls for help are heard', () => {
    expect(share(talk, 'right')).toBeGreaterThanOrEqual(0.85);
  });

  hold(newcomers, { offTopic: 0.93, atOnce: 0.84, asked: 0.96, vague: 0.97, wrong: 0.015 }, []);
});

describe('of the oldest set, by the people who wrote the phrases of the catalog', () => {
  hold(oldest, { offTopic: 0.97, atOnce: 0.84, asked: 0.95, vague: 0.93, wrong: 0.025 });
});

describe('of the oldest set, what nothing was fitted to', () => {
  const unseen = oldest.filter(({ fold }) => fold === 'held');
  hold(unseen, { offTopic: 0.9, atOnce: 0.76, asked: 0.91, vague: 0.86, wrong: 0.045 });
});

test.each([
  ['dialogs', 0.88],
  ['talks', 0.88],
])('conversations of %s with simulated users end well, after few questions', async (set, least) => {
  const catalog = await realCatalog();
  const played = (readLines(set) as Conversation[]).map((one) => play(catalog, one));
  expect(played.filter(({ right }) => right).length / played.length).toBeGreaterThanOrEqual(least);
  expect(played.reduce((sum, { questions }) => sum + questions, 0) / played.length).toBeLessThanOrEqual(2);
});
