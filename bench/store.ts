/** `npm run bench:store`: what a message costs the store, with 100, 10,000 and 100,000 open conversations and waiting jobs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../src/model/ports.ts';
import { openDatabase } from '../src/store/open.ts';
import { postgres } from '../src/store/postgres.ts';
import { sqlite } from '../src/store/sqlite.ts';
import { startPostgres } from '../test/store/postgres-server.ts';
import { nowhere } from '../test/store/nowhere.ts';
import { fill } from './fill.ts';

const sizes = [100, 10_000, 100_000];
const rounds = 400;
const now = Date.now();
const day = 24 * 3_600_000;

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await run();
  return performance.now() - began;
};

const show = (taken: readonly number[]): string => {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(sorted.length * share)]!.toFixed(2);
  return `${at(0.5)} / ${at(0.99)}`.padStart(15);
};

/** One message each time: its turn and its conversation looked up, both committed with a job; then work takes one and settles it. */
const measure = async (store: Store, size: number): Promise<string> => {
  const costs = {
    arrival: [] as number[],
    commit: [] as number[],
    due: [] as number[],
    settle: [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    const key = `c${Math.floor(Math.random() * size)}`;
    const message = `n${round}`;
    let { was } = await store.arrival(key, message);
    costs.arrival.push(
      await timed(async () => {
        ({ was } = await store.arrival(key, message));
      }),
    );
    const turn = { turn: was.turn + 1, replies: [{ text: 'x'.repeat(600) }], effects: [], understood: null };
    const job = { key: `${key}#${turn.turn}/new`, kind: 'recordGap' as const, gaps: [], from: nowhere };
    const made = { message, turn, saved: was.saved!, jobs: [{ job, dueAt: now }] };
    costs.commit.push(await timed(() => store.commit(was, made)));
    let taken: Awaited<ReturnType<Store['due']>> = [];
    costs.due.push(
      await timed(async () => {
        taken = await store.due(1, now, now + day);
      }),
    );
    costs.settle.push(await timed(() => store.settle(taken[0]!.job.key, { kind: 'done' }, taken[0]!.tries)));
  }
  return Object.values(costs).map(show).join(' ');
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const home = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
const server = await startPostgres({ durable: true });
try {
  const file = join(home, 'store.sqlite');
  const url = await server.database();
  print(`milliseconds, p50 / p99 of ${rounds}`);
  print(`${' '.repeat(20)} ${['arrival', 'commit', 'due', 'settle'].map((name) => name.padStart(15)).join(' ')}`);
  for (const [name, where, open] of [
    ['SQLite', file, () => sqlite(file)],
    ['PostgreSQL', url, () => postgres(url)],
  ] as const) {
    const { db } = await openDatabase(where);
    const store = await open();
    let filled = 0;
    for (const size of sizes) {
      await fill(db, filled, size, now);
      filled = size;
      print(`${name.padEnd(11)} ${String(size).padStart(8)} ${await measure(store, size)}`);
    }
    await store.close();
    await db.destroy();
  }
} finally {
  rmSync(home, { recursive: true });
  await server.stop();
}
