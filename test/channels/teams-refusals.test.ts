import { createHmac, createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { request as open } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { teams, type TeamsSettings } from '../../src/channels/teams/index.ts';
import { ConfigError } from '../../src/model/errors.ts';
import type { Answer } from '../../src/model/ports.ts';
import {
  appId,
  claimsFor,
  keepLog,
  listen,
  newKey,
  person,
  seedOutboundToken,
  serve,
  sign,
  startConnector,
  startIssuer,
} from './teams-driver.ts';

const now = Math.floor(Date.now() / 1000);
const { log, lines } = keepLog();
const answer: Answer = async (_incoming, deliver) => {
  await deliver?.({ text: 'hello' });
  return { turn: 1, replies: [], effects: [], understood: null, repeated: false };
};

let connector: Awaited<ReturnType<typeof startConnector>>;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
const closing: (() => Promise<void>)[] = [];

const start = async (settings: TeamsSettings) => {
  const bot = await serve((await teams(settings, answer, log)).routes);
  closing.push(bot.close);
  return bot;
};

const registered = (): TeamsSettings => ({
  appId,
  appPassword: 'never sent: the outbound token is seeded',
  openIdMetadataUrl: issuer.openIdMetadataUrl,
});

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {}); // the SDK prints what it refuses
  seedOutboundToken();
  connector = await startConnector();
  issuer = await startIssuer();
  closing.push(connector.close, issuer.close);
});

beforeEach(() => {
  connector.calls.length = 0;
  lines.length = 0;
});

afterAll(async () => {
  jest.restoreAllMocks();
  await Promise.all(closing.map(async (close) => close()));
});

describe('with an app id', () => {
  let bot: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    bot = await start(registered());
  });

  test('what Teams signed is answered, with a token of our own', async () => {
    const ann = person(bot, connector, sign(issuer.key, claimsFor(connector.url)));
    expect((await ann.say('hello')).status).toBe(200);
    expect(connector.messages()).toMatchObject([{ text: 'hello' }]);
    expect(connector.calls[0]?.authorization).toBe('Bearer outbound-token');
  });

  test('a token that expired within the last five minutes still counts, as clocks differ', async () => {
    const token = sign(issuer.key, claimsFor(connector.url, { exp: now - 200, nbf: now - 4000 }));
    expect((await person(bot, connector, token).say('hello')).status).toBe(200);
  });

  const signed = (changes: object) => () => sign(issuer.key, claimsFor(connector.url, changes));
  const emulator = {
    iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    ver: '1.0',
    appid: appId,
  };
  const unsigned = () =>
    `Bearer ${jwt.sign(claimsFor(connector.url), '', { algorithm: 'none', keyid: issuer.key.kid })}`;
  const symmetric = () =>
    `Bearer ${jwt.sign(claimsFor(connector.url), 'guess', { algorithm: 'HS256', keyid: issuer.key.kid })}`;
  /** Our public key, which anybody can read, taken for a shared secret. */
  const confused = () => {
    const { jwk, kid } = issuer.key;
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signing = `${part({ typ: 'JWT', alg: 'HS256', kid })}.${part(claimsFor(connector.url))}`;
    const secret = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    return `Bearer ${signing}.${createHmac('sha256', secret).update(signing).digest('base64url')}`;
  };
  const garbled = () => {
    const claims = Buffer.from('{"iss":"https://api.botframework.com"}').toString('base64url');
    return `Bearer ${Buffer.from('{"typ":"JWT"}').toString('base64url')}.${claims}.x`;
  };

  test.each<[string, () => string | undefined]>([
    ['has no token', () => undefined],
    ['has another scheme', () => 'Basic YTpi'],
    ['has an empty token', () => 'Bearer '],
    ['has no token but words', () => 'Bearer abc.def.ghi'],
    ['has a token whose claims are no object', () => `Bearer e30.${Buffer.from('null').toString('base64url')}.x`],
    ['has a token without a key id', garbled],
    ['is meant for another bot', signed({ aud: '33333333-3333-3333-3333-333333333333' })],
    ['is meant for nobody', signed({ aud: undefined })],
    ['comes from another issuer', signed({ iss: 'https://evil.example' })],
    ['is a token that the SDK takes from the Emulator', signed(emulator)],
    ['has no issuer', signed({ iss: undefined })],
    ['expired an hour ago', signed({ exp: now - 3600, nbf: now - 7200 })],
    ['is valid only later', signed({ nbf: now + 3600 })],
    ['was signed for another service', signed({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
    ['was signed for no service', signed({ serviceurl: undefined })],
    ['is signed with a forged key of the same name', () => sign(newKey(issuer.key.kid), claimsFor(connector.url))],
    ['is signed with an unknown key', () => sign(newKey('unknown'), claimsFor(connector.url))],
    ['is not signed at all (alg none)', unsigned],
    ['is signed with a guessed secret', symmetric],
    ['is signed with the public key as a secret', confused],
    ['is meant for several bots, ours among them', signed({ aud: [appId, '33333333-3333-3333-3333-333333333333'] })],
  ])('a request is refused that %s', async (_name, token) => {
    const { status, body } = await person(bot, connector, token()).say('hello');
    expect([status, body]).toEqual([401, { error: 'The request is not signed by Teams for this bot.' }]);
    expect(connector.calls).toEqual([]);
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
  });

  test.each(['slack', 'AseChannel'])(
    'a request is refused whose key does not stand for its channel: %s',
    async (channelId) => {
      const ann = person(bot, connector, sign(issuer.key, claimsFor(connector.url)));
      expect((await ann.say('hello', { channelId })).status).toBe(401);
      expect(connector.calls).toEqual([]);
    },
  );

  test('a signed request without an address to answer to is told so', async () => {
    const ann = person(bot, connector, sign(issuer.key, claimsFor(connector.url)));
    const { status, body } = await ann.say('hello', { serviceUrl: undefined });
    expect(status).toBe(400);
    expect(body.error).toContain('serviceUrl');
    expect(connector.calls).toEqual([]);
  });

  test('a key server that cannot be reached is not blamed on the caller', async () => {
    const gone = await listen(async () => {});
    await gone.close();
    const lonely = await start({ ...registered(), openIdMetadataUrl: `${gone.url}/openid` });
    const ann = person(lonely, connector, sign(issuer.key, claimsFor(connector.url)));
    expect((await ann.say('hello')).status).toBe(503);
    expect((await person(lonely, connector).say('hello')).status).toBe(401);
  });

  test('a key server that fails is not blamed on the caller', async () => {
    const failing = await listen(async (_request, response) => {
      response.statusCode = 500;
      response.end();
    });
    closing.push(failing.close);
    const unlucky = await start({ ...registered(), openIdMetadataUrl: `${failing.url}/openid` });
    const ann = person(unlucky, connector, sign(issuer.key, claimsFor(connector.url)));
    expect((await ann.say('hello')).status).toBe(503);
  });

  test('a key server that does not answer is not blamed on the caller', async () => {
    const silent = await listen(() => new Promise(() => {}));
    closing.push(silent.close);
    const waiting = await start({ ...registered(), openIdMetadataUrl: `${silent.url}/openid`, patience: 50 });
    const ann = person(waiting, connector, sign(issuer.key, claimsFor(connector.url)));
    expect((await ann.say('hello')).status).toBe(503);
  });

  test.each<[TeamsSettings, RegExp]>([
    [{ appId, tenantId: 'tenant' }, /MicrosoftAppPassword is required for SingleTenant/],
    [{ appId, appType: 'SingleTenant', appPassword: 'x' }, /MicrosoftAppTenantId is required for SingleTenant/],
    [
      { appId, appType: 'UserAssignedMSI', tenantId: 'tenant', appPassword: 'x' },
      /MicrosoftAppPassword must not be set/,
    ],
  ])('a setting that cannot work is named at the start: %j', async (settings, named) => {
    const started = teams(settings, answer, log);
    await expect(started).rejects.toBeInstanceOf(ConfigError);
    await expect(started).rejects.toThrow(named);
  });
});

describe('the tenants that are answered', () => {
  const own = '33333333-3333-3333-3333-333333333333';
  const partner = '44444444-4444-4444-4444-444444444444';
  const foreign = '55555555-5555-5555-5555-555555555555';
  const from = (conversation: string | undefined, channelData: string | undefined = conversation) => ({
    conversation: { id: 'a:personal', conversationType: 'personal', tenantId: conversation },
    channelData: { tenant: { id: channelData } },
  });
  const say = async (settings: TeamsSettings, where: object) => {
    const bot = await start({ ...registered(), ...settings });
    return person(bot, connector, sign(issuer.key, claimsFor(connector.url))).say('hello', where);
  };

  test.each<[string, TeamsSettings, string]>([
    ['its own, for an app of one tenant', { appType: 'SingleTenant', tenantId: own }, own],
    ['its own in capitals', { tenantId: own.toLowerCase() }, own.toUpperCase()],
    ['one on the list', { tenantId: own, allowedTenants: [own, partner] }, partner],
    ['any, for an app of many tenants', { appType: 'MultiTenant' }, foreign],
  ])('include %s', async (_name, settings, tenant) => {
    expect((await say(settings, from(tenant))).status).toBe(200);
    expect(connector.messages()).toHaveLength(1);
  });

  test.each<[string, TeamsSettings, object]>([
    ['another one', { appType: 'SingleTenant', tenantId: own }, from(foreign)],
    ['another one that only the data of the channel names', { tenantId: own }, from(undefined, foreign)],
    ['a guest of one, where both are named', { tenantId: own }, from(own, foreign)],
    ['one that is not on the list', { appType: 'MultiTenant', allowedTenants: [partner] }, from(foreign)],
    ['the own one when the list leaves it out', { tenantId: own, allowedTenants: [partner] }, from(own)],
    ['one that is not named', { tenantId: own }, from(undefined)],
  ])('do not include %s', async (_name, settings, where) => {
    const { status, body } = await say(settings, where);
    expect(status).toBe(403);
    expect(body.error).toContain('MicrosoftAppAllowedTenants');
    expect(connector.calls).toEqual([]);
    expect(lines).toMatchObject([{ level: 'warn', message: 'a Teams request came from a tenant that is not allowed' }]);
  });

  test('are told apart only after the signature was checked', async () => {
    const bot = await start({ ...registered(), tenantId: own });
    expect((await person(bot, connector).say('hello', from(foreign))).status).toBe(401);
  });

  test('are all where the app names its tenant by a domain, which the log says', async () => {
    expect((await say({ tenantId: 'contoso.com' }, from(foreign))).status).toBe(200);
    expect(lines.map(({ message }) => message).join()).toContain('MicrosoftAppAllowedTenants');
  });
});

describe('without an app id', () => {
  let bot: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    bot = await start({});
  });

  test('a tool on this computer is answered', async () => {
    expect((await person(bot, connector).say('hello')).status).toBe(200);
    expect(connector.messages()).toHaveLength(1);
  });

  test.each([
    ['X-Forwarded-For', '203.0.113.7'],
    ['Forwarded', 'for=203.0.113.7'],
    ['X-Real-IP', '203.0.113.7'],
    ['Via', '1.1 proxy'],
    ['Origin', 'https://evil.example'],
  ])('what was passed on by a proxy or a web page is refused: %s', async (header, value) => {
    const ann = person(bot, connector);
    const { status, body } = await ann.post(ann.activity({ type: 'message', text: 'hello' }), { [header]: value });
    expect(status).toBe(403);
    expect(body.error).toContain('MicrosoftAppId');
    expect(connector.calls).toEqual([]);
  });

  test('what calls this computer by a name that is not its own is refused', async () => {
    const request = open(bot.url, { method: 'POST', headers: { host: 'evil.example' } });
    request.end(JSON.stringify(person(bot, connector).activity({ type: 'message', text: 'hello' })));
    const [{ statusCode }] = await once(request, 'response');
    expect(statusCode).toBe(403);
    expect(connector.calls).toEqual([]);
  });

  test('what comes from another computer is refused', async () => {
    const [route] = (await teams({}, answer, log)).routes;
    const remote = await listen(async (request, response) => {
      Object.defineProperty(request.socket, 'remoteAddress', { value: '192.0.2.1' });
      await route?.handle(request, response);
    });
    closing.push(remote.close);
    expect((await person(remote, connector).say('hello')).status).toBe(403);
    expect(connector.calls).toEqual([]);
  });

  test('what asks for an answer to another computer is refused', async () => {
    const { status } = await person(bot, { url: 'https://smba.trafficmanager.net/emea/' }).say('hello');
    expect(status).toBe(403);
  });
});

describe('a malformed request', () => {
  let bot: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    bot = await start({});
  });

  test.each([
    ['no body', ''],
    ['no JSON', '{"type":'],
    ['null', 'null'],
    ['a list', '[{"type":"message"}]'],
    ['a string', '"message"'],
    ['no type', '{}'],
    ['a type that is no string', '{"type":7}'],
    ['an empty type', '{"type":""}'],
  ])('is told what is wrong: %s', async (_name, body) => {
    const answered = await person(bot, connector).post(body);
    expect(answered.status).toBe(400);
    expect(answered.body.error).toMatch(/^The request is (not JSON|no activity)\. Send /);
  });

  test.each([
    ['no conversation', { conversation: undefined }],
    ['a conversation that is no object', { conversation: 'a:personal' }],
    ['nobody who sends it', { from: null }],
    ['an address that is none', { serviceUrl: 'ftp://127.0.0.1/' }],
  ])('is told what is missing: %s', async (_name, more) => {
    const { status, body } = await person(bot, connector).say('hello', more);
    expect(status).toBe(400);
    expect(body.error).toMatch(/^The activity cannot be answered\. Send /);
  });

  test.each([
    ['a text that is no string', { text: { a: 1 } }],
    ['entities that are no list', { entities: 'x' }],
    ['entities of another kind', { entities: [null, 7, { type: 'mention' }, { mentioned: null }] }],
    ['an empty mention', { entities: [{ mentioned: { id: '28:bot' }, text: '' }] }],
    ['a value of another kind', { value: ['x'] }],
    ['no recipient', { recipient: undefined }],
    ['no id', { id: undefined }],
    ['dates that are none', { timestamp: 'yesterday', localTimestamp: 5 }],
    ['attachments of another kind', { attachments: 'x' }],
  ])('is answered where it can be: %s', async (_name, more) => {
    expect((await person(bot, connector).say('hello', more)).status).toBe(200);
    expect(connector.messages()).toHaveLength(1);
  });

  test('of more than 256 kB is refused', async () => {
    const { status, body } = await person(bot, connector).say('x'.repeat(256 * 1024));
    expect(status).toBe(413);
    expect(body.error).toContain('256 kB');
  });

  test('that breaks off does no harm', async () => {
    const half = open(bot.url, { method: 'POST', headers: { 'Content-Length': '1000' } });
    half.on('error', () => {});
    half.write('{"type":');
    await once(half, 'socket');
    await new Promise((resolve) => setTimeout(resolve, 30));
    half.destroy();
    expect((await person(bot, connector).say('hello')).status).toBe(200);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
