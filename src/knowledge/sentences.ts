/** The sentences of an entry, each with the part and the step that it stands in. */
import type { Entry, Exchange, Mention, Passage, Place } from '../model/catalog.ts';
import { type Block, type Code, plain, type Rich, type Span } from '../model/reply.ts';

/**
 * `kind`: the title of a method, when to use it, what its risk line says, what people say after it, or any other sentence.
 * `around` is what is shown of it: its step, or its paragraph; `code` is the text of the `commands` that belong to it.
 */
export type Sentence = Place & {
  readonly kind: Passage['kind'];
  readonly step?: number;
  readonly text: Rich;
  readonly around: Rich;
  readonly code: string;
  readonly commands?: readonly Code[];
};

/** A text without its formatting, as pieces of it are quoted. */
export const bare = (text: string): string => text.replace(/[`*]/g, '').replace(/\s+/g, ' ');

/** Which mentions are of this sentence: their piece stands in it, whatever the formatting, or in its commands. */
export const holds = ({ text, code, ...place }: Sentence): ((mention: Mention) => boolean) => {
  const said = bare(`${plain(text)}\n${code}`);
  return ({ part, method, of }) => part === place.part && method === place.method && said.includes(bare(of));
};

const sections = ['meaning', 'cause', 'check', 'user', 'more'] as const;

/** Of a paragraph no more sentences are shown. */
const most = 3;

/** All sentences in their order, those of the methods first. */
export const sentencesOf = (entry: Entry): readonly Sentence[] => [
  ...entry.methods.flatMap(({ title, when, danger, body }, at) => {
    const place = { part: 'method', method: at + 1 } as const;
    const head = (kind: Sentence['kind'], text: Rich | undefined): readonly Sentence[] =>
      text ? [{ ...place, kind, text, around: text, code: '' }] : [];
    return [...head('title', title), ...head('when', when), ...head('danger', danger), ...inBlocks(body, place)];
  }),
  ...sections.flatMap((part) => inBlocks(entry[part], { part })),
];

/** What is said after an entry, each with its reply. */
export const sentencesOfExchanges = (part: 'faq' | 'finding', all: readonly Exchange[]): readonly Sentence[] =>
  all.flatMap(({ said, reply, leads }): readonly Sentence[] => {
    const place = { part, said, ...(leads === undefined ? {} : { leads }), code: '' } as const;
    return [
      { ...place, kind: 'said', text: said, around: said },
      { ...place, kind: 'text', text: reply, around: reply },
    ];
  });

/** The place alone. */
export const placeOf = ({ part, method, said, leads }: Place): Place => ({
  part,
  ...(method === undefined ? {} : { method }),
  ...(said === undefined ? {} : { said }),
  ...(leads === undefined ? {} : { leads }),
});

/** Steps are numbered through where a part has several lists of them. */
const inBlocks = (blocks: readonly Block[], place: Place): readonly Sentence[] => {
  let step = 0;
  const said = (rich: Rich): readonly Sentence[] => {
    const all = split(rich);
    return all.map((text, n) => {
      const from = Math.max(0, Math.min(n - 1, all.length - most));
      return { ...place, kind: 'text', text, around: joined(all.slice(from, from + most)), code: '' };
    });
  };
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'note') return said(block.text);
    if (block.kind === 'list') return block.items.flatMap(said);
    if (block.kind !== 'steps') return [];
    return block.items.flatMap(({ text, code = [] }) => {
      const commands = code.map((one) => one.text).join('\n');
      step += 1;
      return said(text).map((one) => ({ ...one, step, around: text, code: commands, commands: code }));
    });
  });
};

/** A sentence as it is shown, with what stands around it. */
export const passageOf = ({
  kind,
  step,
  text: sentence,
  around: text,
  commands = [],
  ...place
}: Sentence): Passage => ({
  ...placeOf(place),
  kind,
  text,
  ...(sentence === text ? {} : { sentence }),
  ...(step === undefined ? {} : { step }),
  ...(commands.length === 0 ? {} : { code: commands }),
});

/** Each step or paragraph once. */
export const distinct = (passages: readonly Passage[]): readonly Passage[] =>
  passages.filter(({ text }, n) => passages.findIndex((one) => one.text === text) === n);

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

const joined = (sentences: readonly Rich[]): Rich =>
  sentences.every((one) => typeof one === 'string')
    ? sentences.join(' ')
    : sentences.flatMap((one, n): readonly Span[] => [
        ...(n > 0 ? [{ text: ' ' }] : []),
        ...(typeof one === 'string' ? [{ text: one }] : one),
      ]);
