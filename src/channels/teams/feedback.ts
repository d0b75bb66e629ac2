/** The thumbs below an answer: they are counted, and what is written with them is not read. */
import { z } from 'zod';
import type { Log } from '../../model/ports.ts';
import type { Arrival } from './activity.ts';
import type { Hooks } from './hooks.ts';
import type { Result } from './http.ts';
import { messageKey } from './shown.ts';

const rated = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']) }),
});

/** The answer to a press on a thumb; nothing where the activity is none. */
export const thumbed = async (arrival: Arrival, { rate, entryOf }: Hooks, log: Log): Promise<Result | undefined> => {
  if (arrival.type !== 'invoke' || arrival.name !== 'message/submitAction') return undefined;
  const { data } = rated.safeParse(arrival.value);
  if (!data) return undefined;
  const { reaction } = data.actionValue;
  const message = messageKey(arrival.conversation?.id ?? '', arrival.replyToId ?? '');
  try {
    await rate?.((await entryOf?.(message)) ?? '', reaction === 'like');
  } catch (error) {
    log.warn({ err: error }, 'a thumb below an answer could not be counted');
  }
  return { status: 200 };
};
