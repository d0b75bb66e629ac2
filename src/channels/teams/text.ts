/** Text of the model -> the Markdown that Adaptive Cards understand. */
import type { Rich, Span } from '../../model/reply.ts';

/** Words without control characters, and not longer than `most`. */
export const clip = (text: string, most = 2000): string => {
  const words = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
  return words.length <= most
    ? words
    : `${words
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
};

/** A backslash matters only before punctuation and at the end; `<` and `&` only where a tag or an entity could begin. */
const marks = /[`*_[\]~]|\\(?=[!-/:-@[-`{-~]|$)|<(?=[a-z/!?]|$)|&(?=#?\w+;)|(?<=\])\(|(?<=\{)\{/gi;

const line = (text: string): string =>
  text
    .replace(marks, '\\$&')
    .replace(/^( ?)([-+#>])/, '$1\\$2')
    .replace(/^( ?\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[ \t]{2,}/, (indent) => '\u00a0'.repeat(indent.length));

/** Markdown that shows exactly these words; each line stays a line. */
export const literal = (text: string, most?: number): string => clip(text, most).split('\n').map(line).join('\n\n');

/** The same on one line. */
export const inline = (text: string, most?: number): string => line(clip(text, most).replace(/\s*\n\s*/g, ' '));

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

const span = ({ text, style, url }: Span): string => {
  if (url !== undefined) return link(text, url);
  return style ? bold(text) : literal(text);
};

/** Cards have no inline code, so code is bold too; the invisible space keeps two bold spans apart. */
export const markdown = (rich: Rich): string =>
  typeof rich === 'string' ? literal(rich) : rich.map(span).join('').replaceAll('****', '**\u200b**');
