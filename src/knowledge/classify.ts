/** Recognises topics by words and pairs of neighbouring words, with a linear classifier that `npm run fit` learns. */
import type { Known } from '../model/catalog.ts';
import type { Learnt } from './learnt.ts';

/** The class of texts that are about nothing in the catalog. */
export const elsewhereTopic = '-';

/** What the classifier makes of a text: a chance for each topic it was taught, 0 to 1, and the chance that the text is none of ours. */
export type Opinion = { readonly topics: ReadonlyMap<string, number>; readonly elsewhere: number };

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

export const classifier = ({
  topics,
  bias,
  weights,
}: Learnt): ((words: readonly string[], told: Known['told']) => Opinion) => {
  const away = topics.indexOf(elsewhereTopic);
  return (words, told) => {
    const held = cuesOf(words, told).flatMap((cue) => weights.get(cue) ?? []);
    const each = cueWeight(held.length);
    const sums = Float64Array.from(bias);
    for (const { at, by } of held) for (let n = 0; n < at.length; n++) sums[at[n]!]! += each * by[n]!;
    const chances = softmax(sums);
    const elsewhere = chances[away] ?? 0;
    return {
      topics: new Map(topics.flatMap((topic, n) => (n === away ? [] : [[topic, chances[n]! / (1 - elsewhere || 1)]]))),
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
