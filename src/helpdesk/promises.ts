/** What a change of a ticket promises: the card edited, a line in its thread, word to the requester and followers, webhooks. */
import type { Post, Promised } from '../model/ports.ts';
import type { Reply } from '../model/reply.ts';
import { placeKey } from '../model/message.ts';
import type { Teller, TicketDrawings, TicketDrawingsFor } from '../model/ticket-drawings.ts';
import {
  ticketCardName,
  type HelpdeskSettings,
  type Ticket,
  type TicketChange,
  ticketOfCard,
} from '../model/ticket.ts';
import type { By } from './life.ts';
import { webhookJobs } from './webhook.ts';

type Parts = { readonly drawings: TicketDrawingsFor; readonly settings: HelpdeskSettings };

/** Keys sort in the order in which the messages belong. */
const keyOf = (ticket: Ticket, what: string): string =>
  `${ticketCardName(ticket.number)}/${String(ticket.rev).padStart(5, '0')}/${what}`;

const postsOf = (ticket: Ticket, at: number) => ({
  /** The card in the desk's room, or its newest look. */
  card: (reply: Reply): Promised =>
    promised(ticket, 'a-card', ticket.desk.place, reply, at, {
      card: { name: ticketCardName(ticket.number), rev: ticket.rev },
    }),
  line: (what: string, reply: Reply): Promised =>
    promised(ticket, what, ticket.desk.place, reply, at, { under: ticketCardName(ticket.number) }),
  room: (what: string, reply: Reply): Promised => promised(ticket, what, ticket.desk.place, reply, at),
  requester: (what: string, reply: Reply): readonly Promised[] =>
    ticket.requester ? [promised(ticket, what, ticket.requester.place, reply, at)] : [],
  followers: (reply: (locale?: string) => Reply): readonly Promised[] =>
    ticket.followers.map(({ place, locale }, n) => promised(ticket, `follower-${n}`, place, reply(locale), at)),
});

const promised = (
  ticket: Ticket,
  what: string,
  place: Post['place'],
  reply: Reply,
  dueAt: number,
  more: Pick<Post, 'card' | 'under'> = {},
): Promised => ({ job: { key: keyOf(ticket, what), kind: 'post', place, reply, patient: true, ...more }, dueAt });

/** What a new ticket promises. */
export const openingPosts = (ticket: Ticket, { drawings, settings }: Parts): readonly Promised[] => {
  const cards = drawings();
  const at = ticket.openedAt;
  const to = postsOf(ticket, at);
  return [
    to.card(cards.desk(ticket, at)),
    to.line('b-line', cards.firstLine(ticket)),
    ...to.requester('c-told', drawings(ticket.requester?.locale).opened(ticket)),
    ...webhookJobs(ticket, settings.webhooks, at),
  ];
};

/** What a change promises; words that were passed on go with it. `sender` is the program that made it. */
export const changePosts = (
  ticket: Ticket,
  change: TicketChange,
  by: By,
  at: number,
  { drawings, settings }: Parts,
  sender?: string,
): readonly Promised[] => {
  const cards = drawings();
  const own = drawings(ticket.requester?.locale);
  const to = postsOf(ticket, at);
  const teller: Teller = by.role === 'clock' ? null : by.who;
  const line = lineOf(ticket, change, by, cards) ?? cards.line(ticket, change, teller);
  const told = toldOf(ticket, change, by, own) ?? own.told(ticket, change, teller, by.role === 'requester');
  return [
    ...(showsOnCard(ticket, change) ? [to.card(cards.desk(ticket, at))] : []),
    ...(line ? [to.line('b-line', line)] : []),
    ...(told ? to.requester('c-told', told) : []),
    ...(change.kind === 'resolve' ? to.followers((locale) => drawings(locale).solved(ticket)) : []),
    ...(change.kind === 'follow' ? [] : webhookJobs(ticket, settings.webhooks, at, sender)),
  ];
};

/** What a reminder promises: a line in the room while nobody has the ticket, and its card again in case it was never taken; then a question to its owner, then to its requester. */
export const reminderPosts = (ticket: Ticket, at: number, { drawings }: Parts): readonly Promised[] => {
  const cards = drawings();
  const to = postsOf(ticket, at);
  const { reminded } = ticket;
  if (ticket.status === 'open')
    return [to.card(cards.desk(ticket, at)), to.room('b-line', cards.unclaimed(ticket, at))];
  if (reminded === 1) return [to.line('b-line', cards.stale(ticket, at))];
  return to.requester('c-told', drawings(ticket.requester?.locale).stillNeeded(ticket));
};

/** Words pass by the card, unless they answer a question that it shows as open. */
const showsOnCard = (ticket: Ticket, change: TicketChange): boolean => {
  if (change.kind === 'comment' || change.kind === 'keep') return false;
  return change.kind !== 'write' || ticket.status === 'claimed';
};

/** What the requester wrote stands in the thread. */
const lineOf = (ticket: Ticket, change: TicketChange, by: By, cards: TicketDrawings): Reply | null =>
  change.kind === 'write' && by.role === 'requester' ? cards.fromRequester(ticket, change.text, by.who) : null;

/** What the desk or another tool wrote reaches the requester, who hears in turn that their words were passed on. */
const toldOf = (ticket: Ticket, change: TicketChange, by: By, cards: TicketDrawings): Reply | null => {
  if (change.kind === 'comment' || (change.kind === 'write' && by.role === 'desk'))
    return cards.fromDesk(ticket, change.text, by.who);
  return change.kind === 'write' ? cards.passedOn(ticket) : null;
};

/** A message about a ticket was given up: its thread is told, unless it is the thread that cannot be reached. */
export const lostPosts = (ticket: Ticket, post: Post, at: number, { drawings }: Parts): readonly Promised[] =>
  post.card || post.under || placeKey(post.place) !== (ticket.requester && placeKey(ticket.requester.place))
    ? []
    : [postsOf(ticket, at).line(`z-lost-${post.key.split('/')[2]}`, drawings().undelivered(ticket))];

/** The number of the ticket that a message is about, or null. */
export const ticketOfPost = ({ key }: Post): number | null => ticketOfCard(key.split('/').slice(0, 2).join('/'));

/** The card alone, where nobody needs to be told. */
export const cardPost = (ticket: Ticket, at: number, { drawings }: Parts): Promised =>
  postsOf(ticket, at).card(drawings().desk(ticket, at));
