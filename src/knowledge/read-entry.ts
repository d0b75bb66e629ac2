/** An entry as a text that follows its answer is compared with it: its sentences, what is asked and found after it, and how people speak of each. */
import type { Beside, Entry, Mention } from '../model/catalog.ts';
import {
  type Held,
  heldBy,
  heldIn,
  heldInExchanges,
  type ReadEntry,
  type ReadPart,
  type ReadSentence,
  type Frequencies,
  frequenciesOf,
  together,
} from './held.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { holds } from './sentences.ts';

export type Mentioned = {
  readonly all: Frequencies;
  readonly of: (one: ReadPart | ReadSentence) => Held;
  /** What is meant by a sentence and by each mention of it, or by those of a part, or by each way in which people put what they say. */
  readonly meanings: (one: ReadPart | ReadSentence) => readonly Meaning[];
};

/** What a text is compared with: what an entry says, or what is asked or found after it. */
export type Compared = ReadEntry & { readonly mentioned: Mentioned };

export type Read = { readonly own: Compared; readonly faq: Compared; readonly findings: Compared };

const none = together([]);

/** A mention counts where a sentence of the entry holds its piece, so those of an older wording are left out; what is said in other words is a mention of it. */
const mentionedIn = ({ parts }: ReadEntry, mentions: readonly Mention[]): Mentioned => {
  const read = mentions.map((one) => ({
    one,
    held: heldBy(one.says),
    meanings: one.says.split(' · ').map(meaningOf),
  }));
  const counted = new Set<Held>();
  const held = new Map<ReadPart | ReadSentence, Held>();
  const meanings = new Map<ReadPart | ReadSentence, readonly Meaning[]>();
  for (const part of parts) {
    const own = part.sentences.map((sentence) => {
      const isHeld = holds(sentence.sentence);
      const some = part.said === undefined ? read.flatMap(({ one, held: by }) => (isHeld(one) ? [by] : [])) : part.ways;
      held.set(sentence, together(some));
      const meant = read.flatMap(({ one, meanings: by }) => (part.said === undefined && isHeld(one) ? by : []));
      meanings.set(sentence, [sentence.meaning, ...meant]);
      return some;
    });
    const ofPart = [...new Set(own.flat())];
    for (const one of ofPart) counted.add(one);
    held.set(part, together(ofPart));
    meanings.set(
      part,
      part.said === undefined
        ? part.sentences.flatMap((sentence) => meanings.get(sentence) ?? [])
        : part.ways.map(({ meaning }) => meaning),
    );
  }
  return {
    all: frequenciesOf([...counted]),
    of: (one) => held.get(one) ?? none,
    meanings: (one) => meanings.get(one) ?? [],
  };
};

/** So many entries are kept as they were read, those that were spoken of last; one takes some 1.7 MB and 50 ms. */
const mostKept = 32;

/** Reads an entry when it is spoken of. */
export const entryReader = (besideOf: (entry: Entry) => Beside): ((entry: Entry) => Read) => {
  const kept = new Map<Entry, Read>();
  return (entry) => {
    const read = kept.get(entry) ?? readOf(entry, besideOf(entry));
    kept.delete(entry);
    kept.set(entry, read);
    const [oldest] = kept.keys();
    if (kept.size > mostKept) kept.delete(oldest!);
    return read;
  };
};

const readOf = (entry: Entry, { mentions, faq, findings }: Beside): Read => {
  const compared = (held: ReadEntry, by: readonly Mention[]): Compared => ({
    ...held,
    mentioned: mentionedIn(held, by),
  });
  return {
    own: compared(heldIn(entry), mentions),
    faq: compared(heldInExchanges('faq', faq), []),
    findings: compared(heldInExchanges('finding', findings), []),
  };
};
