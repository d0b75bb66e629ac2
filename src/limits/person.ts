/** How much one person may write: a flood costs one sentence and then nothing. */
import { type Incoming, personKey } from '../model/message.ts';
import type { Answer, Answered } from '../model/ports.ts';
import type { Reply } from '../model/reply.ts';
import { bucketOf } from './bucket.ts';

/** `perMinute` of 0 is no limit; `sorry` is told once, with the seconds after which the person is heard again. */
type PersonLimit = {
  readonly perMinute: number;
  readonly clock: () => number;
  readonly sorry: (seconds: number, locale?: string) => Reply;
  readonly refused?: () => void;
};

const nothing: Answered = { turn: 0, replies: [], effects: [], understood: null, repeated: false };

/** The terminal and the JSON lines belong to whoever runs the program, and what is said in the thread of a ticket must not be lost. */
const isFree = ({ place, event }: Incoming): boolean =>
  place.channel === 'terminal' || place.channel === 'json' || (event.kind === 'said' && event.overheard === true);

/** The same way in, for people who keep to the limit. */
export const limitPeople = (answer: Answer, { perMinute, clock, sorry, refused }: PersonLimit): Answer => {
  if (perMinute === 0) return answer;
  const bucket = bucketOf(perMinute, clock);
  return async (incoming, deliver) => {
    const taken = isFree(incoming) || bucket.take(personKey(incoming.place.channel, incoming.person));
    if (taken === true || taken.ok) return answer(incoming, deliver);
    refused?.();
    if (!taken.first) return nothing;
    const reply = sorry(taken.after, incoming.person.locale);
    // It is not promised: a person who is not told of the limit has lost nothing.
    await deliver?.(reply).catch(() => undefined);
    return { ...nothing, replies: [reply] };
  };
};
