/** Recognises what commands and portals say when a step of a method fails, whatever the problem is. */
import type { follow } from './words/index.ts';
import { any, folded, lowered, pattern, unpaused } from './phrases.ts';

export type FailureKind = keyof ReturnType<typeof follow>['failures'];

/** How a step failed, and the command that did where a text names it. */
export type Failure = { readonly kind: FailureKind; readonly command?: string | undefined };

/** Where a command is at home, by its name. */
const homes: readonly (readonly [FailureKind, RegExp])[] = [
  ['retired', /\w+-(?:msol|azuread)\w*|connect-msolservice/],
  ['sync', /\w+-adsync\w*|\badsync\b/],
  ['proxy', /\w+-webapplicationproxy\w*/],
  ['adfs', /\w+-adfs\w*/],
  ['graph', /\w+-mg[a-z]\w*|microsoft\.graph|\bmggraph\b/],
  ['entra', /\w+-entra\w*|microsoft\.entra\b/],
  [
    'exchange',
    /\w+-(?:exchangeonline|casmailbox|mailbox|organizationconfig|authenticationpolicy|transportconfig)\w*|exchangeonlinemanagement/,
  ],
  ['directory', /\w+-ad(?:user|computer|object|account|group|forest|domain|principal)\w*|\bactivedirectory\b/],
];

const homeOf = (said: string): FailureKind => homes.find(([, name]) => name.test(said))?.[0] ?? 'module';

const command = /\b[a-z]{3,12}-[a-z]{3,40}\b/;

/** What a refusal means for a command that is run on a server of one's own, and asks for no right in the cloud. */
const refusedAt: Partial<Readonly<Record<FailureKind, FailureKind>>> = {
  adfs: 'local',
  proxy: 'proxyTrust',
  sync: 'syncRights',
  directory: 'directoryRights',
};
const refusals: ReadonlySet<FailureKind> = new Set<FailureKind>(['unauthorized', 'privileges', 'consent']);

/** The one home of the commands that a method holds; undefined where it has none or several. */
export const homeIn = (text: string): FailureKind | undefined => {
  const named = lowered(text).match(new RegExp(command, 'g')) ?? [];
  const all = new Set(named.map(homeOf).filter((home) => home !== 'module'));
  return all.size === 1 ? [...all][0] : undefined;
};

const unrecognized = pattern(
  [
    "(?:is|was|are)(?: not|n'?t) (?:recogni[sz]ed|known|found|available)|not recogni[sz]ed|command ?not ?found|does(?: not|n'?t) exist|unknown (?:command|cmdlet)|no such (?:command|cmdlet)",
    'nicht (?:als name eines .{1,20} )?(?:erkannt|gefunden|bekannt)|gibt es nicht|existiert nicht',
    "n'est pas reconnue?|pas reconnue?|introuvable|n'existe pas",
    'no se reconoce|no se encuentra|no existe',
    '認識されません|見つかりません|存在しません',
  ].join('|'),
);

/** What names its own failure, in a step or out of it. */
const telling: readonly (readonly [FailureKind, RegExp])[] = [
  [
    'secondary',
    pattern('\\bps0033\\b|secondary (?:server|computer|node)|not the primary (?:server|computer)|sekundäre\\w* server'),
  ],
  [
    'scripts',
    pattern(
      'execution of scripts|running scripts|scripts? (?:is|are) disabled|(?:not|nicht) digital(?:ly)? (?:signed|signiert)|execution ?policy|ausführung von skripts?|exécution de scripts|ejecución de scripts|スクリプトの実行',
    ),
  ],
  [
    'parameter',
    pattern(
      'parameter cannot be found|named ?parameter ?not ?found|(?:unknown|ambiguous|no such) parameter (?:name|set)?|parameter set cannot be resolved|(?:kein|dem) parameter.{0,40}(?:gefunden|entspricht)|(?:trouver|trouve) (?:un|de|aucun) parametre|ningun parametro que coincida|パラメーター?が?見つかりません|一致するパラメーター',
    ),
  ],
  ['consent', pattern('(?:graph|powershell|command line tools).{0,60}(?:approval|consent|zustimmung)')],
  [
    'privileges',
    pattern(
      'insufficient (?:privileges|rights|permissions|access)|authorization_requestdenied|accessdenied|\\b403\\b|\\bforbidden\\b|not enough (?:rights|permissions|privileges)|missing (?:rights|permissions|privileges)|(?:unzureichende|nicht genug|nicht genügend|fehlende) (?:rechte|berechtigung\\w*)|(?:droits|privilèges|autorisations) .{0,12}insuffisant\\w*|(?:permisos|privilegios) .{0,12}insuficientes|(?:権限|アクセス許可)が(?:不足|足り|ありません)|特権が不足',
    ),
  ],
  [
    'unauthorized',
    pattern(
      '\\b401\\b|\\bunauthori[sz]ed\\b|authentication needed|please call connect|(?:must|need to) (?:call|run) (?:the )?connect-|not connected to',
    ),
  ],
  [
    'gallery',
    pattern(
      'no match was found for the specified search|unable to (?:resolve|find) package source|unable to (?:find|resolve) repository|unable to download .{0,40}nuget',
    ),
  ],
  ['throttled', pattern('\\b429\\b|too many requests')],
  [
    'unreachable',
    pattern(
      'rpc server is unavailable|rpc-server|serveur rpc|servidor rpc|\\bwinrm\\b|unable to (?:contact|connect to) the (?:remote )?server|unable to find a default server',
    ),
  ],
  [
    'greyed',
    pattern(
      'gr[ae]yed|\\bgr[ae]y(?: out)?$|(?:button|option|menu|field|tab|setting)s? (?:is|are) (?:gr[ae]y|disabled|missing|not there)|(?:don.?t|do not|can.?t|cannot) (?:have|see|find) (?:the|that|this|any|an?|such an?)? ?(?:\\S+ ){0,2}(?:button|option|menu|tab|field|setting|blade)\\b|no such (?:button|option|menu|tab|field|setting)|ausgegraut|\\bgrau$|grisée?s?\\b|atenuad[oa]|en gris\\b|グレーアウト',
    ),
  ],
];

/** What may as well be what the person who cannot sign in sees. */
const ambiguous: readonly (readonly [FailureKind, RegExp])[] = [
  [
    'denied',
    pattern(
      'access (?:is |was )?denied|permission denied|requested operation requires elevation|zugriff (?:wurde |ist )?verweigert|accès (?:est )?refusé|acceso denegado|アクセスが拒否',
    ),
  ],
  [
    'absent',
    pattern(
      "resource ?not ?found|request_resourcenotfound|resource '.{1,60}' does not exist|cannot find an object|\\b404\\b",
    ),
  ],
  [
    'tenant',
    pattern(
      'wrong tenant|(?:connected|signed in|logged in|am) (?:to|in|into) (?:the |an)other tenant|falsche\\w* (?:tenant|mandant\\w*)|mauvais tenant|(?:tenant|inquilino) equivocado|別のテナント',
    ),
  ],
  ['busy', pattern('\\bbusy\\b|already (?:running|in progress)|läuft bereits|déjà en cours|ya está en curso')],
];

const modules = pattern(
  '(?:module|modul|módulo)\\b.{0,40}(?:not|nicht|missing|fehlt|manque|introuvable|falta|no )|no (?:valid )?module|(?:missing|no) module|モジュール.{0,15}(?:ない|ありません|見つかりません)',
);

const trust = pattern(
  "trust relationship|(?:establish|create|build)\\w* (?:the |a )?trust|trust .{0,30}(?:could not be|not) established|vertrauensstellung|relation d'approbation|relation de confiance|relación de confianza|信頼関係",
);

/** What tells that it was met while a step was carried out. */
const inStep = pattern(
  `\\b${any('steps?', 'commands?', 'cmdlets?', 'powershell', 'scripts?', 'prompt', 'console', 'ran', 'run', 'schritt', 'befehl', 'étape', 'commande', 'paso', 'comando')}\\b|手順|ステップ|コマンド|^(?:method|methode|méthode|método) \\d|\\bmethod \\d`,
);

/** The people who cannot sign in, of whom it would be the symptom. */
const someone = pattern(
  '(?:^| )(?:he|she|they|his|her|their|user|users|everyone|nobody|people|colleague|customer|er|sie|benutzer|il|elle|utilisateur|ella|usuari[oa])(?= |$)|さん|ユーザー',
);

/** What the people open who cannot sign in, whatever step was carried out before: "she is in, files in the channel say access denied". */
const opened = pattern(
  '\\b(?:files?|folders?|documents?|channels?|libraries|mailbox(?:es)?|calendars?|datei(?:en)?|ordner|dokumente?|kanale?|postfach\\w*|kalender|fichiers?|dossiers?|canal|canaux|boites?|calendriers?|archivos?|carpetas?|canal(?:es)?|buzon(?:es)?|calendarios?)\\b|ファイル|フォルダー?|チャネル|メールボックス|予定表',
);

/** What answers with a status by itself, and not to a command. */
const answering = pattern(
  '\\b(?:server|proxy|page|site|endpoint|url|browser|app|seite|serveur|servidor|pagina)\\b.{0,20}\\b(?:returns?|returned|answers?|says?|shows?|gives?|liefert|antwortet|zeigt|renvoie|repond|devuelve|responde)\\b|サーバー?.{0,6}(?:返|応答)',
);

/** A longer text tells of more than a step; a pasted error of PowerShell is longer still, and says what it is. */
const most = { words: 8, sure: 14, letters: 600 } as const;
const pastedError = /categoryinfo|fullyqualifiederrorid|\bat line:\d/;

/** Where the person stands: led through the steps, or before an answer that is itself about access that is denied; `home` is that of the commands at hand. */
type Stand = { readonly walking: boolean; readonly ofDenial: boolean; readonly home?: FailureKind | undefined };

/** The failure of a step that a text tells of; null where it tells of none. */
export const failureIn = (text: string, stand: Stand): Failure | null => {
  if (text.length > most.letters) return null;
  const said = folded(text);
  const named = command.exec(said)?.[0];
  const kind = kindIn(text, said, named, stand);
  return kind && { kind, command: named };
};

const kindIn = (
  text: string,
  said: string,
  named: string | undefined,
  { walking, ofDenial, home }: Stand,
): FailureKind | null => {
  const first = (all: readonly (readonly [FailureKind, RegExp])[]): FailureKind | undefined =>
    all.find(([, words]) => words.test(said))?.[0];
  if (named !== undefined && homeOf(named) === 'retired' && unrecognized.test(said)) return 'retired';
  const sure = first(telling);
  const count = unpaused(text).split(' ').length;
  const stepwise = walking || inStep.test(said) || named !== undefined || pastedError.test(said);
  const at = named === undefined ? home : homeOf(named);
  if (at === 'proxy' && stepwise && trust.test(said)) return 'proxyTrust';
  const ownSymptom = sure === 'unauthorized' && !stepwise && (ofDenial || answering.test(said));
  if (sure && !ownSymptom && (stepwise || (count <= most.sure && !someone.test(said))))
    return (at !== undefined && refusals.has(sure) && refusedAt[at]) || sure;
  if (named !== undefined && unrecognized.test(said)) return homeOf(named);
  if (modules.test(said)) return homeOf(said);
  const unsure = first(ambiguous);
  if (unsure === 'denied' && opened.test(said) && !inStep.test(said)) return null;
  return unsure && (stepwise || (count <= most.words && !ofDenial && !someone.test(said))) ? unsure : null;
};
