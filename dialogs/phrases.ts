/** Reads short sentences: in clauses, without case and accents, so that a phrase is found however it was typed. */
import { once } from './once.ts';

/** Longer texts are problems to look up. */
export const longest = 120;

/** What was typed, in small letters, with one kind of apostrophe. */
export const lowered = (text: string): string => text.trim().toLowerCase().replace(/[’‘]/g, "'");

const accents = /[\u0300-\u036F]/g;

const beyondAscii = /[^\p{ASCII}]/u;

/** Without accents, which people in a hurry leave out. */
export const unaccented = (text: string): string =>
  beyondAscii.test(text) ? text.normalize('NFD').replace(accents, '').normalize('NFC').replaceAll('ß', 'ss') : text;

/** The names of hosts, which stand in examples and tell of no deed, as "it". */
export const withoutHosts = (text: string): string => text.replaceAll(/[\w-]+(?:\.[\w-]+)+(?:\/\S*)?/g, 'it');

/** What was typed, as patterns expect it: in small letters without accents. */
export const folded = (text: string): string => unaccented(lowered(text));

/** Whether a text holds what may be a code: four digits in a row, or a hexadecimal number. */
export const holdsCode = (text: string): boolean => /\d{4}|(?<![\p{L}\p{N}])0x[\da-f]{4}/iu.test(text);

/** How many words a text has; in Japanese nothing stands between them. */
export const countOf = (text: string): number =>
  /[\u3040-\u30FF]/.test(text) ? Math.ceil(text.length / lettersOfWord) : text.trim().split(/\s+/).length;
const lettersOfWord = 5;

/** Any of these, as a part of a longer pattern. */
export const any = (...forms: readonly string[]): string => `(?:${forms.join('|')})`;

/** A pattern for clauses, whose words are without accents, that knows the letters of all languages. */
export const pattern = (source: string): RegExp => new RegExp(unaccented(source), 'u');

/** A clause that is one of these from its beginning to its end. */
export const whole = (...forms: readonly string[]): RegExp => pattern(`^${any(...forms)}$`);

/** Punctuation before a space or the end, a dash between spaces, a smile, a picture. */
const pauses =
  /[¿¡]|[.,;:!?)(~*]+(?=\s|$)|[。、！？…\n"]|\s[-–—]+\s|[:;]-?[()dp](?=\s|$)|<3|\p{Extended_Pictographic}|\uFE0F/u;

/** What stands between the pauses, in small letters without accents. */
export const clausesOf = once((text): readonly string[] =>
  folded(text)
    .split(pauses)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause) => clause !== ''),
);

/** What a text says from its beginning to its end, without the pauses. */
export const unpaused = (text: string): string => clausesOf(text).join(' ');

/** Whether a short text is one of these from its beginning to its end. */
export const isWhole = (phrases: RegExp, text: string): boolean =>
  text.length <= longest && phrases.test(unpaused(text));

const everyPause = new RegExp(pauses, 'gu');

/** The first clause of a text and its last one as they were typed, each with what is left without it. */
export const edgesOf = (text: string): readonly { readonly clause: string; readonly rest: string }[] => {
  const ends = [...text.matchAll(everyPause)].map(({ 0: pause, index }) => ({
    at: index,
    after: index + pause.length,
  }));
  const starts = [0, ...ends.map(({ after }) => after)];
  const pieces = starts
    .map((from, n) => ({ from, to: ends[n]?.at ?? text.length }))
    .filter(({ from, to }) => text.slice(from, to).trim() !== '');
  const [first, second] = pieces;
  const [before, last] = pieces.slice(-2);
  if (!first) return [];
  const of = ({ from, to }: typeof first): string => text.slice(from, to).trim();
  if (!second) return [{ clause: of(first), rest: '' }];
  return [
    { clause: of(first), rest: text.slice(second.from).trim() },
    { clause: of(last!), rest: text.slice(0, before!.to).trim() },
  ];
};

/** What a phrase means, and the ways to put it. */
export type Phrases<Meaning> = readonly [Meaning, RegExp];

/** The first meaning whose phrases fit. */
export const phraseOf = <Meaning>(
  all: readonly Phrases<Meaning>[],
  fits: (phrases: RegExp) => boolean,
): Meaning | undefined => all.find(([, phrases]) => fits(phrases))?.[0];
