/** What a text claims is told from its reverse and from other values. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { claimsIn, showsAgain, standOf } from '../../src/knowledge/claims.ts';
import { deniesIn } from '../../src/knowledge/asking.ts';
import { outcomeIn } from '../../src/knowledge/outcome.ts';
import type { Catalog, FollowUp } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
}, 60_000);

const after = (id: string, text: string): FollowUp => catalog.followUp(catalog.entry(id)!, text);
const stand = (text: string, ...ways: readonly [string, ...string[]]) => {
  const [title, ...others] = ways;
  return standOf(claimsIn(text), claimsIn(title), others.map(claimsIn));
};

test.each([
  ['security defaults are off', 'Security defaults are on in this tenant'],
  ['die Sicherheitsstandards sind deaktiviert', 'Security defaults are enabled'],
  ['les paramètres ne sont pas activés', 'Security defaults are enabled'],
  ['セキュリティの既定値群は無効です', 'Security defaults are enabled'],
  ['the thumbprints match on both ends', 'The thumbprint differs from the registered one'],
  ['la lista no está vacía', 'The list is empty'],
])('"%s" tells the reverse state of "%s"', (text, title) => {
  expect(stand(text, title).reverseState).toBe(true);
});

test.each([
  ['security defaults are on', 'Security defaults are on in this tenant'],
  ['are security defaults off?', 'Security defaults are on in this tenant'],
  ['it was on, I switched it off', 'Security defaults are on in this tenant'],
])('"%s" tells no reverse state of "%s"', (text, title) => {
  expect(stand(text, title).reverseState).toBe(false);
});

test.each([
  ['エラーコード 53000', 'The code is 53003'],
  ['event 1081 is there', 'Only event 1088 appears'],
  ['AzureAdJoined が NO でした', 'AzureAdPrt is NO'],
  ['AzureAdPrt YES y OnPremTgt NO', 'OnPremTgt and AzureAdPrt are both YES'],
  ['I have Authentication Administrator', 'The person is an administrator'],
])('"%s" tells another value than "%s"', (text, title) => {
  expect(stand(text, title).otherValue).toBe(true);
});

test.each([
  ['SyncCycleEnabled True, StagingModeEnabled True', 'StagingModeEnabled is True on this server', true],
  ['ProxyEnable 1, ProxyServer 127.0.0.1:8888', 'The proxy is 127.0.0.1:8888', true],
  ['StagingModeEnabled False', 'StagingModeEnabled is True on this server', false],
])('"%s" tells the very value of "%s": %s', (text, title, same) => {
  expect(stand(text, title).sameValue).toBe(same);
});

test('a step that shows what is told already shows it again', () => {
  const own = claimsIn('AzureAdPrt YES and OnPremTgt NO');
  expect(showsAgain(own, 'Look for AzureAdPrt : YES and OnPremTgt : YES.', 'dsregcmd /status')).toBe(true);
  expect(showsAgain(own, 'OnPremTgt is NO: methods 2 and 3.', '')).toBe(false);
  expect(showsAgain(claimsIn('event 364 names the portal'), 'Find the application.', 'Id=364')).toBe(true);
});

test.each([
  ['the account of the tenant is a client', false],
  ["it doesn't", true],
  ['it doesn’t, dont ask', true],
  ['nadie cambió la contraseña', true],
  ["personne n'a changé le mot de passe", true],
  ['la personne est invitée', false],
  ['niemand weiß davon', true],
])('"%s" denies: %s', (text, denies) => {
  expect(deniesIn(text)).toBe(denies);
});

test.each([
  ['webmail works with the same password', 1],
  ['the same error', -1],
  ['we use a hidden frame, ok?', 0],
] as const)('the outcome of "%s" is %d', (text, outcome) => {
  expect(outcomeIn(text)).toBe(outcome);
});

describe('a finding that says the reverse, or another value, is none', () => {
  test.each([
    ['smtp-auth-disabled', 'security defaults are off, we use conditional access', 'Security defaults are on'],
    ['smtp-auth-disabled', 'die Sicherheitsstandards sind deaktiviert', 'Security defaults are on'],
    ['530003', 'dsregcmd では AzureAdJoined が NO でした', 'AzureAdPrt is NO'],
    ['adfs-context-connection-refused', 'I dont have rdp to the adfs box', 'I can sign in to the AD FS server'],
  ])('after %s, "%s"', (id, text, said) => {
    const { findings } = after(id, text);
    expect(findings.filter((one) => one.said?.startsWith(said))).toEqual([]);
  });
});

test('what the whole text speaks against is not told by a clause of it', () => {
  const [first] = after('50148', 'ya probé en incógnito con una sola pestaña, mismo error').findings;
  expect(first!.opposes ?? first!.chance < 0.7).toBe(true);
});

describe('a finding whose very value is told is meant', () => {
  test.each([
    ['hello-no-file-shares', 'dsregcmd dice AzureAdPrt YES y OnPremTgt NO', 'OnPremTgt is NO on every computer'],
    ['password-not-synchronised', 'SyncCycleEnabled True, StagingModeEnabled True', 'StagingModeEnabled is True'],
    ['0xCAA70004', 'ProxyEnable 1, ProxyServer 127.0.0.1:8888', 'The proxy is 127.0.0.1:8888'],
  ])('after %s, "%s"', (id, text, said) => {
    const [first] = after(id, text).findings;
    expect(first?.said?.startsWith(said)).toBe(true);
    expect(first!.chance).toBeGreaterThanOrEqual(0.7);
  });
});

test('the step that shows what is told is no reply to it', () => {
  const [first] = after('hello-no-file-shares', 'dsregcmd dice AzureAdPrt YES y OnPremTgt NO').spoken;
  expect(first!.passages.map(({ step }) => step)).not.toContain(2);
});
