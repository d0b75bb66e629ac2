/** Ranks entries for words that hold no code: BM25 over weighted fields, and how well a whole phrase of the entry is met. */
import type { Entry } from '../model/catalog.ts';
import { type Block, plain } from '../model/reply.ts';
import { isPerson } from './people.ts';
import { speller } from './spelling.ts';
import { isMeant, terms, termsOf, wordsOf as spokenIn } from './terms.ts';

/**
 * `score` is for ranking; `phrase` is the share of the entry's best phrase that the question holds,
 * `alike` what the two share of all that either holds. They go from 0 to 1.
 */
export type Hit = {
  readonly entry: Entry;
  readonly score: number;
  readonly phrase: number;
  readonly alike: number;
};

/** The entries that share a term with a question, best first; `coverage` is the share of the question's weight, by rarity, that the first holds. */
type Searched = { readonly hits: readonly Hit[]; readonly coverage: number };

/** A question as the index understands it: the terms it knows, and how many it does not. */
type Asked = { readonly known: readonly string[]; readonly unknown: number };

/** The same with its words, misspelt ones made good. */
type Heard = Asked & { readonly spoken: readonly string[] };

type Index = {
  /** Reads a text by its words, misspelt ones included. */
  readonly read: (words: readonly string[]) => Heard;
  readonly search: (asked: Asked) => Searched;
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

/** The places of the entries that hold a word, in order, what it adds to each, and the places of the phrases that hold it. */
type Postings = {
  readonly rarity: number;
  readonly entries: Uint32Array;
  readonly gains: Float32Array;
  readonly phrases: Uint32Array;
};

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
  const phrases = phrasesOf(entries, rarities);
  const words = postingsOf(fields, rarities, phrases.holding);
  const scores = tally(entries.length);
  const overlaps = tally(phrases.owners.length);
  const gains = new Float32Array(entries.length);
  const best = shortlist(mostHits);
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

  /** An entry as it is found, by how its phrases fit a question that weighs so much. */
  const hitOf = (at: number, score: number, whole: number): Hit => {
    let most = 0;
    let alike = 0;
    for (let phrase = phrases.from[at]!; phrase < phrases.from[at + 1]!; phrase++) {
      const overlap = overlaps.sums[phrase]!;
      if (overlap === 0) continue;
      const weight = phrases.weights[phrase]!;
      most = Math.max(most, overlap / weight);
      alike = Math.max(alike, overlap / (weight + whole - overlap));
    }
    return { entry: entries[at]!, score, phrase: Math.fround(most), alike: Math.fround(alike) };
  };

  const coverageOf = (entry: number, asked: readonly Postings[], whole: number): number => {
    let covered = 0;
    for (const word of asked) if (holds(word.entries, entry)) covered = Math.fround(covered + word.rarity);
    return covered / (whole || 1);
  };

  const search = ({ known: said, unknown }: Asked): Searched => {
    let whole = (unknown * unseen) / 2;
    const asked: Postings[] = [];
    for (const one of said) {
      const word = words.get(one);
      whole += word?.rarity ?? unseen / 2;
      if (!word) continue;
      asked.push(word);
      scores.add(word.entries, word.gains);
      overlaps.addToAll(word.phrases, word.rarity);
    }
    for (const phrase of overlaps.touched()) {
      const overlap = overlaps.sums[phrase]!;
      const entry = phrases.owners[phrase]!;
      const gain = overlap * (overlap / phrases.weights[phrase]!);
      if (gain > gains[entry]!) gains[entry] = gain;
    }
    for (const entry of scores.touched()) {
      best.add(entry, scores.sums[entry]! + phraseWeight * gains[entry]!);
      gains[entry] = 0;
    }
    const hits: Hit[] = [];
    for (let n = 0; n < best.count(); n++) hits.push(hitOf(best.places[n]!, best.scores[n]!, whole));
    const coverage = hits.length > 0 ? coverageOf(best.places[0]!, asked, whole) : 0;
    scores.clear();
    best.clear();
    overlaps.clear();
    return { hits, coverage };
  };

  return { read, search, rarity: (term) => rarities.get(term) ?? 0 };
};

/** Sums by place, with the list of the places that have one in the order in which they came, so that nothing else is looked at. */
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

/** The best of many by their scores, in order; of equal ones the first that came stays ahead. */
const shortlist = (size: number) => {
  const places = new Uint32Array(size);
  const scores = new Float64Array(size);
  let count = 0;
  return {
    places,
    scores,
    count: (): number => count,
    add(at: number, score: number): void {
      if (count === size && score <= scores[size - 1]!) return;
      let n = count < size ? count++ : size - 1;
      for (; n > 0 && scores[n - 1]! < score; n--) {
        places[n] = places[n - 1]!;
        scores[n] = scores[n - 1]!;
      }
      places[n] = at;
      scores[n] = score;
    },
    clear(): void {
      count = 0;
    },
  };
};

/** Whether a place is in a list in order. */
const holds = (places: Uint32Array, place: number): boolean => {
  let from = 0;
  let to = places.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle]! < place) from = middle + 1;
    else to = middle;
  }
  return places[from] === place;
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

/** The phrases of all entries, one entry's after the other's: where each entry's begin, what each weighs, and which hold a word. */
const phrasesOf = (entries: readonly Entry[], rarities: ReadonlyMap<string, number>) => {
  const from = [0];
  const owners: number[] = [];
  const all: ReadonlySet<string>[] = [];
  const holding = new Map<string, number[]>();
  for (const [entry, { says, title }] of entries.entries()) {
    for (const phrase of [...says, title]) {
      const words = new Set(terms(phrase));
      for (const word of words) append(holding, word, all.length);
      all.push(words);
      owners.push(entry);
    }
    from.push(all.length);
  }
  for (const [word, list] of holding) if (list.length > mostPhrases) holding.delete(word);
  const totals = all.map(
    (words) =>
      total(
        [...words].filter((word) => holding.has(word)),
        rarities,
      ) || 1,
  );
  return {
    owners: Uint32Array.from(owners),
    from: Uint32Array.from(from),
    weights: Float32Array.from(totals),
    holding,
  };
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

/** For each word, the entries and the phrases that hold it, and what it adds to the entries' scores. */
const postingsOf = (
  fields: readonly Record<Field, readonly string[]>[],
  rarities: ReadonlyMap<string, number>,
  phrases: ReadonlyMap<string, readonly number[]>,
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
      {
        rarity: rarities.get(word)!,
        entries: Uint32Array.from(list, ({ at }) => at),
        gains: Float32Array.from(list, ({ gain }) => gain),
        phrases: Uint32Array.from(phrases.get(word) ?? []),
      },
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
