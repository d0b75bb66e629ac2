/** Posts promised messages: as they are, as a living card that is edited in place, or in the thread of one. */
import { ChannelError } from '../model/errors.ts';
import type { ChannelName } from '../model/message.ts';
import type { Channel, Post, Shown, Store } from '../model/ports.ts';

/** How long to wait for a channel that is not set up here, in seconds. */
const whenSetUp = 300;

export const poster = (parts: {
  readonly store: Store;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
}): ((post: Post) => Promise<void>) => {
  const { store, channels } = parts;

  const channelOf = (name: ChannelName): Channel => {
    const channel = channels.get(name);
    if (channel) return channel;
    throw new ChannelError(`The channel ${name} is not set up here. Set it up, or let the reply go.`, {
      retry: true,
      retryAfter: whenSetUp,
    });
  };

  const fresh = async ({ place, reply, card }: Post): Promise<void> => {
    const posted = await channelOf(place.channel).post(place, reply, card?.name);
    if (card && posted) await store.show({ ...card, place, ...posted });
  };

  const edited = async (shown: Shown, post: Post): Promise<void> => {
    const { rev } = post.card!;
    if (shown.rev >= rev) return;
    try {
      await channelOf(shown.place.channel).edit(shown.place, shown.message, post.reply, shown.name);
    } catch (error) {
      if (!(error instanceof ChannelError && error.gone)) throw error;
      await store.unshow(shown.name);
      return fresh(post);
    }
    await store.show({ ...shown, rev });
  };

  return async (post) => {
    if (post.card) {
      const shown = await store.shown(post.card.name);
      return shown ? edited(shown, post) : fresh(post);
    }
    if (post.under === undefined) return fresh(post);
    const shown = await store.shown(post.under);
    if (!shown)
      throw new ChannelError(`The card "${post.under}" is not posted yet. The line below it is tried again.`, {
        retry: true,
      });
    return fresh({ ...post, place: shown.thread ?? shown.place });
  };
};
