import { beforeAll, expect, test } from '@jest/globals';
import { rulingIn } from '../../dialogs/ruled-out.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

test.each([
  ['laptop clock is fine, checked', 'laptop clock is fine'],
  ['relying party trust wasnt touched', 'relying party trust wasnt touched'],
  ['AD account isnt locked', 'AD account isnt locked'],
  ['nobody touched the adfs', 'nobody touched the adfs'],
  ['no its not the password', 'its not the password'],
  ['are you sure? password is definitely right', 'password is definitely right'],
  ['zertifikat am wap läuft bis 2027', 'zertifikat am wap läuft bis 2027'],
  ['am Zertifikat liegt es nicht', 'am Zertifikat liegt es nicht'],
  ["le compte n'est pas verrouillé", "le compte n'est pas verrouillé"],
  ['the rule is there', 'the rule is there'],
  ['die Regel ist da', 'die Regel ist da'],
  ['la regla está ahí', 'la regla está ahí'],
  ['el reloj está bien, comprobado', 'el reloj está bien'],
  ['la cuenta no está bloqueada', 'la cuenta no está bloqueada'],
  ['アカウントはロックされていません', 'アカウントはロックされていません'],
])('"%s" rules out one thing and says no more', (text, said) => {
  const { out, rest } = rulingIn(text);
  expect([out.map((one) => one.said), rest]).toEqual([[said], '']);
});

test.each([
  'the clock is off',
  'account not active',
  'device is not compliant',
  'is the clock ok',
  'it is fine now',
  'the error is still there',
  'everyone else is fine',
  'internal is fine',
  'the other domain is ok',
  'password was changed yesterday',
  'he is locked out',
  'nslookup for our sts name gives the public ip instead of the internal one there',
  'the page opens there',
  'asked for password, everything else works there',
  'die Seite öffnet da',
  'la página falla ahí',
])('"%s" rules out nothing', (text) => {
  expect(rulingIn(text)).toEqual({ out: [], rest: text });
});

test('what stands beside it is left', () => {
  expect(rulingIn('the password is right but outlook keeps asking').rest).toBe('but outlook keeps asking');
});

test('a method that deals with what is ruled out does not fit, and the next one is shown', () => {
  expect(replyTo(catalog, '0xCAA20003', 'laptop clock is fine, checked')).toMatch(
    /Noted: "laptop clock is fine"[\s\S]*rules out: Method 1: Correct the clock[\s\S]*Method 2: Sign in anew/,
  );
  expect(replyTo(catalog, '0xCAA20003', 'laptop clock is fine, checked', 'so what do i do now')).toContain('Method 2');
});

test.each([
  ['0xCAA20003', 'laptop clock is fine, checked'],
  ['AADSTS50053', 'AD account isnt locked'],
  ['MSIS7042', 'relying party trust wasnt touched'],
  ['AADSTS50155', 'old device object still there in entra'],
])('after %s, "%s" proposes no other entry', (code, text) => {
  const { replies } = decided(catalog, [code, text]);
  const choices = replies.flatMap(({ actions = [] }) => actions.flatMap((one) => ('choice' in one ? one.choice : [])));
  expect(choices.filter((choice) => choice.startsWith('entry:'))).toEqual([]);
  expect(entryAfter(catalog, code, text)).toBe(entryAfter(catalog, code));
});

test('what was done before counts as tried, and what is left is gone on with', () => {
  const texts = ['AADSTS50126', 'he already reset his password yesterday'];
  expect(replyTo(catalog, ...texts)).toContain('Done already, so I go on behind it: Method 2: Reset the password.');
  expect(decided(catalog, texts).next.state).toMatchObject({ tried: [2], method: 1 });
});

test('a step that was done before counts as done', () => {
  const texts = ['Apps stop working right after a password change', 'abgemeldet und wieder angemeldet haben wir schon'];
  expect(replyTo(catalog, ...texts)).toMatch(/step \d of "Method 1: Sign in again everywhere"\. I count it as done/);
});

test('a change that is told is a fact, and not a method that was tried', () => {
  const { state } = decided(catalog, ['80043431', 'we renewed the token signing certificate yesterday']).next;
  expect(state).toMatchObject({ past: { told: { recent_change: 'certificate-renewed' } }, method: 1 });
  expect(state).not.toHaveProperty('tried');
});

test('a code is heard while a question is open, also beside what is said to be the same', () => {
  const asked = ['cant get into the expense app', 'one user'];
  expect(decided(catalog, asked).next.step).toBe('narrow');
  expect(entryAfter(catalog, ...asked, 'he gets the same 50105')).toBe('50105');
});
