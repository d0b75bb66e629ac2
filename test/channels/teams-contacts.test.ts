import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { teams } from '../../src/channels/teams/index.ts';
import type { Place } from '../../src/model/message.ts';
import { auditEntry } from '../fakes.ts';
import { keepLog, person, serve, startConnector } from './teams-driver.ts';
import { home } from './teams-home.ts';

let there: Awaited<ReturnType<typeof home>>;
let moved: Awaited<ReturnType<typeof startConnector>>;
beforeAll(async () => {
  there = await home();
  moved = await startConnector();
});
beforeEach(() => {
  there.connector.calls.length = 0;
  moved.calls.length = 0;
});
afterEach(() => expect(there.lines.filter(({ level }) => level === 'error')).toEqual([]));
afterAll(async () => {
  await there.close();
  await moved.close();
});

let chats = 0;
const chat = () => ({ conversation: { id: `a:chat-${++chats}`, conversationType: 'personal', tenantId: 'tenant' } });

/** An address as it was saved some day. */
const savedAt = ({ conversation }: ReturnType<typeof chat>): Place => ({
  channel: 'teams',
  conversation: conversation.id,
  ref: { v: 1, channelId: 'msteams', serviceUrl: there.connector.url, conversation, bot: { id: '28:bot' } },
});

const welcome = (where: object, action = 'add') =>
  there.ann.send({ type: 'installationUpdate', action, id: `${action}-${chats}`, ...where });
const removal = (where: object, action = 'remove') => there.ann.send({ type: 'installationUpdate', action, ...where });
const post = (where: ReturnType<typeof chat>) => there.channel.post(savedAt(where), { text: 'news' });

describe('an address that was saved before Teams moved the conversation', () => {
  test('is replaced by that of the last contact, whatever the contact was', async () => {
    const where = chat();
    await post(where);
    await there.ann.send({ type: 'messageReaction', ...where, serviceUrl: moved.url });
    await post(where);
    expect([there.connector.messages().length, moved.messages().length]).toEqual([1, 1]);
    await there.ann.send({ type: 'messageReaction', ...where });
    await post(where);
    expect([there.connector.messages().length, moved.messages().length]).toEqual([2, 1]);
  });

  test('is known to a bot that was started anew, also for edits and threads', async () => {
    const id = '19:moved@thread.tacv2';
    const where = {
      conversation: { id: `${id};messageid=7`, conversationType: 'channel', isGroup: true, tenantId: 'tenant' },
    };
    await there.ann.send({ type: 'messageReaction', ...where, serviceUrl: moved.url });
    const again = await teams({}, there.bot.answer, keepLog().log, there.bot.inTeams);
    const place = savedAt(where);
    await again.post(place, { text: 'a line' });
    await again.edit(place, 'm1', { text: 'edited' });
    await again.post(savedAt({ conversation: { ...where.conversation, id } }), { text: 'a new thread' });
    expect(moved.calls.map(({ method, begins }) => (begins ? 'BEGIN' : method))).toEqual(['POST', 'PUT', 'BEGIN']);
    expect(there.connector.calls).toEqual([]);
  });

  test('is not changed by a search, which may come from anywhere', async () => {
    const where = chat();
    await there.ann.send({
      type: 'invoke',
      name: 'composeExtension/query',
      value: {},
      ...where,
      serviceUrl: moved.url,
    });
    await post(where);
    expect(there.connector.messages()).toHaveLength(1);
  });

  test('is written once and not at every message', async () => {
    const where = chat();
    let written = 0;
    const places = { ...there.bot.store.places };
    const counted = { ...places, note: (...row: Parameters<typeof places.note>) => (written++, places.note(...row)) };
    const channel = await teams({}, there.bot.answer, keepLog().log, { places: counted });
    const served = await serve(channel.routes);
    const bob = person(served, there.connector);
    for (let time = 0; time < 5; time++) await bob.send({ type: 'messageReaction', ...where });
    expect(written).toBe(1);
    await served.close();
  });
});

describe('a bot that was taken out', () => {
  test.each([
    { type: 'installationUpdate', action: 'remove' },
    { type: 'installationUpdate', action: 'remove-upgrade' },
    { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] },
  ])('writes there no more, without asking Teams, until it is back: %j', async (event) => {
    const where = chat();
    await there.ann.send({ ...event, ...where });
    await expect(post(where)).rejects.toMatchObject({
      retry: false,
      message: `The app was removed from the Teams conversation ${where.conversation.id}. Install it again to go on.`,
    });
    expect(there.connector.calls).toEqual([]);
    await welcome(where);
    there.connector.calls.length = 0;
    await post(where);
    expect(there.connector.messages()).toHaveLength(1);
  });

  test('is one of whom Teams says that it may not write, too', async () => {
    const where = chat();
    const body = { error: { code: 'MessageWritesBlocked', message: 'blocked' } };
    there.connector.refuse({ status: 403, body });
    await expect(post(where)).rejects.toMatchObject({ retry: false });
    const asked = there.connector.calls.length;
    await expect(post(where)).rejects.toMatchObject({ retry: false });
    expect(there.connector.calls).toHaveLength(asked);
    await there.ann.say('here I am again', where);
    there.connector.calls.length = 0;
    await post(where);
    expect(there.connector.messages()).toHaveLength(1);
  });

  test('is no helpdesk any more, and gets no notices', async () => {
    const group = {
      conversation: { id: '19:desk@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: 'tenant' },
    };
    await there.ann.mention('use this channel for helpdesk', { ...group, id: 'desk' });
    await there.ann.mention('notify here about federation', { ...group, id: 'notify' });
    await there.bot.settle();
    const rooms = async () =>
      [await there.bot.store.desks(), await there.bot.store.notices.subscriptions()].map((all) => all.length);
    expect(await rooms()).toEqual([1, 1]);
    await removal(group, 'remove-upgrade');
    expect(await rooms()).toEqual([1, 1]);
    await removal(group);
    await removal(group);
    expect(await rooms()).toEqual([0, 0]);
    const lines = (await there.bot.store.audits.since(0, 10)).filter(({ by }) => by === 'program:teams');
    expect(lines.map(({ what, target }) => `${what} ${target}`).toSorted()).toEqual([
      'dropDesk teams:19:desk@thread.v2',
      'unsubscribeRoom teams:19:desk@thread.v2',
    ]);
  });

  test('keeps no address of the conversation', async () => {
    const where = chat();
    await there.ann.say('help', where);
    const key = `teams:${where.conversation.id}`;
    expect(await there.bot.store.places.find(key)).toEqual({ ref: { serviceUrl: there.connector.url } });
    await removal(where);
    expect(await there.bot.store.places.find(key)).toBe('left');
  });
});

test.each(['add', 'add-upgrade'])('whoever was not greeted yet is greeted after: %s', async (action) => {
  const where = chat();
  await welcome(where, action);
  await welcome(where, 'add-upgrade');
  expect(there.connector.messages()).toHaveLength(1);
  await there.ann.say('help', where);
  await welcome(where, 'add-upgrade');
  expect(there.connector.messages()).toHaveLength(2);
});

test('an address that a person leaves behind goes when they ask to be forgotten', async () => {
  const where = chat();
  await there.ann.say('help', where);
  await there.bot.store.forgetPerson('teams:29:ann', auditEntry('forget'));
  expect(await there.bot.store.places.find(`teams:${where.conversation.id}`)).toBeUndefined();
});
