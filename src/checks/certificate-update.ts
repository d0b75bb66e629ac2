/** What Entra itself says about the metadata: whether it could read it and learn of new certificates. */
import type { Finding } from '../model/finding.ts';
import { utc } from '../model/time.ts';
import { day, hour } from './clock.ts';
import { aboutTrust, keyOf } from './compare.ts';
import type { Trust } from './entra.ts';
import { metadataPath } from './metadata.ts';
import { rollover } from './signing.ts';

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

/** Since which of its runs Entra fails; `before` is what the last run of ours knew. */
export const failingSince = (trust: Trust, before: number | undefined): number | undefined =>
  failed(trust) ? (before ?? trust.update?.at) : undefined;

export const updateFinding = (
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
