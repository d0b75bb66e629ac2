/** An entry as a text that follows its answer is compared with it: its sentences, what is asked and found after it, and how people speak of each. */
import type { Beside, Entry, Mention } from '../model/catalog.ts';
import { heldIn, heldInExchanges, type ReadEntry, type ReadSentence } from './held.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { holds } from './sentences.ts';

/** What a text is compared with: what an entry says, or what is asked or found after it; `meanings` are those of a sentence and of each mention of it. */
export type Compared = ReadEntry & { readonly meanings: (one: ReadSentence) => readonly Meaning[] };

export type Read = { readonly own: Compared; readonly faq: Compared; readonly findings: Compared };

/** A mention counts where a sentence of the entry holds its piece, so those of an older wording are left out. */
const comparedWith = (held: ReadEntry, mentions: readonly Mention[]): Compared => {
  const read = mentions.map((one) => ({ one, meanings: one.says.split(' · ').map(meaningOf) }));
  const known = new Map(
    held.parts.flatMap(({ sentences }) =>
      sentences.map((sentence) => {
        const isHeld = holds(sentence.sentence);
        const mentioned = read.flatMap(({ one, meanings }) => (isHeld(one) ? meanings : []));
        return [sentence, [sentence.meaning, ...mentioned]] as const;
      }),
    ),
  );
  return { ...held, meanings: (one) => known.get(one) ?? [] };
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

const readOf = (entry: Entry, { mentions, faq, findings }: Beside): Read => ({
  own: comparedWith(heldIn(entry), mentions),
  faq: comparedWith(heldInExchanges('faq', faq), []),
  findings: comparedWith(heldInExchanges('finding', findings), []),
});
