/** Bolt, and the manners it has to keep: nothing may wait long, nothing may be logged that people wrote. */
import type { Logger } from '@slack/bolt';
import type { Log } from '../../model/ports.ts';

/** Loads the SDK, so that an install without Slack never does. */
export const load = () => import('@slack/bolt');

export type Bolt = Awaited<ReturnType<typeof load>>;
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
