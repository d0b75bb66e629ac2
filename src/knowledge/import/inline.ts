/** Puts what stands in a list item, a quotation or a table's cell into one line, or into the lines of a fence. */
import type { Code, Span } from '../../model/reply.ts';
import { fromHtml } from './learn.ts';
import { languageOf, mendCode } from './mend.ts';
import { type Part, type Parts, partsOf, type Table } from './outline.ts';
import { codeOf } from './retired.ts';
import { type Follow, join, reword, say, sentences, type Spans, words } from './spans.ts';

/** A fence with its language named, its commands mended and flagged where they no longer work. */
export const fence = (language: string, text: string): Code => codeOf(languageOf(language), mendCode(text));

const verbs =
  'Get|Set|New|Add|Remove|Update|Convert|Connect|Install|Import|Export|Enable|Disable|Start|Stop|Restart|Test|Revoke|Invoke|Clear|Register|Unregister';
const commandLine = new RegExp(`^(?:(?:${verbs})-[A-Za-z]+|\\w+\\.exe)(?:\\s+[\\w.:"'<>$\\\\/{}|–-]+)*$`, 'i');

/** The text, when it is nothing but a command. */
export const asCommand = (text: Spans): string | undefined => {
  const line = words(text);
  const second = line.split(/\s+/)[1] ?? '-';
  return commandLine.test(line) && /^[-–]|[.\\<$"]\S/.test(second) && !text.some((span) => span.url) ? line : undefined;
};

/** Puts runs behind each other; `between` stands where the first has no end of its own. */
export const glue = (runs: readonly Spans[], between: string): Spans => {
  const all: Span[] = [];
  for (const run of runs) {
    const end = all.at(-1)?.text ?? '';
    if (end !== '' && run.length > 0) all.push({ text: /[.:;!?,]["”)]?$/.test(end) ? ' ' : between });
    for (const span of run) all.push(span);
  }
  return all;
};

/** The parts in one line. */
export const inline = (parts: Parts): Spans => glue(parts.map(lineOf), ': ');

const lineOf = (part: Part): Spans => {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return [{ text: mendCode(part.text).replace(/(?<!\s)\s*\n\s*/g, ' '), style: 'code' }];
    case 'list':
      return glue(
        part.items.map((item) => noStop(inline(item))),
        '; ',
      );
    case 'table':
      return say(tableLines(part).slice(1).join('; '));
    case 'quote':
      return part.alert
        ? join(say(`${capital(part.alert)}:`), inline(part.parts))
        : [{ text: '“' }, ...inline(part.parts), { text: '”' }];
  }
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const noStop = (text: Spans): Spans =>
  sentences(text).length === 1 ? reword(text, (one) => one.replace(/[.;,]\s*$/, '')) : text;

/** A quoted message as a fence, line by line. */
export const quoted = (parts: Parts): Code => fence('text', parts.flatMap(linesOf).join('\n'));

/** The words of a part, line by line. */
export const linesOf = (part: Part): readonly string[] => {
  if (part.kind === 'text') return [words(part.text)];
  if (part.kind === 'code') return [part.text];
  if (part.kind === 'quote') return part.parts.flatMap(linesOf);
  return part.kind === 'list' ? part.items.map((item) => `- ${words(inline(item))}`) : tableLines(part);
};

/** A table that tells what to do: its rows are steps. */
export const isFixTable = (table: Table): boolean =>
  table.head.some(
    (cell, n) => n > 0 && /^(?:re)?solution|^fix|^mitigation|^action|^command|^what to do/i.test(plainCell(cell)),
  );

/** A table as lines of plain text. */
export const tableLines = (table: Table): readonly string[] =>
  [table.head, ...table.rows].map((row) => row.map(plainCell).join(' | '));

/** The words of a cell without formatting. */
export const plainCell = (cell: string): string =>
  fromHtml(cell)
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|\\(?=[<>_*])/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A cell in one line; a command alone in it becomes code. */
export const cellOf = (cell: string, follow: Follow): Spans => {
  const text = inline(partsOf(fromHtml(cell), follow));
  const command = asCommand(text);
  return command ? [{ text: mendCode(command), style: 'code' }] : text;
};

/** The rows of a table, each as "first cell: second cell" or "first cell; Heading: cell; …". */
export const rowsOf = (table: Table, follow: Follow): readonly Spans[] =>
  table.rows
    .map((row) => {
      const filled = row
        .map((cell, n): Spans => {
          const text = cellOf(cell, follow);
          const head = n === 0 || row.length === 2 ? '' : plainCell(table.head[n] ?? '');
          return text.length > 0 && head ? join(say(`${head}:`), text) : text;
        })
        .filter((cell) => cell.length > 0);
      return glue(filled, row.length === 2 ? ': ' : '; ');
    })
    .filter((row) => row.length > 0);
