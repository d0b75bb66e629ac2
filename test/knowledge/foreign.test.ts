import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { loadCatalog } from '../../src/app.ts';
import { builtIn } from '../../src/config.ts';
import { isForeign, isMarked, isOurs, namedBy, namesOther } from '../../src/knowledge/foreign.ts';
import { wordsOf } from '../../src/knowledge/terms.ts';

const linesOf = (name: string): readonly string[] =>
  readFileSync(new URL(`../../src/knowledge/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

const named = (text: string): readonly string[] => [...namedBy(wordsOf(text))];

test.each([
  ['ORA-28000: the account is locked', true],
  ['CWWKS5023E: the metadata of the identity provider is not valid', true],
  ['IDX10205: Issuer validation failed', true],
  ['Windows update stops with 0x8024402F', true],
  ['AADSTS50126: invalid username or password', false],
  ['MSIS7042: the same client browser session has made 6 requests', false],
  ['error 80043431 at the portal', false],
  ['users outside the office are prompted again and again', false],
])('%s: bears the mark of another system: %s', (text, marked) => {
  expect(isMarked(text)).toBe(marked);
});

test('a name is found as whole words, whatever its case, accents and marks', () => {
  expect(named('Keycloak says: account disabled')).toEqual(['identity']);
  expect(named('PyJWT: not enough segments')).toEqual(['library']);
  expect(named('my Garmin Connect account')).toEqual(['consumer']);
  expect(named('nobody can sign in to Outlook from home')).toEqual([]);
});

test('another product beside Microsoft’s sign-in is only the app', () => {
  expect(isForeign('Grafana: login failed')).toBe(true);
  expect(isForeign('Grafana with Entra ID: login failed')).toBe(false);
  expect(namesOther('Grafana with Entra ID: login failed')).toBe(true);
});

test('words that other identity products share with Microsoft count only where none of these is named', () => {
  const ours = (text: string): boolean => isOurs(text, namedBy(wordsOf(text)));
  expect(ours('invalid_client for our tenant')).toBe(true);
  expect(ours('Okta: invalid_client for our tenant')).toBe(false);
});

test('the names are folded, each stands once, and none is Microsoft’s', () => {
  const names = linesOf('products.txt').filter((line) => !line.startsWith('['));
  expect(names.filter((name) => wordsOf(name).join(' ') !== name)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  const own = [
    'entra',
    'azure ad',
    'office 365',
    'outlook',
    'teams',
    'sharepoint',
    'onedrive',
    'adfs',
    'authenticator',
    'intune',
  ];
  expect(own.filter((name) => named(name).length > 0)).toEqual([]);
});

test('each line of the families has a shape and its system', () => {
  for (const line of linesOf('families.txt')) {
    const [shape = '', system = '', ...more] = line.split('\t');
    expect([system.length > 0, more]).toEqual([true, []]);
    expect(() => new RegExp(shape)).not.toThrow();
  }
});

test('nothing that the catalog speaks of bears the mark of another system', async () => {
  const { entries } = await loadCatalog(builtIn);
  const spoken = entries.flatMap(({ codes, names, says, title }) => [
    ...codes.flatMap((code) => [code, `AADSTS${code}`, `error ${code}`]),
    ...names,
    ...says,
    title,
  ]);
  expect(spoken.filter(isMarked)).toEqual([]);
});
