/** The sentences of an entry, each with the part and the step that it stands in. */
import type { Entry, Place } from '../model/catalog.ts';
import { type Block, plain, type Rich, type Span } from '../model/reply.ts';

/** `head`: the title of a method, or when to use it; `danger`: what its risk line says. `code` are the commands that belong to it. */
export type Sentence = Place & {
  readonly kind: 'title' | 'when' | 'danger' | 'text';
  readonly step?: number;
  readonly text: Rich;
  readonly code: string;
};

const sections = ['meaning', 'cause', 'check', 'user', 'more'] as const;

/** All sentences in their order, those of the methods first. */
export const sentencesOf = (entry: Entry): readonly Sentence[] => [
  ...entry.methods.flatMap(({ title, when, danger, body }, at) => {
    const place = { part: 'method', method: at + 1, code: '' } as const;
    return [
      { ...place, kind: 'title' as const, text: title },
      ...(when ? [{ ...place, kind: 'when' as const, text: when }] : []),
      ...(danger ? [{ ...place, kind: 'danger' as const, text: danger }] : []),
      ...inBlocks(body, place),
    ];
  }),
  ...sections.flatMap((part) => inBlocks(entry[part], { part })),
];

/** Steps are numbered through where a part has several lists of them. */
const inBlocks = (blocks: readonly Block[], place: Place): readonly Sentence[] => {
  let step = 0;
  const said = (rich: Rich, more: Partial<Sentence> = {}): readonly Sentence[] =>
    split(rich).map((text): Sentence => ({ code: '', ...place, ...more, kind: 'text', text }));
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'note') return said(block.text);
    if (block.kind === 'list') return block.items.flatMap((item) => said(item));
    if (block.kind !== 'steps') return [];
    return block.items.flatMap(({ text, code = [] }) =>
      said(text, { step: ++step, code: code.map((one) => one.text).join('\n') }),
    );
  });
};

/** Where a sentence ends and another one begins. */
const border = /(?<=[.!?]["')]?)\s+(?=["'(]?[A-Z\d-])/;

/** Cuts a text into its sentences, formatting kept. */
const split = (rich: Rich): readonly Rich[] => {
  if (typeof rich === 'string') return rich.split(border).filter(Boolean);
  const sentences: Span[][] = [[]];
  for (const span of rich) {
    const [first = '', ...others] = span.style === 'code' || span.url ? [span.text] : span.text.split(border);
    if (first) sentences.at(-1)!.push({ ...span, text: first });
    for (const text of others) sentences.push(text ? [{ ...span, text }] : []);
  }
  return sentences.filter((spans) => plain(spans).trim() !== '');
};
