/** Error pages and logs in other languages: the code is answered, and the ids are picked out. */
import { describe, expect, test } from '@jest/globals';
import { realCatalog } from '../fakes.ts';

const correlationId = '5c2f8a10-77aa-4b1e-9d3c-50126abc5005';
const requestId = '91e4d7b2-0f00-4c11-8a6d-80043431aa00';

const pages: readonly (readonly [language: string, page: string, code: string])[] = [
  [
    'German',
    `Anmelden
     Leider konnten wir Sie nicht anmelden. AADSTS50105: Ihr Administrator hat die Anwendung „Reisekosten“ gesperrt.
     Details zur Problembehandlung
     Anforderungs-ID: ${requestId}
     Korrelations-ID: ${correlationId}
     Zeitstempel: 2026-01-02T03:04:05Z`,
    '50105',
  ],
  [
    'German, from a log',
    `Anmeldefehlercode: 50126
     Fehlerursache: Ungültiger Benutzername oder ungültiges Kennwort
     Korrelations-ID: ${correlationId}
     Anforderungs-ID ${requestId}
     Datum: 02.01.2026, 03:04:05`,
    '50126',
  ],
  [
    'French',
    `Désolé, un problème est survenu lors de votre connexion.
     AADSTS500121 : échec de l’authentification pendant la demande d’authentification forte.
     ID de la demande : ${requestId}
     ID de corrélation : ${correlationId}
     Horodateur : 2026-01-02T03:04:05Z`,
    '500121',
  ],
  [
    'Spanish',
    `No se pudo iniciar sesión. Código de error: 53003
     Su inicio de sesión se realizó correctamente, pero no cumple los criterios.
     Id. de solicitud: ${requestId}
     Id. de correlación: ${correlationId}
     Marca de tiempo: 2/1/2026 3:04:05`,
    '53003',
  ],
  [
    'Portuguese',
    `Desculpe, mas estamos com problemas para conectá-lo. Código do erro: 50055
     ID da Solicitação: ${requestId}
     ID de Correlação: ${correlationId}
     Carimbo de data/hora: 2026-01-02T03:04:05Z`,
    '50055',
  ],
  [
    'Italian',
    `Accesso non riuscito. Codice errore 50053: account bloccato.
     ID richiesta: ${requestId}
     ID correlazione: ${correlationId}
     Data e ora: 02/01/2026 03:04`,
    '50053',
  ],
  [
    'Japanese',
    `サインインできませんでした。エラー コード：５０１２６
     要求 ID: ${requestId}
     相関 ID: ${correlationId}
     タイムスタンプ: 2026年1月2日 3:04:05`,
    '50126',
  ],
  [
    'Japanese, with a name',
    `申し訳ございませんが、サインイン中に問題が発生しました。AADSTS700016：アプリケーションが見つかりませんでした。
     要求 ID：${requestId}
     相関 ID：${correlationId}
     タイムスタンプ：2026-01-02T03:04:05Z`,
    '700016',
  ],
];

describe('a page is understood', () => {
  test.each(pages)('%s', async (_, page, code) => {
    const { verdict, candidates, extracted } = (await realCatalog()).find(page);
    expect([verdict, candidates[0]?.entry.codes.includes(code)]).toEqual(['answer', true]);
    expect(extracted).toMatchObject({ codes: [code], correlationId, requestId });
    expect(extracted.timestamp).toMatch(/2026/);
  });
});

describe('secrets are masked in other languages', () => {
  test.each([
    ['Mein Kennwort lautet Sommer#24', 'Sommer#24'],
    ['Das Passwort ist: Sommer#24', 'Sommer#24'],
    ['le mot de passe est Soleil#24', 'Soleil#24'],
    ['la contraseña es Verano#24', 'Verano#24'],
    ['a senha é Praia#24', 'Praia#24'],
    ['パスワード：Sakura#24', 'Sakura#24'],
    ['código de verificación: 445566', '445566'],
    ['code de vérification : 445566', '445566'],
    ['認証コード 445566', '445566'],
  ])('%j', async (text, secret) => {
    const { text: shown, kinds } = (await realCatalog()).mask(text);
    expect([shown.includes(secret), kinds.length]).toEqual([false, 1]);
  });
});
