import { expect, test } from '@jest/globals';
import { activityIn } from '../../src/channels/teams/activity.ts';
import { receive } from '../../src/channels/teams/receive.ts';

const mention = { type: 'mention', text: '<at>Signpost</at>', mentioned: { id: '28:bot', name: 'Signpost' } };

const arrived = (text: string, more: object = {}) =>
  receive(
    activityIn({
      type: 'message',
      id: '1',
      serviceUrl: 'https://smba.example/emea/',
      from: { id: '29:ann', name: 'Ann' },
      recipient: { id: '28:bot', name: 'Signpost' },
      conversation: { id: 'a:1', conversationType: 'personal' },
      text,
      ...more,
    }),
  );

const heard = (text: string, more: object = {}) => arrived(text, more)?.event;

test.each([
  ['one', '<at>Signpost</at> AADSTS50105', 'AADSTS50105'],
  ['every one', '<at>Signpost</at> <at>Signpost</at>&nbsp;50126 <at>Signpost</at>', '50126'],
  ['one in the middle', 'please <at>Signpost</at> help', 'please help'],
  ['the only word', '<at>Signpost</at>&nbsp;', ''],
  ['one before lines', '<at>Signpost</at> first\nsecond \u00a0 half', 'first\nsecond half'],
  ['one before what looks like markup', '<at>Signpost</at> a <b> & *c*', 'a <b> & *c*'],
])('a mention of the bot is not part of the text: %s', (_name, text, words) => {
  expect(heard(text, { entities: [mention] })).toEqual({ kind: 'said', text: words });
});

test('a mention without its own text is known by the name', () => {
  const entities = [{ ...mention, text: undefined }];
  expect(heard('<at>Signpost</at> 50105', { entities })).toEqual({ kind: 'said', text: '50105' });
});

test('the mention of somebody else stays', () => {
  const bob = { type: 'mention', text: '<at>Bob</at>', mentioned: { id: '29:bob', name: 'Bob' } };
  const entities = [mention, bob, { type: 'clientInfo', locale: 'en-GB' }];
  const text = '<at>Signpost</at> <at>Bob</at> cannot sign in';
  expect(heard(text, { entities })).toEqual({ kind: 'said', text: '<at>Bob</at> cannot sign in' });
});

test.each([
  ['the activity', { locale: 'de-AT', entities: [{ type: 'clientInfo', locale: 'en-GB' }] }, 'de-AT'],
  ['the client', { entities: [{ type: 'clientInfo', locale: 'fr-CA' }] }, 'fr-CA'],
  ['nobody', { entities: [{ type: 'clientInfo', locale: 7 }] }, undefined],
])('the locale of a person is told by %s', (_name, more, locale) => {
  expect(arrived('50105', more)?.person.locale).toBe(locale);
});

test('the HTML beside a text is left alone', () => {
  const attachments = [{ contentType: 'text/html', content: '<p><b>50105</b></p>' }];
  expect(heard('50105', { attachments })).toEqual({ kind: 'said', text: '50105' });
});

test('a message without words is heard as such', () => {
  expect(heard('', { attachments: [{ contentType: 'image/png' }] })).toEqual({ kind: 'said', text: '' });
});

test.each([
  ['a turn that is no number', { choice: 'yes', turn: 'x' }, { kind: 'chose', choice: 'yes' }],
  ['an entry that is no text', { choice: 'yes', about: 7, turn: 2 }, { kind: 'chose', choice: 'yes', turn: 2 }],
  ['no choice', { about: '50105' }, { kind: 'said', text: '' }],
  ['an empty choice', { choice: '' }, { kind: 'said', text: '' }],
])('the data of a button is read with care: %s', (_name, value, event) => {
  expect(heard('', { value })).toEqual(event);
});
