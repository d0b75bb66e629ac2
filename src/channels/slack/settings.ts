/** Settings of Slack: one workspace by its token, or several that install the app by OAuth. */
import { leastSecret } from '../../model/least-secret.ts';
import { keyProblem } from './seal.ts';

/** `keys` seal the tokens in the store, 32 bytes each in base64; the first seals, all open. */
export type InstallSettings = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly keys: readonly string[];
};

/** Either `botToken` or `install`; `signingSecret` is for HTTP, `appToken` for Socket Mode. */
export type SlackConfig = {
  readonly botToken?: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly install?: InstallSettings;
  /** Where the Web API is, with a slash at the end, if not at slack.com. */
  readonly apiUrl?: string;
};

type Read = {
  readonly text: (name: string) => string | undefined;
  readonly secret: (name: string) => string | undefined;
  readonly problems: string[];
};

/** Undefined where nothing of Slack is set; what is wrong is added to `problems`, each with its cure. */
export const readSlack = ({ text, secret, problems }: Read): SlackConfig | undefined => {
  const botToken = secret('SLACK_BOT_TOKEN');
  const signingSecret = secret('SLACK_SIGNING_SECRET');
  const appToken = secret('SLACK_APP_TOKEN');
  const parts = {
    SLACK_CLIENT_ID: text('SLACK_CLIENT_ID'),
    SLACK_CLIENT_SECRET: secret('SLACK_CLIENT_SECRET'),
    SLACK_STATE_SECRET: secret('SLACK_STATE_SECRET'),
    SLACK_INSTALL_KEY: secret('SLACK_INSTALL_KEY'),
  };
  const several = Object.values(parts).some((value) => value !== undefined);
  if (!botToken && !signingSecret && !appToken && !several) return undefined;

  if (several && botToken)
    problems.push(
      'SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set. Keep SLACK_BOT_TOKEN for one workspace, or remove it and let each workspace install the app at /slack/install.',
    );
  else if (!several) checkToken(botToken, problems);
  if (appToken && !appToken.startsWith('xapp-'))
    problems.push('SLACK_APP_TOKEN does not begin with xapp-. Give an app-level token with connections:write.');
  if (signingSecret && !/^[0-9a-f]{32}$/i.test(signingSecret))
    problems.push(
      'SLACK_SIGNING_SECRET is not 32 hexadecimal digits. Give the "Signing Secret" under "Basic Information" of the Slack app.',
    );
  if (!signingSecret && !appToken)
    problems.push(
      'SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are missing. Give the first for HTTP, the second for Socket Mode.',
    );
  const apiUrl = text('SLACK_API_URL');
  if (apiUrl && !/^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost)[:/])\S+$/.test(apiUrl))
    problems.push(`SLACK_API_URL is "${apiUrl}". Give an https address, such as https://slack-gov.com/api/.`);
  return {
    ...(apiUrl ? { apiUrl: apiUrl.replace(/\/?$/, '/') } : {}),
    ...(botToken ? { botToken } : {}),
    ...(signingSecret ? { signingSecret } : {}),
    ...(appToken ? { appToken } : {}),
    ...(several ? { install: installIn(parts, problems) } : {}),
  };
};

const checkToken = (token: string | undefined, problems: string[]): void => {
  if (!token)
    problems.push(
      'SLACK_BOT_TOKEN is missing. Give the bot token of the Slack app; it begins with xoxb-. For several workspaces, give SLACK_CLIENT_ID instead.',
    );
  else if (!token.startsWith('xoxb-'))
    problems.push('SLACK_BOT_TOKEN does not begin with xoxb-. Give the bot token, not another one.');
};

const installIn = (
  parts: Readonly<
    Record<'SLACK_CLIENT_ID' | 'SLACK_CLIENT_SECRET' | 'SLACK_STATE_SECRET' | 'SLACK_INSTALL_KEY', string | undefined>
  >,
  problems: string[],
): InstallSettings => {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = parts;
  const keys = (parts.SLACK_INSTALL_KEY ?? '').split(/[\s,]+/).filter(Boolean);
  if (!clientId)
    problems.push('SLACK_CLIENT_ID is missing. Give the client id under "Basic Information" of the Slack app.');
  if (!clientSecret)
    problems.push('SLACK_CLIENT_SECRET is missing. Give the client secret under "Basic Information" of the Slack app.');
  if (!stateSecret || stateSecret.length < leastSecret)
    problems.push(
      `SLACK_STATE_SECRET is ${stateSecret ? 'too short' : 'missing'}. Give at least ${leastSecret} random characters, the same on every replica.`,
    );
  const wrong = keyProblem(keys);
  if (wrong) problems.push(wrong);
  return { clientId: clientId ?? '', clientSecret: clientSecret ?? '', stateSecret: stateSecret ?? '', keys };
};
