/** What goes with the answer at hand although it begins with words of leaving: "never mind. Cleared the URL, now bookmarks fail". */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { leavesFirst, newMatter } from './new-matter.ts';
import { methodsIn } from './numbers.ts';
import { longest } from './phrases.ts';
import { doneBeforeIn } from './put-behind.ts';
import { isQuestion } from './question.ts';
import { sureIn } from './spoken.ts';

/** From such a chance on a text goes with an answer. */
const stays = 0.85;

/** What a text says behind words of leaving, where it names a method, tells what was done or asks what the answer tells; a fact may be why one leaves: "never mind, he is on holiday". */
export const unleftIn = (text: string, entry: Entry, catalog: Catalog): string | null => {
  const rest = leavesFirst(text.slice(0, longest)) ? newMatter(text) : null;
  if (rest === null) return null;
  const followUp = catalog.followUp(entry, rest);
  const isTold =
    methodsIn(rest).length > 0 ||
    doneBeforeIn(rest, entry, catalog) !== null ||
    (isQuestion(rest) && sureIn(followUp, true) !== null);
  return isTold && catalog.staying(catalog.following(entry, rest)) >= stays ? rest : null;
};
