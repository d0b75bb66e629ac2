/** Makes the entries of one document. */
import type { Entry, Source, Who } from '../../model/catalog.ts';
import { type Block, plain, type Rich } from '../../model/reply.ts';
import { sortArticle, type Sorted } from './article.ts';
import { blocksOf, piecesOf } from './blocks.ts';
import { sortDiagnostics } from './diagnostics.ts';
import { type About, front } from './front.ts';
import { kindOf } from './kind.ts';
import { plainMarkdown } from './learn.ts';
import { methodsOf } from './methods.ts';
import { type Chapter, outline, type Parts } from './outline.ts';
import { referToMethods, renumbered } from './renumber.ts';
import { retiredIn } from './retired.ts';
import { codesIn, saysOf } from './says.ts';
import type { Origin } from './source.ts';
import { longSentences, words } from './spans.ts';
import { codeTables, type Row, rowsIn, withoutTables } from './table.ts';

/** An entry that has no file yet. `claims` are its codes with their weight: 4 in the file's name, 3 in the title, 2 in a table, 1 in the symptoms. */
export type Draft = Omit<Entry, 'id' | 'topic' | 'codes' | 'alike' | 'facets' | 'notes' | 'imported'> & {
  readonly from: string;
  /** What the file is named after. */
  readonly name: string;
  readonly folder: string;
  readonly claims: ReadonlyMap<string, number>;
  readonly warnings: readonly string[];
};

export type Made = { readonly drafts: readonly Draft[]; readonly left?: string };

/** A guide with more procedures than this is no answer to one problem. */
const mostMethods = 20;

/** When nobody says otherwise: never. */
const never = '1970-01-01';

/** `path` is the document's path below the folder given, `text` its text with all includes in their place. */
export const draftsOf = (path: string, text: string, origin: Origin): Made => {
  const { about, body } = front(text);
  const document = outline(plainMarkdown(body), origin.follow);
  const kind = kindOf(about, document, path);
  const tables = codeTables(document);
  const shared = commonOf(path, about, document, origin);
  const rows = tables.flatMap((table) => rowsIn(table, origin.follow)).map((row) => rowDraft(row, shared, path, origin));
  const doubled = new Set<string>();
  const single = rows.filter(({ name }) => !doubled.has(name) && doubled.add(name));
  const again = rows.filter((row) => !single.includes(row)).map(({ name }) => name);
  const drafts = single.map((draft) => (again.includes(draft.name) ? { ...draft, warnings: [...draft.warnings, `${draft.name} stands twice in the table; the first row was taken`] } : draft));
  if (kind.kind === 'other') return rows.length > 0 ? { drafts } : { drafts, left: kind.why };
  if (rows.length > 0 && kind.guide) return { drafts };
  const article = articleDraft(withoutTables(document), about, kind.guide, shared, origin);
  if (kind.guide && article.methods.length > mostMethods)
    return { drafts, left: `it is a guide of ${article.methods.length} procedures, too broad for one entry` };
  if (article.methods.length > 0 || (rows.length === 0 && article.cause.length > 0)) return { drafts: [article, ...drafts] };
  return rows.length > 0 ? { drafts } : { drafts, left: 'it names neither a cause nor steps' };
};

type Common = Pick<Draft, 'title' | 'who' | 'sources' | 'reviewed' | 'from' | 'name' | 'folder'> & {
  readonly told: readonly Block[];
  readonly warnings: readonly string[];
  readonly kb?: string;
};

const commonOf = (path: string, about: About, document: Chapter, origin: Origin): Common => {
  const idle = /^(?:how do i resolve\b|sign-?in issues?$|error$|summary$)/i;
  const title = [document.title, about.title ?? ''].find((one) => one !== '' && !idle.test(one)) ?? document.title;
  const kb = /\bOriginal KB number:\s*(\d{6,7})/i.exec(document.parts.map((part) => (part.kind === 'text' ? words(part.text) : '')).join('\n'))?.[1];
  const file = path.replace(/^.*\//, '').replace(/\.\w+$/, '');
  return {
    title: plainTitle(title),
    who: whoOf(about),
    sources: [sourceOf(plainTitle(title), about, origin, kb)],
    reviewed: about.date ?? never,
    from: origin.from,
    name: /[a-z]{3}/i.test(file.replace(/[0-9a-f]{8,}/gi, '')) ? file : title,
    folder: '',
    told: [{ kind: 'paragraph', text: attribution(about, origin) }],
    warnings: [
      ...(about.date ? [] : [`has no date; "reviewed" is ${never} until a person has checked it`]),
      ...(origin.url || about.url || kb ? [] : ['has no address; a search for its title stands in its place (--link-base gives one)']),
    ],
    ...(kb ? { kb } : {}),
  };
};

const plainTitle = (title: string): string => {
  const line = title.replace(/\s*\|\s*Microsoft (?:Docs|Learn)$/, '').replace(/\s+/g, ' ').trim();
  return line.length > 150 ? `${line.slice(0, 149).replace(/\s+\S*$/, '')}…` : line;
};

const whoOf = ({ audience = '', layout }: About): Who => {
  if (/developer/i.test(audience)) return 'app-developer';
  if (/end ?user|consumer/i.test(audience)) return 'user';
  return layout === 'plain' && audience === '' ? 'helpdesk' : 'tenant-admin';
};

const sourceOf = (title: string, about: About, origin: Origin, kb: string | undefined): Source => {
  const own = about.url && /^https:\/\//.test(about.url) ? about.url : origin.url;
  const url = own ?? (kb ? `https://support.microsoft.com/help/${kb}` : `https://learn.microsoft.com/search/?terms=${encodeURIComponent(title)}`);
  const host = new URL(url).hostname;
  const name = host === 'learn.microsoft.com' ? 'Microsoft Learn' : host === 'support.microsoft.com' ? 'Microsoft Support' : host;
  return { title: `${name}${own || kb ? '' : ' search'}: ${title}${kb ? ` (KB ${kb})` : ''}`, url };
};

const attribution = (about: About, origin: Origin): string => {
  const by = about.author ? ` by ${about.author}` : '';
  const dated = about.date ? `, dated ${about.date}` : ', without a date';
  return `Imported from ${origin.from}${origin.version ? ` at ${origin.version}` : ''}${by}${dated}. Licence: ${about.licence ?? 'not named in the document'}.`;
};

const chrome =
  /^(?:still need help\?|the third-party products that this article discusses|microsoft provides third-party contact information|(?:original (?:kb number|product version)|note )?:?$|original (?:kb number|product version):)/i;
const describes = /^(?:this (?:article|guide|page|section) |provides |describes |learn (?:how|about)|looking for info)/i;

const articleDraft = (document: Chapter, about: About, guide: boolean, shared: Common, origin: Origin): Draft => {
  const clean = withoutChrome(document);
  const whole = sortArticle(clean, guide);
  const found = about.layout === 'properties' ? sortDiagnostics(whole) : { sorted: whole };
  const sorted = asidesLast(found.sorted);
  const code = 'code' in found ? found.code : undefined;
  const title = code && 'message' in found && found.message ? plainTitle(`AADSTS${code}: ${found.message}`) : shared.title;
  const made = methodsOf(sorted.ways, origin.follow);
  const refer = referToMethods(made);
  const blocks = (parts: Parts): readonly Block[] => refer(blocksOf(piecesOf(parts, origin.follow)));
  const intro = sorted.intro.filter((part) => part.kind !== 'text' || !describes.test(words(part.text)));
  const told = [...intro, ...sorted.symptom];
  const fallback = about.description ?? title;
  const claims = new Map<string, number>();
  for (const one of codesIn(textOf(told))) claims.set(one, shared.name.includes(one) ? 4 : 1);
  for (const one of code ? [code] : codesIn(shared.title)) claims.set(one, shared.name.includes(one) ? 4 : 3);
  return withNotes({
    ...shared,
    title,
    sources: shared.sources.map((source) => ({ ...source, title: source.title.replace(shared.title, title) })),
    names: [],
    says: saysOf(title, told),
    meaning: told.length > 0 ? blocks(told) : [{ kind: 'paragraph', text: fallback }],
    cause: blocks(sorted.cause),
    check: blocks(sorted.check),
    methods: renumbered(made),
    user: blocks(sorted.user),
    more: [...blocks(sorted.more), ...shared.told],
    claims,
  });
};

const textOf = (parts: Parts): string => blocksOf(piecesOf(parts, () => undefined)).map(blockText).join('\n');

const blockText = (block: Block): string => {
  const rich = (text: Rich): string => plain(text);
  if (block.kind === 'paragraph' || block.kind === 'note') return rich(block.text);
  if (block.kind === 'list') return block.items.map(rich).join('\n');
  if (block.kind === 'steps') return block.items.map((item) => [rich(item.text), ...(item.code ?? []).map(({ text }) => text)].join('\n')).join('\n');
  return block.kind === 'code' ? block.code.text : '';
};

/** Without the lines that every page of a publisher carries. */
const withoutChrome = (chapter: Chapter): Chapter => ({
  ...chapter,
  parts: chapter.parts.filter((part) => part.kind !== 'text' || !chrome.test(words(part.text))),
  chapters: chapter.chapters.map(withoutChrome),
});

/** Notes on retired modules stand at the end, whatever chapter they were put in. */
const asidesLast = (sorted: Sorted): Sorted => {
  const aside = (part: Parts[number]): boolean =>
    part.kind === 'quote' && part.alert === 'note' && /PowerShell modules? (?:are|is) (?:deprecated|set to be deprecated|retired)/i.test(textOf([part]));
  const found: Parts[number][] = [];
  const strip = (parts: Parts): Parts => {
    found.push(...parts.filter(aside));
    return parts.filter((part) => !aside(part));
  };
  const [intro, symptom, cause, check] = [sorted.intro, sorted.symptom, sorted.cause, sorted.check].map(strip);
  const ways = sorted.ways.map((way) => ({ ...way, parts: strip(way.parts) }));
  const once = found.filter((part, n) => found.findIndex((one) => textOf([one]) === textOf([part])) === n);
  return { ...sorted, intro: intro!, symptom: symptom!, cause: cause!, check: check!, ways, more: [...sorted.more, ...once] };
};

const rowDraft = (row: Row, shared: Common, path: string, origin: Origin): Draft => {
  const blocks = (parts: Parts): readonly Block[] => blocksOf(piecesOf(parts, origin.follow));
  const first = textOf((row.meaning.length > 0 ? row.meaning : row.cause).slice(0, 1)).split(/(?<=[.:])\s/)[0] ?? '';
  const shown = /^\d{5,8}$/.test(row.code) ? `AADSTS${row.code}` : row.code;
  const title = plainTitle(`${shown}${row.name ? ` ${row.name}` : ''}: ${first.replace(/[.:]\s*$/, '')}`);
  const meaning = row.meaning.length > 0 ? blocks(row.meaning) : [{ kind: 'paragraph' as const, text: `${shared.title}: ${shown}.` }];
  const says = first.length > 0 && first.length <= 130 && first.split(' ').length >= 3 ? [first.replace(/[.:]\s*$/, '')] : [];
  const live = { title: `Microsoft: ${shown}`, url: `https://login.microsoftonline.com/error?code=${row.code}` };
  return withNotes({
    ...shared,
    title,
    sources: /^\d{5,8}$/.test(row.code) ? [...shared.sources, live] : shared.sources,
    from: `${shared.from}#${row.code}`,
    name: row.code,
    folder: path.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    names: row.name && /^[A-Za-z][A-Za-z0-9_.]{4,}$/.test(row.name) ? [row.name] : [],
    says,
    who: row.who ?? shared.who,
    meaning,
    cause: blocks(row.cause),
    check: [],
    methods: renumbered(methodsOf(row.ways, origin.follow)),
    user: [],
    more: [...blocks(row.more), ...shared.told],
    claims: new Map([[row.code, 2]]),
  });
};

/** Adds what replaces retired commands, and a warning for sentences that stay too long. */
const withNotes = (draft: Omit<Draft, 'retired'>): Draft => {
  const all = [...draft.meaning, ...draft.cause, ...draft.check, ...draft.methods.flatMap(({ body }) => body), ...draft.user, ...draft.more];
  const texts = all.map(blockText);
  const long = all.filter((block) => block.kind !== 'code').flatMap((block) => proseOf(block)).filter((text) => longSentences(text).length > 0).length;
  return {
    ...draft,
    retired: retiredIn(texts),
    warnings: [...draft.warnings, ...(long > 0 ? [`has ${long} sentences of more than 40 words that could not be cut`] : [])],
  };
};

const proseOf = (block: Block): readonly string[] => {
  if (block.kind === 'steps') return block.items.map((item) => plain(item.text));
  if (block.kind === 'list') return block.items.map(plain);
  return [blockText(block)];
};
