/** Bolt, and the manners it has to keep: nothing may wait long, nothing may be logged that people wrote. */
import { createRequire, Module } from 'node:module';
import type { Logger } from '@slack/bolt';
import type { Log } from '../../model/ports.ts';

type Sdk = typeof import('@slack/bolt');

/** What of the SDK is used. */
export type Bolt = Pick<
  Sdk,
  'App' | 'AuthorizationError' | 'HTTPModuleFunctions' | 'HTTPReceiver' | 'LogLevel' | 'SocketModeReceiver' | 'webApi'
>;

const receivers = { http: './receivers/HTTPReceiver', socket: './receivers/SocketModeReceiver' } as const;

/** Forty files that hold types alone. */
const types = '@slack/types';

/** Loads the SDK, so that an install without Slack never does, without Express, and each of its receivers when it is asked for. */
export const load = async (): Promise<Bolt> => {
  const part = createRequire(import.meta.resolve('@slack/bolt'));
  const { default: App, LogLevel } = without([types, ...Object.values(receivers)], part, () => part('./App'));
  return {
    App,
    LogLevel,
    AuthorizationError: part('./errors').AuthorizationError,
    HTTPModuleFunctions: part('./receivers/HTTPModuleFunctions'),
    get HTTPReceiver() {
      return part(receivers.http).default;
    },
    get SocketModeReceiver() {
      return part(receivers.socket).default;
    },
    webApi: part('@slack/web-api'),
  };
};

/** Loads with something empty in place of some files, which take a third of the time and are not used by what is loaded. */
const without = <T>(files: readonly string[], { cache, resolve }: NodeJS.Require, run: () => T): T => {
  const paths = files.map((file) => resolve(file)).filter((path) => cache[path] === undefined);
  for (const path of paths) cache[path] = Object.assign(new Module(path), { loaded: true });
  try {
    return run();
  } finally {
    for (const path of paths) delete cache[path];
  }
};

export type WebClient = InstanceType<Bolt['webApi']['WebClient']>;

/** How long Slack may take to answer, in milliseconds; two tries stay below the engine's lease of 30 seconds. */
export const patience = 10_000;

/** How to call the Web API. A call that is rate limited comes back at once, for the outbox to repeat. */
export const clientOptions = (apiUrl: string | undefined, logger: Logger, timeout: number = patience) => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  timeout,
  retryConfig: { retries: 1, minTimeout: 300, maxTimeout: 300 },
  rejectRateLimitedCalls: true,
  logger,
});

/** Bolt's warnings and errors go to our log; its debug lines hold whole messages and go nowhere. */
export const loggerTo = (log: Log, level: Bolt['LogLevel']): Logger => ({
  debug: () => {},
  info: () => {},
  warn: (...said: unknown[]) => log.warn({ from: 'bolt' }, said.map(String).join(' ')),
  error: (...said: unknown[]) => log.error({ from: 'bolt' }, said.map(String).join(' ')),
  setLevel: () => {},
  getLevel: () => level.WARN,
  setName: () => {},
});
