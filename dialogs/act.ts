/** What people press: the buttons of any card, also of an old one, and its forms. */
import type { Entry } from '../src/model/catalog.ts';
import type { Context, Outcome } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import { pressedBack } from './back.ts';
import * as cards from './cards.ts';
import { besideTaken, denied, elsewhere } from './elsewhere.ts';
import * as escalate from './escalate.ts';
import { fix, valuesFilled } from './fix.ts';
import { handing } from './handing.ts';
import { type Kept, still } from './kept.ts';
import { learned, likeliest } from './narrowing.ts';
import { at, keptWithAnswer, type Now, opened, stayed, talked } from './now.ts';
import { withLooked } from './past.ts';
import { picked } from './suggested.ts';
import { words } from './words/index.ts';

/** Answers a press, a filled form or an arrival. */
export const act = (event: Exclude<Event, { kind: 'said' }>, context: Context, now: Now): Outcome => {
  const { saved, kept } = now;
  if (event.kind === 'joined') return context.first ? talked(cards.helloCard(), saved) : { next: saved, replies: [] };
  const { catalog } = context;
  const [choice = '', ...rest] = (event.choice ?? '').split(':');
  const detail = rest.join(':');
  if (choice === 'other') return act({ ...event, choice: `entry:${detail}` }, context, opened(now));
  if (choice === 'value') {
    const { narrow } = now;
    if (!narrow || (event.about !== undefined && event.about !== narrow.facet)) return stayed(words().earlier, saved);
    if (narrow.facet === 'message' && detail !== 'none' && detail !== '?')
      return stayed(words().pasteIt, saved, 'clarify');
    return learned('', detail === '?' ? null : detail, narrow, context, now);
  }
  if (choice === 'matter') return besideTaken(context, now);
  if (choice === 'elsewhere') return elsewhere(context, now);
  if (choice === 'none') return context.stale ? stayed(words().earlier, saved) : denied(context, now);
  if (choice === 'back') return pressedBack(detail, kept, context) ?? stayed(words().earlier, saved);
  const id = choice === 'entry' ? detail : (event.about ?? now.confirm?.entry);
  const entry = id === undefined ? undefined : catalog.entry(id);
  if (choice === 'helpdesk') return handOver(entry, event, context, now);
  if (!entry) return stayed(id === undefined ? words().earlier : words().gone, saved);
  if (choice === 'faq' || choice === 'finding')
    return picked(choice, detail, entry, context, now) ?? stayed(words().earlier, saved);
  const about = {
    entry,
    kept,
    confirm: now.confirm,
    saved,
    done: at.listen(still(solved(choice, detail, entry, kept))),
  };
  if (event.kind === 'filled')
    return choice === 'values' && entry.methods[Number(detail) - 1]
      ? valuesFilled(Number(detail), event.values, about, context)
      : stayed(words().earlier, saved);
  return fix(choice, detail, about, context) ?? stayed(words().earlier, saved);
};

/** Answers as if that had been pressed. */
export const press = (choice: string, context: Context, now: Now, about?: string): Outcome =>
  act({ kind: 'chose', choice, ...(about === undefined ? {} : { about }) }, context, now);

/** What is kept of a problem that a method solved: should it come back, that method was tried. */
const solved = (choice: string, detail: string, { id }: Entry, kept: Kept): Kept =>
  choice === 'worked'
    ? { ...kept, past: withLooked(kept.past, { entry: id, tried: [Number(detail)], solved: true }) }
    : kept;

/** Gives the problem to the helpdesk, with all that is known of it. */
export const handOver = (entry: Entry | undefined, event: Event, context: Context, now: Now): Outcome => {
  const likely = entry ? [] : likeliest(now, context);
  const all = { ...handing(entry, keptWithAnswer(now), context.catalog), likely };
  return escalate.begin(all, event, context, now.saved, cards.handOverCard(all));
};
