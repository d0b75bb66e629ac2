/** The cards that lead through the methods of an entry. `n` counts methods and `k` steps, both from 1, as the catalog does. */
import type { Entry, Method } from '../src/model/catalog.ts';
import type { Action, Block, Field, Reply } from '../src/model/reply.ts';
import { choose, dialog, heading, paragraph, primary, warning } from './blocks.ts';
import {
  answerButton,
  beginButton,
  checkButton,
  checksFirst,
  helpdeskButton,
  isLast,
  outcomeButtons,
  sourcesButton,
  startButton,
  stepButtons,
} from './buttons.ts';
import type { Audience } from './kept.ts';
import { cureOf } from './failure-cards.ts';
import type { Failure } from './failures.ts';
import { isRisky, methodName, type Order, stepsOf, whenBlocks } from './methods.ts';
import { replyOf } from './reply.ts';
import { examplesIn, fill, type Values } from './values.ts';
import { follow, risk, words } from './words/index.ts';

/** How the methods are shown: in which order, with whose values, for whom. */
export type View = Order & {
  readonly values: Values;
  readonly as?: Audience | undefined;
};

/** What became of each step: "d" done, "f" failed, "s" skipped, in the order of the steps. */
export type Results = string;

const walk = () => words().walk;

/** When to use a method, what can go wrong, how long it takes, and its steps. */
export const methodBlocks = (method: Method, values: Values): readonly Block[] => [
  ...whenBlocks(method),
  ...(isRisky(method) ? [warning(`${riskText(method)}. ${words().verifyFirst}`)] : []),
  ...fill(method.body, values),
  { kind: 'facts', items: factsOf(method) },
];

/** A method of an entry under its name; nothing where there is none. */
export const namedMethod = (entry: Entry, n: number, values: Values): readonly Block[] => {
  const name = methodName(entry, n);
  return name === undefined ? [] : [heading(name), ...methodBlocks(entry.methods[n - 1]!, values)];
};

const factsOf = (method: Method): readonly (readonly [label: string, value: string])[] => [
  ...(method.risk === 'low' ? [[words().risk, levelText(method)] as const] : []),
  ...(method.minutes ? [[words().takes, words().minutes(method.minutes)] as const] : []),
];

const levelText = ({ risk: level, danger }: Method): string => [risk()[level], danger].filter(Boolean).join(', ');

const riskText = (method: Method): string => follow().labelled(words().risk, levelText(method));

/** The offer to fill in the person's own names, where the commands hold examples that could be. */
const valuesAction = (entry: Entry, n: number, blocks: readonly Block[], values: Values): readonly Action[] => {
  const { domain, server } = examplesIn(blocks);
  return (domain && !values.domain) || (server && !values.server)
    ? [choose(walk().button.values, `values:${n}`, entry.id, dialog)]
    : [];
};

/** One method with all its steps. */
export const methodCard = (entry: Entry, n: number, view: View): Reply => {
  const method = entry.methods[n - 1]!;
  const own = valuesAction(entry, n, method.body, view.values);
  return replyOf({
    title: words().methodOf(n, entry.methods.length, method.title),
    blocks: methodBlocks(method, view.values),
    actions: [
      ...outcomeButtons(entry, n, view),
      ...startButton(entry, n),
      ...(checksFirst(entry, n) ? checkButton(entry, n) : []),
      ...own,
      answerButton(entry),
      helpdeskButton(entry.id),
      ...(own.length > 0 ? [] : [sourcesButton(entry)]),
    ],
  });
};

/** What to make sure of before a method that can break sign-in. */
export const verifyCard = (entry: Entry, n: number, { values }: View): Reply => {
  const method = entry.methods[n - 1]!;
  return replyOf({
    title: walk().before(n, method.title),
    blocks: [
      warning(riskText(method)),
      ...(entry.check.length > 0
        ? [paragraph(walk().makeSure), ...fill(entry.check, values)]
        : [paragraph(walk().noCheck)]),
    ],
    actions: [beginButton(entry, n), answerButton(entry), helpdeskButton(entry.id)],
    replaces: true,
  });
};

/** One step of a method. */
export const stepCard = (entry: Entry, n: number, k: number, results: Results, view: View): Reply => {
  const method = entry.methods[n - 1]!;
  const steps = stepsOf(method);
  const blocks = steps[k - 1]!;
  return replyOf({
    title: walk().title(n, method.title),
    blocks: [heading(walk().step(k, steps.length)), ...fill(blocks, view.values), ...soFar(results)],
    actions: [
      ...stepButtons(entry, n, k),
      ...(k > 1 ? [choose(walk().button.back, `step:${n}.${k - 1}`, entry.id)] : []),
      choose(walk().button.all, `steps:${n}`, entry.id),
      ...valuesAction(entry, n, blocks, view.values),
    ],
    replaces: true,
  });
};

const soFar = (results: Results): readonly Block[] =>
  results === '' ? [] : [{ kind: 'facts', items: [[walk().soFar, resultsText(results)]] }];

/** "1 done, 2 failed". */
export const resultsText = (results: Results): string =>
  results
    .split('')
    .flatMap((one, at) => (one === 'd' || one === 'f' || one === 's' ? [`${at + 1} ${walk().results[one]}`] : []))
    .join(', ');

/** After the last step: did it help? */
export const finishedCard = (entry: Entry, n: number, results: Results, view: View): Reply =>
  replyOf({
    title: walk().title(n, entry.methods[n - 1]!.title),
    blocks: [paragraph(walk().finished(n)), ...soFar(results)],
    actions: [
      ...outcomeButtons(entry, n, view, primary),
      choose(walk().button.back, `step:${n}.${stepsOf(entry.methods[n - 1]!).length}`, entry.id),
      helpdeskButton(entry.id),
    ],
    replaces: true,
  });

/** A step that failed: what cures that, again, on, another method, or the helpdesk. */
export const failedCard = (
  entry: Entry,
  n: number,
  k: number,
  results: Results,
  view: View,
  failure?: Failure,
): Reply =>
  replyOf({
    title: `${walk().title(n, entry.methods[n - 1]!.title)}: ${walk().failed(k)}`,
    blocks: [...(failure ? cureOf(failure, entry, n) : [paragraph(walk().whatNext)]), ...soFar(results)],
    actions: [
      choose(walk().button.again, `step:${n}.${k}`, entry.id, primary),
      choose(walk().button.onward, `onward:${n}.${k}`, entry.id),
      ...(isLast(n, view) ? [] : [choose(words().button.next, `next:${n}`, entry.id)]),
      helpdeskButton(entry.id),
    ],
    replaces: true,
  });

/** Asks for the names that the commands show examples for. */
export const valuesForm = (
  entry: Entry,
  n: number,
  values: Values,
  errors: Readonly<Partial<Record<keyof Values, string>>> = {},
): Reply => {
  const { domain, server } = examplesIn(entry.methods[n - 1]?.body ?? []);
  const field = (id: keyof Values, label: string, hint: string): Field => ({
    kind: 'field',
    id,
    label,
    input: 'line',
    hint,
    most: 253,
    ...(values[id] ? { value: values[id] } : {}),
    ...(errors[id] ? { error: errors[id] } : {}),
  });
  return replyOf({
    title: words().values.title,
    blocks: [
      paragraph(words().values.text),
      ...(domain || !server ? [field('domain', words().values.domain, words().values.domainHint)] : []),
      ...(server ? [field('server', words().values.server, words().values.serverHint)] : []),
    ],
    actions: [{ kind: 'submit', label: words().values.send, choice: `values:${n}`, about: entry.id, primary: true }],
    dialog: true,
  });
};
