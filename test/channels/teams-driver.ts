/** What Teams is to the bot, on loopback: the connector that takes its messages, the keys that sign, and a person who writes and presses. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { AppCredentials } from 'botframework-connector';
import jwt from 'jsonwebtoken';
import restify from 'restify';
import type { Incoming } from '../../src/model/message.ts';
import type { Answer, Answered, Log, Route } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';

export const appId = '22222222-2222-2222-2222-222222222222';

/** An activity as JSON; only what the tests look at. */
export type Sent = {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly summary?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Part }[];
};

/** Any part of a card, or the card itself. */
export type Part = {
  readonly type?: string;
  readonly text?: string;
  readonly title?: string;
  readonly value?: string;
  readonly codeSnippet?: string;
  readonly body?: readonly Part[];
  readonly items?: readonly Part[];
  readonly facts?: readonly Part[];
  readonly actions?: readonly Part[];
  readonly fallback?: Part;
  readonly data?: object;
  readonly [more: string]: unknown;
};

/** One request that the connector received. */
export type Call = {
  readonly method: string;
  readonly conversation: string;
  /** Whether it makes a new conversation; `conversation` is then the channel. */
  readonly begins: boolean;
  readonly authorization: string | undefined;
  readonly activity: Sent;
  /** Whether it was not refused. */
  readonly taken: boolean;
};

/** `delay` milliseconds late; `cut` ends the connection instead. */
type Refusal = {
  readonly status?: number | undefined;
  readonly headers?: Record<string, string>;
  readonly body?: object;
  readonly cut?: true;
  readonly delay?: number;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Any server on loopback. */
export const listen = async (handler: Handler) => {
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, close };
};

const read = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

export type Connector = Awaited<ReturnType<typeof startConnector>>;

/** The Bot Framework connector: records what the bot sends, edits and begins, and refuses when told to. */
export const startConnector = async () => {
  const calls: Call[] = [];
  const refusals: { readonly type: string; readonly method: string | undefined; readonly refusal: Refusal }[] = [];
  const server = await listen(async (request, response) => {
    const { method = '', url = '' } = request;
    const body = JSON.parse((await read(request)) || '{}');
    const begins = /conversations\/?$/.test(url);
    const activity: Sent = begins ? body.activity : body;
    const [, where = '', edited] = (/conversations\/([^/]+)\/activities\/?([^/]*)/.exec(url) ?? []).map(
      decodeURIComponent,
    );
    const conversation = begins ? body.channelData.channel.id : where;
    const { authorization } = request.headers;
    const planned = refusals.findIndex((plan) => plan.type === activity.type && (plan.method ?? method) === method);
    const refusal = planned < 0 ? undefined : refusals.splice(planned, 1)[0]?.refusal;
    const id = method === 'PUT' && edited ? edited : `sent-${calls.length + 1}`;
    calls.push({ method, conversation, begins, authorization, activity: { ...activity, id }, taken: !refusal });
    if (refusal?.delay) await new Promise((resolve) => setTimeout(resolve, refusal.delay));
    if (refusal?.cut) return void request.socket.destroy();
    response.writeHead(refusal?.status ?? 201, { 'Content-Type': 'application/json', ...refusal?.headers });
    const made = begins ? { id: `${conversation};messageid=${id}`, activityId: id } : { id };
    response.end(JSON.stringify(refusal ? (refusal.body ?? {}) : made));
  });
  const messages = (method: string): readonly Sent[] =>
    calls.filter((call) => call.method === method && call.activity.type === 'message').map(({ activity }) => activity);
  return {
    ...server,
    calls,
    /** Refuses the next activity of this type, or only when it comes by this method. */
    refuse: (refusal: Refusal, type = 'message', method?: string): void =>
      void refusals.push({ type, method, refusal }),
    /** The messages so far, without the typing. */
    messages: () => messages('POST'),
    /** The edits so far; the id is that of the message. */
    edits: () => messages('PUT'),
  };
};

/** An engine that answers as the script says and, like the real one, knows a repeated id. */
export const scripted = (script: (incoming: Incoming) => readonly Reply[]) => {
  const arrived: Incoming[] = [];
  const failures: unknown[] = [];
  const known = new Map<string, Answered>();
  const answer: Answer = async (incoming, deliver) => {
    const before = known.get(incoming.id);
    if (before) return { ...before, repeated: true };
    arrived.push(incoming);
    const answered = { turn: 1, replies: script(incoming), effects: [], understood: null, repeated: false };
    known.set(incoming.id, answered);
    for (const reply of answered.replies) await deliver?.(reply).catch((error: unknown) => failures.push(error));
    return answered;
  };
  const reset = (): void => {
    arrived.length = 0;
    failures.length = 0;
    known.clear();
  };
  return { answer, arrived, failures, reset };
};

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;

/** A key pair for signing tokens. */
export const newKey = (kid: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    kid,
    privateKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements: ['msteams'] },
  };
};

/** The OpenID server whose keys sign what Teams sends. */
export const startIssuer = async () => {
  const key = newKey('teams-1');
  const server = await listen(async (request, response) => {
    const jwks = request.url === '/keys';
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(jwks ? { keys: [key.jwk] } : { jwks_uri: `http://${request.headers.host}/keys` }));
  });
  return { ...server, key, openIdMetadataUrl: `${server.url}/.well-known/openidconfiguration` };
};

/** The claims of a token that Teams sends; `undefined` removes a claim. */
export const claimsFor = (serviceUrl: string, changes: object = {}): object => {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now - 10,
    exp: now + 3600,
  };
  return Object.fromEntries(Object.entries({ ...claims, ...changes }).filter(([, value]) => value !== undefined));
};

/** A bearer token. */
export const sign = ({ kid, privateKey }: ReturnType<typeof newKey>, claims: object): string =>
  `Bearer ${jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: kid })}`;

/** Gives the SDK a token for its own calls, so that it asks no server for one. */
export const seedOutboundToken = (): void => {
  const cache: Map<string, object> = Reflect.get(AppCredentials, 'cache');
  const token = { accessToken: 'outbound-token', expiresOn: new Date(Date.now() + 3_600_000) };
  for (const domain of ['botframework.com', 'botframework.us', 'botframework.azure.cn'])
    cache.set(`${appId}https://api.${domain}-cache`, token);
};

/** Serves the routes of a channel the way the product does: restify that parses nothing. */
export const serve = async (routes: readonly Route[]) => {
  const server = restify.createServer();
  for (const route of routes)
    server[route.method === 'POST' ? 'post' : 'get'](route.path, (request, response, next) => {
      route.handle(request, response).then(() => next(false), next);
    });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}/api/messages`, close };
};

/** The card of a message. */
export const cardIn = (message: Sent | undefined): Part => {
  const card = message?.attachments?.[0]?.content;
  if (!card) throw new Error(`The message holds no card: ${JSON.stringify(message)}`);
  return card;
};

/** The buttons of a card, wherever they stand. */
export const buttonsOf = ({ body = [], actions = [] }: Part): readonly Part[] => [
  ...body.flatMap((part) => (part.type === 'ActionSet' ? (part.actions ?? []) : [])),
  ...actions,
];

/** All words of a card, in Markdown. */
export const wordsOf = ({ text, title, value, codeSnippet, body, items, facts, actions }: Part): string => {
  const own = [text, title, value, codeSnippet].filter((words) => typeof words === 'string');
  const inner = [body, items, facts, actions].flatMap((parts) => (parts ?? []).map(wordsOf));
  return [...own, ...inner].join('\n');
};

const buttonCalled = (card: Part, label: string): Part => {
  const button = buttonsOf(card).find(({ title }) => title === label);
  if (!button) throw new Error(`The card has no button "${label}".`);
  return button;
};

/** The inputs of a card. */
export const inputsOf = ({ body = [] }: Part): readonly Part[] =>
  body.filter(({ type }) => type?.startsWith('Input.') === true);

/** What a client adds to the data of a button: each input as it stands, or as it was typed, by its label. */
const typedInto = (card: Part, button: Part, typed: Readonly<Record<string, string>>): object =>
  button['associatedInputs'] === 'none'
    ? {}
    : Object.fromEntries(
        inputsOf(card).map(({ id, label, value = '' }) => [String(id), typed[String(label)] ?? value]),
      );

/** A mention of the bot, as it stands beside a text. */
export const mention = { type: 'mention', text: '<at>Signpost</at>', mentioned: { id: '28:bot', name: 'Signpost' } };

/** A person in Teams. `token` signs each request; without it nothing is signed. */
export const person = (bot: { readonly url: string }, connector: { readonly url: string }, token?: string) => {
  let count = 0;
  const base = (): object => ({
    id: `activity-${++count}`,
    channelId: 'msteams',
    serviceUrl: connector.url,
    timestamp: new Date().toISOString(),
    locale: 'en-GB',
    from: { id: '29:ann', name: 'Ann', aadObjectId: '11111111-1111-1111-1111-111111111111' },
    recipient: { id: '28:bot', name: 'Signpost' },
    conversation: { id: 'a:personal', conversationType: 'personal', tenantId: 'tenant' },
    channelData: { tenant: { id: 'tenant' } },
  });
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(bot.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: token } : {}), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined, text };
  };
  const activity = (more: object): object => ({ ...base(), ...more });
  return {
    post,
    activity,
    /** Sends any activity. */
    send: async (more: object) => post(activity(more)),
    say: async (text: string, more: object = {}) =>
      post(activity({ type: 'message', textFormat: 'plain', text, ...more })),
    /** Says something to the bot in a room. */
    mention: async (text: string, more: object = {}) =>
      post(activity({ type: 'message', text: `<at>Signpost</at> ${text}`, entities: [mention], ...more })),
    /** Presses a button the way current clients do, with what was typed into the card. */
    press: async (message: Sent, label: string, more: object = {}, typed: Readonly<Record<string, string>> = {}) => {
      const card = cardIn(message);
      const button = buttonCalled(card, label);
      const data = { ...button.data, ...typedInto(card, button, typed) };
      const value = { action: { type: button.type, verb: button['verb'], data }, trigger: 'manual' };
      return post(activity({ type: 'invoke', name: 'adaptiveCard/action', replyToId: message.id, value, ...more }));
    },
    /** Presses the button that clients without Execute show instead. */
    submit: async (message: Sent, label: string, more: object = {}, typed: Readonly<Record<string, string>> = {}) => {
      const card = cardIn(message);
      const button = buttonCalled(card, label).fallback ?? buttonCalled(card, label);
      const value = { ...button.data, ...typedInto(card, button, typed) };
      return post(activity({ type: 'message', replyToId: message.id, value, ...more }));
    },
    /** Presses a button that opens a dialog. */
    open: async (message: Sent, label: string, more: object = {}) => {
      const value = { data: { ...buttonCalled(cardIn(message), label).data }, context: { theme: 'default' } };
      return post(activity({ type: 'invoke', name: 'task/fetch', replyToId: message.id, value, ...more }));
    },
    /** Presses a button of a dialog, with what was typed into it. */
    fill: async (card: Part, label: string, typed: Readonly<Record<string, string>> = {}, more: object = {}) => {
      const button = buttonCalled(card, label);
      const value = { data: { ...button.data, ...typedInto(card, button, typed) }, context: { theme: 'default' } };
      return post(activity({ type: 'invoke', name: 'task/submit', value, ...more }));
    },
  };
};

/** A log that keeps its lines. */
export const keepLog = () => {
  const lines: { readonly level: keyof Log; readonly fields: object; readonly message: string }[] = [];
  const at = (level: keyof Log) => (fields: object, message: string) => void lines.push({ level, fields, message });
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { log, lines };
};
