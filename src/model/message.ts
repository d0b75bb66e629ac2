/** What arrives from a channel, in terms that every channel shares. */

export type ChannelName = 'teams' | 'slack' | 'web' | 'terminal' | 'json';

/** Where a conversation takes place. `ref` is the channel's own return address, opaque to all others and plain JSON. */
export type Place = { readonly channel: ChannelName; readonly conversation: string; readonly ref?: unknown };

/** Who speaks. `id` is the channel's own and stable; `locale` is a BCP 47 tag. */
export type Person = { readonly id: string; readonly name: string; readonly locale?: string };

/**
 * What happened. `turn` is the `Reply.turn` of the card that was pressed, absent where the channel cannot tell;
 * `about` is the entry that the card was about, so that an old card still counts.
 */
export type Event =
  | { readonly kind: 'joined' }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'chose'; readonly choice: string; readonly turn?: number; readonly about?: string }
  | { readonly kind: 'filled'; readonly values: Readonly<Record<string, string>>; readonly turn?: number };

/** One arrival. `id` is the channel's own id of the message or press, so that a repeat is recognised. */
export type Incoming = {
  readonly id: string;
  readonly place: Place;
  readonly person: Person;
  readonly event: Event;
};
