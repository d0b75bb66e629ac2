/** Tells articles about problems from all other pages. */
import type { About } from './front.ts';
import type { Chapter } from './outline.ts';
import { headingOf } from './roles.ts';

type Kind = { readonly kind: 'article'; readonly guide: boolean } | { readonly kind: 'other'; readonly why: string };

const asks =
  /^(?:how to (?!(?:fix|resolve|solve|troubleshoot|update or repair|change .* (?:expires|fails))\b)|set up|enabl|configur|install|deploy|overview|use |using |run |find |get started|quickstart|tutorial|plan |introduction|description of|what is|what's new|migrat|support\w*domain)/i;
const problem =
  /\b(?:troubleshoot\w*|errors?|fails?|failed|failure|can(?:no|'|’)t|unable|problems?|issues?|stuck|pending|not working|does(?:n'|n’| no)t|is(?:n'|n’| no)t|prompt(?:s|ed)|locked|lockout|mismatch|denied|blocked|expir\w+|crash\w*|pages?|event)\b/i;

const pages: Readonly<Record<string, string>> = {
  include: 'it is an include, made to stand in other documents',
  reference: 'it is a reference page',
  'how-to': 'it is a how-to',
  'how-to-guide': 'it is a how-to',
  tutorial: 'it is a tutorial',
  quickstart: 'it is a quickstart',
  overview: 'it is an overview',
  landing: 'it is a landing page',
};

/** What a document is, from its front matter, its path and its headings. */
export const kindOf = (about: About, document: Chapter, path: string): Kind => {
  const title = document.title || (about.title ?? '');
  const heads = document.chapters.map((chapter) => headingOf(chapter.title));
  const fixes = has(document, 'solution') || document.chapters.some((chapter) => has(chapter, 'solution'));
  if (about.topic === 'include' || (/(?:^|\/)includes?\//i.test(path) && document.title === ''))
    return other(pages['include']!);
  if (about.cmdlet || heads.some(({ rest }) => rest === 'SYNTAX')) return other('it is the reference page of a cmdlet');
  if (/(?:^|\/)(?:readme|toc|index|license|contributing)\.(?:md|txt)$/i.test(path))
    return other('it is a page about the folder');
  if (title === '') return other('it has neither a title nor a heading');
  if (about.layout === 'properties') return { kind: 'article', guide: true };
  const tells =
    heads.some(({ role }) => role === 'symptom') || (heads.some(({ role }) => role === 'cause') && !asks.test(title));
  if (tells || (fixes && !asks.test(title))) return { kind: 'article', guide: false };
  if (asks.test(title)) return other('it tells how to do something rather than how to fix a problem');
  const page = pages[about.topic ?? ''];
  if (page) return other(page);
  if (folds(document) || (problem.test(title) && document.chapters.length > 0)) return { kind: 'article', guide: true };
  return other('it has no chapter on a symptom, a cause or a solution');
};

const other = (why: string): Kind => ({ kind: 'other', why });

const has = (chapter: Chapter, role: string): boolean =>
  chapter.chapters.some((child) => child.own !== 'tab' && headingOf(child.title).role === role);

const folds = (document: Chapter): boolean => document.chapters.some(({ own }) => own === 'fold');
