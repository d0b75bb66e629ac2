import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Line } from '../../src/doctor/finding.ts';
import { storeLines } from '../../src/doctor/store.ts';
import { postgres } from '../../src/store/postgres.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const look = (url: string, now = Date.now): Promise<readonly Line[]> =>
  storeLines({ store: '', database: { url, poolSize: 1 } }, 3000, now);

test('an empty database, one in use, one that is read-only, and a clock that is off', async () => {
  const url = await server.database();
  expect(await look(url)).toMatchObject([
    { about: 'store', state: 'warn', what: expect.stringContaining('is empty') },
    { about: 'store writing', state: 'pass' },
  ]);
  await (await postgres(url)).close();
  const well = await look(url);
  expect(well.map(({ about, state }) => `${state} ${about}`)).toEqual([
    'pass store',
    'pass store writing',
    'pass jobs',
    'pass tasks',
    ...well.slice(4, -1).map(({ about }) => `warn ${about}`),
    'pass clock',
  ]);
  expect(well[0]?.what).toMatch(/has all \d+ migrations, [\d.]+ MB\.$/);
  const off = await look(url, () => Date.now() + 60_000);
  expect(off.at(-1)).toMatchObject({
    state: 'fail',
    what: expect.stringMatching(/^This computer's clock is (59|60|61) seconds ahead of/),
  });
  await server.run(`ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET default_transaction_read_only = on`);
  expect((await look(url))[1]).toMatchObject({
    state: 'fail',
    what: 'It cannot be written: the database is read-only.',
  });
});

test('an empty database in which the user may make no tables is told as one', async () => {
  const url = new URL(await server.database());
  await server.run(`CREATE ROLE guest LOGIN PASSWORD 'geheim'`);
  Object.assign(url, { username: 'guest', password: 'geheim' });
  expect((await look(url.href))[1]).toMatchObject({
    about: 'store writing',
    state: 'fail',
    what: 'It cannot be written: the user may not make tables in the schema.',
  });
});

test('a user without rights is told so, and the password is not', async () => {
  const url = await server.database();
  await (await postgres(url)).close();
  await server.run(`CREATE ROLE reader LOGIN PASSWORD 'geheim'`);
  const { Client } = await import('pg');
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await owner.query('GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader');
  await owner.end();
  const limited = new URL(url);
  limited.username = 'reader';
  limited.password = 'geheim';
  const lines = await look(limited.href);
  expect(lines[1]).toMatchObject({
    about: 'store writing',
    state: 'fail',
    what: expect.stringContaining('may not change its tables'),
  });
  expect(JSON.stringify(lines)).not.toContain('geheim');
});

test('what keeps it from being opened is told as the start tells it', async () => {
  const wrong = new URL(await server.database());
  wrong.password = 'geheim';
  wrong.username = 'nobody-here';
  const [refused, ...more] = await look(wrong.href);
  expect([refused, more]).toEqual([
    {
      about: 'store',
      state: 'fail',
      what: expect.stringMatching(/^The database .+ refuses the user or the password\.$/),
      cure: expect.stringMatching(/^Correct them in the address\./),
    },
    [],
  ]);
  expect(await look('postgres://u:geheim@127.0.0.1:9/x')).toMatchObject([
    {
      what: expect.stringMatching(/^The database x at 127\.0\.0\.1:9 cannot be reached: .+\.$/),
      cure: 'Check that it runs and is allowed for.',
    },
  ]);
  expect(JSON.stringify(refused)).not.toContain('geheim');
});
