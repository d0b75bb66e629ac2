/** The catalog as it was read and found without fault, kept so that the next start need not read and check it again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry } from '../model/catalog.ts';

/** What reads the catalog: a change to it, or to the packages that it uses, makes what was kept worthless. */
const reader = ['.', '../../package.json'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * The entries of a folder: from `file` when it was written for the very same files, otherwise by `read`, which throws when
 * there is a fault. Where `file` cannot be written, each start reads anew.
 */
export const keptEntries = async (
  folder: string,
  file: string,
  read: () => Promise<readonly Entry[]>,
): Promise<readonly Entry[]> => {
  const mark = markOf([folder, ...reader]);
  const kept = entriesIn(await readFile(file, 'utf8').catch(() => ''), mark);
  if (kept) return kept;
  const entries = await read();
  const settled = markOf([folder, ...reader]) === mark;
  if (settled) await keep(file, `${mark}\n${JSON.stringify(entries)}`).catch(() => undefined);
  return entries;
};

/** Nothing where the file is of other files, or was cut off when the machine stopped. */
const entriesIn = (text: string, mark: string): readonly Entry[] | undefined => {
  if (!text.startsWith(`${mark}\n`)) return undefined;
  try {
    return JSON.parse(text.slice(mark.length)) as readonly Entry[];
  } catch {
    return undefined;
  }
};

/** Whoever reads meanwhile finds the old file or the new one, and never a part. */
const keep = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const begun = `${file}.${process.pid}`;
  await writeFile(begun, text);
  await rename(begun, file);
};

/** Stands for the names and contents of all files there. */
const markOf = (places: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const path of places.flatMap(filesIn)) {
    const content = readFileSync(path);
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
};

const filesIn = (place: string): readonly string[] => {
  if (place.endsWith('.json')) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .toSorted();
};
