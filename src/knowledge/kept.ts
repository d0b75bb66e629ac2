/** The catalog as it was read and found without fault, kept so that the next start need not read and check it again. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
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
  const kept = keptIn(file, mark);
  if (kept) return kept;
  const contents = await read();
  const settled = markOf(folder) === mark;
  if (settled) await keep(file, `${mark}\n${JSON.stringify(contents)}\n${mark}`).catch(() => undefined);
  return () => contents;
};

/**
 * Reads `file`, once, when its contents are asked for, and not another that has taken its place by then; nothing where it is
 * of other files or was cut off when the machine stopped: the mark stands at both ends.
 */
const keptIn = (file: string, mark: string): (() => Contents) | undefined => {
  try {
    const fd = openSync(file, 'r');
    const end = Buffer.alloc(mark.length + 1);
    const at = (place: number): string => end.toString('latin1', 0, readSync(fd, end, 0, end.length, place));
    if (at(0) === `${mark}\n` && at(fstatSync(fd).size - end.length) === `\n${mark}`)
      return () => {
        const text = readFileSync(fd, 'utf8');
        closeSync(fd);
        return JSON.parse(text.slice(end.length, -end.length));
      };
    closeSync(fd);
  } catch {
    // It is not there, or cannot be read.
  }
  return undefined;
};

/** Whoever reads meanwhile finds the old file or the new one, and never a part. */
const keep = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const begun = `${file}.${process.pid}`;
  await writeFile(begun, text);
  await rename(begun, file);
};

/** Stands for all files that matter as they are: whoever writes or replaces one changes the time that the file system itself keeps of it. */
const markOf = (folder: string): string => {
  const hash = createHash('sha256');
  for (const path of [...filesIn(folder), ...reader()].toSorted()) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    hash.update(`${path}\n${size} ${mtimeMs} ${ctimeMs} ${ino}\n`);
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
