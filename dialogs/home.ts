/** What a person finds in the bot's home: what is wrong, their tickets, and what their helpdesk has to do. */
import type { Firing } from '../src/model/notice.ts';
import type { Action, Block, Reply } from '../src/model/reply.ts';
import type { Ticket } from '../src/model/ticket.ts';
import { choose, dialog, heading, paragraph } from './blocks.ts';
import { replyOf } from './reply.ts';
import { item, showButton, span } from './ticket-cards.ts';
import { home, severity, tickets } from './words/index.ts';

/** `queue`, `rooms` and `checks` are for people of a helpdesk and null for others; lists of tickets are cut already. */
type HomeView = {
  readonly mine: readonly Ticket[];
  readonly queue: readonly Ticket[] | null;
  readonly rooms: { readonly desks: number; readonly subscriptions: number } | null;
  /** When each check could last tell anything, by its name; 0 when it never could. */
  readonly checks: readonly (readonly [name: string, at: number])[] | null;
  readonly firing: readonly Firing[];
  /** Whether there is a helpdesk to ask. */
  readonly helpdesk: boolean;
};

const mostFiring = 5;
const mostButtons = 5;

const section = (title: string, items: readonly string[], none: string): readonly Block[] => [
  heading(title),
  items.length > 0 ? { kind: 'list', items } : paragraph(none),
];

export const homeCard = (view: HomeView, now: number): Reply => {
  const { mine, queue, rooms, checks, firing, helpdesk } = view;
  const top = firing.filter(({ parent }) => parent === null);
  const first = top.slice(0, mostFiring);
  const shown = first.map(({ severity: level, title, since, owner }) =>
    home().since(severity()[level], title, span(now - since), owner),
  );
  const rest = top.length - shown.length;
  const cards = [...new Set(first.flatMap(({ card }) => card ?? []))];
  const blocks: Block[] = [
    ...(shown.length > 0 ? section(home().firing, shown, '') : []),
    ...(rest > 0 ? [paragraph(home().moreFiring(rest))] : []),
    ...section(
      home().mine,
      mine.map((ticket) => item('mine', ticket, now)),
      tickets().list.none.mine,
    ),
    ...(queue
      ? section(
          home().queue,
          queue.map((ticket) => item('queue', ticket, now)),
          home().noQueue,
        )
      : []),
    ...(rooms ? roomsOf(rooms) : []),
    ...(checks && checks.length > 0 ? checksOf(checks, now) : []),
  ];
  // Turn 0 is older than any conversation, so that a form opens in a window and leaves the conversation where it was.
  return {
    ...replyOf({
      title: home().title,
      blocks,
      actions: [...cards.map(noticeButton), ...buttons(mine, queue ?? [], helpdesk)],
    }),
    turn: 0,
  };
};

const roomsOf = ({ desks, subscriptions }: NonNullable<HomeView['rooms']>): readonly Block[] => [
  heading(home().rooms),
  {
    kind: 'facts',
    items: [
      [home().desks, String(desks)],
      [home().told, String(subscriptions)],
    ],
  },
];

const checksOf = (checks: NonNullable<HomeView['checks']>, now: number): readonly Block[] => [
  heading(home().checks),
  { kind: 'facts', items: checks.map(([name, at]) => [name, at > 0 ? home().ago(span(now - at)) : home().never]) },
];

const noticeButton = (card: string): Action => choose(home().show(card), 'notice:show', card);

/** A ticket that is the person's own and in their queue is shown by one button. */
const buttons = (mine: readonly Ticket[], queue: readonly Ticket[], helpdesk: boolean): readonly Action[] => {
  const all = [...mine.slice(0, mostButtons), ...queue.slice(0, mostButtons)].map(({ number }) => number);
  return [
    ...[...new Set(all)].map(showButton),
    ...(helpdesk ? [choose(home().ask, 'ticket:new', undefined, dialog)] : []),
  ];
};
