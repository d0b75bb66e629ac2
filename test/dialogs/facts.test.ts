import { beforeAll, expect, test } from '@jest/globals';
import { factsIn } from '../../dialogs/facts.ts';
import { methodsByScope } from '../../dialogs/uses.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const facts = (text: string, entry = '80043431') => factsIn(text, catalog.find(text), catalog.entry(entry)!, catalog);

test.each([
  ['it is only for one user', 'one-user'],
  ['nur ein Benutzer ist betroffen', 'one-user'],
  ['seulement un utilisateur est concerné', 'one-user'],
  ['solo para un usuario', 'one-user'],
  ['1人だけです', 'one-user'],
  ['only for Frank, he is in sales', 'one-user'],
  ['only Anna', 'one-user'],
  ['one user only', 'one-user'],
  ['all users of contoso.com', 'federated-users'],
  ['alle Benutzer der Domäne', 'federated-users'],
  ['not just him, two more', 'some-users'],
  ['everybody in the company', 'everyone'],
  ['alle Benutzer', 'everyone'],
  ["it's everybody, not just one", 'everyone'],
  ['es sind alle, nicht nur sie', 'everyone'],
  ['only him, everyone else gets in', 'one-user'],
  ['一人だけ、他の人は大丈夫', 'one-user'],
])('"%s" tells who is affected', (text, scope) => {
  expect(facts(text)?.told).toMatchObject({ scope });
});

test.each([
  ['he gets it in the browser', 'scope'],
  ["we don't have P1, only Business Standard", 'scope'],
  ['our proxy IP is untrusted', 'prompt'],
  ['the office IP is a named location already', 'where'],
  ['one user told me about it this morning', 'scope'],
  ['my boss is global admin, he did it just now', 'scope'],
  ['he just called', 'scope'],
  ['he says he just reset it', 'scope'],
  ['my account just expired', 'scope'],
  ['happens at home too', 'where'],
  ['they are external', 'where'],
  ['the proxy is in the other room', 'recent_change'],
  ['in chrome it works', 'client'],
  ['the app is from an external vendor', 'where'],
  ['éditeur externe', 'where'],
  ['外部のベンダーです', 'where'],
  ['the others in the office are ok', 'where'],
  ['the group is nested inside another group', 'where'],
  ['nur extern', 'scope'],
  ['im web gehts bei ihr', 'certificate'],
  ['nobody changed their phones', 'client'],
  ['the Company Portal says compliant', 'client'],
  ["il n'a plus l'ancien téléphone", 'client'],
  ['a personal account with the same email', 'client'],
  ['partner haben das neue zert nicht', 'account'],
  ['since the nurse left', 'scope'],
  ['the vpn exit is in the USA, so it looks like outside', 'where'],
  ['der VPN-Ausgang liegt außerhalb', 'where'],
  ['I emailed the admin', 'client'],
  ['invite is accepted according to portal', 'client'],
  ["I don't have access to that portal", 'client'],
  ['laut Portal ist die Einladung angenommen', 'client'],
  ['only external users since this morning, internal works', 'account'],
  ['only users from outside are affected', 'scope'],
  ['nur Benutzer von außen sind betroffen', 'scope'],
  ['seulement les utilisateurs externes', 'scope'],
  ['solo usuarios de fuera', 'scope'],
  ['renewed the proxy trust with Install-WebApplicationProxy', 'recent_change'],
  ['Proxy-Vertrauen erneuert', 'recent_change'],
  ["j'ai renouvelé la confiance du proxy", 'recent_change'],
  ['he renovado la confianza del proxy', 'recent_change'],
  ['プロキシの信頼を更新しました', 'recent_change'],
  ['chez moi ça marche, pas chez lui', 'where'],
])('"%s" tells nothing of %s', (text, facet) => {
  expect(facts(text)?.told ?? {}).not.toHaveProperty(facet);
});

test.each([
  ['only from outside', { where: 'outside-only' }],
  ['only external users since this morning, internal works', { where: 'outside-only' }],
  ['from home only, external access', { where: 'outside-only' }],
  ['only on his phone', { client: 'mobile' }],
  ['only in Outlook', { client: 'outlook-mail' }],
  ['it is a guest', { account: 'guest' }],
  ['only at home it took an hour', { where: 'outside-only' }],
  ['ssl certificate on the proxy', { certificate: 'ssl-proxy' }],
])('"%s" tells of the sign-in that fails', (text, told) => {
  expect(facts(text)?.told).toMatchObject(told);
});

test.each([
  ["it's everybody, not just one", { for: [1], out: [2] }],
  ['only him, everyone else gets in', { for: [2], out: [1] }],
])('"%s" speaks for a method by whom it is for, and rules out the others', (text, expected) => {
  expect(methodsByScope(facts(text, 'MSIS7042')!, catalog.entry('MSIS7042')!)).toEqual(expected);
});

test('who may use an app is not who is affected', () => {
  expect(methodsByScope(facts('everybody gets it', '50105')!, catalog.entry('50105')!)).toEqual({ for: [], out: [] });
});

test('a fact goes with an answer, speaks against it, or is one that it does not tell of', () => {
  expect(facts('only one user')).toMatchObject({ fits: [], against: [['scope', 'one-user']], beside: [] });
  expect(facts('all users of fabrikam.com')).toMatchObject({ fits: [['scope', 'federated-users']], against: [] });
  expect(facts('only in the browser')).toMatchObject({ fits: [], against: [], beside: [['client', 'browser']] });
});

test('values that are near each other go together', () => {
  expect(facts('everyone is affected')).toMatchObject({ fits: [['scope', 'everyone']], against: [] });
});

test('what changed is no reason against an answer for which nothing needs to have changed', () => {
  const open = catalog.entries.find(
    ({ facets: { recent_change: own } }) => own?.includes('none') && !own.includes('password-changed'),
  )!;
  expect(facts('he changed his password yesterday', open.id)).toMatchObject({
    against: [],
    beside: [['recent_change', 'password-changed']],
  });
});

test.each([
  ['half of them are happy since this morning, the others still get it, they are on chrome', '70043'],
  ['outlook on the phone still loops though she scanned the code and approved it', '500121'],
  ['I am travelling, IT is there until five', 'new-phone-authenticator'],
  ['only outside the office', 'new-phone-authenticator'],
])('what is told in passing, or not ruled out for real, does not speak against the answer: "%s"', (text, entry) => {
  expect(facts(text, entry)?.against ?? []).toEqual([]);
});

test.each([
  ['remembered MFA is set in the old portal', 'client'],
  ['password hash sync is on, last run 26 hours ago', 'federated'],
])('where something is set or synchronised tells nothing of %s', (text, facet) => {
  expect(facts(text)?.told ?? {}).not.toHaveProperty(facet);
});

test('what is said of another system tells no facts', () => {
  expect(facts('my printer is out of paper, for everyone')).toBeNull();
});
