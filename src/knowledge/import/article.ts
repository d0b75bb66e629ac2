/** Sorts the chapters of a troubleshooting article into meaning, cause, check and ways out. */
import { isLeadIn, opensWithFix, opensWithReason } from './advice.ts';
import { capital } from './inline.ts';
import { titleOf, type Way } from './methods.ts';
import type { Chapter, Part, Parts } from './outline.ts';
import { type Heading, headingOf, type Role } from './roles.ts';
import { sentences, words } from './spans.ts';
import { needsSteps } from './steps.ts';

export type Sorted = {
  readonly intro: Parts;
  readonly symptom: Parts;
  readonly cause: Parts;
  readonly check: Parts;
  readonly ways: readonly Way[];
  readonly user: Parts;
  readonly more: Parts;
};

type Shelf = { intro: Part[]; symptom: Part[]; cause: Part[]; check: Part[]; user: Part[]; more: Part[]; ways: Way[] };

/** `guide` takes chapters whose headings say nothing known for ways out. */
export const sortArticle = (document: Chapter, guide: boolean): Sorted => {
  const shelf: Shelf = { intro: [], symptom: [], cause: [], check: [], user: [], more: [], ways: [] };
  place(shelf, 'intro', document.parts);
  let before: Role | undefined;
  for (const chapter of document.chapters)
    before = sort(shelf, chapter, guide || before === 'solution' ? 'solution' : undefined, 0);
  if (shelf.cause.length === 0) findCause(shelf);
  return shelf;
};

/** The role of a heading below another, or after a way out. */
const roleOf = (chapter: Chapter, heading: Heading, above: Role | undefined): Role => {
  const { role, label } = heading;
  if (label && !role) return above === 'cause' || above === 'check' ? 'check' : above === 'more' ? 'more' : 'solution';
  if (chapter.own === 'fold' && !role && !above) return 'solution';
  if (above === 'solution' && role === 'check') return 'solution';
  if (
    above === 'more' &&
    role === 'solution' &&
    !label &&
    !chapter.parts.some((part) => part.kind === 'list' && part.ordered)
  )
    return 'more';
  return role ?? above ?? 'more';
};

const sort = (shelf: Shelf, chapter: Chapter, above: Role | undefined, depth = 1): Role => {
  const heading = headingOf(chapter.title);
  const role = roleOf(chapter, heading, above);
  if (role === 'skip') return role;
  if (role === 'solution') {
    takeWays(shelf, chapter, heading);
    return role;
  }
  const named = heading.label ? heading.rest !== '' : heading.role === undefined || depth > 0;
  if (named && chapter.parts.length > 0) shelf[role].push(titleLine(chapter.title));
  place(shelf, role, chapter.parts);
  for (const child of chapter.chapters) {
    const inner = headingOf(child.title);
    if (role === 'cause' && roleOf(child, inner, role) === 'solution')
      takeWays(shelf, child, inner, heading.rest || undefined);
    else sort(shelf, child, role);
  }
  return role;
};

const titleLine = (title: string): Part => ({ kind: 'text', text: [{ text: title, style: 'bold' }] });

/** Puts parts where they belong: steps in a cause are a check, "To fix this issue" is a way out. */
const place = (shelf: Shelf, role: Exclude<Role, 'solution' | 'skip'>, all: Parts): void => {
  const parts = all.filter((part) => part.kind !== 'text' || !isLeadIn(words(part.text)) || role === 'check');
  const fix = role === 'user' ? -1 : parts.findIndex((part) => part.kind === 'text' && opensWithFix(words(part.text)));
  const told = fix < 0 ? parts : parts.slice(0, fix);
  const steps =
    role === 'cause'
      ? told.findIndex((part, n) => part.kind === 'list' && part.ordered && !listsReasons(told[n - 1]))
      : -1;
  const first = steps > 0 && endsOpen(told[steps - 1]!) ? steps - 1 : steps;
  shelf[role].push(...(first < 0 ? told : told.slice(0, first)));
  if (first >= 0) shelf.check.push(...told.slice(first));
  if (fix >= 0) addWay(shelf, 'Resolution', { rest: '' }, parts.slice(fix));
};

const endsOpen = (part: Part): boolean => part.kind === 'text' && words(part.text).endsWith(':');

const listsReasons = (part: Part | undefined): boolean =>
  part?.kind === 'text' &&
  /\b(?:reasons?|causes?|conditions?|scenarios?|situations?|following occurs)\b/i.test(words(part.text)) &&
  !/\bto (?:verify|check|confirm|test)\b/i.test(words(part.text));

const addWay = (shelf: Shelf, heading: string, { label, rest }: Heading, parts: Parts, cause?: string): void => {
  if (parts.length === 0 && !(label && rest)) return;
  const keeps = label && ['scenario', 'step', 'option'].includes(label.word);
  const plain = heading.replace(/[\s:]+$/, '');
  const guess = titleOf(parts, plain === plain.toUpperCase() ? capital(plain.toLowerCase()) : plain);
  const title = keeps ? (rest || guess === plain ? plain : `${plain}: ${guess}`) : rest || guess;
  shelf.ways.push({ title, parts, ...(label ? { label } : {}), ...(cause ? { cause } : {}) });
};

const isSteps = (part: Part): boolean => part.kind === 'list' && (needsSteps(part) || part.items.length > 1);
const isLeadOver = (part: Part): boolean =>
  part.kind === 'text' &&
  sentences(part.text).length === 1 &&
  (isLeadIn(words(part.text)) ||
    /^(?:to|use|try|you can|follow|the following|after)\b.*\b(?:methods?|solutions?|options?|steps)\b[^.]*[.:]$/i.test(
      words(part.text),
    ));

/** A solution with headings below it is several ways; what stands above the first of them belongs to it. */
const takeWays = (shelf: Shelf, chapter: Chapter, heading: Heading, cause?: string): void => {
  const scripts = chapter.chapters.filter(
    (child) => child.parts.length > 0 && child.parts.every((part) => part.kind === 'code'),
  );
  const children = chapter.chapters.filter(
    (child) => !scripts.includes(child) && child.parts.length + child.chapters.length > 0,
  );
  const bare =
    heading.role === 'solution' && !heading.label?.number && (heading.label === undefined || heading.rest === '');
  const own = chapter.parts.filter((part) => part.kind !== 'text' || children.length === 0 || !isLeadOver(part));
  const parts = [...own, ...scripts.flatMap((script) => [titleLine(script.title), ...script.parts])];
  const named: Heading = bare ? { ...heading, rest: '' } : heading;
  const table = wayTable(parts);
  if (children.length === 0) {
    if (table) shelf.ways.push(...table);
    else addWay(shelf, chapter.title, named, parts, cause);
    return;
  }
  let lead: Parts = parts;
  if (parts.some(isSteps) || parts.some((part) => part.kind === 'code')) {
    addWay(shelf, chapter.title, named, parts, cause);
    lead = [];
  }
  for (const child of children) {
    const inner = headingOf(child.title);
    if (roleOf(child, inner, 'solution') !== 'solution') {
      sort(shelf, child, 'solution');
      continue;
    }
    const from = shelf.ways.length;
    const above = bare
      ? ''
      : `${named.label && ['scenario', 'step', 'option'].includes(named.label.word) ? chapter.title : named.rest || chapter.title}: `;
    takeWays(shelf, { ...child, parts: [...lead, ...child.parts] }, inner, cause);
    lead = [];
    if (above)
      for (let n = from; n < shelf.ways.length; n++)
        shelf.ways[n] = { ...shelf.ways[n]!, title: above + shelf.ways[n]!.title };
  }
};

const mostRows = 6;

/** A short table of causes and their resolutions is a way for each row. */
const wayTable = (parts: Parts): readonly Way[] | undefined => {
  const rest = parts.filter((part) => !isLeadOver(part));
  const table = rest.length === 1 ? rest[0] : undefined;
  if (table?.kind !== 'table' || table.head.length !== 2 || table.rows.length > mostRows) return undefined;
  if (!/^(?:re)?solution|^fix|^mitigation|^action/i.test(table.head[1]!)) return undefined;
  return table.rows.map(([cause = '', fix = '']) => {
    const title = cause.replace(/[*`]/g, '').replace(/\.$/, '');
    return { title, cause: title, parts: [{ kind: 'table', head: table.head, rows: [[fix]] }] };
  });
};

/** Without a chapter on the cause, paragraphs that open with one are it. */
const findCause = (shelf: Shelf): void => {
  for (const role of ['symptom', 'intro', 'more'] as const) {
    const found = shelf[role].filter(
      (part) => part.kind === 'text' && opensWithReason(words(part.text)) && !endsOpen(part),
    );
    shelf[role] = shelf[role].filter((part) => !found.includes(part));
    shelf.cause.push(...found);
  }
};
