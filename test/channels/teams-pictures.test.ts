import type { IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { teams, type TeamsSettings } from '../../src/channels/teams/index.ts';
import type { Channel } from '../../src/model/ports.ts';
import type { ChannelName, Place } from '../../src/model/message.ts';
import { downloader } from '../../src/pictures/download.ts';
import { realEngine } from '../fakes.ts';
import { draw } from '../pictures/draw.ts';
import {
  appId,
  cardIn,
  claimsFor,
  keepLog,
  listen,
  person,
  seedOutboundToken,
  serve,
  sign,
  startConnector,
  startIssuer,
  wordsOf,
} from './teams-driver.ts';

jest.setTimeout(30_000);

type Server = Awaited<ReturnType<typeof listen>>;

const { log } = keepLog();
let page: Buffer;
let host: Server;
let asked: IncomingMessage[] = [];
let connector: Awaited<ReturnType<typeof startConnector>>;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let engine: Awaited<ReturnType<typeof realEngine>>;
let bot: Awaited<ReturnType<typeof serve>>;
let channel: Channel;
let ann: ReturnType<typeof person>;

beforeAll(async () => {
  seedOutboundToken();
  page = await draw(['SIGN IN', 'AADSTS50105: THE SIGNED IN USER IS NOT ASSIGNED']);
  [connector, issuer, host] = await Promise.all([
    startConnector(),
    startIssuer(),
    listen(async (request, response) => {
      asked.push(request);
      const needsToken = request.url?.startsWith('/pasted');
      const welcome = request.headers.authorization === (needsToken ? 'Bearer outbound-token' : undefined);
      response.writeHead(welcome ? 200 : 403, { 'content-type': 'image/*' });
      response.end(welcome ? page : '');
    }),
  ]);
  await open({
    appId,
    appPassword: 'never sent: the outbound token is seeded',
    openIdMetadataUrl: issuer.openIdMetadataUrl,
    pictures: { files: [host.url], token: [host.url] },
  });
});

const open = async (settings: TeamsSettings): Promise<void> => {
  const channels = new Map<ChannelName, Channel>();
  engine = await realEngine(undefined, { channels });
  channel = await teams(settings, engine.answer, log);
  channels.set('teams', channel);
  bot = await serve(channel.routes);
};

beforeEach(() => {
  connector.calls.length = 0;
  asked = [];
  const who = person(bot, connector, sign(issuer.key, claimsFor(connector.url)));
  const conversation = { id: `a:${crypto.randomUUID()}`, conversationType: 'personal', tenantId: 'tenant' };
  ann = { ...who, say: (text, more) => who.say(text, { id: crypto.randomUUID(), conversation, ...more }) };
});

afterEach(async () => {
  await engine.settle();
});

afterAll(async () => {
  await engine.stop();
  await Promise.all([bot, connector, issuer, host].map(({ close }) => close()));
});

const file = (url: string, fileType = 'png') => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://contoso.sharepoint.com/personal/ann/error.png',
  name: `error.${fileType}`,
  content: { downloadUrl: url, uniqueId: '1', fileType },
});
const pasted = (url: string) => ({ contentType: 'image/*', contentUrl: url });
const formatted = { contentType: 'text/html', content: '<p><img src="https://evil.example/a.png"></p>' };

const said = (): readonly string[] => connector.messages().map(({ text, summary }) => text ?? summary ?? '');

describe('a picture', () => {
  test.each([
    ['that is a file is fetched without a token', () => file(`${host.url}/file?tempauth=signed`), undefined],
    ['that was pasted is fetched with the token', () => pasted(`${host.url}/pasted/original`), 'Bearer outbound-token'],
  ])('%s, and asked about in the chat', async (_, attachment, authorization) => {
    await ann.say('', { attachments: [attachment(), formatted] });
    expect(said()).toEqual(['I have your picture; what I read in it comes next.']);
    await engine.settle();
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([authorization]);
    expect(said()).toHaveLength(2);
    expect(wordsOf(cardIn(connector.messages()[1]))).toContain('I read AADSTS50105 in your picture');
  });

  test('with words has the words answered first, and its button shows the entry', async () => {
    await ann.say('AADSTS50126', { attachments: [file(`${host.url}/file`)] });
    await engine.settle();
    const [first, , third] = connector.messages();
    expect(wordsOf(cardIn(first))).toContain('Method 1');
    expect(said()[1]).toBe('I have your picture; what I read in it comes next.');
    await ann.press(third!, 'Yes, show it', { conversation: { id: connector.calls[0]!.conversation } });
    expect(wordsOf(cardIn(connector.messages().at(-1)))).toMatch(/assigned/);
  });

  test('on a host that is not allowed is not fetched', async () => {
    for (const attachment of [file('https://evil.example/a.png'), pasted('https://evil.example/a.png')])
      await ann.say('', { attachments: [attachment] });
    await engine.settle();
    expect(asked).toEqual([]);
    expect(said().filter((text) => text.includes('may not fetch it'))).toHaveLength(2);
  });
});

test('formatted text, documents and data in the address are no pictures', async () => {
  const attachments = [
    formatted,
    file(`${host.url}/a`, 'docx'),
    pasted('data:image/png;base64,iVBORw0KGgo='),
    'nonsense',
  ];
  await ann.say('hello', { attachments });
  expect(said()).toHaveLength(1);
  expect(said()[0]).not.toContain('picture');
});

describe('the hosts that are allowed without further settings', () => {
  const place: Place = { channel: 'teams', conversation: 'a', ref: undefined };
  let standard: Channel;

  beforeAll(async () => {
    standard = await teams(
      { appId, appPassword: 'x', openIdMetadataUrl: issuer.openIdMetadataUrl },
      engine.answer,
      log,
    );
  });

  /** Asks the channel for a picture there; tells whether it would fetch it, and with what. */
  const tried = async (url: string, signed: boolean): Promise<string> => {
    let how = 'not asked';
    await standard.fetch!(place, { v: 1, url, signed }, async (address, { allowed, authorization }) => {
      how = allowed(new URL(address)) ? (authorization ?? 'without a token') : 'refused';
      return new Uint8Array();
    });
    return how;
  };

  test.each([
    ['https://contoso-my.sharepoint.com/personal/x/_layouts/15/download.aspx?tempauth=1', 'without a token'],
    ['https://westeurope1-mediap.svc.ms/transform', 'without a token'],
    ['https://sharepoint.com.evil.example/a', 'refused'],
    ['https://evilsharepoint.com/a', 'refused'],
    ['http://contoso.sharepoint.com/a', 'refused'],
    ['https://contoso.sharepoint.com:8443/a', 'refused'],
    ['https://user:pass@contoso.sharepoint.com/a', 'refused'],
    ['https://169.254.169.254/latest', 'refused'],
    ['https://localhost/a', 'refused'],
  ])('a file at %s: %s', async (url, how) => {
    expect(await tried(url, true)).toBe(how);
  });

  test.each([
    ['https://smba.trafficmanager.net/emea/v3/attachments/0-x/views/original', 'Bearer outbound-token'],
    ['https://smba.infra.gcc.teams.microsoft.com/gcc/v3/attachments/x', 'Bearer outbound-token'],
    ['https://evil.trafficmanager.net/a', 'refused'],
    ['https://contoso.sharepoint.com/a', 'refused'],
    ['https://teams.microsoft.com.evil.example/a', 'refused'],
    ['http://smba.trafficmanager.net/a', 'refused'],
  ])('a pasted picture at %s: %s', async (url, how) => {
    expect(await tried(url, false)).toBe(how);
  });
});

test('without an app id only the tool that sent a picture is asked for it', async () => {
  const local = await teams({}, engine.answer, log);
  const ref = { v: 1, channelId: 'emulator', serviceUrl: `${host.url}/`, conversation: { id: 'a' } };
  const place: Place = { channel: 'teams', conversation: 'a', ref };
  const download = downloader({ bytes: 100_000, time: 2_000 });
  const get = (url: string) => local.fetch!(place, { v: 1, url, signed: false }, download);
  expect(await get(`${host.url}/file`)).toEqual(page);
  expect(asked[0]?.headers.authorization).toBeUndefined();
  await expect(get(`${connector.url}/file`)).rejects.toMatchObject({ retry: false });
});

test('an address that another version saved is told to be sent again', async () => {
  await expect(
    channel.fetch!({ channel: 'teams', conversation: 'a' }, { v: 0 }, async () => new Uint8Array()),
  ).rejects.toMatchObject({ retry: false });
});
