/** What the channel asks of the rest of the program besides answers; what is absent is not offered. */
import type { Place } from '../../model/message.ts';
import type { Places, Rateable } from '../../model/ports.ts';
import type { Hit, Reply } from '../../model/reply.ts';

export type Hooks = {
  /** What a text may mean, best first; examples for an empty one. Keeps nothing. */
  readonly search?: (text: string, locale?: string) => readonly Hit[];
  /** What somebody's message means, as a card without buttons. Keeps nothing. */
  readonly explain?: (text: string, locale?: string) => Reply;
  /** Whether the living cards of this name are worth asking for their present state. */
  readonly refreshes?: (name: string) => boolean;
  /** The living card of a name as it is now, if it was posted to this room. Changes nothing. */
  readonly now?: (name: string, room: Place) => Promise<Reply | undefined>;
  /** Counts that somebody found the answer about an entry helpful or not; "" is an answer that is no longer known. */
  readonly rate?: (entry: string, liked: boolean) => Promise<void>;
  /** Hears which entry a message is about, for whichever replica its thumbs come to. */
  readonly rateable?: (sent: Rateable) => void;
  readonly entryOf?: (message: string) => Promise<string | undefined>;
  /** Hears that the bot was taken out of a room or a personal chat. */
  readonly left?: (room: Place) => Promise<void>;
  readonly places?: Places;
};
