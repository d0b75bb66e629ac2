import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import { countRows } from '../../src/store/copy.ts';
import { sqlite, sqliteDatabase } from '../../src/store/sqlite.ts';
import { store as storeOn } from '../../src/store/store.ts';
import { storeContract } from './contract.ts';

const folders: string[] = [];

storeContract('SQLite', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-'));
  folders.push(folder);
  const file = join(folder, 'store.sqlite');
  const reopen = () => sqlite(file, clock);
  const store = await reopen();
  return {
    store,
    reopen,
    replicas: [store],
    async count(table) {
      const db = await sqliteDatabase(file);
      try {
        return await countRows(db, table);
      } finally {
        await db.destroy();
      }
    },
  };
});

test('a file and a folder that may only be read are told at the opening', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-'));
  folders.push(folder);
  const file = join(folder, 'store.sqlite');
  await (await sqlite(file)).close();
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  // Root may write everywhere, so a user opens it whom every system has.
  const open = `
    const { sqlite } = await import(${JSON.stringify(new URL('../../src/store/sqlite.ts', import.meta.url).href)});
    if (process.getuid() === 0) process.setuid('nobody');
    await sqlite(process.argv[1]).then(() => console.log('opened'), ({ name, message }) => console.log(name, message));`;
  const { stdout } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', open, file], {
    encoding: 'utf8',
  });
  chmodSync(folder, 0o755);
  expect(stdout).toMatch(
    /^StoreError The store ".+" failed: (?:attempt to write a readonly database|unable to open database file)\. Run this as the user of the store, because this user may not write in the folder ".+", where files stand beside the store\.\n$/,
  );
});

test('delivered replies are found by their keys, and not among all jobs that wait', async () => {
  const db = await sqliteDatabase(':memory:');
  const asked: CompiledQuery[] = [];
  const watched = db.withPlugin({
    transformQuery({ node, queryId }) {
      asked.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await storeOn(watched, Date.now).done(['a', 'b', 'c']);
  const [{ sql, parameters } = { sql: '', parameters: [] }] = asked;
  const { rows } = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  );
  await db.destroy();
  expect(rows.map(({ detail }) => detail)).toEqual(['SEARCH job USING INDEX sqlite_autoindex_job_1 (key=?)']);
});

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
