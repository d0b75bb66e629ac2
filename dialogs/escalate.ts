/** From an answer to the helpdesk: what is known already first, then the form of a ticket, filled with what is known. */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { type Context, type Dialog, type Effect, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import type { Firing } from '../src/model/notice.ts';
import type { Action, Field, Reply } from '../src/model/reply.ts';
import { utc } from '../src/model/time.ts';
import { type Affected, affecteds, priorities } from '../src/model/ticket.ts';
import { choose, dialog, note, paragraph, primary } from './blocks.ts';
import { spelt } from './cards.ts';
import { command } from './commands.ts';
import { draftOf, titleOf } from './draft.ts';
import { type Missing, missingIn, withAddressee, withAnswers, withPerson } from './form-answers.ts';
import { blankValues, byName, factLines, linesOf, most, toldLine, triedLines, type Values } from './form-lines.ts';
import { isLeaving, isPausing, isSending } from './form-phrases.ts';
import { type Handing, triedLine } from './handing.ts';
import { otherCodes, typedCode } from './kept.ts';
import { endsWell } from './helped.ts';
import { masked } from './masked.ts';
import { type Aside, opensDialogs, passed } from './passed.ts';
import { handedOver } from './past.ts';
import { isQuestion } from './question.ts';
import { replyOf, replyWith } from './reply.ts';
import { smallTalk } from './small-talk.ts';
import * as cards from './ticket-cards.ts';
import { affected, tickets, words } from './words/index.ts';
import { isYes } from './yes-no.ts';

/** `form` names the form, so that it opens one ticket however often it is sent; `back` is the conversation that it interrupted. */
type Form = {
  readonly form: string;
  readonly entry: string | null;
  readonly values: Values;
  readonly back: Saved;
  /** What was told, which stands for the problem until it is said in own words. */
  readonly begun?: string;
  /** What "yes" would follow. */
  readonly follow?: string;
};

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
  const state: Form = begun === '' ? blankForm : { ...blankForm, begun };
  const known = knownAlready(entry, ids.code ?? entry?.codes[0] ?? null, ids.tenant ?? null, context);
  if (known)
    return { next: at.known({ ...state, follow: known.follow }), replies: [known.card], understood: noProblem };
  return shown(state, event, context);
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

/** The reply where no helpdesk is set up: what would go there says that it gives a text to send. */
export const withoutDesk = (reply: Reply): Reply => {
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

const followWords = /^(?:follow(?: it| this)?|folgen|(?:le )?suivre|seguir(?:lo)?|フォロー(?:する)?)\W*$/i;
const openWords =
  /\bticket\b|^(?:no|nope|anyway|open (?:one|it))\b|^(?:nein|trotzdem|non|quand même|de todos modos|いいえ|それでも)|チケット/i;

export const escalate: Dialog<Steps> = {
  known: (state, event, context) => {
    if (event.kind === 'chose' && event.choice === 'ticket:new') return shown(state, event, context);
    if (event.kind === 'said') {
      if (state.follow && (isYes(event.text) || followWords.test(event.text.trim())))
        return followed(state.follow, state.back);
      if (smallTalk(event.text) === 'neverMind' || isLeaving(event.text)) return left(state);
      if (openWords.test(event.text)) return shown(state, event, context);
    }
    return passed;
  },

  form: (state, event, context) => (event.kind === 'said' ? typed(state, event.text, context) : passed),
};

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
export const telling = (outcome: Outcome, { told, person, addressee }: Beside, { catalog }: Context): Outcome => {
  const { next } = outcome;
  if (next?.dialog !== 'escalate') return outcome;
  const before = next.state as Form;
  const sent = addressee === undefined ? before.values : withAddressee(before.values, masked(catalog, addressee));
  const forWhom = person === undefined ? sent : withPerson(sent, masked(catalog, person));
  const state: Form = { ...before, values: told === '' ? forWhom : withAnswers(forWhom, told, catalog).values };
  const replies = next.step === 'form' ? [formOf(state, catalog)] : outcome.replies;
  return { ...outcome, next: { ...next, state }, replies };
};

// === What is known already ===

/** What to follow instead of opening a ticket, and the card that says so. */
const knownAlready = (
  entry: Entry | undefined,
  code: string | null,
  domain: string | null,
  { board, now }: Context,
): { readonly follow: string; readonly card: Reply } | null => {
  const notices = board.firing.filter((one) => concerns(one, entry, code, domain)).slice(0, 2);
  const open = entry ? (board.openTickets.get(entry.id) ?? 0) : 0;
  if (notices.length === 0 && open === 0) return null;
  const follow = notices[0] ? `known:notice:${notices[0].key}` : `known:entry:${entry!.id}`;
  const card = replyOf({
    title: tickets().known.title,
    blocks: [
      ...notices.map((one) =>
        paragraph(tickets().known.notice(one.title, utc(Math.min(one.since, now)), one.followers)),
      ),
      ...(open > 0 ? [paragraph(tickets().known.open(open))] : []),
      paragraph(tickets().known.text),
    ],
    actions: [
      choose(tickets().button.follow, follow, undefined, primary),
      choose(tickets().button.anyway, 'ticket:new', undefined, dialog),
      choose(tickets().button.cancel, 'form:cancel'),
    ],
  });
  return { follow, card };
};

/** Follows what a press on "Follow it" names. */
export const followed = (choice: string, next: Saved): Outcome => {
  const [, kind, ...rest] = choice.split(':');
  const key = rest.join(':');
  return kind === 'notice'
    ? {
        next,
        replies: [cards.say(tickets().known.following)],
        effects: [{ kind: 'followNotice', notice: key }],
        understood: noProblem,
      }
    : { next, replies: [], effects: [{ kind: 'followEntry', entry: key }], understood: noProblem };
};

const concerns = (one: Firing, entry: Entry | undefined, code: string | null, domain: string | null): boolean =>
  (code !== null && one.codes.includes(code)) ||
  (entry !== undefined && (one.entry === entry.id || (one.topic === entry.topic && one.codes.length === 0))) ||
  (domain !== null && one.domains.includes(domain));

// === The form ===

const affectedNames = (): readonly string[] => affecteds.map((value) => affected()[value]);

const fieldsOf = (values: Values, errors: Partial<Values>): readonly Field[] => {
  const error = (id: keyof Values) => (errors[id] ? { error: errors[id] } : {});
  return [
    {
      kind: 'field',
      id: 'problem',
      label: tickets().form.problem,
      hint: tickets().form.problemHint,
      input: 'lines',
      required: true,
      value: values.problem,
      most: most.problem,
      ...error('problem'),
    },
    {
      kind: 'field',
      id: 'affected',
      label: tickets().form.affected,
      input: 'choice',
      required: true,
      options: affecteds.map((value) => ({ value, label: affected()[value] })),
      ...(values.affected ? { value: values.affected } : {}),
      ...error('affected'),
    },
    cards.priorityField(values.priority, errors.priority),
    {
      kind: 'field',
      id: 'ids',
      label: tickets().form.ids,
      hint: tickets().form.idsHint,
      input: 'lines',
      value: values.ids,
      most: most.ids,
      ...error('ids'),
    },
    ...(values.facts || errors.facts
      ? [
          {
            kind: 'field',
            id: 'facts',
            label: tickets().form.facts,
            hint: tickets().form.idsHint,
            input: 'lines',
            value: values.facts ?? '',
            most: most.facts,
            ...error('facts'),
          } as const,
        ]
      : []),
    {
      kind: 'field',
      id: 'tried',
      label: tickets().form.tried,
      input: 'lines',
      value: values.tried,
      most: most.tried,
      ...error('tried'),
    },
  ];
};

/** The values as they are sent, with what was told where no own words were. */
const wholeOf = ({ values, begun = '' }: Pick<Form, 'values' | 'begun'>): Values =>
  values.problem.trim() === '' ? { ...values, problem: begun } : values;

const formOf = (
  state: Pick<Form, 'form' | 'entry' | 'values' | 'begun'>,
  catalog: Catalog,
  errors: Partial<Values> = {},
  after?: string,
): Reply => {
  const values = wholeOf(state);
  return cards.formCard({
    title: tickets().form.title,
    before: [tickets().form.about(titleOf(state.entry, values, catalog)), tickets().form.intro],
    fields: fieldsOf(values, errors),
    ...(after === undefined ? {} : { after }),
    submit: {
      label: tickets().button.open,
      choice: `ticket:open:${state.form}`,
      ...(state.entry ? { about: state.entry } : {}),
    },
  });
};

/** What whoever answers by typing is asked next. */
const nextQuestion = (state: Form): string => {
  const missing = missingIn(state.values);
  const ready = missingIn(wholeOf(state)) === null ? tickets().form.ready : '';
  if (missing === null) return ready;
  return missing === 'problem'
    ? [tickets().form.next(tickets().form.problem), ready].filter(Boolean).join(' ')
    : `${tickets().form.next(tickets().form.affected)} ${tickets().form.options(affectedNames())}`;
};

/** The words that answer the form one after the other, where it is not a dialog. */
const typed = (state: Form, text: string, context: Context): Outcome => {
  if (smallTalk(text) === 'neverMind' || isLeaving(text)) return left(state);
  if (isPausing(text)) return { next: at.form(state), replies: [unsent(at.form(state))!], understood: noProblem };
  if (asksAgain(text)) return { next: at.form(state), replies: [asking(state, context)], understood: noProblem };
  if (state.back.step === 'confirm' && isQuestion(text)) return askedBeside(state);
  if (state.back.step === 'confirm' && endsWell(text)) return solvedMeanwhile();
  const { values, answered } = withAnswers(state.values, text, context.catalog);
  const now = { ...state, values };
  const missing = missingIn(answered === 'send' ? wholeOf(now) : values);
  if (answered === 'send' && missing === null) return sent(state.form, state.entry, wholeOf(now), context, state.back);
  if (answered === 'send')
    return { next: at.form(now), replies: [cards.say(missingQuestion(missing!))], understood: noProblem };
  const reply = asking(now, context, answered ? {} : faultOf(missing));
  return { next: at.form(now), replies: [reply], understood: noProblem };
};

/** Whether a text asks once more for the ticket whose form is open. */
const asksAgain = (text: string): boolean => !isSending(text) && command(text)?.kind === 'helpdesk';

/** The form with what is asked next. */
const asking = (state: Form, { catalog }: Context, errors: Partial<Values> = {}): Reply =>
  formOf(state, catalog, errors, nextQuestion(state));

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

const faultOf = (missing: Missing | null): Partial<Values> => {
  if (missing === null) return {};
  return missing === 'problem'
    ? { problem: tickets().form.missing }
    : { affected: tickets().form.choose(affectedNames()) };
};

/** Says of a form that waits that it is not sent, and what it waits for; null where none does. */
export const unsent = ({ dialog: name, step, state }: Saved): Reply | null => {
  if (name !== 'escalate' || step !== 'form') return null;
  const missing = missingIn(wholeOf(state as Form));
  return cards.say(`${tickets().form.unsent} ${missing === null ? tickets().form.ready : missingQuestion(missing)}`);
};

/** What is asked of whoever sends a form in which something is missing. */
const missingQuestion = (missing: Missing): string =>
  missing === 'problem'
    ? tickets().form.missing
    : `${tickets().form.affected}? ${tickets().form.options(affectedNames())}`;

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

const faultsIn = (values: Values): Partial<Values> => ({
  ...(values.problem.length < 3 ? { problem: tickets().form.missing } : {}),
  ...tooLong('problem', values),
  ...(affecteds.some((value) => value === values.affected) ? {} : { affected: tickets().form.choose(affectedNames()) }),
  ...(priorities.some((value) => value === values.priority) ? {} : { priority: tickets().form.choose(priorities) }),
  ...tooLong('ids', values),
  ...tooLong('facts', values),
  ...tooLong('tried', values),
});

const tooLong = (id: keyof typeof most, values: Values): Partial<Values> =>
  (values[id] ?? '').length > most[id] ? { [id]: tickets().form.tooLong(most[id]) } : {};

const sent = (form: string, entry: string | null, values: Values, { catalog }: Context, back: Saved): Outcome => {
  const effect: Effect = { kind: 'openTicket', draft: draftOf(entry, values, catalog), once: `form/${form}` };
  return {
    next: handedOver(back, entry),
    replies: [cards.say(tickets().form.sent)],
    effects: [effect],
    understood: noProblem,
  };
};
