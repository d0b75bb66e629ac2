/** `npm run doctor [-- --json]`: looks whether everything that the settings ask for works. Exit 0 well, 1 warnings, 2 failures. */
import { counted } from '../model/counted.ts';
import { ConfigError } from '../model/errors.ts';
import { examine, settingLines, standardParts } from './examine.ts';
import { type Line, statusOf, textOf } from './finding.ts';
import { takeEnvFile } from '../strange.ts';

const args = process.argv.slice(2);
if (args.some((arg) => arg !== '--json')) {
  process.stderr.write('Usage: npm run doctor [-- --json]\n');
  process.exit(2);
}
const looked = async (): Promise<readonly Line[]> => {
  try {
    return await examine(process.env, standardParts, takeEnvFile());
  } catch (error) {
    if (error instanceof ConfigError) return settingLines(error);
    throw error;
  }
};
const lines = await looked();
const status = statusOf(lines);
const count = (state: string): number => lines.filter((line) => line.state === state).length;
process.stdout.write(
  args.includes('--json')
    ? `${JSON.stringify({ status, lines })}\n`
    : `${textOf(lines)}\n${counted(count('fail'), 'failure')}, ${counted(count('warn'), 'warning')}\n`,
);
process.exit(status);
