/** Hears what a short message after an answer does. */
import { type Intended, intents, outcomes } from '../model/catalog.ts';
import { chancesIn, modelIn } from './text-model.ts';

export const intentsFile = new URL('./intents.bin', import.meta.url);

/** What is learnt of messages after an answer. */
export const intentModel = modelIn(intentsFile);

/** What a text does, and how surely. */
export const intentOf = (text: string, model = intentModel()): Intended => {
  const chances = chancesIn(model, text);
  const most = chances.indexOf(Math.max(...chances));
  const outcome = outcomes.reduce((sum, intent) => sum + chances[intents.indexOf(intent)]!, 0);
  return { intent: intents[most]!, chance: chances[most]!, outcome };
};
