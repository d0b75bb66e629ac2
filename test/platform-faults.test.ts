/** Answers and notices while Teams or Slack throttles, fails, is silent or cuts the connection: each is posted once, no sooner than the platform allows. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { slack } from '../src/channels/slack/index.ts';
import { teams } from '../src/channels/teams/index.ts';
import type { ChannelName } from '../src/model/message.ts';
import type { Answer, Channel, Log } from '../src/model/ports.ts';
import { readNotices } from '../src/notices/read.ts';
import { serve as serveAll } from '../src/server.ts';
import { botToken, slackApi } from './channels/slack-api.ts';
import { peopleOf, signingSecret, team, until } from './channels/slack-driver.ts';
import { person, serve, startConnector } from './channels/teams-driver.ts';
import { memoryLog, realEngine, type RealEngine } from './fakes.ts';
import { own } from './notices/bot.ts';

/** How long a platform may take here, in milliseconds. */
const patience = 300;

/** What a platform does with the next message instead of taking it. */
type Fault = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly cut?: true;
  /** Milliseconds that it is silent. */
  readonly delay?: number;
};

type World = {
  readonly bot: RealEngine;
  /** A message of Ann's, taken by the bot. */
  readonly say: (text: string) => Promise<void>;
  /** Ann, who may, has notices posted in a channel. */
  readonly subscribe: () => Promise<void>;
  /** The next try to post fails so. */
  readonly fail: (fault: Fault) => void;
  /** The next try to post is refused because of the bot's credentials. */
  readonly refuse: () => void;
  /** The texts that the platform took. */
  readonly taken: () => readonly string[];
};

/** What was delivered or failed is written a moment later. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 200));

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const inTeams = async (clock: () => number, log: Log): Promise<World> => {
  const connector = await startConnector();
  closers.push(connector.close);
  const channels = new Map<ChannelName, Channel>();
  const bot = await realEngine(undefined, { channels, admins: ['teams:29:ann'], clock, log });
  closers.push(bot.stop);
  const channel = await teams({ patience }, bot.answer, log);
  channels.set('teams', channel);
  const served = await serve(channel.routes);
  closers.push(served.close);
  const ann = person(served, connector);
  const room = { id: '19:ops@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId: 'tenant' };
  const posts = () =>
    connector.calls.filter(({ method, activity }) => method === 'POST' && activity.type === 'message');
  return {
    bot,
    say: async (text) => expect((await ann.say(text)).status).toBe(200),
    subscribe: async () => void (await ann.mention('notify here', { conversation: room })),
    fail: (fault) => connector.refuse(fault),
    refuse: () => connector.refuse({ status: 401 }),
    taken: () => posts().flatMap(({ taken, activity: { text, summary } }) => (taken ? [text ?? summary ?? ''] : [])),
  };
};

const inSlack = async (clock: () => number, log: Log): Promise<World> => {
  const api = await slackApi();
  closers.push(api.close);
  const channels = new Map<ChannelName, Channel>();
  let answer: Answer | undefined;
  const settings = { apiUrl: `${api.base}/api/`, botToken, signingSecret, patience };
  const channel = await slack(settings, (incoming, deliver) => answer!(incoming, deliver), log);
  channels.set('slack', channel);
  const bot = await realEngine(undefined, { channels, admins: [`slack:${team}:${api.ann}`], clock, log });
  closers.push(bot.stop);
  answer = bot.answer;
  const server = serveAll(channel.routes, async () => ({ ok: true }), log);
  const ann = peopleOf(api, 'http', `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}/slack/events`);
  await channel.start();
  closers.push(async () => {
    await server.close();
    await channel.stop();
  });
  const posts = () => api.calls.filter(({ method }) => method === 'chat.postMessage');
  return {
    bot,
    say: async (text) => expect((await ann.say(text)).status).toBe(200),
    subscribe: async () => {
      await ann.mention('notify here');
      await ann.done('chat.postMessage');
    },
    // What passes soon is tried again at once; throttling is left to the outbox.
    fail: (fault) => {
      for (let times = fault.status === 429 ? 1 : 2; times > 0; times--)
        api.fail({ method: 'chat.postMessage', ...fault });
    },
    refuse: () => api.fail({ method: 'chat.postMessage', body: { ok: false, error: 'token_revoked' } }),
    taken: () => posts().flatMap(({ result, args }) => (result?.['ok'] ? [args.text ?? ''] : [])),
  };
};

const faults: readonly (readonly [name: string, fault: Fault, wait?: number])[] = [
  ['asks to wait for 40 seconds', { status: 429, headers: { 'retry-after': '40' } }, 40_000],
  ['fails', { status: 503 }],
  ['does not answer in time', { delay: 3 * patience, status: 504 }],
  ['cuts the connection', { cut: true }],
];

describe.each([
  ['Teams', inTeams],
  ['Slack', inSlack],
] as const)('%s', (_, open) => {
  const setUp = async () => {
    let ahead = 0;
    const log = memoryLog();
    const world = await open(() => Date.now() + ahead, log);
    return { ...world, log, pass: (time: number) => void (ahead += time) };
  };
  type Opened = Awaited<ReturnType<typeof setUp>>;

  /** Lets the time pass that the platform asked for, and looks that nothing is posted sooner. */
  const waited = async ({ bot, taken, pass }: Opened, wait: number): Promise<void> => {
    const before = taken().length;
    if (wait > 0) {
      pass(wait - 5_000);
      await bot.settle();
      expect(taken()).toHaveLength(before);
    }
    for (const more of [10_000, 600_000]) {
      pass(more);
      await bot.settle();
    }
  };

  test.each(faults)('that %s gets an answer once, later', async (_name, fault, wait = 0) => {
    const world = await setUp();
    world.fail(fault);
    await world.say('what is 80043431');
    await until(() => world.log.lines.some(({ message }) => message === 'a reply could not be delivered'), 'a failure');
    await aMoment();
    expect(world.taken()).toEqual([]);
    await waited(world, wait);
    expect(world.taken()).toEqual([expect.stringContaining('Method 1')]);
  });

  test('that refuses the bot for hours gets an answer once its credentials are mended', async () => {
    const { bot, say, refuse, taken, pass, log } = await setUp();
    refuse();
    await say('what is 80043431');
    await until(() => log.lines.some(({ message }) => message === 'a reply could not be delivered'), 'a failure');
    await aMoment();
    for (let tries = 0; tries < 20; tries++) {
      refuse();
      pass(310_000);
      await bot.settle();
    }
    expect(taken()).toEqual([]);
    expect(log.lines.filter(({ message }) => message === 'a job did not succeed')).toHaveLength(20);
    pass(310_000);
    await bot.settle();
    expect(taken()).toEqual([expect.stringContaining('Method 1')]);
  });

  test.each(faults)('that %s gets a notice once, later', async (_name, fault, wait = 0) => {
    const world = await setUp();
    await world.subscribe();
    await aMoment();
    const before = world.taken().length;
    world.fail(fault);
    await world.bot.notices.take(readNotices(own('k')));
    await world.bot.settle();
    expect(world.log.lines.filter(({ message }) => message === 'a job did not succeed')).toHaveLength(1);
    expect(world.taken()).toHaveLength(before);
    await waited(world, wait);
    expect(world.taken().slice(before)).toEqual([expect.stringContaining('k is wrong')]);
  });
});
