/** What Signpost is measured against in Slack: bolt over HTTP, and an answer of one line, or fixed blocks from the file CARD. */
import { readFileSync } from 'node:fs';
import bolt from '@slack/bolt';

const drawn = process.env['CARD'] && readFileSync(process.env['CARD'], 'utf8');
const card = drawn ? (): { text: string; blocks: [] } => JSON.parse(drawn) : undefined;
const app = new bolt.App({
  token: 'xoxb-bench',
  signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '',
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
  logLevel: bolt.LogLevel.ERROR,
});
app.message(async ({ message, say }) => {
  const text = 'text' in message ? (message.text ?? '') : '';
  await say(card && text.includes('AADSTS') ? card() : `You said: ${text}`);
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
const port = typeof address === 'object' ? address?.port : undefined;
process.stdout.write(`http://127.0.0.1:${port}\nCtrl+C stops it.\n`);
process.once('SIGTERM', () => process.exit(0));
