import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

describe('an answer stays at hand beside the name of another system', () => {
  test.each([
    ['AADSTS53000', 'mac is in jamf not intune'],
    ['AADSTS53003', 'the macs are in jamf, not in intune'],
    ['AADSTS50076', 'bitlocker asks too'],
    ['AADSTS50126', 'salesforce does not open either'],
    ['AADSTS53000', 'der Mac ist in Jamf und nicht in Intune'],
    ['AADSTS53000', 'le mac est dans jamf, pas dans intune'],
    ['AADSTS53000', 'el mac está en jamf, no en intune'],
    ['AADSTS53000', 'そのMacはJamfで管理しています'],
  ])('after %s, "%s"', (code, text) => {
    expect(entryAfter(catalog, code, text)).toBe(code.slice('AADSTS'.length));
    expect(replyTo(catalog, code, text, 'next')).toContain('Method 2');
  });
});

test.each(['my printer is out of paper', 'the printer in room 4 shows an error and does not print'])(
  'what fails of another system is said to be one: "%s"',
  (text) => {
    expect(replyTo(catalog, 'AADSTS50126', text)).toContain('error of another system');
  },
);

describe('one of several domains is a narrower scope of the same problem', () => {
  test.each([
    'wait, only one of our two domains',
    'it is just one of the three domains',
    'es ist nur eine der beiden Domänen',
    'seulement un de nos deux domaines',
    'solo uno de los dos dominios',
    'no wait only contoso.com, fabrikam.com works',
    '2つのドメインのうち1つだけです',
  ])('"%s"', (text) => {
    const { next, replies } = decided(catalog, ['80043431', text]);
    expect(next.state).toMatchObject({ entry: '80043431', past: { told: { scope: 'some-users' } } });
    expect(replies[0]!.text).toContain('goes with my answer');
  });
});

describe('"it does not work, what else" goes on with the next method', () => {
  test.each([
    'does not work. what else',
    "didn't help, what's next?",
    'geht nicht. was noch?',
    'ça ne marche pas. quoi d’autre ?',
    'no funciona. qué más?',
    'だめでした。次は？',
  ])('"%s"', (text) => {
    expect(replyTo(catalog, 'AADSTS50126', text)).toContain('Method 2');
  });
});
