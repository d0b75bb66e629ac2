/** Turns the Markdown of an entry into blocks, keeping line numbers for complaints. */
import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Code, Rich, Span, StepItem } from '../model/reply.ts';

/** A block together with the line it starts on, counted from 1 within the text given. */
export type Placed = { readonly block: Block; readonly line: number };

/** A part of the text under one level-2 heading; the part before the first heading has an empty title. */
export type Section = { readonly title: string; readonly line: number; readonly content: readonly Placed[] };

export type Fault = { readonly line: number; readonly problem: string; readonly cure: string };

const parser = new MarkdownIt('commonmark', { html: false });

/** Splits the text into sections; whatever the format has no place for becomes a fault. */
export const sections = (text: string): { sections: readonly Section[]; faults: readonly Fault[] } => {
  const faults: Fault[] = [];
  const done: Section[] = [];
  let title = '';
  let line = 1;
  let content: Placed[] = [];
  for (const node of nodes(parser.parse(text, {}))) {
    const heading = node.open.type === 'heading_open';
    if (heading && node.open.tag === 'h2') {
      done.push({ title, line, content });
      title = words(node.inside[0]);
      line = lineOf(node.open);
      content = [];
    } else if (heading) {
      faults.push({
        line: lineOf(node.open),
        problem: `a heading of level ${node.open.tag.slice(1)} has no meaning here.`,
        cure: 'Use "## " headings only; the title stands in the front matter.',
      });
    } else {
      const block = blockOf(node, faults);
      if (block) content.push({ block, line: lineOf(node.open) });
    }
  }
  done.push({ title, line, content });
  return { sections: done, faults };
};

type Node = { readonly open: Token; readonly inside: readonly Token[] };

/** The top-level nodes of a token list: an opening token and what lies between it and its end. */
const nodes = (tokens: readonly Token[]): readonly Node[] => {
  const list: Node[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const open = tokens[at]!;
    if (open.nesting === 0) {
      list.push({ open, inside: [] });
      continue;
    }
    const start = at + 1;
    for (let depth = 1; depth > 0; ) depth += tokens[++at]!.nesting;
    list.push({ open, inside: tokens.slice(start, at) });
  }
  return list;
};

const lineOf = (token: Token): number => (token.map?.[0] ?? 0) + 1;

const words = (inline: Token | undefined): string =>
  (inline?.children ?? [])
    .map((child) => child.content)
    .join('')
    .trim();

const blockOf = (node: Node, faults: Fault[]): Block | null => {
  switch (node.open.type) {
    case 'paragraph_open':
      return { kind: 'paragraph', text: rich(node.inside[0]) };
    case 'fence':
      return { kind: 'code', code: codeOf(node.open) };
    case 'ordered_list_open':
      return { kind: 'steps', items: nodes(node.inside).map((item) => stepOf(item, faults)) };
    case 'bullet_list_open':
      return { kind: 'list', items: nodes(node.inside).map((item) => stepOf(item, faults).text) };
    case 'blockquote_open': {
      const text = rich(nodes(node.inside)[0]?.inside[0]);
      const first = typeof text === 'string' ? text : (text[0]?.text ?? '');
      return { kind: 'note', tone: /^(warning|verify first)/i.test(first) ? 'warning' : 'info', text };
    }
    default:
      faults.push({
        line: lineOf(node.open),
        problem: `"${node.open.type.replace(/_open$/, '').replace('_', ' ')}" has no place in an entry.`,
        cure: 'Use paragraphs, numbered steps, bullet points, fenced commands and "> " notes.',
      });
      return null;
  }
};

const stepOf = (item: Node, faults: Fault[]): StepItem => {
  const [head, ...rest] = nodes(item.inside);
  const code: Code[] = [];
  for (const part of rest) {
    if (part.open.type === 'fence') code.push(codeOf(part.open));
    else
      faults.push({
        line: lineOf(part.open),
        problem: 'a step holds one paragraph and the commands that belong to it, nothing else.',
        cure: 'Make it a step of its own, or move it out of the list.',
      });
  }
  const text = head?.open.type === 'paragraph_open' ? rich(head.inside[0]) : '';
  if (text === '')
    faults.push({
      line: lineOf(item.open),
      problem: 'a step has no text.',
      cure: 'Begin it with one sentence that says what to do.',
    });
  return code.length > 0 ? { text, code } : { text };
};

const codeOf = (token: Token): Code => {
  const [language = '', ...flags] = token.info.trim().split(/\s+/);
  const code = { language, text: token.content.replace(/\n$/, '') };
  return flags.includes('retired') ? { ...code, retired: true } : code;
};

/** The inline content as spans, or as a plain string where nothing is formatted. */
const rich = (inline: Token | undefined): Rich => {
  const spans: Span[] = [];
  let style: Span['style'];
  let url: string | undefined;
  const add = (text: string, own: Span['style'] = style): void => {
    const last = spans.at(-1);
    if (last && last.style === own && last.url === url) spans[spans.length - 1] = { ...last, text: last.text + text };
    else spans.push({ text, ...(own ? { style: own } : {}), ...(url ? { url } : {}) });
  };
  for (const child of inline?.children ?? []) {
    if (child.type === 'text') {
      if (child.content) add(child.content);
    } else if (child.type === 'code_inline') add(child.content, 'code');
    else if (child.type === 'softbreak' || child.type === 'hardbreak') add(' ');
    else if (child.type === 'strong_open') style = 'bold';
    else if (child.type === 'strong_close') style = undefined;
    else if (child.type === 'link_open') url = String(child.attrGet('href') ?? '');
    else if (child.type === 'link_close') url = undefined;
  }
  const only = spans.length === 1 ? spans[0] : undefined;
  if (spans.length === 0) return '';
  return only && !only.style && !only.url ? only.text : spans;
};
