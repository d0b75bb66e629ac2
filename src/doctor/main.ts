/** `npm run doctor [-- --json]`: looks whether everything that the settings ask for works. Exit 0 well, 1 warnings, 2 failures. */
import { examine, standardParts } from './examine.ts';
import { statusOf, textOf } from './finding.ts';
import { takeEnvFile } from '../strange.ts';

const args = process.argv.slice(2);
if (args.some((arg) => arg !== '--json')) {
  process.stderr.write('Usage: npm run doctor [-- --json]\n');
  process.exit(2);
}
const lines = await examine(process.env, standardParts, takeEnvFile());
const status = statusOf(lines);
const count = (state: string): number => lines.filter((line) => line.state === state).length;
process.stdout.write(
  args.includes('--json')
    ? `${JSON.stringify({ status, lines })}\n`
    : `${textOf(lines)}\n${count('fail')} failures, ${count('warn')} warnings\n`,
);
process.exit(status);
