/** The way in for other systems: POST /api/notices. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearerOf } from '../model/bearer.ts';
import { bytesOf } from '../model/body.ts';
import { InputError } from '../model/errors.ts';
import type { Sighting } from '../model/notice.ts';
import type { Log, Route } from '../model/ports.ts';
import { readNotices } from './read.ts';

const largest = 256 * 1024;

/** How many posts are taken in at a time; more are asked to come again. */
const mostAtOnce = 32;

/** After how many seconds they come again. */
const comeAgain = 5;

type Inbox = {
  readonly isToken: (given: string) => boolean;
  /** Keeps what was seen; `full` when there is no room for more notices. */
  readonly take: (sightings: readonly Sighting[]) => Promise<'taken' | 'full'>;
  /** Hides secrets. */
  readonly mask: (text: string) => string;
  readonly log: Log;
  readonly most?: number;
};

/** The token comes as bearer, as the password of basic authentication, or as the last part of the path. */
export const inbox = ({ isToken, take, mask, log, most = mostAtOnce }: Inbox): readonly Route[] => {
  let atOnce = 0;

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (atOnce >= most) return busy(response, `${most} posts are being taken in already.`);
    atOnce++;
    try {
      const body = await bytesOf(request, largest);
      if (!body) throw new InputError('The body is longer than 256 KB. Send fewer notices at a time.', 413);
      const sightings = readNotices(body.toString(), mask);
      const outcome = await take(sightings);
      if (outcome === 'full') return busy(response, 'Too many notices are open. Resolve some, or report fewer things.');
      answer(response, 200, { accepted: sightings.length });
    } catch (error) {
      if (error instanceof InputError || request.errored) throw error;
      log.error({ err: error }, 'a post to /api/notices could not be kept');
      busy(response, 'It could not be kept just now.');
    } finally {
      atOnce--;
    }
  };

  const guarded = (path: string): Route => ({
    method: 'POST',
    path,
    handle: async (request, response) => {
      const tokens = offered(request);
      if (tokens.some(isToken)) return receive(request, response);
      const why = tokens.length > 0 ? 'its token is not that of SIGNPOST_API_TOKEN' : 'it has no token';
      log.warn({ why }, 'a post to /api/notices was not admitted');
      response.setHeader('www-authenticate', 'Bearer');
      answer(response, 401, {
        error: 'The token is missing or wrong. Send "Authorization: Bearer" with the value of SIGNPOST_API_TOKEN.',
      });
    },
  });
  return [guarded('/api/notices'), guarded('/api/notices/:token')];
};

const offered = (request: IncomingMessage): readonly string[] => {
  const inPath = /^\/api\/notices\/([^/?#]+)/.exec(request.url ?? '')?.[1];
  const all = [bearerOf(request), passwordOf(request), inPath && decoded(inPath)];
  return all.filter((one) => one !== undefined);
};

const passwordOf = ({ headers }: IncomingMessage): string | undefined => {
  const encoded = /^basic +(.+)$/i.exec(headers.authorization ?? '')?.[1];
  return (
    encoded &&
    Buffer.from(encoded, 'base64')
      .toString()
      .replace(/^[^:]*:/, '')
  );
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const busy = (response: ServerResponse, why: string): void => {
  response.setHeader('retry-after', String(comeAgain));
  answer(response, 503, { error: `${why} Send it again later.` });
};

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};
