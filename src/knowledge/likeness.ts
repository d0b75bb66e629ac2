/** How like a text is to the sentences of an entry in what the classifier makes of both: it was taught kindred words of five languages, where the catalog has English ones only. */
import type { Known } from '../model/catalog.ts';
import { plain } from '../model/reply.ts';
import type { Activations } from './classify.ts';
import type { Sentence } from './sentences.ts';

/** From 0, nothing in common, to 1. */
export type Likeness = (sentence: Sentence) => number;

/** The features that speak, brought to length 1. */
const directionOf = ({ made, loud }: Activations): Float32Array => {
  const direction = new Float32Array(made.length);
  let square = 0;
  for (const n of loud) square += made[n]! * made[n]!;
  const length = Math.sqrt(square) || 1;
  for (const n of loud) direction[n] = made[n]! / length;
  return direction;
};

/** Sentences are read once. */
export const likenessBy = (
  activationsOf: (known: Known) => Activations,
  read: (text: string) => Known,
): ((text: string) => Likeness) => {
  const directionIn = (text: string): Float32Array => directionOf(activationsOf(read(text)));
  const known = new WeakMap<Sentence, Float32Array>();
  const ofSentence = (sentence: Sentence): Float32Array => {
    const before = known.get(sentence);
    if (before) return before;
    const direction = directionIn(plain(sentence.text));
    known.set(sentence, direction);
    return direction;
  };
  return (text) => {
    const own = directionIn(text);
    return (sentence) => {
      const other = ofSentence(sentence);
      let sum = 0;
      for (let n = 0; n < own.length; n++) sum += own[n]! * other[n]!;
      return sum;
    };
  };
};
