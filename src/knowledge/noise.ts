/** What is taken out before codes are looked for, because its digits are never a sign-in code; the words of addresses can be put back. */

/** Things that people number. */
const numbered = [
  'port|ticket|case|incident|inc|request|change|room|raum|zimmer|sala|salle|floor|building|desk|order|po|bestellung|auftrag|invoice|rechnung|contract|customer|kunde\\w*|client|employee|personal\\w{0,8}|badge|asset|serial|sn|s/n|part|item|article|artikel|product|model',
  'zip|plz|cap|cp|postcode|postal|code postal|código postal|codice postale|pid|tid|process|thread|line|zeile|ligne|línea|linea|linha|riga|col(?:umn)?|page|seite|build|version|ver|release|kb|article|id|localhost|tag|issue|pr|bug|commit|revision|rev|event ?id|ereignis-id|event|eventid|extension|ext|dialed',
  '(?<!your )account|acct|konto|iban|pin|seats?|quota|size|bytes|length|timeout|retry|rtt|latency|offset|seed|year|jahr|année|año',
].join('|');
const named = 'error|err|code|fehler|erreur|errore|erro|hresult|status';
const foreignCode =
  'zip|postal|post|area|country|promo|discount|coupon|booking|order|product|item|bar|source|door|alarm|invite|voucher|tracking|exit|http|language|currency|dial(?:ling|-?in)?|access|qr|dress|building|room|swift|sort|cost|team|class|course|zip-?';

const counted = [
  'users?|people|persons|accounts?|mailboxes|devices|computers|laptops|clients|licen[cs]es|seats|employees|students|times|items|rows|entries|files|events|requests|records|sign-?ins|attempts|groups|messages|e-?mails',
  'euros?|eur|usd|gbp|chf|jpy|dollars|yen|pounds|kr|€|£|¥|円|mb|gb|kb|tb|bytes?|ms|s|sec|seconds|minutes|min|hours|days|weeks|km|m|px|%|benutzer|nutzer|konten|geräte|utilisateurs|comptes|usuarios|usuários|utenti|名|人',
].join('|');

const noise: readonly RegExp[] = [
  /\bS-1-\d{1,3}(?:-\d{1,10}){1,14}\b/g,
  /(?<![\w.+#-])[\w.+#-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g,
  /\b\d{1,8}(?:\.\d{1,8}){2,}(?::\d{1,6})?\b/g,
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ,]{1,2}\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/g,
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/g,
  /\b\d{1,4}年\d{1,2}月\d{1,2}日/g,
  /\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\b/g,
  /(?<![\w.])v\d{1,8}(?:\.\d{1,8})+\b/gi,
  /\b(?:[0-9a-f]{40}|[0-9a-f]{64}|(?:[0-9a-f]{2}[: -]){7,}[0-9a-f]{2})\b/gi,
  /\b(?:thumbprint|fingerprint|fingerabdruck|empreinte|huella|serial(?: ?number)?|sha-?1|sha-?256|hash)\b["']?\s{0,3}[:=]?\s{0,3}["']?(?:[0-9a-f]{2}[: ]?){3,64}\b/gi,
  /\b(?:tel|telefon|téléphone|teléfono|telefone|telefono|phone|fon|mobile|mobil|handy|call|fax|ext|whatsapp)\b[^\d\n]{0,10}\d[\d ()/-]{2,}\d/gi,
  /(?:\+|\b0|\(\d{1,5}\) ?)\d[\d ()/-]{6,}\d/gi,
  new RegExp(String.raw`\b(?:${foreignCode})[ -]?code\b\W{0,3}\d{4,8}\b`, 'gi'),
  new RegExp(
    String.raw`(?<!(?:${named})[ _-]?)\b(?:${numbered})(?: ?(?:no\.?|nr\.?|number|nummer|num|code|id))?\s?(?:["']?[:#=])?\s?#?["']?\d{4,8}\b(?![-.]\d)`,
    'gi',
  ),
  /(?<!(?:aadsts|error|code|fehler)\s?)#\s?\d{4,8}\b/gi,
  /(?:[$€£¥]|\b(?:usd|eur|gbp|chf|jpy|rs|inr)\b)\s?\d{4,8}\b/gi,
  new RegExp(String.raw`(?<![\w-])\d{4,8}\s?(?:${counted})(?![\p{L}\d])`, 'giu'),
  /(?<=[\w\]])(?<!(?:error|code|codes|type|fehler|erreur|errore|erro|result|number|aadsts|hr|status|says|reads|failure)):\d{2,6}\b(?=[/\s,;)]|$)/gi,
];

/** What pages tell of the program and the application, which says nothing of the cause: the browser's own name, and the relying party beside other details of an AD FS page. */
const details: readonly RegExp[] = [
  /\bMozilla\/\d\.\d(?: ?\([^)\n]{0,200}\)| [A-Za-z.]{2,40}\/[\w.]{1,40}){0,12}/g,
  /\bRelying [Pp]arty: {0,3}(?! |\(blank\))(?:[^\n]{1,80}?(?=[\s,;.]{1,3}(?:Error time|Activity ID|Cookie|User agent|Proxy)\b)|[^\n]{1,40}(?=\n|$))/g,
];

const guid = /\b\{?(?:0x)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
const address = /\bhttps?:\/\/[^\s"'<>]+/gi;

const blank = (hit: string): string => ' '.repeat(hit.length);

/** The text without ids, whose pieces could be taken for names. */
export const withoutIds = (text: string): string => text.replace(guid, blank);

/** The text with blanks in the place of everything that only looks like a code; every position stays. */
export const withoutNoise = (text: string): string =>
  [address, guid, ...details, ...noise].reduce((left, pattern) => left.replace(pattern, blank), text);

/** Of an address its host and path say what it is of; the scheme, ids, numbers and the query say nothing. */
const saidBy = (hit: string): string =>
  hit.replace(guid, blank).replace(/^https?:\/\/|[?#].*$|(?<![a-z\d])\d+(?![a-z\d])/gi, blank);

/** Puts what its addresses say back into a text without noise. */
export const withAddresses = (text: string, rest: string): string => {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: hit, index } of text.matchAll(address)) {
    parts.push(rest.slice(from, index), saidBy(hit));
    from = index + hit.length;
  }
  return parts.join('') + rest.slice(from);
};
