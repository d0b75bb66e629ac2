/** Ranks entries for words that hold no code: BM25 over weighted fields, with fuse.js reading misspelt words. */
import Fuse from 'fuse.js';
import type { Entry } from '../model/catalog.ts';
import { type Block, plain } from '../model/reply.ts';
import { terms } from './terms.ts';

/** `coverage` is the share of the question's weight, by rarity, that the entry holds: 1 when it holds every word. */
export type Hit = { readonly entry: Entry; readonly score: number; readonly coverage: number };

export type Search = (words: string) => readonly Hit[];

/** How much a word counts by where it stands. */
const weights = { says: 3, title: 2.5, meaning: 1.2, cause: 1, rest: 0.4 } as const;
const k1 = 1.2;
const b = 0.5;
const mostHits = 12;

type Posting = { readonly entry: number; readonly weight: number };

/** Builds the index; searching touches only the entries that share a word with the question. */
export const index = (entries: readonly Entry[]): Search => {
  const postings = new Map<string, Posting[]>();
  const fields = entries.map(fieldsOf);
  const lengths = new Map<string, number>();
  for (const parts of fields)
    for (const [name, words] of Object.entries(parts)) lengths.set(name, (lengths.get(name) ?? 0) + words.length);
  for (const [entry, parts] of fields.entries()) {
    const found = new Map<string, number>();
    for (const [name, words] of Object.entries(parts) as [keyof typeof weights, readonly string[]][]) {
      const average = (lengths.get(name) ?? 0) / entries.length || 1;
      const norm = 1 - b + (b * words.length) / average;
      for (const word of words) found.set(word, (found.get(word) ?? 0) + weights[name] / norm);
    }
    for (const [word, weight] of found) {
      const list = postings.get(word);
      if (list) list.push({ entry, weight });
      else postings.set(word, [{ entry, weight }]);
    }
  }
  const rarity = (word: string): number => {
    const count = postings.get(word)?.length ?? 0;
    return Math.log(1 + (entries.length - count + 0.5) / (count + 0.5));
  };
  const correct = corrector([...postings.keys()]);

  return (words) => {
    const asked = new Set(terms(words).map((word) => (postings.has(word) ? word : (correct(word) ?? word))));
    const scores = new Map<number, { score: number; covered: number }>();
    let total = 0;
    for (const word of asked) {
      const idf = rarity(word);
      const list = postings.get(word);
      total += list ? idf : idf * 0.5;
      for (const { entry, weight } of list ?? []) {
        const sum = scores.get(entry) ?? { score: 0, covered: 0 };
        sum.score += (idf * weight * (k1 + 1)) / (k1 + weight);
        sum.covered += idf;
        scores.set(entry, sum);
      }
    }
    return [...scores]
      .map(([entry, { score, covered }]) => ({ entry: entries[entry]!, score, coverage: covered / total }))
      .toSorted((one, two) => two.score - one.score)
      .slice(0, mostHits);
  };
};

const fieldsOf = (entry: Entry): Record<keyof typeof weights, readonly string[]> => ({
  says: entry.says.flatMap(terms),
  title: terms(`${entry.title} ${entry.topic.replaceAll('-', ' ')}`),
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

/** Reads a misspelt word as the nearest word of the catalog, or as nothing when none is near. */
const corrector = (vocabulary: readonly string[]): ((word: string) => string | undefined) => {
  const words = vocabulary.filter((word) => word.length > 3 && /^[a-z]+$/.test(word));
  const fuse = new Fuse(words, { includeScore: true, threshold: 0.25, minMatchCharLength: 3, distance: 10 });
  const seen = new Map<string, string | undefined>();
  return (word) => {
    if (word.length < 5 || word.length > 24 || !/^[a-z]+$/.test(word)) return undefined;
    if (!seen.has(word)) {
      if (seen.size > 5000) seen.clear();
      const near = fuse.search(word, { limit: 5 }).map(({ item }) => item);
      seen.set(
        word,
        near.find((item) => item[0] === word[0] && Math.abs(item.length - word.length) <= 2),
      );
    }
    return seen.get(word);
  };
};
