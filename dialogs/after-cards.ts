/** The replies to what is said after an answer: to a question about it, to a fact that it speaks of, and to what may be another problem. */
import type { Entry, Found, Spoken } from '../src/model/catalog.ts';
import type { Action, Block, Reply, Rich } from '../src/model/reply.ts';
import { paragraph, spans } from './blocks.ts';
import {
  beginButton,
  elsewhereButton,
  helpdeskButton,
  matterButton,
  methodButton,
  outcomeButtons,
  startButton,
  stepButtons,
  wayBack,
} from './buttons.ts';
import { cureOf } from './failure-cards.ts';
import type { Failure } from './failures.ts';
import { type Facts, tellsSymptom } from './facts.ts';
import { methodsByScope } from './uses.ts';
import { namedMethod, type View } from './fix-cards.ts';
import { methodName, methodNames, nextOf, whenBlocks } from './methods.ts';
import type { Meant } from './meant.ts';
import { partLabel, passageBlocks, quoteBlocks } from './passages.ts';
import type { DoneBefore, Excluded } from './put-behind.ts';
import { replyOf } from './reply.ts';
import { nearMethods } from './spoken.ts';
import { suggestedBlocks, suggestedButtons } from './suggested-cards.ts';
import { factsText, usualText, valueText } from './told.ts';
import { fill } from './values.ts';
import { follow, words } from './words/index.ts';

/** The answer that it is about: the entry, the method at hand, and how it is shown. */
export type Answer = {
  readonly entry: Entry;
  readonly method: number;
  readonly view: View;
  /** The step at hand, where the method is walked through. */
  readonly step?: number | undefined;
};

/** The methods, from 1, that were not tried yet, those that are `nearest` first, and then the one at hand. */
const numbersLeft = ({ entry, method, view }: Answer, nearest: readonly number[] = []): readonly number[] =>
  [...new Set([...nearest, method, ...view.order])]
    .filter((n) => entry.methods[n - 1] !== undefined && !view.tried.includes(n))
    .slice(0, mostMethods);

/** Their buttons; fewer where something else is to be picked as well. */
export const methodsLeft = (
  answer: Answer,
  nearest: readonly number[] = [],
  most: number = mostMethods,
): readonly Action[] =>
  numbersLeft(answer, nearest)
    .slice(0, most)
    .flatMap((n) => methodButton(answer.entry, n));

const mostMethods = 6;

/** So many methods stand below what is suggested. */
export const mostBesideSuggested = 3;

/** How to go on with the step at hand, or else with the method. */
export const onward = ({ entry, method, view, step }: Answer): readonly Action[] => {
  if (entry.methods[method - 1] === undefined) return [];
  if (step === 0) return [beginButton(entry, method)];
  return step === undefined ? outcomeButtons(entry, method, view) : stepButtons(entry, method, step);
};

/** What was heard, the methods that do not fit therefore, and those that it speaks for. */
export const weighed = ({ said, methods, for: spokenFor }: Excluded, entry: Entry): readonly string[] => {
  const all = said.join('; ');
  return [
    follow().heard(all),
    ...(methods.length > 0 ? [follow().unfit(methodNames(entry, methods))] : []),
    ...(spokenFor.length > 0 ? [words().after.speaksFor(methodNames(entry, spokenFor).join('; '))] : []),
  ];
};

/** The parts that a fact is near to, the method that it points to, and what it may find. */
export type Near = {
  readonly near: readonly Spoken[];
  readonly meant?: Meant | undefined;
  readonly finding?: Spoken | undefined;
};

/** The method that a finding leads to. */
const ledTo = (finding: Spoken | undefined): readonly number[] =>
  typeof finding?.leads === 'number' ? [finding.leads] : [];

/** What comes closest, each by its name and a short quotation. */
export const closestBlocks = (
  closest: readonly Spoken[],
  question: boolean,
  { entry, view }: Answer,
): readonly Block[] => {
  const { unsure, unsureFact, orElse } = follow();
  const leads = [question ? unsure : unsureFact, orElse];
  return closest.flatMap((one, n) => [
    paragraph(leads[n]!(partLabel(one, entry))),
    ...fill(quoteBlocks(one, entry), view.values),
  ]);
};

/** What a fact weighs for the methods, and what is left; against the answer itself, a look elsewhere is offered. */
export const excludedCard = (
  excluded: Excluded,
  answer: Answer,
  { near, meant, finding }: Near,
  { doubted, byCode, moved }: { readonly doubted: boolean; readonly byCode: boolean; readonly moved: boolean },
): Reply => {
  const { entry, method } = answer;
  const isLeft = moved && !finding && methodsLeft(answer).length > 0;
  return replyOf({
    blocks: [
      ...weighed(excluded, entry).map((text) => paragraph(text)),
      ...(doubted ? [paragraph(byCode ? words().after.codeDecides : words().after.mayBeOther)] : []),
      ...(finding
        ? closestBlocks([finding], false, answer)
        : isLeft
          ? namedMethod(entry, method, answer.view.values)
          : meant
            ? meantBlocks(meant, answer)
            : leftBlocks(answer, near)),
    ],
    actions: [
      ...(doubted ? [elsewhereButton(entry)] : []),
      ...(isLeft
        ? [...outcomeButtons(entry, method, answer.view), ...startButton(entry, method)]
        : methodsLeft(answer, [...ledTo(finding), ...(meant ? [meant.n] : excluded.for), ...nearMethods(near)])),
      wayBack(entry, method),
      helpdeskButton(entry.id),
    ],
  });
};

/** What was done before, and what is left. */
export const doneBeforeCard = ({ said, methods, step }: DoneBefore, answer: Answer, moved: boolean): Reply => {
  const { entry, method, view } = answer;
  const titles = methodNames(entry, methods);
  return replyOf({
    blocks: [
      ...(titles.length > 0 ? [paragraph(follow().doneBefore(titles))] : []),
      ...(step ? [paragraph(follow().stepDone(methodName(entry, step.method) ?? entry.title, step.step))] : []),
      ...(titles.length === 0 && !step && said !== '' ? [paragraph(words().after.noted(said))] : []),
      ...(moved ? namedMethod(entry, method, view.values) : leftBlocks(answer)),
    ],
    actions: [
      ...(moved ? [...outcomeButtons(entry, method, view), ...startButton(entry, method)] : methodsLeft(answer)),
      wayBack(entry, method),
      helpdeskButton(entry.id),
    ],
  });
};

/** The methods that are left, each with its use, so that whoever tells a fact can choose: none of them is meant for sure. */
export const leftBlocks = (answer: Answer, near: readonly Spoken[] = []): readonly Block[] => {
  const { entry, view } = answer;
  const left = numbersLeft(answer, nearMethods(near));
  if (left.length === 0) return [paragraph(follow().noneLeft)];
  const items = left.map((n): Rich => {
    const { when } = entry.methods[n - 1]!;
    const name = { text: methodName(entry, n)!, style: 'bold' } as const;
    return when ? [name, { text: '. ' }, ...spans(when)] : [name];
  });
  const lead = left.length === 1 ? follow().left : follow().whichFits;
  return [paragraph(lead), ...fill([{ kind: 'list', items }], view.values)];
};

/** The method that a fact points to, with when to use it. */
export const meantBlocks = ({ n, surely }: Meant, { entry, view }: Answer): readonly Block[] => {
  const { speaksFor, perhaps } = words().after;
  const lead = paragraph((surely ? speaksFor : perhaps)(methodName(entry, n)!));
  return [lead, ...fill(whenBlocks(entry.methods[n - 1]!), view.values)];
};

/** One sentence, with the way on and the way back. */
export const stayCard = (text: string, answer: Answer): Reply =>
  replyOf({
    blocks: [paragraph(text)],
    actions: [...onward(answer), wayBack(answer.entry, answer.method, answer.step), helpdeskButton(answer.entry.id)],
  });

/** Asks whether the method at hand helped, and names the one that comes if not. */
export const helpedCard = (answer: Answer): Reply => {
  const { entry, method, view, step } = answer;
  const next = nextOf({ ...view, tried: [...view.tried, method] });
  const name = next === undefined || (step ?? 0) > 0 ? undefined : methodName(entry, next);
  return stayCard([words().didItHelp, ...(name === undefined ? [] : [follow().ifNot(name)])].join(' '), answer);
};

/** What to look for where a method met trouble, and its other methods. */
export const stuckCard = (answer: Answer, failure?: Failure): Reply =>
  replyOf({
    blocks: failure ? cureOf(failure, answer.entry, answer.method) : [paragraph(words().walk.whatNext)],
    actions: [...(answer.step === undefined ? methodsLeft(answer) : onward(answer)), helpdeskButton(answer.entry.id)],
  });

/** A line that leads to what follows it. */
export const leadsIn = (label: string): Block => paragraph(follow().labelled(label, '').trim());

/** What was understood of a text, whether it goes with the answer, and what the answer says of it; against it, a look elsewhere is offered. */
export const factsCard = (
  facts: Facts,
  {
    spoken,
    near,
    suggested,
    meant,
    finding,
  }: Near & { readonly spoken: Spoken | null; readonly suggested: readonly Spoken[] },
  answer: Answer,
  byCode: boolean,
): Reply => {
  const { fits, against, beside } = facts;
  const { entry, method, view } = answer;
  const { after } = words();
  const n = spoken?.method;
  const by = methodsByScope(facts, entry);
  const said = finding
    ? closestBlocks([finding], false, answer)
    : spoken && (meant === undefined || meant.n === n)
      ? [leadsIn(after.speaks(partLabel(spoken, entry))), ...fill(passageBlocks(spoken, entry), view.values)]
      : [];
  const several = meant ? [] : by.for.filter((one) => !view.tried.includes(one));
  const pointed = meant ? [meant.n] : [...ledTo(finding), ...several];
  const next = meant
    ? said.length > 0
      ? []
      : meantBlocks(meant, answer)
    : several.length > 0
      ? [paragraph(after.speaksFor(methodNames(entry, several).join('; ')))]
      : spoken || finding || against.length > 0 || answer.step !== undefined
        ? []
        : suggested.length > 0
          ? []
          : leftBlocks(answer, near);
  return replyOf({
    blocks: [
      ...(fits.length > 0 ? [paragraph(after.fits(factsText(fits), entry.title))] : []),
      ...against.map((fact) => paragraph(after.against(valueText(...fact), entry.title, usualText(fact[0], entry)))),
      ...(beside.length > 0 ? [paragraph(after.noted(factsText(beside)))] : []),
      ...(by.out.length > 0 ? [paragraph(follow().unfit(methodNames(entry, by.out)))] : []),
      ...said,
      ...next,
      ...suggestedBlocks(suggested),
      ...(against.length > 0 ? [paragraph(byCode ? after.codeDecides : after.mayBeOther)] : []),
    ],
    actions: [
      ...(against.length > 0 ? [elsewhereButton(entry)] : []),
      ...suggestedButtons(suggested, entry),
      ...(n === undefined || n === method ? [] : methodButton(entry, n)),
      ...pointed
        .filter((one) => one !== method && one !== n && by.out.length === 0)
        .flatMap((one) => methodButton(entry, one)),
      ...(by.out.length === 0 &&
      (pointed.length > 0 || against.length > 0 || spoken || finding || answer.step !== undefined)
        ? onward(answer)
        : methodsLeft(answer, [...pointed, ...nearMethods(near)])),
      ...(tellsSymptom(facts) ? [matterButton(entry)] : []),
      wayBack(entry, method, answer.step),
      helpdeskButton(entry.id),
    ],
  });
};

/** Another entry is named where words that weigh so much speak for it with such a chance. */
const worthNaming = { weight: 2, chance: 0.6 } as const;

/** The other entry that a text speaks for, or whose code it names. */
export const ratherOf = ({ candidates: [first], weight, extracted }: Found, entry: Entry): Entry | undefined => {
  if (!first || first.entry === entry) return undefined;
  const isNamed = extracted.codes.some((code) => first.entry.codes.includes(code));
  const isLikely = weight >= worthNaming.weight && first.confidence >= worthNaming.chance;
  return isNamed || isLikely ? first.entry : undefined;
};
