/** A wrong code is never answered. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { readPaste } from '../../src/knowledge/paste.ts';
import { realCatalog } from '../fakes.ts';
import { codesOf, isAadsts, type Slipped, sentences } from './slips.ts';

/** General Windows codes are answered only where the text speaks of sign-in in words that the catalog knows. */
const fitsAnywhere = (code: string): boolean => !/^0x(?:8007|8009|8028|8029|C0)/.test(code);

test('every code finds its own entry in every plain spelling', async () => {
  const catalog = await realCatalog();
  for (const code of codesOf(catalog)) {
    const spellings = isAadsts(code)
      ? [`AADSTS${code}`, `aadsts ${code}`, `AADSTS: ${code}`, `"error_codes":[${code}]`, `ResultType: ${code}`]
      : [code, code.toLowerCase(), `HR=${code}`];
    for (const spelling of [
      ...spellings,
      `error code ${code}`,
      ...(fitsAnywhere(code) ? sentences.map((sentence) => sentence(code)) : []),
    ]) {
      const { verdict, candidates } = catalog.find(spelling);
      expect([spelling, verdict, candidates[0]?.entry.codes.includes(code)]).toEqual([spelling, 'answer', true]);
    }
  }
}, 60_000);

test('the sentences around the codes say nothing that would be answered by itself', async () => {
  const catalog = await realCatalog();
  for (const sentence of sentences) expect(catalog.find(sentence('it')).verdict).not.toBe('answer');
});

test('no code with a letter in the place of a digit is found, and each is near the code that was meant', async () => {
  const codes = codesOf(await realCatalog()).filter(isAadsts);
  const catalog = new Set(codes);
  const letters: Readonly<Record<string, string>> = { 0: 'O', 1: 'l', 5: 'S', 8: 'B' };
  const read = (text: string) => readPaste(text, (code) => catalog.has(code));
  const misread = codes.flatMap((code) =>
    Array.from(code).flatMap((digit, n) =>
      letters[digit] ? [{ code, written: code.slice(0, n) + letters[digit] + code.slice(n + 1) }] : [],
    ),
  );
  expect(misread.length).toBeGreaterThan(1500);
  const pages = misread.map(({ code, written }) => {
    const { known, near } = read(`AADSTS${written}: Something went wrong.`);
    return { code, written, known, near };
  });
  expect(pages.filter(({ known }) => known.length > 0)).toEqual([]);
  expect(pages.filter(({ code, near }) => !near.includes(code))).toEqual([]);
  const labelled = misread.map(({ written }) => read(`error code ${written} on the screen of a colleague`));
  expect(labelled.filter(({ known }) => known.length > 0)).toEqual([]);
});

/** In a process of its own, where regular expressions run five times as fast as among the tests. */
test('no code with a slip in it is answered, unless the slip is itself a code and answered as itself', async () => {
  const program = fileURLToPath(new URL('slips.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', program], { maxBuffer: 2 ** 26 });
  const { tried, wrong } = JSON.parse(stdout) as Slipped;
  expect(tried).toBeGreaterThan(150_000);
  expect(wrong).toEqual([]);
}, 120_000);
