/** Composes the entries of a table of error codes. */
import type { Block } from '../../model/reply.ts';
import { blocksOf, piecesOf } from './blocks.ts';
import { noted, shared } from './compose.ts';
import { type Credit, cutTitle } from './credit.ts';
import type { Draft } from './draft.ts';
import { methodsOf } from './methods.ts';
import type { Chapter, Parts } from './outline.ts';
import { renumbered } from './renumber.ts';
import { isPhrase } from './says.ts';
import { type Follow, sentences, words } from './spans.ts';
import { codeTables, type Row, rowsIn } from './table.ts';

/** An entry for each row; `folder` is where they stand. */
export const rowDrafts = (document: Chapter, credit: Credit, folder: string, follow: Follow): readonly Draft[] => {
  const tables = codeTables(document);
  const rows = tables.flatMap((table) => rowsIn(table, follow));
  const lost = tables.flatMap((table) => table.rows).length - rows.length;
  return [...Map.groupBy(rows, ({ code }) => code).values()].map(([row, ...same], n) => {
    const warnings = [
      ...credit.warnings,
      ...(same.length > 0
        ? [`${row!.code} stands ${same.length + 1} times in the table; the first row was taken`]
        : []),
      ...(n === 0 && lost > 0
        ? [
            lost === 1
              ? 'a row of its table has no code and was left out'
              : `${lost} rows of its table have no code and were left out`,
          ]
        : []),
    ];
    return rowDraft(row!, { ...credit, warnings }, folder, follow);
  });
};

const rowDraft = (row: Row, credit: Credit, folder: string, follow: Follow): Draft => {
  const blocks = (parts: Parts): readonly Block[] => blocksOf(piecesOf(parts, follow));
  const first = firstSentence(row.meaning) || firstSentence(row.cause);
  const shown = isEntraCode(row.code) ? `AADSTS${row.code}` : row.code;
  const title = cutTitle(`${[shown, row.name].filter(Boolean).join(' ')}: ${first}`);
  const { sources, ...common } = shared(credit, credit.title);
  return noted({
    ...common,
    title,
    who: row.who ?? credit.who,
    sources: isEntraCode(row.code) ? [...sources, liveSource(row.code)] : sources,
    from: `${credit.from}#${row.code}`,
    name: row.code,
    folder,
    names: row.name && row.name.length > 4 ? [row.name] : [],
    shared: [],
    says: isPhrase(first) ? [first] : [],
    meaning: row.meaning.length > 0 ? blocks(row.meaning) : [{ kind: 'paragraph', text: `${credit.title}: ${shown}.` }],
    cause: blocks(row.cause),
    check: [],
    methods: renumbered(methodsOf(row.ways, follow)),
    user: [],
    more: [...blocks(row.more), { kind: 'paragraph', text: credit.attribution }],
    claims: new Map([[row.code, 2]]),
  });
};

const isEntraCode = (code: string): boolean => /^\d{5,8}$/.test(code) && !code.startsWith('8004');

/** Microsoft's own page on the code, which is newer than any copy of the table. */
const liveSource = (code: string): { title: string; url: string } => ({
  title: `Microsoft: AADSTS${code}`,
  url: `https://login.microsoftonline.com/error?code=${code}`,
});

const firstSentence = ([first]: Parts): string =>
  first?.kind === 'text' ? words(sentences(first.text)[0] ?? []).replace(/[.:]$/, '') : '';
