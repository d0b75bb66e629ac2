/** Ranks entries for words that hold no code: BM25 over weighted fields, and how well a whole phrase of the entry is met. */
import type { Entry } from '../model/catalog.ts';
import { type Block, plain } from '../model/reply.ts';
import { isPerson } from './people.ts';
import { speller } from './spelling.ts';
import { isMeant, terms, termsOf, wordsOf as spokenIn } from './terms.ts';

/**
 * `score` is for ranking; `coverage` is the share of the question's weight, by rarity, that the entry holds;
 * `phrase` is the share of the entry's best phrase that the question holds, `alike` what the two share of all that either holds. They go from 0 to 1.
 */
export type Hit = {
  readonly entry: Entry;
  readonly score: number;
  readonly coverage: number;
  readonly phrase: number;
  readonly alike: number;
};

/** A question as the index understands it: the terms it knows, and how many it does not. */
export type Asked = { readonly known: readonly string[]; readonly unknown: number };

/** The same with its words, misspelt ones made good. */
export type Heard = Asked & { readonly spoken: readonly string[] };

type Index = {
  /** Reads a text by its words, misspelt ones included. */
  readonly read: (words: readonly string[]) => Heard;
  /** The entries that share a term with the question, best first. */
  readonly search: (asked: Asked) => readonly Hit[];
  /** How rare a term is among the entries; one that none of them holds tells nothing. */
  readonly rarity: (term: string) => number;
};

/** How much a word counts by where it stands. */
const weights = { says: 3, title: 2.5, topic: 2.5, meaning: 1.2, cause: 1, rest: 0.4 } as const;
type Field = keyof typeof weights;

const k1 = 0.8;
const b = 0.3;
const phraseWeight = 2.2;
const mostHits = 50;

/** Misspelt words are looked up in texts of at most so many words; longer ones are pastes, whose odd words are names. */
const longest = 60;

/** The entries (or phrases) that hold a word, and what the word adds to each. */
type Postings = { readonly at: Uint32Array; readonly gain: Float32Array };

/**
 * Builds the index; a search touches only what shares a word with the question.
 * `known` tells of terms, and `isSpoken` of words, that no entry holds but that are understood all the same.
 */
export const index = (
  entries: readonly Entry[],
  known: (word: string) => boolean = () => false,
  isSpoken: (word: string) => boolean = () => false,
): Index => {
  const fields = entries.map(fieldsOf);
  const rarities = raritiesOf(fields);
  const words = postingsOf(fields, rarities);
  const phrases = phrasesOf(entries, rarities);
  const scores = tally(entries.length);
  const covered = new Float32Array(entries.length);
  const shares = new Float32Array(entries.length);
  const gains = new Float32Array(entries.length);
  const likenesses = new Float32Array(entries.length);
  const overlaps = tally(phrases.owners.length);
  const unseen = Math.log(1 + (entries.length + 0.5) / 0.5);

  const isWord = (word: string): boolean => words.has(word) || known(word);

  const spoken = countsOf(entries);
  const spelt = speller(
    spoken,
    (word) => spoken.has(word) || isMeant(word) || isPerson(word),
    (word) => isSpoken(word) || termsOf([word]).every(isWord),
  );

  const read = (said: readonly string[]): Heard => {
    const made = said.length > longest ? said : said.map(spelt);
    const asked = [...new Set(termsOf(made))];
    const understood = asked.filter(isWord);
    return { known: understood, unknown: asked.length - understood.length, spoken: made };
  };

  const search = ({ known: asked, unknown }: Asked): readonly Hit[] => {
    let whole = (unknown * unseen) / 2;
    for (const word of asked) {
      const found = words.get(word);
      if (!found) {
        whole += unseen / 2;
        continue;
      }
      const { at, gain } = found;
      const rarity = rarities.get(word)!;
      whole += rarity;
      scores.add(at, gain);
      for (let n = 0; n < at.length; n++) covered[at[n]!]! += rarity;
      const held = phrases.postings.get(word);
      if (held) overlaps.addToAll(held, rarity);
    }
    for (const phrase of overlaps.touched()) {
      const entry = phrases.owners[phrase]!;
      const overlap = overlaps.sums[phrase]!;
      const total = phrases.totals[phrase]!;
      const share = overlap / total;
      likenesses[entry] = Math.max(likenesses[entry]!, overlap / (total + whole - overlap));
      shares[entry] = Math.max(shares[entry]!, share);
      gains[entry] = Math.max(gains[entry]!, overlap * share);
    }
    const best: { at: number; score: number }[] = [];
    for (const at of scores.touched()) keep(best, at, scores.sums[at]! + phraseWeight * gains[at]!);
    const hits = best.map(({ at, score }) => ({
      entry: entries[at]!,
      score,
      coverage: covered[at]! / (whole || 1),
      phrase: shares[at]!,
      alike: likenesses[at]!,
    }));
    for (const at of scores.touched()) covered[at] = shares[at] = gains[at] = likenesses[at] = 0;
    scores.clear();
    overlaps.clear();
    return hits;
  };

  return { read, search, rarity: (term) => rarities.get(term) ?? 0 };
};

/** Sums by number, with the list of those that have one, so that clearing costs no more than adding did. */
const tally = (size: number) => {
  const sums = new Float32Array(size);
  const list = new Uint32Array(size);
  let count = 0;
  return {
    sums,
    add(places: Uint32Array, amounts: Float32Array): void {
      let last = count;
      for (let n = 0; n < places.length; n++) {
        const at = places[n]!;
        if (sums[at] === 0) list[last++] = at;
        sums[at]! += amounts[n]!;
      }
      count = last;
    },
    addToAll(places: Uint32Array, amount: number): void {
      let last = count;
      for (let n = 0; n < places.length; n++) {
        const at = places[n]!;
        if (sums[at] === 0) list[last++] = at;
        sums[at]! += amount;
      }
      count = last;
    },
    touched: (): Uint32Array => list.subarray(0, count),
    clear(): void {
      for (let n = 0; n < count; n++) sums[list[n]!] = 0;
      count = 0;
    },
  };
};

/** Puts one into the short list of the best, in order, where it is good enough. */
const keep = (best: { at: number; score: number }[], at: number, score: number): void => {
  if (best.length === mostHits && score <= best[mostHits - 1]!.score) return;
  let place = best.length < mostHits ? best.length : mostHits - 1;
  for (; place > 0 && best[place - 1]!.score < score; place--) best[place] = best[place - 1]!;
  best[place] = { at, score };
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

/** A word that stands in more phrases tells none of them from the others, and would cost the most. */
const mostPhrases = 10_000;

/** The phrases of all entries: whose they are, what they weigh, and which hold a word. */
const phrasesOf = (entries: readonly Entry[], rarities: ReadonlyMap<string, number>) => {
  const owners: number[] = [];
  const all: ReadonlySet<string>[] = [];
  const lists = new Map<string, number[]>();
  for (const [at, entry] of entries.entries())
    for (const phrase of [...entry.says, entry.title]) {
      const words = new Set(terms(phrase));
      for (const word of words) append(lists, word, all.length);
      owners.push(at);
      all.push(words);
    }
  for (const [word, list] of lists) if (list.length > mostPhrases) lists.delete(word);
  const totals = all.map(
    (words) =>
      total(
        [...words].filter((word) => lists.has(word)),
        rarities,
      ) || 1,
  );
  const postings = new Map([...lists].map(([word, list]) => [word, Uint32Array.from(list)]));
  return { owners: Uint32Array.from(owners), totals: Float32Array.from(totals), postings };
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

/** How often each word stands in the phrases of the entries. */
const countsOf = (entries: readonly Entry[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { says, title } of entries)
    for (const phrase of [...says, title])
      for (const word of spokenIn(phrase)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** For each word, the entries that hold it and what it adds to their score. */
const postingsOf = (
  fields: readonly Record<Field, readonly string[]>[],
  rarities: ReadonlyMap<string, number>,
): ReadonlyMap<string, Postings> => {
  const names = Object.keys(weights) as Field[];
  const averages = names.map((name) => fields.reduce((sum, parts) => sum + parts[name].length, 0) / fields.length || 1);
  const lists = new Map<string, { at: number; gain: number }[]>();
  for (const [at, parts] of fields.entries()) {
    const found = new Map<string, number>();
    for (const [n, name] of names.entries()) {
      const norm = 1 - b + (b * parts[name].length) / averages[n]!;
      for (const word of parts[name]) found.set(word, (found.get(word) ?? 0) + weights[name] / norm);
    }
    for (const [word, weight] of found)
      append(lists, word, { at, gain: (rarities.get(word)! * weight * (k1 + 1)) / (k1 + weight) });
  }
  return new Map(
    [...lists].map(([word, list]) => [
      word,
      { at: Uint32Array.from(list, ({ at }) => at), gain: Float32Array.from(list, ({ gain }) => gain) },
    ]),
  );
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
