/** What Teams offers besides the conversation: search, explanations, cards that refresh, thumbs, and word of having been removed. */
import { inLanguage, speaking } from '../dialogs/language.ts';
import { explain, search } from '../dialogs/posted.ts';
import type { Hooks } from './channels/teams/hooks.ts';
import type { AuditEntry } from './model/audit.ts';
import type { Board } from './model/board.ts';
import type { Catalog } from './model/catalog.ts';
import type { Language } from './model/language.ts';
import { placeKey } from './model/message.ts';
import { cardOfName } from './model/notice.ts';
import type { Log, Rateable, Store } from './model/ports.ts';
import type { Reply } from './model/reply.ts';
import { ticketOfCard } from './model/ticket.ts';

type Parts = {
  readonly store: Store;
  readonly catalog: () => Catalog;
  readonly board: () => Board;
  /** The language of a locale; without one, of the organisation. */
  readonly readers: (locale?: string) => Language;
  /** The living card of a name as it is now. */
  readonly now: (name: string) => Promise<Reply | undefined>;
  readonly rateable: (sent: Rateable) => void;
  readonly clock: () => number;
  readonly log: Log;
};

export const teamsHooks = ({ store, catalog, board, readers, now, rateable, clock, log }: Parts): Hooks => {
  const knowledge = () => ({ catalog: catalog(), board: board() });
  return {
    search: (text, locale) => speaking(readers(locale), () => search(text, knowledge())),
    explain: (text, locale) => speaking(readers(locale), () => inLanguage(explain(text, knowledge()))),
    refreshes: (name) => ticketOfCard(name) !== null || cardOfName(name) !== null,
    async now(name, room) {
      const shown = await store.shown(name);
      return shown && placeKey(shown.place) === placeKey(room) ? now(name) : undefined;
    },
    rate: store.rate,
    rateable,
    entryOf: store.entryOf,
    async left(room) {
      const id = placeKey(room);
      const at = clock();
      const audit = (what: string): AuditEntry => ({
        key: `${what}/${id}/${at}`,
        at,
        by: 'program:teams',
        what,
        target: id,
        detail: 'the app was removed',
      });
      await store.notices.unsubscribe(id, audit('unsubscribeRoom'));
      if (await store.dropDesk(id, audit('dropDesk')))
        log.warn({ room: id }, 'the app was removed from a helpdesk channel, which gets no tickets any more');
    },
    places: store.places,
  };
};
