/** The one HTTP server: the routes of the channels, and health for whoever runs the bot. */
import restify from 'restify';
import { InputError } from './model/errors.ts';
import type { Log, Route } from './model/ports.ts';

export type Server = {
  /** Starts to listen; resolves with the port, throws when the address is taken. */
  listen(host: string, port: number): Promise<number>;
  /** Ends open connections and stops listening. */
  close(): Promise<void>;
};

/** What an operator is told: whether all is well, and what is not. */
export type State = { readonly ok: boolean; readonly [detail: string]: unknown };

/** `ready` tells whether the bot can answer at this moment. */
export const serve = (routes: readonly Route[], ready: () => Promise<State>, log: Log): Server => {
  const server = restify.createServer({ name: 'Signpost', handleUncaughtExceptions: false });
  server.server.requestTimeout = 30_000;
  server.server.headersTimeout = 10_000;

  const add = (route: Route): void => {
    const handle = async (request: restify.Request, response: restify.Response): Promise<void> => {
      try {
        await route.handle(request, response);
      } catch (error) {
        const known = error instanceof InputError;
        const reference = Date.now().toString(36).toUpperCase();
        if (!known) log.error({ err: error, reference, path: route.path }, 'a request failed');
        if (response.headersSent) return void response.destroy();
        const message = known ? error.message : `Something went wrong here. The log has it under ${reference}.`;
        response.writeHead(known ? error.status : 500, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: message }));
      }
    };
    if (route.method === 'GET') server.get(route.path, handle);
    else server.post(route.path, handle);
  };
  for (const route of routes) add(route);
  add(page('/healthz', async () => ({ ok: true })));
  add(page('/readyz', ready));

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve(server.address().port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
        setTimeout(() => server.server.closeAllConnections(), 5_000).unref();
      }),
  };
};

const page = (path: string, look: () => Promise<State>): Route => ({
  method: 'GET',
  path,
  async handle(_request, response) {
    const state = await look().catch(() => ({ ok: false }));
    response.writeHead(state.ok ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(state));
  },
});
