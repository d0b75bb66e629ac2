import { describe, expect, test } from '@jest/globals';
import type { Labelled } from '../../bench/judge.ts';
import { readLines } from '../../bench/read.ts';
import { cloudOf } from '../../src/checks/clouds.ts';
import { catalogOf } from '../../src/knowledge/catalog.ts';
import type { Entry } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';

const find = async (text: string) => (await realCatalog()).find(text);

describe('symptoms find their articles', () => {
  test.each([
    ['proxy SSL expired', 'adfs-proxy-ssl-expired'],
    ['the SSL certificate of our AD FS proxy has expired', 'adfs-proxy-ssl-expired'],
    ['federated user is repeatedly prompted for credentials by ADFS', 'adfs-repeated-prompts'],
    ['browser shows a certificate warning on the AD FS sign-in page', 'adfs-cert-warning'],
    ['the trust between the web application proxy and AD FS is broken', 'adfs-proxy-trust-broken'],
    ['users outside the office cannot sign in with AD FS, inside it works', 'adfs-external-only-failure'],
  ])('%j', async (text, topic) => {
    const { verdict, candidates } = await find(text);
    expect([verdict, candidates[0]?.entry.topic]).toEqual(['answer', topic]);
  });

  test('a vague one finds them too, and is asked about', async () => {
    const { verdict, candidates } = await find('repeatedly prompted');
    expect(verdict).toBe('clarify');
    expect(candidates.slice(0, 4).map(({ entry }) => entry.topic)).toContain('adfs-repeated-prompts');
  });

  test('with words misspelt', async () => {
    const { candidates } = await find('certifcate warnning on the adfs sigin page in the broswer');
    expect(candidates[0]?.entry.topic).toBe('adfs-cert-warning');
  });
});

describe('what is not known is said to be unknown', () => {
  test.each([
    ['what is the weather like tomorrow', 'unknown'],
    ['my chair is broken', 'unknown'],
    ['the coffee machine makes strange noises', 'unknown'],
    ['the printer on floor 3 is out of toner', 'foreign'],
    ['SQL Server error 18456 login failed', 'foreign'],
    ['', 'nothing'],
    ['?!', 'nothing'],
    ['🙂', 'nothing'],
  ])('%j', async (text, verdict) => {
    expect((await find(text)).verdict).toBe(verdict);
  });
});

test('an article is found by its number', async () => {
  const { verdict, candidates } = await find('KB 2461628');
  expect([verdict, candidates[0]?.entry.topic]).toEqual(['answer', 'adfs-repeated-prompts']);
});

test('a code is found by the name that logs show', async () => {
  const { candidates } = await find('sign-in log says KmsiInterrupt');
  expect(candidates[0]?.entry.codes).toContain('50140');
});

describe('of the entries of a topic the one that is meant comes first', () => {
  test.each([
    ['the SMS with the code never arrives', 'mfa-prompt-never-arrives'],
    ['asked for MFA ten times a day, far too often', 'mfa-every-time'],
    ['new phone, the codes of the authenticator app are gone', 'new-phone-authenticator'],
    ['somebody keeps sending me approval requests at night, I did not sign in', 'unexpected-mfa-prompt'],
    ['the client secret of our app has expired', '7000222'],
    ['the value of the client secret is wrong, they pasted its id', '7000215'],
  ])('%s', async (text, id) => {
    expect((await find(text)).candidates[0]?.entry.id).toBe(id);
  });
});

test('an answer in words offers an entry of the same topic that is nearly as likely; a code and a question do not', async () => {
  const { find: findIn } = await realCatalog();
  const found = readLines('users').map((line) => findIn((line as Labelled).text));
  const offering = found.filter(({ alternative }) => alternative !== null);
  expect(offering.length).toBeGreaterThan(5);
  for (const { verdict, candidates, alternative } of offering) {
    expect(verdict).toBe('answer');
    expect(alternative?.topic).toBe(candidates[0]?.entry.topic);
    expect(alternative).not.toBe(candidates[0]?.entry);
  }
  expect(findIn('AADSTS50076').alternative).toBeNull();
  expect(findIn('I have a problem with logging in').alternative).toBeNull();
});

test('the very words of an entry are answered by it, nearly whatever they are', async () => {
  const { entries, find: findIn } = await realCatalog();
  const said = entries.flatMap(({ id, says }) => says.map((phrase) => ({ id, found: findIn(phrase) })));
  const answered = said.filter(({ found }) => found.verdict === 'answer');
  const byIt = answered.filter(({ id, found }) => found.candidates[0]?.entry.id === id);
  expect(answered.length / said.length).toBeGreaterThan(0.9);
  expect(byIt.length / said.length).toBeGreaterThan(0.85);
});

test.each([
  ['approve sign-in request pops up at 3 am', 'unexpected-mfa-prompt'],
  ['AzureAdPrt: NO in dsregcmd!', 'no-primary-refresh-token'],
])('a phrase of the catalog is answered word for word, whatever the model thinks: %s', async (text, id) => {
  const { verdict, candidates } = await find(text);
  expect([verdict, candidates[0]?.entry.id]).toEqual(['answer', id]);
});

describe('a name that other systems have as well does not decide where more is told', () => {
  test.each([
    ['what is AuthenticationFailed', '50012'],
    ['error InvalidClient', '70002'],
  ])('%s', async (text, code) => {
    expect((await find(text)).candidates[0]?.entry.codes).toContain(code);
  });

  test.each([
    'openai.AuthenticationError: Error code: 401 - Incorrect API key provided',
    'imaplib.error [AUTHENTICATIONFAILED] Invalid credentials (Failure) with an app password of Yahoo',
    'Azure Storage AuthenticationFailed: Signature did not match. String to sign used was the SAS',
    'smbclient says STATUS_LOGON_FAILURE for the share on our file server',
  ])('%s', async (text) => {
    expect((await find(text)).verdict).not.toBe('answer');
  });
});

test('a name of an own entry decides, whatever other systems call so', async () => {
  const { entries } = await realCatalog();
  const own: Entry = { ...entries[0]!, id: 'own', codes: [], names: ['E_BADGE_FAIL'], shared: [] };
  const { candidates } = catalogOf([...entries, own]).find(
    'the reader at the door shows E_BADGE_FAIL to everybody since noon',
  );
  expect(candidates[0]?.entry.id).toBe('own');
});

test('a name of Windows counts where its code would', async () => {
  const { candidates } = await find('dsregcmd shows Server error STATUS_LOGON_FAILURE while getting the PRT');
  expect(candidates[0]?.entry.codes).toContain('0xC000006D');
});

test('a code of the security chip counts where the text speaks of the chip or of the page that shows it', async () => {
  const page = 'Something went wrong. [657rx] Code: 2148073494 Message: more details in the window of the program';
  expect((await find(page)).candidates[0]?.entry.id).toBe('0x80090016');
  const pin = "Hello PIN: Something happened and your PIN isn't available (status: 0xc000006d, substatus 0x0)";
  expect((await find(pin)).candidates[0]?.entry.codes).toContain('0xC000006D');
  const backup = 'the nightly backup of our accounting server stops with 0x80090016 while it opens the archive';
  expect((await find(backup)).verdict).not.toBe('answer');
  const server = 'An account failed to log on. Logon Type: 3 Account Name: Administrator Status: 0xC000006D';
  expect((await find(server)).verdict).not.toBe('answer');
});

test('a log with such a name in each line is read in no time', async () => {
  const catalog = await realCatalog();
  const began = performance.now();
  catalog.find('10:00:01 worker 7: AuthenticationFailed for one of the accounts\n'.repeat(1_500));
  catalog.find('10:00:01 smbd 7: STATUS_LOGON_FAILURE for one of the shares\n'.repeat(1_500));
  expect(performance.now() - began).toBeLessThan(2_000);
});

describe('a number below zero is a code only as an HRESULT', () => {
  test.each([
    ['sign-in error code:-50126 at the portal since yesterday, all of the sales people', 'answer', []],
    ['https://portal.example/?error=-12345678', 'unknown', []],
    ['error -50126', 'confirm', ['-50126']],
    ['error -2147023170', 'unknown', ['0x800706BE']],
    ['-2147024891', 'unknown', ['0x80070005']],
    ['MSALErrorDomain Code=-50000: the broker on the phone could not write its key', 'unknown', []],
  ] as const)('%s', async (text, verdict, unknown) => {
    const { verdict: found, unknownCodes } = await find(text);
    expect([found, unknownCodes]).toEqual([verdict, unknown]);
  });
});

test('what is known of a problem are words of the catalog, never names', async () => {
  const { known } = await find(
    'Zbigniew Przykładowski (zp@contoso.com, +48 600 100 200) keeps being asked for his password',
  );
  expect(JSON.stringify(known)).not.toMatch(/zbigniew|przyk|zp@|600/i);
  expect(known.words).toContain('prompt');
});

describe('an unknown code comes with the official page of the cloud', () => {
  test.each([
    ['global', 'https://login.microsoftonline.com/error?code=50199'],
    ['usgov', 'https://login.microsoftonline.us/error?code=50199'],
    ['usgovdod', 'https://login.microsoftonline.us/error?code=50199'],
    ['china', 'https://login.partner.microsoftonline.cn/error?code=50199'],
  ] as const)('%s', async (cloud, page) => {
    const { entries } = await realCatalog();
    const without = entries.filter(({ codes }) => !codes.includes('50199'));
    const { verdict, lookUp, unknownCodes } = catalogOf(without, cloudOf(cloud).authority).find('AADSTS50199');
    expect([verdict, lookUp, unknownCodes]).toEqual(['unknown', page, ['50199']]);
  });

  test('there is none for codes that are not from Entra', async () => {
    expect((await find('MSIS9999')).lookUp).toBeNull();
    expect((await find('80043432')).lookUp).toBeNull();
    expect((await find('AADSTS50126')).lookUp).toBeNull();
  });
});

describe('a number beside the name of another system is asked about', () => {
  test.each([
    'my printer says 50126',
    'error 50126 on the printer',
    'SQL Server error 50000',
    'Oracle gives code 50053',
    'I get 50105 when I log in to Dropbox',
    'xiaomi says error code 70016 when I log in to my account',
  ])('%j', async (text) => {
    const { verdict, candidates, meant } = await find(text);
    expect([verdict, candidates[0]?.entry.codes.includes(meant ?? '')]).toEqual(['confirm', true]);
  });

  test.each([
    'DiscordAPIError[50001]: Missing Access',
    'AcmeApiException (50013): missing permissions',
    '{"message": "You can only bulk delete messages that are under 14 days old.", "code": 50034}',
    '{"code":80014,"msg":"signature not match","data":{}}',
    'xiaomi camera: error code 70016 after the update',
  ])('%j is the number of another program, whose answer is a button away', async (text) => {
    const { verdict, candidates } = await find(text);
    expect([verdict, candidates.length]).toEqual(['foreign', 1]);
  });

  test.each([
    '{"code":50126,"message":"wrong password, from Entra ID"}',
    'MsalServiceException (50076): MFA is needed',
    'InteractionRequiredAuthError (50076): MFA is needed',
    'Title: cannot log in. Description: user sees code: 50126 when logging in to his laptop',
    'code: 53003, description: blocked, when our users open Slack with SSO',
    'AADSTS50126 in Salesforce',
    'error 50105 when I sign in to Salesforce',
    'Fehler 50105 bei Jira über myapps',
    'printer 80043431',
    'Zoom {"error_codes":[50105]}',
  ])('%j says whose it is', async (text) => {
    expect((await find(text)).verdict).toBe('answer');
  });
});

describe('of several codes the decisive one leads and the others are named', () => {
  test.each([
    ['AADSTS70002: Error validating credentials. AADSTS50126: Invalid username or password', '50126', ['70002']],
    ['AADSTS50000: There was an error issuing a token. AADSTS50013: Assertion failed', '50013', ['50000']],
    ['AADSTS70002: Error validating credentials. AADSTS70000: The grant is malformed', '70000', ['70002']],
    ['AADSTS70002: Error validating credentials. AADSTS16000: Several identities are there', '16000', ['70002']],
    ['"error_codes":[70002,70000]', '70000', ['70002']],
    ['"error_codes":[50013,500131]', '500131', ['50013']],
    ['50140 KMSI, then 50053 in the same log', '50053', ['50140']],
    ['AADSTS50058 and AADSTS16000 and AADSTS50105', '50105', ['50058', '16000']],
    ['<psf:value>0x80048821</psf:value><psf:code>0x80041034</psf:code> sign-in', '80041034', ['80048821']],
    ['Error 0xCAA20003 (invalid_grant) AADSTS50173', '50173', ['0xCAA20003']],
    ['MSIS7012: An error occurred. ---> MSIS7065: There are no registered protocol handlers', 'MSIS7065', ['MSIS7012']],
    ['50058 alone with 50140', '50058', ['50140']],
  ])('%j', async (text, decisive, others) => {
    const { verdict, candidates, also, extracted } = await find(text);
    expect(verdict).toBe('answer');
    expect(candidates[0]?.entry.codes).toContain(decisive);
    expect(extracted.codes).toEqual([decisive, ...others]);
    expect(also.flatMap(({ codes }) => codes)).toEqual(expect.arrayContaining([...others]));
  });
});

test('a secret reaches neither what is known nor what is extracted', async () => {
  const { known, extracted, secrets, unknownCodes } = await find(
    'password: Outlook50199999 code=0.AXoAqwertyuiopasdfghjklzxcvbnmqwertyuiop cannot sign in to Outlook',
  );
  expect([...secrets].toSorted()).toEqual(['authorization-code', 'password']);
  expect(JSON.stringify({ known, extracted, unknownCodes })).not.toMatch(/50199999|AXoA/);
});
