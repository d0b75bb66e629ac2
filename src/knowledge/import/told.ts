/** Finds the steps in a text that has no numbered list: its sentences and points that tell what to do. */
import type { Code } from '../../model/reply.ts';
import { hasAdvice, isAdvice } from './advice.ts';
import { type Piece, piecesOf } from './blocks.ts';
import { capital, fence, glue, inline, isFixTable, quoted, tableLines } from './inline.ts';
import type { List, Part, Parts } from './outline.ts';
import { type Follow, join, say, type Spans, words } from './spans.ts';
import { rowSteps, type Step, stepsOf } from './steps.ts';

/** What stands before the first step stays a paragraph; what stands behind a step belongs to it. */
export const toldInWords = (parts: Parts, follow: Follow): readonly Piece[] => {
  const before: Part[] = [];
  const steps: Step[] = [];
  let label: Spans = [];
  const begin = (text: Spans): void => {
    steps.push({ text, code: [], origin: '' });
  };
  /** The last step, or the last paragraph made into the first step. */
  const open = (): Step | undefined => {
    const last = before.at(-1);
    if (steps.length === 0 && last?.kind === 'text') {
      before.pop();
      begin(last.text);
    }
    return steps.pop();
  };
  const extend = (part: Part, text: Spans, between = '. '): void => {
    const step = steps.length > 0 || between === ': ' ? open() : undefined;
    if (step) steps.push({ ...step, text: glue([step.text, text], between) });
    else before.push(part);
  };
  const attach = (part: Part, code: Code): void => {
    const step = open();
    if (step) steps.push({ ...step, code: [...step.code, code] });
    else before.push(part);
  };
  for (const [n, part] of parts.entries()) {
    if (part.kind === 'text') {
      const text = glue([label, part.text], ': ');
      label = isBold(part.text) && parts[n + 1]?.kind === 'text' ? text : [];
      if (label.length > 0) continue;
      if (isAside(text) && steps.length > 0) extend({ ...part, text }, text);
      else if (hasAdvice(text) || parts[n + 1]?.kind === 'code') begin(text);
      else extend({ ...part, text }, text);
    } else if (part.kind === 'code') attach(part, fence(part.language, part.text));
    else if (part.kind === 'table') {
      if (isFixTable(part)) steps.push(...rowSteps(part, follow));
      else if (steps.length === 0) before.push(part);
      else attach(part, { language: 'text', text: tableLines(part).join('\n') });
    } else if (part.kind === 'list') {
      if (areSteps(part)) steps.push(...stepsOf(part));
      else extend(part, inline([part]), ': ');
    } else if (part.alert) extend(part, join(say(`${capital(part.alert)}:`), inline(part.parts)));
    else attach(part, quoted(part.parts));
  }
  if (steps.length === 0)
    for (const part of before.splice(0)) {
      if (part.kind === 'text') begin(part.text);
      else before.push(part);
    }
  return [...piecesOf(before, follow), ...(steps.length > 0 ? [{ kind: 'numbered' as const, steps }] : [])];
};

/** A line in bold is a label of the paragraph below it. */
const isBold = (text: Spans): boolean =>
  text.every(({ style }) => style === 'bold') && words(text).length <= 80 && !/[.!?]$/.test(words(text));

/** "**Note** In this command …" belongs to the step above it. */
const isAside = ([first]: Spans): boolean =>
  first?.style === 'bold' && /^(?:note|important|tip|warning|caution)\b/i.test(first.text);

/** Points are steps when most of them tell what to do; a list of links is not. */
const areSteps = (list: List): boolean => {
  const items = list.items.map(inline);
  const acting = items.filter((text) => !isLink(text) && (isAdvice(words(text)) || /^if\b/i.test(words(text)))).length;
  return acting * 2 >= items.length;
};

const isLink = (text: Spans): boolean => {
  const linked = text.filter((span) => span.url).reduce((sum, span) => sum + span.text.length, 0);
  return linked > words(text).length * 0.6;
};
