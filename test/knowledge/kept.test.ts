import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { keptContents } from '../../src/knowledge/kept.ts';
import { readCatalog } from '../../src/knowledge/read.ts';

const catalog = new URL('../../catalog', import.meta.url).pathname;

/** A folder with one file, and a place to keep what was read; `look` returns whether the folder had to be read. */
const shelf = () => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-kept-'));
  const folder = mkdtempSync(join(home, 'catalog-'));
  const file = join(home, 'cache', 'kept.json');
  writeFileSync(join(folder, '1.md'), 'one');
  const look = async (at = file): Promise<boolean> => {
    let read = false;
    await keptContents(folder, at, async () => {
      read = true;
      return { entries: [], terms: [] };
    });
    return read;
  };
  return { folder, file, look };
};

test('what was read is kept for the next start', async () => {
  const { look } = shelf();
  expect([await look(), await look()]).toEqual([true, false]);
});

test.each([
  ['a file that was changed', (folder: string) => writeFileSync(join(folder, '1.md'), 'two')],
  ['a file that was added', (folder: string) => writeFileSync(join(folder, '2.md'), '')],
])('%s is noticed', async (_what, change) => {
  const { folder, look } = shelf();
  await look();
  change(folder);
  expect([await look(), await look()]).toEqual([true, false]);
});

test('what was cut off is read anew', async () => {
  const { file, look } = shelf();
  await look();
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -1));
  expect([await look(), await look()]).toEqual([true, false]);
});

test('where nothing can be kept, each start reads', async () => {
  const { folder, look } = shelf();
  const nowhere = join(folder, '1.md', 'kept.json');
  expect([await look(nowhere), await look(nowhere)]).toEqual([true, true]);
});

test('a fault is told at each start', async () => {
  const { folder, file } = shelf();
  const faulty = (): Promise<unknown> => keptContents(folder, file, () => Promise.reject(new Error('faulty')));
  await expect(faulty()).rejects.toThrow('faulty');
  await expect(faulty()).rejects.toThrow('faulty');
});

test('every entry and term comes back as it was read', async () => {
  const { file } = shelf();
  const { filed, terms } = await readCatalog(catalog);
  const contents = { entries: filed.map(({ entry }) => entry), terms };
  await keptContents(catalog, file, async () => contents);
  const kept = await keptContents(catalog, file, () => Promise.reject(new Error('It was not kept.')));
  expect(kept()).toEqual(contents);
});
