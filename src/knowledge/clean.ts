/** Brings pasted text into plain form: one kind of digit, quote and space, no markup, no encoding. */

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

const character = (point: number): string =>
  point > 31 && point < 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : ' ';

const entity = (whole: string, body: string): string => {
  if (!body.startsWith('#')) return named[body.toLowerCase()] ?? whole;
  return character(/^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1)));
};

const decoded = (run: string): string => {
  const text = run.replaceAll('+', ' ');
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => character(Number.parseInt(hex, 16)));
  }
};

/** A plus is a blank in what is encoded, but itself in the path of an address. */
const decode = (text: string): string =>
  text.replace(
    /(https?:\/\/[^\s?#]{0,300})|(?:%[0-9a-f]{2}|\+(?=[A-Za-z0-9]{1,500}[+%&]))+/gi,
    (run: string, address?: string) =>
      address === undefined ? decoded(run) : address.replace(/(?:%[0-9a-f]{2})+/gi, decoded),
  );

/** What of a tag a person can have meant to show: names and values that speak of an error, a code or a secret. */
const telling =
  /aadsts|msis\d|error|fehler|code|hr=|0x8|\b8004|correlation|activity|request|saml|token|secret|password/i;
const styling = /^(?:class|style|id|type|for|rel|xmlns.*)$/i;

/** What of an attribute's name is kept before its value: an id tells by its name what it is of. */
const said = (attribute: string): string =>
  attribute === 'value' ? '= ' : /\wid$/i.test(attribute) && telling.test(attribute) ? `${attribute}: ` : '';

const tag = (whole: string, slash: string, name: string): string => {
  if (slash || !telling.test(whole)) return ' ';
  const values = [...whole.matchAll(/\s([\w:-]{1,60})\s?=\s?(?:"([^"]*)"|'([^']*)')/g)]
    .filter(([, attribute]) => !styling.test(attribute!))
    .map(([, attribute, double, single]) => `${said(attribute!)}${double ?? single}`);
  return ` ${telling.test(name) ? `${name}: ` : ''}${values.join(' ')} `;
};

/** A number in an element of a log whose name speaks of no error; the elements of pages say nothing of what is in them. */
const recorded = /<([A-Z][A-Za-z]{2,40})(?: [^<>]{0,200})?>\s?\d{4,12}\s?<\/\1>/g;
const generic = /^(?:Data|Value|Text|Message|Result|Detail|TD|TH|DIV|SPAN|LI|STRONG|PRE)$/;

/** The end of a line within an id. */
const tornId = /\b([0-9a-f]{8}-(?:[0-9a-f]{4}-){0,3}) ?\r?\n\s{0,20}(?=(?:[0-9a-f]{4}-){0,3}[0-9a-f]{12}\b)/gi;

/** The zeros of other scripts' digits, each with its nine followers: Arabic, Persian, and those of India and its neighbours. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x17e0];
const otherDigits = new RegExp(
  `[${zeros.map((zero) => `${String.fromCodePoint(zero)}-${String.fromCodePoint(zero + 9)}`).join('')}]`,
  'g',
);
const digitOf = (written: string): string => {
  const point = written.codePointAt(0)!;
  return String(point - zeros.findLast((zero) => zero <= point)!);
};

/** Some texts are encoded again and again on their way; more often than this none is. */
const mostEncodings = 4;
const fullyDecoded = (text: string): string => {
  let now = text;
  for (let round = 0; round < mostEncodings; round++) {
    const next = decode(now);
    if (next === now || !next.includes('%')) return next;
    now = next;
  }
  return now;
};

/** `text` may be anything a person can paste; the result is what they meant to show. */
export const clean = (text: string): string => {
  const plain = text
    .normalize('NFKC')
    .replace(otherDigits, digitOf)
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '')
    // oxlint-disable-next-line no-control-regex -- control characters are what is being removed
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, ' ')
    .replace(/[\u2018\u2019\u201A\u201B\u2032]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u300C\u300D]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/<!--|-->/g, ' ')
    .replace(/<((?:https?|mailto|tel):[^|<>\s]{0,2000})\|([^>]{0,500})>/g, '$1 $2')
    .replace(/<((?:https?|mailto):[^<>\s]{1,2000})>/g, ' $1 ')
    .replace(/<[#@!][^<>|\s]{1,100}(?:\|[^<>]{0,100})?>/g, ' ')
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&(?:amp;)?(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, entity)
    .replace(recorded, (element, name: string) => (telling.test(element) || generic.test(name) ? element : ' '))
    .replace(/<(\/?)([a-z][\w:.-]{0,60})(?:[\s/][^<>]{0,4000})?>/gi, tag)
    .replace(tornId, '$1')
    .replace(/\\{1,4}[rnt]/g, ' ')
    .replace(/\\{1,4}"/g, '"');
  return fullyDecoded(plain);
};
