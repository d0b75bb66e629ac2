import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { unwillingIn } from '../../dialogs/unwilling.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

const unfit = (...texts: readonly string[]): unknown => {
  const { unfit: methods = [] } = decided(catalog, texts).next.state as { readonly unfit?: readonly number[] };
  return methods;
};

describe('a method that somebody does not want is left out, and the others are gone on with', () => {
  test.each([
    ['AADSTS50126', "I don't want to reset the password", [2]],
    ['AADSTS50126', "we'd rather not reset the password again", [2]],
    ['AADSTS50126', 'anything but a password reset please', [2]],
    ['AADSTS50126', 'das Passwort will ich nicht zurücksetzen', [2]],
    ['AADSTS50126', 'Passwort zurücksetzen kommt nicht in Frage', [2]],
    ['AADSTS50126', 'je ne veux pas réinitialiser le mot de passe', [2]],
    ['AADSTS50126', 'no quiero restablecer la contraseña', [2]],
    ['AADSTS50126', 'パスワードはリセットしたくない', [2]],
    ['AADSTS50126', "I don't want to do method 2", [2]],
    ['AADSTS50126', "method 2 doesn't apply, she knows it", [2]],
    ['AADSTS50105', 'not allowed to stop requiring assignment here', [3]],
  ])('after %s, "%s"', (code, text, methods) => {
    expect(entryAfter(catalog, code, text)).toBe(code.slice('AADSTS'.length));
    expect(unfit(code, text)).toEqual(methods);
  });
});

test('it is said what is ruled out and what is left', () => {
  expect(replyTo(catalog, 'AADSTS50126', "I don't want to reset the password")).toMatch(
    /Noted: "I don't want to reset the password"\.\s+That rules out: Method 2: Reset the password/,
  );
});

test('what no method deals with leaves all of them', () => {
  const texts = ['AADSTS50020', "I don't want to touch cross tenant settings"];
  expect(entryAfter(catalog, ...texts)).toBe('50020');
  expect(replyTo(catalog, ...texts)).toContain('Method 1: Sign in with the right account');
});

test('what is said beside it is answered', () => {
  expect(replyTo(catalog, 'AADSTS50126', 'I do not want to reset the password, what else?')).toContain('Method 1');
  expect(replyTo(catalog, 'AADSTS50126', 'no reset please. how long does it take?')).toContain('minutes');
});

test.each([
  'I cannot open Outlook',
  "she can't change her password",
  'without VPN it works',
  "outlook won't start",
  "they won't accept the password",
  'there is no password prompt',
  'do I have to reset the password?',
  "I don't want to wait",
  'er kann sich nicht anmelden',
  'il ne peut pas ouvrir Teams',
  'no puedo entrar en Outlook',
  'サインインできない',
])('"%s" refuses nothing', (text) => {
  expect(unwillingIn(text, catalog.entry('50126')!, catalog)).toBeNull();
});
