/** The server of restify without its plugins, which take longer to load than all that is used of it. */
import { createRequire } from 'node:module';
import type { Server } from 'restify';
import type { Log } from './model/ports.ts';

type Made<T> = new (options: object) => T;

/** Tells our log, and nobody else, of an answer that could not be written. */
export const restifyServer = (name: string, log: Log): Server => {
  const require = createRequire(import.meta.url);
  const Router = require('restify/lib/router') as Made<object>;
  const HttpServer = require('restify/lib/server') as Made<Server>;
  const logger = {
    trace: () => false,
    warn: ({ err }: { readonly err?: unknown }, message: string) => log.warn({ err }, message),
  };
  const server = new HttpServer({ name, log: logger, router: new Router({ log: logger }) });
  // It takes a request that offers another protocol off the limits of time and never answers; without it, node leaves the offer aside.
  server.server.removeAllListeners('upgrade');
  return server;
};
