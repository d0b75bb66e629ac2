/** From an answer to the helpdesk: what is known already first, then the form of a ticket, filled with what is known. */
import type { Catalog } from '../src/model/catalog.ts';
import { type Context, type Dialog, type Effect, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import type { Language } from '../src/model/language.ts';
import type { Event } from '../src/model/message.ts';
import type { Action, Reply } from '../src/model/reply.ts';
import type { Affected } from '../src/model/ticket.ts';
import { choose, dialog, note, primary } from './blocks.ts';
import { spelt } from './cards.ts';
import { draftOf } from './draft.ts';
import { missingIn, withAddressee, withAnswers, withPerson, withProblem } from './form-answers.ts';
import { asking, faultAsked, type Faults, faultsIn, type Filling, formOf, questionOf, wholeOf } from './form-card.ts';
import { blankValues, byName, factLines, linesOf, toldLine, triedLines, type Values } from './form-lines.ts';
import { isLeaving, isPausing, isSending, withoutLead } from './form-phrases.ts';
import { askedOfForm, asksWhetherOpen } from './form-questions.ts';
import { type Handing, triedLine } from './handing.ts';
import { otherCodes, typedCode } from './kept.ts';
import { endsWell } from './helped.ts';
import { followed, isFollowing, isOpening, knownAlready, type Marks } from './known-already.ts';
import { language } from './language.ts';
import { masked } from './masked.ts';
import { type Aside, opensDialogs, passed } from './passed.ts';
import { handedOver } from './past.ts';
import { isQuestion } from './question.ts';
import { replyWith } from './reply.ts';
import { isReaction, wishIn } from './request-phrases.ts';
import { smallTalk } from './small-talk.ts';
import * as cards from './ticket-cards.ts';
import { follow, tickets, words } from './words/index.ts';

/** `back` is the conversation that the form interrupted, `follow` what "yes" would follow. */
type Form = Filling & { readonly back: Saved; readonly marks?: Marks; readonly follow?: string };

type Said = Extract<Event, { kind: 'said' }>;

type Steps = { known: Form; form: Form };

const at = {
  known: (state: Form): Saved => ({ dialog: 'escalate', step: 'known', state }),
  form: (state: Form): Saved => ({ dialog: 'escalate', step: 'form', state }),
};

/** Hands over to the helpdesk; `fallback` is what is shown where no helpdesk channel is set up. */
export const begin = (handing: Handing, event: Event, context: Context, back: Saved, fallback: Reply): Outcome => {
  if (context.board.desks.length === 0)
    return { next: back, replies: [withNote(fallback, cards.noDeskText(context))], understood: noProblem };
  const { entry, ids, told } = handing;
  const facts = factLines(handing);
  const scope = handing.looked.length === 0 ? told.scope : undefined;
  const begun = entry ? '' : toldLine(told);
  const blankForm = newForm(context, back, entry?.id, {
    affected: (scope && affectedBy[scope]) || '',
    priority: scope === 'everyone' ? 'high' : 'normal',
    ids: linesOf(byName({ ...ids, code: typedCode(entry, ids), before: otherCodes(entry, ids).map(spelt).join(', ') })),
    ...(facts ? { facts } : {}),
    tried: triedLines(handing.tried.map(triedLine)),
  });
  const marks = { code: ids.code ?? entry?.codes[0] ?? null, domain: ids.tenant ?? null };
  const state: Form = { ...blankForm, marks, ...(begun === '' ? {} : { begun }) };
  return toldKnown(state, context) ?? shown(state, event, context);
};

/** Tells what is known already, which may be followed instead; null where nothing is. */
const toldKnown = (state: Form, context: Context): Outcome | null => {
  const entry = state.entry === null ? undefined : context.catalog.entry(state.entry);
  const known = knownAlready(entry, state.marks ?? { code: null, domain: null }, context);
  return known && { next: at.known({ ...state, follow: known.follow }), replies: [known.card], understood: noProblem };
};

const newForm = ({ now }: Context, back: Saved, entry: string | null = null, values: Partial<Values> = {}): Form => ({
  form: now.toString(36),
  entry,
  values: { ...blankValues, ...values },
  back,
});

/** Offers the helpdesk on a card that ends an attempt, where there is one. */
export const offer = (card: Reply, about: string | undefined, context: Context): Reply => {
  if (context.board.desks.length === 0) return card;
  const button = choose(tickets().button.openTicket, 'helpdesk', about, { ...primary, ...dialog });
  return replyWith(card, { actions: [button, ...(card.actions ?? [])] });
};

/** The reply where no helpdesk is set up: what would go there says that it gives a text to send. An answer that is kept is changed anew where another language is spoken than last. */
export const withoutDesk = (reply: Reply): Reply => {
  const known = changed.get(reply);
  if (known?.spoken === language()) return known.now;
  const now = withText(reply);
  changed.set(reply, { spoken: language(), now });
  return now;
};
const changed = new WeakMap<Reply, { readonly spoken: Language; readonly now: Reply }>();

const withText = (reply: Reply): Reply => {
  const { actions = [] } = reply;
  const isDesk = (action: Action): boolean => action.kind === 'choose' && action.choice === 'helpdesk';
  if (!actions.some(isDesk)) return reply;
  const label = words().button.deskText;
  return replyWith(reply, { actions: actions.map((action) => (isDesk(action) ? { ...action, label } : action)) });
};

const withNote = (reply: Reply, text: string): Reply =>
  replyWith(reply, { blocks: [...(reply.blocks ?? []), note(text)] });

/** Whom a scope surely means; one person may be oneself or another. */
const affectedBy: Readonly<Record<string, Affected>> = {
  everyone: 'everyone',
  'federated-users': 'several',
  'some-users': 'several',
};

export const escalate: Dialog<Steps> = {
  known: (state, event, context) => {
    if (event.kind === 'chose' && event.choice === 'ticket:new') return shown(state, event, context);
    return event.kind === 'said' ? saidOfKnown(state, event, context) : passed;
  },

  form: (state, event, context) => (event.kind === 'said' ? typed(state, event.text, context) : passed),
};

/** What is said while it is offered to follow what is known. */
const saidOfKnown = (state: Form, event: Said, context: Context): Outcome => {
  const { text } = event;
  if (state.follow && isFollowing(text)) return followed(state.follow, state.back);
  if (isLeft(text)) return left(state);
  if (asksWhetherOpen(text)) return toldKnown(state, context) ?? noneOpen(state);
  const wish = wishIn(text, context);
  if (wish) return telling(shown(state, event, context), wish, context);
  return isOpening(text) ? shown(state, event, context) : passed;
};

/** Whether a text wants no ticket. */
const isLeft = (text: string): boolean => smallTalk(text) === 'neverMind' || isLeaving(text);

/** A form without anything known, such as the button of an old card asks for. */
export const blank = (event: Event, context: Context, back: Saved): Outcome =>
  context.board.desks.length === 0
    ? { replies: [cards.say(cards.noDeskText(context))], understood: noProblem }
    : shown(newForm(context, back), event, context);

const left = ({ back }: Form): Outcome => ({
  next: back,
  replies: [cards.say(tickets().form.left)],
  understood: noProblem,
});

/** The form as a dialog leaves the conversation where it was; elsewhere what is typed next answers it. */
const shown = (state: Form, event: Event, context: Context): Outcome => {
  const apart = event.kind === 'chose' && event.turn !== undefined && opensDialogs(context.place.channel);
  return {
    next: apart ? state.back : at.form(state),
    replies: [formOf(state, context.catalog)],
    understood: noProblem,
  };
};

/** What was told beside the request for a ticket, whom it is for, and to whom it goes. */
type Beside = { readonly told: string; readonly person?: string | undefined; readonly addressee?: string | undefined };

/** The outcome that began a form, with what was told beside the request for it. */
export const telling = (outcome: Outcome, beside: Beside, { catalog }: Context): Outcome => {
  const { next } = outcome;
  if (next?.dialog !== 'escalate') return outcome;
  const before = next.state as Form;
  const state: Form = { ...before, values: withBeside(before.values, beside, catalog) };
  const replies = next.step === 'form' ? [formOf(state, catalog)] : outcome.replies;
  return { ...outcome, next: { ...next, state }, replies };
};

const withBeside = (values: Values, { told, person, addressee }: Beside, catalog: Catalog): Values => {
  const sent = addressee === undefined ? values : withAddressee(values, masked(catalog, addressee));
  const forWhom = person === undefined ? sent : withPerson(sent, masked(catalog, person));
  return told === '' || isReaction(told) ? forWhom : withAnswers(forWhom, told, catalog).values;
};

// === The form ===

/** The words that answer the form one after the other, where it is not a dialog. */
const typed = (state: Form, text: string, context: Context): Outcome => {
  const { catalog } = context;
  if (isLeft(text)) return left(state);
  if (isPausing(text)) return waiting(state);
  if (asksWhetherOpen(text)) return toldKnown(state, context) ?? noneOpen(state);
  const isBeside = state.back.step === 'confirm';
  const asked = askedOfForm(text, isBeside);
  if (asked) return waiting(state, ...answerTo[asked]());
  const wish = isSending(text) ? null : wishIn(text, context);
  if (wish) return askedOn({ ...state, values: withBeside(state.values, wish, catalog) }, catalog);
  if (isQuestion(text) && (isBeside || catalog.explain(text))) return askedBeside(state);
  if (isBeside && endsWell(text)) return solvedMeanwhile();
  const { values, answered } = heardIn(state.values, text, catalog);
  const now = { ...state, values };
  if (answered !== 'send') return askedOn(now, catalog, answered ? {} : faultAsked(values));
  const whole = wholeOf(now);
  const missing = missingIn(whole);
  if (missing === null) return sent(state.form, state.entry, whole, context, state.back);
  return { next: at.form(now), replies: [cards.say(questionOf(missing))], understood: noProblem };
};

/** The values with what a text says; what it corrects or adds and answers nothing tells more of what happens. */
const heardIn = (values: Values, text: string, catalog: Catalog): ReturnType<typeof withAnswers> => {
  if (isSending(text)) return { values, answered: 'send' };
  const said = withoutLead(text);
  const heard = withAnswers(values, said, catalog);
  return heard.answered || said === text.trim()
    ? heard
    : { values: withProblem(values, text, catalog), answered: true };
};

/** The form as it stands, with what is asked next. */
const askedOn = (state: Form, catalog: Catalog, faults: Faults = {}): Outcome => ({
  next: at.form(state),
  replies: [asking(state, catalog, faults)],
  understood: noProblem,
});

/** The form waits on, and says so behind what was answered. */
const waiting = (state: Form, ...texts: readonly string[]): Outcome => ({
  next: at.form(state),
  replies: [...texts.map((text) => cards.say(text)), unsent(at.form(state))!],
  understood: noProblem,
});

const noneOpen = (state: Form): Outcome => waiting(state, tickets().known.none);

const answerTo = {
  readers: () => [follow().me.privacy],
  sent: () => [],
  how: () => [tickets().form.how],
};

/** It works by now: nothing is sent, and the answer at hand hears of it. */
const solvedMeanwhile = (): Aside => ({
  replies: [],
  behind: ({ replies, ...answer }) => ({ ...answer, replies: [cards.say(tickets().form.left), ...replies] }),
});

/** A question about the answer at hand is answered; the form waits, and says so behind it. */
const askedBeside = (state: Form): Aside => ({
  replies: [],
  behind: ({ next: back = state.back, replies, ...answer }) => {
    const next = at.form({ ...state, back });
    return { ...answer, next, replies: [...replies, unsent(next)!] };
  },
});

/** Says of a form that waits that it is not sent, and what it waits for; null where none does. */
export const unsent = ({ dialog: name, step, state }: Saved): Reply | null => {
  if (name !== 'escalate' || step !== 'form') return null;
  const missing = missingIn(wholeOf(state as Form));
  return cards.say(`${tickets().form.unsent} ${missing === null ? tickets().form.ready : questionOf(missing)}`);
};

/** Answers the filled form, whatever the conversation is at; an old form still counts. */
export const filled = (event: Extract<Event, { kind: 'filled' }>, context: Context, saved: Saved): Outcome => {
  const form = event.choice?.split(':')[2] ?? context.now.toString(36);
  const open = saved.dialog === 'escalate' ? (saved.state as Form) : undefined;
  const state = open?.form === form ? open : undefined;
  const entry = event.about && context.catalog.entry(event.about) ? event.about : (state?.entry ?? null);
  const given = (id: keyof Values): string => (event.values[id] ?? '').trim();
  const values: Values = {
    problem: masked(context.catalog, given('problem')),
    affected: given('affected'),
    priority: given('priority') || 'normal',
    ids: masked(context.catalog, given('ids')),
    ...(given('facts') ? { facts: masked(context.catalog, given('facts')) } : {}),
    tried: masked(context.catalog, given('tried')),
  };
  const errors = faultsIn(values);
  if (Object.keys(errors).length === 0) return sent(form, entry, values, context, state?.back ?? saved);
  return {
    ...(state ? { next: at.form({ ...state, values }) } : {}),
    replies: [formOf({ form, entry, values }, context.catalog, errors)],
    understood: noProblem,
  };
};

const sent = (form: string, entry: string | null, values: Values, { catalog }: Context, back: Saved): Outcome => {
  const effect: Effect = { kind: 'openTicket', draft: draftOf(entry, values, catalog), once: `form/${form}` };
  return {
    next: handedOver(back, entry),
    replies: [cards.say(tickets().form.sent)],
    effects: [effect],
    understood: noProblem,
  };
};
