/** The labelled questions as a floor that no change may fall through; `npm run eval` prints the details. */
import { describe, expect, test } from '@jest/globals';
import { signpost } from '../../bench/engines.ts';
import { judge, type Labelled, type Verdict } from '../../bench/judge.ts';
import { type Labelled as Conversation, play } from '../../bench/play.ts';
import { readLines } from '../../bench/read.ts';
import { realCatalog } from '../fakes.ts';

const symptoms = readLines('symptoms') as Labelled[];
const codes = readLines('codes') as Labelled[];
const held = symptoms.filter(({ fold }) => fold === 'held');

const share = async (questions: readonly Labelled[], ...verdicts: readonly Verdict[]): Promise<number> => {
  const { make } = signpost(await realCatalog());
  return questions.filter((one) => verdicts.includes(judge(one, make(one.text)))).length / questions.length;
};

const firmWrong = async (questions: readonly Labelled[]): Promise<number> => {
  const { make } = signpost(await realCatalog());
  const wrong = questions.filter((one) => {
    const made = make(one.text);
    return made.outcome === 'answer' && judge(one, made) === 'wrong';
  });
  return wrong.length / questions.length;
};

const answerable = ({ kind, expect: { behaviour } }: Labelled): boolean => kind === 'symptom' && behaviour === 'answer';
const vague = ({ expect: { behaviour } }: Labelled): boolean => behaviour === 'clarify';
const offTopic = ({ kind }: Labelled): boolean => kind === 'off-topic';

test('codes are right in every spelling', async () => {
  expect(await share(codes, 'right')).toBeGreaterThanOrEqual(0.98);
});

describe('of all questions', () => {
  test('what is not about sign-in is left alone', async () => {
    expect(await share(symptoms.filter(offTopic), 'right')).toBeGreaterThanOrEqual(0.97);
  });

  test('symptoms are answered or rightly asked about', async () => {
    expect(await share(symptoms.filter(answerable), 'right')).toBeGreaterThanOrEqual(0.84);
    expect(await share(symptoms.filter(answerable), 'right', 'asked')).toBeGreaterThanOrEqual(0.95);
  });

  test('vague ones are asked about', async () => {
    expect(await share(symptoms.filter(vague), 'right')).toBeGreaterThanOrEqual(0.93);
  });

  test('firm answers are seldom wrong', async () => {
    expect(await firmWrong([...codes, ...symptoms])).toBeLessThanOrEqual(0.025);
  });
});

describe('of questions that nothing was fitted to', () => {
  test('what is not about sign-in is left alone', async () => {
    expect(await share(held.filter(offTopic), 'right')).toBeGreaterThanOrEqual(0.9);
  });

  test('symptoms are answered or rightly asked about', async () => {
    expect(await share(held.filter(answerable), 'right')).toBeGreaterThanOrEqual(0.76);
    expect(await share(held.filter(answerable), 'right', 'asked')).toBeGreaterThanOrEqual(0.91);
  });

  test('vague ones are asked about', async () => {
    expect(await share(held.filter(vague), 'right')).toBeGreaterThanOrEqual(0.86);
  });

  test('firm answers are seldom wrong', async () => {
    expect(await firmWrong([...codes, ...held])).toBeLessThanOrEqual(0.045);
  });
});

test('conversations with simulated users end well, after few questions', async () => {
  const catalog = await realCatalog();
  const played = (readLines('dialogs') as Conversation[]).map((one) => play(catalog, one));
  expect(played.filter(({ right }) => right).length / played.length).toBeGreaterThanOrEqual(0.88);
  expect(played.reduce((sum, { questions }) => sum + questions, 0) / played.length).toBeLessThanOrEqual(2);
});
