/** The edges of the engine: store, channels, log. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AuditStore } from './audit.ts';
import type { Board } from './board.ts';
import type { Effect, Gap, Saved, Understood } from './dialog.ts';
import type { InstallationStore } from './installation-store.ts';
import type { ChannelName, Incoming, Person, Place } from './message.ts';
import type { NoticeStore } from './notice.ts';
import type { Reply } from './reply.ts';
import type { TicketStore } from './ticket-store.ts';

/** A conversation as saved. `turn` counts the decisions taken; 0 is a new conversation. */
export type Conversation = { readonly key: string; readonly turn: number; readonly saved: Saved | null };

/** What was decided on one incoming message; kept for a day so that a repeat gets the same answer. */
export type Turn = {
  readonly turn: number;
  readonly replies: readonly Reply[];
  readonly effects: readonly string[];
  readonly understood: Understood | null;
};

/** Whose turn an effect came from. */
export type Origin = {
  readonly place: Place;
  readonly room?: Place;
  readonly person: Person;
  readonly conversation: string;
  readonly thread?: string;
  readonly turn: number;
  readonly at: number;
};

/**
 * A message to post. With `card`, it is the newest look of the living card of that name: the first is posted, later ones edit it,
 * and one with a lower `rev` than is shown does nothing. With `under`, it is posted in the thread of that living card.
 */
export type Post = {
  readonly key: string;
  readonly kind: 'post';
  readonly place: Place;
  readonly reply: Reply;
  readonly card?: { readonly name: string; readonly rev: number };
  readonly under?: string;
  /** It still matters tomorrow: while its platform is down it is tried for a day rather than for half an hour. */
  readonly patient?: true;
};

/** An event for another program, as JSON; `key` is also the id of the event, so that a repeat is recognised. */
export type WebhookJob = {
  readonly key: string;
  readonly kind: 'webhook';
  readonly url: string;
  readonly body: string;
};

/** An effect that was promised, with whose it is. */
export type EffectJob = Effect & { readonly key: string; readonly from: Origin };

/** The job of one kind of effect. */
export type JobOf<K extends Effect['kind']> = Extract<Effect, { readonly kind: K }> & {
  readonly key: string;
  readonly from: Origin;
};

/** Work that was promised. `key` is unique, so promising twice promises once. */
export type Job = Post | EffectJob | WebhookJob;

/** A job and when it is due. */
export type Promised = { readonly job: Job; readonly dueAt: number };

/** Carries out the effects of one part of the program, by kind; what it throws is tried again unless it is a final `ChannelError`. */
export type Handlers = { readonly [K in Effect['kind']]?: (job: JobOf<K>) => Promise<void> } & {
  readonly webhook?: (job: WebhookJob) => Promise<void>;
  /** Hears of a patient message that was given up, before it is. */
  readonly lost?: (post: Post) => Promise<void>;
};

/** A living card as it was posted. `thread` is where replies under it go, where the channel has threads. */
export type Shown = {
  readonly name: string;
  readonly rev: number;
  readonly place: Place;
  readonly message: string;
  readonly thread?: Place;
};

export type Commit = {
  readonly message: string;
  readonly turn: Turn;
  readonly saved: Saved;
  readonly jobs: readonly Promised[];
};

/** `untried` takes back that the job was taken, so that it counts as no try. */
type Settlement =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry' | 'untried'; readonly at: number; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** How a conversation is reached now, which is newer than the addresses that were saved with it. */
export type Places = {
  /** The channel's own JSON of the last contact, `left` where the bot was taken out, undefined where nothing is known. */
  find(key: string): Promise<{ readonly ref: unknown } | 'left' | undefined>;
  /** Writes nothing where the same is known, but for its age once a day. */
  note(key: string, ref: object, at: number): Promise<void>;
  leave(key: string, at: number): Promise<void>;
};

/** How often people found the answer about an entry helpful or not; `entry` is "" for an answer that is no longer known. */
export type Rating = { readonly entry: string; readonly liked: number; readonly disliked: number };

/** A message that people can find helpful or not; `message` names it across the channels. */
export type Rateable = { readonly message: string; readonly entry: string };

/** Times are milliseconds since 1970. */
export type Store = TicketStore & {
  conversation(key: string): Promise<Conversation>;
  /** Both in one look, for a message that has arrived: the conversation, and the turn that the message already led to. */
  arrival(key: string, message: string): Promise<{ readonly was: Conversation; readonly before?: Turn }>;
  /** Writes turn, state and jobs in one transaction; false when another replica was first, or the message had its turn. */
  commit(was: Conversation, now: Commit): Promise<boolean>;
  /** Adds the jobs whose key is new. */
  promise(jobs: readonly Promised[]): Promise<number>;
  /** Leases up to `limit` due jobs to the caller until `until`, and as many that are due so late that the clock must have gone back. */
  due(limit: number, now: number, until: number): Promise<readonly { readonly job: Job; readonly tries: number }[]>;
  /**
   * Ends the lease of a job that waits; one that is done or failed stays so. `tries` is what the caller was told when it
   * took the job (0 before anyone did): a retry or failure does not count once somebody else has taken it.
   */
  settle(key: string, how: Settlement, tries?: number): Promise<void>;
  /** Forgets these jobs, which are done and whose keys are never promised again, as those of replies are not. */
  done(keys: readonly string[]): Promise<void>;
  recordOutcome(key: string, outcome: { entry: string; method: number; worked: boolean }, at: number): Promise<void>;
  recordGap(gap: Gap, at: number): Promise<void>;
  /** What was missing, most often asked first. */
  gaps(limit: number): Promise<readonly (Gap & { readonly count: number; readonly at: number })[]>;
  /** Remembers for a month which entry each message is about. */
  rateable(messages: readonly Rateable[], at: number): Promise<void>;
  /** The entry that a message is about, if it is remembered. */
  entryOf(message: string): Promise<string | undefined>;
  rate(entry: string, liked: boolean): Promise<void>;
  /** Most often disliked first. */
  ratings(): Promise<readonly Rating[]>;
  readonly places: Places;
  /** The living card of a name, if it was posted. */
  shown(name: string): Promise<Shown | undefined>;
  show(card: Shown): Promise<void>;
  unshow(name: string): Promise<void>;
  /** The name of the living card whose thread a place is, if it is one. */
  threadAt(place: Place): Promise<string | undefined>;
  /** Whether the caller is the one replica that runs the task of this name now; it is due again after `every` milliseconds. */
  takeTurn(name: string, every: number, now: number): Promise<boolean>;
  /** How a turn to run a task ended. */
  endTurn(name: string, succeeded: boolean, now: number): Promise<void>;
  /** What all replicas share. */
  board(): Promise<Board>;
  readonly notices: NoticeStore<Promised>;
  readonly audits: AuditStore;
  readonly installations: InstallationStore;
  /** Forgets turns and finished jobs older than `before`, and conversations that have been quiet for a month more. */
  forget(before: number): Promise<void>;
  /** How many jobs wait, how many of those nobody takes up, and how many were given up within the last day. */
  backlog(now: number): Promise<{ readonly waiting: number; readonly late: number; readonly failed: number }>;
  /** When each scheduled task is due again, and when it last succeeded (0 for never), by its name. */
  taskTimes(): Promise<ReadonlyMap<string, { readonly due: number; readonly succeeded: number }>>;
  close(): Promise<void>;
};

/** Sends one reply of the turn at hand; throws `ChannelError`. */
export type Deliver = (reply: Reply) => Promise<void>;

/** What became of an incoming message. `repeated` tells that it had been answered before. */
export type Answered = Turn & { readonly repeated: boolean };

/**
 * The one way in. With `deliver`, the replies are promised in the same commit and delivered now; what fails is retried later.
 * Without it, the caller shows the returned replies itself.
 */
export type Answer = (incoming: Incoming, deliver?: Deliver) => Promise<Answered>;

/** What is run now and then; `every` is in milliseconds. */
export type Task = { readonly name: string; readonly every: number; readonly run: () => Promise<void> };

/** A way in over HTTP. The server parses no body; `handle` owns request and response and may throw `InputError`. */
export type Route = {
  readonly method: 'GET' | 'POST';
  /** Whether HEAD is answered as well, as monitors ask. */
  readonly head?: true;
  readonly path: string;
  /** The most bytes that it takes, where that is more than usual. */
  readonly most?: number;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

/** What a channel knows of a message that it posted: its id there, and where replies under it go. */
export type Posted = { readonly message: string; readonly thread?: Place };

/** Fetches from an address that `allowed` admits, with caps on size and time; throws `InputError` (413, too large) or `ChannelError`. */
export type Download = (
  address: string,
  how: { readonly allowed: (url: URL) => boolean; readonly authorization?: string },
) => Promise<Uint8Array>;

export type Channel = {
  readonly name: ChannelName;
  readonly routes: readonly Route[];
  /** Throws `ChannelError` when the platform refuses the bot; one that refused it and cannot be asked now still does. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Why the platform refuses the bot now, where that was heard since the start, as on a connection that is kept. */
  refused?(): string | undefined;
  /**
   * Posts a reply to a place outside a turn; throws `ChannelError`. Undefined where the channel has no ids.
   * `living` is the name of the living card that it shows.
   */
  post(place: Place, reply: Reply, living?: string): Promise<Posted | undefined>;
  /** Puts a reply in the place of a posted message; throws `ChannelError`, with `gone` when the message is no longer there. */
  edit(place: Place, message: string, reply: Reply, living?: string): Promise<void>;
  /** The bytes of a picture that came in a message at this place; throws as `download` does. Absent where there are no pictures. */
  fetch?(place: Place, ref: unknown, download: Download): Promise<Uint8Array>;
};

/** Structured log; never given secrets or people's words. */
export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};
