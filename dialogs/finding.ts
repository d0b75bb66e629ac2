/** What a person finds after an answer, whose meaning stands beside the entry: that is told, whatever else was made of it. */
import type { Entry, Spoken } from '../src/model/catalog.ts';
import { type Context, noProblem, type Outcome, type Understood } from '../src/model/dialog.ts';
import { command } from './commands.ts';
import { behindIn, type Confirm, confirm, viewOf } from './fix.ts';
import { partsOf } from './halves.ts';
import { endsWell } from './helped.ts';
import { keptOf } from './kept.ts';
import { clausesOf, countOf } from './phrases.ts';
import { isPrintedOfOther, isPrintedOtherwise } from './printed.ts';
import { isQuestion } from './question.ts';
import { isDeed } from './report.ts';
import { allows, findingIn, isFirm } from './spoken.ts';
import { findingCard } from './spoken-cards.ts';

/** So many letters tell a finding; more tell a story. */
const longest = 400;

/** The outcome of a text after an answer, with what the finding means that it surely tells; what was noted of it stays noted. */
export const withMeaning = (text: string, outcome: Outcome, state: Confirm, context: Context): Outcome => {
  const entry = context.catalog.entry(state.entry);
  if (!entry || text.length > longest || outcome.replies.some(({ dialog }) => dialog)) return outcome;
  const finding = toldBy(text, entry, state, context);
  if (!finding || isOfOtherPlace(finding, text, context) || isOfOtherThing(finding, text)) return outcome;
  const { said = '' } = finding;
  if (isPrintedOtherwise(text, said) || isPrintedOfOther(text, said)) return outcome;
  const then = atHandIn(outcome, entry);
  if (then) return meaningOf(finding, outcome, entry, { before: state, after: then }, context);
  if (isTakenForSuccess(text, finding, outcome, context))
    return meaningOf(finding, { replies: [] }, entry, { before: state, after: state }, context);
  return isFirm(finding) && wasLookedUp(outcome) && !namesOther(text, entry, context)
    ? meaningOf(finding, { replies: [] }, entry, { before: state, after: state }, context)
    : outcome;
};

/** The finding that a text tells without what it asks: "it is a VM, what now" tells that it is one. The whole text has to allow it, unless much is asked. */
const toldBy = (text: string, entry: Entry, state: Confirm, { catalog }: Context): Spoken | undefined => {
  const clauses = clausesOf(text);
  const asks = clauses.filter(isQuestion);
  const told = asks.length === 0 ? text : clauses.filter((clause) => !isQuestion(clause)).join(', ');
  const finding = told === '' ? undefined : findingIn(catalog.followUp(entry, told, state.method));
  if (asks.length === 0 || !finding || countOf(asks.join(' ')) > mostAsked) return finding;
  return allows(catalog.followUp(entry, text, state.method), finding) ? finding : undefined;
};

/** More words that are asked say nothing of what is told beside them. */
const mostAsked = 6;

/** Whether a finding is of another place than the text: "only in the office" is not what fails at home. */
const isOfOtherPlace = ({ said = '' }: Spoken, text: string, { catalog }: Context): boolean => {
  const [own, other] = [text, said].map((one) => catalog.find(one).known.told.where);
  return own !== undefined && other !== undefined && own !== other;
};

/** Things of a kind, of which one is not the other. */
const kinds = [
  ['edge', 'chrome', 'firefox', 'safari', 'brave', 'opera'],
  ['iphone', 'ipad', 'android'],
  ['windows', 'mac', 'linux'],
  ['outlook', 'teams', 'onedrive', 'sharepoint', 'word', 'excel'],
] as const;

/** Whether a finding names another thing than the text: "Edge works, Chrome does not" is not what fails in Firefox. */
const isOfOtherThing = ({ said = '' }: Spoken, text: string): boolean =>
  kinds.some((kind) => {
    const [own, other] = [text, said].map((one) =>
      kind.filter((thing) => new RegExp(String.raw`\b${thing}\b`, 'i').test(one)),
    );
    return own!.some((thing) => !other!.includes(thing)) && other!.some((thing) => !own!.includes(thing));
  });

/** Whether a success was heard where no more than a finding is told, which is none: "the state is Accepted". */
const isTakenForSuccess = (text: string, { works }: Spoken, { effects = [] }: Outcome, { catalog }: Context): boolean =>
  effects.some((effect) => effect.kind === 'recordOutcome' && effect.worked) &&
  !works &&
  !endsWell(text) &&
  command(text)?.kind !== 'worked' &&
  !partsOf(text).some((part) => isDeed(part, catalog));

/** Whether a text was taken for another problem. */
const wasLookedUp = ({ understood }: Outcome): boolean => understood !== undefined && lookedUp.has(understood.outcome);
const lookedUp: ReadonlySet<Understood['outcome']> = new Set<Understood['outcome']>(['answer', 'clarify', 'unknown']);

/** The state in which an outcome leaves the entry at hand; undefined where it leaves the entry. */
const atHandIn = ({ next }: Outcome, { id }: Entry): Confirm | undefined => {
  const then = next?.step === 'confirm' ? (next.state as Confirm) : undefined;
  return then?.entry === id ? then : undefined;
};

const namesOther = (text: string, { codes }: Entry, { catalog }: Context): boolean =>
  catalog.find(text).extracted.codes.some((code) => !codes.includes(code));

/** Replies with what a finding means; the step that is shown stays the one at hand, though a report may have gone on behind it. */
export const meaningOf = (
  finding: Spoken,
  outcome: Outcome,
  entry: Entry,
  { before, after }: { readonly before: Confirm; readonly after: Confirm },
  context: Context,
): Outcome => {
  const behind = behindIn(after);
  const { leads } = finding;
  const method = typeof leads === 'number' && !behind.includes(leads) ? leads : after.method;
  const isShown = method === before.method;
  const step = isShown ? before.step : undefined;
  const state: Confirm = { ...after, method, step, suggested: undefined, ...(isShown ? {} : { offered: true }) };
  const answer = { entry, method, view: viewOf(entry, keptOf(state), context, behind), step };
  return { ...outcome, next: confirm(state), replies: [findingCard(finding, answer, isShown)], understood: noProblem };
};
