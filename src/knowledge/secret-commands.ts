/** Passwords and secrets on command lines. */
import type { Rule } from './secret-rule.ts';
import { isNoPlainWord, isValue } from './secret-values.ts';

/** What no value begins with: a variable, an expression, a placeholder, another option. */
const argument = String.raw`(?![$(@<[{%/-])[^\s"'()]{4,200}`;

export const commandRules: readonly Rule[] = [
  {
    kind: 'password',
    pattern:
      /(?<before>\bConvertTo-SecureString(?:\s{1,4}-(?:String|AsPlainText|Force)\b){0,3}\s{1,4}["'])[^"'\n[\]]{1,200}/gi,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>\bConvertTo-SecureString(?:\s{1,4}-(?:String|AsPlainText|Force)\b){0,3}\s{1,4})${argument}(?=\s{1,4}-)`,
      'gi',
    ),
    holds: isNoPlainWord,
  },
  { kind: 'password', pattern: /(?<before>["'])[^"'\n[\]]{1,200}(?=["']\s{0,4}\|\s{0,4}ConvertTo-SecureString\b)/gi },
  {
    kind: 'password',
    pattern: /(?<before>(?<!\w)--?[a-z]{0,20}-?(?:Password|Pwd|Passphrase)\s{1,4}["'])[^"'\n[\]]{1,200}/gi,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>(?<!\w)--?[a-z]{0,20}-?(?:Password|Pwd|Passphrase)\s{1,4})${argument}`,
      'gi',
    ),
    holds: isNoPlainWord,
  },
  {
    kind: 'client-secret',
    pattern: new RegExp(String.raw`(?<before>(?<!\w)--?(?:client|app)-?secret\s{1,4}["']?)${argument}`, 'gi'),
    holds: isNoPlainWord,
  },
  {
    kind: 'password',
    pattern:
      /(?<before>\bcurl\b[^\n]{0,300}?\s(?:-u|--user)\s{1,4}"?[^\s":]{1,100}:)(?:(?<="[^\s":]{1,100}:)[^\n"]{1,200}|[^\s"]{1,200})/gi,
    holds: isNoPlainWord,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>\b(?:az login|certutil|psexec(?:64)?|sqlcmd|sshpass|plink|docker login|ldapsearch)\b[^\n]{0,300}?\s-[pPw]\s{1,4}["']?)${argument}`,
      'g',
    ),
    holds: isNoPlainWord,
  },
  // MySQL's programs take the value without a space.
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>\b(?:mysql|mysqldump|mysqladmin|mysqlimport|mysqlcheck|mariadb|mariadb-dump)\b[^\n]{0,300}?\s-p["']?)(?!(?:ort|rotocol|assword)\b)(?![$(@<[{%/-])[^\s"'()]{3,200}`,
      'g',
    ),
    holds: isValue,
  },
  { kind: 'password', pattern: /(?<before>-pass(?:in|out)\s{1,4}["']?pass:)[^\s"']{3,200}/gi, holds: isValue },
  {
    kind: 'password',
    pattern: /(?<before>\bnet use\b[^\n]{0,300}?\s\/user:\S{1,100}\s{1,4})(?!\/)[^\s"]{4,200}/gi,
    holds: isNoPlainWord,
  },
  {
    kind: 'password',
    pattern:
      /(?<before>\bnet use\s{1,4}(?:[a-z]:|\*)?\s{0,4}\\\\\S{1,200}\s{1,4}"?)(?![/*])[^\s"]{4,200}(?="?\s{1,4}\/user:)/gi,
    holds: isNoPlainWord,
  },
  {
    kind: 'password',
    pattern: new RegExp(String.raw`(?<before>\bnet user [^\s/]{1,100} ["']?)${argument}`, 'gi'),
    holds: isNoPlainWord,
  },
];
