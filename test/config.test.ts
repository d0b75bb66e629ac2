import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/model/errors.ts';

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

test('where only Slack is set up, Teams is left out', () => {
  const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' });
  expect(config.teams).toBeUndefined();
  expect(config.slack).toEqual({ botToken: 'xoxb-1', signingSecret: 's' });
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
    'PORT is "80a". Give a number from 1 to 65535.',
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

test('no secret stands in a complaint', () => {
  expect(
    problems({ SLACK_BOT_TOKEN: 'hunter2', SLACK_APP_TOKEN: 'hunter2', MicrosoftAppPassword: 'hunter2' }).join(),
  ).not.toContain('hunter2');
});

test('the cloud is the global one unless another is named', () => {
  expect(readConfig({}).cloud).toBe('global');
  expect(readConfig({ SIGNPOST_CLOUD: 'USGov' }).cloud).toBe('usgov');
  expect(readConfig({ SIGNPOST_CLOUD: 'china' }).cloud).toBe('china');
});

test('a cloud that is closed, secret or unknown is refused with the reason', () => {
  const choice = 'Give one of global, usgov, china.';
  expect(problems({ SIGNPOST_CLOUD: 'germany' })).toEqual([
    `SIGNPOST_CLOUD is "germany". Microsoft Cloud Germany was closed on 2021-10-29. ${choice}`,
  ]);
  expect(problems({ SIGNPOST_CLOUD: 'usnat' })).toEqual([
    `SIGNPOST_CLOUD is "usnat". Signpost does not support this cloud: its addresses are not public. ${choice}`,
  ]);
  expect(problems({ SIGNPOST_CLOUD: 'moon' })).toEqual([`SIGNPOST_CLOUD is "moon". There is no such cloud. ${choice}`]);
});
