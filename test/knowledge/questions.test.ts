/** The labelled questions as a floor that no change may fall through; `npm run eval` prints the details. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { signpost } from '../../bench/engines.ts';
import { judge, type Labelled, type Verdict } from '../../bench/judge.ts';
import { type Labelled as Conversation, play } from '../../bench/play.ts';
import { inWords, readLines } from '../../bench/read.ts';
import { realCatalog } from '../fakes.ts';

const oldest = readLines('symptoms') as Labelled[];
const inAnyWords = [...oldest, ...(inWords.filter((set) => set !== 'symptoms').flatMap(readLines) as Labelled[])];
const codes = readLines('codes') as Labelled[];
const held = inAnyWords.filter(({ fold }) => fold === 'held');
const fitted = inAnyWords.filter(({ fold }) => fold !== 'held');

type Judged = { readonly verdict: Verdict; readonly firm: boolean };
const judged = new Map<Labelled, Judged>();

beforeAll(async () => {
  const { make } = signpost(await realCatalog());
  for (const one of [...codes, ...inAnyWords]) {
    const made = make(one.text);
    judged.set(one, { verdict: judge(one, made), firm: made.outcome === 'answer' });
  }
}, 120_000);

const share = (questions: readonly Labelled[], ...verdicts: readonly Verdict[]): number =>
  questions.filter((one) => verdicts.includes(judged.get(one)!.verdict)).length / questions.length;

const firmWrong = (questions: readonly Labelled[]): number =>
  questions.filter((one) => judged.get(one)!.firm && judged.get(one)!.verdict === 'wrong').length / questions.length;

const answerable = ({ kind, expect: { behaviour } }: Labelled): boolean => kind === 'symptom' && behaviour === 'answer';
const vague = ({ expect: { behaviour } }: Labelled): boolean => behaviour === 'clarify';
const offTopic = ({ kind }: Labelled): boolean => kind === 'off-topic';

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

describe('of questions that nothing was fitted to', () => {
  test('what is not about sign-in is left alone', () => {
    expect(share(held.filter(offTopic), 'right')).toBeGreaterThanOrEqual(0.84);
  });

  test('symptoms are answered or rightly asked about', () => {
    expect(share(held.filter(answerable), 'right')).toBeGreaterThanOrEqual(0.81);
    expect(share(held.filter(answerable), 'right', 'asked')).toBeGreaterThanOrEqual(0.93);
  });

  test('vague ones are asked about', () => {
    expect(share(held.filter(vague), 'right')).toBeGreaterThanOrEqual(0.9);
  });

  test('firm answers are seldom wrong', () => {
    expect(firmWrong([...codes, ...held])).toBeLessThanOrEqual(0.04);
  });
});

describe('of real threads that nothing was fitted to', () => {
  const threads = held.filter(({ source }) => source !== undefined);

  test('what is not about sign-in is left alone', () => {
    expect(share(threads.filter(offTopic), 'right')).toBeGreaterThanOrEqual(0.75);
  });

  test('symptoms are answered or rightly asked about', () => {
    expect(share(threads.filter(answerable), 'right')).toBeGreaterThanOrEqual(0.7);
    expect(share(threads.filter(answerable), 'right', 'asked')).toBeGreaterThanOrEqual(0.9);
  });

  test('vague ones are asked about', () => {
    expect(share(threads.filter(vague), 'right')).toBeGreaterThanOrEqual(0.87);
  });

  test('firm answers are seldom wrong', () => {
    expect(firmWrong(threads)).toBeLessThanOrEqual(0.06);
  });
});

describe('of the oldest set, by the people who wrote the phrases of the catalog', () => {
  const unseen = oldest.filter(({ fold }) => fold === 'held');

  test('what is not about sign-in is left alone', () => {
    expect(share(oldest.filter(offTopic), 'right')).toBeGreaterThanOrEqual(0.97);
    expect(share(unseen.filter(offTopic), 'right')).toBeGreaterThanOrEqual(0.9);
  });

  test('symptoms are answered or rightly asked about', () => {
    expect(share(oldest.filter(answerable), 'right')).toBeGreaterThanOrEqual(0.84);
    expect(share(oldest.filter(answerable), 'right', 'asked')).toBeGreaterThanOrEqual(0.95);
    expect(share(unseen.filter(answerable), 'right')).toBeGreaterThanOrEqual(0.76);
    expect(share(unseen.filter(answerable), 'right', 'asked')).toBeGreaterThanOrEqual(0.91);
  });

  test('vague ones are asked about', () => {
    expect(share(oldest.filter(vague), 'right')).toBeGreaterThanOrEqual(0.93);
    expect(share(unseen.filter(vague), 'right')).toBeGreaterThanOrEqual(0.86);
  });

  test('firm answers are seldom wrong', () => {
    expect(firmWrong([...codes, ...oldest])).toBeLessThanOrEqual(0.025);
    expect(firmWrong([...codes, ...unseen])).toBeLessThanOrEqual(0.045);
  });
});

test.each([
  ['dialogs', 0.88],
  ['talks', 0.84],
])('conversations of %s with simulated users end well, after few questions', async (set, least) => {
  const catalog = await realCatalog();
  const played = (readLines(set) as Conversation[]).map((one) => play(catalog, one));
  expect(played.filter(({ right }) => right).length / played.length).toBeGreaterThanOrEqual(least);
  expect(played.reduce((sum, { questions }) => sum + questions, 0) / played.length).toBeLessThanOrEqual(2);
});
