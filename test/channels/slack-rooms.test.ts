/** Posts that live in a room: their threads, their edits, and what is said under them. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { ChannelError } from '../../src/model/errors.ts';
import { type Incoming, type Place, placeKey } from '../../src/model/message.ts';
import type { Posted } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { realEngine } from '../fakes.ts';
import type { Fault } from './slack-api.ts';
import { answering, helpful, team, until, type Workspace, workspace } from './slack-driver.ts';

const opened: Workspace[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) {
    await one.close();
    expect(one.refused).toEqual([]);
  }
});

const open = async (reply: (incoming: Incoming) => Reply | undefined = helpful) => {
  const { answer, heard, undelivered } = answering(reply);
  const one = await workspace(answer);
  opened.push(one);
  return { ...one, heard, undelivered };
};

const ticket = (state: string): Reply => ({
  text: `Ticket 12 is ${state}`,
  title: 'Ticket 12',
  blocks: [{ kind: 'facts', items: [['State', state]] }],
  actions: [{ kind: 'choose', label: 'Claim', choice: 'claim', about: 'ticket/12' }],
});

/** The room that a mention came from, saved and read again. */
const roomOf = async ({ mention, done, heard }: Awaited<ReturnType<typeof open>>): Promise<Place> => {
  await mention('hello');
  await done('chat.postMessage');
  return JSON.parse(JSON.stringify(heard.at(-1)!.room)) as Place;
};

describe('a room', () => {
  test('is the channel without the thread, and a direct message has none', async () => {
    const one = await open();
    await one.mention('hello', { thread_ts: '1700000000.000100' });
    await one.say('hello');
    await one.command('hello');
    const rooms = one.heard.map(({ room }) => room && placeKey(room));
    expect(rooms).toEqual([`slack:${team}:${one.general}`, undefined, `slack:${team}:${one.general}`]);
  });

  test('takes a new post, whose thread is the conversation of what people write under it', async () => {
    const one = await open();
    const room = await roomOf(one);
    const posted = (await one.channel.post(room, ticket('open'))) as Posted;
    const call = (await one.done('chat.postMessage', 2)).at(-1)!;
    expect(call.args).toMatchObject({ channel: one.general, text: 'Ticket 12 is open' });
    expect(call.args['thread_ts']).toBeUndefined();
    expect(posted.message).toBe(call.result?.ts);

    await one.mention('what is this', { thread_ts: posted.message });
    await one.event({
      type: 'message',
      channel: one.general,
      channel_type: 'channel',
      user: one.bob,
      text: 'on it',
      ts: '1700000000.000200',
      thread_ts: posted.message,
    });
    await one.done('chat.postMessage', 4);
    expect(one.heard.slice(-2).map(({ place }) => placeKey(place))).toEqual(Array(2).fill(placeKey(posted.thread!)));
    const line = await one.channel.post(posted.thread!, { text: 'Ann says: it works' });
    const under = (await one.done('chat.postMessage', 5)).at(-1)!;
    expect(under.args['thread_ts']).toBe(posted.message);
    expect(line).toEqual({ message: under.result?.ts });
  });

  test('is found again by the store from what is said in the thread', async () => {
    const one = await open();
    const store = await sqlite(':memory:');
    const room = await roomOf(one);
    const posted = (await one.channel.post(room, ticket('open')))!;
    await store.show({ name: 'ticket/12', rev: 1, place: room, ...posted });
    await one.mention('hello', { thread_ts: posted.message });
    expect(await store.threadAt(one.heard.at(-1)!.place)).toBe('ticket/12');
    await store.close();
  });

  test('of a direct message has no thread: lines go to the messages themselves', async () => {
    const one = await open();
    await one.say('hello');
    await one.done('chat.postMessage');
    const posted = await one.channel.post(one.heard[0]!.place, ticket('open'));
    const call = (await one.done('chat.postMessage', 2)).at(-1)!;
    expect(posted).toEqual({ message: call.result?.ts });
  });

  test('that only the person of a command sees is left for their messages, where a post stays', async () => {
    const one = await open();
    await one.command('hello');
    const { place } = one.heard[0]!;
    const posted = (await one.channel.post(place, ticket('open')))!;
    const [call] = await one.done('chat.postMessage');
    expect(call?.args.channel).toBe(one.ann);
    expect(posted.message).toBe(`${call?.result?.channel}:${call?.result?.ts}`);
    await one.channel.edit(place, posted.message, ticket('solved'));
    const [edited] = await one.done('chat.update');
    expect(edited?.args).toMatchObject({ channel: call?.result?.channel, ts: call?.result?.ts });
    expect(edited?.result?.['ok']).toBe(true);
  });
});

describe('an edit', () => {
  const edited = async (fault?: Omit<Fault, 'method'>) => {
    const one = await open();
    const room = await roomOf(one);
    const { message } = (await one.channel.post(room, ticket('open')))!;
    if (fault) one.fail({ method: 'chat.update', ...fault });
    const error = await one.channel.edit(room, message, ticket('claimed')).catch((failed: unknown) => failed);
    return { one, message, error };
  };

  test('puts the new look in the place of the old one', async () => {
    const { one, message, error } = await edited();
    expect(error).toBeUndefined();
    const [update] = await one.done('chat.update');
    expect(update?.args).toMatchObject({ channel: one.general, ts: message, text: 'Ticket 12 is claimed' });
    expect(update?.args.blocks?.map(({ type }) => type)).toEqual(['header', 'rich_text', 'actions']);
    expect(update?.result?.['ok']).toBe(true);
  });

  test('of a message that is not there says so', async () => {
    const one = await open();
    const room = await roomOf(one);
    const edit = one.channel.edit(room, '1700000000.000001', ticket('claimed'));
    await expect(edit).rejects.toMatchObject({ name: 'ChannelError', retry: false, gone: true });
  });

  test.each([
    ['message_not_found', true],
    ['cant_update_message', true],
    ['edit_window_closed', true],
    ['not_in_channel', false],
  ])('that Slack refuses with %s is final, and the message is gone: %s', async (code, gone) => {
    const { error } = await edited({ body: { ok: false, error: code } });
    expect(error).toBeInstanceOf(ChannelError);
    expect(error).toMatchObject({ retry: false, gone });
  });

  test('that comes too fast is left to the outbox with the time that Slack names', async () => {
    const { error } = await edited({ status: 429, headers: { 'retry-after': '5' } });
    expect(error).toMatchObject({ retry: true, retryAfter: 5, gone: false });
  });

  test.each(['invalid_blocks', 'msg_too_long'])(
    'whose blocks Slack refuses with %s shows the text, and none of the old blocks',
    async (code) => {
      const { one, error } = await edited({ body: { ok: false, error: code } });
      expect(error).toBeUndefined();
      const [, second] = await one.done('chat.update', 2);
      expect(second?.args).toMatchObject({ text: 'Ticket 12 is claimed', blocks: [] });
    },
  );
});

describe('an answer that replaces', () => {
  const replacing = (more: Partial<Reply> = {}) =>
    open(({ event }) =>
      event.kind === 'said' ? ticket('open') : { text: 'Ticket 12 is claimed', replaces: true, ...more },
    );

  test('takes the place of the pressed message, which is not marked', async () => {
    const one = await replacing();
    await one.mention('hello');
    const [posted] = await one.done('chat.postMessage');
    await one.press(posted!, 'Claim');
    const [update] = await one.done('chat.update');
    expect(update?.args).toMatchObject({ ts: posted?.result?.ts, text: 'Ticket 12 is claimed' });
    expect(update?.args.blocks?.map(({ type }) => type)).toEqual(['rich_text']);
    await one.channel.stop();
    expect(one.calls.filter(({ method }) => method.startsWith('chat.'))).toHaveLength(2);
  });

  test('takes the place of a hidden message by the URL of the press', async () => {
    const one = await replacing();
    await one.command('hello');
    const [first] = await one.done('response/');
    await one.press(first!, 'Claim');
    const [, second] = await one.done('response/', 2);
    expect(second?.args).toMatchObject({ replace_original: true, text: 'Ticket 12 is claimed' });
  });

  test('is posted anew when the pressed message is gone', async () => {
    const one = await replacing();
    await one.mention('hello');
    const [posted] = await one.done('chat.postMessage');
    one.fail({ method: 'chat.update', body: { ok: false, error: 'message_not_found' } });
    await one.press(posted!, 'Claim');
    const [, second] = await one.done('chat.postMessage', 2);
    expect(second?.args.text).toBe('Ticket 12 is claimed');
  });

  test('is left to the outbox when Slack is too busy', async () => {
    const one = await replacing();
    await one.mention('hello');
    const [posted] = await one.done('chat.postMessage');
    one.fail({ method: 'chat.update', status: 429, headers: { 'retry-after': '4' } });
    await one.press(posted!, 'Claim');
    await until(() => one.undelivered.length > 0, 'the failure');
    expect(one.undelivered).toMatchObject([{ retry: true, retryAfter: 4 }]);
  });

  test('and is for the asker alone leaves what others see as it is', async () => {
    const one = await replacing({ to: 'asker' });
    await one.mention('hello');
    const [posted] = await one.done('chat.postMessage');
    await one.press(posted!, 'Claim');
    await one.done('chat.postEphemeral');
    await one.channel.stop();
    expect(one.calls.some(({ method }) => method === 'chat.update')).toBe(false);
  });
});

describe('a press on a card that no turn posted', () => {
  test('leaves the card to whoever edits it', async () => {
    const one = await open();
    const room = await roomOf(one);
    await one.channel.post(room, ticket('open'));
    const posted = (await one.done('chat.postMessage', 2)).at(-1)!;
    await one.press(posted, 'Claim');
    await one.done('chat.postMessage', 3);
    await one.channel.stop();
    expect(one.heard.at(-1)).toMatchObject({ event: { kind: 'chose', choice: 'claim', about: 'ticket/12' } });
    expect(one.heard.at(-1)?.event).not.toHaveProperty('turn');
    expect(one.calls.some(({ method }) => method === 'chat.update')).toBe(false);
  });
});

describe('what is said in a channel without a mention', () => {
  const overhear = (one: Workspace, more: object) =>
    one.event({
      type: 'message',
      channel: one.general,
      channel_type: 'channel',
      user: one.bob,
      text: 'I reset it',
      ts: '1700000000.000900',
      ...more,
    });

  test('in a thread is overheard, under the id that a mention would have', async () => {
    const one = await open(() => undefined);
    await overhear(one, { thread_ts: '1700000000.000800' });
    expect(one.heard).toMatchObject([
      {
        id: `${one.general}:1700000000.000900:${one.bob}`,
        place: { conversation: `${team}:${one.general}:1700000000.000800` },
        room: { conversation: `${team}:${one.general}` },
        event: { kind: 'said', text: 'I reset it', overheard: true },
      },
    ]);
  });

  test('in a private channel, or shown in the channel as well, is overheard too', async () => {
    const one = await open(() => undefined);
    await overhear(one, { thread_ts: '1700000000.000800', channel_type: 'group' });
    await overhear(one, { thread_ts: '1700000000.000800', ts: '1700000000.000901', subtype: 'thread_broadcast' });
    expect(one.heard.map(({ event }) => event)).toMatchObject([{ overheard: true }, { overheard: true }]);
  });

  test('a mention in a thread is heard once as a mention, whichever event comes first', async () => {
    const one = await open();
    const same = (ts: string) => ({ ts, thread_ts: '1700000000.000800', channel: one.general, user: one.ann });
    const said = (ts: string) => overhear(one, { ...same(ts), text: `<@${one.bot}> AADSTS50126` });
    await said('1700000000.000901');
    await one.mention('AADSTS50126', same('1700000000.000901'));
    await one.mention('AADSTS50126', same('1700000000.000902'));
    await said('1700000000.000902');
    const mention = { kind: 'said', text: 'AADSTS50126' };
    expect(one.heard.map(({ event }) => event)).toEqual([mention, mention]);
  });

  test.each([
    ['outside a thread', {}],
    ['at the head of a thread', { thread_ts: '1700000000.000900' }],
    ['by another bot', { thread_ts: '1700000000.000800', bot_id: 'B0OTHER' }],
    ['by the bot itself', { thread_ts: '1700000000.000800', user: 'U0SIGNPOST' }],
    ['as an edit', { thread_ts: '1700000000.000800', edited: { user: 'U1', ts: '1.2' } }],
    ['as a deletion', { thread_ts: '1700000000.000800', subtype: 'message_deleted' }],
  ])('%s is not heard', async (_where, more) => {
    const one = await open();
    expect((await overhear(one, more)).status).toBe(200);
    expect(one.heard).toEqual([]);
  });

  test('comes with the name of who said it, which Slack is asked for once', async () => {
    const one = await open(() => undefined);
    await overhear(one, { thread_ts: '1700000000.000800' });
    await overhear(one, { thread_ts: '1700000000.000800', ts: '1700000000.000901' });
    expect(one.heard.map(({ person }) => person.name)).toEqual(['bob', 'bob']);
    expect(one.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  test('comes with the locale that Slack knows of its person', async () => {
    const one = await open(() => undefined);
    one.fail({ method: 'users.info', body: { ok: true, user: { id: one.bob, name: 'bob', locale: 'ja-JP' } } });
    await overhear(one, { thread_ts: '1700000000.000800' });
    expect(one.heard.map(({ person }) => person.locale)).toEqual(['ja-JP']);
    expect(one.calls.find(({ method }) => method === 'users.info')?.args).toMatchObject({ include_locale: 'true' });
  });

  test.each<[string, Omit<Fault, 'method'>]>([
    ['does not let the bot ask', { body: { ok: false, error: 'missing_scope' } }],
    ['takes its time', { delay: 1500 }],
  ])('comes with the id of who said it when Slack %s', async (_what, fault) => {
    const one = await open(() => undefined);
    one.fail({ method: 'users.info', ...fault });
    await overhear(one, { thread_ts: '1700000000.000800' });
    expect(one.heard.map(({ person }) => person.name)).toEqual([one.bob]);
    await one.done('users.info');
  });

  test('gets no answer of the real engine outside the threads of living cards', async () => {
    const engine = await realEngine();
    const one = await workspace(engine.answer);
    opened.push(one);
    await overhear(one, { thread_ts: '1700000000.000800', text: 'AADSTS50126' });
    await one.mention('AADSTS50126', { thread_ts: '1700000000.000800' });
    await one.done('chat.postMessage');
    expect(one.calls.filter(({ method }) => method.startsWith('chat.'))).toHaveLength(1);
    await engine.stop();
  });
});
