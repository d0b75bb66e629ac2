/** The folder that entries are imported into: what stands there, and what may be written over. */
import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { InputError } from '../../model/errors.ts';
import { readEntry } from '../entry.ts';
import { topicsIn } from '../read.ts';

/** A file that stands in the folder. `edited` tells that a person changed it after the import. */
export type Standing = {
  readonly path: string;
  readonly text: string;
  readonly codes: readonly string[];
  /** The document that it was imported from, if it was. */
  readonly from?: string;
  readonly edited: boolean;
};

/** The files of the folder by their path below it, with slashes. */
export type Shelf = ReadonlyMap<string, Standing>;

const hashLine = /^( {2}hash: )"?([0-9a-f]{16})"?$/m;

/** The hash of a file counts neither the line that holds it nor how its lines end. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text.replace(/\r\n?/g, '\n').replace(hashLine, '$1')).digest('hex').slice(0, 16);

/** Stands in the place of the hash until the text is sealed. */
export const noHash = '0'.repeat(16);

/** A file's text with its own hash in it. */
export const sealed = (text: string): string => text.replace(hashLine, `$1"${hashOf(text)}"`);

/** What stands in the folder; nothing where there is no folder. */
export const standingIn = async (folder: string): Promise<Shelf> => {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const standing = new Map<string, Standing>();
  for (const name of names.filter((one) => one.endsWith('.md')).toSorted()) {
    const path = name.split(sep).join('/');
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    const { entry } = readEntry(path, text);
    const from = entry?.imported?.from ?? /^imported:\s*\n {2}from: "?(.*?)"?\r?$/m.exec(text)?.[1];
    const codes = entry?.codes ?? [];
    const edited = hashLine.exec(text.replace(/\r\n?/g, '\n'))?.[2] !== hashOf(text);
    standing.set(path, { path, text, codes, ...(from ? { from } : {}), edited });
  }
  return standing;
};

/** Writes a file below the folder; returns why it did not where a link leads out of the folder. */
export const save = async (folder: string, path: string, text: string): Promise<string | undefined> => {
  const file = join(folder, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    const inside = `${await realpath(dirname(file))}${sep}`.startsWith(`${await realpath(folder)}${sep}`);
    const link = await lstat(file).catch(() => undefined);
    if (!inside || link?.isSymbolicLink()) return 'a link leads out of the folder there';
    await writeFile(file, text);
    return undefined;
  } catch (error) {
    throw new InputError(`"${file}" cannot be written (${(error as Error).message}). Give another folder with --to.`);
  }
};

/** Makes the list of topics that a folder of its own needs; returns what to do where there is one without the topic. */
export const topicWarning = async (folder: string, topic: string): Promise<string | undefined> => {
  for (const place of [folder, dirname(folder)]) {
    const text = await readFile(join(place, 'topics.yaml'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    return topicsIn(load(text, { schema: FAILSAFE_SCHEMA }))?.has(topic) ? undefined : `add "- ${topic}" to it`;
  }
  await save(folder, 'topics.yaml', `# The topics of the entries in this folder.\n- ${topic}\n`);
  return undefined;
};

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|readme|template|notes)$/i;
const longestName = 80;

/** A file name that every system takes: a code as it is, all else in kebab-case. */
export const safeName = (name: string): string => {
  if (/^(?:\d{4,8}|0x[0-9A-F]{8}|[0-9A-F]{8}|[A-Z]+_?\d+)$/.test(name)) return name;
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const short = slug.length > longestName ? slug.slice(0, longestName).replace(/-[^-]*$/, '') : slug;
  return short === '' || reserved.test(short) ? `entry-${short}`.replace(/-$/, '') : short;
};
