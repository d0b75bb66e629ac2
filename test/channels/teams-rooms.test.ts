import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { teams } from '../../src/channels/teams/index.ts';
import { ChannelError } from '../../src/model/errors.ts';
import { type Place, placeKey } from '../../src/model/message.ts';
import type { Channel } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';
import { buttonsOf, cardIn, keepLog, person, scripted, serve, startConnector, wordsOf } from './teams-driver.ts';

const card: Reply = {
  text: 'Ticket HD-1 is open',
  actions: [{ kind: 'choose', label: 'I take it', choice: 'claim', about: 'ticket/1' }],
};

const { log, lines } = keepLog();
const bot = scripted(({ event }) => [
  event.kind === 'chose' ? { ...card, text: 'Ticket HD-1: Ann has it', replaces: true } : card,
]);
let connector: Awaited<ReturnType<typeof startConnector>>;
let channel: Channel;
let served: Awaited<ReturnType<typeof serve>>;
let ann: ReturnType<typeof person>;

beforeAll(async () => {
  connector = await startConnector();
  channel = await teams({}, bot.answer, log);
  served = await serve(channel.routes);
});

beforeEach(() => {
  connector.calls.length = 0;
  lines.length = 0;
  bot.reset();
  ann = person(served, connector);
});

afterAll(async () => {
  await served.close();
  await connector.close();
});

const conversation = (id: string, conversationType: string) => ({
  conversation: { id, conversationType, isGroup: true, tenantId: 'tenant' },
  channelData: { tenant: { id: 'tenant' } },
});
const team = '19:team@thread.tacv2';
const group = conversation('19:group@thread.v2', 'groupChat');
const threadOf = (root: string) => conversation(`${team};messageid=${root}`, 'channel');

/** As it comes back from the store. */
const saved = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const roomAt = async (where: object): Promise<Place> => {
  await ann.mention('use this room', where);
  connector.calls.length = 0;
  const room = bot.arrived.at(-1)?.room;
  if (!room) throw new Error('There is no room there.');
  return saved(room);
};

const failure = async (promise: Promise<unknown>): Promise<ChannelError> => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof ChannelError)) throw new Error(`Expected a ChannelError, got ${String(error)}`);
  return error;
};

describe('a room', () => {
  test('is the channel for whatever is written in its threads', async () => {
    await ann.mention('one', threadOf('100'));
    await ann.mention('two', threadOf('200'));
    await ann.mention('new', { ...conversation(team, 'channel'), id: '300' });
    expect(bot.arrived.map(({ room }) => room && placeKey(room))).toEqual(Array(3).fill(`teams:${team}`));
    expect(bot.arrived[0]?.room?.ref).toEqual({
      v: 1,
      channelId: 'msteams',
      serviceUrl: connector.url,
      conversation: { id: team, conversationType: 'channel', isGroup: true, tenantId: 'tenant' },
      bot: { id: '28:bot', name: 'Signpost' },
    });
  });

  test('is the group chat itself', async () => {
    await ann.mention('hello', group);
    expect(bot.arrived[0]?.room && placeKey(bot.arrived[0].room)).toBe('teams:19:group@thread.v2');
    expect(bot.arrived[0]?.place.conversation).toBe('19:group@thread.v2');
  });

  test('is known from a press too', async () => {
    await ann.mention('card', threadOf('100'));
    await ann.press(connector.messages()[0]!, 'I take it', threadOf('100'));
    expect(bot.arrived[1]?.room && placeKey(bot.arrived[1].room)).toBe(`teams:${team}`);
    expect(bot.arrived[1]?.person).toEqual(bot.arrived[0]?.person);
  });

  test('is not a personal chat', async () => {
    await ann.say('hello');
    expect(bot.arrived[0]).not.toHaveProperty('room');
  });

  test('of a conversation that names its tenant elsewhere has that tenant', async () => {
    const { conversation: where, ...rest } = threadOf('100');
    const { tenantId: _tenant, ...nameless } = where;
    await ann.mention('hello', { ...rest, conversation: nameless });
    expect(bot.arrived[0]?.room?.ref).toMatchObject({ conversation: { tenantId: 'tenant' } });
  });
});

describe('a message that does not mention the bot', () => {
  test.each([
    ['in a thread', threadOf('100')],
    ['in a new post', conversation(team, 'channel')],
    ['in a group chat', group],
  ])('is overheard %s, and no typing is shown', async (_name, where) => {
    await ann.say('who has it?', where);
    expect(bot.arrived[0]?.event).toEqual({ kind: 'said', text: 'who has it?', overheard: true });
    expect(connector.calls.map(({ activity }) => activity.type)).toEqual(['message']);
  });

  test('is overheard although it mentions somebody else', async () => {
    const bob = { type: 'mention', text: '<at>Bob</at>', mentioned: { id: '29:bob', name: 'Bob' } };
    await ann.say('<at>Bob</at> look', { ...group, entities: [bob] });
    expect(bot.arrived[0]?.event).toMatchObject({ overheard: true });
  });

  test('is meant for the bot in a personal chat', async () => {
    await ann.say('hello');
    expect(bot.arrived[0]?.event).toEqual({ kind: 'said', text: 'hello' });
  });

  test('but presses a button is no overheard one', async () => {
    await ann.mention('card', threadOf('100'));
    await ann.submit(connector.messages()[0]!, 'I take it', threadOf('100'));
    expect(bot.arrived[1]?.event).toEqual({ kind: 'chose', choice: 'claim', about: 'ticket/1' });
  });

  test.each([
    ['a system message without an author', { from: undefined }],
    ['another bot', { from: { id: '28:other', name: 'Other' } }],
    ['the bot itself', { from: { id: '28:bot', name: 'Signpost' } }],
  ])('is left alone when it is from %s', async (_name, more) => {
    expect((await ann.say('hello', { ...threadOf('100'), ...more })).status).toBe(200);
    expect(bot.arrived).toEqual([]);
  });

  test('that our side fails to answer is not apologised for', async () => {
    const broken = await teams({}, () => Promise.reject(new Error('broken')), log);
    const other = await serve(broken.routes);
    expect((await person(other, connector).say('hello', threadOf('100'))).status).toBe(500);
    expect(connector.calls).toEqual([]);
    expect(lines).toMatchObject([{ level: 'error' }]);
    await other.close();
  });
});

describe('a new post', () => {
  test('in a channel begins a conversation there, with the card in it', async () => {
    const posted = await channel.post(await roomAt(threadOf('100')), card);
    expect(connector.calls).toMatchObject([
      { method: 'POST', begins: true, conversation: team, activity: { summary: 'Ticket HD-1 is open' } },
    ]);
    expect(posted).toMatchObject({ message: 'sent-1', thread: { conversation: `${team};messageid=sent-1` } });
  });

  test('has the thread in which people then write', async () => {
    const posted = await channel.post(await roomAt(threadOf('100')), card);
    await ann.say('who has it?', threadOf(posted?.message ?? ''));
    expect(placeKey(bot.arrived.at(-1)!.place)).toBe(placeKey(saved(posted!.thread!)));
  });

  test('takes lines in its thread', async () => {
    const posted = await channel.post(await roomAt(threadOf('100')), card);
    const line = await channel.post(saved(posted!.thread!), { text: 'Ann has it' });
    expect(connector.calls.at(-1)).toMatchObject({
      begins: false,
      conversation: `${team};messageid=sent-1`,
      activity: { text: 'Ann has it' },
    });
    expect(line).toEqual({ message: 'sent-2' });
  });

  test('can be pressed, and its answer takes its place', async () => {
    const posted = await channel.post(await roomAt(threadOf('100')), card);
    const [message] = connector.messages();
    const { body } = await ann.press(message!, 'I take it', threadOf(posted!.message));
    expect(wordsOf(body.value)).toContain('Ticket HD-1: Ann has it');
    expect(connector.edits()).toMatchObject([{ id: 'sent-1', summary: 'Ticket HD-1: Ann has it' }]);
  });

  test('in a group chat is a message there, without a thread', async () => {
    const room = await roomAt(group);
    expect(await channel.post(room, card)).toEqual({ message: 'sent-1' });
    expect(connector.calls).toMatchObject([{ begins: false, conversation: '19:group@thread.v2' }]);
  });

  test('that Teams refuses is not sent twice within one try', async () => {
    const room = await roomAt(threadOf('100'));
    connector.refuse({ status: 429, headers: { 'Retry-After': '9' } });
    const error = await failure(channel.post(room, card));
    expect([error.retry, error.retryAfter, connector.calls.length]).toEqual([true, 9, 1]);
  });
});

describe('an edit', () => {
  test('of a post in a channel reaches the post', async () => {
    const room = await roomAt(threadOf('100'));
    await channel.edit(room, 'sent-1', card);
    expect(connector.calls).toMatchObject([
      {
        method: 'PUT',
        conversation: `${team};messageid=sent-1`,
        activity: { id: 'sent-1', type: 'message', summary: 'Ticket HD-1 is open' },
      },
    ]);
    expect(buttonsOf(cardIn(connector.edits()[0]))).toHaveLength(1);
  });

  test('of words reaches them in a chat', async () => {
    await channel.edit(await roomAt(group), 'sent-7', { text: 'Done.' });
    expect(connector.calls).toMatchObject([{ method: 'PUT', conversation: '19:group@thread.v2' }]);
    expect(connector.edits()).toMatchObject([{ id: 'sent-7', textFormat: 'plain', text: 'Done.' }]);
  });

  test('shows the new buttons when they are pressed', async () => {
    const room = await roomAt(group);
    await channel.edit(room, 'sent-1', card);
    const { body } = await ann.press(connector.edits()[0]!, 'I take it', group);
    expect(body.value.type).toBe('AdaptiveCard');
  });

  test.each([
    [404, 'ActivityNotFoundInConversation'],
    [404, 'ConversationNotFound'],
    [400, 'BadSyntax'],
    [400, 'BadArgument'],
    [403, 'ServiceError'],
    [405, 'MethodNotAllowed'],
    [501, 'NotImplemented'],
  ])('of a message that is no longer there is not tried again: %i %s', async (status, code) => {
    const room = await roomAt(threadOf('100'));
    connector.refuse({ status, body: { error: { code, message: 'as the test asked' } } });
    const { gone, retry, message } = await failure(channel.edit(room, 'sent-1', card));
    expect([gone, retry]).toEqual([true, false]);
    expect(message).toBe(
      `Teams answered ${status} (${code}) in the conversation ${team};messageid=sent-1. The message to be edited is no longer there.`,
    );
  });

  test.each([
    [429, true],
    [412, true],
    [500, true],
    [502, true],
    [503, true],
    [401, true],
    [413, false],
  ])('that Teams refuses with %i leaves the message where it is; worth another try: %s', async (status, retry) => {
    const room = await roomAt(threadOf('100'));
    connector.refuse({ status, headers: { 'Retry-After': '3' }, body: { error: { code: 'x' } } });
    const error = await failure(channel.edit(room, 'sent-1', card));
    expect([error.gone, error.retry, error.retryAfter]).toEqual([false, retry, 3]);
  });

  test.each(['MessageWritesBlocked', 'BotDisabledByAdmin', 'BotNotInConversationRoster'])(
    'where the app may not write is not mistaken for a deleted message: %s',
    async (code) => {
      const room = await roomAt(threadOf('100'));
      connector.refuse({ status: 403, body: { error: { code } } });
      expect((await failure(channel.edit(room, 'sent-1', card))).gone).toBe(false);
    },
  );

  test('at an address that cannot be read is given up', async () => {
    const error = await failure(channel.edit({ channel: 'teams', conversation: 'a:old', ref: { v: 0 } }, 'm', card));
    expect(error.message).toContain('a:old');
    expect(error.retry).toBe(false);
  });
});

describe('an answer that takes the place of the pressed card', () => {
  const shownIn = async (where: object) => {
    await ann.mention('card', where);
    const message = connector.messages()[0]!;
    connector.calls.length = 0;
    return message;
  };

  test.each([
    ['in a personal chat', {}],
    ['in a group chat', group],
    ['in a thread', threadOf('100')],
  ])('is shown to the presser in the response, and to everyone by an edit: %s', async (_name, where) => {
    const message = await shownIn(where);
    const { body } = await ann.press(message, 'I take it', where);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(wordsOf(body.value)).toBe('Ticket HD-1: Ann has it\nI take it');
    expect(connector.edits()).toMatchObject([{ id: message.id, summary: 'Ticket HD-1: Ann has it' }]);
    expect(connector.messages()).toEqual([]);
  });

  test('is an edit where the client sends the press as a message', async () => {
    const message = await shownIn(threadOf('100'));
    await ann.submit(message, 'I take it', threadOf('100'));
    expect(connector.edits()).toMatchObject([{ id: message.id, summary: 'Ticket HD-1: Ann has it' }]);
    expect(connector.messages()).toEqual([]);
  });

  test('is given once when the press is delivered twice', async () => {
    const message = await shownIn(group);
    const first = await ann.press(message, 'I take it', { ...group, id: 'same' });
    const second = await ann.press(message, 'I take it', { ...group, id: 'same' });
    expect(second).toEqual(first);
    expect(connector.edits()).toHaveLength(1);
  });

  test('is posted anew where the card is gone', async () => {
    const message = await shownIn(threadOf('100'));
    connector.refuse({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } }, 'message', 'PUT');
    const { status } = await ann.press(message, 'I take it', threadOf('100'));
    expect(status).toBe(200);
    expect(connector.messages()).toMatchObject([{ summary: 'Ticket HD-1: Ann has it' }]);
  });

  test('is tried again later where Teams is busy', async () => {
    const message = await shownIn(group);
    connector.refuse({ status: 429, headers: { 'Retry-After': '4' } }, 'message', 'PUT');
    const { body } = await ann.press(message, 'I take it', group);
    expect(wordsOf(body.value)).toContain('Ann has it');
    expect(connector.messages()).toEqual([]);
    expect(bot.failures).toMatchObject([{ retry: true, retryAfter: 4 }]);
  });

  test('is a new message where answers travel in the response', async () => {
    const message = await shownIn({});
    const { body } = await ann.submit(message, 'I take it', { deliveryMode: 'expectReplies' });
    expect(body.activities.at(-1)).toMatchObject({ type: 'message', summary: 'Ticket HD-1: Ann has it' });
    expect(connector.calls).toEqual([]);
  });
});
