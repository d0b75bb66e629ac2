/** Pure: the names and addresses of a federation, AD FS against Entra. */
import type { ComparisonRow, Finding, FindingSeverity, Verdict } from '../model/finding.ts';
import { type GraphEnvironment, setUri, type UriParameter } from './command.ts';
import type { Trust } from './entra.ts';
import type { Metadata } from './metadata.ts';

export type Compared = { readonly findings: readonly Finding[]; readonly rows: readonly ComparisonRow[] };

type Sides = {
  readonly trust: Trust;
  readonly metadata: Metadata;
  /** Whether the metadata came over a connection whose certificate is trusted and fits. */
  readonly trusted: boolean;
  /** The host that answers for AD FS. */
  readonly host: string;
  /** The other federated root domains of the tenant, whether they share the farm or not. */
  readonly others: readonly Trust[];
  readonly environment: GraphEnvironment;
};

/** What every finding about a trust says in the same way. */
export const aboutTrust = (
  trust: Trust,
  host: string | undefined,
): Pick<Finding, 'check' | 'domains' | 'affected' | 'codes'> & { readonly host?: string } => ({
  check: 'federation',
  domains: [trust.domain, ...trust.subdomains],
  affected: `all federated users of ${trust.domain}${trust.subdomains.length > 0 ? ` and of ${trust.subdomains.join(', ')}` : ''}`,
  codes: [],
  ...(host ? { host } : {}),
});

export const keyOf = (trust: Trust, what: string): string => `federation/${trust.domain}/${what}`;

/** How two addresses stand to each other, letter by letter first. */
const verdictOf = (adfs: string | undefined, entra: string | undefined): Verdict => {
  if (adfs === undefined || entra === undefined) return 'cannot tell';
  if (adfs === entra) return 'match';
  return loose(adfs) === loose(entra) ? 'near' : 'differs';
};

const loose = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');

const difference = (a: string, b: string): string => {
  const parts: string[] = [];
  if (/^https:/i.test(a) !== /^https:/i.test(b)) parts.push('http against https');
  if (a.endsWith('/') !== b.endsWith('/')) parts.push('the final slash');
  const bare = (value: string): string => value.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
  if (bare(a) !== bare(b)) parts.push('upper and lower case');
  return parts.join(' and ') || 'spaces';
};

/** The issuers that a domain may rightly have: the farm's own, or the domain's where one farm serves several. */
const issuersFor = (domain: string, entityId: string): readonly string[] => [
  entityId,
  `http://${domain}/adfs/services/trust`,
  `http://${domain}/adfs/services/trust/`,
];

/** Where the browsers of a domain are sent; domains with the same place share a farm. */
const farmOf = ({ passiveSignInUri }: Trust): string | undefined =>
  passiveSignInUri !== undefined && URL.canParse(passiveSignInUri) ? new URL(passiveSignInUri).host : undefined;

export const compareIssuer = ({ trust, metadata, trusted, host, others, environment }: Sides): Compared => {
  const { issuerUri, domain } = trust;
  const expected = issuersFor(domain, metadata.entityId);
  const several = others.some((other) => farmOf(other) === farmOf(trust));
  const near = issuerUri === undefined ? undefined : expected.find((one) => verdictOf(one, issuerUri) === 'near');
  const right = issuerUri !== undefined && expected.includes(issuerUri);
  const should = several ? expected[2]! : metadata.entityId;
  const twin = others.find((other) => other.issuerUri !== undefined && other.issuerUri === issuerUri);
  const about = {
    ...aboutTrust(trust, host),
    attribute: 'Issuer (FederationServiceIdentifier)',
    parent: keyOf(trust, 'metadata'),
  };
  const values = { adfs: near ?? should, ...(issuerUri ? { entra: issuerUri } : {}) };
  const command = setUri(domain, 'IssuerUri', trusted ? (near ?? should) : undefined, environment);
  const off = !right && near === undefined;
  const rule = several
    ? ' Several domains share this farm, so a claim rule of your own may still send the value that Entra has.'
    : '';
  const findings: Finding[] = [
    {
      ...about,
      key: keyOf(trust, 'issuer'),
      state: off ? 'firing' : 'ok',
      severity: several ? 'warning' : 'critical',
      title: off
        ? `The issuer of ${domain} in Entra is not the one that AD FS uses: sign-in fails`
        : `The issuer of ${domain} is one that AD FS uses`,
      ...(off
        ? {
            ...values,
            codes: ['80043431', '80041317', '50107'],
            entry: '80043431',
            evidence: `Entra has ${issuerUri ? `"${issuerUri}"` : 'no issuer'}; expected is one of ${expected.map((one) => `"${one}"`).join(', ')}.${rule}`,
            action: 'Set the issuer in Entra to the value of AD FS, letter by letter.',
            command,
          }
        : {}),
    },
    {
      ...about,
      key: keyOf(trust, 'issuer-spelling'),
      state: !right && near ? 'firing' : 'ok',
      severity: several ? 'warning' : 'critical',
      title:
        !right && near
          ? `The issuer of ${domain} differs only by ${difference(near, issuerUri!)}, which is enough to stop sign-in`
          : `The issuer of ${domain} is spelt as AD FS spells it`,
      ...(!right && near
        ? {
            ...values,
            codes: ['80043431', '80041317', '50107'],
            entry: '80043431',
            evidence: `AD FS sends "${near}", Entra has "${issuerUri!}"; they are compared letter by letter.${rule}`,
            action: 'Set the issuer in Entra to the value of AD FS, letter by letter.',
            command,
          }
        : {}),
    },
    {
      ...about,
      key: keyOf(trust, 'issuer-shared'),
      state: twin ? 'firing' : 'ok',
      severity: 'warning',
      title: twin
        ? `${domain} and ${twin.domain} have the same issuer in Entra: tokens of one may be refused`
        : `No other domain has the issuer of ${domain}`,
      ...(twin
        ? {
            entra: issuerUri!,
            codes: ['50107', '50008'],
            entry: 'federated-domains-issuer-rule',
            evidence: 'Each federated domain needs an issuer of its own.',
            action: `Give ${domain} the issuer http://${domain}/adfs/services/trust/ and let the claim rule in AD FS send it.`,
            command: setUri(domain, 'IssuerUri', expected[2], environment),
          }
        : {}),
    },
  ];
  const row: ComparisonRow = {
    attribute: 'Issuer',
    adfs: right ? issuerUri : (near ?? should),
    ...(issuerUri ? { entra: issuerUri } : {}),
    verdict: right ? 'match' : near ? 'near' : 'differs',
    ...(near && issuerUri && !right ? { note: difference(near, issuerUri) } : {}),
    ...(right && issuerUri !== metadata.entityId
      ? { note: `by the claim rule; the farm is ${metadata.entityId}` }
      : {}),
  };
  return { findings, rows: [row] };
};

/** The addresses, and what happens to people when one is wrong. */
const addresses: readonly {
  readonly name: string;
  readonly label: string;
  readonly field: 'passiveSignInUri' | 'activeSignInUri' | 'metadataExchangeUri' | 'signOutUri';
  readonly parameter: UriParameter;
  readonly path: string;
  readonly severity: FindingSeverity;
  readonly effect: string;
}[] = [
  {
    name: 'passive-sign-in',
    label: 'Browser sign-in (PassiveSignInUri)',
    field: 'passiveSignInUri',
    parameter: 'PassiveSignInUri',
    path: '/adfs/ls/',
    severity: 'critical',
    effect: 'browsers are sent to the wrong place',
  },
  {
    name: 'active-sign-in',
    label: 'Sign-in of apps (ActiveSignInUri)',
    field: 'activeSignInUri',
    parameter: 'ActiveSignInUri',
    path: '/adfs/services/trust/2005/usernamemixed',
    severity: 'warning',
    effect: 'mail and other desktop programs cannot sign in',
  },
  {
    name: 'metadata-exchange',
    label: 'Metadata exchange (MetadataExchangeUri)',
    field: 'metadataExchangeUri',
    parameter: 'MetadataExchangeUri',
    path: '/adfs/services/trust/mex',
    severity: 'warning',
    effect: 'desktop programs cannot find out how to sign in',
  },
  {
    name: 'sign-out',
    label: 'Sign-out (SignOutUri)',
    field: 'signOutUri',
    parameter: 'SignOutUri',
    path: '/adfs/ls/',
    severity: 'info',
    effect: 'sign-out ends in the wrong place; sign-in works',
  },
];

/** Metadata names the browser's address; the others follow from the host, because it names only certificatemixed. */
export const compareAddresses = ({ trust, metadata, trusted, host, environment }: Sides): Compared => {
  const farm = metadata.passive && URL.canParse(metadata.passive) ? new URL(metadata.passive).host : host;
  const compared = addresses.map(({ name, label, field, parameter, path, severity, effect }) => {
    const adfs =
      (field === 'passiveSignInUri' && metadata.passive) ||
      (field === 'metadataExchangeUri' && metadata.mex) ||
      `https://${farm}${path}`;
    const entra = trust[field];
    const verdict = entra === undefined ? 'cannot tell' : addressVerdict(adfs, entra, field === 'signOutUri');
    const wrong = verdict === 'differs' || (entra === undefined && field === 'passiveSignInUri');
    const finding: Finding = {
      ...aboutTrust(trust, host),
      key: keyOf(trust, name),
      attribute: label,
      state: wrong ? 'firing' : entra === undefined ? 'unknown' : 'ok',
      severity,
      title: wrong
        ? `${label} of ${trust.domain} leads elsewhere in Entra: ${effect}`
        : entra === undefined
          ? `Entra has no ${label} on record for ${trust.domain}`
          : `${label} of ${trust.domain} is the same on both sides`,
      adfs,
      ...(entra ? { entra } : {}),
      parent: keyOf(trust, 'metadata'),
      ...(wrong
        ? {
            entry: 'update-federated-domain',
            evidence: entra ? `AD FS has "${adfs}", Entra has "${entra}".` : 'Entra has no value.',
            action: 'Write the address of AD FS into Entra.',
            command: setUri(trust.domain, parameter, trusted ? adfs : undefined, environment),
          }
        : {}),
    };
    const row: ComparisonRow = {
      attribute: label.replace(/ \(.*/, ''),
      adfs,
      ...(entra ? { entra } : {}),
      verdict,
      ...(verdict === 'near' ? { note: 'harmless here' } : entra === undefined ? { note: 'Entra has no value' } : {}),
    };
    return { finding, row };
  });
  return { findings: compared.map(({ finding }) => finding), rows: compared.map(({ row }) => row) };
};

/** AD FS ignores case and a final slash in paths, but never serves http; a sign-out address may carry a query. */
const addressVerdict = (adfs: string, entra: string, signOut: boolean): Verdict => {
  if (adfs === entra) return 'match';
  if (!URL.canParse(adfs) || !URL.canParse(entra)) return 'differs';
  const [ours, theirs] = [new URL(adfs), new URL(entra)];
  if (signOut) theirs.search = '';
  if (theirs.protocol !== ours.protocol) return 'differs';
  if (theirs.href === ours.href) return 'match';
  return loose(ours.href) === loose(theirs.href) ? 'near' : 'differs';
};
