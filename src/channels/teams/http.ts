/** JSON in and out over node's own request and response. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { InputError } from '../../model/errors.ts';

const limit = 256 * 1024;

/** Reads past the limit without keeping what comes, so that the sender gets to read the refusal. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new InputError('The activity is larger than 256 kB. Send a smaller one.', 413);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
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
