/** What every check is made of: the way into Graph, the way into the internet, the time. */
import { CheckError } from '../model/errors.ts';
import { clockOfNow } from './clock.ts';
import { credentialFor } from './credential.ts';
import type { Trust } from './entra.ts';
import { compareDomain, type FederationResult, type FederationState } from './federation.ts';
import { type Graph, graphOf } from './graph.ts';
import { type AskRealm, realmAt } from './realm.ts';
import type { CheckSettings } from './settings.ts';
import { type Fetched, fetchMetadata, type Net, netTo, signInOf, type Target } from './target.ts';

/** Each part may be given; the rest is real. */
export type CheckParts = {
  readonly graph?: Graph | undefined;
  readonly net?: Net;
  readonly realm?: AskRealm;
  readonly now?: () => number;
};

/** Metadata that was read in this run, so that domains that share a farm read it once. */
export type Read = Map<string, Promise<Fetched | CheckError>>;

export type Context = {
  readonly settings: CheckSettings;
  readonly now: () => number;
  readonly net: Net;
  readonly realm: AskRealm;
  /** Absent where there is no way into Graph. */
  readonly graph: Graph | undefined;
  /** The log reports have a limit of their own, 5 requests in 10 seconds, so they are asked at a slower pace. */
  readonly logs: Graph | undefined;
  /** Reads the metadata of a domain and compares. */
  compare(trust: Trust, all: readonly Trust[], state: FederationState, read?: Read): Promise<FederationResult>;
};

export const contextOf = (settings: CheckSettings, parts: CheckParts): Context => {
  const { cloud, hosts, environment } = settings;
  const now = parts.now ?? clockOfNow.now;
  const net: Net = { allowPrivate: settings.allowPrivate, ...parts.net };
  const credential = settings.credential && credentialFor(settings.credential, cloud);
  const graphAt = (pace: number): Graph | undefined =>
    parts.graph ?? (credential && graphOf({ root: cloud.graph, credential, pace }));

  const fetchOnce = (target: Target, read: Read): Promise<Fetched | CheckError> => {
    const name = JSON.stringify(target);
    const fetched = read.get(name) ?? fetchMetadata(target.host, netTo(net, target)).catch(asCheckError);
    read.set(name, fetched);
    return fetched;
  };

  return {
    settings,
    now,
    net,
    realm: parts.realm ?? realmAt(cloud.authority),
    graph: graphAt(0),
    logs: graphAt(2_100),
    compare: async (trust, all, state, read = new Map()) => {
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
    },
  };
};

/** What a check expects to go wrong; anything else is a fault of ours and goes on. */
export const asCheckError = (error: unknown): CheckError => {
  if (error instanceof CheckError) return error;
  throw error;
};
