import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { sql } from 'kysely';
import { countRows } from '../../src/store/copy.ts';
import { openDatabase } from '../../src/store/open.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { tableNames } from '../../src/store/schema.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

// Servers and processes start slowly on a busy machine.
jest.setTimeout(30_000);

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

let files = 0;
const stores: readonly (readonly [name: string, make: () => Promise<string>])[] = [
  ['SQLite', async () => join(home, `${++files}.sqlite`)],
  ['PostgreSQL', () => server.database()],
];

const child = new URL('./open-child.ts', import.meta.url).pathname;

/** Starts a replica up to the moment before it opens the store; `go` opens it and tells whether its commit succeeded. */
const replica = async (where: string, key: string): Promise<{ go: () => Promise<string> }> => {
  const started = spawn(process.execPath, ['--no-warnings', child, where, key]);
  let complaint = '';
  started.stderr.on('data', (chunk) => (complaint += chunk));
  const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  const gone = once(started, 'exit');
  await lines.next();
  return {
    async go() {
      started.stdin.write('go\n');
      const { value } = await lines.next();
      await gone;
      return `${value ?? ''}${complaint}`;
    },
  };
};

describe.each(stores)('%s', (_, make) => {
  test('replicas that start at once on a new store make its tables once and all serve', async () => {
    for (let round = 0; round < 2; round++) {
      const where = await make();
      const replicas = await Promise.all(['a', 'b', 'c'].map((key) => replica(where, key)));
      expect(await Promise.all(replicas.map(({ go }) => go()))).toEqual(['true', 'true', 'true']);
      const { db, ran } = await openDatabase(where);
      expect([ran, await countRows(db, 'conversation')]).toEqual([[], 3]);
      await db.destroy();
    }
  }, 60_000);

  test('the migrations run in order, once, and make every table', async () => {
    const where = await make();
    const first = await openDatabase(where);
    for (const table of tableNames) expect(await countRows(first.db, table)).toBe(0);
    await first.db.destroy();
    const second = await openDatabase(where);
    await second.db.destroy();
    expect([first.ran, second.ran]).toEqual([Object.keys(migrations), []]);
  });

  test('a store that a newer Signpost made is refused and left as it is', async () => {
    const where = await make();
    const { db } = await openDatabase(where);
    await sql`insert into kysely_migration values ('999-later', '2999-01-01T00:00:00.000Z')`.execute(db);
    await db.destroy();
    for (let time = 0; time < 2; time++)
      await expect(openDatabase(where)).rejects.toMatchObject({
        name: 'StoreError',
        message:
          'The store was made by a newer Signpost, which added 999-later. Start that version again, or put back the copy from before the upgrade: docs/runbook.md, "Going back".',
      });
  });
});

test('a migration of SQLite that fails leaves nothing behind', async () => {
  const where = join(home, 'half.sqlite');
  const { DatabaseSync } = await import('node:sqlite');
  const before = new DatabaseSync(where);
  before.exec('create table gap (x text)');
  before.close();
  await expect(openDatabase(where)).rejects.toMatchObject({ name: 'StoreError' });
  const after = new DatabaseSync(where);
  expect(
    after
      .prepare('select name from sqlite_master')
      .all()
      .map((row) => row.name),
  ).toEqual(['gap']);
  after.close();
});

test('migrations are named so that they sort in order', () => {
  const names = Object.keys(migrations);
  expect(names).toEqual(names.toSorted());
  for (const name of names) expect(name).toMatch(/^\d{3}-[a-z-]+$/);
});
