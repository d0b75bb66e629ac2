import { expect, test } from '@jest/globals';
import { settings } from '../src/settings.ts';
import { strangeIn, strangeLines } from '../src/strange.ts';

const told = (...names: readonly string[]): readonly string[] =>
  strangeIn(Object.fromEntries(names.map((name) => [name, 'hunter2']))).map(({ what, cure }) => `${what} ${cure}`);

test('a name that is nearly one of ours is told with the one that may be meant', () => {
  expect(told('SLACK_BOT_TOKN', 'MicrosoftAppID', 'SIGNPOST_ADMIN', 'DATABASE_ULR', 'SLACK_APP_TOKENS_FILE')).toEqual([
    'SLACK_BOT_TOKN is no setting. Did you mean SLACK_BOT_TOKEN?',
    'MicrosoftAppID is no setting. Did you mean MicrosoftAppId?',
    'SIGNPOST_ADMIN is no setting. Did you mean SIGNPOST_ADMINS?',
    'DATABASE_ULR is no setting. Did you mean DATABASE_URL?',
    'SLACK_APP_TOKENS_FILE is no setting. Did you mean SLACK_APP_TOKEN_FILE?',
  ]);
});

test('a name that begins like ours is told even where none is near', () => {
  expect(told('SIGNPOST_MASCOT', 'GRAPH_DOOR')).toEqual([
    'SIGNPOST_MASCOT is no setting. Remove it; docs/configuration.md has all there are.',
    'GRAPH_DOOR is no setting. Remove it; docs/configuration.md has all there are.',
  ]);
});

test('only what may come from a file may end in _FILE', () => {
  expect(told('SLACK_BOT_TOKEN_FILE')).toEqual([]);
  expect(told('SIGNPOST_STORE_FILE')).toHaveLength(1);
});

test('settings, and what other programs are told, are left alone', () => {
  expect(told(...settings.map(({ name }) => name))).toEqual([]);
  expect(told('PATH', 'HOSTNAME', 'POST', 'HTTPS_PROXY', 'NODE_ENV', 'npm_config_loglevel', 'DATABASE_HOST')).toEqual(
    [],
  );
});

test('a comment or quotes that came along with a value are told, without the value', () => {
  const toldOf = (env: NodeJS.ProcessEnv): readonly string[] =>
    strangeIn(env).map(({ what, cure }) => `${what} ${cure}`);
  expect(
    toldOf({
      MicrosoftAppPassword: 'hunter2         # The secret of the bot.',
      SIGNPOST_ADMINS: '      # Who may set the bot up.',
      SLACK_BOT_TOKEN: '"xoxb-hunter2"',
      DATABASE_URL: "'postgres://ada:hunter2@db/signpost'",
    }),
  ).toEqual([
    'MicrosoftAppPassword has a comment behind its value, which counts as part of it. Put the comment on a line of its own.',
    'SIGNPOST_ADMINS has a comment behind its value, which counts as part of it. Put the comment on a line of its own.',
    'SLACK_BOT_TOKEN is in quotes, which count as part of its value. Leave the quotes out.',
    'DATABASE_URL is in quotes, which count as part of its value. Leave the quotes out.',
  ]);
  expect(
    toldOf({
      MicrosoftAppPassword: 'a#b ~#c',
      GRAPH_CERTIFICATE_PASSWORD: `one #2 "three"`,
      SIGNPOST_ADMINS: '',
      PS1: '"# "',
    }),
  ).toEqual([]);
});

test('a line of .env that sets nothing is told by its number', () => {
  const text = [
    `# it's a comment, name='value`,
    'FOO BAR',
    '',
    'export PORT=1 # a note',
    'GRAPH_CERTIFICATE_PASSWORD="one',
    'two three',
    '"',
    `SIGNPOST_CATALOG=it's here`,
    'SLACK_BOT_TOKEN: hunter2',
    'LOG_LEVEL = info',
  ].join('\r\n');
  expect(strangeLines(text).map(({ what }) => what)).toEqual([
    'Line 2 of .env sets nothing.',
    'Line 9 of .env sets nothing.',
  ]);
});
