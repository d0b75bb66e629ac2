import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { start } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { workWith } from '../../src/engine/work.ts';
import type { ChannelName } from '../../src/model/message.ts';
import type { Channel, Route } from '../../src/model/ports.ts';
import { serve } from '../../src/server.ts';
import { soleSqlite } from '../../src/store/sole.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog } from '../fakes.ts';
import { activity, type Bot, bot, postJson, serverOf } from './bot-process.ts';

let home: string;
const ends: (() => Promise<void> | void)[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  rmSync(home, { recursive: true });
});

/** A platform that takes `delay` milliseconds to accept a message, and says `answer` to everything. */
const slowPlatform = async (delay: number, isMessage: (url: string, body: string) => boolean, answer: string) => {
  const texts: string[] = [];
  let begun = 0;
  const { origin, close } = await serverOf(async ({ url = '' }, body, response) => {
    if (isMessage(url, body)) {
      begun++;
      await sleep(delay, undefined, { ref: false });
      texts.push(body);
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(answer);
  });
  ends.push(close);
  return { origin, texts, begun: () => begun };
};

const slowTeams = (delay: number) =>
  slowPlatform(delay, (_, body) => (JSON.parse(body) as { type: string }).type !== 'typing', '{"id":"m1"}');

const slowSlack = async (delay: number) => {
  const slack = await slowPlatform(
    delay,
    (url) => url.endsWith('/chat.postMessage'),
    '{"ok":true,"user_id":"U0BOT","team_id":"T1","bot_id":"B1","channel":"D1","ts":"1.1"}',
  );
  const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: secret, SLACK_API_URL: `${slack.origin}/api/` };
  return { ...slack, env };
};

const secret = 'a'.repeat(32);

/** What Slack sends when Ann writes to the bot. */
const writeInSlack = (one: Bot, text: string): Promise<Response> => {
  const event = { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '1700000000.000100', text };
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: 'Ev1',
    event_time: 1_700_000_000,
    authorizations: [{ team_id: 'T1', user_id: 'U0BOT', is_bot: true }],
    event,
  });
  const time = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`;
  return fetch(`${one.origin}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': time,
      'x-slack-signature': signature,
    },
    body,
  });
};

const running = async (env: Record<string, string>): Promise<Bot> => {
  const one = await bot(home, { LOG_LEVEL: 'warn', ...env });
  ends.push(() => void one.child.kill('SIGKILL'));
  return one;
};

const jobs = (): readonly string[] => {
  const db = new DatabaseSync(join(home, 'signpost.sqlite'), { readOnly: true });
  const rows = db.prepare('SELECT state FROM job').all();
  db.close();
  return rows.map(({ state }) => String(state));
};

const underWay = async (begun: () => number): Promise<void> => {
  for (let tries = 0; begun() === 0; tries++) {
    if (tries > 500) throw new Error('No message came to the platform.');
    await sleep(10);
  }
};

const endsAfterOneSecond = async (one: Bot): Promise<void> => {
  const { code, took } = await one.terminate();
  expect(code).toBe(0);
  expect(took).toBeGreaterThanOrEqual(950);
  expect(took).toBeLessThan(4000);
  expect(jobs()).toContain('waiting');
  expect(one.err()).toContain('not all that was under way could be finished');
};

describe('SIGTERM', () => {
  test('takes nothing new, finishes the turn at hand and ends with 0', async () => {
    const platform = await slowTeams(1200);
    const one = await running({});
    const answered = postJson(`${one.origin}/api/messages`, activity(platform.origin, 'what is 80043431'));
    await underWay(platform.begun);
    const ended = one.terminate();
    await sleep(200);
    await expect(fetch(`${one.origin}/healthz`)).rejects.toThrow('fetch failed');
    expect((await answered).status).toBe(200);
    const { code, took } = await ended;
    expect(code).toBe(0);
    expect(took).toBeLessThan(5000);
    expect(platform.texts).toHaveLength(1);
    expect(jobs()).not.toContain('waiting');
    expect(one.err()).toBe('');
  }, 30_000);

  test('goes on answering for as long as it takes to be left out of a balancer, while it says that it is not ready', async () => {
    const platform = await slowTeams(0);
    // Long enough for all that is asked within it while other tests run.
    const one = await running({ SIGNPOST_LEAVE_SECONDS: '5' });
    const ended = one.terminate();
    await sleep(300);
    const readyz = await fetch(`${one.origin}/readyz`);
    expect([readyz.status, await readyz.json()]).toEqual([503, expect.objectContaining({ ok: false, stopping: true })]);
    expect((await fetch(`${one.origin}/healthz`)).status).toBe(200);
    const answered = await postJson(`${one.origin}/api/messages`, activity(platform.origin, 'what is 80043431'));
    expect([answered.status, platform.texts.length]).toEqual([200, 1]);
    const { code, took } = await ended;
    expect(code).toBe(0);
    expect(took).toBeGreaterThanOrEqual(4950);
    expect(took).toBeLessThan(9000);
    await expect(fetch(`${one.origin}/healthz`)).rejects.toThrow('fetch failed');
    expect(one.err()).toBe('');
  }, 30_000);

  test('waits no longer than the set time, and what was promised stays promised', async () => {
    const platform = await slowTeams(60_000);
    const one = await running({ SIGNPOST_DRAIN_SECONDS: '1' });
    postJson(`${one.origin}/api/messages`, activity(platform.origin, 'what is 80043431')).catch(() => undefined);
    await underWay(platform.begun);
    await endsAfterOneSecond(one);
  }, 30_000);

  test('waits for what goes on behind an acknowledgement to Slack as long as for everything else', async () => {
    const platform = await slowSlack(6500);
    const one = await running({ ...platform.env, SIGNPOST_DRAIN_SECONDS: '20' });
    expect((await writeInSlack(one, 'what is 80043431')).status).toBe(200);
    await underWay(platform.begun);
    const { code, took } = await one.terminate();
    expect(code).toBe(0);
    expect(took).toBeGreaterThanOrEqual(6000);
    expect(took).toBeLessThan(12_000);
    expect(platform.texts).toHaveLength(1);
    expect(jobs()).not.toContain('waiting');
    expect(one.err()).toBe('');
  }, 40_000);

  test('waits for Slack no longer than the set time either', async () => {
    const platform = await slowSlack(60_000);
    const one = await running({ ...platform.env, SIGNPOST_DRAIN_SECONDS: '1' });
    await writeInSlack(one, 'what is 80043431');
    await underWay(platform.begun);
    await endsAfterOneSecond(one);
  }, 30_000);

  test('does not wait for pages that wait for news', async () => {
    const one = await running({});
    const waiting = postJson(`${one.origin}/api/chat/news`, { conversation: '3a6a1f0e-5d0c-4c1a-9a5f-0a4f2a4b9a10' });
    await sleep(300);
    const { code, took } = await one.terminate();
    expect([code, (await waiting).status]).toEqual([0, 200]);
    expect(took).toBeLessThan(3000);
  }, 30_000);
});

test('a server that is closed answers what comes along a connection that is kept alive, and asks that it be used no longer', async () => {
  const server = serve([], async () => ({ ok: true }), memoryLog());
  const port = await server.listen('127.0.0.1', 0);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (): Promise<readonly unknown[]> =>
    new Promise((resolve, reject) => {
      const request = get({ port, host: '127.0.0.1', path: '/healthz', agent }, (response) => {
        response.resume();
        const { statusCode, headers } = response;
        response.once('end', () => resolve([statusCode, headers.connection, request.reusedSocket]));
      });
      request.on('error', reject);
    });
  expect(await ask()).toEqual([200, 'keep-alive', false]);
  const closed = server.close();
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
  expect(await ask()).toEqual([200, 'close', true]);
  await closed;
});

test('a server that is closed ends what is idle within its patience', async () => {
  const server = serve([], async () => ({ ok: true }), memoryLog());
  const port = await server.listen('127.0.0.1', 0);
  const idle = connect(port, '127.0.0.1');
  const ended = once(idle, 'close');
  idle.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(idle, 'data');
  await server.close(600_000);
  await ended;
}, 30_000);

test('an answer that is under way when a stop begins asks that its connection be used no longer', async () => {
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const slow: Route = {
    method: 'GET',
    path: '/slow',
    async handle(_request, response) {
      begun.resolve();
      await release.promise;
      response.end('{}');
    },
  };
  const server = serve([slow], async () => ({ ok: true }), memoryLog());
  const port = await server.listen('127.0.0.1', 0);
  const answer = fetch(`http://127.0.0.1:${port}/slow`);
  await begun.promise;
  server.leave();
  release.resolve();
  expect((await answer).headers.get('connection')).toBe('close');
  await server.close();
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends a start with 0',
  async (signal) => {
    const child = spawn(process.execPath, [new URL('../../src/main.ts', import.meta.url).pathname], {
      cwd: home,
      env: { PATH: process.env.PATH, PORT: '0', SIGNPOST_STORE: join(home, 'signpost.sqlite') },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    ends.push(() => void child.kill('SIGKILL'));
    await once(child.stderr, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  },
  30_000,
);

describe('npm start', () => {
  const started = async (): Promise<{ readonly npm: ChildProcess; readonly origin: string }> => {
    const npm = spawn('npm', ['start'], {
      cwd: new URL('../..', import.meta.url).pathname,
      env: { PATH: process.env.PATH, HOME: home, PORT: '0', SIGNPOST_STORE: join(home, 'signpost.sqlite') },
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    ends.push(() => {
      try {
        process.kill(-npm.pid!, 'SIGKILL');
      } catch {
        // Nothing of it is left, as it should be.
      }
    });
    let out = '';
    for await (const chunk of npm.stdout.iterator({ destroyOnReturn: false })) {
      out += String(chunk);
      if (out.includes('Ctrl+C')) break;
    }
    npm.stdout.resume();
    return { npm, origin: /http:\/\/127\.0\.0\.1:\d+/.exec(out)![0] };
  };

  test.each<[string, (npm: ChildProcess) => void]>([
    ['a supervisor signals npm alone', (npm) => void npm.kill('SIGTERM')],
    ['a terminal signals all of it at Ctrl+C', (npm) => void process.kill(-npm.pid!, 'SIGINT')],
  ])(
    'stops in good order when %s',
    async (_, signal) => {
      const { npm, origin } = await started();
      signal(npm);
      expect(await once(npm, 'exit')).toEqual([0, null]);
      await expect(fetch(`${origin}/healthz`)).rejects.toThrow('fetch failed');
      await (await soleSqlite(join(home, 'signpost.sqlite'))).close();
    },
    40_000,
  );
});

describe('stopping the work', () => {
  test('jobs that were taken but not begun are given back at once, and each is posted once', async () => {
    const store = await sqlite(':memory:');
    const posted: string[] = [];
    const begun = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const channel: Channel = {
      name: 'web',
      routes: [],
      start: async () => {},
      stop: async () => {},
      async post(_place, { text }) {
        if (text === '0') {
          begun.resolve();
          await release.promise;
        }
        posted.push(text);
        return undefined;
      },
      edit: async () => {},
    };
    const workOf = () =>
      workWith({
        store,
        channels: new Map<ChannelName, Channel>([['web', channel]]),
        handlers: {},
        changed: async () => {},
        clock: Date.now,
        log: memoryLog(),
      });
    const place = { channel: 'web', conversation: 'c' } as const;
    await store.promise(
      [0, 1, 2].map((n) => ({ job: { key: `k#1/${n}`, kind: 'post', place, reply: { text: `${n}` } }, dueAt: 0 })),
    );
    const first = workOf();
    first.start(60_000);
    await begun.promise;
    const stopped = first.stop();
    release.resolve();
    await stopped;
    expect(posted).toEqual(['0']);
    const second = workOf();
    await sleep(5);
    expect(await second.once()).toBe(2);
    expect(posted).toEqual(['0', '1', '2']);
    await store.close();
  });
});

test('what a start puts off is not done after a stop', async () => {
  const config = readConfig({ PORT: '0', SIGNPOST_STORE: ':memory:' });
  const work = async (): Promise<number> => {
    const app = await start(config, memoryLog());
    const before = process.cpuUsage();
    await app.stop();
    await sleep(200);
    return process.cpuUsage(before).user / 1000;
  };
  // The first time, code is compiled as well; that garbage is collected meanwhile may happen once.
  await work();
  const [, middle] = [await work(), await work(), await work()].toSorted((one, two) => one - two);
  expect(middle).toBeLessThan(200);
}, 30_000);
