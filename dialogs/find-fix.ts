/** The main conversation: find the cause of a sign-in error, ask when several fit, and lead through the methods. */
import type { Candidate, Catalog, Entry, Facet, Found } from '../src/model/catalog.ts';
import type { Context, Dialog, Effect, Outcome, Saved, Understood } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import type { Reply } from '../src/model/reply.ts';
import * as cards from './cards.ts';
import { command } from './commands.ts';
import { smallTalk } from './small-talk.ts';
import { words } from './wording.ts';

/** Chances of candidates by entry id, in thousandths. */
type Among = Readonly<Record<string, number>>;

type Listen = { readonly missed?: number; readonly ids?: cards.Ids };
type Narrow = {
  readonly among: Among;
  /** Facets that need no question any more. */
  readonly known: readonly Facet[];
  /** The facet asked last; null when the candidates themselves were offered. */
  readonly facet: Facet | null;
  readonly asked: number;
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

/** From this chance on a candidate is the answer; after the last question the lower one is enough, with a word of caution. */
const firm = 0.75;
const likely = 0.5;

/** Chances below this are not carried along. */
const least = 0.02;

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
      case 'helpdesk':
      case 'sources':
      case 'check':
      case 'none':
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
  return look(context.catalog.find(text), context.catalog, now);
};

const talked = (reply: Reply, next: Saved): Outcome => ({
  next,
  replies: [reply],
  understood: { outcome: 'smalltalk', entries: [], question: null, extracted: null },
});

/** Carries the finding over into an answer, a question, or an honest "I don't know". */
const look = (found: Found, catalog: Catalog, now: { ids: cards.Ids; missed: number }): Outcome => {
  const ids = idsOf(found, now.ids);
  const best = found.candidates[0];
  switch (found.verdict) {
    case 'nothing':
      return talked(cards.sentence(words.nothing), at.listen({ ids }));
    case 'answer':
      return answered(best!.entry, found.candidates, ids, { found });
    case 'clarify':
      return narrowed(
        {
          among: amongOf(found.candidates),
          known: Object.keys(found.told) as Facet[],
          facet: null,
          asked: 0,
          missed: now.missed,
          ids,
        },
        catalog,
        found,
      );
    case 'confirm': {
      const reply = cards.confirmCard(found.unknownCodes[0], best!.entry);
      return {
        next: at.narrow({
          among: amongOf(found.candidates),
          known: [],
          facet: null,
          asked: mostQuestions,
          missed: now.missed,
          ids,
        }),
        replies: [reply],
        effects: gap(found),
        understood: {
          ...understand('clarify', found.candidates, found),
          question: cards.understoodQuestion(reply, null),
        },
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
        understood: understand('unknown', found.candidates, found),
      };
  }
};

const gap = (found: Found): readonly Effect[] =>
  found.unknownCodes.length > 0 ? [{ kind: 'recordGap', codes: found.unknownCodes.slice(0, 10) }] : [];

/** Words in answer to a question: the asked value, other facts, or a new problem altogether. */
const heard = (text: string, context: Context, state: Narrow, now: Now): Outcome => {
  const { catalog } = context;
  const typed = command(text);
  if (typed?.kind === 'none' && state.facet !== 'federated')
    return act({ kind: 'chose', choice: 'none' }, context, now);
  if (typed?.kind === 'yes' && state.facet === null) {
    const best = candidatesOf(state.among, catalog)[0];
    if (best) return act({ kind: 'chose', choice: `entry:${best.entry.id}` }, context, now);
  }
  if (typed?.kind === 'unsure') return valued(null, state, catalog);
  const found = catalog.find(text);
  const value = state.facet ? catalog.hear(state.facet, text) : null;
  if (found.extracted.codes.length > 0 || found.verdict === 'foreign') return look(found, catalog, now);
  if (value === null && (typed?.kind === 'helpdesk' || smallTalk(text) !== null))
    return said(text, context, now.saved, now);
  const told = { ...found.told, ...(state.facet && value ? { [state.facet]: value } : {}) };
  const news = (Object.entries(told) as [Facet, string][]).filter(([facet]) => !state.known.includes(facet));
  if (news.length === 0 && found.verdict === 'answer') return look(found, catalog, now);
  let candidates = blended(candidatesOf(state.among, catalog), found.candidates);
  for (const [facet, one] of news) candidates = catalog.weigh(candidates, facet, one);
  const known = [...new Set([...state.known, ...news.map(([facet]) => facet), ...(state.facet ? [state.facet] : [])])];
  const missed = news.length === 0 && found.candidates.length === 0;
  return narrowed(
    { ...state, among: amongOf(candidates), known, ids: idsOf(found, now.ids) },
    catalog,
    found,
    missed ? words.unsure : undefined,
  );
};

/** A pressed value of the question asked; null is "I don't know". */
const valued = (value: string | null, state: Narrow, catalog: Catalog): Outcome => {
  const { facet } = state;
  const candidates = candidatesOf(state.among, catalog);
  const weighed = facet && value ? catalog.weigh(candidates, facet, value) : candidates;
  return narrowed({ ...state, among: amongOf(weighed), known: facet ? [...state.known, facet] : state.known }, catalog);
};

/** What the words of an answer fit as well speaks for a candidate; candidates that only the new words name come in low. */
const blended = (old: readonly Candidate[], more: readonly Candidate[]): readonly Candidate[] => {
  if (more.length === 0) return old;
  const fresh = new Map(more.map(({ entry, confidence }) => [entry.id, confidence]));
  const kept = old.map(({ entry, confidence }) => ({
    entry,
    confidence: confidence * (0.1 + (fresh.get(entry.id) ?? 0)),
  }));
  const ids = new Set(old.map(({ entry }) => entry.id));
  const added = more
    .filter(({ entry }) => !ids.has(entry.id))
    .map(({ entry, confidence }) => ({ entry, confidence: confidence * 0.05 }));
  const all = [...kept, ...added];
  const sum = all.reduce((total, one) => total + one.confidence, 0);
  return all
    .map(({ entry, confidence }) => ({ entry, confidence: confidence / sum }))
    .toSorted((one, two) => two.confidence - one.confidence);
};

/** Answers when one candidate stands out, asks while a question helps, and otherwise lets the person pick. */
const narrowed = (state: Narrow, catalog: Catalog, found?: Found, before?: string): Outcome => {
  const candidates = candidatesOf(state.among, catalog);
  const best = candidates[0];
  const ids = state.ids ?? {};
  if (!best) return none(state.missed ?? 0, ids, found);
  if (best.confidence >= firm && (state.asked > 0 || found === undefined))
    return answered(best.entry, candidates, ids, found ? { found } : {});
  const question = state.asked < mostQuestions ? catalog.ask(candidates, state.known) : null;
  if (question) {
    const reply = cards.questionCard(question, candidates, before);
    return {
      next: at.narrow({ ...state, facet: question.facet, asked: state.asked + 1 }),
      replies: [reply],
      understood: {
        ...understand('clarify', candidates, found),
        question: cards.understoodQuestion(reply, question.facet),
      },
    };
  }
  if (state.asked > 0 && best.confidence >= likely) return answered(best.entry, candidates, ids, { likely: true });
  const reply = cards.pickCard(candidates);
  return {
    next: at.narrow({ ...state, facet: null, asked: mostQuestions }),
    replies: [reply],
    understood: { ...understand('clarify', candidates, found), question: cards.understoodQuestion(reply, null) },
  };
};

const answered = (
  entry: Entry,
  candidates: readonly Candidate[],
  ids: cards.Ids,
  how: { readonly found?: Found; readonly likely?: boolean } = {},
): Outcome => ({
  next: at.confirm({ entry: entry.id, method: 1, ids }),
  replies: [cards.answerCard(entry, how.found, how.likely)],
  ...(how.found ? { effects: gap(how.found) } : {}),
  understood: understand('answer', candidates.length > 0 ? candidates : [{ entry, confidence: 1 }], how.found),
});

// === What people press ===

/** Answers a press, a filled form or an arrival; the buttons of old cards included. */
const act = (event: Exclude<Event, { kind: 'said' }>, context: Context, now: Now): Outcome => {
  if (event.kind === 'joined') return talked(cards.helloCard(), now.saved);
  if (event.kind === 'filled') return talked(cards.sentence(words.nothing), now.saved);
  const { catalog } = context;
  const [choice = '', ...rest] = event.choice.split(':');
  const detail = rest.join(':');
  if (choice === 'say') return said(detail, context, now.saved, now);
  if (choice === 'value') {
    const { narrow } = now;
    if (!narrow || (event.about !== undefined && event.about !== narrow.facet)) return stayed(words.earlier, now.saved);
    return valued(detail === '?' ? null : detail, narrow, catalog);
  }
  if (choice === 'none') return none(now.missed, now.ids);
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
    understood: understand('answer', [{ entry, confidence: 1 }]),
  });
  const record = (worked: boolean): readonly Effect[] => [
    { kind: 'recordOutcome', entry: entry.id, method: n, worked },
  ];
  const exists = Number.isInteger(n) && n >= 1 && n <= entry.methods.length;
  switch (choice) {
    case 'entry':
      return show(cards.answerCard(entry), here(1));
    case 'check':
      return show(entry.check.length > 0 ? cards.checkCard(entry) : cards.answerCard(entry), here(current));
    case 'sources':
      return show(cards.sourcesCard(entry), here(current));
    case 'method':
      return show(exists ? cards.methodCard(entry, n) : cards.answerCard(entry), here(exists ? n : 1));
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
  understood: understand('unknown', [], found),
});

const stayed = (text: string, next: Saved): Outcome => ({ next, replies: [cards.sentence(text)], understood: other });

// === Small conversions ===

const other: Understood = { outcome: 'other', entries: [], question: null, extracted: null };

const understand = (outcome: Understood['outcome'], candidates: readonly Candidate[], found?: Found): Understood => ({
  outcome,
  entries: candidates.slice(0, 5).map(({ entry, confidence }) => ({ id: entry.id, confidence })),
  question: null,
  extracted: found?.extracted ?? null,
});

const amongOf = (candidates: readonly Candidate[]): Among =>
  Object.fromEntries(
    candidates
      .filter(({ confidence }) => confidence >= least)
      .slice(0, 6)
      .map(({ entry, confidence }) => [entry.id, Math.round(confidence * 1000)]),
  );

const candidatesOf = (among: Among, catalog: Catalog): readonly Candidate[] => {
  const here = Object.entries(among).flatMap(([id, share]) => {
    const entry = catalog.entry(id);
    return entry ? [{ entry, share }] : [];
  });
  const sum = here.reduce((total, one) => total + one.share, 0) || 1;
  return here
    .map(({ entry, share }) => ({ entry, confidence: share / sum }))
    .toSorted((one, two) => two.confidence - one.confidence);
};

/** The values for a ticket; new ones replace those of earlier messages, and people's names are not kept. */
const idsOf = (found: Found, before: cards.Ids): cards.Ids => {
  const { correlationId, requestId, timestamp, application, tenant } = found.extracted;
  const fresh = Object.entries({ correlationId, requestId, timestamp, application, tenant }).filter(
    ([, value]) => value,
  );
  return fresh.length > 0 ? Object.fromEntries(fresh) : before;
};
