/** Brings pasted text into plain form: one kind of digit, quote and space, no markup, no URL encoding. */

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

const entity = (whole: string, body: string): string => {
  if (!body.startsWith('#')) return named[body.toLowerCase()] ?? whole;
  const point = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
  return point > 31 && point < 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : ' ';
};

const decoded = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
};

/** `text` may be anything a person can paste; the result is what they meant to show. */
export const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '')
    // oxlint-disable-next-line no-control-regex -- control characters are what is being removed
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, ' ')
    .replace(/[\u2018\u2019\u201A\u201B\u2032]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/<((?:https?|mailto):[^|>\s]{0,2000})\|([^>]{0,500})>/g, '$1 $2')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, ' ')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, entity)
    .replace(/(?:%[0-9a-f]{2}|\+(?=[A-Za-z0-9]+[+%&]))+/gi, (run) => decoded(run.replaceAll('+', ' ')))
    .replace(/\\{1,4}[rnt]/g, ' ')
    .replace(/\\"/g, '"');
