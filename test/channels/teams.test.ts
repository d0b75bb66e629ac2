import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { teams } from '../../src/channels/teams/index.ts';
import type { Incoming } from '../../src/model/message.ts';
import type { Answer, Answered } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';
import { buttonsOf, keepLog, person, serve, startConnector, wordsOf } from './teams-driver.ts';

const card: Reply = {
  text: 'Did it work?',
  title: 'Update the federated domain',
  blocks: [{ kind: 'paragraph', text: 'Run the command.' }],
  actions: [
    { kind: 'choose', label: 'It worked', choice: 'worked', about: '80041317', primary: true },
    { kind: 'choose', label: 'Try the next', choice: 'next', about: '80041317' },
    { kind: 'choose', label: 'Fail', choice: 'fail' },
    { kind: 'open', label: 'Source', url: 'https://learn.example/fix' },
  ],
  turn: 3,
};

/** Says back what was said, shows the card on "card", fails on "fail", and knows a repeated id as the engine does. */
const arrived: Incoming[] = [];
const known = new Map<string, Answered>();
const answer: Answer = async (incoming, deliver) => {
  const before = known.get(incoming.id);
  if (before) return { ...before, repeated: true };
  arrived.push(incoming);
  const { event } = incoming;
  const said = event.kind === 'said' ? event.text : event.kind;
  if (said === 'fail' || (event.kind === 'chose' && event.choice === 'fail'))
    throw new Error('the store at /secret/path is broken');
  const replies = said === 'card' ? [card] : [{ text: `You: ${said}` }];
  const answered = { turn: 1, replies, effects: [], understood: null, repeated: false };
  known.set(incoming.id, answered);
  for (const reply of replies) await deliver?.(reply);
  return answered;
};

const { log, lines } = keepLog();
let connector: Awaited<ReturnType<typeof startConnector>>;
let bot: Awaited<ReturnType<typeof serve>>;
let ann: ReturnType<typeof person>;

beforeAll(async () => {
  connector = await startConnector();
  bot = await serve((await teams({}, answer, log)).routes);
});

beforeEach(() => {
  connector.calls.length = 0;
  arrived.length = 0;
  known.clear();
  lines.length = 0;
  ann = person(bot, connector);
});

afterAll(async () => {
  await bot.close();
  await connector.close();
});

const inChannel = (id: string) => ({ conversation: { id, conversationType: 'channel', isGroup: true } });

describe('a message', () => {
  test('is answered in its conversation, after the typing', async () => {
    const { status, text } = await ann.say('what is 80043431');
    expect([status, text]).toEqual([200, '']);
    expect(connector.calls.map(({ activity }) => activity.type)).toEqual(['typing', 'message']);
    expect(connector.calls[1]).toMatchObject({
      conversation: 'a:personal',
      activity: { text: 'You: what is 80043431', textFormat: 'plain', replyToId: 'activity-1' },
    });
  });

  test('tells who wrote it, where, and how to write there later', async () => {
    await ann.say('hello');
    expect(arrived).toEqual([
      {
        id: 'activity-1',
        place: {
          channel: 'teams',
          conversation: 'a:personal',
          ref: {
            v: 1,
            channelId: 'msteams',
            serviceUrl: connector.url,
            conversation: { id: 'a:personal', conversationType: 'personal', tenantId: 'tenant' },
            bot: { id: '28:bot', name: 'Signpost' },
            user: { id: '29:ann', name: 'Ann' },
          },
        },
        person: { id: '29:ann', name: 'Ann', locale: 'en-GB' },
        event: { kind: 'said', text: 'hello' },
      },
    ]);
  });

  test('is answered although the typing was refused', async () => {
    connector.refuse({ status: 403 }, 'typing');
    expect((await ann.say('hello')).status).toBe(200);
    expect(connector.messages()).toMatchObject([{ text: 'You: hello' }]);
  });

  test('that is delivered twice is answered once', async () => {
    await ann.say('hello', { id: 'same' });
    await ann.say('hello', { id: 'same' });
    expect(connector.messages()).toHaveLength(1);
  });

  test('does not wait for another one', async () => {
    const bob = { from: { id: '29:bob', name: 'Bob' }, conversation: { id: 'a:bob', conversationType: 'personal' } };
    await Promise.all([ann.say('from Ann'), ann.say('from Bob', bob)]);
    const answers = connector.calls.map(({ conversation, activity }) => `${conversation}: ${activity.text}`);
    expect(answers).toEqual(expect.arrayContaining(['a:personal: You: from Ann', 'a:bob: You: from Bob']));
    expect(connector.messages()).toHaveLength(2);
  });

  test('of another bot is not answered', async () => {
    await ann.say('hello', { from: { id: '28:other', name: 'Other', role: 'bot' } });
    expect(arrived).toEqual([]);
  });

  test('is answered in the HTTP response where the sender expects it there', async () => {
    const { status, body } = await ann.say('hello', { deliveryMode: 'expectReplies' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ activities: [{ type: 'typing' }, { type: 'message', text: 'You: hello' }] });
    expect(connector.calls).toEqual([]);
  });

  test('that our side fails to answer gets a sentence with a reference that is in the log, and no more', async () => {
    const { status, text } = await ann.say('fail');
    expect(status).toBe(500);
    const [apology] = connector.messages();
    const reference = /reference (\w{8})\.$/.exec(apology?.text ?? '')?.[1];
    expect(lines).toMatchObject([{ level: 'error', fields: { reference } }]);
    expect(`${text} ${apology?.text}`).not.toMatch(/secret|Error|\.ts/);
  });
});

describe('in a channel', () => {
  test('a message in a thread is answered in that thread', async () => {
    await ann.mention('hello', inChannel('19:team@thread.tacv2;messageid=100'));
    expect(connector.calls.map(({ conversation }) => conversation)).toEqual(
      Array(2).fill('19:team@thread.tacv2;messageid=100'),
    );
  });

  test('a new post starts its own thread', async () => {
    await ann.mention('hello', { ...inChannel('19:team@thread.tacv2'), id: '200' });
    expect(arrived[0]?.place.conversation).toBe('19:team@thread.tacv2;messageid=200');
    expect(connector.calls.at(-1)?.conversation).toBe('19:team@thread.tacv2;messageid=200');
  });
});

describe('a pressed button', () => {
  const shownCard = async () => {
    await ann.say('card');
    return connector.messages()[0]!;
  };

  test('says what was chosen, about what, and on which card', async () => {
    await ann.press(await shownCard(), 'It worked');
    expect(arrived[1]?.event).toEqual({ kind: 'chose', choice: 'worked', about: '80041317', turn: 3 });
  });

  test('is answered with a new message, and the card shows the choice in place of its buttons', async () => {
    const { status, body } = await ann.press(await shownCard(), 'It worked');
    expect(status).toBe(200);
    expect(connector.messages().at(-1)).toMatchObject({ text: 'You: chose' });
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(wordsOf(body.value)).toBe('Update the federated domain\nRun the command.\nYou chose: **It worked**\nSource');
    expect(buttonsOf(body.value)).toMatchObject([{ type: 'Action.OpenUrl', title: 'Source' }]);
  });

  test('that is delivered twice is answered once, with the same card', async () => {
    const message = await shownCard();
    const first = await ann.press(message, 'It worked', { id: 'same' });
    const second = await ann.press(message, 'It worked', { id: 'same' });
    expect(second).toEqual(first);
    expect(connector.messages()).toHaveLength(2);
  });

  test('on a card that the channel has forgotten is answered with a word of thanks', async () => {
    const { body } = await ann.press({ ...(await shownCard()), id: 'long-ago' }, 'Try the next');
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Thank you. The answer follows.',
    });
    expect(arrived[1]?.event).toMatchObject({ kind: 'chose', choice: 'next' });
  });

  test('means the same where the client sends it as a message', async () => {
    const { status } = await ann.submit(await shownCard(), 'It worked');
    expect(status).toBe(200);
    expect(arrived[1]?.event).toEqual({ kind: 'chose', choice: 'worked', about: '80041317', turn: 3 });
    expect(connector.messages().at(-1)).toMatchObject({ text: 'You: chose' });
  });

  test('in a channel is answered in the thread of the card', async () => {
    const thread = inChannel('19:team@thread.tacv2;messageid=100');
    await ann.mention('card', thread);
    const { body } = await ann.press(connector.messages()[0]!, 'It worked', thread);
    expect(connector.calls.at(-1)?.conversation).toBe('19:team@thread.tacv2;messageid=100');
    expect(wordsOf(body.value)).toContain('You chose: **It worked**');
  });

  test('of a card that is not ours is refused in words', async () => {
    const value = { action: { type: 'Action.Execute', data: { foreign: true } } };
    const { status, body } = await ann.send({ type: 'invoke', name: 'adaptiveCard/action', value });
    expect([status, body.statusCode, body.type]).toEqual([200, 400, 'application/vnd.microsoft.error']);
    expect(arrived).toEqual([]);
  });

  test('that our side fails to answer tells so in the response, and no more', async () => {
    const { status, body, text } = await ann.press(await shownCard(), 'Fail');
    expect([status, body.statusCode, body.type]).toEqual([500, 500, 'application/vnd.microsoft.error']);
    expect(body.value.message).toMatch(/reference \w{8}\.$/);
    expect(text).not.toMatch(/secret|\.ts/);
  });
});

describe('an installation', () => {
  const add = { type: 'installationUpdate', action: 'add' };
  const added = { type: 'conversationUpdate', membersAdded: [{ id: '29:ann' }, { id: '28:bot' }] };
  const channel = { conversation: { id: '19:general@thread.tacv2', conversationType: 'channel', isGroup: true } };
  const group = { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true } };

  test.each([
    ['for one person', {}],
    ['in a team', channel],
    ['in a group chat', group],
  ])('%s is greeted once, although Teams tells of it twice', async (_name, where) => {
    await ann.send({ ...added, ...where });
    await ann.send({ ...add, ...where });
    expect(arrived.map(({ event }) => event.kind)).toEqual(['joined']);
    expect(connector.messages()).toHaveLength(1);
  });

  test('is greeted when Teams tells of it in one way only', async () => {
    await ann.send(add);
    expect(arrived.map(({ event }) => event.kind)).toEqual(['joined']);
  });

  test.each([
    ['a person who joins', { type: 'conversationUpdate', membersAdded: [{ id: '29:bob' }] }],
    ['a person who leaves', { type: 'conversationUpdate', membersRemoved: [{ id: '29:bob' }] }],
    ['a removal', { type: 'installationUpdate', action: 'remove' }],
    ['a bot that is taken out', { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }],
  ])('is not: %s', async (_name, event) => {
    expect((await ann.send(event)).status).toBe(200);
    expect(arrived).toEqual([]);
    expect(connector.calls).toEqual([]);
  });

  test.each([
    { type: 'installationUpdate', action: 'remove' },
    { type: 'installationUpdate', action: 'remove-upgrade' },
    { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] },
  ])('that ends is noted in the log: %j', async (event) => {
    await ann.send(event);
    expect(lines).toEqual([
      {
        level: 'info',
        fields: { conversation: 'a:personal' },
        message: 'the app was removed from a Teams conversation',
      },
    ]);
  });
});

describe('everything else', () => {
  test.each([
    'messageUpdate',
    'messageDelete',
    'messageReaction',
    'typing',
    'event',
    'endOfConversation',
    'trace',
    'x',
  ])('is taken without an answer: %s', async (type) => {
    expect(await ann.send({ type, text: 'edited' })).toMatchObject({ status: 200, text: '' });
    expect(connector.calls).toEqual([]);
  });

  test.each(['composeExtension/query', 'composeExtension/fetchTask', 'message/fetchTask', 'tab/fetch', 'unheard/of'])(
    'that expects a response is told that there is none: %s',
    async (name) => {
      const { status, body } = await ann.send({ type: 'invoke', name, value: {} });
      expect([status, body]).toEqual([501, { error: 'Signpost does not handle this kind of invoke.' }]);
      expect(connector.calls).toEqual([]);
    },
  );

  test.each([{}, { data: null }, { data: { foreign: true } }, 'x', null])(
    'of a dialog that is not ours is told so in the dialog: %j',
    async (value) => {
      for (const name of ['task/fetch', 'task/submit']) {
        const { status, body } = await ann.send({ type: 'invoke', name, value });
        expect([status, body.task.type]).toEqual([200, 'message']);
        expect(body.task.value).toBe('This button no longer works. Ask again to get a new card.');
      }
      expect(arrived).toEqual([]);
    },
  );

  test('that rates an answer is taken', async () => {
    const value = { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } };
    expect(await ann.send({ type: 'invoke', name: 'message/submitAction', value })).toMatchObject({
      status: 200,
      text: '',
    });
    expect(arrived).toEqual([]);
  });
});
