/** Decides one turn: a pure function of the conversation, the event and the catalog. */
import type { Catalog } from '../model/catalog.ts';
import type { Dialogs, Outcome } from '../model/dialog.ts';
import type { Incoming } from '../model/message.ts';
import type { Conversation } from '../model/ports.ts';

/** A saved step that no longer exists, or none at all, begins the conversation anew. */
export const decide = (was: Conversation, incoming: Incoming, catalog: Catalog, dialogs: Dialogs): Outcome => {
  const { event, person } = incoming;
  const saved = was.saved && dialogs.step(was.saved) ? was.saved : dialogs.start;
  const step = dialogs.step(saved);
  if (!step) throw new Error(`The dialogs have no step "${saved.dialog}.${saved.step}" to start with.`);
  const stale = event.kind !== 'said' && event.kind !== 'joined' && event.turn !== undefined && event.turn !== was.turn;
  const outcome = step(saved.state, event, { catalog, person, first: was.turn === 0, stale });
  const turn = was.turn + 1;
  return { ...outcome, replies: outcome.replies.map((reply) => ({ ...reply, turn })) };
};
