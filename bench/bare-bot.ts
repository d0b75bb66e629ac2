/** What Signpost is measured against in Teams: restify, botbuilder, and an answer of one line, or a fixed card from the file CARD. */
import { readFileSync } from 'node:fs';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const drawn = process.env['CARD'] && readFileSync(process.env['CARD'], 'utf8');
const card = drawn ? (): object => JSON.parse(drawn) : undefined;
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
adapter.onTurnError = async (_context, error) => void process.stderr.write(`${error.message}\n`);
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const { text } = context.activity;
  await context.sendActivity(card && text.includes('AADSTS') ? card() : `You said: ${text}`);
  await next();
});
const server = restify.createServer({ name: 'bare' });
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: object, response: object) => {
  await adapter.process(request as Parameters<typeof adapter.process>[0], response as never, (context) =>
    bot.run(context),
  );
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\nCtrl+C stops it.\n`);
});
process.once('SIGTERM', () => process.exit(0));
