/** Repairs what copying and converting did to the signs of a text. */

/** Reads bytes as UTF-8 or, where they are not, as Windows-1252; line ends become those of Unix. */
export const decode = (bytes: Uint8Array): string => mend(charactersOf(bytes));

const charactersOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const mend = (text: string): string =>
  mojibake(text)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\ue000-\uf8ff]/g, '')
    .replace(/[ \t]{200,}/g, ' ');

/** The signs of Windows-1252 from 0x80 on that are not those of Latin-1. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const garbled = new RegExp(`[ÂÃâ][\u0080-\u00bf${high}]{1,2}`, 'g');

/** UTF-8 that was read as Windows-1252, such as "â€“" for a dash, becomes what it was. */
const mojibake = (text: string): string =>
  text.replace(garbled, (found) => {
    const length = found.startsWith('â') ? 3 : 2;
    const bytes = Array.from(found.slice(0, length), (sign) => {
      const place = high.indexOf(sign);
      return place >= 0 ? 0x80 + place : sign.codePointAt(0)!;
    });
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)) + found.slice(length);
    } catch {
      return found;
    }
  });

/** Commands as they can be typed: plain hyphens and quotation marks, and known slips of the sources put right. */
export const mendCode = (code: string): string =>
  code
    .replace(/(?<=^|[\s(|])[\u2010-\u2015\u2212](?=[A-Za-z])/gm, '-')
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/(?<=\s)-domain name(?=\s)/gi, '-DomainName')
    .replace(/(?<=\s)(-(?:domainname|certificatetype|computer)):\s+/gi, '$1 ')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');

const languages: Readonly<Record<string, string>> = {
  poweshell: 'powershell',
  'azurepowershell-interactive': 'powershell',
  azurepowershell: 'powershell',
  ps: 'powershell',
  ps1: 'powershell',
  pwsh: 'powershell',
  asciidoc: 'text',
  adoc: 'text',
  output: 'text',
  none: 'text',
  plaintext: 'text',
  'msgraph-interactive': 'http',
  'azurecli-interactive': 'bash',
  azurecli: 'bash',
  cmd: 'console',
  dos: 'console',
  bat: 'console',
};

/** The language of a fence by its common name; `text` where it has none. */
export const languageOf = (named: string): string => {
  const name = named.toLowerCase().replace(/[^a-z0-9+#-]/g, '');
  return languages[name] ?? (name || 'text');
};
