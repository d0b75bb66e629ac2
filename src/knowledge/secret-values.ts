/** Judges whether what stands where a secret would is one. */

/** `before` is the label with its separator, `after` the next few characters. */
export type Judge = (secret: string, before: string, after: string) => boolean;

/** What stands after "password:" or "password is" without being one. */
const state = new RegExp(
  `^(?:${[
    "see|show|hide|forgot\\w*|redacted|removed|on-prem\\w*|an?|the|my|your|his|her|our|their|this|that|it|is|was|are|not|never|no|none|n/a|null|nil|true|false|yes|ok|okay|set|unset|unknown|empty|blank|missing|new|old|same|right|good|fine|bad|hidden|valid|in|on|at|of|for|to|too|by|from|with|out|up|only|also|still|just|now|again|always|often|and|or|but|if|when|what|why|how|where|which|needed|must|should|can(?:not|'t)?|will|does|do|did|has|have",
    'wrong|incorrect|correct|invalid|expired?|expir\\w+|accepted|rejected|required|optional|denied|failed|failure|fails|mismatch|bad|error|reset|change\\w*|sync\\w*|hash\\w*|protect\\w*|policy|polic\\w+|field|box|prompt|page|writeback|spray\\w*|login|sign-?in|works?|working|asked|weak|long|short|old|compromised|leaked|user(?:name)?|stars?|\\*+|x+|\\.+|-+|_+',
    'falsch\\w*|anders|abgelehnt|bekannt|unbekannt|richtig|korrekt|ungültig|abgelaufen|nicht|gesperrt|geändert|vergessen|anzeigen|ist|war|und|oder|aber|wird|wurde',
    "incorrecte?|invalide|refusée?|rejetée?|acceptée?|bloquée?|changée?|périmée?|expiré|oublié|faux|bon|correcte?|est|pas|n'est|et|ou|mais",
    'incorrect[ao]|rechazad[ao]|bloquead[ao]|cambiad[ao]|aceptad[ao]|inválid[ao]|caducad[ao]|expirad[ao]|correct[ao]|olvidad[ao]|es|está|no|y|pero|não|está|errad[ao]|sbagliat[ao]|scadut[ao]|corrett[ao]',
  ].join('|')})$`,
  'i',
);

/** An error code is never a secret: what people mistype as a label beside it must not eat it. */
const errorCode =
  /^(?:aadsts.*|msis\d.*|sspr_\d+|caa[0-9a-f]{5}[a-z]*|0x(?:[0-9a-f]{2,8}|[0-9a-f]{8}[a-z]+)|-\d{10}|8004[0-9a-f]{4}|kb\d{6,7}|id\d{4}|[1-9]\d{4}|(?:50|53|65|70|90)\d{4}|(?:50|70|90|10)\d{5})$/i;

export const trimmed = (secret: string): string => secret.replace(/^\(|[.,;:!?)]+$/g, '');

/** A value after a label with a separator: anything that is no state, no code and no marker. */
export const isValue = (secret: string): boolean => {
  const bare = trimmed(secret);
  return (
    bare.length > 0 && !state.test(bare) && !errorCode.test(bare) && !/^\*+$/.test(bare) && !/\p{L}:$/u.test(secret)
  );
};

/** Words may be joined; only what has more than letters in it, or a capital inside, is no word. */
const isWord = (bare: string): boolean => /^\p{L}+(?:[-/'’]\p{L}+)*$/u.test(bare) && !/\p{Ll}\p{Lu}/u.test(bare);

/** A word of a language is taken for a secret only at the end of a sentence, and never where it ends as adjectives do. */
const isLast = (bare: string, rest: string): boolean =>
  /^[^\S\n]*(?:$|[\n.!?,;])/.test(rest) && !/(?:ed|ing|able|ible|ly|ect|ent|less|ive|ous|ic)$/i.test(bare);

/** A value after "password:" or "password=". */
export const isLabelled: Judge = (secret, before, after) => {
  const bare = trimmed(secret);
  if (!isValue(secret) || /^\d{1,3}$/.test(bare)) return false;
  return (
    /[="']$/.test(before) || !isWord(bare) || (bare.length >= 3 && isLast(bare, secret.slice(bare.length) + after))
  );
};

/** A value after "password is". */
export const isSaid: Judge = (secret, _before, after) => {
  const bare = trimmed(secret);
  if (!isValue(secret) || bare.length < 4) return false;
  return !isWord(bare) || (bare.length >= 5 && isLast(bare, secret.slice(bare.length) + after));
};

/** A value with more than letters in it, for commands, where a word stands for the value in an instruction. */
export const isNoPlainWord = (secret: string): boolean => isValue(secret) && /[^\p{L}]/u.test(trimmed(secret));

/** A value of a setting or property whose name ends in "Password"; such a name may also be of a method, with the name of an error behind it. */
export const isNamed: Judge = (secret, before) => {
  const bare = trimmed(secret);
  if (!isValue(secret) || /\s|:\/\//.test(secret) || /^\p{L}+(?:_\p{L}+)+$/u.test(bare)) return false;
  return /["']$/.test(before) || !isWord(bare);
};

/** Letters and digits together, for places where only a line break or a dash stands between label and value. */
export const isLikely = (secret: string): boolean =>
  isValue(secret) && /\p{L}/u.test(secret) && /\d/.test(trimmed(secret)) && trimmed(secret).length >= 6;

/** A mix as only passwords have it, for places where no separator tells. */
export const isMixed = (secret: string): boolean => {
  const bare = secret.replace(/[.,;:?)"']+$/, '');
  return (
    isValue(bare) &&
    /\p{L}/u.test(bare) &&
    /\d/.test(bare) &&
    /[!#$%^&*+=?@~]/.test(bare) &&
    !/:\/\/|\]\(|\w@\w+\.\w/.test(bare)
  );
};

/** Small letters, capitals and digits in one, and not as a name with its number behind it. */
export const isRandom = (secret: string): boolean =>
  /\p{Ll}/u.test(secret) && /\p{Lu}/u.test(secret) && /\d/.test(secret) && !/^\p{L}+[-_.]?\d+$/u.test(secret);

/** Labels of what only a phone shows, or a message to it says. */
const personal =
  /one[- ]?time|otp\b|verif|security|sms|bestätigung|確認|\bfrom (?:my |the )?(?:authenticator|phone|mobile|handy|token)|(?:mfa|2fa|two-factor|authenticator|authentication) code (?:is|was)|\b(?:your|dein|ihr|votre|ton|su|tu) c[oó]d|\bcode aus der|\bcode reçu|認証コードは|(?:アプリ|あなた|届いた)の?コード/i;

/** Numbers from a phone have six or eight digits; those that could be an error code need a plain label. */
export const isOneTime: Judge = (secret, before) => {
  const digits = secret.replace(/\D/g, '');
  return !errorCode.test(digits) || personal.test(before);
};
