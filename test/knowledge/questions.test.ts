/** The labelled questions as a floor that no change may fall through; `npm run eval` prints the details. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { signpost } from '../../bench/engines.ts';
import { judge, type Labelled, type Verdict } from '../../bench/judge.ts';
import { realCatalog } from '../fakes.ts';

const read = (name: string): readonly Labelled[] =>
  readFileSync(new URL(`../questions/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Labelled);

const share = async (questions: readonly Labelled[], ...verdicts: readonly Verdict[]): Promise<number> => {
  const { make } = signpost(await realCatalog());
  return questions.filter((one) => verdicts.includes(judge(one, make(one.text)))).length / questions.length;
};

test('codes are right in every spelling', async () => {
  expect(await share(read('codes'), 'right')).toBeGreaterThanOrEqual(0.98);
});

test('what is not about sign-in is left alone', async () => {
  expect(
    await share(
      read('symptoms').filter(({ kind }) => kind === 'off-topic'),
      'right',
    ),
  ).toBeGreaterThanOrEqual(0.97);
});

test('symptoms are answered or rightly asked about', async () => {
  const symptoms = read('symptoms').filter(({ expect: { behaviour } }) => behaviour === 'answer');
  expect(await share(symptoms, 'right')).toBeGreaterThanOrEqual(0.58);
  expect(await share(symptoms, 'right', 'asked')).toBeGreaterThanOrEqual(0.87);
});

test('firm answers are seldom wrong', async () => {
  const { make } = signpost(await realCatalog());
  const all = [...read('codes'), ...read('symptoms')];
  const wrong = all.filter((one) => {
    const made = make(one.text);
    return made.outcome === 'answer' && judge(one, made) === 'wrong';
  });
  expect(wrong.length / all.length).toBeLessThanOrEqual(0.045);
});
