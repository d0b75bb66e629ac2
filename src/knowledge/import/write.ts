/** Writes an entry in the catalog's format, so that reading it gives the same entry back. */
import { CORE_SCHEMA, dump } from 'js-yaml';
import type { Entry, Method } from '../../model/catalog.ts';
import { type Block, type Code, plain, type Rich, type Span } from '../../model/reply.ts';
import { sections } from '../markdown.ts';

type Written = Omit<Entry, 'id' | 'role' | 'alike' | 'notes'>;

/** The whole file. */
export const write = (entry: Written): string => `---\n${frontMatter(entry)}---\n${body(entry)}\n`;

/** Lists that stand on one line. */
const inline: ReadonlySet<string> = new Set(['codes', 'names', 'shared']);

const frontMatter = (entry: Written): string => {
  const fields = {
    title: entry.title,
    topic: entry.topic,
    ...(entry.codes.length > 0 ? { codes: entry.codes } : {}),
    ...(entry.names.length > 0 ? { names: entry.names } : {}),
    ...(entry.shared.length > 0 ? { shared: entry.shared } : {}),
    ...(entry.says.length > 0 ? { says: entry.says } : {}),
    ...(Object.keys(entry.facets).length > 0 ? { facets: entry.facets } : {}),
    who: entry.who,
    sources: entry.sources,
    reviewed: entry.reviewed,
    ...(entry.imported ? { imported: entry.imported } : {}),
  };
  return Object.entries(fields)
    .map(([name, value]) =>
      dump(
        { [name]: value },
        {
          schema: CORE_SCHEMA,
          lineWidth: -1,
          noRefs: true,
          quoteStyle: 'double',
          flowLevel: inline.has(name) ? 1 : -1,
        },
      ),
    )
    .join('');
};

const body = (entry: Written): string =>
  [
    blocks(entry.meaning),
    section('Cause', blocks(entry.cause)),
    section('Check', blocks(entry.check)),
    ...entry.methods.map((method, n) => section(`Method ${n + 1}: ${escape(method.title)}`, methodText(method))),
    section('If you are the user', blocks(entry.user)),
    section('Good to know', blocks(entry.more)),
    section('Retired', entry.retired.map(({ old, now }) => `- ${rich(old)} → ${rich(now)}`).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const section = (title: string, text: string): string => (text === '' ? '' : `## ${title}\n${text}`);

const methodText = (method: Method): string => {
  const lead = [
    ...(method.when ? [rich(method.when)] : []),
    `Risk: ${method.risk}${method.danger ? `, ${escape(method.danger)}` : ''}`,
    ...(method.minutes ? [`Takes ${method.minutes} minutes`] : []),
  ].join(' · ');
  const text = blocks(method.body);
  return text.startsWith('1. ') ? `${lead}\n${text}` : `${lead}\n\n${text}`;
};

/** Two lists of one kind behind each other are told apart by their signs: CommonMark begins a new list where they change. */
const blocks = (all: readonly Block[]): string => {
  let other = false;
  return all
    .map((block, n) => {
      other = !other && isList(block) && all[n - 1]?.kind === block.kind;
      const text = blockText(block);
      return other ? text.replace(/^- /gm, '* ').replace(/^(\d+)\. /gm, '$1) ') : text;
    })
    .join('\n\n');
};

const isList = ({ kind }: Block): boolean => kind === 'steps' || kind === 'list';

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return rich(block.text);
    case 'note':
      return `> ${rich(block.text)}`;
    case 'list':
      return block.items.map((item) => `- ${rich(item)}`).join('\n');
    case 'code':
      return fence(block.code, '');
    case 'steps':
      return block.items
        .map(({ text, code = [] }, n) => {
          const indent = ' '.repeat(`${n + 1}. `.length);
          return [`${n + 1}. ${rich(text)}`, ...code.map((one) => fence(one, indent))].join('\n');
        })
        .join('\n');
    default:
      return '';
  }
};

const fence = ({ language, text, retired }: Code, indent: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map((match) => match[0].length));
  const ticks = '`'.repeat(longest + 1);
  const info = `${language || 'text'}${retired ? ' retired' : ''}`;
  return [ticks + info, ...text.split('\n'), ticks].map((line) => (line === '' ? '' : indent + line)).join('\n');
};

/** Formatted text on one line. Where the formatting would not be read back, the bare words are written. */
const rich = (text: Rich): string => {
  const spans: readonly Span[] = typeof text === 'string' ? [{ text }] : text;
  const words = plain(text);
  const tries = [
    () => spans.map(span).join(''),
    () => spans.map((one) => span(bare(one))).join(''),
    () => escapeAll(words),
  ];
  for (const attempt of tries) {
    const line = startSafe(attempt());
    if (readBack(line) === words) return line;
  }
  return escapeAll(words);
};

const bare = ({ text, style }: Span): Span => (style === 'code' ? { text, style } : { text });

const readBack = (line: string): string => {
  const { sections: read, faults } = sections(line);
  const block = read[0]?.content[0]?.block;
  const only = faults.length === 0 && read.length === 1 && read[0]!.content.length === 1;
  return only && block?.kind === 'paragraph' ? plain(block.text) : '';
};

const span = ({ text, style, url }: Span): string => {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text)!;
  if (style === 'code') return linked(codeSpan(text), url);
  if (inner === '') return text;
  const words = escape(inner).replace(/(?<!\\)\\$/, '\\\\');
  return before + linked(style === 'bold' ? `**${words}**` : words, url) + after;
};

const linked = (text: string, url: string | undefined): string =>
  url ? `[${text}](${/[()\s<>]/.test(url) ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : url})` : text;

const codeSpan = (text: string): string => {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const ticks = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) || /^ .* $/.test(text) ? ' ' : '';
  return ticks + pad + text + pad + ticks;
};

/** Keeps the signs of Markdown in a text from meaning something. */
const escape = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/\[|\](?=[([:])/g, '\\$&')
    .replace(/<(?=[A-Za-z][\w+.-]*[:@])/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');

const escapeAll = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** A text that begins like a heading, list or quotation is kept from being one. */
const startSafe = (line: string): string =>
  line.replace(/^(?=[#>+=~-])/, '\\').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
