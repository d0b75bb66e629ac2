/** What arrives at the endpoint: one Bot Framework activity, of which only the type is certain. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { InputError } from '../../model/errors.ts';

const text = z.string().optional().catch(undefined);
const account = z
  .looseObject({ id: z.string().min(1), name: text, role: text })
  .optional()
  .catch(undefined);
/** A mention, or what the client tells of itself. */
const entity = z.looseObject({
  type: text,
  mentioned: z.looseObject({ id: z.string(), name: text }).optional().catch(undefined),
  text,
  locale: text,
});

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
  entities: z.array(entity.optional().catch(undefined)).catch([]),
  attachments: z.array(z.unknown()).max(100).catch([]),
  value: z.unknown().optional(),
});

/** An activity whose fields are either as they should be or absent. */
export type Arrival = z.infer<typeof shape>;

/** The locale of the person, by the activity or by what the client tells of itself. */
export const localeOf = ({ locale, entities }: Arrival): string | undefined =>
  locale ?? entities.find((one) => one?.type === 'clientInfo')?.locale;

const isActivity = (body: unknown): body is Activity => {
  const { data } = shape.safeParse(body);
  if (data) read.set(body as object, data);
  return data !== undefined;
};

/** Several parts of a turn read the same activity. */
const read = new WeakMap<object, Arrival>();

/** The same activity, safe to read. */
export const arrivalOf = (activity: Activity): Arrival => {
  const known = read.get(activity);
  if (known) return known;
  const arrival = shape.parse(activity);
  read.set(activity, arrival);
  return arrival;
};

const dialogSent = z.object({ data: z.object({ root: z.string().min(1) }) });

/** The post whose thread an activity of a channel belongs to, where its conversation does not tell. */
const rootOf = ({ type, name, id, replyToId, value }: Arrival): string | undefined => {
  if (type === 'message') return replyToId ?? id;
  return type === 'invoke' && name === 'task/submit' ? dialogSent.safeParse(value).data?.data.root : undefined;
};

/** The activity in a body; a new post in a channel is taken as the start of its own thread. */
export const activityIn = (body: unknown): Activity => {
  if (!isActivity(body))
    throw new InputError('The request is no activity. Send a JSON object whose "type" is a string.');
  const arrival = arrivalOf(body);
  const { conversation } = arrival;
  if (conversation?.conversationType !== 'channel' || conversation.id.includes(';')) return body;
  const root = rootOf(arrival);
  if (root === undefined) return body;
  return { ...body, conversation: { ...body.conversation, id: `${conversation.id};messageid=${root}` } };
};
