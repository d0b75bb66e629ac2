/** The settings of a replica in memory for Teams and for a Slack on loopback. */
import { type Config, readConfig } from '../src/config.ts';
import { botToken } from './channels/slack-api.ts';

export const bothPlatforms = (slack: { readonly base: string }, more: Readonly<Record<string, string>> = {}): Config =>
  readConfig({
    PORT: '0',
    SIGNPOST_STORE: ':memory:',
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: 'a'.repeat(32),
    SLACK_API_URL: `${slack.base}/api/`,
    MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
    MicrosoftAppPassword: 'right',
    MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
    ...more,
  });
