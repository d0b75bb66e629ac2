/** What all replicas share and every turn looks at: small, and a few seconds old at most. */
import type { Firing, Subscription } from './notice.ts';
import type { Desk } from './ticket.ts';

/** How often a method of an entry was reported to have worked or not; `method` counts from 1. */
export type Tally = { readonly method: number; readonly worked: number; readonly failed: number };

export type Board = {
  /** By entry id. */
  readonly outcomes: ReadonlyMap<string, readonly Tally[]>;
  /** How many tickets are open about an entry, by entry id. */
  readonly openTickets: ReadonlyMap<string, number>;
  readonly desks: readonly Desk[];
  readonly firing: readonly Firing[];
  readonly subscriptions: readonly Subscription[];
};

export const emptyBoard: Board = {
  outcomes: new Map(),
  openTickets: new Map(),
  desks: [],
  firing: [],
  subscriptions: [],
};
