/** Composes the entry of a troubleshooting article. */
import { type Block, plain } from '../../model/reply.ts';
import { sortArticle, type Sorted } from './article.ts';
import { blocksOf, piecesOf } from './blocks.ts';
import { type Credit, cutTitle } from './credit.ts';
import { sortDiagnostics } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { About } from './front.ts';
import { hasStepHeadings, methodsOf, type Way } from './methods.ts';
import type { Chapter, Part, Parts } from './outline.ts';
import { referToMethods, renumbered, renumberSteps } from './renumber.ts';
import { retiredIn } from './retired.ts';
import { codesIn, saysOf } from './says.ts';
import { type Follow, hasLongSentence, words } from './spans.ts';
import { codeTexts, proseOf, wordsOf } from './text.ts';

type Around = { readonly credit: Credit; readonly name: string; readonly guide: boolean; readonly follow: Follow };

/** Lines that every page of a publisher carries. */
const chrome =
  /^(?:still need help\?|the third-party products that this article discusses|microsoft provides third-party contact information|original (?:kb number|product version):)/i;

/** Sentences about the article rather than the problem. */
const describes =
  /^(?:this (?:article|guide|page|section) |provides |describes |learn (?:how|about)|looking for info)/i;

export const articleDraft = (document: Chapter, about: About, { credit, name, guide, follow }: Around): Draft => {
  const whole = sortArticle(withoutChrome(document), guide);
  const { sorted, code, message } =
    about.layout === 'properties' ? sortDiagnostics(whole) : { sorted: whole, code: undefined, message: undefined };
  const { intro, symptom, cause, check, ways, user, more } = deprecationsLast(sorted);
  const title = code && message ? cutTitle(`AADSTS${code}: ${message.replace(/\.$/, '')}`) : credit.title;
  const made = methodsOf(ways, follow);
  const refer = referToMethods(made);
  const blocks = (parts: Parts): readonly Block[] => refer(renumberSteps([piecesOf(parts, follow)]).flatMap(blocksOf));
  const told = [...intro.filter((part) => part.kind !== 'text' || !describes.test(words(part.text))), ...symptom];
  const meaning = blocks(told);
  const weigh = (one: string, weight: number): [string, number] => [one, name.includes(one) ? 4 : weight];
  return noted({
    ...shared(credit, title),
    warnings: [...credit.warnings, ...stepWarning(ways)],
    name,
    folder: '',
    names: [],
    shared: [],
    says: saysOf(title, told),
    meaning: meaning.length > 0 ? meaning : [{ kind: 'paragraph', text: about.description ?? title }],
    cause: blocks(asPoints(cause)),
    check: blocks(check),
    methods: renumbered(made),
    user: blocks(user),
    more: [...blocks(more), { kind: 'paragraph', text: credit.attribution }],
    claims: new Map([
      ...codesIn(wordsOf(told)).map((one) => weigh(one, 1)),
      ...(code ? [code] : codesIn(credit.title)).map((one) => weigh(one, 3)),
    ]),
  });
};

/** What an entry takes over from the credit of its document. */
export const shared = (
  credit: Credit,
  title: string,
): Pick<Draft, 'title' | 'who' | 'sources' | 'reviewed' | 'from' | 'warnings'> => ({
  title,
  who: credit.who,
  sources: [credit.sourceFor(title)],
  reviewed: credit.reviewed,
  from: credit.from,
  warnings: credit.warnings,
});

/** Numbers that may mean a heading or a step of a list are left as they are. */
const stepWarning = (ways: readonly Way[]): readonly string[] =>
  hasStepHeadings(ways) && ways.some(({ parts }) => /\bsteps? \d/.test(wordsOf(parts)))
    ? ['refers to "step" numbers that may mean its headings or its lists; look at them']
    : [];

/** Numbered reasons are points, not steps. */
const asPoints = (parts: Parts): Parts =>
  parts.map((part, n) => {
    const before = parts[n - 1];
    const reasons = before?.kind === 'text' && /\breasons?\b/i.test(words(before.text));
    return part.kind === 'list' && reasons ? { ...part, ordered: false } : part;
  });

const withoutChrome = (chapter: Chapter): Chapter => ({
  ...chapter,
  parts: chapter.parts.filter((part) => part.kind !== 'text' || !chrome.test(words(part.text))),
  chapters: chapter.chapters.map(withoutChrome),
});

const isDeprecation = (part: Part): boolean =>
  part.kind === 'quote' &&
  part.alert === 'note' &&
  /PowerShell modules? (?:are|is) (?:deprecated|set to be deprecated|retired)/i.test(wordsOf([part]));

/** Notes on retired modules stand at the end, whatever chapter they were put in. */
const deprecationsLast = (sorted: Sorted): Sorted => {
  const found = new Map<string, Part>();
  const strip = (parts: Parts): Parts => {
    for (const part of parts.filter(isDeprecation)) found.set(wordsOf([part]), part);
    return parts.filter((part) => !isDeprecation(part));
  };
  const stripped = {
    ...sorted,
    intro: strip(sorted.intro),
    symptom: strip(sorted.symptom),
    cause: strip(sorted.cause),
    check: strip(sorted.check),
    ways: sorted.ways.map((way) => ({ ...way, parts: strip(way.parts) })),
  };
  return { ...stripped, more: [...sorted.more, ...found.values()] };
};

/** Adds what replaces retired commands, and a warning for sentences that stay too long. */
export const noted = (draft: Omit<Draft, 'retired'>): Draft => {
  const { meaning, cause, check, methods, user, more } = draft;
  const all = [...meaning, ...cause, ...check, ...methods.flatMap(({ body }) => body), ...user, ...more];
  const prose = [
    draft.title,
    ...methods.map(({ title, when }) => `${title}. ${plain(when ?? '')}`),
    ...all.flatMap(proseOf),
  ];
  return {
    ...draft,
    retired: retiredIn([...prose, ...all.flatMap(codeTexts)]),
    warnings: [
      ...draft.warnings,
      ...(prose.some(hasLongSentence) ? ['has sentences of more than 40 words that could not be cut'] : []),
    ],
  };
};
