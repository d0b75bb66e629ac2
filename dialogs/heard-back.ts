/** What is said when an answer was left and nothing is at hand: a question about that answer, a fact that goes with it, the same for the next person, or another matter. */
import type { Catalog, Entry, Found } from '../src/model/catalog.ts';
import type { Context, Outcome } from '../src/model/dialog.ts';
import { asksOnly } from './asked.ts';
import { saidAtHand } from './at-hand.ts';
import { lastShown, wasSolved, wentOn } from './back.ts';
import { command } from './commands.ts';
import type { Confirm } from './fix.ts';
import { saidOf, tells, toldBy } from './heard.ts';
import { newMatter, turnsAway } from './new-matter.ts';
import { noted } from './noted.ts';
import { type Now, opened, stayed } from './now.ts';
import { folded, pattern } from './phrases.ts';
import { isQuestion } from './question.ts';
import { smallTalk } from './small-talk.ts';
import { words } from './words/index.ts';

/** Answers from the answer that was left last, where nothing is at hand and a text goes with it; null where it does not. */
export const heardBack = (text: string, context: Context, now: Now): Outcome | null => {
  const { catalog } = context;
  if (!lastShown(now.kept, catalog) && !wentOn(now.kept, context)) return null;
  const note = notedOfLast(text, context, now);
  if (note) return note;
  if (smallTalk(text) !== null || command(text) !== null || turnsAway(text) || catalog.explain(text)) return null;
  const matter = newMatter(text);
  if (matter !== null) return alikeCase(matter, context, now);
  return answeredByLast(text, context, now);
};

/** What to note of the answer that was left last, which is left behind. */
const notedOfLast = (text: string, context: Context, now: Now): Outcome | null => {
  const state = wentOn(now.kept, context)?.next?.state as Confirm | undefined;
  const note = state && noted(text, atLast(state, now, context), context, { ...now, kept: state });
  return note ? { ...note, next: now.saved } : null;
};

/** An answer that was left, at the method that solved it where one did. */
const atLast = (state: Confirm, { kept }: Now, { catalog }: Context): Confirm =>
  wasSolved(kept, catalog) ? { ...state, method: state.tried?.at(-1) ?? state.method, solved: true } : state;

/** The answer that was left last, begun anew for a case of which "the same" is said: "next one: same app, a guest"; null for any other. */
const alikeCase = (matter: string, context: Context, now: Now): Outcome | null => {
  const last = same.test(folded(matter)) ? lastShown(now.kept, context.catalog) : undefined;
  return last && staysBehind(last, matter, context.catalog) ? saidOf(last, matter, context, opened(now)) : null;
};

const same = pattern(
  '\\bsame\\b|\\b(?:der|die|das|dem|den)selbe[nr]?\\b|\\bgleiche[nrs]?\\b|\\bmêmes?\\b|\\bmism[oa]s?\\b|同じ',
);

/** Answers from the answer that was left last, which is at hand again; null where the text rather begins another matter. */
const answeredByLast = (text: string, context: Context, now: Now): Outcome | null => {
  const { catalog } = context;
  const left = wentOn(now.kept, context);
  const state = left?.next?.state as Confirm | undefined;
  const entry = state && catalog.entry(state.entry);
  if (!left || !entry) return null;
  const isBare = asksOnly(text, catalog) !== null && mayStay(entry, text, catalog);
  const isDenied = now.missed > 0 || now.kept.denied?.includes(entry.id);
  if (!isBare && (isDenied || !staysBehind(entry, text, catalog))) return null;
  const then = saidAtHand(text, atLast(state, now, context), context);
  const next = then.next ?? left.next!;
  const goesOn = next.step === 'confirm' && (next.state as Confirm).entry === entry.id;
  const worked = then.effects?.some((one) => one.kind === 'recordOutcome' && one.worked);
  if (worked && !goesOn && wasSolved(now.kept, catalog)) return stayed(words().thanks, now.saved);
  if (worked && !goesOn) return then;
  return isBare || goesOn ? { ...then, next, replies: [left.replies[0]!, ...then.replies] } : null;
};

/** Whether a text may go with an answer that was left. */
export const mayStay = (
  entry: Entry,
  text: string,
  catalog: Pick<Catalog, 'find' | 'following' | 'staying'>,
): boolean => stayingWith(entry, text, catalog) >= behind.bare;

const stayingWith = (entry: Entry, text: string, catalog: Pick<Catalog, 'find' | 'following' | 'staying'>): number =>
  catalog.staying(catalog.following(entry, text));

/** From such a chance on a text goes with an answer that was left: one that asks for no more than a field of any answer, any other, and one that by itself is answered otherwise. */
const behind = { bare: 0.4, other: 0.85, firm: 0.93 } as const;

/** More letters tell a story of their own. */
const longest = 400;

/** Whether a text goes with an answer that was left; one with the code of another only where it asks for what the answer says of that. */
const staysBehind = (
  entry: Entry,
  text: string,
  catalog: Pick<Catalog, 'find' | 'followUp' | 'following' | 'staying'>,
): boolean => {
  const found = catalog.find(text);
  const { verdict, candidates, extracted, unknownCodes, secrets } = found;
  const isCoded = unknownCodes.length > 0 || extracted.codes.some((code) => !entry.codes.includes(code));
  const asks = isQuestion(text);
  if (text.length > longest || secrets.length > 0 || (verdict === 'confirm' && !asks)) return false;
  if (isCoded) return asks && toldBy(entry, text, found, catalog) >= tells;
  const isElse = firm.has(verdict) || (verdict === 'unknown' && !asks);
  const least = isElse && candidates[0]?.entry !== entry ? behind.firm : behind.other;
  return stayingWith(entry, text, catalog) >= least;
};

/** What is answered, or left to another system, by itself. */
const firm: ReadonlySet<Found['verdict']> = new Set<Found['verdict']>(['answer', 'confirm', 'foreign']);
