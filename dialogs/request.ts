/** A message that asks for a ticket and tells more beside it. */
import type { Anywhere, Dialogs } from '../src/model/dialog.ts';
import { command, helpedNot, stepWord } from './commands.ts';
import * as escalate from './escalate.ts';
import { requestIn, tellsMore } from './request-phrases.ts';

/** What is said of a method, and tells the helpdesk nothing. */
const isReaction = (text: string): boolean => stepWord(text) !== null || command(text) !== null || helpedNot(text);

/** Opens the form as the request alone does, with what was told beside it. */
export const ticketRequests =
  (find: Dialogs['step']): Anywhere =>
  (event, context, saved) => {
    if (event.kind !== 'said' || saved.dialog !== 'find-fix') return null;
    const asked = requestIn(event.text, context);
    if (!asked || (context.board.desks.length === 0 && tellsMore(asked))) return null;
    const outcome = find(saved)?.(saved.state, { ...event, text: asked.request }, context);
    if (!outcome) return null;
    const { told, ...whom } = asked;
    return escalate.telling(outcome, { ...whom, told: isReaction(told) ? '' : told }, context);
  };
