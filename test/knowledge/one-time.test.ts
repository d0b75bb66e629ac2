/** A code of a telephone is masked and never looked up; an error code beside the same words is looked up and never masked. */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readPaste } from '../../src/knowledge/paste.ts';

const read = (text: string) => readPaste(text, (code) => code === '500121');
const sixDigits = fc.integer({ min: 100_000, max: 999_999 }).map(String);

test.each([
  'Der Code aus der App ist #',
  'Den Code vom Handy habe ich: der Code aus der SMS lautet #',
  'my MFA code is #',
  'the code from my authenticator app is #',
  'Your code is #',
  'Ihr Code lautet #',
  'Votre code est #',
  'le code reçu est #',
  'le code reçu par SMS est #, et rien ne se passe',
  'el código del SMS es #',
  'Su código es #',
  '認証コードは#です',
  'アプリのコードは#です',
  'Use # as Microsoft account security code',
])('%s', (text) => {
  fc.assert(
    fc.property(sixDigits, (digits) => {
      const { known, unknown, doubtful, secrets, text: plain } = read(text.replace('#', digits));
      expect([known, unknown, doubtful, secrets]).toEqual([[], [], [], ['one-time-code']]);
      expect(plain).not.toContain(digits);
    }),
    { numRuns: 50 },
  );
});

test.each(['Mein Code lautet 481516', 'mon code est 481516', 'mi código es 481516', 'the authenticator shows 240001'])(
  'of the own words of a person what cannot be an error code: %s',
  (text) => {
    expect(read(text).secrets).toEqual(['one-time-code']);
  },
);

test.each([
  'my error code is 500121',
  'MFA 500121',
  'MFA code error 500121',
  'my code is 500121',
  'Der Fehlercode aus der App ist 500121',
  'el código de error de la app es 500121',
  "mon code d'erreur est 500121",
  'the error code from my app is 500121',
  'status code in the app: 500121',
])('no one-time code is in: %s', (text) => {
  const { known, secrets } = read(text);
  expect([known, secrets]).toEqual([['500121'], []]);
});
