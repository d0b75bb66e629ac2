/** A wrong code is never answered: every code of the catalog with every slip in it. */
import { expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';

const codesOf = ({ entries }: Catalog): readonly string[] => entries.flatMap((entry) => entry.codes);

const isNumber = (code: string): boolean => /^\d+$/.test(code);
const isAadsts = (code: string): boolean => /^\d{4,8}$/.test(code) && !code.startsWith('8004');
const signsOf = (code: string): string => (/^(?:\d{5,7}|MSIS\d+|SSPR_\d+)$/.test(code) ? '0123456789' : '0123456789ABCDEF');

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

const sentences: readonly ((code: string) => string)[] = [
  (code) => `since this morning my users get ${code} when they sign in to Outlook, what can I do?`,
  (code) => `what does ${code} mean and how do I fix it for one of our users who changed the password`,
  (code) => `The sign-in log of one person shows ${code} for the app, and the device is compliant.`,
  (code) => `Anmeldung geht nicht mehr, es kommt ${code} nach dem Kennwort, was kann ich tun?`,
];

test('every code finds its own entry in every plain spelling', async () => {
  const catalog = await realCatalog();
  for (const code of codesOf(catalog)) {
    const spellings = isAadsts(code)
      ? [`AADSTS${code}`, `aadsts ${code}`, `AADSTS: ${code}`, `"error_codes":[${code}]`, `ResultType: ${code}`]
      : [code, code.toLowerCase(), `HR=${code}`];
    for (const spelling of [...spellings, `error code ${code}`, ...sentences.map((sentence) => sentence(code))]) {
      const { verdict, candidates } = catalog.find(spelling);
      expect([spelling, verdict, candidates[0]?.entry.codes.includes(code)]).toEqual([spelling, 'answer', true]);
    }
  }
}, 60_000);

test('no code with a slip in it is answered, unless the slip is itself a code and answered as itself', async () => {
  const catalog = await realCatalog();
  const known = new Set(codesOf(catalog));
  /** The codes that a text can rightly be answered with: with and without 0x, and a code's digits with its family's name. */
  const rightly = (slip: string): readonly string[] => {
    const bare = slip.replace(/^0x/, '');
    return [slip, bare, `0x${bare}`, `0x${bare.toUpperCase()}`].filter((code) => known.has(code));
  };
  const wrong: string[] = [];
  let tried = 0;
  for (const slip of new Set([...known].flatMap(slips))) {
    const right = rightly(slip);
    const labelled = isNumber(slip) ? `AADSTS${slip}` : `error ${slip}`;
    const sentence = sentences[tried % sentences.length]!;
    for (const text of [slip, labelled, sentence(slip)]) {
      tried++;
      const { verdict, candidates } = catalog.find(text);
      const codes = candidates[0]?.entry.codes ?? [];
      if (verdict === 'answer' && !right.some((code) => codes.includes(code)))
        wrong.push(`${text} -> ${candidates[0]?.entry.id}`);
    }
  }
  expect(tried).toBeGreaterThan(200_000);
  expect(wrong).toEqual([]);
}, 120_000);
