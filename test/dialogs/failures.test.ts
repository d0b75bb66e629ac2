import { beforeAll, expect, test } from '@jest/globals';
import { type Failure, failureIn } from '../../dialogs/failures.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const heard = (text: string, stand = { walking: false, ofDenial: false }) => failureIn(text, stand);

test.each<[string, Failure]>([
  ['Access is denied', 'denied'],
  ['step 2 says access denied', 'denied'],
  ['Zugriff verweigert bei Schritt 2', 'denied'],
  ['Insufficient privileges to complete the operation', 'privileges'],
  ['les droits sont insuffisants', 'privileges'],
  ['権限が不足しています', 'privileges'],
  ['401 Unauthorized', 'unauthorized'],
  ['Connect-MgGraph is not recognized', 'graph'],
  ["Get-ADUser : The term 'Get-ADUser' is not recognized as the name of a cmdlet", 'directory'],
  ['Start-ADSyncSyncCycle wird nicht erkannt', 'sync'],
  ['Set-AdfsProperties does not exist', 'adfs'],
  ['Update-MsolFederatedDomain doesnt exist', 'retired'],
  ['module not found', 'module'],
  ['execution of scripts is disabled on this system', 'scripts'],
  ['wrong tenant', 'tenant'],
  ['PS0033: this cmdlet cannot be executed from a secondary server', 'secondary'],
  ['der Knopf ist ausgegraut', 'greyed'],
  ['el botón está en gris', 'greyed'],
  ['ok ran it, says Busy / AAD is busy', 'busy'],
])('"%s" tells that a step failed: %s', (text, failure) => {
  expect(heard(text)).toBe(failure);
});

test.each([
  'he gets access denied',
  'everyone sees access denied in sharepoint',
  'the password is not recognized',
  'only outlook fails',
  'user gets 401 in teams',
])('"%s" tells of no step', (text) => {
  expect(heard(text)).toBeNull();
});

test('where the answer is about access that is denied, only a step says more', () => {
  expect(heard('access denied', { walking: false, ofDenial: true })).toBeNull();
  expect(heard('access denied in step 2', { walking: false, ofDenial: true })).toBe('denied');
  expect(heard('access denied', { walking: true, ofDenial: true })).toBe('denied');
});

test('a step that failed is told with its cure, and with the rights that the method names', () => {
  expect(replyTo(catalog, '80043431', 'step 2 says insufficient privileges')).toMatch(
    /Step 2 failed[\s\S]*has the role[\s\S]*Try it again/,
  );
});
