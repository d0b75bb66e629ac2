/** A room is set up for the helpdesk and for notices in the same words, in every language. */
import { expect, test } from '@jest/globals';
import { roomUseIn } from '../../dialogs/room-use.ts';

test.each([
  ['use this channel for notices', 'notices'],
  ['Please use this room as the alerts channel.', 'notices'],
  ['use this channel for helpdesk', 'helpdesk'],
  ['make this channel the helpdesk', 'helpdesk'],
  ['Nutze diesen Kanal für Meldungen', 'notices'],
  ['diesen Kanal bitte für den Helpdesk verwenden', 'helpdesk'],
  ['utilisez ce canal pour les alertes', 'notices'],
  ['utilise ce canal pour le support', 'helpdesk'],
  ['usa este canal para los avisos, por favor', 'notices'],
  ['use este canal para soporte', 'helpdesk'],
  ['このチャネルを通知に使ってください', 'notices'],
  ['このチャンネルをヘルプデスクとして使ってください', 'helpdesk'],
])('"%s" sets it up for %s', (text, use) => {
  expect(roomUseIn(text)).toEqual({ use, ends: false, rest: '' });
});

test.each([
  ['stop using this channel for notices', 'notices'],
  ["don't use this channel for the helpdesk any more", 'helpdesk'],
  ['diesen Kanal nicht mehr für Meldungen nutzen', 'notices'],
  ["n'utilisez plus ce canal pour les alertes", 'notices'],
  ['deja de usar este canal para soporte', 'helpdesk'],
  ['このチャネルを通知に使わないでください', 'notices'],
])('"%s" ends that it is for %s', (text, use) => {
  expect(roomUseIn(text)).toEqual({ use, ends: true, rest: '' });
});

test('topics and domains stand behind it', () => {
  expect(roomUseIn('use this channel for alerts about federation, critical only')?.rest).toBe(
    ' about federation, critical only',
  );
});

test.each([
  'use this channel for lunch',
  'use this to get support',
  'can I use this channel for notices?',
  'is this channel for support',
  'make this support ticket urgent',
  'use this support article',
  'use this alerts page',
  'make this warnings go away',
])('nothing else does: "%s"', (text) => {
  expect(roomUseIn(text)).toBeNull();
});
