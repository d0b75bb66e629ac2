/** What is said of one step that is named by its number. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { furthestStepIn, methodsIn, stepNamedIn } from '../../dialogs/numbers.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
}, 60_000);

test.each([
  ['at step 3 the list is empty', 3, 'the list is empty'],
  ['step 2 does not work', 2, 'does not work'],
  ["I'm stuck at step 2, where do I find that", 2, 'where do i find that'],
  ['in Schritt 4 kommt ein Fehler', 4, 'kommt ein fehler'],
  ["à l'étape 2 je ne vois rien", 2, 'je ne vois rien'],
  ['at step 2, 5 users see nothing', 2, '5 users see nothing'],
  ['手順2は失敗しました', 2, '失敗しました'],
  ['ステップ 3 で何も表示されません', 3, '何も表示されません'],
])('"%s" names step %i', (text, step, rest) => {
  expect(stepNamedIn(text)).toEqual({ step, rest });
});

test.each([
  'steps 1 to 3 are done',
  'step 1 and step 2 went well',
  'what is the next step',
  'step 1-4 done',
  '手順1から3が終わりました',
])('"%s" names no one step', (text) => expect(stepNamedIn(text)).toBeUndefined());

test.each([
  ['I did steps 1 to 3, still the same', 3],
  ['steps 1, 2 and 4 are done', 4],
  ['Schritte 1 und 2 gemacht', 2],
  ['step 2 ran', 2],
  ['did step 1, 5 users still fail', 1],
  ['step 2 and 30 minutes later still the same', 2],
  ['手順3をやりました', 3],
  ['step 1-4 done', 4],
  ['étapes 1 à 3 faites', 3],
  ['手順1から3をやりました', 3],
])('the furthest step of "%s" is %i', (text, step) => {
  expect(furthestStepIn(text)).toBe(step);
});

test.each([
  ['methods 1 to 3 did nothing', [1, 2, 3]],
  ['Methoden 1 bis 3 probiert', [1, 2, 3]],
  ['méthodes 1 à 3', [1, 2, 3]],
  ['métodos 1 al 3', [1, 2, 3]],
  ['方法1から3', [1, 2, 3]],
  ['方法1と2', [1, 2]],
  ['methods 1-2 and 4', [1, 2, 4]],
  ['method 2 to method 4', [2, 3, 4]],
  ['did method 1, 5 users still fail', [1]],
  ['tried both methods 5 times, same error', []],
  ['she changed her methods 4 weeks ago', []],
  ['moved on from method 1 to method 3', [1, 3]],
])('the methods of "%s" are %j', (text, methods) => {
  expect(methodsIn(text)).toEqual(methods);
});

describe('before the methods', () => {
  test('a step that is asked about is shown', () => {
    const reply = replyTo(catalog, 'AADSTS53003', 'at step 3 I find no such program');
    expect(reply).toMatch(/^This is the step\. If it does not go as it says here, choose "It failed"\./);
    expect(reply).toMatch(/Method 1: Let the person meet the rule[\s\S]*Step 3 of 4/);
  });

  test('a step that did not work is marked as failed', () => {
    expect(replyTo(catalog, 'AADSTS53003', "step 2 doesn't work for me")).toMatch(/Step 2 failed/);
  });

  test('a step that did not work is marked in Japanese', () => {
    expect(decided(catalog, ['AADSTS53003', '手順2は失敗しました']).next.state).toMatchObject({
      results: { 1: '-f' },
    });
  });

  test('a step is known by its other name in Japanese where it failed', () => {
    const { next } = decided(catalog, ['AADSTS50105', 'ステップ3でアクセスが拒否されました']);
    expect(next.state).toMatchObject({ step: 3, results: { 1: '--f' } });
  });

  test('the failure of a step that there is not marks none, and is told of', () => {
    const { next, replies } = decided(catalog, ['AADSTS50105', 'step 9: access is denied']);
    expect((next.state as { results?: unknown }).results).toBeUndefined();
    expect(replies[0]!.text).toMatch(/administrator/);
  });

  test('the failure of a step that there is not is that of the step at hand', () => {
    const { next } = decided(catalog, ['AADSTS50105', 'step by step', 'done', 'step 9: access is denied']);
    expect(next.state).toMatchObject({ step: 2, results: { 1: 'df' } });
  });

  test('a step that is done leads to the one behind it', () => {
    expect(replyTo(catalog, 'AADSTS50105', 'method 2', 'step 2 is done')).toMatch(/Step 3 of 3/);
  });

  test('a step that there is not is looked for no further', () => {
    expect(replyTo(catalog, 'AADSTS53003', 'at step 9 I find no such program')).not.toMatch(/This is the step/);
  });

  test('the steps that are named were done, whatever the words are nearest to', () => {
    const reply = replyTo(catalog, 'AADSTS5000811', 'step 1: I ran it and it returns nothing');
    expect(reply).toMatch(/Step 2 of 7/);
  });
});

test('behind the check, a number is that of its steps', () => {
  const reply = replyTo(catalog, 'AADSTS53003', 'how to check', 'at step 3 there is nothing listed');
  expect(reply).toMatch(/^How to check: Step 3 of 6/);
});

test('a question who does a step is answered with who does it', () => {
  expect(replyTo(catalog, 'AADSTS50105', 'who can do step 2?')).toMatch(/^50105 because[\s\S]*Who fixes it: a tenant/);
});

test('another matter beside the number of a step is begun', () => {
  const reply = replyTo(catalog, 'AADSTS53003', 'never mind step 2, now her printer is offline');
  expect(reply).toMatch(/^This looks like an error of another system/);
});

test('a long text is not looked through for the number of a step', () => {
  expect(stepNamedIn(`x step 1 x${','.repeat(100_000)}x`)).toBeUndefined();
});

test('behind what was done, the method that comes if it did not help is named', () => {
  const { replies } = decided(catalog, ['AADSTS53003', 'done, what next']);
  expect(JSON.stringify(replies)).toMatch(/If not, this comes next: Method 2: Correct the policy\./);
});
