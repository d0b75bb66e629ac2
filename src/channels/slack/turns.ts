/** The turns at hand: each is acknowledged as soon as it is committed, and goes on behind that. */
import { channelWords } from '../../model/channel-words.ts';
import type { Incoming, Person } from '../../model/message.ts';
import type { Answer, Log } from '../../model/ports.ts';
import { newReference } from '../../model/reference.ts';
import type { Reply } from '../../model/reply.ts';

/** Shows one reply of a turn; the first one is told apart, and so is an apology for a turn that failed. */
export type Show = (reply: Reply, which: 'first' | 'later' | 'apology') => Promise<unknown>;

/** What a turn led to: its first reply, if it has one, or an apology. One that is repeated is not shown again. */
export type Taken = { readonly reply?: Reply | undefined; readonly repeated?: boolean; readonly failed?: true };

/** Keeps count of what goes on behind an acknowledgement; `localeOf` tells the locale of a person as far as it is known. */
export const turnsWith = (answer: Answer, localeOf: (person: Person) => string | undefined, log: Log) => {
  const open = new Set<Promise<void>>();

  const track = (work: Promise<unknown>): void => {
    const tracked = work.then(
      () => {},
      (error: unknown) => log.error({ err: error }, 'something behind a Slack message failed'),
    );
    open.add(tracked);
    void tracked.finally(() => open.delete(tracked));
  };

  /** Comes as soon as the turn is committed: nothing can be lost any more then. */
  const take = (incoming: Incoming, show: Show): Promise<Taken> =>
    new Promise((acknowledge) => {
      let committed = false;
      const turn = async (): Promise<void> => {
        try {
          const { replies, repeated } = await answer(incoming, async (reply) => {
            const which = committed ? 'later' : 'first';
            committed = true;
            acknowledge({ reply });
            await show(reply, which);
          });
          acknowledge({ reply: replies[0], repeated });
        } catch (error) {
          const reference = newReference();
          log.error({ err: error, reference, message: incoming.id }, 'a Slack message could not be answered');
          if (!committed) await apologise(show, reference, localeOf(incoming.person), acknowledge);
        }
      };
      track(turn());
    });

  const apologise = async (
    show: Show,
    reference: string,
    locale: string | undefined,
    acknowledge: (taken: Taken) => void,
  ): Promise<void> => {
    const text = channelWords(locale).failed(reference);
    const apology: Reply = { text, to: 'asker' };
    acknowledge({ reply: apology, failed: true });
    await show(apology, 'apology').catch((error: unknown) =>
      log.error({ err: error, reference }, 'nor could an apology be posted'),
    );
  };

  return {
    take,
    track,
    /** Waits for what is under way, and for what that begins. */
    settle: async (): Promise<void> => {
      while (open.size > 0) await Promise.all(open);
    },
  };
};
