/** Makes the entries of one document. */
import type { Entry } from '../../model/catalog.ts';
import { articleDraft } from './compose.ts';
import { creditOf } from './credit.ts';
import { front } from './front.ts';
import { kindOf } from './kind.ts';
import { plainMarkdown } from './learn.ts';
import { outline } from './outline.ts';
import { rowDrafts } from './rows.ts';
import type { Origin } from './source.ts';
import { withoutTables } from './table.ts';

/** An entry that has no file yet. */
export type Draft = Omit<Entry, 'id' | 'topic' | 'codes' | 'role' | 'alike' | 'facets' | 'notes' | 'imported'> & {
  readonly from: string;
  /** What the file and its folder are named after. */
  readonly name: string;
  readonly folder: string;
  /** The codes with their weight: 4 in the file's name, 3 in the title, 2 in a table, 1 in the symptoms. */
  readonly claims: ReadonlyMap<string, number>;
  readonly warnings: readonly string[];
};

/** The entries of a document, or why there are none. */
type Drafted = { readonly drafts: readonly Draft[]; readonly left?: string };

/** A guide with more procedures than this is no answer to one problem. */
const mostMethods = 20;

/** `path` is the document's path below the folder given, `text` its text with all includes in their place. */
export const draftsOf = (path: string, text: string, origin: Origin): Drafted => {
  const { about, body } = front(text.toWellFormed());
  const document = outline(plainMarkdown(body), origin.follow);
  const kind = kindOf(about, document, path);
  const credit = creditOf(about, document, origin);
  const file = path.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const rows = rowDrafts(document, credit, file, origin.follow);
  if (rows.length > 0 && (kind.kind === 'other' || kind.guide)) return { drafts: rows };
  if (kind.kind === 'other') return { drafts: [], left: kind.why };
  const name = /[a-z]|^\d{4,8}$/i.test(file.replace(/[0-9a-f]{9,}/gi, '')) ? file : credit.title;
  const article = articleDraft(withoutTables(document), about, {
    credit,
    name,
    guide: kind.guide,
    follow: origin.follow,
  });
  const { methods, cause } = article;
  if (kind.guide && methods.length > mostMethods)
    return { drafts: [], left: `it is a guide of ${methods.length} procedures, too broad for one entry` };
  if (methods.length > 0 || (rows.length === 0 && cause.length > 0)) return { drafts: [article, ...rows] };
  return rows.length > 0 ? { drafts: rows } : { drafts: [], left: 'it names neither a cause nor steps' };
};
