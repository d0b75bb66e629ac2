/** A dialog is a set of pure steps: (state, event, context) -> Outcome. */
import type { Catalog, Extracted, Facet } from './catalog.ts';
import type { Event, Person } from './message.ts';
import type { Reply } from './reply.ts';

/** Where a conversation stands. `state` is small plain JSON that remembers ids, never entries or people's words. */
export type Saved = { readonly dialog: string; readonly step: string; readonly state: object };

/** What the catalog lacks: a code, or a problem in the catalog's own words, which are never people's names. */
export type Gap = { readonly kind: 'code' | 'words'; readonly what: string };

/** Something to be done besides replying; it becomes a job that commits together with the turn. */
export type Effect =
  | { readonly kind: 'recordOutcome'; readonly entry: string; readonly method: number; readonly worked: boolean }
  | { readonly kind: 'recordGap'; readonly gaps: readonly Gap[] };

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

export type Context = {
  readonly catalog: Catalog;
  readonly person: Person;
  /** True when nothing was said in this conversation before. */
  readonly first: boolean;
  /** True when the card pressed is not the newest one. */
  readonly stale: boolean;
};

export type Outcome = {
  readonly next: Saved;
  readonly replies: readonly Reply[];
  readonly effects?: readonly Effect[];
  readonly understood?: Understood;
};

export type Step<S extends object> = (state: S, event: Event, context: Context) => Outcome;

/** Steps by name; `Steps` maps each step's name to its state and so is the dialog's state diagram. */
export type Dialog<Steps extends Record<string, object>> = { readonly [K in keyof Steps]: Step<Steps[K]> };

/** Dialogs by name, as the engine sees them. */
export type Dialogs = {
  readonly start: Saved;
  step(saved: Saved): Step<object> | undefined;
  /** What the person sees when a step fails; the reference is also in the log. */
  apology(reference: string): Reply;
};
