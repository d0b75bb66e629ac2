/** Turns text into terms: folded stems, with the field's many names for one thing brought to one term. */
import { withoutAccents } from './accents.ts';
import { japanese, synonyms } from './synonyms.ts';

const stop = new Set(
  `a an the this that these those it its he she they them him her we us our ours you your yours i me my mine who what which when where how why
  is am are was were be been being do does did doing have has had having will would can could should may might must shall and or but if then than
  as at by for from in into of off on onto out over to up with about after before again all any both each few more most other some such no nor not
  only own same so too very just also there here get gets got getting one two user users people person someone somebody anyone anybody everyone
  employee employees colleague please help advise idea thanks thank hi hello hey problem problems issue issues error errors message messages says said
  say saying see seen seeing show shows shown showing want need know use used using uses try tried trying now new still since because while however
  yes ok okay it's i'm don't im ive id his hers their theirs something anything nothing thing things way like really even ever never always
  today yesterday morning week month year question
  kann kannst koennen konnen mich mir dich ihr ihre wird werden habe hat haben kein keine nur noch schon vom zum zur nach als aber
  ne peux peut peuvent veux me te ai as avons cette ce ces son sa ses leur mais plus tout tous
  puedo puede pueden quiero tengo tiene este esta esto mas pero muy sin sobre entrar acceder
  und oder der die das ein eine einen ist sind nicht mit bei beim wenn ich wir sich auf zu im am den dem des
  le la les un une des et est pas dans sur je nous vous il elle mon ma mes du de en au aux que qui
  el los las una unos es con al por para mi se lo su o y
   benutzer nutzer anwender kollege kollegin kollegen nachricht meldung zeigt neu neue neues neuen
   utilisateur utilisatrice utilisateurs collegue collegues affiche nouveau nouvelle
   usuario usuaria usuarios companero companera companeros mensaje muestra nuevo nueva hola bonjour hallo
   del ha han par depuis desde aufs ayer hier gestern`
    .split(/\s+/)
    .filter(Boolean),
);

const fold = (text: string): string =>
  withoutAccents(text.toLowerCase().replaceAll('ß', 'ss'))
    .replace(/(?<![a-z0-9])([cdjlmnst]|qu)['’](?=[a-z]{2})/g, '$1 ')
    .replace(/(?<=[a-z])['’](?=[a-z])/g, '');

const stems = new Map<string, string>();
const mostStems = 50_000;

/** Cuts the common English endings; words of other languages mostly pass as they are. */
const stem = (word: string): string => {
  if (word.length < 4) return word;
  let cut = stems.get(word);
  if (cut === undefined) {
    if (stems.size > mostStems) stems.clear();
    cut = /^[a-z]+$/.test(word)
      ? word
          .replace(/(?:ational|ations?|(?<!authentic)ators?)$/, 'at')
          .replace(/(?<=[a-z]{3})(?:ments?|ness|ings?|edly|ed|es|ly|al|s)$/, '')
          .replace(/([b-df-hj-np-rtv-xz])\1$/, '$1')
          .replace(/(?<=[a-z]{3})[ey]$/, '')
      : word;
    stems.set(word, cut);
  }
  return cut;
};

/** Longer words first, so that none is taken for its own beginning. */
const japaneseWord = new RegExp(
  Object.keys(japanese)
    .toSorted((one, two) => two.length - one.length)
    .join('|'),
  'g',
);
const wordPattern = /[a-z0-9]+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[\p{L}\p{N}]+/gu;

/** The words of a text in order, folded: lower case, without accents. */
export const wordsOf = (text: string): readonly string[] => {
  const folded = fold(text).replace(japaneseWord, (word) => ` ${japanese[word]} `);
  return folded.match(wordPattern) ?? [];
};

/** Stemmed phrases, joined by blanks, with their terms; how many words the longest has that begins with a word, and all their words. */
const phrasesOf = (lists: Readonly<Record<string, string>>) => {
  const phrases = new Map<string, readonly string[]>();
  const longest = new Map<string, number>();
  const parts = new Set<string>();
  for (const [term, list] of Object.entries(lists))
    for (const phrase of [term, ...list.split('|')]) {
      const cut = wordsOf(phrase).map(stem);
      phrases.set(cut.join(' '), term.split(' '));
      longest.set(cut[0]!, Math.max(cut.length, longest.get(cut[0]!) ?? 0));
      for (const one of cut) parts.add(one);
    }
  return { phrases, longest, parts };
};

/** Made with the first text, because the start of the program does not need it. */
let known: ReturnType<typeof phrasesOf> | undefined;

/** True for a piece of a text without spaces: it may be found, but tells little by itself. */
const isFragment = (term: string): boolean => /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(term);

/** Runs of letters without spaces are taken apart into pairs, so that parts of them can be found. */
const pairs = (run: string): readonly string[] =>
  run.length < 3 ? [run] : Array.from({ length: run.length - 1 }, (_, n) => run.slice(n, n + 2));

/** Whether a word stands in a phrase that means a term, or is too common to mean any. */
export const isMeant = (word: string): boolean =>
  stop.has(word) || (known ??= phrasesOf(synonyms)).parts.has(stem(word));

/** The terms of a text, in order, repeats included. */
export const terms = (text: string): readonly string[] => termsOf(wordsOf(text));

/** The terms of a text by its words. */
export const termsOf = (words: readonly string[]): readonly string[] => {
  const { phrases, longest } = (known ??= phrasesOf(synonyms));
  const cut = words.map(stem);
  const found: string[] = [];
  for (let at = 0; at < cut.length; ) {
    let length = Math.min(longest.get(cut[at]!) ?? 0, cut.length - at);
    let meant: readonly string[] | undefined;
    for (; length > 0; length--) {
      meant = phrases.get(length === 1 ? cut[at]! : cut.slice(at, at + length).join(' '));
      if (meant) break;
    }
    if (meant) {
      found.push(...meant);
      at += length;
      continue;
    }
    const word = words[at]!;
    if (isFragment(word)) found.push(...pairs(word));
    else if (word.length > 1 && !stop.has(word) && !/^\d{1,2}$/.test(word)) found.push(cut[at]!);
    at++;
  }
  return found;
};
