/** What is said while an answer is at hand: how a step went, what comes next, which method, or something beside it. */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { type Context, noProblem, type Outcome } from '../src/model/dialog.ts';
import { handOver, press } from './act.ts';
import * as afterCards from './after-cards.ts';
import { after } from './after.ts';
import { atStep } from './at-step.ts';
import { type Afterthought, triedIn } from './afterthought.ts';
import { type Asked, asksOnly } from './asked.ts';
import { wentBack } from './back.ts';
import { cameOf, cameOfCard, isTold } from './came-of.ts';
import * as cards from './cards.ts';
import { isThanks } from './courtesy.ts';
import { type Command, command, type StepWord, stepWord } from './commands.ts';
import { type Report, methodByConcepts, methodByStep } from './deeds.ts';
import { failsOnOtherDevice, isOnDevice } from './devices.ts';
import { goingBackIn, sharesWord } from './earlier.ts';
import { failureIn, homeIn } from './failures.ts';
import { withMeaning } from './finding.ts';
import { behindIn, type Confirm, confirm, fix, marked, viewOf } from './fix.ts';
import { askedBehind, partsOf } from './halves.ts';
import { endsWell, goneSince, helpedNot, helpedSome, sinceThen } from './helped.ts';
import { actIn, helpsBehind, isSymptom, reportsDeeds } from './intent.ts';
import { judgedIn } from './judged.ts';
import { keptOf, still } from './kept.ts';
import { isUnchanged } from './natural.ts';
import { turnedIn } from './new-matter.ts';
import { at, entryAtHand, type Now, nowIn, opened, stayed, talked } from './now.ts';
import { onBehind, stepsOf } from './methods.ts';
import { noted } from './noted.ts';
import { ofMethodsIn } from './numbered.ts';
import { furthestStepIn, last, methodsIn, numberAlone, stepsIn } from './numbers.ts';
import { withoutOwnCode } from './own-code.ts';
import { worksOtherwise } from './other-way.ts';
import { partLabel } from './passages.ts';
import { clausesOf, countOf, folded, holdsCode, longest, pattern } from './phrases.ts';
import { isQuestion } from './question.ts';
import { doneIn, isDeed, reportIn, showsElse, symptomIn } from './report.ts';
import { doneBeforeIn, doneElsewhere, type Excluded, excludedIn, saysAll } from './put-behind.ts';
import { replyOf } from './reply.ts';
import { isAskedBeside, meantIn, suggestedIn, sureIn } from './spoken.ts';
import { problem, said, talk } from './said.ts';
import { pickedIn } from './suggested.ts';
import { asksWhether } from './small-talk.ts';
import { turned } from './together.ts';
import { methodsByTraits } from './traits.ts';
import { united } from './united.ts';
import { unleftIn } from './unleft.ts';
import { unwillingIn } from './unwilling.ts';
import { isTrouble } from './trouble.ts';
import { asksWhatElse, asksWhatIsLeft, asksWhatNow, saysAllInVain, saysThrough } from './what-now.ts';
import { follow, words } from './words/index.ts';
import { isNo, yes } from './yes-no.ts';

export const saidAtHand = (text: string, state: Confirm, context: Context): Outcome => {
  const now = nowIn.confirm(state);
  const entry = context.catalog.entry(state.entry);
  const unleft = entry && unleftIn(text, entry, context.catalog);
  if (unleft) return saidAtHand(unleft, state, context);
  const bare = entry ? withoutOwnCode(text, entry, context.catalog) : text;
  return (
    (entry && ofNoMethod(text, entry, now)) ??
    failedStep(text, state, context, now) ??
    withMeaning(
      text,
      withOutcome(
        text,
        atStep(text, state, context, now) ?? heardAtHand(bare, state, context, now),
        state,
        context,
        now,
      ),
      state,
      context,
    )
  );
};

/** Says how many methods there are to whoever tells of one that there is not; null where a text tells of none such, or of something else as well. */
const ofNoMethod = (text: string, { methods }: Entry, now: Now): Outcome | null =>
  text.length <= longest &&
  !holdsCode(text) &&
  methodsIn(text).some((n) => methods[n - 1] === undefined) &&
  !turnedIn(text) &&
  !goingBackIn(text)
    ? stayed(words().onlyMethods(methods.length), now.saved)
    : null;

const heardAtHand = (text: string, state: Confirm, context: Context, now: Now): Outcome => {
  const choose = (choice: string): Outcome => press(choice, context, now, state.entry);
  const pick = pickedIn(text, state, context, now);
  if (pick) return pick;
  const way = backWith(text, state, context, now);
  if (way) return way;
  const turn = turnedIn(text);
  if (turn) return turnedAtHand(turn, state, context, now);
  const closing = noted(text, state, context, now);
  if (closing) return closing;
  if (!state.handed && saysAllInVain(text)) return choose('vain');
  const entry = context.catalog.entry(state.entry);
  const numbered = entry && ofNumbered(text, entry, state, context, now);
  if (numbered) return numbered;
  const asked = entry && behindWhat(text, entry, state, context);
  if (asked) return asked;
  if (
    goneSince(text) ||
    (!helpedSome(text) && helpsBehind(text, context.catalog) && tellsSuccess(text, state, context))
  )
    return choose(`worked:${methodOf(text, state, context)}`);
  const symptom = entry && symptomIn(text, entry, context.catalog);
  if (symptom) return problem(symptom, context, opened(now));
  const report = entry && !helpedSome(text) ? reportIn(text, entry, state.method, context.catalog) : null;
  if (entry && report)
    return foundSince(text, entry, state, context, now) ?? reported(text, report, entry, state, context, now);
  if (command(text)?.kind === 'as') return saidBeside(text, state, context, now);
  const bare = asksOnly(text, context.catalog);
  const followUp = entry && bare && !isInFigures(text, bare) ? context.catalog.followUp(entry, text) : undefined;
  const what = followUp && bare && isAskedBeside(bare, followUp, context.catalog) ? null : bare;
  const suggested = followUp ? suggestedIn(followUp, []) : [];
  const told = what && after({ kind: 'asks', what, of: pointedBy(what, state), suggested }, state, context, now);
  if (told) return told;
  const matter = turned(text, entryAtHand(state), context, now);
  if (matter) return matter;
  const word = stepWord(text);
  if (word === 'skip' && asksWhether(text)) return problem(text, context, now);
  if (word === 'back' && !state.step) return choose(`entry:${state.entry}`);
  if (word === 'back') return choose(`step:${state.method}.${state.step! - 1}`);
  if (word && state.step === 0) return choose(begins(word, text) ? `step:${state.method}.1` : `start:${state.method}`);
  if (word && state.step !== undefined) return choose(`${word}:${state.method}.${state.step}`);
  if (saysThrough(text)) return after({ kind: 'done' }, state, context, now) ?? saidBeside(text, state, context, now);
  const typed = command(text);
  if (typed?.kind === 'worked' && isOtherwise(text, state, context)) return besideTalk(text, state, context, now);
  if (typed?.kind === 'worked') return choose(`worked:${methodOf(text, state, context)}`);
  if (typed?.kind === 'closed') return talked(cards.sentence(follow().closed), at.listen(still(now.kept)));
  if (helpedSome(text)) return forTheRest(text, state, context, now);
  const other = typed ? undefined : ratherIn(text, state, context);
  if (other) return press(`entry:${other.id}`, context, now);
  const whence = { atHand: entryAtHand(state), relapsed: state.handed === true };
  const back = typed && !state.handed ? null : wentBack(text, now.kept, whence, context);
  if (back) return back;
  const number = numberAlone(text);
  if (number) return choose(`method:${number}`);
  if (isUnchanged(text) && state.asked?.includes('recent_change') && !now.kept.past?.told?.recent_change)
    return after(unchangedFact, state, context, now) ?? saidBeside(text, state, context, now);
  const tried = triedIn(text);
  if (tried.length > 0 || (!typed && (word === 'failed' || helpedNot(text))))
    return isWalking(state) && tried.length === 0 && isDeed(text, context.catalog)
      ? doneInVain(text, state, context, now)
      : failedAtHand(text, tried, state, context, now);
  if (typed?.kind === 'next' && state.offered) return choose(`method:${state.method}`);
  if (typed?.kind === 'next' && (state.unfit ?? []).length > 0 && asksWhatElse(text))
    return after(whatIsLeft, state, context, now) ?? saidBeside(text, state, context, now);
  if (typed?.kind === 'next' && state.step === undefined && asksWhatNow(text))
    return goneThrough(state, context, now) ?? choose(`start:${state.method}`);
  switch (typed?.kind) {
    case 'next':
      return choose(`next:${state.method}`);
    case 'start':
    case 'steps':
      return choose(`${typed.kind}:${state.pointed ?? state.method}`);
    case 'method':
      return choose(`method:${typed.n === last ? context.catalog.entry(state.entry)?.methods.length : typed.n}`);
    case 'step':
      return choose(`step:${state.method}.${typed.n}`);
    case 'none':
      return isNo(text) ? choose(`next:${state.method}`) : choose('none');
    case 'yes':
      if (state.doubted) return choose('elsewhere');
      if (state.rather && !/^\W*ok(?:ay)?\b/i.test(text)) return press(`entry:${state.rather}`, context, now);
      return after({ kind: 'done' }, state, context, now) ?? saidBeside(text, state, context, now);
    case 'helpdesk':
    case 'sources':
    case 'check':
    case 'elsewhere':
      return choose(typed.kind);
    case 'unsure':
      return choose('check');
    default:
      return saidBeside(text, state, context, now);
  }
};

/** Whether a method is walked through, and its first step was shown. */
const isWalking = ({ step }: Confirm): boolean => step !== undefined && step > 0;

/** The method that what was said last speaks for, which is what such a thing is asked of. */
const pointedBy = (asked: Asked, { pointed }: Confirm): number | undefined =>
  ofMethod.has(asked) ? pointed : undefined;
const ofMethod: ReadonlySet<Asked> = new Set<Asked>(['who', 'brief']);

/** Whether that is told in figures for each method, whatever stands beside the answer; more words ask for something of their own. */
const isInFigures = (text: string, asked: Asked): boolean => inFigures.has(asked) && countOf(text) < mostOfFigures;
const inFigures: ReadonlySet<Asked> = new Set<Asked>(['who', 'time', 'risk']);
const mostOfFigures = 6;

const tellsSuccess = (text: string, state: Confirm, context: Context): boolean =>
  !isOtherwise(text, state, context) &&
  (command(text)?.kind === 'worked' ||
    (actIn(text, context.catalog) === 'helped' && !isDoubtful(text, state, context)));

/** Whether nothing was done, and what works is another way than the one that fails. */
const isOtherwise = (text: string, state: Confirm, { catalog }: Context): boolean => {
  const entry = catalog.entry(state.entry);
  return entry !== undefined && worksOtherwise(text, entry) && !partsOf(text).some((part) => isDeed(part, catalog));
};

/** Notes the success that a text tells; null where it tells none. */
const solvedBy = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  if (!tellsSuccess(text, state, context)) return null;
  return press(`worked:${methodOf(text, state, context)}`, context, now, state.entry);
};

/** Notes that the answer helped where that is said, and begins the other matter. */
const turnedAtHand = (
  { before, matter }: NonNullable<ReturnType<typeof turnedIn>>,
  state: Confirm,
  context: Context,
  now: Now,
): Outcome => {
  const then = said(matter, context, opened(now));
  const helped = solvedBy(before, state, context, now);
  if (!helped) return then;
  return {
    ...then,
    replies: [...helped.replies, ...then.replies],
    effects: [...(helped.effects ?? []), ...(then.effects ?? [])],
  };
};

/** Goes back to what a text names, notes the success that it tells before, and hears what it says behind; null where it does not go back so. */
const backWith = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const way = goingBackIn(text);
  if (!way) return null;
  const whence = { atHand: entryAtHand(state), relapsed: false };
  const gone = wentBack(way.back, now.kept, whence, context);
  if (gone?.next?.step !== 'confirm') return null;
  const solved = solvedBy(way.before, state, context, now);
  const then = way.behind === '' ? null : saidAtHand(way.behind, gone.next.state as Confirm, context);
  return {
    ...gone,
    ...then,
    replies: [...(solved?.replies ?? []), ...(then ? [gone.replies[0]!, ...then.replies] : gone.replies)],
    effects: [...(solved?.effects ?? []), ...(then?.effects ?? [])],
  };
};

/** Notes the success or the deed that a text tells before its question, which is answered; null where it tells none. */
const behindWhat = (text: string, entry: Entry, state: Confirm, context: Context): Outcome | null => {
  const parts = askedBehind(text);
  if (!parts || asksWhatNow(parts.question)) return null;
  const { before, question } = parts;
  if (tellsSuccess(before, state, context)) {
    const outcome = saidAtHand(question, { ...state, solved: true }, context);
    if (counts(outcome)) return outcome;
    const method = methodOf(before, state, context);
    return {
      ...outcome,
      replies: [cards.sentence(words().worked), ...outcome.replies],
      effects: [{ kind: 'recordOutcome', entry: entry.id, method, worked: true }, ...(outcome.effects ?? [])],
    };
  }
  if (!asksOnly(question, context.catalog)) return null;
  const told = doneIn(before, entry, state.method, context.catalog);
  if (!told && !partsOf(before).some((part) => isDeed(part, context.catalog))) return null;
  const { methods: [method = state.method] = [], step } = told ?? {};
  const done = step === undefined ? {} : { [method]: marked(state.results?.[method] ?? '', step, 'done') };
  const isHere = method === state.method;
  const then = { ...state, method, step: isHere ? state.step : undefined, results: { ...state.results, ...done } };
  return saidAtHand(question, then, context);
};

/** Goes on behind the methods that a text says by their numbers were of no use, or hears what it says beside the one that was done; null where it does neither. */
const ofNumbered = (text: string, entry: Entry, state: Confirm, context: Context, now: Now): Outcome | null => {
  const { wanted, vain, done, isRead, rest } = ofMethodsIn(text) ?? nothingNumbered;
  const [method, ...others] = done;
  if ([...vain, ...done, wanted ?? 1].some((n) => entry.methods[n - 1] === undefined)) return null;
  if (vain.length > 0)
    return wanted === undefined && rest !== '' ? null : didNotHelp(text, vain, state, context, now, wanted);
  if (method === undefined) return null;
  if (others.length > 0)
    return wanted === undefined && helpedNot(rest) ? didNotHelp(text, done, state, context, now) : null;
  if (wanted !== undefined) return press(`method:${wanted}`, context, now, state.entry);
  if (rest === '') return null;
  const isHere = method === state.method;
  const then = { ...state, method, step: isHere ? state.step : undefined };
  const asked = after({ kind: 'done' }, then, context, now);
  if (isRead) {
    const outcome = saidAtHand(rest, { ...then, unfit: united(state.unfit, [method]) }, context);
    return isOf(entry, outcome) ? outcome : asked;
  }
  const outcome = saidAtHand(rest, then, context);
  const isMore = counts(outcome) || isTrouble(rest) || [rest, ...clausesOf(rest)].some(isQuestion);
  return isMore && (counts(outcome) || isOf(entry, outcome)) ? outcome : asked;
};

const nothingNumbered = { wanted: undefined, vain: [], done: [], isRead: false, rest: '' } as const;

/** Whether an outcome leaves an answer at hand. */
const isOf = ({ id }: Entry, { next }: Outcome): boolean =>
  next?.step === 'confirm' && (next.state as Confirm).entry === id;

/** Whether an outcome notes what became of a method. */
const counts = ({ effects = [] }: Outcome): boolean => effects.some(({ kind }) => kind === 'recordOutcome');

/** Goes on behind what was done in vain: with the next step, or with the next method. */
const reported = (
  text: string,
  { methods, step: heard }: Report,
  entry: Entry,
  state: Confirm,
  context: Context,
  now: Now,
): Outcome => {
  const [first = state.method] = methods;
  const step = furthestStepIn(text) ?? heard;
  if (step !== undefined) return press(`done:${first}.${step}`, context, now, state.entry);
  const outcome = didNotHelp(text, methods, state, context, now);
  if (methods.length === 0) return outcome;
  const titles = methods.map((n) => partLabel({ part: 'method', method: n }, entry));
  return { ...outcome, replies: [cards.sentence(follow().doneBefore(titles)), ...outcome.replies] };
};

/** Does what a message wants or tells of in words of its own; null where it does neither surely enough. */
const acted = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const choose = (choice: string): Outcome => press(choice, context, now, state.entry);
  const didItHelp = (): Outcome | null =>
    after({ kind: 'done' }, { ...state, method: methodOf(text, state, context) }, context, now);
  const walking = isWalking(state);
  const { codes: _, ...ids } = context.catalog.find(text).extracted;
  const isValue = Object.values(ids).some((id) => id !== null);
  const entry = context.catalog.entry(state.entry);
  const pointsTo = entry ? methodsByTraits(text, entry.methods) : [];
  const isEarlier = entry !== undefined && doneBeforeIn(text, entry, context.catalog)?.early === true;
  const isElse =
    isValue || isEarlier || asksWhatIsLeft(text) || pointsTo.length === 1 || isOfOther(text, entry, context);
  const isReport =
    endsWell(text) || helpsBehind(text, context.catalog) || (!isEarlier && reportsDeeds(text, context.catalog));
  const intent = isElse && !isReport ? null : actIn(text, context.catalog);
  switch (intent) {
    case 'helped':
      if (isOtherwise(text, state, context)) return null;
      return isDoubtful(text, state, context) ? didItHelp() : choose(`worked:${methodOf(text, state, context)}`);
    case 'partly':
      return isSince(text, state, context) ? forTheRest(text, state, context, now) : null;
    case 'failed':
      if (!walking && (state.tried ?? []).length === 0 && isSymptom(text, context.catalog)) return null;
      if (!walking) return failedAtHand(text, triedOf(text, state, context), state, context, now);
      return isDeed(text, context.catalog)
        ? doneInVain(text, state, context, now)
        : choose(`failed:${state.method}.${state.step}`);
    case 'done':
      if (walking) return choose(`done:${state.method}.${state.step}`);
      return didItHelp();
    case 'asked':
      return failsOnOtherDevice(text) && isSince(text, state, context)
        ? forTheRest(text, state, context, now)
        : didItHelp();
    case 'next':
      return choose(`${state.offered ? 'method' : 'next'}:${state.method}`);
    case 'how':
      return choose(`start:${state.pointed ?? state.method}`);
    case 'desk':
      return handOver(entry, { kind: 'said', text }, context, now);
    case 'leave':
      return talked(cards.sentence(words().neverMind), at.listen(still(now.kept)));
    case 'thanks':
      return talked(cards.sentence(words().thanks), now.saved);
    case 'wrong':
      return choose('none');
    case null:
      return null;
  }
};

/** Whether a success that no phrase tells is asked about: nothing was done before it, and it is heard from other messages alone. */
const isDoubtful = (text: string, { tried = [], results = {} }: Confirm, { catalog }: Context): boolean =>
  !endsWell(text) &&
  !helpsBehind(text, catalog) &&
  catalog.intent(text).chance < undoubted &&
  tried.length + Object.keys(results).length === 0 &&
  !partsOf(text).some((part) => isDeed(part, catalog));
const undoubted = 0.85;

/** The method, from 1, that a report is of: the one that it names by its number or by what was done, otherwise the one at hand. */
const methodOf = (text: string, state: Confirm, { catalog }: Context): number => {
  const [named] = methodsIn(text);
  const entry = catalog.entry(state.entry);
  if (named !== undefined || !entry || isWalking(state)) return named ?? state.method;
  if (!partsOf(text).some((part) => isDeed(part, catalog))) return state.method;
  const [done] = doneIn(text, entry, state.method, catalog)?.methods ?? [];
  const [before] = doneBeforeIn(text, entry, catalog)?.methods ?? [];
  return done ?? before ?? methodMeant(text, entry, catalog) ?? state.method;
};

/** The method that tells to do what a text says was done; undefined where none surely does. */
const methodMeant = (text: string, entry: Entry, catalog: Catalog): number | undefined =>
  (stepsIn(text).length === 0 && partsOf(text).some((part) => isDeed(part, catalog))
    ? methodByStep(text, entry, catalog)
    : undefined) ?? methodByConcepts(text, entry, catalog);

/** Whether a partial success can be of a method: something was done, or it is told as news; what works for oneself only says whom it hits. */
const isSince = (text: string, { tried = [], results = {} }: Confirm, { catalog }: Context): boolean =>
  !forOneself.test(folded(text)) &&
  (tried.length > 0 ||
    Object.keys(results).length > 0 ||
    sinceThen.test(folded(text)) ||
    partsOf(text).some((part) => isDeed(part, catalog)));

const forOneself = pattern(
  '\\b(?:for|with) me\\b|\\bbei mir\\b|\\b(?:pour|chez) moi\\b|\\bpara mi\\b|\\ba mi\\b|私(?:は|だけ|には)',
);

/** What a person did in the middle of a method changed nothing: the next step, or the next method behind the last one. */
const doneInVain = (text: string, state: Confirm, context: Context, now: Now): Outcome => {
  const method = context.catalog.entry(state.entry)?.methods[state.method - 1];
  return method && state.step! < stepsOf(method).length
    ? press(`done:${state.method}.${state.step}`, context, now, state.entry)
    : didNotHelp(text, [], state, context, now);
};

/** Whether a text by itself is answered by another entry, which is no word about the one at hand. */
const isOfOther = (text: string, entry: Entry | undefined, { catalog }: Context): boolean => {
  const { verdict, candidates } = catalog.find(text);
  return verdict === 'answer' && candidates[0]!.entry !== entry;
};

/** What is no word about the answer itself: something about no problem, what it rules out, or what it tells. */
export const saidBeside = (text: string, state: Confirm, context: Context, now: Now): Outcome =>
  talk(text, context, now) ?? besideTalk(text, state, context, now);

const besideTalk = (text: string, state: Confirm, context: Context, now: Now): Outcome =>
  excludingPart(text, state, context, now) ??
  acted(text, state, context, now) ??
  thanked(text, state, context, now) ??
  problem(text, context, now);

/** Takes leave of whoever ends with thanks and asks nothing more: "scheduled for tonight. thank you, you saved my friday"; null where something else is told. */
const thanked = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const clauses = clausesOf(text);
  if (text.length > longest || !clauses.slice(1).some(isThanks) || clauses.some(isQuestion)) return null;
  const { verdict, extracted, known } = context.catalog.find(text);
  const isMatter = verdict === 'answer' || verdict === 'foreign' || known.told.prompt !== undefined;
  if (isMatter || extracted.codes.length > 0 || isTrouble(text)) return null;
  return talked(cards.sentence(state.solved ? words().thanks : words().thanksOpen), now.saved);
};

/** Before a risky method "next" says too little to begin it, and so does whatever else is no "done". */
const begins = (word: StepWord, text: string): boolean =>
  word === 'done' && !/\b(?:next|suivante?|siguiente|nächste\w*)\b|次/i.test(text);

/** The methods that are left are shown; behind one that was refused, the method at hand was not tried. */
const whatIsLeft: Afterthought = { kind: 'doneBefore', done: { said: '', early: false, methods: [] } };

const noFacts = {
  kind: 'facts',
  facts: { told: {}, fits: [], against: [], beside: [] },
  spoken: null,
  near: [],
  suggested: [],
  alone: { words: [], spoken: [], told: {} },
} as const;

/** Nothing changed, as an answer to the question what did. */
const unchangedFact: Afterthought = {
  ...noFacts,
  facts: { ...noFacts.facts, told: { recent_change: 'none' }, beside: [['recent_change', 'none']] },
};

/** From this chance on a report may tell a finding. */
const mayBeFound = 0.5;

/** Quotes the finding that may be what is shown since something was done; null where it goes on as before. */
const foundSince = (text: string, entry: Entry, state: Confirm, context: Context, now: Now): Outcome | null => {
  if (!showsElse(text)) return null;
  const [finding] = context.catalog.followUp(entry, text, state.method).findings;
  return finding && finding.chance >= mayBeFound && !finding.opposes
    ? after({ ...noFacts, finding }, state, context, now)
    : null;
};

/** Tells the finding that may be what came of what was done before the next method, which is offered; the outcome stays as it was heard. */
const withOutcome = (text: string, outcome: Outcome, state: Confirm, context: Context, now: Now): Outcome => {
  const entry = context.catalog.entry(state.entry);
  const then = entry && isOf(entry, outcome) ? (outcome.next!.state as Confirm) : undefined;
  if (!entry || !then || text.length > longest || saysAllInVain(text) || !goesOnBehind(state, then)) return outcome;
  const finding = cameOf(
    context.catalog.followUp(entry, text, state.method),
    (then.helped ?? []).length > (state.helped ?? []).length,
  );
  if (!finding || outcome.replies.some(({ dialog }) => dialog)) return outcome;
  if (!isTold(finding) && !counts(outcome) && !isTrouble(text)) return outcome;
  const behind = behindIn(then);
  const isLeft = (n: number): boolean => !behind.includes(n);
  const method = typeof finding.leads === 'number' && isLeft(finding.leads) ? finding.leads : then.method;
  const view = viewOf(entry, now.kept, context, behind);
  const card = cameOfCard(finding, { entry, method, view });
  if (!view.order.some(isLeft)) return { ...outcome, replies: [card, ...outcome.replies] };
  const [first, ...others] = outcome.replies;
  const lead = first && others.length > 0 && (first.actions ?? []).length === 0 ? [first] : [];
  const step = method === then.method ? then.step : undefined;
  const next = confirm({ ...then, method, step, ...(method === state.method ? {} : { offered: true }) });
  return { ...outcome, next, replies: [...lead, card], understood: noProblem };
};

/** Whether a method or a step was left behind as done. */
const goesOnBehind = (before: Confirm, { tried = [], helped = [], results = {}, method }: Confirm): boolean =>
  tried.length > (before.tried ?? []).length ||
  helped.length > (before.helped ?? []).length ||
  (results[method] ?? '') !== (before.results?.[method] ?? '');

/** Says what cures the failure of a step that a text tells of; null where it tells of none. */
const failedStep = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const entry = context.catalog.entry(state.entry);
  const walking = isWalking(state);
  const ofDenial = entry?.facets.prompt?.includes('blocked-message') === true || refusal.test(entry?.title ?? '');
  const [method = state.method] = methodsIn(text).filter((n) => entry?.methods[n - 1] !== undefined);
  const meant = entry?.methods[method - 1];
  const home = meant && homeIn(replyOf({ blocks: meant.body }).text);
  const failure = entry ? failureIn(text, { walking, ofDenial, home }) : null;
  if (!entry || !failure || context.catalog.find(text).extracted.codes.some((code) => !entry.codes.includes(code)))
    return null;
  const isHere = method === state.method;
  const step =
    stepsIn(text).find((n) => meant && n <= stepsOf(meant).length) ?? (walking && isHere ? state.step : undefined);
  if (step !== undefined) {
    const about = { entry, kept: now.kept, confirm: state, saved: now.saved, done: now.saved, failure };
    return fix('failed', `${method}.${step}`, about, context);
  }
  const answer = { entry, method, view: viewOf(entry, now.kept, context, behindIn(state)) };
  return {
    next: confirm({ ...state, method, step: isHere ? state.step : undefined }),
    replies: [afterCards.stuckCard(answer, failure)],
    understood: noProblem,
  };
};

/** An answer whose own symptom would do for a failed step. */
const refusal = /\b40[13]\b|denied|unauthori[sz]ed/i;

/** The methods that a text says were tried, by their numbers or by what they tell to do; none where it may be the one at hand. */
const triedOf = (text: string, state: Confirm, { catalog }: Context): readonly number[] => {
  const entry = catalog.entry(state.entry);
  const named = methodsIn(text);
  const meant = entry && named.length === 0 ? methodMeant(text, entry, catalog) : undefined;
  return meant === undefined ? named : [meant];
};

/** The entry that was offered, where "yes, the Outlook one" takes it. */
const ratherIn = (text: string, { rather }: Confirm, { catalog }: Context): Entry | undefined => {
  const offered = rather === undefined ? undefined : catalog.entry(rather);
  return offered && assents.test(text) && sharesWord(text, offered) ? offered : undefined;
};

const assents = new RegExp(String.raw`^\s*(?:${yes}|exactly|genau)(?![\p{L}\p{N}]).{1,40}$`, 'iu');

/** Asks whether the method at hand helped, where its steps were gone through; null where they were not. */
const goneThrough = (state: Confirm, context: Context, now: Now): Outcome | null =>
  state.results?.[state.method] ? after({ kind: 'done' }, state, context, now) : null;

/** What was done in vain is behind: the method at hand, or another one that tells to do it. */
const failedAtHand = (text: string, named: readonly number[], state: Confirm, context: Context, now: Now): Outcome => {
  const entry = context.catalog.entry(state.entry);
  const heard = entry && named.length === 0 ? doneElsewhere(text, entry, state.method, context.catalog) : null;
  const meant = entry && heard?.methods.length === 0 ? methodMeant(text, entry, context.catalog) : undefined;
  if (meant === state.method) return didNotHelp(text, [], state, context, now);
  const done = heard && meant !== undefined ? { ...heard, methods: [meant] } : heard;
  return (
    (done && after({ kind: 'doneBefore', done }, state, context, now)) ?? didNotHelp(text, named, state, context, now)
  );
};

/** Goes on behind the methods that did not help, those that a text names or the one at hand: with the method that is wanted, the one that the text surely speaks for, or the next one. */
const didNotHelp = (
  text: string,
  named: readonly number[],
  state: Confirm,
  context: Context,
  now: Now,
  wanted?: number,
): Outcome => {
  const [latest = state.method, ...others] = named.toReversed();
  const tried = { ...state, tried: united(state.tried, others) };
  const entry = context.catalog.entry(state.entry);
  const sure = entry && sureIn(context.catalog.followUp(entry, text, state.method), false);
  const meant = sure ? meantIn(sure) : undefined;
  const isBehind = meant === latest || (meant !== undefined && tried.tried.includes(meant));
  const fits = entry && fittingNext(text, entry, [...tried.tried, latest], state, context);
  const choice = `next:${latest}.${wanted ?? (isBehind ? undefined : meant) ?? fits ?? ''}`;
  return press(choice, context, { ...now, confirm: tried }, state.entry);
};

/** The next of the methods that are left with whose use a text is not at odds; undefined where it is at odds with all. */
const fittingNext = (
  text: string,
  entry: Entry,
  tried: readonly number[],
  state: Confirm,
  context: Context,
): number | undefined => {
  const behind = behindIn({ ...state, tried });
  const { out, done } = judgedIn(text, entry, context.catalog);
  const { order } = viewOf(entry, keptOf(state), context, behind);
  return order.find((n) => ![...behind, ...out, ...done].includes(n));
};

/** Notes that a method helped, and goes on with the next one for those whom it did not help, or with the same one on another device. */
const forTheRest = (text: string, state: Confirm, context: Context, now: Now): Outcome => {
  const method = methodOf(text, state, context);
  const told = context.catalog.entry(state.entry)?.methods[method - 1];
  const isSame = told !== undefined && isOnDevice(told) && failsOnOtherDevice(text);
  const helped = isSame ? state : { ...state, helped: united(state.helped, [method]) };
  const choice = `${isSame ? 'steps' : 'next'}:${method}`;
  const outcome = press(choice, context, { ...now, confirm: helped }, state.entry);
  return {
    ...outcome,
    replies: [cards.sentence(isSame ? follow().helpedThere : follow().helpedSome), ...outcome.replies],
    effects: [{ kind: 'recordOutcome', entry: state.entry, method, worked: true }],
  };
};

/** What asks for nothing but how to go on, which is told anyway. */
const asksOn: ReadonlySet<Command['kind']> = new Set<Command['kind']>(['next', 'start']);

/** Whether what is ruled out decides something, so that the rest is to be heard without it. */
const decides = ({ methods, for: spokenFor, ofTitle }: Excluded): boolean =>
  ofTitle || methods.length + spokenFor.length > 0;

/** Leaves out what a text refuses or a part of it rules out, and answers the rest; null where it does neither. */
const excludingPart = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const entry = context.catalog.entry(state.entry);
  const refused = entry ? unwillingIn(text, entry, context.catalog) : null;
  const excluded = refused ?? (entry && excludedIn(text, entry, context.catalog));
  if (!entry || !excluded || (!refused && (excluded.rest === '' || !decides(excluded)))) return null;
  const isReason =
    refused !== null && methodsIn(refused.said.join(', ')).length > 0 && !clausesOf(refused.rest).some(isQuestion);
  if (isReason || saysAll(excluded, context.catalog) || asksOn.has(command(excluded.rest)?.kind ?? 'worked'))
    return after({ kind: 'excludes', excluded }, state, context, now);
  const unfit = united(state.unfit, excluded.methods);
  const behind = behindIn({ ...state, unfit });
  const method = onBehind(state.method, viewOf(entry, keptOf(state), context, behind));
  const outcome = saidAtHand(excluded.rest, { ...state, unfit, method }, context);
  return { ...outcome, replies: [cards.sentence(afterCards.weighed(excluded, entry).join(' ')), ...outcome.replies] };
};
