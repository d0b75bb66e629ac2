/** Makes words from elsewhere fit for a notice: one line, no people, no secrets, not too long. */

const rules: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g, '[certificate or key left out]'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){1,4}/g, '[token left out]'],
  [/\b(bearer|basic)\s+[\w.~+/-]{8,}=*/gi, '$1 [token left out]'],
  [/\bxox[a-z]-[\w-]+|\bxapp-[\w-]+/g, '[token left out]'],
  [
    /\b(pass(?:word|wd)?|pwd|secret|client_secret|token|access_token|refresh_token|api[-_ ]?key|sig|signature)\b(["']?\s*[:=]\s*["']?)[^\s"',;&]+/gi,
    '$1$2[left out]',
  ],
  [/(\bhttps?:\/\/)[^\s/@]+@/gi, '$1'],
  [/(\bhttps?:\/\/[^\s?#]+)[?#][^\s]*/gi, '$1'],
  [/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[address left out]'],
  [/\b([A-Z][A-Z0-9-]{1,14})\\[\w.$-]+/gi, '$1\\[name left out]'],
  // A long run of letters of both cases and digits is a key, not a thumbprint, which is hexadecimal.
  [
    /(?<![\w+/-])(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])(?=[\w+/-]*\d)(?![0-9a-fA-F-]+(?![\w+/]))[\w+/-]{32,}=*/g,
    '[key left out]',
  ],
];

/** The text on one line, masked, and no longer than `most` characters. */
export const masked = (text: string, most: number): string => {
  // Whatever lies beyond twice the room is not worth looking at.
  const start = text.slice(0, most * 4);
  const plain = rules
    .reduce((words, [pattern, instead]) => words.replace(pattern, instead), start)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .toWellFormed();
  return plain.length > most
    ? `${plain
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`
    : plain;
};

/** How much of each text of a sighting is kept. */
const mostOf = { evidence: 500, affected: 300, action: 300, owner: 100, entry: 200, topic: 100 } as const;
type Texts = Partial<Record<keyof typeof mostOf, string | undefined>>;

/** The texts that say something; entry and topic are ids and stay as they are. */
export const textsOf = (texts: Texts): { readonly [K in keyof Texts]?: string } =>
  Object.fromEntries(
    (Object.keys(mostOf) as (keyof Texts)[]).flatMap((name) => {
      const text = texts[name] ?? '';
      const most = mostOf[name];
      const kept = name === 'entry' || name === 'topic' ? text.slice(0, most) : masked(text, most);
      return kept === '' ? [] : [[name, kept]];
    }),
  );

/** The codes among these words. */
export const codesOf = (words: readonly string[]): readonly string[] =>
  words
    .filter(Boolean)
    .slice(0, 20)
    .map((code) => masked(code, 40));

/** A web address without query, fragment and credentials, or undefined when it is none. */
export const maskedLink = (text: string | undefined): string | undefined => {
  if (text === undefined || text.length > 2000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? `${url.origin}${url.pathname}` : undefined;
};

const domain = /^(?=.{3,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The domains in a list such as "contoso.com, fabrikam.com"; the part after the @ of an address counts. */
export const domainsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .slice(0, 5000)
      .toLowerCase()
      .split(/[\s,;|]+/)
      .map((word) => word.replace(/^.*@/, '').replace(/\.$/, ''))
      .filter((word) => domain.test(word)),
  ),
];

/** The host of an address such as "https://sts.contoso.com:443/adfs/ls" or "sts.contoso.com:443". */
export const hostIn = (text: string): string | undefined => {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || text.length > 500 || /\s/.test(text) || !URL.canParse(url)) return undefined;
  return new URL(url).hostname.toLowerCase() || undefined;
};
