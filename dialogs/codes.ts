/** Finds codes that are told in passing, beside an answer: "and his phone gets 53000". */
import type { Catalog, Found, Known } from '../src/model/catalog.ts';

const bare = /(?<![\p{L}\d#.,:/+_-])(\d{5,7})(?![\p{L}\d_/-]|[.,:]\d)/gu;

/** What a number is that stands behind one of these words. */
const others =
  /(?:\b(?:ext|extension|phone|tel|telefon|room|ticket|order|port|id|pid|plz|zip|number|nummer|user|users|win(?:dows)?|build|kb|event)\.?|#)\s*$/i;

/** So many words are a sentence; numbers in a longer text are told by what stands around them. */
const most = 25;

/** The text with the numbers in it that are codes of the catalog spelt as such. */
const withCodes = (text: string, { entries }: Pick<Catalog, 'entries'>): string =>
  text.split(/\s+/).length > most
    ? text
    : text.replace(bare, (digits: string, _: string, at: number) =>
        !others.test(text.slice(0, at)) && entries.some(({ codes }) => codes.includes(digits))
          ? `AADSTS${digits}`
          : digits,
      );

/** A code of the catalog as people type it, behind the words that lead to it: one that is hexadecimal also without its mark. */
export const typed = (code: string, lead = ''): RegExp => {
  const digits = code.replace(/^0x/i, '').replaceAll(/\W/g, String.raw`\$&`);
  return new RegExp(String.raw`${lead}(?<!\w)(?:aadsts ?|0x)?${digits}(?!\w)`, 'giu');
};

/** What a text finds beside an answer or a question; a number in it that nothing marks as a code is one where the catalog has it and no other system is spoken of. */
export const foundBeside = (text: string, catalog: Pick<Catalog, 'entries' | 'find'>, before?: Known): Found => {
  const found = catalog.find(text, before);
  const spelt = withCodes(text, catalog);
  const isOpen = found.extracted.codes.length === 0 && found.verdict !== 'foreign' && found.verdict !== 'confirm';
  return isOpen && spelt !== text ? catalog.find(spelt, before) : found;
};
