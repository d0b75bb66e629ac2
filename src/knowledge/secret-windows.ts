/** What Windows signs in with: hashes, tickets, recovery keys, passwords of local administrators. */
import type { Rule } from './secret-rule.ts';

/** A text in base64, over several lines as programs break it. */
const base64 = String.raw`[\w+/-]{40,200000}={0,2}(?:[^\S\n]{0,20}\r?\n[^\S\n]{0,20}[\w+/-]{40,200000}={0,2}){0,500}(?:[^\S\n]{0,20}\r?\n[^\S\n]{0,20}[\w+/-]{1,40}={1,2})?`;

const begins = (with_: string): RegExp => new RegExp(String.raw`(?<![\w+/-])(?:${with_})${base64}`, 'g');

export const windowsRules: readonly Rule[] = [
  // As pwdump and secretsdump write a line: user:rid:LM:NT:::
  {
    kind: 'password',
    pattern: /(?<![0-9a-f])(?:[0-9a-f]{32}|NO PASSWORD\*{1,40}|\*{32}):[0-9a-f]{32}(?![0-9a-f])/gi,
  },
  {
    kind: 'password',
    pattern:
      /(?<before>::[^\s:]{0,64}:)(?:[0-9a-f]{16}:[0-9a-f]{32}:[0-9a-f]{32,20000}|[0-9a-f]{48}:[0-9a-f]{48}:[0-9a-f]{16})(?![0-9a-f])/gi,
  },
  {
    kind: 'password',
    pattern:
      /(?<before>\b(?:NT(?:LM(?:v[12])?)?|LM|rc4_hmac(?:_\w{1,10})?|aes(?:128|256)_hmac)(?:[ _-]?hash)?\s{0,12}(?:[:=]|is|was)?\s{0,12})(?<![0-9a-f])[0-9a-f]{32}(?:[0-9a-f]{32})?(?![0-9a-f])/gi,
  },
  { kind: 'password', pattern: /\$(?:krb5\w{2,8}|DCC2|[56y]|2[aby])\$[^\s"']{20,20000}/g },
  // Tickets of Kerberos and messages of SPNEGO and NTLM, by how their encoding begins.
  { kind: 'token', pattern: begins('(?:doI|boI|YYI|YII|oYI)[A-P]|oYG|YIG|TlRMTVNTUA') },
  // PKCS #12, PKCS #8 and PKCS #1: a file with a key in it.
  { kind: 'private-key', pattern: begins(String.raw`MII[A-P][\w+/][AQgw]IB(?:AzCC|ADAN|AAKC)`) },
  { kind: 'access-key', pattern: /(?<![\d–-])\d{6}(?:[ –-]?\d{6}){7}(?![\d–-])/g },
  { kind: 'password', pattern: /(?<before>\bmsLAPS-Password\b[^\n]{0,120}?"p\\?"\s?:\s?\\?")[^"\\\n[\]]{4,200}/gi },
];
