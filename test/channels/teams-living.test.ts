import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dialogs } from '../../dialogs/index.ts';
import { teams as teamsChannel } from '../../src/channels/teams/index.ts';
import { answerWith } from '../../src/engine/answer.ts';
import { type Work, workWith } from '../../src/engine/work.ts';
import { emptyBoard } from '../../src/model/board.ts';
import type { ChannelName, Incoming, Place } from '../../src/model/message.ts';
import type { Answer, Channel, Post, Store } from '../../src/model/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog, realCatalog } from '../fakes.ts';
import { keepLog, person, serve, startConnector } from './teams-driver.ts';

let connector: Awaited<ReturnType<typeof startConnector>>;
let served: Awaited<ReturnType<typeof serve>>;
let channel: Channel;
let store: Store;
let work: Work;
let ann: ReturnType<typeof person>;
let now = Date.now();
const arrived: Incoming[] = [];
const { log, lines } = keepLog();

beforeAll(async () => {
  connector = await startConnector();
  store = await sqlite(':memory:', () => now);
  const catalog = await realCatalog();
  const engine = answerWith({
    store,
    dialogs,
    catalog: () => catalog,
    board: () => emptyBoard,
    isAdmin: () => false,
    clock: () => now,
    log: memoryLog(),
  });
  const answer: Answer = (incoming, deliver) => {
    arrived.push(incoming);
    return engine(incoming, deliver);
  };
  channel = await teamsChannel({}, answer, log);
  served = await serve(channel.routes);
  work = workWith({
    store,
    channels: new Map<ChannelName, Channel>([['teams', channel]]),
    handlers: {},
    changed: async () => {},
    clock: () => now,
    log: memoryLog(),
  });
});

beforeEach(() => {
  team = `19:team-${++count}@thread.tacv2`;
  connector.calls.length = 0;
  arrived.length = 0;
  lines.length = 0;
  ann = person(served, connector);
});

afterAll(async () => {
  await served.close();
  await connector.close();
  await store.close();
});

/** A channel of its own for each test, because the ids of posts begin anew with each. */
let team = '';
let count = 0;
const thread = (root: string) => ({
  conversation: { id: `${team};messageid=${root}`, conversationType: 'channel', isGroup: true, tenantId: 'tenant' },
});

const room = async (): Promise<Place> => {
  await ann.mention('help', { ...thread('100'), id: crypto.randomUUID() });
  connector.calls.length = 0;
  return arrived.at(-1)!.room!;
};

let jobs = 0;

/** Promises the posts and carries them out, however often Teams has to be asked. */
const carryOut = async (place: Place, ...posts: readonly Omit<Post, 'key' | 'kind' | 'place'>[]): Promise<void> => {
  const promised = posts.map((post): Post => ({ key: `j${++jobs}`, kind: 'post', place, ...post }));
  await store.promise(promised.map((job) => ({ job, dueAt: now })));
  for (let round = 0; round < 5; round++) {
    await work.once();
    now += 60_000;
  }
};

const card = (name: string, text: string, rev: number) => ({ reply: { text }, card: { name, rev } });
const told = () =>
  connector.calls.map(({ method, begins, conversation, activity }) =>
    [begins ? 'BEGIN' : method, conversation, activity.text].join(' '),
  );

describe('a living card in a channel of a team', () => {
  test('is posted once, edited in place, and carries its lines in its thread', async () => {
    const place = await room();
    await carryOut(place, card('ticket/1', 'open', 1));
    await carryOut(place, card('ticket/1', 'claimed', 2), { reply: { text: 'Ann has it' }, under: 'ticket/1' });
    const below = `${team};messageid=sent-1`;
    expect(told()).toEqual([`BEGIN ${team} open`, `PUT ${below} claimed`, `POST ${below} Ann has it`]);
  });

  test('is found by what people write below it', async () => {
    await carryOut(await room(), card('ticket/2', 'open', 1));
    const { message } = (await store.shown('ticket/2'))!;
    await ann.say('I look at it', thread(message));
    expect(arrived.at(-1)?.event).toMatchObject({ kind: 'said', overheard: true });
    expect(await store.threadAt(arrived.at(-1)!.place)).toBe('ticket/2');
    await ann.say('something else', thread('999'));
    expect(await store.threadAt(arrived.at(-1)!.place)).toBeUndefined();
  });

  test('is posted anew when its post was deleted', async () => {
    const place = await room();
    await carryOut(place, card('ticket/3', 'open', 1));
    connector.refuse({ status: 403, body: { error: { code: 'ServiceError', message: 'Unknown' } } }, 'message', 'PUT');
    await carryOut(place, card('ticket/3', 'claimed', 2));
    await carryOut(place, card('ticket/3', 'resolved', 3));
    expect(told()).toEqual([
      `BEGIN ${team} open`,
      `PUT ${team};messageid=sent-1 claimed`,
      `BEGIN ${team} claimed`,
      `PUT ${team};messageid=sent-3 resolved`,
    ]);
  });

  test('waits while Teams is busy', async () => {
    const place = await room();
    await carryOut(place, card('ticket/4', 'open', 1));
    connector.refuse({ status: 429, headers: { 'Retry-After': '30' } }, 'message', 'PUT');
    await carryOut(place, card('ticket/4', 'claimed', 2));
    expect(told().slice(1)).toEqual(Array(2).fill(`PUT ${team};messageid=sent-1 claimed`));
    expect((await store.shown('ticket/4'))?.rev).toBe(2);
  });
});

test('a living card in a group chat is edited there, and its lines go to the chat itself', async () => {
  await ann.mention('help', {
    conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true },
    id: 'in-group',
  });
  const place = arrived.at(-1)!.room!;
  connector.calls.length = 0;
  await carryOut(place, card('ticket/5', 'open', 1));
  await carryOut(place, card('ticket/5', 'claimed', 2), { reply: { text: 'Ann has it' }, under: 'ticket/5' });
  expect(told()).toEqual([
    'POST 19:group@thread.v2 open',
    'PUT 19:group@thread.v2 claimed',
    'POST 19:group@thread.v2 Ann has it',
  ]);
  expect(await store.threadAt(place)).toBeUndefined();
});

test('what is overheard in a channel and concerns nothing is left alone, without a sign', async () => {
  await ann.say('what is 80043431', { ...thread('700'), id: 'overheard' });
  expect(arrived).toHaveLength(1);
  expect(connector.calls).toEqual([]);
});

test('a file without words is answered with what to send instead', async () => {
  const attachments = [
    { contentType: 'application/vnd.microsoft.teams.file.download.info', content: { uniqueId: 'x' } },
  ];
  const where = { conversation: { id: 'a:file', conversationType: 'personal' } };
  const { status } = await ann.say('', { ...where, id: 'sent file', attachments });
  expect(status).toBe(200);
  expect(arrived[0]?.event).toEqual({ kind: 'said', text: '' });
  const said = connector.messages().map(({ text, summary }) => text ?? summary ?? '');
  expect(said.join(' ')).toMatch(/error code/i);
  expect(lines).toEqual([]);
});
