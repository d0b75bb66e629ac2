import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { isDirectlyLocal } from '../../src/model/local.ts';

const isLocal = (remoteAddress: string | undefined, headers: IncomingHttpHeaders): boolean =>
  isDirectlyLocal({ socket: { remoteAddress }, headers } as unknown as IncomingMessage);

test.each(['127.0.0.1', '127.0.0.2', '::1', '::ffff:127.0.0.1'])('a request from %s is of this computer', (address) => {
  expect(isLocal(address, { host: 'localhost' })).toBe(true);
});

test.each([undefined, '192.0.2.7', '::ffff:192.0.2.7', '::', '::11', '10.127.0.1', '1270.0.0.1', 'fe80::1'])(
  'a request from %s is not, whatever it calls this computer',
  (address) => {
    expect(isLocal(address, { host: 'localhost' })).toBe(false);
  },
);

test.each([
  'localhost',
  'LOCALHOST',
  'localhost:3978',
  '127.0.0.1',
  '127.0.0.1:3978',
  '127.1.2.3',
  '[::1]',
  '[::1]:3978',
])('one that calls this computer %s is meant for it', (host) => {
  expect(isLocal('127.0.0.1', { host })).toBe(true);
});

test.each([
  undefined,
  '',
  'evil.example',
  'localhost.evil.example',
  'evil.example:3978',
  '127.0.0.1.evil.example',
  '127.evil.example',
  '127.0.0.1:80@evil.example',
  'my-localhost',
  '0.0.0.0',
  '::1',
  '[::2]',
  'localhost\nevil.example',
])('one that calls it %j is not', (host) => {
  expect(isLocal('127.0.0.1', { host })).toBe(false);
});

test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'])(
  'one with the header %s was passed on, even where it is empty',
  (header) => {
    expect(isLocal('127.0.0.1', { host: 'localhost', [header]: '127.0.0.1' })).toBe(false);
    expect(isLocal('127.0.0.1', { host: 'localhost', [header]: '' })).toBe(false);
  },
);
