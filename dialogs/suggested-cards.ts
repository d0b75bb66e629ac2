/** How what stands beside an answer is suggested: below a reply that may not be what was wanted. */
import type { Entry, Spoken } from '../src/model/catalog.ts';
import type { Action, Block } from '../src/model/reply.ts';
import { paragraph } from './blocks.ts';
import { saidButton } from './buttons.ts';
import { follow } from './words/index.ts';

/** Asks which of it is meant; nothing where nothing is suggested. */
export const suggestedBlocks = (suggested: readonly Spoken[]): readonly Block[] =>
  suggested.length > 0 ? [paragraph(follow().oneOfThese)] : [];

export const suggestedButtons = (suggested: readonly Spoken[], entry: Entry): readonly Action[] =>
  suggested.flatMap(({ part, said }) =>
    said !== undefined && (part === 'faq' || part === 'finding') ? [saidButton(entry, part, said)] : [],
  );

/** What is kept of it, so that one of it can be picked by words. */
export const choicesOf = (suggested: readonly Spoken[]): readonly string[] =>
  suggested.map(({ part, said }) => `${part}:${said}`);
