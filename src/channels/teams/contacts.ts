/** Where each conversation was last heard from, because Teams may move it to another server after its address was saved. */
import { z } from 'zod';
import { ChannelError } from '../../model/errors.ts';
import { type Place, placeKey } from '../../model/message.ts';
import type { Log, Places } from '../../model/ports.ts';
import type { Arrival } from './activity.ts';
import { atServer, outsideThread, placeOf, serverOf } from './place.ts';

type Contacts = {
  /** Takes note of a sign of life. */
  heard(arrival: Arrival): Promise<void>;
  /** Takes note that the bot was taken out. */
  left(place: Place): Promise<void>;
  /** The same place at the server of today; throws a final `ChannelError` where the bot was taken out. */
  today(place: Place): Promise<Place>;
};

/** A conversation heard from within this many milliseconds is not looked up again. */
const fresh = 60_000;
const most = 10_000;

const noted = z.object({ serviceUrl: z.url({ protocol: /^https?$/ }) });

export const contactsIn = (places: Places, log: Log, clock: () => number = Date.now): Contacts => {
  const recent = new Map<string, { readonly server: string; readonly at: number }>();
  const keyOf = (place: Place): string => placeKey(outsideThread(place));

  const remember = (key: string, server: string): void => {
    recent.delete(key);
    recent.set(key, { server, at: clock() });
    for (const oldest of recent.keys()) {
      if (recent.size <= most) return;
      recent.delete(oldest);
    }
  };

  const serverAt = (known: Awaited<ReturnType<Places['find']>>): string | undefined =>
    typeof known === 'object' ? noted.safeParse(known.ref).data?.serviceUrl : undefined;

  return {
    async heard(arrival) {
      const place = placeOf(arrival);
      if (!place) return;
      const key = keyOf(place);
      const server = serverOf(place);
      const last = recent.get(key);
      if (last?.server === server && clock() - last.at < fresh) return;
      try {
        await places.note(key, { serviceUrl: server }, clock());
        remember(key, server);
      } catch (error) {
        log.warn({ err: error }, 'where a Teams conversation is reached could not be noted');
      }
    },

    async left(place) {
      const key = keyOf(place);
      recent.delete(key);
      await places
        .leave(key, clock())
        .catch((error: unknown) => log.warn({ err: error }, 'that the app was removed could not be noted'));
    },

    async today(place) {
      const known = await places.find(keyOf(place)).catch(() => undefined);
      if (known === 'left')
        throw new ChannelError(
          `The app was removed from the Teams conversation ${place.conversation}. Install it again to go on.`,
          { retry: false },
        );
      const server = serverAt(known);
      return server === undefined ? place : atServer(place, server);
    },
  };
};

/** Where nothing can be noted, saved addresses are used as they are. */
export const noContacts: Contacts = {
  heard: async () => {},
  left: async () => {},
  today: async (place) => place,
};
