/** The clouds of Microsoft 365 and where each keeps its sign-in and its Graph. */
import { ConfigError } from '../model/errors.ts';

export type Cloud = {
  /** As `SIGNPOST_CLOUD` names it. */
  readonly id: string;
  readonly name: string;
  /** Where tokens come from, without a final slash. */
  readonly authority: string;
  /** The root of Microsoft Graph, without a version and without a final slash. */
  readonly graph: string;
};

/** Sources: Graph "National cloud deployments", Entra "Authentication in national clouds". */
const known: Readonly<Record<string, Omit<Cloud, 'id'>>> = {
  global: {
    name: 'global',
    authority: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
  },
  usgov: {
    name: 'US Government (GCC High)',
    authority: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
  },
  usgovdod: {
    name: 'US Government (DoD)',
    authority: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
  },
  china: {
    name: 'China (21Vianet)',
    authority: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
};

/** Other names under which people know a cloud. */
const aliases: Readonly<Record<string, string>> = {
  public: 'global',
  gcc: 'global',
  fairfax: 'usgov',
  gcchigh: 'usgov',
  dod: 'usgovdod',
  mooncake: 'china',
};

const closed = ['germany', 'blackforest'];
const airGapped = ['usnat', 'ussec'];

const cloudNames: readonly string[] = Object.keys(known);

/** The cloud of that name with the given addresses over it; throws `ConfigError` for one that cannot be used. */
export const cloudOf = (
  name: string,
  over: { readonly authority?: string | undefined; readonly graph?: string | undefined } = {},
): Cloud => {
  const given = name.toLowerCase();
  const id = aliases[given] ?? given;
  if (closed.includes(id))
    throw new ConfigError([
      `SIGNPOST_CLOUD is "${name}". Microsoft Cloud Germany was closed on 29 October 2021. Give one of ${cloudNames.join(', ')}.`,
    ]);
  const cloud = known[id];
  const authority = over.authority ?? cloud?.authority;
  const graph = over.graph ?? cloud?.graph;
  if (!cloud && !airGapped.includes(id))
    throw new ConfigError([`SIGNPOST_CLOUD is "${name}". Give one of ${cloudNames.join(', ')}.`]);
  if (!authority || !graph)
    throw new ConfigError([
      `SIGNPOST_CLOUD is "${name}", whose addresses are not public. Give SIGNPOST_GRAPH_ROOT and SIGNPOST_AUTHORITY as well.`,
    ]);
  return { id, name: cloud?.name ?? id, authority: bare(authority), graph: bare(graph) };
};

const bare = (url: string): string => url.replace(/\/+$/, '');
