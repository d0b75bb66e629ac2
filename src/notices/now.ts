/** The card of a notice as it is now; nothing is changed. */
import { cardOfName } from '../model/notice.ts';
import type { Reply } from '../model/reply.ts';
import { draftOf } from './draft.ts';
import { explanationsOf } from './inhibit.ts';
import type { NoticeParts } from './keep.ts';
import { explainedOf, viewOf } from './view.ts';

/** By the name of the living card; undefined where there is none. */
export const noticeNow =
  ({ store, drawings, settings, clock }: Pick<NoticeParts, 'store' | 'drawings' | 'settings' | 'clock'>) =>
  async (name: string): Promise<Reply | undefined> => {
    const id = cardOfName(name);
    if (id === null) return undefined;
    const draft = draftOf(await store.notices.ledger());
    const card = draft.cards.get(id);
    if (!card) return undefined;
    const now = clock();
    const explained = explainedOf(draft, explanationsOf(draft.notices, settings, now));
    return drawings().card(viewOf(draft, card, explained, settings, now));
  };
