/** kill -9 under load: what was acknowledged is there, once. SIGNPOST_KILL_ROUNDS sets how often; ten times otherwise. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countRows } from '../../src/store/copy.ts';
import { openDatabase } from '../../src/store/open.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const rounds = Number(process.env.SIGNPOST_KILL_ROUNDS ?? 10);
const conversations = 8;
const child = new URL('./kill-child.ts', import.meta.url).pathname;

let server: PostgresServer;
let home: string;
beforeAll(async () => {
  server = await startPostgres();
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
}, 60_000);
afterAll(async () => {
  rmSync(home, { recursive: true });
  await server.stop();
});

/** Lets a replica work until it has told of so many commits, kills it, and returns the lines that it had printed. */
const killAfter = async (where: string, commits: number): Promise<readonly string[]> => {
  const replica = spawn(process.execPath, ['--no-warnings', child, where, String(conversations)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  replica.stderr.on('data', (chunk) => (complaint += chunk));
  const gone = once(replica, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: replica.stdout })) {
    if (line === 'ready') continue;
    lines.push(line);
    if (lines.length === commits) replica.kill('SIGKILL');
  }
  const [, signal] = await gone;
  if (signal !== 'SIGKILL') throw new Error(`The replica ended by itself: ${complaint}`);
  return lines;
};

const stores: readonly (readonly [name: string, make: () => Promise<string>])[] = [
  ['SQLite', async () => join(home, 'store.sqlite')],
  ['PostgreSQL', () => server.database()],
];

describe.each(stores)('%s', (_, make) => {
  test(
    `a replica killed ${rounds} times under load loses no acknowledged commit and doubles none`,
    async () => {
      const where = await make();
      const told = new Map<string, number>();
      for (let round = 0; round < rounds; round++) {
        for (const line of await killAfter(where, 6 + Math.floor(Math.random() * 200))) {
          const [key, message, turn] = line.split(' ');
          const name = `${key} ${message}`;
          expect(told.get(name) ?? Number(turn)).toBe(Number(turn));
          told.set(name, Number(turn));
        }
      }
      const { db } = await openDatabase(where);
      const turns = await db.selectFrom('turn').select(['conversation', 'message', 'body']).execute();
      const kept = new Map(
        turns.map(({ conversation, message, body }) => [`${conversation} ${message}`, JSON.parse(body).turn as number]),
      );
      const lost = [...told].filter(([name, turn]) => kept.get(name) !== turn);
      const jobs = await countRows(db, 'job');
      const states = await db.selectFrom('conversation').select(['key', 'turn', 'saved']).execute();
      await db.destroy();
      expect(lost).toEqual([]);
      expect(told.size).toBeGreaterThan(rounds * 5);
      // What was committed and not acknowledged is at most one message of each conversation and round.
      expect(kept.size - told.size).toBeLessThanOrEqual(rounds * conversations);
      expect(jobs).toBe(2 * kept.size);
      for (const { key, turn, saved } of states) {
        const own = [...kept].filter(([name]) => name.startsWith(`${key} `));
        expect(own).toHaveLength(turn);
        expect(new Set(own.map(([, number]) => number)).size).toBe(turn);
        expect(JSON.parse(saved).state.message).toBe(`m${turn}`);
      }
    },
    10_000 + rounds * 2_000,
  );
});
