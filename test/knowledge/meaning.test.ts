/** What texts mean: examples of the same in other words and languages, and what stands beside the entries as a floor. */
import { expect, test } from '@jest/globals';
import { followUps, together } from '../../bench/follow-ups.ts';
import { loadCatalog } from '../../src/catalog-files.ts';
import { builtIn } from '../../src/config.ts';
import { besideIn } from '../../src/knowledge/beside.ts';
import { meaningOf, nearness, parseMeanings, writeMeanings } from '../../src/knowledge/meaning.ts';

const near = (one: string, other: string): number => nearness(meaningOf(one), meaningOf(other));

test.each([
  ['nobody else has this, only the boss', 'nur der Chef ist betroffen', 'the whole company has it'],
  ['works fine in incognito', 'en navigation privée ça passe', 'incognito fails just the same'],
  ['we swapped the cert last night', '昨夜証明書を更新しました', 'the cert is good until 2028'],
  ['se cambió la contraseña ayer', 'his password was reset yesterday', 'the password never expires'],
  ['am Handy geht es', 'her phone works', 'her laptop works'],
  ['the device is not in entra', 'das Gerät fehlt in Entra', 'the device is in entra and enabled'],
] as const)('"%s" is nearer to "%s" than to "%s"', (text, same, other) => {
  expect(near(text, same)).toBeGreaterThan(near(text, other));
});

test('a text is as near to itself as can be, and one of which no word is known to nothing', () => {
  expect(near('the clock is five minutes slow', 'the clock is five minutes slow')).toBeCloseTo(1, 5);
  expect(near('', 'the clock is five minutes slow')).toBe(0);
  expect(near('☃', '☃')).toBe(0);
});

test('by meaning alone, of what stands beside an entry the nearest is the right one for three of four', async () => {
  const catalog = await loadCatalog(builtIn);
  const besideOf = besideIn(builtIn);
  const lines = together(followUps('follow-ups-held', 'follow-ups-later'));
  const isRight = ({ entry, text, faq = [], findings = [] }: (typeof lines)[number]): boolean => {
    const beside = besideOf(catalog.entry(entry)!);
    const own = meaningOf(text);
    const nearest = [...(faq.length > 0 ? beside.faq : []), ...(findings.length > 0 ? beside.findings : [])]
      .map(({ said, says }) => ({ said, by: Math.max(...[said, ...says].map((one) => nearness(own, meaningOf(one)))) }))
      .reduce((best, one) => (one.by > best.by ? one : best));
    return [...faq, ...findings].includes(nearest.said);
  };
  const said = lines.filter(({ faq, findings }) => faq ?? findings);
  expect(said.filter(isRight).length / said.length).toBeGreaterThanOrEqual(0.75);
});

test('what was written is read again', () => {
  const meanings = {
    hashes: Uint32Array.from([7, 2 ** 32 - 1]),
    cells: Int8Array.from({ length: 128 }, (_, n) => n - 64),
  };
  expect(parseMeanings(writeMeanings(meanings, 'a test'))).toEqual(meanings);
});
