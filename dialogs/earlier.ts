/** Recognises that somebody goes back to what was looked at before: "go back to the consent one". */
import { any, clausesOf, pattern, unaccented } from './phrases.ts';

const opener = pattern(
  `^(?:(?:no|ok|okay|so|wait|please|yes|sorry|and|nein|und|non|et|y) )*${any(
    "(?:(?:can we |let'?s |i want to )?(?:go|get|come)|switch|return|back) ?(?:back )?to",
    '(?:go|get) back',
    "(?:that'?s|i mean|i meant)? ?the (?:earlier|previous|first|other) (?:one|problem|answer|thing|issue)",
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

const longest = 120;

/** Which of the titles shares the most words with what is wanted, the last one where none shares any; undefined where there is none. */
export const meantOf = <Titled extends { readonly title: string; readonly topic: string }>(
  wanted: string,
  shown: readonly Titled[],
): Titled | undefined => {
  const words = new Set(wanted.split(/[^\p{L}\d]+/u).filter((word) => word.length > 2));
  const shared = ({ title, topic }: Titled): number =>
    new Set(
      unaccented(`${title} ${topic}`.toLowerCase())
        .split(/[^\p{L}\d]+/u)
        .filter((word) => words.has(word)),
    ).size;
  return shown.reduce<Titled | undefined>((best, one) => (best && shared(best) > shared(one) ? best : one), undefined);
};
