/** Where AD FS is, how it is reached, and its metadata. */
import { CheckError } from '../model/errors.ts';
import { addressesOf, isHostName, type Resolve, resolveByDns } from './address.ts';
import type { Trust } from './entra.ts';
import { maxMetadataBytes, type Metadata, metadataPath, readMetadata } from './metadata.ts';
import { visit, type VisitOptions } from './visit.ts';

/** How the internet is reached; tests lead it to loopback. */
export type Net = VisitOptions & {
  readonly resolve?: Resolve;
  readonly allowPrivate?: boolean;
  /** Ports other than 443 and 80, for tests. */
  readonly ports?: { readonly https: number; readonly http: number };
};

export type Fetched = { readonly metadata: Metadata; readonly trusted: boolean };

/** A sign-in service: its name, and where to look for it if not where DNS says on port 443. */
export type Target = { readonly host: string; readonly port?: number; readonly address?: string };

/** The place that an address leads to; undefined for anything but https to a name. */
export const targetOf = (uri: string | undefined): Target | undefined => {
  if (uri === undefined || !URL.canParse(uri)) return undefined;
  const { hostname, port, protocol } = new URL(uri);
  if (protocol !== 'https:' || !isHostName(hostname)) return undefined;
  return { host: hostname.toLowerCase(), ...(port ? { port: Number(port) } : {}) };
};

/** The sign-in service of a trust: the operator's own word, or where browsers are sent; `adfs` tells whether it looks like AD FS. */
export const signInOf = (
  trust: Trust,
  hosts: Readonly<Record<string, Target>>,
): { readonly target: Target; readonly adfs: boolean } | undefined => {
  const own = hosts[trust.domain] ?? hosts['*'];
  if (own) return { target: own, adfs: true };
  const target = targetOf(trust.passiveSignInUri);
  // What others wrote into Entra must not lead to the other services of a host.
  if (target?.port !== undefined) return undefined;
  return target && { target, adfs: /^https:\/\/[^/]+\/adfs\//i.test(trust.passiveSignInUri ?? '') };
};

/** The net as it leads to one target. */
export const netTo = (net: Net, { port, address }: Target): Net => ({
  ...net,
  ...(port === undefined ? {} : { ports: { https: port, http: net.ports?.http ?? 80 } }),
  ...(address === undefined ? {} : { resolve: async () => [address] }),
});

/** Reads the metadata from the first address that gives it; throws `CheckError`. */
export const fetchMetadata = async (host: string, net: Net): Promise<Fetched> => {
  const { resolve = resolveByDns, allowPrivate = false, ports = { https: 443, http: 80 } } = net;
  const { allowed } = await addressesOf(host, resolve, allowPrivate);
  let last: CheckError | undefined;
  for (const address of allowed.slice(0, 8)) {
    try {
      const route = { host, address, port: ports.https };
      const answer = await visit(route, metadataPath, { ...net, maxBytes: maxMetadataBytes });
      if (answer.status === 200) return { metadata: readMetadata(answer.body), trusted: answer.trusted };
      last = new CheckError(
        'refused',
        `${host} answers ${answer.status} for its federation metadata${answer.redirect ? ` and points to ${answer.redirect}, which is not followed` : ''}.`,
        { code: String(answer.status) },
      );
    } catch (error) {
      if (!(error instanceof CheckError)) throw error;
      last = error;
    }
  }
  throw last ?? new CheckError('not found', `${host} has no address that may be visited.`);
};
