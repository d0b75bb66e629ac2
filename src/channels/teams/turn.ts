/** One turn: show that the bot is at work, answer, and say what became of a pressed button. */
import type { TurnContext } from 'botbuilder';
import type { Incoming } from '../../model/message.ts';
import type { Answer, Log } from '../../model/ports.ts';
import type { Result } from './http.ts';
import { failed, pressed } from './invoke.ts';
import { send } from './post.ts';
import type { Shown } from './shown.ts';

export type Parts = { readonly answer: Answer; readonly shown: Shown; readonly log: Log };

/** Answers what came in. */
export const turn = async (
  context: TurnContext,
  incoming: Incoming,
  { answer, shown, log }: Parts,
): Promise<Result> => {
  const { activity } = context;
  const { conversation } = incoming.place;
  try {
    await hint(context);
    await answer(incoming, async (reply) => {
      shown.keep(conversation, await send(context, reply), reply);
    });
  } catch (error) {
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, reference, activity: activity.id }, 'a Teams message could not be answered');
    return apologise(context, reference);
  }
  if (activity.type === 'invoke') return pressed(incoming.event, shown.find(conversation, activity.replyToId));
  const held = context.bufferedReplyActivities;
  return held.length > 0 ? { status: 200, body: { activities: held } } : { status: 200 };
};

/** What to answer to an activity that the bot has no answer to. */
export const ignore = ({ type, name }: { readonly type: string; readonly name?: string }): Result => {
  if (type !== 'invoke') return { status: 200 };
  return name === 'adaptiveCard/action'
    ? failed(400, 'This button no longer works. Ask again to get a new card.')
    : { status: 501, body: { error: 'Signpost does not handle this kind of invoke.' } };
};

/** Shows that the bot is typing; when that fails, the answer still comes. */
const hint = async (context: TurnContext): Promise<void> => {
  await context.sendActivity({ type: 'typing' }).catch(() => undefined);
};

const apologise = async (context: TurnContext, reference: string): Promise<Result> => {
  const text = `Something went wrong on our side. Try again in a minute; if it keeps failing, give your helpdesk the reference ${reference}.`;
  await context.sendActivity({ type: 'message', textFormat: 'plain', text }).catch(() => undefined);
  return context.activity.type === 'invoke' ? failed(500, text) : { status: 500, body: { error: text } };
};
