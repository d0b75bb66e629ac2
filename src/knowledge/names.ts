/** Finds entries by the names that logs show beside codes, such as KmsiInterrupt. */
import type { Entry } from '../model/catalog.ts';
import { field, isMarked, namesOther } from './foreign.ts';
import type { Pasted } from './paste.ts';
import { once } from './once.ts';
import { fits } from './spot.ts';
import { terms } from './terms.ts';

/** A text is about the name in it when it is no longer, in characters, and has no more other terms. */
const most = { length: 200, beside: 2 } as const;

const isAbout = (text: string): boolean =>
  text.length <= most.length && terms(text).length <= 1 + most.beside && !isMarked(text) && !namesOther(text);

/**
 * Reads the entry that a text names. A name that other systems share is none where more is told, because that decides better;
 * a name of general Windows errors counts where its code would.
 */
export const nameReader = (entries: readonly Entry[]): ((pasted: Pasted) => Entry | undefined) => {
  const named = new Map<string, { readonly entry: Entry; readonly shared: boolean }>();
  for (const entry of entries) {
    for (const name of entry.names) named.set(name.toLowerCase(), { entry, shared: false });
    for (const name of entry.shared) named.set(name.toLowerCase(), { entry, shared: true });
  }
  return (pasted) => {
    const { text } = pasted;
    const about = once(() => isAbout(text));
    const signIn = once(() => field.test(text));
    for (const [word] of text.matchAll(/[A-Za-z][A-Za-z0-9_]{7,60}/g)) {
      const found = named.get(word.toLowerCase());
      if (!found || (found.shared && !about())) continue;
      const [code = ''] = found.entry.codes;
      if (fits(code, { text, signIn, foreign: pasted.foreign })) return found.entry;
    }
    return undefined;
  };
};
