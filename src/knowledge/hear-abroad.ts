/** What answers to questions about a facet are in German, French, Spanish and Japanese. */
import type { Facet } from '../model/catalog.ts';

/** Whether a pattern is met in a text, by what holds for a facet. */
type Met = (pattern: RegExp, text: string) => boolean;

type Cue = readonly [value: string, pattern: () => RegExp];

/** Words of languages with spaces between them, as whole words unless they end in "*", or what stands in Japanese. Groups are not nested. */
const cue = (value: string, words: string, japanese = ''): Cue => {
  const patternOf = (): RegExp => {
    const whole = words
      .split(/\|(?![^(]*\))/)
      .map((word) => (word.endsWith('*') ? word.slice(0, -1) : `${word}(?!\\p{L})`))
      .join('|');
    return new RegExp(`(?<!\\p{L})(?:${whole})${japanese === '' ? '' : `|${japanese}`}`, 'u');
  };
  let pattern: RegExp | undefined;
  return [value, () => (pattern ??= patternOf())];
};

const cues: Readonly<Record<Exclude<Facet, 'where'>, readonly Cue[]>> = {
  federated: [
    cue(
      'no',
      "nicht im verbund|kein verbund|ohne ad ?fs|kein ad ?fs|nicht föderiert*|in der cloud|nur cloud|pas fédéré*|pas de fédération|sans fédération|sans ad ?fs|pas d'ad ?fs|dans le cloud|no federad*|sin federación|sin ad ?fs|en la nube",
      'フェデレーション(?:では|じゃ)?(?:ない|なし)|クラウド',
    ),
    cue('yes', 'im verbund|verbund*|föder*|fédér*|federad*|federación', 'フェデレ|フェデレーション'),
  ],
  scope: [
    cue(
      'one-device',
      'ein gerät|einem gerät|(?:nur )?(?:ein|einem|mein|meinem|dieser|diesem) (?:pc|rechner|computer|laptop|notebook)|un (?:seul )?(?:appareil|pc|ordinateur|poste)|mon (?:pc|ordinateur|poste)|un (?:solo )?(?:dispositivo|equipo|pc|ordenador|portátil)|mi (?:pc|equipo|ordenador|portátil)|nur (?:am|auf dem) (?:pc|rechner|laptop|notebook)|(?:seulement|uniquement) sur (?:le|son) (?:pc|portable|poste)|sol[oa] en (?:el|su) (?:portátil|ordenador|pc)',
      '(?:1|一) ?(?:台|つのデバイス|つの端末)|(?:端末|pc|パソコン)(?:1 ?台)?だけ',
    ),
    cue(
      'federated-users',
      'verbundbenutzer*|föderierte*|utilisateurs fédérés|usuarios federados',
      'フェデレーション ?ユーザー',
    ),
    cue(
      'some-users',
      'einige|manche|mehrere|ein paar|nicht alle|certains|certaines|quelques|plusieurs|pas tous|pas tout le monde|algun[oa]s|vari[oa]s|no tod[oa]s|unos pocos|[2-9] (?:benutzer|nutzer|kollegen|leute|personen|konten|utilisateurs|collègues|personnes|comptes|usuarios|compañeros|personas|cuentas)|\\d\\d+ (?:benutzer|nutzer|kollegen|leute|personen|konten|utilisateurs|collègues|personnes|comptes|usuarios|compañeros|personas|cuentas)|die hälfte|viele|la moitié|la plupart|beaucoup|la mitad|la mayoría|much[oa]s|nur eine (?:domäne|domain|abteilung|gruppe)|un seul (?:domaine|service|groupe)|une seule équipe|un solo (?:dominio|departamento|grupo)',
      '[2-9２-９] ?(?:人|名)|\\d\\d+ ?(?:人|名)|半分|多くの|(?:1|一) ?つの(?:ドメイン|部署)|一部|何人か|数人|複数',
    ),
    cue(
      'one-user',
      'eine person|eine[nm]? benutzer*|nur (?:ich|mich|bei mir|sie|er|ihr|ihm|bei ihr|bei ihm)|elle seule|lui seul|(?:seulement|juste|uniquement) (?:elle|lui|moi)|sol[oa] (?:ella|él|a ella|a él)|sólo (?:ella|él)|bei mir|ich|moi seul|moi|une (?:seule )?personne|un (?:seul )?utilisateur|yo|a mí|una (?:sola )?persona|un (?:solo )?usuario',
      '自分|私|彼女だけ|彼だけ|(?:1|一) ?(?:人|名)',
    ),
    cue(
      'everyone',
      'alle|alle[nr]|jeder|ganze[nr]? (?:firma|abteilung|organisation|unternehmen)|niemand|tous|toutes|tout le monde|personne|tod[oa]s|todo el mundo|toda la (?:empresa|oficina|organización)|toute (?:l.entreprise|la société|l.équipe)|nadie',
      '全員|みんな|皆|すべてのユーザー|誰も',
    ),
  ],
  client: [
    cue(
      'one-browser',
      'nur (?:im|in|mit|bei) (?:einem browser|chrome|edge|firefox|safari)|ein(?:em)? browser|un seul navigateur|(?:seulement|uniquement) (?:dans|avec|sur) (?:un navigateur|chrome|edge|firefox|safari)|un solo navegador|sólo (?:en|con) (?:chrome|edge|firefox|safari)|solo (?:en|con) (?:un navegador|chrome|edge|firefox|safari)',
      '(?:1|一) ?つのブラウザ|(?:chrome|edge|firefox|safari) ?だけ|特定のブラウザ',
    ),
    cue(
      'outlook-mail',
      'outlook|mail(?<!(?:envoyé|écrit) (?:un |une )?mail)(?!\\p{L}* (?:geschrieben|geschickt|gesendet))*|messagerie|courriel|correo*',
      'メール',
    ),
    cue(
      'mobile',
      'handy|smartphone*|telefon|tablet*|mobil*|téléphone*|móvil*|teléfono*',
      'スマホ|スマートフォン|携帯|電話|タブレット',
    ),
    cue('script', 'skript*|script*', 'スクリプト'),
    cue(
      'desktop-app',
      'desktop*|application de bureau|appli de bureau|(?:aplicación|app) de escritorio',
      'デスクトップ',
    ),
    cue(
      'browser',
      'browser*|webseite|internetseite|navigateur*|page web|site web|navegador*|página web|sitio web',
      'ブラウザ|ウェブ',
    ),
  ],
  prompt: [
    cue(
      'repeated-prompts',
      'immer wieder|ständig|dauernd|wiederholt*|sans cesse|sans arrêt|à chaque fois|plusieurs fois|de nouveau le mot de passe|redemand*|una y otra vez|repetid*|continuamente|constantemente|cada vez|vuelve a pedir',
      '何度も|繰り返し|毎回',
    ),
    cue(
      'redirect-loop',
      'endlos*|weiterleitung*|im kreis|schleife|redirection*|en boucle|tourne en rond|bucle|redirec*',
      'リダイレクト|ループ',
    ),
    cue('certificate-warning', 'zertifikat*|certificat*|certificado*', '証明書'),
    cue(
      'error-after-password',
      'nach (?:dem|der) (?:kennwort*|passwort*|eingabe*)|après (?:le mot de passe|la saisie*|avoir saisi*)|tras (?:la|introducir la|poner la) contraseña|después de (?:la|introducir la|poner la) contraseña',
      'パスワード(?:の)?(?:を)?(?:入力)?(?:した)?(?:の)?(?:あと|後)',
    ),
    cue(
      'blocked-message',
      'gesperrt|blockiert|verweigert|kein(?:en)? zugriff|bloqué*|accès refusé|refusé*|bloque*|denegad*',
      'ブロック|拒否|アクセスでき',
    ),
    cue(
      'page-unavailable',
      "öffnet sich nicht|nicht öffnet|seite (?:\\p{L}+ ){0,3}nicht|lädt nicht|nicht erreichbar|ne s'ouvre pas|page (?:\\p{L}+ ){0,3}pas|inaccessible*|indisponible|no se abre|página (?:que )?no|no carga|no disponible|inaccesible",
      '開かない|開きません|開けない|開けません|表示されない|表示されません|つながらない',
    ),
    cue(
      'no-prompt',
      'keine? (?:abfrage|aufforderung|anmeldung|anmeldefenster|kennwortabfrage)|gar keine*|nichts passiert|passiert nichts|aucune (?:demande|invite|fenêtre)|pas de (?:demande|fenêtre)|rien ne se passe|rien|ningun[ao]? (?:petición|solicitud|ventana|mensaje)|no pide nada|no (?:aparece|pasa|se pide) nada|nada',
      '何も|求められない|求められません|表示なし',
    ),
  ],
  message: [
    cue(
      'none',
      "kein|keine|keinen|keiner|nichts|ohne|gibt es nicht|aucun|aucune|pas de|pas d'\\p{L}+|sans|rien|ningún|ninguna?|sin|no hay|nada",
      'ない|ありません|なし|出ません',
    ),
    cue('code', "code|fehlercode|fehlernummer|code d'erreur|numéro d'erreur|código*", 'コード|番号'),
    cue('text', 'fehlermeldung|meldung|text|message|texte|mensaje|texto', 'メッセージ|文章|テキスト'),
  ],
  certificate: [
    cue('token-decrypting', '(?:token)?entschlüssel*|déchiffr*|descifr*', '復号|解読|暗号化解除'),
    cue('token-signing', '(?:token)?signatur*|signier*|signature*|firma*', '署名'),
    cue('ssl-proxy', 'proxy*', 'プロキシ'),
    cue('ssl-adfs', 'ssl|tls|https(?!:)'),
    cue(
      'none',
      'keine?s?|keins|nichts davon|aucun|aucune|pas de|ningun[oa]*|ningún',
      'ない|なし|どれでも|いずれでも|違う|違います',
    ),
  ],
  recent_change: [
    cue(
      'none',
      'nichts|keine|keine? änderung*|unverändert|rien|aucun*|pas de changement|nada|ningún|ninguna?|no hubo cambios|sin cambios',
      '何も|特に|なし|ありません|変わっていない|思い当たらない|思い当たりません',
    ),
    cue('certificate-renewed', 'zertifikat*|certificat*|certificado*', '証明書'),
    cue('password-changed', 'kennwort*|passwort*|mots? de passe|contraseña*', 'パスワード'),
    cue(
      'firewall-or-proxy',
      'firewall|proxy|netzwerk*|vpn|pare-feu|réseau|cortafuegos|la red',
      'ファイアウォール|プロキシ|ネットワーク',
    ),
    cue(
      'new-device',
      'neue[snrm]? (?:gerät|pc|rechner|computer|laptop|notebook|smartphone|handy|telefon)|nouvel (?:appareil|ordinateur)|nouveau (?:pc|poste|portable|téléphone|smartphone)|(?:dispositivo|equipo|ordenador|portátil|móvil|teléfono) nuevo|nuevo (?:dispositivo|equipo|ordenador|portátil|móvil|teléfono|pc)',
      '新しい(?:デバイス|端末|pc|パソコン|スマホ|スマートフォン|機器|携帯|電話)|新規デバイス',
    ),
    cue(
      'policy',
      'richtlinie*|bedingte[rn]? zugriff|mfa|stratégie*|politique*|accès conditionnel|directiva*|política*|acceso condicional',
      'ポリシー|条件付き',
    ),
    cue('migration', 'migr*|umzug|umgezogen|umstellung|umgestellt', '移行'),
  ],
  account: [
    cue('guest', 'gast*|extern(?<!intern.{0,60}extern)(?!.{0,60}(?<!\\p{L})intern)*|invité*|invitad*', 'ゲスト|招待'),
    cue('service', 'dienst*|service|compte de service|cuenta de servicio|servicio', 'サービス'),
    cue('synced', 'synchron*|ad lokal|sincroniz*', '同期'),
    cue('consumer', 'persönlich*|privat*|personnel*|personal*', '個人'),
    cue(
      'cloud',
      '(?<!(?:also|auch|aussi|también) (?:in|on|dans|en) (?:the|der|le|la) )(?:cloud|nube)*',
      '(?<!にも)クラウド(?!にも)',
    ),
  ],
  device: [
    cue(
      'new-phone',
      'neue[snrm]? (?:smartphone|handy|telefon|iphone)|nouveau (?:téléphone|smartphone|mobile)|(?:móvil|teléfono|smartphone) nuevo|nuevo (?:móvil|teléfono|smartphone)',
      '新しい(?:スマホ|スマートフォン|電話|携帯)',
    ),
    cue(
      'unmanaged',
      'nicht verwaltet|privat*|eigene[snrm]?|pas géré|non géré|personnel*|no administrad*|no gestionad*|personal|propi[oa]',
      '管理されていない|管理対象外|管理外|個人|私物',
    ),
    cue('managed', 'verwaltet*|firma|firmen*|géré*|entreprise|administrad[oa]*|gestionad[oa]*|empresa', '管理|会社'),
  ],
};

/** Letters and short words that English does not have. */
const foreign =
  /[\u3040-\u30ff\u4e00-\u9fffäöüßàâçéèêëîïôûùœñáíóú¿¡]|(?<!\p{L})(?:nur|kein|keine|keinen|keins|nicht|ohne|ein|eine|einem|einen|einer|der|das|und|ist|mit|bei|vom|aucun|aucune|pas|un|une|le|la|les|des|du|sans|dans|avec|seulement|solo|sin|el|las|del|hay|una)(?!\p{L})/u;

/** Whether a text in small letters cannot be English. */
export const isForeign = (text: string): boolean => foreign.test(text);

/** The value of a facet that an answer in one of these languages gives, or null. `text` is in small letters. */
export const hearAbroad = (facet: Exclude<Facet, 'where'>, text: string, met: Met): string | null =>
  cues[facet].find(([, pattern]) => met(pattern(), text))?.[0] ?? null;
