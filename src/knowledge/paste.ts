/** Picks error codes and ticket values out of pasted text, and leaves the words. */
import type { Extracted } from '../model/catalog.ts';
import { clean } from './clean.ts';
import { field, isForeign } from './foreign.ts';

/** A code as found. `sure` tells that a label or its own shape marks it as a code; a bare number is one only if the catalog knows it. */
type Spotted = { readonly code: string; readonly sure: boolean; readonly at: number; readonly near?: string };

export type Pasted = {
  /** Codes of the catalog, the decisive one first. */
  readonly known: readonly string[];
  /** Codes that are not in the catalog. */
  readonly unknown: readonly string[];
  /** Catalog codes that one of the unknown ones may have been meant to be: the same digits in another family. */
  readonly near: readonly string[];
  /** True when the text is about another system's error. */
  readonly foreign: boolean;
  readonly extracted: Extracted;
  /** The text without codes, ids, addresses and other values: what a symptom search should look at. */
  readonly words: string;
};

const guid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

/** What is taken out before bare numbers are looked at, because its digits are never a sign-in code. */
const noise: readonly RegExp[] = [
  guid,
  /\bhttps?:\/\/[^\s"'<>]+/gi,
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g,
  /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?/g,
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g,
  /\b\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\b/g,
  /\b\d{1,3}(?:\.\d{1,5}){2,}\b/g,
  /\b(?:[0-9a-f]{40}|[0-9a-f]{64}|(?:[0-9a-f]{2}[: ]){15,}[0-9a-f]{2})\b/gi,
  /(?:\b(?:tel|phone|fon|mobile|call|fax|ext)\b\W{0,3}|\+|\b0|\()\d[\d ()/-]{6,}\d/gi,
  /\b(?:port|ticket|case|incident|inc|room|order|invoice|zip|plz|po|pid|tid|line|build|version|kb|id|event|localhost|#)\s?[:#]?\s?\d{4,8}\b/gi,
  /[$€£]\s?\d{4,8}\b/g,
  /\b\d{4,8}\s?(?:users?|people|persons|accounts?|mailboxes|devices|licen[cs]es|times|items|rows|entries|files|euros?|eur|usd|dollars|mb|gb|kb|ms|seconds|minutes|hours|days|benutzer|utilisateurs)\b/gi,
  /:\d{2,5}\b(?=[/\s]|$)/g,
];

const labels =
  /(?:\berrors?|\bcodes?|err(?:or)?[_ -]?codes?"?|fehler(?:code)?|erreur|código|codigo|エラー(?:コード)?|コード|错误(?:代码)?|error|status\.errorcode|hr|aadsts|acs)\s?(?:code|number|no\.?|nr\.?|id)?["']?\s{0,2}[:=#[(]{0,2}\s{0,2}["'[]{0,2}(-?\d{4,10})(?!\d|-\d|[a-f]{1,4}(?![a-z]))/gi;

const wrappers: ReadonlySet<string> = new Set(['70002', '50000']);

/** `knows` tells whether the catalog has the code in exactly this spelling. */
export const readPaste = (pasted: string, knows: (code: string) => boolean): Pasted => {
  const text = clean(pasted.slice(0, 200_000));
  const rest = noise.reduce((left, pattern) => left.replace(pattern, (hit) => ' '.repeat(hit.length)), text);
  const short = text.trim().split(/\s+/).length <= 8;
  const found: Spotted[] = [
    ...spot(text, /(?:A{1,2}D{1,2}\s?[ST]{1,5}|(?<![A-Z])ACS)\s*[:#-]?\s*(\d{4,8})(?!\d)/gi, (m) => sure(m[1]!)),
    ...spot(text, /A{1,2}DSTS\s{0,3}[:#-]?\s{0,3}((?:\d ?){5,7})(?! ?\d)/gi, (m) => {
      const code = m[1]!.replaceAll(' ', '');
      return knows(code) ? sure(code) : [];
    }),
    ...spot(text, /A{1,2}DSTS\s{0,3}[:#-]?\s{0,3}(?=\d{0,6}[OIlSB])([\dOIlSB]{5,7})(?![\w])/g, (m) =>
      misread(m[1]!, knows),
    ),
    ...spot(text, /"?error_?codes"?\s*:?\s*\[\s*([\d,\s]+)\]/gi, (m) =>
      m[1]!
        .match(/\d{4,8}/g)!
        .map(sure)
        .flat(),
    ),
    ...spot(text, /\bMSIS\s?(\d{4})(?!\d)/gi, (m) => sure(`MSIS${m[1]}`)),
    ...spot(text, /\bSSPR_\d{3,4}\b/gi, (m) => sure(m[0].toUpperCase())),
    ...spot(text, /[?&#]code=(\d{5,8})\b/gi, (m) => sure(m[1]!)),
    ...spot(rest, /(?<![0-9A-Za-z-])(0x)?([0-9A-F]{8})(?![0-9A-Za-z])/gi, (m) => hex(m, text, knows)),
    ...spot(rest, /(?<![\d.-])(-?)(\d{10})(?!\d)/g, (m) => decimal(m, knows)),
    ...spot(rest, labels, (m) => (/^\d{4,8}$/.test(m[1]!) && !isHex8004(m[1]!) ? sure(m[1]!) : [])),
    ...spot(rest, /(?<![0-9A-Za-z.,+_$-])(\d{5,7})(?![0-9A-Za-z]|[.,]\d|-\d)/g, (m) =>
      knows(m[1]!) || short ? [{ code: m[1]!, sure: short }] : [],
    ),
  ].toSorted((a, b) => a.at - b.at);
  const sureCodes = new Set(found.filter((one) => one.sure).map((one) => one.code));
  const codes = [...new Set(found.map((one) => one.code))].filter((code) => knows(code) || sureCodes.has(code));
  const known = codes.filter(knows).filter((code) => fits(code, text));
  const unknown = codes.filter((code) => !knows(code) || !fits(code, text));
  const decisive = [...known.filter((code) => !wrappers.has(code)), ...known.filter((code) => wrappers.has(code))];
  return {
    known: decisive,
    unknown,
    near: [...new Set(found.flatMap((one) => one.near ?? []))].filter((code) => !known.includes(code)),
    foreign: isForeign(text),
    extracted: { codes: [...decisive, ...unknown], ...values(text) },
    words: wordsOf(rest),
  };
};

const sure = (code: string): Omit<Spotted, 'at'>[] => [{ code, sure: true }];

const spot = (text: string, pattern: RegExp, read: (match: RegExpExecArray) => Omit<Spotted, 'at'>[]): Spotted[] =>
  [...text.matchAll(pattern)].flatMap((match) => read(match).map((one) => ({ ...one, at: match.index })));

/** Letters that are easily taken for digits when a code is typed off a screen: the code is near, not known. */
const misread = (written: string, knows: (code: string) => boolean): Omit<Spotted, 'at'>[] => {
  const code = written.replace(/O/g, '0').replace(/[Il]/g, '1').replace(/S/g, '5').replace(/B/g, '8');
  return knows(code) ? [{ code: written, sure: true, near: code }] : [];
};

const isHex8004 = (digits: string): boolean => /^8004\d{4}$/.test(digits);

/** Eight hex digits: the sign-in family is written without 0x, all others with it; the same digits can be two codes. */
const hex = (match: RegExpExecArray, text: string, knows: (code: string) => boolean): Omit<Spotted, 'at'>[] => {
  const digits = match[2]!.toUpperCase();
  const bare = digits;
  const prefixed = `0x${digits}`;
  if (match[1]) {
    if (knows(prefixed) || !knows(bare)) return [{ code: prefixed, sure: true }];
    return !digits.startsWith('80041') || field.test(text)
      ? [{ code: bare, sure: true }]
      : [{ code: prefixed, sure: true, near: bare }];
  }
  if (digits.startsWith('8004')) return [{ code: !knows(bare) && knows(prefixed) ? prefixed : bare, sure: true }];
  return knows(prefixed) || digits.startsWith('CAA') ? [{ code: prefixed, sure: true }] : [];
};

/** Ten digits can be an HRESULT written as a signed or unsigned decimal. */
const decimal = (match: RegExpExecArray, knows: (code: string) => boolean): Omit<Spotted, 'at'>[] => {
  const number = match[1] ? 2 ** 32 - Number(match[2]) : Number(match[2]);
  if (number < 0x80000000 || number > 0xffffffff) return [];
  const digits = number.toString(16).toUpperCase();
  if (knows(digits)) return [{ code: digits, sure: true }];
  return knows(`0x${digits}`) ? [{ code: `0x${digits}`, sure: true }] : [];
};

/** General Windows codes mean a sign-in problem only in a text about sign-in, or alone. */
const fits = (code: string, text: string): boolean => {
  if (!/^0x(?:8007|8009|8028|8029|C0)/.test(code)) return true;
  const alone = text.trim().split(/\s+/).length <= 6;
  return !isForeign(text) && (alone || field.test(text));
};

const values = (text: string): Omit<Extracted, 'codes'> => {
  const first = (pattern: RegExp): string | null => pattern.exec(text)?.[1] ?? null;
  const id = '["\']?\\s{0,4}[:=]?\\s{0,4}["\']?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})';
  const labelled = (name: string): string | null => first(new RegExp(`\\b${name}${id}`, 'i'));
  return {
    correlationId: labelled('correlation[\\s_+-]{0,4}id') ?? labelled('(?:activity[\\s_]{0,4}id|reference number)'),
    requestId: labelled('(?:request|trace)[\\s_+-]{0,4}id'),
    timestamp: first(/(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)/),
    user: first(/(?<![\w.+-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/),
    application:
      labelled('(?:app(?:lication)?|client)[\\s_]{0,4}id') ??
      first(/application (?:with (?:id|identifier) |named )?['"]([^'"]{1,100})['"]/i),
    tenant:
      labelled('tenant[\\s_]{0,4}id') ??
      first(/tenant (?:named )?['"]([^'"]{1,100})['"]/i) ??
      first(/login\.microsoftonline\.com\/([0-9a-f-]{36}|[\w-]+\.[\w.-]+)/i),
  };
};

const wordsOf = (rest: string): string =>
  rest
    .replace(/\b(?:AADSTS|ACS|MSIS)\s?\d+\b|\b0x[0-9A-F]+\b|\b\d{5,}\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 4000);
