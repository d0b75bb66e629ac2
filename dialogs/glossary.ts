/** Explains a word of the field and leaves the conversation where it stands. */
import type { Term } from '../src/model/catalog.ts';
import { type Context, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import { note, paragraph } from './blocks.ts';
import { inEnglish } from './cards.ts';
import type { Confirm } from './fix.ts';
import { entryButton, noneButton, wayBack } from './buttons.ts';
import { replyOf } from './reply.ts';
import { words } from './words/index.ts';

/** Where the conversation stands: at an answer, at a question, or at neither. */
type Standing = { readonly saved: Saved; readonly confirm?: Confirm | undefined; readonly asks: boolean };

/** The term with the entries about trouble with it, and the way back to the answer at hand. */
export const explained = (term: Term, { saved, confirm, asks }: Standing, context: Context): Outcome => {
  const { catalog, first } = context;
  const answer = confirm && catalog.entry(confirm.entry);
  const trouble = term.see.flatMap((id) => catalog.entry(id) ?? []).filter((entry) => entry !== answer);
  const reply = replyOf({
    title: term.title,
    blocks: [
      paragraph(term.means),
      ...(trouble.length > 0 ? [paragraph(words().glossary.trouble)] : []),
      ...(asks ? [note(words().glossary.asked)] : []),
      ...inEnglish(first),
    ],
    actions: [
      ...trouble.map((entry) => entryButton(entry)),
      ...(asks ? [noneButton()] : []),
      ...(confirm && answer ? [wayBack(answer, confirm.method, confirm.step)] : []),
    ],
  });
  return { next: saved, replies: [reply], understood: noProblem };
};
