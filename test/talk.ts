/** A conversation of texts and presses with the real dialogs and catalog. */
import { dialogs } from '../dialogs/index.ts';
import { type Decision, decide } from '../src/engine/decide.ts';
import { type Board, emptyBoard } from '../src/model/board.ts';
import type { Catalog } from '../src/model/catalog.ts';
import type { Saved } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import { incoming } from './fakes.ts';

/** What was decided on the last of the texts and presses, which came one after the other. */
export const decided = (catalog: Catalog, all: readonly (string | Event)[], board: Board = emptyBoard): Decision => {
  let saved: Saved | null = null;
  let last: Decision | undefined;
  for (const [turn, one] of all.entries()) {
    const event: Event = typeof one === 'string' ? { kind: 'said', text: one } : one;
    const surroundings = { catalog, board, admin: false, now: 0 };
    last = decide({ key: 'talk', turn, saved }, incoming(event), surroundings, dialogs);
    saved = last.next;
  }
  return last!;
};

/** The plain text of what is replied to the last of the texts. */
export const replyTo = (catalog: Catalog, ...texts: readonly string[]): string =>
  decided(catalog, texts)
    .replies.map(({ text }) => text)
    .join('\n');

/** The entry at hand after the texts, or undefined. */
export const entryAfter = (catalog: Catalog, ...texts: readonly string[]): string | undefined =>
  (decided(catalog, texts).next.state as { entry?: string }).entry;
