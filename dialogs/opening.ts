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
  if (extracted.codes.length === 0 || text.length > longest) return undefined;
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
