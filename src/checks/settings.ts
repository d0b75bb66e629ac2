/** The settings of the checks, read from the environment; every problem comes with its cure. */
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { ConfigError } from '../model/errors.ts';
import { isHostName } from './address.ts';
import { type Cloud, cloudOf } from './clouds.ts';
import type { GraphEnvironment } from './command.ts';
import type { CredentialSettings } from './credential.ts';
import type { Target } from './target.ts';
import type { OwnApp } from './own-health.ts';

export type CheckSettings = {
  readonly cloud: Cloud;
  /** What Connect-MgGraph calls the cloud. */
  readonly environment: GraphEnvironment;
  /** Absent where there is no way into Graph. */
  readonly credential?: CredentialSettings;
  /** The domains to check; empty means all federated ones of the tenant. */
  readonly domains: readonly string[];
  /** Where AD FS is, by domain or "*", over what Entra says. */
  readonly hosts: Readonly<Record<string, Target>>;
  /** Whether addresses inside private networks may be visited. */
  readonly allowPrivate: boolean;
  /** The app registrations whose end is watched. */
  readonly own: readonly OwnApp[];
};

/** How config.ts reads the environment. */
export type Reader = {
  text(name: string): string | undefined;
  /** Also from NAME_FILE. */
  secret(name: string): string | undefined;
  choice(name: 'SIGNPOST_CHECK_PRIVATE'): 'refuse' | 'allow';
  readonly problems: string[];
};

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const kinds = ['secret', 'certificate', 'managed', 'workload'] as const;
const environments: Readonly<Record<string, GraphEnvironment>> = {
  'https://graph.microsoft.us': 'USGov',
  'https://dod-graph.microsoft.us': 'USGovDoD',
  'https://microsoftgraph.chinacloudapi.cn': 'China',
};

/** `botSecret` is the one of the Teams bot, which is read elsewhere. */
export const readCheckSettings = (reader: Reader, botSecret?: string): CheckSettings => {
  const { text, problems } = reader;
  const graph = address('SIGNPOST_GRAPH_ROOT', reader);
  const authority = address('SIGNPOST_AUTHORITY', reader);
  let cloud = cloudOf('global', { graph, authority });
  try {
    cloud = cloudOf(text('SIGNPOST_CLOUD') ?? 'global', { graph, authority });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
  }
  const read = readCredential(reader);
  return {
    cloud,
    environment: environments[cloud.graph] ?? '',
    ...(read ? { credential: read.credential } : {}),
    domains: readDomains(reader),
    hosts: readHosts(reader),
    allowPrivate: reader.choice('SIGNPOST_CHECK_PRIVATE') === 'allow',
    own: read ? [...read.own, ...teamsApp(reader, botSecret)] : [],
  };
};

/** An origin with https; plain http only to this computer. */
const address = (name: string, { text, problems }: Reader): string | undefined => {
  const value = text(name);
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const loopback = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (
    url &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)) &&
    url.pathname === '/' &&
    !url.search
  )
    return url.origin;
  problems.push(`${name} is "${value}". Give an https address without a path, such as https://graph.microsoft.com.`);
  return undefined;
};

const readDomains = ({ text, problems }: Reader): readonly string[] => {
  const domains = list(text('SIGNPOST_CHECK_DOMAINS'));
  for (const domain of domains)
    if (!isHostName(domain))
      problems.push(`SIGNPOST_CHECK_DOMAINS names "${domain}". Give domains such as contoso.com, separated by commas.`);
  return domains.filter(isHostName);
};

const list = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(/[\s,;]+/)
    .map((one) => one.toLowerCase())
    .filter((one) => one !== '');

const readHosts = ({ text, problems }: Reader): Readonly<Record<string, Target>> => {
  const hosts: Record<string, Target> = {};
  for (const item of list(text('SIGNPOST_ADFS_HOST'))) {
    const parts = /^(?:([^=]+)=)?([^:@=]+)(?::(\d{1,5}))?(?:@([0-9a-f:.]+))?$/.exec(item);
    const [, domain = '*', host = '', port, at] = parts ?? [];
    const known = parts && isHostName(host) && (domain === '*' || isHostName(domain)) && Number(port ?? 443) <= 65_535;
    if (!known || (at !== undefined && isIP(at) === 0)) {
      problems.push(
        `SIGNPOST_ADFS_HOST names "${item}". Give sts.contoso.com, or contoso.com=sts.contoso.com for one domain; :port and @address may follow.`,
      );
      continue;
    }
    hosts[domain] = { host, ...(port ? { port: Number(port) } : {}), ...(at ? { address: at } : {}) };
  }
  return hosts;
};

/** The registration of the Teams bot, which has a secret of its own unless it is a managed identity. */
const teamsApp = ({ text }: Reader, secret: string | undefined): readonly OwnApp[] => {
  const appId = text('MicrosoftAppId');
  if (!appId || !guid.test(appId) || text('MicrosoftAppType')?.toLowerCase() === 'userassignedmsi') return [];
  const hint = secret?.slice(0, 3);
  return [{ name: 'Teams', appId, kind: 'secret', ...(hint ? { hint } : {}), setting: 'MicrosoftAppPassword' }];
};

/** The names that belong to a credential; none of them set means that there is none. */
const names = [
  'GRAPH_TENANT_ID',
  'GRAPH_CLIENT_ID',
  'GRAPH_CLIENT_SECRET',
  'GRAPH_CLIENT_SECRET_FILE',
  'GRAPH_CERTIFICATE_PATH',
  'GRAPH_CREDENTIAL',
];

const readCredential = (
  reader: Reader,
): { readonly credential: CredentialSettings; readonly own: readonly OwnApp[] } | undefined => {
  const { text, secret, problems } = reader;
  if (!names.some(text)) return undefined;
  const before = problems.length;
  const tenantId = text('GRAPH_TENANT_ID');
  const clientId = text('GRAPH_CLIENT_ID');
  const clientSecret = secret('GRAPH_CLIENT_SECRET');
  const path = text('GRAPH_CERTIFICATE_PATH');
  const password = secret('GRAPH_CERTIFICATE_PASSWORD');
  const asked = text('GRAPH_CREDENTIAL')?.toLowerCase();
  const kind = kinds.find((one) => one === (asked ?? (path ? 'certificate' : 'secret')));
  if (!kind) problems.push(`GRAPH_CREDENTIAL is "${asked}". Give one of ${kinds.join(', ')}, or leave it out.`);
  if (clientSecret && path && !asked)
    problems.push('GRAPH_CLIENT_SECRET and GRAPH_CERTIFICATE_PATH are both set. Keep one of them.');
  if (clientId && !guid.test(clientId))
    problems.push(`GRAPH_CLIENT_ID is "${clientId}". Give the application (client) id of the registration, a GUID.`);
  if (tenantId && !guid.test(tenantId) && !isHostName(tenantId))
    problems.push(`GRAPH_TENANT_ID is "${tenantId}". Give the tenant id, a GUID, or a domain of the tenant.`);
  if (kind !== 'managed') {
    if (!tenantId) problems.push('GRAPH_TENANT_ID is missing. Give the tenant id, a GUID.');
    if (!clientId) problems.push('GRAPH_CLIENT_ID is missing. Give the application (client) id, a GUID.');
  }
  if (kind === 'secret' && !clientSecret)
    problems.push(
      'GRAPH_CLIENT_SECRET is missing. Set it, or GRAPH_CERTIFICATE_PATH, or GRAPH_CREDENTIAL=managed or workload.',
    );
  if (kind === 'certificate' && !path)
    problems.push('GRAPH_CERTIFICATE_PATH is missing. Give the path of a PEM file with certificate and private key.');
  if (kind === 'certificate' && path && !existsSync(path))
    problems.push(`GRAPH_CERTIFICATE_PATH is "${path}", which does not exist. Give the path of a PEM file.`);
  if (problems.length > before || !kind) return undefined;
  const ids = { tenantId: tenantId ?? '', clientId: clientId ?? '' };
  const app = { name: 'Graph', appId: ids.clientId };
  switch (kind) {
    case 'secret':
      return {
        credential: { kind, ...ids, secret: clientSecret! },
        own: [{ ...app, kind: 'secret', hint: clientSecret!.slice(0, 3), setting: 'GRAPH_CLIENT_SECRET' }],
      };
    case 'certificate':
      return {
        credential: { kind, ...ids, path: path!, ...(password ? { password } : {}) },
        own: [{ ...app, kind: 'certificate', setting: 'GRAPH_CERTIFICATE_PATH' }],
      };
    case 'managed':
      return { credential: { kind, ...(clientId ? { clientId } : {}) }, own: [] };
    case 'workload':
      return { credential: { kind, ...ids }, own: [] };
  }
};
