/** What arrives at the endpoint: one Bot Framework activity, of which only the type is certain. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { InputError } from '../../model/errors.ts';

const text = z.string().optional().catch(undefined);
const account = z
  .looseObject({ id: z.string().min(1), name: text, role: text })
  .optional()
  .catch(undefined);
const mention = z.looseObject({ mentioned: z.looseObject({ id: z.string(), name: text }), text });

const shape = z.looseObject({
  type: z.string().min(1),
  id: text,
  name: text,
  action: text,
  text,
  locale: text,
  channelId: text,
  replyToId: text,
  serviceUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .catch(undefined),
  conversation: z
    .looseObject({
      id: z.string().min(1),
      conversationType: text,
      tenantId: text,
      isGroup: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  from: account,
  recipient: account,
  membersAdded: z.array(account).catch([]),
  membersRemoved: z.array(account).catch([]),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  entities: z.array(mention.optional().catch(undefined)).catch([]),
  value: z.unknown().optional(),
});

/** An activity whose fields are either as they should be or absent. */
export type Arrival = z.infer<typeof shape>;

const isActivity = (body: unknown): body is Activity => shape.safeParse(body).success;

/** The same activity, safe to read. */
export const arrivalOf = (activity: Activity): Arrival => shape.parse(activity);

/** The activity in a body; a new post in a channel is taken as the start of its own thread. */
export const activityIn = (body: unknown): Activity => {
  if (!isActivity(body))
    throw new InputError('The request is no activity. Send a JSON object whose "type" is a string.');
  const { type, id, conversation, replyToId } = arrivalOf(body);
  if (type !== 'message' || !id || conversation?.conversationType !== 'channel' || conversation.id.includes(';'))
    return body;
  const thread = `${conversation.id};messageid=${replyToId ?? id}`;
  return { ...body, conversation: { ...body.conversation, id: thread } };
};
