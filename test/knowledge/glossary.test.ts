/** What asks for the meaning of a word of the field, and what only looks like it; and how the glossary is read and checked. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadCatalog } from '../../src/catalog-files.ts';
import { builtIn } from '../../src/config.ts';
import { readCatalog } from '../../src/knowledge/read.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const explained = (text: string): string | undefined => catalog.explain(text)?.title;

test.each([
  ['what is a UPN', 'User principal name (UPN)'],
  ['what is a wap', 'Web Application Proxy (WAP)'],
  ['whats a wap?', 'Web Application Proxy (WAP)'],
  ['whats an enterprise app', 'Enterprise application (service principal)'],
  ["what's a service principal??", 'Enterprise application (service principal)'],
  ['What’s the immutable id', 'Immutable ID (source anchor)'],
  ['what is ImmutableID', 'Immutable ID (source anchor)'],
  ['what are claims', 'Claim'],
  ['what are UPNs', 'User principal name (UPN)'],
  ['what are conditional access policies', 'Conditional Access'],
  ['what are passkeys', 'Passkey (FIDO2)'],
  ['what is "number matching"', 'Number matching'],
  ['what does SSPR mean', 'Self-service password reset (SSPR)'],
  ['what does PRT stand for?', 'Primary refresh token (PRT)'],
  ['what does the term home realm discovery mean', 'Home realm discovery (HRD)'],
  ['define: PRT token', 'Primary refresh token (PRT)'],
  ['define token-signing certificate', 'Token-signing certificate'],
  ['explain pass through authentication to me please', 'Pass-through authentication (PTA)'],
  ['can you tell me what a redirect uri is?', 'Redirect URI (reply URL)'],
  ['ok, but what is a tenant exactly', 'Tenant'],
  ['ok thanks. whats a TAP again? for the docs', 'Temporary Access Pass (TAP)'],
  ['thanks. what is conditional access?', 'Conditional Access'],
  ['danke! was ist ein Mandant, fürs Protokoll?', 'Tenant'],
  ["merci beaucoup, c'est quoi un UPN ?", 'User principal name (UPN)'],
  ['perfecto, gracias. ¿qué es un PRT?', 'Primary refresh token (PRT)'],
  ['ありがとうございます。UPNとは何ですか', 'User principal name (UPN)'],
  ['oye, ¿qué es un PRT?', 'Primary refresh token (PRT)'],
  ['pero ¿qué es un PRT?', 'Primary refresh token (PRT)'],
  ['por cierto, ¿qué significa PRT?', 'Primary refresh token (PRT)'],
  ['übrigens was ist ein PRT', 'Primary refresh token (PRT)'],
  ['ach, was bedeutet PRT eigentlich?', 'Primary refresh token (PRT)'],
  ["au fait c'est quoi un PRT", 'Primary refresh token (PRT)'],
  ["dis-moi, qu'est-ce qu'un PRT ?", 'Primary refresh token (PRT)'],
  ['ちなみに PRT とは', 'Primary refresh token (PRT)'],
  ['そもそも、PRTって何ですか', 'Primary refresh token (PRT)'],
  ['i dont know what a correlation id is', 'Correlation ID'],
  ['the meaning of hybrid joined', 'Microsoft Entra hybrid joined device'],
  ['whats FIDO2', 'Passkey (FIDO2)'],
  ['what is a UPN suffix', 'UPN suffix'],
  ['what is MDM', 'Mobile device management (MDM)'],
  ['what is NDES', 'Simple Certificate Enrollment Protocol (SCEP)'],
  ['what is StsRefreshTokenValidFrom', 'Revoking sessions (StsRefreshTokensValidFrom)'],
  ['what is a security key', 'Security key'],
  ['what is 2FA', 'Multifactor authentication (MFA)'],
  ['what is OAuth 2.0?', 'OAuth 2.0'],
  ['what is ad fs', 'Active Directory Federation Services (AD FS)'],
  ['what is an adfs farm', 'AD FS farm'],
  ['what is a tennant', 'Tenant'],
  ['what is a relying party turst', 'Relying party trust'],
  ['what is conditonal access', 'Conditional Access'],
  ['what is an entreprise app', 'Enterprise application (service principal)'],
  ['was ist ein relying party trust', 'Relying party trust'],
  ['Was ist denn ein Mandant?', 'Tenant'],
  ['was sind Mandanten', 'Tenant'],
  ['was bedeutet UPN', 'User principal name (UPN)'],
  ['Was heißt MFA eigentlich?', 'Multifactor authentication (MFA)'],
  ['was versteht man unter bedingter Zugriff', 'Conditional Access'],
  ['wofür steht WAP', 'Web Application Proxy (WAP)'],
  ['Weißt du, was ein Anspruch ist?', 'Claim'],
  ['erkläre mir bitte einmaliges Anmelden', 'Single sign-on (SSO)'],
  ["c'est quoi un tenant", 'Tenant'],
  ['C’est quoi, une clé d’accès ?', 'Passkey (FIDO2)'],
  ["qu'est-ce qu'un tenant ?", 'Tenant'],
  ["qu'est-ce que l'accès conditionnel", 'Conditional Access'],
  ["qu'est-ce que c'est qu'un UPN", 'User principal name (UPN)'],
  ['un jeton d’accès c’est quoi', 'Access token'],
  ['que veut dire SSO', 'Single sign-on (SSO)'],
  ['¿Qué es un inquilino?', 'Tenant'],
  ['que es el acceso condicional', 'Conditional Access'],
  ['qué significa MFA', 'Multifactor authentication (MFA)'],
  ['qué es un proveedor de servicios', 'Service provider (SP)'],
  ['テナントとは', 'Tenant'],
  ['UPNとは何ですか', 'User principal name (UPN)'],
  ['条件付きアクセスって何ですか？', 'Conditional Access'],
  ['リダイレクト URI とは何でしょうか', 'Redirect URI (reply URL)'],
  ['パスキーの意味は？', 'Passkey (FIDO2)'],
])('"%s" asks for the meaning of: %s', (text, title) => {
  expect(explained(text)).toBe(title);
});

test.each([
  'what is 80043431',
  'What is error 500121?',
  'what is AADSTS50105',
  'what is wrong with my tenant',
  'what is wrong now',
  'what is the fix for MFA',
  'what is the issue',
  'what are the issues',
  'what is broken',
  'what is the content',
  'what is a notification',
  'what is a fingerprint',
  'what is a permission',
  'what is requested',
  'what is my tenant id',
  'what is our UPN suffix',
  'what is a UPN and why does sign-in fail with 50034',
  'what is a tenant 90002',
  'what is the difference between a tenant and a domain',
  'what is the best MFA method',
  'what is a conditional access policy for guests',
  'what does the user see in MFA',
  'what does that mean',
  'what is this',
  'what is it',
  'what is',
  'what can you do',
  'what is going on with the WAP',
  'explain this error',
  'explain',
  'UPN',
  'MFA is not working',
  'the tenant is what we renamed',
  'my access token is expired, what now',
  'where is the sign-in log',
  'was ist los',
  'was ist mit dem Mandanten passiert',
  'was bedeutet das',
  "c'est quoi ce problème",
  "qu'est-ce que je dois faire",
  'qué es esto',
  'qué es una notificación',
  'que significa el error',
  'これは何ですか',
  '要求とは',
  'サインインできないとは',
  '',
])('"%s" asks for no meaning', (text) => {
  expect(explained(text)).toBeUndefined();
});

test('a long text asks for no meaning, whatever it ends with', () => {
  expect(explained(`${'so '.repeat(40)}what is a UPN`)).toBeUndefined();
});

describe('a glossary', () => {
  let own: string;
  beforeEach(() => {
    own = mkdtempSync(join(tmpdir(), 'signpost-'));
  });
  afterEach(() => rmSync(own, { recursive: true }));

  const write = (text: string): void => {
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'glossary.yaml'), text);
  };
  const complaints = async (): Promise<readonly (readonly [number, string])[]> =>
    (await readCatalog(builtIn, own)).complaints.map(({ line, problem }) => [line, problem]);

  test('of an organisation adds terms, and takes names over', async () => {
    write(`- term: Front Gate
  names: [our gate]
  means: The page before every app.
  see: [forgot-password]
- term: Our tenant
  names: [tenant]
  means: It is called contoso.
`);
    expect(await complaints()).toEqual([]);
    const laid = await loadCatalog(builtIn, own);
    expect(laid.explain('what is the front gate')).toEqual({
      title: 'Front Gate',
      names: ['Front Gate', 'our gate'],
      means: 'The page before every app.',
      see: ['forgot-password'],
    });
    expect(laid.explain('what is a tenant')?.title).toBe('Our tenant');
    expect(laid.explain('was ist ein Mandant')?.title).toBe('Tenant');
  });

  test('is told what is wrong with it, with the line', async () => {
    write(`# Ours.
- term: Gate
  names: [gate, portal]
  means: It opens. It shuts. It squeaks.
- term: Door
  names: [Por-tal]
  means: One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty more more more more more more.
  see: [no-such-entry]
- term: Wall
  mean: It stands.
- term: Roof
- Floor
`);
    expect(await complaints()).toEqual([
      [9, '"mean" is not a known field.'],
      [11, '"means" is missing or not valid.'],
      [12, 'a term is no list of fields.'],
      [2, '"Gate": "gate" is already a name of "Gate".'],
      [2, '"Gate": it has 3 sentences.'],
      [5, '"Door": "Por-tal" is already a name of "Gate".'],
      [5, '"Door": a sentence has 26 words.'],
      [5, '"Door": there is no entry "no-such-entry" to see.'],
    ]);
  });

  test.each([
    ['gate: shut', 'is no list.'],
    ['- [', /unexpected end/],
  ])('that is none is named: %s', async (text, problem) => {
    write(text);
    const [complaint] = (await readCatalog(builtIn, own)).complaints;
    expect(complaint).toMatchObject({ line: 1, field: 'glossary', problem: expect.stringMatching(problem) });
  });

  test('is not hurt by own entries that replace what it leads to', async () => {
    writeFileSync(
      join(own, 'ours.md'),
      '---\ntitle: Ours\ntopic: mfa-required\ncodes: ["50105"]\nwho: helpdesk\nsources: [https://contoso.com]\nreviewed: 2026-11-20\n---\nOurs.\n\n## Method 1: Call us\n1. Call.\n',
    );
    expect(await complaints()).toEqual([]);
    const laid = await loadCatalog(builtIn, own);
    expect(laid.entry('50105')).toBeUndefined();
    expect(laid.explain('what is an enterprise app')?.see).toContain('50105');
  });
});
