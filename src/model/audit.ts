/** Who changed what, for whoever answers for it. No words of people. */
import { personKey, placeKey } from './message.ts';
import type { EffectJob } from './ports.ts';
import { type Ticket, ticketId } from './ticket.ts';

/**
 * `key` tells one change from another, so that it is written once; only a trace of it is kept, because the key of a job names
 * its person. `by` is the key of a person or program, `clock`, or empty once the person had their data deleted. `at` is in
 * milliseconds since 1970.
 */
export type AuditEntry = {
  readonly key: string;
  readonly at: number;
  readonly by: string;
  readonly what: string;
  /** What it was done to: a ticket, a room, a card. */
  readonly target: string;
  readonly detail: string;
};

/** Entries are written by whatever writes the change that they tell of, in one transaction. */
export type AuditStore = {
  /** Whether the change of this key was made. */
  has(key: string): Promise<boolean>;
  /** The oldest entries since then; of those at that very time only the ones whose key comes after `key`, to read on. */
  since(at: number, limit: number, key?: string): Promise<readonly AuditEntry[]>;
  forget(before: number): Promise<number>;
};

/** What a job of a person does. */
export const auditOf = ({ key, kind, from }: EffectJob, at: number, target: string, detail = ''): AuditEntry => ({
  key,
  at,
  by: personKey(from.place.channel, from.person),
  what: kind,
  target,
  detail,
});

/** What a job does to the room that it comes from. */
export const roomAuditOf = (job: EffectJob, at: number, detail = ''): AuditEntry =>
  auditOf(job, at, placeKey(job.from.room ?? job.from.place), detail);

/** What the last line of a ticket's history tells. */
export const ticketAuditOf = ({ number, rev, priority, history }: Ticket): AuditEntry | undefined => {
  const line = history.at(-1);
  if (!line) return undefined;
  const { at, by, what } = line;
  return {
    key: `${ticketId(number)}/${rev}`,
    at,
    by: by?.key ?? (what === 'forgotten' ? '' : 'clock'),
    what: what === 'opened' ? 'openTicket' : 'changeTicket',
    target: ticketId(number),
    detail: what === 'opened' ? priority : what === 'priority' ? `${what} ${priority}` : what,
  };
};

/** What is chosen by topics and domains. */
export const chosenBy = (which: { readonly topics: readonly string[]; readonly domains: readonly string[] }): string =>
  [...which.topics, ...which.domains].join(' ');
