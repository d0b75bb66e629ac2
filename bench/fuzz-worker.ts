/** Tries pieces of the inputs of `npm run fuzz` in a process of its own, one after the other. */
import fc from 'fast-check';
import { loadCatalog } from '../src/catalog-files.ts';
import { builtIn } from '../src/config.ts';
import { targets } from '../test/fuzz/targets.ts';

/** So many inputs of one target. */
export type Piece = { readonly name: string; readonly runs: number; readonly seed: number };

/** What became of a piece; `fault` tells the input that failed, and how. */
export type Tried = { readonly runs: number; readonly took: number; readonly fault?: string };

const properties = new Map(targets(await loadCatalog(builtIn)).map(({ name, property }) => [name, property]));

const tried = async ({ name, runs, seed }: Piece): Promise<Tried> => {
  const began = performance.now();
  const { failed, numRuns, counterexample, errorInstance } = await fc.check(properties.get(name)!, {
    numRuns: runs,
    seed,
  });
  const took = performance.now() - began;
  if (!failed) return { runs: numRuns, took };
  const why = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  return { runs: numRuns, took, fault: `${JSON.stringify(counterexample)}\n${why}` };
};

process.on('message', (piece: Piece) => void tried(piece).then((one) => process.send!(one)));
process.send!('ready');
