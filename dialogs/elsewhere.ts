/** Leaves the answer at hand for what else may be it. */
import type { Entry, Known } from '../src/model/catalog.ts';
import type { Context, Outcome } from '../src/model/dialog.ts';
import * as afterCards from './after-cards.ts';
import * as cards from './cards.ts';
import { behindIn, viewOf } from './fix.ts';
import { type Kept, still, typedCode } from './kept.ts';
import { joined } from './known.ts';
import { narrowed, none, withoutDenied } from './narrowing.ts';
import { type Now, stayed } from './now.ts';
import { toldText } from './told.ts';
import { united } from './united.ts';
import { words } from './words/index.ts';

/** An entry with less of a chance than this is not offered after another one was denied. */
const worthOffering = 0.25;

/** Leaves what was denied for what else fits the words told, where something does. */
export const denied = (context: Context, now: Now): Outcome => {
  const kept = denying(now);
  const { known, asked = [] } = now.confirm ?? {};
  if (!known) return none(now.missed, kept, context);
  const found = withoutDenied(context.catalog.find('', known), kept.denied);
  const others = found.candidates.filter(({ confidence }) => confidence >= worthOffering);
  return others.length > 0
    ? narrowed({ known, asked, facet: null, ...kept }, { ...found, verdict: 'clarify', candidates: others }, context)
    : none(now.missed, kept, context);
};

/** What is kept, with the entry at hand among the denied ones. */
const denying = ({ kept, confirm: answer, narrow }: Now): Kept => {
  const entry = answer?.entry ?? narrow?.offered;
  return entry === undefined ? kept : { ...kept, denied: united(kept.denied, [entry]).slice(-mostDenied) };
};

const mostDenied = 10;

/** Takes up what was said beside the answer as the problem it may be. */
export const besideTaken = (context: Context, { confirm: answer, kept, saved }: Now): Outcome => {
  const known = answer?.aside;
  if (!known || context.stale) return stayed(words().earlier, saved);
  return narrowed({ known, asked: [], facet: null, ...still(kept) }, context.catalog.find('', known), context);
};

/** Looks for what else fits the facts told, which go with the answer only in part; the answer stays where nothing does. */
export const elsewhere = (context: Context, now: Now): Outcome => {
  const { catalog, stale } = context;
  const { confirm: state, kept, saved } = now;
  const entry = state && catalog.entry(state.entry);
  if (!entry || stale) return stayed(words().earlier, saved);
  const { aside, asked = [], method, step } = state;
  const { message: _, ...told } = kept.past?.told ?? {};
  const known = joined(state.known ?? (aside ? undefined : ofTitle(entry, context)), aside, told);
  const found = withoutDenied(catalog.find('', known), [entry.id]);
  const candidates = found.candidates.filter(({ confidence }) => confidence >= worthOffering);
  const view = viewOf(entry, kept, context, behindIn(state));
  if (candidates.length === 0)
    return { replies: [afterCards.stayCard(words().after.nowhereElse(entry.title), { entry, method, view, step })] };
  const settled = typedCode(entry, kept.ids ?? {}) ? { ...known, told: { ...known.told, message: 'code' } } : known;
  const more = { known: settled, asked, facet: null, ...kept };
  const outcome = narrowed(more, { ...found, known: settled, verdict: 'clarify', candidates }, context);
  const before = cards.sentence(words().after.looksElsewhere(toldText(told), entry.title));
  return { ...outcome, replies: [before, ...outcome.replies] };
};

/** What the title of an entry says besides its codes. */
const ofTitle = ({ title }: Entry, { catalog }: Pick<Context, 'catalog'>): Known =>
  catalog.find(title.replaceAll(/\S*\d{4}\S*/g, ' ')).known;
