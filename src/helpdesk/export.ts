/** Tickets as text: a line each for people, JSON Lines or CSV for programs. */
import { printable } from '../model/printable.ts';
import { type Ticket, ticketId } from '../model/ticket.ts';
import { utcDay } from '../model/time.ts';
import { viewOf } from './webhook.ts';

export const ticketLine = (ticket: Ticket): string =>
  [
    ticketId(ticket.number).padEnd(8),
    ticket.status.padEnd(9),
    ticket.priority.padEnd(6),
    utcDay(ticket.openedAt),
    printable(ticket.owner?.name ?? '-').padEnd(12),
    printable(ticket.title),
  ].join('  ');

export const ticketJson = (ticket: Ticket): string =>
  JSON.stringify({
    ...viewOf(ticket),
    history: ticket.history.map(({ at, by, what, detail }) => ({ at: new Date(at).toISOString(), by, what, detail })),
  });

const columns: readonly (readonly [name: string, value: (ticket: Ticket) => string])[] = [
  ['id', ({ number }) => ticketId(number)],
  ['status', ({ status }) => status],
  ['priority', ({ priority }) => priority],
  ['opened', ({ openedAt }) => new Date(openedAt).toISOString()],
  ['changed', ({ changedAt }) => new Date(changedAt).toISOString()],
  ['entry', ({ entry }) => entry ?? ''],
  ['topic', ({ topic }) => topic ?? ''],
  ['title', ({ title }) => title],
  ['affected', ({ affected }) => affected],
  ['requester', ({ requester }) => requester?.name ?? ''],
  ['owner', ({ owner }) => owner?.name ?? ''],
  ['problem', ({ problem }) => problem],
  ['cause', ({ resolution }) => resolution?.cause ?? ''],
  ['note', ({ resolution }) => resolution?.note ?? ''],
  ['rating', ({ rating }) => (rating === null ? '' : String(rating))],
];

export const csvHead: string = columns.map(([name]) => name).join(',');

export const ticketCsv = (ticket: Ticket): string => columns.map(([, value]) => cell(value(ticket))).join(',');

/** A cell as RFC 4180 writes it; what a spreadsheet would take for a formula is made text. */
const cell = (text: string): string => {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** What may have several lines, below each other. */
const lines = (text: string): string => text.split('\n').map(printable).join('\n             ');

/** One ticket with its history, for a person. */
export const ticketText = (ticket: Ticket): string => {
  const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  const { resolution } = ticket;
  return [
    `${ticketId(ticket.number)}: ${printable(ticket.title)}`,
    `  status     ${ticket.status}, priority ${ticket.priority}, affected: ${ticket.affected}`,
    `  requester  ${printable(ticket.requester?.name ?? 'deleted')}`,
    `  owner      ${printable(ticket.owner?.name ?? '-')}`,
    `  entry      ${ticket.entry ?? '-'}`,
    `  problem    ${lines(ticket.problem)}`,
    ...Object.entries(ticket.ids).map(([name, value]) => `  ${printable(name)}: ${lines(value)}`),
    ...Object.entries(ticket.facts ?? {}).map(([name, value]) => `  ${printable(name)}: ${lines(value)}`),
    ...ticket.tried.map(({ about, method, title, steps }) =>
      ['  tried     ', about && `${lines(about)}:`, method, lines(title), printable(steps)].filter(Boolean).join(' '),
    ),
    ...(resolution ? [`  cause      ${lines(resolution.cause)}`, `  note       ${lines(resolution.note)}`] : []),
    ...(ticket.rating === null ? [] : [`  rating     ${ticket.rating} of 5`]),
    ...ticket.history.map(
      ({ at, what, by, detail }) =>
        `  ${time(at)}  ${what}${by ? ` by ${printable(by.name)}` : ''}${detail ? `: ${lines(detail)}` : ''}`,
    ),
  ].join('\n');
};
