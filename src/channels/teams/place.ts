/** The return address of a conversation: plain JSON, saved with the messages that are promised to it. */
import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';
import { ChannelError } from '../../model/errors.ts';
import type { Place } from '../../model/message.ts';
import type { Arrival } from './activity.ts';

const account = z.object({ id: z.string(), name: z.string().optional() });

const address = z.object({
  v: z.literal(1),
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
    isGroup: z.boolean().optional(),
  }),
  bot: account.optional(),
  user: account.optional(),
});

/** Where an activity came from, or nothing when it does not say. */
export const placeOf = ({
  channelId = 'msteams',
  serviceUrl,
  conversation,
  recipient,
  from,
}: Arrival): Place | undefined => {
  const { data } = address.safeParse({ v: 1, channelId, serviceUrl, conversation, bot: recipient, user: from });
  return data && { channel: 'teams', conversation: data.conversation.id, ref: data };
};

const saved = z.custom<Partial<ConversationReference>>((ref) => address.safeParse(ref).success);

/** The same address in the SDK's form; throws `ChannelError` when it was saved in a form of another time. */
export const referenceOf = ({ conversation, ref }: Place): Partial<ConversationReference> => {
  const { data } = saved.safeParse(ref);
  if (data) return data;
  throw new ChannelError(
    `The saved address of the Teams conversation ${conversation} cannot be read. Write to the bot there once to save it anew.`,
    { retry: false },
  );
};
