/** Pure: the TLS certificates that a sign-in service shows, address by address: dates, name and chain. */
import type { X509Certificate } from 'node:crypto';
import type { Finding } from '../model/finding.ts';
import { utc } from '../model/time.ts';
import { day, span } from './clock.ts';
import { showProxyCertificate } from './command.ts';
import type { Shown } from './connect.ts';
import { ends, starts, subjectOf, thumb } from './signing.ts';
import { stepOf } from './steps.ts';

/** What one address showed. */
type ShownAt = { readonly address: string; readonly shown: Shown };

type About = Pick<Finding, 'check' | 'host' | 'domains' | 'codes' | 'affected' | 'parent'>;

/** Three findings: the end date, the name, the chain. The worst address counts. */
export const certificateFindings = (
  host: string,
  all: readonly ShownAt[],
  now: number,
  about: About,
): readonly Finding[] => [dates(host, all, now, about), name(host, all, about), chain(host, all, now, about)];

const leafOf = ({ shown }: ShownAt): X509Certificate => shown.chain[0]!;

const dates = (host: string, all: readonly ShownAt[], now: number, about: About): Finding => {
  const worst = all.toSorted((a, b) => validity(leafOf(a), now) - validity(leafOf(b), now))[0]!;
  const leaf = leafOf(worst);
  const mixed = new Set(all.map((one) => leafOf(one).fingerprint256)).size > 1;
  return {
    ...about,
    key: `endpoint/${host}/tls`,
    attribute: 'TLS certificate, end date',
    ...expiry(host, leaf, now),
    evidence: `${thumb(leaf)}, ${subjectOf(leaf)}, valid ${utc(starts(leaf))} to ${utc(ends(leaf))}${mixed ? `, at ${worst.address}; the addresses show different certificates` : ''}. Warned at 30, 14, 7 and 1 days.`,
  };
};

const name = (host: string, all: readonly ShownAt[], about: About): Finding => {
  const misfits = all.filter(({ shown }) => !shown.fitsName);
  const first = misfits[0] && leafOf(misfits[0]);
  return {
    ...about,
    key: `endpoint/${host}/tls-name`,
    attribute: 'TLS certificate, name',
    state: first ? 'firing' : 'ok',
    severity: first ? 'critical' : 'info',
    title: first
      ? `The TLS certificate at ${host} is for another name: browsers and apps refuse it`
      : `The TLS certificate of ${host} is for that name`,
    ...(first
      ? {
          evidence: `${subjectOf(first)}${first.subjectAltName ? `, ${first.subjectAltName.slice(0, 200)}` : ''} at ${misfits.map(({ address }) => address).join(', ')}.`,
          entry: 'adfs-cert-warning',
          action: `Bind a certificate for ${host} on AD FS and on each proxy.`,
          command: showProxyCertificate(),
        }
      : {}),
  };
};

const validity = (leaf: X509Certificate, now: number): number => (starts(leaf) > now ? -1 : ends(leaf));

const expiry = (
  host: string,
  leaf: X509Certificate,
  now: number,
): Pick<Finding, 'state' | 'severity' | 'title' | 'deadline'> &
  Partial<Pick<Finding, 'step' | 'entry' | 'action' | 'command'>> => {
  const left = ends(leaf) - now;
  const cure = {
    entry: left <= 0 ? 'adfs-proxy-ssl-expired' : 'adfs-ssl-expired',
    action: 'Renew the certificate and bind it on AD FS and on each proxy; it does not renew itself.',
    command: showProxyCertificate(),
  };
  if (starts(leaf) > now)
    return {
      state: 'firing',
      severity: 'critical',
      title: `The TLS certificate of ${host} is not valid before ${utc(starts(leaf))}: browsers and apps refuse it`,
      ...cure,
      entry: 'adfs-cert-warning',
    };
  if (left <= 0)
    return {
      state: 'firing',
      severity: 'critical',
      title: `The TLS certificate of ${host} has expired: federated sign-in fails`,
      deadline: ends(leaf),
      step: 'expired',
      ...cure,
    };
  const step = stepOf(left);
  return step
    ? {
        state: 'firing',
        severity: step.severity,
        step: step.name,
        title: `The TLS certificate of ${host} ends in ${span(left)}: federated sign-in fails after that`,
        deadline: ends(leaf),
        ...cure,
      }
    : {
        state: 'ok',
        severity: 'info',
        title: `The TLS certificate of ${host} is valid for ${span(left)}`,
        deadline: ends(leaf),
      };
};

/** OpenSSL names only the first problem, and an expired certificate hides the rest, so the chain's dates are read as well. */
const chain = (host: string, all: readonly ShownAt[], now: number, about: About): Finding => {
  const looked = all.map(({ address, shown }) => {
    const [leaf, ...above] = shown.chain;
    const earliest = above.toSorted((a, b) => ends(a) - ends(b))[0];
    const late = earliest !== undefined && ends(earliest) <= now;
    const own = shown.distrust === 'DEPTH_ZERO_SELF_SIGNED_CERT' || (above.length === 0 && leaf!.checkIssued(leaf!));
    const hidden = !late && !own && ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'].includes(shown.distrust ?? '');
    return { address, earliest, late, own, hidden, distrust: hidden ? undefined : shown.distrust };
  });
  const bad = looked.find(({ late, own, distrust }) => late || own || distrust !== undefined);
  const ending = looked
    .filter(({ earliest }) => earliest && ends(earliest) - now <= 30 * day)
    .toSorted((a, b) => ends(a.earliest!) - ends(b.earliest!))[0];
  const base = { ...about, key: `endpoint/${host}/tls-chain`, attribute: 'TLS certificate, chain' };
  if (!bad && looked.some(({ hidden }) => hidden))
    return {
      ...base,
      state: 'unknown',
      severity: 'info',
      title: `Whether the chain of ${host} is trusted cannot be told while the certificate itself is outside its dates`,
    };
  if (!bad && ending?.earliest)
    return {
      ...base,
      state: 'firing',
      severity: ends(ending.earliest) - now <= day ? 'critical' : 'warning',
      title: `An intermediate certificate of ${host} ends ${utc(ends(ending.earliest))}: the chain is not trusted after that`,
      evidence: `${subjectOf(ending.earliest)} at ${ending.address}.`,
      deadline: ends(ending.earliest),
      entry: 'adfs-certificate-chain-error',
      action: 'Install the current intermediate certificate of the issuer on AD FS and on each proxy.',
    };
  if (!bad) return { ...base, state: 'ok', severity: 'info', title: `The certificate chain of ${host} is trusted` };
  return {
    ...base,
    state: 'firing',
    severity: 'critical',
    title: bad.late
      ? `An intermediate certificate of ${host} has expired: apps refuse the connection`
      : bad.own
        ? `The TLS certificate of ${host} is self-signed: browsers and apps refuse it`
        : `The certificate chain of ${host} is not trusted: apps refuse the connection`,
    evidence: bad.late
      ? `${subjectOf(bad.earliest!)} ended ${utc(ends(bad.earliest!))}, at ${bad.address}.`
      : `${meaning[bad.distrust ?? ''] ?? bad.distrust ?? 'It is its own issuer'}, at ${bad.address}.${bad.own || bad.late ? '' : ' Seen with the roots that this machine trusts.'}`,
    ...(bad.late ? { deadline: ends(bad.earliest!) } : {}),
    entry: 'adfs-certificate-chain-error',
    action: bad.own
      ? 'Bind a certificate of a public certificate authority on AD FS and on each proxy.'
      : 'Install the intermediate certificates of the issuer on AD FS and on each proxy, so that they are sent along.',
    command: showProxyCertificate(),
  };
};

/** OpenSSL's names in words. */
const meaning: Readonly<Record<string, string>> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The server does not send the intermediate certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'An issuer in the chain is missing',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'The issuer is not among the trusted roots, or the server does not send its intermediate certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'The root of the chain is not a trusted one',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is its own issuer',
  CERT_SIGNATURE_FAILURE: 'A signature in the chain is wrong',
  CERT_REVOKED: 'A certificate in the chain was revoked',
};
