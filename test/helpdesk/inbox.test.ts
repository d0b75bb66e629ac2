import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { helpdeskDefaults } from '../../src/model/ticket.ts';
import { serve } from '../../src/server.ts';
import { memoryLog } from '../fakes.ts';
import { ada, form, inChat, setUp } from './set.ts';

const token = 'a long and random token';
const helpdesk = {
  ...helpdeskDefaults,
  apiToken: token,
  webhooks: { urls: ['http://127.0.0.1:9/hook', 'http://localhost:9/hook'], secret: 's' },
};

describe('what other ticket tools send', () => {
  let bot: Awaited<ReturnType<typeof setUp>>;
  let server: ReturnType<typeof serve>;
  let origin: string;
  beforeEach(async () => {
    bot = await setUp({ helpdesk });
    server = serve(await bot.routes(), async () => ({ ok: true }), memoryLog());
    origin = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
    await bot.answer(inChat(ada, form()));
    await bot.settle();
  });
  afterEach(async () => {
    await server.close();
    await bot.stop();
  });

  const send = async (body: unknown, { id = 'HD-1', bearer = `Bearer ${token}` } = {}) => {
    const response = await fetch(`${origin}/api/tickets/${id}/events`, {
      method: 'POST',
      headers: { authorization: bearer, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return {
      status: response.status,
      body: (await response.json()) as { error?: string; ticket?: { status: string } },
    };
  };
  const claim = { id: 'e1', source: 'localhost:9', kind: 'claim', by: { name: 'Sam' } };
  const webhooksTo = async (): Promise<readonly string[]> =>
    (await bot.store.due(100, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).flatMap(({ job }) =>
      job.kind === 'webhook' && !job.body.includes('ticket.opened') ? [new URL(job.url).host] : [],
    );

  test('plain JSON and CloudEvents change the ticket, its card, and what the requester hears', async () => {
    expect(await send(claim)).toMatchObject({ status: 200, body: { ticket: { status: 'claimed' } } });
    const event = {
      specversion: '1.0',
      id: 'e2',
      source: 'http://localhost:9/tool',
      type: 'com.example.ticket.resolve',
      data: { cause: 'No licence', note: 'Assigned one', by: { name: 'Sam' } },
    };
    expect(await send(event)).toMatchObject({ status: 200, body: { ticket: { status: 'resolved' } } });
    await bot.settle();
    expect(bot.texts('slack').some((text) => text.startsWith('Sam resolved it'))).toBe(true);
    expect(bot.texts('teams').some((text) => text.includes('HD-1 is resolved'))).toBe(true);
  });

  test('the same event twice changes it once', async () => {
    await send(claim);
    const rev = (await bot.store.ticket(1))?.rev;
    expect((await send(claim)).status).toBe(200);
    expect((await bot.store.ticket(1))?.rev).toBe(rev);
  });

  test('a comment reaches thread and requester, and is not kept', async () => {
    expect((await send({ id: 'e3', kind: 'comment', text: 'We are on it', by: { name: 'Sam' } })).status).toBe(200);
    await bot.settle();
    expect(bot.texts('slack')).toContain('Sam writes: We are on it');
    expect(bot.texts('teams').some((text) => text.includes('We are on it'))).toBe(true);
    expect(JSON.stringify(await bot.store.ticket(1))).not.toContain('We are on it');
  });

  test('a secret in the name of whoever did it is kept as little as one in their words', async () => {
    await send({ ...claim, by: { name: 'Sam, password: Hunter2!' } });
    expect((await bot.store.ticket(1))?.owner?.name).toBe('Sam, password: [password]');
  });

  test('it is not told to its sender, and is told to the others', async () => {
    await send(claim);
    expect(await webhooksTo()).toEqual(['127.0.0.1:9']);
  });

  test('a sender that cannot be told from the receivers is not told either', async () => {
    await send({ ...claim, source: 'unknown' });
    expect(await webhooksTo()).toEqual([]);
  });

  test('the scheme of the token may be in any case', async () => {
    expect((await send(claim, { bearer: `bearer ${token}` })).status).toBe(200);
  });

  test.each([
    ['no token', 401, claim, { bearer: '' }, /bearer token/],
    ['a wrong token', 401, claim, { bearer: `Bearer ${token}x` }, /bearer token/],
    ['no such ticket', 404, claim, { id: 'HD-99' }, /no ticket HD-99/],
    ['an id too long', 404, claim, { id: 'HD-12345678901234567890' }, /"HD-12345678901234567" is no ticket/],
    ['no id of a ticket', 404, claim, { id: 'INC-1' }, /"INC-1" is no ticket/],
    ['no JSON', 400, '{', {}, /no JSON/],
    ['no id', 400, { kind: 'claim' }, {}, /cannot be read: id/],
    ['an unknown kind', 400, { id: 'e', kind: 'explode' }, {}, /cannot be read: kind/],
    ['nothing to say', 400, { id: 'e', kind: 'resolve', cause: 'x' }, {}, /cannot be read: note/],
    ['what the status does not allow', 409, { id: 'e', kind: 'reopen', reason: 'x' }, {}, /HD-1 is open/],
    ['too much', 413, { id: 'e', kind: 'comment', text: 'x'.repeat(70_000) }, {}, /larger than 64 kB/],
  ] as const)('%s is answered with %i and the reason', async (_, status, body, more, reason) => {
    const answer = await send(body, more);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(reason);
    expect((await bot.store.ticket(1))?.rev).toBe(1);
  });
});

test('without a token there is no way in', async () => {
  const bot = await setUp();
  expect(await bot.routes()).toEqual([]);
  await bot.stop();
});
