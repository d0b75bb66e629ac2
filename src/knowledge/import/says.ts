/** Finds the codes of a document and what people with its problem would say. */
import { readPaste } from '../paste.ts';
import { isAdvice } from './advice.ts';
import { linesOf } from './inline.ts';
import type { Part, Parts } from './outline.ts';
import { sentences, words } from './spans.ts';

/** The codes in a text, in the catalog's spelling. */
export const codesIn = (text: string): readonly string[] => {
  const found = [...new Set(readPaste(text, isGeneral).extracted.codes)];
  return found.filter((code) => !found.includes(`0x${code}`));
};

/** The families of Windows, which are written with 0x in front, with or without it in the document. */
const isGeneral = (code: string): boolean => /^0x(?:80(?:07|09|18|1C)|C0|CAA)/.test(code);

const most = 8;
const idle =
  /^(?:(?:you|they|users?|the user) (?:receives?|sees?|gets?)\b|this (?:article|issue|problem)|\d{6,7} |if this doesn't work|we (?:have )?detected|for more information|when (?:this|the) (?:error|issue) occurs|additionally|or,|also,|something went wrong$|note\b|to |event id|log name|source:|level:|description:)/i;

/** Short phrases from the title, the quoted messages and the symptoms; `title` is left out itself. */
export const saysOf = (title: string, symptom: Parts): readonly string[] => {
  const quoted = [...title.matchAll(/["“]([^"”]+)["”]/g)].map((match) => match[1]!);
  const messages = symptom.flatMap((part) =>
    part.kind === 'quote' && !part.alert ? linesOf(part) : part.kind === 'code' ? part.text.split('\n') : [],
  );
  const points = symptom.flatMap((part) =>
    part.kind === 'list' ? part.items.flatMap((item) => item.flatMap(firstWords)) : [],
  );
  const told = symptom.flatMap((part) => (part.kind === 'text' ? sentences(part.text).map(words) : []));
  const phrases = [...quoted, ...messages.flatMap((line) => line.split(/(?<=[.!?])\s+/)), ...points, ...told]
    .map(tidyPhrase)
    .filter(isPhrase);
  const seen = new Set([title.toLowerCase()]);
  return phrases.filter((phrase) => !seen.has(phrase.toLowerCase()) && seen.add(phrase.toLowerCase())).slice(0, most);
};

const firstWords = (part: Part): readonly string[] =>
  part.kind === 'text' ? [words(part.text)] : part.kind === 'quote' ? linesOf(part) : [];

const tidyPhrase = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(
      /,? (?:and )?(?:you|they|users?|the user|it)\b.{0,20}\b(?:receives?|sees?|gets?)\b.*(?:messages?|errors?).*$/i,
      '',
    )
    .replace(/\s*\((?:error code: )?[\w ]*\d+\)/gi, '')
    .replace(/^(?:error )?(?:AADSTS|0x)?[0-9A-F]{5,8}:\s*/i, '')
    .replace(/^["'“\s>-]+|["'”\s.:,;]+$/g, '')
    .trim();

/** A phrase that a person could type. */
export const isPhrase = (text: string): boolean => {
  const count = text.split(' ').length;
  const plain = text
    .replace(/\b(?:AADSTS|0x)?[0-9A-F]{5,8}\b/gi, '')
    .split(/\s+/)
    .filter(Boolean).length;
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) return false;
  return (
    plain >= 3 &&
    !isAdvice(text.replace(/^(?:or|also), /i, '')) &&
    count <= 20 &&
    text.length <= 130 &&
    !idle.test(text) &&
    !/https?:\/\/|[{}<>\\|]|^[+~]|\bKB \d/.test(text)
  );
};
