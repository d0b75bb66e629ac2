/** The return address of a conversation: plain JSON, saved with the messages that are promised to it. */
import { z } from 'zod';
import { ChannelError } from '../../model/errors.ts';
import type { Person, Place } from '../../model/message.ts';

/** `respond` is the URL that a command or a hidden message is answered through; it lasts half an hour. */
const address = z.object({
  v: z.literal(1),
  team: z.string(),
  channel: z.string(),
  user: z.string(),
  thread: z.string().optional(),
  respond: z.string().optional(),
});

export type Address = Omit<z.infer<typeof address>, 'v'>;

/** Whether a channel is the conversation of one person with the bot. */
export const direct = (channel: string): boolean => channel.startsWith('D');

/** In a channel, a conversation is a thread; what only the asker sees is a conversation of its own. */
export const placeOf = (to: Address): Place => ({
  channel: 'slack',
  conversation: [to.team, to.channel, ...(direct(to.channel) ? [] : [to.thread ?? to.user])].join(':'),
  ref: { v: 1, ...to },
});

/** Who acted; without a name of theirs, their id stands in. */
export const personOf = (team: string, user: string, name = user): Person => ({ id: `${team}:${user}`, name });

/** The address of a place; throws `ChannelError` when it was saved in a form of another time. */
export const addressOf = ({ conversation, ref }: Place): Address => {
  const { data } = address.safeParse(ref);
  if (data) return data;
  throw new ChannelError(
    `The saved address of the Slack conversation ${conversation} cannot be read. Write to the bot there once to save it anew.`,
    { retry: false },
  );
};
