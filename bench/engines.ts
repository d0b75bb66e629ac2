/** The search engines that are compared, each over the same entries: what they make of a text. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { type Block, plain } from '../src/model/reply.ts';
import { understandWith } from '../src/app.ts';
import type { Made } from './judge.ts';

export type Engine = { readonly name: string; readonly make: (text: string) => Made };

/** The entry as plain fields, for engines that know nothing of the catalog. */
const documentOf = (entry: Entry) => ({
  id: entry.id,
  codes: entry.codes.join(' '),
  title: entry.title,
  says: entry.says.join('\n'),
  body: [...entry.meaning, ...entry.cause, ...entry.methods.flatMap((method) => method.body)].map(textOf).join('\n'),
});

const textOf = (block: Block): string => {
  if (block.kind === 'paragraph' || block.kind === 'note') return plain(block.text);
  if (block.kind === 'steps') return block.items.map((item) => plain(item.text)).join('\n');
  return block.kind === 'list' ? block.items.map(plain).join('\n') : '';
};

const fields = ['codes', 'title', 'says', 'body'];

/** The whole turn of a first message, its reply drawn. */
export const signpost = (catalog: Catalog): Engine => {
  const understand = understandWith(catalog);
  return {
    name: 'Signpost',
    make: (text) => {
      const { outcome, entries } = understand(text).understood ?? { outcome: 'other', entries: [] };
      return { outcome, entries: entries.flatMap(({ id }) => catalog.entry(id) ?? []) };
    },
  };
};

/** What the others are measured at: to find what a text is about, without a conversation and a reply. */
export const finder = (catalog: Catalog): Engine => ({
  name: 'understanding',
  make: (text) => {
    const { verdict, candidates } = catalog.find(text);
    return { outcome: verdict, entries: candidates.map(({ entry }) => entry) };
  },
});

/** fuse.js with its default options. */
export const fuse = ({ entries }: Catalog): Engine => {
  const search = new Fuse(entries.map(documentOf), { keys: fields });
  return {
    name: 'fuse.js',
    make: (text) => found(search.search(text, { limit: 5 }).map(({ refIndex }) => entries[refIndex]!)),
  };
};

/** MiniSearch with prefix and fuzzy search, as its guide suggests. */
export const miniSearch = ({ entries }: Catalog): Engine => {
  const search = new MiniSearch({
    fields,
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { codes: 5, says: 2, title: 2 } },
  });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  search.addAll(entries.map(documentOf));
  return {
    name: 'MiniSearch',
    make: (text) =>
      found(
        search
          .search(text)
          .slice(0, 5)
          .map(({ id }) => byId.get(id as string)!),
      ),
  };
};

const found = (entries: readonly Entry[]): Made => ({ outcome: entries.length > 0 ? 'answer' : 'unknown', entries });
