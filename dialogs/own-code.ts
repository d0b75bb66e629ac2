/** Reads the code of the answer at hand as "the error" in what people report: they type it again. */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { typed } from './codes.ts';
import { helpedNot, helpedSome } from './helped.ts';
import { actIn, type Act } from './intent.ts';
import { countOf, longest } from './phrases.ts';
import { isQuestion } from './question.ts';

const reports: ReadonlySet<Act | 'asked'> = new Set<Act | 'asked'>(['helped', 'partly', 'failed', 'done', 'asked']);

/** The text without the entry's own codes where it then reports something, otherwise as it is. */
export const withoutOwnCode = (
  text: string,
  { codes }: Entry,
  catalog: Pick<Catalog, 'intent' | 'hear' | 'find'>,
): string => {
  if (text.length > longest) return text;
  const error = /[\u3040-\u30FF]/.test(text) ? 'エラー' : 'the error';
  const bare = codes.reduce((said, code) => said.replaceAll(typed(code, lead), error), text);
  if (bare === text || isQuestion(text) || countOf(bare.replaceAll(error, '')) < fewest) return text;
  if (catalog.find(bare).verdict === 'foreign') return text;
  const act = actIn(bare, catalog);
  return helpedSome(bare) || helpedNot(bare) || (act !== null && reports.has(act)) ? bare : text;
};

/** So few words beside a code ask for what it means. */
const fewest = 2;

/** The words before a code that only say that it is one. */
const lead = String.raw`(?:\b(?:the |an? )?(?:error|code|fehler|erreur) )?`;
