/** One TLS connection to one address, looked at without trusting it. */
import type { X509Certificate } from 'node:crypto';
import { connect as dialTcp, type Socket } from 'node:net';
import { connect as startTls, type TLSSocket } from 'node:tls';
import { CheckError } from '../model/errors.ts';

/** Opens a TCP connection to exactly this address. */
type Dial = (address: string, port: number) => Socket;

export const dialDirectly: Dial = (address, port) => dialTcp({ host: address, port });

export type Route = {
  /** The name that is asked for: SNI and Host header. */
  readonly host: string;
  /** The address that was resolved and allowed; the name is not resolved a second time. */
  readonly address: string;
  readonly port: number;
};

export type ConnectOptions = {
  readonly dial?: Dial;
  /** Trusted roots in PEM instead of the built-in ones. */
  readonly ca?: readonly string[] | undefined;
  /** Milliseconds for TCP and TLS together. */
  readonly timeout?: number;
};

/** What a server showed. The chain begins with its own certificate. */
export type Shown = {
  readonly chain: readonly X509Certificate[];
  /** Why the chain is not trusted, as OpenSSL names it; only the first problem. */
  readonly distrust?: string;
  readonly fitsName: boolean;
  readonly protocol: string;
};

/** Opens a connection and hands the socket over; throws `CheckError`. The caller destroys it. */
export const open = async (route: Route, options: ConnectOptions = {}): Promise<TLSSocket> => {
  const { dial = dialDirectly, ca, timeout = 10_000 } = options;
  const tcp = dial(route.address, route.port);
  return new Promise((done, fail) => {
    let tls: TLSSocket | undefined;
    const end = (error: CheckError): void => {
      clearTimeout(timer);
      tls?.destroy();
      tcp.destroy();
      fail(error);
    };
    const timer = setTimeout(() => end(timedOut(route, timeout)), timeout);
    tcp.once('error', (error) => end(failed(route, error)));
    tcp.once('close', () => end(failed(route, { code: 'ECONNRESET' })));
    tls = startTls({
      socket: tcp,
      servername: route.host,
      rejectUnauthorized: false,
      /** The name is judged by itself; here it would hide behind, or hide, what is wrong with the chain. */
      checkServerIdentity: () => undefined,
      ...(ca ? { ca: [...ca] } : {}),
      ALPNProtocols: ['http/1.1'],
    });
    tls.once('error', (error) => end(failed(route, error)));
    tls.once('secureConnect', () => {
      clearTimeout(timer);
      tls.removeAllListeners('error');
      tcp.removeAllListeners('close');
      tls.on('error', () => undefined);
      done(tls);
    });
  });
};

/** What the server shows of itself on this socket. */
export const shownOn = (socket: TLSSocket, host: string): Shown => {
  const leaf = socket.getPeerX509Certificate();
  if (!leaf) throw new CheckError('malformed', `${host} showed no certificate.`);
  const chain: X509Certificate[] = [];
  for (let one: X509Certificate | undefined = leaf; one && chain.length < 10; one = one.issuerCertificate) {
    const { fingerprint256 } = one;
    if (chain.some((before) => before.fingerprint256 === fingerprint256)) break;
    chain.push(one);
  }
  return {
    chain,
    ...(socket.authorized ? {} : { distrust: codeOf(socket.authorizationError) }),
    fitsName: leaf.checkHost(host) !== undefined,
    protocol: socket.getProtocol() ?? 'TLS',
  };
};

const codeOf = (error: unknown): string =>
  typeof error === 'string' ? error : ((error as { code?: string } | null)?.code ?? 'not trusted');

const at = ({ host, address, port }: Route): string => `${host} at ${address}, port ${port},`;

const timedOut = (route: Route, timeout: number): CheckError =>
  new CheckError('timed out', `${at(route)} did not answer within ${timeout / 1_000} seconds.`);

const failed = (route: Route, error: { code?: string; message?: string }): CheckError => {
  const { code } = error;
  const say = (kind: CheckError['kind'], what: string): CheckError =>
    new CheckError(kind, `${at(route)} ${what}.`, { code, cause: error });
  if (code === 'ECONNREFUSED') return say('unreachable', 'refuses connections');
  if (code === 'ECONNRESET' || code === 'EPIPE')
    return say('unreachable', 'closes the connection during the TLS start');
  if (code === 'ETIMEDOUT') return say('timed out', 'does not answer');
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return say('unreachable', 'has no route from here');
  if (code?.startsWith('ERR_SSL') || code === 'EPROTO')
    return say('malformed', `does not speak TLS properly (${code})`);
  return say('unreachable', `cannot be connected to (${code ?? 'no code'})`);
};
