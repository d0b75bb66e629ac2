/** What the store keeps for the helpdesk. Each change is written together with its line in the audit log. */
import type { AuditEntry } from './audit.ts';
import type { ChannelName, Person } from './message.ts';
import type { Promised } from './ports.ts';
import type { Desk, PersonData, Ticket } from './ticket.ts';

/** Tickets of one person, or of all people of a channel, that are active or were withdrawn since then without having been solved. */
export type Unsolved = ({ readonly requester: string } | { readonly channel: ChannelName }) & {
  readonly withdrawnSince: number;
};

/** How many of these there may be at once. */
export type TicketCap = { readonly of: Unsolved; readonly most: number };

/** Which tickets to list; all but `from` and `person` come oldest or most urgent first, where nothing else is said. */
export type Selection =
  /** Of one requester, newest first. */
  | { readonly requester: string }
  /** The active ones of a desk, most urgent first, and of those the oldest. */
  | { readonly desk: string; readonly owner?: string }
  /** The active ones about an entry. */
  | { readonly entry: string }
  /** Those that somebody is to be reminded of. */
  | { readonly dueBy: number }
  /** All with at least this number, and only the active ones where asked. */
  | { readonly from: number; readonly active?: true }
  /** Resolved ones about no entry of the catalog, newest first. */
  | { readonly unwritten: true }
  /** Newest first. */
  | { readonly unsolved: Unsolved }
  /** Those in which a person occurs as requester, owner, follower or in the history. */
  | { readonly person: string };

/** A job that was given up. */
type Dead = { readonly key: string; readonly kind: string; readonly why: string; readonly at: number };

export type TicketStore = {
  /**
   * Opens a ticket under the next number, with its jobs, in one transaction.
   * A second ticket of the same origin is not opened: the first one is returned, with `fresh` false.
   * Nor is one that goes over a cap, which is returned then; replicas that open at once keep to it together.
   */
  openTicket(
    origin: string,
    make: (number: number) => { readonly ticket: Ticket; readonly jobs: readonly Promised[] },
    caps?: readonly TicketCap[],
  ): Promise<{ readonly ticket: Ticket; readonly fresh: boolean } | { readonly full: TicketCap }>;
  /** Writes the ticket and its jobs in one transaction; false when it is no longer at the revision it was. */
  changeTicket(was: Ticket, now: Ticket, jobs: readonly Promised[]): Promise<boolean>;
  ticket(number: number): Promise<Ticket | undefined>;
  tickets(which: Selection, limit: number): Promise<readonly Ticket[]>;
  desks(): Promise<readonly Desk[]>;
  /** Makes a room a helpdesk channel, or changes what it takes. */
  setDesk(desk: Omit<Desk, 'people'>, audit: AuditEntry): Promise<void>;
  /** Whether it was one. */
  dropDesk(id: string, audit: AuditEntry): Promise<boolean>;
  /** Remembers that a person acted in a desk's room. */
  meet(desk: string, person: Person): Promise<void>;
  /** Deletes tickets that are over since before then, with their cards; returns how many. */
  forgetTickets(before: number): Promise<number>;
  /** What is kept of a person besides their tickets. `key` is theirs across the channels. */
  countPerson(key: string): Promise<Omit<PersonData, 'tickets'>>;
  /** Deletes conversations, turns, outcomes and finished jobs of a person, and takes them off the desks; returns how many there were. */
  forgetPerson(key: string, audit: AuditEntry): Promise<Omit<PersonData, 'tickets'>>;
  /** Jobs that were given up, newest first. */
  dead(limit: number): Promise<readonly Dead[]>;
  /** Makes jobs that were given up due again: the one of this key, or all; returns how many. */
  replay(key: string | null, at: number): Promise<number>;
};
