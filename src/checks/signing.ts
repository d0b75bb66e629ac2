/** Pure: the token-signing certificates of AD FS against those that Entra accepts, today and at the next rollover. */
import { createHash, type X509Certificate } from 'node:crypto';
import type { CertificateFacts, ComparisonRow, Finding, FindingSeverity } from '../model/finding.ts';
import { utc } from '../model/time.ts';
import { day, hour, span } from './clock.ts';
import { type GraphEnvironment, setSigning, showRollover } from './command.ts';
import { aboutTrust, keyOf } from './compare.ts';
import type { Trust } from './entra.ts';

/** AD FS's own calendar, with its documented defaults: days before the end, days after the making. */
export const rollover = {
  /** Entra begins to look for a new certificate. */
  watched: 35 * day,
  /** A new certificate appears beside the old one. */
  appears: 20 * day,
  /** The new one signs. */
  promoted: 15 * day,
  /** From appearing to signing. */
  waits: 5 * day,
  /** AD FS looks only twice a day. */
  slack: 12 * hour,
  /** How long before the promotion it becomes urgent. */
  urgent: 2 * day,
} as const;

type SigningInput = {
  readonly trust: Trust;
  readonly signing: readonly X509Certificate[];
  readonly signer?: X509Certificate | undefined;
  readonly host: string;
  readonly now: number;
  /** When each certificate was first seen in the metadata, by SHA-256. */
  readonly firstSeen: Readonly<Record<string, number>>;
  readonly environment: GraphEnvironment;
};

export type Signing = {
  readonly findings: readonly Finding[];
  readonly rows: readonly ComparisonRow[];
  readonly certificates: readonly CertificateFacts[];
};

const codes = ['5000811', '50008', '80041317', '80043431'];

export const compareSigning = (input: SigningInput): Signing => {
  const { trust, signing, signer, host, now, firstSeen, environment } = input;
  const accepted = [trust.signing, trust.next].filter((one) => one !== undefined);
  const known = (one: X509Certificate): boolean =>
    accepted.some((other) => other.fingerprint256 === one.fingerprint256);
  const primary = primaryOf(signing, signer, now);
  const newer = primary
    ? signing.filter((one) => one !== primary && ends(one) > now && starts(one) > starts(primary))
    : [];
  const about = { ...aboutTrust(trust, host), parent: keyOf(trust, 'metadata') };

  // The one that signs now
  const none = accepted.length === 0 && !trust.unreadable;
  const seen = signing.length > 0 && accepted.length > 0;
  const outage = none || (seen && (primary ? !known(primary) : !signing.some(known)));
  const renewed = primary && accepted.find((one) => keyHash(one) === keyHash(primary));
  const today: Finding = {
    ...about,
    key: keyOf(trust, 'token-signing'),
    attribute: 'Token-signing certificate, primary',
    state: outage ? 'firing' : seen ? 'ok' : 'unknown',
    severity: 'critical',
    title: none
      ? `Entra has no token-signing certificate for ${trust.domain}: federated sign-in fails`
      : outage
        ? `AD FS signs for ${trust.domain} with a certificate that Entra does not know: federated sign-in fails now`
        : seen
          ? `Entra knows the certificate with which AD FS signs for ${trust.domain}`
          : trust.unreadable
            ? `The token-signing certificate that Entra has for ${trust.domain} cannot be read`
            : `The metadata of ${host} holds no token-signing certificate`,
    ...(primary ? { adfs: described(primary) } : {}),
    ...(accepted.length > 0 ? { entra: accepted.map(described).join('; ') } : {}),
    ...(outage
      ? {
          codes,
          entry: '5000811',
          evidence: `${primary ? `AD FS signs with ${thumb(primary)}` : signing.length > 0 ? `The metadata names ${signing.map(thumb).join(', ')}` : 'The metadata was not read'}; Entra accepts ${accepted.map(thumb).join(' and ') || 'none'}.${renewed ? ' The key is the same, the certificate is a newer one.' : ''}`,
          action: 'Copy the token-signing certificates from AD FS into Entra.',
          command: setSigning(trust.domain, environment, primary && thumb(primary)),
        }
      : {}),
  };

  // The one that will sign
  const missing = newer.filter((one) => !known(one));
  const promotion = primary && missing[0] ? promotionOf(primary, missing[0], now, firstSeen) : undefined;
  const soon = promotion !== undefined && promotion - now <= rollover.urgent;
  const tomorrow: Finding = {
    ...about,
    key: keyOf(trust, 'token-signing-next'),
    attribute: 'Token-signing certificate, next',
    state: missing.length > 0 ? 'firing' : signing.length === 0 ? 'unknown' : 'ok',
    severity: soon ? 'critical' : 'warning',
    title:
      missing[0] && promotion !== undefined
        ? `Entra does not know the next signing certificate of ${trust.domain}: sign-in stops when AD FS promotes it, expected ${utc(promotion)}`
        : newer.length > 0
          ? `Entra knows the next signing certificate of ${trust.domain}`
          : `AD FS has no next signing certificate for ${trust.domain} yet`,
    ...(missing[0] ? { adfs: described(missing[0]) } : {}),
    ...(accepted.length > 0 ? { entra: accepted.map(described).join('; ') } : {}),
    ...(missing[0] && promotion !== undefined
      ? {
          codes,
          entry: '5000811',
          evidence: `${thumb(missing[0])} is in the metadata and not in Entra. AD FS promotes a new certificate 5 days after making it, 15 days before the old one ends.`,
          deadline: promotion,
          action: 'Copy both token-signing certificates from AD FS into Entra before the promotion.',
          command: setSigning(trust.domain, environment, primary && thumb(primary), thumb(missing[0])),
        }
      : {}),
  };

  return {
    findings: [today, tomorrow, expiry(input, primary, newer.length > 0)],
    rows: rowsOf(primary, newer, trust),
    certificates: facts(signing, primary, trust),
  };
};

/** Whether the primary will be renewed in time. Without a second certificate when one is due, nothing renews it by itself. */
const expiry = (input: SigningInput, primary: X509Certificate | undefined, renewing: boolean): Finding => {
  const { trust, host, now } = input;
  const about = { ...aboutTrust(trust, host), parent: keyOf(trust, 'metadata') };
  const key = keyOf(trust, 'token-signing-expiry');
  const attribute = 'Token-signing certificate, end date';
  if (!primary)
    return {
      ...about,
      key,
      attribute,
      state: 'unknown',
      severity: 'info',
      title: `It cannot be told which certificate signs for ${trust.domain}, so its end date is not watched`,
    };
  const left = ends(primary) - now;
  const early = starts(primary) > now;
  const overdue = left < rollover.appears - rollover.slack;
  const [severity, title]: readonly [FindingSeverity, string] = early
    ? ['warning', `AD FS signs for ${trust.domain} with a certificate that is not valid before ${utc(starts(primary))}`]
    : left <= 0
      ? ['critical', `The token-signing certificate of ${trust.domain} has expired: federated sign-in fails`]
      : overdue
        ? [
            left < rollover.promoted ? 'critical' : 'warning',
            `The token-signing certificate of ${trust.domain} ends ${utc(ends(primary))} and AD FS has made no new one: automatic rollover seems to be off`,
          ]
        : [
            'info',
            `The token-signing certificate of ${trust.domain} ends ${utc(ends(primary))}; AD FS should renew it by itself`,
          ];
  const firing = early || left <= 0 || (!renewing && left < rollover.watched);
  return {
    ...about,
    key,
    attribute,
    state: firing ? 'firing' : 'ok',
    severity: firing ? severity : 'info',
    title: firing
      ? title
      : renewing
        ? `AD FS has the next token-signing certificate of ${trust.domain} ready`
        : `The token-signing certificate of ${trust.domain} is valid until ${utc(ends(primary))}`,
    adfs: described(primary),
    deadline: ends(primary),
    evidence: `${left > 0 ? `${span(left)} left` : `ended ${span(left)} ago`}. A new certificate is due 20 days before the end and signs from 15 days before it.`,
    ...(firing
      ? {
          codes: left <= 0 ? codes : [],
          entry: 'federation-certificate-expiring',
          action: overdue
            ? 'Look whether AutoCertificateRollover is on; if not, make a new certificate and copy it into Entra before promoting it.'
            : 'Nothing has to be done if AutoCertificateRollover is on and the metadata can be read from the internet.',
          command: showRollover(),
        }
      : {}),
  };
};

/** The one that signed the document; without a signature the only one, or the oldest that is still valid. */
const primaryOf = (
  signing: readonly X509Certificate[],
  signer: X509Certificate | undefined,
  now: number,
): X509Certificate | undefined => {
  if (signer) return signer;
  const valid = signing.filter((one) => ends(one) > now && starts(one) <= now);
  return signing.length === 1 ? signing[0] : valid.length === 1 ? valid[0] : undefined;
};

/**
 * When AD FS will promote a new certificate: five days after it was made or first seen, fifteen before the old one ends,
 * whichever is the first still to come. A day that has passed was not kept, so the next one counts.
 */
const promotionOf = (
  primary: X509Certificate,
  next: X509Certificate,
  now: number,
  firstSeen: Readonly<Record<string, number>>,
): number => {
  const days = [starts(next), firstSeen[next.fingerprint256] ?? now]
    .map((from) => from + rollover.waits)
    .concat(ends(primary) - rollover.promoted)
    .filter((at) => at > now - rollover.slack);
  return days.length > 0 ? Math.min(...days) : ends(primary);
};

export const ends = (one: X509Certificate): number => Date.parse(one.validTo);
export const starts = (one: X509Certificate): number => Date.parse(one.validFrom);

/** As administrators see it in their tools; never compared. */
export const thumb = (one: X509Certificate): string => one.fingerprint.replaceAll(':', '');

const described = (one: X509Certificate): string => `${thumb(one)} (until ${utc(ends(one))})`;

const keyHash = (one: X509Certificate): string =>
  createHash('sha256')
    .update(one.publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex');

/** One line, without control characters: subjects are text from outside. */
export const subjectOf = (one: X509Certificate): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  one.subject.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ', ').slice(0, 120);

const rowsOf = (
  primary: X509Certificate | undefined,
  newer: readonly X509Certificate[],
  trust: Trust,
): readonly ComparisonRow[] => {
  const place = (one: X509Certificate): string | undefined =>
    one.fingerprint256 === trust.signing?.fingerprint256
      ? 'SigningCertificate'
      : one.fingerprint256 === trust.next?.fingerprint256
        ? 'NextSigningCertificate'
        : undefined;
  const row = (
    attribute: string,
    one: X509Certificate | undefined,
    theirs: X509Certificate | undefined,
  ): ComparisonRow => {
    const where = one && place(one);
    return {
      attribute,
      ...(one ? { adfs: thumb(one) } : {}),
      ...(where && one ? { entra: thumb(one) } : theirs ? { entra: thumb(theirs) } : {}),
      verdict: !one ? 'cannot tell' : where ? 'match' : 'differs',
      ...(where ? { note: `in Entra as ${where}` } : one ? {} : { note: 'AD FS does not tell which one it is' }),
    };
  };
  return [
    row('Signing certificate', primary, trust.signing),
    ...newer.map((one) => row('Next signing certificate', one, trust.next)),
  ];
};

const facts = (
  signing: readonly X509Certificate[],
  primary: X509Certificate | undefined,
  trust: Trust,
): readonly CertificateFacts[] => {
  const all = new Map<string, { one: X509Certificate; where: string[] }>();
  const note = (one: X509Certificate | undefined, where: string): void => {
    if (!one) return;
    const found = all.get(one.fingerprint256) ?? { one, where: [] };
    found.where.push(where);
    all.set(one.fingerprint256, found);
  };
  for (const one of signing) note(one, one === primary ? 'AD FS, primary' : 'AD FS');
  note(trust.signing, 'Entra, current');
  note(trust.next, 'Entra, next');
  return [...all.values()].map(({ one, where }) => ({
    thumbprint: thumb(one),
    subject: subjectOf(one),
    notBefore: starts(one),
    notAfter: ends(one),
    where,
  }));
};
