/** The manifest of the Slack app: what Slack would refuse of it, and whether it asks for what the channel needs. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { allPhrases, phrasesIn } from '../../src/channels/slack/phrases.ts';
import { scopes } from '../../src/channels/slack/scopes.ts';

const { prompts } = phrasesIn();

const manifest = parse(readFileSync(new URL('../../manifest/slack/manifest.yaml', import.meta.url), 'utf8')) as {
  features: {
    app_home: object;
    agent_view: { agent_description: string; suggested_prompts: object[] };
    shortcuts: { name: string; type: string; callback_id: string; description: string }[];
    slash_commands: { command: string; description: string; usage_hint: string; url: string }[];
  };
  oauth_config: { redirect_urls: string[]; scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { request_url: string; bot_events: string[] };
    interactivity: { is_enabled: boolean; request_url: string };
  };
};
const { features, oauth_config: oauth, settings } = manifest;

/** The scope that Slack asks for before it sends an event. */
const needed: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  tokens_revoked: null,
};

test('every event has its scope, and every scope is of use', () => {
  const events = settings.event_subscriptions.bot_events;
  expect(events.toSorted()).toEqual(Object.keys(needed).toSorted());
  const ofEvents = events.flatMap((event) => needed[event] ?? []);
  expect(oauth.scopes.bot.toSorted()).toEqual(
    [...ofEvents, 'assistant:write', 'chat:write', 'commands', 'files:read', 'im:write', 'users:read'].toSorted(),
  );
});

test('a workspace that installs the app by OAuth is asked for the same scopes', () => {
  expect(oauth.scopes.bot).toEqual([...scopes]);
  expect(oauth.redirect_urls).toEqual(['https://bot.example.com/slack/oauth_redirect']);
});

test('the prompts of the manifest are those that the channel suggests, and Slack takes them', () => {
  const { agent_description: description, suggested_prompts: suggested } = features.agent_view;
  expect(suggested).toEqual(prompts);
  for (const { prompts: offered } of Object.values(allPhrases)) expect(offered).toHaveLength(4);
  expect(description.length).toBeLessThanOrEqual(300);
});

test('every scope has its reason in the README', () => {
  const readme = readFileSync(new URL('../../manifest/README.md', import.meta.url), 'utf8');
  for (const scope of oauth.scopes.bot) expect(readme).toContain(`| \`${scope}\` |`);
});

test('the shortcuts, the command and the home are those that the channel answers', () => {
  expect(features.shortcuts.map(({ type, callback_id: id }) => [type, id])).toEqual([
    ['message', 'explain'],
    ['global', 'helpdesk'],
  ]);
  expect(features.slash_commands.map(({ command }) => command)).toEqual(['/signin']);
  expect(features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
  expect(settings.interactivity.is_enabled).toBe(true);
});

test('names and descriptions are within the limits of Slack', () => {
  for (const { name, description } of features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});

test('one address serves everything', () => {
  const addresses = [
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
    ...features.slash_commands.map(({ url }) => url),
  ];
  expect(new Set(addresses)).toEqual(new Set(['https://bot.example.com/slack/events']));
});

const file = new URL('../../../shared/clients/manifest/slack-manifest-2.0.0.json', import.meta.url);
const beside = existsSync(file) ? test : test.skip;

beside('the official schema (only where it stands beside the project) accepts it, and would not accept less', () => {
  const check = new Ajv({ strict: false, validateFormats: false, logger: false }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  expect([check(manifest), check.errors]).toEqual([true, null]);
  expect(check({ ...manifest, features: { ...features, slash_commands: [{ command: 'signin' }] } })).toBe(false);
  expect(check({ ...manifest, display_information: { name: 'x'.repeat(40) } })).toBe(false);
});
