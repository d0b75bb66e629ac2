/** The answers asked for last, so that what many ask for in one hour is put together once. */
import type { Entry } from '../src/model/catalog.ts';
import type { Reply } from '../src/model/reply.ts';
import type { View } from './fix-cards.ts';
import { language } from './language.ts';

const most = 200;

const kept = new Map<string, { readonly entry: Entry; readonly card: Reply }>();

/** The card of an entry in a view and the language spoken; `draw` may use nothing else. What holds somebody's own names is not kept. */
export const keptCard = (entry: Entry, { order, tried, values, as }: View, draw: () => Reply): Reply => {
  if (Object.keys(values).length > 0) return draw();
  const key = [language(), as ?? '', order, tried, entry.id].join(' ');
  const known = kept.get(key);
  // A catalog that was read anew has another entry of the same id.
  const card = known?.entry === entry ? known.card : draw();
  kept.delete(key);
  kept.set(key, { entry, card });
  if (kept.size > most) kept.delete(kept.keys().next().value!);
  return card;
};
