/** The ledger while it is being changed: what was touched is remembered, and nothing is written. */
import type { Changes, Ledger, LineKind, Notice, NoticeCard, Storm } from '../model/notice.ts';

export type Line = { readonly kind: LineKind; readonly card: string; readonly by: string | null };

export type Draft = {
  readonly notices: Map<string, Notice>;
  readonly cards: Map<string, NoticeCard>;
  readonly storms: Map<string, Storm>;
  readonly followers: ReadonlyMap<string, number>;
  readonly cleared: Set<string>;
  /** What is to be said below cards. */
  readonly lines: Line[];
  next: number;
};

export const draftOf = (ledger: Ledger): Draft => ({
  notices: new Map(ledger.notices.map((notice) => [notice.key, notice])),
  cards: new Map(ledger.cards.map((card) => [card.id, card])),
  storms: new Map(ledger.storms.map((storm) => [storm.id, storm])),
  followers: ledger.followers,
  cleared: new Set(),
  lines: [],
  next: ledger.next,
});

/** Changes a notice and returns it as it is now. */
export const put = (draft: Draft, notice: Notice, change: Partial<Notice> = {}): Notice => {
  const changed = { ...notice, ...change };
  draft.notices.set(changed.key, changed);
  return changed;
};

export const putCard = (draft: Draft, card: NoticeCard, change: Partial<NoticeCard> = {}): NoticeCard => {
  const changed = { ...card, ...change };
  draft.cards.set(changed.id, changed);
  return changed;
};

/** The notices that a card tells: those that have not moved on to a newer one. */
export const membersOf = (draft: Draft, card: NoticeCard): readonly Notice[] =>
  card.keys.flatMap((key) => {
    const notice = draft.notices.get(key);
    return notice?.card === card.id ? [notice] : [];
  });

/** What differs from the ledger, or null when nothing does. */
export const changesOf = (draft: Draft, ledger: Ledger): Changes | null => {
  const changed = <T>(was: readonly T[], now: ReadonlyMap<string, T>): readonly T[] => {
    const before = new Set(was);
    return [...now.values()].filter((one) => !before.has(one));
  };
  const gone = (was: readonly string[], now: ReadonlyMap<string, unknown>): readonly string[] =>
    was.filter((key) => !now.has(key));
  const changes: Changes = {
    next: draft.next,
    notices: changed(ledger.notices, draft.notices),
    cards: changed(ledger.cards, draft.cards),
    storms: changed(ledger.storms, draft.storms),
    gone: {
      notices: gone(
        ledger.notices.map(({ key }) => key),
        draft.notices,
      ),
      cards: gone(
        ledger.cards.map(({ id }) => id),
        draft.cards,
      ),
      storms: gone(
        ledger.storms.map(({ id }) => id),
        draft.storms,
      ),
    },
    cleared: [...draft.cleared],
  };
  const { notices, cards, storms, cleared } = changes;
  const touched = [notices, cards, storms, cleared, ...Object.values(changes.gone)];
  return touched.some((list) => list.length > 0) ? changes : null;
};
