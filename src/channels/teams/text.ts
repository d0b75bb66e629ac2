/** Text of the model -> the Markdown that Adaptive Cards understand. */
import { channelWords } from '../../model/channel-words.ts';
import type { Rich, Span } from '../../model/reply.ts';

/** What hardly any text holds: control characters and halves of characters. */
const odd = /[[\p{Cc}\p{Cs}]--[\n\t]]/v;

/** Words without control characters, and not longer than `most`; `rest` tells that there was more. */
export const clip = (text: string, most: number, rest = '…'): string => {
  const words = odd.test(text)
    ? text
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
    : text;
  if (words.length <= most) return words;
  return words.slice(0, most - rest.length).replace(/[\ud800-\udbff]$/, '') + rest;
};

/** A backslash matters only before punctuation and at the end; `<` and `&` only where a tag or an entity could begin. */
const marks = /[`*_[\]~]|\\(?=[!-/:-@[-`{-~]|$)|<(?=[a-z/!?]|$)|&(?=#?\w+;)|(?<=\])\(|(?<=\{)\{/gi;

const longest = 2000;

/** Where a line may begin like a list, a heading, a quote or code. */
const begins = /^(?: ?[-+#>\d]|[ \t]{2})/;

const line = (text: string): string => {
  const words = text.replace(marks, '\\$&');
  if (!begins.test(words)) return words;
  return words
    .replace(/^( ?)([-+#>])/, '$1\\$2')
    .replace(/^( ?\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[ \t]{2,}/, (indent) => '\u00a0'.repeat(indent.length));
};

/** Markdown that shows exactly these words; each line stays a line. */
export const literal = (text: string, most = longest, language?: string): string =>
  clip(text, most, channelWords(language).cut(false)).split('\n').map(line).join('\n\n');

/** Line breaks and the space around them become one space; each run of space is looked at once. */
export const joined = (text: string): string => text.replace(/(?<!\s)\s*\n\s*/g, ' ');

/** The same on one line. */
export const inline = (text: string, most = longest): string => line(joined(clip(text, most)));

/** The address when it is one of the web, safe to stand in Markdown. */
export const webUrl = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return href.replace(/[()[\]\\*`~]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
};

/** A link, or just its label when the address is not one of the web. */
export const link = (label: string, url: string): string => {
  const href = webUrl(url);
  return href ? `[${inline(label.trim() || href)}](${href})` : inline(label);
};

const bold = (text: string): string => inline(text).replace(/\S(?:.*\S)?/, '**$&**');

const span = ({ text, style, url }: Span, language?: string): string => {
  if (url !== undefined) return link(text, url);
  return style ? bold(text) : literal(text, longest, language);
};

/** Cards have no inline code, so code is bold too; the invisible space keeps two bold spans apart. */
export const markdown = (rich: Rich, language?: string): string =>
  typeof rich === 'string'
    ? literal(rich, longest, language)
    : rich
        .map((one) => span(one, language))
        .join('')
        .replaceAll('****', '**\u200b**');
