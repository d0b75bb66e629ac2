/** A form that interrupted a conversation passes on what is not about it. */
import type { Dialogs, Outcome, Saved, Step } from '../src/model/dialog.ts';
import type { ChannelName } from '../src/model/message.ts';

/** What a step returns for an event that belongs to the conversation it interrupted. */
export const passed: Outcome = { replies: [] };

/** What a step returns for a question that the interrupted conversation answers, while the form goes on waiting. */
export type Aside = Outcome & { readonly behind: (answer: Outcome) => Outcome };

const isAside = (outcome: Outcome): outcome is Aside => 'behind' in outcome;

/** The state of a step that interrupts holds where the conversation was. */
export type Interrupting = { readonly back: Saved };

/** Whether a channel opens a form as a dialog when it answers a press; what is typed there is about something else. */
export const opensDialogs = (channel: ChannelName): boolean => channel === 'teams' || channel === 'slack';

/** The step, with what it passes on given to the conversation that it interrupted. */
export const passing =
  (step: Step<Interrupting>, find: Dialogs['step']): Step<Interrupting> =>
  (state, event, context) => {
    const outcome = step(state, event, context);
    if (outcome !== passed && !isAside(outcome)) return outcome;
    const back = find(state.back);
    if (!back) return { replies: [] };
    const answer = back(state.back.state, event, context);
    const next = { ...answer, next: answer.next ?? state.back };
    return isAside(outcome) ? outcome.behind(next) : next;
  };
