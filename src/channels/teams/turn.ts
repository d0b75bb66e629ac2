/** One turn: show that the bot is at work, answer, and say what became of a pressed button. */
import type { TurnContext } from 'botbuilder';
import { channelWords } from '../../model/channel-words.ts';
import type { Incoming } from '../../model/message.ts';
import type { Answer, Log } from '../../model/ports.ts';
import { newReference } from '../../model/reference.ts';
import type { Reply } from '../../model/reply.ts';
import { arrivalOf } from './activity.ts';
import type { Result } from './http.ts';
import { dialogued, failed, isInDialog, pressed, takesPlace } from './invoke.ts';
import { rootOf } from './place.ts';
import { replace, send } from './post.ts';
import { pressIn, type Way, wayOf } from './press.ts';
import type { Shown } from './shown.ts';

/** `fit` leaves out of a reply what the clients of this channel cannot do. */
export type Parts = {
  readonly answer: Answer;
  readonly shown: Shown;
  readonly fit: (reply: Reply) => Reply;
  readonly log: Log;
};

export const turn = async (
  context: TurnContext,
  incoming: Incoming,
  { answer, shown, fit, log }: Parts,
): Promise<Result> => {
  const arrival = arrivalOf(context.activity);
  const { event, place, room } = incoming;
  const { conversation } = place;
  const way = wayOf(arrival) ?? 'message';
  const card = pressIn(arrival)?.card;
  const shared = room !== undefined;
  const quiet = event.kind === 'said' && event.overheard === true;
  let replaced = false;

  const typing = hint(context, !quiet && (way === 'message' || way === 'button'));

  const deliver = async (answered: Reply): Promise<void> => {
    await typing.over();
    const reply = fit(answered);
    if (isInDialog(way, reply, shared)) return;
    const inPlace = card !== undefined && !replaced && takesPlace(event, reply);
    replaced ||= inPlace;
    const id = inPlace ? await replace(context, card, reply) : await send(context, reply);
    shown.keep(conversation, id, reply);
  };

  try {
    const before = shown.find(conversation, card);
    const { replies } = await answer(incoming, deliver);
    if (way === 'button')
      return pressed(
        event,
        replies.length > 0 ? before : shown.find(conversation, card),
        replies.map(fit),
        incoming.person.locale,
      );
    if (way !== 'message') return dialogued(way, replies, shared, { card, root: rootOf(conversation) });
  } catch (error) {
    const reference = newReference();
    log.error({ err: error, reference, activity: arrival.id }, 'a Teams message could not be answered');
    await typing.over();
    return apologise(context, way, channelWords(incoming.person.locale).failed(reference), quiet);
  } finally {
    await typing.over();
  }
  const held = context.bufferedReplyActivities;
  return held.length > 0 ? { status: 200, body: { activities: held } } : { status: 200 };
};

/** What to answer to an activity that the bot has no answer to. */
export const ignore = (activity: {
  readonly type: string;
  readonly name?: string;
  readonly locale?: string;
}): Result => {
  const way = wayOf(activity);
  if (way === 'message' || activity.name === 'message/submitAction') return { status: 200 };
  if (way) return failed(way, 400, channelWords(activity.locale).oldButton);
  return { status: 501, body: { error: 'Signpost does not handle this kind of invoke.' } };
};

/** How long a person waits before it is shown that the bot is at work, in milliseconds. */
const patience = 500;

/** Shows that the bot is typing when the answer takes long; when that fails, the answer still comes. */
const hint = (context: TurnContext, wanted: boolean) => {
  let shown: Promise<unknown> | undefined;
  const timer = wanted
    ? setTimeout(() => {
        shown = context.sendActivity({ type: 'typing' }).catch(() => undefined);
      }, patience)
    : undefined;
  return {
    /** The sign must not come after the answer. */
    async over(): Promise<void> {
      clearTimeout(timer);
      await shown;
    },
  };
};

/** People whose words were only overheard are not told of our troubles, and a dialog tells them itself. */
const apologise = async (context: TurnContext, way: Way, text: string, quiet: boolean): Promise<Result> => {
  if (!quiet && (way === 'message' || way === 'button'))
    await context.sendActivity({ type: 'message', textFormat: 'plain', text }).catch(() => undefined);
  return way === 'message' ? { status: 500, body: { error: text } } : failed(way, 500, text);
};
