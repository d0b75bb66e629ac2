/** The replies to what is said after an answer: to a question about it, to a fact that it speaks of, and to what may be another problem. */
import type { Entry, Found, Passage } from '../src/model/catalog.ts';
import type { Action, Reply } from '../src/model/reply.ts';
import type { Asked } from './asked.ts';
import { choose, paragraph, primary } from './blocks.ts';
import { answerCard, checkCard } from './cards.ts';
import { outcomeActions, type View } from './fix-cards.ts';
import { linked } from './links.ts';
import { replyOf } from './reply.ts';
import { fill } from './values.ts';
import { risk, who, words } from './words/index.ts';

/** The answer that it is about: the entry, the method at hand, and how it is shown. */
export type Answer = { readonly entry: Entry; readonly method: number; readonly view: View };

const helpdesk = ({ entry }: Answer): Action => choose(words().button.helpdesk, 'helpdesk', entry.id);

/** The other methods that were not tried yet. */
const otherMethods = ({ entry, method, view }: Answer): readonly Action[] =>
  view.order
    .filter((n) => n !== method && !view.tried.includes(n))
    .slice(0, mostMethods)
    .map((n) => choose(words().method(n, entry.methods[n - 1]!.title), `method:${n}`, entry.id));

const mostMethods = 3;

/** One sentence, with the way on and the way back. */
export const stayCard = (text: string, { entry, method, view }: Answer): Reply =>
  replyOf({
    blocks: [paragraph(text)],
    actions: [
      ...(entry.methods[method - 1] ? outcomeActions(entry, method, view) : []),
      choose(words().button.back, `entry:${entry.id}`, entry.id),
      helpdesk({ entry, method, view }),
    ],
  });

/** What to look for where a method met trouble, and its other methods. */
export const stuckCard = (answer: Answer): Reply =>
  replyOf({
    blocks: [paragraph(words().walk.whatNext)],
    actions: [
      choose(words().button.back, `method:${answer.method}`, answer.entry.id),
      ...otherMethods(answer),
      helpdesk(answer),
    ],
  });

/** Who may do it, how long it takes, what it risks, or where to look. */
export const askedCard = (what: Asked, answer: Answer): Reply => {
  const { entry, method, view } = answer;
  if (what === 'check') return entry.check.length > 0 ? checkCard(entry, method, view) : answerCard(entry, view);
  const titled = entry.methods.map((one, at) => [words().method(at + 1, one.title), one] as const);
  const untold = words().after.untold;
  const items =
    what === 'who'
      ? [[words().whoActs, who()[entry.who]] as const]
      : what === 'time'
        ? titled.map(([title, { minutes }]) => [title, minutes ? words().minutes(minutes) : untold] as const)
        : titled.map(([title, one]) => [title, [risk()[one.risk], one.danger].filter(Boolean).join(', ')] as const);
  return replyOf({
    title: what === 'who' ? words().whoActs : what === 'time' ? words().takes : words().risk,
    blocks: [
      { kind: 'facts', items },
      ...(what === 'who' && entry.who !== 'user'
        ? [
            paragraph(words().after.self),
            ...(entry.user.length > 0 ? linked(entry.user) : [paragraph(words().userOnly(who()[entry.who]))]),
          ]
        : []),
    ],
    actions: [choose(words().button.back, `entry:${entry.id}`, entry.id), helpdesk(answer)],
  });
};

/** What the answer says of it, with the way to where it says so. */
export const passageCard = ({ part, method: n, text }: Passage, answer: Answer): Reply => {
  const { entry, view } = answer;
  const method = n === undefined ? undefined : entry.methods[n - 1];
  const label = n && method ? words().method(n, method.title) : partName(part, entry);
  const away = n === undefined ? part === 'check' : n !== answer.method;
  const lead = n === undefined ? 'check' : `method:${n}`;
  return replyOf({
    title: words().after.speaks(label),
    blocks: fill([paragraph(method?.title === text && method.when ? method.when : text)], view.values),
    actions: [
      ...(away ? [choose(label, lead, entry.id, primary)] : []),
      ...(entry.methods[answer.method - 1] ? outcomeActions(entry, answer.method, view) : []),
      helpdesk(answer),
    ],
  });
};

const partName = (part: Passage['part'], entry: Entry): string => {
  switch (part) {
    case 'cause':
    case 'user':
    case 'more':
      return words()[part];
    case 'check':
      return words().button.check;
    default:
      return entry.title;
  }
};

/** Beside a question a candidate with less of a chance than this is not named. */
const worthNaming = 0.45;

/** What does not change the answer, or a question that it leaves open: its other methods, and the way to another problem. */
export const asideCard = ({ candidates: [first] }: Found, question: boolean, answer: Answer): Reply => {
  const { entry } = answer;
  const other = first && first.entry !== entry && first.confidence >= worthNaming ? first.entry : undefined;
  return replyOf({
    blocks: [paragraph(question ? words().after.unsaid(entry.title) : words().after.aside(entry.title))],
    actions: [
      ...otherMethods(answer),
      ...(other ? [choose(words().button.alternative(other.title), `entry:${other.id}`, other.id)] : []),
      choose(words().button.matter, 'matter', entry.id),
      helpdesk(answer),
    ],
  });
};
