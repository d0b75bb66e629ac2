/** Looks a text without a code up: what the search and the classifier find, joined and weighed. */
import type { Beside, Entry, FollowUp, Known } from '../model/catalog.ts';
import { askingsIn } from './asking.ts';
import { activationReader, classifier, wholeWord } from './classify.ts';
import {
  type About,
  chanceOf,
  type Features,
  oursFeatures,
  type Topic,
  topicsOf,
  trustFeatures,
} from './confidence.ts';
import { inNames, isOurs, namedBy } from './foreign.ts';
import type { Learnt } from './learnt.ts';
import { meaningOf } from './meaning.ts';
import { once } from './once.ts';
import { followUpOf, type Heard, ranker } from './parts.ts';
import { isPerson } from './people.ts';
import { entryReader, type Read as ReadEntry } from './read-entry.ts';
import { type Hit, index } from './search.ts';
import { domain } from './synonyms.ts';
import { wordsOf } from './terms.ts';
import { toldIn } from './told.ts';

/** `trusted` is the chance that the leading topic is right, `ours` the chance that the text is about signing in at all. */
type Looked = {
  readonly hits: readonly Hit[];
  readonly topics: readonly Topic[];
  readonly seen: { readonly trust: Features; readonly ours: Features };
  readonly trusted: number;
  readonly ours: number;
};

/** A text as it was understood, joined with what was known before; `unknown` is the number of terms that were not understood. */
export type Read = { readonly known: Known; readonly unknown: number };

export type Look = {
  /** Reads a text; `words` is the part of it that is searched, without ids, dates and the like. */
  readonly read: (text: string, words: string, before?: Known) => Read;
  /** `text` is what was said last. */
  readonly look: (text: string, read: Read) => Looked;
  /** What may be kept of a text: words of the catalog, the labelled questions and names of products, none of the person's own. */
  readonly kept: (known: Known) => Known;
  /** The sum of how rare the words known are among the entries. */
  readonly weight: (known: Known) => number;
  /** A text as it is compared with the sentences of an entry. */
  readonly hear: (text: string) => Heard;
  readonly rarity: (term: string) => number;
  readonly readEntry: (entry: Entry) => ReadEntry;
  /** What a text that follows the answer `entry` speaks of in it, while the method `atHand` is dealt with. */
  readonly followUp: (entry: Entry, text: string, atHand?: number) => FollowUp;
};

/** No more words of a conversation are looked up, and no more are kept; of the words as they were spoken some more, because small ones are among them. */
const most = { words: 60, spoken: 100 } as const;

/** The text with the words that were misspelt as they are meant. */
const mended = (text: string, said: readonly string[], spoken: readonly string[]): string => {
  const meant = new Map(said.flatMap((word, n) => (spoken[n] === word ? [] : [[word, spoken[n]!] as const])));
  return meant.size === 0 ? text : text.replace(/[a-z]{3,}/gi, (word) => meant.get(word.toLowerCase()) ?? word);
};

const nothingBeside: Beside = { mentions: [], faq: [], findings: [] };

export const lookIn = (
  entries: readonly Entry[],
  learnt: Learnt,
  besideOf: (entry: Entry) => Beside = () => nothingBeside,
): Look => {
  const {
    read: readTerms,
    search,
    rarity,
  } = index(
    entries,
    (term) => learnt.network.rows.has(term),
    (word) => learnt.network.rows.has(wholeWord(word)) || inNames([word]).size > 0,
  );
  const activationsOf = activationReader(learnt.network);
  const classify = classifier(learnt, activationsOf);
  const read = (text: string, words: string, before?: Known): Read => {
    const said = wordsOf(words);
    const { known, unknown, spoken } = readTerms(said);
    return {
      known: {
        words: [...new Set([...(before?.words ?? []), ...known])].slice(0, most.words),
        spoken: [...(before?.spoken ?? []), ...spoken],
        told: { ...before?.told, ...toldIn(mended(text, said, spoken), before !== undefined) },
      },
      unknown,
    };
  };
  /** Beside a code only what is told is asked for, so the words are gone through when they are. */
  const kept = ({ words, spoken, told }: Known): Known => {
    const names = once(() => inNames(spoken));
    const isTaught = (word: string): boolean => learnt.network.rows.has(wholeWord(word)) && !isPerson(word);
    return {
      get words() {
        return words.filter((word) => !isPerson(word) || names().has(word));
      },
      get spoken() {
        return spoken.filter((word) => isTaught(word) || names().has(word)).slice(0, most.spoken);
      },
      told,
    };
  };
  const look = (text: string, { known, unknown }: Read): Looked => {
    const { hits, coverage } = search({ known: known.words, unknown });
    const others = namedBy(known.spoken);
    const opinion = classify(known, others);
    const topics = topicsOf(hits, opinion, learnt.entries, known.told);
    const about: About = {
      asked: known.words.length + unknown,
      unknown,
      coverage,
      opinion,
      field: known.words.some((word) => domain.has(word)),
      ours: isOurs(text, others),
      others: others.size > 0,
    };
    const seen = {
      trust: trustFeatures(topics, hits, about, learnt.entries),
      ours: oursFeatures(topics, hits, about, learnt.entries),
    };
    const { trust = {}, ours = {} } = learnt.models;
    return { hits, topics, seen, trusted: chanceOf(trust, seen.trust), ours: chanceOf(ours, seen.ours) };
  };
  const hear = (text: string): Heard => {
    const { known, spoken } = readTerms(wordsOf(text));
    return { terms: known, spoken, text, meaning: meaningOf(text), askings: askingsIn(text) };
  };
  const readEntry = entryReader(besideOf);
  const rank = { parts: ranker(learnt.parts), faq: ranker(learnt.faq), findings: ranker(learnt.findings) };
  const followUp = (entry: Entry, text: string, atHand?: number): FollowUp =>
    followUpOf(readEntry(entry), hear(text), rarity, rank, atHand);
  const weight = ({ words }: Known): number => words.reduce((sum, word) => sum + rarity(word), 0);
  return { read, look, kept, weight, hear, rarity, readEntry, followUp };
};
