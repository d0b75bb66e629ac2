/** A replica that one platform refuses serves the other, tells of it, and asks the one again every five minutes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { start } from '../src/app.ts';
import { bothPlatforms } from './both-platforms.ts';
import { slackApi } from './channels/slack-api.ts';
import { until } from './channels/slack-driver.ts';
import { memoryLog } from './fakes.ts';
import { serverOf } from './operation/bot-process.ts';

// Timers run by a clock that goes on by itself and can be put forward; all else keeps the real time.
beforeEach(() => {
  const real = ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'setInterval'] as const;
  jest.useFakeTimers({ advanceTimers: true, doNotFake: [...real, 'clearImmediate', 'clearInterval'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/**
 * Where the bot asks at its start whether it is known: how often it did, and that it is refused the next time, or that the
 * platform cannot be reached then.
 */
type Platform = { readonly asked: () => number; readonly refuse: () => void; readonly vanish: () => void };

/** Entra and Slack on loopback, and a replica for both. */
const world = async () => {
  const slack = await slackApi();
  let asked = 0;
  let refusals = 0;
  let away = false;
  const entra = await serverOf((request, _body, response) => {
    if (away) {
      away = false;
      return void request.socket.destroy();
    }
    const refused = refusals > 0;
    asked += 1;
    refusals -= refused ? 1 : 0;
    response.writeHead(refused ? 401 : 200, { 'content-type': 'application/json' });
    response.end(
      refused ? '{"error":"invalid_client","error_description":"AADSTS7000222: x"}' : '{"access_token":"t"}',
    );
  });
  const config = bothPlatforms(slack);
  const platforms: Readonly<Record<'teams' | 'slack', Platform>> = {
    teams: {
      asked: () => asked,
      refuse: () => void (refusals += 1),
      vanish: () => {
        away = true;
      },
    },
    slack: {
      asked: () => slack.calls.filter(({ method }) => method === 'auth.test').length,
      refuse: () => slack.fail({ method: 'auth.test', body: { ok: false, error: 'account_inactive' } }),
      // What passes soon is tried again at once.
      vanish: () => [1, 2].forEach(() => slack.fail({ method: 'auth.test', status: 500 })),
    },
  };
  const teams = { ...config.teams, authority: entra.origin };
  const log = memoryLog();
  return {
    platforms,
    said: (message: string) => log.lines.flatMap((line) => (line.message === message ? [line.fields] : [])),
    begin: () => start({ ...config, teams }, log),
    close: () => Promise.all([slack.close(), entra.close()]),
  };
};

/** What the replica tells of a platform: whether it is ready, what is wrong, and whether the platform is up. */
const told = async (port: number, name: string) => {
  const [readyz, metrics] = await Promise.all(
    ['readyz', 'metrics'].map((path) => fetch(`http://127.0.0.1:${port}/${path}`)),
  );
  const { channelFault = '' } = (await readyz!.json()) as { readonly channelFault?: string };
  const up = (await metrics!.text()).includes(`signpost_channel_up{channel="${name}"} 1\n`);
  return { ready: readyz!.status === 200, channelFault, up };
};

/** Puts the clock forward, and waits until what that began has come to the platforms. */
const pass = async (seconds: number): Promise<void> => {
  await jest.advanceTimersByTimeAsync(seconds * 1000);
  await sleep(300);
};

test.each([
  ['teams', /^Entra gives no token for the bot \(AADSTS7000222\)\. Check MicrosoftAppId/],
  ['slack', /^Slack refused to identify the bot \(account_inactive\)\./],
] as const)(
  'a replica that %s refused asks it again every five minutes, and serves it once it is taken',
  async (name, why) => {
    const { platforms, said, begin, close } = await world();
    const { asked, refuse } = platforms[name];
    refuse();
    const app = await begin();
    const off = { ready: true, channelFault: expect.stringMatching(why), up: false };
    expect([asked(), await told(app.port, name)]).toEqual([1, off]);

    refuse();
    await pass(295);
    expect(asked()).toBe(1);
    await pass(10);
    await until(() => said('a channel could not be started').length === 2, 'the second refusal');
    expect([asked(), await told(app.port, name)]).toEqual([2, off]);

    await pass(305);
    await until(() => said('a channel could be started after all').length === 1, 'the platform takes it');
    expect(said('a channel could be started after all')).toEqual([{ channel: name }]);
    expect([asked(), await told(app.port, name)]).toEqual([3, { ready: true, channelFault: '', up: true }]);

    await pass(900);
    expect(asked()).toBe(3);
    await app.stop();
    await close();
  },
  30_000,
);

test.each([
  ['teams', /^Entra gives no token for the bot/, 'Entra could not be asked for a token of the bot'],
  ['slack', /^Slack refused to identify the bot/, 'Slack could not be asked who the bot is'],
] as const)(
  'a replica that %s refused and cannot reach now is not taken by it for that',
  async (name, why, unreached) => {
    const { platforms, said, begin, close } = await world();
    const { refuse, vanish } = platforms[name];
    refuse();
    const app = await begin();
    vanish();
    await pass(305);
    await until(() => said('a channel could not be started').length === 2, 'the second try');
    expect(said(unreached)).toHaveLength(1);
    expect(await told(app.port, name)).toEqual({ ready: true, channelFault: expect.stringMatching(why), up: false });
    expect(said('a channel could be started after all')).toEqual([]);

    await pass(305);
    await until(() => said('a channel could be started after all').length === 1, 'the platform takes it');
    expect(await told(app.port, name)).toEqual({ ready: true, channelFault: '', up: true });
    await app.stop();
    await close();
  },
  30_000,
);

test('a replica that could not reach Slack and is refused by it then tells of that until it is taken', async () => {
  const { platforms, said, begin, close } = await world();
  platforms.slack.vanish();
  const app = await begin();
  expect(await told(app.port, 'slack')).toEqual({ ready: true, channelFault: '', up: true });
  platforms.slack.refuse();
  await pass(35);
  await until(() => said('Slack refuses the bot').length === 1, 'the refusal');
  const channelFault = expect.stringMatching(/^Slack refused to identify the bot \(account_inactive\)\./);
  expect(await told(app.port, 'slack')).toEqual({ ready: true, channelFault, up: false });
  await pass(305);
  await until(() => said('Slack knows the bot').length === 1, 'Slack takes it');
  expect(await told(app.port, 'slack')).toEqual({ ready: true, channelFault: '', up: true });
  await app.stop();
  await close();
}, 30_000);

test('a replica that was stopped asks nobody again', async () => {
  const { platforms, begin, close } = await world();
  platforms.slack.refuse();
  const app = await begin();
  expect(app.off.map(({ name }) => name)).toEqual(['slack']);
  await app.stop();
  await pass(900);
  expect(platforms.slack.asked()).toBe(1);
  await close();
}, 30_000);
