/** Keeps what is posted to the page's conversations until the page has fetched it. */
import { ChannelError } from '../../model/errors.ts';
import type { Reply } from '../../model/reply.ts';

/** `id` names the message; a later one of the same id takes its place on the page. */
type News = { readonly id: string; readonly rev: number; readonly reply: Reply };

type Box = { news: News[]; last: number; wake: (() => void) | undefined };

/** How long a conversation is kept that no page asks for, in milliseconds. */
const keptFor = 24 * 3_600_000;
const mostBoxes = 10_000;
const mostNews = 50;

/** How long to wait before it is looked again whether the page is open here, in seconds. */
const lookAgain = 60;

export const mailbox = (clock: () => number = Date.now) => {
  const boxes = new Map<string, Box>();

  /** The newest conversations stand last; the oldest are forgotten. */
  const boxOf = (conversation: string): Box => {
    const box = boxes.get(conversation) ?? { news: [], last: 0, wake: undefined };
    boxes.delete(conversation);
    boxes.set(conversation, box);
    box.last = clock();
    for (const [oldest, { last }] of boxes) {
      if (boxes.size <= mostBoxes && last > clock() - keptFor) break;
      boxes.delete(oldest);
    }
    return box;
  };

  return {
    /** Tells that a page has this conversation open here. */
    open(conversation: string): void {
      boxOf(conversation);
    },

    /** Keeps a message for the page; throws `ChannelError` when no page has the conversation open here. */
    put(conversation: string, id: string, reply: Reply): void {
      const box = boxes.get(conversation);
      if (!box)
        throw new ChannelError('The page of this conversation is not open here. It is looked for again.', {
          retry: true,
          retryAfter: lookAgain,
        });
      const rev = Math.max(0, ...box.news.filter((one) => one.id === id).map((one) => one.rev)) + 1;
      box.news = [...box.news.filter((one) => one.id !== id), { id, rev, reply }].slice(-mostNews);
      box.wake?.();
    },

    /** What the page has not seen yet, at once or when it comes, but after `patience` milliseconds in any case. */
    async take(
      conversation: string,
      seen: readonly string[],
      patience: number,
      end: AbortSignal,
    ): Promise<readonly News[]> {
      const box = boxOf(conversation);
      box.news = box.news.filter(({ id, rev }) => !seen.includes(`${id}/${rev}`));
      if (box.news.length === 0 && !end.aborted) await arrival(box, patience, end);
      box.last = clock();
      return box.news;
    },
  };
};

const arrival = (box: Box, patience: number, end: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      end.removeEventListener('abort', done);
      if (box.wake === done) box.wake = undefined;
      resolve();
    };
    const timer = setTimeout(done, patience);
    end.addEventListener('abort', done);
    box.wake?.();
    box.wake = done;
  });
