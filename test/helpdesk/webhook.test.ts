import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { helpdeskDefaults, type HelpdeskSettings } from '../../src/model/ticket.ts';
import { ada, bob, form, inChat, inRoom, press, setUp } from './set.ts';

type Got = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly path: string };

/** A receiver on this computer; `answers` are the statuses that it gives one after the other, 0 for none at all. */
const receiver = async (answers: number[] = []) => {
  const got: Got[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      got.push({ headers: request.headers, body, path: request.url ?? '' });
      const status = answers.shift() ?? 204;
      if (status === 0) return void request.socket.destroy();
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {});
      response.end(status >= 400 ? 'a secret of the receiver' : '');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { got, url, close: () => new Promise((resolve) => server.close(resolve)) };
};

type Receiver = Awaited<ReturnType<typeof receiver>>;

const secret = 'a shared secret of 32 characters';
const settings = (...urls: readonly string[]): HelpdeskSettings => ({
  ...helpdeskDefaults,
  webhooks: { urls, secret },
});

const events = ({ got }: Receiver) => got.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

/** The check that docs/helpdesk.md shows to whoever receives events. */
const documented = async () => {
  const page = readFileSync(new URL('../../docs/helpdesk.md', import.meta.url), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  const file = join(home, 'check.mjs');
  writeFileSync(file, code);
  const { isFromSignpost } = (await import(file)) as {
    isFromSignpost: (headers: IncomingHttpHeaders, body: string, secret: string, now: number) => boolean;
  };
  rmSync(home, { recursive: true });
  return isFromSignpost;
};

describe('webhooks', () => {
  let now: number;
  const open: Receiver[] = [];
  const listen = async (answers: number[] = []): Promise<Receiver> => {
    const one = await receiver(answers);
    open.push(one);
    return one;
  };
  const start = (...receivers: readonly Receiver[]) =>
    setUp({ helpdesk: settings(...receivers.map(({ url }) => url)), clock: () => now });
  const later = async (bot: Awaited<ReturnType<typeof setUp>>, minutes: number): Promise<void> => {
    for (let passed = 0; passed <= minutes; passed += 5) {
      await bot.settle();
      now += 300_000;
    }
    await bot.settle();
  };
  beforeEach(() => {
    now = Date.UTC(2026, 10, 25, 9);
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  test('every receiver gets each event once, as a signed CloudEvent', async () => {
    const [one, two] = [await listen(), await listen()];
    const bot = await start(one, two);
    await bot.answer(inChat(ada, form('f1', { problem: 'pwd works, Payroll does not' })));
    await bot.settle();
    await bot.answer(inRoom(bob, press('claim', 'HD-1')));
    await bot.settle();
    expect(events(one).map(({ type }) => type)).toEqual(['signpost.ticket.opened', 'signpost.ticket.claimed']);
    expect(events(two)).toHaveLength(2);
    const [{ headers, body }] = one.got as [Got];
    expect(events(one)[0]).toMatchObject({
      specversion: '1.0',
      source: 'signpost',
      subject: 'HD-1',
      time: '2026-11-25T09:00:00.000Z',
      datacontenttype: 'application/json',
      data: {
        by: { name: 'Ada' },
        ticket: { id: 'HD-1', status: 'open', rev: 1, problem: 'pwd works, Payroll does not' },
      },
    });
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', secret).update(signed).digest('base64')}`);
    expect(headers['webhook-id']).toBe(events(one)[0]!['id']);
    const isFromSignpost = await documented();
    expect(isFromSignpost(headers, body, secret, now)).toBe(true);
    expect(isFromSignpost(headers, `${body} `, secret, now)).toBe(false);
    expect(isFromSignpost(headers, body, 'another secret', now)).toBe(false);
    expect(isFromSignpost(headers, body, secret, now + 600_000)).toBe(false);
    await bot.stop();
  });

  test('a receiver that fails, drops or redirects gets it again, with the same id and body', async () => {
    const one = await listen([500, 0, 302, 429, 404]);
    const bot = await start(one);
    await bot.answer(inChat(ada, form()));
    await later(bot, 30);
    expect(one.got.map(({ path }) => path)).toEqual(Array.from({ length: 6 }, () => '/hook'));
    expect(new Set(one.got.map(({ body }) => body)).size).toBe(1);
    expect(new Set(one.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await bot.store.dead(10)).toEqual([]);
    await bot.stop();
  });

  test('one that is gone is given up, told without what it answered, and replayed on demand', async () => {
    const one = await listen([410]);
    const bot = await start(one);
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    const dead = await bot.store.dead(10);
    expect(dead).toEqual([expect.objectContaining({ kind: 'webhook', why: expect.stringContaining('answered 410') })]);
    expect(JSON.stringify(dead)).not.toContain('secret of the receiver');
    expect(await bot.store.replay('no such key', now)).toBe(0);
    expect(await bot.store.replay(null, now)).toBe(1);
    await bot.settle();
    expect(one.got).toHaveLength(2);
    expect(await bot.store.dead(10)).toEqual([]);
    await bot.stop();
  });

  test('one that is down for a day is given up after about that, and nobody else waits for it', async () => {
    const gone = await listen();
    await gone.close();
    open.pop();
    const two = await listen();
    const bot = await start(gone, two);
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    expect(two.got).toHaveLength(1);
    expect(bot.texts('teams').some((text) => text.includes('HD-1 is open'))).toBe(true);
    await later(bot, 12 * 60);
    expect(await bot.store.dead(10)).toEqual([]);
    await later(bot, 16 * 60);
    expect(await bot.store.dead(10)).toHaveLength(1);
    await bot.stop();
  }, 30_000);

  test('one that is no longer configured gets nothing', async () => {
    const one = await listen([500]);
    const bot = await start(one);
    await bot.answer(inChat(ada, form()));
    await bot.settle();
    const other = await setUp({ store: bot.store, helpdesk: helpdeskDefaults, clock: () => now });
    now += 600_000;
    await other.settle();
    expect(one.got).toHaveLength(1);
    expect((await bot.store.dead(10))[0]?.why).toContain('no longer names the receiver');
    await bot.stop();
  });
});
