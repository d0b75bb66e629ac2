/** Slack over HTTP: one route for events, commands and presses, each verified before it is read. */
import type { IncomingMessage } from 'node:http';
import { InputError } from '../../model/errors.ts';
import type { Log, Route } from '../../model/ports.ts';
import type { Bolt } from './sdk.ts';

/** Hands one payload to bolt, and resolves with what acknowledges it; throws `InputError` when it is none. */
export type Dispatch = (payload: unknown) => Promise<unknown>;

const bodyLimit = 1024 * 1024;
const clockSkew = 5 * 60;

/**
 * The acknowledgement leaves when the turn is committed: a crash before it makes Slack deliver an event again,
 * while a command or press is lost and shown to its person as failed.
 */
export const routeOf = (bolt: Bolt, signingSecret: string, dispatch: Dispatch, log: Log): Route => {
  const http = bolt.HTTPModuleFunctions;

  const verified = async (request: IncomingMessage) => {
    try {
      const read = await http.parseAndVerifyHTTPRequest({ signingSecret, bodyLimit }, request);
      const ahead = Number(request.headers['x-slack-request-timestamp']) - Date.now() / 1000;
      if (ahead > clockSkew) throw new Error('The timestamp lies in the future.');
      return read;
    } catch (error) {
      if (http.isRawBodyError(error))
        throw new InputError('The request is larger than 1 MB or was cut off.', error.statusCode);
      log.warn({ why: String(error) }, 'a Slack request was not admitted');
      throw new InputError('The request is not signed by Slack, or not within the last five minutes.', 401);
    }
  };

  const read = async (request: IncomingMessage): Promise<unknown> => {
    const buffered = await verified(request);
    try {
      return http.parseHTTPRequestBody(buffered);
    } catch {
      throw new InputError('The request is neither JSON nor a form with JSON in it.');
    }
  };

  return {
    method: 'POST',
    path: '/slack/events',
    async handle(request, response) {
      const body = await read(request);
      if (is(body, 'type', 'url_verification')) return http.buildUrlVerificationResponse(response, body);
      http.buildContentResponse(response, is(body, 'ssl_check', '1') ? undefined : await dispatch(body));
    },
  };
};

const is = (body: unknown, key: string, value: string): boolean =>
  typeof body === 'object' && body !== null && Reflect.get(body, key) === value;
