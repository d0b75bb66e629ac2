/** What happens when Slack is slow, busy, down, or says no. */
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { slack, type SlackSettings } from '../../src/channels/slack/index.ts';
import { ChannelError } from '../../src/model/errors.ts';
import type { Place } from '../../src/model/message.ts';
import type { Answer } from '../../src/model/ports.ts';
import { memoryLog } from '../fakes.ts';
import { botToken, type Fault, slackApi } from './slack-api.ts';
import { answering, signingSecret, team, until, type Workspace, workspace } from './slack-driver.ts';

const opened: Workspace[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const open = async (answer: Answer) => {
  const one = await workspace(answer);
  opened.push(one);
  return one;
};

const openHelpful = async () => {
  const { answer, heard, undelivered } = answering(() => ({ text: 'An answer' }));
  return { ...(await open(answer)), heard, undelivered };
};

const place = (channel: string): Place => ({
  channel: 'slack',
  conversation: `${team}:${channel}`,
  ref: { v: 1, team, channel, user: 'U1' },
});

/** What a post to the channel fails with. */
const failure = async ({ channel, general }: Workspace): Promise<unknown> =>
  channel.post(place(general), { text: 'A notice' }).then(
    () => 'it was posted',
    (error: unknown) => error,
  );

describe('the acknowledgement', () => {
  test('does not wait for a slow Web API', async () => {
    const { say, done, fail } = await openHelpful();
    fail({ method: 'chat.postMessage', delay: 2000 });
    const { status, ms } = await say('hello');
    expect(status).toBe(200);
    expect(ms).toBeLessThan(500);
    await done('chat.postMessage');
  });

  test('waits for the commit, so that a crash before it makes Slack ask again', async () => {
    let committed = false;
    const one = await open(async (_incoming, deliver) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      committed = true;
      await deliver?.({ text: 'An answer' });
      return { turn: 1, replies: [], effects: [], understood: null, repeated: false };
    });
    one.fail({ method: 'chat.postMessage', delay: 300 });
    expect(await one.say('hello').then(() => committed)).toBe(true);
    expect(one.calls.find(({ method }) => method === 'chat.postMessage')?.result).toBeUndefined();
  });

  test('of a command and of a press does not wait either', async () => {
    const { command, press, fail, done, dm } = await openHelpful();
    fail({ method: 'response/', delay: 1000 });
    fail({ method: 'chat.postMessage', delay: 1000 });
    const posted = { method: 'chat.postMessage', args: {}, token: '', result: { channel: dm } };
    const both = await Promise.all([command('hello'), press(posted, 'Old')]);
    expect(both.every(({ status, ms }) => status === 200 && ms < 500)).toBe(true);
    await Promise.all([done('response/'), done('chat.postMessage')]);
  });
});

describe('a fault that passes', () => {
  test.each<[string, Omit<Fault, 'method'>]>([
    ['an error of the server', { status: 500 }],
    ['a cut connection', { cut: true }],
  ])('such as %s is tried again at once', async (_what, fault) => {
    const { say, done, fail, undelivered, calls } = await openHelpful();
    fail({ method: 'chat.postMessage', ...fault });
    await say('hello');
    await done('chat.postMessage');
    await until(() => calls.filter(({ method }) => method === 'chat.postMessage').length === 2, 'the second try');
    expect(undelivered).toEqual([]);
  });

  test.each<[string, readonly Omit<Fault, 'method'>[], string]>([
    ['two errors of the server', [{ status: 503 }, { status: 503 }], 'Slack answered 503'],
    ['two cut connections', [{ cut: true }, { cut: true }], 'Slack could not be reached'],
    ['two redirects', [{ status: 302 }, { status: 302 }], 'Slack could not be reached'],
    ['too many messages without a time', [{ status: 429 }], 'Slack is too busy'],
    ['an error inside Slack', [{ body: { ok: false, error: 'internal_error' } }], 'Slack could not be reached'],
  ])('such as %s is left to the outbox', async (_what, faults, message) => {
    const one = await openHelpful();
    for (const fault of faults) one.fail({ method: 'chat.postMessage', ...fault });
    const error = await failure(one);
    expect(error).toBeInstanceOf(ChannelError);
    expect(error).toMatchObject({ retry: true, message: expect.stringContaining(message) });
  });

  test.each([
    ['', '<html>Sign in to the proxy</html>'],
    [', by the way of the SDK', '<html>Sign in to the proxy</html>'],
    ['', 'null'],
    ['', '{}'],
  ])('such as an answer%s that is not of Slack (%s) is left to the outbox without it', async (way, page) => {
    const environment = { ...process.env };
    // The emulator is on this computer, where no proxy is asked.
    if (way) Object.assign(process.env, { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1' });
    const one = await openHelpful().finally(() => {
      process.env = environment;
    });
    for (let n = 0; n < 2; n++) one.fail({ method: 'chat.postMessage', page });
    const error = await failure(one);
    expect(error).toMatchObject({ retry: true, message: expect.stringContaining('Slack could not be reached') });
    expect(inspect(error, { depth: 9 })).not.toContain('Sign in to the proxy');
  });

  test('such as too many messages is left to the outbox with the time that Slack names', async () => {
    const one = await openHelpful();
    one.fail({ method: 'chat.postMessage', status: 429, headers: { 'retry-after': '7' } });
    expect(await failure(one)).toMatchObject({ retry: true, retryAfter: 7 });
    expect(one.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test.each<[string, Omit<Fault, 'method'>, object]>([
    ['busy', { status: 429, headers: { 'retry-after': '3' } }, { retry: true, retryAfter: 3 }],
    ['down', { status: 502 }, { retry: true }],
    ['cut off', { cut: true }, { retry: true }],
  ])('leaves the answer to a command to the outbox when Slack is %s', async (_what, fault, expected) => {
    const { command, fail, undelivered } = await openHelpful();
    fail({ method: 'response/', ...fault });
    await command('hello');
    await until(() => undelivered.length > 0, 'the failure');
    expect(undelivered[0]).toMatchObject(expected);
  });
});

describe('a refusal is final and says what to do:', () => {
  test.each([
    ['channel_not_found', 'invite Signpost'],
    ['not_in_channel', 'Invite Signpost'],
    ['is_archived', 'Unarchive'],
    ['missing_scope', 'manifest'],
    ['something_new', 'documentation'],
  ])('%s', async (code, cure) => {
    const one = await openHelpful();
    one.fail({ method: 'chat.postMessage', body: { ok: false, error: code } });
    const error = await failure(one);
    expect(error).toBeInstanceOf(ChannelError);
    expect(error).toMatchObject({ retry: false });
    expect(String(error)).toContain(code);
    expect(String(error)).toContain(cure);
  });

  test('an address of another time', async () => {
    const { channel } = await openHelpful();
    const post = channel.post({ channel: 'slack', conversation: 'T1:C1', ref: { v: 0 } }, { text: 'x' });
    await expect(post).rejects.toMatchObject({ name: 'ChannelError', retry: false });
  });
});

test.each(['account_inactive', 'invalid_auth', 'not_authed', 'token_expired', 'token_revoked'])(
  'a token that Slack refuses with %s is one to be mended, and the message waits for that',
  async (code) => {
    const one = await openHelpful();
    one.fail({ method: 'chat.postMessage', body: { ok: false, error: code } });
    expect(await failure(one)).toMatchObject({
      name: 'ChannelError',
      unauthorized: true,
      retry: true,
      retryAfter: 300,
      message: expect.stringMatching(new RegExp(`\\(${code}\\)\\. .*SLACK_BOT_TOKEN`)),
    });
  },
);

test.each(['invalid_blocks', 'msg_blocks_too_long'])(
  'blocks that Slack refuses with %s are posted as text',
  async (error) => {
    const { say, done, fail, log } = await openHelpful();
    fail({ method: 'chat.postMessage', body: { ok: false, error } });
    await say('hello');
    const [, second] = await done('chat.postMessage', 2);
    expect(second?.args).toMatchObject({ text: 'An answer' });
    expect(second?.args.blocks).toEqual([]);
    expect(log.lines.some(({ level, message }) => level === 'error' && message.includes('plain text'))).toBe(true);
  },
);

test('a pressed message that cannot be changed does not keep the answer back', async () => {
  const { say, press, done, fail, log } = await openHelpful();
  await say('hello');
  const [posted] = await done('chat.postMessage');
  fail({ method: 'chat.update', body: { ok: false, error: 'message_not_found' } });
  await press(posted!, 'Old');
  await done('chat.postMessage', 2);
  await until(() => log.lines.some(({ message }) => message === 'a pressed message was not marked'), 'the warning');
});

describe('an engine that fails', () => {
  const broken: Answer = () => Promise.reject(new Error('SQLITE_FULL: database or disk is full'));

  test('is apologised for in one sentence with a reference that the log has too', async () => {
    const { mention, done, log, ann } = await open(broken);
    expect((await mention('hello')).status).toBe(200);
    const [posted] = await done('chat.postEphemeral');
    const [, reference] = /reference (\w+)\.$/.exec(posted?.args.text ?? '') ?? [];
    expect(posted?.args['user']).toBe(ann);
    expect(posted?.args.text).not.toContain('SQLITE');
    expect(log.lines.find(({ level }) => level === 'error')?.fields).toMatchObject({ reference });
  });

  test('does not end the process when Slack is down as well', async () => {
    const { say, fail, log } = await open(broken);
    for (let n = 0; n < 2; n++) fail({ method: 'chat.postMessage', status: 500 });
    expect((await say('hello')).status).toBe(200);
    await until(
      () => log.lines.some(({ message }) => message === 'nor could an apology be posted'),
      'the second failure',
    );
  });

  test('after the commit is not apologised for', async () => {
    const { say, done, log, calls } = await open(async (_incoming, deliver) => {
      await deliver?.({ text: 'An answer' });
      throw new Error('late');
    });
    await say('hello');
    await done('chat.postMessage');
    await until(() => log.lines.some(({ level }) => level === 'error'), 'the line in the log');
    expect(calls.filter(({ method }) => method.startsWith('chat.post'))).toHaveLength(1);
  });
});

test('a stop waits for what is under way', async () => {
  const { answer } = answering(() => ({ text: 'An answer' }));
  const { say, fail, channel, calls, close } = await workspace(answer);
  fail({ method: 'chat.postMessage', delay: 300 });
  await say('hello');
  await channel.stop();
  expect(calls.find(({ method }) => method === 'chat.postMessage')?.result?.['ok']).toBe(true);
  await close();
});

describe('a start', () => {
  const start = async (settings: Partial<SlackSettings>, fault?: Fault) => {
    const api = await slackApi();
    const log = memoryLog();
    const { answer } = answering(() => undefined);
    for (let n = 0; n < 2; n++) if (fault) api.fail(fault);
    const apiUrl = `${api.base}/api/`;
    const channel = await slack({ botToken, signingSecret, apiUrl, ...settings }, answer, log);
    const error = await channel.start().catch((failed: unknown) => failed);
    await channel.stop();
    await api.close();
    return { error, log };
  };

  test('succeeds and says who the bot is', async () => {
    const { error, log } = await start({});
    expect(error).toBeUndefined();
    expect(log.lines[0]).toMatchObject({ level: 'info', fields: { bot: 'U0SIGNPOST' } });
  });

  test('with a wrong bot token fails and says what to do', async () => {
    const { error } = await start({ botToken: 'xoxb-wrong' });
    expect(error).toMatchObject({
      name: 'ChannelError',
      unauthorized: true,
      message: expect.stringContaining('SLACK_BOT_TOKEN'),
    });
  });

  test('with a wrong app token fails and says what to do', async () => {
    const fault = { method: 'apps.connections.open', body: { ok: false, error: 'not_allowed_token_type' } };
    const { error } = await start({ signingSecret: undefined, appToken: 'xapp-wrong' }, fault);
    expect(error).toMatchObject({
      name: 'ChannelError',
      retry: false,
      message: expect.stringContaining('SLACK_APP_TOKEN'),
    });
  });

  test('goes on when Slack cannot be reached, and says so', async () => {
    const { error, log } = await start({}, { method: 'auth.test', cut: true });
    expect(error).toBeUndefined();
    expect(log.lines.some(({ message }) => message === 'Slack could not be asked who the bot is')).toBe(true);
  });

  test('needs a way in', async () => {
    await expect(slack({ botToken }, answering(() => undefined).answer, memoryLog())).rejects.toMatchObject({
      name: 'ConfigError',
    });
  });
});
