/** A question for the cure of another code opens its answer; one that compares it with the answer at hand stays. */
import { expect, test } from '@jest/globals';
import { realCatalog } from '../fakes.ts';
import { entryAfter, replyTo } from '../talk.ts';

const catalog = await realCatalog();

test.each([
  'ok how do I fix 53010',
  'how do I fix 53010',
  'and 53010, how do I solve that one',
  'what is the fix for AADSTS53010?',
  'wie behebe ich 53010?',
  'et 53010, comment le résoudre ?',
  '¿y el 53010 cómo se arregla?',
  '53010の直し方は？',
])('opens the other answer: "%s"', (text) => {
  expect(entryAfter(catalog, '53003', text)).toBe('53010');
});

test.each([
  'is 53000 the same as this?',
  'and 50079, is that the same in the app?',
  'does it fix 53010?',
  'is the fix for 53010 the same?',
  'how do I fix 53003',
])('stays: "%s"', (text) => {
  expect(entryAfter(catalog, '53003', text)).toBe('53003');
});

test('a remark on a longer number is none on the code that is asked about', () => {
  expect(replyTo(catalog, '53003', 'is 53000 the same as this?')).not.toMatch(/^On that my answer says/);
});
