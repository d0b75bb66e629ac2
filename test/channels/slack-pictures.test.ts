/** Pictures in Slack: which are read, what gets the bot's token, and what people see. */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { slack } from '../../src/channels/slack/index.ts';
import type { Channel } from '../../src/model/ports.ts';
import type { ChannelName, Place } from '../../src/model/message.ts';
import { memoryLog, realEngine } from '../fakes.ts';
import { draw } from '../pictures/draw.ts';
import { botToken, type Call, type Json } from './slack-api.ts';
import { until, workspace } from './slack-driver.ts';

jest.setTimeout(30_000);

let page: Buffer;
beforeAll(async () => {
  page = await draw(['SIGN IN', 'AADSTS50105: THE SIGNED IN USER IS NOT ASSIGNED']);
});

let engine: Awaited<ReturnType<typeof realEngine>>;
let one: Awaited<ReturnType<typeof workspace>>;

beforeAll(async () => {
  const channels = new Map<ChannelName, Channel>();
  engine = await realEngine(undefined, { channels });
  one = await workspace(engine.answer);
  channels.set('slack', one.channel);
});

afterEach(async () => {
  await engine.settle();
  expect(one.refused).toEqual([]);
});

afterAll(async () => {
  await one.close();
  await engine.stop();
});

/** The workspace, and what is called in it from now on. */
const open = () => {
  const before = one.calls.length;
  const calls = () => one.calls.slice(before);
  const posted = async (least: number): Promise<readonly Call[]> => {
    const done = () => calls().filter(({ method, result }) => method === 'chat.postMessage' && result);
    await engine.settle();
    await until(() => done().length >= least, `${least} messages`);
    return done();
  };
  return {
    ...one,
    calls,
    posted,
    texts: async (least: number) => (await posted(least)).map(({ args }) => args.text),
    fetched: () =>
      calls()
        .filter(({ method }) => method.startsWith('files-pri/'))
        .map(({ token }) => token),
    file: one.keep('error.png', page),
  };
};

const shared = (...files: readonly Json[]): Json => ({ subtype: 'file_share', files });

const asks = expect.stringContaining('I read AADSTS50105 in your picture');

describe('a picture in a direct message', () => {
  test('is fetched with the token, and asked about', async () => {
    const { say, file, fetched, texts, press, posted } = open();
    await say('', shared(file));
    expect(await texts(2)).toEqual(['I have your picture; what I read in it comes next.', asks]);
    expect(fetched()).toEqual([`Bearer ${botToken}`]);
    const [, asked] = await posted(2);
    await press(asked!, 'Yes, show it');
    expect((await posted(3))[2]?.args.text).toContain('Method 1');
  });

  test('with words has the words answered first', async () => {
    const { say, file, texts } = open();
    await say('what is 80043431', shared(file));
    expect(await texts(3)).toEqual([
      expect.stringContaining('Method 1'),
      'I have your picture; what I read in it comes next.',
      asks,
    ]);
  });

  test('of which Slack tells the id alone is looked up first', async () => {
    const { say, file, fail, texts, calls } = open();
    fail({ method: 'files.info', body: { ok: true, file } });
    await say('', shared({ id: file.id, mode: 'hosted', file_access: 'check_file_info' }));
    expect(await texts(2)).toEqual(['I have your picture; what I read in it comes next.', asks]);
    expect(calls().find(({ method }) => method === 'files.info')?.args).toMatchObject({ file: file.id });
  });

  test('that the bot may not read comes as a page to sign in, and the person is told', async () => {
    const { say, file, fail, texts } = open();
    const answers = { status: 200, headers: { 'content-type': 'text/html' }, body: {} };
    fail({ method: 'files-pri/', ...answers });
    await say('', shared(file));
    expect((await texts(2))[1]).toContain('may not fetch it');
  });

  test('that moves to another address is not followed with the token', async () => {
    const { say, file, fail, texts, calls, base } = open();
    fail({ method: 'files-pri/', status: 302, headers: { location: `${base}/elsewhere` } });
    await say('', shared(file));
    expect((await texts(2))[1]).toContain('may not fetch it');
    expect(calls().some(({ method }) => method === 'elsewhere')).toBe(false);
  });
});

test('a picture with a mention in a channel is asked about in the thread', async () => {
  const { mention, file, texts, posted } = open();
  await mention('', { ts: '1700000000.000100', files: [file] });
  expect(await texts(2)).toEqual(['I have your picture; what I read in it comes next.', asks]);
  for (const { args } of await posted(2)) expect(args['thread_ts']).toBe('1700000000.000100');
});

test('"Explain this error" on a message with a picture tells only whoever pressed', async () => {
  const { shortcut, file, posted, ann } = open();
  await shortcut('explain', { text: '', files: [file] });
  expect((await posted(1)).map(({ args }) => [args.channel, args.text])).toEqual([[ann, asks]]);
});

test('documents, files elsewhere, deleted ones and nonsense are no pictures', async () => {
  const { say, file, texts } = open();
  const others: readonly Json[] = [
    { ...file, mimetype: 'application/pdf' },
    { ...file, mode: 'external', url_private: 'https://evil.example/a.png' },
    { ...file, mode: 'tombstone' },
    { ...file, mode: 'hidden_by_limit' },
    { id: 7 },
    null as unknown as Json,
  ];
  await say('hello', shared(...others));
  const said = await texts(1);
  expect(said).toHaveLength(1);
  expect(said[0]).not.toContain('picture');
});

describe('the real Slack gets the token only where it keeps its files', () => {
  const place: Place = {
    channel: 'slack',
    conversation: 'T1:D1',
    ref: { v: 1, team: 'T1', channel: 'D1', user: 'U1' },
  };

  test.each([
    ['https://files.slack.com/files-pri/T1-F1/download/error.png', true],
    ['http://files.slack.com/files-pri/T1-F1/error.png', false],
    ['https://files.slack.com:8443/a.png', false],
    ['https://user@files.slack.com/a.png', false],
    ['https://slack.com/a.png', false],
    ['https://evil.example/a.png', false],
    ['https://files.slack.com.evil.example/a.png', false],
    ['https://evilfiles.slack.com/a.png', false],
  ])('%s: %s', async (url, welcome) => {
    const answer = async () => ({ turn: 1, replies: [], effects: [], understood: null, repeated: false });
    const { fetch } = await slack({ botToken, signingSecret: 'x' }, answer, memoryLog());
    const seen: (readonly [boolean, string | undefined])[] = [];
    await fetch!(place, { v: 1, file: 'F1', url }, async (address, { allowed, authorization }) => {
      seen.push([allowed(new URL(address)), authorization]);
      return new Uint8Array();
    });
    expect(seen).toEqual([[welcome, `Bearer ${botToken}`]]);
  });

  test('and an address that another version saved has to be sent again', async () => {
    const answer = async () => ({ turn: 1, replies: [], effects: [], understood: null, repeated: false });
    const { fetch } = await slack({ botToken, signingSecret: 'x' }, answer, memoryLog());
    await expect(fetch!(place, { v: 0 }, async () => new Uint8Array())).rejects.toMatchObject({ retry: false });
  });
});
