/** Sending, and what Teams says when it does not take a message. */
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import { ChannelError } from '../../model/errors.ts';
import type { Reply } from '../../model/reply.ts';
import { activityOf } from './render.ts';

/** Sends a reply where the context stands and returns the id that Teams gave it; throws `ChannelError`. */
export const send = async (context: TurnContext, reply: Reply): Promise<string | undefined> => {
  try {
    const sent = await context.sendActivity(activityOf(reply));
    return sent?.id;
  } catch (error) {
    throw channelError(error, context.activity.conversation.id);
  }
};

const refusal = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional().catch(undefined),
});

const cures: Readonly<Record<number, string>> = {
  401: 'Check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.',
  403: 'The app was blocked or removed there. Install it again to go on.',
  404: 'The conversation no longer exists. Nothing needs doing.',
  413: 'The message is too large. Shorten the entry that it shows.',
};

/** Says of a failure to send whether trying again can help; without a status, Teams was not reached. */
export const channelError = (cause: unknown, conversation: string): ChannelError => {
  if (cause instanceof ChannelError) return cause;
  const { statusCode, errorCode, code = errorCode, response } = refusal.safeParse(cause).data ?? {};
  const retry = statusCode === undefined || statusCode >= 500 || [408, 412, 429].includes(statusCode);
  const fact = statusCode === undefined ? 'could not be reached' : `answered ${statusCode}`;
  const next = retry ? 'The message is tried again.' : (cures[statusCode] ?? 'The message is given up.');
  return new ChannelError(`Teams ${fact}${code ? ` (${code})` : ''} in the conversation ${conversation}. ${next}`, {
    retry,
    retryAfter: secondsOf(response?.headers.get('retry-after')),
    cause,
  });
};

/** `Retry-After` is a number of seconds or a date. */
const secondsOf = (header: string | undefined): number | undefined => {
  if (!header) return undefined;
  const seconds = Number.isNaN(Number(header)) ? (Date.parse(header) - Date.now()) / 1000 : Number(header);
  return seconds > 0 ? Math.ceil(seconds) : undefined;
};
