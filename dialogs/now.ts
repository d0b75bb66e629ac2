/** Where the main conversation stands: the states of its steps, and what all of them share. */
import type { Facet, Known } from '../src/model/catalog.ts';
import { noProblem, type Outcome, type Saved, type Understood } from '../src/model/dialog.ts';
import type { Reply } from '../src/model/reply.ts';
import * as cards from './cards.ts';
import { type Confirm, confirm } from './fix.ts';
import { type Kept, keptOf, still } from './kept.ts';
import { pastAt } from './past.ts';

export type Listen = Kept & { readonly missed?: number };

export type Narrow = Kept & {
  /** What the person has told so far. */
  readonly known: Known;
  /** The facets that were asked. */
  readonly asked: readonly Facet[];
  /** The facet asked last; null when entries were offered instead. */
  readonly facet: Facet | null;
  /** The entry that "yes" would choose. */
  readonly offered?: string;
  /** Its code stands in what was said; only whether it is meant was asked. */
  readonly isSaid?: boolean;
  readonly missed?: number;
};

export const at = {
  listen: (state: Listen): Saved => ({ dialog: 'find-fix', step: 'listen', state }),
  narrow: (state: Narrow): Saved => ({ dialog: 'find-fix', step: 'narrow', state }),
};

/** What the steps share, so that any button can be answered from anywhere. */
export type Now = {
  readonly saved: Saved;
  readonly kept: Kept;
  readonly missed: number;
  readonly narrow?: Narrow;
  readonly confirm?: Confirm | undefined;
};

export const nowIn = {
  listen: (state: Listen): Now => ({ saved: at.listen(state), kept: keptOf(state), missed: state.missed ?? 0 }),
  narrow: (state: Narrow): Now => ({
    saved: at.narrow(state),
    kept: keptOf(state),
    missed: state.missed ?? 0,
    narrow: state,
  }),
  confirm: (state: Confirm): Now => ({
    saved: confirm(state),
    kept: keptOf(state.handed ? state : { ...state, past: pastAt(state) }),
    missed: 0,
    confirm: state,
  }),
};

/** The entry at hand, unless a ticket has it already. */
export const entryAtHand = ({ entry, handed = false }: Confirm): string | undefined => (handed ? undefined : entry);

/** The conversation with what it keeps now, also where its answer stays at hand. */
export const keeping = (kept: Kept, now: Now): Now => {
  const answer = now.confirm && { ...now.confirm, ...kept };
  return answer ? { ...now, kept, saved: confirm(answer), confirm: answer } : { ...now, kept };
};

/** What is kept, with the answer at hand as it stands. */
export const keptWithAnswer = ({ kept, confirm: answer }: Now): Kept =>
  answer && !answer.handed ? { ...kept, past: pastAt(answer) } : kept;

/** The conversation as it stands when another matter is begun. */
export const opened = ({ kept }: Now): Now => ({ saved: at.listen(still(kept)), kept: still(kept), missed: 0 });

/** The matter at hand is left with a sentence. */
export const leftWith = (text: string, { kept }: Now): Outcome => talked(cards.sentence(text), at.listen(still(kept)));

export const talked = (reply: Reply, next: Saved): Outcome => ({
  next,
  replies: [reply],
  understood: { outcome: 'smalltalk', entries: [], question: null, extracted: null },
});

export const stayed = (text: string, next: Saved, outcome: Understood['outcome'] = 'other'): Outcome => ({
  next,
  replies: [cards.sentence(text)],
  understood: { ...noProblem, outcome },
});
