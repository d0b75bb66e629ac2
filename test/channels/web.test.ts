import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Reply } from '../../src/model/reply.ts';
import { send, serve, type Got, type Served } from './web-driver.ts';

const conversation = '6b1f8f9e-3d0a-4c5e-9d55-0c1f2a3b4c5d';
/** What is kept of it: whoever reads the log, an event or a ticket cannot get into the conversation. */
const name = createHash('sha256').update(conversation).digest('hex').slice(0, 32);
const id = '0d9c3a52-5e0b-4f7e-8a4f-7f6e5d4c3b2a';

const drawings = {
  teams: (reply: Reply) => ({ card: reply.text }),
  slack: (reply: Reply) => ({ blocks: reply.text }),
  text: (reply: Reply) => `words: ${reply.text}`,
};

const mask = (text: string): string => text.replaceAll('Hunter2', '[password]');

let served: Served;

beforeAll(async () => {
  served = await serve({
    settings: { open: false, drawings, mask },
    reply: (event) => {
      if (event.kind === 'said' && event.text === 'fail') throw new Error('the store of /var/lib is full');
      return [{ text: 'Here is the fix.' }];
    },
  });
});

afterAll(() => served.stop());

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}, to = served): Promise<Got> =>
  send(to.port, '/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const said = { conversation, id, said: 'what is 80043431' };

const problem = ({ body }: Got): string => (JSON.parse(body) as { error: string }).error;

describe('the page', () => {
  test('comes with everything it loads, each with its type', async () => {
    const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
    const wanted = new Set<string>();
    const visit = async (path: string): Promise<void> => {
      if (wanted.has(path)) return;
      wanted.add(path);
      const { status, headers, body } = await send(served.port, path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers['content-type']).toContain(types[path.split('.').pop() ?? ''] ?? 'text/html');
      if (body.length > 50_000) return;
      for (const [, asset] of body.matchAll(/"(assets\/[^"]+)"/g)) await visit(`/${asset}`);
      for (const [, file] of body.matchAll(/from '\.\/([^']+)'/g)) await visit(`/assets/${file}`);
    };
    await visit('/');
    expect(wanted.size).toBeGreaterThan(12);
  });

  test.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de', 'Ihre Nachricht'],
    ['pt-BR, fr;q=0.5, en;q=0.4', 'fr', 'Votre message'],
    ['en;q=0.1, es', 'es', 'Su mensaje'],
    ['ja', 'ja', 'メッセージ'],
    ['de;q=0, en', 'en', 'Your message'],
    [';;q=,,', 'en', 'Your message'],
    ['pt', 'en', 'Your message'],
  ])('for a browser that wants %p is in its language', async (wanted, language, label) => {
    const { headers, body } = await send(served.port, '/', { headers: { 'accept-language': wanted } });
    expect(headers).toMatchObject({ vary: 'Accept-Language', 'content-type': 'text/html; charset=utf-8' });
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(`<label class="unseen" for="said">${label}</label>`);
    expect(body).not.toContain('{{');
  });

  test('says in the language of the browser why a message is refused', async () => {
    const got = await post({ ...said, said: 'x'.repeat(300_000) }, { 'accept-language': 'fr-FR' });
    expect([got.status, problem(got)]).toEqual([413, expect.stringMatching(/^Le message dépasse 256 Ko/)]);
    const failed = await post({ ...said, id: crypto.randomUUID(), said: 'fail' }, { 'accept-language': 'es' });
    expect([failed.status, problem(failed)]).toEqual([500, expect.stringMatching(/^Signpost no ha podido responder/)]);
  });

  test('is in the language of the organisation for browsers that want none of ours', async () => {
    const german = await serve({ settings: { open: false, drawings, mask, language: 'de' }, reply: () => [] });
    const { body } = await send(german.port, '/', { headers: { 'accept-language': 'pt-BR' } });
    await german.stop();
    expect(body).toContain('<html lang="de">');
  });

  test('forbids frames, foreign code and inline code', async () => {
    const { headers } = await send(served.port, '/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('is not sent again when the browser has it', async () => {
    const { headers } = await send(served.port, '/assets/main.js');
    const again = await send(served.port, '/assets/main.js', { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.body]).toEqual([304, '']);
    expect(headers['cache-control']).toBe('no-cache');
  });
});

describe('a message of the page', () => {
  test('is answered in every form that the page can show', async () => {
    const { status, headers, body } = await post(said);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(body)).toEqual({
      replies: [
        {
          text: 'words: Here is the fix.',
          card: { card: 'Here is the fix.' },
          slack: { blocks: 'Here is the fix.' },
          turn: 1,
        },
      ],
    });
  });

  test.each([
    ['words', { said: 'a\nb' }, { kind: 'said', text: 'a\nb' }],
    [
      'a press',
      { chose: 'next', turn: 3, about: '80043431' },
      { kind: 'chose', choice: 'next', turn: 3, about: '80043431' },
    ],
    ['a press on a card without a turn', { chose: 'next' }, { kind: 'chose', choice: 'next' }],
    ['an opened page', { joined: true }, { kind: 'joined' }],
  ])('that is %s arrives as such', async (_, sent, event) => {
    await post({ conversation, id, ...sent });
    expect(served.arrived.at(-1)).toEqual({
      id,
      place: { channel: 'web', conversation: name },
      person: { id: name, name: 'You' },
      event,
    });
  });

  test('may hold 200 kB', async () => {
    const text = 'ä'.repeat(100_000);
    expect((await post({ ...said, said: text })).status).toBe(200);
    expect(served.arrived.at(-1)?.event).toEqual({ kind: 'said', text });
  });

  test('that is longer than 256 kB is refused with a way out, however it is sent', async () => {
    const body = JSON.stringify({ ...said, said: 'x'.repeat(300_000) });
    for (const headers of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }]) {
      const got = await post(body, headers);
      expect(got.status).toBe(413);
      expect(problem(got)).toMatch(/longer than 256 kB.*Send the part/);
    }
  });

  test.each([
    ['broken JSON', '{"said":', /not valid JSON/],
    ['no object', '[]', /right shape/],
    ['no event', { conversation, id }, /exactly one of "said", "chose", "filled" and "joined"/],
    ['two events', { ...said, joined: true }, /exactly one of/],
    ['a conversation that is no UUID', { ...said, conversation: 'mine' }, /conversation: /],
    ['an id that is no text', { ...said, id: 7 }, /id: /],
    ['a word that nobody knows', { ...said, admin: true }, /admin/],
    ['a turn below zero', { conversation, id, chose: 'next', turn: -1 }, /turn: /],
  ])('with %s is refused, saying why', async (_, body, why) => {
    const before = served.arrived.length;
    const got = await post(body);
    expect(got.status).toBe(400);
    expect(problem(got)).toMatch(why);
    expect(served.arrived).toHaveLength(before);
  });

  test('that is not marked as JSON is refused, so that no form of another site can send it', async () => {
    expect((await post(said, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('that cannot be answered gets a reference that is in the log, and no inside', async () => {
    const got = await post({ ...said, id: '11111111-2222-4333-8444-555555555555', said: 'fail' });
    const [reference = ''] = /[0-9a-f]{8}/.exec(problem(got)) ?? [];
    expect(got.status).toBe(500);
    expect(served.logged.at(-1)).toMatchObject({ level: 'error', fields: { reference } });
    expect(got.body).not.toMatch(/\/var\/lib|Error|at /);
  });
});

describe('who may use the page', () => {
  test.each(['localhost', 'localhost:3978', '127.0.0.1:3978', '[::1]:3978'])('%s is this computer', async (host) => {
    expect((await send(served.port, '/', { headers: { host } })).status).toBe(200);
  });

  test.each([
    ['under another name', { host: 'evil.example' }],
    ['under a name that only begins like this computer', { host: 'localhost.evil.example' }],
    ['through a proxy that adds X-Forwarded-For', { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }],
    ['through a proxy that adds Forwarded', { host: 'localhost', forwarded: 'for=127.0.0.1' }],
  ])('a request %s is refused, naming the setting', async (_, headers) => {
    const page = await send(served.port, '/', { headers });
    expect([page.status, page.headers['content-type']]).toEqual([403, 'text/plain; charset=utf-8']);
    expect(page.body).toContain('SIGNPOST_WEB');
    expect((await post(said, headers)).status).toBe(403);
  });

  test('a request from another computer is refused, whatever it says', async () => {
    const far = await serve({ settings: { open: false, drawings, mask }, reply: () => [], from: '192.0.2.7' });
    expect((await post(said, { host: 'localhost' }, far)).status).toBe(403);
    await far.stop();
  });

  test.each(['http://evil.example', 'http://127.0.0.1:1', 'null'])(
    'a message from a page of %s is refused',
    async (origin) => {
      const got = await post(said, { origin });
      expect(got.status).toBe(403);
      expect(problem(got)).toContain('another site');
    },
  );

  test('a message from the page itself is taken', async () => {
    expect((await post(said, { origin: served.url })).status).toBe(200);
  });

  test('an open page serves other computers, but still no page of another site', async () => {
    const open = await serve({ settings: { open: true, drawings, mask }, reply: () => [], from: '192.0.2.7' });
    const headers = { host: 'signpost.example', 'x-forwarded-for': '192.0.2.9' };
    expect((await send(open.port, '/', { headers })).status).toBe(200);
    expect((await post(said, { ...headers, origin: 'https://signpost.example' }, open)).status).toBe(200);
    expect((await post(said, { ...headers, origin: 'https://evil.example' }, open)).status).toBe(403);
    await open.stop();
  });
});

describe('what is posted outside a turn', () => {
  const place = { channel: 'web', conversation: name } as const;
  const news = async (seen: readonly string[] = []): Promise<{ id: string; rev: number; text: string }[]> => {
    const { status, body } = await send(served.port, '/api/chat/news', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ conversation, seen }),
    });
    expect(status).toBe(200);
    const got = JSON.parse(body) as { news: { id: string; rev: number; reply: { text: string } }[] };
    return got.news.map((one) => ({ id: one.id, rev: one.rev, text: one.reply.text }));
  };

  test('waits for a page that has the conversation open', async () => {
    const { channel, stop } = await serve({ settings: { open: false, drawings, mask }, reply: () => [] });
    await expect(channel.post(place, { text: 'x' })).rejects.toMatchObject({ name: 'ChannelError', retry: true });
    await stop();
  });

  test('is fetched by the page, also while it waits, and again until it says that it saw it', async () => {
    await post(said);
    const waiting = news();
    const posted = await served.channel.post(place, { text: 'HD-1 is open.' });
    const first = [{ id: posted?.message, rev: 1, text: 'words: HD-1 is open.' }];
    expect(await waiting).toEqual(first);
    expect(await news()).toEqual(first);
    await served.channel.edit(place, posted!.message, { text: 'HD-1 is claimed.' });
    expect(await news([`${posted?.message}/1`])).toEqual([
      { id: posted?.message, rev: 2, text: 'words: HD-1 is claimed.' },
    ]);
    const more = await served.channel.post(place, { text: 'More.' });
    expect(await news([`${posted?.message}/2`])).toEqual([{ id: more?.message, rev: 1, text: 'words: More.' }]);
  });
});

test('a form is taken with its values and what its button carries', async () => {
  await post({ conversation, id, filled: { domain: 'fabrikam.com' }, choice: 'values:1', about: '80043431', turn: 3 });
  expect(served.arrived.at(-1)?.event).toEqual({
    kind: 'filled',
    values: { domain: 'fabrikam.com' },
    choice: 'values:1',
    about: '80043431',
    turn: 3,
  });
});

test.each([
  ['de-AT', 'de-AT'],
  ['<b>de</b>', undefined],
  [7, undefined],
])('the language of a browser, %p, is taken with care', async (locale, known) => {
  await post({ ...said, id: crypto.randomUUID(), locale });
  expect(served.arrived.at(-1)?.person.locale).toBe(known);
});

describe('what the page shows of a message', () => {
  const shown = async (event: object): Promise<object> => {
    const { replies, ...more } = JSON.parse((await post({ conversation, id: crypto.randomUUID(), ...event })).body) as {
      replies: readonly object[];
    };
    expect(replies).toHaveLength(1);
    return more;
  };

  test('comes back without its secrets where it held any', async () => {
    expect(await shown({ said: 'it is Hunter2, and 50126' })).toEqual({ said: 'it is [password], and 50126' });
    expect(await shown({ filled: { problem: 'Hunter2', tried: 'all' }, choice: 'ticket:open' })).toEqual({
      filled: { problem: '[password]', tried: 'all' },
    });
  });

  test('does not come back where it held none', async () => {
    expect(await shown({ said: 'what is 80043431' })).toEqual({});
    expect(await shown({ filled: { problem: 'none' }, choice: 'ticket:open' })).toEqual({});
    expect(await shown({ chose: 'next' })).toEqual({});
  });
});
