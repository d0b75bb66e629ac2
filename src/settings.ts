/** Every setting, described once: .env.example and docs/configuration.md are made from this list with `npm run docs`. */
import { languages } from './model/language.ts';
import { leastSecret } from './model/least-secret.ts';

const longEnough = `${leastSecret} characters or more`;

/**
 * `example` stands in .env.example where there is no default; `secret` ones may also come as NAME_FILE, the path of a file.
 * What it takes is told in words, or is one of a few values, or a whole number between two.
 */
export type Setting = {
  readonly name: string;
  readonly meaning: string;
  readonly default?: string;
  readonly example?: string;
  readonly secret?: true;
  readonly takes?: string;
  readonly among?: readonly string[];
  readonly whole?: readonly [least: number, most: number];
};

export type Group = { readonly title: string; readonly about?: string; readonly settings: readonly Setting[] };

const guid = 'a GUID';

/** The values of the settings that take one of a few. */
export const choices = {
  LOG_LEVEL: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
  MicrosoftAppType: ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'],
  SIGNPOST_WEB: ['local', 'open'],
  SIGNPOST_LANGUAGE: languages,
  SIGNPOST_METRICS: ['local', 'open'],
  SIGNPOST_CHECK_PRIVATE: ['refuse', 'allow'],
} as const;

export const groups: readonly Group[] = [
  {
    title: 'Where it listens and keeps things',
    settings: [
      {
        name: 'PORT',
        default: '3978',
        whole: [0, 65_535],
        meaning: 'The port that it listens on; 0 is any that is free.',
      },
      {
        name: 'HOST',
        default: '127.0.0.1',
        takes: 'an address of this computer, or 0.0.0.0 for all',
        meaning: 'The address that it listens on.',
      },
      {
        name: 'SIGNPOST_STORE',
        default: 'signpost.sqlite',
        takes: 'a path, or :memory:',
        meaning: 'The SQLite file that everything is kept in.',
      },
      {
        name: 'DATABASE_URL',
        secret: true,
        example: 'postgres://user:password@host:5432/signpost',
        takes: 'a postgres:// address with the name of the database',
        meaning: 'PostgreSQL instead of the file, for several replicas.',
      },
      {
        name: 'DATABASE_POOL_SIZE',
        default: '10',
        whole: [1, 1000],
        meaning: 'The most connections to PostgreSQL that one replica opens.',
      },
      {
        name: 'SIGNPOST_CATALOG',
        takes: 'a folder',
        meaning: 'Your own entries and notes, laid over the built-in catalog.',
      },
      {
        name: 'LOG_LEVEL',
        default: 'info',
        among: choices.LOG_LEVEL,
        meaning:
          'How much is written to the log, which is standard error; in a terminal, where it is not set, warnings only.',
      },
    ],
  },
  {
    title: 'Teams',
    about: 'Without an app id the Teams endpoint serves tools on this computer only.',
    settings: [
      { name: 'MicrosoftAppId', takes: guid, meaning: 'The application (client) id of the bot.' },
      {
        name: 'MicrosoftAppPassword',
        secret: true,
        takes: 'the value of a client secret',
        meaning: 'The secret of the bot; none with UserAssignedMSI.',
      },
      {
        name: 'MicrosoftAppType',
        default: 'SingleTenant',
        among: choices.MicrosoftAppType,
        meaning: 'How the bot is registered.',
      },
      {
        name: 'MicrosoftAppTenantId',
        takes: `${guid} or a domain`,
        meaning: 'The tenant of the bot; needed unless it is MultiTenant.',
      },
      {
        name: 'MicrosoftAppAllowedTenants',
        takes: 'GUIDs with commas between',
        meaning: 'The tenants whose people are answered; empty means your own for SingleTenant.',
      },
    ],
  },
  {
    title: 'Slack',
    about: 'The signing secret is for HTTP, the app token for Socket Mode; one of them is needed.',
    settings: [
      {
        name: 'SLACK_BOT_TOKEN',
        secret: true,
        example: 'xoxb-',
        takes: 'xoxb-…',
        meaning: 'The bot token of the installed app.',
      },
      {
        name: 'SLACK_SIGNING_SECRET',
        secret: true,
        takes: '32 hexadecimal digits',
        meaning: 'Proves that a request over HTTP comes from Slack.',
      },
      {
        name: 'SLACK_APP_TOKEN',
        secret: true,
        example: 'xapp-',
        takes: 'xapp-…',
        meaning: 'The app-level token with connections:write, for Socket Mode.',
      },
      {
        name: 'SLACK_CLIENT_ID',
        takes: 'the client id of the app',
        meaning: 'For several workspaces in place of SLACK_BOT_TOKEN: each installs the app at /slack/install.',
      },
      {
        name: 'SLACK_CLIENT_SECRET',
        secret: true,
        takes: 'the client secret of the app',
        meaning: 'For several workspaces: proves to Slack that the app asks.',
      },
      {
        name: 'SLACK_STATE_SECRET',
        secret: true,
        takes: longEnough,
        meaning: 'For several workspaces: signs the way of an installation through Slack.',
      },
      {
        name: 'SLACK_INSTALL_KEY',
        secret: true,
        takes: '32 random bytes in base64; several with commas between, the first seals',
        meaning: 'For several workspaces: seals their tokens in the store.',
      },
      {
        name: 'SLACK_API_URL',
        takes: 'an https address',
        meaning: 'Another Slack, for tests and government Slack: https://slack-gov.com/api/.',
      },
    ],
  },
  {
    title: 'People and pages',
    settings: [
      {
        name: 'SIGNPOST_ADMINS',
        example: 'slack:T0123:U0456',
        takes: 'keys with commas between',
        meaning: 'Who may set the bot up from chat: what it answers to "who am I".',
      },
      {
        name: 'SIGNPOST_WEB',
        default: 'local',
        among: choices.SIGNPOST_WEB,
        meaning:
          '"open" lets the web page answer to others than this computer: behind a reverse proxy, or with HOST=0.0.0.0.',
      },
      {
        name: 'SIGNPOST_LANGUAGE',
        default: 'en',
        among: choices.SIGNPOST_LANGUAGE,
        meaning: 'The language in channels, and for people whose own is not known or not spoken here.',
      },
    ],
  },
  {
    title: 'Live checks of the federation',
    about: 'What they need in your tenant is in docs/permissions.md.',
    settings: [
      { name: 'GRAPH_TENANT_ID', takes: guid, meaning: 'The tenant to look at.' },
      { name: 'GRAPH_CLIENT_ID', takes: guid, meaning: 'The app registration to look with.' },
      { name: 'GRAPH_CLIENT_SECRET', secret: true, takes: 'the value of a client secret', meaning: 'Its secret.' },
      {
        name: 'GRAPH_CERTIFICATE_PATH',
        takes: 'the path of a PEM file',
        meaning: 'Its certificate with the key, instead of a secret.',
      },
      {
        name: 'GRAPH_CERTIFICATE_PASSWORD',
        secret: true,
        takes: 'a password',
        meaning: 'The password of that file, if it has one.',
      },
      {
        name: 'GRAPH_CREDENTIAL',
        takes: 'secret, certificate, managed or workload',
        meaning: 'Which kind of credential to use, where the others do not tell.',
      },
      {
        name: 'SIGNPOST_CHECK_DOMAINS',
        takes: 'domains with commas between',
        meaning: 'The domains to check; all federated domains of the tenant if left out.',
      },
      {
        name: 'SIGNPOST_ADFS_HOST',
        takes: 'host, or domain=host@address',
        meaning: 'Where AD FS is, such as sts.contoso.com, or contoso.com=sts.contoso.com@203.0.113.10 for one domain.',
      },
      {
        name: 'SIGNPOST_CHECK_PRIVATE',
        default: 'refuse',
        among: choices.SIGNPOST_CHECK_PRIVATE,
        meaning: '"allow" lets the checks visit addresses inside your network.',
      },
      {
        name: 'SIGNPOST_CLOUD',
        default: 'global',
        takes: 'global, usgov, usgovdod or china',
        meaning: 'The cloud that the tenant and its Teams are in; docs/teams.md tells what differs there.',
      },
      {
        name: 'SIGNPOST_GRAPH_ROOT',
        takes: 'an https address',
        meaning: 'Microsoft Graph at another address, for tests.',
      },
      {
        name: 'SIGNPOST_AUTHORITY',
        takes: 'an https address',
        meaning: 'The sign-in service at another address, for tests.',
      },
    ],
  },
  {
    title: 'Helpdesk and notices',
    about: 'docs/helpdesk.md tells how tickets work, docs/notices.md how notices do.',
    settings: [
      {
        name: 'SIGNPOST_UNCLAIMED_MINUTES',
        default: '30',
        whole: [1, 10_080],
        meaning: 'Minutes until a channel is first reminded of a ticket that nobody has claimed.',
      },
      {
        name: 'SIGNPOST_STALE_DAYS',
        default: '3',
        whole: [1, 365],
        meaning: 'Days without a change until the owner of a ticket is asked.',
      },
      { name: 'SIGNPOST_CLOSE_DAYS', default: '5', whole: [1, 365], meaning: 'Days from resolved to closed.' },
      {
        name: 'SIGNPOST_KEEP_DAYS',
        default: '365',
        whole: [1, 36_500],
        meaning: 'Days that tickets are kept that are over.',
      },
      {
        name: 'SIGNPOST_TICKETS_PER_PERSON',
        default: '20',
        whole: [0, 10_000],
        meaning:
          'Unsolved tickets that one person may have, and all people of the web page ten times as many; 0 is no limit.',
      },
      {
        name: 'SIGNPOST_QUIET_HOURS',
        example: '22-6',
        takes: 'two hours of the day',
        meaning: 'No reminders then, and notices that are not critical wait.',
      },
      {
        name: 'SIGNPOST_TIME_ZONE',
        default: 'UTC',
        takes: 'a name such as Europe/Lisbon',
        meaning: 'The time zone of the quiet hours.',
      },
      {
        name: 'SIGNPOST_WEBHOOK_URL',
        takes: 'https addresses with commas between',
        meaning: 'Where ticket events are sent.',
      },
      {
        name: 'SIGNPOST_WEBHOOK_SECRET',
        secret: true,
        takes: longEnough,
        meaning: 'The secret by which receivers check the events.',
      },
      {
        name: 'SIGNPOST_API_TOKEN',
        secret: true,
        takes: longEnough,
        meaning: 'The bearer token with which other systems send changes of tickets, and notices.',
      },
    ],
  },
  {
    title: 'Operation',
    about: 'docs/runbook.md tells how to use them.',
    settings: [
      {
        name: 'SIGNPOST_PUBLIC_URL',
        example: 'https://bot.example.com',
        takes: 'an https address',
        meaning: 'Where the platforms reach it; "npm run doctor" looks there.',
      },
      {
        name: 'SIGNPOST_PRIVACY_URL',
        takes: 'an https address',
        meaning: 'Your own page on privacy, which /privacy then leads to; it says what Signpost keeps if left out.',
      },
      {
        name: 'SIGNPOST_TERMS_URL',
        takes: 'an https address',
        meaning: 'Your own terms of use, which /terms then leads to.',
      },
      {
        name: 'SIGNPOST_METRICS',
        default: 'local',
        among: choices.SIGNPOST_METRICS,
        meaning: '"open" serves /metrics to everybody who reaches the port.',
      },
      {
        name: 'SIGNPOST_METRICS_TOKEN',
        secret: true,
        takes: longEnough,
        meaning: 'The bearer token with which others than this computer read /metrics.',
      },
      {
        name: 'SIGNPOST_RATE_PER_PERSON',
        default: '60',
        whole: [0, 100_000],
        meaning: 'Messages and presses a minute that one person may send, all at once if they like; 0 is no limit.',
      },
      {
        name: 'SIGNPOST_RATE_PER_ADDRESS',
        default: '240',
        whole: [0, 1_000_000],
        meaning: 'Requests a minute that one address may send to what no platform signs; 0 is no limit.',
      },
      {
        name: 'SIGNPOST_PROXIES',
        default: '0',
        whole: [0, 10],
        meaning: 'How many reverse proxies of yours stand in front, each of which adds to X-Forwarded-For.',
      },
      {
        name: 'SIGNPOST_CONNECTIONS',
        default: '2000',
        whole: [1, 1_000_000],
        meaning:
          'The most connections that may be open at once; without SIGNPOST_PROXIES a quarter of them from one address.',
      },
      {
        name: 'SIGNPOST_LEAVE_SECONDS',
        default: '0',
        whole: [0, 600],
        meaning:
          'How long a stop goes on answering first, with /readyz at 503, so that what sends requests here sends no more.',
      },
      {
        name: 'SIGNPOST_DRAIN_SECONDS',
        default: '10',
        whole: [0, 600],
        meaning: 'How long a stop waits for what is under way.',
      },
      {
        name: 'SIGNPOST_AUDIT_DAYS',
        default: '365',
        whole: [1, 36_500],
        meaning: 'Days that it is kept who changed what; "npm run audit" shows it.',
      },
    ],
  },
];

export const settings: readonly Setting[] = groups.flatMap((group) => group.settings);

/** What a setting takes, in words. */
export const takesOf = ({ takes, among, whole }: Setting): string => {
  if (whole) return `${whole[0]} to ${whole[1]}`;
  return among ? `${among.slice(0, -1).join(', ')} or ${among.at(-1)}` : (takes ?? '');
};

export const settingNames: ReadonlySet<string> = new Set(settings.map(({ name }) => name));
