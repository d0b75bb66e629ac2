/** Leading through the methods of an entry: its answer, its methods one after the other, and each step by step. */
import type { Entry, Facet, Known } from '../src/model/catalog.ts';
import {
  type Context,
  type Effect,
  noProblem,
  type Outcome,
  type Saved,
  type Understood,
} from '../src/model/dialog.ts';
import type { Failure } from './failures.ts';
import type { Reply } from '../src/model/reply.ts';
import * as cards from './cards.ts';
import * as escalate from './escalate.ts';
import * as fixCards from './fix-cards.ts';
import { handing } from './handing.ts';
import { audienceOf, type Kept, keptOf } from './kept.ts';
import { isRisky, nextOf, stepsOf } from './methods.ts';
import { pastAt } from './past.ts';
import { united } from './united.ts';
import { hostIn } from './values.ts';
import { words } from './words/index.ts';

/** An entry at hand. `results` are those of the steps, by method; `step` is there while a method is walked through, 0 before its first step. */
export type Confirm = Kept & {
  readonly entry: string;
  /** What the person told of the problem, and the facets that were asked; left out where a code told it. */
  readonly known?: Known;
  readonly asked?: readonly Facet[];
  /** What was said last beside it, which may be another problem. */
  readonly aside?: Known | undefined;
  /** A look elsewhere was offered, which "yes" takes. */
  readonly doubted?: boolean | undefined;
  /** The entry that was offered beside it. */
  readonly rather?: string | undefined;
  readonly method: number;
  /** The method at hand was offered and not shown yet, so that "next" shows it. */
  readonly offered?: boolean | undefined;
  /** The method that what was said last speaks for, which is led through when that is asked for. */
  readonly pointed?: number | undefined;
  /** What was suggested last, as it is chosen: `faq:` or `finding:` and its title. */
  readonly suggested?: readonly string[] | undefined;
  /** The check was shown last. */
  readonly reading?: boolean | undefined;
  readonly tried?: readonly number[];
  /** Those of them that helped some of the people. */
  readonly helped?: readonly number[];
  /** Methods that do not fit by what the person rules out. */
  readonly unfit?: readonly number[];
  readonly step?: number | undefined;
  readonly results?: Readonly<Record<string, fixCards.Results>>;
  /** It was told that the problem is over; what is asked since is about it. */
  readonly solved?: boolean;
  /** A ticket has it already. */
  readonly handed?: boolean;
};

export const confirm = (state: Confirm): Saved => ({ dialog: 'find-fix', step: 'confirm', state });

/** What the reply before offered is over with the next one. */
export const nothingOffered = {
  rather: undefined,
  doubted: undefined,
  offered: undefined,
  pointed: undefined,
  reading: undefined,
  suggested: undefined,
} as const;

/** How an entry is shown to this person now. */
export const viewOf = (entry: Entry, kept: Kept, context: Context, tried: readonly number[] = []): fixCards.View => ({
  order: context.catalog.order(entry, context.board.outcomes.get(entry.id) ?? [], tried),
  tried,
  values: kept.values ?? {},
  as: audienceOf(kept, context),
});

/** The methods that come last, because they were tried or do not fit. */
export const behindIn = ({ tried, unfit }: Pick<Confirm, 'tried' | 'unfit'>): readonly number[] => united(tried, unfit);

/** The state after an entry was shown so: its first method is the one at hand. */
export const begun = (
  entry: Entry,
  kept: Kept,
  { order }: fixCards.View,
  told: Pick<Confirm, 'known' | 'asked'>,
): Saved => confirm({ entry: entry.id, method: order[0] ?? 1, ...told, ...keptOf(kept) });

/** What a press found: the entry it is about, what is kept, and the state if it is about the same entry. */
type At = {
  readonly entry: Entry;
  readonly kept: Kept;
  readonly confirm?: Confirm | undefined;
  readonly saved: Saved;
  /** How the step failed, where that was told. */
  readonly failure?: Failure | undefined;
  /** Where the conversation goes when the problem is solved. */
  readonly done: Saved;
};

/** Answers a press about an entry; null when it is none of these. */
export const fix = (choice: string, detail: string, at: At, context: Context): Outcome | null => {
  const { entry, kept } = at;
  const was: Confirm = at.confirm?.entry === entry.id ? at.confirm : { entry: entry.id, method: 0, ...keptOf(kept) };
  const tried = was.tried ?? [];
  const view = viewOf(entry, kept, context, behindIn(was));
  const first = view.order[0] ?? 1;
  const current = was.method || first;
  const [n = 0, k = 0] = detail.split('.').map(Number);
  const method = Number.isInteger(n) && n >= 1 ? entry.methods[n - 1] : undefined;

  const here = (more: Partial<Confirm>): Saved =>
    confirm({ ...was, ...nothingOffered, step: undefined, method: current, ...more });
  const show = (reply: Reply, next: Saved, effects: readonly Effect[] = []): Outcome => ({
    next,
    replies: [reply],
    effects,
    understood: shown(entry),
  });
  const say = (text: string, next = at.saved): Outcome => ({
    next,
    replies: [cards.sentence(text)],
    understood: noProblem,
  });
  const noMethod = (): Outcome => say(words().onlyMethods(entry.methods.length));
  const record = (worked: boolean): readonly Effect[] => [
    { kind: 'recordOutcome', entry: entry.id, method: n, worked },
  ];

  switch (choice) {
    case 'entry':
      return show(cards.answerCard(entry, view), here({ method: first }));
    case 'full':
      return show(cards.answerCard(entry, { ...view, as: undefined }), here({ method: first }));
    case 'check':
      return entry.check.length > 0
        ? show(cards.checkCard(entry, current, view), here({ reading: true }))
        : show(cards.answerCard(entry, view), here({}));
    case 'sources':
      return show(cards.sourcesCard(entry, current, view), here({}));
    case 'method':
    case 'steps':
      if (!method) return noMethod();
      return show(
        n === first && choice === 'method' ? cards.answerCard(entry, view) : fixCards.methodCard(entry, n, view),
        here({ method: n }),
      );
    case 'worked':
      if (!method) return noMethod();
      return { ...say(words().worked, at.done), effects: record(true) };
    case 'next': {
      if (!method) return noMethod();
      const done = united(tried, [n]);
      const behind = behindIn({ ...was, tried: done });
      const after = viewOf(entry, kept, context, behind);
      const next = nextOf({ ...after, order: entry.methods[k - 1] ? [k, ...after.order] : after.order });
      if (next !== undefined)
        return show(fixCards.methodCard(entry, next, after), here({ method: next, tried: done }), record(false));
      return ended(n, done, record(false));
    }
    case 'vain': {
      const all = entry.methods.map((_, of) => of + 1);
      const fresh = all.filter((one) => !tried.includes(one));
      return ended(
        current,
        all,
        fresh.map((of) => ({ kind: 'recordOutcome', entry: entry.id, method: of, worked: false })),
      );
    }
    case 'start':
    case 'step':
    case 'done':
    case 'failed':
    case 'skip':
    case 'onward':
      return method ? walk(choice, n, k) : noMethod();
    case 'values':
      if (!method) return noMethod();
      return show(
        fixCards.valuesForm(entry, n, view.values),
        here({ method: n, ...(was.method === n && was.step !== undefined ? { step: was.step } : {}) }),
      );
    default:
      return null;
  }

  /** No method is left: the problem is for the helpdesk. */
  function ended(last: number, done: readonly number[], effects: readonly Effect[]): Outcome {
    const state: Confirm = { ...was, ...nothingOffered, method: last, tried: done, step: undefined };
    const all = handing(entry, { ...kept, past: pastAt(state) }, context.catalog);
    return {
      next: confirm(state),
      replies: [escalate.offer(cards.handOverCard(all, words().lastMethod), entry.id, context)],
      effects,
      understood: noProblem,
    };
  }

  function walk(press: 'start' | 'step' | 'done' | 'failed' | 'skip' | 'onward', of: number, pressed: number): Outcome {
    const steps = stepsOf(entry.methods[of - 1]!).length;
    const before = was.results?.[of] ?? '';
    const stand = (step: number, results = before): Saved =>
      here({ method: of, step, ...(results ? { results: { ...was.results, [of]: results } } : {}) });
    if (press === 'start')
      return isRisky(entry.methods[of - 1]!)
        ? show(fixCards.verifyCard(entry, of, view), here({ method: of, step: 0 }))
        : show(fixCards.stepCard(entry, of, 1, before, view), stand(1));
    const step = Math.min(Math.max(Math.trunc(pressed) || 1, 1), steps);
    if (press === 'step') return show(fixCards.stepCard(entry, of, step, before, view), stand(step));
    const results = press === 'onward' ? before : marked(before, step, press);
    if (press === 'failed')
      return show(fixCards.failedCard(entry, of, step, results, view, at.failure), stand(step, results));
    if (step < steps) return show(fixCards.stepCard(entry, of, step + 1, results, view), stand(step + 1, results));
    return show(
      fixCards.finishedCard(entry, of, results, view),
      here({ method: of, results: { ...was.results, [of]: results } }),
    );
  }
};

const letters = { done: 'd', failed: 'f', skip: 's' } as const;

export const marked = (results: fixCards.Results, step: number, how: keyof typeof letters): fixCards.Results => {
  const padded = results.padEnd(step, '-');
  return padded.slice(0, step - 1) + letters[how] + padded.slice(step);
};

/** Takes the names for the commands, or shows what is wrong with them. */
export const valuesFilled = (n: number, given: Readonly<Record<string, string>>, at: At, context: Context): Outcome => {
  const { entry, kept } = at;
  const names = { ...kept.values };
  const errors: { domain?: string; server?: string } = {};
  for (const id of ['domain', 'server'] as const) {
    const text = given[id]?.trim();
    if (!text) continue;
    const name = hostIn(text);
    if (name) names[id] = name;
    else errors[id] = words().values.wrong;
  }
  if (Object.keys(errors).length > 0)
    return {
      next: at.saved,
      replies: [fixCards.valuesForm(entry, n, { ...names, ...given }, errors)],
      understood: noProblem,
    };
  const now = { ...kept, values: names };
  const was = at.confirm?.entry === entry.id ? at.confirm : { entry: entry.id, method: n };
  const next: Confirm = { ...was, method: n, ...keptOf(now) };
  const view = viewOf(entry, now, context, behindIn(next));
  return {
    next: confirm(next),
    replies: [
      next.step
        ? fixCards.stepCard(entry, n, next.step, next.results?.[n] ?? '', view)
        : fixCards.methodCard(entry, n, view),
    ],
    understood: shown(entry),
  };
};

/** Understood as an answer with this entry. */
export const shown = (entry: Entry): Understood => ({
  ...noProblem,
  outcome: 'answer',
  entries: [{ id: entry.id, confidence: 1 }],
});
