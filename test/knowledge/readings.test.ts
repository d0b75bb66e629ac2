/** What stands beside a fact or a question does not drown it. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { overClauses } from '../../src/knowledge/readings.ts';
import type { Catalog, FollowUp } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
}, 60_000);

const after = (id: string, text: string): FollowUp => catalog.followUp(catalog.entry(id)!, text);

describe.each([
  ['plain', (text: string) => text],
  ['with a word that leads in', (text: string) => `ok so ${text}`],
  ['behind a remark', (text: string) => `boss is on my back, ${text}`],
  ['behind a regret', (text: string) => `sorry wasn't clear, ${text}`],
  ['before a remark', (text: string) => `${text}. we have about 300 users`],
])('%s', (_, framed) => {
  test.each([
    ['50105', 'the user is a guest from a partner company', 'It is a guest from a partner company'],
    ['smtp-auth-disabled', 'security defaults are on in this tenant', 'Security defaults are on in this tenant'],
  ])('after %s, "%s"', (id, text, said) => {
    const [first] = after(id, framed(text)).findings;
    expect(first).toMatchObject({ said });
    expect(first!.chance).toBeGreaterThan(0.7);
  });
});

test.each([
  [
    'adfs-proxy-trust-broken',
    'wap1 works now tho, external logins via it are ok. its only wap2',
    /^One of two proxies is healthy/,
  ],
  [
    '50053',
    'im AD ist er nicht gesperrt, im Log steht ein fremdes Land',
    /^The account is not locked in Active Directory/,
  ],
])('of several clauses the one that surely is a finding is heard: after %s, "%s"', (id, text, said) => {
  const [first] = after(id, text).findings;
  expect(first?.said).toMatch(said);
  expect(first!.chance).toBeGreaterThan(0.7);
});

test('a clause that speaks of the one before it stands with it', () => {
  const [first] = after('MSIS7042', 'Uhrzeit auf beiden Servern stimmt, hab ich verglichen').findings;
  expect(first?.chance ?? 0).toBeLessThan(0.7);
});

test('a text of many clauses is read as a whole, once', () => {
  const read: string[] = [];
  const nothing: FollowUp = { yesNo: false, risk: false, formal: false, rights: [], spoken: [], faq: [], findings: [] };
  const text = Array.from({ length: 40 }, (_, n) => `part ${n}`).join(', ');
  overClauses(text, (part) => {
    read.push(part);
    return nothing;
  });
  expect(read).toEqual([text]);
});
