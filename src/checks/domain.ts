/** Everything about one domain, now. */
import type { Comparison, Finding } from '../model/finding.ts';
import { asCheckError, type Context } from './context.ts';
import { checkEndpoint, type EndpointReport } from './endpoint.ts';
import { readTrusts, rootFor, type Trust } from './entra.ts';
import { netTo, signInOf } from './target.ts';
import { watchSignIns } from './signins.ts';

export type DomainReport = {
  readonly domain: string;
  readonly kind: 'federated' | 'managed' | 'unknown';
  /** The root domain whose trust it has. */
  readonly root?: string;
  readonly findings: readonly Finding[];
  readonly comparison?: Comparison;
  readonly endpoint?: EndpointReport;
  /** What could not be checked, why, and how to allow it. */
  readonly notChecked: readonly string[];
};

/** Hears what is being done. */
export type Tell = (step: string) => void;

const allowGraph =
  'Set GRAPH_TENANT_ID, GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET of an app registration that has the permissions in docs/permissions.md.';

export const reportOn = async (context: Context, given: string, tell: Tell): Promise<DomainReport> => {
  const { settings, logs, net, now } = context;
  const domain = given.toLowerCase();
  const { all, trust, kind, notChecked } = await discover(context, domain, tell);
  if (!trust) return { domain, kind, findings: [], notChecked };

  const findings: Finding[] = [];
  const names = [trust.domain, ...trust.subdomains];
  const signIn = signInOf(trust, settings.hosts);
  let endpoint: EndpointReport | undefined;
  if (signIn) {
    const { target, adfs } = signIn;
    tell(`Connecting to ${target.host}`);
    endpoint = await checkEndpoint(target.host, names, now(), netTo(net, target), adfs);
    findings.push(...endpoint.findings);
  } else
    notChecked.push(
      `The sign-in service: Entra has no https address of a name at port 443 for ${trust.domain}. Set SIGNPOST_ADFS_HOST=${trust.domain}=<host>:<port> if it is at another.`,
    );

  tell('Comparing AD FS with Entra');
  const { findings: compared, comparison } = await context.compare(trust, all ?? [trust], {});
  findings.push(...compared);
  /** Where nothing could be visited, the metadata is not there for the same reason. */
  const told = endpoint?.addresses.length === 0 ? endpoint.findings : findings;
  for (const { state, title, evidence } of told)
    if (state === 'unknown' && evidence) notChecked.push(`${title}: ${evidence}`);

  if (logs && all) {
    tell('Reading the sign-ins of the last half hour');
    const watched = await watchSignIns(logs, {}, now());
    findings.push(...watched.findings);
    const closed = watched.findings.find(({ state }) => state === 'unknown');
    if (closed) notChecked.push(`Failing sign-ins: ${closed.evidence ?? closed.title}`);
  }
  return {
    domain,
    kind,
    root: trust.domain,
    findings,
    comparison,
    ...(endpoint ? { endpoint } : {}),
    notChecked: [...new Set(notChecked)],
  };
};

type Discovered = {
  /** All trusts of the tenant, if Graph told them. */
  readonly all?: readonly Trust[] | undefined;
  /** Absent for a domain that is not federated or not known. */
  readonly trust?: Trust;
  readonly kind: DomainReport['kind'];
  readonly notChecked: string[];
};

/** The trust of a domain: from Graph, else what is public, else only the host that the operator names. */
const discover = async (context: Context, domain: string, tell: Tell): Promise<Discovered> => {
  const { graph, realm, settings } = context;
  const notChecked: string[] = [];
  let all: readonly Trust[] | undefined;
  if (graph) {
    tell('Reading the federated domains from Microsoft Graph');
    try {
      all = await readTrusts(graph);
      const names = all.map((trust) => trust.domain);
      const trust = all.find((one) => one.domain === rootFor(domain, names));
      if (trust) return { all, trust, kind: 'federated', notChecked };
      notChecked.push(`What Entra has on record: the tenant that Graph answers for has no federated domain ${domain}.`);
    } catch (error) {
      notChecked.push(`What Entra has on record: ${asCheckError(error).message}`);
    }
  } else
    notChecked.push(
      `What Entra has on record (issuer, certificates): there is no way into Microsoft Graph. ${allowGraph}`,
    );

  tell('Asking the public sign-in page about the domain');
  try {
    const { kind, trust } = await realm(domain);
    if (kind === 'managed') return { kind, notChecked: [] };
    return kind === 'federated' ? { all, trust, kind, notChecked } : { kind, notChecked };
  } catch (error) {
    notChecked.push(`Whether ${domain} is federated: ${asCheckError(error).message}`);
  }
  if (settings.hosts[domain] ?? settings.hosts['*'])
    return { trust: { domain, subdomains: [], unreadable: false, partial: true }, kind: 'federated', notChecked };
  notChecked.push(`AD FS: its host is not known. Set SIGNPOST_ADFS_HOST=${domain}=<host>.`);
  return { kind: 'unknown', notChecked };
};
