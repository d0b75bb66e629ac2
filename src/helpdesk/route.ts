/** Which helpdesk channel a ticket goes to. */
import type { Desk, TicketDraft } from '../model/ticket.ts';

/** The domains that a ticket names, in its ids. */
const domainsOf = ({ ids }: Pick<TicketDraft, 'ids'>): readonly string[] =>
  Object.values(ids).flatMap((value) =>
    [...value.toLowerCase().matchAll(/(?:^|@|\s)((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?=$|\s)/g)].map(
      ([, domain]) => domain!,
    ),
  );

const covers = (domain: string, named: string): boolean => named === domain || named.endsWith(`.${domain}`);

const takes = (pattern: string, topic: string): boolean =>
  pattern.endsWith('*') ? topic.startsWith(pattern.slice(0, -1)) : topic === pattern;

/** A desk for the domain comes before one for the topic, and that before one that takes everything; without any of them, the first. */
export const route = (desks: readonly Desk[], draft: Pick<TicketDraft, 'ids' | 'topic'>): Desk | undefined => {
  const domains = domainsOf(draft);
  const { topic } = draft;
  return (
    desks.find((desk) => desk.domains.some((domain) => domains.some((named) => covers(domain, named)))) ??
    desks.find((desk) => topic !== null && desk.topics.some((pattern) => takes(pattern, topic))) ??
    desks.find((desk) => desk.topics.length === 0 && desk.domains.length === 0) ??
    desks[0]
  );
};
