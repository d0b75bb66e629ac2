/** Keeps what is posted to the conversations of a JSON door until their next line asks for it. */
import { randomUUID } from 'node:crypto';
import type { Channel } from '../../model/ports.ts';
import type { Reply } from '../../model/reply.ts';

type Mailbox = {
  readonly channel: Channel;
  /** What was posted to a conversation since it was last asked; an edited card comes again as it is now. */
  take(conversation: string): readonly Reply[];
};

export const mailbox = (): Mailbox => {
  const waiting = new Map<string, Reply[]>();
  const put = (conversation: string, reply: Reply): void => {
    waiting.set(conversation, [...(waiting.get(conversation) ?? []), reply]);
  };
  return {
    channel: {
      name: 'json',
      routes: [],
      start: async () => {},
      stop: async () => {},
      async post(place, reply) {
        put(place.conversation, reply);
        const message = randomUUID();
        return { message, thread: { channel: 'json', conversation: `${place.conversation}/${message}` } };
      },
      edit: async (place, _message, reply) => put(place.conversation, reply),
    },
    take(conversation) {
      const replies = waiting.get(conversation) ?? [];
      waiting.delete(conversation);
      return replies;
    },
  };
};
