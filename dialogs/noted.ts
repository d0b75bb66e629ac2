/** Closes a case, and tells what to note of it in a ticket of one's own: the problem, its cause, and what was done. */
import type { Entry } from '../src/model/catalog.ts';
import { type Context, noProblem, type Outcome } from '../src/model/dialog.ts';
import { plain, type Reply } from '../src/model/reply.ts';
import { helpdeskButton } from './buttons.ts';
import { sentence, spelt } from './cards.ts';
import type { Confirm } from './fix.ts';
import { still, typedCode } from './kept.ts';
import { methodNames } from './methods.ts';
import { at, type Now, talked } from './now.ts';
import { replyOf } from './reply.ts';
import { toldFacts } from './told.ts';
import { united } from './united.ts';
import { closingIn } from './what-now.ts';
import { follow, tickets, words } from './words/index.ts';

/** Answers who asks to close the case, or what to note of it; null where a text asks neither, or more. */
export const noted = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const asked = closingIn(text);
  const entry = context.catalog.entry(state.entry);
  if (!asked || !entry) return null;
  const said = sentence(state.solved ? words().thanks : follow().closed);
  const closed = at.listen(still(now.kept));
  if (!asked.notes) return talked(said, closed);
  const card = noteCard(entry, state, now);
  return asked.closes
    ? { next: closed, replies: [said, card], understood: noProblem }
    : { replies: [card], understood: noProblem };
};

const noteCard = (entry: Entry, state: Confirm, { kept }: Now): Reply => {
  const { handOver } = words();
  const { facts } = tickets().desk;
  const { solved = false, tried = [], method, known } = state;
  const done = solved ? united(tried, [method]) : tried;
  const code = typedCode(entry, kept.ids ?? {});
  const values: readonly (readonly [string, string | null | undefined])[] = [
    [handOver.problem, entry.title],
    [facts.cause, causeOf(entry)],
    ...toldFacts({ ...known?.told, ...kept.past?.told }),
    [handOver.code, code && spelt(code)],
    [handOver.correlationId, kept.ids?.correlationId],
    [solved ? facts.note : handOver.tried, methodNames(entry, done).join('; ')],
  ];
  const items = values.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
  return replyOf({
    blocks: [{ kind: 'facts', items }],
    actions: solved ? [] : [helpdeskButton(entry.id)],
    copy: items.map(([label, value]) => follow().labelled(label, value)).join('\n'),
  });
};

/** The first sentence that tells why, or what it means where the causes are a list. */
const causeOf = ({ cause, meaning }: Entry): string | undefined => {
  const told = [cause[0], meaning[0]].find((block) => block?.kind === 'paragraph');
  return told?.kind === 'paragraph' ? plain(told.text).split(/(?<=[.!?])\s/, 1)[0] : undefined;
};
