/** JSON in and out over node's own request and response. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bytesOf } from '../../model/body.ts';
import { InputError } from '../../model/errors.ts';

const limit = 256 * 1024;

/** The JSON that a request carries; throws `InputError` when it carries none. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const body = await bytesOf(request, limit).catch(() => {
    throw new InputError('The request broke off. Send it again.');
  });
  if (!body) throw new InputError('The activity is larger than 256 kB. Send a smaller one.', 413);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new InputError('The request is not JSON. Send one Bot Framework activity as a JSON object.');
  }
};

/** What to answer over HTTP. */
export type Result = { readonly status: number; readonly body?: object };

/** Answers a request. */
export const sendJson = (response: ServerResponse, { status, body }: Result): void => {
  response.writeHead(status, body ? { 'Content-Type': 'application/json; charset=utf-8' } : {});
  response.end(body && JSON.stringify(body));
};
