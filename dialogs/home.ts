/** What a person finds in the bot's home: what is wrong, their tickets, and what their helpdesk has to do. */
import type { Firing } from '../src/model/notice.ts';
import type { Action, Block, Reply } from '../src/model/reply.ts';
import type { Ticket } from '../src/model/ticket.ts';
import { replyOf } from './reply.ts';
import { item, paragraph, showButton, span } from './ticket-cards.ts';
import { home as words } from './wording-home.ts';
import { tickets } from './wording-tickets.ts';

/** `queue` and `rooms` are for people of a helpdesk and null for others; lists are cut already. */
export type HomeView = {
  readonly mine: readonly Ticket[];
  readonly queue: readonly Ticket[] | null;
  readonly rooms: { readonly desks: number; readonly subscriptions: number } | null;
  readonly firing: readonly Firing[];
  /** Whether there is a helpdesk to ask. */
  readonly helpdesk: boolean;
};

const mostFiring = 5;
const mostButtons = 5;

const section = (title: string, items: readonly string[], none: string): readonly Block[] => [
  { kind: 'heading', text: title },
  items.length > 0 ? { kind: 'list', items } : paragraph(none),
];

export const homeCard = ({ mine, queue, rooms, firing, helpdesk }: HomeView, now: number): Reply => {
  const shown = firing.slice(0, mostFiring).map(({ title, since }) => words.since(title, span(now - since)));
  const rest = firing.length - shown.length;
  const blocks: Block[] = [
    ...(shown.length > 0 ? section(words.firing, shown, '') : []),
    ...(rest > 0 ? [paragraph(words.moreFiring(rest))] : []),
    ...section(
      words.mine,
      mine.map((ticket) => item('mine', ticket, now)),
      tickets.list.none.mine,
    ),
    ...(queue
      ? section(
          words.queue,
          queue.map((ticket) => item('queue', ticket, now)),
          words.noQueue,
        )
      : []),
    ...(rooms ? roomsOf(rooms) : []),
  ];
  // Turn 0 is older than any conversation, so that a form opens in a window and leaves the conversation where it was.
  return { ...replyOf({ title: words.title, blocks, actions: buttons(mine, queue ?? [], helpdesk) }), turn: 0 };
};

const roomsOf = ({ desks, subscriptions }: NonNullable<HomeView['rooms']>): readonly Block[] => [
  { kind: 'heading', text: words.rooms },
  {
    kind: 'facts',
    items: [
      [words.desks, String(desks)],
      [words.told, String(subscriptions)],
    ],
  },
];

/** A ticket that is the person's own and in their queue is shown by one button. */
const buttons = (mine: readonly Ticket[], queue: readonly Ticket[], helpdesk: boolean): readonly Action[] => {
  const all = [...mine.slice(0, mostButtons), ...queue.slice(0, mostButtons)].map(({ number }) => number);
  return [
    ...[...new Set(all)].map(showButton),
    ...(helpdesk ? [{ kind: 'choose', label: words.ask, choice: 'ticket:new', dialog: true } as const] : []),
  ];
};
