/** Reads a catalog folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { CatalogError, type Complaint } from '../model/errors.ts';
import { checkCatalog, type Filed } from './check.ts';
import { readEntry } from './entry.ts';

/** Pages for people who write entries; they are not entries themselves. */
const guides = new Set(['README.md', 'TEMPLATE.md']);

/** Reads all entries below `folder` and returns them with every complaint about them, the rules of the whole catalog included. */
export const readFolder = async (
  folder: string,
): Promise<{ filed: readonly Filed[]; complaints: readonly Complaint[] }> => {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new CatalogError([
      {
        file: folder,
        line: 1,
        field: 'folder',
        problem: `cannot be read (${error.code ?? error.message}).`,
        cure: 'Give the path of a folder with catalog entries.',
      },
    ]);
  });
  const files = names.filter((name) => name.endsWith('.md') && !guides.has(name.split(sep).at(-1)!)).toSorted();
  const filed: Filed[] = [];
  const complaints: Complaint[] = [];
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  for (const [n, name] of files.entries()) {
    const path = join(folder, name);
    const file = relative(process.cwd(), path) || path;
    const read = readEntry(file, texts[n]!);
    complaints.push(...read.complaints);
    if (read.entry) filed.push({ entry: read.entry, file });
  }
  return { filed, complaints: [...complaints, ...checkCatalog(filed, await readTopics(folder))] };
};

/** The taxonomy that stands beside the entries. */
const readTopics = async (folder: string): Promise<ReadonlySet<string>> => {
  const text = await readFile(join(folder, 'topics.yaml'), 'utf8');
  return new Set(parse(text, { schema: 'failsafe' }) as string[]);
};
