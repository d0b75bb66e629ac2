/** The plain words of blocks and parts. */
import { type Block, plain } from '../../model/reply.ts';
import { linesOf } from './inline.ts';
import type { Parts } from './outline.ts';

/** The words of a block without its code, a string for each paragraph, point or step. */
export const proseOf = (block: Block): readonly string[] => {
  if (block.kind === 'paragraph' || block.kind === 'note') return [plain(block.text)];
  if (block.kind === 'steps') return block.items.map(({ text }) => plain(text));
  return block.kind === 'list' ? block.items.map(plain) : [];
};

/** The code of a block. */
export const codeTexts = (block: Block): readonly string[] => {
  if (block.kind === 'code') return [block.code.text];
  return block.kind === 'steps' ? block.items.flatMap(({ code = [] }) => code.map(({ text }) => text)) : [];
};

/** All words of parts, line by line. */
export const wordsOf = (parts: Parts): string => parts.flatMap(linesOf).join('\n');
