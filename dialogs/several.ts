/** Takes a message apart that numbers several problems: "two things: 1) Bob gets AADSTS50053 2) Outlook keeps asking Lisa". */
import type { Catalog, Found } from '../src/model/catalog.ts';
import { countOf } from './phrases.ts';
import { foundBeside } from './codes.ts';
import { isTrouble } from './trouble.ts';

/** A number or letter of a list with what closes it, an ordinal, or a bullet. */
const markers = [
  /(?:^|[\s,;:])(?:[1-5]|[a-e])[).:]\s+/i,
  /(?:^|[\s,;:])[①-⑤]\s*/,
  /(?:^|[\s,;:])(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|erstens|zweitens|drittens|premièrement|deuxièmement|troisièmement|primero|segundo|tercero)[,:]\s+/i,
  /(?:^|\n)\s{0,4}[-*•]\s+/,
];

/** Where a list tells what was tried, or the way to an error. */
const deeds =
  /\b(?:tried|steps?|did|done|already|versucht|probiert|gemacht|schritte|étapes|pasos)\b|(?:essayé|probé)|試|手順/i;

const isOfDeeds = (text: string): boolean =>
  text.length <= longest &&
  markers.some((mark) => {
    const [before = '', ...parts] = text.split(mark);
    return parts.length > 1 && deeds.test(before);
  });

/** The numbers from two on, as people write them. */
const numerals = [
  ['2', 'two', 'zwei', 'deux', 'dos', '二'],
  ['3', 'three', 'drei', 'trois', 'tres', '三'],
  ['4', 'four', 'vier', 'quatre', 'cuatro', '四'],
  ['5', 'five', 'fünf', 'cinq', 'cinco', '五'],
];
const counts = numerals.flat().join('|');

/** How many problems are announced, and what stands behind that: "I have three issues: …". */
const announcing = new RegExp(
  `(?:^|[\\s,;])(?<count>${counts})(?:\\s+\\p{L}+)?\\s+(?:issues?|problems?|things?|questions?|cases?|tickets?|probleme|sachen|dinge|fragen|fälle|problèmes|choses|cas|problemas|cosas|preguntas|casos)\\s*[:：]\\s*(?<rest>.+)$|(?<number>${counts})つ[^:：。]{0,12}[:：。](?<behind>.+)$`,
  'isu',
);

const joints = [/\s*[;；\n]\s*/, /\s*[,、，]\s*(?:(?:and|und|et|y)\s+)?|\s+(?:and|und|et|y)\s+/i];

/** The parts of a text that announces how many problems follow, where there are as many. */
const announcedParts = (text: string): readonly string[] => {
  const { count, rest, number, behind } = announcing.exec(text)?.groups ?? {};
  const said = (count ?? number ?? '').toLowerCase();
  const announced = numerals.findIndex((names) => names.includes(said)) + 2;
  const told = (rest ?? behind ?? '').replace(/[\s.。]+$/, '');
  const parts = joints.map((joint) => told.split(joint).filter(Boolean));
  return parts.find(({ length }) => length > 1 && length === announced) ?? [];
};

/** The numbered parts of a text, without what stands before the first, or those that it announces; empty where it has fewer than two. */
export const listedParts = (text: string): readonly string[] => {
  if (text.length > longest) return [];
  const parts =
    markers.map((mark) => text.split(mark).slice(1)).find((some) => some.length > 1) ?? announcedParts(text);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

/** A longer text is a paste, whose lists are none of the person's. */
const longest = 600;

/** A part of a message and what it finds. */
export type Part = { readonly text: string; readonly found: Found };

const isSure = ({ found }: Part): boolean => found.verdict === 'answer';

/** Trouble as it is told in the few words of a list. */
const symptom =
  /\b(?:not \w+ing|no longer|offline|slow|down|broken|missing|forgot|expired|drops?|dropping|disconnect\w*|crash\w*|freez\w*|jams?|says|shows|nicht|langsam|kaputt|abgelaufen|vergessen|ne \w+ (?:pas|plus)|en panne|no (?:funciona|abre|imprime|carga|entra|puede|deja)|lento|caducad[oa])\b|expiré|oublié|ない|ません|切れ|遅い/i;

/** A part that tells of a problem rather than of what was tried, or of a value. */
const isProblem = (part: Part): boolean =>
  isSure(part) ||
  ['confirm', 'foreign'].includes(part.found.verdict) ||
  isTrouble(part.text) ||
  symptom.test(part.text);

/** The parts of "Tom 50126, Anna 53003": each names a code of its own, and more beside it than the code. */
const codedParts = (text: string, catalog: Pick<Catalog, 'find' | 'entries'>): readonly Part[] => {
  const parts =
    text.length > longestList
      ? []
      : text.split(/(?:,|;|\n|\s(?:and|und|et|y|while|aber|but)\s)+/).map((part) => part.trim());
  const numbered = parts.filter((part) => {
    const words = countOf(part);
    return /\d{3}/.test(part) && words > 1 && words <= mostOfOne;
  });
  if (numbered.length < 2) return [];
  const coded = numbered
    .map((part): Part => ({ text: part, found: foundBeside(part, catalog) }))
    .filter((part) => isSure(part) && part.found.extracted.codes.length === 1);
  const entries = new Set(coded.map(({ found }) => found.candidates[0]!.entry));
  return coded.length > 1 && entries.size === coded.length ? coded : [];
};

/** "Outlook asks for the password, and also AADSTS50105 in Salesforce": two problems in one sentence. */
const also =
  /\s*[,;]?\s+(?:and also|and additionally|also|plus|und außerdem|und auch|außerdem|et aussi|et en plus|y también|y además)\s+|、?(?:また|それと)、/i;

/** The parts of a text that names one problem and then another one, each with an answer of a topic of its own, and one by its code, which leads. */
const joinedParts = (text: string, { find }: Pick<Catalog, 'find'>): readonly Part[] => {
  const split = text.length > longestList ? [] : text.split(also);
  if (split.length !== 2) return [];
  const parts = split.map((part): Part => ({ text: part.trim(), found: find(part) }));
  const topics = new Set(parts.map(({ found }) => found.candidates[0]?.entry.topic));
  const coded = parts.filter(({ found }) => found.extracted.codes.length > 0);
  return coded.length === 1 && parts.every(isSure) && topics.size === 2
    ? [...coded, ...parts.filter((part) => !coded.includes(part))]
    : [];
};

/** Words before a list that is of a message. */
const ofMessage = /\b(?:causes?|reasons?|check|ursachen?|gründe|raisons|causas|razones)\b|原因/i;

/** A list beside a code that is in none of its parts is of the message that the code is of: "possible causes: …". */
const isOfCode = (text: string, parts: readonly Part[], whole: Found): boolean =>
  ofMessage.test(text) &&
  whole.verdict === 'answer' &&
  whole.extracted.codes.length > 0 &&
  parts.every(({ found }) => found.extracted.codes.length === 0);

const longestList = 200;
const mostOfOne = 9;

/** The problems of a message that numbers several, each topic once; empty where it numbers other things, or finds nothing for any. */
export const problemsIn = (text: string, catalog: Pick<Catalog, 'find' | 'entries'>): readonly Part[] => {
  const { find } = catalog;
  const listed = (isOfDeeds(text) ? [] : listedParts(text)).map((part): Part => ({ text: part, found: find(part) }));
  const parts = listed.length > 0 && isOfCode(text, listed, find(text)) ? [] : listed;
  const topics = parts.map((part) => (isSure(part) ? part.found.candidates[0]!.entry.topic : null));
  const apart = parts.filter((_, n) => topics[n] === null || topics.indexOf(topics[n]!) === n);
  const problems = apart.filter(isProblem);
  const announced = parts.length > 0 && announcedParts(text).length === parts.length;
  if (announced && apart.every(({ found }) => found.candidates.length > 0)) return apart;
  const several = apart.filter(isSure).length > 1 || problems.length === parts.length;
  if (several && problems.some(({ found }) => found.candidates.length > 0)) return problems;
  if (parts.length > 0) return [];
  const coded = codedParts(text, catalog);
  return coded.length > 0 ? coded : joinedParts(text, catalog);
};
