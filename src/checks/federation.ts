/** AD FS metadata against what Entra has on record, domain by domain: the comparison that no cmdlet makes any more. */
import { CheckError } from '../model/errors.ts';
import type { Comparison, ComparisonRow, Finding } from '../model/finding.ts';
import { failingSince, updateFinding } from './certificate-update.ts';
import { cleanComparison, cleanFindings } from './clean.ts';
import type { GraphEnvironment } from './command.ts';
import { aboutTrust, compareAddresses, compareIssuer, keyOf } from './compare.ts';
import type { Trust } from './entra.ts';
import { metadataPath } from './metadata.ts';
import { compareSigning, ends } from './signing.ts';
import { type Fetched, targetOf } from './target.ts';

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
  const failing = failingSince(trust, state.failing?.[trust.domain]);
  const firstSeen = { ...state.firstSeen };
  if (!fetched || fetched instanceof CheckError) {
    const unusable = fetched && ['malformed', 'too large'].includes(fetched.kind);
    const why = fetched
      ? fetched.message
      : `${trust.domain} signs in at ${targetOf(trust.passiveSignInUri)?.host ?? 'an address that cannot be read'}, which is not AD FS as far as can be told. Set SIGNPOST_ADFS_HOST=${trust.domain}=<host> if it is.`;
    const blind: readonly Finding[] = [
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
    /** That Entra has no certificate at all is seen without AD FS. */
    const known = compareSigning({ trust, signing: [], host: host ?? '', now, firstSeen: {}, environment });
    const outage = known.findings.filter(({ state: is }) => is === 'firing');
    const findings = blind.map((finding) => outage.find(({ key }) => key === finding.key) ?? finding);
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

const withFailing = (state: FederationState, trust: Trust, since: number | undefined): FederationState => {
  const { [trust.domain]: _, ...rest } = state.failing ?? {};
  return { ...state, failing: since === undefined ? rest : { ...rest, [trust.domain]: since } };
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
