/** Short ways to write the parts of a reply. */
import type { Action, Block, Rich, Span } from '../src/model/reply.ts';

/** The button that most people want, and one that opens a form. */
export const primary = { primary: true } as const;
export const dialog = { dialog: true } as const;

export type Look = { readonly primary?: true; readonly dialog?: true };

export const choose = (label: string, choice: string, about?: string, look: Look = {}): Action => ({
  kind: 'choose',
  label,
  choice,
  ...(about === undefined ? {} : { about }),
  ...look,
});

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: Rich): Block => ({ kind: 'paragraph', text });
export const note = (text: Rich): Block => ({ kind: 'note', tone: 'info', text });
export const warning = (text: Rich): Block => ({ kind: 'note', tone: 'warning', text });

export const spans = (text: Rich): readonly Span[] => (typeof text === 'string' ? [{ text }] : text);

/** Blocks under a heading, or nothing where there are none. */
export const under = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? [heading(title), ...blocks] : [];

/** A text in which a title closes a sentence, without a period behind the mark that the title brings. */
export const ended = (text: string): string => text.replace(/(?<=[?!？！])[.。](?= |$|\p{L})/gu, '');
