/** Settings: environment -> Config. Every problem is reported at once, each with its cure. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSlack, type SlackConfig } from './channels/slack/settings.ts';
import { isTeamsCloud, type TeamsCloud } from './channels/teams/cloud.ts';
import { type CheckSettings, readCheckSettings } from './checks/settings.ts';
import { ConfigError } from './model/errors.ts';
import type { Language } from './model/language.ts';
import { leastSecret } from './model/least-secret.ts';
import { type Operation, readOperation } from './operation.ts';
import type { HelpdeskSettings } from './model/ticket.ts';
import { type Reader, readerOf } from './reading.ts';
import type { choices } from './settings.ts';

export type TeamsConfig = {
  readonly appId?: string;
  readonly appPassword?: string;
  readonly appType?: (typeof choices.MicrosoftAppType)[number];
  readonly tenantId?: string;
  /** The tenants whose people are answered; empty means the app's own for SingleTenant, and all otherwise. */
  readonly allowedTenants?: readonly string[];
  readonly cloud?: TeamsCloud;
};

export type { SlackConfig } from './channels/slack/settings.ts';

/** `url` holds a password and is not for logs; `poolSize` is the most connections that one replica opens. */
type DatabaseConfig = { readonly url: string; readonly poolSize: number };

export type Config = {
  readonly host: string;
  readonly port: number;
  /** Path of the SQLite file, or ":memory:". */
  readonly store: string;
  /** Present where the store stands on PostgreSQL instead. */
  readonly database?: DatabaseConfig;
  /** The catalog folder. */
  readonly catalog: string;
  /** An organisation's own folder, laid over it. */
  readonly ownCatalog?: string;
  /** The language of rooms, and of people whose own is not known or not spoken here. */
  readonly language: Language;
  /** Whether the web page answers to more than this computer. */
  readonly webOpen: boolean;
  readonly logLevel: string;
  /** The keys of the people who may set the bot up, such as "slack:T1:U1". */
  readonly admins: readonly string[];
  readonly helpdesk: HelpdeskSettings;
  /** Absent where only Slack is set up. */
  readonly teams?: TeamsConfig;
  readonly slack?: SlackConfig;
  /** Limits, metrics, stopping, where it is reached. */
  readonly operation: Operation;
  /** The live checks of the federation; they run where there is a way into Graph or a list of domains. */
  readonly checks: CheckSettings;
};

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The folder of the built-in catalog. */
export const builtIn: string = fileURLToPath(new URL('../catalog', import.meta.url));

/** Reads the settings; throws `ConfigError` with every problem. Secrets may also come as NAME_FILE, the path of a file. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const reader = readerOf(env);
  const { text, textOrDefault, secret, whole, choice, problems } = reader;

  const port = whole('PORT');
  const appPassword = secret('MicrosoftAppPassword');
  const checks = readCheckSettings(reader, appPassword);
  const slack = readSlack(reader);
  const appId = text('MicrosoftAppId');
  const tenantId = text('MicrosoftAppTenantId');
  const appType = choice('MicrosoftAppType');
  const allowedTenants = readTenants(text('MicrosoftAppAllowedTenants'), problems);
  const { id: cloud } = checks.cloud;
  if (appId && !isTeamsCloud(cloud))
    problems.push(
      `SIGNPOST_CLOUD is "${cloud}", where Teams' addresses for bots are not public. Leave out MicrosoftAppId and serve Slack or the web page there.`,
    );
  const teams: TeamsConfig = appId
    ? {
        appId,
        appType,
        ...(appPassword ? { appPassword } : {}),
        ...(tenantId ? { tenantId } : {}),
        ...(allowedTenants.length > 0 ? { allowedTenants } : {}),
        ...(isTeamsCloud(cloud) && cloud !== 'global' ? { cloud } : {}),
      }
    : {};
  checkTeams(teams, Boolean(appPassword), problems);

  const database = readDatabase(secret('DATABASE_URL'), whole('DATABASE_POOL_SIZE'), problems);

  const ownCatalog = text('SIGNPOST_CATALOG');
  if (ownCatalog && !existsSync(ownCatalog))
    problems.push(`SIGNPOST_CATALOG is "${ownCatalog}", which does not exist. Give the folder of your own entries.`);

  const config: Config = {
    host: textOrDefault('HOST'),
    port,
    store: textOrDefault('SIGNPOST_STORE'),
    catalog: builtIn,
    webOpen: choice('SIGNPOST_WEB') === 'open',
    language: choice('SIGNPOST_LANGUAGE'),
    logLevel: choice('LOG_LEVEL'),
    checks,
    admins: readAdmins(text('SIGNPOST_ADMINS'), problems),
    operation: readOperation(reader),
    ...(database ? { database } : {}),
    helpdesk: readHelpdesk(reader),
    ...(ownCatalog ? { ownCatalog } : {}),
    ...(appId || !slack ? { teams } : {}),
    ...(slack ? { slack } : {}),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
};

/** Known to be one without a look at the tables of time zones, which takes longer than the rest. */
const utc = 'UTC';

/** Reads what belongs to tickets; times are given in the unit of their name. */
const readHelpdesk = ({ text, textOrDefault, secret, whole, problems }: Reader): HelpdeskSettings => {
  const hours = text('SIGNPOST_QUIET_HOURS');
  const [, from = '', to = ''] = /^(\d{1,2})\s?-\s?(\d{1,2})$/.exec(hours ?? '') ?? [];
  const areHours = from !== '' && Number(from) <= 24 && Number(to) <= 24;
  if (hours !== undefined && !areHours)
    problems.push(`SIGNPOST_QUIET_HOURS is "${hours}". Give two hours of the day, such as 22-6.`);

  const timeZone = textOrDefault('SIGNPOST_TIME_ZONE');
  if (timeZone !== utc && !isTimeZone(timeZone))
    problems.push(`SIGNPOST_TIME_ZONE is "${timeZone}". Give a name such as Europe/Lisbon or UTC.`);

  const urls = (text('SIGNPOST_WEBHOOK_URL') ?? '').split(/[\s,]+/).filter(Boolean);
  for (const url of urls)
    if (!isReceiver(url))
      problems.push(
        `SIGNPOST_WEBHOOK_URL names "${url.replace(/\?.*|\/\/[^/]*@/, '')}". Give an https address without a user, or an http one on this computer.`,
      );
  const webhookSecret = secret('SIGNPOST_WEBHOOK_SECRET');
  if (urls.length > 0 && !webhookSecret)
    problems.push('SIGNPOST_WEBHOOK_SECRET is missing. Give the secret by which receivers check the events.');
  if (webhookSecret !== undefined && webhookSecret.length < leastSecret)
    problems.push(
      `SIGNPOST_WEBHOOK_SECRET is too short to be a secret. Give at least ${leastSecret} random characters, here and to the receivers.`,
    );
  if (urls.length === 0 && webhookSecret)
    problems.push('SIGNPOST_WEBHOOK_SECRET is set without SIGNPOST_WEBHOOK_URL. Set both or neither.');
  const apiToken = secret('SIGNPOST_API_TOKEN') ?? null;
  if (apiToken !== null && apiToken.length < leastSecret)
    problems.push(`SIGNPOST_API_TOKEN is too short to be a secret. Give at least ${leastSecret} random characters.`);
  return {
    unclaimedMinutes: whole('SIGNPOST_UNCLAIMED_MINUTES'),
    staleDays: whole('SIGNPOST_STALE_DAYS'),
    perPerson: whole('SIGNPOST_TICKETS_PER_PERSON'),
    closeDays: whole('SIGNPOST_CLOSE_DAYS'),
    keepDays: whole('SIGNPOST_KEEP_DAYS'),
    quiet: areHours ? { from: Number(from) % 24, to: Number(to) % 24 } : null,
    timeZone,
    webhooks: urls.length > 0 && webhookSecret ? { urls: [...new Set(urls)], secret: webhookSecret } : null,
    apiToken,
  };
};

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
};

/** Whether events may be sent there: https, or this computer. */
const isReceiver = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && here)) && username === '' && password === '';
};

const readAdmins = (list: string | undefined, problems: string[]): readonly string[] => {
  const admins = (list ?? '').split(/[\s,;]+/).filter(Boolean);
  for (const admin of admins)
    if (!/^(?:teams|slack|web|json):./.test(admin))
      problems.push(
        `SIGNPOST_ADMINS names "${admin}". Give what the bot answers to "who am I", such as slack:T0123:U0456.`,
      );
  return admins;
};

const readTenants = (list: string | undefined, problems: string[]): readonly string[] => {
  const tenants = (list ?? '').split(/[\s,;]+/).filter(Boolean);
  for (const tenant of tenants)
    if (!guid.test(tenant))
      problems.push(
        `MicrosoftAppAllowedTenants names "${tenant}". Give tenant ids, which are GUIDs, with commas between.`,
      );
  return tenants;
};

/** What is wrong with the address of a database, without the address, which holds a password. */
export const databaseProblem = (url: string): string | undefined => {
  if (!/^postgres(?:ql)?:\/\//i.test(url)) return 'does not begin with postgres://';
  const unencoded = 'is not an address: a password with : / ? # [ ] @ or % in it has to be percent-encoded';
  if (!URL.canParse(url)) return unencoded;
  const { username, password, pathname, search, hash } = new URL(url);
  // Where the password holds one of these, a part of it is taken for the host, which messages name.
  if (hash !== '' || /[@/]/.test(pathname.slice(1)) || /^\?[^=]*@/.test(search)) return unencoded;
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
  } catch {
    return 'has a % that begins no percent-encoding; write it as %25';
  }
  return pathname.length > 1 ? undefined : 'does not name the database at its end';
};

const readDatabase = (url: string | undefined, poolSize: number, problems: string[]): DatabaseConfig | undefined => {
  if (!url) return undefined;
  const problem = databaseProblem(url);
  if (problem) problems.push(`DATABASE_URL ${problem}. Give postgres://user:password@host:5432/name.`);
  return { url, poolSize };
};

const checkTeams = (teams: TeamsConfig, hasPassword: boolean, problems: string[]): void => {
  if (!teams.appId) {
    if (hasPassword) problems.push('MicrosoftAppPassword is set without MicrosoftAppId. Set both or neither.');
    return;
  }
  if (!guid.test(teams.appId))
    problems.push(`MicrosoftAppId is "${teams.appId}". Give the application (client) id of the bot, a GUID.`);
  if (teams.appType === 'UserAssignedMSI') {
    if (hasPassword) problems.push('MicrosoftAppPassword is set with MicrosoftAppType UserAssignedMSI. Remove it.');
  } else if (!hasPassword)
    problems.push('MicrosoftAppId is set without MicrosoftAppPassword. Set the client secret, or use UserAssignedMSI.');
  if (teams.tenantId && !guid.test(teams.tenantId) && !/^[\w-]+(?:\.[\w-]+)+$/.test(teams.tenantId))
    problems.push(
      `MicrosoftAppTenantId is "${teams.tenantId}". Give the tenant id, a GUID, or a domain of the tenant.`,
    );
  if (teams.appType !== 'MultiTenant' && !teams.tenantId)
    problems.push(`MicrosoftAppTenantId is missing. MicrosoftAppType ${teams.appType} needs the tenant id, a GUID.`);
};
