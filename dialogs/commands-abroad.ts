/** The main commands in German, French, Spanish and Japanese. */
import type { Kind, StepWord } from './commands.ts';
import type { Audience } from './kept.ts';
import { any, whole, type Phrases } from './phrases.ts';

const menschen = any('helpdesk', 'support', 'mensch(?:en)?', 'mitarbeiter', 'kollegen', 'techniker');
const humain = any('humain', 'personne', 'conseiller', 'support', 'technicien', "quelqu'un", 'assistance', 'helpdesk');
const persona = any('soporte', 'persona', 'humano', 'agente', 'asistencia', 'técnico', 'alguien');

export const commandsAbroad: readonly Phrases<Kind>[] = [
  [
    'next',
    whole(
      '(?:die )?(?:nächste|andere|weitere)(?: methode| lösung)?|(?:und |was )?(?:jetzt|nun)|was (?:nun|jetzt|sonst|noch|dann)(?: noch)?|und dann|was (?:kann|soll) ich (?:sonst )?noch (?:tun|machen|probieren|versuchen)|(?:gibt es )?(?:noch )?(?:etwas|eine) (?:anderes|andere)(?: methode| möglichkeit)',
      "(?:la |le )?(?:méthode |solution )?suivante?(?: méthode| solution)?|(?:une )?autre (?:méthode|solution)|et (?:maintenant|après|ensuite)|(?:quoi|que faire) d'autre|(?:il y a )?(?:une )?autre (?:idée|possibilité)",
      '(?:el |la )?(?:método |solución )?siguiente(?: método| solución)?|otr[oa] (?:método|solución|manera|idea|opción)|y ahora(?: qué)?|ahora qué|qué más|y después',
      '次(?:は|の方法)?|(?:別|ほか|他)の方法(?:は)?|(?:ほか|他)に(?:は|方法は)?(?:ありますか)?|(?:で)?次は(?:何|どう).{0,8}',
    ),
  ],
  [
    'helpdesk',
    whole(
      `(?:den |mit dem |an den |zum )?(?:helpdesk|support)(?: fragen| sprechen| kontaktieren| anrufen)?|hilfe vom helpdesk`,
      `(?:ich |wir )?(?:brauche|brauchen|will|möchte|hätte gern)(?: (?:bitte|den|einen|ein|eine|mit|die|dem|einem|vom|zum|jetzt|hilfe))* ${any('ticket', menschen)}(?: (?:reden|sprechen|haben|öffnen|eröffnen))?`,
      `mit (?:(?:einem|dem) )?${menschen}(?: (?:vom|aus dem) (?:helpdesk|support))?(?: (?:sprechen|reden))?|mit jemand(?:em)?(?: (?:vom|aus dem) (?:helpdesk|support))? (?:sprechen|reden)`,
      '(?:(?:mir|für mich|für uns) )?(?:bitte )?(?:ein |das )?(?:neues )?ticket(?: (?:für [^ ]+(?: [^ ]+)?))? (?:öffnen|eröffnen|erstellen|anlegen|aufmachen|machen|aufgeben)',
      '(?:mach|mache|machen sie|öffne|öffnen sie|eröffne|erstelle|erstellen sie|erstell)(?: (?:mir|uns|bitte|dann|mal|doch|jetzt))* (?:ein )?(?:neues )?ticket(?: für [^ ]+(?: [^ ]+)?)?(?: (?:auf|an))?',
      '(?:(?:der |den )?text für (?:den )?|(?:le )?texte pour (?:le )?|(?:el )?texto para (?:la |el )?)(?:helpdesk|support|asistencia|soporte)|ヘルプデスク用の文章',
      'wen (?:rufe|ruf|kann|soll|muss|darf|frage|kontaktiere) ich(?: (?:jetzt|da|an|anrufen|fragen|kontaktieren|ansprechen))*|an wen (?:wende|kann|soll|muss) ich mich(?: (?:jetzt|wenden))*|wer (?:kann|hilft) mir(?: (?:da|jetzt|weiter|helfen|weiterhelfen))*',
    ),
  ],
  [
    'helpdesk',
    whole(
      `(?:je (?:veux|voudrais|dois)|j'ai besoin)(?: (?:de|d'un|d'une|parler|à|un|une|le|du|au|ouvrir|avec))* ${any('ticket', humain)}`,
      `(?:demander|parler|contacter)(?: au| à| avec| le)*(?: un| une| du| l')* ?${humain}`,
      "(?:ouvrir|créer|faire|ouvre|ouvrez|crée|créez)(?:[ -]moi)?(?: (?:un|le))?(?: nouveau)? ticket(?: pour [^ ]+(?: [^ ]+)?)?|m'ouvrir un ticket",
      "qui (?:(?:dois|puis|peux|faut)-?(?:je|il)|je (?:dois|peux)|est-ce que je) (?:appeler|contacter|appelle|contacte)|qui (?:appeler|contacter|peut m'aider)|à qui (?:(?:dois|puis)-je |je (?:peux|dois) )?(?:m'adresser|parler|demander)",
    ),
  ],
  [
    'helpdesk',
    whole(
      `(?:quiero|quisiera|necesito)(?: (?:hablar|con|un|una|el|al|abrir))* ${any('ticket', persona)}`,
      `(?:pedir |contactar (?:con )?)?(?:asistencia|soporte)|hablar con (?:una? |el )?${persona}`,
      '(?:abrir(?:me)?|crear(?:me)?|abre|abra|ábreme|ábrame|crea|cree|haz|haga)(?: (?:un|el))?(?: nuevo)? (?:ticket|caso|tique)(?: (?:para|por) [^ ]+(?: [^ ]+)?)?',
      'a quién (?:llamo|contacto|pregunto|(?:debo|puedo|tengo que) (?:llamar|contactar|preguntar)|me dirijo)|con quién (?:hablo|puedo hablar)|quién (?:me )?puede ayudar(?:me)?',
      'ヘルプデスク(?:に相談(?:する|したい)?)?|人と話したい|担当者と話したい|担当者(?:に|と)(?:つないで|話したい|話させて|お願い).{0,12}|ヘルプデスク(?:に|へ)(?:連絡|つない|相談|電話).{0,12}|人(?:に|と)(?:話し|つない).{0,12}',
      'チケット(?:を)?(?:作成|作って|開いて|発行)?(?:し(?:て|たい))?(?:もらえますか|いただけますか|くれますか|ください|下さい|お願いします|です)?',
      '(?:誰|どこ)に(?:連絡|電話|相談|聞|問い合わせ).{0,15}',
    ),
  ],
  [
    'start',
    whole(
      'schritt für schritt|wie genau|wie denn|wie geht (?:das|es)(?: genau)?|wie (?:mache|mach|löse|behebe|repariere) ich (?:das|es)(?: genau)?|wie macht man das',
      'wo(?:mit)? (?:fange?|beginne) ich(?: jetzt)? an|wo(?:mit)? (?:soll ich )?anfangen|was (?:mache|mach|soll|muss|kann) ich(?: (?:jetzt|nun|zuerst|als erstes|tun|machen|da))*|was tun|(?:der )?erste(?:r)? schritt',
      'pas à pas|étape par étape|comment(?: (?:on|je) (?:fait|fais)| faire)?(?: (?:ça|cela))?|comment ça (?:se fait|marche)|(?:par )?où (?:je commence|commencer|dois-je commencer|commence-t-on)|par quoi (?:je commence|commencer)',
      "(?:que|quoi) (?:dois-je |faut-il |puis-je )?faire(?: (?:en premier|d'abord|maintenant))?|qu'est-ce que je (?:fais|dois faire|peux faire)(?: (?:en premier|d'abord|maintenant))?|(?:la )?première étape",
      'paso a paso|cómo(?: (?:se|lo) (?:hace|hago|hacemos|arreglo|soluciono))?(?: (?:eso|esto))?|cómo hago (?:eso|esto)|por dónde (?:empiezo|empezar|comienzo)|qué (?:hago|debo hacer|tengo que hacer|puedo hacer)(?: (?:primero|ahora))?|(?:el )?primer paso',
      '手順を ?(?:1 ?つ|一つ)ずつ|どうすれば(?:いい|よい|良い)?(?:です)?か?|どうやって(?:やるの|やります|する|やる)?(?:です)?か?|(?:何|どこ)から(?:始めれば|やれば)(?:いい|よい)?(?:です)?か?|最初(?:に)?(?:は)?(?:何を|どうすれば).{0,10}|やり方(?:を|は)?(?:教えて(?:ください)?)?',
    ),
  ],
  ['steps', whole('alle schritte(?: zeigen)?|toutes les étapes|(?:ver )?todos los pasos|すべての手順')],
  ['sources', whole('quellen?|(?:les )?sources|(?:las )?fuentes|出典')],
  [
    'check',
    whole('(?:(?:wie |so )?prüfen(?: sie es)?|(?:comment )?vérifier|cómo comprobarlo|comprobar(?:lo)?|確認方法)'),
  ],
  [
    'none',
    whole(
      'nichts davon|keine[rs]? davon|keine von (?:diesen|denen)|etwas anderes|(?:das|es) (?:ist|war) (?:es )?nicht(?: (?:das|mein|unser|der|die) (?:problem|fehler|ursache))?|(?:das|es) (?:ist|war) (?:es )?nicht|das (?:ist|war) (?:etwas anderes|falsch)|(?:das )?passt nicht|falsch',
      "aucune?(?: de (?:ceux|celles)-(?:là|ci))?|autre chose|(?:non )?(?:ce n'est|c'est|ce n'était|c'était) pas (?:ça|cela|le problème|mon problème|le bon|la cause)|(?:ce n'est|c'est) pas la bonne réponse|c'est autre chose|faux",
      'ningun[oa](?: de (?:estos|estas|ellos|esos))?|ninguno|otra cosa|(?:no )?no (?:es|era) (?:eso|ese|esa|esto|mi problema|el problema|la causa)|(?:eso|ese|esto) no (?:es|era)(?: (?:eso|el problema|mi problema|la causa))?|es otra cosa|equivocado',
      'どれでもない|どれでもありません|違います|違う|(?:それ|これ)(?:では|じゃ)(?:ない|ありません)(?:です)?|違うと思います',
    ),
  ],
  [
    'unsure',
    whole(
      '(?:das )?wei(?:ß|ss) (?:ich|es) nicht|(?:ich )?wei(?:ß|ss) (?:es )?nicht|bin (?:mir )?nicht sicher|keine ahnung',
      '(?:je )?(?:ne )?sais pas|aucune idée|pas sûre?|no lo s[eé]|no s[eé]|ni idea|わからない|分からない|わかりません|分かりません|不明',
    ),
  ],
  [
    'yes',
    whole(
      "ja bitte|genau|richtig|stimmt|oui (?:merci|s'il vous plaît)|d'accord|exact(?:ement)?|s[ií] por favor|correcto|claro|vale|そうです|はいお願いします",
    ),
  ],
];

/** "Ich bin Administrator", after the words that begin it. */
export const roleAbroad =
  /^(?:(?:und|aber|et|mais|y|pero) )?(?:(?:ich bin|je (?:ne )?suis|(?:yo )?soy) (.{3,40})|(?:私は|自分は)?(.{2,14}?)です)$/;

/** Who has no rights of an administrator is a user. */
export const noRights = whole(
  "(?:and |but |so )?(?:(?:i|we) (?:have|'ve|got|have got|do not have|don'?t have|haven'?t|hold|lack)|i've|without|with) ?(?:got )?(?:any |no )?(?:local )?(?:admin(?:istrator)?(?:'?s)?|administrative) (?:rights?|permissions?|privileges?|access|role)",
  'no (?:local )?admin(?:istrator)? (?:rights?|permissions?|privileges?|access)',
  '(?:(?:und|aber|ich|habe?) )*(?:keine|ohne) (?:admin|administrator|administratoren)(?:-| )?(?:rechte|berechtigung(?:en)?)(?: habe ich)?',
  "(?:et |mais )?(?:je )?(?:n')?(?:ai )?(?:pas (?:de |les |des )|aucun |sans )(?:droits?|privilèges?|permissions?) (?:d'admin(?:istrateur|istration)?|admin(?:istrateurs?)?)",
  '(?:y |pero )?(?:yo )?no soy (?:el |la |un |una )?administrador(?:a)?',
  '(?:y |pero )?(?:yo )?(?:no tengo|sin) (?:ningún |los )?(?:permisos?|derechos?|privilegios?) de administra(?:dor|dora|ción|dores)',
  '(?:私には|私は)?管理者(?:の)?(?:権限|ロール)(?:は|が|を)?(?:ありません|ないです|ない|持って(?:い)?(?:ません|ない)(?:です)?)',
);

export const audiencesAbroad: readonly Phrases<Audience>[] = [
  [
    'user',
    whole(
      '(?:(?:nur|bloß|ein|eine|der|die|ganz|normale[rs]?|einfache[rs]?|gewöhnliche[rs]?) )*(?:benutzer(?:in)?|anwender(?:in)?|user|mitarbeiter(?:in)?)|kein(?:e)? (?:it-)?admin(?:istrator(?:in)?)?',
      "(?:(?:juste|seulement|un|une|simple) )*(?:utilisat(?:eur|rice)|employée?)(?: (?:normale?|ordinaire|simple|standard|lambda|finale?))?|pas (?:l')?admin(?:istrat(?:eur|rice))?",
      '(?:(?:solo|un|una|simple) )*usuari[oa](?: (?:normal|corriente|final|común|estándar))?|(?:ただの|普通の|単なる)?(?:一般)?の?(?:ユーザー|利用者)',
    ),
  ],
  ['helpdesk', whole('(?:(?:im|vom|beim|der|du|le|del|de) )*(?:helpdesk|support|soporte|asistencia)|ヘルプデスク')],
  [
    'tenant-admin',
    whole(
      "(?:(?:der|die|ein|eine|un|une|el|la|una) |l')*(?:it-)?(?:admin|administrator(?:in)?|administrat(?:eur|rice)|administrador(?:a)?)|管理者",
    ),
  ],
  [
    'app-developer',
    whole(
      '(?:(?:der|die|ein|eine|un|une|el|la|una|le) )*(?:entwickler(?:in)?|développeu(?:r|se)|desarrollador(?:a)?)|開発者',
    ),
  ],
];

export const stepWordsAbroad: readonly Phrases<StepWord>[] = [
  [
    'failed',
    whole(
      '(?:ist )?fehlgeschlagen|(?:das |es )?(?:geht|klappt|funktioniert)(?: leider)? nicht|hat nicht (?:geklappt|funktioniert)',
      "(?:ça a )?échou[ée]|échec|ça ne (?:marche|fonctionne) pas|ça n'a pas (?:marché|fonctionné)|(?:ha )?fall(?:ado|ó)|no (?:funciona|funcionó)",
      '失敗(?:した|しました)?|できない|できません',
    ),
  ],
  ['back', whole('(?:einen schritt )?zurück|retour|(?:ir |ve )?atrás|volver|戻る')],
  ['skip', whole('(?:das )?überspringen|überspringe? das|nicht nötig|passer|pas nécessaire|omitir|saltar|スキップ')],
  [
    'done',
    whole(
      '(?:(?:das )?hab(?:e)? ich |ich hab(?:e)? (?:das |es )?)?geprüft|weiter|(?:der )?nächste[rn]? schritt',
      "j'ai vérifié|c'est bon|suivante?|(?:l')?étape suivante|continuer",
      '(?:el )?siguiente(?: paso)?|continuar|次へ',
    ),
  ],
];

/** What says something of a step only where no more is said. */
export const assentsAbroad: readonly Phrases<StepWord>[] = [
  [
    'done',
    whole(
      'und (?:jetzt|nun|dann)|was (?:jetzt|nun)|et (?:maintenant|après|ensuite)|ensuite|y (?:ahora|luego|después)|次は?',
    ),
  ],
  ['failed', whole('(?:ein )?fehler|(?:une )?erreur|(?:un )?error|エラー')],
];

/** "Delete my data", the same after having been asked, and "what do you know about me". */
export const dataAbroad = {
  delete:
    /^(?:bitte )?(?:(?:alle )?meine daten löschen|lösch(?:e|en sie) (?:alle )?meine daten)(?: bitte)?$|^(?:supprim|effac)(?:er|ez|e) (?:toutes )?mes données$|^(?:eliminar|elimine|elimina|borrar|borre|borra) (?:todos )?mis datos$|^(?:自分|私)のデータを(?:すべて)?(?:削除|消去)(?:する|して(?:ください)?)?$/,
  sure: /^ja,? (?:bitte )?meine daten löschen$|^oui,? (?:supprimer|supprimez) mes données$|^s[ií],? (?:eliminar|elimine|borrar|borre) mis datos$|^はい、?(?:自分|私)のデータを削除(?:して(?:ください)?)?$/,
  known:
    /^was (?:wissen sie|weißt du|weisst du|haben sie|speichern sie) (?:über mich|von mir)(?: gespeichert)?$|^meine daten(?: zeigen)?$|^(?:que savez-vous|qu'est-ce que vous savez) (?:de|sur) moi$|^(?:voir )?mes données$|^qué sabe (?:usted )?(?:de|sobre) mí$|^(?:ver )?mis datos$|^(?:自分|私)のデータ(?:を(?:表示|見せて(?:ください)?))?$|^私について何を(?:知って|保存して)い(?:る|ます)か?$/,
} as const;

/** "What is wrong now", and "check contoso.com". */
export const noticesAbroad = {
  list: /(?:was ist (?:gerade |im moment |derzeit )?(?:gestört|kaputt|los)|(?:aktuelle |offene |bekannte )?(?:störungen|meldungen)(?: zeigen)?|(?:qu'est-ce qui ne va pas|ce qui ne va pas|que se passe-t-il)(?: en ce moment)?|(?:voir )?(?:les )?(?:alertes|pannes)(?: en cours)?|(?:qué|que) falla(?: ahora| en este momento)?|(?:ver )?(?:los )?avisos(?: abiertos)?|現在の(?:障害|問題|通知)(?:情報|一覧)?|(?:障害|通知)(?:情報|一覧))/,
  check:
    /(?:(?:prüfe|prüfen sie|vérifier|vérifiez|vérifie|comprobar|compruebe|comprueba) (?:die domäne |le domaine |el dominio )?(?<before>[a-z0-9.-]+\.[a-z0-9-]+)|(?<after>[a-z0-9.-]+\.[a-z0-9-]+) ?(?:prüfen|vérifier|comprobar|を?(?:確認|チェック)(?:する|して(?:ください)?)?))/,
} as const;
