/** Runs of formatted text: made from Markdown, cut, joined and mended. */
import type { Token } from 'markdown-it';
import type { Span } from '../../model/reply.ts';
import { mostWords } from '../rules.ts';

export type Spans = readonly Span[];

/** Where a link leads when it is followed from outside its document, or undefined when that is not known. */
export type Follow = (href: string) => string | undefined;

/** The words without their formatting. */
export const words = (spans: Spans): string => spans.map((span) => span.text).join('');

/** Unformatted text as a run. */
export const say = (text: string): Spans => tidy([{ text }]);

/** Joins neighbours of the same form, makes every blank a single one, and drops those at both ends. */
export const tidy = (spans: Spans): Spans => {
  const done: Span[] = [];
  for (const span of spans.flatMap(blanksOutside)) {
    const last = done.at(-1);
    let text = span.text.replace(/\s+/g, ' ');
    if ((!last || last.text.endsWith(' ')) && span.style !== 'code') text = text.trimStart();
    if (text === '') continue;
    if (last && last.style === span.style && last.url === span.url)
      done[done.length - 1] = { ...last, text: (last.text + text).replace(/ (?=[.,;](?:\s|$))/g, '') };
    else done.push({ ...span, text });
  }
  const end = done.pop();
  if (!end) return done;
  const text = end.text.trimEnd();
  return text ? [...done, { ...end, text }] : done;
};

/** Blanks at the ends of bold or linked text belong outside of it. */
const blanksOutside = (span: Span): readonly Span[] => {
  if (span.style === 'code' || (!span.style && !span.url)) return [span];
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(span.text)!;
  return [{ text: before }, { ...span, text: inner }, { text: after }].filter(({ text }) => text !== '');
};

/** Puts runs behind each other with a blank between. */
export const join = (...runs: readonly Spans[]): Spans =>
  tidy(runs.filter((run) => run.length > 0).flatMap((run) => [...run, { text: ' ' }]));

/** Changes the text outside of code. */
export const reword = (spans: Spans, change: (text: string) => string): Spans =>
  tidy(spans.map((span) => (span.style === 'code' ? span : { ...span, text: change(span.text) })));

/** The part from one position of the words to another. */
export const slice = (spans: Spans, from: number, to = Number.POSITIVE_INFINITY): Spans => {
  let at = 0;
  const cut: Span[] = [];
  for (const span of spans) {
    const text = span.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text) cut.push({ ...span, text });
    at += span.text.length;
  }
  return tidy(cut);
};

const shortened = /\b(?:e\.g|i\.e|etc|vs|no|approx|incl|cf|st)\.$/i;
const sentenceEnd = /(?<=[.!?]["'”’)]*)\s+(?=["'“‘(<[]*\p{Lu})/gu;

/** Cuts a run into its sentences. */
export const sentences = (spans: Spans): readonly Spans[] => {
  const text = words(spans);
  const cuts = [...text.matchAll(sentenceEnd)]
    .filter((match) => !shortened.test(text.slice(0, match.index)) && !inCode(spans, match.index))
    .map((match) => match.index);
  return [...cuts, text.length]
    .map((to, n) => slice(spans, n === 0 ? 0 : cuts[n - 1]!, to))
    .filter((one) => one.length > 0);
};

const inCode = (spans: Spans, position: number): boolean => {
  let at = 0;
  for (const span of spans) {
    at += span.text.length;
    if (position < at) return span.style === 'code' || span.url !== undefined;
  }
  return false;
};

/** Reads the inline tokens of markdown-it; pictures are left out. */
export const spansOf = (inline: Token | undefined, follow: Follow): Spans => {
  const spans: Span[] = [];
  let bold = 0;
  let url: string | undefined;
  for (const token of inline?.children ?? []) {
    if (token.type === 'text') spans.push(formed(token.content, bold > 0 ? 'bold' : undefined, url));
    else if (token.type === 'code_inline') spans.push(formed(token.content, 'code', url));
    else if (token.type === 'softbreak' || token.type === 'hardbreak') spans.push(formed(' ', undefined, url));
    else if (token.type === 'strong_open') bold++;
    else if (token.type === 'strong_close') bold--;
    else if (token.type === 'link_open') url = follow(String(token.attrGet('href') ?? ''));
    else if (token.type === 'link_close') url = undefined;
  }
  return tidy(spans);
};

const formed = (text: string, style: Span['style'], url: string | undefined): Span => ({
  text: text.replace(/[\u00a0\u2000-\u200a\u202f]/g, ' '),
  ...(style ? { style } : {}),
  ...(url ? { url } : {}),
});

/** Where a long sentence can be cut without changing what it says, and what the next one begins with. */
const joints: readonly (readonly [joint: RegExp, next: string])[] = [
  [/, and then (?=[a-z])/g, '. Then '],
  [/, but (?=[a-z])/g, '. But '],
  [/, and (?=(?:click|select|choose|open|type|enter|run|press|make|verify|check|change|go) )/g, '. Then '],
  [/, so (?=(?:the|you|it|this|we) )/g, '. So '],
];

/** Cuts sentences that are too long, where that needs no new words. */
export const shorter = (spans: Spans): Spans => {
  const all = clauses(words(spans));
  if (!all.some(isLong)) return spans;
  return join(
    ...all.map((clause) => {
      const run = slice(spans, clause.at, clause.at + clause.text.length);
      return isLong(clause) ? halved(run) : run;
    }),
  );
};

/** One long sentence, cut at the joint nearest to its middle, and again until no joint is left. */
const halved = (spans: Spans): Spans => {
  const text = words(spans);
  const cut = joints
    .flatMap(([joint, next]) => [...text.matchAll(joint)].map(({ index, 0: found }) => ({ index, found, next })))
    .filter(({ index }) => !inCode(spans, index))
    .toSorted((a, b) => Math.abs(a.index - text.length / 2) - Math.abs(b.index - text.length / 2))[0];
  if (!cut) return spans;
  const rest = slice(spans, cut.index + cut.found.length);
  return shorter(tidy([...slice(spans, 0, cut.index), { text: cut.next }, ...rest]));
};

type Clause = { readonly at: number; readonly text: string };

/** What stands between full stops, question marks, colons and semicolons, as the rule on long sentences counts it. */
const clauses = (text: string): readonly Clause[] => {
  let at = 0;
  return text.split(/(?<=[.!?:;])(?=\s)/).map((part) => {
    const clause = { at, text: part };
    at += part.length;
    return clause;
  });
};

const isLong = ({ text }: Clause): boolean => text.trim().split(/\s+/).length > mostWords;

/** True when one of the sentences is longer than an entry allows. */
export const hasLongSentence = (text: string): boolean => clauses(text).some(isLong);
