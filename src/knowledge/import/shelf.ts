/** The folder that entries are imported into: what stands there, and what may be written over. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { readEntry } from '../entry.ts';

/** A file that stands in the folder. `edited` tells that a person changed it after the import. */
export type Standing = {
  readonly path: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly from?: string;
  readonly edited: boolean;
};

const hashLine = /^( {2}hash: )"?([0-9a-f]{16}|)"?$/m;

/** The hash of a file does not count the line that holds it, nor the line ends. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text.replace(/\r\n?/g, '\n').replace(hashLine, '$1')).digest('hex').slice(0, 16);

/** A file's text with its own hash in it; it must hold a hash line already. */
export const sealed = (text: string): string => text.replace(hashLine, `$1"${hashOf(text)}"`);

export const noHash = '0'.repeat(16);

/** The entries of a folder by their path below it; an empty map where the folder does not exist. */
export const standingIn = async (folder: string): Promise<ReadonlyMap<string, Standing>> => {
  const names = await readdir(folder, { recursive: true }).catch(() => [] as string[]);
  const files = names.filter((name) => name.endsWith('.md')).toSorted();
  const standing = new Map<string, Standing>();
  for (const name of files) {
    const path = name.split(sep).join('/');
    const text = await readFile(join(folder, name), 'utf8');
    const { entry } = readEntry(path, text);
    const from = entry?.imported?.from ?? /^ {2}from: "?(.*?)"?$/m.exec(text)?.[1];
    const hash = hashLine.exec(text)?.[2];
    standing.set(path, {
      path,
      text,
      codes: entry?.codes ?? [],
      ...(from ? { from } : {}),
      edited: hash !== hashOf(text),
    });
  }
  return standing;
};

export const save = async (folder: string, path: string, text: string): Promise<void> => {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|readme|template)$/i;

/** A file name that every system takes: a code as it is, all else in kebab-case. */
export const safeName = (name: string): string => {
  if (/^(?:\d{4,8}|0x[0-9A-F]{8}|[0-9A-F]{8}|[A-Z]+_?\d+)$/.test(name)) return name;
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const short = slug.length > 80 ? slug.slice(0, 80).replace(/-[^-]*$/, '') : slug;
  return short === '' || reserved.test(short) ? `entry-${short}`.replace(/-$/, '') : short;
};
