/** What a text after an answer asks for, in five languages, and which sentences of an entry tell such a thing. */
import { withoutAccents } from './accents.ts';

export type Asking =
  | 'time'
  | 'role'
  | 'place'
  | 'count'
  | 'check'
  | 'which'
  | 'risk'
  | 'why'
  | 'how'
  | 'command'
  | 'tell'
  | 'license'
  | 'prevent'
  | 'undo'
  | 'concern'
  | 'onward'
  | 'meaning'
  | 'yesNo';

const w = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'));

/** Patterns over a text in lower case and without accents. */
const patterns: Readonly<Record<Asking, RegExp>> = {
  time: w(
    String.raw`\bwie lang\b|\b(?:dauer|wartezeit|duree|duracion|duration)\b|\bca? prend (?:du temps|longtemps)\b|\b(?:tarda|demora)\b|\bbraucht das lang|\blongtemps\b|\bcuanto\b.{0,12}\b(?:tarda|hay que esperar)\b|\bca marche quand\b|\bab wann\b|\bbis wann\b`,
    '所要時間|時間(?:が)?かか|反映',
    String.raw`\bhow (?:long|soon|quick(?:ly)?|fast)\b|\bhow (?:many|much) (?:seconds|minutes|hours|days|time|longer)\b|^(?:and |so |ok )?when (?:will|does|do|is|are|can|should)\b|\b(?:until|till|since) when\b|\b(?:immediately|right away|instant(?:ly)?|at once|straight away|delay|how often)\b`,
    String.raw`\bwie (?:lange|schnell|oft)\b|\bwann\b|\bdauert\b|\bsofort\b|\bcombien de temps\b|\bquand\b|\bdelai\b|\btout de suite\b|\bcuanto (?:tiempo|tarda|dura)\b|\bcuando\b|\benseguida\b|\bal momento\b`,
    'どのくらい|どれくらい|いつ|何分|何時間|何日|すぐ',
  ),
  role: w(
    String.raw`\b(?:admin|administrator|administrateur|administrador)s?\?|\bbrauch\w* (?:ich|man|es|wir)?.{0,12}\b(?:admin|recht)|\bbrauchts mich\b|\bgeht das ohne admin|\bpar qui\b|\bde la part de qui\b|\bqui (?:s.en occupe|est autorise|fait)\b|\bwer (?:ist|hat|macht|repariert|fixt)\b|\ba quien le toca\b|\bquien (?:lo|la|es|hace|arregla)\b|\bpor quien\b|\bwhose (?:job|task)\b|\bwho (?:fixes|handles|has the right)\b|\bdroit a\b`,
    '誰|担当',
    String.raw`\b(?:role|roles|rights?|permissions?|privileges?|admin)\b|\bwho (?:can|could|may|should|has to|must|needs? to|does|do|is allowed)\b|\bcredentials?\b`,
    String.raw`\b(?:rolle|rollen|rechte?|berechtigung\w*|zustandig)\b|\bwer (?:kann|darf|muss|soll|macht)\b|\b(?:droits?|autorisations?)\b|\bqui (?:peut|doit)\b|\b(?:rol|permisos?|derechos)\b|\bquien (?:puede|debe|tiene)\b`,
    '権限|ロール|誰が|管理者',
  ),
  place: w(
    String.raw`\bwhere.s\b|\bwo\s?\?|\bou (?:ca|est-ce)\b|\bc.est ou\b|\b(?:ou|donde)\s?\?\s*$|\bjusqu.ou\b|\ba quel endroit\b|\ben cual\b`,
    'どちらで|場所',
    String.raw`\bwhere\b|\b(?:on|in|at|from) (?:which|what)\b|\bwhich (?:server|machine|computer|page|portal|menu|tab|blade|box|host|node)\b`,
    String.raw`\bwo(?:hin|her|rin)?\b|\b(?:auf|in|an) welche[mnrs]?\b|(?:^|\W)ou (?=est|sont|dois|puis|peut|se|trouve|le|la|les|je|faut|on)|\b(?:sur|dans) quel(?:le)?s?\b|\bd?onde\b|\ben que\b`,
    'どこ|どの(?:サーバ|画面|メニュー|ページ|マシン)',
  ),
  count: w(
    String.raw`\b(?:both|each|every|everyone|everybody|all of|all the|for all|on all|all (?:users|servers|domains|apps|people|devices|accounts)|once|just one|only one|one by one|whole|entire|every ?where)\b`,
    String.raw`\b(?:beide[mnrs]?|jede[mnrs]?|alle[mnrs]?|einmal|ganze[mnrs]?|uberall)\b|\b(?:les deux|chaque|tou(?:s|te|tes)|une (?:seule )?fois|partout)\b|\b(?:amb[oa]s|cada|tod[oa]s?|una (?:sola )?vez|los dos)\b`,
    '両方|全部|すべて|全て|一回|一度|それぞれ|全員',
  ),
  check: w(
    String.raw`\b(?:wie|woran|wo) (?:merk\w*|erkenn\w*|seh\w*|prüf\w*|pruf\w*|kontrollier\w*|les\w*|find\w*|teste?) (?:ich|man|wir|er|sie)\b|\b(?:a quoi|comment) (?:on |je |peut-on )?(?:reconnai\w*|vois|voit|verifie|controle|sait|sais|teste)\b|\b(?:je le|je la|on le) (?:vois|trouve|verifie) (?:ou|comment)\b|\b(?:en que se nota|como se (?:ve|sabe|comprueba)|donde se ve|como compruebo)\b|\bhow do i know\b|\bhow can (?:i|we) test\b`,
    'どこに(?:あり|出|表示)|見分け|調べ方',
    String.raw`\bhow (?:do|can|could|should|would|to)(?: (?:i|we|you|one))? (?:see|tell|know|find|check|verify|prove|confirm|make sure|be sure|recogni[sz]e|look)\b|\bwhere (?:do|can|could|should|would) (?:i|we) (?:see|find|check|look|read)\b|\bhow to (?:see|tell|know|find|check|verify)\b`,
    String.raw`\bwie (?:sehe|prufe|erkenne|weiss|finde|stelle) ich\b|\bwo (?:sehe|finde|prufe) ich\b|\b(?:comment|ou) (?:puis-je |est-ce que je (?:peux )?|je )?(?:voir|verifi\w+|savoir|trouver)\b|\b(?:como|donde) (?:puedo )?(?:veo|ver|compruebo|comprobar|se|saber|encuentro|miro)\b`,
    'どこで(?:確認|見)|確認(?:方法|でき)|どうやって(?:確認|調べ|分か)',
  ),
  which: w(
    String.raw`\bwelche[mnrs]? \w+|\bquel(?:le)?s? \w+|\bque \w+ (?:es|debo|miro)\b|\bcual(?:es)?\b`,
    'どの|どれ|どちら',
    String.raw`\bwh(?:ich|at) (?:user|policy|policies|rule|app|application|device|one|cert\w*|domain|url|account|person|group|permission|id|log|event|service|version|attribute|claim|value|setting|method|license|program)s?\b|\bwho exactly\b|^(?:and |so |ok,? )?(?:who|what) (?:\w+ed|did|was|is it)\b`,
    String.raw`\bwelche[mnrs]? (?:richtlinie|benutzer|app|gerat|zertifikat|domane|url|konto|gruppe|regel)\b|\bquelle? (?:strategie|regle|application|certificat|compte)\b|\bque (?:directiva|regla|aplicacion|certificado|cuenta)\b`,
    'どの(?:ポリシー|アプリ|ユーザー|証明書|ドメイン)',
  ),
  risk: w(
    String.raw`\bwhat happens (?:if|when|to)\b|\bwhat.{0,4} the (?:danger|risk|catch|harm)\b|\b(?:damage|overwrit\w+|side.effect|impact|worst)\b|\b(?:was passiert|passiert (?:da |dabei |was|etwas)|zerschiess\w*|nebenwirkung\w*|gefahr\w*|schaden|auswirkung\w*|uberschr\w+|kaputt\w*|darf ich|kann ich .{0,20}(?:loschen|entfernen|abschalten))\b|\bsind .{0,30}\bweg\b|\b(?:que se passe|consequences?|effets? (?:de bord|secondaires?)|ca (?:casse|efface|coupe|supprime)|ecras\w*|grave)\b|\b(?:que pasa|pasa algo|efectos? secundarios?|consecuencias?|se borra\w*|se pierde\w*|rompe\w*|afecta\w*)\b`,
    '副作用|リスク|壊れ|大丈夫',
    String.raw`\b(?:safe|dangerous|danger|risky?|break|breaks|affects?|affected|downtime|outage|interrupt\w*|notice|side effects?|lose|lost|loss|harm|hurt|undo|roll ?back|revert|go wrong|kick\w*|logged out|signed out|working hours|business hours)\b`,
    String.raw`\b(?:gefahrlich|riskant|risiko|sicher|schiefgehen|ausfall|unterbrech\w*|verlier\w*|ruckgangig|merken|kaputt)\b|\b(?:danger\w*|risque\w*|coupure|interruption|perd\w*|annuler|sans danger)\b|\b(?:peligros\w*|riesgo\w*|arriesgad\w*|seguro|corte|interrup\w*|pierd\w*|perder|deshacer|revertir)\b`,
    '危険|リスク|安全|影響|元に戻|失わ|停止|消え',
  ),
  why: w(
    String.raw`\b(?:liegt|lag|liegts|kommt) (?:das|es|s|der|die)?\s?(?:an|am|vom|von|daran|davon|dran)\b|\bis (?:that|it|this) because\b|\b(?:what.s|whats) (?:the )?(?:cause|reason)\b|\b(?:ursache|cause|causa|wegen|a cause|parce que|weil)\b|\b(?:because|due to|why.s)\b|\ba que se debe\b|\bd.ou vient\b|\bhangt das mit\b`,
    String.raw`\b(?:why|how come|reason|what causes?|what caused|because of what|how (?:can|could) (?:that|this|it) (?:be|happen))\b|\b(?:warum|wieso|weshalb|woran|grund|woher)\b|\b(?:pourquoi|raison|d'ou)\b|\bpor ?que\b|\b(?:motivo|razon)\b`,
    'なぜ|どうして|原因|理由',
  ),
  how: w(
    String.raw`\bwie (?:weise|richte|gebe|erstelle|entsperr\w*|trage|hole|finde|aktiviere|schalte|verschiebe|bring\w*|mach\w*|komm\w*|krieg\w*|tu\w*|log\w*|\w+e? (?:ich|man|wir))\b|\bhow\s?$`,
    String.raw`\bhow (?:do|to|can|should|would|else)\b|\b(?:wie) (?:kann|muss|soll|mache|geht|stelle|setze|andere|lege|losche|fuge|bekomme)\b|\bcomment\b|\bcomo\b`,
    'どうやって|どうすれば|方法|やり方',
  ),
  command: w(
    String.raw`\b(?:commands?|powershell|cmdlets?|scripts?|befehle?|skript|commande|comandos?|module|command ?line|graph)\b`,
    'コマンド|スクリプト',
  ),
  tell: w(
    String.raw`\bwas (?:mussen|sollen|muss|soll|sag\w*) (?:wir|ich|man|der|die)?.{0,14}\b(?:leuten?|benutzer\w*|kunden|ihr|ihm|ihnen|sagen)\b|\bque (?:dois-je|faut-il|doit-on|je) .{0,12}\b(?:dire|dis)\b|\bque (?:le )?digo\b|\b(?:doit|peut|va) (?:il|elle)\b|\b(?:il|elle) (?:doit|peut)\b|\b(?:puede|debe|tiene que) (?:el|ella|la persona|hacer)\b|\bmuss (?:sie|er)\b|\bwas (?:kann|soll|muss|macht) (?:er|sie)\b`,
    '何と(?:言|伝|案内)|案内',
    String.raw`\b(?:tell|say to|inform|write|answer|explain to|reply to)\b.{0,12}\b(?:users?|him|her|them|people|caller|colleagues?|customer|boss)\b|\bwhat (?:do|should|can|could|must) (?:the )?users?\b|\b(?:what|anything) (?:can|should|could|must) (?:he|she|they)\b|\b(?:himself|herself|themselves)\b|\b(?:can|could|should|must|may|does|do|will) (?:he|she|they|(?:the )?users?|people)\b`,
    String.raw`\b(?:sage|sagen|schreibe|erklare)\b.{0,20}\b(?:benutzer\w*|ihm|ihr|ihnen|anwender\w*|kolleg\w*|leuten)\b|\bselbst\b|\b(?:kann|soll|darf|muss|macht) (?:er|sie|der (?:benutzer|anwender|nutzer|kollege))\b|\b(?:peut|doit)-(?:il|elle)s?\b|\bpuede (?:el|ella|el usuario)\b|\b(?:dis|dire|reponds?|explique\w*)\b.{0,20}\b(?:utilisat\w*|lui|leur|collegue\w*)\b|\blui[- ]meme\b|\b(?:digo|decir\w*|explico)\b.{0,20}\b(?:usuari\w*|compan\w*)\b|\bque le(?:s)? (?:digo|decimos)\b`,
    'ユーザーに(?:何|どう|は|伝|説明)|本人',
  ),
  license: w(
    String.raw`\b(?:licen[cs]\w*|p1|p2|premium|e3|e5|business premium|cost|costs|free|pay|lizenz\w*|kostet|kostenlos|licence\w*|gratuit\w*|payant\w*|licencia\w*|gratis|cuesta)\b`,
    'ライセンス|無料|有料|費用',
  ),
  prevent: w(
    String.raw`\b(?:prevent\w*|avoid\w*|next (?:year|time)|in (?:the )?future|never again|happen\w* again|come\w* back|stop (?:this|it|that) (?:from|next|for))\b|\b(?:vermeid\w*|verhinder\w*|vorbeug\w*|kunftig\w*|in zukunft|nachste[sn]? (?:jahr|mal)|nicht (?:wieder|nochmal|noch mal)|kommt das wieder)\b|\b(?:evite\w*|a l.avenir|prochaine fois|l.an prochain|revien\w*|reproduis\w*)\b|\b(?:evit\w+|prevenir|proxima vez|el ano que viene|vuelva a|se repita|en el futuro)\b`,
    '再発|防(?:ぐ|止|げ)|来年|今後|次回|二度と',
  ),
  undo: w(
    String.raw`\b(?:undo\w*|roll\w* ?back|revert\w*|go back|back ?up|restore|reversible|turn back)\b|\b(?:ruckgangig\w*|zuruck(?:nehmen|drehen|setzen|rollen)?|wiederherstell\w*|umkehr\w*|sichern)\b|\b(?:annuler|revenir en arriere|retour (?:en )?arriere|reversible|restaurer|sauvegard\w*)\b|\b(?:deshacer|deshago|revertir|vuelta atras|marcha atras|restaurar|respald\w*|copia de seguridad)\b`,
    '元に戻|取り消|復元|バックアップ',
  ),
  concern: w(
    String.raw`\b(?:worr\w*|serious|bad|normal|harmless|ignore|hacked|attack)\b|\b(?:schlimm|sorgen|ernst|normal|ignorier\w*|gehackt|angriff)\b|\b(?:grave|inquiet\w*|normal|ignor\w*|pirat\w*|attaque)\b|\b(?:preocup\w*|normal|ignor\w*|hacke\w*|ataque)\b`,
    '心配|正常|無視|攻撃',
  ),
  onward: w(
    String.raw`\b(?:keep|still|go on|continue) (?:on )?(?:work\w*|us\w+)|\b(?:can|could) (?:he|she|they|people|users) (?:work|still|keep)\b|\b(?:weiter ?(?:arbeit\w*|mach\w*|nutz\w*)|trotzdem arbeiten|solange|inzwischen|in der zwischenzeit)\b|\b(?:continue\w*|en attendant|entre-?temps|travailler)\b|\b(?:seguir|siguen|mientras(?: tanto)?|trabajar)\b|\b(?:meanwhile|in the meantime|until then)\b`,
    '作業を続|仕事|その間|それまで|使い続け',
  ),
  meaning: w(
    String.raw`\bwhat (?:does|do) .{0,20}\bmean\b|\bwhat is (?:this|that|it)\b|\bmeaning\b|\bwas (?:heisst|bedeutet|ist) (?:das|der|die|es)\b|\b(?:ca|cela) (?:veut dire|signifie)\b|\bc.est quoi\b|\bque (?:significa|quiere decir|es)\b|\b(?:is|was) (?:that|it|this) (?:because|from|the)\b|\b(?:liegt|liegts|lag)\b|\best-ce (?:que c.est |la faute|du)\b|\bc.est (?:du|a cause|la faute|parce|mon|ma|le|la)\b|\bes (?:por|culpa)\b`,
    'どういう意味|とは何|意味',
  ),
  yesNo: w(
    String.raw`^(?:and |so |but |ok(?:ay)?,? |then |also )?(?:do|does|did|is|are|was|were|can|could|should|would|will|may|must|has|have|isn'?t|aren'?t|doesn'?t|don'?t|can'?t|won'?t)\b|^(?:und |also |aber |ok,? |dann )?(?:muss|mussen|soll|sollen|kann|konnen|darf|durfen|ist|sind|wird|werden|hat|haben|brauch\w*|reicht|geht|gilt|hilft)\b|^(?:et |mais |donc |ok,? )?(?:est-ce|dois-je|puis-je|peut-on|faut-il|doit-on|c'est|il faut)\b|^(?:y |pero |entonces |ok,? )?(?:debo|puedo|tengo|hay que|hace falta|es|son|esta|estan|se puede|podemos|necesit\w+|basta)\b`,
    'ますか|ですか|でしょうか|ませんか|いい(?:の)?か|必要(?:は)?ある',
  ),
};

const folded = (text: string): string => withoutAccents(text.toLowerCase().replaceAll('ß', 'ss')).trim();

/** A question word beside the verb asks for more than yes or no. */
const asksMore =
  /\b(?:what|which|where|when|why|who|whose|how|wie|wo|wann|warum|wer|welche[mnrs]?|was|comment|quand|ou|pourquoi|quoi|quel(?:le)?s?|combien|como|cuando|donde|por que|que|quien|cual|cuanto)\b|何|誰|どこ|いつ|なぜ|どう|どの/;
const mark = /[?？]\s*$/;

/** What a text asks for. */
export const askingIn = (text: string): ReadonlySet<Asking> => {
  const said = folded(text);
  const found = new Set(
    (Object.entries(patterns) as readonly (readonly [Asking, RegExp])[])
      .filter(([, pattern]) => pattern.test(said))
      .map(([asking]) => asking),
  );
  if (!found.has('yesNo') && mark.test(said) && !asksMore.test(said)) found.add('yesNo');
  return found;
};

/** A question that asks for nothing but what every entry tells in a field: "risk?", "who?", "durée ?". */
export type Field = 'who' | 'time' | 'risk';

const lead = String.raw`^[¿¡"]*(?:(?:and|so|ok|und|also|et|y|e)\b[ ,]*)?`;
const end = String.raw`\W*$`;
const bare: Readonly<Record<Field, RegExp>> = {
  risk: new RegExp(
    String.raw`${lead}(?:(?:what(?:.?s| is| are)?|whats|is there|are there|any|was ist|welche[sr]?|gibt es|gibts|quel(?:le)?s?|quel est|quels sont|y a-t-il|il y a|c.est quoi|cual es|que|hay|es|is it|is that|ist das|c.est) )?(?:(?:the|a|an|any|das|die|ein|eine|le|les|un|des|el|la|los|algun) )?(?:risks?|dangers?|dangerous|risky|risiko|risiken|gefahr|gefahren|gefahrlich|riskant|risques?|dangereux|risquee?|riesgos?|peligros?|peligroso|arriesgado)${end}|^(?:リスク|危険性?)(?:は|が)?(?:何|あります|ある|です)?(?:か|の)?${end}`,
  ),
  time: new RegExp(
    String.raw`${lead}(?:(?:the|die|la|le) )?(?:how long(?: does (?:it|this|that) take)?|duration|working time|wie lang|wie lange(?: dauert (?:das|es))?|dauer|zeitaufwand|aufwand|duree|combien de temps(?: (?:ca|cela) prend)?|(?:ca|cela) prend combien de temps|duracion|cuanto (?:tiempo|tarda|dura))${end}|^(?:所要時間|時間|どのくらい|どれくらい)(?:は|が)?(?:かかります|かかる|です)?(?:か|の)?${end}`,
  ),
  who: new RegExp(
    String.raw`${lead}(?:(?:which|what|welche|quel|quels|quelle|que) )?(?:who|who then|who does (?:it|that)|roles?|rights?|permissions?|wer|wer (?:darf|kann|macht|muss) (?:das|es)|rolle|rechte|berechtigung|qui|qui (?:fait|peut faire) ca|droits?|quien|quien lo (?:hace|puede hacer)|rol|permisos?)${end}|^(?:権限|ロール|誰)(?:は|が)?(?:必要|できます|やります|です)?(?:か|の)?${end}`,
  ),
};

/** The field that a bare question asks for. */
export const fieldIn = (text: string): Field | undefined => {
  const said = folded(text);
  return (Object.keys(bare) as Field[]).find((field) => bare[field].test(said));
};

/** What a sentence of the catalog, which is English, can answer. */
const traits: Readonly<Partial<Record<Asking, RegExp>>> = {
  time: /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|overnight|by itself|at once|immediately|until|delay|later|within|lasts?|soon)\b/,
  role: /\b(?:administrators?|roles?|rights?|permissions?|owners?|operator|scopes?|credentials?|permitted|allowed)\b/,
  place:
    / > |\b(?:admin cent(?:er|re)|portal|https?:|open|under|on (?:the|each|every|all|both|any)\b.{0,30}\b(?:server|computer|machine|device|proxy|controller)s?|tab|page|server)\b/,
  count: /\b(?:each|every|all|both|any|only|once|one by one|everybody|everyone|whole)\b/,
  check: /\b(?:log|logs|check|look|read|see|list|compare|shows?|search|find|open)\b/,
  risk: /\b(?:risk|stops?|interrupt\w*|until|affect\w*|lose|loses|lost|sign(?:s|ed)? (?:in again|out)|verify first|unprotected|breaks?|changes nothing|no effect|dry run|back up|restore|undo|everybody|keeps?|stays?)\b/,
  which: /\b(?:log|logs|read|see|list|compare|shows?|names|tells)\b/,
  why: /\b(?:because|therefore|so|mostly|often|when|after|if)\b/,
  prevent:
    /\b(?:again|yearly|calendar|in advance|reminder?|renew\w*|rollover|automatic\w*|monitor\w*|before|alert|so that|next time|every year|prevents?|avoids?)\b/,
  undo: /\b(?:back up|backup|restore|save|saved|undo|export|note|copy|back|keep|roll\w* back|final|cannot be)\b/,
  concern:
    /\b(?:harmless|normal|ignored?|nothing is|no (?:fault|failure|reason|danger)|attack\w*|stranger|stolen|concern|right)\b/,
  onward: /\b(?:meanwhile|go on|until|still|work|works|can be used|other|in the meantime|use)\b/,
  meaning: /\b(?:means?|right|is (?:no|not|the|a)|does not|changes nothing|was|has)\b/,
  license: /\b(?:licen[cs]\w*|p1|p2|premium|plan|free|e3|e5)\b/,
};

export const traitsOf = (sentence: string): ReadonlySet<Asking> => {
  const said = folded(sentence);
  return new Set(
    (Object.entries(traits) as readonly (readonly [Asking, RegExp])[])
      .filter(([, pattern]) => pattern.test(said))
      .map(([asking]) => asking),
  );
};

/** Whether a text denies, and whether it speaks of all or of some only. */
const denials =
  /\b(?:no|not|none|never|nothing|nobody|without|cannot|neither|nor|\w+n'?t|off|missing|gone|lost|kein\w*|nicht|nie|ohne|nichts|weder|weg|pas|plus|aucun\w*|sans|jamais|rien|ni|no|sin|ningun\w*|nunca|nada|tampoco)\b|ない|ません|なし|無し/;

export const deniesIn = (text: string): boolean => denials.test(folded(text));
