/** Hears whether a message that belongs to nothing is small talk, or about a matter. */
import { type Opened, openings } from '../model/catalog.ts';
import { chancesIn, modelIn, textCues, type TextModel } from './text-model.ts';

export const openingsFile = new URL('./openings.bin', import.meta.url);

/** What is learnt of first messages. */
export const openingModel = modelIn(openingsFile);

/** The likeliest small talk that a text may be, and how surely it is small talk at all, which nothing is of which no letters are known. */
export const openingOf = (text: string, model = openingModel()): Opened => {
  const [matter, ...chances] = chancesIn(model, text);
  const [, ...small] = openings;
  return { opening: small[chances.indexOf(Math.max(...chances))]!, chance: isKnown(text, model) ? 1 - matter! : 0 };
};

const isKnown = (text: string, { rows }: TextModel): boolean =>
  textCues(text).some((cue) => /\p{L}/u.test(cue) && rows.has(cue));
