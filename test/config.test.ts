import { execSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/model/errors.ts';

const signingSecret = '0123456789abcdef'.repeat(2);

const problems = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

test('without any settings the bot serves this computer on port 3978, with Teams tools and no Slack', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3978,
    store: 'signpost.sqlite',
    webOpen: false,
    teams: {},
  });
  expect(readConfig({}).slack).toBeUndefined();
});

test('the address of another Slack is taken, if what goes there is encrypted or stays on this computer', () => {
  const at = (SLACK_API_URL: string) => ({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL,
  });
  expect(readConfig(at('https://slack-gov.com/api')).slack?.apiUrl).toBe('https://slack-gov.com/api/');
  expect(readConfig(at('http://127.0.0.1:80/api/')).slack?.apiUrl).toBe('http://127.0.0.1:80/api/');
  expect(problems(at('http://slack-gov.com/api/'))).toEqual([
    'SLACK_API_URL is "http://slack-gov.com/api/". Give an https address, such as https://slack-gov.com/api/.',
  ]);
});

test('where only Slack is set up, Teams is left out', () => {
  const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: signingSecret });
  expect(config.teams).toBeUndefined();
  expect(config.slack).toEqual({ botToken: 'xoxb-1', signingSecret });
});

test('a signing secret of Slack that cannot be one is refused', () => {
  expect(problems({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'hunter2' })).toEqual([
    'SLACK_SIGNING_SECRET is not 32 hexadecimal digits. Give the "Signing Secret" under "Basic Information" of the Slack app.',
  ]);
});

test('every problem is reported at once, each with its cure', () => {
  expect(
    problems({
      PORT: '80a',
      LOG_LEVEL: 'loud',
      SLACK_BOT_TOKEN: 'xoxp-1',
      MicrosoftAppPassword: 'p',
      SIGNPOST_WEB: 'yes',
    }),
  ).toEqual([
    'PORT is "80a". Give a whole number from 0 to 65535.',
    'SLACK_BOT_TOKEN does not begin with xoxb-. Give the bot token, not another one.',
    'SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are missing. Give the first for HTTP, the second for Socket Mode.',
    'MicrosoftAppPassword is set without MicrosoftAppId. Set both or neither.',
    'SIGNPOST_WEB is "yes". Give one of local, open.',
    'LOG_LEVEL is "loud". Give one of fatal, error, warn, info, debug, trace, silent.',
  ]);
});

test('a new Teams bot needs a secret and its tenant', () => {
  expect(problems({ MicrosoftAppId: '5d1d6cd0-0d0a-4a2b-8d6c-0f0b6f0e0a11' })).toEqual([
    'MicrosoftAppId is set without MicrosoftAppPassword. Set the client secret, or use UserAssignedMSI.',
    'MicrosoftAppTenantId is missing. MicrosoftAppType SingleTenant needs the tenant id, a GUID.',
  ]);
});

test('a secret may come from a file, and a file that cannot be read is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  writeFileSync(join(folder, 'secret'), 'xoxb-from-file\n');
  const env = { SLACK_BOT_TOKEN_FILE: join(folder, 'secret'), SLACK_APP_TOKEN: 'xapp-1' };
  expect(readConfig(env).slack?.botToken).toBe('xoxb-from-file');
  expect(problems({ ...env, SLACK_BOT_TOKEN_FILE: join(folder, 'none') })[0]).toContain('which cannot be read');
  expect(problems({ ...env, SLACK_BOT_TOKEN: 'xoxb-2' })[0]).toContain('are both set');
  rmSync(folder, { recursive: true });
});

test('a database comes from DATABASE_URL or its file, with ten connections unless told otherwise', () => {
  const url = 'postgresql://ada:p%40ss@db.example:5433/signpost?sslmode=verify-full';
  expect(readConfig({ DATABASE_URL: url }).database).toEqual({ url, poolSize: 10 });
  expect(readConfig({ DATABASE_URL: url, DATABASE_POOL_SIZE: '3' }).database?.poolSize).toBe(3);
  expect(readConfig({}).database).toBeUndefined();
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  writeFileSync(join(folder, 'url'), `${url}\n`);
  expect(readConfig({ DATABASE_URL_FILE: join(folder, 'url') }).database?.url).toBe(url);
  rmSync(folder, { recursive: true });
});

test.each([
  ['another kind', 'mysql://ada:hunter2@db/x', 'DATABASE_URL does not begin with postgres://.'],
  ['no scheme', 'ada:hunter2@db/x', 'DATABASE_URL does not begin with postgres://.'],
  ['a password that is not encoded', 'postgres://ada:hunter2/[@db/x', 'DATABASE_URL is not an address: a password'],
  ['a slash in the password', 'postgres://ada:x@hunter2/y#z@db/x', 'DATABASE_URL is not an address: a password'],
  ['a slash and an @ in the password', 'postgres://ada:x@hunter2/y@db/x', 'DATABASE_URL is not an address: a password'],
  [
    'a question mark in the password',
    'postgres://ada:x@hunter2/y?z@db/x',
    'DATABASE_URL is not an address: a password',
  ],
  ['a bare percent sign', 'postgres://ada:hunter2%@db/x', 'DATABASE_URL has a % that begins no percent-encoding'],
  ['no name', 'postgres://ada:hunter2@db:5432', 'DATABASE_URL does not name the database at its end.'],
  ['no name but a slash', 'postgres://ada:hunter2@db/?sslmode=require', 'DATABASE_URL does not name the database'],
  ['a port that is none', 'postgres://ada:hunter2@db:99999/x', 'DATABASE_URL is not an address'],
])('an address of a database with %s is told with its cure and without the password', (_, url, problem) => {
  const [told, ...more] = problems({ DATABASE_URL: url });
  expect(told).toContain(problem);
  expect(told).toContain('Give postgres://user:password@host:5432/name.');
  expect(told).not.toContain('hunter2');
  expect(more).toEqual([]);
});

test('a size of the pool that is none is told', () => {
  for (const DATABASE_POOL_SIZE of ['0', 'many', '-1', '1001'])
    expect(problems({ DATABASE_POOL_SIZE })).toEqual([
      `DATABASE_POOL_SIZE is "${DATABASE_POOL_SIZE}". Give a whole number from 1 to 1000.`,
    ]);
});

describe('several Slack workspaces', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const env = {
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CLIENT_ID: '1.1',
    SLACK_CLIENT_SECRET: 'c',
    SLACK_STATE_SECRET: 'x'.repeat(16),
    SLACK_INSTALL_KEY: key,
  };

  test('are set up by the client of the app, and keys of which the first is the newest', () => {
    const older = Buffer.alloc(32, 8).toString('base64');
    expect(readConfig({ ...env, SLACK_INSTALL_KEY: `${key}, ${older}` }).slack).toEqual({
      signingSecret,
      install: { clientId: '1.1', clientSecret: 'c', stateSecret: 'x'.repeat(16), keys: [key, older] },
    });
  });

  test('and a bot token exclude each other', () => {
    expect(problems({ ...env, SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set. Keep SLACK_BOT_TOKEN for one workspace, or remove it and let each workspace install the app at /slack/install.',
    ]);
  });

  test('say all that is missing, and how to make a key that works', () => {
    const found = problems({ SLACK_CLIENT_ID: '1.1' });
    expect(found.map((problem) => problem.split(' ')[0])).toEqual([
      'SLACK_SIGNING_SECRET',
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'SLACK_INSTALL_KEY',
    ]);
    const [, make = ''] = /this makes them: (node .*)$/.exec(found[3]!) ?? [];
    const made = execSync(make, { encoding: 'utf8' }).trim();
    expect(readConfig({ ...env, SLACK_INSTALL_KEY: made }).slack?.install?.keys).toEqual([made]);
  });

  test.each(['hunter2', Buffer.alloc(31).toString('base64'), `${key},short`])('do not take %s as a key', (wrong) => {
    const found = problems({ ...env, SLACK_INSTALL_KEY: wrong });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('not 32 bytes in base64');
    expect(found[0]).not.toContain('hunter2');
  });
});

test('no secret stands in a complaint', () => {
  expect(
    problems({
      SLACK_BOT_TOKEN: 'hunter2',
      SLACK_SIGNING_SECRET: 'hunter2',
      SLACK_APP_TOKEN: 'hunter2',
      MicrosoftAppPassword: 'hunter2',
    }).join(),
  ).not.toContain('hunter2');
});

test('a cloud that is closed, secret or unknown is refused with the reason', () => {
  expect(readConfig({ SIGNPOST_CLOUD: 'china' }).checks.cloud.authority).toBe(
    'https://login.partner.microsoftonline.cn',
  );
  expect(problems({ SIGNPOST_CLOUD: 'germany' })[0]).toContain('was closed on 29 October 2021');
  expect(problems({ SIGNPOST_CLOUD: 'usnat' })[0]).toContain('whose addresses are not public');
  expect(problems({ SIGNPOST_CLOUD: 'moon' })[0]).toContain('Give one of global, usgov, usgovdod, china.');
});

test('Teams is in the cloud of the tenant, unless its addresses there are not public', () => {
  const bot = {
    MicrosoftAppId: '5d1d6cd0-0d0a-4a2b-8d6c-0f0b6f0e0a11',
    MicrosoftAppPassword: 'p',
    MicrosoftAppTenantId: '33333333-3333-3333-3333-333333333333',
  };
  const cloudOf = (name: string) => readConfig({ ...bot, SIGNPOST_CLOUD: name }).teams?.cloud;
  expect(['global', 'GCC', 'gcchigh', 'dod', 'China'].map(cloudOf)).toEqual([
    undefined,
    undefined,
    'usgov',
    'usgovdod',
    'china',
  ]);
  const secret = {
    SIGNPOST_CLOUD: 'ussec',
    SIGNPOST_GRAPH_ROOT: 'https://graph.example.com',
    SIGNPOST_AUTHORITY: 'https://login.example.com',
  };
  expect(problems({ ...bot, ...secret })).toEqual([
    expect.stringContaining("where Teams' addresses for bots are not public. Leave out MicrosoftAppId"),
  ]);
  expect(readConfig(secret).checks.cloud.authority).toBe('https://login.example.com');
});

test('the tenants that are answered are a list of ids', () => {
  const bot = { MicrosoftAppId: '5d1d6cd0-0d0a-4a2b-8d6c-0f0b6f0e0a11', MicrosoftAppPassword: 'p' };
  const tenants = ['33333333-3333-3333-3333-333333333333', '44444444-4444-4444-4444-444444444444'];
  const env = { ...bot, MicrosoftAppTenantId: tenants[0], MicrosoftAppAllowedTenants: tenants.join(', ') };
  expect(readConfig(env).teams?.allowedTenants).toEqual(tenants);
  expect(problems({ ...env, MicrosoftAppAllowedTenants: 'contoso.com' })).toEqual([
    'MicrosoftAppAllowedTenants names "contoso.com". Give tenant ids, which are GUIDs, with commas between.',
  ]);
});

describe('the settings of the helpdesk', () => {
  test('have good defaults', () => {
    expect(readConfig({}).helpdesk).toEqual({
      unclaimedMinutes: 30,
      staleDays: 3,
      closeDays: 5,
      keepDays: 365,
      perPerson: 20,
      quiet: null,
      timeZone: 'UTC',
      webhooks: null,
      apiToken: null,
    });
  });

  test('are read', () => {
    const { helpdesk } = readConfig({
      SIGNPOST_UNCLAIMED_MINUTES: '15',
      SIGNPOST_QUIET_HOURS: '22-6',
      SIGNPOST_TIME_ZONE: 'Europe/Lisbon',
      SIGNPOST_WEBHOOK_URL: 'https://one.example/a, http://127.0.0.1:9/b',
      SIGNPOST_WEBHOOK_SECRET: 'a secret of many characters',
      SIGNPOST_API_TOKEN: 'sixteen or more characters',
    });
    expect(helpdesk).toMatchObject({
      unclaimedMinutes: 15,
      quiet: { from: 22, to: 6 },
      timeZone: 'Europe/Lisbon',
      webhooks: { urls: ['https://one.example/a', 'http://127.0.0.1:9/b'], secret: 'a secret of many characters' },
      apiToken: 'sixteen or more characters',
    });
  });

  test.each([
    ['SIGNPOST_WEBHOOK_SECRET', { SIGNPOST_WEBHOOK_URL: 'https://tickets.example/hook' }],
    ['SIGNPOST_API_TOKEN', {}],
    ['SIGNPOST_METRICS_TOKEN', {}],
    ['SLACK_STATE_SECRET', { SLACK_CLIENT_ID: '1.1' }],
  ])('%s of 15 characters is refused, and of 16 it is not', (name, more) => {
    const about = (length: number) =>
      problems({ ...more, [name]: 'x'.repeat(length) }).filter((problem) => problem.startsWith(name));
    expect(about(15)).toEqual([expect.stringMatching(/short/)]);
    expect(about(16)).toEqual([]);
  });

  test.each([
    ['SIGNPOST_UNCLAIMED_MINUTES', '0'],
    ['SIGNPOST_STALE_DAYS', 'soon'],
    ['SIGNPOST_CLOSE_DAYS', '-1'],
    ['SIGNPOST_KEEP_DAYS', '1.5'],
    ['SIGNPOST_QUIET_HOURS', '22-25'],
    ['SIGNPOST_TIME_ZONE', 'Mars/Olympus'],
    ['SIGNPOST_WEBHOOK_URL', 'http://tickets.example/hook'],
    ['SIGNPOST_WEBHOOK_URL', 'https://user:pass@tickets.example/hook'],
    ['SIGNPOST_WEBHOOK_URL', 'https://tickets.example/hook'],
    ['SIGNPOST_WEBHOOK_SECRET', 'a secret of many characters'],
    ['SIGNPOST_API_TOKEN', 'short'],
  ])('%s="%s" is refused with its name', (name, value) => {
    const failure = (() => {
      try {
        return readConfig({ [name]: value });
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(ConfigError);
    expect((failure as ConfigError).message).toContain('SIGNPOST_');
    expect((failure as ConfigError).message).not.toContain('pass@');
  });
});
