import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { start } from '../../src/app.ts';
import { builtIn, readConfig } from '../../src/config.ts';
import { examine, type Parts } from '../../src/doctor/examine.ts';
import { askWithin, type Line, statusOf, textOf } from '../../src/doctor/finding.ts';
import { nodeLine, packageLine } from '../../src/doctor/host.ts';
import { manifestLines } from '../../src/doctor/manifest.ts';
import { wantedScopes } from '../../src/doctor/slack.ts';
import { statsIn } from '../../src/doctor/reviews.ts';
import { spaceLine, storeLines } from '../../src/doctor/store.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog } from '../fakes.ts';
import { serverOf } from '../operation/bot-process.ts';

// Much of this waits for whole processes or a whole catalog, also on a busy machine.
jest.setTimeout(40_000);

const guid = '11111111-2222-3333-4444-555555555555';
const teamsEnv = { MicrosoftAppId: guid, MicrosoftAppPassword: 'the-password-of-the-bot', MicrosoftAppTenantId: guid };
const slackEnv = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 'a'.repeat(32) };

let home: string;
const ends: (() => Promise<void>)[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  rmSync(home, { recursive: true });
});

/** A catalog of one entry, which reads faster than the real one. */
const small = (): string => {
  const folder = mkdtempSync(join(home, 'catalog-'));
  cpSync(join(builtIn, 'topics.yaml'), join(folder, 'topics.yaml'));
  cpSync(join(builtIn, 'entra/accounts/50126.md'), join(folder, '50126.md'));
  return folder;
};

type Answer = (
  path: string,
  request: IncomingMessage,
  body: string,
) => { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown } | 'silence';

/** Microsoft's and Slack's side in one, on loopback. */
const others = async (
  answer: Answer,
  patience = 10_000,
): Promise<{ readonly parts: Parts; readonly asked: string[]; readonly origin: string }> => {
  const asked: string[] = [];
  const { origin, close } = await serverOf((request, body, response: ServerResponse) => {
    asked.push(request.url ?? '');
    const got = answer(request.url ?? '', request, body);
    if (got === 'silence') return;
    response.writeHead(got.status ?? 200, { 'content-type': 'application/json', ...got.headers });
    response.end(typeof got.body === 'string' ? got.body : JSON.stringify(got.body ?? {}));
  });
  ends.push(close);
  return {
    parts: { loginUrl: origin, slackUrl: `${origin}/api`, patience, now: Date.now, catalog: small() },
    asked,
    origin,
  };
};

const well: Answer = (path) => {
  if (path.endsWith('/token')) return { body: { access_token: 'a.b.c' } };
  if (path === '/api/auth.test') return { headers: { 'x-oauth-scopes': wantedScopes().join(',') }, body: { ok: true } };
  if (path === '/healthz') return { body: { ok: true } };
  if (path === '/api/messages' || path === '/slack/events') return { status: 401 };
  return { body: { ok: true, url: 'wss://example.com' } };
};

const about = (lines: readonly Line[], name: string): Line | undefined => lines.find((line) => line.about === name);
const envIn = (more: Record<string, string> = {}) => ({ SIGNPOST_STORE: join(home, 's.sqlite'), ...more });

describe('everything set up well', () => {
  test('is found in order, with one token asked for and no secret told', async () => {
    const { parts, asked, origin } = await others(well);
    await (await sqlite(join(home, 's.sqlite'))).close();
    const lines = await examine(envIn({ ...teamsEnv, ...slackEnv, SIGNPOST_PUBLIC_URL: origin }), parts);
    expect(lines.filter(({ state }) => state === 'fail')).toEqual([]);
    expect(lines.filter(({ state }) => state === 'warn').map((line) => line.about)).toEqual([
      'admins',
      'secrets',
      'reach',
      'helpdesk',
      'notices',
    ]);
    for (const name of [
      'teams',
      'slack',
      'slack scopes',
      'slack socket',
      'store',
      'store writing',
      'jobs',
      'tasks',
      'clock',
      'reach /api/messages',
      'reach /slack/events',
    ])
      expect([name, about(lines, name)?.state]).toEqual([name, 'pass']);
    expect(asked.toSorted()).toEqual(
      [
        '/api/apps.connections.open',
        '/api/auth.test',
        '/api/messages',
        '/slack/events',
        `/${guid}/oauth2/v2.0/token`,
      ].toSorted(),
    );
    expect(JSON.stringify(lines)).not.toMatch(/xoxb|xapp|the-password|a\.b\.c/);
    expect(statusOf(lines)).toBe(1);
  });
});

describe('what is wrong is said with its cure', () => {
  const looked = async (answer: Answer, env: Record<string, string>): Promise<readonly Line[]> =>
    examine(envIn(env), (await others(answer)).parts);

  test.each([
    ['7000215', 'Set the value of a client secret'],
    ['7000222', 'The client secret has expired.'],
    ['700016', 'Correct MicrosoftAppId or MicrosoftAppTenantId'],
    ['53003', 'npm run ask -- "AADSTS53003"'],
  ])('a token that Entra refuses with AADSTS%s', async (code, cure) => {
    const said = { error: 'invalid_client', error_description: `AADSTS${code}: secret words of Entra. Trace ID: 1` };
    const line = about(await looked(() => ({ status: 401, body: said }), teamsEnv), 'teams');
    expect(line).toEqual({
      about: 'teams',
      state: 'fail',
      what: `Entra gives no token for the bot: AADSTS${code}.`,
      cure: expect.stringContaining(cure),
    });
  });

  test('a multi-tenant bot asks at the Bot Framework', async () => {
    const { parts, asked } = await others(well);
    await examine(envIn({ ...teamsEnv, MicrosoftAppType: 'MultiTenant' }), parts);
    expect(asked).toContain('/botframework.com/oauth2/v2.0/token');
  });

  test('a bot of a government cloud asks there', async () => {
    const bodies: string[] = [];
    const { parts } = await others((path, _request, body) => {
      if (path.endsWith('/token')) bodies.push(`${path} ${new URLSearchParams(body).get('scope')}`);
      return well(path, _request, body);
    });
    for (const MicrosoftAppType of ['SingleTenant', 'MultiTenant'])
      await examine(envIn({ ...teamsEnv, SIGNPOST_CLOUD: 'usgov', MicrosoftAppType }), parts);
    expect(bodies).toEqual([
      `/${guid}/oauth2/v2.0/token https://api.botframework.us/.default`,
      '/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token https://api.botframework.us/.default',
    ]);
  });

  test('silence, nonsense and a closed door are failures in time, not exceptions', async () => {
    const { parts } = await others(() => 'silence', 1000);
    const began = Date.now();
    const silent = await examine(envIn({ ...teamsEnv, ...slackEnv }), parts);
    expect(Date.now() - began).toBeLessThan(6000);
    expect(about(silent, 'teams')?.what).toContain('no answer within 1 seconds');
    expect(about(silent, 'slack')?.state).toBe('fail');
    const nonsense = await looked(() => ({ status: 200, body: '<html>sign in</html>' }), { ...teamsEnv, ...slackEnv });
    expect([about(nonsense, 'teams')?.what, about(nonsense, 'slack')?.what]).toEqual([
      'Entra gives no token for the bot: HTTP 200.',
      'Slack refuses auth.test: HTTP 200.',
    ]);
    const closed = await examine(envIn(teamsEnv), { ...parts, loginUrl: 'http://127.0.0.1:9' });
    expect(about(closed, 'teams')?.what).toContain('cannot be reached');
    const unreached = await examine(envIn(slackEnv), { ...parts, slackUrl: 'http://127.0.0.1:9/api' });
    for (const line of [about(unreached, 'slack'), about(unreached, 'slack socket')])
      expect(line).toMatchObject({
        what: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/api cannot be reached/),
        cure: expect.stringMatching(/^Allow this computer to reach it over HTTPS/),
      });
  });

  test('a Slack app without a scope, with a revoked token, and without Socket Mode', async () => {
    const few = await looked(
      (path, ...rest) =>
        path === '/api/auth.test'
          ? { headers: { 'x-oauth-scopes': 'chat:write' }, body: { ok: true } }
          : well(path, ...rest),
      slackEnv,
    );
    expect(about(few, 'slack scopes')).toMatchObject({
      state: 'fail',
      what: expect.stringContaining('app_mentions:read'),
      cure: expect.stringContaining('install it'),
    });
    const revoked = await looked(() => ({ body: { ok: false, error: 'token_revoked' } }), slackEnv);
    expect(about(revoked, 'slack')?.what).toBe('Slack refuses auth.test: token_revoked.');
    expect(about(revoked, 'slack socket')?.what).toBe('Slack refuses apps.connections.open: token_revoked.');
  });

  test('a public address that is not there, is not ours, or lets everybody in', async () => {
    const reached = async (answer: Answer, patience?: number): Promise<readonly Line[]> => {
      const { parts, origin } = await others(answer, patience);
      return examine(envIn({ ...teamsEnv, SIGNPOST_PUBLIC_URL: origin }), parts);
    };
    const bot = ['/healthz', '/readyz', '/api/messages'];
    const down = await reached((path, ...rest) => (bot.includes(path) ? 'silence' : well(path, ...rest)), 1000);
    expect(down.filter((line) => line.about === 'reach').map(({ state }) => state)).toEqual(['warn', 'fail']);
    const proxy = await reached((path, ...rest) =>
      bot.includes(path) ? { status: 302, headers: { location: '/login' } } : well(path, ...rest),
    );
    expect(proxy.find((line) => line.about === 'reach' && line.state === 'fail')).toMatchObject({
      what: expect.stringContaining('HTTP 302'),
      cure: 'Let the proxy pass /api/messages on unchanged to the port of Signpost.',
    });
    expect(about(proxy, 'reach /api/messages')?.state).toBe('fail');
    const open = await reached((path, ...rest) => (path === '/api/messages' ? { status: 200 } : well(path, ...rest)));
    expect(about(open, 'reach /api/messages')?.what).toBe('It takes a request that nobody signed.');
    const missing = await reached((path, ...rest) =>
      path === '/api/messages' ? { status: 404 } : well(path, ...rest),
    );
    expect(about(missing, 'reach /api/messages')?.state).toBe('fail');
  });

  test.each<[string, Answer]>([
    ['answers 404 to all else', () => ({ status: 404, body: '<html>404 Not Found</html>' })],
    ['answers 404 as JSON', () => ({ status: 404, body: { code: 'ResourceNotFound' } })],
    ['sends all else to a sign-in', () => ({ status: 302, headers: { location: '/login' } })],
    ['drops all else', () => 'silence'],
  ])('nothing, where a proxy leads in only what the platforms call and %s', async (_, shut) => {
    const led = ['/api/messages', '/slack/events'];
    const { parts } = await others(well, 1000);
    const proxy = await others((path, ...rest) => (led.includes(path) ? well : shut)(path, ...rest));
    // This computer by a name that does not say so.
    const SIGNPOST_PUBLIC_URL = proxy.origin.replace('127.0.0.1', '[::ffff:127.0.0.1]');
    const lines = await examine(envIn({ ...teamsEnv, ...slackEnv, SIGNPOST_PUBLIC_URL }), parts);
    const reach = lines.filter((line) => line.about.startsWith('reach'));
    expect(reach.map(({ about: name, state }) => `${state} ${name}`)).toEqual([
      'warn reach',
      'pass reach',
      ...led.map((path) => `pass reach ${path}`),
    ]);
  });

  test('a proxy behind which strangers count as this computer', async () => {
    const app = await start(readConfig({ PORT: '0', SIGNPOST_STORE: join(home, 'served.sqlite') }), memoryLog());
    ends.push(app.stop);
    const passing = async (headers: Record<string, string>): Promise<readonly Line[]> => {
      const { origin, close } = await serverOf(async ({ url }, _body, response) => {
        const got = await fetch(`http://127.0.0.1:${app.port}${url}`, { headers });
        response.writeHead(got.status, { 'content-type': 'application/json' });
        response.end(await got.text());
      });
      ends.push(close);
      const { parts } = await others(well);
      // This computer by a name that does not say so.
      const SIGNPOST_PUBLIC_URL = origin.replace('127.0.0.1', '[::ffff:127.0.0.1]');
      return examine({ ...envIn(), SIGNPOST_PUBLIC_URL }, { ...parts, patience: 10_000 });
    };
    expect(about(await passing({}), 'reach sender')).toMatchObject({
      state: 'fail',
      cure: expect.stringContaining('X-Forwarded-For'),
    });
    expect(about(await passing({ 'x-forwarded-for': '203.0.113.7' }), 'reach sender')).toBeUndefined();
  });

  test('a clock that is off', async () => {
    const { parts } = await others(well);
    const lines = await examine(envIn(teamsEnv), { ...parts, now: () => Date.now() - 600_000 });
    expect(about(lines, 'clock')).toMatchObject({
      state: 'fail',
      what: expect.stringMatching(/^This computer's clock is (599|600|601) seconds behind/),
    });
  });

  test('every problem of the settings is a line of its own, and what needs no settings is still looked at', async () => {
    const { parts, asked } = await others(well);
    const lines = await examine({ PORT: 'x', LOG_LEVEL: 'loud', SLACK_BOT_TOKEN: 'xoxp-secret-of-mine' }, parts);
    const settings = lines.filter((line) => line.about === 'settings');
    expect(settings.length).toBeGreaterThanOrEqual(3);
    expect(settings[0]).toMatchObject({
      state: 'fail',
      what: expect.stringMatching(/is "x"\.|is "loud"|does not begin/),
      cure: expect.stringMatching(/^G/),
    });
    expect(about(lines, 'catalog')?.state).toBe('pass');
    expect(about(lines, 'not looked at')?.what).toBe('The store and the platforms, because the settings are wrong.');
    expect(asked).toEqual([]);
    expect(JSON.stringify(lines)).not.toContain('secret-of-mine');
  });

  test.each([
    ['not a host', false],
    ['203.0.113.5', false],
    ['127.0.0.1', true],
  ])('whether it can be listened at HOST "%s"', async (HOST, can) => {
    const line = about(await looked(well, { HOST }), 'host');
    expect(line?.state).toBe(can ? 'pass' : 'fail');
    expect(line?.what).toContain(HOST);
  });

  test('the password in an address that cannot be taken is not told', async () => {
    const { parts } = await others(well);
    const addresses = {
      SIGNPOST_PUBLIC_URL: 'https://bot:Zq7vLp/29@bot.example.com',
      SIGNPOST_TERMS_URL: 'http://ann:Zq7vLp29@www.example.com/terms?key=Zq7vLp29',
    };
    const told = JSON.stringify(await examine(addresses, parts));
    expect(told).toContain('https://bot.example.com');
    expect(told).toContain('http://www.example.com/terms');
    expect(told).not.toContain('Zq7vLp');
  });

  test('nobody who may set it up, where there is anything to set up', async () => {
    const admins = async (env: Record<string, string>) => about(await looked(well, env), 'admins')?.cure;
    expect(await admins(slackEnv)).toContain('"who am I"');
    expect(await admins({ ...slackEnv, SIGNPOST_ADMINS: 'slack:T1:U1' })).toBeUndefined();
    expect(await admins({})).toBeUndefined();
  });

  test('a catalog with a fault', async () => {
    const own = join(home, 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'mine.md'), '---\ntitel: x\n---\nText');
    const lines = await looked(well, { SIGNPOST_CATALOG: own, SIGNPOST_STORE: ':memory:' });
    expect(about(lines, 'catalog')).toMatchObject({
      state: 'fail',
      what: expect.stringMatching(/^\d+ complaints\. The first: \S*mine\.md:\d/),
    });
    expect(about(lines, 'store')).toMatchObject({ state: 'warn', what: expect.stringContaining(':memory:') });
  });
});

describe('the store', () => {
  const look = (file: string, now = Date.now): Promise<readonly Line[]> => storeLines({ store: file }, 500, now);

  test('one that is not there yet is left alone', async () => {
    const file = join(home, 'new.sqlite');
    expect(about(await look(file), 'store')).toMatchObject({ state: 'pass' });
    expect(existsSync(file)).toBe(false);
    expect(about(await look(join(home, 'no', 'new.sqlite')), 'store')).toMatchObject({ state: 'fail' });
  });

  test('jobs that are late or were given up are told', async () => {
    const file = join(home, 's.sqlite');
    const store = await sqlite(file);
    const job = (key: string) =>
      ({ key, kind: 'post', place: { channel: 'web', conversation: 'c' }, reply: { text: 'x' } }) as const;
    const now = Date.now();
    await store.promise([
      { job: job('a'), dueAt: now - 100_000 },
      { job: job('b'), dueAt: now },
    ]);
    await store.settle('b', { kind: 'failed', why: 'no' });
    await store.close();
    expect(about(await look(file), 'jobs')).toMatchObject({
      state: 'warn',
      what: '1 job waits, 1 of them late; 1 was given up in the last day.',
    });
  });

  test('a scheduled task that fails is named, with when it last succeeded', async () => {
    const file = join(home, 's.sqlite');
    const store = await sqlite(file);
    await store.takeTurn('audit/tidy', 1000, 0);
    await store.endTurn('audit/tidy', true, 1_800_000_000_000);
    for (let time = 0; time < 2; time++) await store.endTurn('audit/tidy', false, 1_800_000_000_001);
    await store.close();
    expect(about(await look(file), 'tasks')).toMatchObject({
      state: 'warn',
      what: 'audit/tidy failed 2 times in a row, it last succeeded at 2027-01-15T08:00:00.000Z.',
    });
  });

  test('a file that is no database, one of a newer version and one without tables', async () => {
    const file = join(home, 's.sqlite');
    writeFileSync(file, 'this is not a database at all, is it? '.repeat(50));
    expect(about(await look(file), 'store')?.state).toBe('fail');
    rmSync(file);
    await (await sqlite(file)).close();
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(file);
    db.exec(`INSERT INTO kysely_migration (name, timestamp) VALUES ('999-future', '2030')`);
    expect(about(await look(file), 'store')?.what).toContain('newer Signpost, which added 999-future');
    db.exec(`DELETE FROM kysely_migration WHERE name IN ('999-future', '002-living-cards')`);
    expect(about(await look(file), 'store')).toMatchObject({
      state: 'warn',
      what: expect.stringContaining('lacks 002-living-cards'),
    });
    db.close();
    writeFileSync(join(home, 'empty.sqlite'), '');
    expect(about(await look(join(home, 'empty.sqlite')), 'store')?.what).toContain('is empty');
  });

  test('one that is locked by another writer cannot be written', async () => {
    const file = join(home, 's.sqlite');
    await (await sqlite(file)).close();
    const { DatabaseSync } = await import('node:sqlite');
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    expect(about(await look(file), 'store writing')?.state).toBe('fail');
    other.exec('ROLLBACK');
    other.close();
  });

  /** Looks in a process of its own: after `first`, with what the shell was told before. */
  const looked = (file: string, first: string, shell = ':'): readonly Line[] => {
    const looks = `
      const { storeLines } = await import(${JSON.stringify(new URL('../../src/doctor/store.ts', import.meta.url).href)});
      ${first}
      console.log(JSON.stringify(await storeLines({ store: process.argv[1] }, 500, Date.now)));`;
    const node = [process.execPath, '--no-warnings', '--input-type=module', '--eval', looks, file];
    const { stdout, stderr } = spawnSync('sh', ['-c', `${shell}; exec "$@"`, 'sh', ...node], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return JSON.parse(stdout) as readonly Line[];
  };

  /** Root may write everywhere, so a user looks whom every system has. */
  const asNobody = "if (process.getuid() === 0) process.setuid('nobody');";

  test('one on a full disk cannot be written', async () => {
    const file = join(home, 's.sqlite');
    await (await sqlite(file)).close();
    // No file may get larger than this, in blocks of 512 or 1024 bytes.
    expect(about(looked(file, '', 'ulimit -f 300'), 'store writing')).toMatchObject({
      state: 'fail',
      what: expect.stringMatching(/^It cannot be written: (?:disk I\/O error|database or disk is full)\.$/),
    });
    expect(about(await look(file), 'store writing')?.state).toBe('pass');
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(file);
    expect(db.prepare(`SELECT name FROM sqlite_master WHERE name LIKE '%doctor%'`).all()).toEqual([]);
    db.close();
  });

  test('one in a folder that this user may not write in cannot be written', async () => {
    const file = join(home, 's.sqlite');
    const store = await sqlite(file);
    await store.rate('50126', true);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) chmodSync(name, 0o666);
    chmodSync(home, 0o555);
    const line = about(looked(file, asNobody), 'store writing');
    chmodSync(home, 0o755);
    await store.close();
    expect(line).toMatchObject({
      state: 'fail',
      what: `It cannot be written: this user may not write in the folder "${home}", where files stand beside the store.`,
    });
  });

  test('one that every user of this computer may read is told', async () => {
    const file = join(home, 's.sqlite');
    await (await sqlite(file)).close();
    expect(about(await look(file), 'store rights')).toBeUndefined();
    chmodSync(file, 0o644);
    expect(about(await look(file), 'store rights')).toMatchObject({
      state: 'warn',
      what: expect.stringContaining('(mode 644)'),
    });
  });

  test('a disk that is nearly full is told', () => {
    expect(spaceLine(99e6, 1e6)).toMatchObject({ state: 'warn', what: '99.0 MB are free where the store is.' });
    expect(spaceLine(400e6, 500e6).state).toBe('warn');
    expect(spaceLine(600e6, 500e6).state).toBe('pass');
  });

  test('one of another user, while a server of that user runs, can be read and not written', async () => {
    const file = join(home, 's.sqlite');
    const store = await sqlite(file);
    await store.rate('50126', true);
    chmodSync(home, 0o755);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) chmodSync(name, 0o444);
    const lines = looked(file, asNobody);
    await store.close();
    expect([about(lines, 'store')?.state, about(lines, 'store writing')]).toEqual([
      'pass',
      expect.objectContaining({
        state: 'fail',
        what: 'It cannot be written: attempt to write a readonly database.',
      }),
    ]);
  });

  test('PostgreSQL that is not there is a failure without the password', async () => {
    const lines = await storeLines(
      { store: '', database: { url: 'postgres://u:geheim@127.0.0.1:9/x', poolSize: 1 } },
      500,
      Date.now,
    );
    expect(lines).toMatchObject([{ about: 'store', state: 'fail' }]);
    expect(JSON.stringify(lines)).not.toContain('geheim');
  });
});

describe('smaller things', () => {
  test('an old Node and a missing optional package are told', () => {
    expect(nodeLine('20.1.0').state).toBe('fail');
    expect(nodeLine('24.0.0').state).toBe('pass');
    expect(packageLine((name) => name !== 'sharp')).toMatchObject({
      state: 'warn',
      what: expect.stringContaining('sharp'),
    });
  });

  test('a manifest that is broken or missing is told', () => {
    const file = join(home, 'manifest.json');
    writeFileSync(file, '{"bots":[]}');
    const lines = manifestLines(pathToFileURL(file), pathToFileURL(join(home, 'none.yaml')));
    expect(lines.map(({ what }) => what)).toEqual([
      'manifest/teams/manifest.json has no manifestVersion.',
      'manifest/teams/manifest.json has no bot.',
      'manifest/slack/manifest.yaml cannot be read or lists no scopes.',
    ]);
  });

  test('old reviews are counted', () => {
    const entry = (reviewed: string) => ({ reviewed }) as Parameters<typeof statsIn>[0][number];
    expect(statsIn([entry('2026-01-01'), entry('2020-01-01')], Date.parse('2025-01-01'))).toEqual({
      old: 1,
      oldest: '2020-01-01',
    });
  });

  test('an answer that never ends is cut', async () => {
    const { origin } = await others(() => ({ body: 'x'.repeat(2_000_000) }));
    const reached = await askWithin(2000)(origin);
    expect(reached.ok && String(reached.body).length).toBeLessThan(600_000);
  });

  test('lines read as columns', () => {
    expect(
      textOf([
        { about: 'a', state: 'pass', what: 'Good.' },
        { about: 'long', state: 'fail', what: 'Bad.', cure: 'Mend it.' },
      ]),
    ).toBe('pass  a     Good.\nfail  long  Bad.\n            Mend it.');
  });
});

describe('npm run doctor', () => {
  const run = (args: readonly string[], env: Record<string, string>) =>
    spawnSync(process.execPath, [new URL('../../src/doctor/main.ts', import.meta.url).pathname, ...args], {
      cwd: home,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    });

  test('tells as text or JSON and exits with 1 for warnings, 2 for failures and wrong use', () => {
    const plain = run([], {});
    expect(plain.stdout).toMatch(/warn {2}teams .*\n.*\n[^]*0 failures, 1 warning\n$/);
    expect([plain.status, plain.stderr]).toEqual([1, '']);
    const json = run(['--json'], { PORT: 'x' });
    expect(json.status).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({
      status: 2,
      lines: expect.arrayContaining([
        { about: 'settings', state: 'fail', what: 'PORT is "x".', cure: 'Give a whole number from 0 to 65535.' },
      ]),
    });
    expect(run(['--jason'], {}).status).toBe(2);
    writeFileSync(join(home, '.env'), 'FOO BAR\n');
    const strange = run([], { SLACK_BOT_TOKN: 'hunter2' });
    expect(strange.stdout).toMatch(
      /^warn {2}settings +SLACK_BOT_TOKN is no setting\.\n +Did you mean SLACK_BOT_TOKEN\?\n/,
    );
    expect(strange.stdout).toContain('Line 1 of .env sets nothing.');
    expect([strange.status, strange.stdout.includes('They are in order')]).toEqual([1, false]);
  });

  test('finds a running Signpost at its address', async () => {
    // Two stores, for two connections to one file in one process wait for each other.
    await (await sqlite(join(home, 's.sqlite'))).close();
    const app = await start(readConfig({ PORT: '0', SIGNPOST_STORE: join(home, 'served.sqlite') }), memoryLog());
    ends.push(app.stop);
    const { parts } = await others(well);
    const lines = await examine(
      { ...envIn(), SIGNPOST_PUBLIC_URL: `http://127.0.0.1:${app.port}` },
      { ...parts, patience: 10_000 },
    );
    expect(lines.filter((line) => line.about === 'reach').map(({ state }) => state)).toEqual(['warn', 'pass']);
    expect(about(lines, 'store writing')?.state).toBe('pass');
  });
});
