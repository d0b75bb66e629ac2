/** AD FS metadata against what Entra has on record, domain by domain: the comparison that no cmdlet makes any more. */
import { CheckError } from '../model/errors.ts';
import type { Comparison, ComparisonRow, Finding } from '../model/finding.ts';
import { addressesOf, isHostName, type Resolve, resolveByDns } from './address.ts';
import { cleanComparison, cleanFindings } from './clean.ts';
import { day, hour, utc } from './clock.ts';
import type { GraphEnvironment } from './command.ts';
import { aboutTrust, compareAddresses, compareIssuer, keyOf } from './compare.ts';
import type { Trust } from './entra.ts';
import { maxMetadataBytes, type Metadata, metadataPath, readMetadata } from './metadata.ts';
import { compareSigning, ends, rollover } from './signing.ts';
import { visit, type VisitOptions } from './visit.ts';

/** How the internet is reached; tests lead it to loopback. */
export type Net = VisitOptions & {
  readonly resolve?: Resolve;
  readonly allowPrivate?: boolean;
  /** Ports other than 443 and 80, for tests. */
  readonly ports?: { readonly https: number; readonly http: number };
};

export type Fetched = { readonly metadata: Metadata; readonly trusted: boolean };

/** Kept between runs as plain JSON. */
export type FederationState = {
  /** When each signing certificate was first seen in the metadata, by domain and SHA-256. */
  readonly firstSeen?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Since which of its own runs Entra has not been able to read the metadata, by domain. */
  readonly failing?: Readonly<Record<string, number>>;
};

export type FederationInput = {
  readonly trust: Trust;
  readonly others: readonly Trust[];
  /** The host of AD FS; undefined where the domain signs in somewhere else. */
  readonly host: string | undefined;
  /** The metadata, or why there is none. */
  readonly fetched: Fetched | CheckError | undefined;
  readonly now: number;
  readonly state: FederationState;
  readonly environment: GraphEnvironment;
};

export type FederationResult = {
  readonly findings: readonly Finding[];
  readonly comparison: Comparison;
  readonly state: FederationState;
};

/** Everything that is compared, so that each run reports each key. */
const compared = [
  'token-signing',
  'token-signing-next',
  'token-signing-expiry',
  'issuer',
  'issuer-spelling',
  'issuer-shared',
  'passive-sign-in',
  'active-sign-in',
  'metadata-exchange',
  'sign-out',
];

/** Pure: one domain. */
export const compareDomain = (input: FederationInput): FederationResult => {
  const whole = compareWhole(input);
  const result = input.trust.partial ? publicPart(whole, input.trust) : whole;
  return { ...result, findings: cleanFindings(result.findings), comparison: cleanComparison(result.comparison) };
};

const compareWhole = (input: FederationInput): FederationResult => {
  const { trust, others, host, fetched, now, state, environment } = input;
  const about = aboutTrust(trust, host);
  const failing = failingSince(trust, state);
  const firstSeen = { ...state.firstSeen };
  if (!fetched || fetched instanceof CheckError) {
    const unusable = fetched && ['malformed', 'too large'].includes(fetched.kind);
    const noSigning = fetched instanceof CheckError && !trust.signing && !trust.next;
    const why = fetched
      ? fetched.message
      : `${trust.domain} signs in at ${targetOf(trust.passiveSignInUri)?.host ?? 'an address that cannot be read'}, which is not AD FS as far as can be told. Set SIGNPOST_ADFS_HOST=${trust.domain}=<host> if it is.`;
    const findings: Finding[] = [
      {
        ...about,
        key: keyOf(trust, 'metadata'),
        state: unusable ? 'firing' : 'unknown',
        severity: fetched ? 'warning' : 'info',
        title: fetched
          ? `The federation metadata of ${host} cannot be ${unusable ? 'used' : 'read'}: nothing can be compared for ${trust.domain}`
          : `${trust.domain} cannot be compared`,
        evidence: why,
        ...(fetched
          ? {
              entry: 'adfs-external-only-failure',
              action: `Open https://${host}${metadataPath} from outside the network.`,
            }
          : {}),
        ...(host ? { parent: `endpoint/${host}/metadata` } : {}),
      },
      ...compared.map(
        (name): Finding => ({
          ...about,
          key: keyOf(trust, name),
          state: 'unknown',
          severity: 'info',
          title: `${name.replaceAll('-', ' ')} of ${trust.domain} could not be compared`,
          parent: keyOf(trust, 'metadata'),
        }),
      ),
      updateFinding(trust, undefined, host, now, failing),
    ];
    const known = compareSigning({ trust, signing: [], host: host ?? '', now, firstSeen: {}, environment });
    if (noSigning) {
      const index = findings.findIndex(({ key }) => key === keyOf(trust, 'token-signing'));
      findings[index] = {
        ...known.findings[0]!,
        state: 'firing',
        title: `Entra has no token-signing certificate for ${trust.domain}: federated sign-in fails`,
        codes: ['5000811', '50008'],
        entry: '5000811',
      };
    }
    return {
      findings,
      comparison: {
        domain: trust.domain,
        ...(host ? { host } : {}),
        rows: entraOnly(trust),
        certificates: known.certificates,
      },
      state: withFailing({ ...state, firstSeen }, trust, failing),
    };
  }

  const { metadata, trusted } = fetched;
  const seen = firstSeen[trust.domain] ?? {};
  firstSeen[trust.domain] = Object.fromEntries(
    metadata.signing.map(({ fingerprint256 }) => [fingerprint256, seen[fingerprint256] ?? now]),
  );
  const sides = { trust, metadata, trusted, host: host ?? '', others, environment };
  const signing = compareSigning({
    trust,
    signing: metadata.signing,
    signer: metadata.signer,
    host: host ?? '',
    now,
    firstSeen: firstSeen[trust.domain] ?? {},
    environment,
  });
  const issuer = compareIssuer(sides);
  const addresses = compareAddresses(sides);
  const primary = metadata.signer ?? metadata.signing[0];
  return {
    findings: [
      {
        ...about,
        key: keyOf(trust, 'metadata'),
        state: 'ok',
        severity: 'info',
        title: `The federation metadata of ${host} can be read`,
        ...(trusted ? {} : { evidence: 'It came over a connection whose certificate is not trusted.' }),
        ...(host ? { parent: `endpoint/${host}/metadata` } : {}),
      },
      ...signing.findings,
      ...issuer.findings,
      ...addresses.findings,
      updateFinding(trust, primary && ends(primary), host, now, failing),
    ],
    comparison: {
      domain: trust.domain,
      ...(host ? { host } : {}),
      rows: [...issuer.rows, ...signing.rows, ...addresses.rows],
      certificates: signing.certificates,
    },
    state: withFailing({ ...state, firstSeen }, trust, failing),
  };
};

const entraOnly = (trust: Trust): readonly ComparisonRow[] =>
  (
    [
      ['Issuer', trust.issuerUri],
      ['Browser sign-in', trust.passiveSignInUri],
      ['Sign-in of apps', trust.activeSignInUri],
      ['Metadata exchange', trust.metadataExchangeUri],
      ['Sign-out', trust.signOutUri],
    ] as const
  ).map(([attribute, entra]) => ({ attribute, ...(entra ? { entra } : {}), verdict: 'cannot tell' }));

// What Entra itself says about the metadata

/** Results of Entra's own look that mean: not to be read from the internet. Compared without case. */
const unreachable = new Set([
  'couldnotaccessremotehost',
  'connectionerror',
  'forbidden',
  'notfound',
  'unauthorized',
  'badrequest',
]);
const unreadable = new Set([
  'xmlparsingerror',
  'novalidexistingcertfound',
  'nostsauthurlfound',
  'nofederationprotocolfound',
]);
/** Nothing new, or trouble on Microsoft's side that passes. */
const harmless = new Set(['success', 'nonewcertificatefound', 'unknownerror', 'internalservererror', 'providererror']);

/** Entra looks daily; an older answer is of the last rollover. */
const fresh = 3 * day;
/** Failing again after this much time is a second run, not one bad night. */
const secondRun = 20 * hour;

const failed = (trust: Trust): boolean => {
  const result = trust.update?.result.toLowerCase() ?? '';
  return unreachable.has(result) || unreadable.has(result);
};

const failingSince = (trust: Trust, state: FederationState): number | undefined =>
  failed(trust) ? (state.failing?.[trust.domain] ?? trust.update?.at) : undefined;

const withFailing = (state: FederationState, trust: Trust, since: number | undefined): FederationState => {
  const { [trust.domain]: _, ...rest } = state.failing ?? {};
  return { ...state, failing: since === undefined ? rest : { ...rest, [trust.domain]: since } };
};

const updateFinding = (
  trust: Trust,
  primaryEnds: number | undefined,
  host: string | undefined,
  now: number,
  since: number | undefined,
): Finding => {
  const about = { ...aboutTrust(trust, host), key: keyOf(trust, 'certificate-update') };
  const attribute = "Entra's certificate update (signingCertificateUpdateStatus)";
  const { update, domain } = trust;
  if (!update)
    return {
      ...about,
      attribute,
      state: 'unknown',
      severity: 'info',
      title: `Entra has not looked for new certificates of ${domain} yet`,
    };
  const result = update.result.toLowerCase();
  const when = update.at === undefined ? '' : `, last looked ${utc(update.at)}`;
  const old = update.at !== undefined && now - update.at > fresh;
  const due = primaryEnds !== undefined && primaryEnds - now < rollover.watched;
  const again = since !== undefined && update.at !== undefined && update.at - since >= secondRun;
  const bad = failed(trust);
  return {
    ...about,
    attribute,
    state: bad ? 'firing' : harmless.has(result) ? 'ok' : 'unknown',
    severity: bad && (again || due) && !old ? 'warning' : 'info',
    title: unreachable.has(result)
      ? `Entra cannot read the federation metadata of ${domain} from the internet: it will not learn of a new signing certificate`
      : bad
        ? `Entra can read the federation metadata of ${domain} but not use it: it will not learn of a new signing certificate`
        : `Entra's own look at the metadata of ${domain}: ${update.result}`,
    entra: update.result,
    evidence: `Result "${update.result}"${when}.${old ? ' Entra looks daily only when a certificate is about to end, so this may be long past.' : ''}`,
    ...(bad
      ? {
          entry: unreachable.has(result) ? 'adfs-external-only-failure' : '5000811',
          action: `Make https://${host ?? '<AD FS host>'}${metadataPath} readable from the internet, or copy each new certificate into Entra by hand.`,
        }
      : {}),
  };
};

// Where AD FS is, and its metadata

/** A sign-in service: its name, and where to look for it if not where DNS says on port 443. */
export type Target = { readonly host: string; readonly port?: number; readonly address?: string };

const targetOf = (uri: string | undefined): Target | undefined => {
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

// A trust of which only the public part is known

const secret = new Set([
  'token-signing',
  'token-signing-next',
  'issuer',
  'issuer-spelling',
  'issuer-shared',
  'sign-out',
  'certificate-update',
]);
const secretRows = new Set(['Issuer', 'Signing certificate', 'Next signing certificate', 'Sign-out']);

/** Takes back what was said about values that Entra tells only through Graph. */
const publicPart = (result: FederationResult, trust: Trust): FederationResult => ({
  ...result,
  findings: result.findings.map((finding) =>
    secret.has(finding.key.split('/').at(-1) ?? '')
      ? {
          ...aboutTrust(trust, finding.host),
          key: finding.key,
          state: 'unknown',
          severity: 'info',
          title: `${finding.attribute ?? finding.key} of ${trust.domain} was not compared: Entra tells its side only through Microsoft Graph`,
          ...(finding.attribute ? { attribute: finding.attribute } : {}),
        }
      : finding,
  ),
  comparison: {
    ...result.comparison,
    rows: result.comparison.rows.map((row) => {
      const { attribute, adfs } = row;
      const hidden = secretRows.has(attribute) || row.entra === undefined;
      return hidden
        ? { attribute, ...(adfs ? { adfs } : {}), verdict: 'cannot tell', note: 'needs Microsoft Graph' }
        : row;
    }),
  },
});
