/** Addresses that an entry tells people to open, made links; those written as code are values, and stay so. */
import type { Block, Rich, Span, StepItem } from '../src/model/reply.ts';

/** A whole address with a host of its own; one that goes on with a placeholder is none. */
const address = /https:\/\/(?![\w.-]*\bcontoso\.)[\w.-]+\.[a-z]{2,}(?:\/(?:[\w./~%+-]*[\w/~%+-])?)?(?![\w/?#<]|\.\w)/g;

const spansOf = (text: string): readonly Span[] => {
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    if (index > from) spans.push({ text: text.slice(from, index) });
    spans.push({ text: url, url });
    from = index + url.length;
  }
  return from < text.length ? [...spans, { text: text.slice(from) }] : spans;
};

const rich = (text: Rich): Rich => {
  if (typeof text === 'string') return text.includes('https://') ? spansOf(text) : text;
  return text.flatMap((span) => (span.style === undefined && span.url === undefined ? spansOf(span.text) : [span]));
};

const step = (item: StepItem): StepItem => ({ ...item, text: rich(item.text) });

const draw = (block: Block): Block => {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, text: rich(block.text) };
    case 'steps':
      return { ...block, items: block.items.map(step) };
    case 'list':
      return { ...block, items: block.items.map(rich) };
    default:
      return block;
  }
};

/** The blocks of the catalog are the same objects at every answer, and so are these. */
const known = new WeakMap<Block, Block>();

export const linked = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => {
    const drawn = known.get(block) ?? draw(block);
    known.set(block, drawn);
    return drawn;
  });
