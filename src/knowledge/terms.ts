/** Turns text into terms: folded words, with the field's many names for one thing brought to one term. */

/** Phrases and their common term; longer phrases stand first. They match folded text. */
const synonyms: readonly (readonly [RegExp, string])[] = (
  [
    [
      '(?:active directory|ad) federation (?:services?|server|proxy)|ad fs|adfs\\d?|federation (?:service|server)s?|sts',
      'adfs',
    ],
    ['web application prox(?:y|ies)|federation server proxy|waps?', 'proxy'],
    ['(?:microsoft |ms )?(?:office|microsoft|ms) ?365|o365|m365', 'm365'],
    ['(?:microsoft |windows )?(?:azure|entra) (?:ad|active directory|id)|azuread|waad|aad|entra(?: id)?', 'entra'],
    ['(?:azure ad|aad|entra) connect|dirsync', 'entraconnect'],
    ['conditional access|ca polic(?:y|ies)', 'conditionalaccess'],
    ['(?:multi|two|2)[ -]?factor(?: auth\\w*)?|mfa|2fa|strong auth\\w*|second factor', 'mfa'],
    ['ssl|tls|https', 'tls'],
    ['token[ -]?signing|signing cert(?:ificate)?s?|ts cert', 'tokensigning certificate'],
    ['zertifikate?s?|certificats?|certificados?|証明書', 'certificate'],
    ['certs?|certificates?', 'certificate'],
    [
      '(?:sign|log|logg)(?:ed|ing|s)?[ -]?(?:in|on)(?: to)?|signin|logins?|logons?|authenticat\\w+|anmeld\\w+|connexion|iniciar sesi\\w+|サインイン',
      'signin',
    ],
    ['(?:sign|log|logg)(?:ed|ing|s)?[ -]?(?:out|off)|signout|logout', 'signout'],
    [
      'again and again|over and over|time and again|repeated(?:ly)?|every time|each time|constant(?:ly)?|endless(?:ly)?|keeps?(?: on)?(?= (?:being |getting )?(?:ask|prompt))|non ?stop|continu\\w+|immer wieder|st[aä]ndig|sans cesse|una y otra vez|何度も',
      'repeated',
    ],
    [
      '(?:asked|asks|asking|ask) (?:for|to enter)|prompt\\w*|pop ?up|credential (?:box|window|dialog)|(?:password|login|logon) (?:box|window|dialog)',
      'prompt',
    ],
    ['credentials?|user ?name(?:s)?(?: and| or|/) ?password|passwort|mot de passe|contrasena|パスワード', 'password'],
    [
      '(?:from |at )?(?:out of|outside(?: of)?)(?: the)? (?:office|company|network|corporate network)|external(?:ly)?|outside|extranet|(?:from )?(?:the )?internet|(?:from|at) home|remote(?:ly)?|off[ -]?site|ausserhalb|von aussen|fuera|社外',
      'outside',
    ],
    [
      '(?:in|from|on|within|inside)(?: the)? (?:office|company network|corporate network|lan|corporation network|company wifi)|internal(?:ly)?|inside|intranet|on[ -]?prem(?:ises)?|innerhalb',
      'inside',
    ],
    ['expir\\w+|ran out|run out|abgelaufen|expire|caduc\\w+|期限切れ', 'expired'],
    ['renew\\w*|replac\\w*|roll(?:ed|s|ing)?[ -]?over|rollover|rolled|erneuer\\w+', 'renewed'],
    ['(?:seamless|desktop) (?:sso|single sign[ -]?on)', 'seamlesssso'],
    ['single sign[ -]?on|sso', 'sso'],
    ['pass[ -]?through(?: auth\\w*)?|pta', 'passthrough'],
    ['password hash sync\\w*|phs', 'hashsync'],
    ['windows integrated auth\\w*|integrated windows auth\\w*|wia|iwa', 'integrated'],
    ['relying part(?:y|ies)(?: trust)?|rpt|rp trust', 'relyingparty'],
    ['self[ -]?service password reset|sspr', 'selfservicereset'],
    ['one[ -]?time pass(?:code|word)|otp', 'onetimecode'],
    ['temporary access pass|tap', 'accesspass'],
    ['smart ?card|certificate[ -]based auth\\w*|cba', 'cba'],
    ['device code', 'devicecode'],
    ['lock(?:ed)?[ -]?out|locked|lockout|gesperrt', 'locked'],
    ['disabled|deactivated|turned off|switched off|deaktiviert', 'disabled'],
    [
      "(?:can ?not|can'?t|could ?n[o']t|unable to|not able to|won'?t|does ?n[o']t work|did ?n[o']t work|not working|stopped working|fail\\w*|broken|breaks?|broke)",
      'fails',
    ],
    ["(?:does ?n[o']t|do not|not) match\\w*|mismatch\\w*|differ(?:s|ent)?", 'mismatch'],
    ["(?:does ?n[o']t|do not|not) exist\\w*|not found|unknown|cannot find", 'notfound'],
    ['redirect uri|reply ur[li]|reply address|redirect ur[li]|callback ur[li]', 'replyurl'],
    ['client secret|app(?:lication)? secret|secret key', 'clientsecret'],
    ['loop\\w*', 'loop'],
    ['warn\\w*', 'warning'],
    ['block\\w*', 'blocked'],
    ['guests?|b2b|external users?', 'guest'],
    ['applications?|apps?', 'app'],
    ['(?:security )?updates?|patch\\w*|upgrad\\w*', 'update'],
    ['phones?|mobiles?|iphone|android|ios|activesync', 'mobile'],
    ['outlook|e?mail(?:box)?(?:es)?|exchange(?: online)?', 'mail'],
  ] as const
).map(([pattern, term]) => [new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'), ` ${term} `]);

const stop = new Set(
  'a an the this that these those it its he she they them we us our ours you your yours i me my mine who what which when where how why is am are was were be been being do does did doing have has had having will would can could should may might must shall and or but if then than as at by for from in into of off on onto out over to up with about after before again all any both each few more most other some such no nor not only own same so too very just also there here get gets got getting one two user users people person someone somebody employee colleague please help thanks thank hi hello hey problem issue error message says said say saying see seen seeing show shows shown showing want need know use used using try tried trying new now still since because while however s t d ll re ve m don doesn didn isn aren wasn weren und oder der die das ein eine ist nicht mit bei beim wenn ich wir le la les un une des et est pas el los las una es con al en por para que de'.split(
    ' ',
  ),
);

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');

/** Cuts the common English endings, so that "renewing" meets "renewal"; words of other languages mostly pass as they are. */
const stem = (word: string): string => {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word;
  return word
    .replace(/(?:ational|ations?|ators?)$/, 'at')
    .replace(/(?:ments?|ness|ings?|edly|ed|es|ly|al|s)$/, '')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/(?<=[a-z]{3})[ey]$/, '');
};

/** The terms of a text, in order, repeats included. */
export const terms = (text: string): readonly string[] => {
  let folded = fold(text);
  for (const [pattern, term] of synonyms) folded = folded.replace(pattern, term);
  return (
    folded.match(/\p{Script=Han}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}|[a-z0-9][a-z0-9']*|[\p{L}\p{N}]+/gu) ??
    []
  )
    .filter((word) => word.length > 1 && !stop.has(word))
    .map(stem);
};
