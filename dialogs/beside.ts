/** Finds what a text asks or tells beside another answer than the one at hand: one that was looked at before, or one that the text finds by itself. */
import type { Catalog, Entry, Found, Passage, Spoken } from '../src/model/catalog.ts';
import { plain } from '../src/model/reply.ts';
import type { Past } from './past.ts';
import { surelyIn } from './spoken.ts';

export type Beside = { readonly entry: Entry; readonly spoken: Spoken };

/** So many other entries are compared, since the first text after each takes a moment. */
const most = 4;

/** An entry that a text finds by itself with such a chance is compared. */
const likely = 0.3;

type Catalogs = Pick<Catalog, 'entry' | 'followUp' | 'asks'>;

/** The likeliest that surely is asked or told beside another answer. */
export const besideOf = (
  text: string,
  question: boolean,
  entry: Entry,
  { candidates }: Found,
  { looked = [] }: Past,
  catalog: Catalogs,
): Beside | undefined => {
  const seen = seenIn(looked, catalog);
  const found = candidates.flatMap((one) => (one.confidence >= likely ? [one.entry] : []));
  const others = [...new Set([...seen, ...found])].filter((one) => one !== entry).slice(0, most);
  const [best] = others
    .flatMap((one): readonly Beside[] => {
      const spoken = surelyIn(catalog.followUp(one, text), question);
      return spoken && !spoken.passages.some(ofItself) ? [{ entry: one, spoken }] : [];
    })
    .toSorted((one, other) => other.spoken.chance - one.spoken.chance);
  return best;
};

/** How it is kept from coming back, where a question asks that and an answer that was looked at before has a method for it. */
export const preventionBeside = (
  text: string,
  entry: Entry,
  { looked = [] }: Past,
  catalog: Catalogs,
): Beside | undefined =>
  looked.length > 0 && catalog.asks(text).asks === 'prevent'
    ? seenIn(looked, catalog)
        .filter((one) => one !== entry)
        .flatMap(preventionIn)[0]
    : undefined;

/** The answers that were looked at, the latest first. */
const seenIn = (looked: NonNullable<Past['looked']>, catalog: Catalogs): readonly Entry[] =>
  looked.toReversed().flatMap((one) => catalog.entry(one.entry) ?? []);

/** A reply that speaks of its own entry says nothing elsewhere. */
const ofItself = ({ text }: Passage): boolean => /\bthis (?:entry|answer|code)\b/i.test(plain(text));

/** The method of an entry that keeps it from coming back. */
const preventionIn = (entry: Entry): readonly Beside[] => {
  const method = entry.methods.findIndex(({ title }) => /\b(?:prevent|avoid)/i.test(title)) + 1;
  return method === 0 ? [] : [{ entry, spoken: { part: 'method', method, chance: 1, passages: [] } }];
};
