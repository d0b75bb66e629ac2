import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { sqlite } from '../../src/store/sqlite.ts';
import { storeContract } from './contract.ts';

const folders: string[] = [];

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-'));
  folders.push(folder);
  const reopen = () => sqlite(join(folder, 'store.sqlite'));
  return { store: await reopen(), reopen };
});

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
