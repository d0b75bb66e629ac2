/** Reads tables of error codes: each row becomes an entry. */
import type { Who } from '../../model/catalog.ts';
import { hasAdvice, isHarmless, isReason } from './advice.ts';
import { sorter } from './apart.ts';
import { inline, plainCell } from './inline.ts';
import { fromHtml } from './learn.ts';
import type { Way } from './methods.ts';
import { type Chapter, type Part, type Parts, partsOf, type Table } from './outline.ts';
import { type Follow, sentences, slice, type Spans, words } from './spans.ts';
import { wordsOf } from './text.ts';

/** One row, sorted. `name` is what logs show beside the code. */
export type Row = {
  readonly code: string;
  readonly name?: string;
  readonly meaning: Parts;
  readonly cause: Parts;
  readonly ways: readonly Way[];
  readonly more: Parts;
  readonly who?: Who;
};

const fewestRows = 5;

/** A code as the catalog spells it, or undefined when the cell holds none. */
export const codeIn = (cell: string): string | undefined => {
  const text = plainCell(cell).replace(/^["']|["']$/g, '');
  const digits = /^(?:AADSTS\s?)?0*(\d{4,8})$/i.exec(text)?.[1];
  if (digits) return digits;
  if (/^0x[0-9a-f]{8}$/i.test(text)) return `0x${text.slice(2).toUpperCase()}`;
  if (/^8004[0-9a-f]{4}$/i.test(text)) return text.toUpperCase();
  return /^(?:MSIS|SSPR_)\d{3,5}$/i.test(text) ? text.toUpperCase() : undefined;
};

const isCodeTable = (part: Part): part is Table =>
  part.kind === 'table' &&
  part.rows.length >= fewestRows &&
  part.rows.filter(([first = '']) => codeIn(first)).length >= part.rows.length * 0.8;

/** The code tables of a document, wherever they stand. */
export const codeTables = (chapter: Chapter): readonly Table[] => [
  ...chapter.parts.filter(isCodeTable),
  ...chapter.chapters.flatMap(codeTables),
];

/** The document without its code tables. */
export const withoutTables = (chapter: Chapter): Chapter => ({
  ...chapter,
  parts: chapter.parts.filter((part) => !isCodeTable(part)),
  chapters: chapter.chapters.map(withoutTables),
});

const columns: readonly (readonly [kind: 'cause' | 'fix' | 'text', RegExp])[] = [
  ['fix', /^(?:mitigations?|(?:re)?solutions?|fix|actions?|remed\w+|what to do|workarounds?)\b/i],
  ['cause', /^(?:causes?|reasons?)\b/i],
  ['text', /./],
];

/** The rows of a table whose first cell is a code. */
export const rowsIn = (table: Table, follow: Follow): readonly Row[] =>
  table.rows.flatMap((cells) => {
    const code = codeIn(cells[0] ?? '');
    if (!code) return [];
    const texts: Record<'cause' | 'fix' | 'text', Part[]> = { cause: [], fix: [], text: [] };
    for (const [n, cell] of cells.entries()) {
      const kind = columns.find(([, head]) => head.test(plainCell(table.head[n] ?? '') || '.'))![0];
      if (n > 0 && cell.trim()) texts[kind].push(...partsOf(fromHtml(cell), follow));
    }
    return [rowOf(code, texts)];
  });

const rowOf = (code: string, { cause, fix, text }: { cause: Parts; fix: Parts; text: Parts }): Row => {
  const { name, rest } = nameOf(text);
  const told = tell(rest);
  const all = words(inline([...cause, ...text, ...fix]));
  const advice = [...fix, ...told.advice];
  return {
    code,
    ...(name ? { name } : {}),
    meaning: told.meaning,
    cause: [...cause, ...told.cause],
    ways:
      advice.length > 0
        ? [{ title: fix.length > 0 ? 'Mitigation' : 'Follow the advice of the error table', parts: advice }]
        : [],
    more: told.more,
    ...whoOf(all),
  };
};

/** "InvalidGrant - Authentication failed." gives the name and the rest. */
const nameOf = (parts: Parts): { name?: string; rest: Parts } => {
  const [first, ...others] = parts;
  if (first?.kind !== 'text') return { rest: parts };
  const found = /^([A-Z][a-z]+[A-Z][A-Za-z0-9]{2,}|[A-Z][A-Za-z0-9_]{6,})\s*[-–—:]\s+(?=\S)/.exec(words(first.text));
  if (!found) return { rest: parts };
  return { name: found[1]!, rest: [{ kind: 'text', text: slice(first.text, found[0].length) }, ...others] };
};

type Kind = 'meaning' | 'cause' | 'advice' | 'more';

/** The first sentence is the meaning; reasons, advice and pointers behind it are told apart. */
const tell = (parts: Parts): Readonly<Record<Kind, Parts>> => {
  const sorting = sorter<Kind>(['meaning', 'cause', 'advice', 'more'], 'meaning', 'advice');
  let begun = false;
  for (const part of parts) {
    if (part.kind !== 'text') {
      const listsReasons =
        sorting.kind === 'meaning' && /\b(?:reasons?|because)\b.*:$/i.test(wordsOf(sorting.kept.meaning));
      sorting.put(part, listsReasons ? 'cause' : sorting.kind);
      continue;
    }
    sorting.sort(sentences(part.text), (sentence) => {
      const first = !begun;
      begun = true;
      return first ? 'meaning' : kindOf(sentence);
    });
  }
  return sorting.kept;
};

const kindOf = (sentence: Spans): Kind => {
  const text = words(sentence);
  if (/^(?:for more information|for (?:additional|further)|to learn more|learn more|see also)\b/i.test(text))
    return 'more';
  if (isHarmless(text)) return 'meaning';
  if (hasAdvice(sentence)) return 'advice';
  return isReason(text) ? 'cause' : 'meaning';
};

const whoOf = (text: string): { who?: Who } => {
  if (isHarmless(text)) return { who: 'nobody' };
  if (/\bapp(?:lication)? (?:owner|developer|vendor)|\bdeveloper\b/i.test(text)) return { who: 'app-developer' };
  return /\badmin(?:istrator)?s?\b/i.test(text) ? { who: 'tenant-admin' } : {};
};
