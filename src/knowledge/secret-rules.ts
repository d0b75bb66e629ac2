/** Where secrets stand: behind a label, or in a shape of their own. */
import { commandRules } from './secret-commands.ts';
import { labelled, type Rule, separator, unquoted } from './secret-rule.ts';
import { spokenRules } from './secret-spoken.ts';
import {
  isLabelled,
  isLikely,
  isMixed,
  isNamed,
  isOneTime,
  isRandom,
  isSaid,
  isValue,
  trimmed,
} from './secret-values.ts';
import { windowsRules } from './secret-windows.ts';

const passwordLabel = [
  'pass ?words?|pass ?wd|pwd|pw|pass(?:phrase|code)?',
  'kennwort|kennwörter|passwort|mot ?de ?passe|mdp|contraseñ?a|contrasenya|clave|senha|wachtwoord|lösenord|hasło',
  "zugriffspass|zugriffscode|passe d[’']accès(?: temporaire)?|pase (?:de acceso )?temporal|psk|pre-?shared[ -]?key",
].join('|');
const japanese = 'パスワード|一時アクセス ?パス|暗証番号|密码|密碼|비밀번호|пароль';

/** In the order in which they are applied. */
export const rules: readonly Rule[] = [
  {
    kind: 'private-key',
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY-----(?:(?:[^-]|-(?!----)){0,20000}-----END [A-Z0-9 ]{1,40}-----|(?:\s{0,4}(?:\\[rn]){0,4}[\w+/=]{16,}){0,500})/g,
  },
  {
    kind: 'private-key',
    pattern:
      /(?<before>\bPuTTY-User-Key-File-\d\s{0,3}:[\s\S]{0,4000}?\bPrivate-Lines:\s{0,3}\d{1,4}\s{1,4})[\w+/=]{16,}(?:\s{1,4}[\w+/=]{16,}){0,500}/g,
  },
  // The members of a JSON Web Key that only the private one has.
  {
    kind: 'private-key',
    pattern: /(?<before>(?:\{|,)\s{0,20}\\?"(?:d|p|q|dp|dq|qi|k)\\?"\s{0,4}:\s{0,4}\\?")[\w-]{22,4000}={0,2}(?=\\?")/g,
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
    pattern:
      /&lt;(?:[\w-]{1,20}:)?(?:Encrypted)?Assertion(?:\s|&gt;)(?:[^&]|&(?!lt;\/(?:[\w-]{1,20}:)?(?:Encrypted)?Assertion&gt;)){0,100000}(?:&lt;\/(?:[\w-]{1,20}:)?(?:Encrypted)?Assertion&gt;)?/g,
  },
  {
    kind: 'saml-response',
    pattern: new RegExp(
      String.raw`(?<before>(?:SAMLResponse|\bwresult)["']?(?:\s{1,3}value)?${separator})[\w+/=%.-]{20,}`,
      'gi',
    ),
  },
  { kind: 'saml-response', pattern: /(?<![\w+/])(?:PHNhbWx|PD94bWwg|PFJlc3BvbnNl)[\w+/=%-]{40,}/g },
  {
    kind: 'cookie',
    pattern:
      /(?<before>\b(?:set-)?cookie["']?\s{0,3}:\s{0,3}["']?)[\w.-]{1,80}=(?:[^\r\n"']|(?<==)"[^"\r\n]{0,4000}"){1,16000}/gi,
  },
  {
    kind: 'cookie',
    pattern:
      /(?<before>(?<!\w)(?:ESTSAUTH\w{0,20}|ESTSSC|MSISAuth\w{0,3}|MSISAuthenticated|MSISSignOut|FedAuth|rtFa|SignInStateCookie|CCState|esctx[\w-]{0,20}|buid|x-ms-RefreshTokenCredential|\.AspNet(?:Core)?\.\w{1,40}|ASP\.NET_SessionId|JSESSIONID|AppServiceAuthSession|EdgeAccessCookie|AzureAppProxyAccessCookie\w{0,80})(?:["']?\s{0,2}[=:]\s{0,2}["']?|\t|"\s{0,20},\s{0,20}"value"\s{0,4}:\s{0,4}"))[^\s;"',[\]]{8,16000}/gi,
  },
  {
    kind: 'token',
    pattern:
      /(?<![\w-])eyJ[\w-]{16,}(?:\.\s{0,4}eyJ[\w-]{16,16000}(?:\.\s{1,4}[\w-]{20,16000}|\.[\w-]{0,16000})?|(?:\.[\w-]{0,16000}){0,4})(?:\r?\n[^\S\n]{0,4}(?![\da-f]{8}(?:-[\da-f]{4}){3}-)(?=[\w.-]{0,200}\d)(?=[\w.-]{0,200}[a-z])(?=[\w.-]{0,200}[A-Z])[\w.-]{8,16000}(?=["',;)]?[^\S\n]{0,4}(?:\r?\n|$))){0,50}/g,
  },
  { kind: 'token', pattern: /(?<before>\bbearer\s{1,4}(?:token\s{0,3}[:=]?\s{0,3})?)[\w.~+/=-]{20,16000}/gi },
  {
    kind: 'password',
    pattern: /(?<before>\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?basic(?:\s|%20|\+){1,4})[\w+/=%-]{6,}/gi,
  },
  {
    kind: 'access-key',
    pattern:
      /(?<before>\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|AccessKey|SharedSecret(?:Value)?)\s{0,2}=\s{0,2})[^\s;"'<>[\]]{8,}/gi,
  },
  { kind: 'access-key', pattern: /(?<before>[?&;]sig=)[\w%+/=-]{20,}/gi },
  {
    kind: 'access-key',
    pattern: /(?<before>\botpauth:\/\/[^\s?]{1,300}\?(?:[^\s&]{1,300}&){0,9}secret=)[A-Z2-7=]{8,}/gi,
  },
  { kind: 'access-key', pattern: /(?<before>\botpauth-migration:\/\/offline\?data=)[\w%+/=-]{20,}/gi },
  {
    kind: 'access-key',
    pattern:
      /(?<before>\b(?:(?:totp|otp|authenticator|mfa|2fa) (?:secret|key|seed)(?: key)?|secret key)(?:\s?[:=]| is| was)?\s{1,4}["']?)(?:[A-Z2-7]{16,64}|(?:[a-z2-7]{4} ){3,15}[a-z2-7]{4})(?![\w])/gi,
    holds: (secret) => /[2-7]/.test(secret),
  },
  {
    kind: 'access-key',
    pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}["']?[^\w/+]{1,10}[A-Za-z0-9/+]{40}(?![\w/+=])/g,
  },
  {
    kind: 'api-token',
    pattern:
      /(?<![\w-])(?:xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,}|xoxe\.[\w.-]{10,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[\w-]{30,}|sk-[\w-]{20,}|npm_\w{30,}|ya29\.[\w.-]{20,}|GOCSPX-[\w-]{20,}|1\/\/0[\w-]{30,}|hvs\.[\w-]{20,}|dop_v1_\w{20,}|[sr]k_(?:live|test)_\w{16,}|SG\.[\w-]{16,}\.[\w-]{30,})|(?<before>hooks\.slack\.com\/services\/|\.webhook\.office\.com\/webhookb2\/)[\w/@-]{20,}/g,
  },
  { kind: 'client-secret', pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{20,60}/g },
  {
    kind: 'client-secret',
    pattern: labelled(
      '(?:client|app(?:lication)?|api|consumer)[ _-]?secret(?:[ _-]?(?:value|key))?|secret[ _-]?(?:value|key|text)|secret[ _-]?access[ _-]?key|(?:api|functions|subscription)[ _-]?key',
      6,
    ),
    holds: isValue,
  },
  {
    kind: 'client-secret',
    pattern: labelled('secret', 8),
    holds: (secret) => isLikely(secret) && !/:\/\/|\w=\w/.test(secret),
  },
  {
    kind: 'client-secret',
    pattern: /(?<before>\b(?:client|app|shared) secret (?:value )?(?:is|was) )[^\s"'<>,]{8,200}/gi,
    holds: (secret) => isValue(secret) && /\d/.test(secret),
  },
  {
    kind: 'client-secret',
    pattern:
      /(?<before>(?<![\p{L}-])(?:secret is|(?:Secret|Geheimnis) (?:ist|lautet)|secret est|secreto es)(?: now| jetzt)? ?:? ["']?)[^\s"'<>,]{8,200}/giu,
    holds: (secret) => isLikely(secret) && !/:\/\/|\w=\w|^[\da-f]{8}(?:-[\da-f]{4}){3}-/i.test(secret),
  },
  {
    kind: 'client-secret',
    pattern: /(?<before>(?:シークレット|クライアント ?シークレット)\s{0,2}は\s{0,2}["'「]?)[\w.~!#$%^&*+=?@-]{8,200}/gu,
    holds: isLikely,
  },
  {
    kind: 'authorization-code',
    pattern:
      /(?<before>(?:^|[?&#\s"'{,;(]|%26|\\")(?<!(?:error|err|fehler|result|status|exit|return)[ _-])(?:auth(?:orization|z)?[ _-]?)?code(?:\\{0,3}["'])?\s{0,3}(?:[=:]|%3[AD])\s{0,3}(?:\\{0,3}["'])?)(?=[\w%.~-]{0,60}[A-Za-z_])[\w.~%*!$-]{16,16000}/gi,
    holds: (secret) => isValue(secret) && (secret.length < 24 ? isRandom(secret) : /\d/.test(secret)),
  },
  { kind: 'authorization-code', pattern: /(?<![\w/])4(?:\/|%2F)0A[\w-]{20,}/g },
  {
    kind: 'token',
    pattern: labelled(
      '(?:access|id|refresh|session|security|csrf|sso|primary refresh|auth)[ _-]?token|(?:device|prt)[ _-]?token|prt|flowtoken|sft|canary|assertion|client_assertion|code[ _-]?verifier|personal access token|pat',
      16,
    ),
    holds: isValue,
  },
  {
    kind: 'token',
    pattern:
      /(?<![\w.-])(?:[0-2]\.A[\w-]{2,}[\w.-]{40,}|M\.[CR]\d{1,3}_\w{2,5}\.[\w.!*$-]{20,}|OAQABAA[\w-]{40,}|AQABAA[\w-]{40,})/g,
  },
  {
    kind: 'one-time-code',
    pattern: labelled('(?:device|user)[ _-]code', 6),
    holds: (secret) => isValue(secret) && /[\dA-Z]{6}/.test(secret.replaceAll('-', '')),
  },
  {
    kind: 'one-time-code',
    pattern: /(?<before>\b(?:enter (?:the |this )?|device )code:? ["']?)(?=[A-Z\d]{0,8}[A-Z])[A-Z\d]{8,9}(?![\w-])/g,
    holds: isValue,
  },
  {
    kind: 'one-time-code',
    pattern:
      /(?<before>(?<!\b(?:error|status|result|sub)[ -]?)\b(?:codes?|otp|passcode|number|pin)\b[^\n\d]{0,20}\b(?:from|on|in|by|via|to|of|using|sent|got|received)\b[^\n\d]{0,20}\b(?:phone|mobile|app|authenticator|sms|texts?|text message|e-?mail|mail|token|key ?fob|handy|call)\b(?:\s(?:that\s)?(?:is|was|says|shows|reads))?[\s:=-]{1,4}["']?)(?<![\d-])\d{3}[ -]?\d{3}(?:\d\d)?(?![\d-])/gi,
    holds: isOneTime,
  },
  {
    kind: 'one-time-code',
    pattern:
      /(?<before>(?:\b(?:one[- ]?time (?:pass)?(?:code|word|pin)|t?otp(?: code)?|mfa|2fa|(?:verification|security|authenticator|authentication|mfa|2fa|sms|two-factor) (?:code|number)|bestätigungscode|prüfcode|sicherheitscode|einmal(?:code|kennwort|passwort)|code de (?:vérification|sécurité)|código de (?:verificación|verificação|segurança|seguridad)|codice di (?:verifica|sicurezza))|確認コード|認証コード|验证码)(?:\s(?:is|was|ist|lautet|est|es|é|è)|は|是)?[\s:=-]{0,4}["']?)(?<![\d-])\d{3}[ -]?\d{3}(?:\d\d)?(?![\d-])/gi,
    holds: isOneTime,
  },
  {
    kind: 'one-time-code',
    pattern:
      /(?<before>(?<!\p{L})(?:(?:my|your|mein|dein|ihr) code|(?:mon|votre|ton) code|(?:mi|su|tu) código|(?:der|den) code (?:aus|von|auf|per|in)\s[^\n\d]{0,20}(?:app|handy|sms|telefon|authenticator|mail)|(?:le|du) code (?:reçu|envoyé|par sms|du sms|de l'app\w*)[^\n\d]{0,20}|(?:el|del) código (?:del?|por|en|recibido)\s?[^\n\d]{0,20}(?:sms|app|aplicación|teléfono|móvil|correo|mensaje)|(?:the )?authenticator(?: app)? (?=shows?|says?|displays))\s?(?:is|was|ist|lautet|war|est|es|era|shows?|says?|displays)\s?:?\s{0,3}["']?|(?:アプリ|SMS|あなた|届いた|私)の?コードは\s?)(?<![\d-])\d{3}[ -]?\d{3}(?:\d\d)?(?![\d-])/giu,
    holds: isOneTime,
  },
  {
    kind: 'one-time-code',
    pattern:
      /(?<![\w-])\d{6,8}(?= is your (?:\w+ ){0,4}(?:code|pin|otp)| as (?:your |my |an? )?(?:\w+ ){0,3}(?:security|verification) code)/gi,
  },
  {
    kind: 'password',
    pattern: /(?<before>\b(?:my |the |device |windows )?pin(?: is | was |\s?[:=]\s?))\d{4,8}(?!\d)/gi,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>(?<![\p{L}\d])(?<!(?:wrong|invalid|incorrect|bad|falsches|expired) )(?:${passwordLabel})${separator})(?:(?<=["'])[^"'\n]{1,1000}?(?=\\{0,3}["'])|${unquoted}{1,1000})`,
      'giu',
    ),
    holds: isLabelled,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>(?<![\p{L}\d])(?:${passwordLabel})(?:[:：][^\S\n]{0,4}\r?\n\s{0,20}| [-–] ))[^\s"'<>]{6,200}`,
      'giu',
    ),
    holds: isLikely,
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
      String.raw`(?<before>(?<![\p{L}\d])(?:${passwordLabel})(?: (?:for|of|von|für|de) [^\s"'<>]{1,80})? (?:is|was|ist|war|lautet|est|es|era|é|è)(?: now| jetzt)? ?:? )(?:(?<quote>["'])[^"'\n]{1,200}\k<quote>|${unquoted}{2,200})`,
      'giu',
    ),
    holds: isSaid,
  },
  {
    kind: 'password',
    pattern:
      /(?<before>\b(?:changed|reset|set) (?:it|(?:the|my|his|her|your|their) pass ?word) to ["']?)(?!\$(?:true|false|null)\b)[^\s"'<>]{4,200}/gi,
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
  // As names of settings and properties are written: initialPassword, MicrosoftAppPassword, temporaryAccessPass.
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>(?:Password|Passwd|Pwd|AccessPass)(?<=[a-z\d](?:Password|Passwd|Pwd|AccessPass))(?<!(?:url|Invalid|Bad|Wrong|Expired|Incorrect|Weak)\w{0,30}|UsernamePassword|DirectoryPassword)${separator})(?:(?<=["'])[^"'\n]{1,1000}?(?=\\{0,3}["'])|${unquoted}{1,1000})`,
      'g',
    ),
    holds: isNamed,
  },
  {
    kind: 'password',
    pattern: /(?<before><(?:[\w-]{1,20}:)?\w{0,20}Password\b[^<>]{0,200}>\s{0,20})[^<>\s][^<>]{0,200}(?=<\/)/gi,
    holds: isValue,
  },
  {
    kind: 'password',
    pattern: /(?<before>\b(?:name|id)="(?:password|passwd|pwd)"[^<>]{0,200}?\svalue=")[^"<>]{1,200}/gi,
    holds: isValue,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?<before>(?<![\p{L}\d])(?:${passwordLabel}) (?:for|of|von|für|pour|de|para) [^\s"'<>:]{1,80}:\s{1,4})[^\s"'<>]{6,200}`,
      'giu',
    ),
    holds: isLikely,
  },
  {
    kind: 'password',
    pattern: /(?<before>\bTAP(?: code)?(?:\s?[:=]\s?| is | was | ))[^\s"'<>]{6,64}/g,
    holds: (secret, before) => isLikely(secret) && (!before.endsWith('P ') || isRandom(secret)),
  },
  {
    kind: 'password',
    pattern: /(?<before>@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\s{0,2}[:/|]\s{0,2})[^\s"'<>/]{6,200}/g,
    holds: isMixed,
  },
  {
    kind: 'password',
    pattern: /(?<before>\b(?:temp(?:orary)?|initial|generated) pass ?word )[A-Z][a-z]{2,3}\d{4,8}(?!\w)/g,
  },
  {
    kind: 'password',
    pattern: /(?<before>\b[a-z][a-z+.-]{1,20}:\/\/[^\s/:@"'<>]{1,100}:)[^\s/:@"'<>[\]]{1,200}(?=@)/gi,
  },
  ...spokenRules(passwordLabel, japanese),
  ...windowsRules,
  ...commandRules,
];
