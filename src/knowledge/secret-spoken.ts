/** Passwords as people tell them: in quotes, between words, on a line of their own. */
import type { Rule } from './secret-rule.ts';
import { isLikely, isMixed, isRandom } from './secret-values.ts';

/** No address, and more than a name with its number where only brackets tell. */
const isTold = (secret: string, before: string): boolean =>
  isLikely(secret) &&
  !/\w@\w+\.\w|:\/\//.test(secret) &&
  (!/\(\s?$/.test(before) || isRandom(secret) || isMixed(secret));

const user = 'user(?: ?name)?|login|benutzer(?:name)?|utilisateur|usuario|ユーザー名?';
const value = String.raw`[^\s"'<>“”„«»「」()]{6,64}`;
const open = `["'“”„‚‘«(「]`;
const close = `["'“”‘’»)」]`;
const lineEnd = String.raw`(?=[^\S\n]{0,20}(?:\r?\n|$))`;

/** `label` is every word for a password, in letters that are written apart; `japanese` those that are not. */
export const spokenRules = (label: string, japanese: string): readonly Rule[] => {
  const word = String.raw`(?:(?<![\p{L}\d])(?:${label})|(?:${japanese}))`;
  const told = (before: string, after = ''): Rule => ({
    kind: 'password',
    pattern: new RegExp(`(?<before>${before})${value}${after}`, 'giu'),
    holds: isTold,
  });
  return [
    told(String.raw`${word}\s{0,2}${open}\s?`, String.raw`(?=\s?${close})`),
    // A form that was copied: the label on one line, the value on the next.
    told(String.raw`(?:^|\n)[^\S\n]{0,20}${word}[^\S\n]{0,20}\r?\n[^\S\n]{0,20}`, lineEnd),
    told(
      String.raw`(?:^|\n)[^\S\n]{0,20}(?:${user})(?![\p{L}\d])[^\n]{1,80}\n[^\S\n]{0,20}${word}[^\S\n]{1,20}`,
      lineEnd,
    ),
    told(
      String.raw`${word}\s{0,2}(?:from|von|de|desde|を)\s{0,2}${open}?`,
      String.raw`(?=${close}?\s{0,2}(?:to|auf|zu|in|à|en|a|por|から)\s{0,2}\S{0,64}\d)`,
    ),
    told(
      String.raw`${word}\s{0,2}(?:from|von|de|desde|を)\s{0,2}${open}?\[password\]${close}?\s{0,2}(?:to|auf|zu|in|à|en|a|por|から)\s{0,2}${open}?`,
    ),
    told(
      String.raw`(?<![^\s"'“”„«「(])`,
      String.raw`(?=${close}?\s(?:as|als|comme|como)\s(?:(?:my|the|a|mein|das|mon|le|mi|la)\s)?(?:new |neues |nouveau |nueva )?(?:${label})(?![\p{L}\d])|${close}?\s?を\s?(?:${japanese}))`,
    ),
  ];
};
