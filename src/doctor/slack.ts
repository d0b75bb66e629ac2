/** Whether Slack takes the tokens, and whether the app may do what the manifest asks for. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { SlackConfig } from '../config.ts';
import { type Ask, fail, type Line, pass, type Reached } from './finding.ts';

type SlackParts = { readonly ask: Ask; readonly apiUrl: string; readonly clock: (at: Reached) => void };

const manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** The scopes that our manifest asks for. */
export const wantedScopes = (
  file: URL = new URL('../../manifest/slack/manifest.yaml', import.meta.url),
): readonly string[] => manifest.parse(load(readFileSync(file, 'utf8'))).oauth_config.scopes.bot;

export const slackLines = async (slack: SlackConfig | undefined, parts: SlackParts): Promise<readonly Line[]> => {
  if (!slack) return [pass('slack', 'Not set up.')];
  const { appToken } = slack;
  return [
    ...(slack.botToken
      ? await botLines(slack.botToken, parts)
      : [pass('slack', 'Workspaces install the app; each has a token of its own.')]),
    ...(appToken ? [await appLine(appToken, parts)] : []),
  ];
};

type Answer = Extract<Reached, { ok: true }>;

/** What is asked of Slack; `cure` is for a token that it refuses. */
type Call = { readonly about: string; readonly method: string; readonly token: string; readonly cure: string };

/** Slack's answer, or the line that says why there is none. */
const call = async (
  { about, method, token, cure }: Call,
  { ask, apiUrl, clock }: SlackParts,
): Promise<Answer | { readonly line: Line }> => {
  const reached = await ask(`${apiUrl}/${method}`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  clock(reached);
  if (!reached.ok)
    return {
      line: fail(
        about,
        `${apiUrl} cannot be reached: ${reached.why}.`,
        'Allow this computer to reach it over HTTPS, and correct SLACK_API_URL if it is set.',
      ),
    };
  const { ok, error } = (reached.body ?? {}) as Record<string, unknown>;
  if (ok === true) return reached;
  const why = typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? error : `HTTP ${reached.status}`;
  return { line: fail(about, `Slack refuses ${method}: ${why}.`, cure) };
};

const botLines = async (token: string, parts: SlackParts): Promise<readonly Line[]> => {
  const cure = 'Set SLACK_BOT_TOKEN to the token under "OAuth & Permissions" of the installed app.';
  const answer = await call({ about: 'slack', method: 'auth.test', token, cure }, parts);
  if ('line' in answer) return [answer.line];
  const granted = answer.headers
    .get('x-oauth-scopes')
    ?.split(/[\s,]+/)
    .filter(Boolean);
  if (!granted) return [pass('slack', 'Slack takes the bot token, but does not say which scopes it has.')];
  const missing = wantedScopes().filter((scope) => !granted.includes(scope));
  return [
    pass('slack', 'Slack takes the bot token.'),
    missing.length > 0
      ? fail(
          'slack scopes',
          `The app lacks ${missing.join(', ')}.`,
          'Update the app from manifest/slack/manifest.yaml and install it to the workspace again.',
        )
      : pass('slack scopes', 'The app has every scope that the manifest asks for.'),
  ];
};

/** Asks for an address to connect to and does not connect. */
const appLine = async (token: string, parts: SlackParts): Promise<Line> => {
  const about = 'slack socket';
  const cure =
    'Set SLACK_APP_TOKEN to an app-level token with connections:write, and switch Socket Mode on in the app.';
  const answer = await call({ about, method: 'apps.connections.open', token, cure }, parts);
  return 'line' in answer ? answer.line : pass(about, 'Slack takes the app token for Socket Mode.');
};
