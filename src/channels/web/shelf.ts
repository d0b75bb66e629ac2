/** Keeps the pictures that the page sent until they are read; they never reach the disk. */
import { z } from 'zod';
import { ChannelError } from '../../model/errors.ts';

const reference = z.object({ shelf: z.uuid() });

/** How long a picture is kept that nobody reads, in milliseconds, and how many are. */
const keptFor = 2 * 60_000;
const most = 6;

/** How long until it is looked again, in seconds; the picture may lie in another process that serves the page. */
const lookAgain = 5;

export const shelf = () => {
  const pictures = new Map<string, Uint8Array>();

  const drop = (id: string): void => void pictures.delete(id);

  return {
    /** Returns the reference of the picture; the oldest one goes when there are too many. */
    put(bytes: Uint8Array): { readonly shelf: string } {
      const id = crypto.randomUUID();
      pictures.set(id, bytes);
      setTimeout(drop, keptFor, id).unref();
      for (const oldest of pictures.keys()) {
        if (pictures.size <= most) break;
        drop(oldest);
      }
      return { shelf: id };
    },

    /** Gives a picture out once; throws `ChannelError` when it is not here. */
    take(ref: unknown): Uint8Array {
      const id = reference.safeParse(ref).data?.shelf ?? '';
      const bytes = pictures.get(id);
      drop(id);
      if (bytes) return bytes;
      throw new ChannelError('The picture is not kept here. It is looked for again.', {
        retry: true,
        retryAfter: lookAgain,
      });
    },
  };
};
