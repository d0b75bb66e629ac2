import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { copyStore, countRows } from '../../src/store/copy.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openDatabase } from '../../src/store/open.ts';
import { keys, type Tables, tableNames } from '../../src/store/schema.ts';
import { postgres } from '../../src/store/postgres.ts';
import { soleSqlite } from '../../src/store/sole.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { readNotices } from '../../src/notices/read.ts';
import { realEngine } from '../fakes.ts';
import { ada, bob, eva, form, inChat, inRoom, setUp } from '../helpdesk/set.ts';
import { own } from '../notices/bot.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

// Servers and processes start slowly on a busy machine.
jest.setTimeout(30_000);

const cli = new URL('../../src/cli.ts', import.meta.url).pathname;

let server: PostgresServer;
let home: string;
let file: string;
let url: string;
const opened: Kysely<Tables>[] = [];
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  file = join(home, 'from.sqlite');
  url = await server.database();
});
afterEach(async () => {
  for (const db of opened.splice(0)) await db.destroy();
  rmSync(home, { recursive: true });
});

const open = async (where: string): Promise<Kysely<Tables>> => {
  const { db } = await openDatabase(where);
  opened.push(db);
  return db;
};

/** A row of every table that is not filled by number. */
const others: { readonly [T in Exclude<keyof Tables, 'conversation' | 'turn' | 'job'>]: Tables[T] } = {
  outcome: { key: 'o', entry: '50126', method: 2, worked: 1, at: 1_795_600_000_000 },
  gap: { kind: 'code', what: '50199', count: 3, at: 1_795_600_000_000 },
  shown: { name: 'ticket/1', rev: 3, thread: null, body: '{"é":"\\u0000"}' },
  task: { name: 'audit', due: 1_795_600_000_001, succeeded: 1_795_600_000_000, failures: 2 },
  notice_ledger: { id: 1, rev: 7, next: 3 },
  notice: { key: 'k', state: 'firing', body: '{}' },
  notice_card: { id: '1@slack:T1:C1', body: '{}' },
  notice_storm: { id: 'slack:T1:C1', body: '{}' },
  notice_follower: { notice: 'k', person: 'teams:29:😀', place: '{}', at: 1_795_600_000_002 },
  subscription: { id: 'slack:T1:C1', body: '{}' },
  check_record: { name: 'federation', body: '{}' },
  feedback: { entry: '50126', liked: 2, disliked: 1 },
  rateable: { message: 'f00d', entry: '50126', at: 1_795_600_000_003 },
  place: { key: 'teams:a:1', body: '', at: 1_795_600_000_004 },
  ticket: {
    number: 1,
    rev: 2,
    origin: 'o',
    active: 1,
    urgency: 2,
    desk: 'slack:T1:C1',
    requester: 'teams:29:ada',
    owner: null,
    entry: null,
    resolved: 0,
    due: null,
    changed: 1_795_600_000_005,
    body: '{}',
  },
  counter: { name: 'ticket', value: 1 },
  desk: { id: 'slack:T1:C1', body: '{}', at: 1_795_600_000_006 },
  desk_person: { desk: 'slack:T1:C1', person: 'T1:eva', name: 'Eva' },
  audit: { key: 'a', at: 1_795_600_000_007, by: '', what: 'setDesk', target: 'slack:T1:C1', detail: '' },
  slack_installation: { key: 'T1', sealed: 'c2VhbGVk', at: 1_795_600_000_008 },
};

/** `conversations` with a turn and a job each, in texts that databases treat differently, and a row of everything else. */
const fill = async (db: Kysely<Tables>, conversations: number): Promise<void> => {
  const at = 1_795_600_000_000;
  const key = (n: number): string => `${['a', 'B', 'é', '😀', '_', '-'][n % 6]}:${n}`;
  for (let from = 0; from < conversations; from += 200) {
    const numbers = Array.from({ length: Math.min(200, conversations - from) }, (_, n) => from + n);
    await db
      .insertInto('conversation')
      .values(numbers.map((n) => ({ key: key(n), turn: n, saved: '{"é":"\\u0000"}', at: at + n })))
      .execute();
    await db
      .insertInto('turn')
      .values(numbers.map((n) => ({ conversation: key(n % 7), message: key(n), body: 'x'.repeat(n % 900), at })))
      .execute();
    await db
      .insertInto('job')
      .values(numbers.map((n) => ({ key: key(n), body: '{}', state: 'waiting' as const, due: at, tries: n, why: '' })))
      .execute();
  }
  for (const [table, row] of Object.entries(others))
    await db
      .insertInto(table as keyof typeof others)
      .values(row)
      .execute();
};

/** Everything that a store holds, in an order of its own. */
const contents = async (db: Kysely<Tables>): Promise<Record<string, readonly string[]>> => {
  const all: Record<string, readonly string[]> = {};
  for (const table of tableNames) {
    const rows = await db.selectFrom(table).selectAll().execute();
    const columns = Object.keys(rows[0] ?? {}).toSorted();
    all[table] = rows.map((row) => JSON.stringify(row, columns)).toSorted();
  }
  return all;
};

const total = async (db: Kysely<Tables>): Promise<number> => {
  let rows = 0;
  for (const table of tableNames) rows += await countRows(db, table);
  return rows;
};

test('every table is copied whole from SQLite to PostgreSQL and back, with its numbers as numbers', async () => {
  const [from, to, back] = [await open(file), await open(url), await open(join(home, 'back.sqlite'))];
  await fill(from, 777);
  const told: string[] = [];
  const report = await copyStore(from, to, {
    merge: false,
    progress: (table, done, all) => void told.push(`${table} ${done}/${all}`),
  });
  expect(report.map(({ table }) => table)).toEqual(tableNames);
  expect(report.map(({ table, rows, added }) => [table, rows, added])).toEqual(
    tableNames.map((table) => (table in others ? [table, 1, 1] : [table, 777, 777])),
  );
  expect(told.slice(0, 4)).toEqual([
    'conversation 250/777',
    'conversation 500/777',
    'conversation 750/777',
    'conversation 777/777',
  ]);
  expect(await contents(to)).toEqual(await contents(from));
  await copyStore(to, back, { merge: false });
  expect(await contents(back)).toEqual(await contents(from));
});

test('a table without its key in the list would be noticed', async () => {
  const db = await open(file);
  const made = (await db.introspection.getTables()).map(({ name }) => name);
  expect(made.toSorted()).toEqual(tableNames.toSorted());
  for (const table of tableNames) expect(keys[table].length).toBeGreaterThan(0);
});

test('a target that is not empty is refused and stays as it is; merging keeps what it has', async () => {
  const [from, to] = [await open(file), await open(url)];
  await fill(from, 10);
  await to.insertInto('conversation').values({ key: 'a:0', turn: 99, saved: '{}', at: 1 }).execute();
  await expect(copyStore(from, to, { merge: false })).rejects.toThrow(/not empty: its table conversation has 1 row\./);
  expect(await total(to)).toBe(1);
  const [conversations] = await copyStore(from, to, { merge: true });
  expect(conversations).toEqual({ table: 'conversation', rows: 10, added: 9 });
  expect(await to.selectFrom('conversation').select('turn').where('key', '=', 'a:0').executeTakeFirst()).toEqual({
    turn: 99,
  });
  expect((await copyStore(from, to, { merge: true })).filter(({ added }) => added > 0)).toEqual([]);
});

test('a target that is written to during the copy is noticed, and the copy undone', async () => {
  const [from, to, other] = [await open(file), await open(url), await open(url)];
  await fill(from, 300);
  const writing = await other.startTransaction().execute();
  await writing.insertInto('gap').values({ kind: 'code', what: '50199', count: 9, at: 1 }).execute();
  let written: Promise<unknown> | undefined;
  const copying = copyStore(from, to, {
    merge: false,
    progress(table) {
      if (table === 'outcome') written = writing.commit().execute();
    },
  });
  await expect(copying).rejects.toThrow(
    /not empty: its table gap|written to during the copy: of 1 row of gap it took 0/,
  );
  await written;
  expect(await total(to)).toBe(1);
});

describe('a copy that is cut off leaves the target as it was and can simply be run again', () => {
  test.each([
    ['target', () => [file, url] as const],
    ['source', () => [url, file] as const],
  ])('when the %s goes down in the middle', async (_, places) => {
    const [source, target] = places();
    const [from, to] = [await open(source), await open(target)];
    await fill(from, 2_000);
    let crashed: Promise<void> | undefined;
    const copying = copyStore(from, to, {
      merge: false,
      progress: (table, done) => {
        if (table === 'turn' && done >= 500) crashed ??= server.crash();
      },
    });
    await expect(copying).rejects.toMatchObject({ name: 'StoreError' });
    await crashed;
    await server.up();
    expect(await total(to)).toBe(0);
    await copyStore(from, to, { merge: false });
    expect(await contents(to)).toEqual(await contents(from));
  });

  test('when the command is killed', async () => {
    const [from, to, other] = [await open(file), await open(url), await open(url)];
    await fill(from, 600);
    const hold = await other.startTransaction().execute();
    await hold.insertInto('gap').values({ kind: 'code', what: '50199', count: 1, at: 1 }).execute();
    const child = spawn(process.execPath, ['--no-warnings', cli, 'store', 'copy', '--from', file, '--to', url], {
      cwd: home,
    });
    for (let waiting = 0; waiting === 0; ) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
      `.execute(to);
      waiting = rows[0]!.n;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    await hold.rollback().execute();
    expect(await total(to)).toBe(0);
    await copyStore(from, to, { merge: false });
    expect(await total(to)).toBe(await total(from));
  });
});

const run = (args: readonly string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', cli, 'store', ...args], {
    cwd: home,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
};

test('what a running Signpost keeps on PostgreSQL goes to a file, and from there into an empty database, where all goes on', async () => {
  const bot = await setUp({ store: await postgres(url) });
  await bot.answer(inRoom(eva, 'notify here'));
  await bot.answer(inChat(bob, 'what is 80043431'));
  await bot.answer(inChat(ada, form()));
  await bot.settle();
  await bot.notices.take(readNotices(own('k')));
  await bot.settle();

  const kept = join(home, 'kept.sqlite');
  const saved = run(['copy', '--to', kept], { DATABASE_URL: url });
  expect([saved.status, saved.err]).toEqual([0, '']);
  const before = await contents(await open(url));
  await bot.stop();
  await bot.store.close();
  for (const table of ['ticket', 'desk', 'notice', 'subscription', 'shown', 'audit', 'job'])
    expect(before[table]).not.toEqual([]);

  const other = await server.database();
  const restored = run(['copy', '--from', kept], { DATABASE_URL: other });
  expect([restored.status, restored.err]).toEqual([0, '']);
  expect(await contents(await open(other))).toEqual(before);

  const after = await realEngine(await postgres(other));
  await after.board.refresh();
  const { replies } = await after.answer(inChat(bob, 'next method'));
  expect(replies[0]?.text).toContain('Method 2 of');
  await after.answer(inChat(ada, form('f2')));
  await after.settle();
  expect((await after.store.ticket(2))?.problem).toBe('Payroll is closed for me');
  await after.stop();
  await after.store.close();
}, 60_000);

describe('npm run store', () => {
  test('migrate brings the store of the settings up to date and says so', () => {
    const place = `${new URL(url).pathname.slice(1)} at ${new URL(url).host}`;
    expect(run(['migrate'], { DATABASE_URL: url })).toEqual({
      status: 0,
      out: `${place}: ${Object.keys(migrations).join(', ')}\n`,
      err: '',
    });
    expect(run(['migrate'], { DATABASE_URL: url })).toEqual({ status: 0, out: `${place} is up to date.\n`, err: '' });
  });

  test('refuses a file that is being served, from which something would be lost, until it is stopped', async () => {
    const served = await soleSqlite(file);
    for (const args of [
      ['--from', file, '--to', url],
      ['--from', url, '--to', file],
    ]) {
      const { status, err } = run(['copy', ...args]);
      expect([status, err]).toEqual([
        2,
        expect.stringMatching(/^Signpost serves ".+from\.sqlite", .+ Stop it, or copy from a backup/),
      ]);
    }
    await served.close();
    expect(run(['copy', '--from', file, '--to', url]).status).toBe(0);
  });

  test.each([
    ['of this version', 'stays'],
    ['of an older version', 'goes'],
  ])('copy changes nothing in a file %s, and needs no right to write to it', async (_, last) => {
    await (await sqlite(file)).close();
    const db = new DatabaseSync(file);
    if (last === 'goes')
      db.exec(
        `DELETE FROM kysely_migration WHERE name >= '010'; ALTER TABLE task DROP COLUMN succeeded; ALTER TABLE task DROP COLUMN failures`,
      );
    db.exec(`INSERT INTO gap VALUES ('code', '1', 1, 1); PRAGMA journal_mode=DELETE`);
    db.close();
    const bytes = (): string => createHash('sha256').update(readFileSync(file)).digest('hex');
    const before = bytes();
    chmodSync(file, 0o400);
    const { status, err, out } = run(['copy', '--from', file, '--to', url]);
    expect([status, err, out.includes(' 1 rows, 1 of them added')]).toEqual([0, '', true]);
    expect(bytes()).toBe(before);
    expect(readdirSync(home).filter((name) => name !== basename(file))).toEqual([]);
    expect(await total(await open(url))).toBe(1);
  });

  test.each([
    ['of this version', ''],
    [
      'of an older version',
      `DELETE FROM kysely_migration WHERE name >= '010'; ALTER TABLE task DROP COLUMN succeeded; ALTER TABLE task DROP COLUMN failures;`,
    ],
  ])(
    'copy takes what a killed process left in the log beside a file %s, and leaves both as they are',
    async (_, older) => {
      await (await sqlite(file)).close();
      const filling = `
      const db = new (await import('node:sqlite')).DatabaseSync(process.argv[1]);
      db.exec(process.argv[2]);
      for (let n = 0; n < 50; n++) db.prepare("INSERT INTO gap VALUES ('code', ?, 1, 1)").run(String(n));
      process.kill(process.pid, 'SIGKILL');`;
      const killed = spawnSync(process.execPath, ['--input-type=module', '--eval', filling, file, older]);
      expect(killed.signal).toBe('SIGKILL');
      const hashes = (): readonly string[] =>
        [file, `${file}-wal`].map((name) => createHash('sha256').update(readFileSync(name)).digest('hex'));
      const before = hashes();
      const { status, err, out } = run(['copy', '--from', file, '--to', url]);
      expect([status, err, out.includes(' 50 rows, 50 of them added')]).toEqual([0, '', true]);
      expect(hashes()).toEqual(before);
      expect(await total(await open(url))).toBe(50);
      expect(await total(await open(file))).toBe(50);
    },
  );

  test('a copy that fails leaves no new file behind', () => {
    writeFileSync(file, 'no database, but a text of some length');
    const to = join(home, 'to.sqlite');
    expect(run(['copy', '--from', file, '--to', to])).toEqual({
      status: 2,
      out: '',
      err: `The store "${file}" failed: file is not a database. It is no file of SQLite: give the path of a store.\n`,
    });
    const none = join(home, 'no', 'to.sqlite');
    expect(run(['copy', '--from', url, '--to', none]).status).toBe(2);
    expect(readdirSync(home)).toEqual([basename(file)]);
  });

  test('copy refuses a database of an older version, and one of none, and leaves both as they are', async () => {
    const [to, db] = [join(home, 'to.sqlite'), await open(url)];
    await sql`delete from kysely_migration where name = '010-task-success'`.execute(db);
    const { status, err } = run(['copy', '--from', url, '--to', to]);
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('lacks 010-task-success. Copy it with the version that made it'),
    ]);
    const { rows } = await sql`select name from kysely_migration`.execute(db);
    expect(rows).toHaveLength(Object.keys(migrations).length - 1);
    const none = run(['copy', '--from', await server.database(), '--to', to]);
    expect([none.status, none.err]).toEqual([2, expect.stringContaining('There is no store of Signpost to read.')]);
    expect(existsSync(to)).toBe(false);
  });

  test('copy takes a file to DATABASE_URL, once, and gaps are read from there', async () => {
    const store = await sqlite(file);
    await store.recordGap({ kind: 'code', what: '50199001' }, Date.UTC(2026, 10, 21));
    await store.close();
    const first = run(['copy', '--from', file], { DATABASE_URL: url });
    expect(first.err).toBe('');
    expect(first.out).toMatch(/^gap +1 rows, 1 of them added$/m);
    const columns = first.out.split('\n').flatMap((line) => (line.includes(' rows,') ? [line.indexOf(' rows,')] : []));
    expect([columns.length > 5, new Set(columns).size]).toEqual([true, 1]);
    const again = run(['copy', '--from', file], { DATABASE_URL: url });
    expect([again.status, again.err]).toEqual([
      2,
      expect.stringContaining('The target is not empty: its table gap has 1 row.'),
    ]);
    const gaps = spawnSync(process.execPath, ['--no-warnings', cli, 'catalog', 'gaps'], {
      cwd: home,
      env: { PATH: process.env.PATH, DATABASE_URL: url },
      encoding: 'utf8',
    });
    expect(gaps.stdout).toContain('    1  2026-11-21  code 50199001\n');
  });

  test('what is wrong is told in a line, without the password', () => {
    expect(run(['copy', '--from', 'none.sqlite', '--to', url])).toEqual({
      status: 2,
      out: '',
      err: 'There is no store "none.sqlite". Give its path with --from.\n',
    });
    const wrong = run(['copy', '--from', `postgres://ada:hunter2@${new URL(url).host}/x`, '--to', file]);
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringMatching(/^The database x at .* refuses the user or/)]);
    expect(wrong.err).not.toContain('hunter2');
  });
});
