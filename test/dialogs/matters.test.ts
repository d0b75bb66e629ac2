import { beforeAll, expect, test } from '@jest/globals';
import { foundBeside } from '../../dialogs/codes.ts';
import { turnedTo } from '../../dialogs/matters.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

test.each([
  ['and what about his phone, gets 53000', '53000'],
  ['53003 it says', '53003'],
  ['i invited her again, now AADSTS50014', '50014'],
  ['no wait thats the wrong one, it is AADSTS53003', '53003'],
])('beside an answer, "%s" tells another code', (text, entry) => {
  expect(entryAfter(catalog, 'AADSTS50020', text)).toBe(entry);
});

test.each(['call me on ext 50126 please, i am here', 'he sits in room 50126 on the second floor'])(
  '"%s" holds no code',
  (text) => {
    expect(foundBeside(text, catalog).extracted.codes).toEqual([]);
  },
);

test.each([
  ['Tom 50126, Anna 53003', 'lets do anna first', 'ok now tom'],
  ['1) tom gets 50126 2) anna gets 53003', 'anna first', 'back to tom'],
  ['Tom hat AADSTS50126 und Anna AADSTS53003', 'jetzt Anna', 'und jetzt Tom'],
  ['AADSTS50126 and AADSTS53003, two users', 'and now the other one', 'the other one'],
])('of "%s" each is gone over to and back', (text, there, back) => {
  expect(entryAfter(catalog, text)).toBe('50126');
  expect(entryAfter(catalog, text, there)).toBe('53003');
  expect(entryAfter(catalog, text, there, back)).toBe('50126');
});

test('what solved the one leaves the other to be gone on with', () => {
  expect(entryAfter(catalog, 'Tom 50126, Anna 53003', 'worked', 'now anna')).toBe('53003');
});

test('of several others it is asked which one is meant', () => {
  const { replies } = decided(catalog, ['Tom 50126, Anna 53003, Max 50105', 'and the other one']);
  expect(replies[0]?.actions).toMatchObject([{ choice: 'other:53003' }, { choice: 'other:50105' }]);
});

test('of names no more is kept than tells two of them apart', () => {
  const { state } = decided(catalog, ['Tom 50126, Annabella 53003']).next;
  expect(JSON.stringify(state).toLowerCase()).not.toContain('anna');
  expect(state).toMatchObject({ matters: [{ entry: '50126' }, { entry: '53003' }] });
});

test('where nothing was named together, nothing is gone over to', () => {
  expect(turnedTo('and now the other one', [], '50126')).toEqual([]);
});
