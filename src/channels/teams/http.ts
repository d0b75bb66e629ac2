/** JSON in and out over node's own request and response. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { InputError } from '../../model/errors.ts';

const limit = 256 * 1024;

/** The JSON that a request carries; throws `InputError` when it carries none. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const body = await bytesOf(request, limit).catch(() => {
    throw new InputError('The request broke off. Send it again.');
  });
  if (body.length > limit) throw new InputError('The activity is larger than 256 kB. Send a smaller one.', 413);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new InputError('The request is not JSON. Send one Bot Framework activity as a JSON object.');
  }
};

/** Reads to the end, so that the sender gets to read the answer, but keeps little more than `most` bytes. */
export const bytesOf = (message: IncomingMessage, most = Number.POSITIVE_INFINITY): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      if (size <= most) chunks.push(chunk);
      size += chunk.length;
    });
    message.once('end', () => resolve(Buffer.concat(chunks)));
    message.once('error', reject);
    message.once('close', () => {
      if (!message.readableEnded) reject(new Error('The connection ended too early.'));
    });
  });

/** What to answer over HTTP. */
export type Result = { readonly status: number; readonly body?: object };

/** Answers a request. */
export const sendJson = (response: ServerResponse, { status, body }: Result): void => {
  response.writeHead(status, body ? { 'Content-Type': 'application/json; charset=utf-8' } : {});
  response.end(body && JSON.stringify(body));
};
