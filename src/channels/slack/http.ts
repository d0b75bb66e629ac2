/** Slack over HTTP: one route for events, commands and presses, each verified before it is read. */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { InputError } from '../../model/errors.ts';
import type { Log, Route } from '../../model/ports.ts';
import type { Bolt } from './sdk.ts';

/** Hands one payload to bolt, and resolves with what acknowledges it; throws `InputError` when it is none. */
export type Dispatch = (payload: unknown) => Promise<unknown>;

const bodyLimit = 1024 * 1024;
const clockSkew = 5 * 60;

type Http = Bolt['HTTPModuleFunctions'];
type Buffered = Awaited<ReturnType<Http['bufferIncomingMessage']>>;

/**
 * The acknowledgement leaves when the turn is committed: a crash before it makes Slack deliver an event again,
 * while a command or press is lost and shown to its person as failed.
 */
export const routeOf = (bolt: Bolt, signingSecret: string, dispatch: Dispatch, log: Log): Route => {
  const http = bolt.HTTPModuleFunctions;
  const faultOf = signedWith(signingSecret);

  const buffered = (request: Parameters<Http['bufferIncomingMessage']>[0]): Promise<Buffered> =>
    http.bufferIncomingMessage(request, bodyLimit).catch((error: unknown) => {
      const status = http.isRawBodyError(error) ? error.statusCode : 400;
      throw new InputError('The request is larger than 1 MB or was cut off.', status);
    });

  const parsed = (request: Buffered): unknown => {
    try {
      return http.parseHTTPRequestBody(request);
    } catch {
      throw new InputError('The request is neither JSON nor a form with JSON in it.');
    }
  };

  return {
    method: 'POST',
    path: '/slack/events',
    async handle(incoming, response) {
      const request = await buffered(incoming);
      if (checksCertificate(request)) return http.buildContentResponse(response, undefined);
      const why = faultOf(request);
      if (why !== undefined) {
        log.warn({ why }, 'a Slack request was not admitted');
        throw new InputError('The request is not signed by Slack, or not within the last five minutes.', 401);
      }
      const body = parsed(request);
      if (is(body, 'type', 'url_verification')) return http.buildUrlVerificationResponse(response, body);
      http.buildContentResponse(response, await dispatch(body));
    },
  };
};

/** What keeps a request from being one that Slack signed within the last five minutes; undefined where nothing does. */
const signedWith = (secret: string) => {
  const key = createSecretKey(secret, 'utf8');
  return ({ headers, rawBody }: Buffered): string | undefined => {
    const { 'x-slack-request-timestamp': time, 'x-slack-signature': signature } = headers;
    if (typeof time !== 'string' || typeof signature !== 'string') return 'it has no signature';
    const away = Math.abs(Number(time) - Date.now() / 1000);
    if (Number.isNaN(away)) return 'its time is none';
    if (away > clockSkew) return `its time is ${Math.round(away)} seconds from that of this computer's clock`;
    const ours = createHmac('sha256', key).update(`v0:${time}:`).update(rawBody).digest('hex');
    return isSame(`v0=${ours}`, signature) ? undefined : 'its signature is not of SLACK_SIGNING_SECRET';
  };
};

const isSame = (ours: string, theirs: string): boolean => {
  const [one, other] = [Buffer.from(ours), Buffer.from(theirs)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** Slack does so without a signature, so nothing of it is read. */
const checksCertificate = ({ headers, rawBody }: Buffered): boolean =>
  headers['content-type'] === 'application/x-www-form-urlencoded' &&
  new URLSearchParams(rawBody.toString()).get('ssl_check') === '1';

const is = (body: unknown, key: string, value: string): boolean =>
  typeof body === 'object' && body !== null && Reflect.get(body, key) === value;
