/** What people do about a card: take it, put it off, call it over. */
import { type Draft, membersOf, put, putCard } from './draft.ts';
import { resolve, snoozed } from './life.ts';

export type Act = {
  readonly card: string;
  /** The name of whoever acts. */
  readonly by: string;
} & (
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'snooze'; readonly until: number }
);

/** Does it, or tells that it is so already, or that there is nothing left to do it to. */
export const act = (draft: Draft, doing: Act, now: number): 'done' | 'same' | 'over' => {
  const card = draft.cards.get(doing.card);
  const firing = card ? membersOf(draft, card).filter(({ state }) => state === 'firing') : [];
  if (!card || firing.length === 0) return 'over';
  const { by } = doing;
  switch (doing.kind) {
    case 'acknowledge':
      if (card.owner?.name === by) return 'same';
      putCard(draft, card, { owner: { name: by, at: now } });
      draft.lines.push({ kind: 'acknowledged', card: card.id, by });
      return 'done';
    case 'snooze':
      for (const notice of firing) put(draft, notice, { snooze: snoozed(notice, doing.until, by) });
      draft.lines.push({ kind: 'snoozed', card: card.id, by });
      return 'done';
    case 'resolve':
      for (const notice of firing) resolve(draft, notice, { at: now, how: 'hand', by });
      return 'done';
  }
};
