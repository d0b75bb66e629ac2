/** What the text of a picture says. Letters and digits that look alike are told apart only within a code, and only by the catalog. */
import type { Catalog, Found } from '../model/catalog.ts';
import type { PictureFinding, PictureIds } from '../model/picture.ts';

/** How recognition writes "AADSTS", and what follows it as a code. */
const labelled =
  /(?<![A-Za-z0-9])[A4]{1,2}[DO0]?[S5$]T[S5$]\s{0,2}[:.#-]?\s{0,2}([\dOoQDIl|!SsBZz]{4,8})(?![A-Za-z0-9])/g;

/** Eight characters that may be a hex code, with or without 0x. */
const hexes = /(?<![A-Za-z0-9-])((?:[0OoQ][xX×])?)([0-9A-FOoQIl|!Ss]{8})(?![A-Za-z0-9-])/g;

const digits: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  '|': '1',
  '!': '1',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
};

const asDigits = (written: string): string => written.replace(/\D/g, (letter) => digits[letter] ?? letter);

/** In hex, B and D are digits of their own. */
const asHex = (written: string): string =>
  written.replace(/[^0-9A-F]/g, (letter) => digits[letter] ?? letter).toUpperCase();

/** The same hex digits with some 8 read for B or the other way round: all of them where they are few. */
const alternatives = (hex: string): readonly string[] => {
  const open = Array.from(hex).flatMap((digit, n) => (digit === '8' || digit === 'B' ? [n] : []));
  if (open.length > 4) return [hex];
  return Array.from({ length: 2 ** open.length }, (_, choice) =>
    Array.from(hex)
      .map((digit, n) => {
        const bit = open.indexOf(n);
        return bit < 0 || !(choice & (2 ** bit)) ? digit : digit === '8' ? 'B' : '8';
      })
      .join(''),
  );
};

/** A code as it stands in the picture: known to the catalog or not, and whether a letter had to be taken for a digit. */
type Seen = { readonly code: string; readonly known: boolean; readonly repaired: boolean };

const seenIn = (text: string, knows: (code: string) => boolean): readonly Seen[] => [
  ...[...text.matchAll(labelled)].flatMap(([, written = '']): Seen[] => {
    const code = asDigits(written);
    const repaired = code !== written;
    if (knows(code)) return [{ code, known: true, repaired }];
    return /^\d{5,8}$/.test(written) ? [{ code, known: false, repaired }] : [];
  }),
  ...[...text.matchAll(hexes)].flatMap(([, prefix = '', written = '']): Seen[] => {
    const hex = asHex(written);
    for (const one of alternatives(hex))
      for (const code of prefix ? [`0x${one}`, one] : [one, `0x${one}`])
        if (knows(code)) return [{ code, known: true, repaired: one !== written.toUpperCase() }];
    return [];
  }),
];

/** The codes that were seen: first those read as they stand, then those read most often, then the decisive one of nested codes. */
const ranked = (seen: readonly Seen[], order: readonly string[]): readonly string[] => {
  const tally = new Map<string, { count: number; exact: boolean }>();
  for (const { code, repaired } of seen) {
    const before = tally.get(code);
    tally.set(code, { count: (before?.count ?? 0) + 1, exact: (before?.exact ?? false) || !repaired });
  }
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  return [...tally]
    .toSorted(([one, a], [two, b]) => Number(b.exact) - Number(a.exact) || b.count - a.count || place(one) - place(two))
    .map(([code]) => code);
};

const mostCodes = 3;
const mostLooks = 3;

/** An entry whose words fit less than this is not worth asking about. */
const worthAsking = 0.15;

/** A text of fewer words than this is no message that anybody could be asked about. */
const fewestWords = 4;

export const understand = (text: string, catalog: Catalog): PictureFinding => {
  const byCode = new Map(catalog.entries.flatMap((entry) => entry.codes.map((code) => [code, entry] as const)));
  const knows = (code: string): boolean => byCode.has(code);
  const seen = seenIn(text, knows);
  const found = catalog.find(text);
  const ids = idsIn(found);
  const { codes: order } = found.extracted;
  const further = found.verdict === 'answer' ? order.filter(knows) : [];
  const known = [
    ...new Set([
      ...ranked(
        seen.filter(({ known: one }) => one),
        order,
      ),
      ...further,
    ]),
  ];
  if (known.length > 0)
    return {
      kind: 'codes',
      codes: known.slice(0, mostCodes).map((code) => ({ code, entry: byCode.get(code)!.id })),
      ids,
    };
  const unknown = [
    ...new Set([
      ...ranked(
        seen.filter(({ known: one }) => !one),
        order,
      ),
      ...found.unknownCodes,
    ]),
  ];
  if (unknown.length > 0 && found.verdict !== 'foreign')
    return { kind: 'unknown', codes: unknown.slice(0, mostCodes), ids };
  const wordy = text.trim().split(/\s+/).length >= fewestWords;
  const looks = found.candidates.filter(({ confidence }) => confidence >= worthAsking).slice(0, mostLooks);
  if (wordy && looks.length > 0 && (found.verdict === 'answer' || found.verdict === 'clarify'))
    return { kind: 'looks', entries: looks.map(({ entry }) => entry.id), ids };
  return { kind: 'nothing' };
};

const idsIn = ({ extracted: { correlationId, requestId, timestamp } }: Found): PictureIds => ({
  ...(correlationId ? { correlationId } : {}),
  ...(requestId ? { requestId } : {}),
  ...(timestamp ? { timestamp } : {}),
});
