/** Replaces secrets in a text by markers such as "[password]", so that the rest can be read, shown and sent on. */
import type { Masked, SecretKind } from '../model/catalog.ts';

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

/** `pattern` finds the secret behind its group `before`, which stays. Only what passes `holds` is masked. */
type Rule = {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  readonly holds?: (secret: string, before: string, after: string) => boolean;
};

/** Between a label and its value: `=`, `:`, `=>`, plain or URL-encoded, with the quotes of JSON, code and escaped JSON. */
const separator = String.raw`(?:\\{0,3}["'])?\s{0,4}(?:=>|:=|[=:：]|%3[AD])\s{0,4}(?:\\{0,3}["'])?`;
/** An unquoted value ends where the next field of a form or connection string begins. */
const unquoted = String.raw`(?:[^\s&;"<]|&(?!\w{1,40}=)|;(?!\s?[\w ]{1,40}=)|<(?![/a-z]))`;
const value = (least: number): string => String.raw`[^\s"'<>&,;\\\[\]{}|]{${least},4096}`;

const labelled = (label: string, least: number): RegExp =>
  new RegExp(String.raw`(?<before>(?<![A-Za-z])(?:${label})${separator})${value(least)}`, 'gi');

const passwordLabel = [
  'pass ?words?|pass ?wd|pwd|pw|pass(?:phrase|code)?',
  'kennwort|kennwörter|passwort|mot ?de ?passe|mdp|contraseñ?a|contrasenya|clave|senha|wachtwoord|lösenord|hasło',
].join('|');
const japanese = 'パスワード|暗証番号|密码|密碼|비밀번호|пароль';

/** What stands after "password:" or "password is" without being one. */
const state = new RegExp(
  `^(?:${[
    "see|an?|the|my|your|his|her|our|their|this|that|it|is|was|are|not|never|no|none|n/a|null|nil|true|false|yes|ok|okay|set|unset|unknown|empty|blank|missing|new|old|same|right|good|fine|bad|hidden|secret|valid|in|on|at|of|for|to|too|by|from|with|out|up|only|also|still|just|now|again|always|often|and|or|but|if|when|what|why|how|where|which|needed|must|should|can(?:not|'t)?|will|does|do|did|has|have",
    'wrong|incorrect|correct|invalid|expired?|expir\\w+|accepted|rejected|required|optional|denied|failed|failure|fails|mismatch|bad|error|reset|change\\w*|sync\\w*|hash\\w*|protect\\w*|policy|polic\\w+|field|box|prompt|page|writeback|spray\\w*|login|sign-?in|works?|working|asked|weak|long|short|old|compromised|leaked|user(?:name)?|stars?|\\*+|x+|\\.+|-+|_+',
    'falsch\\w*|richtig|korrekt|ungültig|abgelaufen|nicht|gesperrt|geändert|vergessen|ist|war|und|oder|aber|wird|wurde',
    "incorrecte?|invalide|expiré|oublié|faux|bon|correcte?|est|pas|n'est|et|ou|mais",
    'incorrect[ao]|inválid[ao]|caducad[ao]|expirad[ao]|correct[ao]|olvidad[ao]|es|está|no|y|pero|não|está|errad[ao]|sbagliat[ao]|scadut[ao]|corrett[ao]',
  ].join('|')})$`,
  'i',
);

/** An error code is never a secret: what people mistype as a label beside it must not eat it. */
const errorCode =
  /^(?:aadsts.*|msis\d.*|sspr_\d+|caa[0-9a-f]{5}|0x[0-9a-f]{2,8}|-\d{10}|8004[0-9a-f]{4}|kb\d{6,7}|id\d{4}|[1-9]\d{4}|(?:50|53|65|70|90)\d{4}|(?:50|70|90|10)\d{5})$/i;

const trimmed = (secret: string): string => secret.replace(/[.,;:!?)]+$/, '');

/** A value after a label with a separator: anything that is no state, no code and no marker. */
const isValue = (secret: string): boolean => {
  const bare = trimmed(secret);
  return (
    bare.length > 0 && !isMarker(bare) && !state.test(bare) && !errorCode.test(bare) && !/^\*+$|^[a-z]+:$/i.test(bare)
  );
};

/** A value after "password is": a word of a language is taken for one only at the end of a sentence. */
const isSaid = (secret: string, _before: string, after: string): boolean => {
  const bare = trimmed(secret);
  if (!isValue(secret)) return false;
  if (/\d|[^\p{L}\p{M}'’-]|\p{Ll}\p{Lu}/u.test(bare)) return true;
  return (
    bare.length >= 5 &&
    /^\s*$|^\s*[\n.!?]/.test(secret.slice(bare.length) + after) &&
    !/(?:ed|ing|able|ible|ly|ect|ent|less)$/i.test(bare)
  );
};

/** A mix as only passwords have it, for places where no separator tells. */
const isMixed = (secret: string): boolean => {
  const bare = secret.replace(/[.,;:?)"']+$/, '');
  return (
    isValue(bare) &&
    /\p{L}/u.test(bare) &&
    /\d/.test(bare) &&
    /[!#$%^&*+=?@~]/.test(bare) &&
    !/^https?:|\w@\w+\.\w/i.test(bare)
  );
};

/** Numbers from a phone have six or eight digits; those that could be an error code need a plain label. */
const isOneTime = (secret: string, before: string): boolean => {
  const digits = secret.replace(/\D/g, '');
  return !errorCode.test(digits) || /one[- ]?time|otp\b|verif|security|sms|bestätigung|確認/i.test(before);
};

const rules: readonly Rule[] = [
  {
    kind: 'private-key',
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY-----(?:(?:[^-]|-(?!----)){0,20000}-----END [A-Z0-9 ]{1,40}-----|(?:\s{0,4}(?:\\[rn]){0,4}[\w+/=]{16,}){0,500})/g,
  },
  {
    kind: 'certificate',
    pattern:
      /-----BEGIN [A-Z0-9 ]{1,40}-----(?:(?:[^-]|-(?!----)){0,20000}-----END [A-Z0-9 ]{1,40}-----|(?:\s{0,4}(?:\\[rn]){0,4}[\w+/=]{16,}){0,500})/g,
  },
  {
    kind: 'saml-response',
    pattern:
      /<(?:[\w-]{1,20}:)?(?:Encrypted)?Assertion[\s>](?:[^<]|<(?!\/(?:[\w-]{1,20}:)?(?:Encrypted)?Assertion>)){0,100000}(?:<\/(?:[\w-]{1,20}:)?(?:Encrypted)?Assertion>)?/g,
  },
  {
    kind: 'saml-response',
    pattern: new RegExp(
      String.raw`(?<before>(?:SAMLResponse|\bwresult)["']?(?:\s{1,3}value)?${separator})[\w+/=%.-]{20,}`,
      'gi',
    ),
  },
  { kind: 'saml-response', pattern: /(?<![\w+/])(?:PHNhbWx|PD94bWwg|PFJlc3BvbnNl)[\w+/=%-]{40,}/g },
  { kind: 'cookie', pattern: /(?<before>\b(?:set-)?cookie["']?\s{0,3}:\s{0,3}["']?)[\w.-]{1,80}=[^\r\n"']{1,16000}/gi },
  {
    kind: 'cookie',
    pattern:
      /(?<before>\b(?:ESTSAUTH\w{0,20}|ESTSSC|MSISAuth\w{0,3}|MSISAuthenticated|MSISSignOut|FedAuth|rtFa|SignInStateCookie|CCState|esctx[\w-]{0,20}|buid|x-ms-RefreshTokenCredential|\.AspNet\.\w{1,40})["']?\s{0,2}[=:]\s{0,2}["']?)[^\s;"',[\]]{8,16000}/gi,
  },
  { kind: 'token', pattern: /(?<![\w-])eyJ[\w-]{16,}(?:\.[\w-]{0,16000}){0,4}/g },
  { kind: 'token', pattern: /(?<before>\bbearer\s{1,4}(?:token\s{0,3}[:=]?\s{0,3})?)[\w.~+/=-]{20,16000}/gi },
  { kind: 'password', pattern: /(?<before>\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?basic\s{1,4})[\w+/=-]{6,}/gi },
  {
    kind: 'access-key',
    pattern:
      /(?<before>\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|AccessKey|SharedSecret(?:Value)?)\s{0,2}=\s{0,2})[^\s;"'<>[\]]{8,}/gi,
  },
  { kind: 'access-key', pattern: /(?<before>[?&;]sig=)[\w%+/=-]{20,}/gi },
  {
    kind: 'api-token',
    pattern:
      /(?<![\w-])(?:xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,}|xoxe\.[\w.-]{10,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|sk-[\w-]{20,}|npm_\w{30,})|(?<before>hooks\.slack\.com\/services\/)[\w/]{20,}/g,
  },
  { kind: 'client-secret', pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{20,60}/g },
  {
    kind: 'client-secret',
    pattern: labelled(
      '(?:client|app(?:lication)?|api|consumer)[ _-]?secret(?:[ _-]?(?:value|key))?|secret[ _-]?(?:value|key)|api[ _-]?key',
      6,
    ),
    holds: isValue,
  },
  {
    kind: 'client-secret',
    pattern: /(?<before>\b(?:client|app) secret (?:value )?(?:is|was) )[^\s"'<>,]{8,200}/gi,
    holds: (secret) => isValue(secret) && /\d/.test(secret),
  },
  {
    kind: 'authorization-code',
    pattern:
      /(?<before>(?:^|[?&#\s"'{,;(]|%26|\\")(?:auth(?:orization|z)?[ _-]?)?code(?:\\{0,3}["'])?\s{0,3}(?:[=:]|%3[AD])\s{0,3}(?:\\{0,3}["'])?)(?=[\w%.~-]{0,60}[A-Za-z_])[\w.~%*!$-]{24,16000}/gi,
  },
  {
    kind: 'token',
    pattern: labelled(
      '(?:access|id|refresh|session|security|csrf|sso|primary refresh|auth)[ _-]?token|(?:device|prt)[ _-]?token|prt|flowtoken|sft|canary|assertion|client_assertion',
      16,
    ),
    holds: isValue,
  },
  {
    kind: 'token',
    pattern:
      /(?<![\w.-])(?:[01]\.A[\w-]{2,}[\w.-]{40,}|M\.[CR]\d{1,3}_\w{2,5}\.[\w.!*$-]{20,}|OAQABAA[\w-]{40,}|AQABAA[\w-]{40,})/g,
  },
  {
    kind: 'one-time-code',
    pattern: labelled('(?:device|user)[ _-]code', 6),
    holds: (secret) => isValue(secret) && /[\dA-Z]{6}/.test(secret),
  },
  {
    kind: 'one-time-code',
    pattern:
      /(?<before>\b(?:codes?|otp|passcode|number|pin)\b[^\n\d]{0,20}\b(?:from|on|in|by|via|to|of|using|sent|got|received)\b[^\n\d]{0,20}\b(?:phone|mobile|app|authenticator|sms|texts?|text message|e-?mail|mail|token|key ?fob|handy|call)\b(?:\s(?:that\s)?(?:is|was|says|shows|reads))?[\s:=-]{1,4}["']?)(?<![\d-])\d{3}[ -]?\d{3}(?:\d\d)?(?![\d-])/gi,
    holds: isOneTime,
  },
  {
    kind: 'one-time-code',
    pattern:
      /(?<before>(?:\b(?:one[- ]?time (?:pass)?(?:code|word|pin)|otp|t?otp code|(?:verification|security|authenticator|authentication|mfa|2fa|sms|two-factor) (?:code|number)|bestätigungscode|prüfcode|sicherheitscode|einmal(?:code|kennwort|passwort)|code de (?:vérification|sécurité)|código de (?:verificación|verificação|segurança|seguridad)|codice di (?:verifica|sicurezza))|確認コード|認証コード|验证码)(?:\s(?:is|was|ist|lautet|est|es|é|è))?[\s:=-]{0,4}["']?)(?<![\d-])\d{3}[ -]?\d{3}(?:\d\d)?(?![\d-])/gi,
    holds: isOneTime,
  },
  { kind: 'one-time-code', pattern: /(?<![\w-])\d{6,8}(?= is your (?:\w+ ){0,4}(?:code|pin|otp))/gi },
  {
    kind: 'password',
    pattern: /(?<before>\b(?:my |the |device |windows )?pin(?: is | was |\s?[:=]\s?))\d{4,8}(?!\d)/gi,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>(?<![\p{L}\d])(?<!(?:wrong|invalid|incorrect|bad|falsches|expired) )(?:${passwordLabel})${separator})(?:(?<=["'])[^"'\n]{1,200}?(?=\\{0,3}["'])|${unquoted}{1,200})`,
      'giu',
    ),
    holds: isValue,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>(?:${japanese})\s{0,2}(?:は|是|[:=：])\s{0,2}["'「]?)[^\s"'<>「」。、]{2,200}?(?=です|$|[\s"'<>「」。、])`,
      'gu',
    ),
    holds: (secret) => isValue(secret) && /[A-Za-z0-9]/.test(secret),
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>(?<![\p{L}\d])(?:${passwordLabel})(?: (?:for|of|von|für|de) [^\s"'<>]{1,80})? (?:is|was|ist|war|lautet|est|es|era|é|è)(?: now| jetzt)?:? )(?:(?<quote>["'])[^"'\n]{1,200}\k<quote>|${unquoted}{2,200})`,
      'giu',
    ),
    holds: isSaid,
  },
  {
    kind: 'password',
    pattern:
      /(?<before>\b(?:changed|reset|set) (?:it|(?:the|my|his|her|your|their) pass ?word) to ["']?)[^\s"'<>]{4,200}/gi,
    holds: (secret) => isValue(secret) && /\d|[^\p{L}'’-]/u.test(trimmed(secret)),
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>(?<![\p{L}\d-])(?:${passwordLabel}|logged in with|sign in with|login) ["']?)[^\s"'<>]{6,200}`,
      'giu',
    ),
    holds: isMixed,
  },
  {
    kind: 'password',
    pattern:
      /(?<before>ConvertTo-SecureString\s{1,4}(?:-String\s{1,4})?(?:-AsPlainText\s{1,4})?["'])[^"'\n[\]]{1,200}/gi,
  },
  { kind: 'password', pattern: /(?<before>-(?:Password|Pwd|Passphrase)\s{1,4}["'])[^"'\n[\]]{1,200}/gi },
  {
    kind: 'password',
    pattern: /(?<before>\b[a-z][a-z+.-]{1,20}:\/\/[^\s/:@"'<>]{1,100}:)[^\s/:@"'<>[\]]{1,200}(?=@)/gi,
  },
];

/** How much of what follows a secret a rule looks at. */
const outlook = 3;

const hide = (text: string, { kind, pattern, holds }: Rule): string => {
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

/** Hides what is secret; the same text comes back where nothing is. Masking again changes nothing. */
export const mask = (text: string): Masked => {
  const kinds = new Set<SecretKind>();
  let now = text;
  for (const rule of rules) {
    const hidden = hide(now, rule);
    if (hidden !== now) kinds.add(rule.kind);
    now = hidden;
  }
  return { text: now, kinds: [...kinds] };
};
