/** Looks a text without a code up: what the search and the classifier find, joined and weighed. */
import type { Entry, Known } from '../model/catalog.ts';
import { classifier } from './classify.ts';
import {
  type About,
  candidatesOf,
  chanceOf,
  type Features,
  oursFeatures,
  type Topic,
  topicsOf,
  trustFeatures,
} from './confidence.ts';
import { isOurs, namesOther } from './foreign.ts';
import type { Learnt } from './learnt.ts';
import { type Asked, type Hit, index } from './search.ts';
import { domain } from './synonyms.ts';
import { weighed } from './told.ts';

/** `trusted` is the chance that the leading topic is right, `ours` the chance that the text is about signing in at all. */
export type Looked = {
  readonly hits: readonly Hit[];
  readonly topics: readonly Topic[];
  readonly seen: { readonly trust: Features; readonly ours: Features };
  readonly trusted: number;
  readonly ours: number;
};

export type Look = {
  readonly read: (text: string) => Asked;
  readonly information: (words: readonly string[]) => number;
  /** `text` is what was said last; `asked` and `told` may hold more, from before. */
  readonly look: (text: string, asked: Asked, told: Known['told']) => Looked;
};

export const lookIn = (entries: readonly Entry[], learnt: Learnt): Look => {
  const { read, search, information } = index(entries, (word) => learnt.weights.has(word));
  const classify = classifier(learnt);
  const look = (text: string, asked: Asked, told: Known['told']): Looked => {
    const hits = search(asked);
    const opinion = classify(asked.known, told);
    const topics = topicsOf(weighed(candidatesOf(hits, opinion, learnt.entries), told));
    const about: About = {
      asked: asked.known.length + asked.unknown,
      unknown: asked.unknown,
      information: information(asked.known),
      opinion,
      field: asked.known.some((word) => domain.has(word)),
      ours: isOurs(text),
      others: namesOther(text),
    };
    const seen = { trust: trustFeatures(topics, hits, about), ours: oursFeatures(hits, about) };
    const { trust = {}, ours = {} } = learnt.models;
    return { hits, topics, seen, trusted: chanceOf(trust, seen.trust), ours: chanceOf(ours, seen.ours) };
  };
  return { read, information, look };
};
