/** How tickets look; the dialogs draw them. */
import type { Reply } from './reply.ts';
import type { Named, PersonData, Refusal, Ticket, TicketChange, TicketDraft } from './ticket.ts';

/** Who changed a ticket, as people are told; null is the clock. */
export type Teller = Pick<Named, 'name'> | null;

/** In the language of a locale; without one, in that of the rooms. */
export type TicketDrawingsFor = (locale?: string) => TicketDrawings;

export type TicketDrawings = {
  /** The living card in the desk's room. */
  desk(ticket: Ticket, now: number): Reply;
  /** What it says, for somebody of the desk who looks from elsewhere. */
  seen(ticket: Ticket, now: number): Reply;
  /** The first line in its thread. */
  firstLine(ticket: Ticket): Reply;
  /** The line in its thread on a change; null where none is due. */
  line(ticket: Ticket, change: TicketChange, by: Teller): Reply | null;
  /** The requester hears that the ticket is open. */
  opened(ticket: Ticket): Reply;
  /** The requester hears of a change; null where it is no news to them. */
  told(ticket: Ticket, change: TicketChange, by: Teller, own: boolean): Reply | null;
  /** Somebody who follows a ticket hears that it is solved. */
  solved(ticket: Ticket): Reply;
  following(ticket: Ticket): Reply;
  nothingToFollow(): Reply;
  /** What somebody in the desk's room wrote, for the requester. */
  fromDesk(ticket: Ticket, text: string, by: Named): Reply;
  /** What the requester wrote, for the desk's thread. */
  fromRequester(ticket: Ticket, text: string, by: Named): Reply;
  /** Tells the requester that their words are on the way. */
  passedOn(ticket: Ticket): Reply;
  refused(ticket: Ticket, change: TicketChange, refusal: Refusal): Reply;
  missing(number: number): Reply;
  /** There is no helpdesk channel any more; what was to be passed on is shown, so that it is not lost. */
  noDesk(draft: TicketDraft): Reply;
  /** The requester has as many unsolved tickets as one may; these are the newest of them. */
  tooMany(draft: TicketDraft, own: readonly Ticket[], most: number, now: number): Reply;
  /** All people of the web page together have as many as they may. */
  pageFull(draft: TicketDraft): Reply;
  list(kind: 'mine' | 'queue' | 'claims', tickets: readonly Ticket[], now: number): Reply;
  /** One ticket as its requester sees it. */
  mine(ticket: Ticket, now: number): Reply;
  /** A line in the thread: a message to the requester was not delivered. */
  undelivered(ticket: Ticket): Reply;
  /** A line in the desk's room: nobody has claimed it. */
  unclaimed(ticket: Ticket, now: number): Reply;
  /** A question to its owner: nothing has happened for days. */
  stale(ticket: Ticket, now: number): Reply;
  /** A question to its requester. */
  stillNeeded(ticket: Ticket): Reply;
  onlyInDesk(): Reply;
  test(): Reply;
  aboutMe(data: PersonData): Reply;
  forgotten(data: PersonData): Reply;
};
