/** What stands beside the code that opens a conversation, and the method of its answer that it surely speaks for: "50076 in a script that runs at night". */
import type { Catalog, Entry, Found } from '../src/model/catalog.ts';
import { typed } from './codes.ts';
import { countOf } from './phrases.ts';
import { findingIn, isSure, meantIn, sureIn } from './spoken.ts';

/** Fewer words beside a code ask for what it means, more of them are a paste. */
const beside = { least: 4, most: 40 } as const;

/** The method, from 1, that the words beside a code surely speak for; undefined where they speak for none, or are the message of the code. */
export const methodOfOpening = (
  text: string,
  { extracted }: Found,
  entry: Entry,
  { followUp }: Pick<Catalog, 'followUp'>,
): number | undefined => {
  if (extracted.codes.length === 0 || text.length > longest || tellingIn(text) < least) return undefined;
  const rest = extracted.codes.reduce((said, code) => said.replaceAll(typed(code), ' '), text);
  const count = countOf(rest);
  if (rest === text || /[:：]/.test(rest) || count < beside.least || count > beside.most) return undefined;
  const told = followUp(entry, rest);
  const finding = findingIn(told);
  if (finding && isSure(finding)) return typeof finding.leads === 'number' ? finding.leads : undefined;
  const sure = sureIn(told, false);
  return sure ? meantIn(sure) : undefined;
};

const longest = 300;

/** Words that stand beside any code and speak for no method: "I get … when signing in". To rank what they say would cost more than the whole answer. */
const empty = new Set(
  'i we he she they you me my our his her the a an this that it is are was am get gets got getting have has see sees seeing receive receives with when while on in at to for of and what why does do mean means error code message aadsts sign signing signs log logging logs login signin into please help hi hello now again'.split(
    ' ',
  ),
);

/** How many words of a text are more than such words, and numbers of four digits and more; in Japanese nothing stands between them. */
const tellingIn = (text: string): number =>
  text
    .toLowerCase()
    .replaceAll(/(?:0x)?[\da-f]*\d{4}[\da-f]*|0x[\da-f]+/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !empty.has(word))
    .reduce((sum, word) => sum + countOf(word), 0);

/** So many other words may speak for one. */
const least = 2;
