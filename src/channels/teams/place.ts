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

type Address = z.infer<typeof address>;

const placeAt = (ref: Address): Place => ({ channel: 'teams', conversation: ref.conversation.id, ref });

const movedTo = (ref: Address, id: string): Place => placeAt({ ...ref, conversation: { ...ref.conversation, id } });

/** Where an activity came from, or nothing when it does not say. */
export const placeOf = ({
  channelId = 'msteams',
  serviceUrl,
  conversation,
  channelData,
  recipient,
  from,
}: Arrival): Place | undefined => {
  const tenantId = conversation?.tenantId ?? channelData?.tenant?.id;
  const { data } = address.safeParse({
    v: 1,
    channelId,
    serviceUrl,
    conversation: { ...conversation, ...(tenantId !== undefined && { tenantId }) },
    bot: recipient,
    user: from,
  });
  return data && placeAt(data);
};

const marker = ';messageid=';

/** Whether more people than one are there. */
const isShared = ({ conversationType, isGroup = false }: Address['conversation']): boolean =>
  conversationType === undefined ? isGroup : conversationType !== 'personal';

/** The channel without the thread, or the group chat itself; nothing in a personal chat. */
export const roomOf = (place: Place): Place | undefined => {
  const { data } = address.safeParse(place.ref);
  if (!data || !isShared(data.conversation)) return undefined;
  const { user: _user, ...ref } = data;
  return movedTo(ref, ref.conversation.id.split(marker)[0]!);
};

/** Whether a message to this place begins a thread: it is a channel of a team, and no thread in it. */
export const beginsThread = ({ ref }: Place): boolean => {
  const { data } = address.safeParse(ref);
  return data?.conversation.conversationType === 'channel' && !data.conversation.id.includes(marker);
};

/** Whether a place is a channel of a team or a thread in one. */
export const inChannel = ({ ref }: Place): boolean =>
  address.safeParse(ref).data?.conversation.conversationType === 'channel';

/** The conversation that a thread is part of, or the place itself. */
export const outsideThread = (place: Place): Place => movedTo(addressOf(place), place.conversation.split(marker)[0]!);

/** The server that a place is reached through. */
export const serverOf = (place: Place): string => addressOf(place).serviceUrl;

/** The same place, reached through another server. */
export const atServer = (place: Place, serviceUrl: string): Place => placeAt({ ...addressOf(place), serviceUrl });

/** The thread below a post in a channel. */
export const threadBelow = (place: Place, post: string): Place =>
  movedTo(addressOf(place), place.conversation + marker + post);

/** The id of the post that a thread hangs below. */
export const rootOf = (conversation: string): string | undefined => conversation.split(marker)[1];

/** Throws `ChannelError` when the address was saved in a form of another time. */
export const addressOf = ({ conversation, ref }: Place): Address => {
  const { data } = address.safeParse(ref);
  if (data) return data;
  throw new ChannelError(
    `The saved address of the Teams conversation ${conversation} cannot be read. Write to the bot there once to save it anew.`,
    { retry: false },
  );
};

const saved = z.custom<Partial<ConversationReference>>((ref) => address.safeParse(ref).success);

/** The same address in the SDK's form. */
export const referenceOf = (place: Place): Partial<ConversationReference> => saved.parse(addressOf(place));
