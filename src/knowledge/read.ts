/** Reads catalog folders: the built-in one, and an organisation's own, laid over it. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CatalogError, type Complaint } from '../model/errors.ts';
import type { Entry, Term } from '../model/catalog.ts';
import type { Block } from '../model/reply.ts';
import { checkCatalog, type Filed } from './check.ts';
import { readEntry } from './entry.ts';
import { checkGlossary, type Defined, laidOver, readGlossary } from './glossary.ts';
import { readList } from './list.ts';
import { isBeside } from './beside.ts';
import { overlay } from './overlay.ts';
import { sections } from './markdown.ts';

/** Pages for people who write entries; they are not entries themselves. */
const guides = new Set(['README.md', 'TEMPLATE.md']);

/** An organisation's addition to an entry, named by the entry's id or one of its codes. */
export type Note = { readonly about: string; readonly file: string; readonly blocks: readonly Block[] };

/** Each topic with the one of the taxonomy that it stands under, mostly itself. */
export type Topics = ReadonlyMap<string, string>;

type Folder = {
  readonly filed: readonly Filed[];
  readonly notes: readonly Note[];
  readonly topics: Topics;
  readonly defined: readonly Defined[];
  readonly complaints: readonly Complaint[];
};

/** Reads one folder; files below `notes/` are notes, those below `mentions/`, `faq/` and `findings/` are read when their entry is spoken of, `topics.yaml` is the taxonomy, `glossary.yaml` the words of the field. Throws `CatalogError` when there is no such folder. */
export const readFolder = async (folder: string): Promise<Folder> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new CatalogError([
        {
          file: folder,
          line: 1,
          field: 'folder',
          problem: `cannot be read (${error.code ?? error.message}).`,
          cure: 'Give the path of a folder with catalog entries.',
        },
      ]);
    },
  );
  const files = found
    .filter((one) => one.isFile() && one.name.endsWith('.md') && !guides.has(one.name))
    .map((one) => relative(folder, join(one.parentPath, one.name)))
    .filter((name) => !isBeside(name.split(sep)[0]!))
    .toSorted();
  const filed: Filed[] = [];
  const notes: Note[] = [];
  const complaints: Complaint[] = [];
  for (const [n, name] of files.entries()) {
    if (n % 100 === 99) await setImmediate();
    const path = join(folder, name);
    const file = relative(process.cwd(), path) || path;
    const text = readFileSync(path, 'utf8');
    if (name.startsWith(`notes${sep}`)) {
      const { sections: parts, faults } = sections(text);
      complaints.push(...faults.map((fault) => ({ ...fault, file, field: 'note' })));
      const about = name.split(sep).at(-1)!.replace(/\.md$/, '');
      notes.push({ about, file, blocks: parts.flatMap(({ content }) => content.map(({ block }) => block)) });
      continue;
    }
    const read = readEntry(file, text);
    complaints.push(...read.complaints);
    if (read.entry) filed.push({ entry: read.entry, file, text });
  }
  const { topics, complaints: faults } = await readTopics(folder);
  const glossary = await readGlossary(folder);
  return {
    filed,
    notes,
    topics,
    defined: glossary.defined,
    complaints: [...complaints, ...faults, ...glossary.complaints],
  };
};

type Whole = {
  readonly filed: readonly Filed[];
  readonly topics: Topics;
  readonly terms: readonly Term[];
  readonly complaints: readonly Complaint[];
};

const empty: Folder = { filed: [], notes: [], topics: new Map(), defined: [], complaints: [] };

/** The whole catalog: `own`, where given, laid over the built-in one, with every complaint about either. */
export const readCatalog = async (builtIn: string, own?: string): Promise<Whole> => {
  const base = await readFolder(builtIn);
  const above = own === undefined ? empty : await readFolder(own);
  const laid = overlay(base.filed, above.filed, above.notes);
  const topics = new Map([...base.topics, ...above.topics]);
  const faults = [...base.complaints, ...above.complaints, ...laid.complaints, ...misplaced(topics, own ?? builtIn)];
  const filed = laid.filed.map((one) => ({ ...one, entry: placed(one.entry, topics) }));
  const defined = laidOver(base.defined, above.defined);
  // What a built-in term leads to may have been replaced, which is no fault of whoever did it.
  const ids = new Set([...base.filed, ...filed].map(({ entry }) => entry.id));
  return {
    filed,
    topics,
    terms: defined.map(({ term }) => term),
    complaints: [...faults, ...checkCatalog(filed, topics), ...checkGlossary(defined, ids)],
  };
};

/** The entry with its place in the taxonomy, where its topic is one of our own. */
const placed = (entry: Entry, topics: Topics): Entry => {
  const broader = topics.get(entry.topic);
  return broader === undefined || broader === entry.topic ? entry : { ...entry, broader };
};

const misplaced = (topics: Topics, folder: string): readonly Complaint[] =>
  [...topics]
    .filter(([, broader]) => topics.get(broader) !== broader)
    .map(([name, broader]) => ({
      file: relative(process.cwd(), join(folder, 'topics.yaml')),
      line: 1,
      field: 'topics',
      problem: `"${name}" stands under "${broader}", which is none of the topics that stand by themselves.`,
      cure: 'Name one of them behind the colon.',
    }));

/** The topics that stand beside the entries; an organisation's folder need not have any. */
const readTopics = async (folder: string): Promise<{ topics: Topics; complaints: readonly Complaint[] }> => {
  const { file, list, problem } = await readList(folder, 'topics.yaml');
  const topics = topicsIn(list);
  if (topics) return { topics, complaints: [] };
  const complaint = {
    file,
    line: 1,
    field: 'topics',
    problem,
    cure: 'Write one topic a line, as "- mfa-required" or, below another, "- mfa-prompts: mfa-required".',
  };
  return { topics: new Map(), complaints: [complaint] };
};

/** The topics that a list names, each by itself or with the one that it stands under; null where it is no such list. */
export const topicsIn = (list: unknown): Topics | null =>
  Array.isArray(list) && list.every(isTopic)
    ? new Map(list.flatMap((one) => (typeof one === 'string' ? [[one, one]] : Object.entries(one))))
    : null;

const isTopic = (one: unknown): one is string | Readonly<Record<string, string>> =>
  typeof one === 'string' ||
  (typeof one === 'object' && one !== null && Object.values(one).every((broader) => typeof broader === 'string'));
