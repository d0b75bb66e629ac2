/** The public side of AD FS: name, connection, metadata, mex, and a proxy that answers for a dead farm. */
import { CheckError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import { addressesOf, resolveByDns } from './address.ts';
import { certificateFindings } from './certificate.ts';
import { cleanFindings } from './clean.ts';
import { showProxyHealth } from './command.ts';
import { open, type Route, type Shown, shownOn } from './connect.ts';
import type { Net } from './target.ts';
import { metadataPath } from './metadata.ts';
import { visit, visitPlainly } from './visit.ts';

export const mexPath = '/adfs/services/trust/mex';

/** What one address of the host did. */
type AddressReport = {
  readonly address: string;
  readonly shown?: Shown;
  /** Why there was no TLS connection. */
  readonly error?: CheckError;
  readonly metadata?: PageReport;
  readonly mex?: PageReport;
  /** Whether the proxy's own health page answers. */
  readonly probe?: boolean;
};

export type PageReport =
  | { readonly status: number; readonly xml: boolean; readonly redirect?: string }
  | { readonly error: CheckError };

export type EndpointReport = {
  readonly host: string;
  readonly findings: readonly Finding[];
  readonly addresses: readonly AddressReport[];
};

/** More addresses than this are not visited in one run. */
const mostAddresses = 8;

/** Looks at every address of a host and says what is wrong; a sign-in service that is not AD FS is asked for no pages of AD FS. */
export const checkEndpoint = async (
  host: string,
  domains: readonly string[],
  now: number,
  net: Net,
  adfs = true,
): Promise<EndpointReport> => {
  let addresses: readonly string[];
  try {
    const found = await addressesOf(host, net.resolve ?? resolveByDns, net.allowPrivate ?? false);
    addresses = found.allowed.slice(0, mostAddresses);
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    return { host, addresses: [], findings: judge({ host, domains, now, reports: [], dns: error }) };
  }
  const reports = await Promise.all(addresses.map((address) => look(host, address, net, adfs)));
  return { host, addresses: reports, findings: cleanFindings(judge({ host, domains, now, reports })) };
};

const look = async (host: string, address: string, net: Net, adfs: boolean): Promise<AddressReport> => {
  const ports = net.ports ?? { https: 443, http: 80 };
  const route: Route = { host, address, port: ports.https };
  let shown: Shown;
  try {
    const socket = await open(route, net);
    try {
      shown = shownOn(socket, host);
    } finally {
      socket.destroy();
    }
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    return { address, error };
  }
  if (!adfs) return { address, shown };
  const [metadata, mex] = [await page(route, metadataPath, net), await page(route, mexPath, net)];
  const dead = failing(metadata) && failing(mex);
  const probe = dead
    ? await visitPlainly({ ...route, port: ports.http }, '/adfs/probe', { ...net, patience: 5_000 }).then(
        ({ status }) => status === 200,
        () => false,
      )
    : undefined;
  return { address, shown, metadata, mex, ...(probe === undefined ? {} : { probe }) };
};

const page = async (route: Route, path: string, net: Net): Promise<PageReport> => {
  try {
    const { status, body, redirect } = await visit(route, path, net);
    const xml =
      /^(?:\uFEFF)?\s*<(?:\?xml|[\w-]+:?\w*)/.test(
        body.subarray(0, 200).toString(body[1] === 0 || body[0] === 0xff ? 'utf16le' : 'utf8'),
      ) && !/<html/i.test(body.subarray(0, 500).toString('latin1'));
    return { status, xml, ...(redirect ? { redirect } : {}) };
  } catch (error) {
    if (error instanceof CheckError) return { error };
    throw error;
  }
};

/** The server answers and the farm behind it does not. */
const failing = (report: PageReport | undefined): boolean =>
  report !== undefined &&
  ('error' in report ? ['timed out', 'unreachable'].includes(report.error.kind) : report.status >= 500);

const good = (report: PageReport | undefined): boolean =>
  report !== undefined && !('error' in report) && report.status === 200 && report.xml;

/** An IPv6 address that a machine without IPv6 cannot reach says nothing about the service. */
const noRoute = (address: string, error: CheckError | undefined): boolean =>
  address.includes(':') && ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error?.code ?? '');

// === Findings ===

type Judged = {
  readonly host: string;
  readonly domains: readonly string[];
  readonly now: number;
  readonly reports: readonly AddressReport[];
  readonly dns?: CheckError;
};

/** Pure: what the reports mean. Every key is reported in every run. */
export const judge = ({ host, domains, now, reports, dns }: Judged): readonly Finding[] => {
  const about = {
    check: 'endpoint',
    host,
    domains,
    codes: [],
    ...(domains.length > 0 ? { affected: `all federated users of ${domains.join(', ')}` } : {}),
  } as const;
  const key = (what: string): string => `endpoint/${host}/${what}`;
  const reached = reports.filter((report) => report.shown);
  const far = reports.filter(({ address, error }) => noRoute(address, error));
  const closed = reports.filter((report) => report.error && !far.includes(report));
  const some = (list: readonly AddressReport[]): string =>
    reports.length > 1
      ? `${list.length} of ${reports.length} addresses: ${list.map(({ address }) => address).join(', ')}`
      : (list[0]?.address ?? '');
  const unknown = (what: string, title: string, parent = 'connect'): Finding => ({
    ...about,
    key: key(what),
    state: 'unknown',
    severity: 'info',
    title,
    parent: key(parent),
  });

  const name: Finding = {
    ...about,
    key: key('dns'),
    state: !dns ? 'ok' : dns.kind === 'not found' ? 'firing' : 'unknown',
    severity: dns?.kind === 'not found' ? 'critical' : 'info',
    title: !dns
      ? `${host} has an address`
      : dns.kind === 'not found'
        ? `${host} has no address in DNS: nobody can reach the sign-in page`
        : `${host} was not visited`,
    ...(dns
      ? {
          evidence: dns.message,
          ...(dns.kind === 'not found'
            ? {
                entry: 'adfs-name-resolution-or-hrd',
                action: `Put the public address of the proxy for ${host} back into the public DNS zone.`,
              }
            : {}),
        }
      : {}),
  };
  const connect: Finding =
    reports.length === 0
      ? unknown('connect', `${host} could not be connected to without an address`, 'dns')
      : far.length === reports.length
        ? unknown('connect', `${host} has only IPv6 addresses, and this machine has no way there`, 'dns')
        : {
            ...about,
            key: key('connect'),
            state: closed.length > 0 ? 'firing' : 'ok',
            severity: reached.length === 0 ? 'critical' : 'warning',
            title:
              closed.length === 0
                ? `${host} takes connections`
                : reached.length === 0
                  ? `${host} cannot be connected to: federated sign-in fails from here`
                  : `${host} cannot be connected to at some of its addresses: sign-in fails now and then`,
            parent: key('dns'),
            ...(closed.length > 0
              ? {
                  evidence: `${closed.map(({ error }) => error!.message).join(' ')}${reports.length > 1 ? ` ${some(closed)}.` : ''}`,
                  entry: 'adfs-external-only-failure',
                  action: 'Look whether the proxy and the firewall in front of it are up, port 443.',
                  command: showProxyHealth(),
                }
              : {}),
          };
  if (reached.length === 0)
    return [
      name,
      connect,
      ...['tls', 'tls-name', 'tls-chain', 'farm'].map((what) =>
        unknown(what, `${what} of ${host} could not be looked at`),
      ),
      ...['metadata', 'mex'].map((what) => unknown(what, `${what} of ${host} could not be looked at`, 'farm')),
    ];

  const shown = reached.map((report) => ({ address: report.address, shown: report.shown! }));
  const connection = [name, connect, ...certificateFindings(host, shown, now, { ...about, parent: key('connect') })];
  if (!reached.some(({ metadata }) => metadata))
    return [
      ...connection,
      unknown('farm', `${host} is not AD FS, so no pages of AD FS were asked for`),
      ...['metadata', 'mex'].map((what) => unknown(what, `${host} is not AD FS and has no ${what} to read`, 'farm')),
    ];

  // The farm behind
  const dead = reached.filter(({ metadata, mex }) => failing(metadata) && failing(mex));
  const proxyUp = dead.some(({ probe }) => probe);
  const farm: Finding = {
    ...about,
    key: key('farm'),
    state: dead.length > 0 ? 'firing' : 'ok',
    severity: dead.length === reached.length ? 'critical' : 'warning',
    title:
      dead.length > 0
        ? `The proxy of ${host} answers but AD FS behind it does not: federated sign-in fails from outside`
        : `AD FS answers behind ${host}`,
    parent: key('connect'),
    ...(dead[0]
      ? {
          evidence: `Metadata: ${said(dead[0].metadata)}. Mex: ${said(dead[0].mex)}. ${proxyUp ? "The proxy's health page answers, which it does even when AD FS is down." : "The proxy's health page was not answered or is closed to us."}${reports.length > 1 ? ` ${some(dead)}.` : ''}`,
          entry: 'adfs-proxy-trust-broken',
          action: 'Look whether the AD FS service runs and whether the proxy still has the trust of the farm.',
          command: showProxyHealth(),
        }
      : {}),
  };
  const pageFinding = (what: 'metadata' | 'mex', path: string, effect: string): Finding => {
    const bad = reached.filter((report) => !good(report[what]));
    return {
      ...about,
      key: key(what),
      state: bad.length > 0 ? 'firing' : 'ok',
      severity: 'warning',
      title: bad.length > 0 ? `https://${host}${path} cannot be read: ${effect}` : `https://${host}${path} can be read`,
      parent: key('farm'),
      ...(bad[0]
        ? {
            evidence: `${said(bad[0][what])}${reports.length > 1 ? `, ${some(bad)}` : ''}. Expected: 200 with XML.`,
            entry: what === 'metadata' ? 'adfs-external-only-failure' : 'adfs-endpoint-disabled',
            action: `Open the address from outside the network and look whether the endpoint is enabled and published by the proxy.`,
          }
        : {}),
    };
  };
  return [
    ...connection,
    farm,
    pageFinding('metadata', metadataPath, 'Entra will not learn of new signing certificates'),
    pageFinding('mex', mexPath, 'desktop programs and device registration cannot sign in'),
  ];
};

const said = (report: PageReport | undefined): string =>
  report === undefined
    ? 'not asked'
    : 'error' in report
      ? report.error.message.replace(/\.$/, '')
      : report.status === 200 && !report.xml
        ? 'status 200, but not XML'
        : `status ${report.status}${report.redirect ? ` to ${report.redirect}, which is not followed` : ''}`;
