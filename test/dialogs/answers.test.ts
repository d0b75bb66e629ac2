import { expect, test } from '@jest/globals';
import { answerCard } from '../../dialogs/cards.ts';
import type { View } from '../../dialogs/fix-cards.ts';
import { speaking } from '../../dialogs/language.ts';
import { realCatalog } from '../fakes.ts';

const view: View = { order: [1, 2], tried: [], values: {} };
const entry = (await realCatalog()).entry('50105')!;

test('an answer that is asked for again is the same card', () => {
  expect(answerCard(entry, view)).toBe(answerCard(entry, { ...view }));
});

test('another view, language or finding, and an entry that was read anew, has a card of its own', () => {
  const card = answerCard(entry, view);
  const others = [
    answerCard(entry, { ...view, order: [2, 1] }),
    answerCard(entry, { ...view, tried: [2] }),
    answerCard(entry, { ...view, as: 'user' }),
    speaking('de', () => answerCard(entry, view)),
    answerCard(entry, view, { likely: true }),
  ];
  for (const other of others) expect(other).not.toEqual(card);
  expect(answerCard({ ...entry, title: 'Edited' }, view).title).toBe('Edited');
});

test('what holds names of somebody is not kept', () => {
  const values = { domain: 'fabrikam.com' };
  expect(answerCard(entry, { ...view, values })).not.toBe(answerCard(entry, { ...view, values }));
});
