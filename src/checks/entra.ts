/** What Entra has on record about the federated domains, read from Graph. */
import type { X509Certificate } from 'node:crypto';
import { CheckError } from '../model/errors.ts';
import { isHostName } from './address.ts';
import type { Graph, Needs } from './graph.ts';
import { certificateOf } from './metadata.ts';

/** The trust of one federated root domain. Absent values are not on record. */
export type Trust = {
  readonly domain: string;
  /** Domains below it, which inherit the trust. */
  readonly subdomains: readonly string[];
  readonly issuerUri?: string;
  readonly passiveSignInUri?: string;
  readonly activeSignInUri?: string;
  readonly metadataExchangeUri?: string;
  readonly signOutUri?: string;
  readonly signing?: X509Certificate;
  readonly next?: X509Certificate;
  /** A certificate is on record that cannot be read. */
  readonly unreadable: boolean;
  /** Only what Entra tells anybody: no issuer, no certificates, no sign-out address. */
  readonly partial?: boolean;
  /** What became of Entra's own look at the metadata. */
  readonly update?: { readonly result: string; readonly at?: number };
};

const needs: Needs = { permission: 'Domain.Read.All' };

/** All federated root domains; a subdomain is told by its root. */
export const readTrusts = async (graph: Graph): Promise<readonly Trust[]> => {
  const { items } = await graph.list('/v1.0/domains', needs);
  const domains = items.flatMap((item) => {
    const { id, authenticationType, isRoot, isVerified } = (item ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof id !== 'string' || !isHostName(id)) return [];
    return [
      {
        id: id.toLowerCase(),
        federated: same(authenticationType, 'federated'),
        root: isRoot !== false,
        verified: isVerified !== false,
      },
    ];
  });
  const federated = domains.filter((domain) => domain.federated && domain.verified);
  const roots = federated.filter(({ id, root }) => root || !federated.some((other) => id.endsWith(`.${other.id}`)));
  const names = roots.map((root) => root.id);
  const trusts: Trust[] = [];
  for (const { id } of roots) {
    const nearest = federated
      .map((domain) => domain.id)
      .filter((other) => other !== id && rootFor(other, names) === id);
    trusts.push((await readTrust(graph, id, nearest)) ?? { domain: id, subdomains: nearest, unreadable: false });
  }
  return trusts;
};

/** The longest of the roots that the domain belongs to. */
export const rootFor = (domain: string, roots: readonly string[]): string | undefined =>
  roots.filter((root) => domain === root || domain.endsWith(`.${root}`)).toSorted((a, b) => b.length - a.length)[0];

/** The trust of one domain; undefined for a managed one, or for a subdomain, whose root has it. */
export const readTrust = async (
  graph: Graph,
  domain: string,
  subdomains: readonly string[] = [],
): Promise<Trust | undefined> => {
  let body: unknown;
  try {
    body = await graph.get(`/v1.0/domains/${encodeURIComponent(domain)}/federationConfiguration`, needs);
  } catch (error) {
    if (error instanceof CheckError && error.kind === 'not found') return undefined;
    throw error;
  }
  const { value } = (body ?? {}) as { value?: unknown };
  if (!Array.isArray(value)) throw new CheckError('malformed', `Graph sent no federation configuration for ${domain}.`);
  const first: unknown = value[0];
  return first ? trustOf(domain, subdomains, first as Readonly<Record<string, unknown>>) : undefined;
};

const uris = ['issuerUri', 'passiveSignInUri', 'activeSignInUri', 'metadataExchangeUri', 'signOutUri'] as const;

const trustOf = (domain: string, subdomains: readonly string[], record: Readonly<Record<string, unknown>>): Trust => {
  const text = (name: string): string | undefined => {
    const value = record[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const signing = certificateOf(text('signingCertificate') ?? '');
  const next = certificateOf(text('nextSigningCertificate') ?? '');
  const addresses: Partial<Record<(typeof uris)[number], string>> = {};
  for (const name of uris) {
    const value = text(name);
    if (value) addresses[name] = value.slice(0, 1_000);
  }
  const status = (record.signingCertificateUpdateStatus ?? {}) as Readonly<Record<string, unknown>>;
  const { certificateUpdateResult: result, lastRunDateTime: ran } = status;
  const at = typeof ran === 'string' ? Date.parse(ran) : Number.NaN;
  return {
    domain,
    subdomains,
    ...addresses,
    ...(signing ? { signing } : {}),
    ...(next ? { next } : {}),
    unreadable: (!signing && Boolean(text('signingCertificate'))) || (!next && Boolean(text('nextSigningCertificate'))),
    ...(typeof result === 'string' ? { update: { result, ...(Number.isNaN(at) ? {} : { at }) } } : {}),
  };
};

const same = (value: unknown, expected: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === expected;
