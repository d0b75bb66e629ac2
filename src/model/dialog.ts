/** A dialog is a set of pure steps: (state, event, context) -> Outcome. */
import type { Catalog, Extracted, Facet } from './catalog.ts';
import type { Board } from './board.ts';
import type { Event, Person, Place } from './message.ts';
import type { NoticeEffect } from './notice.ts';
import type { PictureEffect } from './picture.ts';
import type { Reply } from './reply.ts';
import type { TicketEffect } from './ticket.ts';

/** Where a conversation stands. `state` is small plain JSON that remembers ids, never entries or people's words. */
export type Saved = { readonly dialog: string; readonly step: string; readonly state: object };

/** What the catalog lacks: a code, or a problem in the catalog's own words, which are never people's names. */
export type Gap = { readonly kind: 'code' | 'words'; readonly what: string };

/** What the engine does by itself. */
type CoreEffect =
  | { readonly kind: 'recordOutcome'; readonly entry: string; readonly method: number; readonly worked: boolean }
  | { readonly kind: 'recordGap'; readonly gaps: readonly Gap[] };

/**
 * Something to be done besides replying; it becomes a job that commits together with the turn.
 * `once` names it within the conversation: a second effect of that name is not done.
 */
export type Effect = (CoreEffect | TicketEffect | NoticeEffect | PictureEffect) & { readonly once?: string };

/** What the bot made of the event, for programs that measure it. */
export type Understood = {
  readonly outcome: 'answer' | 'clarify' | 'unknown' | 'smalltalk' | 'other';
  readonly entries: readonly { readonly id: string; readonly confidence: number }[];
  readonly question: {
    readonly facet: Facet;
    readonly text: string;
    readonly choices: readonly string[];
  } | null;
  readonly extracted: Extracted | null;
};

/** What is made of an event that tells of no problem. */
export const noProblem: Understood = { outcome: 'other', entries: [], question: null, extracted: null };

export type Context = {
  readonly catalog: Catalog;
  /** What all replicas share and dialogs look at. */
  readonly board: Board;
  readonly person: Person;
  readonly place: Place;
  /** The channel or group chat that the place is part of; absent in a personal chat. */
  readonly room?: Place;
  /** The living card in whose thread this was said, such as "ticket/12"; absent elsewhere. */
  readonly thread?: string;
  /** True for those who may set the bot up. */
  readonly admin: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** True when nothing was said in this conversation before. */
  readonly first: boolean;
  /** True when the card pressed is not the newest one. */
  readonly stale: boolean;
};

/** `next` is absent where the conversation stays as it is. */
export type Outcome = {
  readonly next?: Saved;
  readonly replies: readonly Reply[];
  readonly effects?: readonly Effect[];
  readonly understood?: Understood;
};

export type Step<S extends object> = (state: S, event: Event, context: Context) => Outcome;

/** Steps by name; `Steps` maps each step's name to its state and so is the dialog's state diagram. */
export type Dialog<Steps extends Record<string, object>> = { readonly [K in keyof Steps]: Step<Steps[K]> };

/** Answers what may come at any time, such as a press on the card of a ticket or "my tickets"; null leaves it to the step at hand. */
export type Anywhere = (event: Event, context: Context, saved: Saved) => Outcome | null;

/** Dialogs by name, as the engine sees them. */
export type Dialogs = {
  readonly start: Saved;
  step(saved: Saved): Step<object> | undefined;
  readonly anywhere: Anywhere;
  /** The language that the person chose in this conversation (BCP 47). */
  chosen(saved: Saved | null): string | undefined;
  /** What the person sees when a step fails; the reference is also in the log. */
  apology(reference: string, locale?: string): Reply;
};
