/** What is done and met while a problem is fixed, by the words of five languages: the catalog says it in English, and people ask in their own. */
import { withoutAccents } from './accents.ts';

/** The beginnings of words in lower case and without accents, divided by bars; Japanese ones stand anywhere. */
const beginnings: Readonly<Record<string, string>> = {
  exclude: 'exclu|exempt|exception|bypass|whitelist|ausnehm|ausnahme|ausgenomm|ausschliess|excepcion|除外|例外',
  allow: 'allow|permit|grant|let in|erlaub|zulass|freigeb|freischalt|autoris|permett|permis|permit|autoriz|許可',
  short:
    'temporar|limited time|for a (?:day|week|while|short)|briefly|shortly|voruberg|kurz|befristet|zeitweise|provisoire|momentan|temporal|provisional|un rato|一時|しばらく|短期',
  enable:
    'enabl|reenabl|re-enabl|turn(?:ed|ing|s)? (?:it |them )?(?:back )?on|switch(?:ed|ing)? (?:it |them )?(?:back )?on|activat|reactivat|einschalt|eingeschaltet|aktivier|activ|reactiv|habilit|有効',
  disable:
    'disabl|turn(?:ed|ing|s)? (?:it |them )?off|switch(?:ed|ing)? (?:it |them )?off|deactivat|ausschalt|ausgeschaltet|abschalt|deaktiv|desactiv|deshabilit|inhabilit|無効',
  remove: 'delet|remov|clear|wipe|losch|gelosch|entfern|supprim|effac|elimin|borr|quitar|quito|削除|消',
  add: 'add|creat|register|enrol|set up|hinzufug|anleg|angelegt|erstell|registrier|einricht|ajout|cre(?:er|e)|enregistr|inscri|configur|anad|agreg|crea|registr|追加|登録|作成',
  reset: 'reset|zuruckset|zuruckgesetzt|reinitialis|restablec|リセット',
  restart: 'restart|reboot|neu ?start|neugestartet|redemarr|reinici|再起動',
  reinstall: 'install|reinstall|neu ?install|instal|インストール',
  update: 'updat|upgrad|patch|aktualisier|mise a jour|mettre a jour|actualiz|更新|アップデート',
  renew:
    'renew|replac|rollover|roll(?:ed|ing)? over|rotat|erneuer|austausch|ersetz|renouvel|remplac|renov|reemplaz|sustitu|交換',
  wait: 'wait|patien|wart|gewartet|attend|esper|待',
  minutes: 'minute|hour|half an hour|stunde|heure|hora|分|時間',
  days: 'day|week|month|tage|woche|monat|jour|semaine|mois|dia|semana|mes|日|週|月',
  sync: 'sync|replic|propagat|repliz|同期',
  copy: 'cop(?:y|ie)|export|import|kopier|exporti|copi|コピー',
  license: 'licen|lizenz|p1\\b|p2\\b|premium|e3\\b|e5\\b|ライセンス',
  role: 'role|right|permission|privileg|berechtigung|recht|rolle|droit|autorisation|rol\\b|permiso|権限|ロール',
  admin: 'admin|管理者',
  place:
    'location|ip address|ip range|network|country|region|standort|land\\b|netz|reseau|pays|lieu|emplacement|pais|red\\b|ubicac|場所|ネットワーク|国',
  travel:
    'abroad|travel|trip|journey|vacation|holiday|foreign|ausland|reise|urlaub|etranger|voyage|viaj|extranjero|海外|出張|旅行',
  vpn: 'vpn',
  guest: 'guest|external|partner|invit|gast|gaste|extern|einlad|eingeladen|invite|externe|invitad|ゲスト|招待|外部',
  phone:
    'phone|mobile|iphone|android|handy|telefon|smartphone|telephone|portable|movil|telefono|celular|スマホ|携帯|電話',
  computer:
    'computer|laptop|pc\\b|pcs\\b|notebook|workstation|desktop|rechner|ordinateur|poste|ordenador|equipo|portatil|パソコン|端末|PC',
  device: 'device|gerat|appareil|dispositivo|デバイス',
  server: 'server|serveur|servidor|サーバ',
  primary: 'primary|main server|secondary|farm|node|primar|sekundar|principal|secondaire|secundari|プライマリ',
  both: 'both|each|every|beide|jede|les deux|chaque|ambos|ambas|cada|両方|それぞれ|全',
  log: 'log\\b|logs\\b|event viewer|events?\\b|protokoll|ereignis|journal|registro|ログ|イベント',
  policy: 'polic|rule|richtlinie|regel|strategie|regle|directiva|politica|regla|ポリシー|規則',
  group: 'group|member|nested|gruppe|mitglied|verschachtel|groupe|membre|grupo|miembro|グループ|メンバ',
  assign: 'assign|zuweis|zugewiesen|zuordn|affect(?:er|e|ation)|assigne|attribu|asign|割り当て',
  consent: 'consent|approv|zustimm|genehmig|consentement|approuv|approbation|consentim|aprob|同意|承認',
  cost: 'cost|free|pay|kost|preis|gratis|cout|prix|gratuit|payant|coste|cuesta|precio|費用|無料|有料',
  inform: 'tell|inform|notify|say to|sagen|sage\\b|mitteil|dire\\b|dis\\b|prevenir|decir|digo|avis|伝え|知らせ|連絡',
  loss: 'los(?:e|t|s|es|ing)\\b|data|files|verlier|verlor|daten|perd|donnees|fichiers|pierd|datos|archivos|データ|失',
  outage: 'downtime|outage|interrupt|unavailab|ausfall|unterbrech|coupure|interrup|corte|停止|止ま',
  verify: 'check|verif|test|confirm|make sure|pruf|kontroll|sicherstell|assur|comprob|comprueb|確認|テスト',
  undo: 'undo|roll ?back|revert|back ?up|restore|ruckgangig|wiederherstell|sicher(?:n|ung)|annul|revenir|sauvegard|restaur|deshac|revertir|respald|元に戻|復元|バックアップ',
  stored: 'stored|cach|saved|remembered|gespeichert|zwischenspeicher|enregistre|guardad|almacenad|保存|キャッシュ',
  old: 'old\\b|previous|former|outdated|legacy|alte[mnrs]?\\b|vorherig|ancien|vieux|antigu|viejo|古い|以前',
  fresh: 'new\\b|fresh|another|neue?[mnrs]?\\b|anderer|nouve|nuev|新し|別',
  browser: 'browser|edge\\b|chrome|firefox|safari|incognito|private window|navigateur|navegador|ブラウザ',
  mail: 'mail|outlook|smtp|imap|mailbox|postfach|boite aux lettres|messagerie|buzon|correo|メール',
  script:
    'script|automat|scheduled|service account|skript|dienstkonto|compte de service|cuenta de servicio|自動|スクリプト',
  app: 'app\\b|apps\\b|application|program|anwendung|programm|applic|logiciel|aplicac|programa|アプリ',
  domain: 'domain|domane|domaine|dominio|ドメイン',
  user: 'user|person|people|colleague|benutzer|anwender|person|kolleg|utilisat|personne|collegue|usuari|persona|compan|ユーザ|本人',
  stolen: 'stolen|lost|theft|gestohlen|geklaut|verloren|vole\\b|volee|perdu|robad|perdid|盗|紛失',
  attack:
    'attack|hack|compromis|phish|spray|brute|stranger|suspicio|angriff|angreif|gehackt|fremd|attaqu|pirat|suspect|ataque|hacke|sospech|攻撃|不正|不審',
  certificate: 'cert\\b|certs\\b|certificat|zertifikat|certificad|証明書',
  secret: 'secret|geheim|clientgeheim|secreto|シークレット',
  claim: 'claim|attribut|anspruch|revendication|notificaci|クレーム|属性',
  url: 'url|uri|redirect|adress|address|reply|lien|enlace|direccion|リンク|アドレス',
  clock: 'clock|time zone|time sync|uhr|zeitzone|horloge|heure|reloj|zona horaria|時計|時刻',
  port: 'port\\b|firewall|443|pare-feu|cortafuegos|ファイアウォール|ポート',
  dns: 'dns|name resolution|namensauflos',
  service: 'service|dienst\\b|dienste\\b|servicio|サービス',
  join: 'join|unjoin|leave|dsregcmd|beitret|beitritt|joindre|jonction|unir|参加',
  session: 'session|sign(?:ed)? out|logged? out|revok|sitzung|abmeld|deconnect|sesion|cerrar|サインアウト|セッション',
  primaryName:
    'upn\\b|principal name|username|user name|alias|benutzername|nom d.utilisateur|nombre de usuario|ユーザー名',
  rename: 'renam|name change|married|umbenann|renomm|renombr|名前',
  blocked: 'block|refus|denied|gesperrt|blockier|bloqu|refus|deneg|ブロック|拒否',
  locked: 'lock|unlock|sperr|entsperr|verrouill|deverrouill|bloque|desbloque|ロック',
  again: 'again|back\\b|next day|repeat|recur|wieder|erneut|encore|nouveau|otra vez|de nuevo|再び|また',
  legacy: 'legacy|basic auth|old protocol|pop3?\\b|modern|altes protokoll|protocole|protocolo|レガシ',
  tenant: 'tenant|mandant|locataire|inquilino|テナント|organi[sz]ation',
  federated: 'federat|fédér|foderi|verbund|フェデレーション',
  cloud: 'cloud|nuage|nube|クラウド',
  onprem: 'on-?prem|active directory|\\bad\\b|local ad|lokal|オンプレ',
  code: 'code\\b|passcode|otp|sms|text message|codigo|コード',
  mfa: 'mfa|2fa|authenticator|second factor|multifa|zweit\\w+ faktor|多要素',
  key: 'key\\b|fido|passkey|schlussel|clef?\\b|llave|キー',
  tpm: 'tpm|firmware|bios',
  proxy: 'proxy|wap\\b|プロキシ',
  many: String.raw`many|several|lots|tons|loads|dozens|hundreds|everyone|everybody|all (?:of|the|our|users|people|computers|pcs|phones|devices|laptops|accounts)|whole|entire|(?:[2-9]|\d{2,4}) (?:users|people|accounts|laptops|computers|pcs|devices|phones|of them)|colleagues|viele|mehrere|alle\b|ganze|beaucoup|plusieurs|tou(?:s|te|tes)\b|much[oa]s|vari[oa]s|tod[oa]s|全員|全部|みんな|多数|複数|すべて`,
  one: String.raw`only (?:one|him|her|this|that|he|she)|just (?:one|him|her|this|that|he|she)|single|one (?:user|person|account|guy|laptop|computer|pc|device|phone|machine|browser)|nobody else|nur (?:ein|er|sie|bei)|einzeln|einzig|seulement|un seul|une seule|solo|sol[oa]mente|un unico|一人|だけ|のみ`,
  own: 'own\\b|private|personal|byod|eigene|privat|personnel|perso\\b|propi|個人|私物',
  company: 'company|work account|corporate|managed|firma|dienst|entreprise|professionnel|empresa|会社',
  office: 'office|on site|inside|lan\\b|buro|bureau|oficina|社内',
  home: 'home|remote|outside|zuhause|hause|daheim|domicile|maison|casa|fuera|自宅|社外',
  left: 'left the company|leaver|resign|ausgeschieden|gekundigt|quitte|baja|退職',
  hire: 'new hire|new starter|joined|new colleague|new employee|neue kolleg|neuer mitarbeiter|nouvel|nuevo empleado|新入',
  contractor: 'contractor|freelanc|consultant|supplier|vendor|dienstleister|externe[rn]?\\b|prestataire|proveedor',
  exist: 'exist|there is|is there|missing|not in|vorhanden|fehlt|existe|manque|falta|存在|ない',
  correct: 'correct|repair|fix|korrigier|behoben|beheb|reparier|reparar|corrig|corrij|arregl|修正|直',
  wrong: 'wrong|incorrect|mistake|mistyp|typo|falsch|fehlerhaft|tippfehler|faux|fausse|incorrec|equivoc|間違',
  setting: 'setting|option|configur|einstell|konfigur|parametre|reglage|ajuste|opcion|設定',
  type: 'type[sd]?\\b|typing|enter|spell|eingeb|eingegeb|tipp|saisi|tape|escrib|teclea|入力',
  choose: 'choos|chose|select|pick|wahl|ausgewahl|choisi|selection|eleg|elij|seleccion|選択|選ん',
  close: 'clos(?:e|ed|ing)\\b|quit|schliess|geschloss|beend|ferm|cerr|閉じ',
  open: 'open|offn|geoffn|ouvr|ouver|abr(?:e|ir|o)|abiert|開',
  start: 'start|launch|run|runs\\b|gestartet|lauft|lance|demarr|inici|ejecut|arranc|起動|実行',
  stop: 'stop|stopp|angehalten|arret|deten|parad|停止',
  ask: 'ask|request|frag|anfrag|demand|pregunt|solicit|依頼|頼|聞',
  answer: 'answer|reply|respon|antwort|repon|respuest|応答|返',
  connect: 'connect|verbind|verbunden|connex|connect|conect|接続',
  file: 'file|document|folder|datei|dokument|ordner|fichier|dossier|archivo|documento|carpeta|ファイル|フォルダ',
  meanwhile:
    'meanwhile|in the meantime|until then|for now|stopgap|as long as|solange|inzwischen|bis dahin|ubergang|en attendant|entretemps|d.ici la|mientras|entretanto|それまで|その間|とりあえず',
  enough: 'enough|suffic|reicht|genug|genugt|suffit|assez|basta|suficien|十分|足り',
  differ: 'differ|distinguish|compare|unterschied|unterscheid|vergleich|gleich|differen|compar|diferen|違い|違う|比較',
  second: 'second (?:account|user|one|browser|profile)|two\\b|zwei|zweit|deux|deuxieme|dos\\b|segund|二つ|2つ',
  developer:
    'develop|vendor|publisher|manufactur|maker|entwickl|hersteller|anbieter|developp|editeur|fournisseur|desarroll|fabricant|proveedor|開発|ベンダ',
  owner: 'owner|responsible|owns|besitzer|eigentumer|verantwortlich|proprietair|responsable|propietari|所有',
  empty: 'empty|blank|none|nothing|leer|vide|vaci|空',
  value: 'value|wert\\b|werte\\b|valeur|valor|値',
  version: 'version|build|バージョン',
  token: 'token|jeton|トークン',
  valid: 'valid|lifetime|good for|gultig|valable|valid|validez|有効期限',
  expired: 'expir|ran out|run out|abgelauf|ablauf|caduc|vencid|期限切れ|切れ',
  shared: 'shared|share|gemeinsam|geteilt|partag|compartid|共有',
  page: 'page|screen|window|seite|fenster|bildschirm|ecran|fenetre|pagina|pantalla|ventana|画面|ページ',
  password: 'password|pw\\b|pwd|kennwort|passwort|mot de passe|mdp\\b|contrasen|clave|パスワード',
  slow: 'slow|overload|load\\b|busy|cpu|langsam|lahm|lent|surcharg|lent[oa]|ocupad|遅|負荷',
  error: 'fault|outage|microsoft.s side|storung|panne|averia|障害',
  safe: 'safe|danger|risk|harm|gefahr|risik|sicherheit|risque|peligr|riesg|危険|安全|リスク',
  ignore:
    'ignore|harmless|nothing is to be done|normal|no failure|egal|ignorier|unbedenklich|grave|ignor|inofensiv|無視|正常',
  picture: 'screenshot|picture|bild\\b|capture|captura|スクリーンショット',
  call: 'call|phone the|contact|anruf|melden|appel|contact|llam|電話|連絡',
  count:
    'how many|number of|limit|maximum|wie viele|anzahl|grenze|combien de|nombre|limite|cuant|numero de|何個|いくつ|上限',
  trust: 'trust|vertrauen|confiance|confianza|信頼',
};

const ready = Object.entries(beginnings).map(
  ([name, list]) =>
    [
      name,
      new RegExp(
        list
          .split('|')
          .map((one) => (/^[^\u3000-\u9fff]+$/.test(one) ? `\\b${one}` : one))
          .join('|'),
      ),
    ] as const,
);

/** The concepts that a text speaks of. */
export const conceptsIn = (text: string): ReadonlySet<string> => {
  const said = withoutAccents(text.toLowerCase().replaceAll('ß', 'ss'));
  return new Set(ready.filter(([, pattern]) => pattern.test(said)).map(([name]) => name));
};
