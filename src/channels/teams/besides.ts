/** The invokes that are no part of a conversation: the message extension, cards that refresh themselves, thumbs below an answer. */
import type { Log } from '../../model/ports.ts';
import { channelWords } from '../../model/channel-words.ts';
import type { Reply } from '../../model/reply.ts';
import { type Arrival, localeOf } from './activity.ts';
import { extended, unextended } from './extension.ts';
import { thumbed } from './feedback.ts';
import type { Hooks } from './hooks.ts';
import type { Result } from './http.ts';
import { failed } from './invoke.ts';
import { refreshed } from './refresh.ts';

type Parts = {
  readonly hooks: Hooks;
  readonly fit: (reply: Reply) => Reply;
  readonly log: Log;
};

/** Answers such an invoke; nothing where the activity is none. */
export const besides = async (arrival: Arrival, { hooks, fit, log }: Parts): Promise<Result | undefined> => {
  try {
    return extended(arrival, hooks) ?? (await refreshed(arrival, hooks, fit)) ?? (await thumbed(arrival, hooks, log));
  } catch (error) {
    log.error({ err: error, invoke: arrival.name }, 'a Teams invoke could not be answered');
    return unextended(arrival) ?? failed('button', 500, channelWords(localeOf(arrival)).notRefreshed);
  }
};
