/** The replies that show what an answer says of what follows it, or what in it is nearest. */
import type { Entry, Place, Spoken } from '../src/model/catalog.ts';
import type { Action, Block, Reply } from '../src/model/reply.ts';
import {
  type Answer,
  closestBlocks,
  leftBlocks,
  meantBlocks,
  methodsLeft,
  mostBesideSuggested,
  onward,
  ratherOf,
} from './after-cards.ts';
import type { Afterthought } from './afterthought.ts';
import { choose, heading, paragraph, primary } from './blocks.ts';
import { checkButton, entryButton, helpdeskButton, matterButton, methodButton, wayBack } from './buttons.ts';
import type { Beside } from './beside.ts';
import { partLabel, passageBlocks, quoteBlocks } from './passages.ts';
import { replyOf } from './reply.ts';
import { isOrder, nearMethods, type Sure } from './spoken.ts';
import { suggestedBlocks, suggestedButtons } from './suggested-cards.ts';
import { fill } from './values.ts';
import { follow, words } from './words/index.ts';

/** What the answer says of it, with the way to where it says so. */
export const spokenCard = (sure: Sure, suggested: readonly Spoken[], answer: Answer): Reply => {
  const { entry, method, view } = answer;
  const { spoken, other } = sure;
  const open = [spoken, ...(other ? [other] : [])].flatMap((one) => openAction(one, entry, method));
  return replyOf({
    title: titleOf(sure, entry),
    blocks: [
      ...fill(
        other
          ? [spoken, other].flatMap((one) => [heading(partLabel(one, entry)), ...passageBlocks(one, entry)])
          : passageBlocks(spoken, entry),
        view.values,
      ),
      ...suggestedBlocks(suggested),
    ],
    actions: [
      ...suggestedButtons(suggested, entry),
      ...open,
      ...onward(answer),
      ...(open.length > 0 ? [] : [wayBack(entry, method, answer.step)]),
      helpdeskButton(entry.id),
    ],
  });
};

const titleOf = (sure: Sure, entry: Entry): string => {
  const { after } = words();
  if (sure.other) return after.nearest;
  const label = partLabel(sure.spoken, entry);
  if (sure.spoken.part === 'faq') return label;
  if (isOrder(sure)) return after.closest(label);
  return sure.question || sure.spoken.part !== 'method' ? after.speaks(label) : after.speaksFor(label);
};

/** What a finding means, and the way on: to a method that was not shown yet, or to the check. */
export const findingCard = (finding: Spoken, answer: Answer, isShown: boolean): Reply => {
  const { entry, method, step, view } = answer;
  const shown = isShown ? method : 0;
  return replyOf({
    title: words().after.understood(partLabel(finding, entry)),
    blocks: fill(passageBlocks(finding, entry), view.values),
    actions: [
      ...openAction({ part: 'method', method }, entry, shown),
      ...(finding.leads === 'check' ? openAction({ part: 'check' }, entry, shown) : []),
      ...(isShown ? onward(answer) : []),
      wayBack(entry, shown, step),
      helpdeskButton(entry.id),
    ],
  });
};

/** The way to a part that is not at hand. */
const openAction = ({ part, method: n }: Place, entry: Entry, atHand: number): readonly Action[] => {
  if (part === 'check') return [choose(words().button.check, 'check', entry.id, primary)];
  return n === undefined || n === atHand ? [] : methodButton(entry, n, primary);
};

/** What may not change the answer, or a question that it may leave open: what in it is nearest, quoted, its methods, and the way to another problem. */
export const asideCard = (
  { found, question, near, closest, suggested, meant, beside }: Extract<Afterthought, { kind: 'aside' }>,
  answer: Answer,
): Reply => {
  const { entry } = answer;
  const other = beside?.entry ?? ratherOf(found, entry);
  const methods = question
    ? near.flatMap(({ method }) => method ?? [])
    : [
        ...(meant ? [meant.n] : []),
        ...closest.flatMap(({ leads }) => (typeof leads === 'number' ? leads : [])),
        ...nearMethods(near),
      ];
  const isCheck = near.slice(0, 2).some(({ part }) => part === 'check');
  return replyOf({
    blocks: meant
      ? [...meantBlocks(meant, answer), ...suggestedBlocks(suggested)]
      : beside
        ? besideBlocks(beside, answer)
        : [...nearest(closest, near, question, answer, suggested), ...suggestedBlocks(suggested)],
    actions: [
      ...(beside ? [] : suggestedButtons(suggested, entry)),
      ...(answer.step === undefined
        ? methodsLeft(answer, methods, suggested.length > 0 ? mostBesideSuggested : undefined)
        : onward(answer)),
      ...(isCheck ? checkButton(entry) : []),
      ...(other ? [entryButton(other, words().button.alternative(other.title))] : []),
      matterButton(entry),
      helpdeskButton(entry.id),
    ],
  });
};

/** Nothing of what was suggested is meant: the methods that are left, and the way to another problem. */
export const noneOfThemCard = (answer: Answer): Reply =>
  replyOf({
    blocks: answer.step === undefined ? leftBlocks(answer) : [paragraph(words().after.aside(answer.entry.title))],
    actions: [
      ...(answer.step === undefined ? methodsLeft(answer) : onward(answer)),
      matterButton(answer.entry),
      helpdeskButton(answer.entry.id),
    ],
  });

/** What stands beside another answer, quoted. */
const besideBlocks = ({ entry, spoken }: Beside, { view }: Answer): readonly Block[] => [
  paragraph(follow().besideOther(entry.title, partLabel(spoken, entry))),
  ...fill(quoteBlocks(spoken, entry), view.values),
];

/** The parts that come closest, each by its name and a short quotation, else that nothing does; to a fact the methods are listed with their uses, and none is quoted, unless something else is suggested. */
const nearest = (
  all: readonly Spoken[],
  near: readonly Spoken[],
  question: boolean,
  answer: Answer,
  suggested: readonly Spoken[],
): readonly Block[] => {
  const { entry } = answer;
  const lists = !question && answer.step === undefined;
  const closest = all.filter(({ method }) => !lists || method === undefined);
  const left = lists && suggested.length === 0 ? leftBlocks(answer, near) : [];
  if (closest.length > 0) return [...closestBlocks(closest, question, answer), ...left];
  if (suggested.length > 0) return [paragraph(follow().notSure(entry.title))];
  if (lists && nearMethods(near).length > 0) return left;
  return [paragraph((question ? words().after.unsaid : words().after.aside)(entry.title)), ...left];
};
