/** How a command of the terminal begins and ends. */
import { existsSync } from 'node:fs';
import { CatalogError, CheckError, ConfigError, InputError, StoreError } from './model/errors.ts';

const known = [CatalogError, CheckError, ConfigError, InputError, StoreError];

/** Options that `parseArgs` does not take. */
const isWrongUse = (error: Error): boolean =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');

/** Runs a command, whose result is the exit status; what it throws is told on standard error, with status 2. */
export const command = async (usage: string, run: () => number | Promise<number>): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // Whoever reads the output may stop reading, as head does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    process.exitCode = await run();
  } catch (thrown) {
    const error = thrown as Error;
    const wrongUse = isWrongUse(error);
    const why = wrongUse || known.some((kind) => error instanceof kind) ? error.message : error.stack;
    process.stderr.write(`${why}\n${wrongUse ? usage : ''}`);
    process.exitCode = 2;
  }
};
