/** Changes a ticket by compare-and-set, together with all that the change promises. */
import type { Log, Store } from '../model/ports.ts';
import type { TicketDrawingsFor } from '../model/ticket-drawings.ts';
import type { HelpdeskSettings, Refusal, Ticket, TicketChange } from '../model/ticket.ts';
import { type Act, type By, change, isDone } from './life.ts';
import { changePosts, reminderPosts } from './promises.ts';
import { traceOf } from './trace.ts';

export type Parts = {
  readonly store: Store;
  readonly drawings: TicketDrawingsFor;
  readonly settings: HelpdeskSettings;
  readonly clock: () => number;
  readonly log: Log;
};

/** `done` was done now or by the same job before. */
export type Outcome =
  | { readonly kind: 'done'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly ticket: Ticket; readonly refused: Refusal }
  | { readonly kind: 'missing' };

/** How often a change is tried again because somebody else was first. */
const attempts = 20;

/** `byFor` says as what the change is made; `sender` is the program that made it. */
export const act = async (
  number: number,
  wanted: TicketChange,
  how: Omit<Act, 'by' | 'at'> & { readonly byFor: (ticket: Ticket) => By; readonly sender?: string | undefined },
  parts: Parts,
): Promise<Outcome> => {
  const { store, settings, clock } = parts;
  const key = traceOf(how.key);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const was = await store.ticket(number);
    if (!was) return { kind: 'missing' };
    if (isDone(was, key)) return { kind: 'done', ticket: was };
    const by = how.byFor(was);
    const at = clock();
    const changed = change(was, wanted, { key, by, at }, settings);
    if ('refused' in changed) return { kind: 'refused', ticket: was, refused: changed.refused };
    const { ticket } = changed;
    const posts =
      wanted.kind === 'remind'
        ? reminderPosts(ticket, at, parts)
        : changePosts(ticket, wanted, by, at, parts, how.sender);
    if (await store.changeTicket(was, ticket, posts)) return { kind: 'done', ticket };
  }
  throw new Error(`The ticket ${number} changed ${attempts} times while one change was being made.`);
};
