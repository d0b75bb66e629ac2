/** How people speak of an entry's sentences, brought to what a text can share with it. */
import type { Entry, Mention } from '../model/catalog.ts';
import {
  type Held,
  heldBy,
  heldIn,
  type ReadPart,
  type ReadSentence,
  type Frequencies,
  frequenciesOf,
  together,
} from './held.ts';
import { isOf } from './sentences.ts';

export type Mentioned = {
  readonly all: Frequencies;
  readonly of: (one: ReadPart | ReadSentence) => Held;
};

const none = together([]);

/** A mention counts where a sentence of the entry holds its piece, so those of an older wording are left out. */
const mentionedIn = (entry: Entry, mentions: readonly Mention[]): Mentioned => {
  const read = mentions.map((one) => ({ one, held: heldBy(one.says) }));
  const counted = new Set<Held>();
  const held = new Map<ReadPart | ReadSentence, Held>();
  for (const part of heldIn(entry).parts) {
    const own = part.sentences.map((sentence) => {
      const some = read.filter(({ one }) => isOf(one, sentence.sentence)).map((each) => each.held);
      held.set(sentence, together(some));
      return some;
    });
    const ofPart = [...new Set(own.flat())];
    for (const one of ofPart) counted.add(one);
    held.set(part, together(ofPart));
  }
  return { all: frequenciesOf([...counted]), of: (one) => held.get(one) ?? none };
};

/** Reads the mentions of an entry once, when it is spoken of. */
export const mentionReader = (mentionsOf: (entry: Entry) => readonly Mention[]): ((entry: Entry) => Mentioned) => {
  const known = new WeakMap<Entry, Mentioned>();
  return (entry) => {
    const before = known.get(entry);
    if (before) return before;
    const read = mentionedIn(entry, mentionsOf(entry));
    known.set(entry, read);
    return read;
  };
};
