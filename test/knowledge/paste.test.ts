import { describe, expect, test } from '@jest/globals';
import type { Role } from '../../src/model/catalog.ts';
import { readPaste } from '../../src/knowledge/paste.ts';

const known = new Set([
  '50126',
  '50053',
  '50105',
  '500121',
  '50012',
  '70002',
  '7000218',
  '80041317',
  '80043431',
  '8004786C',
  '0xCAA20003',
  '0x8004DE40',
  '0x801C03F2',
  '0x8007000D',
  'MSIS7102',
  'SSPR_009',
  '0xCAA2000C',
  '0xC000006D',
  '50000',
  '50140',
  '80048163',
  '700016',
]);
const codes = (text: string): readonly string[] => readPaste(text, (code) => known.has(code)).known;
const unknown = (text: string): readonly string[] => readPaste(text, (code) => known.has(code)).unknown;

describe('a code is found in every spelling', () => {
  test.each([
    ['AADSTS50126', '50126'],
    ['aadsts 50126', '50126'],
    ['AADSTS:50126', '50126'],
    ['AADSTS-50126', '50126'],
    ['what is 50126', '50126'],
    ['Error Code: 500121', '500121'],
    ['fehlercode 50126', '50126'],
    ['获取access token时出现error50126', '50126'],
    ['"error_codes":[50126]', '50126'],
    ['"error_codes": [\n   50126\n ]', '50126'],
    ['https://login.microsoftonline.com/error?code=50126', '50126'],
    ['<https://login.microsoftonline.com/error?code=50126|look here>', '50126'],
    ['error_description=AADSTS50126%3A+Error+validating+credentials', '50126'],
    ['AADSTS%3A50126', '50126'],
    ['AADSTS&#58; 50126', '50126'],
    ['<b>AADSTS</b>50126', '50126'],
    ['“AADSTS50126”', '50126'],
    ['ＡＡＤＳＴＳ５０１２６', '50126'],
    ['46:49ZAADSTS50126: User', '50126'],
    ['80043431', '80043431'],
    ['8004786c', '8004786C'],
    ['HR=0x80041317 on the sign-in page', '80041317'],
    ['2147759153', '80043431'],
    ['-2147208143', '80043431'],
    ['CAA20003', '0xCAA20003'],
    ['0xcaa20003', '0xCAA20003'],
    ['error 8004de40 in OneDrive', '0x8004DE40'],
    ['0x801c03f2', '0x801C03F2'],
    ['event 364 MSIS7102', 'MSIS7102'],
    ['sspr_009', 'SSPR_009'],

    ['AADSTS 50 126', '50126'],
    ['AADSTS 5 0 1 2 6', '50126'],
    ['AAD STS 50126', '50126'],
    ['AADSTS_50126', '50126'],
    ['AADSTS(50126)', '50126'],
    ['AADSTS[50126]', '50126'],
    ['AADSTS#50126', '50126'],
    ['azure.signinlogs.result_type: "50126"', '50126'],
    ['error ox8004de40 in OneDrive', '0x8004DE40'],
    ['ServerError: invalid_grant: 50126 - [2020-09-24 08:12:47Z]: after I removed Mail.Read from the scopes', '50126'],
    ['AASDTS50126', '50126'],
    ['ASDSTS 50126', '50126'],
    ['aatsts50126', '50126'],
    ['AADSTZ 50126 or so', '50126'],
    ['AADSTS error 50126', '50126'],
    ['AADSTS Error Code: 50126', '50126'],
    ['AADSTS code 50126', '50126'],
    ['errorAADSTS50126User', '50126'],
    ['AADSTS50126User', '50126'],
    ['invalid_grantAADSTS50126', '50126'],
    ['AADSTS：５０１２６', '50126'],
    ['AADSTS–50126', '50126'],
    ['AADTS50126', '50126'],
    ['ADSTS50126', '50126'],
    ['errorCode=50126', '50126'],
    ['errorCode: 50126,', '50126'],
    ['"errorCode":50126', '50126'],
    ['"errorCode":"50126"', '50126'],
    ["'errorCode': '50126'", '50126'],
    ['Error code:50126', '50126'],
    ['Status.errorCode : 50126', '50126'],
    ['"status":{"errorCode":50126,"failureReason":"x"}', '50126'],
    ['Sign-in error code 50126', '50126'],
    ['Sign-in error code: 50126', '50126'],
    ['Sign-in error code\t50126', '50126'],
    ['ResultType: 50126', '50126'],
    ['ResultType 50126', '50126'],
    ['"ResultType":"50126"', '50126'],
    ['ResultType=50126', '50126'],
    ['error_codes=[50126]', '50126'],
    ['error_codes: 50126', '50126'],
    ['"error_codes": ["50126"]', '50126'],
    ['{\\"error_codes\\":[50126]}', '50126'],
    ['error code is 50126', '50126'],
    ['error number 50126', '50126'],
    ['error no. 50126', '50126'],
    ['error (50126)', '50126'],
    ['error-50126', '50126'],
    ['error_50126', '50126'],
    ['Code 50126', '50126'],
    ['err 50126', '50126'],
    ['err=50126', '50126'],
    ['ErrorCode : 50126', '50126'],
    ['@{errorCode=50126; failureReason=Invalid username}', '50126'],
    ['2026-01-02T03:04:05Z,ada@contoso.com,50126,Failure,"Invalid username"', '50126'],
    ['Date;User;Code\n2026-01-02;ada@contoso.com;50126', '50126'],
    ['ada@contoso.com\t50126\tFailure', '50126'],
    ['"ada","50126","Failure"', '50126'],
    ['HR=0x80041317', '80041317'],
    ['hr=80041317', '80041317'],
    ['HRESULT: 0x80043431', '80043431'],
    ['https://login.microsoftonline.com/login.srf?cbcxt=x&HR=80043431&lc=1033', '80043431'],
    ['https://x/?error=50126&lc=1033', '50126'],
    ['https%3A%2F%2Fx%2F%3Fcode%3D50126', '50126'],
    ['error%253A%2520AADSTS50126', '50126'],
    ['AADSTS%253A50126', '50126'],
    ['error_description=AADSTS50126%253a%2bError', '50126'],
    ['<a href="https://login.microsoftonline.com/error?code=50126">details</a>', '50126'],
    ['<div title="AADSTS50126"></div>', '50126'],
    ['<input type="hidden" name="error" value="AADSTS50126: Error"/>', '50126'],
    ['<!-- AADSTS50126 -->', '50126'],
    ['<!--AADSTS50126-->', '50126'],
    ['<code>AADSTS50126</code>', '50126'],
    ['<ErrorCode>50126</ErrorCode>', '50126'],
    ['<psf:code>0x80048163</psf:code>', '80048163'],
    ['&lt;b&gt;AADSTS50126&lt;/b&gt;', '50126'],
    ['&amp;#65;ADSTS50126', '50126'],
    ['AADSTS&nbsp;50126', '50126'],
    ['AADSTS&#x35;0126', '50126'],
    ['<https://login.microsoftonline.com/error?code=50126|https://login…>', '50126'],
    ['<mailto:ada@contoso.com|ada@contoso.com> AADSTS50126', '50126'],
    ['`AADSTS50126`', '50126'],
    ['*AADSTS50126*', '50126'],
    ['„AADSTS50126“', '50126'],
    ['«AADSTS50126»', '50126'],
    ['「AADSTS50126」', '50126'],
    ['\\u0041ADSTS50126', '50126'],
    ['AADSTS\\u003a 50126', '50126'],
    ['{"error":"invalid_grant","error_description":"AADSTS50126: x\\r\\nTrace ID: y"}', '50126'],
    ['-2147208143', '80043431'],
    ['2147759153', '80043431'],
    ['(-2147208143)', '80043431'],
    ['(2147759153)', '80043431'],
    ['Status: 3399614467', '0xCAA20003'],
    ['Internal Error: -895352829 / 0xcaa20003', '0xCAA20003'],
    ['-895352829', '0xCAA20003'],
    ['0xFFFFFFFF80043431', '80043431'],
    ['&H80043431', '80043431'],
    ['hr:CAA20003', '0xCAA20003'],
    ['[4q1f2] 0xcaa2000c tag: 657rx', '0xCAA2000C'],
    ['Error Tag: 7q6ch Error Code: 3399614476', '0xCAA2000C'],
    ['Server Error Description : AADSTS50126: Error validating', '50126'],
    ['Attempt Status : 0xc000006d sign-in', '0xC000006D'],
    ['Client ErrorCode : 0x801c03f2', '0x801C03F2'],
    [
      'Microsoft.Identity.Client.MsalServiceException: A configuration issue is preventing authentication - check the error message from the server for details. Original exception: AADSTS7000218: The request body',
      '7000218',
    ],
    [
      'MsalUiRequiredException: ErrorCode: invalid_grant\nMicrosoft.Identity.Client.MsalUiRequiredException: AADSTS50126',
      '50126',
    ],
    ['AdalServiceException: {"error":"invalid_client","error_codes":[7000218]}', '7000218'],
    ['Fehlercode: 50126', '50126'],
    ['Fehlernummer 50126', '50126'],
    ['Fehler-Code 50126', '50126'],
    ["Code d'erreur : 50126", '50126'],
    ['code d’erreur 50126', '50126'],
    ['Código de error: 50126', '50126'],
    ['Código do erro: 50126', '50126'],
    ['código de erro 50126', '50126'],
    ['Codice errore: 50126', '50126'],
    ['codice di errore 50126', '50126'],
    ['エラー コード: 50126', '50126'],
    ['エラーコード：５０１２６', '50126'],
    ['エラーコードは50126です', '50126'],
    ['错误代码：50126', '50126'],
    ['Anmeldefehlercode 50126', '50126'],
    ['event 364 MSIS7102: x', 'MSIS7102'],
    ['msis 7102', 'MSIS7102'],
    ['MSIS7102-error', 'MSIS7102'],
    ['it says 50126.', '50126'],
    ['50126?', '50126'],
    ['(50126)', '50126'],
    ['"50126"', '50126'],
    ['error id 50126', '50126'],
    ['OneDrive 0x8004de40', '0x8004DE40'],
    ['Error: 0x801c03f2!', '0x801C03F2'],
    ['Error0xCAA20003', '0xCAA20003'],
    ['Error Code0x801c03f2', '0x801C03F2'],
    ['Fehlercode0x801c03f2', '0x801C03F2'],
    ['CAA20003Error', '0xCAA20003'],
    ['ErrorCAA20003', '0xCAA20003'],
    ['0x801c03f2Server', '0x801C03F2'],
    ['Code: 0xCAA20003Correlation ID', '0xCAA20003'],
    ['0x801C03F2h', '0x801C03F2'],
    ['0x8004 DE40', '0x8004DE40'],
    ['0xCAA2-0003', '0xCAA20003'],
    ['"errorCode":-2147208143', '80043431'],
    ['ErrorCode:-895352829,', '0xCAA20003'],
    ['error 8007000D', '0x8007000D'],
    ['MSIS-7102', 'MSIS7102'],
    ['MSIS: 7102', 'MSIS7102'],
    ['MSIS_7102', 'MSIS7102'],
    ['SSPR 009', 'SSPR_009'],
    ['SSPR-009', 'SSPR_009'],
    ['SSPR009', 'SSPR_009'],
    ['<https://login.microsoftonline.com/error?code=50126>', '50126'],
    ['look here<https://login.microsoftonline.com/error?code=50126>', '50126'],
  ])('%j', (text, code) => {
    expect([codes(text), unknown(text)]).toEqual([[code], []]);
  });
});

describe('a number that is no sign-in code is never taken for one', () => {
  test.each([
    ['Correlation ID: 50126000-0c87-4bf6-8ffb-5ad967c50126'],
    ['2050126-01-01 50126.50126.1.1'],
    ['10.50.12.6:50126'],
    ['http://localhost:50126/home'],
    ['localhost:50126 refuses'],
    ['port 50126 is closed'],
    ['call me at +49 30 50126 50'],
    ['phone: 030 50126 50'],
    ['ticket 50126 and case #50105'],
    ['50126 users are affected'],
    ['it cost $50126'],
    ['KB50126 was installed'],
    ['build 50126'],
    ['AADSTS501266'],
    ['AADSTS5012'],
    ['AADSTS050121266'],
    ['1.50126'],
    ['50126-50053'],
    ['x50126y'],
    ['thumbprint 8004343180043431800434318004343180043431'],
    ['IIS Web Core 0x8007000d HTTP 500.19'],
    ['room 50126'],
    ['Raum 50126'],
    ['order 50126'],
    ['order id: 50126'],
    ['order no. 50126'],
    ['Bestellung Nr. 50126'],
    ['Rechnung 50126'],
    ['line 50126'],
    ['Zeile 50126'],
    ['at Program.cs:50126'],
    ['at Program.Main() in C:\\x\\Program.cs:line 50126'],
    ['v50126'],
    ['version 1.0.50126'],
    ['1.0.50126.0'],
    ['v1.50126'],
    ['50126 EUR'],
    ['EUR 50126'],
    ['€50126'],
    ['$50,126'],
    ['50.126 €'],
    ['USD 50126.00'],
    ['50126 kr'],
    ['¥50126'],
    ['50126円'],
    ['50126 users'],
    ['50126ms'],
    ['took 50126 ms'],
    ['50126 bytes'],
    ['10.0.0.1:50126'],
    ['server01:50126'],
    ['[::1]:50126'],
    ['https://host:50126/x'],
    ['http://host.test/x+a&/50126/0x80041317'],
    ['host.contoso.com:50126'],
    ['tel 50126'],
    ['Tel.: 0221 50126'],
    ['phone +1 501 26 50126'],
    ['ext 50126'],
    ['call 50126-50053'],
    ['AB-50126'],
    ['50126-AB'],
    ['INC50126'],
    ['INC 50126'],
    ['CHG0050126'],
    ['SR#50126'],
    ['#50126'],
    ['PR 50126'],
    ['KB50126'],
    ['employee 50126'],
    ['user id 50126'],
    ['badge 50126'],
    ['PLZ 50126 Firenze'],
    ['CAP 50126'],
    ['zip code 50126'],
    ['area code 50126'],
    ['order code 50126'],
    ['exit code 50126'],
    ['thumbprint: 50 12 6A BC'],
    ['thumbprint 8004343180043431AB'],
    ['serial number 80043431'],
    ['SHA1 8004343180043431'],
    ['{82393dd5-ef3b-446c-a8ea-9fb5d3a43e00}'],
    ['80043431-ef3b-446c-a8ea-9fb5d3a43e00'],
    ['50126-ef3b'],
    ['2026-50126'],
    ['20.50126'],
    ['50126,50'],
    ['lat 43.50126'],
    ['12,50126'],
    ['50126.7'],
    ['1e50126'],
    ['a50126'],
    ['50126b'],
    ['PID 50126'],
    ['port: 50126'],
    ['Port=50126'],
    ['process id 50126'],
    ['thread 50126'],
    ['tag 50126'],
    ['customer number 50126'],
    ['Kundennummer 50126'],
    ['case 50126'],
    ['ticket #50126'],
    ['MAC 80-04-34-31-50-12'],
    ['80:04:34:31:AA:BB:CC:DD'],
    ['+4980043431'],
    ['IBAN DE50126'],
    ['year 50126'],
    ['id=50126'],
    ['Error 0x50126'],
    ['0x80043431F'],
    ['account 50126'],
    ['+50126'],
    ['-50126'],
    ['50126%'],
    ['50126 km'],
    ['0x80043431-0c87-4bf6-8ffb-5ad967c334b1'],
    ['S-1-5-21-1004336348-1177238915-682003330-50126'],
  ])('%j', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

test.each([
  'max-age=31536000',
  'AADSTS50126 HTTP/1.1 400\nStrict-Transport-Security: max-age=31536000; includeSubDomains',
  '"bodySize": 72541, "wait": 31608 AADSTS50126',
  'S-1-5-21-1004336348-1177238915-682003330-1001',
  'the quota is 2147483648',
  'call 2155550123',
])('what only counts is never named as a code that is not known: %j', (text) => {
  expect(unknown(text)).toEqual([]);
});

describe('a general code of Windows', () => {
  const read = (text: string) => readPaste(text, (code) => known.has(code));
  test('is one in what a library of the sign-in tells', () => {
    expect(read('MSAL: "Account transfer failed" on the phone of a colleague, -2147024883').known).toEqual([
      '0x8007000D',
    ]);
  });

  test('is one where a device is set up for signing in', () => {
    const code = '0x800705B4';
    const { known: found } = readPaste(
      `autopilot failing with ${code} at securing your hardware`,
      (one) => one === code,
    );
    expect(found).toEqual([code]);
  });

  test('is asked about where the text tells nothing of what it is about, and never called unknown', () => {
    const {
      known: found,
      unknown: named,
      doubtful,
    } = read('"Account transfer failed", internal result -2147024883 today');
    expect([found, named, doubtful]).toEqual([[], [], ['0x8007000D']]);
  });
});

test('a code that the catalog lacks is named as unknown', () => {
  expect(unknown('AADSTS50127')).toEqual(['50127']);
  expect(unknown('error 18456 of SQL Server')).toEqual(['18456']);
  expect(unknown('80043432')).toEqual(['80043432']);
  expect(unknown('sign-in fails, status 2147649940')).toEqual(['0x80028994']);
  expect(unknown('error code -2147151820')).toEqual(['0x80051034']);
  expect(unknown('0x8024402F when installing updates')).toEqual(['0x8024402F']);
});

describe('digits mistaken for letters, or torn apart, are near a code and never one', () => {
  test.each([
    ['AADSTS5O126', '50126'],
    ['aadsts5o126', '50126'],
    ['AADSTS50i26', '50126'],
    ['error code 5O126', '50126'],
    ['Fehler 5O0l2I', '500121'],
    ['AADSTS50012l: Authentication failed during strong authentication request.', '500121'],
    ['AADSTS700021B', '7000218'],
    ['error code 70002I8', '7000218'],
    ['AADSTS50126l', '50126'],
    ['AADSTS50126O', '50126'],
    ['AADSTS50012\n1: Authentication failed', '500121'],
    ['AADSTS50012 1', '500121'],
    ['AADSTS70002-\n18: The request body', '7000218'],
    ['AAD5TS50126', '50126'],
    ['AAOSTS 50126', '50126'],
    ['AADST550126', '50126'],
  ])('%j', (text, near) => {
    const pasted = readPaste(text, (code) => known.has(code));
    expect([pasted.known, pasted.near]).toEqual([[], [near]]);
  });

  test.each([
    'AADSTS50126The user',
    'AADSTS50126Invalid',
    'AADSTS50126Looks like',
    'AADSTS50126Our',
    'AADSTS50126is it',
  ])('a word that is glued to a code is a word: %s', (text) => {
    const pasted = readPaste(text, (code) => known.has(code));
    expect([pasted.known, pasted.near]).toEqual([['50126'], []]);
  });
});

describe('a torn or badly copied code is whole again where only the whole is one', () => {
  test.each([
    ['AADSTS501 26', '50126'],
    ['AADSTS501\n26: User', '50126'],
    ['AADSTS50=\r\n126: User', '50126'],
    ['AADSTS 70 00218', '7000218'],
    ['AADSTS70<wbr>00218', '7000218'],
    ['AADSTS+50126', '50126'],
    ['AADSTS.50126', '50126'],
    ['AADSTS/50126', '50126'],
    ['AADSTS%25253A50126', '50126'],
    ['AADSTS٥٠١٢٦', '50126'],
    ['error ۵۰۱۲۶', '50126'],
    ['AADSTS५०१२६', '50126'],
    ['A\u0410DSTS50126', '50126'],
    ['AADSTS50012 1 user', '50012'],
  ])('%j', (text, code) => {
    const pasted = readPaste(text, (one) => known.has(one));
    expect([pasted.known, pasted.unknown]).toEqual([[code], []]);
  });
});

test('the digits of a sign-in code with 0x in front are another code, near the known one', () => {
  const pasted = readPaste('0x80041317', (code) => known.has(code));
  expect(pasted.known).toEqual([]);
  expect(pasted.unknown).toEqual(['0x80041317']);
  expect(pasted.near).toEqual(['80041317']);
});

const role = (code: string): Role =>
  ['70002', '50000'].includes(code) ? 'wrapper' : code === '50140' ? 'interrupt' : 'cause';

test('an inner code leads before its wrapper, and a wrapper before an interrupt', () => {
  const ordered = (text: string) => readPaste(text, (code) => known.has(code), role).known;
  expect(ordered('AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret')).toEqual([
    '50012',
    '70002',
  ]);
  expect(ordered('50140, then AADSTS50000, then AADSTS50126')).toEqual(['50126', '50000', '50140']);
  expect(ordered('"error_codes":[50140,50000]')).toEqual(['50000', '50140']);
});

test('a code behind a quoted sentence is one, whatever the last word of that is', () => {
  expect(codes('MFA: "Sorry, we are having trouble verifying your account" 500121')).toEqual(['500121']);
  expect(codes('account 500121 was billed twice, says the bank')).toEqual([]);
});

describe('what the server said leads before the result that a program made of it, even where it only interrupts', () => {
  const interrupts = (code: string): Role => (code === '50140' ? 'interrupt' : role(code));
  test.each([
    [
      '  Attempt Status : 0xc000006d\n  User Identity : ada@contoso.com\n  Server Error Code : invalid_grant\n  Server Error Description : AADSTS50126: Error validating',
      ['50126', '0xC000006D'],
    ],
    ['Error: 0xCAA2000C The request requires interaction.\nDescription: AADSTS50140: x', ['50140', '0xCAA2000C']],
    ['Error: 3399614467 Authorization grant failed. AADSTS50000: There was an error', ['50000', '0xCAA20003']],
    ['0x801c03f2 in dsregcmd, then for hours nothing, AADSTS50140', ['50140', '0x801C03F2']],
  ])('%j', (text, ordered) => {
    expect(readPaste(text, (code) => known.has(code), interrupts).known).toEqual(ordered);
  });

  test('but for a result of the network, which tells that no server answered', () => {
    const knows = (code: string): boolean => ['0x80072EE7', '50140'].includes(code);
    const text = 'sign-in: 0x80072ee7, and in the log AADSTS50140';
    expect(readPaste(text, knows, interrupts).known).toEqual(['0x80072EE7', '50140']);
  });

  test('and for a result that stands behind it or far away', () => {
    const knows = (code: string): boolean => known.has(code);
    const behind = 'sign-in: AADSTS50140, then 0x801c03f2';
    expect(readPaste(behind, knows, interrupts).known).toEqual(['0x801C03F2', '50140']);
    const far = `sign-in: 0x801c03f2 ${'and nothing else in the log '.repeat(60)} AADSTS50140`;
    expect(readPaste(far, knows, interrupts).known).toEqual(['0x801C03F2', '50140']);
  });
});

test('the first of several codes leads', () => {
  expect(codes('AADSTS50105 then AADSTS50126, again AADSTS50105')).toEqual(['50105', '50126']);
});

test('of an address its host and path are read, never its query, ids and digits', () => {
  const { words, known: found } = readPaste(
    'it stops at https://login.microsoftonline.us/8f0a2b1c-1111-4222-8333-444455556666/adfs2016/1234/ls?client-request-id=50126&user=bob',
    (code) => known.has(code),
  );
  expect(words()).toMatch(/^it stops at login\.microsoftonline\.us\/ \/adfs2016\/ \/ls$/);
  expect(words()).not.toMatch(/8f0a|bob|50126/);
  expect(found).toEqual([]);
});

test('the scheme of an address is no word, "https" by itself is one', () => {
  const spoken = (text: string): string => readPaste(text, () => false).words();
  expect(spoken('the page https://sts.contoso.com/adfs/ls stays white')).not.toMatch(/https/);
  expect(spoken('is it http or https that must be registered')).toMatch(/https/);
});

test('what an AD FS page tells of application and browser is no word of the problem, and a missing relying party is', () => {
  const words = (text: string): string =>
    readPaste(text, () => false)
      .words()
      .replace(/\s+/g, ' ')
      .trim();
  expect(
    words(
      'An error occurred. Relying party: Contoso Travel Activity ID: 00000000-0000-0000-d800-0080000000e5 User agent string: Mozilla/5.0 (Windows NT 10.0) Edg/131.0',
    ),
  ).toBe('An error occurred. Activity ID: User agent string:');
  expect(words('An error occurred. Relying party: (blank) Cookie: enabled')).toMatch(/Relying party/);
  expect(words('the relying party: ADFS says it is unknown')).toMatch(/relying party/);
});

describe('100 kB of anything is read in well under a second', () => {
  test.each([
    ['letters', 'a'.repeat(100_000)],
    ['digits', '5'.repeat(100_000)],
    ['an address', `https://${'a/?'.repeat(33_000)}`],
    ['at signs', 'a@'.repeat(50_000)],
    ['open tags', '<a'.repeat(50_000)],
    ['percent signs', '%41'.repeat(33_000)],
    ['hex pairs', 'ab:'.repeat(33_000)],
    ['plus signs', '+a'.repeat(50_000)],
    ['dots', '1.'.repeat(50_000)],
    ['phone-like', '(0 1'.repeat(25_000)],
    ['codes', 'AADSTS50126 '.repeat(8_000)],
    ['emoji', '🔑🚪'.repeat(25_000)],
  ])('%s', (_, text) => {
    const began = performance.now();
    readPaste(text, (code) => known.has(code));
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
