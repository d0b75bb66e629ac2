/** Ranks entries for words that hold no code: BM25 over weighted fields, and how well a whole phrase of the entry is met. */
import type { Entry } from '../model/catalog.ts';
import { type Block, plain } from '../model/reply.ts';
import { speller } from './spelling.ts';
import { terms } from './terms.ts';

/**
 * `score` is for ranking; `coverage` is the share of the question's weight, by rarity, that the entry holds;
 * `phrase` is the share of the entry's best phrase that the question holds. Both shares go from 0 to 1.
 */
export type Hit = {
  readonly entry: Entry;
  readonly score: number;
  readonly coverage: number;
  readonly phrase: number;
};

/** A question as the index understands it: the terms it knows, and how many it does not. */
export type Asked = { readonly known: readonly string[]; readonly unknown: number };

export type Index = {
  /** Reads a text, misspelt words included. */
  readonly read: (text: string) => Asked;
  /** The entries that share a term with the question, best first. */
  readonly search: (asked: Asked) => readonly Hit[];
  /** How much the terms tell, in the unit of rarity: a common word next to nothing, a rare one up to seven. */
  readonly information: (known: readonly string[]) => number;
};

/** How much a word counts by where it stands. */
const weights = { says: 3, title: 2.5, topic: 2.5, meaning: 1.2, cause: 1, rest: 0.4 } as const;
type Field = keyof typeof weights;

const k1 = 1.2;
const b = 0.5;
const phraseWeight = 1.5;
const mostHits = 30;

/** Misspelt words are looked up in texts of at most so many terms; longer ones are pastes, whose odd words are names. */
const longest = 40;

type Posting = { readonly at: number; readonly gain: number };

/** Builds the index; a search touches only what shares a word with the question. */
export const index = (entries: readonly Entry[]): Index => {
  const fields = entries.map(fieldsOf);
  const rarities = raritiesOf(fields);
  const words = postingsOf(fields, rarities);
  const phrases = entries.flatMap((entry, at) =>
    [...entry.says, entry.title].map((phrase) => ({ at, words: new Set(terms(phrase)) })),
  );
  const phraseTotals = phrases.map((phrase) => total(phrase.words, rarities) || 1);
  const phrasePostings = new Map<string, number[]>();
  for (const [n, phrase] of phrases.entries()) for (const word of phrase.words) append(phrasePostings, word, n);
  const correct = speller(words.keys());
  const unseen = Math.log(1 + (entries.length + 0.5) / 0.5);

  const read = (text: string): Asked => {
    const said = terms(text);
    const spelt = said.length > longest ? said : said.map((word) => (words.has(word) ? word : (correct(word) ?? word)));
    const asked = [...new Set(spelt)];
    const known = asked.filter((word) => words.has(word));
    return { known, unknown: asked.length - known.length };
  };

  const search = ({ known, unknown }: Asked): readonly Hit[] => {
    const scores = new Map<number, { score: number; covered: number; phrase: number }>();
    const overlaps = new Map<number, number>();
    let whole = (unknown * unseen) / 2;
    for (const word of known) {
      const rarity = rarities.get(word) ?? 0;
      whole += rarity;
      for (const { at, gain } of words.get(word) ?? []) {
        const sum = scores.get(at);
        if (sum) {
          sum.score += gain;
          sum.covered += rarity;
        } else scores.set(at, { score: gain, covered: rarity, phrase: 0 });
      }
      for (const n of phrasePostings.get(word) ?? []) overlaps.set(n, (overlaps.get(n) ?? 0) + rarity);
    }
    const gains = new Map<number, number>();
    for (const [n, overlap] of overlaps) {
      const { at } = phrases[n]!;
      const share = overlap / phraseTotals[n]!;
      const sum = scores.get(at)!;
      sum.phrase = Math.max(sum.phrase, share);
      gains.set(at, Math.max(gains.get(at) ?? 0, overlap * share));
    }
    return [...scores]
      .map(([at, { score, covered, phrase }]) => ({
        entry: entries[at]!,
        score: score + phraseWeight * (gains.get(at) ?? 0),
        coverage: covered / (whole || 1),
        phrase,
      }))
      .toSorted((one, two) => two.score - one.score)
      .slice(0, mostHits);
  };

  return { read, search, information: (known) => total(known, rarities) };
};

const append = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const total = (words: Iterable<string>, rarities: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const word of words) sum += rarities.get(word) ?? 0;
  return sum;
};

/** How rare each word is among the entries: the inverse document frequency of BM25. */
const raritiesOf = (fields: readonly Record<Field, readonly string[]>[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const parts of fields)
    for (const word of new Set(Object.values(parts).flat())) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map(
    [...counts].map(([word, count]) => [word, Math.log(1 + (fields.length - count + 0.5) / (count + 0.5))]),
  );
};

/** For each word, the entries that hold it and what it adds to their score. */
const postingsOf = (
  fields: readonly Record<Field, readonly string[]>[],
  rarities: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly Posting[]> => {
  const names = Object.keys(weights) as Field[];
  const averages = names.map((name) => fields.reduce((sum, parts) => sum + parts[name].length, 0) / fields.length || 1);
  const postings = new Map<string, Posting[]>();
  for (const [at, parts] of fields.entries()) {
    const found = new Map<string, number>();
    for (const [n, name] of names.entries()) {
      const norm = 1 - b + (b * parts[name].length) / averages[n]!;
      for (const word of parts[name]) found.set(word, (found.get(word) ?? 0) + weights[name] / norm);
    }
    for (const [word, weight] of found)
      append(postings, word, { at, gain: (rarities.get(word)! * weight * (k1 + 1)) / (k1 + weight) });
  }
  return postings;
};

const fieldsOf = (entry: Entry): Record<Field, readonly string[]> => ({
  says: entry.says.flatMap(terms),
  title: terms(entry.title),
  topic: terms(entry.topic.replaceAll('-', ' ')),
  meaning: entry.meaning.flatMap(wordsOf),
  cause: entry.cause.flatMap(wordsOf),
  rest: [
    ...entry.methods.flatMap((method) => [...terms(method.title), ...method.body.flatMap(wordsOf)]),
    ...[...entry.check, ...entry.user, ...entry.more].flatMap(wordsOf),
  ],
});

const wordsOf = (block: Block): readonly string[] => {
  if (block.kind === 'paragraph' || block.kind === 'note') return terms(plain(block.text));
  if (block.kind === 'steps') return block.items.flatMap((item) => terms(plain(item.text)));
  return block.kind === 'list' ? block.items.flatMap((item) => terms(plain(item))) : [];
};
