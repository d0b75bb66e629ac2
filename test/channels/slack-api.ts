/** Slack's side on loopback: the Web API of `emulate`, and what it lacks: response URLs, Socket Mode, faults on demand. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEmulator } from 'emulate';
import WebSocket from 'ws';
import { faultsIn, faultsInView } from './slack-limits.ts';

export const botToken = 'xoxb-of-the-tests';
export const botUser = 'U0SIGNPOST';

/** Any JSON; only what the tests look at is named. */
export type Json = { readonly [property: string]: unknown };
export type Element = Json & {
  readonly action_id?: string;
  readonly value?: string;
  readonly url?: string;
  readonly text?: Json & { readonly text: string };
};
export type Block = Json & { readonly type: string; readonly elements?: readonly Element[] };

/** A modal or a home, as it is sent and as Slack gives it back. */
export type View = Json & {
  readonly id?: string;
  readonly type: string;
  readonly title?: { readonly text: string };
  readonly private_metadata?: string;
  readonly blocks: readonly Block[];
};

/** One call of a Web API method, or of a response URL, whose method is `response/` and its id. */
export type Call = {
  readonly method: string;
  readonly args: Json & {
    readonly channel?: string;
    readonly text?: string;
    readonly blocks?: readonly Block[];
    readonly view?: View;
  };
  readonly token: string | undefined;
  result?: Json & { readonly channel?: string; readonly ts?: string; readonly message?: Json; readonly view?: View };
};

/** What goes wrong with the next call whose method begins so. */
export type Fault = {
  readonly method: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: object;
  readonly cut?: boolean;
  /** What something in front of Slack answers in its place. */
  readonly page?: string;
  readonly delay?: number;
};

const app = { app_id: 'A000000001', bot_id: 'B0SIGNPOST', bot_user_id: botUser };

const seed = {
  slack: {
    team: { name: 'Contoso', domain: 'contoso' },
    users: [
      { name: 'ann', real_name: 'Ann', email: 'ann@contoso.example' },
      { name: 'bob', real_name: 'Bob', email: 'bob@contoso.example' },
    ],
    channels: [{ name: 'general' }],
    oauth_apps: [
      {
        ...app,
        client_id: '1.1',
        client_secret: 'x',
        name: 'signpost',
        redirect_uris: ['http://localhost/cb'],
        bot_name: 'signpost',
        scopes: ['chat:write'],
      },
    ],
    tokens: [
      { ...app, token: botToken, type: 'bot', user_id: botUser },
      { token: 'xoxp-ann', type: 'user', user: 'ann' },
      { token: 'xoxp-bob', type: 'user', user: 'bob' },
    ],
  },
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const argsIn = async (request: IncomingMessage): Promise<Json> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const raw = Buffer.concat(chunks).toString();
  if (request.headers['content-type']?.includes('json')) return JSON.parse(raw) as Json;
  const value = (text: string): unknown => (/^[[{]/.test(text) ? JSON.parse(text) : text);
  return Object.fromEntries([...new URLSearchParams(raw)].map(([key, text]) => [key, value(text)]));
};

/** Starts a Slack with one workspace, Ann and Bob, Ann's direct messages, and a channel that the bot is in. */
export const slackApi = async () => {
  const emulator = await createEmulator({ service: 'slack', port: await freePort(), seed });
  const calls: Call[] = [];
  const refused: (readonly string[])[] = [];
  const faults: Fault[] = [];
  const files = new Map<string, Buffer>();
  const grants = new Map<string, Json>();
  const others = new Map<string, Json>();

  const forward = async (method: string, args: object, token = botToken): Promise<Json> => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    return (await response.json()) as Json;
  };

  /** A code or a refresh token is taken once. */
  const granted = ({ code, refresh_token: refresh }: Json): Json => {
    const given = String(code ?? refresh);
    const grant = grants.get(given);
    grants.delete(given);
    return grant ?? { ok: false, error: code === undefined ? 'invalid_refresh_token' : 'invalid_code' };
  };

  const resultOf = async ({ method, args, token }: Call): Promise<Json> => {
    if (method === 'apps.connections.open') return { ok: true, url: `${base.replace('http', 'ws')}/link` };
    const broken = /^chat\.|^response/.test(method)
      ? faultsIn(args)
      : method.startsWith('views.')
        ? faultsInView(args.view)
        : [];
    if (broken.length > 0) refused.push(broken);
    if (method.startsWith('response/')) return {};
    if (method === 'oauth.v2.access') return granted(args);
    const other = others.get(token ?? '');
    if (token !== `Bearer ${botToken}` && !other) return { ok: false, error: 'invalid_auth' };
    if (other && method === 'auth.test') return { ok: true, ...other };
    if (method.startsWith('assistant.')) return { ok: true };
    const error = method.startsWith('views.') ? 'invalid_arguments' : 'invalid_blocks';
    return broken.length > 0 ? { ok: false, error } : forward(method, args);
  };

  /** Who has no token, or not the right one, is shown a page to sign in. */
  const giveFile = ({ method, token }: Call, response: ServerResponse): void => {
    const bytes = token === `Bearer ${botToken}` ? files.get(method.slice('files-pri/'.length)) : undefined;
    response.writeHead(200, { 'content-type': bytes ? 'image/png' : 'text/html; charset=utf-8' });
    response.end(bytes ?? '<!DOCTYPE html><title>Sign in</title>');
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = (request.url ?? '').replace(/^\/(?:api\/)?/, '');
    const call: Call = { method, args: await argsIn(request), token: request.headers.authorization };
    calls.push(call);
    const index = faults.findIndex((fault) => method.startsWith(fault.method));
    const [fault] = index < 0 ? [] : faults.splice(index, 1);
    if (fault?.delay) await sleep(fault.delay);
    if (fault?.cut) return void request.socket.destroy();
    if (!fault && method.startsWith('files-pri/')) return giveFile(call, response);
    if (fault?.page !== undefined) return void response.end(fault.page);
    const result = fault?.body ?? (fault?.status ? {} : await resultOf(call));
    call.result = result as Json;
    response.writeHead(fault?.status ?? 200, { 'content-type': 'application/json', ...fault?.headers });
    response.end(JSON.stringify(result));
  };

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (said: unknown) => void>();
  const link = new WebSocket.Server({ server, path: '/link' });
  link.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data: Buffer) => {
      const { envelope_id: id, payload } = JSON.parse(data.toString()) as { envelope_id: string; payload?: unknown };
      waiting.get(id)?.(payload);
    });
    socket.send(JSON.stringify({ type: 'hello' }));
  });

  /** Sends an envelope through one of the open connections; what acknowledges it, or undefined when nothing does in time. */
  const push = async (type: string, payload: object): Promise<{ readonly said: unknown } | undefined> => {
    const id = randomUUID();
    const giveUp = new AbortController();
    const acknowledged = new Promise<{ said: unknown }>((resolve) => waiting.set(id, (said) => resolve({ said })));
    const [socket] = sockets;
    socket?.send(JSON.stringify({ envelope_id: id, type, payload }));
    const silence = sleep(3000, undefined, { signal: giveUp.signal }).catch(() => undefined);
    const done = await Promise.race([acknowledged, silence]);
    giveUp.abort();
    return done;
  };

  const ids = async (method: string, key: string): Promise<Record<string, string>> => {
    const found = (await forward(method, { limit: 200 }))[key] as { name: string; id: string }[];
    return Object.fromEntries(found.map(({ name, id }) => [name, id]));
  };
  const users = await ids('users.list', 'members');
  const channels = await ids('conversations.list', 'channels');
  const general = channels['general']!;
  await forward('conversations.join', { channel: general });
  const { channel } = (await forward('conversations.open', { users: users['ann'] })) as { channel: { id: string } };

  return {
    base,
    calls,
    /** Keeps a file of this name; returns it as Slack tells of it. */
    keep: (name: string, bytes: Buffer) => {
      files.set(name, bytes);
      const url = `${base}/files-pri/${name}`;
      const [mimetype, mode] = ['image/png', 'hosted'];
      return { id: `F${files.size}`, name, mimetype, mode, url_private: url, url_private_download: url };
    },
    refused,
    sockets,
    push,
    ann: users['ann']!,
    bob: users['bob']!,
    general,
    dm: channel.id,
    /** What Slack gives for a code or a refresh token; the bot token in it is one that Slack takes from then on. */
    grant: (given: string, grant: Json & { readonly access_token: string }, who: Json = {}): void => {
      grants.set(given, { ok: true, ...grant });
      others.set(`Bearer ${grant.access_token}`, { bot_id: app.bot_id, user_id: botUser, ...who });
    },
    /** Asks Slack itself, as the bot or with the token of a person, xoxp-ann or xoxp-bob. */
    ask: forward,
    /** What lets the bot open a window for a person, once and for three seconds. */
    trigger: async (user: string): Promise<string> =>
      ((await forward('views.generateTriggerId', { user_id: user })) as { trigger_id: string }).trigger_id,
    /** The next call whose method begins so fails so. */
    fail: (fault: Fault) => void faults.push(fault),
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.terminate();
      link.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };
};

export type SlackApi = Awaited<ReturnType<typeof slackApi>>;
