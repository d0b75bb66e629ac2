/** The one HTTP server: the routes of the channels, and health for whoever runs the bot. */
import type { Server as HttpServer } from 'node:http';
import { Server as TcpServer } from 'node:net';
import type { Next, Request, Response } from 'restify';
import { limitConnections } from './limits/connections.ts';
import { limitLarge } from './limits/large.ts';
import { isDirectlyLocal } from './model/local.ts';
import { InputError } from './model/errors.ts';
import type { Log, Route } from './model/ports.ts';
import { newReference } from './model/reference.ts';
import { restifyServer } from './restify.ts';

export type Server = {
  /** Starts to listen; resolves with the port, throws when the address is taken. */
  listen(host: string, port: number): Promise<number>;
  /** Asks with each answer from now on that its connection be used no longer. */
  leave(): void;
  /** Stops listening and waits for the requests at hand, but for `patience` milliseconds at most. */
  close(patience?: number): Promise<void>;
  /** Ends every connection now. */
  cut(): void;
};

/** What an operator is told: whether all is well, and what is not. */
export type State = { readonly ok: boolean; readonly [detail: string]: unknown };

/** Milliseconds for the head of a request, for all of it, of silence on a connection, and between two looks at the first two. */
export type Times = { readonly head: number; readonly request: number; readonly idle: number; readonly look: number };

export const standardTimes: Times = { head: 10_000, request: 30_000, idle: 65_000, look: 2_000 };

/**
 * `connections` is how many may be open at once, and `fromOne` how many of these from one address, where an address is not
 * a proxy of many people; `dropped` hears of each one over that; `large` is how many of them may send more than a little,
 * a quarter of these from one source, which `proxies` of ours tell.
 */
export type Bounds = {
  readonly connections: number;
  readonly fromOne?: number;
  readonly dropped?: () => void;
  readonly large?: number;
  readonly proxies?: number;
  readonly times?: Times;
};

/** No route takes more, in bytes, unless it says so; each has a smaller limit of its own. */
const bodyLimit = 4 * 1024 * 1024;

/** How long a connection without a request stays open in a stop, in milliseconds. */
const graceOfIdle = 1_000;

/** For answers that are data; a route that serves a page sets its own. */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** `ready` tells whether the bot can answer at this moment; its details are told to this computer only. */
export const serve = (
  routes: readonly Route[],
  ready: () => Promise<State>,
  log: Log,
  { connections, fromOne, dropped = () => undefined, large = 200, proxies = 0, times = standardTimes }: Bounds = {
    connections: 2000,
  },
): Server => {
  const server = restifyServer('Signpost', log);
  bound(server.server, connections, times);
  server.server.on('drop', dropped);
  if (fromOne !== undefined) limitConnections(server.server, fromOne, dropped);
  let leaving = false;
  const answering = new Set<Response>();
  server.pre((_request: Request, response: Response, next: Next) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (leaving) response.setHeader('Connection', 'close');
    answering.add(response);
    response.once('close', () => answering.delete(response));
    next();
  });

  const admit = limitLarge(large, proxies);

  const add = (route: Route): void => {
    const handle = async (request: Request, response: Response): Promise<void> => {
      try {
        const { most = bodyLimit } = route;
        if (Number(request.headers['content-length'] ?? 0) > most) {
          response.setHeader('Connection', 'close');
          throw new InputError(`The request is larger than ${most / 2 ** 20} MB. Send less.`, 413);
        }
        admit(request, response);
        await route.handle(request, response);
      } catch (error) {
        const known = error instanceof InputError;
        const reference = newReference();
        if (!known) log.error({ err: error, reference, path: route.path }, 'a request failed');
        if (response.headersSent) return void response.destroy();
        const message = known ? error.message : `Something went wrong here. The log has it under ${reference}.`;
        response.writeHead(known ? error.status : 500, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: message }));
      }
    };
    if (route.method === 'POST') server.post(route.path, handle);
    else server.get(route.path, handle);
    if (route.head) server.head(route.path, handle);
  };
  for (const route of routes) add(route);
  add(page('/healthz', async () => ({ ok: true })));
  add(page('/readyz', ready));

  const leave = (): void => {
    leaving = true;
    for (const response of answering) if (!response.headersSent) response.setHeader('Connection', 'close');
  };

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve(server.address().port);
        });
      }),
    leave,
    close: (patience = 5_000) =>
      new Promise((resolve) => {
        leave();
        const cut = setTimeout(() => server.server.closeAllConnections(), patience);
        let idle: NodeJS.Timeout | undefined;
        // Until then, a request may be on its way along a connection that looks idle.
        const wait = setTimeout(
          () => {
            server.server.closeIdleConnections();
            idle = setInterval(() => server.server.closeIdleConnections(), 100);
          },
          Math.min(graceOfIdle, patience / 4),
        );
        // The `close` of HTTP would end what is idle at once.
        TcpServer.prototype.close.call(server.server, () => {
          clearTimeout(cut);
          clearTimeout(wait);
          clearInterval(idle);
          resolve();
        });
      }),
    cut: () => server.server.closeAllConnections(),
  };
};

/** A request that comes too slowly, an answer that nobody reads and a connection too many are dropped. */
const bound = (server: HttpServer, connections: number, { head, request, idle, look }: Times): void => {
  server.headersTimeout = head;
  server.requestTimeout = request;
  server.keepAliveTimeout = idle;
  server.timeout = idle;
  server.maxConnections = connections;
  // Read when the server begins to listen; the standard of 30 seconds would let a slow request live for a minute.
  Object.assign(server, { connectionsCheckingInterval: look });
};

const page = (path: string, look: () => Promise<State>): Route => ({
  method: 'GET',
  head: true,
  path,
  async handle(request, response) {
    const state = await look().catch(() => ({ ok: false }));
    response.writeHead(state.ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(isDirectlyLocal(request) ? state : { ok: state.ok }));
  },
});
