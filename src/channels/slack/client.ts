/**
 * Clients of the Web API that go straight over HTTP. The SDK queues, copies and describes each call for a log, which costs more
 * than the rest of a turn; its methods and its errors stay, and where a proxy is set the SDK does it all.
 */
import type { RequestOptions } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { urlToHttpOptions } from 'node:url';
import { exchange, isProxied } from '../http.ts';
import type { Bolt, clientOptions, WebClient } from './sdk.ts';

type Options = ReturnType<typeof clientOptions>;

/** `team` is for a token of a whole organisation. */
export type NewClient = (token: string | undefined, team?: string) => WebClient;

type Result = {
  readonly ok: boolean;
  readonly error?: string;
  readonly response_metadata?: { warnings?: string[]; messages?: string[] };
};

export const clientsOf = ({ webApi }: Bolt, options: Options): NewClient => {
  if (isProxied())
    return (token, team) => new webApi.WebClient(token, { ...options, ...(team !== undefined && { teamId: team }) });

  const { logger, timeout, retryConfig } = options;

  const once = async (to: To, body: Body): Promise<Result> => {
    const headers = { ...to.headers, 'user-agent': 'Signpost', 'content-type': body.type };
    const answered = await exchange({ ...to, method: 'POST', headers }, body.bytes, timeout).catch((error: Error) => {
      throw new webApi.WebAPIRequestError(error);
    });
    const { status, headers: told, text } = answered;
    if (status >= 300 && status < 400)
      throw new webApi.WebAPIRequestError(new Error(`It was answered with a redirect (${status}).`));
    if (status === 429) throw new webApi.WebAPIRateLimitedError(Number.parseInt(told['retry-after'] ?? '', 10));
    if (status !== 200) throw new webApi.WebAPIHTTPError(status, '', {}, text);
    const result = parsed(text);
    if (!result) throw new webApi.WebAPIRequestError(new Error('What answered was not Slack.'));
    return result;
  };

  const call = async (...args: Parameters<typeof once>): Promise<Result> => {
    for (let left = retryConfig.retries; ; left--) {
      try {
        return await once(...args);
      } catch (error) {
        if (left === 0 || error instanceof webApi.WebAPIRateLimitedError) throw error;
        await sleep(retryConfig.minTimeout);
      }
    }
  };

  class Client extends webApi.WebClient {
    readonly #team: string | undefined;
    readonly #server = urlToHttpOptions(new URL(this.slackApiUrl));

    constructor(token: string | undefined, team: string | undefined) {
      super(token, options);
      this.#team = team;
    }

    override async apiCall(method: string, args: Record<string, unknown> = {}): ReturnType<WebClient['apiCall']> {
      const headers = { accept: 'application/json', authorization: `Bearer ${this.token ?? ''}` };
      const to = { ...this.#server, path: `${this.#server.path ?? ''}${method}`, headers };
      const result = await call(to, bodyOf({ team_id: this.#team, ...args }));
      const { warnings = [], messages = [] } = result.response_metadata ?? {};
      for (const told of [...warnings, ...messages]) logger.warn(told);
      if (!result.ok) throw new webApi.WebAPIPlatformError({ ...result, error: result.error ?? '' });
      return result;
    }
  }
  return (token, team) => new Client(token, team);
};

type To = Omit<RequestOptions, 'headers'> & { readonly headers: Readonly<Record<string, string>> };

type Body = { readonly type: string; readonly bytes: Buffer };

type Plain = string | number | boolean;

/** Slack takes a form for every method; JSON, which is cheaper to write, for those that take arguments with parts. */
const bodyOf = (args: Readonly<Record<string, unknown>>): Body => {
  if (Object.values(args).some((value) => typeof value === 'object'))
    return { type: 'application/json; charset=utf-8', bytes: Buffer.from(JSON.stringify(args)) };
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(args)) if (value !== undefined) form.set(name, `${value as Plain}`);
  return { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(form.toString()) };
};

/** Undefined for what is no JSON object, such as a page of something in front of Slack. */
const parsed = (text: string): Result | undefined => {
  try {
    const result: unknown = JSON.parse(text);
    return typeof result === 'object' && result !== null ? (result as Result) : undefined;
  } catch {
    return undefined;
  }
};
