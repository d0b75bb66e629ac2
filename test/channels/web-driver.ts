/** The web channel on a plain server of node, answered by hand. */
import { createServer, request as ask, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { web, type WebSettings } from '../../src/channels/web/index.ts';
import type { Event, Incoming } from '../../src/model/message.ts';
import type { Answer, Channel, Log } from '../../src/model/ports.ts';
import type { Reply } from '../../src/model/reply.ts';

export type Logged = { readonly level: keyof Log; readonly fields: object; readonly message: string };

export type Served = {
  readonly url: string;
  readonly port: number;
  readonly channel: Channel;
  readonly arrived: readonly Incoming[];
  readonly logged: readonly Logged[];
  stop(): Promise<void>;
};

/** `from` is the address that requests seem to come from. */
type Options = {
  readonly settings: WebSettings;
  readonly port?: number;
  readonly from?: string;
  readonly reply: (event: Event) => readonly Reply[];
};

/** Answers with what `reply` says, and a repeated id with what it said before. */
const answerWith = (reply: Options['reply'], arrived: Incoming[]): Answer => {
  const turns = new Map<string, readonly Reply[]>();
  return async (incoming) => {
    const repeated = turns.get(incoming.id);
    arrived.push(incoming);
    const turn = turns.size + 1;
    const replies = repeated ?? reply(incoming.event).map((given) => ({ ...given, turn }));
    turns.set(incoming.id, replies);
    return { turn, replies, effects: [], understood: null, repeated: repeated !== undefined };
  };
};

/** Serves the page on loopback. */
export const serve = async ({ settings, reply, port = 0, from }: Options): Promise<Served> => {
  const arrived: Incoming[] = [];
  const logged: Logged[] = [];
  const note = (level: keyof Log) => (fields: object, message: string) => void logged.push({ level, fields, message });
  const channel = web(settings, answerWith(reply, arrived), {
    debug: note('debug'),
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
  });
  const server = createServer((request, response) => {
    if (from !== undefined) Object.defineProperty(request.socket, 'remoteAddress', { value: from });
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const route = channel.routes.find(({ method, path }) => method === request.method && path === pathname);
    if (route) void route.handle(request, response);
    else {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    channel,
    arrived,
    logged,
    stop: () =>
      new Promise((resolve) => {
        void channel.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export type Got = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

type Sending = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Sends one request with exactly these headers, which `fetch` would not. */
export const send = (port: number, path: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      text(response).then(
        (got) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: got }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
