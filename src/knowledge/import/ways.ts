/** Finds the ways out below a heading such as "Resolution". */
import { hasAdvice, isLeadIn, isOrder } from './advice.ts';
import { capital, isFixTable } from './inline.ts';
import { titleOf, type Way } from './methods.ts';
import type { Chapter, Part, Parts } from './outline.ts';
import { type Heading, headingOf } from './roles.ts';
import { sentences, type Spans, words } from './spans.ts';
import { needsSteps } from './steps.ts';

/** A heading inside a section, which entries have no headings for. */
export const boldLine = (title: string): Part => ({ kind: 'text', text: [{ text: title, style: 'bold' }] });

export const endsOpen = (part: Part): boolean => part.kind === 'text' && words(part.text).endsWith(':');

/** Labels that stay in a title, because texts refer to them. */
const keeps = ({ label }: Heading): boolean =>
  label !== undefined && ['scenario', 'step', 'option'].includes(label.word);

/** One way, unless there is nothing to tell. */
export const wayOf = (title: string, heading: Heading, parts: Parts, cause?: string): readonly Way[] => {
  const { label, rest } = heading;
  if (parts.length === 0 && !(label && rest)) return [];
  const plain = title.replace(/[\s:]+$/, '') || 'Resolution';
  const guess = titleOf(parts, plain === plain.toUpperCase() ? capital(plain.toLowerCase()) : plain);
  const kept = rest || guess === plain ? plain : `${plain}: ${guess}`;
  const [first, next] = parts;
  const told =
    first?.kind === 'text' && next?.kind === 'list' && words(first.text) === `${guess}:` ? parts.slice(1) : parts;
  return [
    {
      title: keeps(heading) ? kept : rest || guess,
      parts: told,
      ...(label ? { label } : {}),
      ...(cause ? { cause } : {}),
    },
  ];
};

/** A chapter with headings below it is several ways; what stands above the first of them belongs to it. */
export const waysOf = (
  chapter: Chapter,
  heading: Heading,
  astray: (child: Chapter) => boolean,
  cause?: string,
): readonly Way[] => {
  const below = chapter.chapters.filter((child) => child.parts.length + child.chapters.length > 0 && !astray(child));
  const scripts = below.filter(
    (child) => child.own !== 'tab' && child.parts.length > 0 && child.parts.every(({ kind }) => kind === 'code'),
  );
  const children = below.filter((child) => !scripts.includes(child));
  const parts = [
    ...chapter.parts.filter((part) => children.length === 0 || !leadsOver(part)),
    ...scripts.flatMap((script) => [boldLine(script.title), ...script.parts]),
  ];
  const bare = isBare(heading);
  const named = bare ? { ...heading, rest: '' } : heading;
  if (children.length === 0) return tableWays(parts) ?? wayOf(chapter.title, named, parts, cause);
  const whole = parts.some((part) => isProcedure(part) || opensWithOrder(part));
  const own = whole ? wayOf(chapter.title, named, parts, cause) : [];
  const inner = children.flatMap((child, n) => {
    const lead = n === 0 && !whole ? parts : [];
    return waysOf({ ...child, parts: [...lead, ...child.parts] }, headingOf(child.title), astray, cause);
  });
  const above = keeps(heading) ? chapter.title : heading.rest || chapter.title;
  return [...own, ...(bare ? inner : inner.map((way) => ({ ...way, title: `${above}: ${way.title}` })))];
};

/** "Solution" or "How to fix this", with nothing to tell it from others. */
const isBare = ({ role, label, rest }: Heading): boolean =>
  role === 'solution' && (label === undefined || (label.number === undefined && rest === ''));

const isProcedure = (part: Part): boolean =>
  part.kind === 'code' || (part.kind === 'list' && (needsSteps(part) || part.items.length > 1));

const opensWithOrder = (part: Part): boolean => part.kind === 'text' && isOrder(words(part.text)) && !leadsOver(part);

/** A way that tells nobody to do anything, and leads nowhere where it is told. */
export const onlyInforms = ({ label, cause, parts }: Way): boolean =>
  label?.number === undefined && !cause && parts.every(informs);

const informs = (part: Part): boolean => {
  if (part.kind === 'text') return !hasAdvice(part.text) && !part.text.some(({ url }) => url);
  if (part.kind === 'list') return !part.ordered && part.items.every((item) => item.every(informs));
  return part.kind === 'quote' && part.alert !== undefined;
};

/** Words that only tell that ways follow, or in which order to try them. */
const leadsOver = (part: Part): boolean =>
  part.kind === 'text' &&
  (sentences(part.text).every(namesOrder) || isLead(words(part.text), sentences(part.text).length));

const namesOrder = (sentence: Spans): boolean => /\b(?:use|try) method \d/i.test(words(sentence));

const isLead = (text: string, count: number): boolean =>
  count === 1 &&
  (isLeadIn(text) ||
    /^(?:to|use|try|you can|follow|the following|after)\b.*\b(?:methods?|solutions?|options?|steps)\b[^.]*[.:]$/i.test(
      text,
    ));

const mostRows = 6;

/** A short table of causes and what to do is a way for each row. */
const tableWays = (parts: Parts): readonly Way[] | undefined => {
  const told = parts.filter((part) => !leadsOver(part));
  const table = told.length === 1 ? told[0] : undefined;
  if (table?.kind !== 'table' || table.head.length !== 2 || table.rows.length > mostRows || !isFixTable(table))
    return undefined;
  if (table.rows.some(([cell, fix]) => !cell || !fix)) return undefined;
  return table.rows.map(([cell = '', fix = '']) => {
    const cause = cell.replace(/[*`]/g, '').replace(/\.$/, '');
    return { title: cause, cause, parts: [{ ...table, rows: [[fix]] }] };
  });
};
