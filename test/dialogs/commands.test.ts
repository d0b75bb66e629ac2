import { expect, test } from '@jest/globals';
import { command, helpedNot } from '../../dialogs/commands.ts';
import { reactionOf } from '../../dialogs/small-talk.ts';

test.each([
  ['what else?', 'next'],
  ["it still doesn't work", 'next'],
  ['same error', 'next'],
  ['no change', 'next'],
  ["that's not it", 'none'],
  ['wrong answer', 'none'],
  ['steps', 'steps'],
  ['sources?', 'sources'],
  ['?', 'unsure'],
])('%s is heard as "%s"', (text, kind) => {
  expect(command(text)?.kind).toBe(kind);
});

test.each(['wrong password', 'not it department but the user', 'still locked out'])('%s is a problem', (text) => {
  expect(command(text)).toBeNull();
});

test.each([
  'ticket please',
  'I need the helpdesk',
  'please open a ticket for me',
  'get me an agent',
  'can someone from IT call me',
  'I want to talk to a human',
  'ich brauche den helpdesk',
  'ich will mit einem menschen reden',
  'Ticket bitte',
  'je veux parler à un humain',
  'quiero hablar con soporte',
  '担当者につないで',
  'ヘルプデスクに連絡したい',
])('%s asks for the helpdesk', (text) => {
  expect(command(text)?.kind).toBe('helpdesk');
});

test.each([
  'nope, didnt help',
  'I added the URI, still the same',
  'still the same, nobody can login',
  'tried that',
  'I already did that',
  'did that already',
  'I did that, no success',
  'not working',
  'immer noch gleich',
  "ça n'a rien changé",
  'sigue igual',
  'まだ同じです',
])('%s says that a method did not help', (text) => {
  expect(helpedNot(text) || command(text)?.kind === 'next').toBe(true);
});

test.each([
  'Outlook does not work',
  'the helpdesk cannot reset the password',
  'the authentication agent is offline',
  'same error as yesterday',
  'a user did not get the code',
  'our support portal does not open',
])('%s is neither', (text) => {
  expect(helpedNot(text)).toBe(false);
  expect(command(text)).toBeNull();
});

test.each([
  ['done', 'done'],
  ['ok, did that', 'done'],
  ["that's strange", 'remark'],
  ['what does that mean?', 'remark'],
  ['seltsam', 'remark'],
  ['本当ですか?', 'remark'],
  ['why is my account locked', null],
  ['done with the setup, and now error 500', null],
])('%s is a reaction of the kind "%s"', (text, kind) => {
  expect(reactionOf(text)).toBe(kind);
  if (kind) expect(helpedNot(text)).toBe(false);
});
