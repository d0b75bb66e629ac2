/** Every slip in every code of the catalog. Run as a program it looks all of them up and prints what was answered wrongly. */
import { loadCatalog } from '../../src/catalog-files.ts';
import { builtIn } from '../../src/config.ts';
import type { Catalog } from '../../src/model/catalog.ts';

/** `tried` texts were looked up; `wrong` are those that were answered with another code's entry. */
export type Slipped = { readonly tried: number; readonly wrong: readonly string[] };

export const codesOf = ({ entries }: Catalog): readonly string[] => entries.flatMap((entry) => entry.codes);

export const isAadsts = (code: string): boolean => /^\d{4,8}$/.test(code) && !code.startsWith('8004');
const signsOf = (code: string): string =>
  /^(?:\d{5,7}|MSIS\d+|SSPR_\d+)$/.test(code) ? '0123456789' : '0123456789ABCDEF';

/** One character changed, two swapped, one left out, one put in, and every beginning and end. */
const slips = (code: string): readonly string[] => {
  const prefix = /^(?:0x|MSIS|SSPR_)?/.exec(code)![0];
  const body = code.slice(prefix.length);
  const found: string[] = [];
  for (let n = 0; n <= body.length; n++) {
    for (const sign of signsOf(code)) found.push(body.slice(0, n) + sign + body.slice(n));
    if (n === body.length) break;
    for (const sign of signsOf(code)) found.push(body.slice(0, n) + sign + body.slice(n + 1));
    found.push(body.slice(0, n) + body.slice(n + 1));
    if (n > 0) found.push(body.slice(0, n - 1) + body[n]! + body[n - 1]! + body.slice(n + 1));
    if (n > 0) found.push(body.slice(0, n), body.slice(n));
  }
  return found.map((one) => prefix + one);
};

/** Sentences that say nothing of the problem besides the code. */
export const sentences: readonly ((code: string) => string)[] = [
  (code) => `since this morning one of our users gets ${code} when signing in, what can I do?`,
  (code) => `what does ${code} mean, and who in our company has to do something about it to sign in again`,
  (code) => `The sign-in log shows ${code} for two of our users, please tell me more.`,
  (code) => `Beim Anmelden sehen zwei Leute hier ${code} und fragen mich danach.`,
];

const lookUpAll = (catalog: Catalog): Slipped => {
  const known = new Set(codesOf(catalog));
  /** The codes that a text can rightly be answered with: the same digits with and without 0x. */
  const rightly = (slip: string): readonly string[] => {
    const bare = slip.replace(/^0x/, '');
    return [slip, bare, `0x${bare}`].filter((code) => known.has(code));
  };
  const wrong: string[] = [];
  let tried = 0;
  for (const slip of new Set([...known].flatMap(slips))) {
    const right = rightly(slip);
    const sentence = sentences[tried % sentences.length]!;
    for (const text of [slip, ...(/^\d+$/.test(slip) ? [`AADSTS${slip}`] : []), sentence(slip)]) {
      tried++;
      const { verdict, candidates } = catalog.find(text);
      const codes = candidates[0]?.entry.codes ?? [];
      if (verdict === 'answer' && !right.some((code) => codes.includes(code)))
        wrong.push(`${text} -> ${candidates[0]?.entry.id}`);
    }
  }
  return { tried, wrong };
};

if (process.argv[1] === import.meta.filename)
  process.stdout.write(JSON.stringify(lookUpAll(await loadCatalog(builtIn))));
