import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type App, start } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { memoryLog } from '../fakes.ts';

// Much of this waits for whole processes or a whole catalog, also on a busy machine.
jest.setTimeout(40_000);

let home: string;
let app: App;
let origin: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  const env = { PORT: '0', SIGNPOST_STORE: join(home, 's.sqlite') };
  app = await start(readConfig(env), memoryLog());
  origin = `http://127.0.0.1:${app.port}`;
}, 30_000);
afterAll(async () => {
  await app.stop();
  rmSync(home, { recursive: true });
});

const json = { 'content-type': 'application/json' };
const requests: readonly (readonly [what: string, path: string, init: RequestInit, status: number])[] = [
  ['the page', '/', {}, 200],
  ['a script', '/assets/main.js', {}, 200],
  ['the page on privacy', '/privacy', {}, 200],
  ['the terms', '/terms', {}, 200],
  ['health', '/healthz', {}, 200],
  ['readiness', '/readyz', {}, 200],
  ['health, asked without its body', '/healthz', { method: 'HEAD' }, 200],
  ['readiness, asked without its body', '/readyz', { method: 'HEAD' }, 200],
  ['metrics', '/metrics', {}, 200],
  ['a chat message that is not understood', '/api/chat', { method: 'POST', headers: json, body: '{}' }, 400],
  ['news that are not understood', '/api/chat/news', { method: 'POST', headers: json, body: '{}' }, 400],
  ['an activity that is none', '/api/messages', { method: 'POST', headers: json, body: '{}' }, 400],
  ['a path that is not there', '/nothing/here', {}, 404],
  ['a method that is not there', '/healthz', { method: 'DELETE' }, 405],
  ['a path out of the folder', '/assets/..%2f..%2f..%2fpackage.json', {}, 404],
];

describe('every answer carries headers that keep browsers from guessing, framing and loading', () => {
  test.each(requests)('%s', async (_, path, init, status) => {
    const response = await fetch(`${origin}${path}`, init);
    await response.arrayBuffer();
    const { headers } = response;
    expect(response.status).toBe(status);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('server') ?? '').not.toMatch(/\d|restify|node/i);
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('another site', () => {
  test('cannot ask in advance to send JSON', async () => {
    const response = await fetch(`${origin}/api/chat`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.ok).toBe(false);
  });

  test('cannot send as a form either', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { 'content-type': type, origin: 'https://evil.example' };
      const response = await fetch(`${origin}/api/chat`, { method: 'POST', headers, body: '{}' });
      expect(response.status).toBe(403);
    }
  });
});

test('readiness tells its details to this computer only', async () => {
  const here = await (await fetch(`${origin}/readyz`)).json();
  expect(here).toMatchObject({ ok: true, entries: expect.any(Number) });
  const there = await fetch(`${origin}/readyz`, { headers: { 'x-forwarded-for': '198.51.100.1' } });
  expect(await there.json()).toEqual({ ok: true });
});
