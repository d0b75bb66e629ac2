/** The main conversation: find the cause of a sign-in error, ask when several fit, and lead through the methods. */
import type { Found } from '../src/model/catalog.ts';
import type { Context, Dialog, Outcome, Saved } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import { act } from './act.ts';
import { saidAtHand, saidBeside } from './at-hand.ts';
import { wentBack, wentOn } from './back.ts';
import { type Command, command } from './commands.ts';
import { persists } from './earlier.ts';
import type { Confirm } from './fix.ts';
import { backTo, heard } from './heard.ts';
import { beforeIn } from './before.ts';
import { heardBack, mayStay } from './heard-back.ts';
import { helpedNot } from './helped.ts';
import { comesBack, isOver } from './intent.ts';
import { telling } from './narrowing.ts';
import { newMatter } from './new-matter.ts';
import { at, type Listen, type Narrow, type Now, nowIn, opened, stayed } from './now.ts';
import { said } from './said.ts';
import { smallTalk } from './small-talk.ts';
import { turned } from './together.ts';
import { words } from './words/index.ts';

/** The state diagram: listening, narrowing down several candidates, and confirming that a method helped. */
type Steps = { listen: Listen; narrow: Narrow; confirm: Confirm };

export const start: Saved = at.listen({});

export const findFix: Dialog<Steps> = {
  listen: (state, event, context) => {
    const now = nowIn.listen(state);
    return event.kind === 'said' ? saidFirst(event.text, context, now) : pressed(event, context, now);
  },

  narrow: (state, event, context) => {
    const now = nowIn.narrow(state);
    return event.kind === 'said' ? heard(event.text, context, state, now) : pressed(event, context, now);
  },

  confirm: (state, event, context) =>
    event.kind === 'said' ? saidAfter(event.text, state, context) : pressed(event, context, nowIn.confirm(state)),
};

/** What is said after an answer: about that one, or surely about one before it, which is at hand again. */
const saidAfter = (text: string, state: Confirm, context: Context): Outcome => {
  const outcome = saidAtHand(text, state, context);
  const entry = beforeIn(text, outcome, state, context.catalog);
  return (entry && backTo(entry, text, context, nowIn.confirm(state))) ?? outcome;
};

/** What is said while nothing is at hand: another problem of several, one that came back, or a new one. */
const saidFirst = (text: string, context: Context, now: Now): Outcome => {
  const other = turned(text, undefined, context, now);
  if (other) return other;
  const back = wentBack(text, now.kept, { relapsed: true }, context);
  if (back) return back;
  const left = wentOn(now.kept, context);
  if (left?.next && leadsOn.has(command(text)?.kind ?? 'yes'))
    return saidAtHand(text, left.next.state as Confirm, context);
  if (left && goesOn(text, left, context)) return left;
  return heardBack(text, context, now) ?? overAfter(text, left !== null, context, now) ?? said(text, context, now);
};

/** Takes leave of whoever says, behind an answer that was left or what was not known, that all is over; null where a text says more. */
const overAfter = (text: string, isLeft: boolean, context: Context, { saved, missed }: Now): Outcome | null =>
  (isLeft || missed > 0) && isOver(text, context.catalog) && context.catalog.find(text).verdict !== 'answer'
    ? stayed(words().thanks, saved)
    : null;

/** What leads on through an answer, which is the one shown last where none is at hand. */
const leadsOn: ReadonlySet<Command['kind']> = new Set<Command['kind']>([
  'next',
  'start',
  'steps',
  'step',
  'method',
  'check',
  'sources',
]);

/** Whether a text says that what was left goes on, and not that something else does. */
const goesOn = (text: string, { next }: Outcome, { catalog }: Context): boolean => {
  const entry = catalog.entry((next?.state as Confirm | undefined)?.entry ?? '');
  if (!entry || newMatter(text) !== null || !mayStay(entry, text, catalog)) return false;
  if (helpedNot(text)) return true;
  const { weight, verdict } = catalog.find(text);
  return (
    (persists(text) && weight < telling.candidates) ||
    (isOpen.has(verdict) && smallTalk(text) === null && comesBack(text, catalog))
  );
};

/** What finds no answer of its own. */
const isOpen: ReadonlySet<Found['verdict']> = new Set<Found['verdict']>(['nothing', 'unknown', 'clarify']);

/** A press; some say what the person might have typed. */
const pressed = (event: Exclude<Event, { kind: 'said' }>, context: Context, now: Now): Outcome => {
  const [, choice, text = ''] = /^(say|part):(.*)$/s.exec((event.kind !== 'joined' && event.choice) || '') ?? [];
  if (choice === 'part') return said(text, context, opened(now));
  if (choice === undefined) return act(event, context, now);
  return now.confirm ? saidBeside(text, now.confirm, context, now) : said(text, context, now);
};
