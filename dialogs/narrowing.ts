/** From a finding to an answer, a question or an honest "I don't know": narrowing down until one entry stands out. */
import { type Entry, type Facet, facets, type Found, type Known, type Question } from '../src/model/catalog.ts';
import { type Context, type Effect, noProblem, type Outcome, type Understood } from '../src/model/dialog.ts';
import type { Action } from '../src/model/reply.ts';
import { wayBack } from './buttons.ts';
import * as cards from './cards.ts';
import { foundBeside } from './codes.ts';
import { begun, type Confirm, viewOf } from './fix.ts';
import type { View } from './fix-cards.ts';
import { handing } from './handing.ts';
import { type Kept, keptAfter, keptOf } from './kept.ts';
import { gained, nothingKnown } from './known.ts';
import { toldBeside } from './natural.ts';
import { at, type Narrow, type Now, talked } from './now.ts';
import { methodOfOpening } from './opening.ts';
import { countOf } from './phrases.ts';
import { words } from './words/index.ts';

const mostQuestions = 3;

/** Words must weigh so much for candidates to be named beside a question, and with the facts told, which weigh `fact` each, for the likeliest to be an answer after questions. */
export const telling = { candidates: 2, likely: 3.5, fact: 1 } as const;

/** Where nobody could tell anything, what is less likely than this is no answer. */
const leastLikely = 0.4;

/** More words are a paste. */
const paste = 60;

/** Carries the finding of a text, where one was typed, over into an answer, a question, or an honest "I don't know". */
export const look = (all: Found, context: Context, now: Now, text?: string): Outcome => {
  const { kept, missed } = now;
  const found = withoutDenied(all, kept.denied);
  const best = found.candidates[0];
  switch (found.verdict) {
    case 'nothing':
      return talked(cards.sentence(words().nothing), now.saved);
    case 'answer':
      return answered(best!.entry, kept, found, context, { text });
    case 'clarify':
      return narrowed({ known: found.known, asked: [], facet: null, missed, ...kept }, found, context);
    case 'confirm': {
      const typed = typedFor(found);
      const reply = cards.confirmCard(typed, found.meant ?? '', best!.entry);
      return {
        next: at.narrow({
          known: found.known,
          asked: [],
          facet: null,
          offered: best!.entry.id,
          ...(typed === undefined ? { isSaid: true } : {}),
          missed,
          ...kept,
        }),
        replies: [reply],
        understood: understand('clarify', found),
      };
    }
    case 'unknown':
    case 'foreign': {
      const back = wayBackOf(now.confirm, context);
      return {
        next:
          found.verdict === 'unknown' && found.unknownCodes.length > 0 && now.confirm
            ? now.saved
            : at.listen({ missed: missed + 1, ...kept }),
        replies: [
          found.verdict === 'foreign'
            ? cards.foreignCard(back, found.meant === null ? undefined : best?.entry)
            : found.unknownCodes.length > 0
              ? cards.unknownCodeCard(found, back)
              : cards.unknownCard(found.candidates, back),
        ],
        effects: gap(found),
        understood: understand('unknown', found),
      };
    }
  }
};

/** The way back to the answer at hand, beside which something is not known: it may be of a step that failed, or a slip. */
const wayBackOf = (state: Confirm | undefined, { catalog }: Context): readonly Action[] => {
  const entry = state && catalog.entry(state.entry);
  return entry ? [wayBack(entry, state.method, state.step)] : [];
};

/** The finding without entries that were denied; a code that is typed again counts all the same. */
export const withoutDenied = (found: Found, denied: readonly string[] = []): Found => {
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

/** An entry with less of a chance than this is not named to the helpdesk, nor are more than so many. */
const worthHanding = { chance: 0.2, most: 2 } as const;

/** What an open question was about to tell apart, best first. */
export const likeliest = ({ narrow, kept }: Now, { catalog }: Context): readonly Entry[] =>
  narrow
    ? withoutDenied(catalog.find('', narrow.known), kept.denied)
        .candidates.filter(({ confidence }) => confidence >= worthHanding.chance)
        .slice(0, worthHanding.most)
        .map(({ entry }) => entry)
    : [];

/** Answers when one candidate stands out and asks while a question helps; after questions the likeliest is answered with a word of caution. */
export const narrowed = (state: Narrow, found: Found, context: Context, before?: string): Outcome => {
  const { candidates } = found;
  const best = candidates[0];
  const kept = keptOf(state);
  if (!best) return none(state.missed ?? 0, kept, context, found);
  if (found.verdict === 'answer') return answered(best.entry, kept, found, context, { asked: state.asked });
  const settled = [...state.asked, ...Object.keys(found.known.told)];
  const question = state.asked.length < mostQuestions ? context.catalog.ask(candidates, settled) : null;
  if (question) {
    const next = at.narrow({ ...state, facet: question.facet, asked: [...state.asked, question.facet] });
    return { next, ...asking(question, found, before) };
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

const asking = (question: Question, found: Found, before?: string): Outcome => {
  const reply = cards.questionCard(question, found.weight < telling.candidates ? [] : found.candidates, before);
  return {
    replies: [reply],
    understood: { ...understand('clarify', found), question: cards.understoodQuestion(reply, question.facet) },
  };
};

/** Asks the open question again, such as in another language. */
export const askedAgain = (state: Narrow, { catalog }: Context): Outcome => {
  const { facet, asked, known, denied, offered } = state;
  const found = withoutDenied(catalog.find('', known), denied);
  const settled = [...asked, ...Object.keys(known.told)].filter((one) => one !== facet);
  const question = facet && catalog.ask(found.candidates, settled);
  if (facet) return asking(question?.facet === facet ? question : { facet, values: facets[facet] }, found);
  const entry = offered === undefined ? undefined : catalog.entry(offered);
  return {
    replies: [cards.pickCard(entry ? [{ entry, confidence: 1 }] : found.candidates)],
    understood: understand('clarify', found),
  };
};

/** The order of the methods with the one that is meant before the others. */
const withFirst = (n: number | undefined, view: View): View =>
  n === undefined ? view : { ...view, order: [n, ...view.order.filter((other) => other !== n)] };

type Answered = {
  readonly asked?: readonly Facet[];
  readonly likely?: boolean;
  readonly text?: string | undefined;
};

/** `asked` are the facets that were asked before, where a code did not tell it; `text` is what was typed. */
const answered = (
  entry: Entry,
  kept: Kept,
  found: Found,
  context: Context,
  { asked = [], likely = false, text = '' }: Answered = {},
): Outcome => {
  const meant = methodOfOpening(text, found, entry, context.catalog);
  const view = withFirst(meant, viewOf(entry, kept, context));
  const matters = found.also.length > 0 && {
    matters: [entry, ...found.also].map(({ id }) => ({ entry: id, marks: [] })),
  };
  return {
    next: begun(
      entry,
      { ...kept, denied: [], ...matters },
      view,
      found.extracted.codes.length > 0 ? {} : { known: found.known, asked },
    ),
    replies: [cards.answerCard(entry, view, { found, likely, first: context.first })],
    effects: gap(found),
    understood: understand('answer', found),
  };
};

/** Goes on with what the answer added: its words, and the value of the facet asked; null is "I don't know". */
export const learned = (
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
  const found = withoutDenied((value === null && ofItsOwn(text, joined, context)) || joined, now.kept.denied);
  const kept = keptAfter(text, found, now.kept);
  const codes = found.extracted.codes.length > 0 && found.verdict !== 'clarify';
  if (codes || found.verdict === 'confirm' || found.verdict === 'foreign')
    return look(found, context, { ...now, kept });
  const more = gained(found.known) > gained(state.known) || value !== null || facet === null || text === '';
  const unknown = found.unknownCodes.slice(0, 5).join(', ');
  const missing = repeats(text, state, context) ? words().known : words().unsure;
  const note = unknown ? words().alsoUnknown(unknown) : (before ?? (more ? undefined : missing));
  return narrowed({ ...state, known: found.known, ...kept }, found, context, note);
};

/** Whether a text says again what was told, and nothing else of it. */
const repeats = (text: string, { known }: Narrow, { catalog }: Context): boolean => {
  const again: Known['told'] = { ...catalog.find(text, nothingKnown).known.told, ...toldBeside(text, catalog) };
  const facts = Object.entries(again).filter(([facet]) => facet !== 'message');
  return facts.length > 0 && facts.every(([facet, value]) => known.told[facet as Facet] === value);
};

/** So many words make a sentence, which can tell of a problem; from this chance on a text is surely another entry's. */
const sentence = 5;
const surely = 0.85;

/** What a longer text surely says by itself, where it is less sure together with what was told before: it may be about another matter. */
const ofItsOwn = (text: string, joined: Found, { catalog }: Context): Found | undefined => {
  const count = countOf(text);
  if (count < sentence || count > paste || joined.extracted.codes.length > 0) return undefined;
  const alone = catalog.find(text);
  const [lead] = alone.candidates;
  if (alone.verdict !== 'answer' || lead!.confidence < surely) return undefined;
  return joined.verdict === 'answer' && joined.candidates[0]?.entry === lead!.entry ? undefined : alone;
};

/** Nothing offered fits: first a request for other words, then the helpdesk. */
export const none = (missed: number, kept: Kept, { catalog }: Context, found?: Found): Outcome => ({
  next: at.listen({ missed: missed + 1, ...kept }),
  replies:
    missed === 0
      ? [cards.sentence(words().rephrase)]
      : [cards.handOverCard(handing(undefined, kept, catalog), words().rephrasedAlready)],
  understood: { ...noProblem, outcome: 'unknown', extracted: found?.extracted ?? null },
});

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
