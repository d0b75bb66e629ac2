/** Hears what a question after an answer asks for, and whether it could be asked after any answer. */
import { type Asks, asks, type AskedFor } from '../model/catalog.ts';
import { chancesIn, modelIn } from './text-model.ts';

export const asksFile = new URL('./asks.bin', import.meta.url);

/** What is learnt of questions after an answer; of each kind those that name a thing come first, then those that do not. */
export const asksModel = modelIn(asksFile);

/** The labels of the model: each kind twice. */
export const labelOf = (kind: Asks, bare: boolean): number => asks.indexOf(kind) + (bare ? asks.length : 0);

export const asksOf = (text: string, model = asksModel()): AskedFor => {
  const chances = chancesIn(model, text);
  const both = asks.map((_, n) => chances[n]! + chances[n + asks.length]!);
  const most = both.indexOf(Math.max(...both));
  return { asks: asks[most]!, chance: both[most]!, bare: chances[most + asks.length]! / both[most]! };
};

/** The chance of each kind. */
export const asksChances = (text: string, model = asksModel()): ReadonlyMap<Asks, number> => {
  const chances = chancesIn(model, text);
  return new Map(asks.map((kind, n) => [kind, chances[n]! + chances[n + asks.length]!]));
};
