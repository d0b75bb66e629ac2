/** Whether first messages are small talk: examples, and the labelled ones as a floor that no change may fall through. */
import { expect, test } from '@jest/globals';
import { heardBy, openedWith } from '../../bench/openings.ts';
import { measureTexts } from '../../bench/text-model.ts';
import { openingModel, openingOf } from '../../src/knowledge/openings.ts';
import { openings } from '../../src/model/catalog.ts';

test.each([
  ['good morning to the whole crew', 'hello'],
  ['Guten Morgen in die Runde', 'hello'],
  ['could somebody spare me a minute please', 'help'],
  ['est-ce que quelqu’un aurait une idée ?', 'help'],
  ['¿alguien tiene alguna pista?', 'help'],
  ['many thanks to all of you, great work', 'thanks'],
  ['本当にありがとうございました', 'thanks'],
] as const)('"%s" is heard as: %s', (text, kind) => {
  const { opening, chance } = openingOf(text);
  expect(opening).toBe(kind);
  expect(chance).toBeGreaterThan(0.75);
});

test.each([
  'good morning, the token of my phone is gone',
  'hi, my users are asked for a code twice',
  'thanks, but the mailbox still asks for the password',
  'guten Morgen, mein Konto ist gesperrt',
  'bonjour, mon compte est verrouillé',
  '👍',
  '',
])('"%s" is no small talk', (text) => {
  expect(openingOf(text).chance).toBeLessThan(0.5);
});

test('every labelled message has a kind that is known, and no text is both learnt from and measured by', () => {
  const learnt = openedWith();
  const held = openedWith('openings-held');
  expect(learnt.filter(({ kind }) => kind === undefined || !openings.includes(kind))).toEqual([]);
  const texts = new Set(learnt.map(({ text }) => text.toLowerCase()));
  expect(held.filter(({ text }) => texts.has(text.toLowerCase()))).toEqual([]);
});

test('of the messages of authors whom nothing was learnt from, four in five that are small talk are heard, and of the others one in a hundred', () => {
  const heard = heardBy(openingModel(), openedWith('openings-held'));
  const small = heard.filter(({ label }) => label === 'small');
  const matters = heard.filter(({ label }) => label === 'other');
  expect(measureTexts(small, 0.75).right).toBeGreaterThanOrEqual(0.79);
  expect(measureTexts(matters, 0.75).wrong).toBeLessThanOrEqual(0.01);
});
