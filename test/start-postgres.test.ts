import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../src/store/open.ts';
import { postgres } from '../src/store/postgres.ts';
import { messagesOf } from './operation/bot-process.ts';
import { type PostgresServer, startPostgres } from './store/postgres-server.ts';

const main = new URL('../src/main.ts', import.meta.url).pathname;

let server: PostgresServer;
let home: string;
const replicas: ChildProcess[] = [];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  for (const replica of replicas) replica.kill('SIGKILL');
  await server?.stop();
  rmSync(home, { recursive: true });
});

/** Starts a replica as `npm start` does and waits for its origin, or for what it complains about. */
const startReplica = async (
  DATABASE_URL: string,
): Promise<{ child: ChildProcess; origin: string; err: () => string }> => {
  const child = spawn(process.execPath, ['--no-warnings', main], {
    cwd: home,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', PORT: '0', DATABASE_URL },
  });
  replicas.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk) => (err += chunk));
  const origin = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (found && out.includes('Ctrl+C')) resolve(found);
    });
    child.once('close', () => resolve(''));
  });
  return { child, origin, err: () => err };
};

const chat = async (origin: string, body: object): Promise<string> => {
  const response = await fetch(`${origin}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ conversation: '3a6a1f0e-5d0c-4c1a-9a5f-0a4f2a4b9a10', ...body }),
  });
  return ((await response.json()) as { replies: { text: string }[] }).replies.map(({ text }) => text).join('\n');
};

test('replicas that start at once on a new database share a conversation, also after kill -9 and a restart of the database', async () => {
  const url = await server.database();
  const [one, two] = await Promise.all([startReplica(url), startReplica(url)]);
  const first = { id: '11111111-1111-4111-8111-111111111111', said: 'what is 80043431' };
  expect(await chat(one.origin, first)).toContain('Method 1: Update the federated domain');
  expect(await chat(two.origin, first)).toContain('Method 1: Update the federated domain');
  one.child.kill('SIGKILL');
  await server.crash();
  await server.up();
  const next = { id: '22222222-2222-4222-8222-222222222222', said: 'next method' };
  expect(await chat(two.origin, next)).toContain('Method 2 of 3');
  expect(existsSync(join(home, 'signpost.sqlite'))).toBe(false);
  two.child.kill('SIGTERM');
  expect(await once(two.child, 'exit')).toEqual([0, null]);
}, 60_000);

test('a database that cannot be used stops the start with a line and its cure, without the password or a stack', async () => {
  const { host } = new URL(server.urlOf('x'));
  const { err } = await startReplica(`postgres://ada:hunter2@${host}/x`);
  expect(messagesOf(err())).toEqual([
    expect.stringMatching(/^DATABASE_URL cannot be used\. The database x at .+ refuses[^\n]+$/),
  ]);
  expect(err()).not.toContain('hunter2');
}, 30_000);

test('a database that is down stops the start with a line and its cure', async () => {
  const { err } = await startReplica('postgres://ada:hunter2@127.0.0.1:1/x');
  expect(messagesOf(err())).toEqual([
    expect.stringMatching(
      /^DATABASE_URL cannot be used\. The database x at 127\.0\.0\.1:1 cannot be reached: .+ Check that it runs[^\n]+$/,
    ),
  ]);
  expect(err()).not.toContain('hunter2');
}, 30_000);

test('a database that a newer version changed stops the start, and a copy from before the upgrade serves again in a new one', async () => {
  const url = await server.database();
  const copy = (DATABASE_URL: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [new URL('../src/cli.ts', import.meta.url).pathname, 'store', 'copy', ...args], {
      cwd: home,
      env: { PATH: process.env.PATH, DATABASE_URL },
    });
  const store = await postgres(url);
  await store.recordGap({ kind: 'code', what: '50199' }, Date.now());
  await store.close();
  expect(copy(url, '--to', 'before.sqlite').status).toBe(0);
  const { db } = await openDatabase(url);
  await sql`insert into kysely_migration values ('999-later', '2999-01-01T00:00:00.000Z')`.execute(db);
  await db.destroy();

  const { origin, err } = await startReplica(url);
  expect([origin, messagesOf(err())]).toEqual([
    '',
    [
      'DATABASE_URL cannot be used. The store was made by a newer Signpost, which added 999-later. Start that version again, or put back the copy from before the upgrade: docs/runbook.md, "Going back".',
    ],
  ]);
  const fresh = await server.database();
  expect(copy(fresh, '--from', 'before.sqlite').status).toBe(0);
  const back = await startReplica(fresh);
  expect(await (await fetch(`${back.origin}/readyz`)).json()).toMatchObject({ ok: true });
  back.child.kill('SIGTERM');
  await once(back.child, 'exit');
  const there = await postgres(fresh);
  expect(await there.gaps(1)).toMatchObject([{ what: '50199' }]);
  await there.close();
}, 40_000);

test('a database that can only be read stops the start with a line and its cure', async () => {
  const url = await server.database();
  const store = await postgres(url);
  await store.close();
  await server.run(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`);
  const { err } = await startReplica(url);
  expect(messagesOf(err())).toEqual([
    expect.stringMatching(
      /^DATABASE_URL cannot be used\. The database .+ is read-only\. Give the address of the primary\.[^\n]*$/,
    ),
  ]);
}, 30_000);
