/** The turns at hand: each is acknowledged as soon as it is committed, and goes on behind that. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Incoming } from '../../model/message.ts';
import type { Answer, Log } from '../../model/ports.ts';
import type { Post } from './post.ts';

/** How long a stop waits for what is under way, in milliseconds. */
const patience = 5_000;

/** Keeps count of what goes on behind an acknowledgement. */
export const turnsWith = (answer: Answer, post: Post, log: Log) => {
  const open = new Set<Promise<void>>();

  const track = (work: Promise<void>): void => {
    open.add(work);
    void work.finally(() => open.delete(work));
  };

  /** The first reply is delivered only after the commit, so its coming says that nothing can be lost any more. */
  const take = (incoming: Incoming): Promise<void> =>
    new Promise((acknowledge) => {
      let committed = false;
      const turn = async (): Promise<void> => {
        try {
          await answer(incoming, async (reply) => {
            committed = true;
            acknowledge();
            await post(incoming.place, reply);
          });
          acknowledge();
        } catch (error) {
          acknowledge();
          const reference = crypto.randomUUID().slice(0, 8);
          log.error({ err: error, reference, message: incoming.id }, 'a Slack message could not be answered');
          if (!committed) await apologise(incoming, reference);
        }
      };
      track(turn());
    });

  const apologise = async ({ place }: Incoming, reference: string): Promise<void> => {
    const text = `Something went wrong on our side. Try again in a minute; if it keeps failing, give your helpdesk the reference ${reference}.`;
    await post(place, { text, to: 'asker' }).catch((error: unknown) =>
      log.error({ err: error, reference }, 'nor could an apology be posted'),
    );
  };

  return {
    take,
    track,
    /** Waits for what is under way, but not for long. */
    settle: async (): Promise<void> => {
      await Promise.race([Promise.all(open), sleep(patience, undefined, { ref: false })]);
    },
  };
};
