/** What is pressed, filled in and typed about tickets, from wherever the conversation is. */
import {
  type Anywhere,
  type Context,
  type Dialog,
  type Effect,
  noProblem,
  type Outcome,
  type Saved,
} from '../src/model/dialog.ts';
import { type Event, personKey, placeKey } from '../src/model/message.ts';
import type { Field } from '../src/model/reply.ts';
import {
  type Desk,
  priorities,
  type TicketChange,
  ticketId,
  ticketNumber,
  ticketOfCard,
  type Which,
} from '../src/model/ticket.ts';
import { isOne, plainly } from './courtesy.ts';
import * as escalate from './escalate.ts';
import { asksWhetherOpen } from './form-questions.ts';
import { followed } from './known-already.ts';
import { masked } from './masked.ts';
import { type Interrupting, opensDialogs, passed } from './passed.ts';
import { edgesOf, longest, phraseOf, unpaused } from './phrases.ts';
import { smallTalk } from './small-talk.ts';
import * as cards from './ticket-cards.ts';
import {
  additionIn,
  addressedIn,
  askedFor,
  asksAfterTicket,
  asksNews,
  closesIt,
  closesTicket,
  lists,
  mayMeanTicket,
  shortened,
  staysHere,
  verbIn,
} from './ticket-phrases.ts';
import { tickets } from './words/index.ts';

/** One text is asked for, where forms are not dialogs. */
type Text = Interrupting & { readonly ticket: number; readonly for: 'answer' | 'reopen' };

type Steps = { text: Text };

const done = (effects: readonly Effect[], replies: Outcome['replies'] = []): Outcome => ({
  replies,
  effects,
  understood: noProblem,
});

const said = (text: string): Outcome => ({ replies: [{ ...cards.say(text), to: 'asker' }], understood: noProblem });

const changes = (ticket: Which, change: TicketChange): Outcome => done([{ kind: 'changeTicket', ticket, change }]);

export const ticket: Dialog<Steps> = {
  text: ({ ticket: number, for: purpose, back }, event, { catalog }) => {
    if (event.kind !== 'said') return passed;
    if (smallTalk(event.text) === 'neverMind') return { ...said(tickets().ask.left), next: back };
    const text = masked(catalog, event.text.trim(), mostText);
    if (text === '') return { replies: [textForm(number, purpose, tickets().ask.required)] };
    return { ...textDone(number, purpose, text), next: back };
  },
};

const mostText = 2000;

const textDone = (number: number, purpose: Text['for'], text: string): Outcome =>
  purpose === 'answer'
    ? done([{ kind: 'relayTicket', ticket: number, text }])
    : changes(number, { kind: 'reopen', reason: text });

export const aboutTickets: Anywhere = (event, context, saved) => {
  if (event.kind === 'chose') return pressed(event, context, saved);
  if (event.kind === 'filled') return filled(event, context, saved);
  return event.kind === 'said' ? typed(event.text, context, saved) : null;
};

// === What people press ===

const pressed = (event: Extract<Event, { kind: 'chose' }>, context: Context, saved: Saved): Outcome | null => {
  const [area, verb = '', ...rest] = event.choice.split(':');
  const detail = rest.join(':');
  if (area === 'form' && verb === 'cancel') return cancelled(saved);
  if (area === 'known') return followed(event.choice, behind(saved));
  if (area !== 'ticket') return null;
  if (verb === 'new')
    return saved.dialog === 'escalate' && saved.step === 'known' ? null : escalate.blank(event, context, behind(saved));
  const number = ticketNumber(event.about ?? '');
  return number === null ? null : verbOn(number, verb, detail, { event, context, saved });
};

/** What happened, and where the conversation stands. */
type Now = { readonly event: Event; readonly context: Context; readonly saved: Saved };

const verbOn = (number: number, verb: string, detail: string, now: Now): Outcome | null => {
  const { context } = now;
  switch (verb) {
    case 'claim':
    case 'unclaim':
    case 'withdraw':
    case 'confirm':
    case 'keep':
      return changes(number, { kind: verb });
    case 'rate':
      return /^[1-5]$/.test(detail) ? changes(number, { kind: 'rate', rating: Number(detail) }) : null;
    case 'show':
      return done([{ kind: 'showTicket', ticket: number }]);
    case 'answer':
    case 'reopen':
      return asksText(number, verb, now);
    default:
      if (!isDeskForm(verb)) return null;
      return inDesk(number, context)
        ? { replies: [deskForm(number, verb, null, peopleAt(context))], understood: noProblem }
        : onlyDesk(number);
  }
};

const onlyDesk = (number: number): Outcome => said(tickets().refused.notDesk(ticketId(number)));

/** The desk in whose room something happens. */
export const deskOf = ({ board, room }: Context): Desk | undefined =>
  room && board.desks.find(({ id }) => id === placeKey(room));

/** Whether this is where the ticket is worked on: in the room of a desk, or in its own thread where the room no longer is one. */
const inDesk = (number: number, context: Context): boolean =>
  deskOf(context) !== undefined || ticketOfCard(context.thread) === number;

const peopleAt = (context: Context): Desk['people'] => deskOf(context)?.people ?? [];

/** The conversation behind a form, so that forms never pile up. */
const behind = (saved: Saved): Saved => (saved.state as Partial<Interrupting>).back ?? saved;

const cancelled = (saved: Saved): Outcome => {
  const { back } = saved.state as Partial<Interrupting>;
  return {
    ...said(saved.dialog === 'escalate' ? tickets().form.left : tickets().ask.left),
    ...(back ? { next: back } : {}),
  };
};

// === Forms ===

const deskForms = ['assign', 'ask', 'resolve', 'priority'] as const;
type DeskForm = (typeof deskForms)[number];

const isDeskForm = (verb: string): verb is DeskForm => deskForms.some((one) => one === verb);

/** What stands in the fields of a form. */
type Filled = Readonly<Record<string, string>>;

const lines = (id: string, label: string, hint: string | undefined, value = '', error?: string): Field => ({
  kind: 'field',
  id,
  label,
  input: 'lines',
  required: true,
  most: mostText,
  value,
  ...(hint ? { hint } : {}),
  ...(error ? { error } : {}),
});

const ask = () => tickets().ask;

/** A form of the desk; `values` are there when it was sent incomplete. */
const deskForm = (number: number, kind: DeskForm, values: Filled | null, people: Desk['people']) => {
  const id = ticketId(number);
  const given = (name: string): string => (values?.[name] ?? '').trim();
  const error = (name: string): string | undefined => (values && given(name) === '' ? ask().required : undefined);
  const submit = { label: tickets().button.send, choice: `ticket:${kind}`, about: id };
  switch (kind) {
    case 'resolve':
      return cards.formCard({
        title: ask().resolve(id),
        fields: [
          { ...lines('cause', ask().cause, ask().causeHint, given('cause'), error('cause')), input: 'line', most: 500 },
          lines('note', ask().note, ask().noteHint, given('note'), error('note')),
        ],
        submit: { ...submit, label: tickets().button.resolve },
      });
    case 'ask':
      return cards.formCard({
        title: ask().question(id),
        fields: [lines('text', ask().questionText, undefined, given('text'), error('text'))],
        submit,
      });
    case 'priority':
      return cards.formCard({
        title: ask().priority(id),
        fields: [cards.priorityField(given('priority') || 'normal')],
        submit,
      });
    case 'assign':
      return people.length === 0
        ? cards.say(ask().nobodyToAssign)
        : cards.formCard({
            title: ask().assign(id),
            fields: [
              {
                kind: 'field',
                id: 'to',
                label: ask().to,
                input: 'choice',
                required: true,
                options: people.slice(0, 100).map(({ id: value, name }) => ({ value, label: name || value })),
                ...(error('to') ? { error: ask().required } : {}),
              },
            ],
            submit: { ...submit, label: tickets().button.assign },
          });
  }
};

const textForm = (number: number, purpose: Text['for'], error?: string) => {
  const id = ticketId(number);
  const [title, label] = purpose === 'answer' ? [ask().answer(id), ask().answerText] : [ask().reopen(id), ask().reason];
  return cards.formCard({
    title,
    fields: [lines('text', label, undefined, '', error)],
    submit: { label: tickets().button.send, choice: `ticket:${purpose}`, about: id },
  });
};

/** Asks for one text; where forms are not dialogs, what is typed next is it. In the desk's room that would go astray. */
const asksText = (number: number, purpose: Text['for'], { event, context, saved }: Now): Outcome => {
  const apart = event.kind === 'chose' && opensDialogs(context.place.channel);
  const replies = [textForm(number, purpose)];
  if (apart || inDesk(number, context)) return { replies, understood: noProblem };
  const back = behind(saved);
  return {
    next: { dialog: 'ticket', step: 'text', state: { ticket: number, for: purpose, back } satisfies Text },
    replies,
    understood: noProblem,
  };
};

const filled = (event: Extract<Event, { kind: 'filled' }>, context: Context, saved: Saved): Outcome | null => {
  const [area, verb = ''] = (event.choice ?? '').split(':');
  if (area !== 'ticket') return null;
  if (verb === 'open') return escalate.filled(event, context, saved);
  const number = ticketNumber(event.about ?? '');
  if (number === null) return null;
  if (verb === 'answer' || verb === 'reopen') {
    const text = masked(context.catalog, (event.values['text'] ?? '').trim(), mostText);
    if (text === '') return { replies: [textForm(number, verb, ask().required)], understood: noProblem };
    const { back } = saved.state as Partial<Interrupting>;
    return { ...textDone(number, verb, text), ...(saved.dialog === 'ticket' && back ? { next: back } : {}) };
  }
  if (!isDeskForm(verb)) return null;
  if (!inDesk(number, context)) return onlyDesk(number);
  const change = changeIn(verb, event.values, context);
  return change
    ? changes(number, change)
    : { replies: [deskForm(number, verb, event.values, peopleAt(context))], understood: noProblem };
};

/** The change that a filled form asks for, or null when something is missing. */
const changeIn = (kind: DeskForm, values: Filled, context: Context): TicketChange | null => {
  const { catalog, place } = context;
  const given = (name: string): string => masked(catalog, (values[name] ?? '').trim(), mostText);
  switch (kind) {
    case 'resolve':
      return given('cause') && given('note') ? { kind, cause: given('cause'), note: given('note') } : null;
    case 'ask':
      return given('text') ? { kind, text: given('text') } : null;
    case 'priority': {
      const priority = priorities.find((one) => one === given('priority'));
      return priority ? { kind, priority } : null;
    }
    case 'assign': {
      const person = peopleAt(context).find(({ id }) => id === (values['to'] ?? '').trim());
      return person ? { kind, to: { key: personKey(place.channel, person), name: person.name || person.id } } : null;
    }
  }
};

// === What people type ===

const typed = (text: string, context: Context, saved: Saved): Outcome | null => {
  const all = text.trim();
  const number = ticketOfCard(context.thread);
  const waiting = number === null ? escalate.unsent(saved) : null;
  const ofOwn = number === null && !waiting && !deskOf(context);
  if (number !== null && staysHere(all)) return { replies: [], understood: noProblem };
  if (number === null && !waiting && !isHanded(saved) && !mayMeanTicket(text)) return null;
  const short = shortened(text);
  if (short.length <= longest) {
    const spoken = verbIn(short);
    const on = spoken?.number ?? number;
    if (spoken && on !== null) return verbOn(on, spoken.verb, '', { event: { kind: 'said', text }, context, saved });
    const plain = plainly(text);
    const list = phraseOf(lists, (phrases) => phrases.test(plain));
    if (list) return done([{ kind: 'listTickets', list }], waiting ? [waiting] : []);
    const isOwn = isHanded(saved) && !waiting && asksWhetherOpen(text);
    const asks = isOwn || asksAfterTicket.test(plain) || ((waiting || isHanded(saved)) && asksNews.test(plain));
    if (number === null && asks)
      return waiting ? { replies: [waiting], understood: noProblem } : done([{ kind: 'listTickets', list: 'mine' }]);
    if (ofOwn && closes(text, saved)) return changes('newest', { kind: 'withdraw' });
    const alone = askedFor(short);
    if (alone !== null) return done([{ kind: 'showTicket', ticket: alone }]);
  }
  const added = ofOwn ? additionIn(all, 'named') : null;
  if (added !== null) return relayed('newest', added, context);
  const addressed = addressedIn(all);
  if (addressed) return relayed(addressed.number, addressed.words, context);
  return number === null || all === '' ? null : relayed(number, all, context);
};

/** Whether what is at hand was given to the helpdesk. */
const isHanded = (saved: Saved): boolean => (behind(saved).state as { readonly handed?: boolean }).handed === true;

/** "Close my ticket", which in a form means the form, or behind a ticket "close it please, she can log in again". */
const closes = (text: string, saved: Saved): boolean =>
  saved.dialog !== 'escalate' &&
  edgesOf(text).some(({ clause }) => {
    const all = unpaused(clause);
    return isOne(closesTicket, all) || (isHanded(saved) && isOne(closesIt, all));
  });

const relayed = (number: Which, text: string, { catalog }: Context): Outcome =>
  done([{ kind: 'relayTicket', ticket: number, text: masked(catalog, text, mostText) }]);
