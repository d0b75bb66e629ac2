/** What is said while a question is open: the value that was asked, other facts, or a new problem altogether. */
import type { Catalog, Entry, Found } from '../src/model/catalog.ts';
import type { Context, Outcome } from '../src/model/dialog.ts';
import { handOver, press } from './act.ts';
import { saidAtHand } from './at-hand.ts';
import { lastShown, pressedBack, wasSolved, wentBack } from './back.ts';
import { command } from './commands.ts';
import { foundBeside } from './codes.ts';
import type { Confirm } from './fix.ts';
import { actIn, isOver } from './intent.ts';
import type { Kept } from './kept.ts';
import { gained } from './known.ts';
import { learned, likeliest } from './narrowing.ts';
import { answerIn } from './natural.ts';
import { newMatter } from './new-matter.ts';
import { leftWith, type Narrow, type Now, stayed } from './now.ts';
import { countOf } from './phrases.ts';
import { rulingIn } from './ruled-out.ts';
import { said } from './said.ts';
import { smallTalk } from './small-talk.ts';
import { toNext } from './together.ts';
import { follow, words } from './words/index.ts';
import { isQuestion } from './question.ts';
import { closestIn } from './spoken.ts';
import { isNo } from './yes-no.ts';

/** Words in answer to a question: the asked value, other facts, or a new problem altogether. */
export const heard = (text: string, context: Context, state: Narrow, now: Now): Outcome => {
  const { catalog } = context;
  const next = toNext(text, likeliest(now, context)[0]?.id, context, now);
  if (next) return next;
  if (smallTalk(text) === 'neverMind' || newMatter(text) !== null || catalog.explain(text))
    return said(text, context, now);
  const back = wentBack(text, now.kept, { relapsed: false }, context);
  if (back) return back;
  const typed = command(text);
  if (typed?.kind === 'yes' && state.offered) return press(`entry:${state.offered}`, context, now);
  const value = state.facet ? answerIn(state.facet, text, catalog) : null;
  if (state.facet === 'message' && isNo(text)) return learned('', 'none', state, context, now);
  if (promises.test(text) || (state.facet === 'message' && typed?.kind === 'yes'))
    return stayed(words().pasteIt, now.saved, 'clarify');
  if (typed?.kind === 'next' && value === null) return learned('', null, state, context, now);
  if (typed && ['method', 'sources', 'check'].includes(typed.kind)) return stayed(words().nothingOpen, now.saved);
  const intent = typed || value !== null ? null : actIn(text, catalog);
  const outcome = toldOfLeft(text, typed?.kind === 'worked' ? 'helped' : intent, context, now);
  if (outcome) return outcome;
  if (intent === 'desk') return handOver(undefined, { kind: 'said', text }, context, now);
  if (intent === 'leave') return leftWith(words().neverMind, now);
  if (typed?.kind === 'worked' || typed?.kind === 'closed' || (value === null && isOver(text, catalog)))
    return leftWith(words().thanks, now);
  if (typed?.kind === 'none' && value === null) return press('none', context, now);
  if (typed?.kind === 'unsure') return learned('', null, state, context, now);
  if (value === null && (typed?.kind === 'helpdesk' || typed?.kind === 'as' || smallTalk(text) !== null))
    return said(text, context, now);
  const taken = typed || value !== null ? null : takenFor(text, intent, state, context, now);
  if (taken) return taken;
  const denies = value === 'none' && countOf(text) <= shortNo;
  const { out, rest } = isCoded(text, state, catalog) ? { out: [], rest: text } : rulingIn(text);
  const note = out.length > 0 ? follow().heard(out.map((one) => one.said).join('; ')) : undefined;
  return learned(denies ? '' : rest, value, state, context, now, note);
};

/** Whether a text names a code, which says more than that something is "the same". */
const isCoded = (text: string, { known }: Narrow, catalog: Catalog): boolean => {
  const { extracted, unknownCodes } = foundBeside(text, catalog, known);
  return extracted.codes.length > 0 || unknownCodes.length > 0;
};

/** An answer of so few words that means "none" says nothing else: "no error text". */
const shortNo = 5;

/** Says that there is a message without giving it. */
const promises =
  /^(?:yes\W{1,3})?(?:there(?:'s| is)|i (?:have|got|see)|we have|it (?:shows|has|gives)|a|an|the)? ?(?:an? |the |some )?(?:error )?(?:code|message|text)\W{0,3}$|^(?:ja|oui|s[ií])?\W{0,3}(?:es gibt|ich habe|il y a|j'ai|hay|tengo) (?:einen?|eine|une?|una?)? ?(?:fehler)?(?:code|meldung|message|código|mensaje)\W{0,3}$|^(?:コード|メッセージ)が?あり?(?:る|ます)$/i;

/** So likely an entry is that is taken for the answer where a question is asked instead of answered. */
const likely = 0.4;

/**
 * Goes on with the entry whose code was said, or with the likeliest one where the question is met by another question, as if it had been chosen:
 * whoever speaks on takes it for granted. Null where there is none, or where the text tells more of the problem.
 */
const takenFor = (
  text: string,
  intent: ReturnType<typeof actIn>,
  state: Narrow,
  context: Context,
  now: Now,
): Outcome | null => {
  const { catalog } = context;
  const found = foundBeside(text, catalog, state.known);
  if (found.extracted.codes.length > 0 || found.unknownCodes.length > 0) return null;
  if (saysNo.test(text)) return state.isSaid ? press('none', context, now) : null;
  if (state.isSaid || intent === 'wrong') {
    const offered = intent === 'wrong' || state.offered === undefined ? undefined : catalog.entry(state.offered);
    return offered ? saidOf(offered, text, context, now) : null;
  }
  const back = goesBack(text, found, now.kept, catalog);
  if (back) return backTo(back, text, context, now);
  const id = askedBack(text, found, state, catalog) ?? settled(text, found, catalog);
  const entry = id === undefined ? undefined : catalog.entry(id);
  return entry ? saidOf(entry, text, context, now) : null;
};

/** What a text tells of the answer that was left without being solved, where it tells what came of it; null where there is none, or nothing is told. */
const toldOfLeft = (text: string, intent: ReturnType<typeof actIn>, context: Context, now: Now): Outcome | null => {
  const entry = intent !== null && ofLeft.has(intent) ? lastShown(now.kept, context.catalog) : undefined;
  return entry && !wasSolved(now.kept, context.catalog) ? backTo(entry, text, context, now) : null;
};
const ofLeft: ReadonlySet<string> = new Set(['helped', 'partly', 'done']);

/** Answers from the answer that was left, which is at hand again, and says so; null where the text leads away from it. */
export const backTo = (entry: Entry, text: string, context: Context, now: Now): Outcome | null => {
  const left = pressedBack(entry.id, now.kept, context);
  if (left?.next?.step !== 'confirm') return null;
  const then = saidAtHand(text, left.next.state as Confirm, context);
  const next = then.next ?? left.next;
  const stays = next.step === 'confirm' && (next.state as Confirm).entry === entry.id;
  const isNoted = then.effects?.some((one) => one.kind === 'recordOutcome') === true;
  if (!stays && !isNoted) return null;
  return { ...then, next, replies: [left.replies[0]!, ...then.replies] };
};

/** Shows an entry and answers what was said as if it had been at hand. */
export const saidOf = (entry: Entry, text: string, context: Context, now: Now): Outcome => {
  const { catalog } = context;
  const chosen = press(`entry:${entry.id}`, context, now);
  const question = isQuestion(text);
  if (closestIn(catalog.followUp(entry, text), question).length === 0) return chosen;
  const then = chosen.next ? saidAtHand(text, chosen.next.state as Confirm, context) : chosen;
  const stays = then.next?.step === 'confirm' && (then.next.state as Confirm).entry === entry.id;
  return stays ? { ...then, replies: [...chosen.replies, ...then.replies], understood: chosen.understood! } : chosen;
};

/** "No, that is the order number". */
const saysNo = /^\s*(?:no(?:pe|n)?|nein|nee|いいえ)(?![\p{L}])/iu;

/** The likeliest entry where a question tells nothing more of the problem, or the one of the likely entries that surely tells what is asked. */
const askedBack = (
  text: string,
  { candidates, known }: Found,
  state: Narrow,
  catalog: Pick<Catalog, 'find' | 'followUp' | 'following' | 'staying'>,
): string | undefined => {
  const [first] = candidates;
  if (!isQuestion(text)) return undefined;
  if (first && first.confidence >= likely && gained(known) <= gained(state.known)) return first.entry.id;
  const alone = catalog.find(text);
  const told = candidates.slice(0, mostAtOnce).flatMap(({ entry, confidence }) => {
    const part = toldBy(entry, text, alone, catalog);
    return part >= tells ? [{ entry, by: confidence * part }] : [];
  });
  const [best, other] = told.toSorted((one, two) => two.by - one.by);
  return best && best.by >= clearly && best.by >= ahead * (other?.by ?? 0) ? best.entry.id : undefined;
};

/** The leading candidate, where a fact that answers no question surely goes with it and it tells of that. */
const settled = (
  text: string,
  { candidates: [first, second] }: Found,
  catalog: Pick<Catalog, 'find' | 'followUp' | 'following' | 'staying'>,
): string | undefined => {
  if (!first || first.confidence < Math.max(likely, ahead * (second?.confidence ?? 0)) || isQuestion(text))
    return undefined;
  const alone = catalog.find(text);
  const isFacet = Object.keys(alone.known.told).length > 0;
  return !isFacet && toldBy(first.entry, text, alone, catalog) >= tells ? first.entry.id : undefined;
};

/** The answer amid which a question was asked, where a text goes with it after all and with none of what was asked about: it is told there, or asks something of it. */
const goesBack = (
  text: string,
  { candidates }: Found,
  kept: Kept,
  catalog: Pick<Catalog, 'entry' | 'find' | 'followUp' | 'following' | 'staying'>,
): Entry | undefined => {
  const entry = lastShown(kept, catalog);
  if (!entry) return undefined;
  const alone = catalog.find(text);
  const told = toldBy(entry, text, alone, catalog);
  const others = candidates.slice(0, mostAtOnce).filter((one) => one.entry !== entry);
  const other = Math.max(0, ...others.map((one) => toldBy(one.entry, text, alone, catalog)));
  const isAsked =
    isQuestion(text) && isAmid(entry, kept) && catalog.staying(catalog.following(entry, text, alone)) >= surely;
  return told >= Math.max(tells, other) || (isAsked && other < tells) ? entry : undefined;
};

/** Whether the problem at hand is the one that an answer was shown for. */
const isAmid = ({ id }: Entry, { past }: Kept): boolean => past?.looked?.at(-1)?.entry === id;

/** How likely a part of an entry tells of a text that surely goes with the entry; 0 where it does not. */
export const toldBy = (
  entry: Entry,
  text: string,
  found: Found,
  catalog: Pick<Catalog, 'followUp' | 'following' | 'staying'>,
): number => {
  const followUp = catalog.followUp(entry, text);
  if (catalog.staying(catalog.following(entry, text, found)) < surely) return 0;
  return Math.max(...[followUp.spoken, followUp.faq, followUp.findings].map(([first]) => first?.chance ?? 0));
};

/** So many candidates are looked at. */
const mostAtOnce = 3;

/** From such a chance on a part of an entry tells what is asked, and a text goes with the entry; both together have to be likely, and so many times as likely as another one. */
export const tells = 0.6;
const surely = 0.85;
const clearly = 0.2;
const ahead = 1.5;
