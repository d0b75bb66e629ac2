/** Installing the app in a workspace: to Slack with a state that is bound to the browser, and back with a code for a token. */
import type { ServerResponse } from 'node:http';
import type { Installation } from '@slack/bolt';
import type { Log, Route } from '../../model/ports.ts';
import type { Bolt } from './sdk.ts';

type Provider = NonNullable<InstanceType<Bolt['HTTPReceiver']>['installer']>;

const begin = 'Begin again at /slack/install.';

/** What a person is told of a failure, by the code of the installer. */
const told: Readonly<Record<string, readonly [status: number, text: string]>> = {
  slack_oauth_installer_authorization_error: [403, `The installation was cancelled in Slack. ${begin}`],
  slack_oauth_invalid_state: [
    400,
    `This installation was not begun in this browser, or more than ten minutes ago. ${begin}`,
  ],
  slack_oauth_missing_state: [400, `This installation was not begun here. ${begin}`],
  slack_oauth_missing_code: [400, `Slack sent no code. ${begin}`],
};

const otherwise = [502, `The installation could not be finished. ${begin} The log of Signpost says why.`] as const;

export const installRoutes = (provider: Provider, scopes: string[], log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/slack/install',
    async handle(request, response) {
      response.setHeader('cache-control', 'no-store');
      await provider.handleInstallPath(request, response, {}, { scopes });
    },
  },
  {
    method: 'GET',
    path: '/slack/oauth_redirect',
    async handle(request, response) {
      await provider.handleCallback(request, response, {
        success(installation) {
          log.info({ ...placeIn(installation) }, 'a Slack workspace has installed the app');
          say(response, 200, `Signpost is installed${inName(installation)}. Write to it in Slack, or use /signin.`);
        },
        failure({ code, message }) {
          const [status, text] = told[code] ?? otherwise;
          log.warn({ code, why: message }, 'the Slack app was not installed');
          say(response, status, text);
        },
      });
    },
  },
];

const placeIn = ({ team, enterprise }: Installation) => ({ team: team?.id, org: enterprise?.id });

const inName = ({ team, enterprise }: Installation): string => {
  const name = team?.name ?? enterprise?.name;
  return name === undefined ? '' : ` in ${name}`;
};

/** Plain text, so that no name can be markup. */
const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(`${text}\n`);
};
