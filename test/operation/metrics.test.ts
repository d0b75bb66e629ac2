import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request as httpRequest } from 'node:http';
import { text as bodyOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type App, start } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { meter, type Looks } from '../../src/metrics.ts';
import { workWith } from '../../src/engine/work.ts';
import { withEnds } from '../../src/checks/own-health.ts';
import { ChannelError } from '../../src/model/errors.ts';
import type { Check } from '../../src/model/notice.ts';
import type { Channel } from '../../src/model/ports.ts';
import { watchTasks } from '../../src/notices/watch.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { incoming, memoryLog, realEngine, recordingChannel } from '../fakes.ts';

// Much of this waits for whole processes or a whole catalog, also on a busy machine.
jest.setTimeout(40_000);

/** Samples by their name with labels. */
const samples = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );

const looks = (more: Partial<Looks> = {}): Looks => ({
  store: {
    backlog: async () => ({ waiting: 0, late: 0, failed: 0 }),
    taskTimes: async () => new Map(),
    notices: { checkRecord: async () => undefined },
  },
  tasks: [],
  checks: [],
  catalog: () => ({ entries: 3, faulty: false }),
  keeps: () => true,
  channels: () => new Map([['web', true]]),
  version: '1.2.3',
  clock: () => 1_000_000,
  ...more,
});

describe('what is measured', () => {
  test('messages, answers and the time of turns, by channel and outcome', async () => {
    const { answer, stop } = await realEngine();
    const measure = meter();
    const counted = measure.answering(answer);
    const first = incoming('what is 80043431', { place: { channel: 'web', conversation: 'c' } });
    await counted(first);
    await counted(first);
    await counted(incoming('AADSTS99999999', { place: { channel: 'slack', conversation: 'c' } }), async () => {});
    const found = samples(await measure.text(looks()));
    expect(found.get('signpost_messages_total{channel="web"}')).toBe(2);
    expect(found.get('signpost_answers_total{channel="web",outcome="answer"}')).toBe(1);
    expect(found.get('signpost_answers_total{channel="web",outcome="repeated"}')).toBe(1);
    expect(found.get('signpost_answers_total{channel="slack",outcome="unknown"}')).toBe(1);
    expect(found.get('signpost_posts_total{channel="slack",kind="reply",result="ok"}')).toBe(1);
    expect(found.get('signpost_turn_seconds_count')).toBe(3);
    expect(found.get('signpost_turn_seconds_bucket{le="+Inf"}')).toBe(3);
    await stop();
  });

  test('the time of a turn is without the time that the platform takes to show it', async () => {
    const { answer, stop } = await realEngine();
    await answer(incoming('what is 80043431'));
    const measure = meter();
    // Another process may hold up one of three turns, and hardly two.
    for (let turn = 0; turn < 3; turn++)
      await measure.answering(answer)(incoming('what is 80043431'), () => new Promise((done) => setTimeout(done, 600)));
    expect(samples(await measure.text(looks())).get('signpost_turn_seconds_bucket{le="0.5"}')).toBeGreaterThanOrEqual(
      2,
    );
    await stop();
  });

  test('a turn that fails is counted as failed and fails', async () => {
    const measure = meter();
    const failing = measure.answering(() => Promise.reject(new Error('no store')));
    await expect(failing(incoming('x'))).rejects.toThrow('no store');
    expect(
      samples(await measure.text(looks())).get('signpost_answers_total{channel="terminal",outcome="failed"}'),
    ).toBe(1);
  });

  test('posts and edits by their result', async () => {
    const measure = meter();
    const outcomes = [
      undefined,
      new ChannelError('later', { retry: true }),
      new ChannelError('never', { retry: false }),
      new ChannelError('gone', { retry: false, gone: true }),
      new TypeError('ours'),
    ];
    const act = async (): Promise<undefined> => {
      const outcome = outcomes.shift();
      if (outcome) throw outcome;
    };
    const channel: Channel = {
      name: 'teams',
      routes: [],
      start: async () => {},
      stop: async () => {},
      post: act,
      edit: act,
    };
    const { post, edit } = measure.posting(channel);
    const place = { channel: 'teams', conversation: 'c' } as const;
    await post(place, { text: '' });
    for (let n = 0; n < 4; n++) await edit(place, 'm', { text: '' }).catch(() => undefined);
    const found = samples(await measure.text(looks()));
    expect(found.get('signpost_posts_total{channel="teams",kind="post",result="ok"}')).toBe(1);
    const edits = ['ok', 'retry', 'refused', 'gone'].map((result) =>
      found.get(`signpost_posts_total{channel="teams",kind="edit",result="${result}"}`),
    );
    expect(edits).toEqual([0, 2, 1, 1]);
  });

  test('a channel that is counted still hears of which living card a message is', async () => {
    const heard: unknown[] = [];
    const { post, edit } = meter().posting({
      ...recordingChannel('teams'),
      post: async (...args) => void heard.push(args),
      edit: async (...args) => void heard.push(args),
    });
    const place = { channel: 'teams', conversation: 'c' } as const;
    await post(place, { text: 'open' }, 'ticket/12');
    await edit(place, 'm', { text: 'claimed' }, 'ticket/12');
    expect(heard).toEqual([
      [place, { text: 'open' }, 'ticket/12'],
      [place, 'm', { text: 'claimed' }, 'ticket/12'],
    ]);
  });

  test('a channel is not up while its platform refuses the bot', async () => {
    const measure = meter();
    const outcomes = [
      new ChannelError('revoked', { retry: true, unauthorized: true }),
      new ChannelError('busy', { retry: true }),
      undefined,
    ];
    const post = async (): Promise<undefined> => {
      const outcome = outcomes.shift();
      if (outcome) throw outcome;
    };
    const idle = async (): Promise<void> => {};
    const slack = measure.posting({ name: 'slack', routes: [], start: idle, stop: idle, post, edit: idle });
    const up: (number | undefined)[] = [];
    const refused: (string | undefined)[] = [];
    for (let n = 0; n < 3; n++) {
      await slack.post({ channel: 'slack', conversation: 'c' }, { text: '' }).catch(() => undefined);
      const channels = () => new Map([['slack', true]] as const);
      up.push(samples(await measure.text(looks({ channels }))).get('signpost_channel_up{channel="slack"}'));
      refused.push(slack.refused?.());
    }
    expect(up).toEqual([0, 0, 1]);
    expect(refused).toEqual(['revoked', 'revoked', undefined]);
  });

  test('jobs that are given up are counted, whether they were refused or tried in vain', async () => {
    const measure = meter();
    const kept = await sqlite(':memory:');
    const store = measure.keeping(kept);
    let now = Date.now();
    const outcomes = [new ChannelError('never', { retry: false }), new ChannelError('later', { retry: true })];
    const channels = new Map([
      ['teams', { ...recordingChannel('teams'), post: () => Promise.reject(outcomes[0]!) }],
    ] as const);
    const work = workWith({
      store,
      channels,
      handlers: {},
      changed: async () => {},
      clock: () => now,
      log: memoryLog(),
    });
    const count = async () => samples(await measure.text(looks({ store }))).get('signpost_given_up_total');
    const job = (key: string) =>
      ({ key, kind: 'post', place: { channel: 'teams', conversation: 'c' }, reply: { text: 'x' } }) as const;
    const counts: (number | undefined)[] = [await count()];
    for (const key of ['refused', 'in vain']) {
      await store.promise([{ job: job(key), dueAt: now }]);
      for (let tries = 0; tries < 12; tries++) {
        await work.once();
        now += 300_000;
      }
      counts.push(await count());
      outcomes.shift();
    }
    expect(counts).toEqual([0, 1, 2]);
    await store.close();
  });

  test('jobs and the age of tasks come from the store', async () => {
    const now = 10_000_000;
    const store = await sqlite(':memory:', () => now);
    const job = (key: string) =>
      ({ key, kind: 'post', place: { channel: 'web', conversation: 'c' }, reply: { text: 'x' } }) as const;
    await store.promise([
      { job: job('a'), dueAt: now },
      { job: job('b'), dueAt: now - 61_000 },
      { job: job('c'), dueAt: now - 61_000 },
    ]);
    await store.settle('c', { kind: 'failed', why: 'no' });
    await store.takeTurn('check/federation', 300_000, now - 60_000);
    const measure = meter();
    const tasks = [
      { name: 'check/federation', every: 300_000 },
      { name: 'never/run', every: 1000 },
    ];
    const found = samples(await measure.text(looks({ store, tasks, clock: () => now })));
    expect(['waiting', 'late', 'failed'].map((state) => found.get(`signpost_jobs{state="${state}"}`))).toEqual([
      2, 1, 1,
    ]);
    expect(found.get('signpost_task_age_seconds{task="check/federation"}')).toBe(60);
    expect(found.get('signpost_task_interval_seconds{task="never/run"}')).toBe(1);
    expect(found.get('signpost_store_up')).toBe(1);
    await store.close();
    const later = samples(await measure.text(looks({ store, clock: () => now + 5_000 })));
    expect(later.get('signpost_store_up')).toBe(0);
    expect([...later.keys()].filter((name) => name.startsWith('signpost_jobs'))).toEqual([]);
  });

  test('a check that always fails is begun and never succeeds, and secrets end when the check of them said', async () => {
    const store = await sqlite(':memory:');
    const names = ['federation', 'endpoint', 'own-health'];
    let ends: number | undefined = 1_800_000_000_000;
    const runs: Readonly<Record<string, Check['run']>> = {
      federation: async () => ({ findings: [], state: null }),
      endpoint: () => Promise.reject(new Error('no way there')),
      'own-health': async (state) => {
        const about = {
          key: 'own-health/teams',
          check: 'own-health',
          severity: 'info',
          domains: [],
          codes: [],
        } as const;
        const looked = ends === undefined ? { state: 'unknown' as const } : { state: 'ok' as const, deadline: ends };
        const findings = [{ ...about, ...looked, title: 'of a test' }];
        return { findings, state: withEnds(state ?? {}, findings) };
      },
    };
    const notices = { take: async () => 'taken' as const, act: async () => 'done' as const, tick: async () => {} };
    let now = 1_772_452_800_000;
    const clock = (): number => now;
    const checks = names.map((name): Check => ({ name, every: 60_000, run: runs[name]! }));
    const tasks = watchTasks({ store, notices, checks, clock, log: memoryLog() });
    const measured = async () => {
      for (const { run } of tasks.slice(0, 3)) await run();
      const found = samples(await meter().text(looks({ store, tasks, checks: names, clock })));
      return [
        ...names.map((name) => found.get(`signpost_task_last_success_timestamp_seconds{task="check/${name}"}`)),
        found.get('signpost_secret_expiry_timestamp_seconds{app="teams"}'),
      ];
    };
    expect(await measured()).toEqual([1_772_452_800, 0, 1_772_452_800, 1_800_000_000]);
    now += 60_000;
    ends = undefined;
    expect(await measured()).toEqual([1_772_452_860, 0, 1_772_452_800, 1_800_000_000]);
    await store.close();
  });

  test('the store is looked at anew also after the clock went back', async () => {
    const store = await sqlite(':memory:');
    const measure = meter();
    const at = async (now: number) =>
      samples(await measure.text(looks({ store, clock: () => now }))).get('signpost_store_up');
    expect(await at(3_600_000)).toBe(1);
    await store.close();
    expect(await at(0)).toBe(0);
  });

  test('the text keeps to the format, and labels never come from what people send', async () => {
    const { answer, stop } = await realEngine();
    const measure = meter();
    const counted = measure.answering(answer);
    const before = samples(await measure.text(looks())).size;
    for (let n = 0; n < 20; n++)
      await counted(
        incoming(`ada.lovelace${n}@example.com`, {
          person: { id: `secret${n}`, name: 'Ada "x"\n' },
          place: { channel: 'teams', conversation: `conversation${n}` },
        }),
      );
    const text = await measure.text(looks());
    expect(samples(text).size).toBe(before);
    expect(text).not.toMatch(/lovelace|secret\d|conversation\d/);
    expect(text.endsWith('\n')).toBe(true);
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(
        /^(?:# HELP [a-z_0-9]+ \S.*|# TYPE [a-z_0-9]+ (?:counter|gauge|histogram)|[a-z_][a-z_0-9]*(?:\{[a-z]+="[^"\\]*"(?:,[a-z]+="[^"\\]*")*\})? [-+\d.e]+)$/,
      );
    const types = [...text.matchAll(/^# TYPE (\S+)/gm)].map((match) => match[1]);
    expect(new Set(types).size).toBe(types.length);
    await stop();
  });
});

describe('/metrics', () => {
  let home: string;
  let app: App | undefined;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'signpost-'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  const get = (headers: Record<string, string> = {}): Promise<{ status: number; body: string; challenge: string }> =>
    new Promise((resolve, reject) => {
      httpRequest({ port: app!.port, host: '127.0.0.1', path: '/metrics', headers, agent: false }, (response) => {
        const { statusCode: status = 0, headers: got } = response;
        bodyOf(response).then((body) => resolve({ status, body, challenge: got['www-authenticate'] ?? '' }), reject);
      })
        .on('error', reject)
        .end();
    });
  const elsewhere = { 'x-forwarded-for': '198.51.100.1' };
  const served = async (env: Record<string, string>, look: () => Promise<void>): Promise<void> => {
    app = await start(readConfig({ PORT: '0', SIGNPOST_STORE: join(home, 's.sqlite'), ...env }), memoryLog());
    try {
      await look();
    } finally {
      await app.stop();
    }
  };

  test('is for this computer only unless the settings say otherwise', () =>
    served({}, async () => {
      const here = await get();
      expect(here.status).toBe(200);
      const found = samples(here.body);
      expect(found.get('signpost_catalog_entries')).toBeGreaterThan(100);
      expect(found.get('signpost_channel_up{channel="web"}')).toBe(1);
      expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
      const there = await get(elsewhere);
      expect([there.status, there.body]).toEqual([403, expect.stringContaining('SIGNPOST_METRICS_TOKEN')]);
      expect((await get({ host: 'evil.example' })).status).toBe(403);
    }));

  test('takes a bearer token from elsewhere, and no other', () =>
    served({ SIGNPOST_METRICS_TOKEN: 'a-long-enough-token' }, async () => {
      expect((await get({ ...elsewhere, authorization: 'Bearer a-long-enough-token' })).status).toBe(200);
      for (const authorization of ['', 'Bearer a-long-enough-tokem', 'Bearer ', 'Basic a-long-enough-token']) {
        const { status, challenge } = await get({ ...elsewhere, authorization });
        expect([status, challenge]).toEqual([401, 'Bearer realm="metrics"']);
      }
    }));

  test('is open where the settings say so', () =>
    served({ SIGNPOST_METRICS: 'open' }, async () => {
      expect((await get(elsewhere)).status).toBe(200);
    }));
});
