import { expect, test } from '@jest/globals';
import { nominative, personIn, whomIn } from '../../dialogs/person.ts';

test.each([
  ['open a ticket for tom', 'tom'],
  ['ticket for my colleague Anna Berg', 'my colleague Anna Berg'],
  ['raise one on behalf of Dr. Miller', 'Dr. Miller'],
  ['i need a ticket for jdoe from sales', 'jdoe from sales'],
  ['create a ticket for tom and anna', 'tom and anna'],
  ['a ticket for anna.berg@contoso.com', 'anna.berg@contoso.com'],
  ['open a ticket for the whole team', 'the whole team'],
  ['ticket for him please', 'him'],
  ['bitte ein Ticket für Anna Berg eröffnen', 'Anna Berg'],
  ['mach ein Ticket für Tom auf', 'Tom'],
  ['Ticket im Namen von Frau Berg', 'Frau Berg'],
  ['ouvrez un ticket pour mon collègue Jean Dupont', 'mon collègue Jean Dupont'],
  ['abre un ticket para Ana García', 'Ana García'],
  ['田中さんのためにチケットを開いて', '田中さん'],
])('"%s" is for %s', (text, person) => {
  expect(personIn(text)?.person).toBe(person);
});

test.each(['open a ticket', 'open a ticket for this', 'チケットを開いて', 'open a ticket for it'])(
  '"%s" names nobody',
  (text) => {
    expect(personIn(text)).toBeNull();
  },
);

test('a name that alone tells that it is one is to be looked up, for a product may stand there', () => {
  expect(personIn('open a ticket for outlook')?.name).toBe('outlook');
  expect(personIn('open a ticket for my boss')?.name).toBeNull();
  expect(personIn('田中さんのチケットを作成して')?.name).toBeNull();
});

test('in an open form the person may be all that is said', () => {
  expect(whomIn("it's for Lisa")).toBe('Lisa');
  expect(whomIn('für meine Kollegin Anna Berg')).toBe('meine Kollegin Anna Berg');
  expect(whomIn('for two days')).toBeNull();
  expect(whomIn('for Lisa since Monday, she gets 50126')).toBeNull();
});

test.each([
  ['herrn huber', 'Herr Huber'],
  ['Frau Schulz', 'Frau Schulz'],
  ['meinen kollegen Paul', 'mein Kollege Paul'],
  ['meiner Kollegin Anna', 'meine Kollegin Anna'],
  ['tom', 'tom'],
  ['my colleague Paul', 'my colleague Paul'],
])('behind "für" %s is %s', (person, named) => {
  expect(nominative(person)).toBe(named);
});
