import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, jest } from '@jest/globals';
import { start } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog } from '../fakes.ts';
import { secretsIn } from '../knowledge/secrets.ts';
import { own } from './bot.ts';

const home = mkdtempSync(join(tmpdir(), 'signpost-'));
afterAll(() => rmSync(home, { recursive: true }));

const token = 'a-token-of-many-letters-42';

jest.setTimeout(30_000);

describe('the running bot', () => {
  test('takes notices in with the token and keeps them', async () => {
    const file = join(home, 'store.sqlite');
    const app = await start(readConfig({ PORT: '0', SIGNPOST_STORE: file, SIGNPOST_API_TOKEN: token }), memoryLog());
    const send = (authorization: string) =>
      fetch(`http://127.0.0.1:${app.port}/api/notices`, { method: 'POST', headers: { authorization }, body: own('k') });
    expect((await send('Bearer nonsense-that-is-long')).status).toBe(401);
    expect((await send(`Bearer ${token}`)).status).toBe(200);
    await app.stop();
    const store = await sqlite(file);
    expect((await store.board()).firing.map(({ key }) => key)).toEqual(['own/k']);
    await store.close();
  });

  test('keeps no secret of any kind that stands in an alert', async () => {
    const file = join(home, 'secrets.sqlite');
    const app = await start(readConfig({ PORT: '0', SIGNPOST_STORE: file, SIGNPOST_API_TOKEN: token }), memoryLog());
    const notices = secretsIn.map(([text], n) => ({ key: `k${n}`, title: text, evidence: text, severity: 'critical' }));
    const response = await fetch(`http://127.0.0.1:${app.port}/api/notices`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ notices }),
    });
    expect(response.status).toBe(200);
    await app.stop();
    const store = await sqlite(file);
    const { notices: kept } = await store.notices.ledger();
    expect(kept).toHaveLength(notices.length);
    const words = kept.map(({ told }) => `${told.title} ${told.evidence}`).join('\n');
    expect(secretsIn.filter(([, secret]) => words.includes(secret)).map(([text]) => text)).toEqual([]);
    await store.close();
  });

  test('runs the checks that are set up, and keeps how they went', async () => {
    const asked: string[] = [];
    const entra = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404);
      response.end('{}');
    });
    await new Promise<void>((resolve) => void entra.listen(0, '127.0.0.1', resolve));
    const { port } = entra.address() as AddressInfo;
    const file = join(home, 'checks.sqlite');
    const settings = { SIGNPOST_CHECK_DOMAINS: 'contoso.example', SIGNPOST_AUTHORITY: `http://127.0.0.1:${port}` };
    const app = await start(readConfig({ PORT: '0', SIGNPOST_STORE: file, ...settings }), memoryLog());
    for (let tries = 0; tries < 100 && asked.length === 0; tries++) await new Promise((next) => setTimeout(next, 50));
    await app.stop();
    const store = await sqlite(file);
    expect(await store.notices.checkRecord('federation')).toMatchObject({ name: 'federation', doubtful: false });
    expect(asked.some((path) => path.includes('contoso.example'))).toBe(true);
    await store.close();
    await new Promise((resolve) => entra.close(resolve));
  });

  test('has no way in for notices without a token', async () => {
    const app = await start(readConfig({ PORT: '0', SIGNPOST_STORE: ':memory:' }), memoryLog());
    const response = await fetch(`http://127.0.0.1:${app.port}/api/notices`, { method: 'POST', body: own('k') });
    expect(response.status).toBe(404);
    await app.stop();
  });
});
