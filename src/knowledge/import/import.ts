/** Imports articles into the catalog's format. */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { InputError } from '../../model/errors.ts';
import { findDocuments, readDocument, withIncludes } from './documents.ts';
import { type Draft, draftsOf } from './draft.ts';
import type { Line, Report } from './report.ts';
import { shelve } from './shelve.ts';
import { originOf } from './source.ts';

export type Order = {
  /** A document, or a folder of them. */
  readonly from: string;
  readonly to: string;
  readonly topic?: string | undefined;
  /** The address that stands for the folder, where the path of a document does not tell its own. */
  readonly linkBase?: string | undefined;
  /** Called before each document. */
  readonly progress?: (done: number, all: number, path: string) => void;
};

/** Reads every document, writes an entry for each that is about a problem, and reports on all. */
export const importDocuments = async (order: Order): Promise<Report> => {
  const { from, to, topic = 'imported', linkBase } = order;
  checkWords(topic, linkBase);
  const { root, paths, others } = await findDocuments(from);
  if (paths.length === 0)
    throw new InputError(`There is no document in "${from}". Give a file or folder with .md, .markdown or .txt files.`);
  await keepApart(from, to);
  const left: Line[] = [];
  const warnings: Line[] = [];
  const drafts: Draft[] = [];
  for (const [n, { path, newer }] of withVersions(paths).entries()) {
    order.progress?.(n, paths.length, path);
    if (newer) left.push({ what: path, why: `it is an older version of ${newer}` });
    else {
      const read = await readWhole(root, path);
      if ('fault' in read) {
        left.push({ what: path, why: read.fault });
        continue;
      }
      for (const name of new Set(read.missing))
        warnings.push({ what: path, why: `includes ${name}, which is not there` });
      const drafted = draftsOf(path, read.text, originOf(path, linkBase));
      if (drafted.left) left.push({ what: path, why: drafted.left });
      drafts.push(...drafted.drafts);
    }
  }
  const shelved = await shelve(drafts, to, topic);
  return { ...shelved, warnings: [...warnings, ...shelved.warnings], left, others, documents: paths.length };
};

const checkWords = (topic: string, linkBase: string | undefined): void => {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(topic))
    throw new InputError(`The topic "${topic}" is not in kebab-case. Write it as federation-trust-mismatch.`);
  if (linkBase !== undefined && !/^https:\/\/[^/]/.test(linkBase))
    throw new InputError(`"${linkBase}" is not an address. Give --link-base as https://….`);
};

const readWhole = async (
  root: string,
  path: string,
): Promise<{ text: string; missing: readonly string[] } | { fault: string }> => {
  try {
    return await withIncludes(root, path, await readDocument(root, path));
  } catch (error) {
    return { fault: `it cannot be read (${(error as Error).message})` };
  }
};

/** Nothing is ever written where it was read from. */
const keepApart = async (from: string, to: string): Promise<void> => {
  const real = async (path: string): Promise<string> =>
    realpath(path).catch(async () => (dirname(path) === path ? path : join(await real(dirname(path)), basename(path))));
  const source = await real(resolve(from));
  const target = await real(resolve(to));
  if (target === source || target.startsWith(source + sep))
    throw new InputError(`"${to}" lies in "${from}", which is only read. Give a folder outside of it with --to.`);
  const there = await stat(target).catch(() => undefined);
  if (there && !there.isDirectory()) throw new InputError(`"${to}" is a file. Give a folder with --to.`);
};

/** Of several versions of a document the one without a version in its path counts. */
const withVersions = (paths: readonly string[]): readonly { path: string; newer?: string }[] => {
  const all = paths.map((path) => ({ path, ...originOf(path) }));
  const latest = new Map<string, string>();
  for (const { path, from, version } of all) if (!version || !latest.has(from)) latest.set(from, path);
  return all.map(({ path, from }) => (latest.get(from) === path ? { path } : { path, newer: latest.get(from)! }));
};
