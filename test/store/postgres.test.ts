import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import type { Store } from '../../src/model/ports.ts';
import { countRows } from '../../src/store/copy.ts';
import { type Limits, placeOf, postgres, postgresDatabase } from '../../src/store/postgres.ts';
import { type Tables, tableNames } from '../../src/store/schema.ts';
import { issue } from '../checks/certificates.ts';
import { storeContract } from './contract.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { nowhere } from './nowhere.ts';

let server: PostgresServer;
let url: string;
let db: Kysely<Tables>;
let replicas: readonly Store[];
let clock: () => number = Date.now;

beforeAll(async () => {
  server = await startPostgres();
  url = await server.database();
  db = await postgresDatabase(url);
  replicas = await Promise.all(Array.from({ length: 4 }, () => postgres(url, () => clock(), { size: 5 })));
}, 60_000);
afterAll(async () => {
  for (const replica of replicas ?? []) await replica.close();
  await db?.destroy();
  await server?.stop();
});

const empty = (): Promise<unknown> => sql`truncate ${sql.join(tableNames.map((name) => sql.table(name)))}`.execute(db);

storeContract('PostgreSQL', async (given) => {
  await empty();
  clock = given;
  const reopen = () => postgres(url, given, { size: 2 });
  return { store: await reopen(), reopen, replicas, count: (table) => countRows(db, table) };
});

const failureOf = async (address: string, limits: Limits = {}): Promise<Error> => {
  const failure = await postgres(address, Date.now, limits).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'StoreError' });
  return failure as Error;
};

describe('a PostgreSQL that cannot be used is told without the password', () => {
  const secret = 'hunter2';
  const told = async (address: string, limits?: Limits): Promise<string> => {
    const failure = await failureOf(address, limits);
    expect(`${failure.stack} ${JSON.stringify(failure)}`).not.toContain(secret);
    expect(failure.cause).toBeUndefined();
    return failure.message;
  };
  const at = (host: string, name = 'x'): string => `postgres://ada:${secret}@${host}/${name}`;

  test('nothing listens there', async () => {
    expect(await told(at('127.0.0.1:1'), { connection: 300 })).toMatch(
      /^The database x at 127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED.*\. Check that it runs/,
    );
  });

  test('no such host', async () => {
    expect(await told(at('no-such-host.invalid'), { connection: 1_000 })).toMatch(
      /^The database x at no-such-host\.invalid cannot be reached: (?:there is no such host\. Correct the host|.*EAI_AGAIN)/,
    );
  });

  test('a wrong password', async () => {
    const { host } = new URL(url);
    expect(await told(`postgres://postgres:${secret}@${host}/postgres`)).toMatch(/refuses the user or the password/);
  });

  test('no password where one is asked for', async () => {
    const { host } = new URL(url);
    expect(await told(`postgres://postgres@${host}/x`)).toMatch(/ asks for a password\. Write it into the address\./);
  });

  test('no such database', async () => {
    expect(await told(server.urlOf('none'))).toMatch(/^The database none at 127\.0\.0\.1:\d+ does not exist\. Make it/);
  });

  test('a user who may not make tables', async () => {
    await server.run(`CREATE ROLE ada LOGIN PASSWORD '${secret}'`);
    const { host } = new URL(url);
    expect(await told(at(host, 'postgres'))).toMatch(/does not give this user the right\. Grant it/);
  });

  test('an address that is none', async () => {
    expect(await told(`postgres://ada:${secret}@[::x/y`)).toMatch(/cannot be re/);
    expect(placeOf(`postgres://ada:${secret}@db.example:5433/signpost?sslmode=verify-full`)).toBe(
      'signpost at db.example:5433',
    );
  });

  test('a statement that takes too long', async () => {
    const slow = await postgresDatabase(url, { statement: 100 });
    const failure = await sql`select pg_sleep(5)`.execute(slow).catch((error: unknown) => error);
    await slow.destroy();
    expect(failure).toMatchObject({ name: 'StoreError', code: '57014' });
  });

  test('no connection free in time', async () => {
    const one = await postgresDatabase(url, { size: 1, connection: 1_000 });
    const busy = sql`select pg_sleep(2)`.execute(one);
    const failure = await sql`select 1`.execute(one).catch((error: unknown) => error);
    await busy;
    expect(failure).toMatchObject({ name: 'StoreError' });
    expect(await sql`select 1 as one`.execute(one)).toMatchObject({ rows: [{ one: 1 }] });
    await one.destroy();
  });
});

describe('TLS to a PostgreSQL', () => {
  const ca = issue({ name: 'Authority of the tests', ca: true });
  const its = issue({ name: 'localhost', for: ['localhost'], by: ca });
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'signpost-'));
    writeFileSync(join(home, 'ca.pem'), ca.pem);
  });
  afterAll(() => rmSync(home, { recursive: true }));

  /** An address that asks for TLS, of a new database. */
  const withTls = async (more = ''): Promise<string> => {
    const address = new URL(await server.database());
    address.hostname = 'localhost';
    address.search = `sslmode=verify-full${more}`;
    return address.href;
  };
  const folder = async (): Promise<string> => {
    const [row] = (await server.run('SHOW data_directory')) as { data_directory: string }[];
    return row!.data_directory;
  };
  /** Gives the server a file, which has to be its own. */
  const give = async (name: string, text: string): Promise<void> => {
    const data = await folder();
    const file = join(data, name);
    const { uid, gid } = statSync(data);
    writeFileSync(file, text, { mode: 0o600 });
    chownSync(file, uid, gid);
  };
  const reload = async (): Promise<void> => {
    await server.run('SELECT pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, 300));
  };

  test('is told to be missing where the server offers none', async () => {
    expect((await failureOf(await withTls())).message).toMatch(
      / offers no TLS\. Switch it on there, or take sslmode out/,
    );
  });

  test('needs the file that the address names', async () => {
    const { message } = await failureOf(await withTls('&sslrootcert=/none.pem'));
    expect(message).toMatch(
      /: a file that the address names cannot be read\. Correct sslrootcert.+ open '\/none\.pem'\)$/,
    );
  });

  test('is refused with a certificate of nobody known, taken with its authority, and asked for where the server wants it', async () => {
    await give('server.crt', its.pem);
    await give('server.key', its.keyPem);
    await server.run('ALTER SYSTEM SET ssl = on');
    await reload();
    const { message } = await failureOf(await withTls());
    expect(message).toMatch(
      / shows a certificate that is not to be trusted\. See "TLS to the database" in docs\/runbook\.md\./,
    );
    const trusted = await withTls(`&sslrootcert=${join(home, 'ca.pem')}`);
    await (await postgres(trusted)).close();

    const plain = new URL(trusted);
    plain.search = '';
    const rules = readFileSync(join(await folder(), 'pg_hba.conf'), 'utf8');
    await give('pg_hba.conf', `hostnossl ${plain.pathname.slice(1)} all all reject\n${rules}`);
    await reload();
    expect((await failureOf(plain.href)).message).toMatch(
      / takes no connection without TLS\. Add \?sslmode=verify-full to/,
    );
    await (await postgres(trusted)).close();
  }, 30_000);
});

describe('a lost connection', () => {
  const endAll = (): Promise<unknown> =>
    server.run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${new URL(url).pathname.slice(1)}'`,
    );
  afterEach(empty);

  test('between two calls goes unnoticed or fails one call, and the next one has a new connection', async () => {
    const store = await postgres(url);
    await store.recordGap({ kind: 'code', what: '1' }, 1);
    await endAll();
    await store.recordGap({ kind: 'code', what: '1' }, 1).catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'StoreError' });
    });
    await store.recordGap({ kind: 'code', what: '2' }, 1);
    expect((await store.gaps(10)).map(({ what }) => what)).toContain('2');
    await store.close();
  });

  test('in the middle of transactions fails them with a StoreError and keeps all or nothing of each', async () => {
    const store = await postgres(url);
    const outcomes: (boolean | Error)[] = [];
    const writing = Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        for (let turn = 0; turn < 10; turn++) {
          const made = await store
            .commit(
              { key: `k${n}`, turn, saved: null },
              {
                message: `m${turn}`,
                turn: { turn: turn + 1, replies: [], effects: [], understood: null },
                saved: { dialog: 'd', step: 's', state: {} },
                jobs: [{ job: { key: `k${n}/${turn}`, kind: 'recordGap', gaps: [], from: nowhere }, dueAt: 0 }],
              },
            )
            .catch((error: Error) => error);
          outcomes.push(made);
          if (made !== true) return;
        }
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 15));
    await endAll();
    await writing;
    for (const outcome of outcomes) if (outcome !== true) expect(outcome).toMatchObject({ name: 'StoreError' });
    const turns = await countRows(db, 'turn');
    expect(turns).toBe(await countRows(db, 'job'));
    expect(turns).toBeGreaterThanOrEqual(outcomes.filter((outcome) => outcome === true).length);
    expect((await store.conversation('k0')).turn).toBeLessThanOrEqual(10);
    await store.close();
  });
});

test('rows that another replica is taking are passed over, not waited for', async () => {
  await empty();
  await replicas[0]!.promise(
    ['a', 'b'].map((key) => ({ job: { key, kind: 'recordGap' as const, gaps: [], from: nowhere }, dueAt: 0 })),
  );
  const tx = await db.startTransaction().execute();
  await tx.selectFrom('job').select('key').where('key', '=', 'a').forUpdate().execute();
  const taking = replicas[1]!.due(10, 1, 100);
  const taken = await Promise.race([taking, new Promise<[]>((resolve) => setTimeout(resolve, 2_000, []))]);
  await tx.rollback().execute();
  await taking;
  expect(taken.map(({ job }) => job.key)).toEqual(['b']);
});

test('a server that is down for a moment is waited for, and one that stays down is told', async () => {
  const store = await postgres(url, Date.now, { connection: 20_000 });
  await store.recordGap({ kind: 'code', what: '1' }, 1);
  await server.crash();
  const waiting = store.gaps(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await server.up();
  expect(await waiting).toHaveLength(1);
  await store.close();

  const impatient = await postgres(url, Date.now, { connection: 1_500 });
  await server.crash();
  await expect(impatient.gaps(1)).rejects.toMatchObject({
    name: 'StoreError',
    message: expect.stringMatching(/cannot be reached/),
  });
  await server.up();
  expect(await impatient.gaps(1)).toHaveLength(1);
  await impatient.close();
}, 30_000);
