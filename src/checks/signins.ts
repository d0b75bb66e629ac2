/** Sign-in logs: which error codes have become much more frequent than they were. Counts only, never people. */
import { CheckError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import { utc } from '../model/time.ts';
import { hour, minute } from './clock.ts';
import type { Graph } from './graph.ts';

/** Kept between runs as plain JSON. */
export type SignInState = {
  /** When the last run was. */
  readonly at?: number;
  /** Ids of the events of the last window, so that overlapping windows count each once. */
  readonly seen?: readonly string[];
  /** The usual failures in five minutes, by code. */
  readonly usual?: Readonly<Record<string, number>>;
  /** How many runs the usual rates were learnt from. */
  readonly learnt?: number;
  /** The codes that are firing. */
  readonly firing?: readonly string[];
  /** Set once the source said that it will not answer: not asked again until then. */
  readonly closedUntil?: number;
  /** Why it will not, as a sentence. */
  readonly why?: string;
};

/** Codes that are steps of a normal sign-in, each with the reason why it is no failure. */
export const interrupts: Readonly<Record<string, string>> = {
  0: 'success',
  16000: 'the person has to choose an account',
  16001: 'the person chose a tile that needs another sign-in',
  50058: 'silent sign-in without a session; the app asks next',
  50072: 'the person is sent to register for multifactor authentication',
  50074: 'multifactor authentication is asked for',
  50076: 'multifactor authentication is asked for',
  50079: 'the person is sent to register for multifactor authentication',
  50097: 'the device is asked to show itself',
  50125: 'sign-in was interrupted by a password reset or registration',
  50127: 'the broker app has to be installed first',
  50129: 'the device has to be joined first',
  50140: 'the question whether to stay signed in',
  50199: 'the person is asked to confirm the app',
  50201: 'a notice is shown during sign-in',
  50203: 'the person put off registering an app for authentication',
  51006: 'Windows sign-in is asked for',
  81012: 'another account is signed in than the one that was meant',
};

/** Codes of a broken federation: rare enough that a handful is an alarm, even before anything is learnt. */
const federationCodes = new Set([
  '50008',
  '5000811',
  '50107',
  '5000819',
  '20001',
  '20012',
  '20033',
  '40008',
  '40009',
  '40010',
  '40015',
]);

export const signInRules = {
  /** The window that is read in every run; events arrive minutes late. */
  window: 30 * minute,
  /** The usual rate is kept for this length of time. */
  unit: 5 * minute,
  /** At least this many failures in the window. */
  least: 20,
  leastFederation: 5,
  /** And at least this many times the usual. */
  times: 4,
  /** Clears below this many times the usual, or below half the least count. */
  clears: 2,
  /** The usual fades by half in this time. */
  halfLife: 6 * hour,
  /** Runs before common codes may fire. */
  lessons: 12,
  maxPages: 20,
  /** A source that is not licensed or not in this cloud is asked again after this time. */
  closed: 24 * hour,
  /** Domains are named only from this many people on. */
  crowd: 3,
} as const;

const needs = { permission: 'AuditLog.Read.All', licence: 'a Microsoft Entra ID P1 or P2 licence' };

type Event = {
  readonly id: string;
  readonly at: number;
  readonly code: string;
  readonly user: string;
  readonly domain?: string;
};

export type SignInResult = { readonly findings: readonly Finding[]; readonly state: SignInState };

export const watchSignIns = async (graph: Graph, state: SignInState, now: number): Promise<SignInResult> => {
  if (state.closedUntil !== undefined && now < state.closedUntil)
    return {
      findings: [sourceFinding(state.why ?? 'The sign-in logs are closed to Signpost.'), ...silent(state)],
      state,
    };
  const from = now - signInRules.window;
  const filter = `createdDateTime ge ${new Date(from).toISOString().slice(0, 19)}Z`;
  try {
    const { items, truncated } = await graph.list(
      `/v1.0/auditLogs/signIns?$filter=${encodeURIComponent(filter)}&$top=1000`,
      needs,
      signInRules.maxPages,
    );
    const { closedUntil: _closed, why: _why, ...open } = state;
    return weigh(items.flatMap(eventOf), truncated, open, now);
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    const forGood = ['not licensed', 'not in this cloud', 'not found', 'not permitted'].includes(error.kind);
    const why = error.kind === 'not found' ? "This cloud's Graph does not offer the sign-in logs." : error.message;
    return {
      findings: [sourceFinding(why), ...silent(state)],
      state: forGood
        ? { ...state, closedUntil: now + (error.kind === 'not permitted' ? hour : signInRules.closed), why }
        : state,
    };
  }
};

/** The codes that were firing can be told no more: they are unknown, not well. */
const silent = (state: SignInState): readonly Finding[] =>
  (state.firing ?? []).map((code) => ({
    ...aboutCode(code),
    state: 'unknown',
    severity: 'info',
    title: `Sign-ins failing with ${code} cannot be counted at the moment`,
  }));

const source = 'sign-ins/source';

const sourceFinding = (why: string): Finding => ({
  key: source,
  check: 'sign-ins',
  state: 'unknown',
  severity: 'info',
  title: 'The sign-in logs cannot be read, so failing sign-ins are not watched',
  domains: [],
  codes: [],
  evidence: why,
});

/** No entry is named: the catalog finds it by the code. */
const aboutCode = (code: string): Pick<Finding, 'key' | 'check' | 'domains' | 'codes' | 'parent'> => ({
  key: `sign-ins/${code}`,
  check: 'sign-ins',
  domains: [],
  codes: [code],
  parent: source,
});

/** Pure: the events of a window against what is usual. */
export const weigh = (events: readonly Event[], truncated: boolean, state: SignInState, now: number): SignInResult => {
  const { window, unit, halfLife, lessons, times, clears, crowd } = signInRules;
  const from = now - window;
  const known = new Set(state.seen);
  const failures = new Map<string, Event>();
  for (const event of events)
    if (event.at >= from && !Object.hasOwn(interrupts, event.code)) failures.set(event.id, event);
  const fresh = countsOf([...failures.values()].filter(({ id }) => !known.has(id)));
  const inWindow = countsOf([...failures.values()]);

  const usual: Record<string, number> = { ...state.usual };
  const learnt = state.learnt ?? 0;
  const since = state.at === undefined ? window : Math.max(minute, Math.min(now - state.at, window));
  const wasFiring = new Set(state.firing);
  const firing: string[] = [];
  const findings: Finding[] = [];
  for (const code of new Set([...Object.keys(usual), ...Object.keys(inWindow), ...wasFiring])) {
    const count = inWindow[code] ?? 0;
    const expected = (usual[code] ?? 0) * (window / unit);
    const least = federationCodes.has(code) ? signInRules.leastFederation : signInRules.least;
    const ready = learnt >= lessons || federationCodes.has(code);
    const starts = ready && count >= least && count >= times * expected;
    const stays = wasFiring.has(code) && count >= least / 2 && count >= clears * expected;
    if (starts || stays) {
      firing.push(code);
      const hit = [...failures.values()].filter((event) => event.code === code);
      findings.push(spike(code, hit, expected, truncated, from, crowd));
    } else if (wasFiring.has(code))
      findings.push({
        ...aboutCode(code),
        state: 'ok',
        severity: 'info',
        title: `Sign-ins fail with ${code} no more often than usual`,
        evidence: `${count} in ${window / minute} minutes; usual are ${round(expected)}.`,
      });
    // A plain mean at first, then a fading one; a spike is learnt slowly and its beginning cut off, so that it stays visible but does not fire for ever.
    const fading = 1 - 0.5 ** (since / halfLife);
    const weight = starts || stays ? fading / 10 : Math.max(fading, 1 / (learnt + 1));
    const most =
      learnt < lessons ? Number.POSITIVE_INFINITY : Math.max(times * (usual[code] ?? 0), (least * unit) / window);
    const rate = Math.min(((fresh[code] ?? 0) * unit) / since, most);
    const next = (usual[code] ?? 0) * (1 - weight) + rate * weight;
    if (next < 0.001 && count === 0) delete usual[code];
    else usual[code] = next;
  }
  return {
    findings: [
      {
        key: source,
        check: 'sign-ins',
        state: 'ok',
        severity: 'info',
        title: 'The sign-in logs can be read',
        domains: [],
        codes: [],
        evidence: `${events.length}${truncated ? ' and more' : ''} sign-ins in ${window / minute} minutes.${learnt < lessons ? ' The usual rates are still being learnt.' : ''}`,
      },
      ...findings,
    ],
    state: {
      ...state,
      at: now,
      seen: [...failures.keys()].slice(0, 5_000),
      usual,
      learnt: learnt + 1,
      firing,
    },
  };
};

const spike = (
  code: string,
  hit: readonly Event[],
  expected: number,
  truncated: boolean,
  from: number,
  crowd: number,
): Finding => {
  const people = new Set(hit.map(({ user }) => user)).size;
  const byDomain = new Map<string, Set<string>>();
  for (const { domain, user } of hit) if (domain) byDomain.set(domain, (byDomain.get(domain) ?? new Set()).add(user));
  const domains = [...byDomain]
    .filter(([, users]) => users.size >= crowd)
    .toSorted(([, a], [, b]) => b.size - a.size)
    .slice(0, 5)
    .map(([domain]) => domain);
  const federation = federationCodes.has(code);
  const many = truncated ? 'at least ' : '';
  return {
    ...aboutCode(code),
    state: 'firing',
    severity: federation ? 'critical' : 'warning',
    title: `${many}${hit.length} sign-ins failed with ${code} since ${utc(from)}, ${expected >= 1 ? `usual are ${round(expected)}` : 'which is not usual'}`,
    domains,
    evidence: `${many}${hit.length} failures in ${signInRules.window / minute} minutes against ${round(expected)} usually; told from ${signInRules.times} times the usual and ${federation ? signInRules.leastFederation : signInRules.least} failures on.`,
    affected: `${many}${people} ${people === 1 ? 'person' : 'people'}${domains.length > 0 ? ` of ${domains.join(', ')}` : ''}`,
    action: federation
      ? 'Compare the federation with npm run check-domain; something between AD FS and Entra has changed.'
      : `Read what ${code} means and whether something was changed shortly before.`,
  };
};

const countsOf = (events: readonly Event[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { code } of events) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

const round = (count: number): string => (count < 10 ? String(Math.round(count * 10) / 10) : String(Math.round(count)));

/** Takes from an event only what is counted; a name is used within the run and never kept. */
const eventOf = (item: unknown): readonly Event[] => {
  const { id, createdDateTime, status, userId, userPrincipalName } = (item ?? {}) as Readonly<Record<string, unknown>>;
  const code = (status as { errorCode?: unknown } | null | undefined)?.errorCode;
  const at = typeof createdDateTime === 'string' ? Date.parse(createdDateTime) : Number.NaN;
  if (typeof id !== 'string' || Number.isNaN(at) || !/^\d{1,10}$/.test(String(code))) return [];
  const domain =
    typeof userPrincipalName === 'string' ? /@([a-z0-9.-]{3,253})$/i.exec(userPrincipalName)?.[1] : undefined;
  return [
    {
      id,
      at,
      code: String(code),
      user: [userId, userPrincipalName].find((name) => typeof name === 'string') ?? id,
      ...(domain ? { domain: domain.toLowerCase() } : {}),
    },
  ];
};
