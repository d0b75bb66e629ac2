/** Whether Signpost's own way in is about to end: the secrets and certificates of its app registrations. */
import { CheckError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import { utc } from '../model/time.ts';
import { span } from './clock.ts';
import type { Graph } from './graph.ts';
import { stepOf } from './steps.ts';

/** An app registration that Signpost signs in with. */
export type OwnApp = {
  /** What it is for: "Graph" or "Teams". */
  readonly name: string;
  readonly appId: string;
  readonly kind: 'secret' | 'certificate';
  /** The first three characters of the secret, which Entra shows as its hint; tells ours from others. Never shown. */
  readonly hint?: string;
  /** The setting that holds it. */
  readonly setting: string;
};

const needs = { permission: 'Application.Read.All' };

export const ownHealth = async (graph: Graph, apps: readonly OwnApp[], now: number): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const app of apps) findings.push(await look(graph, app, now));
  return findings;
};

/** When each secret ends, by the name of its app in small letters; kept between the runs for whoever measures. */
type Ends = Readonly<Record<string, number>>;

export const endsIn = (state: { readonly ends?: Ends } | null): Ends => state?.ends ?? {};

/** The state after a run: what could not be looked at ends when it did before. */
export const withEnds = (state: object, findings: readonly Finding[]): object => {
  const before = endsIn(state);
  const ends = findings.flatMap(({ key, deadline }) => {
    const name = key.split('/')[1] ?? '';
    const end = deadline ?? before[name];
    return end === undefined ? [] : [[name, end]];
  });
  return { ...state, ends: Object.fromEntries(ends) };
};

const look = async (graph: Graph, app: OwnApp, now: number): Promise<Finding> => {
  const about = {
    key: `own-health/${app.name.toLowerCase()}`,
    check: 'own-health',
    domains: [],
    codes: [],
    attribute: `${app.kind} of the ${app.name} registration`,
  } as const;
  let body: unknown;
  try {
    body = await graph.get(
      `/v1.0/applications(appId='${encodeURIComponent(app.appId)}')?$select=passwordCredentials,keyCredentials`,
      needs,
    );
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    return {
      ...about,
      state: 'unknown',
      severity: 'info',
      title: `The end of Signpost's own ${app.kind} for ${app.name} is not watched`,
      evidence:
        error.kind === 'not found'
          ? `This tenant has no app registration ${app.appId}, or it belongs to another one.`
          : error.message,
    };
  }
  const ends = endOf(body, app);
  if (ends === undefined)
    return {
      ...about,
      state: 'unknown',
      severity: 'info',
      title: `The ${app.name} registration has no ${app.kind} with an end date`,
      evidence: `The registration ${app.appId} lists none.`,
    };
  const left = ends - now;
  const step = stepOf(left);
  return {
    ...about,
    state: step ? 'firing' : 'ok',
    severity: step?.severity ?? 'info',
    title: step
      ? left <= 0
        ? `Signpost's own ${app.kind} for ${app.name} has expired`
        : `Signpost's own ${app.kind} for ${app.name} ends in ${span(left)}: it goes blind after that`
      : `Signpost's own ${app.kind} for ${app.name} is valid for ${span(left)}`,
    deadline: ends,
    evidence: `Ends ${utc(ends)}. Warned at 30, 14, 7 and 1 days.`,
    ...(step
      ? {
          step: step.name,
          codes: app.kind === 'secret' ? ['7000222'] : ['700027'],
          entry: app.kind === 'secret' ? '7000222' : '700027',
          affected: 'Signpost itself, not the people who sign in',
          action: `Make a new ${app.kind} in the app registration and set ${app.setting}.`,
        }
      : {}),
  };
};

/** The end of ours where the hint tells it, else of the one that lasts longest. */
const endOf = (body: unknown, app: OwnApp): number | undefined => {
  const { passwordCredentials, keyCredentials } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const listed = app.kind === 'secret' ? passwordCredentials : keyCredentials;
  const all = (Array.isArray(listed) ? (listed as unknown[]) : []).flatMap((one) => {
    const { endDateTime, hint } = (one ?? {}) as Readonly<Record<string, unknown>>;
    const at = typeof endDateTime === 'string' ? Date.parse(endDateTime) : Number.NaN;
    return Number.isNaN(at) ? [] : [{ at, ours: app.hint !== undefined && hint === app.hint }];
  });
  const ours = all.filter((one) => one.ours);
  const ends = (ours.length > 0 ? ours : all).map(({ at }) => at);
  return ends.length > 0 ? Math.max(...ends) : undefined;
};
