/** Workspaces that install the app by OAuth: the way in, their tokens at rest and in use, and their way out. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { slack } from '../../src/channels/slack/index.ts';
import { scopes } from '../../src/channels/slack/scopes.ts';
import { ChannelError } from '../../src/model/errors.ts';
import type { Place } from '../../src/model/message.ts';
import type { Store } from '../../src/model/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog } from '../fakes.ts';
import { botUser, type Json, type SlackApi, slackApi } from './slack-api.ts';
import { answering, helpful, signingSecret, until, type Workspace, workspace } from './slack-driver.ts';

// The machine may be busy with other tests.
jest.setTimeout(20_000);

const newKey = (): string => randomBytes(32).toString('base64');
const install = { clientId: '1.1', clientSecret: 'a-client-secret', stateSecret: 'a-state-secret-of-the-tests' };

let api: SlackApi;
let store: Store;
let folder: string;
let key: string;
const opened: Workspace[] = [];
beforeEach(async () => {
  api = await slackApi();
  folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  store = await sqlite(join(folder, 'store.sqlite'));
  key = newKey();
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await store.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

/** A replica of the bot on the one store. */
const open = async (keys: readonly string[] = [key]) => {
  const { answer, heard } = answering(helpful);
  const one = await workspace(answer, 'http', undefined, {
    api,
    store: store.installations,
    settings: { signingSecret, install: { ...install, keys } },
  });
  opened.push(one);
  return { ...one, heard };
};
type Bot = Awaited<ReturnType<typeof open>>;

const tokenOf = (team: string): string => `xoxb-of-${team}`;

/** What Slack gives a workspace for its code. */
const granted = (team: string, more: Json = {}): Json & { access_token: string } => ({
  access_token: tokenOf(team),
  token_type: 'bot',
  scope: scopes.join(','),
  bot_user_id: botUser,
  app_id: 'A1',
  team: { id: team, name: `The team ${team}` },
  enterprise: null,
  is_enterprise_install: false,
  authed_user: { id: 'U1' },
  ...more,
});

/** Begins an installation in a browser; the state stands in the address and in the cookie. */
const begin = async ({ site }: Bot) => {
  const response = await fetch(`${site}/slack/install`, { redirect: 'manual' });
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return { response, cookie, to: new URL(response.headers.get('location') ?? '') };
};

/** Comes back from Slack. */
const comeBack = async ({ site }: Bot, query: Record<string, string>, cookie?: string) => {
  const url = `${site}/slack/oauth_redirect?${new URLSearchParams(query).toString()}`;
  const response = await fetch(url, { headers: cookie === undefined ? {} : { cookie } });
  return { status: response.status, text: await response.text(), cookie: response.headers.get('set-cookie') };
};

const installIn = async (bot: Bot, team: string, more: Json = {}, who: Json = {}) => {
  api.grant(`code-of-${team}`, granted(team, more), { team_id: team, ...who });
  const { cookie, to } = await begin(bot);
  return comeBack(bot, { code: `code-of-${team}`, state: to.searchParams.get('state')! }, cookie);
};

/** What is around an event of a workspace. */
const of = (team: string, more: Json = {}): Json => ({
  team_id: team,
  authorizations: [
    { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false, ...more },
  ],
});

const placeIn = (team: string, more: Json = {}): Place => ({
  channel: 'slack',
  conversation: `${team}:${api.general}`,
  ref: { v: 1, team, channel: api.general, ...more },
});

/** Why a post to a place fails. */
const failure = ({ channel }: Workspace, place: Place): Promise<unknown> =>
  channel.post(place, { text: 'A notice' }).then(
    () => 'it was posted',
    (error: unknown) => error,
  );

const keysKept = async (): Promise<readonly string[]> => (await store.installations.all()).map(({ key: one }) => one);

describe('installing', () => {
  test('leads to Slack with all scopes, and back to a workspace that is answered with its own token', async () => {
    const bot = await open();
    const { response, to, cookie } = await begin(bot);
    expect([response.status, to.origin, to.pathname]).toEqual([302, 'https://slack.com', '/oauth/v2/authorize']);
    expect(to.searchParams.get('scope')?.split(',').toSorted()).toEqual(scopes.toSorted());
    expect(to.searchParams.get('client_id')).toBe('1.1');
    expect(response.headers.get('set-cookie')).toMatch(/; Secure; HttpOnly;/);

    api.grant('a-code', granted('T1'), { team_id: 'T1' });
    const back = await comeBack(bot, { code: 'a-code', state: to.searchParams.get('state')! }, cookie);
    expect([back.status, back.text]).toEqual([
      200,
      'Signpost is installed in The team T1. Write to it in Slack, or use /signin.\n',
    ]);
    expect(back.cookie).toContain('=deleted;');
    expect(await keysKept()).toEqual(['T1']);
    await bot.say('50126', {}, undefined, of('T1'));
    const [answer] = await bot.done('chat.postMessage');
    expect(answer?.token).toBe(`Bearer ${tokenOf('T1')}`);
  });

  test.each<[string, number, (state: string, cookie: string) => [Record<string, string>, string?]]>([
    ['without the cookie of the browser', 400, (state) => [{ code: 'a-code', state }]],
    ['with the cookie of another browser', 400, (state, cookie) => [{ code: 'a-code', state }, `${cookie}x`]],
    ['with a state that nobody signed', 400, () => [{ code: 'a-code', state: 'a.b.c' }, 'slack-app-oauth-state=a.b.c']],
    ['without a state', 400, (_state, cookie) => [{ code: 'a-code' }, cookie]],
    ['without a code', 400, (state, cookie) => [{ state }, cookie]],
    ['denied by the person', 403, (state, cookie) => [{ error: 'access_denied', state }, cookie]],
    ['with a code that Slack does not know', 502, (state, cookie) => [{ code: 'another', state }, cookie]],
  ])('that comes back %s installs nothing and says what to do', async (_how, status, query) => {
    const bot = await open();
    api.grant('a-code', granted('T1'), { team_id: 'T1' });
    const { to, cookie } = await begin(bot);
    const back = await comeBack(bot, ...query(to.searchParams.get('state')!, cookie));
    expect([back.status, back.text.includes('Begin again at /slack/install.')]).toEqual([status, true]);
    expect(await keysKept()).toEqual([]);
  });

  test('works on whichever replica the browser comes back to', async () => {
    const [one, two] = [await open(), await open()];
    api.grant('a-code', granted('T1'), { team_id: 'T1' });
    const { to, cookie } = await begin(one);
    expect((await comeBack(two, { code: 'a-code', state: to.searchParams.get('state')! }, cookie)).status).toBe(200);
    await one.say('50126', {}, undefined, of('T1'));
    expect((await one.done('chat.postMessage'))[0]?.token).toBe(`Bearer ${tokenOf('T1')}`);
  });

  test('is not served where one bot token is set', async () => {
    const bot = await slack({ botToken: 'xoxb-1', signingSecret }, answering(helpful).answer, memoryLog());
    expect(bot.routes.map(({ path }) => path)).toEqual(['/slack/events']);
  });
});

describe('two workspaces', () => {
  test('are each answered, and posted to, with their own token', async () => {
    const bot = await open();
    await installIn(bot, 'T1');
    await installIn(bot, 'T2');
    await bot.say('one', {}, undefined, of('T1'));
    await bot.say('two', {}, undefined, of('T2'));
    await bot.done('chat.postMessage', 2);
    const places = bot.heard.map(({ place }) => JSON.parse(JSON.stringify(place)) as Place);
    for (const place of places.toReversed()) await bot.channel.post(place, { text: 'later' });
    const posts = await bot.done('chat.postMessage', 4);
    expect(posts.map(({ token }) => token)).toEqual(['T1', 'T2', 'T2', 'T1'].map((team) => `Bearer ${tokenOf(team)}`));
    expect(bot.heard.map(({ person }) => person.id)).toEqual([`T1:${bot.ann}`, `T2:${bot.ann}`]);
  });

  test('have homes, windows and names by their own token', async () => {
    const bot = await open();
    await installIn(bot, 'T1');
    await installIn(bot, 'T2');
    await bot.event({ type: 'app_home_opened', user: bot.ann, channel: bot.dm, tab: 'home' }, undefined, of('T2'));
    const [home] = await bot.done('views.publish');
    await bot.say('one', {}, undefined, of('T2'));
    const [named] = await bot.done('users.info');
    expect([home?.token, named?.token]).toEqual(Array(2).fill(`Bearer ${tokenOf('T2')}`));
  });

  test('of which one has not installed the app: it is acknowledged, left alone and noted', async () => {
    const bot = await open();
    await installIn(bot, 'T1');
    const { status, body } = await bot.say('50126', {}, undefined, of('T9'));
    expect([status, body, bot.heard]).toEqual([200, '', []]);
    expect(bot.log.lines.filter(({ message }) => message.includes('another Slack workspace'))).toHaveLength(1);
  });
});

describe('one bot token', () => {
  const alone = async () => {
    const { answer, heard } = answering(helpful);
    const one = await workspace(answer, 'http', undefined, { api });
    opened.push(one);
    return { ...one, heard };
  };

  test('answers nothing of another workspace: it is acknowledged, left alone and noted', async () => {
    const bot = await alone();
    expect((await bot.say('50126', {}, undefined, of('T2'))).status).toBe(200);
    const press = { team: { id: 'T2' }, user: { id: bot.ann, name: 'ann', team_id: 'T2' } };
    await bot.command('50126', { team_id: 'T2' });
    const show = { action_id: 'signpost:choose:0', value: '{}', text: { type: 'plain_text', text: 'Show' } };
    await bot.pressIn({ type: 'home', blocks: [{ type: 'actions', elements: [show] }] }, 'Show', press);
    expect(bot.heard).toEqual([]);
    expect(bot.log.lines.filter(({ message }) => message.includes('another Slack workspace'))).toHaveLength(3);
    await bot.say('50126');
    expect(await bot.done('chat.postMessage')).toHaveLength(1);
  });

  test('is not used for a place in another workspace', async () => {
    const bot = await alone();
    const error = await failure(bot, placeIn('T2'));
    expect(error).toMatchObject({ retry: false });
    expect(String(error)).toContain('SLACK_BOT_TOKEN is of the workspace');
    expect(bot.calls.some(({ method }) => method.startsWith('chat.'))).toBe(false);
  });

  test('that Slack takes away is told to whoever runs the bot', async () => {
    const bot = await alone();
    await bot.event({ type: 'app_uninstalled' });
    expect(bot.log.lines.some(({ level, message }) => level === 'error' && message.includes('taken the token'))).toBe(
      true,
    );
  });
});

describe('at rest', () => {
  test('neither the file nor a row shows a token or a name', async () => {
    const bot = await open();
    await installIn(bot, 'T1', { refresh_token: 'xoxe-1-of-T1', expires_in: 43_200 });
    const rows = JSON.stringify(await store.installations.all());
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(rows).toMatch(/"sealed":"v1\.[\w-]{8}\./);
    expect(bytes.join('')).toContain('slack_installation');
    for (const shown of ['xoxb-', 'xoxe-', 'The team', 'chat:write'])
      expect([shown, [rows, ...bytes].some((text) => text.includes(shown))]).toEqual([shown, false]);
    const said = JSON.stringify(bot.log.lines);
    expect(said).not.toMatch(/xox[be]-|a-client-secret/);
  });

  test('what one workspace sealed opens for no other', async () => {
    const bot = await open();
    await installIn(bot, 'T1');
    await store.installations.set('T2', (await store.installations.get('T1'))!, Date.now());
    expect(await failure(bot, placeIn('T2'))).toMatchObject({ name: 'ChannelError' });
    expect(api.calls.some(({ method }) => method.startsWith('chat.'))).toBe(false);
  });

  test('a new first key seals all anew at the start, and the old one can go', async () => {
    await installIn(await open(), 'T1');
    const before = await store.installations.get('T1');
    const next = newKey();
    await open([next, key]);
    expect(await store.installations.get('T1')).not.toBe(before);
    const bot = await open([next]);
    await bot.say('50126', {}, undefined, of('T1'));
    expect((await bot.done('chat.postMessage'))[0]?.token).toBe(`Bearer ${tokenOf('T1')}`);
  });

  test('without the right key, the start says so, events come again, and posts wait', async () => {
    await installIn(await open(), 'T1');
    const bot = await open([newKey()]);
    expect(bot.log.lines).toContainEqual(expect.objectContaining({ level: 'error', fields: { key: 'T1' } }));
    expect((await bot.say('50126', {}, undefined, of('T1'))).status).toBe(500);
    const error = await failure(bot, placeIn('T1'));
    expect(error).toMatchObject({ retry: true });
    expect(String(error)).toContain('Add the key that sealed it');
  });
});

test('over Socket Mode, a workspace is answered with its own token, and what cannot be looked up now is not acknowledged', async () => {
  await installIn(await open(), 'T1');
  const { answer } = answering(helpful);
  const settings = { install: { ...install, keys: [key] } };
  const bot = await workspace(answer, 'socket', undefined, { api, store: store.installations, settings });
  opened.push(bot);
  expect((await bot.say('50126', {}, undefined, of('T1'))).status).toBe(200);
  expect((await bot.done('chat.postMessage'))[0]?.token).toBe(`Bearer ${tokenOf('T1')}`);
  expect((await bot.say('50126', {}, undefined, of('T9'))).status).toBe(200);
  await store.installations.set('T1', 'broken', Date.now());
  expect((await bot.say('80043431', {}, undefined, of('T1'))).status).toBe(0);
});

describe('leaving', () => {
  const gone = async (bot: Bot): Promise<void> => {
    await until(() => bot.log.lines.some(({ message }) => message.includes('removed from a workspace')), 'the removal');
    expect(await keysKept()).toEqual([]);
    const error = await failure(bot, placeIn('T1'));
    expect(error).toBeInstanceOf(ChannelError);
    expect(error).toMatchObject({ retry: false });
    expect(String(error)).toContain('not installed in the Slack workspace T1');
    expect(api.calls.some(({ method }) => method.startsWith('chat.'))).toBe(false);
  };

  test('by removing the app forgets the token, and posts there fail for good', async () => {
    const bot = await open();
    await installIn(bot, 'T1');
    expect((await bot.event({ type: 'app_uninstalled' }, undefined, of('T1'))).status).toBe(200);
    await gone(bot);
  });

  test('by revoking the token of the bot does the same', async () => {
    const bot = await open();
    await installIn(bot, 'T1');
    await bot.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [botUser] } }, undefined, of('T1'));
    await gone(bot);
  });

  test('is not what a revoked token of a person or of another bot means', async () => {
    const bot = await open();
    await installIn(bot, 'T1');
    for (const tokens of [{ oauth: ['U1'] }, { oauth: ['U1'], bot: ['U9'] }])
      await bot.event({ type: 'tokens_revoked', tokens }, undefined, of('T1'));
    await bot.event({ type: 'tokens_revoked', tokens: { bot: [botUser] } }, undefined, of('T9'));
    expect(await keysKept()).toEqual(['T1']);
  });

  test('that is told late, after the app was installed again, changes nothing', async () => {
    const bot = await open();
    await installIn(bot, 'T1');
    const earlier = { ...of('T1'), event_time: Math.floor(Date.now() / 1000) - 300 };
    await bot.event({ type: 'app_uninstalled' }, undefined, earlier);
    expect(await keysKept()).toEqual(['T1']);
  });
});

describe('an organisation that installs the app for all its workspaces', () => {
  const org = { is_enterprise_install: true, team: null, enterprise: { id: 'E1', name: 'The organisation' } };
  const within = (team: string): Json => of(team, { enterprise_id: 'E1', team_id: null, is_enterprise_install: true });

  test('has one installation, by which each workspace is answered and posted to', async () => {
    const bot = await open();
    expect((await installIn(bot, 'E1', org)).text).toContain('installed in The organisation');
    expect(await keysKept()).toEqual(['E1']);
    await bot.say('one', {}, undefined, within('T1'));
    await bot.say('two', {}, undefined, within('T2'));
    await bot.done('chat.postMessage', 2);
    expect(bot.heard.map(({ place }) => place.ref)).toMatchObject([
      { team: 'T1', org: 'E1' },
      { team: 'T2', org: 'E1' },
    ]);
    await bot.channel.post(JSON.parse(JSON.stringify(bot.heard[1]!.place)) as Place, { text: 'later' });
    const posts = await bot.done('chat.postMessage', 3);
    expect(new Set(posts.map(({ token }) => token))).toEqual(new Set([`Bearer ${tokenOf('E1')}`]));
  });

  test('is apart from a workspace of its own that installed the app by itself', async () => {
    const bot = await open();
    await installIn(bot, 'E1', org);
    await installIn(bot, 'T1', { enterprise: { id: 'E1', name: 'The organisation' } });
    expect(await keysKept()).toEqual(['E1', 'T1']);
    await bot.say('one', {}, undefined, of('T1', { enterprise_id: 'E1' }));
    expect((await bot.done('chat.postMessage'))[0]?.token).toBe(`Bearer ${tokenOf('T1')}`);
  });

  test('that removes the app is forgotten as a whole', async () => {
    const bot = await open();
    await installIn(bot, 'E1', org);
    await bot.event({ type: 'app_uninstalled' }, undefined, within('T1'));
    await until(() => bot.log.lines.some(({ message }) => message.includes('removed from a workspace')), 'the removal');
    expect(String(await failure(bot, placeIn('T2', { org: 'E1' })))).toContain('organisation E1');
  });
});

describe('a token that runs out', () => {
  const soon = { refresh_token: 'xoxe-1', expires_in: 600 };

  test('is renewed once for all that wait, and kept for every replica', async () => {
    const [one, two] = [await open(), await open()];
    await installIn(one, 'T1', soon);
    api.grant('xoxe-1', { ...granted('T1'), access_token: 'xoxb-new', refresh_token: 'xoxe-2', expires_in: 43_200 });
    await Promise.all([1, 2, 3].map(() => one.channel.post(placeIn('T1'), { text: 'hello' })));
    await two.channel.post(placeIn('T1'), { text: 'hello' });
    const posts = await one.done('chat.postMessage', 4);
    expect(posts.map(({ token }) => token)).toEqual(Array(4).fill('Bearer xoxb-new'));
    expect(api.calls.filter(({ args }) => args['refresh_token'] !== undefined)).toHaveLength(1);
  });

  test('is used while it lasts when Slack does not renew it', async () => {
    const bot = await open();
    await installIn(bot, 'T1', soon);
    await bot.channel.post(placeIn('T1'), { text: 'hello' });
    expect((await bot.done('chat.postMessage'))[0]?.token).toBe(`Bearer ${tokenOf('T1')}`);
  });

  test('and is not renewed after it ran out is not used, and posts wait', async () => {
    const bot = await open();
    await installIn(bot, 'T1', { ...soon, expires_in: -1 });
    const error = await failure(bot, placeIn('T1'));
    expect(error).toMatchObject({ retry: true });
    expect(String(error)).toContain('install the app there again');
    expect(api.calls.some(({ method }) => method.startsWith('chat.'))).toBe(false);
  });

  test('and was renewed by another replica in this moment is read again', async () => {
    const bot = await open();
    await installIn(bot, 'T1', { refresh_token: 'xoxe-1', expires_in: 43_200 });
    const valid = (await store.installations.get('T1'))!;
    await installIn(bot, 'T1', { ...soon, expires_in: -1 });
    api.fail({ method: 'oauth.v2.access', delay: 300, body: { ok: false, error: 'invalid_refresh_token' } });
    const posted = bot.channel.post(placeIn('T1'), { text: 'hello' });
    await until(() => api.calls.some(({ args }) => args['refresh_token'] !== undefined), 'the renewal');
    await store.installations.set('T1', valid, Date.now());
    await posted;
    expect(await bot.done('chat.postMessage')).toHaveLength(1);
  });
});
