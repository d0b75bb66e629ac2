/** Finds the sentence of an entry that a text speaks of. */
import type { Entry, Passage } from '../model/catalog.ts';
import { type Block, plain, type Rich } from '../model/reply.ts';
import { terms } from './terms.ts';

/** How rare a term is among the entries. */
type Rarity = (term: string) => number;

/** A sentence must share so much weight with a text, and so much of all that the text weighs. */
const least = { weight: 1.6, share: 0.5 } as const;

/** A term as rare as this among the entries tells all that it can; one that no entry holds counts a little. */
const rare = 2;
const unheard = 0.4;

const sentencesIn = (block: Block): readonly Rich[] => {
  if (block.kind === 'paragraph' || block.kind === 'note') return [block.text];
  if (block.kind === 'steps') return block.items.map(({ text }) => text);
  return block.kind === 'list' ? block.items : [];
};

/** The sentences of an entry, those of its methods first. */
const passagesOf = (entry: Entry): readonly Passage[] => [
  ...entry.methods.flatMap(({ title, when, body }, at) =>
    [title, ...(when ? [when] : []), ...body.flatMap(sentencesIn)].map(
      (text): Passage => ({ part: 'method', method: at + 1, text }),
    ),
  ),
  ...(['meaning', 'cause', 'check', 'user', 'more'] as const).flatMap((part) =>
    entry[part].flatMap(sentencesIn).map((text): Passage => ({ part, text })),
  ),
];

/** The sentence that shares the most with these terms, the shortest of several; a term weighs the more, the fewer sentences of the entry hold it. Null where none shares enough. */
export const passageIn = (entry: Entry, asked: readonly string[], rarity: Rarity): Passage | null => {
  const passages = passagesOf(entry).map((passage) => ({ passage, held: new Set(terms(plain(passage.text))) }));
  const most = Math.log(passages.length + 1);
  const weights = new Map<string, number>();
  let whole = 0;
  for (const term of new Set(asked)) {
    const holding = passages.filter(({ held }) => held.has(term)).length;
    const telling = Math.min(1, Math.max(unheard, rarity(term) / rare));
    if (holding > 0) weights.set(term, telling * (most - Math.log(holding)));
    whole += weights.get(term) ?? (telling * most) / 2;
  }
  let best = { weight: 0, size: 0, passage: null as Passage | null };
  for (const { passage, held } of passages) {
    const weight = [...weights].reduce((sum, [term, by]) => sum + (held.has(term) ? by : 0), 0);
    if (weight > best.weight || (weight === best.weight && held.size < best.size))
      best = { weight, size: held.size, passage };
  }
  return best.weight >= least.weight && best.weight >= least.share * whole ? best.passage : null;
};
