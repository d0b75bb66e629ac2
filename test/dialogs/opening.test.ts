/** What stands beside the code that opens a conversation chooses the method that is shown first. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
}, 60_000);

const shown = (...texts: readonly string[]) => /Method (\d)/.exec(replyTo(catalog, ...texts))?.[1];

describe('the method that the opening speaks for comes first', () => {
  test.each([
    ['AADSTS50076 in a powershell script that runs at night', '2'],
    ['MSIS7001 for all users since 7am', '2'],
    ['AADSTS50053, the log says malicious ip address', '3'],
    ['50034 guest user from a partner cannot get in', '3'],
  ])('"%s": method %s', (text, method) => {
    expect(shown(text)).toBe(method);
  });
});

test.each([
  'AADSTS50076',
  'what is 50076',
  'please help me with 50076',
  'AADSTS50076: Due to a configuration change made by your administrator you must use a script',
])('"%s" leaves the usual order', (text) => {
  expect(shown(text)).toBe('1');
});

test('"next" goes on with the method that is worth trying next', () => {
  expect(shown('MSIS7001 for all users since 7am', 'next method')).toBe('1');
});

test.each(['back to the answer', 'zurück zur Antwort', 'revenons à la réponse'])(
  '"%s" shows the answer at hand again',
  (text) => {
    expect(replyTo(catalog, '50105', 'next', text)).toMatch(/^50105 because[\s\S]*Cause/);
  },
);
