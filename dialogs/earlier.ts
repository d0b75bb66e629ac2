/** Recognises that somebody goes back to what was looked at before: "go back to the consent one". */
import { any, clausesOf, longest, pattern, unaccented } from './phrases.ts';

const opener = pattern(
  `^(?:(?:no|ok|okay|so|wait|please|yes|sorry|and|nein|und|non|et|y) )*${any(
    "(?:(?:can we |let'?s |i want to )?(?:go|get|come|switch) back|return|back) to",
    '(?:go|get) back',
    "(?:that'?s|i mean|i meant) the (?:earlier|previous|first) (?:one|problem|answer|thing|issue)",
    'what about the (?:earlier|previous|first|other) (?:one|problem|answer|thing|issue)',
    'zurück (?:zu[mr]?|zu dem|zu der)',
    '(?:revenons|retour|revenir) (?:à|au|aux)',
    '(?:volvamos|volver|vuelve|volviendo) (?:a|al)',
    '(?:前|さっき|先ほど)の(?:件|問題|話)に戻',
  )}(?: |$|(?<=戻))`,
);

/** What a text wants to go back to, "" where it does not say; null where it does not want to. */
export const earlierIn = (text: string): string | null => {
  if (text.length > longest) return null;
  const said = clausesOf(text).join(' ');
  return opener.test(said) ? said.replace(opener, '').trim() : null;
};

type Titled = { readonly title: string; readonly topic: string };

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    unaccented(text.toLowerCase())
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 2 && !small.has(word)),
  );

const small: ReadonlySet<string> = new Set('the and one for der die das les des una los las yes not with'.split(' '));

const shared = (wanted: ReadonlySet<string>, { title, topic }: Titled): number =>
  [...wordsOf(`${title} ${topic}`)].filter((word) => wanted.has(word)).length;

/** Whether a text names a word of the title or topic. */
export const sharesWord = (text: string, titled: Titled): boolean => shared(wordsOf(text), titled) > 0;

/** "The first one", and what names nothing at all, is the one that was shown last before. */
const unnamed =
  /^(?:.{0,20}\b(?:first|previous|earlier|other|last|before|vorige\w*|erste\w*|premiere?|precedente?|primero?|anterior)\b.{0,20})?$|^を?$/;

/** Which of those shown shares the most words with what is wanted; the last one where nothing is named. */
export const meantOf = <Shown extends Titled>(wanted: string, shown: readonly Shown[]): Shown | undefined => {
  if (unnamed.test(wanted)) return shown.at(-1);
  const words = wordsOf(wanted);
  const best = shown.reduce<Shown | undefined>(
    (one, two) => (one && shared(words, one) > shared(words, two) ? one : two),
    undefined,
  );
  return best && shared(words, best) > 0 ? best : undefined;
};
