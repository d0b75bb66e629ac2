/** Living cards that show their present state to whoever looks at them: in personal and group chats, because Teams does not refresh cards in channels. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { channelWords } from '../../model/channel-words.ts';
import type { Place } from '../../model/message.ts';
import type { Reply } from '../../model/reply.ts';
import { type Arrival, localeOf } from './activity.ts';
import type { Hooks } from './hooks.ts';
import type { Result } from './http.ts';
import { invoked } from './invoke.ts';
import { inChannel, placeOf, roomOf } from './place.ts';
import { type AdaptiveCard, cardOf } from './render.ts';

const verb = 'refresh';

/** Without ids of people, Teams refreshes for everybody in a chat of at most 60. */
const refreshing = (name: string): object => ({
  action: { type: 'Action.Execute', verb, title: 'Refresh', data: { living: name } },
});

/** The message, whose card asks for its present state where Teams does that. */
export const living = (activity: Partial<Activity>, place: Place, name: string | undefined): Partial<Activity> =>
  name === undefined || inChannel(place) || !activity.attachments
    ? activity
    : {
        ...activity,
        attachments: activity.attachments.map((attachment) => ({
          ...attachment,
          content: { ...attachment.content, refresh: refreshing(name) },
        })),
      };

const asked = z.looseObject({
  action: z.looseObject({ verb: z.literal(verb), data: z.looseObject({ living: z.string().min(1) }) }),
});

/** The answer to a refresh: the card as it is now, or the word that it stays as it is; nothing where the activity is none. */
export const refreshed = async (
  arrival: Arrival,
  { now }: Hooks,
  fit: (reply: Reply) => Reply,
): Promise<Result | undefined> => {
  if (arrival.type !== 'invoke' || arrival.name !== 'adaptiveCard/action') return undefined;
  const { data } = asked.safeParse(arrival.value);
  if (!data) return undefined;
  const name = data.action.data.living;
  const place = placeOf(arrival);
  const reply = place && (await now?.(name, roomOf(place) ?? place));
  if (!reply)
    return invoked(200, 'application/vnd.microsoft.activity.message', channelWords(localeOf(arrival)).unchanged);
  const card: AdaptiveCard = { ...cardOf(fit(reply)), refresh: refreshing(name) };
  return invoked(200, 'application/vnd.microsoft.card.adaptive', card);
};
