import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { start } from '../src/app.ts';
import { builtIn, readConfig } from '../src/config.ts';
import { CatalogError } from '../src/model/errors.ts';
import { sqlite } from '../src/store/sqlite.ts';
import { bothPlatforms } from './both-platforms.ts';
import { slackApi } from './channels/slack-api.ts';
import { memoryLog } from './fakes.ts';
import { messagesOf, serverOf } from './operation/bot-process.ts';

const main = new URL('../src/main.ts', import.meta.url).pathname;
const cli = new URL('../src/cli.ts', import.meta.url).pathname;

/** Where nothing listens. */
const nowhere = 'http://127.0.0.1:9/';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** Starts the bot as `npm start` does, in an empty folder, and gathers what it prints. */
const run = (env: Record<string, string>): { child: ChildProcess; out: () => string; err: () => string } => {
  const child = spawn(process.execPath, [main], {
    cwd: home,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...env },
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (texts.out += chunk));
  child.stderr.on('data', (chunk) => (texts.err += chunk));
  return { child, out: () => texts.out, err: () => texts.err };
};

const ready = async (bot: ReturnType<typeof run>): Promise<string> => {
  for (let tries = 0; tries < 300; tries++) {
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.out())?.[0];
    if (origin && bot.out().includes('Ctrl+C')) return origin;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The bot did not start: ${bot.out()}${bot.err()}`);
};

const written = (name: string, text: string): string => {
  const file = join(home, name);
  writeFileSync(file, text);
  return file;
};

const chat = async (origin: string, body: object): Promise<{ replies: { text: string }[] }> => {
  const response = await fetch(`${origin}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { replies: { text: string }[] };
};

const conversation = '3a6a1f0e-5d0c-4c1a-9a5f-0a4f2a4b9a10';

describe('npm start', () => {
  test('serves everything on this computer, goes on with a conversation after kill -9, and stops on SIGTERM', async () => {
    const first = run({ PORT: '0' });
    const origin = await ready(first);
    expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ ok: true });
    expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ ok: true, entries: expect.any(Number) });
    const said = await chat(origin, {
      conversation,
      id: '11111111-1111-4111-8111-111111111111',
      said: 'what is 80043431',
    });
    expect(said.replies[0]?.text).toContain('Method 1: Update the federated domain');
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = run({ PORT: '0' });
    const again = await chat(await ready(second), {
      conversation,
      id: '22222222-2222-4222-8222-222222222222',
      said: 'next method',
    });
    expect(again.replies[0]?.text).toContain('Method 2 of 3');
    second.child.kill('SIGTERM');
    const [code] = await once(second.child, 'exit');
    expect(code).toBe(0);
    expect(second.err()).toBe('');
  }, 40_000);

  test('broken settings stop the start with every problem and its cure, and no stack', async () => {
    const bot = run({ PORT: 'x', LOG_LEVEL: 'loud' });
    const [code] = await once(bot.child, 'close');
    expect(code).toBe(1);
    expect(messagesOf(bot.err()).toSorted()).toEqual([
      expect.stringMatching(/^LOG_LEVEL is "loud"\. Give one of [^\n]*$/),
      'PORT is "x". Give a whole number from 0 to 65535.',
    ]);
  }, 20_000);

  test.each<[string, () => string, (file: string) => string]>([
    [
      'in a folder that is not there',
      () => join(home, 'none/x.sqlite'),
      (file) => `: the folder "${dirname(file)}" is not there. Change that, or give a path that can be written.`,
    ],
    [
      'that is something else',
      () => written('x.sqlite', 'no database, but a text of some length'),
      (file) =>
        `. The store "${file}" failed: file is not a database. It is no file of SQLite: give the path of a store.`,
    ],
  ])('a store %s stops the start with a line and its cure', async (_, path, why) => {
    const file = path();
    const bot = run({ PORT: '0', SIGNPOST_STORE: file });
    const [code] = await once(bot.child, 'close');
    expect([code, messagesOf(bot.err())]).toEqual([
      1,
      [`SIGNPOST_STORE is "${file}", which cannot be opened${why(file)}`],
    ]);
  });

  test('a folder that this user may not write in is named as what is missing', async () => {
    const file = join(home, 'x.sqlite');
    await (await sqlite(file)).close();
    chmodSync(file, 0o666);
    chmodSync(home, 0o555);
    // Root may write everywhere, so a user starts it whom every system has.
    const begin = `if (process.getuid() === 0) process.setuid('nobody'); await import(${JSON.stringify(main)});`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', begin], {
      env: { PATH: process.env.PATH, PORT: '0', SIGNPOST_STORE: file },
      encoding: 'utf8',
    });
    chmodSync(home, 0o755);
    expect([status, messagesOf(stderr).at(-1)]).toEqual([
      1,
      expect.stringContaining(`this user may not write in the folder "${home}", where files stand beside the store.`),
    ]);
  }, 20_000);

  test('what is no setting is told of, and keeps nothing from starting', async () => {
    written('.env', 'FOO BAR\nSLACK_BOT_TOKN=hunter2\nPORT=0\n');
    const bot = run({ SIGNPOST_ADMIN: 'slack:T1:U1' });
    await ready(bot);
    bot.child.kill('SIGTERM');
    await once(bot.child, 'close');
    expect(messagesOf(bot.err())).toEqual([
      'SIGNPOST_ADMIN is no setting. Did you mean SIGNPOST_ADMINS?',
      'SLACK_BOT_TOKN is no setting. Did you mean SLACK_BOT_TOKEN?',
      'Line 1 of .env sets nothing. Write NAME=value, or # before a comment.',
    ]);
  }, 20_000);

  test('a .env that cannot be read stops the start and every command with a line and its cure', async () => {
    mkdirSync(join(home, '.env'));
    const cure = '.env cannot be read by this user (EISDIR). Make it a file that the user may read, or remove it.';
    const bot = run({ PORT: '0' });
    const [code] = await once(bot.child, 'close');
    expect([code, messagesOf(bot.err())]).toEqual([1, [cure]]);
    const command = (script: string, ...args: readonly string[]) =>
      spawnSync(process.execPath, [new URL(script, import.meta.url).pathname, ...args], {
        cwd: home,
        encoding: 'utf8',
      });
    const doctor = command('../src/doctor/main.ts');
    expect([doctor.status, doctor.stderr]).toEqual([2, '']);
    expect(doctor.stdout).toMatch(/^fail {2}settings {2}\.env cannot be read by this user \(EISDIR\)\.\n +Make it/);
    const backup = command('../src/backup.ts', 'backup', '--to', 'x');
    expect([backup.status, backup.stderr]).toEqual([2, `The settings need attention:\n  - ${cure}\n`]);
  }, 20_000);

  test('a file that another Signpost serves is not served twice, but at once after kill -9', async () => {
    const file = join(home, 'one.sqlite');
    const first = run({ PORT: '0', SIGNPOST_STORE: file });
    await ready(first);
    symlinkSync(file, join(home, 'same.sqlite'));
    for (const name of [file, join(home, 'same.sqlite')]) {
      const second = run({ PORT: '0', SIGNPOST_STORE: name });
      const [code] = await once(second.child, 'close');
      expect([code, messagesOf(second.err())]).toEqual([
        1,
        [expect.stringContaining(`SIGNPOST_STORE is "${name}", which another Signpost serves. Stop that one,`)],
      ]);
    }
    const tickets = spawnSync(process.execPath, [cli, 'tickets', 'list', '--store', file], { encoding: 'utf8' });
    expect([tickets.status, tickets.stderr]).toEqual([0, '']);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const third = run({ PORT: '0', SIGNPOST_STORE: file });
    await ready(third);
    third.child.kill('SIGTERM');
    await once(third.child, 'exit');
  }, 40_000);

  test('a store that a newer version changed stops the start, and the copy from before the upgrade serves again', async () => {
    const env = { PATH: process.env.PATH, SIGNPOST_STORE: join(home, 'one.sqlite') };
    const command = (...args: readonly string[]) =>
      spawnSync(process.execPath, [new URL('../src/backup.ts', import.meta.url).pathname, ...args], { cwd: home, env });
    await (await sqlite(env.SIGNPOST_STORE)).close();
    expect(command('backup', '--to', 'copy.sqlite').status).toBe(0);
    const upgraded = new DatabaseSync(env.SIGNPOST_STORE);
    upgraded.exec(`INSERT INTO kysely_migration VALUES ('999-later', '2999-01-01T00:00:00.000Z')`);
    upgraded.close();

    const bot = run({ PORT: '0', SIGNPOST_STORE: env.SIGNPOST_STORE });
    const [code] = await once(bot.child, 'close');
    expect([code, bot.out(), messagesOf(bot.err())]).toEqual([
      1,
      '',
      [
        `SIGNPOST_STORE is "${env.SIGNPOST_STORE}", which cannot be opened. The store was made by a newer Signpost, which added 999-later. Start that version again, or put back the copy from before the upgrade: docs/runbook.md, "Going back".`,
      ],
    ]);
    expect(command('restore', '--from', 'copy.sqlite').status).toBe(0);
    const back = run({ PORT: '0', SIGNPOST_STORE: env.SIGNPOST_STORE });
    await ready(back);
    back.child.kill('SIGTERM');
    await once(back.child, 'exit');
  }, 30_000);

  test('a port that is taken is named', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const bot = run({ PORT: String(port) });
    const [code] = await once(bot.child, 'close');
    other.close();
    expect(code).toBe(1);
    expect(messagesOf(bot.err())).toEqual([`Port ${port} is already in use. Stop the other program, or set PORT.`]);
  }, 20_000);
});

test('with a token that the only platform refuses it serves the page, but is not ready, so that a roll-out stops', async () => {
  const slack = await slackApi();
  const app = await start(
    readConfig({
      PORT: '0',
      SIGNPOST_STORE: ':memory:',
      SLACK_BOT_TOKEN: 'xoxb-wrong',
      SLACK_SIGNING_SECRET: 'a'.repeat(32),
      SLACK_API_URL: `${slack.base}/api/`,
    }),
    memoryLog(),
  );
  const origin = `http://127.0.0.1:${app.port}`;
  const readyz = await fetch(`${origin}/readyz`);
  expect([readyz.status, await readyz.json()]).toEqual([
    503,
    {
      ok: false,
      entries: expect.any(Number),
      channelFault: expect.stringMatching(/^Slack refused to identify the bot \(invalid_auth\)\. .*SLACK_BOT_TOKEN/),
    },
  ]);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${origin}/metrics`)).text()).toMatch(/^signpost_channel_up\{channel="slack"\} 0$/m);
  await app.stop();
  await slack.close();
}, 20_000);

test.each<[string, Record<string, string>, string, number]>([
  ['Slack refuses its token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, 'teams', 200],
  ['Entra refuses its secret', { MicrosoftAppPassword: 'wrong' }, 'slack', 200],
  ['both refuse it', { SLACK_BOT_TOKEN: 'xoxb-wrong', MicrosoftAppPassword: 'wrong' }, 'none', 503],
  ['neither can be reached', { SLACK_API_URL: nowhere }, 'both', 200],
])(
  'a replica that starts while %s is ready for the platform that takes it',
  async (_, env, takes, status) => {
    const slack = await slackApi();
    const entra = await serverOf((_request, body, response) => {
      const right = body.includes('client_secret=right');
      response.writeHead(right ? 200 : 401, { 'content-type': 'application/json' });
      response.end(
        right ? '{"access_token":"t"}' : '{"error":"invalid_client","error_description":"AADSTS7000215: x"}',
      );
    });
    const config = bothPlatforms(slack, env);
    const authority = env['SLACK_API_URL'] ?? entra.origin;
    const teams = { ...config.teams, authority };
    const app = await start({ ...config, teams }, memoryLog());
    const origin = `http://127.0.0.1:${app.port}`;
    const up = (name: string): boolean => takes === name || takes === 'both';
    const readyz = await fetch(`${origin}/readyz`);
    const { channelFault } = (await readyz.json()) as { channelFault?: string };
    expect([readyz.status, channelFault !== undefined]).toEqual([status, takes !== 'both']);
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    for (const name of ['teams', 'slack'])
      expect(metrics).toContain(`signpost_channel_up{channel="${name}"} ${up(name) ? 1 : 0}\n`);
    expect(app.off.map(({ name }) => name).toSorted()).toEqual(['slack', 'teams'].filter((name) => !up(name)));
    await app.stop();
    await Promise.all([slack.close(), entra.close()]);
  },
  30_000,
);

test('a promised message that its platform refuses is counted as given up', async () => {
  const slack = await slackApi();
  const file = join(home, 'promised.sqlite');
  const before = await sqlite(file);
  const place = { channel: 'slack', conversation: 'C1', ref: { team: 'T1', channel: 'C1' } } as const;
  await before.promise([{ job: { key: 'k', kind: 'post', place, reply: { text: 'x' } }, dueAt: 0 }]);
  await before.close();
  slack.fail({ method: 'chat.postMessage', body: { ok: false, error: 'channel_not_found' } });
  const { teams: _, ...config } = bothPlatforms(slack, { SIGNPOST_STORE: file });
  const app = await start(config, memoryLog());
  const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text();
  for (let tries = 0; tries < 50 && !/^signpost_given_up_total 1$/m.test(await metrics()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await metrics()).toMatch(/^signpost_given_up_total 1$/m);
  await app.stop();
  await slack.close();
}, 20_000);

describe('a broken catalog stops the start', () => {
  const broken: readonly (readonly [what: string, text: string, complaint: RegExp])[] = [
    ['no front matter', 'Hello', /:1 front matter: is missing\. Begin the file with/],
    ['broken YAML', '---\ntitle: "x\n---\nText', /:\d+ front matter: .+ Correct the YAML\./],
    ['an unknown field', '---\ntitel: x\n---\nText', /:2 titel: "titel" is not a known field\./],
    [
      'a code without quotes in the wrong form',
      head('codes: [abc]'),
      /:4 codes: is not valid\. Write a list in quotes/,
    ],
    [
      'a code that another entry has',
      head('codes: ["50126"]'),
      /zzz\.md:4 codes: "50126" is already in .*50126\.md\. Leave/,
    ],
    ['an unknown heading', head('', '## Causes\nx'), /:\d+ section: "Causes" is not a known heading\. Use Cause/],
    ['a method without steps', head('', '## Method 1: Wait\nx'), /has no numbered steps/],
    ['a retired command', head('', '## Method 1: x\n1. Run `Get-MsolUser`.'), /"Get-MsolUser" no longer works/],
  ];

  test.each(broken)('%s', async (_, text, complaint) => {
    const folder = join(home, 'catalog');
    cpSync(join(builtIn, 'entra/accounts'), join(folder, 'entra'), { recursive: true });
    cpSync(join(builtIn, 'topics.yaml'), join(folder, 'topics.yaml'));
    writeFileSync(join(folder, 'zzz.md'), text);
    const config = { ...readConfig({ PORT: '0', SIGNPOST_STORE: ':memory:' }), catalog: folder };
    const failure = await start(config, memoryLog()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CatalogError);
    expect((failure as CatalogError).message).toMatch(complaint);
  });
});

function head(field: string, body = '## Method 1: x\n1. Do it.'): string {
  return `---\ntitle: x\ntopic: mfa-required\n${field}\nwho: helpdesk\nsources: [https://example.com]\nreviewed: 2026-11-20\n---\nText.\n\n${body}\n`;
}
