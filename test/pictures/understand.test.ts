import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { understand } from '../../src/pictures/understand.ts';
import { realCatalog } from '../fakes.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await realCatalog();
});

const codesIn = (text: string): unknown => {
  const finding = understand(text, catalog);
  return finding.kind === 'codes' ? finding.codes.map(({ code }) => code) : finding;
};

describe('letters that look like digits are taken for them within a code', () => {
  test.each([
    ['AADSTS50105: not assigned', '50105'],
    ['AADSTS5O1O5: not assigned', '50105'],
    ['AADSTSS0l05: not assigned', '50105'],
    ['A4D5TS 50IO5: not assigned', '50105'],
    ['AADSTS: S0126 wrong password', '50126'],
    ['AADST$700016 application not found', '700016'],
    ['Error 8OO4343l', '80043431'],
    ['Error OxCAA2OOO3', '0xCAA20003'],
    ['Error code 0xC00OO0FB', { kind: 'nothing' }],
  ])('%s', (text, code) => {
    expect(codesIn(text)).toEqual(typeof code === 'string' ? [code] : code);
  });

  test('and nowhere else', () => {
    for (const text of ['Room 5O1O5 is closed', 'Call me on SOIOS please', 'The part 8OO4-343l is broken'])
      expect(understand(text, catalog).kind).not.toBe('codes');
  });
});

describe('of several codes', () => {
  test('the one that was read more often comes first', () => {
    expect(codesIn('AADSTS50011: x. AADSTS50105: y. Message: AADSTS50105: y')).toEqual(['50105', '50011']);
  });

  test('the one that was read as it stands comes before one with letters in it', () => {
    expect(codesIn('AADSTS500l1: x. AADSTS50105: y')).toEqual(['50105', '50011']);
  });

  test('one that the catalog lacks is left out beside one that it has', () => {
    expect(codesIn('AADSTS30105: y. Message: AADSTS50105: y')).toEqual(['50105']);
  });

  test('the inner one leads', () => {
    expect(codesIn('AADSTS70002: Error validating credentials. AADSTS50126: Invalid username')).toEqual([
      '50126',
      '70002',
    ]);
  });
});

test('a code that the catalog lacks is named, not guessed', () => {
  expect(understand('AADSTS30105: Your administrator has configured', catalog)).toEqual({
    kind: 'unknown',
    codes: ['30105'],
    ids: {},
  });
});

test('ids come along, whoever else is named in the picture does not', () => {
  const text = `AADSTS53003: Access has been blocked for ada@contoso.com with password hunter2
    Correlation Id: 11111111-2222-4333-8444-555555555555 Request Id: 21111111-2222-4333-8444-555555555555
    Timestamp: 2026-11-20T23:48:35Z`;
  const finding = understand(text, catalog);
  expect(finding).toMatchObject({
    kind: 'codes',
    ids: {
      correlationId: '11111111-2222-4333-8444-555555555555',
      requestId: '21111111-2222-4333-8444-555555555555',
      timestamp: '2026-11-20T23:48:35Z',
    },
  });
  expect(JSON.stringify(finding)).not.toMatch(/ada|hunter2/);
});

test('words without a code lead to what they fit', () => {
  const finding = understand("Sorry, but we're having trouble signing you in. Your password has expired.", catalog);
  expect(finding).toMatchObject({ kind: 'looks' });
});

test.each([
  ['no text', ''],
  ['scraps', '~ , | ;; a'],
  ['a page about something else', 'The quick brown fox jumps over the lazy dog in the garden'],
  ["another system's error", 'Login failed for user sa. Microsoft SQL Server, Error: 18456'],
])('%s is nothing', (_, text) => {
  expect(understand(text, catalog)).toEqual({ kind: 'nothing' });
});

test('a page of any length is read in time', () => {
  const begun = performance.now();
  understand('AADSTS 5O1O5 0xCAA2OOO3 BBBB8888 Il|! '.repeat(20_000), catalog);
  understand('A'.repeat(200_000), catalog);
  understand('8B'.repeat(100_000), catalog);
  expect(performance.now() - begun).toBeLessThan(3_000);
});
