/** What belongs to the answer at hand leaves it for no other one, though it finds another by its words. */
import { describe, expect, test } from '@jest/globals';
import { behindDeed, isOfPast } from '../../dialogs/belongs.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

const catalog = await realCatalog();

test.each([
  ['SSPR_0029', 'inheritance was disabled on her object, turned it on again and cleared the value'],
  ['AADSTS75008', 'Login URL remplacée, testée en navigation privée: connexion réussie'],
  ['AADSTS40003', '¿qué hay que configurar?'],
  ['AADSTS700016', "I'm not global admin, Cloud Application Admin only"],
  [
    'AADSTS50053',
    'turned off smtp auth for her mailbox, no more rows since lunch. was her password stolen or were they guessing?',
  ],
])('after %s stays what was done, what the answer tells, or what somebody may do: "%s"', (code, text) => {
  expect(entryAfter(catalog, code, text)).toBe(code.replace('AADSTS', ''));
});

test('what works since something was done is a success and no other problem', () => {
  const sign = 'adfs sign-in page shows a certificate warning inside and outside';
  const said = 'WAP neu konfiguriert, Seite ist jetzt auch vom Handy aus sauber';
  expect(replyTo(catalog, sign, said)).toMatch(/^Good to hear/);
});

test('the other answer is a button', () => {
  const said = 'inheritance was disabled on her object, turned it on again and cleared the value';
  const { next, replies } = decided(catalog, ['SSPR_0029', said]);
  expect(next.state).toMatchObject({ rather: '135011' });
  expect(replies.at(-1)!.text).toContain('[Rather: AADSTS135011');
});

test('a question behind what was done is asked of that', () => {
  expect(behindDeed('reset it. was she hacked?')).toBe('was she hacked?');
  expect(behindDeed('reset it and it fails again. why?')).toBeNull();
  expect(behindDeed('was she hacked?')).toBeNull();
  expect(behindDeed('turned it off. does login.microsoftonline.com still block it?')).toBe(
    'does login.microsoftonline.com still block it?',
  );
  expect(behindDeed('  ')).toBeNull();
});

describe('a code of a log or of before', () => {
  test.each([
    'about 200 rows of 50126 before that',
    'there were dozens of failures with AADSTS50126',
    'davor 120 Zeilen mit 50126',
    'plusieurs lignes avec 50126',
  ])('is told of the past: "%s"', (text) => expect(isOfPast(text)).toBe(true));

  test.each([
    'now 200 rows of 50126',
    'many users see AADSTS53003',
    'he gets 50126 before it asks',
    'the log says 50126',
    '50126 today, previously 50053',
    'see 50126, before that 50053',
    '50126が10件出ています',
  ])('and another one is not: "%s"', (text) => expect(isOfPast(text)).toBe(false));

  test('leaves the answer at hand', () => {
    const text = 'Failure reason says locked because of too many wrong passwords, about 200 rows of 50126 before that';
    expect(entryAfter(catalog, 'AADSTS50053', text)).toBe('50053');
  });
});

test('a setting is no password', () => {
  expect(catalog.mask('set it to $false for scanner@').kinds).toEqual([]);
  expect(catalog.mask('set it to $ecret4you').kinds).toEqual(['password']);
});

describe('a bare fact is noted', () => {
  test.each([
    ['AADSTS75011', "it's ServiceNow"],
    ['AADSTS50105', 'the app was bought in spring'],
  ])('after %s: "%s"', (code, text) => {
    const reply = replyTo(catalog, code, text);
    expect(reply).toContain(`Noted: ${text}.`);
    expect(reply).not.toContain('another problem?');
  });

  test('but never with a password', () => {
    expect(replyTo(catalog, 'SSPR_0029', 'it is off since march, her password is Sommer2024!')).not.toContain('Sommer');
  });
});
