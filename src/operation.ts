/** Settings of running it: limits, metrics, stopping, where it is reached. */
import type { MetricsSettings } from './metrics-route.ts';

/** Rates are per minute, and 0 is no limit; `proxies` is how many reverse proxies of ours stand in front. */
export type Operation = {
  readonly metrics: MetricsSettings;
  readonly perPerson: number;
  readonly perAddress: number;
  readonly proxies: number;
  readonly connections: number;
  /** How long a stop waits for what is under way, in seconds. */
  readonly drainSeconds: number;
  /** How long it is kept who changed what. */
  readonly auditDays: number;
  /** Where people's platforms reach it, such as https://bot.example.com. */
  readonly publicUrl?: string;
};

type Found = {
  readonly text: (name: string) => string | undefined;
  readonly secret: (name: string) => string | undefined;
  readonly problems: string[];
};

export const readOperation = ({ text, secret, problems }: Found): Operation => {
  const whole = (name: string, standard: number, least: number, most: number): number => {
    const value = text(name) ?? String(standard);
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    problems.push(`${name} is "${value}". Give a whole number from ${least} to ${most}.`);
    return standard;
  };

  const token = secret('SIGNPOST_METRICS_TOKEN');
  if (token !== undefined && token.length < 16)
    problems.push(
      'SIGNPOST_METRICS_TOKEN is shorter than 16 characters. Give a longer one, such as of "openssl rand -hex 24".',
    );
  const access = text('SIGNPOST_METRICS')?.toLowerCase() ?? 'local';
  if (access !== 'local' && access !== 'open')
    problems.push(`SIGNPOST_METRICS is "${access}". Give one of local, open.`);

  const publicUrl = text('SIGNPOST_PUBLIC_URL')?.replace(/\/+$/, '');
  if (publicUrl !== undefined && (!URL.canParse(publicUrl) || !isBase(new URL(publicUrl))))
    problems.push(
      `SIGNPOST_PUBLIC_URL is "${publicUrl}". Give the address at which Signpost is reached, such as https://bot.example.com.`,
    );

  return {
    metrics: { open: access === 'open', ...(token ? { token } : {}) },
    perPerson: whole('SIGNPOST_RATE_PER_PERSON', 20, 0, 100_000),
    perAddress: whole('SIGNPOST_RATE_PER_ADDRESS', 240, 0, 1_000_000),
    proxies: whole('SIGNPOST_PROXIES', 0, 0, 10),
    connections: whole('SIGNPOST_CONNECTIONS', 2000, 1, 1_000_000),
    drainSeconds: whole('SIGNPOST_DRAIN_SECONDS', 10, 0, 600),
    auditDays: whole('SIGNPOST_AUDIT_DAYS', 365, 1, 36_500),
    ...(publicUrl ? { publicUrl } : {}),
  };
};

const isBase = ({ protocol, username, password, search, hash }: URL): boolean =>
  ['https:', 'http:'].includes(protocol) && [username, password, search, hash].every((part) => part === '');
