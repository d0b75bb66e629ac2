/** Starts Signpost with the settings of the environment and stops it on a signal. */
import { setUpNode } from './node.ts';

// A start is ended at once, and its leases are taken up later; without a handler the first process of a container would not hear the signal.
let stop = (): void => process.exit(0);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop());

setUpNode();

const { CatalogError, ChannelError, complain, ConfigError } = await import('./model/errors.ts');
const { load } = await import('./load.ts');
const { failWith, levelOf, logTo, logWarnings, warnOf } = await import('./log.ts');
const { takeEnvFile } = await import('./strange.ts');

// Where the words of the start cannot be written, it goes on without them.
process.stdout.on('error', () => undefined);

const fail = (error: unknown): never => {
  if (error instanceof ConfigError) failWith(error.message, error.problems);
  else if (error instanceof CatalogError) failWith(error.message, error.complaints.map(complain));
  else if (error instanceof ChannelError) failWith(error.message);
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    failWith(`Port ${process.env.PORT ?? 3978} is already in use. Stop the other program, or set PORT.`);
  else failWith(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
};

try {
  for (const { what, cure } of takeEnvFile()) warnOf(`${what} ${cure}`);
  const { config, start } = await load(process.env);
  const log = logTo(levelOf(config.logLevel, process.env.LOG_LEVEL !== undefined));
  logWarnings(log);
  const app = await start(config, log);
  // At Ctrl+C the signal comes twice: from the terminal, and passed on by npm.
  let stopping: Promise<void> | undefined;
  stop = () => {
    stopping ??= app.stop().then(() => process.exit(0), fail);
  };
  const here = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;
  const origin = `http://${here.includes(':') ? `[${here}]` : here}:${app.port}`;
  const slack = config.slack?.appToken ? 'Socket Mode' : `${origin}/slack/events`;
  process.stdout.write(
    [
      'Signpost is ready.',
      `  Chat in the browser:  ${origin}/`,
      ...(app.channels.includes('teams') ? [`  Teams and its tools:  ${origin}/api/messages`] : []),
      ...(config.teams && !config.teams.appId
        ? ['                        (local tools only: MicrosoftAppId is not set)']
        : []),
      ...(app.channels.includes('slack') ? [`  Slack:                ${slack}`] : []),
      ...(config.helpdesk.apiToken ? [`  Notices come in at:   ${origin}/api/notices`] : []),
      ...app.off.map(({ name, why }) => `  ${name} is off: ${why}`),
      '  Ctrl+C stops it.',
      '',
    ].join('\n'),
  );
} catch (error) {
  fail(error);
}
