/** Hears what a question after an answer asks for, and whether it could be asked after any answer. */
import { type Asks, asks, type AskedFor } from '../model/catalog.ts';
import { chancesIn, modelIn } from './text-model.ts';

export const asksFile = new URL('./asks.bin', import.meta.url);

/** What is learnt of questions after an answer; of each kind those that name a thing come first, then those that do not. */
export const asksModel = modelIn(asksFile);

/** The labels of the model: each kind twice. */
export const labelOf = (kind: Asks, bare: boolean): number => asks.indexOf(kind) + (bare ? asks.length : 0);

/** The chance of each kind, whether a thing is named or not. */
const kindsIn = (chances: Float64Array): readonly number[] =>
  asks.map((_, n) => chances[n]! + chances[n + asks.length]!);

export const asksOf = (text: string, model = asksModel()): AskedFor => {
  const chances = chancesIn(model, text);
  const kinds = kindsIn(chances);
  const most = kinds.indexOf(Math.max(...kinds));
  return { asks: asks[most]!, chance: kinds[most]!, bare: chances[most + asks.length]! / kinds[most]! };
};

/** The chance of each kind. */
export const asksChances = (text: string): ReadonlyMap<Asks, number> => {
  const kinds = kindsIn(chancesIn(asksModel(), text));
  return new Map(asks.map((kind, n) => [kind, kinds[n]!]));
};
