/** Gathers what a person finds in the bot's home. */
import { homeCard } from '../dialogs/home.ts';
import type { Board } from './model/board.ts';
import { type ChannelName, type Person, personKey } from './model/message.ts';
import type { Store } from './model/ports.ts';
import type { Reply } from './model/reply.ts';

/** How many tickets a list shows. */
const longest = 10;

/** A person works at a desk when they have acted in its channel. */
export const homeWith =
  ({ store, board, clock }: { readonly store: Store; readonly board: () => Board; readonly clock: () => number }) =>
  async (channel: ChannelName, person: Person): Promise<Reply> => {
    const { desks, firing, subscriptions } = board();
    const own = desks.filter(
      ({ place, people }) => place.channel === channel && people.some(({ id }) => id === person.id),
    );
    const mine = await store.tickets({ requester: personKey(channel, person) }, longest);
    const queues = await Promise.all(own.map(({ id }) => store.tickets({ desk: id }, longest)));
    const atDesk = own.length > 0;
    return homeCard(
      {
        mine,
        queue: atDesk ? queues.flat().slice(0, longest) : null,
        rooms: atDesk ? { desks: desks.length, subscriptions: subscriptions.length } : null,
        firing,
        helpdesk: desks.length > 0,
      },
      clock(),
    );
  };
