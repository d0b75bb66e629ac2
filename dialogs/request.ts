/** A message that asks for a ticket and tells more beside it, or whether there is one already. */
import { type Anywhere, type Context, type Dialogs, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import { plainly } from './courtesy.ts';
import * as escalate from './escalate.ts';
import { besideRefusal } from './form-phrases.ts';
import { asksWhetherOpen } from './form-questions.ts';
import { requestIn, tellsMore } from './request-phrases.ts';
import { say } from './ticket-cards.ts';
import { tickets } from './words/index.ts';

type Said = Extract<Event, { kind: 'said' }>;

/** Opens the form as the request alone does, with what was told beside it. */
export const ticketRequests =
  (find: Dialogs['step']): Anywhere =>
  (event, context, saved) => {
    if (event.kind !== 'said' || saved.dialog !== 'find-fix') return null;
    const rest = besideRefusal(event.text);
    if (rest !== null) return refused(find, { ...event, text: rest }, context, saved);
    const isOpenAsked = asksWhetherOpen(event.text);
    const asked = isOpenAsked ? alone : requestIn(event.text, context);
    if (!asked || (context.board.desks.length === 0 && (isOpenAsked || tellsMore(asked)))) return null;
    const outcome = find(saved)?.(saved.state, { ...event, text: asked.request }, context);
    if (!outcome) return null;
    if (!isOpenAsked) return escalate.telling(outcome, asked, context);
    if (outcome.next?.step === 'known') return outcome;
    const { entry } = saved.state as { readonly entry?: string };
    return entry === undefined
      ? { replies: [], effects: [{ kind: 'listTickets', list: 'mine' }], understood: noProblem }
      : { replies: [escalate.offer(say(tickets().known.none), entry, context)], understood: noProblem };
  };

/** No ticket is wanted: that is taken, and what else was said is answered. Behind a ticket it is about that one. */
const refused = (find: Dialogs['step'], event: Said, context: Context, saved: Saved): Outcome | null => {
  const { handed } = saved.state as { readonly handed?: boolean };
  if (handed) return null;
  const left = say(tickets().form.left);
  if (plainly(event.text) === '') return { replies: [left], understood: noProblem };
  const answer = find(saved)?.(saved.state, event, context);
  return answer ? { ...answer, replies: [left, ...answer.replies] } : null;
};

const alone = { request: 'ticket', told: '' };
