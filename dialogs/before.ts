/** Hears that what is said after an answer belongs to one that was shown before it, which was left too early. */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import type { Outcome } from '../src/model/dialog.ts';
import { command } from './commands.ts';
import { earlierIn, relapseIn } from './earlier.ts';
import type { Confirm } from './fix.ts';
import { toldBy } from './heard.ts';
import { newMatter } from './new-matter.ts';
import { pastOf } from './past.ts';
import { countOf, longest } from './phrases.ts';
import { isQuestion } from './question.ts';
import { reactionOf, smallTalk } from './small-talk.ts';

/** From `told` on a part of the answer before surely tells of a text, of which the one at hand tells nothing as long as it stays below `open`. */
const from = { told: 0.85, open: 0.4 } as const;

type Hears = Pick<Catalog, 'entry' | 'find' | 'followUp' | 'following' | 'staying'>;

/** The answer before the one at hand, where a text without a code finds it by itself, or a statement is surely told by it and by nothing at hand; undefined where something was done with the text. */
export const beforeIn = (text: string, outcome: Outcome, state: Confirm, catalog: Hears): Entry | undefined => {
  const looked = pastOf(state.past)?.looked ?? [];
  const seen = looked.flatMap((one) => (one.solved ? [] : (catalog.entry(one.entry) ?? [])));
  const others = seen.filter(({ id }) => id !== state.entry && !state.denied?.includes(id)).toReversed();
  const isHeard = text.length > longest || countOf(text) < sentence || isElse(text);
  if (others.length === 0 || isHeard || (outcome.effects ?? []).length > 0) return undefined;
  const found = catalog.find(text);
  if (found.extracted.codes.length + found.unknownCodes.length > 0) return undefined;
  const id = outcome.next?.step === 'confirm' ? (outcome.next.state as Confirm).entry : undefined;
  if (id !== undefined && id !== state.entry) return others.find((one) => one.id === id);
  const atHand = isQuestion(text) ? undefined : catalog.entry(state.entry);
  if (!atHand || bestOf(atHand, text, catalog) >= from.open) return undefined;
  return others.find((one) => toldBy(one, text, found, catalog) >= from.told);
};

/** Fewer words choose something, or refer to what was said. */
const sentence = 5;

/** What is a command, a remark or another matter by its words. */
const isElse = (text: string): boolean =>
  command(text) !== null ||
  smallTalk(text) !== null ||
  reactionOf(text) !== null ||
  newMatter(text) !== null ||
  earlierIn(text) !== null ||
  relapseIn(text) !== null;

/** How likely anything of an answer tells of a text. */
const bestOf = (entry: Entry, text: string, catalog: Pick<Catalog, 'followUp'>): number => {
  const { spoken, faq, findings } = catalog.followUp(entry, text);
  return Math.max(...[spoken, faq, findings].map(([first]) => first?.chance ?? 0));
};
