/** A ticket: a problem handed to the helpdesk, and what became of it. */
import type { Person, Place } from './message.ts';

/** A helpdesk channel. Without topics and domains it takes whatever no other one takes. */
export type Desk = {
  /** The key of its room. */
  readonly id: string;
  readonly place: Place;
  readonly topics: readonly string[];
  readonly domains: readonly string[];
  /** Who has acted there, so that tickets can be assigned to them. */
  readonly people: readonly Person[];
};

/** What a person hands to the helpdesk. Secrets are masked in it; `ids` are the values of a pasted text by their names. */
export type TicketDraft = {
  readonly problem: string;
  readonly entry: string | null;
  readonly topic: string | null;
  readonly title: string;
  readonly priority: Priority;
  readonly ids: Readonly<Record<string, string>>;
  readonly tried: readonly { readonly method: number; readonly title: string; readonly steps: string }[];
};

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** What the dialogs want done about tickets. */
export type TicketEffect = { readonly kind: 'openTicket'; readonly draft: TicketDraft };
