/** Turns the parts of a chapter into blocks of an entry: paragraphs, lists, steps, code and notes. */
import type { Block, Code, StepItem } from '../../model/reply.ts';
import { languageOf, mendCode } from './mend.ts';
import { fromHtml } from './learn.ts';
import { type Part, type Parts, partsOf } from './outline.ts';
import { codeOf, markRetired } from './retired.ts';
import { type Follow, join, reword, say, sentences, type Spans, words } from './spans.ts';

/** A step with the number that it had in the document, such as 3 or 3.2. */
export type Step = { readonly text: Spans; readonly code: readonly Code[]; readonly origin: string };

/** What the parts of one chapter become, the steps still with their old numbers. */
export type Piece =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] };

const wholeCommand = /^[A-Z][a-z]+-[A-Z][A-Za-z]+(?:\.exe)?(?:\s+(?:[-–]\w+:?|[\w.:"'<>$\\/{}|-]+))*$/i;

/** A paragraph that is nothing but a PowerShell command is code. */
export const asCommand = (text: Spans): string | undefined => {
  const line = words(text);
  return /^[A-Z][a-z]+-[A-Z]/i.test(line) && wholeCommand.test(line) && /\s|^\w+-(?:Msol|Adfs|Mg)/i.test(line) && !text.some((span) => span.url)
    ? line
    : undefined;
};

export const fence = (language: string, text: string): Code => codeOf(languageOf(language), mendCode(text));

const block = (made: Block): Piece => ({ kind: 'block', block: made });
const paragraph = (text: Spans): Piece => block({ kind: 'paragraph', text: plainOr(text) });

/** A plain string where nothing is formatted. */
export const plainOr = (spans: Spans): string | Spans => {
  const marked = markRetired(spans.map((span) => (span.style === 'code' ? { ...span, text: mendCode(span.text) } : span)));
  return marked.every((span) => !span.style && !span.url) ? words(marked) : marked;
};

/** The pieces of a chapter that is not a list of steps: a cause, a symptom, something good to know. */
export const piecesOf = (parts: Parts, follow: Follow): readonly Piece[] =>
  parts.flatMap((part): Piece[] => {
    switch (part.kind) {
      case 'text':
        return asCommand(part.text)
          ? [block({ kind: 'code', code: fence('powershell', words(part.text)) })]
          : [paragraph(part.text)];
      case 'code':
        return [block({ kind: 'code', code: fence(part.language, part.text) })];
      case 'list':
        return part.ordered || part.items.some(hasCodeOrSteps)
          ? [{ kind: 'steps', steps: stepsOf(part) }]
          : [block({ kind: 'list', items: part.items.map((item) => plainOr(inline(item))) })];
      case 'table':
        return [block({ kind: 'list', items: rowsOf(part, follow).map(plainOr) })];
      case 'quote':
        return part.alert ? notesOf(part.alert, part.parts) : [block({ kind: 'code', code: quoted(part.parts) })];
    }
  });

/** The pieces as blocks; the steps are numbered from one. */
export const blocksOf = (pieces: readonly Piece[]): readonly Block[] =>
  pieces.map((piece) => (piece.kind === 'block' ? piece.block : { kind: 'steps', items: piece.steps.map(itemOf) }));

export const itemOf = ({ text, code }: Step): StepItem => ({
  text: plainOr(text),
  ...(code.length > 0 ? { code } : {}),
});

const hasCodeOrSteps = (item: Parts): boolean =>
  item.some((part) => part.kind === 'code' || (part.kind === 'list' && (part.ordered || part.items.some(hasCodeOrSteps))));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const notesOf = (alert: string, parts: Parts): Piece[] =>
  parts.flatMap((part, n): Piece[] => {
    const lead = n === 0 ? `${capital(alert)}: ` : '';
    if (part.kind === 'code') return [block({ kind: 'code', code: fence(part.language, part.text) })];
    const text = join(say(lead), inline([part]));
    const tone = alert === 'warning' || alert === 'caution' ? 'warning' : 'info';
    return text.length > 0 ? [block({ kind: 'note', tone, text: plainOr(text) })] : [];
  });

/** A quoted message, line by line. */
const quoted = (parts: Parts): Code => fence('text', parts.flatMap((part) => linesOf(part)).join('\n'));

const linesOf = (part: Part): readonly string[] => {
  if (part.kind === 'text') return [words(part.text)];
  if (part.kind === 'code') return [part.text];
  if (part.kind === 'quote') return part.parts.flatMap(linesOf);
  return part.kind === 'list' ? part.items.map((item) => `- ${words(inline(item))}`) : tableLines(part);
};

const tableLines = (table: Extract<Part, { kind: 'table' }>): readonly string[] =>
  [table.head, ...table.rows].map((row) => row.map((cell) => plainCell(cell)).join(' | '));

const plainCell = (cell: string): string =>
  fromHtml(cell)
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|\\(?=[<>_*])/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A row as one run: "first cell; Heading: cell; Heading: cell". */
export const rowsOf = (table: Extract<Part, { kind: 'table' }>, follow: Follow): readonly Spans[] =>
  table.rows
    .map((row) => {
      const cells = row.map((cell) => cellOf(cell, follow));
      const filled = cells.map((cell, n) => {
        const head = n === 0 || cells.length === 2 ? '' : plainCell(table.head[n] ?? '');
        return cell.length > 0 ? join(head ? say(`${head}:`) : [], cell) : [];
      });
      return glue(filled.filter((cell) => cell.length > 0), cells.length === 2 ? ': ' : '; ');
    })
    .filter((row) => row.length > 0);

/** The words of a table's cell, its lists in one line. */
export const cellOf = (cell: string, follow: Follow): Spans => inline(partsOf(fromHtml(cell), follow));

/** Puts runs behind each other; a colon or semicolon stands between where the first has no end of its own. */
const glue = (runs: readonly Spans[], between: string): Spans =>
  runs.reduce<Spans>((all, run) => {
    if (all.length === 0) return run;
    const ended = /[.:;!?,]["”)]?$/.test(words(all));
    return [...all, { text: ended ? ' ' : between }, ...run];
  }, []);

/** The parts of a list item or cell in one line. */
export const inline = (parts: Parts): Spans =>
  glue(
    parts.map((part): Spans => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'code') return [{ text: mendCode(part.text).replace(/\s*\n\s*/g, ' '), style: 'code' }];
      if (part.kind === 'list') return glue(part.items.map((item) => noStop(inline(item))), '; ');
      if (part.kind === 'table') return say(tableLines(part).slice(1).join('; '));
      const text = inline(part.parts);
      return part.alert ? join(say(`${capital(part.alert)}:`), text) : join(say('“'), text, say('”'));
    }),
    ': ',
  );

const noStop = (text: Spans): Spans => (sentences(text).length === 1 ? reword(text, (one) => one.replace(/[.;,]\s*$/, '')) : text);

/** The steps of a list; steps below steps follow the one they belong to. */
export const stepsOf = (list: Extract<Part, { kind: 'list' }>, origin = ''): readonly Step[] =>
  list.items.flatMap((item, n) => itemSteps(item, `${origin}${list.start + n}`));

type Open = { text: Spans; code: Code[]; noted: boolean };

/** One item: text and the code that follows it are a step; text between two pieces of code begins the next. */
const itemSteps = (item: Parts, origin: string): readonly Step[] => {
  const steps: Step[] = [];
  let open: Open = { text: [], code: [], noted: false };
  let label: Spans = [];
  const close = (): void => {
    const last = steps.at(-1);
    if (open.text.length > 0) {
      const text = label.length > 0 ? join(reword(label, (one) => `${one.replace(/[:.]?\s*$/, '')}:`), open.text) : open.text;
      label = [];
      steps.push({ text, code: open.code, origin: last ? `${origin}+` : origin });
    } else if (open.code.length > 0 && last) steps[steps.length - 1] = { ...last, code: [...last.code, ...open.code] };
    else if (open.code.length > 0) steps.push({ text: say('Run:'), code: open.code, origin });
    open = { text: [], code: [], noted: false };
  };
  const addText = (text: Spans): void => {
    open.text = open.text.length > 0 ? glue([open.text, text], '. ') : text;
  };
  for (const [n, part] of item.entries()) {
    const before = item.slice(n + 1).find((later) => later.kind !== 'text' && !(later.kind === 'quote' && later.alert));
    if (part.kind === 'text') {
      const command = asCommand(part.text);
      if (command) open.code.push(fence('powershell', command));
      else {
        if (open.code.length > 0 && before?.kind === 'code' && item[n + 1] === before) close();
        addText(part.text);
      }
    } else if (part.kind === 'quote' && part.alert) {
      for (const inside of part.parts)
        if (inside.kind === 'code') open.code.push(fence(inside.language, inside.text));
        else addText(inside === part.parts[0] ? join(say(`${capital(part.alert)}:`), inline([inside])) : inline([inside]));
      open.noted = open.code.length > 0;
    } else if (part.kind === 'code' || part.kind === 'quote' || part.kind === 'table') {
      if (open.noted) close();
      if (part.kind === 'code') open.code.push(fence(part.language, part.text));
      else open.code.push(part.kind === 'quote' ? quoted(part.parts) : { language: 'text', text: tableLines(part).join('\n') });
    } else if (part.ordered || part.items.some((one) => hasCodeOrSteps(one) || isCommand(one))) {
      if (steps.length === 0 && open.code.length === 0 && isLabel(open.text)) {
        label = open.text;
        open.text = [];
      } else close();
      const inner = stepsOf(part, `${origin}.`);
      for (const [k, step] of inner.entries())
        steps.push(k === 0 && label.length > 0 ? { ...step, text: join(reword(label, (one) => `${one.replace(/[:.]?\s*$/, '')}:`), step.text) } : step);
      label = [];
      const last = steps.pop();
      if (last) open = { text: last.text, code: [...last.code], noted: false };
    } else if (part.items.length > 0) addText(inline([part]));
  }
  close();
  return steps;
};

const isCommand = (item: Parts): boolean => item.length === 1 && item[0]!.kind === 'text' && asCommand(item[0]!.text) !== undefined;

/** Words above steps that are no step themselves, such as "How to check". */
const isLabel = (text: Spans): boolean => /^[^.:]{1,40}:?$/.test(words(text)) && words(text).split(' ').length <= 5;
