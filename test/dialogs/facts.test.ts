import { beforeAll, expect, test } from '@jest/globals';
import { factsIn } from '../../dialogs/facts.ts';
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
  ['all users of contoso.com', 'federated-users'],
  ['alle Benutzer der Domäne', 'federated-users'],
  ['not just him, two more', 'some-users'],
  ['everybody in the company', 'everyone'],
  ['alle Benutzer', 'everyone'],
])('"%s" tells who is affected', (text, scope) => {
  expect(facts(text)?.told).toMatchObject({ scope });
});

test.each([
  ['he gets it in the browser', 'scope'],
  ['one user told me about it this morning', 'scope'],
  ['happens at home too', 'where'],
  ['they are external', 'where'],
  ['the proxy is in the other room', 'recent_change'],
  ['in chrome it works', 'client'],
])('"%s" tells nothing of %s', (text, facet) => {
  expect(facts(text)?.told ?? {}).not.toHaveProperty(facet);
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

test('what is said of another system tells no facts', () => {
  expect(facts('my printer is out of paper, for everyone')).toBeNull();
});
