/** The replies to what is asked of any answer: who, how long, what it risks, why, what to pass on, how to undo it, and the command. */
import type { Method, Passage, Telling } from '../src/model/catalog.ts';
import type { Block, Reply } from '../src/model/reply.ts';
import { type Answer, leadsIn } from './after-cards.ts';
import type { Afterthought } from './afterthought.ts';
import type { Asked } from './asked.ts';
import { paragraph } from './blocks.ts';
import { helpdeskButton, wayBack } from './buttons.ts';
import { answerCard, checkCard, userBlocks } from './cards.ts';
import { methodBlocks } from './fix-cards.ts';
import { methodName, whenBlocks } from './methods.ts';
import { partLabel, passageBlocks } from './passages.ts';
import { replyOf } from './reply.ts';
import { suggestedBlocks, suggestedButtons } from './suggested-cards.ts';
import { fill } from './values.ts';
import { follow, risk, who, words } from './words/index.ts';

/** What the entry says of such a thing. */
type Passages = (telling: Telling) => readonly Passage[];

type Told = { readonly title: string; readonly blocks: readonly Block[] };

/** `of`: the method that it is asked of, where that is told; `suggested`: what stands beside the answer that may be asked instead. */
export const askedCard = (
  { what, of, suggested }: Extract<Afterthought, { kind: 'asks' }>,
  answer: Answer,
  passages: Passages,
): Reply => {
  const { entry, method, view } = answer;
  if (what === 'check') return entry.check.length > 0 ? checkCard(entry, method, view) : answerCard(entry, view);
  const { title, blocks } = toldOf(what, answer, passages, of);
  return replyOf({
    title,
    blocks: [...blocks, ...suggestedBlocks(suggested)],
    actions: [...suggestedButtons(suggested, entry), wayBack(entry, method, answer.step), helpdeskButton(entry.id)],
  });
};

const toldOf = (what: Exclude<Asked, 'check'>, answer: Answer, passages: Passages, of: number | undefined): Told => {
  const { entry, method, view } = answer;
  const atHand = entry.methods[method - 1];
  switch (what) {
    case 'who':
      return { title: entry.title, blocks: whoBlocks(answer, passages('role'), of !== undefined) };
    case 'time':
      return { title: words().after.working, blocks: [facts(entry.methods.map(minutesOf))] };
    case 'risk':
      return { title: words().risk, blocks: [facts(entry.methods.map(riskOf))] };
    case 'reach':
      return {
        title: words().risk,
        blocks: [facts(atHand ? [riskOf(atHand, method - 1)] : entry.methods.map(riskOf))],
      };
    case 'why': {
      const isTold = entry.cause.length > 0;
      return {
        title: isTold ? words().cause : entry.title,
        blocks: fill(isTold ? entry.cause : entry.meaning, view.values),
      };
    }
    case 'tell':
      return {
        title: follow().asked.passOn,
        blocks: userBlocks(entry),
      };
    case 'brief':
      return { title: follow().asked.brief, blocks: briefBlocks(answer) };
    case 'self':
      return {
        title: words().user,
        blocks: userBlocks(entry),
      };
    case 'meaning':
      return { title: entry.title, blocks: fill(entry.meaning, view.values) };
    case 'place':
      return {
        title: methodName(entry, method) ?? entry.title,
        blocks: atHand ? methodBlocks(atHand, view.values) : fill(entry.meaning, view.values),
      };
    case 'undo': {
      const said = ofMethod(passages('undo'), method);
      return said.length > 0
        ? { title: follow().asked.undo, blocks: told(said, answer) }
        : { title: entry.title, blocks: [paragraph(follow().asked.noUndo(methodLabel(answer)))] };
    }
    case 'effect': {
      const all = passages('effect');
      const said = [ofMethod(all, method), all.filter((one) => one.method === undefined && one.part !== 'check')];
      const [first = []] = said.filter((some) => some.length > 0);
      return first.length > 0
        ? { title: follow().asked.effect, blocks: told(first, answer) }
        : { title: words().after.working, blocks: [facts(atHand ? [minutesOf(atHand, method - 1)] : [])] };
    }
    case 'command': {
      const all = passages('command');
      const own = ofMethod(all, method);
      const some = own.length > 0 ? own : all.slice(0, most);
      return {
        title: entry.title,
        blocks: some.length > 0 ? told(some, answer) : [paragraph(follow().asked.noCommand)],
      };
    }
  }
};

/** More passages than these are read in the answer. */
const most = 3;

const ofMethod = (passages: readonly Passage[], n: number): readonly Passage[] =>
  passages.filter(({ method }) => method === n).slice(0, most);

const facts = (items: readonly (readonly [string, string])[]): Block => ({ kind: 'facts', items });

const minutesOf = ({ title, minutes }: Method, at: number): readonly [string, string] => [
  words().method(at + 1, title),
  minutes ? words().minutes(minutes) : words().after.untold,
];

const riskOf = (method: Method, at: number): readonly [string, string] => [
  words().method(at + 1, method.title),
  [risk()[method.risk], method.danger].filter(Boolean).join(', '),
];

const methodLabel = ({ entry, method }: Answer): string => partLabel({ part: 'method', method }, entry);

/** Passages below the name of the part that they stand in, each part named once. */
const told = (passages: readonly Passage[], { entry, view }: Answer): readonly Block[] =>
  passages.flatMap((one, n) => {
    const label = partLabel(one, entry);
    const before = passages[n - 1];
    return [
      ...(before && partLabel(before, entry) === label ? [] : [leadsIn(words().after.speaks(label))]),
      ...fill(passageBlocks({ passages: [one] }, entry), view.values),
    ];
  });

/** The cause in short, and what the method at hand does, risks and takes. */
const briefBlocks = ({ entry, method, view }: Answer): readonly Block[] => {
  const [cause] = fill(entry.cause.length > 0 ? entry.cause : entry.meaning, view.values);
  const atHand = entry.methods[method - 1];
  const label = methodName(entry, method);
  if (!atHand || label === undefined) return cause ? [cause] : [];
  const [, risks] = riskOf(atHand, method - 1);
  return [
    ...(cause ? [cause] : []),
    leadsIn(label),
    ...fill(whenBlocks(atHand), view.values),
    facts([
      [words().risk, risks],
      [words().after.working, minutesOf(atHand, method - 1)[1]],
    ]),
  ];
};

/** Who does it, and the roles that the method at hand names; where it names none, those that the check names and one of each other method, unless it `isMeant`. */
const whoBlocks = (answer: Answer, roles: readonly Passage[], isMeant: boolean): readonly Block[] => {
  const { entry, method } = answer;
  const own = ofMethod(roles, method);
  const whoActs = facts([[words().whoActs, who()[entry.who]]]);
  if (isMeant && own.length === 0) return [whoActs, paragraph(follow().asked.noRole(methodLabel(answer)))];
  const inCheck = roles.filter(({ part }) => part === 'check').slice(0, 1);
  const others = entry.methods.flatMap((_, at) => ofMethod(roles, at + 1).slice(0, 1));
  const elsewhere = [...inCheck, ...others];
  const some = own.length > 0 ? own : elsewhere.length > 0 ? elsewhere : roles.slice(0, 1);
  const isOther = some.length === 0 && entry.who !== 'user';
  return [whoActs, ...told(some, answer), ...(isOther ? [paragraph(words().after.self), ...userBlocks(entry)] : [])];
};
