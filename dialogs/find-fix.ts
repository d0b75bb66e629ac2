/** The main conversation: find the cause of a sign-in error, ask when several fit, and lead through the methods. */
import type { Entry, Facet, Found, Known } from '../src/model/catalog.ts';
import {
  type Context,
  type Dialog,
  type Effect,
  noProblem,
  type Outcome,
  type Saved,
  type Understood,
} from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import type { Reply } from '../src/model/reply.ts';
import * as afterCards from './after-cards.ts';
import { type Afterthought, afterthought, gained, sentence, surely, triedIn } from './afterthought.ts';
import { pressedBack, wentBack, wentOn } from './back.ts';
import * as cards from './cards.ts';
import { foundBeside } from './codes.ts';
import { type Command, command, helpedNot, type StepWord, stepWord } from './commands.ts';
import { persists, sharesWord } from './earlier.ts';
import * as escalate from './escalate.ts';
import { type Fact, factText, tellsSymptom } from './facts.ts';
import { failureIn } from './failures.ts';
import * as fixCards from './fix-cards.ts';
import { begun, behindIn, type Confirm, confirm, fix, marked, shown, valuesFilled, viewOf } from './fix.ts';
import { explained } from './glossary.ts';
import { handing, toldFacts } from './handing.ts';
import { type Audience, type Kept, keptAfter, keptOf, still, typedCode } from './kept.ts';
import { answerIn, isUnchanged, toldBeside } from './natural.ts';
import { leavesFirst, newMatter, turnsAway } from './new-matter.ts';
import { type Matter, matterOf, turnedTo } from './matters.ts';
import { last, methodsIn, numberAlone, stepIn } from './numbers.ts';
import { pastAt, withLooked, withTold } from './past.ts';
import { partLabel } from './passages.ts';
import { type DoneBefore, doneElsewhere, type Excluded, excludedIn } from './put-behind.ts';
import { type Part, problemsIn } from './several.ts';
import { smallTalk } from './small-talk.ts';
import { meantIn } from './spoken.ts';
import * as spokenCards from './spoken-cards.ts';
import { rulingIn } from './ruled-out.ts';
import { follow, words } from './words/index.ts';
import { asksWhatNow } from './what-now.ts';
import { isNo, yes } from './yes-no.ts';

type Listen = Kept & { readonly missed?: number };
type Narrow = Kept & {
  /** What the person has told so far. */
  readonly known: Known;
  /** The facets that were asked. */
  readonly asked: readonly Facet[];
  /** The facet asked last; null when entries were offered instead. */
  readonly facet: Facet | null;
  /** The entry that "yes" would choose. */
  readonly offered?: string;
  readonly missed?: number;
};

/** The state diagram: listening, narrowing down several candidates, and confirming that a method helped. */
type Steps = { listen: Listen; narrow: Narrow; confirm: Confirm };

const mostQuestions = 3;

/** Words must weigh so much for candidates to be named beside a question, and with the facts told, which weigh `fact` each, for the likeliest to be an answer after questions. */
const telling = { candidates: 2, likely: 3.5, fact: 1 } as const;

/** Where nobody could tell anything, what is less likely than this is no answer. */
const leastLikely = 0.4;

/** More words are a paste. */
const paste = 60;

/** An answer of so few words that means "none" says nothing else: "no error text". */
const shortNo = 5;

const at = {
  listen: (state: Listen): Saved => ({ dialog: 'find-fix', step: 'listen', state }),
  narrow: (state: Narrow): Saved => ({ dialog: 'find-fix', step: 'narrow', state }),
};

export const start: Saved = at.listen({});

export const findFix: Dialog<Steps> = {
  listen: (state, event, context) => {
    const now: Now = { saved: at.listen(state), kept: keptOf(state), missed: state.missed ?? 0 };
    if (event.kind !== 'said') return act(event, context, now);
    const { text } = event;
    const other = turned(text, undefined, context, now);
    if (other) return other;
    const back = wentBack(text, now.kept, { relapsed: true }, context);
    const goesOn = helpedNot(text) || (persists(text) && context.catalog.find(text).weight < telling.candidates);
    return back ?? (goesOn ? wentOn(now.kept, context) : null) ?? said(text, context, now);
  },

  narrow: (state, event, context) => {
    const now: Now = { saved: at.narrow(state), kept: keptOf(state), missed: state.missed ?? 0, narrow: state };
    return event.kind === 'said' ? heard(event.text, context, state, now) : act(event, context, now);
  },

  confirm: (state, event, context) => {
    const kept = keptOf(state.handed ? state : { ...state, past: pastAt(state) });
    const now: Now = { saved: confirm(state), kept, missed: 0, confirm: state };
    if (event.kind !== 'said') return act(event, context, now);
    const press = (choice: string): Outcome => act({ kind: 'chose', choice, about: state.entry }, context, now);
    const { text } = event;
    const failed = failedStep(text, state, context, now);
    if (failed) return failed;
    const matter = turned(text, handed(state), context, now);
    if (matter) return matter;
    const word = stepWord(text);
    if (word === 'back' && !state.step) return press(`entry:${state.entry}`);
    if (word === 'back') return press(`step:${state.method}.${state.step! - 1}`);
    if (word && state.step === 0) return press(begins(word, text) ? `step:${state.method}.1` : `start:${state.method}`);
    if (word && state.step !== undefined) return press(`${word}:${state.method}.${state.step}`);
    const typed = command(text);
    if (typed?.kind === 'worked') return press(`worked:${methodsIn(text)[0] ?? state.method}`);
    const other = typed ? undefined : ratherIn(text, state, context);
    if (other) return act({ kind: 'chose', choice: `entry:${other.id}` }, context, now);
    const whence = { atHand: handed(state), relapsed: state.handed === true };
    const back = typed && !state.handed ? null : wentBack(text, kept, whence, context);
    if (back) return back;
    const number = numberAlone(text);
    if (number) return press(`method:${number}`);
    if (isUnchanged(text) && state.asked?.includes('recent_change') && !now.kept.past?.told?.recent_change)
      return after(unchangedFact, state, context, now) ?? said(text, context, now);
    const tried = triedIn(text);
    if (tried.length > 0 || (!typed && (word === 'failed' || helpedNot(text)))) {
      const entry = context.catalog.entry(state.entry);
      const done = entry && tried.length === 0 ? doneElsewhere(text, entry, state.method, context.catalog) : null;
      return (
        (done && after({ kind: 'doneBefore', done }, state, context, now)) ?? didNotHelp(tried, state, context, now)
      );
    }
    if (typed?.kind === 'next' && state.step === undefined && asksWhatNow(text))
      return (
        (state.results?.[state.method] && after({ kind: 'done' }, state, context, now)) ||
        press(`start:${state.method}`)
      );
    switch (typed?.kind) {
      case 'next':
      case 'start':
      case 'steps':
        return press(`${typed.kind}:${state.method}`);
      case 'method':
        return press(`method:${typed.n === last ? context.catalog.entry(state.entry)?.methods.length : typed.n}`);
      case 'step':
        return press(`step:${state.method}.${typed.n}`);
      case 'none':
        return isNo(text) ? press(`next:${state.method}`) : press('none');
      case 'yes':
        if (state.doubted) return press('elsewhere');
        if (state.rather) return act({ kind: 'chose', choice: `entry:${state.rather}` }, context, now);
        return after({ kind: 'done' }, state, context, now) ?? said(event.text, context, now);
      case 'helpdesk':
      case 'sources':
      case 'check':
      case 'elsewhere':
        return press(typed.kind);
      default:
        return said(event.text, context, now);
    }
  },
};

/** Before a risky method "next" says too little to begin it, and so does whatever else is no "done". */
const begins = (word: StepWord, text: string): boolean =>
  word === 'done' && !/\b(?:next|suivante?|siguiente|nächste\w*)\b|次/i.test(text);

/** Nothing changed, as an answer to the question what did. */
const unchangedFact: Afterthought = {
  kind: 'facts',
  facts: { told: { recent_change: 'none' }, fits: [], against: [], beside: [['recent_change', 'none']] },
  spoken: null,
  near: [],
  alone: { words: [], spoken: [], told: {} },
};

/** The entry at hand, where it is not handed over. */
const handed = ({ entry, handed: isHanded = false }: Confirm): string | undefined => (isHanded ? undefined : entry);

/** Goes over to another of the problems that one message named, or asks to which; null where a text does not want to. */
const turned = (text: string, atHand: string | undefined, context: Context, now: Now): Outcome | null => {
  const all = turnedTo(text, now.kept.matters ?? [], atHand).filter(({ entry }) => context.catalog.entry(entry));
  const [first, ...others] = all;
  if (!first) return null;
  if (others.length > 0)
    return {
      replies: [cards.matterCard(all.flatMap(({ entry }) => context.catalog.entry(entry) ?? []))],
      understood: noProblem,
    };
  if (first.entry === atHand) return act({ kind: 'chose', choice: `entry:${first.entry}` }, context, now);
  const kept = now.confirm && !now.confirm.handed ? { ...now.kept, past: pastAt(now.confirm) } : now.kept;
  return (
    pressedBack(first.entry, kept, context) ?? act({ kind: 'chose', choice: `other:${first.entry}` }, context, now)
  );
};

/** Says what cures the failure of a step that a text tells of; null where it tells of none. */
const failedStep = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const entry = context.catalog.entry(state.entry);
  const walking = state.step !== undefined && state.step > 0;
  const ofDenial = entry?.facets.prompt?.includes('blocked-message') === true || refusal.test(entry?.title ?? '');
  const failure = entry ? failureIn(text, { walking, ofDenial }) : null;
  if (!entry || !failure || context.catalog.find(text).extracted.codes.some((code) => !entry.codes.includes(code)))
    return null;
  const [named] = methodsIn(text);
  const method = named !== undefined && entry.methods[named - 1] ? named : state.method;
  const step = stepIn(text) ?? (walking ? state.step : undefined);
  if (step !== undefined) {
    const about = { entry, kept: now.kept, confirm: state, saved: now.saved, done: now.saved, failure };
    return fix('failed', `${method}.${step}`, about, context);
  }
  const answer = { entry, method, view: viewOf(entry, now.kept, context, behindIn(state)) };
  return {
    next: confirm({ ...state, method }),
    replies: [afterCards.stuckCard(answer, failure)],
    understood: noProblem,
  };
};

/** An answer whose own symptom would do for a failed step. */
const refusal = /\b40[13]\b|denied|unauthori[sz]ed/i;

/** The entry that was offered, where "yes, the Outlook one" takes it. */
const ratherIn = (text: string, { rather }: Confirm, { catalog }: Context): Entry | undefined => {
  const offered = rather === undefined ? undefined : catalog.entry(rather);
  return offered && assents.test(text) && sharesWord(text, offered) ? offered : undefined;
};

const assents = new RegExp(String.raw`^\s*(?:${yes}|exactly|genau)(?![\p{L}\p{N}]).{1,40}$`, 'iu');

/** Goes on behind the methods that did not help: those that a text names, or the one at hand. */
const didNotHelp = (named: readonly number[], state: Confirm, context: Context, now: Now): Outcome => {
  const [latest = state.method, ...others] = named.toReversed();
  const tried = { ...state, tried: [...new Set([...(state.tried ?? []), ...others])] };
  return act({ kind: 'chose', choice: `next:${latest}`, about: state.entry }, context, { ...now, confirm: tried });
};

/** What the steps share: where the conversation stands, so that any button can be answered from anywhere. */
type Now = {
  readonly saved: Saved;
  readonly kept: Kept;
  readonly missed: number;
  readonly narrow?: Narrow;
  readonly confirm?: Confirm | undefined;
};

// === What people say ===

/** Words that open a problem, or small talk that leaves the conversation where it stands. */
const said = (text: string, context: Context, now: Now): Outcome => {
  if (turnsAway(text)) {
    if (now.confirm?.aside) return act({ kind: 'chose', choice: 'matter', about: now.confirm.entry }, context, now);
    return talked(cards.sentence(words().neverMind), at.listen(still(now.kept)));
  }
  const matter = newMatter(text);
  if (matter !== null && leavesFirst(text) && command(matter)?.kind !== 'helpdesk' && !tells(matter, context))
    return talked(cards.sentence(words().neverMind), at.listen(still(now.kept)));
  if (matter !== null) return said(matter, context, command(matter)?.kind === 'helpdesk' ? now : opened(now));
  const { saved, kept } = now;
  const term = context.catalog.explain(text);
  if (term) return explained(term, { saved, confirm: now.confirm, asks: now.narrow !== undefined }, context);
  const typed = command(text);
  if (typed?.kind === 'helpdesk') return handOver(undefined, { kind: 'said', text }, context, now);
  if (typed?.kind === 'as') return seenAs(typed.audience, context, now);
  const talk = smallTalk(text);
  if (talk === 'neverMind') return talked(cards.sentence(words().neverMind), at.listen(still(kept)));
  if (talk === 'thanks') return talked(cards.sentence(words().thanks), saved);
  if (talk === 'hello') return talked(cards.helloCard(), saved);
  if (talk === 'help') return talked(cards.helpCard(), saved);
  if (talk === 'exposed') return talked(cards.sentence(words().exposed), saved);
  if (talk === 'fedUp') return talked(cards.fedUpCard(), saved);
  if (typed && typed.kind !== 'yes' && typed.kind !== 'unsure') return stayed(words().nothingOpen, saved);
  const partly = now.confirm && excludingPart(text, now.confirm, context, now);
  if (partly) return partly;
  const problems = problemsIn(text, context.catalog);
  if (problems.length > 1) return oneOf(problems, context, now);
  const beside = now.confirm ?? now.narrow;
  const found = beside ? foundBeside(text, context.catalog) : withBeside(text, context.catalog.find(text), context);
  const then = keeping(keptAfter(text, found, kept), now);
  const thought = then.confirm && added(text, found, then.confirm, context, then);
  if (thought) return thought;
  return look(found, context, now.confirm ? keeping(keptAfter(text, found, ofAnother(kept)), now) : then);
};

/** A finding that leads to a question, with what nobody needs to be asked for. */
const withBeside = (text: string, found: Found, { catalog }: Context): Found => {
  if (found.verdict !== 'clarify') return found;
  const { known } = found;
  return { ...found, known: { ...known, told: { ...toldBeside(text, catalog), ...known.told } } };
};

/** What is kept where a text is another problem than the answer at hand, with whose facts its own are not mixed. */
const ofAnother = (kept: Kept): Kept => {
  const { told: _, ...past } = kept.past ?? {};
  return { ...kept, past };
};

/** Whether a text is about a problem at all. */
const tells = (text: string, { catalog }: Context): boolean => {
  const { verdict, weight } = catalog.find(text);
  return ['answer', 'confirm', 'foreign'].includes(verdict) || (verdict === 'clarify' && weight >= telling.candidates);
};

/** What is told to be so now is what to begin with. */
const isLatest = /^(?:now|jetzt|maintenant|ahora)\b|^今/i;

/** Answers the first of several problems that can be, and accounts for each of the others. */
const oneOf = (problems: readonly Part[], context: Context, now: Now): Outcome => {
  const lead =
    problems.find(({ text, found }) => isLatest.test(text) && found.verdict === 'answer') ??
    problems.find(({ found }) => found.verdict === 'answer') ??
    problems.find(({ found }) => found.verdict === 'clarify' && found.weight >= telling.candidates) ??
    problems.find(({ found }) => found.candidates.length > 0)!;
  const outcome = look(lead.found, context, {
    ...now,
    kept: keptAfter(lead.text, lead.found, still(now.kept)),
    confirm: undefined,
  });
  const others = problems.filter((one) => one !== lead);
  const matters = problems.flatMap(
    ({
      text,
      found: {
        candidates: [first],
      },
    }): readonly Matter[] => (first ? [matterOf(text, first.entry, context.catalog)] : []),
  );
  const next = outcome.next && { ...outcome.next, state: { ...outcome.next.state, matters } };
  return { ...outcome, ...(next ? { next } : {}), replies: [...outcome.replies, cards.othersCard(others)] };
};

/** The conversation with what it keeps now, also where its answer stays at hand. */
const keeping = (kept: Kept, now: Now): Now => {
  const answer = now.confirm && { ...now.confirm, ...kept };
  return answer ? { ...now, kept, saved: confirm(answer), confirm: answer } : { ...now, kept };
};

/** What is said after an answer without being another problem; null where it is one. */
const added = (text: string, alone: Found, state: Confirm, context: Context, now: Now): Outcome | null => {
  const entry = context.catalog.entry(state.entry);
  const thought = entry && afterthought(text, alone, entry, state, context.catalog);
  return thought ? after(thought, state, context, now) : null;
};

/** Answers what was said after an answer; null where its entry is gone. */
const after = (thought: Afterthought, state: Confirm, context: Context, now: Now): Outcome | null => {
  const entry = context.catalog.entry(state.entry);
  if (!entry) return null;
  const answer = {
    entry,
    method: state.method,
    view: viewOf(entry, now.kept, context, behindIn(state)),
    step: state.step,
  };
  const stay = (reply: Reply, more: Partial<Confirm> = {}): Outcome => ({
    next: confirm({ ...state, rather: undefined, doubted: undefined, ...now.kept, ...more }),
    replies: [reply],
    understood: noProblem,
  });
  const about = { entry, kept: now.kept, confirm: state, saved: now.saved, done: at.listen(still(now.kept)) };
  const inMethod = (n: number): Outcome | null => fix('method', String(n), about, context);
  switch (thought.kind) {
    case 'done':
      return stay(afterCards.stayCard(words().didItHelp, answer));
    case 'still':
      return stay(afterCards.stayCard(words().stillAt(entry.title), answer));
    case 'names':
      return stay(fixCards.methodCard(entry, state.method, answer.view));
    case 'method':
      return inMethod(thought.n);
    case 'stuck':
      return stay(afterCards.stuckCard(answer));
    case 'asks':
      return stay(afterCards.askedCard(thought.what, answer, thought.rights));
    case 'speaks': {
      const { sure } = thought;
      const meant = state.step === undefined ? meantIn(sure) : undefined;
      const opened = meant === undefined || meant === state.method ? null : inMethod(meant);
      if (!opened) return stay(spokenCards.spokenCard(sure, answer));
      const lead = cards.sentence(words().after.speaksFor(partLabel(sure.spoken, entry)));
      return { ...opened, replies: [lead, ...opened.replies] };
    }
    case 'facts': {
      const { facts, spoken, near, alone } = thought;
      const { told } = facts;
      const byCode = typedCode(entry, now.kept.ids ?? {}) !== undefined;
      return stay(afterCards.factsCard(facts, spoken, near, answer, byCode), {
        ...(state.known ? { known: { ...state.known, told: { ...state.known.told, ...told } } } : {}),
        past: withTold(now.kept.past, told),
        aside: tellsSymptom(facts) ? alone : undefined,
        doubted: facts.against.length > 0 || undefined,
      });
    }
    case 'excludes':
      return excluding(thought.excluded, answer, state, stay);
    case 'doneBefore':
      return doneBefore(thought.done, answer, state, stay);
    case 'aside':
      return stay(spokenCards.asideCard(thought.found, thought.question, thought.near, answer), {
        aside: thought.found.known,
        rather: afterCards.ratherOf(thought.found, entry)?.id,
      });
    case 'turns': {
      const { found } = thought;
      const asked = state.asked ?? [];
      const outcome = narrowed({ known: found.known, asked, facet: null, ...now.kept }, found, context);
      const facts = (Object.entries(found.known.told) as unknown as readonly Fact[])
        .filter(([facet, value]) => facet !== 'message' && state.known?.told[facet] !== value)
        .map(factText);
      const again = [...(facts.length > 0 ? [words().after.noted(facts.join('; '))] : []), words().looksAgain];
      return { ...outcome, replies: [cards.sentence(again.join(' ')), ...outcome.replies] };
    }
  }
};

/** Replies, and keeps the answer at hand with what else changes of it. */
type Stay = (reply: Reply, more?: Partial<Confirm>) => Outcome;

/** Leaves out what a person rules out, and goes on with the methods that are left. */
const excluding = (excluded: Excluded, answer: afterCards.Answer, state: Confirm, stay: Stay): Outcome => {
  const { entry, view } = answer;
  const unfit = [...new Set([...(state.unfit ?? []), ...excluded.methods])];
  const behind = behindIn({ ...state, unfit });
  const left = view.order.filter((n) => !behind.includes(n));
  const speaks = excluded.for.filter((n) => left.includes(n));
  const meant = speaks.length === 1 ? speaks[0] : undefined;
  const next = meant ?? (left.includes(state.method) ? state.method : left[0]);
  const now = { ...answer, method: next ?? state.method, view: { ...view, tried: behind }, step: undefined };
  const doubted = next === undefined || excluded.ofTitle;
  const byCode = typedCode(entry, state.ids ?? {}) !== undefined;
  const reply = afterCards.excludedCard(excluded, now, {
    doubted,
    byCode,
    moved: next !== state.method || next === meant,
  });
  return stay(reply, {
    unfit,
    method: now.method,
    ...(doubted ? { doubted } : {}),
    ...(next === state.method ? {} : { step: undefined }),
  });
};

/** What asks for nothing but how to go on, which is told anyway. */
const asksOn: ReadonlySet<Command['kind']> = new Set<Command['kind']>(['next', 'start']);

/** Leaves out what a part of a text rules out, and answers the rest; null where it rules out nothing, or nothing is left of it. */
const excludingPart = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const entry = context.catalog.entry(state.entry);
  const excluded = entry && excludedIn(text, entry, context.catalog);
  if (!excluded || excluded.rest === '') return null;
  if (asksOn.has(command(excluded.rest)?.kind ?? 'worked'))
    return after({ kind: 'excludes', excluded }, state, context, now);
  const unfit = [...new Set([...(state.unfit ?? []), ...excluded.methods])];
  const behind = behindIn({ ...state, unfit });
  const next = viewOf(entry, keptOf(state), context, behind).order.find((n) => !behind.includes(n));
  const method = behind.includes(state.method) ? (next ?? state.method) : state.method;
  const outcome = findFix.confirm({ ...state, unfit, method }, { kind: 'said', text: excluded.rest }, context);
  return { ...outcome, replies: [cards.sentence(afterCards.weighed(excluded, entry).join(' ')), ...outcome.replies] };
};

/** Goes on behind what was done before. */
const doneBefore = (done: DoneBefore, answer: afterCards.Answer, state: Confirm, stay: Stay): Outcome => {
  const { view } = answer;
  const { methods, step } = done;
  const tried = [...new Set([...(state.tried ?? []), ...methods])];
  const behind = behindIn({ ...state, tried });
  const next = view.order.find((n) => !behind.includes(n));
  const method = behind.includes(state.method) ? (next ?? state.method) : state.method;
  const now = { ...answer, method, view: { ...view, tried: behind }, step: undefined };
  const results = step
    ? { ...state.results, [step.method]: marked(state.results?.[step.method] ?? '', step.step, 'done') }
    : state.results;
  const reply = afterCards.doneBeforeCard(done, now, {
    moved: method !== state.method,
    left: next !== undefined,
  });
  return stay(reply, {
    tried,
    method,
    ...(results ? { results } : {}),
    ...(method === state.method ? {} : { step: undefined }),
  });
};

/** The conversation as it stands when another matter is begun. */
const opened = ({ kept }: Now): Now => ({ saved: at.listen(still(kept)), kept: still(kept), missed: 0 });

/** Shows the answer at hand, if there is one, as this audience sees it. */
const seenAs = (as: Audience, context: Context, now: Now): Outcome => {
  const kept = { ...now.kept, as };
  const saved: Saved = { ...now.saved, state: { ...now.saved.state, as } };
  const entry = now.confirm && context.catalog.entry(now.confirm.entry);
  const replies = [cards.sentence(words().audience[as])];
  if (!entry) return { next: saved, replies, understood: noProblem };
  return {
    next: saved,
    replies: [...replies, cards.answerCard(entry, viewOf(entry, kept, context))],
    understood: shown(entry),
  };
};

const talked = (reply: Reply, next: Saved): Outcome => ({
  next,
  replies: [reply],
  understood: { outcome: 'smalltalk', entries: [], question: null, extracted: null },
});

/** Carries the finding over into an answer, a question, or an honest "I don't know". */
const look = (all: Found, context: Context, now: Now): Outcome => {
  const { kept, missed } = now;
  const found = without(all, kept.denied);
  const best = found.candidates[0];
  switch (found.verdict) {
    case 'nothing':
      return talked(cards.sentence(words().nothing), now.saved);
    case 'answer':
      return answered(best!.entry, kept, found, context);
    case 'clarify':
      return narrowed({ known: found.known, asked: [], facet: null, missed, ...kept }, found, context);
    case 'confirm': {
      const reply = cards.confirmCard(typedFor(found), found.meant ?? '', best!.entry);
      return {
        next: at.narrow({
          known: found.known,
          asked: [],
          facet: null,
          offered: best!.entry.id,
          missed,
          ...kept,
        }),
        replies: [reply],
        understood: understand('clarify', found),
      };
    }
    case 'unknown':
    case 'foreign':
      return {
        next: at.listen({ missed: missed + 1, ...kept }),
        replies: [
          found.verdict === 'foreign'
            ? cards.foreignCard()
            : found.unknownCodes.length > 0
              ? cards.unknownCodeCard(found)
              : cards.unknownCard(found.candidates),
        ],
        effects: gap(found),
        understood: understand('unknown', found),
      };
  }
};

/** The finding without entries that were denied; a code that is typed again counts all the same. */
const without = (found: Found, denied: readonly string[] = []): Found => {
  const candidates = found.candidates.filter(({ entry }) => !denied.includes(entry.id));
  if (found.extracted.codes.length > 0 || candidates.length === found.candidates.length) return found;
  const led = found.candidates[0] === candidates[0];
  const verdict = candidates.length === 0 ? 'unknown' : led ? found.verdict : 'clarify';
  return { ...found, verdict, candidates, alternative: led ? found.alternative : null };
};

/** The unknown code that a near one may have been meant by; none where the near one itself stands in the text. */
const typedFor = ({ meant, extracted, unknownCodes }: Found): string | undefined =>
  meant !== null && extracted.codes.includes(meant) ? undefined : unknownCodes[0];

/** What the catalog lacks: unknown codes, or a problem that nothing fitted. */
const gap = (found: Found): readonly Effect[] => {
  const codes = found.unknownCodes.slice(0, 10).map((what) => ({ kind: 'code', what }) as const);
  const problem = found.verdict === 'unknown' && codes.length === 0 ? found.known.words.toSorted().join(' ') : '';
  const gaps = problem ? [{ kind: 'words', what: problem } as const] : codes;
  return gaps.length > 0 && found.verdict !== 'foreign' && found.verdict !== 'confirm'
    ? [{ kind: 'recordGap', gaps }]
    : [];
};

/** Says that there is a message without giving it. */
const promises =
  /^(?:yes\W{1,3})?(?:there(?:'s| is)|i (?:have|got|see)|we have|it (?:shows|has|gives)|a|an|the)? ?(?:an? |the |some )?(?:error )?(?:code|message|text)\W{0,3}$|^(?:ja|oui|s[ií])?\W{0,3}(?:es gibt|ich habe|il y a|j'ai|hay|tengo) (?:einen?|eine|une?|una?)? ?(?:fehler)?(?:code|meldung|message|código|mensaje)\W{0,3}$|^(?:コード|メッセージ)が?あり?(?:る|ます)$/i;

/** Words in answer to a question: the asked value, other facts, or a new problem altogether. */
const heard = (text: string, context: Context, state: Narrow, now: Now): Outcome => {
  const { catalog } = context;
  if (smallTalk(text) === 'neverMind' || newMatter(text) !== null || catalog.explain(text))
    return said(text, context, now);
  const back = wentBack(text, now.kept, { relapsed: false }, context);
  if (back) return back;
  const typed = command(text);
  if (typed?.kind === 'yes' && state.offered)
    return act({ kind: 'chose', choice: `entry:${state.offered}` }, context, now);
  const value = state.facet ? answerIn(state.facet, text, catalog) : null;
  if (state.facet === 'message' && isNo(text)) return learned('', 'none', state, context, now);
  if (promises.test(text) || (state.facet === 'message' && typed?.kind === 'yes'))
    return stayed(words().pasteIt, now.saved, 'clarify');
  if (typed?.kind === 'next' && value === null) return learned('', null, state, context, now);
  if (typed && ['method', 'sources', 'check'].includes(typed.kind)) return stayed(words().nothingOpen, now.saved);
  if (typed?.kind === 'worked') return talked(cards.sentence(words().thanks), at.listen(still(now.kept)));
  if (typed?.kind === 'none' && value === null) return act({ kind: 'chose', choice: 'none' }, context, now);
  if (typed?.kind === 'unsure') return learned('', null, state, context, now);
  if (value === null && (typed?.kind === 'helpdesk' || typed?.kind === 'as' || smallTalk(text) !== null))
    return said(text, context, now);
  const denies = value === 'none' && text.trim().split(/\s+/).length <= shortNo;
  const { out, rest } = rulingIn(text);
  const note = out.length > 0 ? follow().leftOut(out.map((one) => one.said).join('; ')) : undefined;
  return learned(denies ? '' : rest, value, state, context, now, note);
};

/** Goes on with what the answer added: its words, and the value of the facet asked; null is "I don't know". */
const learned = (
  text: string,
  value: string | null,
  state: Narrow,
  context: Context,
  now: Now,
  before?: string,
): Outcome => {
  const { facet } = state;
  const beside = toldBeside(text, context.catalog);
  const told = { ...beside, ...state.known.told, ...(facet && value ? { [facet]: value } : {}) };
  const joined = foundBeside(text, context.catalog, { ...state.known, told });
  const found = without((value === null && ofItsOwn(text, joined, context)) || joined, now.kept.denied);
  const kept = keptAfter(text, found, now.kept);
  const codes = found.extracted.codes.length > 0 && found.verdict !== 'clarify';
  if (codes || found.verdict === 'confirm' || found.verdict === 'foreign')
    return look(found, context, { ...now, kept });
  const more = gained(found.known) > gained(state.known) || value !== null || facet === null || text === '';
  const unknown = found.unknownCodes.slice(0, 5).join(', ');
  const note = unknown ? words().alsoUnknown(unknown) : (before ?? (more ? undefined : words().unsure));
  return narrowed({ ...state, known: found.known, ...kept }, found, context, note);
};

/** What a longer text surely says by itself, where it is less sure together with what was told before: it may be about another matter. */
const ofItsOwn = (text: string, joined: Found, { catalog }: Context): Found | undefined => {
  const count = text.trim().split(/\s+/).length;
  if (count < sentence || count > paste || joined.extracted.codes.length > 0) return undefined;
  const alone = catalog.find(text);
  const [lead] = alone.candidates;
  if (alone.verdict !== 'answer' || lead!.confidence < surely) return undefined;
  return joined.verdict === 'answer' && joined.candidates[0]?.entry === lead!.entry ? undefined : alone;
};

/** Answers when one candidate stands out and asks while a question helps; after questions the likeliest is answered with a word of caution. */
const narrowed = (state: Narrow, found: Found, context: Context, before?: string): Outcome => {
  const { candidates } = found;
  const best = candidates[0];
  const kept = keptOf(state);
  if (!best) return none(state.missed ?? 0, kept, context, found);
  if (found.verdict === 'answer') return answered(best.entry, kept, found, context, { asked: state.asked });
  const settled = [...state.asked, ...Object.keys(found.known.told)];
  const question = state.asked.length < mostQuestions ? context.catalog.ask(candidates, settled) : null;
  if (question) {
    const reply = cards.questionCard(question, found.weight < telling.candidates ? [] : candidates, before);
    return {
      next: at.narrow({ ...state, facet: question.facet, asked: [...state.asked, question.facet] }),
      replies: [reply],
      understood: { ...understand('clarify', found), question: cards.understoodQuestion(reply, question.facet) },
    };
  }
  const facts = Object.keys(found.known.told).filter((facet) => facet !== 'message').length;
  const toldNothing = best.confidence < leastLikely && facts === 0;
  if (state.asked.length > 0 && (toldNothing || found.weight + facts * telling.fact < telling.likely))
    return look({ ...found, verdict: 'unknown' }, context, {
      saved: at.narrow(state),
      kept,
      missed: state.missed ?? 0,
    });
  if (state.asked.length > 0) return answered(best.entry, kept, found, context, { asked: state.asked, likely: true });
  const reply = cards.pickCard(candidates);
  return {
    next: at.narrow({ ...state, facet: null }),
    replies: [reply],
    understood: understand('clarify', found),
  };
};

/** `asked` are the facets that were asked before, where a code did not tell it. */
const answered = (
  entry: Entry,
  kept: Kept,
  found: Found,
  context: Context,
  { asked = [], likely = false }: { readonly asked?: readonly Facet[]; readonly likely?: boolean } = {},
): Outcome => ({
  next: begun(
    entry,
    keptOf({
      ...kept,
      denied: [],
      ...(found.also.length > 0 ? { matters: [entry, ...found.also].map(({ id }) => ({ entry: id, marks: [] })) } : {}),
    }),
    context,
    found.extracted.codes.length > 0 ? {} : { known: found.known, asked },
  ),
  replies: [cards.answerCard(entry, viewOf(entry, kept, context), { found, likely, first: context.first })],
  effects: gap(found),
  understood: understand('answer', found),
});

// === What people press ===

/** Answers a press, a filled form or an arrival; the buttons of old cards included. */
const act = (event: Exclude<Event, { kind: 'said' }>, context: Context, now: Now): Outcome => {
  const { saved, kept } = now;
  if (event.kind === 'joined') return context.first ? talked(cards.helloCard(), saved) : { next: saved, replies: [] };
  const { catalog } = context;
  const [choice = '', ...rest] = (event.choice ?? '').split(':');
  const detail = rest.join(':');
  if (choice === 'say') return said(detail, context, now);
  if (choice === 'part') return said(detail, context, opened(now));
  if (choice === 'other') return act({ ...event, choice: `entry:${detail}` }, context, opened(now));
  if (choice === 'value') {
    const { narrow } = now;
    if (!narrow || (event.about !== undefined && event.about !== narrow.facet)) return stayed(words().earlier, saved);
    if (narrow.facet === 'message' && detail !== 'none' && detail !== '?')
      return stayed(words().pasteIt, saved, 'clarify');
    return learned('', detail === '?' ? null : detail, narrow, context, now);
  }
  if (choice === 'matter') {
    const known = now.confirm?.aside;
    if (!known || context.stale) return stayed(words().earlier, saved);
    return narrowed({ known, asked: [], facet: null, ...still(kept) }, catalog.find('', known), context);
  }
  if (choice === 'elsewhere') return elsewhere(context, now);
  if (choice === 'none') return context.stale ? stayed(words().earlier, saved) : denied(context, now);
  if (choice === 'back') return pressedBack(detail, kept, context) ?? stayed(words().earlier, saved);
  const id = choice === 'entry' ? detail : (event.about ?? now.confirm?.entry);
  const entry = id === undefined ? undefined : catalog.entry(id);
  if (choice === 'helpdesk') return handOver(entry, event, context, now);
  if (!entry) return stayed(id === undefined ? words().earlier : words().gone, saved);
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

/** What is kept of a problem that a method solved: should it come back, that method was tried. */
const solved = (choice: string, detail: string, { id }: Entry, kept: Kept): Kept =>
  choice === 'worked' ? { ...kept, past: withLooked(kept.past, { entry: id, tried: [Number(detail)] }) } : kept;

/** Gives the problem to the helpdesk, with all that is known of it. */
const handOver = (entry: Entry | undefined, event: Event, context: Context, now: Now): Outcome => {
  const past = now.confirm && !now.confirm.handed ? pastAt(now.confirm) : now.kept.past;
  const all = handing(entry, { ...now.kept, past }, context.catalog);
  return escalate.begin(all, event, context, now.saved, cards.handOverCard(all));
};

/** What is kept, with the entry at hand among the denied ones. */
const denying = ({ kept, confirm: answer, narrow }: Now): Kept => {
  const entry = answer?.entry ?? narrow?.offered;
  return entry === undefined
    ? kept
    : { ...kept, denied: [...new Set([...(kept.denied ?? []), entry])].slice(-mostDenied) };
};

const mostDenied = 10;

/** Leaves what was denied for what else fits the words told, where something does. */
const denied = (context: Context, now: Now): Outcome => {
  const kept = denying(now);
  const { known, asked = [] } = now.confirm ?? {};
  if (!known) return none(now.missed, kept, context);
  const found = without(context.catalog.find('', known), kept.denied);
  const others = found.candidates.filter(({ confidence }) => confidence >= worthOffering);
  return others.length > 0
    ? narrowed({ known, asked, facet: null, ...kept }, { ...found, verdict: 'clarify', candidates: others }, context)
    : none(now.missed, kept, context);
};

/** Looks for what else fits the facts told, which go with the answer only in part; the answer stays where nothing does. */
const elsewhere = (context: Context, now: Now): Outcome => {
  const { catalog, stale } = context;
  const { confirm: state, kept, saved } = now;
  const entry = state && catalog.entry(state.entry);
  if (!entry || stale) return stayed(words().earlier, saved);
  const { aside, asked = [], method, step } = state;
  const { message: _, ...told } = kept.past?.told ?? {};
  const known = joinedOf(state.known ?? (aside ? undefined : ofTitle(entry, context)), aside, told);
  const found = without(catalog.find('', known), [entry.id]);
  const candidates = found.candidates.filter(({ confidence }) => confidence >= worthOffering);
  const view = viewOf(entry, kept, context, behindIn(state));
  if (candidates.length === 0)
    return { replies: [afterCards.stayCard(words().after.nowhereElse(entry.title), { entry, method, view, step })] };
  const settled = typedCode(entry, kept.ids ?? {}) ? { ...known, told: { ...known.told, message: 'code' } } : known;
  const more = { known: settled, asked, facet: null, ...kept };
  const outcome = narrowed(more, { ...found, known: settled, verdict: 'clarify', candidates }, context);
  const facts = toldFacts(told).map(([label, value]) => `${label}: ${value}`);
  const before = cards.sentence(words().after.looksElsewhere(facts.join('; '), entry.title));
  return { ...outcome, replies: [before, ...outcome.replies] };
};

/** What the title of an entry says besides its codes. */
const ofTitle = ({ title }: Entry, { catalog }: Pick<Context, 'catalog'>): Known =>
  catalog.find(title.replaceAll(/\S*\d{4}\S*/g, ' ')).known;

const joinedOf = (one: Known | undefined, two: Known | undefined, told: Known['told']): Known => ({
  words: [...new Set([...(one?.words ?? []), ...(two?.words ?? [])])],
  spoken: [...new Set([...(one?.spoken ?? []), ...(two?.spoken ?? [])])],
  told: { ...one?.told, ...two?.told, ...told },
});

/** An entry with less of a chance than this is not offered after another one was denied. */
const worthOffering = 0.25;

/** Nothing offered fits: first a request for other words, then the helpdesk. */
const none = (missed: number, kept: Kept, { catalog }: Context, found?: Found): Outcome => ({
  next: at.listen({ missed: missed + 1, ...kept }),
  replies:
    missed === 0
      ? [cards.sentence(words().rephrase)]
      : [cards.handOverCard(handing(undefined, kept, catalog), words().rephrasedAlready)],
  understood: { ...noProblem, outcome: 'unknown', extracted: found?.extracted ?? null },
});

const stayed = (text: string, next: Saved, outcome: Understood['outcome'] = 'other'): Outcome => ({
  next,
  replies: [cards.sentence(text)],
  understood: { ...noProblem, outcome },
});

// === Small conversions ===

/** More digits would say nothing, and are kept with every turn. */
const inThousandths = (confidence: number): number => Math.round(confidence * 1000) / 1000;

const understand = (outcome: Understood['outcome'], found: Found): Understood => ({
  outcome,
  entries: found.candidates
    .slice(0, 5)
    .map(({ entry, confidence }) => ({ id: entry.id, confidence: inThousandths(confidence) })),
  question: null,
  extracted: found.extracted,
});
