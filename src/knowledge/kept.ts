/** The catalog as it was read and found without fault, kept so that the next start need not read and check it again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBeside } from './beside.ts';
import type { Entry, Term } from '../model/catalog.ts';

/** What reads the catalog: a change to it, or to the packages that it uses, makes what was kept worthless. */
const reader = (): readonly string[] => [
  fileURLToPath(new URL('../../package.json', import.meta.url)),
  ...readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(import.meta.dirname, name)),
];

/** What a catalog is made of. */
export type Contents = { readonly entries: readonly Entry[]; readonly terms: readonly Term[] };

/**
 * Hands out the contents of a folder: from `file` when it was written for the very same files, otherwise by `read`, which
 * throws when there is a fault. Where `file` cannot be written, each start reads anew.
 */
export const keptContents = async (
  folder: string,
  file: string,
  read: () => Promise<Contents>,
): Promise<() => Contents> => {
  const mark = markOf(folder);
  const kept = await readFile(file).catch(() => Buffer.alloc(0));
  if (isWhole(kept, mark)) return () => JSON.parse(kept.toString('utf8', mark.length, kept.length - mark.length));
  const contents = await read();
  const settled = markOf(folder) === mark;
  if (settled) await keep(file, `${mark}\n${JSON.stringify(contents)}\n${mark}`).catch(() => undefined);
  return () => contents;
};

/** False where the file is of other files, or was cut off when the machine stopped: the mark stands at both ends. */
const isWhole = (kept: Buffer, mark: string): boolean =>
  kept.toString('latin1', 0, mark.length + 1) === `${mark}\n` &&
  kept.toString('latin1', kept.length - mark.length - 1) === `\n${mark}`;

/** Whoever reads meanwhile finds the old file or the new one, and never a part. */
const keep = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const begun = `${file}.${process.pid}`;
  await writeFile(begun, text);
  await rename(begun, file);
};

/** Stands for the names and contents of all files that matter. */
const markOf = (folder: string): string => {
  const hash = createHash('sha256');
  for (const path of [...filesIn(folder), ...reader()].toSorted()) {
    const content = readFileSync(path);
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
};

/** Node's own recursive walk takes ten times as long. What is read when it is spoken of is not kept. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (isBeside(one.name)) return [];
    return one.isDirectory() ? filesIn(path) : [path];
  });
