/** Answers what was said after an answer without being another problem: a reaction, a question about it, a fact, a part of it. */
import { type Context, noProblem, type Outcome } from '../src/model/dialog.ts';
import type { Found } from '../src/model/catalog.ts';
import type { Reply } from '../src/model/reply.ts';
import * as afterCards from './after-cards.ts';
import { type Afterthought, afterthought, nearTo } from './afterthought.ts';
import { askedCard } from './asked-cards.ts';
import { besideOf, preventionBeside } from './beside.ts';
import * as cards from './cards.ts';
import { concernedIn } from './concerned.ts';
import { isBare, tellsSymptom } from './facts.ts';
import { methodsByScope } from './uses.ts';
import * as fixCards from './fix-cards.ts';
import { behindIn, type Confirm, confirm, fix, marked, nothingOffered, viewOf } from './fix.ts';
import { still, typedCode } from './kept.ts';
import { meantBy } from './meant.ts';
import { narrowed } from './narrowing.ts';
import { onBehind } from './methods.ts';
import { at, type Now } from './now.ts';
import { partLabel } from './passages.ts';
import { withTold } from './past.ts';
import type { DoneBefore, Excluded } from './put-behind.ts';
import { isOpen, meantIn } from './spoken.ts';
import * as spokenCards from './spoken-cards.ts';
import { choicesOf } from './suggested-cards.ts';
import { factsOf, factsText } from './told.ts';
import { united } from './united.ts';
import { words } from './words/index.ts';

/** What is said after an answer without being another problem; null where it is one. */
export const added = (text: string, alone: Found, state: Confirm, context: Context, now: Now): Outcome | null => {
  const entry = context.catalog.entry(state.entry);
  if (!entry) return null;
  const concerned = concernedIn(text, entry, context.catalog);
  const meant = concerned ? meantBy(text, concerned, [], entry, behindIn(state), context.catalog) : undefined;
  const thought: Afterthought | null = concerned
    ? { kind: 'facts', facts: concerned, spoken: null, near: [], suggested: [], meant, alone: alone.known }
    : afterthought(text, alone, entry, state, context.catalog);
  if (thought?.kind !== 'aside' || thought.meant) return thought ? after(thought, state, context, now) : null;
  const past = now.kept.past ?? {};
  const prevention = thought.question ? preventionBeside(text, entry, past, context.catalog) : undefined;
  if (!prevention && !isOpen(thought.closest)) return after(thought, state, context, now);
  const beside = prevention ?? besideOf(text, thought.question, entry, alone, past, context.catalog);
  const isOpenFact =
    state.step === undefined &&
    !thought.question &&
    [thought.closest, thought.suggested].every((some) => some.length === 0);
  const isPlain = alone.secrets.length === 0 && !afterCards.ratherOf(alone, entry) && isBare(text);
  if (isOpenFact && !beside && isPlain)
    return after({ kind: 'doneBefore', done: { said: text.trim(), early: false, methods: [] } }, state, context, now);
  return after({ ...thought, beside }, state, context, now);
};

/** Answers what was said after an answer; null where its entry is gone. */
export const after = (thought: Afterthought, state: Confirm, context: Context, now: Now): Outcome | null => {
  const entry = context.catalog.entry(state.entry);
  if (!entry) return null;
  const answer = {
    entry,
    method: state.method,
    view: viewOf(entry, now.kept, context, behindIn(state)),
    step: state.step,
  };
  const stay = (reply: Reply, more: Partial<Confirm> = {}): Outcome => ({
    next: confirm({ ...state, ...nothingOffered, ...now.kept, ...more }),
    replies: [reply],
    understood: noProblem,
  });
  const about = { entry, kept: now.kept, confirm: state, saved: now.saved, done: at.listen(still(now.kept)) };
  const inMethod = (n: number): Outcome | null => fix('method', String(n), about, context);
  switch (thought.kind) {
    case 'done':
      return stay(afterCards.helpedCard(answer));
    case 'still':
      return stay(afterCards.stayCard(words().stillAt(entry.title), answer));
    case 'names':
      return stay(fixCards.methodCard(entry, state.method, answer.view));
    case 'method':
      return inMethod(thought.n);
    case 'stuck':
      return stay(afterCards.stuckCard(answer));
    case 'asks':
      return stay(
        askedCard(thought, { ...answer, method: thought.of ?? state.method }, (telling) =>
          context.catalog.passages(entry, telling),
        ),
        {
          reading: thought.what === 'check' || undefined,
          suggested: thought.what === 'check' ? undefined : choicesOf(thought.suggested),
        },
      );
    case 'speaks': {
      const { sure, suggested } = thought;
      const meant = state.step === undefined ? meantIn(sure) : undefined;
      const opened = meant === undefined || meant === state.method ? null : inMethod(meant);
      if (!opened)
        return stay(spokenCards.spokenCard(sure, suggested, answer), {
          ...(sure.question ? {} : pointingAt(sure.spoken.method, state)),
          suggested: choicesOf(suggested),
        });
      const lead = cards.sentence(words().after.speaksFor(partLabel(sure.spoken, entry)));
      return { ...opened, replies: [lead, ...opened.replies] };
    }
    case 'facts': {
      const { facts, spoken, near, suggested, alone, meant, finding } = thought;
      const { told } = facts;
      const by = methodsByScope(facts, entry);
      const unfit = united(
        state.unfit?.filter((n) => !by.for.includes(n)),
        by.out,
      );
      const tried = behindIn({ ...state, unfit });
      const view = { ...answer.view, tried };
      const pointed = meant?.surely && state.step === undefined && !tried.includes(meant.n) ? meant.n : undefined;
      const method = pointed ?? onBehind(state.method, view);
      const moved = method !== state.method;
      const step = moved ? undefined : state.step;
      const byCode = typedCode(entry, now.kept.ids ?? {}) !== undefined;
      return stay(
        afterCards.factsCard(facts, { spoken, near, suggested, meant, finding }, { entry, method, view, step }, byCode),
        {
          ...(by.for.length + by.out.length > 0 ? { unfit } : {}),
          ...(moved ? { method, step } : {}),
          ...pointingAt(meant?.n, state),
          ...(state.known ? { known: { ...state.known, told: { ...state.known.told, ...told } } } : {}),
          past: withTold(now.kept.past, told),
          suggested: choicesOf(suggested),
          aside: tellsSymptom(facts) ? alone : undefined,
          doubted: facts.against.length > 0 || undefined,
        },
      );
    }
    case 'excludes': {
      const { excluded } = thought;
      const said = [...excluded.said, excluded.rest].join(', ');
      const { near, finding } = nearTo(said, entry, context.catalog);
      const behind = [...behindIn(state), ...excluded.methods];
      const meant = excluded.for.length === 0 ? meantBy(said, null, near, entry, behind, context.catalog) : undefined;
      const told = { near, meant, finding: excluded.for.length > 0 || meant?.surely ? undefined : finding };
      return excluding(excluded, told, answer, state, stay);
    }
    case 'doneBefore':
      return doneBefore(thought.done, answer, state, stay);
    case 'aside':
      return stay(spokenCards.asideCard(thought, answer), {
        ...(thought.meant?.surely && state.step === undefined ? { method: thought.meant.n } : {}),
        ...pointingAt(thought.meant?.n, state),
        aside: thought.found.known,
        rather: afterCards.ratherOf(thought.found, entry)?.id,
        suggested: thought.beside ? undefined : choicesOf(thought.suggested),
      });
    case 'turns': {
      const { found } = thought;
      const asked = state.asked ?? [];
      const outcome = narrowed({ known: found.known, asked, facet: null, ...now.kept }, found, context);
      const facts = factsOf(found.known.told).filter(
        ([facet, value]) => facet !== 'message' && state.known?.told[facet] !== value,
      );
      const again = [...(facts.length > 0 ? [words().after.noted(factsText(facts))] : []), words().looksAgain];
      return { ...outcome, replies: [cards.sentence(again.join(' ')), ...outcome.replies] };
    }
  }
};

/** The method that a text speaks for, outside of a walk. */
const pointingAt = (method: number | undefined, { step }: Confirm): Partial<Confirm> =>
  method !== undefined && step === undefined ? { pointed: method } : {};

/** Replies, and keeps the answer at hand with what else changes of it. */
type Stay = (reply: Reply, more?: Partial<Confirm>) => Outcome;

/** Leaves out what a person rules out, and goes on with the methods that are left. */
const excluding = (
  excluded: Excluded,
  { near, meant: pointed, finding }: afterCards.Near,
  answer: afterCards.Answer,
  state: Confirm,
  stay: Stay,
): Outcome => {
  const { entry, view } = answer;
  const unfit = united(state.unfit, excluded.methods);
  const behind = behindIn({ ...state, unfit });
  const left = view.order.filter((n) => !behind.includes(n));
  const speaks = excluded.for.filter((n) => left.includes(n));
  const meant = speaks.length === 1 ? speaks[0] : undefined;
  const next = meant ?? (left.includes(state.method) ? state.method : left[0]);
  const now = { ...answer, method: next ?? state.method, view: { ...view, tried: behind }, step: undefined };
  const doubted = next === undefined || excluded.ofTitle;
  const byCode = typedCode(entry, state.ids ?? {}) !== undefined;
  const reply = afterCards.excludedCard(
    excluded,
    now,
    { near, meant: next === undefined ? undefined : pointed, finding },
    {
      doubted,
      byCode,
      moved: next !== state.method || next === meant,
    },
  );
  return stay(reply, {
    unfit,
    method: now.method,
    ...(doubted ? { doubted } : {}),
    ...(next === state.method ? {} : { step: undefined }),
  });
};

/** Goes on behind what was done before. */
const doneBefore = (done: DoneBefore, answer: afterCards.Answer, state: Confirm, stay: Stay): Outcome => {
  const { methods, step } = done;
  const tried = united(state.tried, methods);
  const view = { ...answer.view, tried: behindIn({ ...state, tried }) };
  const method = onBehind(state.method, view);
  const now = { ...answer, method, view, step: undefined };
  const results = step
    ? { ...state.results, [step.method]: marked(state.results?.[step.method] ?? '', step.step, 'done') }
    : state.results;
  return stay(afterCards.doneBeforeCard(done, now, method !== state.method), {
    tried,
    method,
    ...(results ? { results } : {}),
    ...(method === state.method ? {} : { step: undefined }),
  });
};
