/** Reads Markdown into chapters and the parts that stand below each heading. */
import MarkdownIt, { type Token } from 'markdown-it';
import { marks } from './learn.ts';
import { joinLists } from './lists.ts';
import { type Follow, join, sentences, type Spans, slice, spansOf, words } from './spans.ts';

type Alert = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** What stands below a heading. The cells of a table are left as Markdown: they can hold lists. */
export type Part =
  | { readonly kind: 'text'; readonly text: Spans }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | List
  | Table
  | { readonly kind: 'quote'; readonly alert?: Alert; readonly parts: Parts };
export type Parts = readonly Part[];
export type List = {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly start: number;
  /** The numbers of the items, where they do not simply count up from the start. */
  readonly numbers?: readonly number[];
  readonly items: readonly Parts[];
};
export type Table = {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A heading, what stands below it, and the headings below it. `own` tells of one that was a tab or a fold. */
export type Chapter = {
  readonly level: number;
  readonly title: string;
  readonly own?: 'tab' | 'fold';
  readonly parts: Parts;
  readonly chapters: readonly Chapter[];
};

const parser = new MarkdownIt('commonmark', { html: false }).enable('table');

/** The whole document as one chapter: its title is the first heading of level 1, or empty. */
export const outline = (markdown: string, follow: Follow): Chapter => {
  const flat: Flat[] = [{ level: 1, title: '', parts: [] }];
  for (const node of nodes(parser.parse(markdown, {}))) {
    if (node.open.type !== 'heading_open') {
      flat.at(-1)!.parts.push(...partOf(node, follow));
      continue;
    }
    const text = words(spansOf(node.inside[0], follow));
    const own = text.startsWith(marks.tab) ? 'tab' : text.startsWith(marks.fold) ? 'fold' : undefined;
    const title = own ? text.slice(1) : text;
    const level = Number(node.open.tag.slice(1));
    if (level === 1 && flat[0]!.title === '') flat[0]!.title = title;
    else flat.push({ level: Math.max(2, level), title, parts: [], ...(own ? { own } : {}) });
  }
  return nest(flat.flatMap(withMethodLines), 0).chapter;
};

/** The parts of a text without headings, such as the cell of a table. */
export const partsOf = (markdown: string, follow: Follow): Parts =>
  nodes(parser.parse(markdown, {})).flatMap((node) => partOf(node, follow));

type Flat = { level: number; title: string; own?: 'tab' | 'fold'; parts: Part[] };

const nest = (flat: readonly Flat[], at: number): { chapter: Chapter; next: number } => {
  const here = flat[at]!;
  const chapters: Chapter[] = [];
  let next = at + 1;
  while (next < flat.length && flat[next]!.level > here.level) {
    const child = nest(flat, next);
    chapters.push(child.chapter);
    next = child.next;
  }
  const joined = joinLists(here.parts);
  return { chapter: { ...here, parts: chapters.length > 0 ? joined : finished(joined), chapters }, next };
};

/** A last sentence that announces a picture says nothing without it. */
const finished = (parts: Parts): Parts => {
  const last = parts.at(-1);
  if (parts.length < 2 || last?.kind !== 'text' || !words(last.text).endsWith(':')) return parts;
  const rest = sentences(last.text).slice(0, -1);
  return [...parts.slice(0, -1), ...(rest.length > 0 ? [{ ...last, text: join(...rest) }] : [])];
};

const methodLine = /^(?:method|solution|resolution|option|workaround|scenario) \d+\s*[:.–-]\s*\S/i;
const longestHeading = 140;

/** A paragraph "Method 2: Do this." is a heading in all but form. */
const withMethodLines = (flat: Flat): readonly Flat[] => {
  const all: Flat[] = [{ ...flat, parts: [] }];
  for (const part of flat.parts) {
    const line = part.kind === 'text' && methodLine.test(words(part.text)) ? words(sentences(part.text)[0]!) : '';
    if (part.kind === 'text' && line && line.length <= longestHeading) {
      const text = slice(part.text, line.length);
      const title = line.replace(/\.$/, '');
      all.push({ level: flat.level + 1, title, parts: text.length > 0 ? [{ kind: 'text', text }] : [] });
    } else all.at(-1)!.parts.push(part);
  }
  return all;
};

type Node = { readonly open: Token; readonly inside: readonly Token[] };

/** The top-level nodes of a token list: an opening token and what lies between it and its end. */
const nodes = (tokens: readonly Token[]): readonly Node[] => {
  const list: Node[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const open = tokens[at]!;
    const start = at + 1;
    if (open.nesting === 1) for (let depth = 1; depth > 0; ) depth += tokens[++at]!.nesting;
    list.push({ open, inside: tokens.slice(start, at) });
  }
  return list;
};

const partOf = ({ open, inside }: Node, follow: Follow): Parts => {
  switch (open.type) {
    case 'paragraph_open':
    case 'heading_open': {
      const text = spansOf(inside[0], follow);
      if (alertMark.test(words(text))) return [quoteOf([{ kind: 'text', text }])];
      return text.length > 0 ? [{ kind: 'text', text }] : [];
    }
    case 'fence':
      return [
        { kind: 'code', language: open.info.trim().split(/\s+/)[0] ?? '', text: open.content.replace(/\n$/, '') },
      ];
    case 'code_block':
      return looksLikeProse(open.content)
        ? partsOf(open.content, follow)
        : [{ kind: 'code', language: '', text: open.content.replace(/\n$/, '') }];
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const ordered = open.type === 'ordered_list_open';
      const all = nodes(inside).map((item) => finished(nodes(item.inside).flatMap((node) => partOf(node, follow))));
      const items = all.filter((item) => item.length > 0);
      return items.length > 0 ? [{ kind: 'list', ordered, start: Number(open.attrGet('start') ?? 1), items }] : [];
    }
    case 'table_open': {
      const [head = [], ...rows] = cells(inside);
      return rows.length > 0 ? [{ kind: 'table', head, rows }] : [];
    }
    case 'blockquote_open':
      return [quoteOf(nodes(inside).flatMap((node) => quotedLines(node, follow)))];
    default:
      return [];
  }
};

/** The lines of a quoted message stay apart. */
const quotedLines = (node: Node, follow: Follow): Parts => {
  const inline = node.inside[0];
  if (node.open.type !== 'paragraph_open' || !inline?.children) return partOf(node, follow);
  const lines: Token[][] = [[]];
  for (const child of inline.children) {
    if (child.type === 'hardbreak') lines.push([]);
    else lines.at(-1)!.push(child);
  }
  return lines.flatMap((children) =>
    partOf({ open: node.open, inside: [Object.assign(Object.create(inline), { children })] }, follow),
  );
};

/** Text that is indented by four blanks in a careless document, rather than code. */
const looksLikeProse = (text: string): boolean =>
  /^(?:\d+\.|[-*>]) |^\[|^!\[/m.test(text) ||
  (/[.:]\s*$/.test(text) && text.trim().split(/\s+/).length > 5 && !/[{};=$|]/.test(text));

const cells = (tokens: readonly Token[]): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'inline') rows.at(-1)?.push(token.content.trim());
  }
  return rows;
};

const alertMark = /^\[!(note|tip|important|warning|caution)\]\s*/i;

const quoteOf = (parts: Parts): Part => {
  const [first, ...rest] = parts;
  if (first?.kind === 'quote' && first.alert) return { ...first, parts: [...first.parts, ...rest] };
  const mark = first?.kind === 'text' ? alertMark.exec(words(first.text)) : null;
  if (!mark || first?.kind !== 'text') return { kind: 'quote', parts };
  const text = slice(first.text, mark[0].length);
  return {
    kind: 'quote',
    alert: mark[1]!.toLowerCase() as Alert,
    parts: text.length > 0 ? [{ kind: 'text', text }, ...rest] : rest,
  };
};
