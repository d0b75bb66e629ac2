/** The buttons about an entry, each drawn in one place whichever card shows it. `n` counts methods and `k` steps, both from 1, as the catalog does. */
import type { Entry } from '../src/model/catalog.ts';
import type { Action } from '../src/model/reply.ts';
import { choose, type Look, primary } from './blocks.ts';
import { isRisky, methodName, nextOf, type Order, stepsOf } from './methods.ts';
import { words } from './words/index.ts';

const walk = () => words().walk.button;

// === Out of the entry ===

export const helpdeskButton = (about?: string, look?: Look): Action =>
  choose(words().button.helpdesk, 'helpdesk', about, look);

export const noneButton = (about?: string): Action => choose(words().button.none, 'none', about);

/** What was said beside the answer is another problem. */
export const matterButton = ({ id }: Entry): Action => choose(words().button.matter, 'matter', id);

/** A look at what else fits the facts told. */
export const elsewhereButton = ({ id }: Entry): Action => choose(words().button.elsewhere, 'elsewhere', id, primary);

// === To the entry ===

export const entryButton = ({ id, title }: Entry, label = title, look?: Look): Action =>
  choose(label, `entry:${id}`, id, look);

export const answerButton = (entry: Entry): Action => entryButton(entry, words().button.back);

/** The answer to another problem than the one at hand. */
export const otherButton = ({ id, title }: Entry, label = title): Action => choose(label, `other:${id}`, id);

/** Back to an answer that the conversation left. */
export const leftButton = ({ id, title }: Entry): Action => choose(title, `back:${id}`, id);

export const sourcesButton = ({ id }: Entry): Action => choose(words().button.sources, 'sources', id);

/** Back to the step, to what comes before the first, to the method or, where there is none, to the answer. */
export const wayBack = ({ id, methods }: Entry, n: number, k?: number): Action => {
  const at = !methods[n - 1]
    ? `entry:${id}`
    : k === 0
      ? `start:${n}`
      : k === undefined
        ? `method:${n}`
        : `step:${n}.${k}`;
  return choose(words().button.back, at, id);
};

/** What stands beside the entry: a question, or what a person may find. */
export const saidButton = ({ id }: Entry, part: 'faq' | 'finding', said: string): Action =>
  choose(said, `${part}:${said}`, id);

// === To its methods ===

/** The way to a method; none where the entry has none of that number. */
export const methodButton = (entry: Entry, n: number, look?: Look): readonly Action[] => {
  const name = methodName(entry, n);
  return name === undefined ? [] : [choose(name, `method:${n}`, entry.id, look)];
};

/** "It worked", and what comes when it did not. */
export const outcomeButtons = (entry: Entry, n: number, view: Order, look: Look = {}): readonly Action[] => [
  choose(words().button.worked, `worked:${n}`, entry.id, look),
  choose(isLast(n, view) ? words().button.last : words().button.next, `next:${n}`, entry.id),
];

/** Whether no other method is left to try. */
export const isLast = (n: number, { order, tried }: Order): boolean =>
  nextOf({ order, tried: [...tried, n] }) === undefined;

/** Whether a method that nobody has tried yet is to be begun by making sure of its cause. */
export const checksFirst = ({ check, methods }: Entry, n: number): boolean =>
  check.length > 0 && isRisky(methods[n - 1]!);

/** The way to the check of an entry that has one. */
export const checkButton = (entry: Entry, n?: number): readonly Action[] =>
  entry.check.length > 0
    ? [choose(words().button.check, 'check', entry.id, n !== undefined && checksFirst(entry, n) ? primary : {})]
    : [];

/** The way on from the check into the method that it was for. */
export const checkedButton = (entry: Entry, n: number): readonly Action[] =>
  checksFirst(entry, n) ? [beginButton(entry, n)] : startButton(entry, n);

// === Through its steps ===

/** The way into walking through a method that has more than one step. */
export const startButton = (entry: Entry, n: number): readonly Action[] =>
  stepsOf(entry.methods[n - 1]!).length > 1
    ? [choose(walk().start, `start:${n}`, entry.id, checksFirst(entry, n) ? {} : primary)]
    : [];

export const beginButton = ({ id }: Entry, n: number): Action => choose(walk().begin, `step:${n}.1`, id, primary);

/** What became of a step. */
export const stepButtons = ({ id }: Entry, n: number, k: number): readonly Action[] => [
  choose(walk().done, `done:${n}.${k}`, id, primary),
  choose(walk().failed, `failed:${n}.${k}`, id),
  choose(walk().skip, `skip:${n}.${k}`, id),
];
