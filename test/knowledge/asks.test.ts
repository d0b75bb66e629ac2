/** What questions after an answer ask for: examples, and the labelled ones as a floor that no change may fall through. */
import { expect, test } from '@jest/globals';
import { asked, heardBy } from '../../bench/asks.ts';
import { measureTexts } from '../../bench/text-model.ts';
import { asksModel, asksOf } from '../../src/knowledge/asks.ts';
import { asks } from '../../src/model/catalog.ts';

test.each([
  ['which admin role would our trainee need to click that', 'who'],
  ['ab wann greift das bei den Kollegen', 'effect'],
  ['any chance this locks everybody out', 'risk'],
  ['on peut revenir à la config d’avant ?', 'undo'],
  ['¿en qué registro aparece eso?', 'check'],
  ['これで再発しませんか', 'prevent'],
  ['how do I word that for the director', 'tell'],
  ['does that cost extra', 'license'],
] as const)('"%s" asks for: %s', (text, kind) => {
  expect(asksOf(text).asks).toBe(kind);
});

test('every labelled question asks for something that is known, and no text is both learnt from and measured by', () => {
  const learnt = asked();
  const held = asked('asks-held');
  expect([...learnt, ...held].filter((one) => !asks.includes(one.asks))).toEqual([]);
  const texts = new Set(learnt.map(({ text }) => text.toLowerCase()));
  expect(held.filter(({ text }) => texts.has(text.toLowerCase()))).toEqual([]);
});

test('of the questions of an author whom nothing was learnt from, seven in ten are heard, and one in forty wrongly', () => {
  const { right, wrong } = measureTexts(heardBy(asksModel(), asked('asks-held')), 0.6);
  expect(right).toBeGreaterThanOrEqual(0.7);
  expect(wrong).toBeLessThanOrEqual(0.025);
});
