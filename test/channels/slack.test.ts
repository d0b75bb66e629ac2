/** What people do in Slack, and what they see; over HTTP, with the real SDK. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Incoming } from '../../src/model/message.ts';
import type { Reply } from '../../src/model/reply.ts';
import { answering, helpful, team, type Workspace, workspace } from './slack-driver.ts';

const opened: Workspace[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) {
    await one.close();
    expect(one.refused).toEqual([]);
  }
});

const open = async (reply: (incoming: Incoming) => Reply | undefined = helpful) => {
  const { answer, heard } = answering(reply);
  const one = await workspace(answer);
  opened.push(one);
  return { ...one, heard };
};

describe('a direct message', () => {
  test('is answered in the same place with title, text and buttons', async () => {
    const { say, done, heard, dm, ann } = await open();
    const { status } = await say('AADSTS50126');
    const [posted] = await done('chat.postMessage');
    expect(status).toBe(200);
    expect(posted?.args).toMatchObject({ channel: dm, text: 'About AADSTS50126. Did this help?' });
    expect(posted?.args['thread_ts']).toBeUndefined();
    expect(posted?.args.blocks?.map(({ type }) => type)).toEqual(['header', 'rich_text', 'actions']);
    expect(heard[0]).toMatchObject({
      place: { channel: 'slack', conversation: `${team}:${dm}` },
      person: { id: `${team}:${ann}` },
      event: { kind: 'said', text: 'AADSTS50126' },
    });
  });

  test('in a thread is answered in the thread, and belongs to the same conversation', async () => {
    const { say, done, heard } = await open();
    await say('one');
    await say('two', { thread_ts: '1700000000.000100' });
    const [, second] = await done('chat.postMessage', 2);
    expect(second?.args['thread_ts']).toBe('1700000000.000100');
    expect(heard[1]?.place.conversation).toBe(heard[0]?.place.conversation);
  });

  test('with a picture and no words is heard as silence', async () => {
    const { say, done, heard } = await open();
    await say('', { subtype: 'file_share', files: [{ id: 'F1', name: 'error.png' }] });
    await done('chat.postMessage');
    expect(heard[0]?.event).toEqual({ kind: 'said', text: '' });
  });

  test('does not show links as previews', async () => {
    const { say, done } = await open();
    await say('hello');
    const [posted] = await done('chat.postMessage');
    expect(posted?.args).toMatchObject({ unfurl_links: false, unfurl_media: false, mrkdwn: false });
  });

  test.each([
    ['another bot', { bot_id: 'B0OTHER' }],
    ['the bot itself', { user: 'U0SIGNPOST' }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['an edit', { subtype: 'message_changed', message: { text: 'x' } }],
    ['an edited message', { edited: { user: 'U1', ts: '1.2' } }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['someone who joined', { subtype: 'channel_join' }],
    ['a channel that the bot only reads', { channel: 'C0123', channel_type: 'channel' }],
    ['nobody', { user: undefined }],
  ])('of %s is acknowledged and left alone', async (_who, more) => {
    const { say, heard } = await open();
    expect((await say('hello', more)).status).toBe(200);
    expect(heard).toEqual([]);
  });
});

describe('a mention in a channel', () => {
  test('is answered in a thread under it, without the mention', async () => {
    const { mention, done, heard, general, bot } = await open();
    await mention(`what is <@${bot}> AADSTS50126`, { ts: '1700000000.000200' });
    const [posted] = await done('chat.postMessage');
    expect(posted?.args).toMatchObject({ channel: general, thread_ts: '1700000000.000200' });
    expect(heard[0]?.event).toEqual({ kind: 'said', text: 'what is  AADSTS50126' });
    expect(heard[0]?.place.conversation).toBe(`${team}:${general}:1700000000.000200`);
  });

  test('in a thread is answered in that thread', async () => {
    const { mention, done } = await open();
    await mention('hello', { thread_ts: '1700000000.000300' });
    const [posted] = await done('chat.postMessage');
    expect(posted?.args['thread_ts']).toBe('1700000000.000300');
  });

  test('arrives as two events and is answered once', async () => {
    const { say, mention, done, heard, general, bot, ann } = await open();
    const same = { channel: general, ts: '1700000000.000400' };
    await Promise.all([say(`<@${bot}> hello`, { ...same, channel_type: 'channel' }), mention('hello', same)]);
    await done('chat.postMessage');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      id: `${general}:${same.ts}:${ann}`,
      room: { conversation: `${team}:${general}` },
    });
  });
});

describe('the slash command', () => {
  test('is answered for its person alone', async () => {
    const { command, done, heard, general, ann, calls } = await open();
    const { status, body } = await command('AADSTS50126');
    const [answered] = await done('response/');
    expect([status, body]).toEqual([200, '']);
    expect(answered?.args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(calls.some(({ method }) => method === 'chat.postMessage')).toBe(false);
    expect(heard[0]?.place.conversation).toBe(`${team}:${general}:${ann}`);
    expect(heard[0]?.person).toEqual({ id: `${team}:${ann}`, name: 'ann' });
  });

  test('without words is heard as silence', async () => {
    const { command, done, heard } = await open();
    await command('');
    await done('response/');
    expect(heard[0]?.event).toEqual({ kind: 'said', text: '' });
  });

  test('whose answer is not part of the turn is told that it comes in the messages', async () => {
    const { command, done } = await open(() => undefined);
    await command('my tickets');
    const [answered] = await done('response/');
    expect(answered?.args.text).toBe('The answer is in your messages with me.');
  });

  test('is answered by a direct message when its URL has run out', async () => {
    const { command, done, fail, ann } = await open();
    fail({ method: 'response/', status: 404 });
    await command('AADSTS50126');
    const [posted] = await done('chat.postMessage');
    expect(posted?.args.channel).toBe(ann);
  });
});

describe('the welcome', () => {
  test('comes when the messages are opened, under the same id each time', async () => {
    const one = await open();
    await one.open('messages');
    await one.open('messages');
    const posted = await one.done('chat.postMessage');
    expect(posted.map(({ args }) => args.text)).toEqual(['Welcome']);
    expect(one.heard).toMatchObject([{ id: `welcome:${team}:${one.ann}`, event: { kind: 'joined' } }]);
  });

  test('does not come on the home tab', async () => {
    const one = await open();
    expect((await one.open('home')).status).toBe(200);
    expect(one.heard).toEqual([]);
  });
});

test('a message that Slack delivers again is answered once, even as another event', async () => {
  const { say, done, heard } = await open();
  const same = { ts: '1700000000.000450' };
  await say('50126', same);
  await say('50126', same);
  await done('chat.postMessage');
  expect(heard).toHaveLength(1);
});

test('other events are acknowledged and left alone', async () => {
  const { event, heard, ann } = await open();
  expect(
    (await event({ type: 'reaction_added', user: ann, item: { type: 'message', channel: 'C1', ts: '1.2' } })).status,
  ).toBe(200);
  expect(heard).toEqual([]);
});

test('two messages at once are both answered', async () => {
  const { say, mention, done } = await open();
  await Promise.all([say('one'), mention('two')]);
  const posted = await done('chat.postMessage', 2);
  expect(new Set(posted.map(({ args }) => args.text))).toEqual(
    new Set(['About one. Did this help?', 'About two. Did this help?']),
  );
});

describe('an answer for the asker', () => {
  const hidden = () => open(() => ({ text: 'Only for you', to: 'asker' }));

  test('is hidden from the others in the thread', async () => {
    const { mention, done, ann, general } = await hidden();
    await mention('hello', { thread_ts: '1700000000.000600' });
    const [posted] = await done('chat.postEphemeral');
    expect(posted?.args).toMatchObject({ channel: general, user: ann, thread_ts: '1700000000.000600' });
  });

  test('stands in the channel where nobody has begun a thread, because Slack would not show it', async () => {
    const { mention, done, ann, general } = await hidden();
    await mention('hello');
    const [posted] = await done('chat.postEphemeral');
    expect(posted?.args).toMatchObject({ channel: general, user: ann });
    expect(posted?.args['thread_ts']).toBeUndefined();
  });

  test('goes to their messages when they are not in the channel', async () => {
    const { mention, done, fail, ann } = await hidden();
    fail({ method: 'chat.postEphemeral', body: { ok: false, error: 'user_not_in_channel' } });
    await mention('hello');
    const [posted] = await done('chat.postMessage');
    expect(posted?.args.channel).toBe(ann);
  });
});

test('a reply is posted later to the place it was promised to', async () => {
  const { mention, done, heard, channel, general } = await open(() => undefined);
  await mention('hello', { ts: '1700000000.000700' });
  const place = JSON.parse(JSON.stringify(heard[0]!.place)) as Incoming['place'];
  await channel.post(place, { text: 'Ticket HD-12 is solved.' });
  const [posted] = await done('chat.postMessage');
  expect(posted?.args).toMatchObject({
    channel: general,
    thread_ts: '1700000000.000700',
    text: 'Ticket HD-12 is solved.',
  });
});

test('what people write comes back as they wrote it, and calls nobody', async () => {
  const { say, done, refused } = await open(({ event }) => ({ text: event.kind === 'said' ? event.text : '' }));
  const typed =
    '&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|https://login.microsoftonline.com&gt; *a* _b_ `c` 🙂 שלום';
  await say(typed);
  const [posted] = await done('chat.postMessage');
  expect(posted?.args.text).toBe(typed);
  expect(posted?.args.blocks?.[0]).toMatchObject({
    type: 'rich_text',
    elements: [
      { elements: [{ type: 'text', text: expect.stringContaining('<!channel> <@U1> <https://evil.example|') }] },
    ],
  });
  expect(refused).toEqual([]);
});

test('100 kB are heard in full and answered within the limits', async () => {
  const { say, done, heard, refused } = await open();
  const text = 'AADSTS50126 '.repeat(8500).trim();
  await say(text);
  await done('chat.postMessage');
  expect(heard[0]?.event).toEqual({ kind: 'said', text });
  expect(refused).toEqual([]);
});
