/** Sorts the chapters of a troubleshooting article into symptom, cause, check and ways out. */
import { isLeadIn, opensWithFix, opensWithReason } from './advice.ts';
import type { Way } from './methods.ts';
import type { Chapter, Part, Parts } from './outline.ts';
import { type Heading, headingOf, type Role } from './roles.ts';
import { join, sentences, words } from './spans.ts';
import { boldLine, endsOpen, onlyInforms, wayOf, waysOf } from './ways.ts';

export type Sorted = {
  /** What stands before the first heading. */
  readonly intro: Parts;
  readonly symptom: Parts;
  readonly cause: Parts;
  readonly check: Parts;
  readonly ways: readonly Way[];
  readonly user: Parts;
  readonly more: Parts;
};

type Section = Exclude<Role, 'solution' | 'skip'>;
type Shelf = Record<Section | 'intro', Part[]> & { ways: Way[] };

/** `guide` takes chapters whose headings say nothing known for ways out. */
export const sortArticle = (document: Chapter, guide: boolean): Sorted => {
  const shelf: Shelf = { intro: [], summary: [], symptom: [], cause: [], check: [], user: [], more: [], ways: [] };
  place(shelf, 'intro', document.parts);
  let before: Role | undefined;
  for (const chapter of document.chapters)
    before = sort(shelf, chapter, guide || before === 'solution' ? 'solution' : undefined, 0);
  if (shelf.cause.length === 0) findCause(shelf);
  moveInforming(shelf);
  const { summary, symptom, more, ...rest } = shelf;
  return symptom.length > 0 ? { ...rest, symptom, more: [...summary, ...more] } : { ...rest, symptom: summary, more };
};

/** The role of a heading below another, or after a way out. */
const roleOf = (chapter: Chapter, { role, label }: Heading, above: Role | undefined): Role => {
  const numbered = chapter.parts.some((part) => part.kind === 'list' && part.ordered);
  if (label && !role) return above === 'cause' ? 'check' : above === 'check' || above === 'more' ? above : 'solution';
  if (chapter.own === 'fold' && !role && !above) return 'solution';
  if (above === 'solution' && role === 'check') return 'solution';
  if (above === 'more' && role === 'solution' && !label && !numbered) return 'more';
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
  if (named && chapter.parts.length > 0) shelf[role].push(boldLine(chapter.title));
  place(shelf, role, chapter.parts, heading.label && heading.rest ? chapter.title : '');
  for (const child of chapter.chapters) {
    const inner = headingOf(child.title);
    if (role === 'cause' && roleOf(child, inner, role) === 'solution') takeWays(shelf, child, inner, heading.rest);
    else sort(shelf, child, role);
  }
  return role;
};

/** Headings below a solution that are none themselves go where they belong. */
const takeWays = (shelf: Shelf, chapter: Chapter, heading: Heading, cause?: string): void => {
  const other = (child: Chapter): boolean => roleOf(child, headingOf(child.title), 'solution') !== 'solution';
  shelf.ways.push(...waysOf(chapter, heading, other, cause));
  const astray = (one: Chapter): readonly Chapter[] =>
    one.chapters.flatMap((child) => (other(child) ? [child] : astray(child)));
  for (const child of astray(chapter)) sort(shelf, child, 'solution');
};

/** Puts parts where they belong: steps in a cause are a check, "To fix this issue" is a way out. `title` names one cause of several. */
const place = (shelf: Shelf, section: Section | 'intro', all: Parts, title = ''): void => {
  const parts = all.filter((part, n) => part.kind !== 'text' || n < all.length - 1 || !isLeadIn(words(part.text)));
  const fix =
    section === 'user' ? -1 : parts.findIndex((part) => part.kind === 'text' && opensWithFix(words(part.text)));
  const told = fix < 0 ? parts : parts.slice(0, fix);
  const steps = section === 'cause' ? told.findIndex((part, n) => isNumbered(part) && !listsReasons(told[n - 1])) : -1;
  const [why, how] = steps < 0 ? [told, []] : splitBefore(told, steps);
  shelf[section].push(...why);
  shelf.check.push(...(title && how.length > 0 ? [boldLine(title)] : []), ...how);
  if (fix >= 0) shelf.ways.push(...wayOf('Resolution', { rest: '' }, parts.slice(fix)));
};

/** The parts before a list and from it on; a sentence that leads to the list goes with it. */
const splitBefore = (parts: Parts, list: number): readonly [Parts, Parts] => {
  const lead = parts[list - 1];
  if (lead?.kind !== 'text' || !endsOpen(lead)) return [parts.slice(0, list), parts.slice(list)];
  const all = sentences(lead.text);
  const before = join(...all.slice(0, -1));
  return [
    [...parts.slice(0, list - 1), ...(before.length > 0 ? [{ ...lead, text: before }] : [])],
    [{ ...lead, text: all.at(-1)! }, ...parts.slice(list)],
  ];
};

const isNumbered = (part: Part): boolean => part.kind === 'list' && part.ordered;

const listsReasons = (part: Part | undefined): boolean =>
  part?.kind === 'text' &&
  /\b(?:reasons?|causes?|conditions?|scenarios?|situations?)\b/i.test(words(part.text)) &&
  !/\bto (?:verify|check|confirm|test)\b/i.test(words(part.text));

/** Of several ways those that only inform are good to know. */
const moveInforming = (shelf: Shelf): void => {
  const told = Map.groupBy(shelf.ways, onlyInforms);
  const acting = told.get(false) ?? [];
  if (acting.length === 0) return;
  shelf.ways = acting;
  const informing = told.get(true) ?? [];
  shelf.more.unshift(...informing.flatMap(({ title, parts }) => [boldLine(title), ...parts]));
};

/** Without a chapter on the cause, paragraphs that open with one are it. */
const findCause = (shelf: Shelf): void => {
  for (const section of ['symptom', 'summary', 'intro', 'more'] as const) {
    const told = Map.groupBy(
      shelf[section],
      (part) => part.kind === 'text' && opensWithReason(words(part.text)) && !endsOpen(part),
    );
    shelf.cause.push(...(told.get(true) ?? []));
    shelf[section] = told.get(false) ?? [];
  }
};
