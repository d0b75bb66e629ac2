import { beforeAll, expect, test } from '@jest/globals';
import { type FailureKind, failureIn } from '../../dialogs/failures.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const heard = (text: string, stand = { walking: false, ofDenial: false }) => failureIn(text, stand)?.kind ?? null;

test.each<[string, FailureKind]>([
  ['Access is denied', 'denied'],
  ['step 2 says access denied', 'denied'],
  ['Zugriff verweigert bei Schritt 2', 'denied'],
  ['Insufficient privileges to complete the operation', 'privileges'],
  ['les droits sont insuffisants', 'privileges'],
  ['権限が不足しています', 'privileges'],
  ['401 Unauthorized', 'unauthorized'],
  ['Connect-MgGraph : Unauthorized', 'unauthorized'],
  ['Install-WebApplicationProxy : Unauthorized. Verify that you are using valid credentials', 'proxyTrust'],
  ['Install-WebApplicationProxy: an error occurred when establishing a trust relationship', 'proxyTrust'],
  ['Update-AdfsRelyingPartyTrust returns 401', 'local'],
  ['Invoke-ADSyncDiagnostics: insufficient privileges', 'syncRights'],
  ['Set-ADUser : Insufficient access rights to perform the operation', 'directoryRights'],
  ["A parameter cannot be found that matches parameter name 'All'.", 'parameter'],
  ['Es wurde kein Parameter gefunden, der dem Parameternamen "All" entspricht.', 'parameter'],
  ['Impossible de trouver un paramètre correspondant au nom « All ».', 'parameter'],
  ["No se encuentra ningún parámetro que coincida con el nombre del parámetro 'All'.", 'parameter'],
  ["パラメーター名 'All' に一致するパラメーターが見つかりません。", 'parameter'],
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

test.each(['it is there now, but files in the channel say access denied', 'der Ordner sagt Zugriff verweigert'])(
  'what people open tells of no step, though one was at hand: "%s"',
  (text) => {
    expect(heard(text, { walking: true, ofDenial: false })).toBeNull();
  },
);

test('a step that failed is told with its cure, and with the rights that the method names', () => {
  expect(replyTo(catalog, '80043431', 'step 2 says insufficient privileges')).toMatch(
    /Step 2 failed[\s\S]*has the role[\s\S]*Try it again/,
  );
});

test('a refusal on an on-premises server gets no advice for the cloud', () => {
  const reply = replyTo(catalog, 'the trust between the proxy and ad fs is broken', '401 Unauthorized in step 2');
  expect(reply).toMatch(/local administrator of the AD FS servers/);
  expect(reply).not.toMatch(/agree to the rights|tenant administrator/i);
});

test('a command that is not found is told with the module that the answer loads for it', () => {
  const said = (command: string): string => replyTo(catalog, 'AADSTS50126', `${command} is not recognized`);
  expect(said('Invoke-ADSyncDiagnostics')).toContain('Import-Module ADSyncDiagnostics');
  expect(said('Start-ADSyncSyncCycle')).toMatch(/Import-Module ADSync$/m);
});

test.each(['files in the channel say access denied', 'Ordner: Zugriff verweigert', 'le dossier dit accès refusé'])(
  'what refuses what is opened is no failed step: "%s"',
  (text) => expect(heard(text, { walking: true, ofDenial: false })).toBeNull(),
);
