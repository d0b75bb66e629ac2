/** Gathers what a person finds in the bot's home. */
import { homeCard } from '../dialogs/home.ts';
import { drawnIn } from '../dialogs/language.ts';
import type { Board } from './model/board.ts';
import type { Language } from './model/language.ts';
import { type ChannelName, type Person, personKey } from './model/message.ts';
import type { Check } from './model/notice.ts';
import type { Store } from './model/ports.ts';
import type { Reply } from './model/reply.ts';

/** How many tickets a list shows. */
const longest = 10;

type Parts = {
  readonly store: Store;
  readonly board: () => Board;
  readonly checks: readonly Pick<Check, 'name'>[];
  /** The language of a locale; without one, of the organisation. */
  readonly readers: (locale?: string) => Language;
  readonly clock: () => number;
};

/** A person works at a desk when they have acted in its channel. */
export const homeWith =
  ({ store, board, checks, readers, clock }: Parts) =>
  async (channel: ChannelName, person: Person): Promise<Reply> => {
    const { desks, firing, subscriptions } = board();
    const own = desks.filter(
      ({ place, people }) => place.channel === channel && people.some(({ id }) => id === person.id),
    );
    const lastOf = async ({ name }: Pick<Check, 'name'>) =>
      [name, (await store.notices.checkRecord(name))?.lastSuccess ?? 0] as const;
    const mine = await store.tickets({ requester: personKey(channel, person) }, longest);
    const queues = await Promise.all(own.map(({ id }) => store.tickets({ desk: id }, longest)));
    const atDesk = own.length > 0;
    const card = drawnIn(readers(person.locale), { homeCard });
    return card.homeCard(
      {
        mine,
        queue: atDesk ? queues.flat().slice(0, longest) : null,
        rooms: atDesk ? { desks: desks.length, subscriptions: subscriptions.length } : null,
        checks: atDesk ? await Promise.all(checks.map(lastOf)) : null,
        firing,
        helpdesk: desks.length > 0,
      },
      clock(),
    );
  };
