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
    [
      `请求 ID: ${requestId}\n相关 ID: ${correlationId}\n时间戳: 2026/3/4 上午10:11:12`,
      { correlationId, requestId, timestamp: '2026/3/4 上午10:11:12' },
    ],
    [
      `요청 ID: ${requestId}\n상관 관계 ID: ${correlationId}\n타임스탬프: 2026. 3. 4. 오전 10:11:12`,
      { correlationId, requestId, timestamp: '2026. 3. 4. 오전 10:11:12' },
    ],
    [`Aanvraag-id: ${requestId}\nCorrelatie-id: ${correlationId}`, { correlationId, requestId }],
    [`Identyfikator żądania: ${requestId}\nIdentyfikator korelacji: ${correlationId}`, { correlationId, requestId }],
    [`ИД запроса: ${requestId}\nИД корреляции: ${correlationId}`, { correlationId, requestId }],
    [`İstek Kimliği: ${requestId}\nBağıntı Kimliği: ${correlationId}`, { correlationId, requestId }],
    [`معرف الطلب: ${requestId}\nمعرف الارتباط: ${correlationId}`, { correlationId, requestId }],
    [`Aktivitäts-ID: ${correlationId}`, { correlationId }],
    [
      `<Correlation ActivityID="{${id(7)}}"/><Data Name="ErrorMessage">Correlation ID: ${correlationId}</Data>`,
      { correlationId },
    ],
    [`<Correlation ActivityID="{${id(7)}}"/>`, { correlationId: id(7) }],
    [`Correlation ID: 11111111-0c87-4bf6-\n8ffb-5ad967c334b1`, { correlationId }],
    [`${correlationId} (correlation id)`, { correlationId }],
    ['Correlation ID: 11111111222233334444555555555555', { correlationId: '11111111222233334444555555555555' }],
    ['a request whose thumbprint is not 11111111222233334444555555555555', {}],
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
    '04-Mar-2026 10:11:12',
    '2026年3月4日 上午10:11:12',
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
    ['User:          CONTOSO\\ada\nComputer:      PC17', { user: 'CONTOSO\\ada' }],
    ['User: müller@contoso.de', { user: 'müller@contoso.de' }],
    ['ユーザーada@contoso.comは', { user: 'ada@contoso.com' }],
    [`the application Contoso Travel ('${id(3)}') to block`, { application: `Contoso Travel (${id(3)})` }],
    [`to use the application with ID '${id(3)}' named 'Payroll'.`, { application: `Payroll (${id(3)})` }],
    [`cannot access the application '${id(3)}'(Payroll) in that tenant`, { application: `Payroll (${id(3)})` }],
    [`Application\nContoso Travel\nApplication ID\n${id(3)}`, { application: `Contoso Travel (${id(3)})` }],
    ['Cookie: enabled\nRelying party: Payroll Platform', { application: 'Payroll Platform' }],
    ['Relying party: (blank)', {}],
    ['the resource was not found in the tenant named Contoso Ltd. This can happen', { tenant: 'Contoso Ltd' }],
    ['does not exist in the contoso.onmicrosoft.com directory.', { tenant: 'contoso.onmicrosoft.com' }],
    ['tenant: contoso.onmicrosoft.com', { tenant: 'contoso.onmicrosoft.com' }],
    [`tid=${id(4)}`, { tenant: id(4) }],
  ])('%j', (text, expected) => {
    expect(extracted(text)).toEqual({ ...nothing, ...expected });
  });
});

test('the columns of an exported log tell its ids', () => {
  const log = `Date (UTC),Request ID,User agent,Correlation ID,Username,Application,Application ID ,Home tenant ID,Status
2026-01-02T03:04:05Z,${requestId},"Mozilla/5.0 (Windows, x64)",${correlationId},ada@contoso.com,Payroll,${id(3)},${id(4)},Failure`;
  expect(extracted(log)).toMatchObject({ correlationId, requestId, application: id(3), tenant: id(4) });
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
