/** What Signpost is measured against in Slack: bolt over HTTP, and an answer of one line. */
import bolt from '@slack/bolt';

const app = new bolt.App({
  token: 'xoxb-bench',
  signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '',
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
  logLevel: bolt.LogLevel.ERROR,
});
app.message(async ({ message, say }) => {
  await say(`You said: ${'text' in message ? message.text : ''}`);
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
const port = typeof address === 'object' ? address?.port : undefined;
process.stdout.write(`http://127.0.0.1:${port}\nCtrl+C stops it.\n`);
process.once('SIGTERM', () => process.exit(0));
