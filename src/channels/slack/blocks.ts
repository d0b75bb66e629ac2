/** One block of a reply -> rich text, which has no markup to break: literal text stays literal. */
import type { types } from '@slack/bolt';
import { channelWords } from '../../model/channel-words.ts';
import type { Block, Code, Field, Rich, Span, StepItem } from '../../model/reply.ts';
import { clean, cut } from './words.ts';

type Run = types.RichTextText | types.RichTextLink;
type List = types.RichTextList & { offset?: number };
type Part = types.RichTextBlockElement | List;

/** What is read, not filled in. */
type Said = Exclude<Block, Field>;

/** How long one run of text may be. */
const longest = 3000;

/** The rich text of one block. */
export const drawn = (block: Said, language?: string): types.RichTextBlock => {
  const known = kept.get(block);
  if (known && known.language === language) return known.text;
  const text: types.RichTextBlock = { type: 'rich_text', elements: partsOf(block, channelWords(language)) };
  kept.set(block, { language, text });
  return text;
};

/** The blocks of the catalog are the same objects at every answer. */
const kept = new WeakMap<Said, { readonly language: string | undefined; readonly text: types.RichTextBlock }>();

type Words = ReturnType<typeof channelWords>;

const partsOf = (block: Said, words: Words): Part[] => {
  switch (block.kind) {
    case 'heading':
      return [section([bold(block.text)])];
    case 'paragraph':
      return [section(runs(block.text))];
    case 'steps':
      return steps(block.items, words);
    case 'list':
      return [{ type: 'rich_text_list', style: 'bullet', elements: block.items.map((item) => section(runs(item))) }];
    case 'code':
      return coded(block.code, words);
    case 'facts':
      return [section(block.items.flatMap(fact))];
    case 'note':
      return [quote(block.tone === 'warning' ? `⚠️ ${words.warning} ` : `ℹ️ ${words.note} `, runs(block.text))];
    case 'link':
      return [section(runs([{ text: block.label, url: block.url }]))];
  }
};

/** Commands stand between the items that they belong to, so the list goes on at the next number after them. */
const steps = (items: readonly StepItem[], words: Words): Part[] => {
  const parts: Part[] = [];
  for (const [offset, { text, code = [] }] of items.entries()) {
    const last = parts.at(-1);
    const item = section(runs(text));
    if (last?.type === 'rich_text_list') last.elements.push(item);
    else parts.push({ type: 'rich_text_list', style: 'ordered', ...(offset > 0 ? { offset } : {}), elements: [item] });
    parts.push(...code.flatMap((one) => coded(one, words)));
  }
  return parts;
};

const coded = ({ text, retired }: Code, words: Words): Part[] => [
  ...(retired ? [section([bold(words.retired), { type: 'text', text: words.retiredText }])] : []),
  { type: 'rich_text_preformatted', elements: [{ type: 'text', text: clean(text) || ' ' }] },
];

const fact = ([label, value]: readonly [string, Rich], index: number): Run[] => [
  bold(`${index > 0 ? '\n' : ''}${label}: `),
  ...runs(value),
];

/** A paragraph with a bar beside it that begins with a word in bold. */
export const quote = (word: string, elements: readonly Run[]): types.RichTextQuote => ({
  type: 'rich_text_quote',
  elements: [bold(word), ...elements],
});

/** The runs of a text; Slack takes none that is empty. */
export const runs = (rich: Rich): Run[] => {
  const found = (typeof rich === 'string' ? [{ text: rich }] : rich).map(run).filter(({ text }) => text !== '');
  return found.length > 0 ? found : [{ type: 'text', text: ' ' }];
};

const run = ({ text, style, url }: Span): Run => {
  const words = cut(clean(text), longest);
  const look = style ? { style: { [style]: true } } : {};
  return url !== undefined && web(url)
    ? { type: 'link', url, text: words || url, ...look }
    : { type: 'text', text: words, ...look };
};

/** Whether Slack opens the address: a page of the web, no longer than a link may be. */
export const web = (url: string): boolean =>
  /^https?:\/\//i.test(url) && URL.canParse(url) && url.isWellFormed() && url.length <= 3000;

const bold = (text: string): types.RichTextText => ({
  type: 'text',
  text: cut(clean(text), longest) || ' ',
  style: { bold: true },
});

const section = (elements: Run[]): types.RichTextSection => ({ type: 'rich_text_section', elements });
