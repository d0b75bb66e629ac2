/** Turns parts into the blocks of an entry: paragraphs, lists, steps, code and notes. */
import type { Block, Rich } from '../../model/reply.ts';
import { asCommand, capital, fence, inline, quoted, rowsOf } from './inline.ts';
import { mendCode } from './mend.ts';
import type { Parts } from './outline.ts';
import { markRetired } from './retired.ts';
import { type Follow, join, say, shorter, type Spans, words } from './spans.ts';
import { needsSteps, type Step, stepsOf } from './steps.ts';

/** A block, or steps that still know their old numbers. */
export type Piece = Exclude<Block, { kind: 'steps' }> | { readonly kind: 'numbered'; readonly steps: readonly Step[] };

/** A run as an entry holds it: retired commands marked, long sentences cut, a plain string where nothing is formatted. */
export const richOf = (spans: Spans): Rich => {
  const mended = spans.map((span) => (span.style === 'code' ? { ...span, text: mendCode(span.text) } : span));
  const marked = markRetired(shorter(mended));
  return marked.every((span) => !span.style && !span.url) ? words(marked) : marked;
};

/** Everything in the order of the document. */
export const piecesOf = (parts: Parts, follow: Follow): readonly Piece[] =>
  parts.flatMap((part): readonly Piece[] => {
    switch (part.kind) {
      case 'text': {
        const command = asCommand(part.text);
        if (command) return [{ kind: 'code', code: fence('powershell', command) }];
        return words(part.text) === '' ? [] : [{ kind: 'paragraph', text: richOf(part.text) }];
      }
      case 'code':
        return [{ kind: 'code', code: fence(part.language, part.text) }];
      case 'list':
        return needsSteps(part)
          ? [{ kind: 'numbered', steps: stepsOf(part) }]
          : [{ kind: 'list', items: part.items.map((item) => richOf(inline(item))) }];
      case 'table':
        return [{ kind: 'list', items: rowsOf(part, follow).map(richOf) }];
      case 'quote':
        return part.alert ? notesOf(part.alert, part.parts) : [{ kind: 'code', code: quoted(part.parts) }];
    }
  });

/** The pieces as blocks, their steps numbered from one. */
export const blocksOf = (pieces: readonly Piece[]): readonly Block[] =>
  pieces.map((piece): Block => {
    if (piece.kind !== 'numbered') return piece;
    const items = piece.steps.map(({ text, code }) => ({ text: richOf(text), ...(code.length > 0 ? { code } : {}) }));
    return { kind: 'steps', items };
  });

const notesOf = (alert: string, parts: Parts): readonly Piece[] =>
  parts.flatMap((part, n): readonly Piece[] => {
    if (part.kind === 'code') return [{ kind: 'code', code: fence(part.language, part.text) }];
    const text = join(n === 0 || alert !== 'note' ? say(`${capital(alert)}:`) : [], inline([part]));
    return text.length === 0 ? [] : [{ kind: 'note', tone: toneOf(alert), text: richOf(text) }];
  });

/** The reader of entries tells the tone of a note by its first word. */
const toneOf = (alert: string): 'info' | 'warning' => (alert === 'warning' ? 'warning' : 'info');
