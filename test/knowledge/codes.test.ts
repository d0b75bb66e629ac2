/** A wrong code is never answered: every code of the catalog with a slip in it. */
import { expect, test } from '@jest/globals';
import type { Catalog } from '../../src/model/catalog.ts';
import { realCatalog } from '../fakes.ts';

const codesOf = ({ entries }: Catalog): readonly string[] => entries.flatMap((entry) => entry.codes);

const signs = (code: string): readonly string[] =>
  /^\d+$/.test(code) ? Array.from('0123456789') : Array.from('0123456789ABCDEF');

/** One character changed, two swapped, one left out, one doubled, and every beginning of at least four characters. */
const slips = (code: string): readonly string[] => {
  const prefix = /^(?:0x|MSIS|SSPR_)?/.exec(code)![0];
  const body = code.slice(prefix.length);
  const found = new Set<string>();
  for (let n = 0; n < body.length; n++) {
    for (const sign of signs(body)) found.add(body.slice(0, n) + sign + body.slice(n + 1));
    found.add(body.slice(0, n) + body.slice(n + 1));
    found.add(body.slice(0, n + 1) + body.slice(n));
    if (n > 0) found.add(body.slice(0, n - 1) + body[n]! + body[n - 1]! + body.slice(n + 1));
    if (n >= 4) found.add(body.slice(0, n));
  }
  return [...found].map((one) => prefix + one);
};

test('every code finds its own entry in every plain spelling', async () => {
  const catalog = await realCatalog();
  for (const code of codesOf(catalog)) {
    const spellings = /^\d{5,7}$/.test(code)
      ? [`AADSTS${code}`, `aadsts ${code}`, `"error_codes":[${code}]`]
      : [code, code.toLowerCase()];
    for (const spelling of [...spellings, `error code ${code}`]) {
      const { verdict, candidates } = catalog.find(spelling);
      expect([spelling, verdict, candidates[0]?.entry.codes.includes(code)]).toEqual([spelling, 'answer', true]);
    }
  }
});

test('no code with a slip in it is answered', async () => {
  const catalog = await realCatalog();
  const known = new Set(codesOf(catalog));
  const wrong: string[] = [];
  let tried = 0;
  for (const code of known)
    for (const slip of slips(code)) {
      const bare = slip.replace(/^0x/, '');
      if (known.has(slip) || known.has(bare) || known.has(`0x${bare}`)) continue;
      for (const text of [slip, /^\d+$/.test(slip) ? `AADSTS${slip}` : `error ${slip}`]) {
        tried++;
        const { verdict, candidates } = catalog.find(text);
        if (verdict === 'answer') wrong.push(`${text} -> ${candidates[0]?.entry.id}`);
      }
    }
  expect(tried).toBeGreaterThan(30_000);
  expect(wrong).toEqual([]);
}, 60_000);
