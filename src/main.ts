/** Starts Signpost with the settings of the environment and stops it on a signal. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// From the second start on, nothing is compiled again; where the folder cannot be written, all is as without it.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/signpost', import.meta.url)));

const { CatalogError, ChannelError, ConfigError } = await import('./model/errors.ts');
const { load } = await import('./load.ts');
const { takeEnvFile } = await import('./strange.ts');

for (const { what, cure } of takeEnvFile()) process.stderr.write(`Warning: ${what} ${cure}\n`);

const fail = (error: unknown): never => {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  const known = error instanceof ConfigError || error instanceof CatalogError || error instanceof ChannelError;
  const message = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(
    taken
      ? `Port ${process.env.PORT ?? 3978} is already in use. Stop the other program, or set PORT.\n`
      : `${message}\n`,
  );
  process.exit(1);
};

try {
  const { config, logTo, start } = await load(process.env);
  const log = logTo(config.logLevel);
  const app = await start(config, log);
  // At Ctrl+C the signal comes twice: from the terminal, and passed on by npm.
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= app.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
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
