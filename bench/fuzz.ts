/** `npm run fuzz -- --runs 1000000 [--seed N] [--minutes 15] [--only NAME]`: tries as many inputs on everything that takes some, and ends by itself. */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { loadCatalog } from '../src/app.ts';
import { builtIn } from '../src/config.ts';
import { targets } from '../test/fuzz/targets.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    minutes: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
  },
});
const numbers = [values.runs, values.seed, values.minutes].map(Number);
const [runs = 0, seed = 0, minutes = 0] = numbers;
if (numbers.some((number) => !(number >= 0)) || runs < 1) {
  process.stderr.write('Give whole numbers: npm run fuzz -- --runs 1000000 [--seed N] [--minutes 15] [--only NAME]\n');
  process.exit(2);
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const all = targets(await loadCatalog(builtIn)).filter(({ name }) => name.includes(values.only));
const shares = all.reduce((sum, { share }) => sum + share, 0);
const end = Date.now() + minutes * 60_000;
print(`seed ${seed}, ${runs} inputs, ${minutes} minutes at most`);
let tried = 0;
let failures = 0;
let left = shares;
for (const { name, share, property } of all) {
  const numRuns = Math.max(1, Math.round((runs * share) / shares));
  const interruptAfterTimeLimit = Math.max(0, ((end - Date.now()) * share) / left);
  left -= share;
  const began = performance.now();
  const {
    failed,
    numRuns: ran,
    counterexample,
    errorInstance,
  } = await fc.check(property, {
    numRuns,
    seed,
    interruptAfterTimeLimit,
    markInterruptAsFailure: false,
  });
  tried += ran;
  print(
    `${failed ? 'FAIL' : 'ok  '}  ${name.padEnd(30)} ${String(ran).padStart(8)} of ${numRuns} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  if (!failed) continue;
  failures++;
  print(
    `      ${JSON.stringify(counterexample)}\n      ${errorInstance instanceof Error ? errorInstance.stack : String(errorInstance)}`,
  );
}
print(`${tried} inputs, ${failures} failures; the same again with --seed ${seed}`);
process.exitCode = failures > 0 ? 1 : 0;
