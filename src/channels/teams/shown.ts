/** The newest cards sent, so that a pressed one can be shown once more without its buttons. */
import type { Reply } from '../../model/reply.ts';
import type { Hooks } from './hooks.ts';

export type Shown = {
  keep(conversation: string, id: string | undefined, reply: Reply): void;
  find(conversation: string, id: string | undefined): Reply | undefined;
};

/** The name of a message across the channels. */
export const messageKey = (conversation: string, id: string): string => `teams:${conversation}/${id}`;

/** Remembers the last `most` cards; a forgotten card merely keeps its buttons. `rateable` hears of those that are about an entry. */
export const remember = (rateable: Hooks['rateable'], most = 1000): Shown => {
  const replies = new Map<string, Reply>();
  return {
    keep(conversation, id, reply) {
      const key = `${conversation}/${id}`;
      replies.delete(key);
      if (id && reply.entry !== undefined) rateable?.({ message: messageKey(conversation, id), entry: reply.entry });
      if (!id || !reply.actions?.length) return;
      replies.set(key, reply);
      for (const oldest of replies.keys()) {
        if (replies.size <= most) return;
        replies.delete(oldest);
      }
    },
    find: (conversation, id) => replies.get(`${conversation}/${id}`),
  };
};
