/** As what somebody acts on a ticket: by where they act and by who they are. */
import { personKey, placeKey } from '../model/message.ts';
import type { Origin } from '../model/ports.ts';
import type { Named, Ticket, TicketChange } from '../model/ticket.ts';
import { type By, type Role, rules } from './life.ts';

export const namedOf = ({ place, person }: Pick<Origin, 'place' | 'person'>): Named => ({
  key: personKey(place.channel, person),
  name: person.name || person.id,
});

/** Where somebody is written to, and in which language. */
export const readerOf = ({ place, person: { locale } }: Pick<Origin, 'place' | 'person'>) => ({
  place,
  ...(locale === undefined ? {} : { locale }),
});

/** The role that may make the change, of those that the person has. */
export const byFrom =
  (from: Origin, kind: TicketChange['kind']) =>
  (ticket: Ticket): By => {
    const who = namedOf(from);
    const roles: readonly Role[] = [
      ...(from.room && placeKey(from.room) === ticket.desk.id ? (['desk'] as const) : []),
      ...(who.key === ticket.requester?.key ? (['requester'] as const) : []),
      'anybody',
    ];
    return { role: roles.find((role) => rules[kind].roles.includes(role)) ?? roles[0]!, who };
  };
