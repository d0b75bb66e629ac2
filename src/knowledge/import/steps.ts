/** Turns nested lists into numbered steps, each with the commands that belong to it. */
import type { Code } from '../../model/reply.ts';
import { asCommand, capital, cellOf, fence, glue, inline, plainCell, quoted, tableLines } from './inline.ts';
import type { List, Part, Parts, Table } from './outline.ts';
import { type Follow, join, reword, say, type Spans, words } from './spans.ts';

/** A step with the number that it had in the document, such as 3 or 3.2; text that was no step of its own has a plus. */
export type Step = { readonly text: Spans; readonly code: readonly Code[]; readonly origin: string };

/** The steps of a list; steps below a step follow it. */
export const stepsOf = (list: List, origin = ''): readonly Step[] =>
  list.items.flatMap((item, n) => itemSteps(item, `${origin}${list.numbers?.[n] ?? list.start + n}`));

/** True when a list must become steps, because its items hold commands or steps. */
export const needsSteps = (list: List): boolean => list.ordered || list.items.some(hasStepsOrCode);

const hasStepsOrCode = (item: Parts): boolean =>
  item.some((part) => part.kind === 'code' || (part.kind === 'list' && needsSteps(part))) ||
  (item.length === 1 && commandOf(item[0]!) !== undefined);

const commandOf = (part: Part): string | undefined => (part.kind === 'text' ? asCommand(part.text) : undefined);

/** One item. Text and the code behind it are a step; text between two pieces of code begins the next step. */
const itemSteps = (item: Parts, origin: string): readonly Step[] => {
  const steps: Step[] = [];
  let label: Spans = [];
  let noted = false;
  const change = (made: (last: Step) => Partial<Step>): void => {
    const last = steps.pop() ?? { text: [], code: [], origin };
    steps.push({ ...last, ...made(last) });
  };
  const begin = (text: Spans): void => {
    steps.push({ text: under(label, text), code: [], origin: steps.length === 0 ? origin : `${origin}+` });
    if (text.length > 0) label = [];
    noted = false;
  };
  const extend = (text: Spans): void =>
    change((last) => ({ text: glue([last.text, text], isLabel(last.text) ? ': ' : '. ') }));
  const attach = (code: Code): void => {
    if (steps.length === 0 || noted) begin([]);
    change((last) => ({ code: [...last.code, code] }));
  };
  for (const [n, part] of item.entries()) {
    const held = (steps.at(-1)?.code.length ?? 0) > 0;
    const command = commandOf(part);
    if (command !== undefined) attach(fence('powershell', command));
    else if (part.kind === 'text') {
      if (steps.length === 0 || (held && item[n + 1]?.kind === 'code')) begin(part.text);
      else extend(part.text);
    } else if (part.kind === 'code') attach(fence(part.language, part.text));
    else if (part.kind === 'table') attach({ language: 'text', text: tableLines(part).join('\n') });
    else if (part.kind === 'quote' && !part.alert) attach(quoted(part.parts));
    else if (part.kind === 'quote') {
      extend(say(`${capital(part.alert ?? '')}:`));
      for (const inside of part.parts) {
        if (inside.kind === 'code') attach(fence(inside.language, inside.text));
        else extend(inline([inside]));
      }
      noted = held;
    } else if (!part.ordered && part.items.every((one) => one.length === 1 && commandOf(one[0]!))) {
      for (const one of part.items) attach(fence('powershell', commandOf(one[0]!)!));
    } else if (needsSteps(part)) {
      const only = steps.length === 1 ? steps[0]! : undefined;
      if (only && only.code.length === 0 && isLabel(only.text)) label = steps.pop()!.text;
      const [first, ...rest] = stepsOf(part, `${origin}.`);
      if (first) steps.push({ ...first, text: under(label, first.text) }, ...rest);
      label = [];
      noted = false;
    } else extend(inline([part]));
  }
  return steps.reduce<readonly Step[]>(mergeEmpty, []);
};

/** Code without words of its own belongs to the step before it. */
const mergeEmpty = (done: readonly Step[], step: Step): readonly Step[] => {
  if (step.text.length > 0) return [...done, step];
  const last = done.at(-1);
  if (step.code.length === 0) return done;
  if (!last) return [{ ...step, text: say('Run this:') }];
  return [...done.slice(0, -1), { ...last, code: [...last.code, ...step.code] }];
};

/** Words above steps that are no step themselves, such as "How to check". */
const isLabel = (text: Spans): boolean => /^[^.:]{1,40}:?$/.test(words(text)) && words(text).split(' ').length <= 5;

const under = (label: Spans, text: Spans): Spans =>
  label.length === 0 || text.length === 0
    ? text
    : join(
        reword(label, (one) => `${one.replace(/[:.]?\s*$/, '')}:`),
        text,
      );

/** The rows of a table as steps; commands in its cells become the code of their step. */
export const rowSteps = (table: Table, follow: Follow): readonly Step[] =>
  table.rows.map((row, n) => rowStep(table, row, `${n + 1}`, follow)).reduce<readonly Step[]>(mergeEmpty, []);

const rowStep = (table: Table, row: readonly string[], origin: string, follow: Follow): Step => {
  const code: Code[] = [];
  const texts = row.map((cell, k): Spans => {
    const text = cellOf(cell, follow);
    const only = text.length === 1 ? text[0]! : undefined;
    if (k > 0 && only?.style === 'code' && asCommand([{ text: only.text }])) {
      code.push(fence('powershell', only.text));
      return [];
    }
    const head = k === 0 || row.length === 2 ? '' : plainCell(table.head[k] ?? '');
    return text.length > 0 && head ? join(say(`${head}:`), text) : text;
  });
  const filled = texts.filter((text) => text.length > 0);
  return { text: glue(filled, row.length === 2 ? ': ' : '; '), code, origin };
};
