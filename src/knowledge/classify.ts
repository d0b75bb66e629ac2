/** Recognises topics by words and pairs of neighbouring words, with a linear classifier that `npm run fit` learns. */
import type { Known } from '../model/catalog.ts';
import type { Learnt } from './learnt.ts';

/** The class of texts that are about nothing in the catalog. */
export const elsewhereTopic = '-';

/**
 * What the classifier makes of a text: the chance of a topic among those it was taught, 0 for others; its `first` choice,
 * with the logarithm of its `lead` over the second; and the chance that the text is none of ours.
 */
export type Opinion = {
  readonly of: (topic: string) => number;
  readonly first: string;
  readonly lead: number;
  readonly elsewhere: number;
};

/** What the classifier looks at: the words, the pairs of neighbours in the order they were said, and the facets that the text tells. */
export const cuesOf = (words: readonly string[], told: Known['told']): readonly string[] => {
  const said = words.filter((word) => !/^\d+$/.test(word));
  return [
    ...said,
    ...said.slice(1).map((word, n) => `${said[n]} ${word}`),
    ...Object.entries(told).map(([facet, value]) => `${facet}=${value}`),
  ];
};

/** How much all cues of a text count together, whatever their number. */
const strength = 4;

/** The weight of each of `count` cues. */
export const cueWeight = (count: number): number => strength / Math.sqrt(count || 1);

/** Added to both chances before their lead is taken, so that a lead over nothing is not endless. */
const floor = 0.02;

export const classifier = ({
  topics,
  bias,
  weights,
}: Learnt): ((words: readonly string[], told: Known['told']) => Opinion) => {
  const away = topics.indexOf(elsewhereTopic);
  const places = new Map(topics.map((topic, n) => [topic, n]));
  return (words, told) => {
    const held = cuesOf(words, told).flatMap((cue) => weights.get(cue) ?? []);
    const each = cueWeight(held.length);
    const sums = Float64Array.from(bias);
    for (const { at, by } of held) for (let n = 0; n < at.length; n++) sums[at[n]!]! += each * by[n]!;
    const chances = softmax(sums);
    const elsewhere = chances[away] ?? 0;
    const ours = 1 - elsewhere || 1;
    let first = -1;
    let second = -1;
    for (let n = 0; n < chances.length; n++) {
      if (n === away) continue;
      if (first < 0 || chances[n]! > chances[first]!) [first, second] = [n, first];
      else if (second < 0 || chances[n]! > chances[second]!) second = n;
    }
    return {
      of: (topic) => (topic === elsewhereTopic ? 0 : (chances[places.get(topic) ?? -1] ?? 0) / ours),
      first: topics[first] ?? '',
      lead: Math.log(((chances[first] ?? 0) / ours + floor) / ((chances[second] ?? 0) / ours + floor)),
      elsewhere,
    };
  };
};

/** Turns sums into chances that add up to 1. */
export const softmax = (sums: Float64Array): Float64Array => {
  const most = sums.reduce((max, sum) => Math.max(max, sum), -Infinity);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const whole = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / whole);
};
