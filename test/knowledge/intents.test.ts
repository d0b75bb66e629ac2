/** What messages after an answer do: examples, and the labelled ones as a floor that no change may fall through. */
import { expect, test } from '@jest/globals';
import { heardBy, labelled } from '../../bench/intents.ts';
import { measureTexts } from '../../bench/text-model.ts';
import { intentModel, intentOf } from '../../src/knowledge/intents.ts';
import { parseTextModel, writeTextModel } from '../../src/knowledge/text-model.ts';
import { intents } from '../../src/model/catalog.ts';

test.each([
  ['the app lets her in at last, you are a star', 'helped'],
  ['nach dem Umstellen kommt er problemlos ins Postfach', 'helped'],
  ['le problème a disparu, merci bien', 'helped'],
  ['ya entró sin problema', 'helped'],
  ['おかげで全員サインインできるようになりました', 'helped'],
  ['two of them are fine, the third still gets thrown out', 'partly'],
  ['did the lot and it is as broken as before', 'failed'],
  ['leider unverändert, sie fliegt wieder raus', 'failed'],
  ['rien de neuf, il reste bloqué', 'failed'],
  ['any other tricks up your sleeve?', 'next'],
  ['can somebody from the service desk take this over', 'desk'],
  ['that is not the problem we are having', 'wrong'],
  ['does the device have to be online for that?', 'other'],
  ['she has used this laptop for three years', 'other'],
] as const)('"%s" is heard as: %s', (text, intent) => {
  expect(intentOf(text).intent).toBe(intent);
});

test('every labelled message has an intent that is known, and no text is both learnt from and measured by', () => {
  const learnt = labelled();
  const held = labelled('intents-held');
  expect([...learnt, ...held].filter(({ intent }) => !intents.includes(intent))).toEqual([]);
  const texts = new Set(learnt.map(({ text }) => text.toLowerCase()));
  expect(held.filter(({ text }) => texts.has(text.toLowerCase()))).toEqual([]);
});

test('of the messages of an author whom nothing was learnt from, four in five are heard, and one in seventy wrongly', () => {
  const { right, wrong } = measureTexts(heardBy(intentModel(), labelled('intents-held')), 0.75);
  expect(right).toBeGreaterThanOrEqual(0.8);
  expect(wrong).toBeLessThanOrEqual(0.014);
});

test('what was written is read again', () => {
  const model = intentModel();
  expect(parseTextModel(writeTextModel(model, 'a test'))).toEqual(model);
});
