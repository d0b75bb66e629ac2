/** Decides one turn: a pure function of the conversation, the event and what surrounds it. */
import type { Context, Dialogs, Outcome, Saved } from '../model/dialog.ts';
import type { Incoming } from '../model/message.ts';
import type { Conversation } from '../model/ports.ts';

export type Decision = Outcome & { readonly next: Saved };

/** What the engine knows besides the conversation and the message. */
export type Surroundings = Pick<Context, 'catalog' | 'board' | 'admin' | 'now'> & { readonly thread?: string };

/** A saved step that no longer exists, or none at all, begins the conversation anew. */
export const decide = (
  was: Conversation,
  incoming: Incoming,
  surroundings: Surroundings,
  dialogs: Dialogs,
): Decision => {
  const { event, person, place, room } = incoming;
  const saved = was.saved && dialogs.step(was.saved) ? was.saved : dialogs.start;
  const step = dialogs.step(saved);
  if (!step) throw new Error(`The dialogs have no step "${saved.dialog}.${saved.step}" to start with.`);
  const stale = event.kind !== 'said' && event.kind !== 'joined' && event.turn !== undefined && event.turn !== was.turn;
  const context: Context = { ...surroundings, person, place, ...(room ? { room } : {}), first: was.turn === 0, stale };
  const outcome = dialogs.anywhere(event, context, saved) ?? step(saved.state, event, context);
  const turn = was.turn + 1;
  return { ...outcome, next: outcome.next ?? saved, replies: outcome.replies.map((reply) => ({ ...reply, turn })) };
};
