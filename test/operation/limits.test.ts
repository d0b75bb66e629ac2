import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { tooFast } from '../../dialogs/too-fast.ts';
import { readConfig } from '../../src/config.ts';
import { frontOf } from '../../src/front.ts';
import { limitAddresses } from '../../src/limits/address.ts';
import { bucketOf } from '../../src/limits/bucket.ts';
import { limitPeople } from '../../src/limits/person.ts';
import { sourceOf } from '../../src/limits/source.ts';
import type { Answered, Route } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';
import { type Bounds, type Server, serve, standardTimes } from '../../src/server.ts';
import { incoming, memoryLog, realEngine } from '../fakes.ts';

// Much of this waits for whole processes or a whole catalog, also on a busy machine.
jest.setTimeout(40_000);

const clockAt = (start: number) => {
  let now = start;
  return { now: () => now, wait: (seconds: number) => void (now += seconds * 1000) };
};

describe('a bucket', () => {
  test('lets a burst through, then refuses until a quarter of it is free again', () => {
    const clock = clockAt(0);
    const bucket = bucketOf(20, clock.now);
    for (let n = 0; n < 20; n++) expect(bucket.take('ada')).toEqual({ ok: true });
    expect(bucket.take('ada')).toEqual({ ok: false, after: 15, first: true });
    clock.wait(10);
    expect(bucket.take('ada')).toEqual({ ok: false, after: 5, first: false });
    expect(bucket.take('bob')).toEqual({ ok: true });
    clock.wait(5);
    expect(bucket.take('ada')).toEqual({ ok: true });
  });

  test('never admits more than the burst and the rate allow, whatever comes when', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }),
        (rate, gaps) => {
          const clock = clockAt(0);
          const bucket = bucketOf(rate, clock.now);
          let admitted = 0;
          for (const gap of gaps) {
            clock.wait(gap / 1000);
            if (bucket.take('ada').ok) admitted++;
          }
          expect(admitted).toBeLessThanOrEqual(rate + (clock.now() / 60_000) * rate + 1e-6);
        },
      ),
    );
  });

  test('a clock that is set back takes nothing away', () => {
    const clock = clockAt(100_000);
    const bucket = bucketOf(2, clock.now);
    bucket.take('ada');
    clock.wait(-50);
    expect(bucket.take('ada')).toEqual({ ok: true });
  });

  test('ten thousand keys are remembered and no more', () => {
    const bucket = bucketOf(1, () => 0);
    expect(bucket.take('first').ok).toBe(true);
    expect(bucket.take('first').ok).toBe(false);
    for (let n = 0; n < 10_000; n++) bucket.take(`k${n}`);
    expect(bucket.take('k9999').ok).toBe(false);
    expect(bucket.take('first').ok).toBe(true);
  });
});

describe('a person who writes too much', () => {
  const limited = async (perMinute: number) => {
    const clock = clockAt(0);
    const { answer, stop } = await realEngine();
    let refused = 0;
    const sorry = tooFast;
    return {
      answer: limitPeople(answer, { perMinute, clock: clock.now, sorry, refused: () => refused++ }),
      clock,
      stop,
      refused: () => refused,
    };
  };
  const teams = { place: { channel: 'teams', conversation: 'c1' } } as const;

  test('is told once, then hears nothing until it clears, and others are answered meanwhile', async () => {
    const { answer, clock, stop, refused } = await limited(4);
    const told: Reply[] = [];
    const say = (text: string, more = {}): Promise<Answered> =>
      answer(incoming(text, { ...teams, ...more }), async (reply) => void told.push(reply));
    for (let n = 0; n < 4; n++) await say('hello');
    told.length = 0;
    for (let n = 0; n < 30; n++) await say('hello');
    expect(told.map(({ text }) => text)).toEqual([
      'That was a lot at once. I read on in about 15 seconds; what you send before that I do not see.',
    ]);
    expect(refused()).toBe(30);
    const other = await say('what is 80043431', {
      person: { id: 'bob', name: 'Bob' },
      place: { channel: 'teams', conversation: 'c2' },
    });
    expect(other.understood?.outcome).toBe('answer');
    clock.wait(15);
    expect((await say('what is 80043431')).understood?.outcome).toBe('answer');
    await stop();
  });

  test('leaves no turn behind, so that the conversation goes on where it was', async () => {
    const { answer, clock, stop } = await limited(1);
    const first = await answer(incoming('what is 80043431', teams));
    const refused = await answer(incoming('next method', teams));
    expect([refused.turn, refused.effects, refused.understood]).toEqual([0, [], null]);
    clock.wait(60);
    const second = await answer(incoming('next method', teams));
    expect(second.turn).toBe(first.turn + 1);
    expect(second.replies[0]?.text).toContain('Method 2 of 3');
    await stop();
  });

  test('a sentence that the platform does not take harms nobody', async () => {
    const { answer, stop } = await limited(1);
    await answer(incoming('hello', teams));
    const refused = await answer(incoming('hello', teams), () => Promise.reject(new Error('down')));
    expect(refused.replies).toHaveLength(1);
    await stop();
  });

  test('whoever uses the terminal is not limited', async () => {
    const { answer, stop } = await limited(1);
    for (let n = 0; n < 5; n++) expect((await answer(incoming('what is 80043431'))).turn).toBe(n + 1);
    await stop();
  });
});

describe('where a request comes from', () => {
  const from = (remoteAddress: string, forwarded: string | undefined, proxies: number): string =>
    sourceOf(
      { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage,
      proxies,
    );

  test.each([
    ['the caller, whatever a header says', '203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
    ['the last name that our proxy wrote', '10.0.0.1', '6.6.6.6, 198.51.100.1', 1, '198.51.100.1'],
    ['the name before that for two proxies', '10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
    ['the caller where a proxy is missing', '10.0.0.1', undefined, 1, '10.0.0.1'],
    ['an address without the port of the proxy', '10.0.0.1', '198.51.100.1:5123', 1, '198.51.100.1'],
    ['one network of an IPv6 customer', '2001:db8:1:2:aaaa::1', undefined, 0, '2001:db8:1:2::/64'],
    ['a short IPv6 address', '2001:db8::1', undefined, 0, '2001:db8:0:0::/64'],
    ['IPv4 in IPv6', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
  ])('%s', (_, remote, forwarded, proxies, source) => {
    expect(from(remote, forwarded, proxies)).toBe(source);
  });
});

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server?.close(0);
  server = undefined;
});

const echo = (path: string, method: 'GET' | 'POST' = 'POST'): Route => ({
  method,
  path,
  async handle(request, response) {
    request.resume();
    await once(request, 'end');
    response.end('{}');
  },
});

const listening = async (routes: readonly Route[], bounds?: Bounds): Promise<number> => {
  server = serve(routes, async () => ({ ok: true }), memoryLog(), bounds);
  return server.listen('127.0.0.1', 0);
};

type Got = { readonly status: number | undefined; readonly headers: IncomingMessage['headers']; readonly body: string };

const send = (port: number, path: string, headers: OutgoingHttpHeaders = {}, method = 'POST'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const out = httpRequest({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      const { statusCode: status, headers: got } = response;
      bodyOf(response).then((body) => resolve({ status, headers: got, body }), reject);
    });
    out.on('error', reject);
    out.end(method === 'POST' ? '{}' : undefined);
  });

describe('an address that sends too much', () => {
  const paths = ['/api/chat', '/api/notices/alertmanager', '/api/tickets/7/events', '/api/messages', '/slack/events'];
  const limit = { perMinute: 3, proxies: 1, clock: () => 0 };
  const through = (address: string) => ({ 'x-forwarded-for': address });

  test('gets 429 with Retry-After, or 503 for notices so that they are sent again; signed routes are not counted', async () => {
    let refused = 0;
    const port = await listening(
      limitAddresses(
        paths.map((path) => echo(path)),
        { ...limit, refused: () => refused++ },
      ),
    );
    for (let n = 0; n < 3; n++) expect((await send(port, '/api/chat', through('198.51.100.1'))).status).toBe(200);
    const over = await send(port, '/api/chat', through('198.51.100.1'));
    expect([over.status, over.headers['retry-after'], over.headers.connection]).toEqual([429, '20', 'close']);
    expect(JSON.parse(over.body)).toEqual({
      replies: [],
      error: 'Too many requests from your address. Try again in 20 seconds.',
    });
    expect((await send(port, '/api/notices/alertmanager', through('198.51.100.1'))).status).toBe(503);
    expect((await send(port, '/api/tickets/7/events', through('198.51.100.1'))).status).toBe(429);
    for (const path of ['/api/messages', '/slack/events', '/api/chat']) {
      const address = path === '/api/chat' ? '198.51.100.2' : '198.51.100.1';
      expect((await send(port, path, through(address))).status).toBe(200);
    }
    expect(refused).toBe(3);
  });

  test('a made-up name in front of our proxy does not help', async () => {
    const port = await listening(limitAddresses([echo('/api/chat')], limit));
    const statuses: (number | undefined)[] = [];
    for (let n = 0; n < 5; n++)
      statuses.push((await send(port, '/api/chat', through(`10.9.8.${n}, 198.51.100.1`))).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });

  test('this computer itself is not counted', async () => {
    const port = await listening(limitAddresses([echo('/api/chat')], limit));
    for (let n = 0; n < 10; n++) expect((await send(port, '/api/chat')).status).toBe(200);
  });
});

describe('slow, large and many requests', () => {
  const open = (port: number): Promise<Socket> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket));
      socket.on('error', () => undefined);
      sockets.push(socket);
    });
  const ended = (socket: Socket): Promise<string> =>
    new Promise((resolve) => {
      let got = '';
      socket.on('data', (chunk) => (got += String(chunk)));
      socket.on('close', () => resolve(got));
    });
  const times = { head: 300, request: 600, idle: 5000, look: 100 };

  test('the head has 10 seconds and a request 30, looked at every 2', () => {
    expect(standardTimes).toMatchObject({ head: 10_000, request: 30_000, look: 2_000 });
  });

  test('a head that drips in is dropped, while others are served', async () => {
    const port = await listening([echo('/api/chat')], { connections: 100, times });
    const slow = await open(port);
    const end = ended(slow);
    const began = Date.now();
    const drip = setInterval(() => slow.write('X-A: b\r\n'), 50);
    slow.write('POST /api/chat HTTP/1.1\r\nHost: localhost\r\n');
    expect((await send(port, '/api/chat')).status).toBe(200);
    expect(await end).toContain('408');
    clearInterval(drip);
    expect(Date.now() - began).toBeLessThan(3000);
  });

  test('a body that drips in is dropped', async () => {
    const port = await listening([echo('/api/chat')], { connections: 100, times });
    const slow = await open(port);
    const end = ended(slow);
    const drip = setInterval(() => slow.write('a'), 50);
    slow.write('POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n');
    await end;
    clearInterval(drip);
    expect((await send(port, '/api/chat')).status).toBe(200);
  });

  test('a connection whose answer nobody reads is dropped', async () => {
    const large: Route = {
      method: 'GET',
      path: '/large',
      handle: async (_request, response) => void response.end(Buffer.alloc(64 * 2 ** 20)),
    };
    const port = await listening([large], { connections: 1, times: { ...times, idle: 300 } });
    const deaf = await open(port);
    deaf.pause();
    deaf.write('GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await sleep(1000);
    expect((await send(port, '/healthz', {}, 'GET')).status).toBe(200);
  });

  test.each(['websocket', 'h2c'])('a request that offers to go on in %s is answered as any other', async (protocol) => {
    const port = await listening([echo('/api/chat')], { connections: 100, times });
    const socket = await open(port);
    const end = ended(socket);
    socket.write(
      `POST /api/chat HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: ${protocol}\r\nContent-Length: 2\r\n\r\n{}`,
    );
    expect(await end).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('a connection over the most is dropped and counted, and the next one after that is served', async () => {
    let dropped = 0;
    const port = await listening([echo('/api/chat')], { connections: 3, dropped: () => dropped++ });
    const three = await Promise.all([open(port), open(port), open(port)]);
    const fourth = await open(port);
    await ended(fourth);
    expect(dropped).toBe(1);
    for (const socket of three) socket.destroy();
    await sleep(50);
    expect((await send(port, '/api/chat')).status).toBe(200);
  });

  test('one address gets its share of the connections and no more, and what it ends counts no longer', async () => {
    let dropped = 0;
    const port = await listening([echo('/api/chat')], { connections: 8, fromOne: 2, dropped: () => dropped++ });
    const two = await Promise.all([open(port), open(port)]);
    const third = await open(port);
    expect(await ended(third)).toBe('');
    expect(dropped).toBe(1);
    two[0].destroy();
    await sleep(50);
    expect((await send(port, '/api/chat')).status).toBe(200);
  });

  // macOS has no second address of its own.
  (process.platform === 'darwin' ? test.skip : test)('another address is served meanwhile', async () => {
    const port = await listening([echo('/api/chat')], { connections: 8, fromOne: 2 });
    for (let n = 0; n < 6; n++) await open(port);
    await sleep(50);
    const other = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' });
    sockets.push(other);
    const end = ended(other);
    other.write('POST /api/chat HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}');
    expect(await end).toMatch(/^HTTP\/1\.1 200 /);
  });

  test.each([
    [0, 500],
    [1, undefined],
  ])('with %i proxies in front one address may hold %j of 2000 connections', (proxies, fromOne) => {
    const { operation } = readConfig({ SIGNPOST_PROXIES: String(proxies) });
    expect(frontOf(operation).bounds).toMatchObject({ connections: 2000 });
    expect(frontOf(operation).bounds.fromOne).toBe(fromOne);
  });

  const begin = async (port: number, length: string, localAddress?: string): Promise<Socket> => {
    const socket = connect({ port, host: '127.0.0.1', ...(localAddress ? { localAddress } : {}) });
    socket.on('error', () => undefined);
    sockets.push(socket);
    socket.write(`POST /api/chat HTTP/1.1\r\nHost: localhost\r\n${length}\r\n\r\n`);
    return socket;
  };
  const chunk = (size: number): string => `${size.toString(16)}\r\n${'a'.repeat(size)}\r\n`;

  test('only so many large requests are read at once, announced or in chunks, and small ones beside them', async () => {
    const port = await listening([echo('/api/chat')], { connections: 100, large: 8 });
    const announced = await begin(port, 'Content-Length: 1000000');
    const chunked = await begin(port, 'Transfer-Encoding: chunked');
    chunked.write(chunk(65_537));
    await sleep(50);
    expect(await ended(await begin(port, 'Content-Length: 65537'))).toMatch(/^HTTP\/1\.1 503 [^]*Retry-After: /i);
    const another = await begin(port, 'Transfer-Encoding: chunked');
    const refused = ended(another);
    another.write(chunk(65_537));
    expect(await refused).toMatch(/^HTTP\/1\.1 503 [^]*Retry-After: /i);
    expect((await send(port, '/api/chat')).status).toBe(200);
    announced.destroy();
    chunked.write('0\r\n\r\n');
    await sleep(50);
    const large = await open(port);
    const end = ended(large);
    large.write('POST /api/chat HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 65537\r\n\r\n');
    large.write('a'.repeat(65_537));
    expect(await end).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('requests in chunks take no place among the large ones until they are large, and are read whole', async () => {
    const sizes: number[] = [];
    const late: Route = {
      ...echo('/api/chat'),
      async handle(request, response) {
        await sleep(20);
        sizes.push((await bodyOf(request)).length);
        response.end('{}');
      },
    };
    const port = await listening([late], { connections: 100, large: 4 });
    for (let n = 0; n < 5; n++) (await begin(port, 'Transfer-Encoding: chunked')).write(chunk(60_000));
    await sleep(50);
    const large = await begin(port, 'Connection: close\r\nTransfer-Encoding: chunked');
    const end = ended(large);
    large.write(`${chunk(60_000)}${chunk(60_000)}0\r\n\r\n`);
    expect(await end).toMatch(/^HTTP\/1\.1 200 /);
    expect(sizes).toEqual([120_000]);
  });

  // macOS has no second address of its own.
  (process.platform === 'darwin' ? test.skip : test)(
    'one source gets a quarter of the large requests, and another is served meanwhile',
    async () => {
      const port = await listening([echo('/api/chat')], { connections: 100, large: 8 });
      for (let n = 0; n < 8; n++) await begin(port, 'Content-Length: 70000');
      await sleep(50);
      const large = await begin(port, 'Connection: close\r\nContent-Length: 70000', '127.0.0.2');
      const end = ended(large);
      large.write('a'.repeat(70_000));
      expect(await end).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  test('behind a proxy each address that it names is a source', async () => {
    const port = await listening([echo('/api/chat')], { connections: 100, large: 8, proxies: 1 });
    for (let n = 0; n < 8; n++) await begin(port, 'X-Forwarded-For: 198.51.100.1\r\nContent-Length: 70000');
    await sleep(50);
    const from = (address: string) => `X-Forwarded-For: ${address}\r\nConnection: close\r\nContent-Length: 70000`;
    expect(await ended(await begin(port, from('198.51.100.1')))).toMatch(/^HTTP\/1\.1 503 /);
    const large = await begin(port, from('198.51.100.2'));
    const end = ended(large);
    large.write('a'.repeat(70_000));
    expect(await end).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('a request that says it is larger than any route takes is refused before it is read', async () => {
    const port = await listening([echo('/api/chat')]);
    const socket = await open(port);
    const end = ended(socket);
    socket.write('POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n');
    expect(await end).toContain('413');
  });
});
