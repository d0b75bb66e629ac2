/** The live checks, ready to run: what to look at, how often, and everything about one domain at once. All of it only reads. */
import type { CheckName, Comparison, Finding } from '../model/finding.ts';
import { hour, minute } from './clock.ts';
import { asCheckError, type CheckParts, type Context, contextOf, type Read } from './context.ts';
import { type DomainReport, reportOn, type Tell } from './domain.ts';
import { checkEndpoint } from './endpoint.ts';
import { readTrusts, rootFor, type Trust } from './entra.ts';
import type { FederationState } from './federation.ts';
import { netTo, signInOf } from './target.ts';
import { ownHealth, withEnds } from './own-health.ts';
import type { CheckSettings } from './settings.ts';
import { watchSignIns } from './signins.ts';

/** Between runs the caller keeps `state` as plain JSON and hands it in again; `{}` at first. */
type CheckRun = {
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

export type Checks = {
  readonly list: readonly Check[];
  checkDomain(domain: string, tell?: Tell): Promise<DomainReport>;
  /** The domains that are set up, and those that the tenant federates as far as it tells them now. */
  domains(): Promise<readonly string[]>;
};

export const checksWith = (settings: CheckSettings, parts: CheckParts = {}): Checks => {
  const context = contextOf(settings, parts);
  const { graph, logs, now } = context;
  const trusts = trustsOf(context);
  const something = graph !== undefined || settings.domains.length > 0;
  const list: readonly Check[] = [
    ...(something ? [federation(context, trusts), endpoint(context, trusts)] : []),
    ...(logs
      ? [
          {
            name: 'sign-ins' as const,
            interval: 5 * minute,
            run: async (state: object) => watchSignIns(logs, state, now()),
          },
        ]
      : []),
    ...(graph && settings.own.length > 0
      ? [
          {
            name: 'own-health' as const,
            interval: 12 * hour,
            run: async (state: object) => {
              const findings = await ownHealth(graph, settings.own, now());
              return { findings, state: withEnds(state, findings) };
            },
          },
        ]
      : []),
  ];
  return {
    list,
    checkDomain: (domain, tell = () => undefined) => reportOn(context, domain, tell),
    domains: async () => {
      const all = await trusts(hour).catch(() => []);
      const federated = wanted(all, settings.domains).flatMap(({ domain, subdomains }) => [domain, ...subdomains]);
      return [...new Set([...settings.domains, ...federated])];
    },
  };
};

/** The trusts of the tenant, or of the configured domains as far as they are public; `age` is how old they may be. */
type Trusts = (age?: number) => Promise<readonly Trust[]>;

const trustsOf = ({ graph, realm, settings, now }: Context): Trusts => {
  let kept: { readonly at: number; readonly trusts: readonly Trust[] } | undefined;
  const read = async (): Promise<readonly Trust[]> => {
    if (graph) return readTrusts(graph);
    const found: Trust[] = [];
    for (const domain of settings.domains) {
      const { kind, trust } = await realm(domain);
      if (kind === 'federated') found.push(trust);
    }
    return found;
  };
  return async (age = 0) => {
    if (kept && now() - kept.at < age) return kept.trusts;
    kept = { at: now(), trusts: await read() };
    return kept.trusts;
  };
};

/** Those that were asked for; a subdomain means its root. */
const wanted = (trusts: readonly Trust[], domains: readonly string[]): readonly Trust[] => {
  if (domains.length === 0) return trusts;
  const names = trusts.map(({ domain }) => domain);
  const roots = new Set(domains.map((domain) => rootFor(domain, names)));
  return trusts.filter(({ domain }) => roots.has(domain));
};

/** Domains that were asked for and are not federated here: a slip in the setting, or a domain that was made a managed one. */
const missing = (trusts: readonly Trust[], domains: readonly string[]): readonly Finding[] =>
  domains.map((domain): Finding => {
    const names = trusts.map((trust) => trust.domain);
    const found = rootFor(domain, names) !== undefined;
    return {
      key: `federation/${domain}/configuration`,
      check: 'federation',
      state: found ? 'ok' : 'unknown',
      severity: 'info',
      title: found ? `${domain} is federated` : `${domain} is not among the federated domains, so it is not checked`,
      domains: [domain],
      codes: [],
      ...(found ? {} : { evidence: 'SIGNPOST_CHECK_DOMAINS names it.' }),
    };
  });

const federation = (context: Context, trusts: Trusts): Check => ({
  name: 'federation',
  interval: 30 * minute,
  run: (state) =>
    keeping('federation', 'The federated domains', state, async (before: FederationState) => {
      const all = await trusts();
      const read: Read = new Map();
      let after = before;
      const findings: Finding[] = [];
      const comparisons: Comparison[] = [];
      for (const trust of wanted(all, context.settings.domains)) {
        const result = await context.compare(trust, all, after, read);
        after = result.state;
        findings.push(...result.findings);
        comparisons.push(result.comparison);
      }
      findings.push(...missing(all, context.settings.domains));
      return { findings, state: after, comparisons };
    }),
});

/** Keeps the trusts, so that the services are still watched while Graph does not answer. */
type EndpointState = { readonly trusts?: readonly Trust[] };

const endpoint = ({ settings, net, now }: Context, trusts: Trusts): Check => ({
  name: 'endpoint',
  interval: 10 * minute,
  run: (state) =>
    keeping('endpoint', 'The sign-in services of the domains', state, async (before: EndpointState) => {
      const all = await trusts(hour).catch((error: unknown) => before.trusts ?? fail(error));
      const chosen = wanted(all, settings.domains);
      const services = new Map<string, { signIn: NonNullable<ReturnType<typeof signInOf>>; domains: string[] }>();
      for (const trust of chosen) {
        const signIn = signInOf(trust, settings.hosts);
        if (!signIn) continue;
        const service = services.get(signIn.target.host) ?? { signIn, domains: [] };
        service.domains.push(trust.domain, ...trust.subdomains);
        services.set(signIn.target.host, service);
      }
      const findings: Finding[] = [];
      for (const [host, { signIn, domains }] of services)
        findings.push(...(await checkEndpoint(host, domains, now(), netTo(net, signIn.target), signIn.adfs)).findings);
      return { findings, state: { ...before, trusts: chosen.map(addressOnly) } };
    }),
});

/** A trust without its certificates, which are no plain JSON. */
const addressOnly = ({ domain, subdomains, passiveSignInUri }: Trust): Trust => ({
  domain,
  subdomains,
  unreadable: false,
  ...(passiveSignInUri ? { passiveSignInUri } : {}),
});

const fail = (error: unknown): never => {
  throw error;
};

/** Adds to the state which keys are firing, so that those of a domain or host that is gone can clear. */
const keeping = async (
  check: CheckName,
  what: string,
  state: object,
  run: (state: object) => Promise<CheckRun>,
): Promise<CheckRun> => {
  const { firing = [], ...before } = state as { firing?: readonly string[] };
  const about = { key: `${check}/source`, check, domains: [], codes: [], severity: 'info' } as const;
  let result: CheckRun;
  try {
    result = await run(before);
  } catch (error) {
    const evidence = asCheckError(error).message;
    const title = `${what} cannot be read, so they are not checked`;
    return { findings: [{ ...about, state: 'unknown', title, evidence }], state };
  }
  const now = new Map(result.findings.map((finding) => [finding.key, finding.state]));
  const gone = firing
    .filter((key) => !now.has(key))
    .map((key): Finding => ({ ...about, key, state: 'ok', title: `${key} is no longer there to be checked` }));
  /** What cannot be looked at keeps firing until it is seen to be well. */
  const still = firing.filter((key) => now.get(key) === 'unknown');
  const fires = [...now].filter(([, is]) => is === 'firing').map(([key]) => key);
  return {
    ...result,
    findings: [{ ...about, state: 'ok', title: `${what} can be read` }, ...result.findings, ...gone],
    state: { ...result.state, firing: [...new Set([...fires, ...still])] },
  };
};
