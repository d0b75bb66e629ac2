/** Guesses the language that a text is written in by its small words, to say once that the bot speaks it too. */
import type { Language } from '../src/model/language.ts';
import { lowered } from './phrases.ts';

const small: Readonly<Record<Exclude<Language, 'ja'>, string>> = {
  en: 'the and is are not with for from my our has have can cant does what when after he she they it this that of to in on at',
  de: 'der die das und ist sind nicht mit für von vom mein unser hat haben kann können wir ich er sie es beim nach seit kein keine noch auch wenn auf im am bei bitte',
  fr: "le la les des et est sont ne pas avec pour mon ma notre a ont peut je il elle nous vous depuis quand sur dans à ce cette se que qui mais plus tout du une un aux plus d'un",
  es: 'el la los las y es son no con para mi nuestro ha han puede puedo yo ella nos desde cuando en del una un al se que por me le está',
};

const tongues = Object.keys(small) as readonly Exclude<Language, 'ja'>[];

/** The languages that have a small word, by their places. */
const having = new Map<string, readonly number[]>();
for (const [n, of] of tongues.entries())
  for (const word of new Set(small[of].split(' '))) having.set(word, [...(having.get(word) ?? []), n]);

/** So many small words of a language tell it, and more of them than of any other. */
const least = 3;

/** What stands at the beginning of a text tells its language. */
const heard = 400;

/** The language of a text, or undefined where it is not sure; a paste and a code tell none. */
export const tongueOf = (text: string): Language | undefined => {
  if (/[\u3040-\u30ff]/.test(text.slice(0, heard))) return 'ja';
  const counts = tongues.map(() => 0);
  for (const word of new Set(lowered(text.slice(0, heard)).split(/[^\p{L}']+/u)))
    for (const n of having.get(word) ?? []) counts[n]!++;
  const most = Math.max(...counts);
  const leading = counts.indexOf(most);
  return most >= least && leading === counts.lastIndexOf(most) ? tongues[leading] : undefined;
};
