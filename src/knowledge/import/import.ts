/** Imports articles into the catalog's format. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { InputError } from '../../model/errors.ts';
import { readEntry } from '../entry.ts';
import { findDocuments, readDocument, withIncludes } from './documents.ts';
import { type Draft, draftsOf } from './draft.ts';
import type { Line, Report } from './report.ts';
import { noHash, safeName, save, sealed, type Standing, standingIn } from './shelf.ts';
import { originOf, sameDocument } from './source.ts';
import { write } from './write.ts';

export type Order = {
  readonly from: string;
  readonly to: string;
  readonly topic?: string;
  readonly linkBase?: string;
  /** Called after each document. */
  readonly progress?: (done: number, all: number, path: string) => void;
};

/** Reads every document, writes an entry for each that is about a problem, and reports on all. */
export const importDocuments = async (order: Order): Promise<Report> => {
  const { root, paths, others } = await findDocuments(order.from);
  await keepApart(order.from, order.to);
  const left: Line[] = [];
  const warnings: Line[] = [];
  const drafts: { draft: Draft; path: string }[] = [];
  for (const [n, { path, newer }] of withVersions(paths, order.linkBase).entries()) {
    order.progress?.(n, paths.length, path);
    if (newer) {
      left.push({ what: path, why: `it is an older version of ${newer}` });
      continue;
    }
    const read = await readDocument(root, path).catch((error: NodeJS.ErrnoException) => error);
    if (read instanceof Error) {
      left.push({ what: path, why: `it cannot be read (${read.message})` });
      continue;
    }
    const { text, missing } = await withIncludes(root, path, read);
    for (const name of new Set(missing)) warnings.push({ what: path, why: `includes ${name}, which is not there` });
    const made = draftsOf(path, text, originOf(path, order.linkBase));
    if (made.left) left.push({ what: path, why: made.left });
    for (const draft of made.drafts) drafts.push({ draft, path });
  }
  order.progress?.(paths.length, paths.length, '');
  return { ...(await saveAll(drafts, order, warnings)), left, others, documents: paths.length };
};

/** Nothing is ever written where it was read from. */
const keepApart = async (from: string, to: string): Promise<void> => {
  const real = async (path: string): Promise<string> =>
    realpath(path).catch(async () => (dirname(path) === path ? path : join(await real(dirname(path)), basename(path))));
  const source = await real(resolve(from));
  const target = await real(resolve(to));
  if (target === source || target.startsWith(source + sep))
    throw new InputError(`"${to}" lies in "${from}", which is only read. Give a folder outside of it with --to.`);
};

/** Of several versions of a document the one without a version in its path counts. */
const withVersions = (paths: readonly string[], linkBase?: string): readonly { path: string; newer?: string }[] => {
  const latest = new Map<string, string>();
  for (const path of paths) {
    const { from, version } = originOf(path, linkBase);
    if (!version || !latest.has(from)) latest.set(from, path);
  }
  return paths.map((path) => {
    const newer = latest.get(originOf(path, linkBase).from)!;
    return newer === path ? { path } : { path, newer };
  });
};

const saveAll = async (
  drafts: readonly { draft: Draft; path: string }[],
  order: Order,
  before: readonly Line[],
): Promise<Pick<Report, 'taken' | 'unchanged' | 'warnings' | 'kept'>> => {
  const standing = await standingIn(order.to);
  const taken: Line[] = [];
  const kept: Line[] = [];
  const warnings: Line[] = [...before];
  let unchanged = 0;
  const files = filesFor(drafts.map(({ draft }) => draft), standing);
  const owners = codeOwners(drafts.map(({ draft }) => draft), files, standing);
  for (const [n, { draft }] of drafts.entries()) {
    const file = files[n]!;
    const old = standing.get(file);
    const codes = [...draft.claims.keys()].filter((code) => owners.get(code) === file);
    for (const [code, weight] of draft.claims)
      if (weight > 1 && owners.get(code) !== file) warnings.push({ what: file, why: `${code} belongs to ${owners.get(code)}; it was left out here` });
    if (/#/.test(draft.from) && codes.length === 0) {
      kept.push({ what: file, why: 'its code belongs to another entry' });
      continue;
    }
    const { folder: _, name: __, claims: ___, warnings: own, from, ...entry } = draft;
    const text = sealed(write({ ...entry, codes, topic: order.topic ?? 'imported', facets: {}, imported: { from, hash: noHash } }));
    const { complaints } = readEntry(file, text);
    for (const why of own) warnings.push({ what: file, why });
    if (complaints[0]) kept.push({ what: file, why: `it would not be read back: ${complaints[0].problem}` });
    else if (old?.text.replace(/\r\n?/g, '\n') === text) unchanged++;
    else if (old && !old.from) kept.push({ what: file, why: 'a file of that name stands there and was not imported' });
    else if (old?.edited) kept.push({ what: file, why: 'a person has edited it since its import; take the file away to import it anew' });
    else {
      await save(order.to, file, text);
      taken.push({ what: file, why: old ? 'changed' : 'new' });
    }
  }
  for (const stale of staleIn(standing, drafts.map(({ draft }) => draft), files)) warnings.push(stale);
  return { taken, kept, unchanged, warnings };
};

/** The file of each draft: the one it was imported to before, else one named after it that no other has. */
const filesFor = (drafts: readonly Draft[], standing: ReadonlyMap<string, Standing>): readonly string[] => {
  const used = new Map<string, string>();
  for (const { path, from } of standing.values()) used.set(path.toLowerCase(), from ?? '');
  return drafts.map((draft) => {
    const before = [...standing.values()].find(({ from }) => from !== undefined && sameDocument(from, draft.from));
    if (before) return before.path;
    const folder = draft.folder ? `${safeName(draft.folder)}/` : '';
    const name = safeName(draft.name);
    const parent = safeName(draft.from.replace(/#.*$/, '').split('/').at(-2) ?? 'other');
    const choices = [`${folder}${name}.md`, `${folder}${parent}-${name}.md`, ...Array.from({ length: 98 }, (_, n) => `${folder}${name}-${n + 2}.md`)];
    const free = choices.find((choice) => !used.has(choice.toLowerCase())) ?? choices[0]!;
    used.set(free.toLowerCase(), draft.from);
    return free;
  });
};

/** A code belongs to one entry: the one that stands already, else the strongest claim, else the newest. */
const codeOwners = (drafts: readonly Draft[], files: readonly string[], standing: ReadonlyMap<string, Standing>): ReadonlyMap<string, string> => {
  const owners = new Map<string, { file: string; weight: number; reviewed: string }>();
  const own = new Set(files);
  for (const { path, codes } of standing.values()) if (!own.has(path)) for (const code of codes) owners.set(code, { file: path, weight: 9, reviewed: '' });
  for (const [n, { claims, reviewed }] of drafts.entries())
    for (const [code, weight] of claims) {
      const best = owners.get(code);
      if (!best || weight > best.weight || (weight === best.weight && reviewed > best.reviewed)) owners.set(code, { file: files[n]!, weight, reviewed });
    }
  return new Map([...owners].map(([code, { file }]) => [code, file]));
};

/** Entries of a table that the table no longer holds. */
const staleIn = (standing: ReadonlyMap<string, Standing>, drafts: readonly Draft[], files: readonly string[]): readonly Line[] => {
  const read = new Set(drafts.map(({ from }) => from.replace(/#.*$/, '')));
  return [...standing.values()]
    .filter(({ path, from }) => from?.includes('#') && read.has(from.replace(/#.*$/, '')) && !files.includes(path))
    .map(({ path, from }) => ({ what: path, why: `${from} no longer stands in its document; delete the file if nobody needs it` }));
};
