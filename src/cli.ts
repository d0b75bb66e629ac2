/** The commands behind the npm scripts. */
import { complain } from './model/errors.ts';
import { readFolder } from './knowledge/read.ts';

const [command, ...words] = process.argv.slice(2);

if (command === 'catalog' && words[0] === 'check') {
  const { filed, complaints } = await readFolder(words[1] ?? 'catalog');
  for (const complaint of complaints) process.stdout.write(`${complain(complaint)}\n`);
  process.stdout.write(`${filed.length} entries, ${complaints.length} complaints\n`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
