import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { downloader } from '../../src/pictures/download.ts';
import { listen } from '../channels/teams-driver.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const asked: IncomingMessage[] = [];
const strangers: IncomingMessage[] = [];
let handle: Handle;
let host: Awaited<ReturnType<typeof listen>>;
let stranger: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  host = await listen(async (request, response) => {
    asked.push(request);
    handle(request, response);
  });
  stranger = await listen(async (request, response) => {
    strangers.push(request);
    response.end('stolen');
  });
});

afterAll(async () => {
  await host.close();
  await stranger.close();
});

afterEach(() => {
  asked.length = strangers.length = 0;
});

const allowed = (url: URL): boolean => url.origin === host.url;
const get = (path: string, authorization?: string): Promise<Uint8Array> =>
  downloader({ bytes: 1_000, time: 500 })(`${host.url}${path}`, {
    allowed,
    ...(authorization === undefined ? {} : { authorization }),
  });

const answerWith =
  (status: number, headers: Record<string, string> = {}, body = 'picture'): Handle =>
  (_, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

test('what the host sends is what arrives, with the token only where one is given', async () => {
  handle = answerWith(200, { 'content-type': 'image/png' });
  expect(Buffer.from(await get('/a.png')).toString()).toBe('picture');
  expect(Buffer.from(await get('/a.png', 'Bearer token')).toString()).toBe('picture');
  expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer token']);
});

test('a host that is not allowed is never asked', async () => {
  const fetch = downloader({ bytes: 1_000, time: 500 });
  for (const url of [`${stranger.url}/a.png`, 'file:///etc/passwd', 'data:image/png;base64,AA', 'no address'])
    await expect(fetch(url, { allowed })).rejects.toMatchObject({ name: 'ChannelError', retry: false });
  expect(strangers).toEqual([]);
});

describe('a picture that was moved', () => {
  test('is followed on allowed hosts', async () => {
    handle = (request, response) =>
      request.url === '/new' ? response.end('picture') : answerWith(302, { location: '/new' })(request, response);
    expect(Buffer.from(await get('/old')).toString()).toBe('picture');
  });

  test('is not followed to another host', async () => {
    handle = answerWith(302, { location: `${stranger.url}/a.png` });
    await expect(get('/old')).rejects.toMatchObject({ retry: false });
    expect(strangers).toEqual([]);
  });

  test('is not followed with the token, not even on the same host', async () => {
    handle = answerWith(307, { location: '/new' });
    await expect(get('/old', 'Bearer token')).rejects.toMatchObject({ retry: false });
    expect(asked).toHaveLength(1);
  });

  test('to an address that is none is not followed', async () => {
    handle = answerWith(302, { location: 'http://[' });
    await expect(get('/old')).rejects.toMatchObject({ name: 'ChannelError', retry: false });
  });

  test('is not followed for ever', async () => {
    handle = answerWith(302, { location: '/old' });
    await expect(get('/old')).rejects.toMatchObject({ retry: false });
    expect(asked.length).toBeLessThan(6);
  });
});

describe('too large a picture is cut off', () => {
  test('when the host says so', async () => {
    handle = answerWith(200, {}, 'x'.repeat(1_001));
    await expect(get('/a.png')).rejects.toMatchObject({ status: 413 });
  });

  test('when the host says nothing and goes on', async () => {
    let sent = 0;
    handle = (_, response) => {
      const more = (): void => {
        if (response.destroyed) return;
        sent += 100;
        response.write('x'.repeat(100));
        setTimeout(more, 1);
      };
      more();
    };
    await expect(get('/a.png')).rejects.toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(50_000);
  });

  test('when it grows by unpacking', async () => {
    const { gzipSync } = await import('node:zlib');
    handle = (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(1_000_000)));
    };
    await expect(get('/a.png')).rejects.toMatchObject({ status: 413 });
  });
});

test.each([
  ['a sign-in page that says 200', answerWith(200, { 'content-type': 'text/html; charset=utf-8' }), false],
  ['a refusal', answerWith(403), false],
  ['a picture that is gone', answerWith(404), false],
  ['a host that is busy', answerWith(429, { 'retry-after': '7' }), true],
  ['a host that fails', answerWith(503), true],
  ['a host that hangs', () => {}, true],
  ['a connection that breaks', (request: IncomingMessage) => request.socket.destroy(), true],
])('%s is no picture', async (_, answer: Handle, retry) => {
  handle = answer;
  await expect(get('/secret-in-the-address')).rejects.toMatchObject({
    name: 'ChannelError',
    retry,
    message: expect.not.stringContaining('secret'),
  });
});
