/** Cards and lines about tickets, for the helpdesk's channel and for whoever asked. */
import type { Context } from '../src/model/dialog.ts';
import type { Action, Block, Field, Reply, Rich } from '../src/model/reply.ts';
import type { Teller, TicketDrawings } from '../src/model/ticket-drawings.ts';
import {
  isActive,
  type Named,
  type PersonData,
  priorities,
  type Refusal,
  type Ticket,
  type TicketChange,
  type TicketDraft,
  ticketId,
} from '../src/model/ticket.ts';
import { utc as time } from '../src/model/time.ts';
import { choose, dialog, ended, paragraph, primary } from './blocks.ts';
import { triedText } from './handing.ts';
import { cut } from './masked.ts';
import { replyOf } from './reply.ts';
import { factRead, nameRead, titleRead } from './stored.ts';
import * as w from './words/index.ts';

/** A button about a ticket. */
const press = (label: string, choice: string, number: number, look?: Parameters<typeof choose>[3]): Action =>
  choose(label, `ticket:${choice}`, ticketId(number), look);

/** One paragraph, and what can be pressed. */
export const say = (text: Rich, actions: readonly Action[] = []): Reply =>
  replyOf({ blocks: [paragraph(text)], actions });

/** In a room, only for whoever asked. */
const toAsker = (reply: Reply): Reply => ({ ...reply, to: 'asker' });

const minute = 60_000;

/** How long something is, in the largest unit that fits. */
export const span = (ms: number): string => {
  const count = w.tickets().span;
  const minutes = Math.max(0, Math.floor(ms / minute));
  if (minutes < 120) return count(minutes, 'minute');
  return minutes < 48 * 60 ? count(Math.floor(minutes / 60), 'hour') : count(Math.floor(minutes / 1440), 'day');
};

const requesterOf = ({ requester }: Ticket): string => requester?.name || w.tickets().removed;
const nameOf = (who: Teller): string => who?.name || w.tickets().removed;

// === In the desk's channel ===

export const desk = (ticket: Ticket, now: number): Reply =>
  replyOf({
    title: headOf(ticket),
    blocks: [{ kind: 'facts', items: factsOf(ticket, now) }],
    actions: deskActions(ticket),
  });

/** The same for somebody of the desk who looks from elsewhere; it is worked on in its room. */
const seen = (ticket: Ticket, now: number): Reply =>
  replyOf({
    title: headOf(ticket),
    blocks: [{ kind: 'facts', items: factsOf(ticket, now) }, paragraph(w.tickets().desk.elsewhere)],
  });

const headOf = ({ number, status, title }: Ticket): string =>
  cut(`${ticketId(number)} (${w.status()[status]}): ${titleRead(title)}`, 150);

const factsOf = (ticket: Ticket, now: number): readonly (readonly [string, string])[] => {
  const { facts } = w.tickets().desk;
  const { owner, resolution, rating, followers, tried } = ticket;
  return [
    [facts.requester, requesterOf(ticket)],
    [facts.owner, owner ? w.tickets().desk.since(nameOf(owner), time(owner.since)) : w.tickets().desk.nobody],
    [facts.priority, w.priority()[ticket.priority]],
    [facts.affected, w.affected()[ticket.affected]],
    [facts.problem, cut(ticket.problem || w.tickets().desk.wordsRemoved, 800)],
    ...Object.entries(ticket.facts ?? {}).map(([name, value]) => factRead(name, cut(value, 500))),
    ...(ticket.entry ? [[facts.entry, ticket.entry] as const] : []),
    ...Object.entries(ticket.ids).map(([name, value]) => [nameRead(name), cut(value, 200)] as const),
    [facts.tried, cut(triedText(tried), 1500) || w.tickets().desk.nothingTried],
    ...(followers.length > 0 ? [[facts.followers, w.tickets().desk.people(followers.length)] as const] : []),
    ...(resolution && ['resolved', 'closed'].includes(ticket.status) ? resolutionFacts(resolution) : []),
    ...(rating === null ? [] : [[facts.rating, w.tickets().desk.rated(rating)] as const]),
    [facts.opened, time(ticket.openedAt)],
    [facts.age, span(now - ticket.openedAt)],
  ];
};

const resolutionFacts = ({ cause, note }: { readonly cause: string; readonly note: string }) =>
  [
    [w.tickets().desk.facts.cause, cut(cause, 500)],
    [w.tickets().desk.facts.note, cut(note, 800)],
  ] as const;

const deskActions = ({ status, number }: Ticket): readonly Action[] => {
  const { button } = w.tickets();
  if (!isActive(status)) return [press(button.reopen, 'reopen', number, dialog)];
  return [
    status === 'open' ? press(button.claim, 'claim', number, primary) : press(button.unclaim, 'unclaim', number),
    press(button.assign, 'assign', number, dialog),
    press(button.ask, 'ask', number, dialog),
    press(button.resolve, 'resolve', number, dialog),
    press(button.priority, 'priority', number, dialog),
  ];
};

const firstLine = (ticket: Ticket): Reply => say(w.tickets().line.first(requesterOf(ticket)));

/** The line in the ticket's thread on a change; words of the desk are there already. */
export const line = (ticket: Ticket, change: TicketChange, by: Teller): Reply | null => {
  const text = lineText(ticket, change, nameOf(by));
  return text === null ? null : say(text);
};

const lineText = (ticket: Ticket, change: TicketChange, who: string): string | null => {
  const lines = w.tickets().line;
  switch (change.kind) {
    case 'assign':
      return lines.assign(who, change.to.name);
    case 'ask':
      return lines.ask(who, change.text);
    case 'comment':
      return lines.comment(who, change.text);
    case 'priority':
      return lines.priority(who, w.priority()[change.priority]);
    case 'resolve':
      return lines.resolve(who, change.cause, change.note);
    case 'reopen':
      return lines.reopen(who, change.reason);
    case 'rate':
      return lines.rate(who, change.rating);
    case 'follow':
      return lines.follow(ticket.followers.length);
    case 'close':
      return lines.close(span(ticket.changedAt - (ticket.resolution?.at ?? ticket.changedAt)));
    case 'write':
    case 'remind':
      return null;
    default:
      return lines[change.kind](who);
  }
};

export const fromRequester = (_ticket: Ticket, text: string, by: Named): Reply =>
  say([{ text: w.tickets().line.fromRequester(nameOf(by)) }, { text }]);

const undelivered = (ticket: Ticket): Reply =>
  say(w.tickets().line.undelivered(ticketId(ticket.number), requesterOf(ticket)));

export const unclaimed = (ticket: Ticket, now: number): Reply =>
  say(w.tickets().remind.unclaimed(ticketId(ticket.number), titleRead(ticket.title), span(now - ticket.changedAt)), [
    press(w.tickets().button.claim, 'claim', ticket.number, primary),
    press(w.tickets().button.show, 'show', ticket.number),
  ]);

const stale = (ticket: Ticket, now: number): Reply =>
  say(w.tickets().remind.stale(ticketId(ticket.number), nameOf(ticket.owner), span(now - ticket.changedAt)));

const test = (): Reply => say(w.tickets().setUp.test);

// === For the requester ===

/** What the requester can do with a ticket as it stands. */
const requesterActions = ({ status, number }: Ticket): readonly Action[] => {
  const { button } = w.tickets();
  const answer = press(button.answer, 'answer', number, dialog);
  if (isActive(status)) return [answer, press(button.withdraw, 'withdraw', number)];
  if (status === 'resolved') return solvedActions(number);
  return [press(button.reopen, 'reopen', number, dialog)];
};

const solvedActions = (number: number): readonly Action[] => [
  press(w.tickets().button.solved, 'confirm', number, primary),
  press(w.tickets().button.notSolved, 'reopen', number, dialog),
];

export const opened = (ticket: Ticket): Reply => {
  const id = ticketId(ticket.number);
  return replyOf({
    title: w.tickets().told.opened(id),
    blocks: [
      paragraph(ended(w.tickets().told.openedText(titleRead(ticket.title)))),
      paragraph(w.tickets().told.openedHow(id)),
    ],
    actions: [press(w.tickets().button.withdraw, 'withdraw', ticket.number)],
  });
};

/** What the requester hears of a change; `own` tells that they made it themselves. */
export const told = (ticket: Ticket, change: TicketChange, by: Teller, own: boolean): Reply | null => {
  const id = ticketId(ticket.number);
  const { number } = ticket;
  const { told: tell, button } = w.tickets();
  switch (change.kind) {
    case 'claim':
      return say(tell.claim(id, nameOf(by)));
    case 'assign':
      return say(tell.claim(id, change.to.name));
    case 'ask':
      return asked(tell.ask(id, nameOf(by)), change.text, number);
    case 'resolve':
      return replyOf({
        title: tell.resolve(id),
        blocks: [{ kind: 'facts', items: resolutionFacts(change) }, paragraph(tell.resolveText)],
        actions: solvedActions(number),
      });
    case 'reopen':
      return say(own ? tell.reopen(id) : tell.reopenBy(id, nameOf(by)));
    case 'withdraw':
      return say(tell.withdraw(id), [press(button.reopen, 'reopen', number, dialog)]);
    case 'confirm':
      return say(
        tell.confirm(id),
        [1, 2, 3, 4, 5].map((n) => press(String(n), `rate:${n}`, number)),
      );
    case 'close':
      return say(tell.close(id), [press(button.reopen, 'reopen', number, dialog)]);
    case 'rate':
      return say(tell.rate);
    case 'keep':
      return say(tell.keep(id));
    default:
      return null;
  }
};

const asked = (opening: string, text: string, number: number): Reply =>
  say([{ text: opening }, { text }], [press(w.tickets().button.answer, 'answer', number, dialog)]);

export const fromDesk = (ticket: Ticket, text: string, by: Named): Reply =>
  asked(w.tickets().told.fromDesk(ticketId(ticket.number), nameOf(by)), text, ticket.number);

const passedOn = (ticket: Ticket): Reply => say(w.tickets().told.passedOn(ticketId(ticket.number)));

/** What was done for one person is not told to others. */
export const solved = (ticket: Ticket): Reply =>
  replyOf({
    blocks: [
      paragraph(w.tickets().told.solved(ticketId(ticket.number), titleRead(ticket.title))),
      paragraph(w.tickets().told.solvedNot),
    ],
  });

const following = (ticket: Ticket): Reply => say(w.tickets().told.following(ticketId(ticket.number)));
const nothingToFollow = (): Reply => say(w.tickets().told.nothingToFollow);

export const stillNeeded = (ticket: Ticket): Reply =>
  say(w.tickets().remind.stillNeeded(ticketId(ticket.number), titleRead(ticket.title)), [
    press(w.tickets().button.stillNeeded, 'keep', ticket.number, primary),
    press(w.tickets().button.withdraw, 'withdraw', ticket.number),
  ]);

export const mine = (ticket: Ticket, now: number): Reply => {
  const { facts } = w.tickets().desk;
  const { owner, resolution } = ticket;
  return replyOf({
    title: cut(`${ticketId(ticket.number)}: ${titleRead(ticket.title)}`, 150),
    blocks: [
      {
        kind: 'facts',
        items: [
          [facts.status, w.status()[ticket.status]],
          [facts.owner, owner ? nameOf(owner) : w.tickets().desk.nobody],
          [facts.priority, w.priority()[ticket.priority]],
          ...(resolution ? resolutionFacts(resolution) : []),
          [facts.opened, time(ticket.openedAt)],
          [facts.age, span(now - ticket.openedAt)],
        ],
      },
    ],
    actions: requesterActions(ticket),
  });
};

// === For whoever asks ===

type List = 'mine' | 'queue' | 'claims';

/** A ticket as one line of a list. */
export const item = (kind: List, ticket: Ticket, now: number): string => {
  const holder = kind === 'queue' && ticket.owner ? `, ${nameOf(ticket.owner)}` : '';
  const urgency = kind === 'mine' || ticket.priority === 'normal' ? '' : `, ${w.priority()[ticket.priority]}`;
  return w
    .tickets()
    .list.item(
      ticketId(ticket.number),
      cut(titleRead(ticket.title), 120),
      `${w.status()[ticket.status]}${holder}${urgency}`,
      span(now - ticket.openedAt),
    );
};

export const showButton = (number: number): Action =>
  press(`${w.tickets().button.show} ${ticketId(number)}`, 'show', number);

const mostButtons = 5;

const listed = (kind: List, found: readonly Ticket[], now: number): readonly Block[] => [
  { kind: 'list', items: found.map((ticket) => item(kind, ticket, now)) },
  ...(found.length === 10 ? [paragraph(w.tickets().list.more)] : []),
];

export const list = (kind: List, found: readonly Ticket[], now: number): Reply => {
  if (found.length === 0) return toAsker(say(w.tickets().list.none[kind]));
  return toAsker(
    replyOf({
      title: w.tickets().list[kind],
      blocks: listed(kind, found, now),
      actions: found.slice(0, mostButtons).map(({ number }) => showButton(number)),
    }),
  );
};

const refused = (ticket: Ticket, change: TicketChange, refusal: Refusal): Reply => {
  const id = ticketId(ticket.number);
  const { refused: why } = w.tickets();
  const text = (): string => {
    switch (refusal.why) {
      case 'taken':
        return why.taken(id, nameOf(refusal.owner), time(refusal.since));
      case 'status':
        return change.kind === 'write'
          ? why.notWritten(id, w.status()[refusal.status])
          : why.status(id, w.status()[refusal.status], time(refusal.at));
      case 'not-owner':
        return why.notOwner(id, nameOf(refusal.owner));
      case 'not-desk':
        return why.notDesk(id);
      case 'not-requester':
        return why.notRequester(id);
      case 'nobody-there':
        return why.nobodyThere(id);
      default:
        return why[refusal.why](id);
    }
  };
  return toAsker(say(text()));
};

const missing = (number: number): Reply => toAsker(say(w.tickets().missing(ticketId(number))));
const onlyInDesk = (): Reply => toAsker(say(w.tickets().setUp.notDesk));
const namedIds = (ids: TicketDraft['ids']) =>
  Object.entries(ids).map(([name, value]) => [nameRead(name), value] as const);

/** What was to be handed over, so that it is not lost where it is not. */
const draftOf = (draft: TicketDraft): Block => ({
  kind: 'facts',
  items: [[w.tickets().desk.facts.problem, cut(draft.problem, 800)], ...namedIds(draft.ids)],
});

/** That no helpdesk is set up, and for whoever can change it, how. */
export const noDeskText = ({ admin }: Pick<Context, 'admin'>): string =>
  admin ? `${w.tickets().noDesk} ${w.tickets().noDeskAdmin}` : w.tickets().noDesk;

const noDesk = (draft?: TicketDraft): Reply =>
  replyOf({ blocks: [paragraph(w.tickets().noDesk), ...(draft ? [draftOf(draft)] : [])] });

const tooMany = (draft: TicketDraft, own: readonly Ticket[], most: number, now: number): Reply => {
  const active = own.find(({ status }) => isActive(status));
  return toAsker(
    replyOf({
      title: w.tickets().full.title,
      blocks: [
        paragraph(w.tickets().full.own(most)),
        ...listed('mine', own, now),
        ...(active ? [paragraph(w.tickets().told.openedHow(ticketId(active.number)))] : []),
        draftOf(draft),
      ],
      actions: own.slice(0, mostButtons).map(({ number }) => showButton(number)),
    }),
  );
};

const pageFull = (draft: TicketDraft): Reply =>
  replyOf({ title: w.tickets().full.title, blocks: [paragraph(w.tickets().full.page), draftOf(draft)] });

const bullets = (title: string, items: readonly string[], end?: string): Reply =>
  toAsker(replyOf({ title, blocks: [{ kind: 'list', items }, ...(end ? [paragraph(end)] : [])] }));

const aboutMe = (data: PersonData): Reply =>
  bullets(w.tickets().data.known, w.tickets().data.knownItems(data), w.tickets().data.knownHow);

const forgotten = (data: PersonData): Reply => bullets(w.tickets().data.deleted, w.tickets().data.deletedItems(data));

export const ticketDrawings: TicketDrawings = {
  desk,
  seen,
  firstLine,
  line,
  opened,
  told,
  solved,
  following,
  nothingToFollow,
  fromDesk,
  fromRequester,
  passedOn,
  refused,
  missing,
  noDesk,
  tooMany,
  pageFull,
  list,
  mine,
  undelivered,
  unclaimed,
  stale,
  stillNeeded,
  onlyInDesk,
  test,
  aboutMe,
  forgotten,
};

// === Forms ===

type Form = {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly before?: readonly string[];
  readonly after?: string;
  readonly submit: { readonly label: string; readonly choice: string; readonly about?: string };
};

/** A form, opened as a dialog where the channel has dialogs. */
export const formCard = ({ title, fields, before = [], after, submit }: Form): Reply =>
  toAsker(
    replyOf({
      title,
      blocks: [...before.map(paragraph), ...fields, ...(after ? [paragraph(after)] : [])],
      actions: [{ kind: 'submit', primary: true, ...submit }, choose(w.tickets().button.cancel, 'form:cancel')],
      dialog: true,
    }),
  );

export const priorityField = (value: string, error?: string): Field => ({
  kind: 'field',
  id: 'priority',
  label: w.tickets().form.priority,
  input: 'choice',
  options: priorities.map((one) => ({ value: one, label: w.priority()[one] })),
  value,
  ...(error ? { error } : {}),
});
