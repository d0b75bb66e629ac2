/** The live checks, ready to run: what to look at, how often, and everything about one domain at once. All of it only reads. */
import { CheckError } from '../model/errors.ts';
import type { CheckName, Comparison, Finding } from '../model/finding.ts';
import { checkEndpoint, type EndpointReport } from './endpoint.ts';
import { clockOfNow, hour, minute } from './clock.ts';
import { credentialFor } from './credential.ts';
import { readTrusts, rootFor, type Trust } from './entra.ts';
import {
  compareDomain,
  type Fetched,
  type FederationResult,
  type FederationState,
  fetchMetadata,
  type Net,
  type Target,
  netTo,
  signInOf,
} from './federation.ts';
import { type Graph, graphOf } from './graph.ts';
import { ownHealth } from './own-health.ts';
import { type AskRealm, realmAt } from './realm.ts';
import type { CheckSettings } from './settings.ts';
import { watchSignIns } from './signins.ts';

/** Between runs the caller keeps `state` as plain JSON and hands it in again; `{}` at first. */
export type CheckRun = {
  readonly findings: readonly Finding[];
  readonly state: object;
  readonly comparisons?: readonly Comparison[];
};

export type Check = {
  readonly name: CheckName;
  /** Milliseconds from one run to the next. */
  readonly interval: number;
  /** Never throws for what the world does; what could not be looked at comes back as `unknown`. */
  run(state: object): Promise<CheckRun>;
};

/** What the checks are made of; each part may be given, the rest is real. */
export type CheckParts = {
  readonly graph?: Graph | undefined;
  readonly net?: Net;
  readonly realm?: AskRealm;
  readonly now?: () => number;
};

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

export type Checks = {
  readonly list: readonly Check[];
  /** Everything about one domain now, in order; `tell` hears what is being done. */
  checkDomain(domain: string, tell?: (step: string) => void): Promise<DomainReport>;
};

const allowGraph =
  'Set GRAPH_TENANT_ID, GRAPH_CLIENT_ID and GRAPH_CLIENT_SECRET of an app registration that has the permissions in docs/permissions.md.';

export const checksWith = (settings: CheckSettings, parts: CheckParts = {}): Checks => {
  const now = parts.now ?? clockOfNow.now;
  const net: Net = { allowPrivate: settings.allowPrivate, ...parts.net };
  const realm = parts.realm ?? realmAt(settings.cloud.authority);
  const credential = settings.credential && credentialFor(settings.credential, settings.cloud);
  const graph = parts.graph ?? (credential && graphOf({ root: settings.cloud.graph, credential }));
  /** The log reports have a limit of their own, so they are asked at a slower pace. */
  const logs = parts.graph ?? (credential && graphOf({ root: settings.cloud.graph, credential, pace: 2_100 }));
  const { environment, hosts } = settings;

  let kept: { readonly at: number; readonly trusts: readonly Trust[] } | undefined;

  /** The trusts of the tenant, or of the configured domains as far as they are public; `age` is how old they may be. */
  const trustsNow = async (age = 0): Promise<readonly Trust[]> => {
    if (kept && now() - kept.at < age) return kept.trusts;
    kept = { at: now(), trusts: await readAll() };
    return kept.trusts;
  };

  const readAll = async (): Promise<readonly Trust[]> => {
    if (graph) return readTrusts(graph);
    const found: Trust[] = [];
    for (const domain of settings.domains) {
      const { kind, trust } = await realm(domain);
      if (kind === 'federated') found.push(trust);
    }
    return found;
  };

  const wanted = (trusts: readonly Trust[]): readonly Trust[] => {
    if (settings.domains.length === 0) return trusts;
    const names = trusts.map(({ domain }) => domain);
    const roots = new Set(settings.domains.map((domain) => rootFor(domain, names)));
    return trusts.filter(({ domain }) => roots.has(domain));
  };

  /** Domains that share a farm read its metadata once in a run. */
  type Read = Map<string, Promise<Fetched | CheckError>>;

  const compareOne = async (
    trust: Trust,
    all: readonly Trust[],
    state: FederationState,
    read: Read = new Map(),
  ): Promise<FederationResult> => {
    const signIn = signInOf(trust, hosts);
    const target = signIn?.adfs ? signIn.target : undefined;
    return compareDomain({
      trust,
      others: all.filter((other) => other !== trust),
      host: target?.host,
      fetched: target && (await fetchOnce(target, read)),
      now: now(),
      state,
      environment,
    });
  };

  const fetchOnce = (target: Target, read: Read): Promise<Fetched | CheckError> => {
    const name = JSON.stringify(target);
    const fetched = read.get(name) ?? fetchMetadata(target.host, netTo(net, target)).catch(asCheckError);
    read.set(name, fetched);
    return fetched;
  };

  const federation: Check = {
    name: 'federation',
    interval: 30 * minute,
    run: (state) =>
      keeping(state, source('federation', 'The federated domains'), async (before: FederationState) => {
        const all = await trustsNow();
        const read: Read = new Map();
        let after = before;
        const findings: Finding[] = [];
        const comparisons: Comparison[] = [];
        for (const trust of wanted(all)) {
          const result = await compareOne(trust, all, after, read);
          after = result.state;
          findings.push(...result.findings);
          comparisons.push(result.comparison);
        }
        return { findings, state: after, comparisons };
      }),
  };

  const endpoint: Check = {
    name: 'endpoint',
    interval: 10 * minute,
    run: (state) =>
      keeping(state, source('endpoint', 'The sign-in services of the domains'), async (before: EndpointState) => {
        const trusts = wanted(await trustsNow(hour).catch((error: unknown) => before.trusts ?? fail(error)));
        const services = new Map<string, { signIn: NonNullable<ReturnType<typeof signInOf>>; domains: string[] }>();
        for (const trust of trusts) {
          const signIn = signInOf(trust, hosts);
          if (!signIn) continue;
          const service = services.get(signIn.target.host) ?? { signIn, domains: [] };
          service.domains.push(trust.domain, ...trust.subdomains);
          services.set(signIn.target.host, service);
        }
        const findings: Finding[] = [];
        for (const [host, { signIn, domains }] of services) {
          const report = await checkEndpoint(host, domains, now(), netTo(net, signIn.target), signIn.adfs);
          findings.push(...report.findings);
        }
        return { findings, state: { ...before, trusts: trusts.map(addressOnly) } };
      }),
  };

  const signIns = (from: Graph): Check => ({
    name: 'sign-ins',
    interval: 5 * minute,
    run: async (state) => watchSignIns(from, state, now()),
  });

  const own = (from: Graph): Check => ({
    name: 'own-health',
    interval: 12 * hour,
    run: async (state) => ({ findings: await ownHealth(from, settings.own, now()), state }),
  });

  const something = graph !== undefined || settings.domains.length > 0;
  const list = [
    ...(something ? [federation, endpoint] : []),
    ...(logs ? [signIns(logs)] : []),
    ...(graph && settings.own.length > 0 ? [own(graph)] : []),
  ];

  const checkDomain = async (given: string, tell: (step: string) => void = () => undefined): Promise<DomainReport> => {
    const domain = given.toLowerCase();
    const notChecked: string[] = [];
    let all: readonly Trust[] | undefined;
    if (graph) {
      tell('Reading the federated domains from Microsoft Graph');
      all = await readTrusts(graph).catch((error: unknown) => {
        notChecked.push(`What Entra has on record: ${asCheckError(error).message}`);
        return undefined;
      });
    } else
      notChecked.push(
        `What Entra has on record (issuer, certificates): there is no way into Microsoft Graph. ${allowGraph}`,
      );
    const root =
      all &&
      rootFor(
        domain,
        all.map((trust) => trust.domain),
      );
    let trust = all?.find((one) => one.domain === root);
    if (all && !trust) {
      // A domain of another tenant is not in this one's list.
      notChecked.push(`What Entra has on record: the tenant that Graph answers for has no federated domain ${domain}.`);
    }
    if (!trust) {
      tell('Asking the public sign-in page about the domain');
      try {
        const answer = await realm(domain);
        if (answer.kind === 'managed') return { domain, kind: 'managed', findings: [], notChecked: [] };
        if (answer.kind === 'unknown') return { domain, kind: 'unknown', findings: [], notChecked };
        trust = answer.trust;
      } catch (error) {
        const { message } = asCheckError(error);
        const known = hosts[domain] ?? hosts['*'];
        notChecked.push(`Whether ${domain} is federated: ${message}`);
        if (!known)
          return {
            domain,
            kind: 'unknown',
            findings: [],
            notChecked: [...notChecked, `AD FS: its host is not known. Set SIGNPOST_ADFS_HOST=${domain}=<host>.`],
          };
        trust = { domain, subdomains: [], unreadable: false, partial: true };
      }
    }
    const signIn = signInOf(trust, hosts);
    const findings: Finding[] = [];
    let report: EndpointReport | undefined;
    if (signIn) {
      tell(`Connecting to ${signIn.target.host}`);
      report = await checkEndpoint(
        signIn.target.host,
        [trust.domain, ...trust.subdomains],
        now(),
        netTo(net, signIn.target),
        signIn.adfs,
      );
      findings.push(...report.findings);
    } else notChecked.push(`The sign-in service: Entra has no address that can be visited for ${trust.domain}.`);
    tell('Comparing AD FS with Entra');
    const compared = await compareOne(trust, all ?? [trust], {});
    findings.push(...compared.findings);
    if (logs && all) {
      tell('Reading the sign-ins of the last half hour');
      const watched = await watchSignIns(logs, {}, now());
      findings.push(...watched.findings);
      for (const finding of watched.findings)
        if (finding.key === 'sign-ins/source' && finding.state === 'unknown')
          notChecked.push(`Failing sign-ins: ${finding.evidence ?? finding.title}`);
    }
    for (const finding of findings)
      if (
        finding.state === 'unknown' &&
        finding.evidence &&
        finding.check !== 'sign-ins' &&
        finding.severity !== 'critical'
      )
        notChecked.push(`${finding.title}: ${finding.evidence}`);
    return {
      domain,
      kind: 'federated',
      root: trust.domain,
      findings,
      comparison: compared.comparison,
      ...(report ? { endpoint: report } : {}),
      notChecked: [...new Set(notChecked)],
    };
  };

  return { list, checkDomain };
};

type EndpointState = { readonly trusts?: readonly Trust[] };

/** What the endpoint check keeps of a trust: no certificates, which are no plain JSON. */
const addressOnly = ({ domain, subdomains, passiveSignInUri }: Trust): Trust => ({
  domain,
  subdomains,
  unreadable: false,
  ...(passiveSignInUri ? { passiveSignInUri } : {}),
});

const fail = (error: unknown): never => {
  throw error;
};

const asCheckError = (error: unknown): CheckError => {
  if (error instanceof CheckError) return error;
  throw error;
};

const source = (check: CheckName, what: string) => ({ check, what });

/** Adds to the state which keys were firing, so that those of a domain or host that is gone can clear. */
const keeping = async (
  state: object,
  { check, what }: ReturnType<typeof source>,
  run: (state: object) => Promise<CheckRun>,
): Promise<CheckRun> => {
  const { firing = [], ...before } = state as { firing?: readonly string[] };
  const about = { key: `${check}/source`, check, domains: [], codes: [], severity: 'info' } as const;
  try {
    const result = await run(before);
    const told = new Set(result.findings.map(({ key }) => key));
    const gone = firing
      .filter((key) => !told.has(key))
      .map((key): Finding => ({ ...about, key, state: 'ok', title: `${key} is no longer there to be checked` }));
    return {
      ...result,
      findings: [{ ...about, state: 'ok', title: `${what} can be read` }, ...result.findings, ...gone],
      state: {
        ...result.state,
        firing: result.findings.filter(({ state: now }) => now === 'firing').map(({ key }) => key),
      },
    };
  } catch (error) {
    const { message } = asCheckError(error);
    return {
      findings: [
        { ...about, state: 'unknown', title: `${what} cannot be read, so they are not checked`, evidence: message },
      ],
      state,
    };
  }
};
