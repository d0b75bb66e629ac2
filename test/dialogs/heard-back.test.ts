import { beforeAll, expect, test } from '@jest/globals';
import { closingIn } from '../../dialogs/what-now.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';
import { decided, entryAfter, replyTo } from '../talk.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await realCatalog();
});

test.each([
  ['AADSTS500121', 'old phone entry is deleted, do we also need to revoke sessions', /End the sessions/],
  ['AADSTS50053', 'how do i find out which device it was', /How to check/],
  ['AADSTS50105', 'does he have to sign in again on the phone', /found nothing on that in my answer/],
  ['AADSTS50105', 'do i need to tell the owner of the app', /owner of the app/],
  ['AADSTS50105', 'muss er sich am Handy neu anmelden?', /50105/],
  ['AADSTS50072', 'and 50079, is that the same in the app?', /50079/],
])('a question after the success of %s is about it: "%s"', (code, question, told) => {
  const texts = [code, 'works now', question];
  expect(entryAfter(catalog, ...texts)).toBe(code.replace('AADSTS', ''));
  expect(replyTo(catalog, ...texts)).toMatch(/^Back to "/);
  expect(replyTo(catalog, ...texts)).toMatch(told);
});

test('a question is about the last answer also where that was put aside', () => {
  expect(entryAfter(catalog, 'AADSTS50105', 'never mind', 'does he have to sign in again on the phone')).toBe('50105');
});

test('what is asked since is about the method that helped', () => {
  const texts = ['AADSTS50105', 'method 1 did not help', 'works now', 'how long does that take to be active?'];
  expect(replyTo(catalog, ...texts)).toContain('Method 2: Add the person to an assigned group');
});

test('thanks for what was told of it need no outcome', () => {
  const texts = ['AADSTS50105', 'works now', 'do i need to tell the owner of the app', 'thanks'];
  expect(replyTo(catalog, ...texts)).toBe('You are welcome. Come back with the next code.');
});

test.each([
  ['AADSTS50105', 'the owner of the app is on holiday'],
  ['AADSTS50053', 'the ip in the log was from brazil'],
])('a fact after the success of %s is heard beside it, and its card is not shown again: "%s"', (code, fact) => {
  const reply = replyTo(catalog, code, 'works now', fact);
  expect(entryAfter(catalog, code, 'works now', fact)).toBe(code.replace('AADSTS', ''));
  expect(reply).toMatch(/^Back to "/);
  expect(reply).not.toContain('Last reviewed');
});

test('the next person with the same begins the last answer anew', () => {
  const texts = ['AADSTS50105', 'works now', 'next one: same app, a contractor, user type guest'];
  expect(replyTo(catalog, ...texts)).toMatch(/Method 1: Assign the person[\s\S]*guest needs an assignment/);
  expect((decided(catalog, texts).next.state as { tried?: unknown }).tried).toBeUndefined();
});

test.each([
  'another user cannot sign in to SAP',
  'next user: outlook keeps asking for the password',
  'Neue Frage, neuer Fall: TAP wird am Handy nicht angenommen, "falsch"',
  'now he is asked for mfa each time',
  "and one of the directors says his mac can't sign in",
  'teams says AADSTS53003',
  'AADSTS50020, same app',
  'my printer is offline',
  'another problem',
  'what is a TAP?',
])('another matter leaves the last answer: "%s"', (text) => {
  expect(entryAfter(catalog, 'AADSTS50105', 'works now', text)).not.toBe('50105');
  expect(replyTo(catalog, 'AADSTS50105', 'works now', text)).not.toContain('50105');
});

test('a success that was noted is not noted twice', () => {
  const texts = ['0x80072F0D', 'works now', 'pushed the root via GPO, gpupdate, join worked on the first try'];
  expect(decided(catalog, texts).effects ?? []).toEqual([]);
  expect(replyTo(catalog, ...texts)).toBe('You are welcome. Come back with the next code.');
});

test('where nothing fitted, other words for the problem are no word on an answer before it', () => {
  const texts = ['AADSTS50105', 'works now', 'outlook fails', 'none of these', 'it is the certificate'];
  expect(replyTo(catalog, ...texts)).not.toContain('50105');
});

test.each([
  ['great. can i close that somehow, and what do i note in the ticket?', true, true],
  ['can i close that somehow', true, false],
  ['what do i write into the ticket', false, true],
  ['kann ich das schließen und was schreibe ich ins Ticket?', true, true],
  ["merci, qu'est-ce que je note dans le ticket ?", false, true],
  ['¿puedo cerrarlo y qué anoto en el ticket?', true, true],
  ['チケットには何を書けばいいですか', false, true],
])('"%s" asks to close a case: %s, and what to note: %s', (text, closes, notes) => {
  expect(closingIn(text)).toEqual({ closes, notes });
});

test.each(['what do i do with the ticket', 'can i close the browser', 'what does the user see', 'thanks'])(
  '"%s" asks for neither',
  (text) => {
    expect(closingIn(text)).toBeNull();
  },
);

test('what to note is the problem, its cause and what was done', () => {
  const ask = 'great. can i close that somehow, and what do i note in the ticket?';
  const reply = replyTo(catalog, 'AADSTS50105', 'works now', ask);
  expect(reply).toContain('Problem: 50105 because the user is not assigned to the app');
  expect(reply).toContain('Cause: The enterprise app has "Assignment required?" set to Yes');
  expect(reply).toContain('Code: AADSTS50105');
  expect(reply).toContain('What was done: Method 1: Assign the person or a group');
  expect(decided(catalog, ['AADSTS50105', 'works now', ask]).next.step).toBe('listen');
});

test('what to note of a success that is told with the question holds the method that helped', () => {
  const texts = ['AADSTS50105', 'method 1 did not help', 'great, works now, what do i put in the ticket?'];
  expect(replyTo(catalog, ...texts)).toMatch(/What was done: .*Method 2: Add the person to an assigned group/);
});

test('what to note before anything helped names what was tried in vain', () => {
  const reply = replyTo(catalog, 'AADSTS50105', 'method 1 did not help', 'what do i write into the ticket');
  expect(reply).toContain('Tried without success: Method 1: Assign the person or a group');
  expect(reply).not.toContain('What was done');
});

test('what was put aside was not solved', () => {
  const tried = ['AADSTS50105', 'method 1 did not help', 'never mind', 'what do i write into the ticket'] as const;
  expect(replyTo(catalog, ...tried)).toMatch(/Tried without success: Method 1/);
  expect(replyTo(catalog, 'AADSTS50105', 'works now', 'what do i write into the ticket')).toMatch(
    /What was done: Method 1/,
  );
});
