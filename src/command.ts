/** How a command of the terminal begins and ends. */
import { readEnvFile } from './env-file.ts';
import { CatalogError, CheckError, ConfigError, InputError, StoreError } from './model/errors.ts';

const known = [CatalogError, CheckError, ConfigError, InputError, StoreError];

/** Options that `parseArgs` does not take. */
const isWrongUse = (error: Error): boolean =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');

/** Of the lines about commands only those about the one that is named, where there are such. */
const usageFor = (usage: string, [name, verb]: readonly string[]): string => {
  const lines = usage.split('\n');
  const isCommand = (line: string): boolean => line.startsWith('  npm run ');
  for (const begin of [`npm run ${name} -- ${verb} `, `npm run ${name} `]) {
    const isAbout = (line: string): boolean => `${line.trim().replace('--silent ', '')} `.startsWith(begin);
    if (lines.some(isAbout)) return lines.filter((line) => !isCommand(line) || isAbout(line)).join('\n');
  }
  return usage;
};

/** Tells how the command at hand is used, and at the end, where it is read first, what was wrong; returns the exit status. */
export const tellUsage = (usage: string, why: string): number => {
  process.stderr.write(`${usageFor(usage, process.argv.slice(2))}\n${why}\n`);
  return 2;
};

const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `${/'(-[^']*)'/.exec(message)?.[1]} is not an option.` : message;

/** Runs a command, whose result is the exit status; what it throws is told on standard error, with status 2. */
export const command = async (usage: string, run: () => number | Promise<number>): Promise<void> => {
  // Whoever reads the output may stop reading, as head does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const words = process.argv.slice(2);
  if (words.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(usageFor(usage, words));
    return;
  }
  try {
    readEnvFile();
    process.exitCode = await run();
  } catch (thrown) {
    const error = thrown as Error;
    process.exitCode = 2;
    if (isWrongUse(error)) return void tellUsage(usage, reasonOf(error));
    process.stderr.write(`${known.some((kind) => error instanceof kind) ? error.message : error.stack}\n`);
  }
};
