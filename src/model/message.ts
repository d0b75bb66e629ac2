/** What arrives from a channel, in terms that every channel shares. */
import type { Picture } from './picture.ts';

export type ChannelName = 'teams' | 'slack' | 'web' | 'terminal' | 'json';

/** Where a conversation takes place. `ref` is the channel's own return address, opaque to all others and plain JSON. */
export type Place = { readonly channel: ChannelName; readonly conversation: string; readonly ref?: unknown };

/** Who speaks. `id` is the channel's own and stable; `locale` is a BCP 47 tag. */
export type Person = { readonly id: string; readonly name: string; readonly locale?: string };

/**
 * What happened. `turn` is the `Reply.turn` of the card that was pressed, absent where the channel cannot tell;
 * `about` is the entry, ticket or notice that the card was about, so that an old card still counts.
 * `overheard`: said in a channel without addressing the bot; it counts only in the thread of a living card.
 */
export type Event =
  | { readonly kind: 'joined' }
  | {
      readonly kind: 'said';
      readonly text: string;
      readonly overheard?: true;
      readonly pictures?: readonly Picture[];
    }
  | { readonly kind: 'chose'; readonly choice: string; readonly turn?: number; readonly about?: string }
  | {
      readonly kind: 'filled';
      /** The choice of the form's submit button; absent where the channel cannot tell. */
      readonly choice?: string;
      /** By field id; a field left empty is absent or "". */
      readonly values: Readonly<Record<string, string>>;
      readonly turn?: number;
      readonly about?: string;
    };

/**
 * One arrival. `id` is the channel's own id of the message or press, so that a repeat is recognised.
 * `room` is the channel or group chat that the place is part of, as the address of a new post there; absent in a personal chat.
 */
export type Incoming = {
  readonly id: string;
  readonly place: Place;
  readonly room?: Place;
  readonly person: Person;
  readonly event: Event;
};

/** The key of a place: two addresses of one conversation have the same. */
export const placeKey = ({ channel, conversation }: Place): string => `${channel}:${conversation}`;

/** The key of a person across the channels. */
export const personKey = (channel: ChannelName, { id }: Person): string => `${channel}:${id}`;
