/** Sending and editing, and what Teams says when it does not take a message. */
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { ChannelError } from '../../model/errors.ts';
import type { Place } from '../../model/message.ts';
import type { Posted } from '../../model/ports.ts';
import type { Reply } from '../../model/reply.ts';
import { addressOf, beginsThread, rootOf, threadBelow } from './place.ts';
import { living } from './refresh.ts';
import { activityOf } from './render.ts';
import { credentials, isRefusal } from './sign-in.ts';
import { connectorOf } from './wire.ts';

/** Sends a reply where the context stands and returns the id that Teams gave it; throws `ChannelError`. */
export const send = async (context: TurnContext, reply: Reply): Promise<string | undefined> =>
  sent(context, activityOf(reply));

const sent = async (context: TurnContext, activity: Partial<Activity>): Promise<string | undefined> => {
  try {
    const response = await context.sendActivity(activity);
    return response?.id;
  } catch (error) {
    throw channelError(error, context.activity.conversation.id);
  }
};

/** Posts a reply to the place that the context stands at; in a channel of a team it begins a thread. `name` is that of a living card. */
export const post = async (
  context: TurnContext,
  place: Place,
  reply: Reply,
  name?: string,
): Promise<Posted | undefined> => {
  if (beginsThread(place)) return begin(context, place, reply);
  const message = await sent(context, living(activityOf(reply), place, name));
  return message ? { message } : undefined;
};

const begin = async (context: TurnContext, place: Place, reply: Reply): Promise<Posted | undefined> => {
  const { bot, conversation } = addressOf(place);
  const { id = '', activityId } = await connectorOf(context).conversations.createConversation({
    isGroup: true,
    ...(bot && { bot: { id: bot.id, name: bot.name ?? '' } }),
    channelData: {
      channel: { id: conversation.id },
      ...(conversation.tenantId !== undefined && { tenant: { id: conversation.tenantId } }),
    },
    activity: activityOf(reply),
  });
  const message = activityId ?? rootOf(id);
  return message ? { message, thread: threadBelow(place, rootOf(id) ?? message) } : undefined;
};

/** Puts a reply in the place of a message; throws `ChannelError`, with `gone` when that message cannot be edited any more. */
export const edit = async (
  context: TurnContext,
  message: string,
  reply: Reply,
  { place, name }: { readonly place?: Place; readonly name?: string | undefined } = {},
): Promise<void> => {
  try {
    const activity = place ? living(activityOf(reply), place, name) : activityOf(reply);
    await context.updateActivity({ ...activity, id: message });
  } catch (error) {
    throw channelError(error, context.activity.conversation.id, true);
  }
};

/** The same, but where the message cannot be edited the reply is sent as a new one; returns the id of whichever shows it. */
export const replace = async (context: TurnContext, message: string, reply: Reply): Promise<string | undefined> => {
  if (context.activity.deliveryMode === 'expectReplies') return send(context, reply);
  try {
    await edit(context, message, reply);
    return message;
  } catch (error) {
    if (error instanceof ChannelError && error.gone) return send(context, reply);
    throw error;
  }
};

const refusal = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional().catch(undefined),
});

const cures: Readonly<Record<number, string>> = {
  403: 'The app was blocked or removed there. Install it again to go on.',
  404: 'The conversation no longer exists. Nothing needs doing.',
  413: 'The message is too large. Shorten the entry that it shows.',
};

/** Whether Teams says of a failure that nobody there can be written to any more. */
export const isShut = (cause: unknown): boolean => {
  const { statusCode, code = '', errorCode = '' } = refusal.safeParse(cause).data ?? {};
  const body = z.looseObject({ body: z.unknown() }).safeParse(cause).data?.body;
  return statusCode === 403 && shut.test([code, errorCode, JSON.stringify(body ?? '')].join(' '));
};

const shut = /\b(?:MessageWritesBlocked|BotNotInConversationRoster)\b/;

/** Says of a failure whether trying again can help; without a status, Teams was not reached. */
export const channelError = (cause: unknown, conversation: string, editing = false): ChannelError => {
  if (cause instanceof ChannelError) return cause;
  const { statusCode, errorCode, code = errorCode, response } = refusal.safeParse(cause).data ?? {};
  const gone = editing && statusCode !== undefined && isGone(statusCode, code ?? '');
  const retryAfter = secondsOf(response?.headers.get('retry-after'));
  if (statusCode === 401 || isRefusal(code))
    return new ChannelError(
      `Teams refuses the bot${code ? ` (${code})` : ''} in the conversation ${conversation}. ${credentials} The message is tried again.`,
      { retry: true, retryAfter, unauthorized: true, cause },
    );
  const retry = !gone && (statusCode === undefined || statusCode >= 500 || [408, 412, 429].includes(statusCode));
  const fact = statusCode === undefined ? 'could not be reached' : `answered ${statusCode}`;
  const cure = gone ? 'The message to be edited is no longer there.' : cures[statusCode ?? 0];
  const next = retry ? 'The message is tried again.' : (cure ?? 'The message is given up.');
  return new ChannelError(`Teams ${fact}${code ? ` (${code})` : ''} in the conversation ${conversation}. ${next}`, {
    retry,
    retryAfter,
    gone,
    cause,
  });
};

/** Teams says in several ways that a message cannot be edited: of a deleted one it says 403 ServiceError, of an unknown one 400 or 404. */
const isGone = (status: number, code: string): boolean =>
  [404, 405, 410, 501].includes(status) ||
  (status === 400 && /^(?:Bad ?Syntax|Bad ?Argument|\w*NotFound)/i.test(code)) ||
  (status === 403 && /^(?:ServiceError|MessageEdit)/i.test(code));

/** `Retry-After` is a number of seconds or a date. */
const secondsOf = (header: string | undefined): number | undefined => {
  if (!header) return undefined;
  const seconds = Number.isNaN(Number(header)) ? (Date.parse(header) - Date.now()) / 1000 : Number(header);
  return seconds > 0 ? Math.ceil(seconds) : undefined;
};
