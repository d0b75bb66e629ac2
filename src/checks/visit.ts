/** One HTTP GET to one pinned address; follows no redirect, reads the whole body up to a cap. */
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { CheckError } from '../model/errors.ts';
import { tooLarge } from './body.ts';
import { type ConnectOptions, dialDirectly, open, type Route, shownOn } from './connect.ts';

type Visit = {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  /** The host that a redirect leads to. */
  readonly redirect?: string;
  /** Whether the connection's certificate was trusted and fits the name; false as well over plain HTTP. */
  readonly trusted: boolean;
};

export type VisitOptions = ConnectOptions & {
  readonly maxBytes?: number;
  /** Milliseconds for the answer with its body. */
  readonly patience?: number;
};

/** GET over TLS; the certificate is not enforced, because what is wrong with it is a finding of its own. */
export const visit = async (route: Route, path: string, options: VisitOptions = {}): Promise<Visit> => {
  const socket = await open(route, options);
  try {
    const { distrust, fitsName } = shownOn(socket, route.host);
    return { ...(await ask(socket, route, path, options)), trusted: distrust === undefined && fitsName };
  } finally {
    socket.destroy();
  }
};

/** GET over plain HTTP, which only the health page of a proxy is asked by. */
export const visitPlainly = async (route: Route, path: string, options: VisitOptions = {}): Promise<Visit> => {
  const socket = (options.dial ?? dialDirectly)(route.address, route.port);
  socket.on('error', () => undefined);
  try {
    return { ...(await ask(socket, route, path, options)), trusted: false };
  } finally {
    socket.destroy();
  }
};

const ask = (socket: Duplex, route: Route, path: string, options: VisitOptions): Promise<Omit<Visit, 'trusted'>> => {
  const { maxBytes = 1_000_000, patience = 15_000 } = options;
  const where = `${route.host}${path} at ${route.address}`;
  return new Promise((done, fail) => {
    let sent: ClientRequest | undefined;
    const end = (error: CheckError): void => {
      clearTimeout(timer);
      sent?.destroy();
      fail(error);
    };
    const timer = setTimeout(
      () => end(new CheckError('timed out', `${where} did not answer in full within ${patience / 1_000} seconds.`)),
      patience,
    );
    const broken = (error: NodeJS.ErrnoException): void =>
      end(
        new CheckError('unreachable', `${where} broke the connection off${error.code ? ` (${error.code})` : ''}.`, {
          code: error.code,
          cause: error,
        }),
      );
    sent = request({
      createConnection: () => socket,
      method: 'GET',
      path,
      headers: {
        host: route.host,
        accept: '*/*',
        'accept-encoding': 'identity',
        'user-agent': 'Signpost',
        connection: 'close',
      },
      maxHeaderSize: 32_768,
    });
    sent.once('error', broken);
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) end(tooLarge(where, maxBytes));
        else chunks.push(chunk);
      });
      response.once('error', broken);
      response.once('end', () => {
        clearTimeout(timer);
        if (!response.complete) return broken({ name: 'Error', message: 'cut off', code: 'ECONNRESET' });
        done({ ...headOf(response, route), body: Buffer.concat(chunks) });
      });
    });
    sent.end();
  });
};

const headOf = (response: IncomingMessage, route: Route): Omit<Visit, 'trusted' | 'body'> => {
  const to = response.headers.location;
  const base = `https://${route.host}/`;
  return {
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'] ?? '',
    ...(to && URL.canParse(to, base) ? { redirect: new URL(to, base).host } : {}),
  };
};
