/** Replaces secrets in a text by markers such as "[password]", so that the rest can be read, shown and sent on. */
import type { Masked, SecretKind } from '../model/catalog.ts';
import type { Rule } from './secret-rule.ts';
import { rules } from './secret-rules.ts';

const marker: Readonly<Record<SecretKind, string>> = {
  password: '[password]',
  token: '[token]',
  'authorization-code': '[authorization code]',
  'client-secret': '[client secret]',
  'saml-response': '[SAML response]',
  cookie: '[cookie]',
  'private-key': '[private key]',
  certificate: '[certificate]',
  'access-key': '[access key]',
  'api-token': '[API token]',
  'one-time-code': '[one-time code]',
};

/** The markers, so that a search does not take them for people's words. */
export const markers: RegExp = new RegExp(
  Object.values(marker)
    .map((text) => text.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
);

const isMarker = (secret: string): boolean =>
  secret.startsWith('[') && Object.values(marker).some((one) => secret.startsWith(one));

/** How much of what follows a secret a rule looks at. */
const outlook = 3;

const hide = (text: string, { kind, pattern, holds }: Rule): string => {
  if (text.search(pattern) < 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const { before = '' } = match.groups ?? {};
    const secret = match[0].slice(before.length);
    const end = match.index + match[0].length;
    if (isMarker(secret) || (holds && !holds(secret, before, text.slice(end, end + outlook)))) continue;
    parts.push(text.slice(from, match.index), before, marker[kind], /[.,;]$/.exec(secret)?.[0] ?? '');
    from = end;
  }
  return from === 0 ? text : parts.join('') + text.slice(from);
};

/** A secret may begin where another ended, so what was hidden is looked at again; no more often than this. */
const mostRounds = 4;

/** Hides what is secret; the same text comes back where nothing is. Masking again changes nothing. */
export const mask = (text: string): Masked => {
  const kinds = new Set<SecretKind>();
  let now = text;
  for (let round = 0; round < mostRounds; round++) {
    const before = now;
    for (const rule of rules) {
      const hidden = hide(now, rule);
      if (hidden !== now) kinds.add(rule.kind);
      now = hidden;
    }
    if (now === before) break;
  }
  return { text: now, kinds: [...kinds] };
};
