/** Slack's markup -> the words that a person wrote, and words -> what Slack shows as they stand. */
import type { types } from '@slack/bolt';

/** `<@U1>`, `<#C1|general>`, `<!here>`, `<https://x|x>`; anything else between angle brackets stays. */
const markup = /<([@#!]|(?=[a-z][a-z0-9+.-]*:))([^<>|]+)(?:\|([^<>]*))?>/gi;

/** The text as it was typed, without mentions of the bot. */
export const wordsOf = (text: string, bot?: string): string =>
  text
    .replace(markup, (_whole, sign: string, target: string, label = '') =>
      sign === '@' && target === bot ? '' : readable(sign, target, label),
    )
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const readable = (sign: string, target: string, label: string): string => {
  if (sign === '!') return label || `@${target}`;
  if (sign) return `${sign}${label || target}`;
  if (!label) return target.replace(/^(?:mailto|tel):/i, '');
  return target.endsWith(label) ? label : `${label} (${target})`;
};

/** Text that Slack shows as it stands, in places where it would read markup. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text without control characters and halves of characters. */
export const clean = (text: string): string => text.toWellFormed().replace(/[\p{Cc}--[\n\t]]/gv, '');

/** Text that is shown as it stands, cut to a length; Slack takes none that is empty. */
export const plainText = (text: string, most: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: cut(clean(text), most) || ' ',
  emoji: false,
});

/** At most `most` characters, cut between words and never inside an entity. */
export const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  const kept = space > most / 2 ? head.slice(0, space) : head;
  return `${kept.replace(/(?:&[a-z]{0,3}|[\uD800-\uDBFF])$/, '')}…`;
};
