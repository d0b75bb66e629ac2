/** How many large requests are read at once: what is read before it is known who sends it must fit into memory. */
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { InputError } from '../model/errors.ts';
import { sourceOf } from './source.ts';

/** A body over this is large, in bytes. */
const little = 64 * 1024;

/** What one source may take of all, so that nobody alone shuts the others out. */
const shareOfOne = 1 / 4;

/**
 * Counts a large request for as long as it takes, one of unknown size from where it has become large. Throws `InputError`
 * when there are too many; what has already begun is answered and broken off instead.
 */
export const limitLarge = (most: number, proxies: number) => {
  const fromOne = Math.ceil(most * shareOfOne);
  const held = new Map<string, number>();
  let all = 0;

  const admit = (request: IncomingMessage, response: ServerResponse): void => {
    const source = sourceOf(request, proxies);
    const others = held.get(source) ?? 0;
    if (all >= most || others >= fromOne) {
      response.setHeader('Connection', 'close');
      response.setHeader('Retry-After', '5');
      throw new InputError('Too many large requests are being read. Send it again later.', 503);
    }
    all++;
    held.set(source, others + 1);
    response.once('close', () => {
      all--;
      const left = held.get(source)! - 1;
      if (left > 0) held.set(source, left);
      else held.delete(source);
    });
  };

  const breakOff = (request: IncomingMessage, response: ServerResponse, error: InputError): void => {
    response.writeHead(error.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ error: error.message }));
    request.destroy(error);
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.headers['transfer-encoding'] === undefined) {
      if (Number(request.headers['content-length'] ?? 0) > little) admit(request, response);
      return;
    }
    let size = 0;
    const count = (chunk: Uint8Array): void => {
      size += chunk.length;
      if (size <= little) return;
      request.off('data', count);
      try {
        admit(request, response);
      } catch (error) {
        breakOff(request, response, error as InputError);
      }
    };
    // The `on` of a stream would begin to read before the route does.
    EventEmitter.prototype.on.call(request, 'data', count);
  };
};
