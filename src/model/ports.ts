/** The edges of the engine: store, channels, log. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Gap, Saved, Understood } from './dialog.ts';
import type { ChannelName, Incoming, Place } from './message.ts';
import type { Reply } from './reply.ts';

/** A conversation as saved. `turn` counts the decisions taken; 0 is a new conversation. */
export type Conversation = { readonly key: string; readonly turn: number; readonly saved: Saved | null };

/** What was decided on one incoming message; kept for a day so that a repeat gets the same answer. */
export type Turn = {
  readonly turn: number;
  readonly replies: readonly Reply[];
  readonly effects: readonly string[];
  readonly understood: Understood | null;
};

/** Work that was promised. `key` is unique, so promising twice promises once. */
export type Job =
  | { readonly key: string; readonly kind: 'post'; readonly place: Place; readonly reply: Reply }
  | {
      readonly key: string;
      readonly kind: 'recordOutcome';
      readonly entry: string;
      readonly method: number;
      readonly worked: boolean;
    }
  | { readonly key: string; readonly kind: 'recordGap'; readonly gaps: readonly Gap[] };

export type Commit = {
  readonly message: string;
  readonly turn: Turn;
  readonly saved: Saved;
  readonly jobs: readonly { readonly job: Job; readonly dueAt: number }[];
};

export type Settlement =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly at: number; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** How often a method of an entry was reported to have helped or not; `method` counts from 1. */
export type Tally = {
  readonly entry: string;
  readonly method: number;
  readonly worked: number;
  readonly failed: number;
};

/** Times are milliseconds since 1970. */
export type Store = {
  conversation(key: string): Promise<Conversation>;
  /** The turn that a message id already led to, if any. */
  turn(key: string, message: string): Promise<Turn | undefined>;
  /** Writes turn, state and jobs in one transaction; false when another replica was first. */
  commit(was: Conversation, now: Commit): Promise<boolean>;
  /** Adds the jobs whose key is new. */
  promise(jobs: readonly { readonly job: Job; readonly dueAt: number }[]): Promise<number>;
  /** Leases due jobs to the caller until `until`. */
  due(limit: number, now: number, until: number): Promise<readonly { readonly job: Job; readonly tries: number }[]>;
  settle(key: string, how: Settlement): Promise<void>;
  recordOutcome(key: string, outcome: { entry: string; method: number; worked: boolean }, at: number): Promise<void>;
  /** The outcomes of all time, by entry and method. */
  outcomes(): Promise<readonly Tally[]>;
  recordGap(gap: Gap, at: number): Promise<void>;
  /** What was missing, most often asked first. */
  gaps(limit: number): Promise<readonly (Gap & { readonly count: number; readonly at: number })[]>;
  /** Forgets turns and finished jobs older than `before`, and conversations that have been quiet for a month more. */
  forget(before: number): Promise<void>;
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

/** A way in over HTTP. The server parses no body; `handle` owns request and response and may throw `InputError`. */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

export type Channel = {
  readonly name: ChannelName;
  readonly routes: readonly Route[];
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Posts a reply to a place outside a turn; throws `ChannelError`. */
  post(place: Place, reply: Reply): Promise<void>;
};

/** Structured log; never given secrets or people's words. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};
