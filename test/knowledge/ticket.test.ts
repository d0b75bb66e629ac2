import { describe, expect, test } from '@jest/globals';
import { readPaste } from '../../src/knowledge/paste.ts';
import type { Extracted } from '../../src/model/catalog.ts';

const id = (digit: number): string => `${String(digit).repeat(8)}-0c87-4bf6-8ffb-5ad967c334b1`;
const correlationId = id(1);
const requestId = id(2);

const nothing: Extracted = {
  codes: [],
  correlationId: null,
  requestId: null,
  timestamp: null,
  user: null,
  application: null,
  tenant: null,
};

const extracted = (text: string): Extracted => ({ ...readPaste(text, () => false).extracted, codes: [] });

describe('ids and time are read from pages in every language', () => {
  test.each<[string, Partial<Extracted>]>([
    [
      `Trace ID: ${requestId}\nCorrelation ID: ${correlationId}\nTimestamp: 2026-01-02 03:04:05Z`,
      { correlationId, requestId, timestamp: '2026-01-02 03:04:05Z' },
    ],
    [
      `Korrelations-ID: ${correlationId}\nAnforderungs-ID: ${requestId}\nZeitstempel: 2026-01-02T03:04:05Z`,
      { correlationId, requestId, timestamp: '2026-01-02T03:04:05Z' },
    ],
    [
      `ID de corrélation : ${correlationId}\nID de la demande : ${requestId}\nHorodateur : 02/01/2026 03:04:05`,
      { correlationId, requestId, timestamp: '02/01/2026 03:04:05' },
    ],
    [
      `Id. de correlación: ${correlationId}\nId. de solicitud: ${requestId}\nMarca de tiempo: 2/1/2026 3:04:05`,
      { correlationId, requestId, timestamp: '2/1/2026 3:04:05' },
    ],
    [
      `ID de Correlação: ${correlationId} ID da Solicitação: ${requestId} Carimbo de data/hora: 2026-01-02T03:04:05Z`,
      { correlationId, requestId, timestamp: '2026-01-02T03:04:05Z' },
    ],
    [
      `ID correlazione: ${correlationId}\nID richiesta: ${requestId}\nTimestamp: 02.01.2026, 03:04`,
      { correlationId, requestId, timestamp: '02.01.2026, 03:04' },
    ],
    [
      `相関 ID: ${correlationId}\n要求 ID: ${requestId}\nタイムスタンプ: 2026年1月2日 3:04:05`,
      { correlationId, requestId, timestamp: '2026年1月2日 3:04:05' },
    ],
    [`Aktivitäts-ID: ${correlationId}`, { correlationId }],
    [`Reference number: ${correlationId}`, { correlationId }],
    [`client-request-id: ${correlationId}\nx-ms-request-id: ${requestId}`, { correlationId, requestId }],
    [`{\\"correlation_id\\":\\"${correlationId}\\",\\"trace_id\\":\\"${requestId}\\"}`, { correlationId, requestId }],
    [`correlation_id%3D${correlationId}%26trace_id%3D${requestId}`, { correlationId, requestId }],
    [`Session ID: ${id(6)}\nDevice ID: ${id(5)}`, {}],
  ])('%j', (text, expected) => {
    expect(extracted(text)).toEqual({ ...nothing, ...expected });
  });
});

describe('a time is read as it is written', () => {
  test.each([
    '1/2/2026 3:04:05 AM',
    'January 2, 2026 at 3:04 PM',
    '2. Januar 2026 um 03:04:05',
    '2 janvier 2026 à 03:04',
    '2 de enero de 2026, 3:04',
    '02 Jan 2026 03:04:05 GMT',
    '2026-01-02T03:04:05.1234567+01:00',
    '2026/01/02 03:04',
  ])('%s', (timestamp) => {
    expect(extracted(`Error, ${timestamp}, sign-in failed`)).toEqual({ ...nothing, timestamp });
  });
});

describe('user, application and tenant are read', () => {
  test.each<[string, Partial<Extracted>]>([
    [
      `AADSTS700016: Application with identifier '${id(3)}' was not found in the directory 'Contoso Ltd'.`,
      { application: id(3), tenant: 'Contoso Ltd' },
    ],
    [`configured the application 'Payroll' ('${id(3)}') to block users`, { application: `Payroll (${id(3)})` }],
    [`Die Anwendung „Payroll“ (App-ID: ${id(3)})`, { application: `Payroll (${id(3)})` }],
    ["L'application « Payroll » est bloquée", { application: 'Payroll' }],
    ["La aplicación 'Payroll' está bloqueada", { application: 'Payroll' }],
    ["アプリケーション 'Payroll' へのアクセス", { application: 'Payroll' }],
    [
      `Application: Office 365 Exchange\nApplication ID: ${id(3)}\nTenant ID: ${id(4)}`,
      { application: `Office 365 Exchange (${id(3)})`, tenant: id(4) },
    ],
    [`{"appDisplayName":"Azure Portal","appId":"${id(3)}"}`, { application: `Azure Portal (${id(3)})` }],
    ['https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2', { tenant: 'contoso.onmicrosoft.com' }],
    ['https://login.microsoftonline.us/contoso.us/saml2', { tenant: 'contoso.us' }],
    ['https://login.microsoftonline.com/common/oauth2/authorize', {}],
    ['mail from noreply@microsoft.com for ada@contoso.com', { user: 'ada@contoso.com' }],
    ['<ada@contoso.com>', { user: 'ada@contoso.com' }],
    ['ada_fabrikam.com#EXT#@contoso.onmicrosoft.com', { user: 'ada_fabrikam.com#EXT#@contoso.onmicrosoft.com' }],
    ['username: CONTOSO\\ada', { user: 'CONTOSO\\ada' }],
  ])('%j', (text, expected) => {
    expect(extracted(text)).toEqual({ ...nothing, ...expected });
  });
});

test('a whole page gives code, ids, time, user, application and tenant', () => {
  const page = `AADSTS50105: Your administrator has configured the application 'Payroll' to block users. user ada@contoso.com
    Trace ID: ${requestId} Correlation ID: ${correlationId}
    Timestamp: 2026-11-20 02:26:00Z https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2`;
  expect(readPaste(page, (code) => code === '50105').extracted).toEqual({
    codes: ['50105'],
    correlationId,
    requestId,
    timestamp: '2026-11-20 02:26:00Z',
    user: 'ada@contoso.com',
    application: 'Payroll',
    tenant: 'contoso.onmicrosoft.com',
  });
});

test('a dsregcmd report gives its code and its ids', () => {
  const report = `
              AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
      Previous Prt Attempt : 2026-01-02 20:10:33.789 UTC
            Attempt Status : 0xc000006d
             User Identity : ada@contoso.com
            Correlation ID : ${correlationId}
              Endpoint URI : https://login.microsoftonline.com/${id(4)}/oauth2/token
          Server ErrorCode : invalid_grant
  Server Error Description : AADSTS50126: Error validating credentials due to invalid username or password.
                  DeviceId : ${id(5)}
                Thumbprint : 8004343180043431800434318004343180043431`;
  const { known, extracted: found } = readPaste(report, (code) => ['50126', '80043431', '0xC000006D'].includes(code));
  expect(known.toSorted()).toEqual(['0xC000006D', '50126']);
  expect(found).toMatchObject({
    correlationId,
    timestamp: '2026-01-02 20:10:33.789 UTC',
    user: 'ada@contoso.com',
    tenant: id(4),
  });
});
