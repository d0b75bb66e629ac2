/** The SQL of docs/runbook.md by which the password of the database is changed, on a real server. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Store } from '../../src/model/ports.ts';
import { postgres } from '../../src/store/postgres.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const section = runbook.slice(runbook.indexOf('### The password'), runbook.indexOf('### TLS'));
const [inPlace, makeSecond, shutFirst, dropSecond] = [...section.matchAll(/```sql\n([^]*?)```/g)].map(
  ([, sql]) => sql!,
);
const [connected] = /SELECT DISTINCT usename [^`]+/.exec(section)!;

let server: PostgresServer;
const open: Store[] = [];

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

/** A database with its own user, and an administrator who, as on hosted servers, is no superuser. */
beforeEach(async () => {
  for (const store of open.splice(0)) await store.close();
  await server.run('DROP DATABASE IF EXISTS signpost');
  for (const role of ['signpost_3', 'signpost_2', 'signpost', 'admin']) await server.run(`DROP ROLE IF EXISTS ${role}`);
  await server.run(`CREATE ROLE admin LOGIN CREATEROLE PASSWORD 'for admins'`);
  await asAdmin(`CREATE ROLE signpost LOGIN PASSWORD 'the first'`);
  await server.run('CREATE DATABASE signpost OWNER signpost');
});
afterAll(async () => {
  for (const store of open.splice(0)) await store.close();
});

const urlFor = (user: string, password: string): string => {
  const url = new URL(server.urlOf('signpost'));
  url.username = user;
  url.password = password;
  return url.href;
};

const query = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

const asAdmin = (sql: string): Promise<readonly Record<string, unknown>[]> => {
  const url = new URL(server.urlOf('postgres'));
  url.username = 'admin';
  url.password = 'for admins';
  return query(url.href, sql);
};

const replica = async (user: string, password: string): Promise<Store> => {
  const store = await postgres(urlFor(user, password), Date.now, { size: 2, connection: 1_000 });
  open.push(store);
  return store;
};

const works = (store: Store): Promise<unknown> => store.conversation('web:c');

const owners = async (): Promise<readonly unknown[]> =>
  (await query(server.urlOf('signpost'), "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")).map(
    ({ tableowner }) => tableowner,
  );

test('in place: what is connected goes on, and what connects needs the new one', async () => {
  const running = await replica('signpost', 'the first');
  await works(running);
  await asAdmin(inPlace!);
  await works(running);
  await expect(replica('signpost', 'the first')).rejects.toThrow(/password authentication failed/);
  await works(await replica('signpost', 'the new one'));
});

test('without a gap: a second user takes over, then a third one, and the second can be dropped', async () => {
  const first = await replica('signpost', 'the first');
  await asAdmin(makeSecond!);
  const second = await replica('signpost_2', 'the new one');
  await Promise.all([works(first), works(second)]);

  // What later versions do at their start.
  const later = urlFor('signpost_2', 'the new one');
  await query(later, 'CREATE TABLE later (id integer); ALTER TABLE turn ADD COLUMN later integer');
  expect(await owners()).toEqual(['signpost']);

  await first.close();
  open.shift();
  expect(await asAdmin(connected)).toEqual([{ usename: 'signpost_2' }]);
  await asAdmin(shutFirst!);
  await expect(replica('signpost', 'the first')).rejects.toThrow(/not permitted to log in|password authentication/);
  await works(second);

  await asAdmin(makeSecond!.replaceAll('signpost_2', 'signpost_3'));
  const third = await replica('signpost_3', 'the new one');
  await asAdmin(dropSecond!);
  await works(third);
  await works(await replica('signpost_3', 'the new one'));
  expect(await owners()).toEqual(['signpost']);
});
