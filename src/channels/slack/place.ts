/** The return address of a conversation: plain JSON, saved with the messages that are promised to it. */
import { z } from 'zod';
import { ChannelError } from '../../model/errors.ts';
import type { Event, Incoming, Person, Place } from '../../model/message.ts';

/**
 * `respond` is the URL that a command or a hidden message is answered through; it lasts half an hour.
 * `lone` says that nobody had answered in the thread: Slack shows what is for one person alone only in threads with answers.
 * A room has neither `user` nor `thread`.
 */
export const address = z.object({
  v: z.literal(1),
  team: z.string(),
  channel: z.string(),
  user: z.string().optional(),
  thread: z.string().optional(),
  lone: z.literal(true).optional(),
  respond: z.string().optional(),
});

export type Address = Omit<z.infer<typeof address>, 'v'>;

/** Whether a channel is the conversation of one person with the bot; Slack takes the id of a person for it. */
export const direct = (channel: string): boolean => /^[DUW]/.test(channel);

/** In a channel, a conversation is a thread; what only the asker sees is a conversation of its own. */
export const placeOf = (to: Address): Place => {
  const within = direct(to.channel) ? undefined : (to.thread ?? to.user);
  return {
    channel: 'slack',
    conversation: [to.team, to.channel, ...(within === undefined ? [] : [within])].join(':'),
    ref: { v: 1, ...to },
  };
};

/** Who acted; without a name of theirs, their id stands in. */
export const personOf = (team: string, user: string, name = user): Person => ({ id: `${team}:${user}`, name });

/** What the person at an address did there. */
export const arrival = (id: string, to: Address & { user: string }, event: Event, name?: string): Incoming => ({
  id,
  place: placeOf(to),
  ...(direct(to.channel) ? {} : { room: placeOf({ team: to.team, channel: to.channel }) }),
  person: personOf(to.team, to.user, name),
  event,
});

/** The address of a place; throws `ChannelError` when it was saved in a form of another time. */
export const addressOf = ({ conversation, ref }: Place): Address => {
  const { data } = address.safeParse(ref);
  if (data) return data;
  throw new ChannelError(
    `The saved address of the Slack conversation ${conversation} cannot be read. Write to the bot there once to save it anew.`,
    { retry: false },
  );
};
