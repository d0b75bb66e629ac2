/** The main conversation: find the cause of a sign-in error, ask when several fit, and lead through the methods. */
import type { Catalog, Entry, Facet, Found, Known } from '../src/model/catalog.ts';
import type { Context, Dialog, Effect, Outcome, Saved, Understood } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import type { Reply } from '../src/model/reply.ts';
import * as cards from './cards.ts';
import { command } from './commands.ts';
import { smallTalk } from './small-talk.ts';
import { words } from './wording.ts';

type Listen = { readonly missed?: number; readonly ids?: cards.Ids };
type Narrow = {
  /** What the person has told so far. */
  readonly known: Known;
  /** The facets that were asked. */
  readonly asked: readonly Facet[];
  /** The facet asked last; null when entries were offered instead. */
  readonly facet: Facet | null;
  /** The entry that "yes" would choose. */
  readonly offered?: string;
  readonly missed?: number;
  readonly ids?: cards.Ids;
};
type Confirm = {
  readonly entry: string;
  readonly method: number;
  readonly tried?: readonly number[];
  readonly ids?: cards.Ids;
};

/** The state diagram: listening, narrowing down several candidates, and confirming that a method helped. */
type Steps = { listen: Listen; narrow: Narrow; confirm: Confirm };

const mostQuestions = 3;

/** An answer of so few words that means "none" says nothing else: "no error text". */
const shortNo = 5;

const at = {
  listen: (state: Listen): Saved => ({ dialog: 'find-fix', step: 'listen', state }),
  narrow: (state: Narrow): Saved => ({ dialog: 'find-fix', step: 'narrow', state }),
  confirm: (state: Confirm): Saved => ({ dialog: 'find-fix', step: 'confirm', state }),
};

export const start: Saved = at.listen({});

export const findFix: Dialog<Steps> = {
  listen: (state, event, context) =>
    event.kind === 'said'
      ? said(event.text, context, at.listen(state), { ids: state.ids ?? {}, missed: state.missed ?? 0 })
      : act(event, context, { saved: at.listen(state), ids: state.ids ?? {}, missed: state.missed ?? 0 }),

  narrow: (state, event, context) => {
    const now: Now = { saved: at.narrow(state), ids: state.ids ?? {}, missed: state.missed ?? 0, narrow: state };
    return event.kind === 'said' ? heard(event.text, context, state, now) : act(event, context, now);
  },

  confirm: (state, event, context) => {
    const now: Now = { saved: at.confirm(state), ids: state.ids ?? {}, missed: 0, confirm: state };
    if (event.kind !== 'said') return act(event, context, now);
    const typed = command(event.text);
    const press = (choice: string): Outcome => act({ kind: 'chose', choice, about: state.entry }, context, now);
    switch (typed?.kind) {
      case 'worked':
        return press(`worked:${state.method}`);
      case 'next':
        return press(`next:${state.method}`);
      case 'method':
        return press(`method:${typed.n}`);
      case 'none':
        return /^no(?:pe)?\W*$/i.test(event.text.trim()) ? press(`next:${state.method}`) : press('none');
      case 'helpdesk':
      case 'sources':
      case 'check':
        return press(typed.kind);
      default:
        return said(event.text, context, now.saved, now);
    }
  },
};

/** What the steps share: where the conversation stands, so that any button can be answered from anywhere. */
type Now = {
  readonly saved: Saved;
  readonly ids: cards.Ids;
  readonly missed: number;
  readonly narrow?: Narrow;
  readonly confirm?: Confirm;
};

// === What people say ===

/** Words that open a problem, or small talk that leaves the conversation where it stands. */
const said = (text: string, context: Context, stay: Saved, now: { ids: cards.Ids; missed: number }): Outcome => {
  const typed = command(text);
  if (typed?.kind === 'helpdesk') return handOver(undefined, now.ids, stay);
  const talk = smallTalk(text);
  if (talk === 'neverMind') return talked(cards.sentence(words.neverMind), start);
  if (talk === 'thanks') return talked(cards.sentence(words.thanks), stay);
  if (talk === 'hello') return talked(cards.helloCard(), stay);
  if (talk === 'help') return talked(cards.helpCard(), stay);
  if (typed && typed.kind !== 'yes' && typed.kind !== 'unsure') return stayed(words.nothingOpen, stay);
  return look(context.catalog.find(text), context.catalog, now, stay);
};

const talked = (reply: Reply, next: Saved): Outcome => ({
  next,
  replies: [reply],
  understood: { outcome: 'smalltalk', entries: [], question: null, extracted: null },
});

/** Carries the finding over into an answer, a question, or an honest "I don't know". */
const look = (found: Found, catalog: Catalog, now: { ids: cards.Ids; missed: number }, stay: Saved): Outcome => {
  const ids = idsOf(found, now.ids);
  const best = found.candidates[0];
  switch (found.verdict) {
    case 'nothing':
      return talked(cards.sentence(words.nothing), stay);
    case 'answer':
      return answered(best!.entry, ids, found);
    case 'clarify':
      return narrowed({ known: found.known, asked: [], facet: null, missed: now.missed, ids }, found, catalog);
    case 'confirm': {
      const reply = cards.confirmCard(found.unknownCodes[0], found.meant ?? '', best!.entry);
      return {
        next: at.narrow({
          known: found.known,
          asked: [],
          facet: null,
          offered: best!.entry.id,
          missed: now.missed,
          ids,
        }),
        replies: [reply],
        understood: understand('clarify', found),
      };
    }
    case 'unknown':
    case 'foreign':
      return {
        next: at.listen({ missed: now.missed + 1, ids }),
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
  /^(?:yes\W{1,3})?(?:there(?:'s| is)|i (?:have|got|see)|we have|it (?:shows|has|gives)|a|an|the)? ?(?:an? |the |some )?(?:error )?(?:code|message|text)\W{0,3}$/i;

/** Words in answer to a question: the asked value, other facts, or a new problem altogether. */
const heard = (text: string, context: Context, state: Narrow, now: Now): Outcome => {
  const { catalog } = context;
  if (smallTalk(text) === 'neverMind') return said(text, context, now.saved, now);
  const typed = command(text);
  if (typed?.kind === 'yes' && state.offered)
    return act({ kind: 'chose', choice: `entry:${state.offered}` }, context, now);
  const value = state.facet ? catalog.hear(state.facet, text) : null;
  if (promises.test(text) || (state.facet === 'message' && typed?.kind === 'yes'))
    return stayed(words.pasteIt, now.saved, 'clarify');
  if (typed && ['method', 'next', 'sources', 'check'].includes(typed.kind)) return stayed(words.nothingOpen, now.saved);
  if (typed?.kind === 'worked') return talked(cards.sentence(words.thanks), start);
  if (typed?.kind === 'none' && value === null) return act({ kind: 'chose', choice: 'none' }, context, now);
  if (typed?.kind === 'unsure') return learned('', null, state, catalog);
  if (value === null && (typed?.kind === 'helpdesk' || smallTalk(text) !== null))
    return said(text, context, now.saved, now);
  const isNo = value === 'none' && text.trim().split(/\s+/).length <= shortNo;
  return learned(isNo ? '' : text, value, state, catalog);
};

/** Goes on with what the answer added: its words, and the value of the facet asked; null is "I don't know". */
const learned = (text: string, value: string | null, state: Narrow, catalog: Catalog): Outcome => {
  const { facet } = state;
  const told = facet && value ? { ...state.known.told, [facet]: value } : state.known.told;
  const found = catalog.find(text, { words: state.known.words, told });
  if (found.extracted.codes.length > 0 || found.verdict === 'confirm' || found.verdict === 'foreign')
    return look(found, catalog, { ids: state.ids ?? {}, missed: state.missed ?? 0 }, at.narrow(state));
  const gained = (one: typeof found.known): number => one.words.length + Object.keys(one.told).length;
  const more = gained(found.known) > gained(state.known) || value !== null || text === '';
  return narrowed(
    { ...state, known: found.known, ids: idsOf(found, state.ids ?? {}) },
    found,
    catalog,
    more ? undefined : words.unsure,
  );
};

/** Answers when one candidate stands out and asks while a question helps; after questions the likeliest is answered with a word of caution. */
const narrowed = (state: Narrow, found: Found, catalog: Catalog, before?: string): Outcome => {
  const { candidates } = found;
  const best = candidates[0];
  const ids = state.ids ?? {};
  if (!best) return none(state.missed ?? 0, ids, found);
  if (found.verdict === 'answer') return answered(best.entry, ids, found);
  const settled = [...state.asked, ...Object.keys(found.known.told)];
  const question = state.asked.length < mostQuestions ? catalog.ask(candidates, settled) : null;
  if (question) {
    const reply = cards.questionCard(question, candidates, before);
    return {
      next: at.narrow({ ...state, facet: question.facet, asked: [...state.asked, question.facet] }),
      replies: [reply],
      understood: { ...understand('clarify', found), question: cards.understoodQuestion(reply, question.facet) },
    };
  }
  if (state.asked.length > 0) return answered(best.entry, ids, found, true);
  const reply = cards.pickCard(candidates);
  return {
    next: at.narrow({ ...state, facet: null }),
    replies: [reply],
    understood: understand('clarify', found),
  };
};

const answered = (entry: Entry, ids: cards.Ids, found: Found, isLikely = false): Outcome => ({
  next: at.confirm({ entry: entry.id, method: 1, ids }),
  replies: [cards.answerCard(entry, found, isLikely)],
  effects: gap(found),
  understood: understand('answer', found),
});

// === What people press ===

/** Answers a press, a filled form or an arrival; the buttons of old cards included. */
const act = (event: Exclude<Event, { kind: 'said' }>, context: Context, now: Now): Outcome => {
  if (event.kind === 'joined')
    return context.first ? talked(cards.helloCard(), now.saved) : { next: now.saved, replies: [] };
  if (event.kind === 'filled') return talked(cards.sentence(words.nothing), now.saved);
  const { catalog } = context;
  const [choice = '', ...rest] = event.choice.split(':');
  const detail = rest.join(':');
  if (choice === 'say') return said(detail, context, now.saved, now);
  if (choice === 'value') {
    const { narrow } = now;
    if (!narrow || (event.about !== undefined && event.about !== narrow.facet)) return stayed(words.earlier, now.saved);
    if (narrow.facet === 'message' && detail !== 'none' && detail !== '?')
      return stayed(words.pasteIt, now.saved, 'clarify');
    return learned('', detail === '?' ? null : detail, narrow, catalog);
  }
  if (choice === 'none') return context.stale ? stayed(words.earlier, now.saved) : none(now.missed, now.ids);
  const id = choice === 'entry' ? detail : (event.about ?? now.confirm?.entry);
  const entry = id === undefined ? undefined : catalog.entry(id);
  if (choice === 'helpdesk') return handOver(entry, now.ids, now.saved, triedOf(now, entry));
  if (!entry) return stayed(id === undefined ? words.earlier : words.gone, now.saved);
  return fix(choice, Number(detail), entry, now);
};

/** The buttons of an answer: its methods, its check, its sources. */
const fix = (choice: string, n: number, entry: Entry, now: Now): Outcome => {
  const tried = triedOf(now, entry);
  const here = (method: number, done = tried): Saved =>
    at.confirm({ entry: entry.id, method, ids: now.ids, ...(done.length > 0 ? { tried: done } : {}) });
  const current = now.confirm?.entry === entry.id ? now.confirm.method : 1;
  const show = (reply: Reply, next: Saved, effects: readonly Effect[] = []): Outcome => ({
    next,
    replies: [reply],
    effects,
    understood: shown(entry),
  });
  const record = (worked: boolean): readonly Effect[] => [
    { kind: 'recordOutcome', entry: entry.id, method: n, worked },
  ];
  const exists = Number.isInteger(n) && n >= 1 && n <= entry.methods.length;
  switch (choice) {
    case 'entry':
      return show(cards.answerCard(entry), here(1));
    case 'check':
      return show(entry.check.length > 0 ? cards.checkCard(entry, current) : cards.answerCard(entry), here(current));
    case 'sources':
      return show(cards.sourcesCard(entry, current), here(current));
    case 'method':
      if (exists) return show(n === 1 ? cards.answerCard(entry) : cards.methodCard(entry, n), here(n));
      return stayed(words.onlyMethods(entry.methods.length), now.saved);
    case 'worked':
      return exists
        ? { next: at.listen({}), replies: [cards.sentence(words.worked)], effects: record(true), understood: other }
        : stayed(words.gone, now.saved);
    case 'next': {
      if (!exists) return stayed(words.gone, now.saved);
      const done = [...new Set([...tried, n])];
      if (n < entry.methods.length) return show(cards.methodCard(entry, n + 1), here(n + 1, done), record(false));
      return {
        next: here(n, done),
        replies: [cards.handOverCard(entry, done, now.ids, words.lastMethod)],
        effects: record(false),
        understood: other,
      };
    }
    default:
      return stayed(words.earlier, now.saved);
  }
};

const triedOf = (now: Now, entry: Entry | undefined): readonly number[] =>
  entry && now.confirm?.entry === entry.id ? (now.confirm.tried ?? []) : [];

const handOver = (entry: Entry | undefined, ids: cards.Ids, next: Saved, tried: readonly number[] = []): Outcome => ({
  next,
  replies: [cards.handOverCard(entry, tried, ids)],
  understood: other,
});

/** Nothing offered fits: first a request for other words, then the helpdesk. */
const none = (missed: number, ids: cards.Ids, found?: Found): Outcome => ({
  next: at.listen({ missed: missed + 1, ids }),
  replies:
    missed === 0 ? [cards.sentence(words.rephrase)] : [cards.handOverCard(undefined, [], ids, words.rephrasedAlready)],
  understood: { ...other, outcome: 'unknown', extracted: found?.extracted ?? null },
});

const stayed = (text: string, next: Saved, outcome: Understood['outcome'] = 'other'): Outcome => ({
  next,
  replies: [cards.sentence(text)],
  understood: { ...other, outcome },
});

// === Small conversions ===

const other: Understood = { outcome: 'other', entries: [], question: null, extracted: null };

const understand = (outcome: Understood['outcome'], found: Found): Understood => ({
  outcome,
  entries: found.candidates.slice(0, 5).map(({ entry, confidence }) => ({ id: entry.id, confidence })),
  question: null,
  extracted: found.extracted,
});

const shown = (entry: Entry): Understood => ({
  ...other,
  outcome: 'answer',
  entries: [{ id: entry.id, confidence: 1 }],
});

/** The values for a ticket; new ones replace those of earlier messages, and people's names are not kept. */
const idsOf = (found: Found, before: cards.Ids): cards.Ids => {
  const { correlationId, requestId, timestamp, application, tenant } = found.extracted;
  const fresh = Object.entries({ correlationId, requestId, timestamp, application, tenant }).filter(
    ([, value]) => value,
  );
  return fresh.length > 0 ? Object.fromEntries(fresh) : before;
};
