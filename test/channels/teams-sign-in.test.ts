/** What a start finds out about the bot's secret. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { teams } from '../../src/channels/teams/index.ts';
import { channelError } from '../../src/channels/teams/post.ts';
import { memoryLog } from '../fakes.ts';
import { serverOf } from '../operation/bot-process.ts';
import { appId } from './teams-driver.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Starts the channel with an Entra that answers so. */
const start = async (status: number, said: string) => {
  const asked: string[] = [];
  const { origin, close } = await serverOf((_request, body, response) => {
    asked.push(body);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(said);
  });
  closers.push(close);
  const log = memoryLog();
  const settings = { appId, appPassword: 'the secret', tenantId: appId, authority: origin, patience: 2000 };
  const channel = await teams(settings, () => Promise.reject(new Error('Nobody asks.')), log);
  const error: unknown = await channel.start().catch((failed: unknown) => failed);
  return { error, asked, log };
};

describe('a start of Teams', () => {
  test('asks Entra once for a token, with the secret', async () => {
    const { error, asked, log } = await start(200, '{"access_token":"a.b.c"}');
    expect([error, asked.length, log.lines]).toEqual([undefined, 1, []]);
    expect(new URLSearchParams(asked[0]).get('client_secret')).toBe('the secret');
  });

  test('with a secret that Entra refuses fails and says what to do, without the words of Entra', async () => {
    const said = { error: 'invalid_client', error_description: 'AADSTS7000215: secret words of Entra.' };
    const { error } = await start(401, JSON.stringify(said));
    expect(error).toMatchObject({
      name: 'ChannelError',
      unauthorized: true,
      message: expect.stringMatching(/^Entra gives no token for the bot \(AADSTS7000215\)\. Check MicrosoftAppId/),
    });
    expect(String(error)).not.toContain('secret words');
  });

  test.each([
    [503, '{"error":"temporarily_unavailable"}'],
    [200, '<html>a sign-in of somebody else</html>'],
  ])('goes on when Entra cannot say: %i', async (status, said) => {
    expect((await start(status, said)).error).toBeUndefined();
  });

  test('without an app id asks nobody', async () => {
    const channel = await teams({}, () => Promise.reject(new Error('Nobody asks.')), memoryLog());
    await expect(channel.start()).resolves.toBeUndefined();
  });
});

test('a token that Entra refuses while the bot runs is one to be mended', () => {
  const cause = Object.assign(new Error('AADSTS7000222'), { errorCode: 'invalid_client' });
  expect(channelError(cause, 'a:1')).toMatchObject({ unauthorized: true, retry: true, retryAfter: 300 });
  expect(channelError(new Error('ECONNREFUSED'), 'a:1')).toMatchObject({ unauthorized: false, retry: true });
});
