/**
 * `npm run fuzz -- [--runs 1000000] [--seed N] [--minutes 15] [--only NAME]`: tries as many inputs on everything that takes
 * some, on all processors, and ends by itself.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { loadCatalog } from '../src/catalog-files.ts';
import { builtIn } from '../src/config.ts';
import { targets } from '../test/fuzz/targets.ts';
import type { Piece, Tried } from './fuzz-worker.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
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
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** Inputs that one process tries in a go: a few seconds of the dearest target. */
const most = 2_000;
/** A go that takes longer has met an input that does not end. */
const patience = 120_000;

const all = targets(await loadCatalog(builtIn)).filter(({ name }) => name.includes(values.only));
if (all.length === 0) {
  process.stderr.write(`Nothing that takes input is called "${values.only}".\n`);
  process.exit(2);
}
const shares = all.reduce((sum, { share }) => sum + share, 0);
const plan = new Map(all.map(({ name, share }) => [name, Math.ceil((runs * share) / shares)]));

/** All targets advance at one pace, whatever their inputs cost, so that a run that is cut short has tried each as far as the others. */
const pieces: readonly Piece[] = [...plan]
  .flatMap(([name, count]) =>
    Array.from({ length: Math.ceil(count / most) }, (_, n) => ({
      name,
      runs: Math.min(most, count - n * most),
      seed: seed + n,
      from: (n * most) / count,
    })),
  )
  .toSorted((a, b) => a.from - b.from);

const sums = new Map(all.map(({ name }) => [name, { runs: 0, took: 0, failures: 0 }]));
const began = Date.now();
const end = began + minutes * 60_000;
let tried = 0;
let next = 0;

/** A failure is told with what tries the same again. */
const take = ({ name, runs: asked, seed: from }: Piece, { runs: ran, took, fault }: Tried): void => {
  const sum = sums.get(name)!;
  sum.runs += ran;
  sum.took += took;
  const before = Math.floor((10 * tried) / runs);
  tried += ran;
  if (Math.floor((10 * tried) / runs) > before) print(`      ${tried} inputs after ${seconds(Date.now() - began)}`);
  if (fault === undefined) return;
  sum.failures++;
  print(`FAIL  again with --only "${name}" --runs ${asked} --seed ${from}\n${fault.replace(/^/gm, '      ')}`);
};

/** One process, which takes the next piece as soon as it is through with one. */
const work = (): Promise<void> =>
  new Promise((resolve) => {
    const worker = fork(new URL('./fuzz-worker.ts', import.meta.url));
    let piece: Piece | undefined;
    let late: NodeJS.Timeout | undefined;
    const lost = (fault: string): void => {
      if (piece) take(piece, { runs: 0, took: 0, fault });
      piece = undefined;
    };
    worker.on('message', (one: Tried | 'ready') => {
      clearTimeout(late);
      if (piece && one !== 'ready') take(piece, one);
      piece = Date.now() < end ? pieces[next++] : undefined;
      if (!piece) return void worker.kill();
      late = setTimeout(() => {
        lost(`an input does not end within ${seconds(patience)}`);
        worker.kill('SIGKILL');
      }, patience);
      worker.send(piece);
    });
    worker.once('exit', () => {
      clearTimeout(late);
      lost('an input ended the process');
      resolve();
    });
  });

print(`seed ${seed}, ${runs} inputs, ${minutes} minutes at most`);
await Promise.all(Array.from({ length: availableParallelism() }, work));
let failures = 0;
for (const [name, sum] of sums) {
  failures += sum.failures;
  print(
    `${sum.failures > 0 ? 'FAIL' : 'ok  '}  ${name.padEnd(30)} ${String(sum.runs).padStart(8)} of ${plan.get(name)} in ${seconds(sum.took)}`,
  );
}
print(
  `${tried} inputs in ${seconds(Date.now() - began)}, ${failures} failures; the same again with --seed ${seed}${tried < runs ? `; the time was over before all of ${runs}` : ''}`,
);
process.exitCode = failures > 0 || tried < runs ? 1 : 0;
