/** A number without a mark is a code only where the text says so; every number here is one of the catalog. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Pasted, readPaste } from '../../src/knowledge/paste.ts';
import { realCatalog } from '../fakes.ts';

/** As if every number of five to seven digits were in the catalog. */
const read = (text: string): Pasted => readPaste(text, (code) => /^\d{5,7}$/.test(code));

const number = fc.integer({ min: 10_000, max: 9_999_999 }).map(String);
const fiveDigits = fc.integer({ min: 10_000, max: 99_999 }).map(String);

describe('a bare number that a text is about is answered at once', () => {
  const sentences: readonly ((code: string) => string)[] = [
    (code) => `what is ${code}`,
    (code) => `${code}?`,
    (code) => `${code} outlook`,
    (code) => `user gets ${code} when signing in`,
    (code) => `is ${code} a failure that I have to care about?`,
    (code) => `Was bedeutet ${code}?`,
    (code) => `Bei der Anmeldung in Teams kommt heute immer ${code}`,
    (code) => `Beim Anmelden sehen unsere Kollegen im Vertrieb seit dem Morgen ${code}, was tun?`,
    (code) => `que significa ${code}`,
    (code) => `Desde ayer a todos les aparece ${code} al iniciar sesión en Outlook o en Teams, ¿qué hago?`,
    (code) => `qu'est-ce que ${code}`,
    (code) => `Depuis ce matin mes utilisateurs voient ${code} quand ils ouvrent Teams, que puis-je faire pour eux ?`,
    (code) => `${code}とは何ですか`,
    (code) => `今朝からOutlookにサインインすると${code}が出て使えません。どうすればいいですか`,
    (code) => `We are rolling out MFA. Since Monday, several of our people report ${code} and I do not know why.`,
    (code) => `The sign-in log shows ${code} for two of our users, please tell me more about what it means.`,
    (code) =>
      `Hello,\nsince the change of yesterday evening the page shows only this to my colleague:\n\n${code}\n\nRegards`,
    (code) => `${code} Invalid username or password`,
    (code) => `ada@contoso.com\t${code}\tFailure`,
  ];
  test.each(sentences.map((sentence) => [sentence('#'), sentence] as const))('%s', (_, sentence) => {
    fc.assert(
      fc.property(number, (code) => {
        expect(read(sentence(code)).known).toEqual([code]);
      }),
      { numRuns: 30 },
    );
  });
});

const symptom = 'I cannot sign in to Outlook since this morning, it keeps asking for my password.';

describe('a number of another thing is no code beside a symptom, and never asked about', () => {
  const cities = ['Paris', 'Madrid', 'Zaragoza', 'Firenze', 'Köln', 'Saint-Lô', 'Lyon', 'Graz', 'Bruxelles'];
  const states = ['CA', 'DC', 'TX', 'WI', 'CO', 'LA', 'NY', 'WA'];
  const things: Readonly<Record<string, fc.Arbitrary<string>>> = {
    'a postal line of Europe': fc
      .tuple(fiveDigits, fc.constantFrom(...cities))
      .map(([code, city]) => `Marie Durand\n12 rue de la Paix\n${code} ${city}`),
    'one behind a street': fc.tuple(fiveDigits, fc.constantFrom(...cities)).map((all) => `Ring 1, ${all.join(' ')}`),
    'one of the United States': fc
      .tuple(fc.constantFrom('Springfield', 'Los Angeles'), fc.constantFrom(...states), fiveDigits)
      .map(([city, state, code]) => `200 N Main St, ${city}, ${state} ${code}`),
    'a key of a program': fc
      .tuple(fc.constantFrom('autonomousSystemNumber', 'bodySize', 'connection', 'expires_in', 'wait', 'id'), number)
      .map(([key, code]) => `{"${key}": ${code}, "${key}2":"${code}"}`),
    'a parameter': fc
      .tuple(fc.constantFrom('max-age', 'sport', 'uid', 'width', 'nonce'), number)
      .map((all) => all.join('=')),
    'an element of a log': number.map((code) => `<EventRecordID>${code}</EventRecordID>`),
    'a place in a file': number.map((code) => `at bundle.js:${code} and Module.psm1:${code} char:21`),
    'a network': fiveDigits.map((code) => `TCP/${code}, 192.168.1.1 : ${code}, LISTENING ${code}, ASN: ${code}`),
    'a table of a program': fiveDigits.map((code) => `Status\tReq/Fail\tAvg\nEstablished\t${code}/0\t17`),
    'a ticket': fc
      .tuple(
        fc.constantFrom('Ticket-Nr.', 'ticket number is', 'Vorgangsnummer', 'ticket n°', 'incidencia', 'chamado', 'SR'),
        number,
      )
      .map((all) => all.join(' ')),
    'a number of a person': fc
      .tuple(
        fc.constantFrom('Durchwahl', 'my number is', 'reach me at', 'tél.', '電話', 'Personal-Nr.', 'Matrikelnummer'),
        number,
      )
      .map((all) => all.join(' ')),
    'a number of a firm': fc
      .tuple(
        fc.constantFrom(
          'HRB',
          'Kostenstelle',
          'cost center',
          'Rechnungsnummer:',
          'tracking number',
          'Filiale',
          'Preis',
        ),
        number,
      )
      .map((all) => all.join(' ')),
  };
  test.each(Object.entries(things))('%s', (_, thing) => {
    fc.assert(
      fc.property(thing, (text) => {
        const { known, unknown, doubtful } = read(`${symptom}\n${text}`);
        expect([text, known, unknown, doubtful]).toEqual([text, [], [], []]);
      }),
      { numRuns: 100 },
    );
  });

  test.each(Object.entries(things))('%s takes the lead from no labelled code, known or not', (_, thing) => {
    fc.assert(
      fc.property(thing, fc.constantFrom('AADSTS50126', 'AADSTS51999', 'Error code: 500121'), (text, code) => {
        const { known } = readPaste(`${text}\n${code}`, (one) => one !== '51999' && /^\d{5,7}$/.test(one));
        expect(known).toEqual(code === 'AADSTS51999' ? [] : [code.replace(/\D+/, '')]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('columns tell which number of a table is the code', () => {
  const header = 'Date,User,"Sign-in error code",Autonomous system number,Latency';
  test('by their heads', () => {
    expect(read(`${header}\n2026-01-02T03:04:05Z,ada@contoso.com,50126,50181,50012`).known).toEqual(['50126']);
    expect(read(`Sign-in error code\n50126\nAutonomous system number\n50181\nLatency\n50012`).known).toEqual(['50126']);
  });

  test('by the status beside it where there is no head', () => {
    const row = '2026-01-02T03:04:05Z,ada@contoso.com,"Berlin, DE",Failure,50126,Some text,3320,50181,Contoso Travel';
    expect(read(row).known).toEqual(['50126']);
  });
});

test('a list of codes is read to its end, with one label in front of it', () => {
  expect(read('AADSTS50126, 50053 and 50105 in the log of the last night, which of them matter?').known).toEqual([
    '50126',
    '50053',
    '50105',
  ]);
  const lines = 'Our monitoring has these for the last night, which do I have to care about?\n50126\n50053\n50105';
  expect(read(lines).known).toEqual(['50126', '50053', '50105']);
});

describe('what may be a code is asked about, and answered only where nothing else can be', () => {
  test.each([
    ['75008 Paris', 'confirm', '75008'],
    ['Los Angeles, CA 90012', 'confirm', '90012'],
    [
      'Our people in the office have 50126 since Monday in the morning and we do not know what it is about',
      'confirm',
      '50126',
    ],
    [`${symptom}\nSalesforce error 50105.`, 'confirm', '50105'],
    [`${symptom}\nMarie Durand, 75008 Paris`, 'clarify', null],
    ['AADSTS51999 in my log, 75008 Paris', 'unknown', null],
  ] as const)('%j', async (text, verdict, meant) => {
    const found = (await realCatalog()).find(text);
    expect([found.verdict, found.meant]).toEqual([verdict, meant]);
  });
});
