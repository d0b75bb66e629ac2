/** How long things take, for `npm run bench`. */
import type { Engine } from './engines.ts';
import { readLines } from './read.ts';

export const clock = async <T>(run: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> => {
  const began = performance.now();
  const value = await run();
  return { ms: performance.now() - began, value };
};

/** Milliseconds for one text a time, ascending, after a round that is not counted; slow engines see fewer of them, and none runs longer than about ten seconds. */
export const latencies = (engine: Engine): readonly number[] => {
  const questions = ['symptoms', 'codes'].flatMap(readLines).map((line) => (line as { text: string }).text);
  const taken: number[] = [];
  for (const text of questions) if (total(taken) < 3000) taken.push(one(engine, text));
  taken.length = 0;
  for (let round = 0; round < 3; round++)
    for (const text of questions) if (total(taken) < 10_000) taken.push(one(engine, text));
  return taken.toSorted((a, b) => a - b);
};

const one = (engine: Engine, text: string): number => {
  const began = performance.now();
  engine.make(text);
  return performance.now() - began;
};

const total = (list: readonly number[]): number => list.reduce((sum, ms) => sum + ms, 0);

/** The time that this share of the ascending ones does not exceed. */
export const at = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
