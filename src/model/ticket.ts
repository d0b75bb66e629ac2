/** A ticket: a problem handed to the helpdesk, and what became of it. */
import type { Person, Place } from './message.ts';

/** A helpdesk channel. Without topics and domains it takes whatever no other one takes. */
export type Desk = {
  /** The key of its room. */
  readonly id: string;
  readonly place: Place;
  /** Topics of the catalog; one that ends in "*" means all that begin so. */
  readonly topics: readonly string[];
  readonly domains: readonly string[];
  /** Who has acted there, so that tickets can be assigned to them. */
  readonly people: readonly Person[];
};

/**
 * A method that was tried: its number from 1, or 0 where a person only described it; `steps` says how far it went and what came of it.
 * `about` is the title of its entry, where methods of several entries were tried.
 */
export type Tried = {
  readonly method: number;
  readonly title: string;
  readonly steps: string;
  readonly about?: string;
};

/**
 * What a person hands to the helpdesk. Secrets are masked in it; `ids` are the values of a pasted text by their names.
 * `facts` are what was told of the problem and looked at before, by their names; a ticket from before there were any has none.
 */
export type TicketDraft = {
  readonly problem: string;
  readonly entry: string | null;
  readonly topic: string | null;
  readonly title: string;
  readonly priority: Priority;
  readonly affected: Affected;
  readonly ids: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, string>>;
  readonly tried: readonly Tried[];
};

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

export const affecteds = ['me', 'someone', 'several', 'everyone'] as const;
export type Affected = (typeof affecteds)[number];

/** Waiting: a question to the requester is open. Closed: solved, and confirmed or left without an answer. */
export const statuses = ['open', 'claimed', 'waiting', 'resolved', 'closed', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

/** Those in which the helpdesk still has to do something. */
export const active: readonly Status[] = ['open', 'claimed', 'waiting'];

export const isActive = (status: Status): boolean => active.includes(status);

/** A person by their key across the channels. */
export type Named = { readonly key: string; readonly name: string };

/** Where somebody is written to, and the language to do it in (BCP 47). */
export type Reader = { readonly place: Place; readonly locale?: string };

/** What happened to a ticket; `key` is the trace of the job that did it, so that doing it again does nothing. */
export type HistoryLine = {
  readonly key: string;
  readonly at: number;
  readonly by: Named | null;
  readonly what: TicketChange['kind'] | 'opened' | 'forgotten';
  readonly detail?: string;
  /** The key of the person whose name the detail is. */
  readonly whom?: string;
};

/** What was found and done. */
export type Resolution = {
  readonly cause: string;
  readonly note: string;
  readonly by: string;
  readonly at: number;
};

/** `rev` counts its changes from 1; `due` is when somebody is to be reminded of it next. Times are milliseconds since 1970. */
export type Ticket = TicketDraft & {
  readonly number: number;
  readonly rev: number;
  /** The trace of the job that opened it. */
  readonly origin: string;
  readonly status: Status;
  /** Null once the requester had their data deleted. */
  readonly requester: (Named & Reader) | null;
  readonly desk: { readonly id: string; readonly place: Place };
  readonly owner: (Named & { readonly since: number }) | null;
  readonly resolution: Resolution | null;
  readonly rating: number | null;
  /** Who wants to hear when it is solved. */
  readonly followers: readonly (Named & Reader)[];
  readonly openedAt: number;
  readonly changedAt: number;
  /** How many reminders there were since the last change. */
  readonly reminded: number;
  readonly due: number | null;
  readonly history: readonly HistoryLine[];
};

/** What people, programs and the clock do to a ticket. */
export type TicketChange =
  | { readonly kind: 'claim' }
  | { readonly kind: 'unclaim' }
  | { readonly kind: 'assign'; readonly to: Named }
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'priority'; readonly priority: Priority }
  | { readonly kind: 'resolve'; readonly cause: string; readonly note: string }
  | { readonly kind: 'reopen'; readonly reason: string }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'rate'; readonly rating: number }
  | { readonly kind: 'keep' }
  | ({ readonly kind: 'follow' } & Reader)
  | { readonly kind: 'remind' }
  | { readonly kind: 'close' };

/** Why a change was not made. */
export type Refusal =
  | { readonly why: 'taken'; readonly owner: Named; readonly since: number }
  | { readonly why: 'yours' | 'same' | 'rated' | 'not-desk' | 'not-requester' | 'nobody-there' }
  | { readonly why: 'not-owner'; readonly owner: Named | null }
  | { readonly why: 'status'; readonly status: Status; readonly at: number };

/** What is known of a person, and what deleting it removed. */
export type PersonData = {
  readonly conversations: number;
  readonly turns: number;
  readonly outcomes: number;
  readonly tickets: number;
};

/** A ticket by its number, or the newest one of the person that is not solved yet. */
export type Which = number | 'newest';

/** What the dialogs want done about tickets. A change's `text` is masked. */
export type TicketEffect =
  | { readonly kind: 'openTicket'; readonly draft: TicketDraft }
  | { readonly kind: 'changeTicket'; readonly ticket: Which; readonly change: TicketChange }
  /** Passes words on: from the desk's room to the requester, from the requester to the desk's thread. */
  | { readonly kind: 'relayTicket'; readonly ticket: Which; readonly text: string }
  /** Follows the oldest open ticket about an entry. */
  | { readonly kind: 'followEntry'; readonly entry: string }
  | { readonly kind: 'listTickets'; readonly list: 'mine' | 'queue' | 'claims' }
  | { readonly kind: 'showTicket'; readonly ticket: number }
  | { readonly kind: 'setDesk'; readonly topics: readonly string[]; readonly domains: readonly string[] }
  | { readonly kind: 'dropDesk' }
  | { readonly kind: 'testDesk' }
  | { readonly kind: 'aboutMe' }
  | { readonly kind: 'forgetMe' };

/** How people know a ticket. */
export const ticketId = (number: number): string => `HD-${number}`;

/** The number in "HD-12", or null. */
export const ticketNumber = (id: string): number | null => {
  const digits = /^HD-(\d{1,9})$/i.exec(id.trim())?.[1];
  return digits === undefined ? null : Number(digits);
};

/** The name of the living card of a ticket in its desk's room. */
export const ticketCardName = (number: number): string => `ticket/${number}`;

/** The ticket in whose thread something was said, or null. */
export const ticketOfCard = (name: string | undefined): number | null => {
  const digits = /^ticket\/(\d{1,9})$/.exec(name ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Settings of the helpdesk. */
export type HelpdeskSettings = {
  readonly unclaimedMinutes: number;
  readonly staleDays: number;
  readonly closeDays: number;
  readonly keepDays: number;
  /** How many unsolved tickets one person may have; 0 is no limit. */
  readonly perPerson: number;
  /** No reminders from this hour to that one; null for none. */
  readonly quiet: { readonly from: number; readonly to: number } | null;
  readonly timeZone: string;
  /** Where each ticket event is sent, and the secret that signs it. */
  readonly webhooks: { readonly urls: readonly string[]; readonly secret: string } | null;
  /** The bearer token of the way in for other ticket tools. */
  readonly apiToken: string | null;
};

export const helpdeskDefaults: HelpdeskSettings = {
  unclaimedMinutes: 30,
  staleDays: 3,
  closeDays: 5,
  keepDays: 365,
  perPerson: 20,
  quiet: null,
  timeZone: 'UTC',
  webhooks: null,
  apiToken: null,
};
