/** Settings of running it: limits, metrics, stopping, where it is reached. */
import type { MetricsSettings } from './metrics-route.ts';
import { leastSecret } from './model/least-secret.ts';
import type { Policies } from './policies.ts';
import type { Reader } from './reading.ts';

/** Rates are per minute, and 0 is no limit; `proxies` is how many reverse proxies of ours stand in front. */
export type Operation = {
  readonly metrics: MetricsSettings;
  readonly perPerson: number;
  readonly perAddress: number;
  readonly proxies: number;
  readonly connections: number;
  /** How long a stop goes on answering before it takes nothing new, in seconds. */
  readonly leaveSeconds: number;
  /** How long a stop waits for what is under way, in seconds. */
  readonly drainSeconds: number;
  /** How long it is kept who changed what. */
  readonly auditDays: number;
  /** Where people's platforms reach it, such as https://bot.example.com. */
  readonly publicUrl?: string;
  readonly policies: Policies;
};

export const readOperation = ({ text, secret, whole, choice, problems }: Reader): Operation => {
  const token = secret('SIGNPOST_METRICS_TOKEN');
  if (token !== undefined && token.length < leastSecret)
    problems.push(
      `SIGNPOST_METRICS_TOKEN is shorter than ${leastSecret} characters. Give a longer one, such as of "openssl rand -hex 24".`,
    );

  const publicUrl = text('SIGNPOST_PUBLIC_URL')?.replace(/\/+$/, '');
  if (publicUrl !== undefined && (!URL.canParse(publicUrl) || !isBase(new URL(publicUrl))))
    problems.push(
      `SIGNPOST_PUBLIC_URL is "${withoutSecrets(publicUrl)}". Give the address at which Signpost is reached, such as https://bot.example.com.`,
    );

  const own = (name: string): string | undefined => {
    const url = text(name);
    if (url === undefined || (URL.canParse(url) && new URL(url).protocol === 'https:')) return url;
    problems.push(
      `${name} is "${withoutSecrets(url)}". Give an https address, such as https://www.example.com/privacy.`,
    );
    return undefined;
  };
  const privacyUrl = own('SIGNPOST_PRIVACY_URL');
  const termsUrl = own('SIGNPOST_TERMS_URL');

  return {
    metrics: { open: choice('SIGNPOST_METRICS') === 'open', ...(token ? { token } : {}) },
    perPerson: whole('SIGNPOST_RATE_PER_PERSON'),
    perAddress: whole('SIGNPOST_RATE_PER_ADDRESS'),
    proxies: whole('SIGNPOST_PROXIES'),
    connections: whole('SIGNPOST_CONNECTIONS'),
    leaveSeconds: whole('SIGNPOST_LEAVE_SECONDS'),
    drainSeconds: whole('SIGNPOST_DRAIN_SECONDS'),
    auditDays: whole('SIGNPOST_AUDIT_DAYS'),
    ...(publicUrl ? { publicUrl } : {}),
    policies: { ...(privacyUrl ? { privacyUrl } : {}), ...(termsUrl ? { termsUrl } : {}) },
  };
};

/** An address as it may be told: without the user in front of its host, and what stands behind its path. */
const withoutSecrets = (url: string): string =>
  url.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, '$1').replace(/[?#].*/s, '');

const isBase = ({ protocol, username, password, search, hash }: URL): boolean =>
  ['https:', 'http:'].includes(protocol) && [username, password, search, hash].every((part) => part === '');
