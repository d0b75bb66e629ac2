/** Short ways to write the parts of a reply. */
import type { Action, Block, Rich } from '../src/model/reply.ts';

export const choose = (label: string, choice: string, about?: string, primary?: boolean): Action => ({
  kind: 'choose',
  label,
  choice,
  ...(about === undefined ? {} : { about }),
  ...(primary ? { primary } : {}),
});

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: Rich): Block => ({ kind: 'paragraph', text });
export const note = (text: Rich): Block => ({ kind: 'note', tone: 'info', text });
export const warning = (text: Rich): Block => ({ kind: 'note', tone: 'warning', text });

/** Blocks under a heading, or nothing where there are none. */
export const under = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? [heading(title), ...blocks] : [];
