import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { countRows } from '../../src/store/copy.ts';
import { sqlite, sqliteDatabase } from '../../src/store/sqlite.ts';
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

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
