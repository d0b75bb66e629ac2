/** How surely an answer speaks of what follows it, and so what is shown of it. */
import type { Catalog, FollowUp, Spoken } from '../src/model/catalog.ts';
import type { Asked } from './asked.ts';
import type { StepAt } from './methods.ts';

/**
 * From `sure` on a part is told as what the answer says, and from `either` on two parts together as what comes closest to a question;
 * from `opens` on a method that is meant is opened, and from `perhaps` on a method is suggested to a fact.
 * From `asked` on a question beside the answer is what was asked, and from `mayAsk` on it may be.
 * From `found` on a finding beside the answer is what a text tells, from `mayFind` on it may be, and from `firm` on it does so though another problem may be told.
 * One that may be the reverse of the text is quoted from `reversed` on (of the lines that only measure, four of five below it were the reverse).
 * Below that the closest parts are quoted, to a question from `quotes` on, and from `quotesFact` on to a fact or a question that asks for nothing by its form; from `near` on a part is offered.
 * What stands beside the answer is suggested to a question from `suggests` on, to a fact or beside a reply that may be the right one from `suggestsBesides` on, the others from `suggestsAlso` on.
 */
const from = {
  sure: 0.72,
  asked: 0.7,
  mayAsk: 0.3,
  found: 0.7,
  mayFind: 0.4,
  reversed: 0.6,
  firm: 0.85,
  either: 0.8,
  opens: 0.78,
  perhaps: 0.5,
  quotesFact: 0.4,
  quotes: 0.22,
  near: 0.15,
  suggests: 0.1,
  suggestsAlso: 0.03,
  suggestsBesides: 0.15,
  allows: 0.25,
  least: 0.05,
} as const;

/** A second part is quoted beside the closest one where it is so much of its chance. */
const besides = 0.4;

/** A part that surely is spoken of, or of a question that part or `other`; `question` tells a question from a fact, and `yesNo` one that yes or no would answer. */
export type Sure = {
  readonly spoken: Spoken;
  readonly other: Spoken | null;
  readonly question: boolean;
  readonly yesNo: boolean;
};

/** A step tells what to do, which answers neither yes nor no. */
export const isOrder = ({ yesNo, spoken }: Sure): boolean => yesNo && isStep(spoken);

/** What is told of it: the question beside the answer, the part, or two parts that together are sure; none where a step is all that there is against a question that may be asked. */
export const sureIn = ({ spoken: [first, second], faq: [asked], yesNo }: FollowUp, question: boolean): Sure | null => {
  if (asked && asked.chance >= from.asked) return { spoken: asked, other: null, question: true, yesNo: false };
  if (!first || !second) return null;
  const sure = { spoken: first, other: null, question, yesNo: question && yesNo };
  if (isOrder(sure) && asked && asked.chance >= from.mayAsk) return null;
  if (first.chance >= from.sure) return sure;
  const isEither = question && [first, second].every(({ passages }) => passages.length > 0);
  const together = second.chance >= from.near && first.chance + second.chance >= from.either;
  return isEither && together ? { ...sure, other: second } : null;
};

/** Whether nothing but steps are spoken of: to a fact they may be behind, and what the fact means stands in a finding. */
const isStep = ({ passages }: Spoken): boolean =>
  passages.length > 0 && passages.every(({ step }) => step !== undefined);

/** Whether a question beside the answer is surely asked, whatever form the text has. */
export const asksBeside = (followUp: FollowUp): boolean => sureIn(followUp, false)?.spoken.part === 'faq';

/** Whether a text that asks for such a thing surely asks a question beside the answer, which asks for it as well and has a reply of its own; what is firmly asked needs no such sign. */
export const isAskedBeside = (what: Asked, followUp: FollowUp, { asks }: Pick<Catalog, 'asks'>): boolean => {
  const { said, chance = 0 } = sureIn(followUp, true)?.spoken ?? {};
  return said !== undefined && (chance >= from.firm || asks(said).asks === what);
};

/** The finding beside the answer that a text surely tells; one that may be the reverse of it is no more than quoted. */
export const findingIn = ({ findings: [first], faq: [asked] }: FollowUp): Spoken | undefined =>
  first && first.chance >= Math.max(from.found, asked?.chance ?? 0) && !first.opposes ? first : undefined;

/** What surely is asked or told beside an entry that is not at hand, or the part of it that surely answers a question. */
export const surelyIn = (followUp: FollowUp, question: boolean): Spoken | undefined => {
  if (!question) return findingIn(followUp);
  const sure = sureIn(followUp, question);
  return sure && !sure.other && !isStep(sure.spoken) && sure.spoken.passages.length > 0 ? sure.spoken : undefined;
};

/** Whether nothing of an entry comes close. */
export const isOpen = (closest: readonly Spoken[]): boolean => closest.every(({ chance }) => chance < from.quotesFact);

/** Whether a text may tell a finding. */
export const allows = ({ findings }: FollowUp, finding: Spoken): boolean =>
  findings.some(({ said, chance }) => said === finding.said && chance >= from.allows);

/** The finding that a fact may tell, where no more than a step is surely spoken of; the step says less, so it gives way the sooner. */
export const mayFindIn = ({ findings: [first] }: FollowUp, sure: Sure | null): Spoken | undefined => {
  if (!first || first.opposes || (sure && !isStep(sure.spoken))) return undefined;
  return first.chance >= (sure ? from.mayFind : from.perhaps) ? first : undefined;
};

/** The step of a method that surely is spoken of. */
export const stepIn = ({ spoken }: Sure): StepAt | undefined => {
  const [step, ...others] = new Set(isStep(spoken) ? spoken.passages.flatMap(({ step: n }) => n ?? []) : []);
  return spoken.method === undefined || step === undefined || others.length > 0
    ? undefined
    : { method: spoken.method, step };
};

/** Whether a finding is told so surely that the text goes with the answer. */
export const isFirm = ({ chance }: Spoken): boolean => chance >= from.firm;

/** Whether it is spoken of so surely that words against it only make it a suggestion. */
export const isSure = ({ chance }: Spoken): boolean => chance >= from.sure;

/** What tells of all methods alike. */
const ofAll: ReadonlySet<Spoken['part']> = new Set<Spoken['part']>(['who', 'time', 'risk', 'user']);

/** The method that a question is likeliest about, whatever it asks of that. */
export const askedAbout = ({ spoken }: FollowUp): number | undefined => {
  const [first] = spoken.filter(({ part }) => !ofAll.has(part));
  const rest = spoken.reduce((left, { part, chance }) => (ofAll.has(part) ? left - chance : left), 1);
  return first && first.chance >= from.least && first.chance >= from.quotesFact * rest ? first.method : undefined;
};

/** The parts that are nearest, the likeliest first. */
export const nearIn = ({ spoken }: FollowUp): readonly Spoken[] => spoken.filter(({ chance }) => chance >= from.near);

/** The methods that a fact is near to, the nearest first, though it may speak for none. */
export const nearMethods = (near: readonly Spoken[]): readonly number[] =>
  near.flatMap(({ method, chance }) => (method !== undefined && chance >= from.quotesFact ? [method] : []));

/** The method that a fact clearly speaks for: its title or its use is what was said. */
export const meantIn = ({ spoken, question }: Sure): number | undefined =>
  !question && spoken.chance >= from.opens && spoken.passages.some(isHead) ? spoken.method : undefined;

const isHead = ({ kind }: Spoken['passages'][number]): boolean => kind === 'title' || kind === 'when';

/** The method that a fact may speak for: a likely one, or one whose title or use stands out among those of the others. */
export const perhapsIn = (all: readonly Spoken[]): Spoken | undefined => {
  const [first] = all;
  if (!first) return undefined;
  if (first.chance >= from.perhaps && first.method !== undefined && first.passages.length > 0) return first;
  const [method, other] = all.filter((one) => one.method !== undefined);
  if (!method) return undefined;
  const times = method.chance / (other?.chance ?? from.least);
  const standsOut = outstanding.some((least) => method.chance >= least.chance && times >= least.times);
  return standsOut && method.passages.some(isHead) ? method : undefined;
};

/** The less likely a method, the more it has to stand out. */
const outstanding = [
  { chance: 0.4, times: 3 },
  { chance: 0.3, times: 6 },
] as const;

/** The one or two that come closest and can be quoted: a finding beside the answer first, or the likelier of a part and a question beside it, of the parts none that is `behind`, and no risk where none is asked for. */
export const closestIn = (followUp: FollowUp, question: boolean, behind: readonly number[] = []): readonly Spoken[] => {
  const parts = closestParts(followUp, question, behind);
  const findings = followUp.findings.filter((one) => !one.opposes || one.chance >= from.reversed);
  const [said] = question ? followUp.faq : likeliestFirst([...findings, ...followUp.faq]);
  if (!said || said.chance < (question ? from.mayAsk : from.mayFind)) return parts;
  const [part] = parts;
  const isBehind = question && part && part.chance > said.chance && !(followUp.yesNo && isStep(part));
  return isBehind ? [part, said] : [said, ...parts.slice(0, 1)];
};

const closestParts = (
  { risk, formal, spoken }: FollowUp,
  question: boolean,
  behind: readonly number[],
): readonly Spoken[] => {
  const told = spoken.flatMap((one): readonly Spoken[] => {
    if (one.method !== undefined && behind.includes(one.method)) return [];
    if (!risk && one.part === 'risk') return [];
    const passages = risk ? one.passages : one.passages.filter(({ kind }) => kind !== 'danger');
    return passages.length === 0 ? [] : [{ ...one, passages }];
  });
  const [first, second] = told.filter(({ chance }) => chance >= from.near);
  if (!first || first.chance < (question && formal ? from.quotes : from.quotesFact)) return [];
  return second && second.chance >= besides * first.chance ? [first, second] : [first];
};

/** What a text may ask or tell of what stands beside the answer, the likeliest first, without what is `quoted`; for a question that is `open` it may be less likely. */
export const suggestedIn = (
  { faq, findings }: FollowUp,
  quoted: readonly Spoken[],
  open?: 'open',
): readonly Spoken[] => {
  const [first, ...rest] = likeliestFirst([...faq, ...findings]).filter(({ said }) =>
    quoted.every((one) => one.said !== said),
  );
  if (!first || first.chance < (open ? from.suggests : from.suggestsBesides)) return [];
  return [first, ...rest.filter(({ chance }) => chance >= from.suggestsAlso)].slice(0, mostSuggested);
};

const mostSuggested = 3;

const likeliestFirst = (all: readonly Spoken[]): readonly Spoken[] =>
  all.toSorted((one, other) => other.chance - one.chance);

/** "Windows 11", "es ist iOS 17.4": a system and its version tell where it happens, and speak of no part. */
export const namesVersion = (text: string): boolean => version.test(text.trim());

const version =
  /^(?:(?:it'?s|it is|he|she|they|we|has|have|is|are|on|uses?|runs?|running|with|an?|the|er|sie|es|wir|hat|haben|ist|auf|mit|nutzt|ein|il|elle|c'est|a|sur|avec|un|sous|es|tiene|con|en) ){0,5}(?:microsoft |samsung |apple )?(?:windows(?: server)?|win|ios|ipados|android|mac ?os(?: x)?|ubuntu|office|outlook|edge|chrome|firefox|safari|iphone|pixel|galaxy)[ -]?(?:\d[\w.]{0,12})(?: (?:pro|home|enterprise|business|\d\dh\d|build [\d.]+))*\W*$/iu;
