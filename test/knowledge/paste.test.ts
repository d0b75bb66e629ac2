import { describe, expect, test } from '@jest/globals';
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
  ])('%j', (text, code) => {
    expect(codes(text)).toEqual([code]);
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
  ])('%j', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

test('a code that the catalog lacks is named as unknown', () => {
  expect(unknown('AADSTS50127')).toEqual(['50127']);
  expect(unknown('error 18456 of SQL Server')).toEqual(['18456']);
  expect(unknown('80043432')).toEqual(['80043432']);
  expect(unknown('0x8024402F when installing updates')).toEqual(['0x8024402F']);
});

test('the digits of a sign-in code with 0x in front are another code, near the known one', () => {
  const pasted = readPaste('0x80041317', (code) => known.has(code));
  expect(pasted.known).toEqual([]);
  expect(pasted.unknown).toEqual(['0x80041317']);
  expect(pasted.near).toEqual(['80041317']);
});

test('an inner code leads before its wrapper', () => {
  expect(codes('AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret')).toEqual([
    '50012',
    '70002',
  ]);
});

test('the first of several codes leads', () => {
  expect(codes('AADSTS50105 then AADSTS50126, again AADSTS50105')).toEqual(['50105', '50126']);
});

test('the values for a ticket are picked out', () => {
  const { extracted } = readPaste(
    `AADSTS50105: Your administrator has configured the application 'Payroll' to block users. user ada@contoso.com
    Trace ID: 82393dd5-ef3b-446c-a8ea-9fb5d3a43e00 Correlation ID: b9eae7f6-0c87-4bf6-8ffb-5ad967c334b1
    Timestamp: 2026-11-20 02:26:00Z https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2`,
    (code) => known.has(code),
  );
  expect(extracted).toEqual({
    codes: ['50105'],
    correlationId: 'b9eae7f6-0c87-4bf6-8ffb-5ad967c334b1',
    requestId: '82393dd5-ef3b-446c-a8ea-9fb5d3a43e00',
    timestamp: '2026-11-20 02:26:00Z',
    user: 'ada@contoso.com',
    application: 'Payroll',
    tenant: 'contoso.onmicrosoft.com',
  });
});

describe('100 kB of anything is read in well under a second', () => {
  test.each([
    ['letters', 'a'.repeat(100_000)],
    ['digits', '5'.repeat(100_000)],
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
