/** A small client for reading Microsoft Graph: paging, throttling, time-outs, caps, and errors that name their cure. */
import { CheckError } from '../model/errors.ts';
import type { Clock } from './clock.ts';
import { clockOfNow } from './clock.ts';
import type { TokenSource } from './credential.ts';
import { readText } from './body.ts';

export type Graph = {
  /** One object; throws `CheckError`. `path` begins with the version: "/v1.0/domains". */
  get(path: string, needs: Needs): Promise<unknown>;
  /** All items over all pages, at most `maxPages` of them. */
  list(path: string, needs: Needs, maxPages?: number): Promise<Listed>;
};

type Listed = { readonly items: readonly unknown[]; readonly truncated: boolean };

/** What a request is for, so that a refusal can say what to grant. */
export type Needs = { readonly permission: string; readonly licence?: string };

export type GraphSettings = {
  /** The root without version, "https://graph.microsoft.com". */
  readonly root: string;
  readonly credential: TokenSource;
  readonly clock?: Clock;
  /** Least time between two requests in milliseconds; the log reports allow 5 in 10 seconds. */
  readonly pace?: number;
  /** Milliseconds for one request with its body. */
  readonly timeout?: number;
  readonly maxBytes?: number;
  /** Tries for one request, the first included. */
  readonly tries?: number;
  /** The longest single wait that Graph may ask for, in milliseconds; longer is given up until the next run. */
  readonly longestWait?: number;
};

export const graphOf = (settings: GraphSettings): Graph => {
  const { root, credential, clock = clockOfNow } = settings;
  const { pace = 0, timeout = 30_000, maxBytes = 16_000_000, tries = 4, longestWait = 60_000 } = settings;
  const origin = new URL(root).origin;
  let next = 0;

  const once = async (url: string, needs: Needs): Promise<unknown> => {
    const token = await credential.getToken(`${root}/.default`);
    const signal = AbortSignal.timeout(timeout);
    let response: Response;
    try {
      response = await fetch(url, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        redirect: 'error',
        signal,
      });
    } catch (error) {
      throw unreached(error, origin, timeout);
    }
    if (response.status !== 200) throw await refusal(response, url, needs, origin);
    const text = await readText(response, maxBytes, 'Graph').catch((error: unknown) => {
      throw error instanceof CheckError ? error : unreached(error, origin, timeout);
    });
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new CheckError('malformed', `Graph at ${origin} sent something that is not JSON for ${short(url)}.`);
    }
  };

  const request = async (url: string, needs: Needs): Promise<unknown> => {
    for (let attempt = 1; ; attempt++) {
      const turn = Math.max(clock.now(), next);
      next = turn + pace;
      await clock.wait(turn - clock.now());
      try {
        return await once(url, needs);
      } catch (error) {
        if (!(error instanceof CheckError) || !error.retry || attempt >= tries) throw error;
        const pause = pauses.get(error) ?? 1_000 * 2 ** (attempt - 1);
        if (pause > longestWait) throw error;
        await clock.wait(pause);
      }
    }
  };

  const list = async (path: string, needs: Needs, maxPages = 50): Promise<Listed> => {
    const items: unknown[] = [];
    let url: string | undefined = root + path;
    for (let page = 0; url; page++) {
      if (page === maxPages) return { items, truncated: true };
      const body: unknown = await request(url, needs);
      const { value, '@odata.nextLink': link } = (body ?? {}) as { value?: unknown; '@odata.nextLink'?: unknown };
      if (!Array.isArray(value)) throw new CheckError('malformed', `Graph sent no list for ${short(url)}.`);
      items.push(...(value as unknown[]));
      url = nextPage(link, origin, url);
    }
    return { items, truncated: false };
  };

  return { get: (path, needs) => request(root + path, needs), list };
};

/** How long Graph asked to wait, beside the error that says so. */
const pauses = new WeakMap<CheckError, number>();

const short = (url: string): string => new URL(url).pathname;

/** The token goes only to the Graph that it was made for, so a link elsewhere is refused. */
const nextPage = (link: unknown, origin: string, from: string): string | undefined => {
  if (link === undefined || link === null) return undefined;
  const url = typeof link === 'string' && URL.canParse(link) ? new URL(link) : undefined;
  if (url?.origin !== origin)
    throw new CheckError('malformed', `Graph sent a next page for ${short(from)} that is not at ${origin}.`);
  if (url.href === from) throw new CheckError('malformed', `Graph sent the same page of ${short(from)} again.`);
  return url.href;
};

const unreached = (error: unknown, origin: string, timeout: number): CheckError => {
  const name = (error as Error).name;
  if (name === 'TimeoutError' || name === 'AbortError')
    return new CheckError('timed out', `Graph at ${origin} did not answer within ${timeout / 1_000} seconds.`, {
      cause: error,
    });
  const code = (error as { cause?: { code?: string } }).cause?.code;
  return new CheckError(
    'unreachable',
    `Graph at ${origin} cannot be reached${code ? ` (${code})` : ''}. Let this machine through to it.`,
    { cause: error, code },
  );
};

/** Seconds, possibly fractional, or a date. */
const retryAfter = (header: string | null): number | undefined => {
  if (header === null) return undefined;
  const seconds = Number.parseFloat(header);
  if (/^\s*\d/.test(header) && Number.isFinite(seconds)) return Math.ceil(seconds * 1_000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
};

/** What Graph's status means. Of its body only the short error code is read, and only to tell a licence from a right. */
const refusal = async (response: Response, url: string, needs: Needs, origin: string): Promise<CheckError> => {
  const body = await readText(response, 64_000, 'Graph').catch(() => '');
  const code = /"code"\s*:\s*"(\w{1,80})"/.exec(body)?.[1];
  const what = short(url);
  const { status } = response;
  const error = (kind: CheckError['kind'], message: string): CheckError =>
    new CheckError(kind, message, { code: code ?? String(status) });
  if (status === 429 || status >= 500) {
    if (status === 501) return error('not in this cloud', `This cloud's Graph does not offer ${what}.`);
    const failure =
      status === 429
        ? error('throttled', `Graph is throttling ${what}. It is tried again at the next run.`)
        : error('unavailable', `Graph answered ${status} for ${what}. It is tried again at the next run.`);
    const pause = retryAfter(response.headers.get('retry-after'));
    if (pause !== undefined) pauses.set(failure, pause);
    return failure;
  }
  if (status === 401)
    return error('not signed in', `Graph at ${origin} did not accept the token. Check that SIGNPOST_CLOUD is right.`);
  if (status === 403 && needs.licence && /NonPremiumTenant|premium|license/i.test(body))
    return error('not licensed', `Graph gives ${what} only to tenants with ${needs.licence}.`);
  if (status === 403)
    return error(
      'not permitted',
      `Graph refused ${what}: the application lacks ${needs.permission}. Add this application permission to its registration and grant admin consent; it counts within the hour.`,
    );
  if (status === 404) return error('not found', `Graph has no ${what}.`);
  return error('refused', `Graph refused ${what} with status ${status}${code ? ` (${code})` : ''}.`);
};
