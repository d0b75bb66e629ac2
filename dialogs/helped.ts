/** Recognises that a method helped, or that it did not, however people put it in five languages. */
import { isOne, peeled } from './courtesy.ts';
import { goneThrough } from './done.ts';
import { newMatter } from './new-matter.ts';
import { any, clausesOf, countOf, longest, pattern, unpaused, whole, holdsCode } from './phrases.ts';
import { questionWord } from './question.ts';
import { trouble } from './trouble.ts';
import { onlyTriedElsewhere } from './tried-elsewhere.ts';

/** The clauses that are more than polite, taken apart at the words that join them as well: "I did that and it failed". */
const partsOf = (text: string, joints: RegExp): readonly string[] =>
  clausesOf(text)
    .filter((clause) => peeled(clause) !== '' || isWorked(clause) || isFineNow(clause))
    .flatMap((clause) => clause.split(joints).filter((part) => part !== ''));

const joints = / (?:and then|and|so|then|und dann|und|et|y) /;

// === It helped ===

/** The sign-in as people call it, and the person who signs in. */
const it = any(
  'it',
  'that',
  'this',
  'everything',
  'all',
  '(?:method|step) \\d',
  'the (?:first|second|third|last|new) (?:one|method|fix|way)',
  '(?:the |his |her |my )?(?:login|log-in|sign[- ]?in|sign[- ]?on|signing in|access|problem|issue|error)',
);
const someone = any('he', 'she', 'they', 'i', 'we', '(?:the |my )?(?:user|colleague|customer|boss)', 'all(?: users)?');
const nowEn = any(
  'now',
  'again',
  'finally',
  'at last',
  'already',
  'just',
  'actually',
  'really',
  'indeed',
  'also',
  'all',
);
const wellEn = any(
  'fine',
  'perfectly',
  'perfect',
  'great',
  'well',
  'nicely',
  'ok',
  'okay',
  'properly',
  'correctly',
  'like a charm',
  'as (?:it should|expected)',
  'for (?:him|her)',
  'a lot',
  'too',
  '(?:on|at) the (?:first|second|third|next|last) (?:try|attempt|go)',
);

const told = `(?:${someone} (?:says?|said|confirms|confirmed|told me|reports|reported)(?: that)? )?`;
const remedy = any(
  '(?:a |the |his |her |another )?(?:reboot|restart|reset|password reset|password change|update|reinstall|sign-?out)',
  '(?:resetting|changing|adding|removing|deleting|clearing|reinstalling|restarting|rebooting|enabling|disabling|unlocking|unblocking|assigning|updating|renewing|re-?registering|registering|replacing)(?: [^ ]+){0,5}',
);
const didIt = `(?:worked|helped|(?:fixed|solved|resolved) (?:it|that|this|the (?:problem|issue))|did (?:it|the (?:trick|job)))`;

/** What a success is told of by its name; where it works is a fact, and so is what works besides. */
const named =
  '(?:(?:the|our|my|his|her) )?(?!(?:nothing|none|nobody|what|which|that|only|just|not|it|he|she|they|browser|chrome|edge|firefox|safari|web|webmail|incognito|private|everyone|anyone|one|some|old|other|still|but|never)(?: |$))[^ ]+';
/** For whom or by what, at the end. */
const forWhom = '(?: for (?!most|many|some|one|two|half|a few|part|everyone else|the others|others|else)[^ ]+)?';
const byWhat =
  '(?: (?:with|via|over|through|using|after|since|thanks to) (?!(?:the |a |his |her )?(?:browser|chrome|edge|firefox|web|phone|mobile|old|other|another|private|incognito)(?: |$))[^ ]+(?: [^ ]+){0,3})?';

const workedEn = [
  `${named} (?:is |are )?(?:works?|working) (?:(?:fine|ok|properly|perfectly) )?(?:now|again)(?: ${any(nowEn, wellEn)})*${forWhom}${byWhat}`,
  `(?:it |that )?works (?:now|again)${forWhom}${byWhat}|(?:it |that )?works for (?!everyone else|most|some)[^ ]+ (?:now|again)`,
  `(?:${any(it, named)} )?(?:has been |is |was |got )?(?:${nowEn} )*(?:fixed|solved|resolved|sorted)(?: now)?(?: on (?:our|my|their) (?:side|end))?${forWhom}`,
  `(?:now )?${someone}(?: is|'s| am|'m| are|'re) (?:back )?(?:in|on) (?:now|again)${byWhat}`,
  `${told}(?:${someone} can )(?:(?:get|log|sign) ?(?:into|in to|on to|onto)|open|reach|access) [^ ]+(?: [^ ]+)? (?:now|again)`,
  `${told}(?:its|it's|it is|all is|everything is|all) (?:ok|okay|fine|good|well) (?:since|after) (?:the |a |his |her )?[^ ]+(?: [^ ]+){0,2}`,
  `(?:it|(?:the |his |her |my )?(?:device|phone|laptop|pc|computer|machine|account)) (?:${nowEn} )*(?:enrolled|registered|synced|connected|activated|joined|went through|got through|came through)(?: (?:now|again|fine|ok|successfully|too))*`,
  `(?:${someone} (?:${nowEn} )*(?:got|made it) (?:in|through)|it (?:${nowEn} )*let (?:him|her|me|us|them) in)(?: (?:now|again|fine|ok|too))*`,
  `${told}(?:${nowEn} )*(?:its |${it}'s |(?:${it} )?(?:(?:is|has|did|does|seems to|seems to be) )?)(?:${nowEn} )*(?:works?|worked|working|helped)(?: ${any(nowEn, wellEn)})*`,
  `${told}(?:${it} )?(?:works|worked|working|is working)(?: for (?:me|us|them))? (?:now|again)(?: (?:for (?:me|us|them)|now|again))*`,
  `(?:${it} )?(?:worked|helped) for (?:me|us|them)`,
  `(?:${nowEn} )*(?:${any(it, someone)} ?)?(?:has |have |'s |is |are |was |got |been |seems |seems to be |looks |${nowEn} )*(?:fixed|solved|resolved|sorted|cured)(?: ${any(
    'it',
    'that',
    'this',
    '(?:the|my|his|her|our) (?:problem|issue|error)',
    'out',
    nowEn,
    wellEn,
  )})*`,
  `(?:its|${it}(?: has| is|'s)) (?:${nowEn} )*(?:gone|back to normal|up again|ok again|fine again|okay now|ok now|fine now|good now)(?: ${nowEn})*`,
  `(?:${nowEn} )*(?:${it} )?(?:${nowEn} )*(?:did|does) the (?:trick|job)(?: ${nowEn})*|${it} (?:${nowEn} )*did it(?: ${nowEn})*`,
  `${remedy} ${didIt}|after ${remedy} (?:it )?(?:works|worked)(?: ${nowEn})*|(?:it )?(?:works|worked)(?: again| now)? after ${remedy}`,
  '(?:that|this|it) was (?:really |indeed |exactly )?(?:it|the (?:problem|issue|cause|reason|solution|trick|culprit))',
  `(?:now )?${someone}(?: is|'s| am|'m| are|'re) (?:(?:back|${nowEn}) )+(?:in|on|happy|able to (?:log|sign) ?in)`,
  `(?:now )?${someone}(?: is|'s| am|'m| are|'re) (?:in|happy|able to (?:log|sign) ?in) (?:now|again)|(?:the )?user is happy`,
  `now ${someone} can (?:log|sign|get) ?in(?: again)?`,
  `${someone} (?:can (?:(?:now|finally|again) (?:log|sign|get) ?(?:in|on)|(?:log|sign|get) ?(?:in|on) (?:now|again)(?: now| again)?)|could (?:log|sign|get) ?(?:in|on)(?: now| again)+)`,
  "(?:all|everything|we|i|we're|i'm)(?:'s| is| are| am)? (?:good|fine|ok|okay|set|well) (?:now|again)",
  "now (?:its|(?:it|all|everything)(?:'s| is)?) (?:all )?(?:ok|okay|fine|good|well)",
  `(?:(?:${it}|(?:the )?(?:message|prompt|lockout|lock|popup|loop)) )?(?:has ?n[o']?t|has not|did ?n[o']?t|did not|does ?n[o']?t|does not|never) (?:(?:come|comes|came) back|return(?:s|ed)?|reappear(?:s|ed)?|recur(?:s|red)?|(?:happen|occur|appear|show|come)(?:s|n|ed|red)?(?: up)? (?:again|since))(?: (?:again|since|then|so far|yet))*`,
  '(?:back to normal|success|got it (?:working|to work)|problem gone|fine again|now (?:fine|good|ok)|(?:fine|good) now)(?: now| again)*',
];

const es = any(
  'es',
  'das',
  'alles',
  '(?:die |seine |ihre )?anmeldung',
  '(?:der )?login',
  '(?:das )?problem',
  '(?:methode|schritt) \\d',
);
const jetzt = any(
  'jetzt',
  'nun',
  'wieder',
  'endlich',
  'auch',
  'mittlerweile',
  'inzwischen',
  'alles',
  'super',
  'prima',
  'einwandfrei',
  'perfekt',
  'gut',
  'bestens',
  'sofort',
  'tatsächlich',
  'wirklich',
  'ja',
  'schon',
  'bei (?:ihm|ihr)',
);
const geht = "(?:geht|gehts|geht's|funktioniert|funktionierts|klappt|klappts|läuft|läufts|tut)";
const nichts =
  '(?!(?:nicht|nichts|kein|keine|nur|was|welche|niemand|es|das|browser|chrome|edge|firefox|nie|kaum|noch)(?: |$))';
const fehler = '(?:(?:der|die|das) (?:fehler|meldung|fehlermeldung|sperre|abfrage|aufforderung))';
const workedDe = [
  `(?:(?:der|die|das|bei) )?${nichts}[^ ]+ ${geht} (?:es )?(?:${any('jetzt', 'nun', 'wieder', 'endlich')} ?)+`,
  `(?:nach|seit) (?:${nichts}[^ ]+ ){1,5}${geht}(?: ${any(jetzt, es)})*`,
  `(?:nach|seit) (?:${nichts}[^ ]+ ){1,5}(?:kam|kommt|kann|konnte|ist|war) (?:er|sie|ich)(?: sich)? (?:(?:jetzt|wieder|endlich) )*(?:rein|drin|anmelden|einloggen)`,
  '(?:(?:sind|ist) )?(?:alle|er|sie|benutzer|user)(?: (?:sind|ist))? (?:(?:jetzt|wieder|alle|nun) )+(?:drin|online|angemeldet|eingeloggt)',
  `mit (?:${nichts}(?!alten|anderen|altes)[^ ]+ ){1,4}${geht} (?:es )?(?:jetzt|wieder)(?: ${any(jetzt, es)})*|(?:${es} )?${geht} (?:jetzt|wieder) (?:mit|nach|seit) (?:${nichts}(?!alten|anderen|altes)[^ ]+ ?){1,4}`,
  `(?:${es} )?(?:ist )?(?:gelöst|behoben|erledigt) (?:bei|für) (?!den|die|einige|manche|ein|zwei)[^ ]+`,
  `(?:${jetzt} )*(?:${es} )?(?:${jetzt} )*(?:geht|gehts|geht's|funktioniert|funktionierts|klappt|klappts|läuft|läufts)(?: ${any(jetzt, es)})*`,
  `(?:${es} |(?:mit|durch) (?:dem|der|den|das|die)(?: (?!alten|anderen|altes)[^ ]+){1,4} )?(?:hat|hats|hat's)(?: ${any(jetzt, es)})* (?:geholfen|funktioniert|geklappt)`,
  '(?:es |das )?(?:geht|funktioniert|klappt|läuft) (?:jetzt|wieder) (?:auch )?bei (?:mir|uns)',
  `(?:jetzt|nun|dann|danach|damit|so) (?:ging|gings|ging's|klappte|klappte's|lief|liefs|lief's|hats geklappt|hat's geklappt|hat es geklappt)(?: (?:es|das|alles))?`,
  "das war(?:s|'s| es| das problem| der fehler| die lösung| die ursache)(?: auch)?",
  "daran (?:lag es|lag's|lags|hat es gelegen|hat's gelegen|hats gelegen)",
  `(?:${es} )?(?:ist |wurde |hab ich |habe ich |konnte ich )?(?:${jetzt} )*(?:gelöst|behoben|repariert|gefixt)(?: worden)?`,
  '(?:das )?problem (?:ist )?(?:erledigt|weg)',
  `(?:jetzt |nun )?(?:(?:er|sie|(?:der |die |mein |meine )?(?:benutzer|user|kollege|kollegin|chef|chefin)) )?(?:kann|kommt|ist)(?: er| sie)?(?: sich)?(?: (?:jetzt|nun|wieder|endlich))+ (?:anmelden|einloggen|rein|drin)`,
  '(?:jetzt |nun )?(?:ich )?(?:kann|komme|komm|bin)(?: ich)?(?: mich)?(?: (?:jetzt|nun|wieder|endlich))+ (?:anmelden|einloggen|rein|drin)',
  `passt(?: ${jetzt})+`,
  'alles (?:jetzt |wieder )+(?:gut|ok|okay|in ordnung|bestens)',
  '(?:jetzt|nun) (?:ist|passt) (?:es|das|alles) (?:wieder )?(?:ok|okay|gut|in ordnung)',
  `(?:${es} |${fehler} )?(?:kommt|kam|tritt|trat|erscheint|erschien|taucht|tauchte)(?: (?:jetzt|seitdem|seither|bisher|auch|es|das))* nicht (?:mehr )?(?:wieder|noch ?mal|erneut)(?: (?:auf|vor))?`,
  `(?:der|die|das) (?:fehler|meldung|fehlermeldung|sperre) (?:kommt|kam|tritt|trat|erscheint|erschien|taucht|tauchte)(?: (?:jetzt|seitdem|seither|bisher|auch))* nicht mehr(?: (?:auf|vor))?`,
  `(?:${es} |${fehler} )?(?:ist )?(?:jetzt |seitdem |seither |bisher )*nicht (?:wieder|mehr) (?:gekommen|aufgetreten|aufgetaucht|erschienen|vorgekommen)`,
];

const cela = any('ça', 'ca', 'cela', 'tout', 'il', 'elle', '(?:la |sa )?connexion', 'la méthode \\d');
const maintenant = any(
  'maintenant',
  'enfin',
  'de nouveau',
  'à nouveau',
  'bien',
  'parfaitement',
  'nickel',
  'super',
  'aussi',
  'désormais',
  'du coup',
  'cette fois',
  'pour (?:lui|elle)',
);
const rien = '(?!(?:rien|ne|pas|que|seul|seulement|il|elle|ca|cela|tout|navigateur|chrome|edge|firefox)(?: |$))';
const workedFr = [
  "(?:maintenant|cette fois) (?:c'est (?:bon|ok)|(?:ça|ca|tout) va bien)",
  "(?:(?:ça|ca|cela|(?:l'erreur|le message|le problème|le blocage)) )(?:(?:ne )?revient (?:plus|pas)|(?:n'est|est) (?:pas|plus|jamais) revenue?)(?: depuis)?",
  `(?:(?:le|la|les) |l')?${rien}[^ ]+ (?:re)?(?:marche|fonctionne) (?:${any('maintenant', 'enfin', 'de nouveau', 'à nouveau', 'bien', 'désormais')} ?)+`,
  `(?:après|depuis|grâce à) (?:${rien}[^ ]+ ){1,5}(?:${cela} )?(?:re)?(?:marche|fonctionne)(?: ${maintenant})*`,
  `(?:${cela} )?(?:re)?(?:marche|fonctionne)(?: ${maintenant})* (?:après|depuis|grâce à|avec) (?:${rien}[^ ]+ ?){1,5}`,
  `(?:(?:c'est|le problème est|problème) )?(?:résolu|réglé|réparé) (?:pour|chez) (?!la plupart|certains|quelques|un |une |deux )[^ ]+`,
  `(?:${maintenant} )*(?:${cela} )?(?:re)?(?:marche|fonctionne)(?: très)?(?: ${maintenant})*`,
  `(?:${cela} )?(?:a|m'a|l'a|nous a)(?: ${maintenant})* (?:marché|fonctionné|aidé|suffi|résolu(?: le problème)?|réglé(?: le problème)?)(?: ${maintenant})*`,
  `(?:(?:c'est|ça y est|le problème est|problème) )*(?:${maintenant} )*(?:résolu|réglé|réparé|corrigé)(?: ${maintenant})*`,
  "c'était (?:bien |donc )?(?:ça|cela|le problème)",
  `c'est bon(?: ${any('maintenant', 'cette fois')})+`,
  `(?:(?:il|elle|l'utilisateur|je|on) )(?:peut|peux|arrive à)(?: ${maintenant})* (?:se|me) connecter ${maintenant}`,
  `(?:(?:il|elle|l'utilisateur|je|on) )(?:peut|peux|arrive à) ${maintenant} (?:se|me) connecter`,
];

const ahora = any(
  'ya',
  'ahora',
  'sí',
  'todo',
  'bien',
  'perfecto',
  'perfectamente',
  'de nuevo',
  'otra vez',
  'muy bien',
  'al fin',
);
const nada = '(?!(?:nada|no|solo|que|ya|navegador|chrome|edge|firefox|ninguno|nadie)(?: |$))';
const workedEs = [
  '(?:ahora|ya) (?:todo )?(?:está|va) (?:todo )?(?:bien|ok)',
  '(?:(?:eso|(?:el )?(?:error|mensaje|problema|bloqueo|aviso)) no (?:ha vuelto|vuelve|volvió)(?: a (?:pasar|aparecer|salir|ocurrir))?|no (?:ha vuelto|vuelve|volvió) a (?:pasar|aparecer|salir|ocurrir))(?: (?:más|desde entonces))*',
  `(?:(?:el|la|los|las) )?${nada}[^ ]+ (?:ya |ahora )+(?:sí )?funciona(?: ${ahora})*|(?:(?:el|la|los|las) )?${nada}[^ ]+ funciona (?:ya|ahora|de nuevo|otra vez)(?: ${ahora})*`,
  `(?:tras|después de|al|desde) (?:${nada}[^ ]+ ){1,5}(?:ya |ahora )?(?:sí )?(?:funciona|funcionó|ha funcionado)(?: ${ahora})*`,
  `(?:${ahora} )*(?:funciona|funcionó)(?: ${ahora})* (?:tras|después de|con) (?:${nada}[^ ]+ ?){1,5}`,
  `(?:(?:el )?problema )?(?:está )?(?:resuelto|solucionado|arreglado) (?:para|en|con) (?!algunos|la mayoría|un |una |dos )[^ ]+`,
  `(?:${any(ahora, 'eso', 'esto', 'me', 'le', 'nos')} )*(?:funciona|funcionó|ha funcionado|sirvió|ha servido|ayudó|ha ayudado|marcha)(?: ${ahora})*`,
  `(?:(?:el )?problema )?(?:${ahora} )*(?:está |quedó |ha sido |fue )?(?:${ahora} )*(?:resuelto|solucionado|arreglado|corregido)(?: ${ahora})*`,
  `(?:${ahora} )*se (?:ha )?(?:solucionó|resolvió|arregló|solucionado|resuelto|arreglado)(?: el problema)?`,
  'eso era|era eso|ese era el (?:problema|error)|era el problema|todo bien (?:ahora|ya)|ya quedó',
  '(?:ya|por fin)(?: sí)? (?:entró|entré|entra|accedió|ha entrado)(?: bien)?',
  '(?:ya|ahora)(?: sí)? (?:puede|puedo|pude|pudo) (?:entrar|acceder|iniciar sesión|conectarme|conectarse)',
];

const workedJa = [
  '(?:もう)?(?:再発|再現)(?:は)?(?:していません|しません|しなくなりました)|(?:もう)?(?:エラー|メッセージ)?(?:は|が)?(?:出|起き|表示され)なくな(?:りました|った)',
  '(?:無事に?|これで|今度は|おかげで|やっと)?(?:\\S{1,20}たら)?(?:(?:問題|サインイン|ログイン)(?:は|が|も)?)?(?:解決(?:した|しました|できました|です|済みです)|直った|直りました|治りました|うまくいった|うまくいきました|動きました|動くようになりました|使えるようになりました)',
  '(?:無事に?|これで|今度は|やっと)?(?:\\S{1,20}たら)?(?:サインイン|ログイン)(?:が)?でき(?:た|ました|るようになりました|るようになった)(?:そうです|とのことです|みたいです|ようです)?',
  '\\S{1,20}たら(?:使え|入れ|でき|通り|動き)(?:た|ました|るようになりました)|(?:登録|同期|接続)(?:が)?(?:でき(?:た|ました)|完了しました)',
];

/** Somebody else solved it, or it is to be closed: no method of ours is known to have helped. */
const others = any(
  'vendor|provider|supplier|isp|microsoft|support|(?:it )?(?:team|department|guys?|admins?)|network (?:team|guys?)|admin|administrator|colleague|hoster|somebody(?: else)?|someone(?: else)?',
  '(?:vendor|provider|supplier|microsoft|it|network|cloud) (?:support|team|guys?|people|department|admins?)',
  'dienstleister|anbieter|hersteller|provider|admin|administrator|kollege|kollegin|support|hoster|jemand(?: anderes)?',
  "fournisseur|prestataire|éditeur|hébergeur|admin|administrateur|collègue|support|quelqu'un(?: d'autre)?",
  'proveedor|fabricante|administrador|compañero|compañera|soporte|alguien(?: más)?',
);
const byOthers = whole(
  `(?:(?:the|our|my|their) )?${others} (?:has |have |had |just |already |finally )*(?:fixed|solved|resolved|sorted|repaired|corrected)(?: (?:it|that|this|things|the (?:problem|issue|error)|out))*(?: (?:now|already|for us|on their (?:side|end)))*`,
  `(?:fixed|solved|resolved|sorted)(?: out)? by (?:(?:the|our|my|their) )?${others}`,
  `(?:(?:der|die|unser|unsere|mein|meine|das) )?${others} (?:hat|haben)(?: (?:es|das|den fehler|das problem|jetzt|schon|inzwischen))* (?:behoben|gelöst|gefixt|repariert|korrigiert)`,
  `(?:(?:le|la|notre|mon|un) |l')?${others} (?:l'|a )(?:a )?(?:réparé|réglé|résolu|corrigé)(?: (?:ça|cela|le problème))?`,
  `(?:(?:el|la|nuestro|mi|un) )?${others} (?:(?:ya )?(?:lo|la) )?(?:ha )?(?:arregló|solucionó|resolvió|corrigió|arreglado|solucionado|resuelto|corregido)(?: (?:eso|el problema))?`,
  '(?:ベンダー|業者|管理者|担当者|プロバイダー?|同僚|メーカー)が(?:直し|解決し|修正し|対応し)(?:て(?:くれ|もらい))?(?:ました|た)',
);
const closing = whole(
  '(?:(?:you|we) can |please |lets )?close (?:this|it|that|the (?:case|issue|chat|matter))(?: (?:now|then|please|pls|done|off))*|case closed|(?:this|it|(?:the |my )?(?:ticket|case)) can be closed|(?:this (?:is|one is) )?(?:all )?done and dusted',
  'passt(?: schon)? erledigt|(?:fall|thema|sache|alles) erledigt|(?:das |es )?kann (?:man )?(?:zu|geschlossen werden|schließen)|kannst (?:du )?(?:es |das )?(?:zumachen|schließen)',
  "(?:on|tu|vous) (?:peut|peux|pouvez) (?:le |la )?(?:fermer|clore|clôturer)(?: (?:ça|le cas))?|(?:affaire|dossier|cas) (?:classée?|clos|fermé)|c'est (?:clos|clôturé)",
  '(?:(?:puedes|podemos|se puede) )?(?:cerrar(?:lo)?|ciérralo|ciérrelo)(?: (?:esto|el caso))?|(?:caso|asunto|tema) (?:cerrado|zanjado)',
  '(?:クローズ|完了)(?:に)?して(?:ください|大丈夫です|いいです)|対応完了(?:です|しました)?',
);
const worked = whole(...workedEn, ...workedDe, ...workedFr, ...workedEs, ...workedJa);

/** That somebody can sign in or that all is as it should be, which beside thanks or an exclamation, or behind what was done, tells of success. */
const getsIn = whole(
  `${someone} (?:can|could|are able to|is able to|am able to) (?:log|sign|get) ?(?:in|on)|${someone}(?: is|'s| are|'re| am|'m) (?:back )?(?:in|logged in|signed in|connected|working)|(?!i\\b|we\\b)${someone}(?: is|'s| are|'re) (?:through|on)|${someone} (?:gets?|got|comes?|came) (?:in|through)|(?:log|sign) ?in (?:ok|works?)|(?:it |that )?(?:lets?|let) (?:him|her|me|us|them) in`,
  '(?:er|sie|ich|wir|alle|der (?:benutzer|user)) (?:kann|können|kommt?|komme|kommen|kam|ist|sind|bin)(?: sich| mich)?(?: (?:wieder|jetzt|auch))* (?:anmelden|einloggen|rein|drin)|(?:er|sie|alle|der (?:benutzer|user)) (?:kommt?|kommen|kam|ist|sind)(?: (?:wieder|jetzt|auch))* durch|(?:ich|wir) (?:komme|kommen|kam)(?: (?:wieder|jetzt|auch))* durch',
  "(?:il|elle|je|on|ils|l'utilisateur) (?:peut|peux|peuvent) se connecter|(?:il|elle) est (?:bien |enfin |maintenant )*(?:connectée?|entrée?)|(?:il|elle|on|ils|elles|tout le monde) (?:entre|entrent|passe|passent)",
  '(?:(?:él|ella|el usuario|ya|todos) )*(?:puede|puedo|pueden|entra|entran|entró|pudo|pudieron|está dentro)(?: (?:entrar|iniciar sesión|acceder))?',
  `(?:(?:all|both|everything|it|they|(?:both|all) (?:agents|servers|nodes|checks)|alles?|beide|sind|ist|tout|tous|todos?|todas?|ambos|ambas|están?|est|sont|es|au|en|al|is|are|now|jetzt|ya|ahora|maintenant) )*(?:green|grün|vert|verts|verde|verdes)(?: now| again| wieder)?|全部緑(?:です)?`,
  "(?:all|everything)(?:'s| is)? (?:good|fine|well|works)|alles (?:gut|läuft|geht)|passt|tout (?:va bien|est bon|marche)|c'est bon|todo (?:bien|funciona)",
);
const isCheered = (text: string, all: readonly string[]): boolean =>
  text.includes('!') ||
  all.some((clause) =>
    /\b(?:thank\w*|thx|danke|merci|gracias|great|super|perfect|parfait|nickel|genial)\b/.test(clause),
  );

/** "C'est bon" alone, which before other words only assents. */
const fineAlone = whole("(?:(?:ok|oui|voilà|super|ah) )*c'est bon(?: (?:merci|beaucoup|pour (?:moi|nous|lui|elle)))*");

/** "Yes, it did", in answer to whether it helped. */
const affirmed = /^(?:yes|yep|yeah) (?:it|that|this) (?:did|does|has)$/;

const person = "(?:(?:i|we|he|she|they|(?:the )?user)(?:'ve| have| has)? )?(?:just |now |also )*";

/** What was done, by a word that comes first or, in German, last. */
const deed = any(
  `${person}(?:did|done|tried|restarted|rebooted|reset|changed|added|removed|deleted|cleared|reinstalled|installed|updated|renewed|enabled|disabled|unblocked|unlocked|assigned|re-?entered|retyped|switched|turned|set|re-?registered|registered|replaced|corrected|waited|followed|reconnected|pushed|deployed|applied|imported|moved|excluded|revoked|invited|re-?invited|granted)(?: .{1,60})?`,
  '(?:(?:i|we|he|she|they) )?(?:just )?had to (?:restart|reboot|reset|change|clear|sign out|log out|reinstall)(?: .{1,60})?',
  '.{0,60}(?:gemacht|probiert|ausprobiert|versucht|neu gestartet|neugestartet|neu starten|zurückgesetzt|geändert|gelöscht|entfernt|hinzugefügt|eingetragen|installiert|aktualisiert|erneuert|freigeschaltet|entsperrt|zugewiesen|neu angemeldet|durchgeführt|geleert|deinstalliert|abgemeldet|aktiviert|deaktiviert)(?: was .{1,30})?',
  "(?:j'ai|il a|elle a|on a|nous avons|c'est|c) (?:tout )?(?:fait|essayé|redémarré|réinitialisé|changé|supprimé|effacé|enlevé|ajouté|réinstallé|installé|vidé|suivi|modifié|corrigé|débloqué|relancé|reconnecté|déconnecté|coupé|activé|désactivé)(?: .{1,60})?",
  '(?:(?:he|hemos|ha) (?:hecho|cambiado|reiniciado|borrado|probado|seguido|añadido|desbloqueado)|hice|listo|ya está|hecho|reinicié|cambié|borré|probé|añadí)(?: .{1,60})?',
  '(?!.*(?:エラー|失敗|ない|ません)).{1,30}(?:しました|みました|やりました|した)',
);

/** What it was that failed. */
const cause = any(
  '(?:it |that |this )?was (?:just |indeed |really |simply )?[^ ]+(?: [^ ]+){0,3}',
  "(?:it was )?my (?:mistake|bad|fault)|(?:it was )?user error|typo|got it|that(?:'?s| is) it|exactly that",
  '(?:es )?(?:war|lag) (?:wohl |doch )?(?:ein|eine|der|die|das|an|am) .{1,40}',
  "c'était (?:juste )?(?:un |une |le |la |l').{1,40}",
  'era (?:un|una|el|la) .{1,40}',
);

const deeds = whole(deed);
const causes = whole(cause);

/** What makes a success a thing of the past or a part of the truth, and a deed a story of trouble. */
const doubt =
  /(?:^|[ '])(?:not|no|never|cannot|\w+n't|cant|dont|doesnt|didnt|wont|isnt|wasnt|couldnt|but|still|only|except|until|till|before|yesterday|last|ago|earlier|once|error|problem|fail\w*|without|nicht|nichts|kein\w*|aber|nur|noch|bis|gestern|vorher|fehler|pas|ne|mais|sauf|encore|toujours|hier|avant|erreur|probleme|pero|solo|salvo|todavia|aun|sigue|ayer|antes)(?:$|[ '])/;

const isWorked = (part: string): boolean =>
  isOne(worked, part) || affirmed.test(part) || isOne(byOthers, part) || isOne(closing, part);
const isDeed = (part: string): boolean => deeds.test(peeled(part)) && !doubt.test(part);
const isCause = (part: string): boolean => causes.test(peeled(part)) && !doubt.test(part);

/** Whether nothing was done but to try it in another place: "tried edge, that works". */
export const isElsewhere = (text: string): boolean => onlyTriedElsewhere(partsOf(text, joints), isDeed);

/** What makes a remark beside a success another matter: a question, a condition, a place where it works, or somebody who is not helped yet. */
const anotherMatter = pattern(
  `^(?:and |so |then )?${any(
    questionWord,
    'whenever|if|wenn|falls|sobald|si|cuando|nur',
    '(?:now|jetzt|maintenant|ahora) (?:the|a|an|his|her|my|our|der|die|das|mein|le|la|les|mon|el|los|mi)',
    '(?:on|in(?! the end)|at|from|with|via|over|through|auf|am|im|mit|bei|zuhause|daheim|sur|dans|avec|chez|au|en|con|desde)',
  )} |(?:^| )${any(
    trouble,
    'asked|prompted|broken|broke|down|loses?|crash(?:es|ed)?|missing|invalid|rejects?|rejected|interrupted|forbidden|shows|needed',
    'kind of|sort of|partly|sometimes|slow(?:ly)?|maybe|tell me|show me|explain|help|we have|next|another|others?|same|more|else|yet',
    '[^ ]*error|fragt|weg|nächste[rsn]?|andere[rsn]?|weitere[rsn]?|demande|autres?|prochaine?|pide|falla|otr[oa]s?|siguiente',
  )}(?:$| )`,
);
const anotherJapanese = /ない|ません|けど|ですが|でも|しかし|だけ|エラー|他の|別の|次/;

/** So many words are a remark; more tell a story of their own. */
const mostRemarked = 9;

const isRemark = (part: string): boolean =>
  !doubt.test(part) && !anotherMatter.test(part) && !anotherJapanese.test(part);

/** "Ok now", which is a success behind what was done only. */
const fineNow = /^(?:ok|okay|good|fine) now(?: |$)/;
const isFineNow = (part: string): boolean => fineNow.test(part) && /^(?:now)?$/.test(peeled(part));

/** Whether a text says that the problem is solved, with no more beside it than thanks, what solved it, and remarks that tell of no trouble. */
export const helped = (text: string): boolean => {
  if (text.length > longest || holdsCode(text) || /[?？"]/.test(text)) return false;
  if (newMatter(text) !== null || isElsewhere(text)) return false;
  const all = clausesOf(text).join(' ');
  if (affirmed.test(all) || closing.test(all) || fineAlone.test(all)) return true;
  if (/ now and then(?: |$)/.test(all)) return false;
  const parts = partsOf(text, joints);
  if (parts.length === 1 && getsIn.test(parts[0]!) && !isWorked(parts[0]!)) return isCheered(text, clausesOf(text));
  const known = (part: string): boolean => isWorked(part) || isDeed(part) || isCause(part);
  if (!parts.some(isWorked)) {
    const isFine = (part: string): boolean => isFineNow(part) || getsIn.test(part);
    return parts.some(isFine) && parts.every((part) => isFine(part) || isDeed(part)) && parts.some(isDeed);
  }
  const remarks = parts.filter((part) => !known(part));
  return remarks.every(isRemark) && remarks.join(' ').split(' ').length <= mostRemarked;
};

/** Whether a part of a text says that somebody gets in or that all is green, which is a success behind what was done. */
export const isWell = (part: string): boolean => {
  const said = clausesOf(part).map(peeled).join(' ');
  return getsIn.test(said) || isWorked(said);
};

/** What is added to a success and says nothing more. */
const shrug = whole(
  'strange|weird|odd|funny|whatever|no idea why|anyway|lol',
  '(?:komisch|seltsam|merkwürdig|warum auch immer|keine ahnung warum)(?: aber egal)?|aber egal|egal',
  'bizarre|étrange|(?:mais )?(?:bon|peu importe)|(?:qué )?raro|(?:pero )?(?:da igual|bueno)|不思議です(?:ね|が)?',
);

/** Whether the last clause of a text says that it works, whatever was told before: "I had pasted the ID. works now". */
export const endsWell = (text: string): boolean => {
  if (text.length > longest || /[?？]/.test(text) || newMatter(text) !== null || isElsewhere(text)) return false;
  if (goneSince(text)) return true;
  const last =
    clausesOf(text).findLast((clause) => !shrug.test(clause) && (peeled(clause) !== '' || fineAlone.test(clause))) ??
    '';
  const behind = last.split(/ (?:and|und|et|y) (?:then |dann |now |jetzt )?/).at(-1)!;
  return (
    fineAlone.test(last) || [last, behind].some((part) => (isWorked(part) || isFineNow(part)) && !timeless.test(part))
  );
};

const ofTrouble =
  '\\S*(?:lock ?outs?|locks?|errors?|pop-?ups?|loops?|problems?|issues?|complaints?|failures?|incidents?|crashes|blocks?|sign-?outs?)';
/** What may be missed as well, unless there is no more of it. */
const mayBeMissed = '(?:prompts?|messages?|codes?|requests?)';
const when = '(?: (?:then|that|yesterday|this morning|last \\S+|\\S+day))?';
const absent = any(
  `(?:no|zero|not (?:a single|one)|without)(?: (?:more|further|new|other|any|single))*(?: \\S+)? ${ofTrouble}`,
  `no (?:more|further|new) (?:\\S+ )?${mayBeMissed}`,
  "(?:has|have)(?:n'?t| not| never) been (?:\\S+ )?(?:locked|asked|prompted|blocked|kicked|thrown|refused|denied|rejected|(?:logged|signed) out)(?: \\S+){0,4}?",
  "(?:has|have)(?:n'?t| not| never) (?:failed|crashed|looped|complained|recurred|happened|occurred|(?:come|popped) (?:back|up))",
  `(?:has|have)(?:n'?t| not| never) (?:seen|had|got|gotten) (?:it|(?:a|an|any|the|that|this|one|another)(?: \\S+)? ${ofTrouble})`,
);
const gesperrt = '(?:gesperrt|ausgesperrt|gefragt|aufgefordert|blockiert|rausgeworfen|abgemeldet)(?: worden)?';
const stoerung = '\\S*(?:sperr|fehler|problem|schleife|beschwerde|popup|abbr[uü]ch)\\S*';
const abfrage = '\\S*(?:meldung|abfrage|aufforderung)\\S*';
const panne = '(?:verrouillages?|blocages?|erreurs?|problemes?|deconnexions?|coupures?)';
const fallo = '(?:bloqueos?|error(?:es)?|problemas?|fallos?)';

/** That the trouble has not come again since. */
const since = pattern(
  `(?:^| )${any(
    `${absent} (?:ever )?since${when}|since (?:then|that) (?:\\S+ )?${absent}|${absent} (?:afterwards|after that)`,
    `(?:seitdem|seither|danach)(?: \\S+){0,3}? (?:keine?n?|nie)(?: \\S+)? (?:${stoerung}(?: mehr)?|${abfrage} mehr)(?: (?:gehabt|gesehen|aufgetreten|gekommen))?|(?:keine?n?)(?: \\S+)? (?:${stoerung}(?: mehr)?|${abfrage} mehr) (?:seitdem|seither|danach)`,
    `(?:seitdem|seither)(?: \\S+){0,3}? (?:nicht (?:mehr|wieder)|nie(?: wieder)?) ${gesperrt}|(?:nicht (?:mehr|wieder)|nie wieder) ${gesperrt} (?:seitdem|seither)`,
    `(?:plus|pas|aucune?|jamais)(?: (?:de|d'|un seul|une seule|nouveau|nouvelle|autre))*[ ']?${panne} depuis(?: (?:hier|lors|ca|cela|ce matin|\\S+di))?|depuis(?: (?:hier|lors|ca|cela|ce matin))? (?:\\S+ )?(?:plus|aucune?|pas)(?: (?:de|d'|un seul|une seule))*[ ']?${panne}`,
    "(?:n'a|n'est|a|est) (?:plus|pas|jamais) (?:ete )?(?:bloquee?|verrouillee?|deconnectee?) depuis(?: (?:hier|lors|ca|cela))?|depuis (?:\\S+ ){0,2}(?:n'a|n'est|a|est) (?:plus|pas|jamais) (?:ete )?(?:bloquee?|verrouillee?|deconnectee?)",
    `(?:sin|ningun[oa]?|no (?:ha habido|hay|hubo)|ya no (?:hay|ha habido))(?: (?:mas|nuev[oa]s?|otr[oa]s?))* ${fallo}(?: mas)? desde (?:entonces|ayer|esta manana)|desde entonces (?:\\S+ )?(?:sin|ningun[oa]?|no (?:ha habido|hay|hubo))(?: mas)? ${fallo}(?: mas)?`,
    'no se (?:ha vuelto a bloquear|ha bloqueado(?: mas)?) desde (?:entonces|ayer)|desde entonces no se (?:ha vuelto a bloquear|ha bloqueado)(?: mas)?',
    '\\S*(?:それ以来|以来|その後|それから)は?\\S{0,15}(?:ロック|エラー|ブロック|問題)\\S{0,8}(?:ていません|なくなりました|ありません|出ません|起きません)',
  )}$`,
);

/** Whether a text ends with that the trouble has not come again since what was done: "blocked legacy auth, no lockouts since". */
export const goneSince = (text: string): boolean =>
  text.length <= longest &&
  !holdsCode(text) &&
  !/[?？]/.test(text) &&
  since.test(unpaused(text)) &&
  !ofLog.test(unpaused(text)) &&
  !isElsewhere(text) &&
  !helpedOtherwise(text);

/** What a log holds is found, and tells of no success. */
const ofLog = pattern('\\b(?:logs?|shows?|protokoll|zeigt|journal|affiche|registro|muestra)\\b|ログ');

/** Whether a text that says so credits none of the methods: somebody else solved it, or it is only to be closed. */
export const helpedOtherwise = (text: string): boolean => {
  const parts = [clausesOf(text).join(' '), ...partsOf(text, joints)];
  const says = (phrases: RegExp): boolean => parts.some((part) => isOne(phrases, part));
  return says(byOthers) || (says(closing) && !says(worked));
};

// === It helped some ===

const few =
  '(?:(?:just|only|nur|noch|seulement|juste|solo) )*(?:(?:the )?(?:second|third|fourth|last|other) (?:one|user|person)|(?:der|die|das) (?:letzte|dritte|vierte|andere)|(?:beim|bei dem|bei der|dem) (?:letzten|zweiten|dritten|vierten|anderen)|(?:le|la) (?:dernier|dernière|troisième)|(?:el|la) (?:último|última|tercero)|one|1|two|2|three|3|a few|a couple|some|ein(?:e[mnrs]?)?|zwei|drei|ein paar|einige[nr]?|une?|deux|trois|quelques|certains|un[oa]?|dos|tres|algun[oa]s)(?: (?:last|more|of (?:them|us)|users?|persons?|people|guys?|colleagues?|accounts?|usern?|benutzern?|personen?|kollegen|leuten?|konto|konten|utilisateurs?|personnes?|collègues?|comptes?|usuari[oa]s?|personas?|compañeros?|cuentas?))*';
const most =
  '(?:^| )(?:for|bei|pour|para|with|chez|con) (?:most|many|some|all|nearly all|everyone|everybody|the (?:others|rest)|(?:den )?(?:meisten|allen|anderen|übrigen)|tous|presque tous|la plupart|les autres|todos|casi todos|la mayoría|los demás|the first (?:one|two|three|few)|\\d{1,3} (?:of|von|sur|de|out of) \\d{1,3}|(?:one|two|three|four|zwei|drei|vier|deux|trois|dos|tres)(?: (?!of |von |sur |de |out )[^ ]+)?)(?: (?:of (?:them|us)|users?|others|usern|benutzern))*';
const exceptFew = pattern(
  `(?:${most}| (?:all|everyone|everybody|alle|tous|todos))?,? (?:but|except|apart from|bis auf|außer|sauf|excepto|salvo|menos) (?:for |bei |pour )?${few}$`,
);
const forMost = pattern(`${most}(?= |$)`);
const fewStill = pattern(
  `(?:^|.* )(?:but |aber |mais |pero |and |und |et |y |for |bei |pour |chez |para |con |with )*${few} .*\\b(?:still|not|cannot|left|remaining|fails?|\\w+n't|cant|doesnt|isnt|nicht|noch|pas|toujours|encore|no|sigue|todavía|aún|same|gleiche\\w*|selbe\\w*|derselbe|dasselbe|même|mismo)(?: |$)|(?:1人|一人|2人|二人|数人|何人か).*(?:まだ|だめ|ダメ|でき(?:ない|ません))`,
);
/** Where it works is told as a fact as well, unless it does so now. */
const timeless = whole(
  `(?:${any(it, es, cela)} )?(?:works|geht|gehts|funktioniert|klappt|läuft|marche|fonctionne|funciona)`,
);

const goesOn = pattern('\\b(?:still|noch|encore|toujours|todavía|aún|sigue)\\b|まだ');

const count = '(?:about |around |only |just |roughly |etwa |ca |nur |environ |seulement |unos |solo |約)?';
/** So many of so many, or about half of them. */
const share = pattern(
  `(?<!(?:method|step|methode|schritt|etape|paso|metodo|option) )\\b${count}(?<some>\\d{1,3}) ?(?:/|of|out of|von|sur|de|entre) ?(?:the |our |den |les |los )?(?<all>\\d{1,3})\\b|(?<whole>\\d{1,3}) ?(?:人|台|名)中 ?(?<part>\\d{1,3}) ?(?:人|台|名)|\\b${count}(?:half|halfway|die halfte|der halfte|la moitie|la mitad)\\b|半分|一部の(?:人|ユーザー)`,
);
/** That it works for them by now. */
const better = pattern(
  '\\b(?:fixed|solved|sorted|cured|helped|worked|works?|working|ok|okay|fine|good|(?:back )?in|can|could|got (?:in|through))\\b|\\b(?:gehts?|klappts?|lauft|lief|ging|drin|konnen|kommen|funktionierts?|geholfen|behoben)\\b|\\b(?:marche|fonctionne|peuvent|passe|entrent|ca va|regle|resolu)\\b|\\b(?:funciona|pueden|entran|bien|arreglo|arreglado|resuelto)\\b|入れ|使え|でき(?:た|る|まし)|直|動|解決|ok',
);
/** What was done, or that it is so by now, without which a share only says whom it hits. */
export const sinceThen = pattern(
  '\\b(?:now|again|since|fixed|solved|helped|worked|jetzt|wieder|nun|geholfen|behoben|maintenant|de nouveau|regle|resolu|ahora|ya|arreglo|arreglado|resuelto)\\b|よう(?:に)?な(?:り|っ)|直|解決|たら',
);
const denied = pattern(
  "\\b(?:not|no|none|cannot|(?:ca|do|does|did|wo|is|are|was|has|have|could)n'?t|fail\\w*|blocked|locked|nicht|kein\\w*|pas|ne|no|bloque\\w*|gesperrt)\\b|ません|ない|駄目|だめ|ダメ|エラー",
);

/** Whether a text says that it helped so many of so many: "assigned the group, 58 of 60 can get in now". */
const helpedShare = (text: string): boolean => {
  const clauses = clausesOf(text).flatMap((clause) => clause.split(/(?<=た)(?:が|けど)、?| (?:but|aber|mais|pero) /));
  const all = clauses.join(' ');
  return clauses.some((clause) => {
    const groups = share.exec(clause)?.groups;
    if (!groups || denied.test(clause) || !better.test(clause)) return false;
    const [some, of] = [groups['some'] ?? groups['part'], groups['all'] ?? groups['whole']].map(Number);
    const isPart = Number.isNaN(some!) || some! < of!;
    return (
      isPart &&
      some !== 0 &&
      (sinceThen.test(all) || clauses.some((one) => one !== clause && (isDeed(one) || isWorked(one))))
    );
  });
};

/** Whether a text says that a method helped but for a few: "hat geholfen, bei einem User geht es noch nicht". */
export const helpedSome = (text: string): boolean => {
  if (text.length > longest || holdsCode(text) || /[?？"]/.test(text) || isElsewhere(text)) return false;
  if (helpedShare(text)) return true;
  const parts = clausesOf(text).flatMap((clause) =>
    fewStill.test(clause) && !isWorked(clause.replace(forMost, '').trim()) ? splitTurned(clause) : [clause],
  );
  const left = (part: string): boolean => fewStill.test(part) || exceptFew.test(part);
  const helpedThere = (part: string): boolean => {
    const rest = part
      .replace(exceptFew, '')
      .replace(forMost, '')
      .replace(/(?:が|けど)$/, '')
      .trim();
    return isWorked(rest) && !(timeless.test(rest) && !goesOn.test(parts.join(' ')));
  };
  const known = (part: string): boolean =>
    helpedThere(part) ||
    left(part) ||
    isDeed(part) ||
    isRemark(part) ||
    peeled(part) === '' ||
    /^(?:[12一二数]人|何人か)/.test(part);
  return parts.some(helpedThere) && parts.some(left) && parts.every(known);
};

/** "It worked but one user still cannot" at the word that turns, where a success stands before it. */
const splitTurned = (clause: string): readonly string[] => {
  const [, before = '', behind = ''] = /^(.+?) (?:but|aber|mais|pero|and|und|et|y) (.+)$/.exec(clause) ?? [];
  return before !== '' && isWorked(before.replace(forMost, '').trim()) ? [before, behind] : [clause];
};

// === It did not help ===

const turns = /(?<=(?:た|です))(?:が|けど|けれど)(?=.)| (?:but|and|so|aber|und|mais|et|pero|y|nope) /;
const refusal =
  /^(?:(?:nope|no|sorry|well|ok|but|and|so|unfortunately|sadly|nein|leider|aber|non|mais|malheureusement|pero|lamentablemente|desgraciadamente)(?: |$))+/;
const tail =
  '(?: (?:again|here|now|either|at all|as before|for (?:me|him|her|them|us)|bei (?:mir|ihm|ihr|uns)|auch|leider|non plus|tampoco))*';
const deedBefore =
  "(?:(?:(?:i|we)(?: have|'ve)? )?(?:did|done|tried) (?:that|it|this|everything|all)(?: already)? |hab(?:e)? ich (?:gemacht|probiert|versucht) )?";

/** A method was of no use: said among other words too. */
const noUse = whole(
  ...[
    `${deedBefore}(?:it |that |this )?(?:is |'s |its )?(?:(?:still|exactly|just|always|again) )*(?:the )?(?:very |exact )?same(?: (?:error|thing|problem|issue|message|result|story|behaviou?r|outcome))?`,
    `(?:it |that |this |method \\d )?(?:(?:still|really|sadly) )*(?:(?:did|has|does|is|was) ?n[o']?t|did not|has not|does not|not|doesn't|didn't|hasn't) (?:really )?(?:help|fix|solve|change|make a difference)(?:ed|d|ing|ful)?(?: (?:it|that|me|him|her|anything|a thing|the (?:problem|issue)))?`,
    `${deedBefore}(?:(?:no|without|zero|any) )(?:success|luck|joy|dice|go|change|difference|effect|improvement)`,
    `${deedBefore}(?:nothing|it didn't) (?:changed|changes|happens|happened|helps|helped|works|worked)`,
    '(?:made|makes|it made) no difference',
    'leider nein|(?:(?:ist|sind) )?(?:immer noch|noch immer|weiterhin|wieder|genau|leider|trotzdem|noch) (?:nicht(?: da)?|nichts|gleich|(?:das |der |die |den )?(?:gleiche[rsn]?|selbe[rn]?|dasselbe|derselbe|dieselbe)(?: (?:fehler|problem|meldung|fehlermeldung|ergebnis))?)',
    `${deedBefore}(?:(?:das|der|die|den) )?(?:gleiche[rsn]?|selbe[rn]?|dasselbe|derselbe|dieselbe) (?:fehler|problem|meldung|fehlermeldung|ergebnis|spiel)`,
    '(?:(?:das|es|methode \\d) )?(?:hat|hilft|bringt|brachte|nützt)(?: (?:leider|auch|gar|alles|mir|immer|noch|ebenfalls))* (?:nicht|nichts|nix)(?: (?:geholfen|gebracht|funktioniert|geklappt|geändert|gelöst))?',
    '(?:keine|keinerlei) (?:änderung|verbesserung|wirkung|besserung)|kein (?:erfolg|unterschied)|ohne (?:erfolg|wirkung)|nichts (?:geändert|passiert)|(?:es )?hat sich nichts (?:geändert|getan)',
    "(?:(?:c'est|c'était|il est|elle est|il y est) )?(?:toujours|encore) (?:pareil|pas(?: (?:là|bon|arrivée?|visible|résolu))?|rien|(?:la |le )?même (?:chose|erreur|problème|message|résultat))|pareil|idem|rien à faire|(?:la |le )?même (?:chose|erreur|problème|message|résultat)",
    "(?:(?:ça|ca|cela|la méthode \\d) )?(?:n'a|ne m'a|m'a|n'aide|aide|ne change|change|ne sert|n'a toujours)(?: toujours)? (?:pas|rien|à rien)(?: (?:aidé|changé|marché|fonctionné|donné|servi|résolu|suffi))?",
    "aucun(?:e)? (?:changement|effet|résultat|différence|amélioration)|sans (?:succès|effet|résultat)|rien n'a changé|rien (?:ne )?change|rien n'y fait|(?:mais )?toujours rien",
    'sigue (?:igual|lo mismo|con el mismo error|(?:el|dando el) mismo (?:error|problema))|(?:lo|el) mismo(?: (?:error|problema|resultado|mensaje))?|mismo (?:error|problema|resultado)',
    '(?:(?:eso|esto) )?no (?:(?:me|le|ha|nos|hubo) )*(?:ayudó|ayudado|sirvió|servido|sirve|ayuda|cambió|cambiado|cambia|cambios)(?: (?:nada|de nada))?',
    '(?:todavía|aún) (?:no|nada)|(?:pero )?nada(?: de nada)?|(?:todavía|aún|sigue) (?:no está|sin (?:estar|aparecer))(?: ahí)?|ningún (?:cambio|efecto|resultado)|sin (?:éxito|cambios?|efecto)|nada (?:ha )?cambi(?:ó|ado)',
    '(?:\\S{1,20}(?:ても|たのに))?(?:変わり(?:ません|ませんでした)|変わらない|(?:だめ|ダメ|駄目)(?:です|でした|だった)?|(?:直|治)り(?:ません|ませんでした)|同じ(?:です|でした)?)',
    '(?:やってみ(?:まし)?た|試し(?:まし)?た|やりました)?(?:が|けど)?(?:まだ|やはり|やっぱり|また|相変わらず)?同じ(?:(?:エラー|結果|メッセージ|症状)(?:が出ます|が出る)?)?(?:です|でした)?|変わり(?:ません|ませんでした)|変わらない(?:です)?|効果(?:が|は)?(?:ありません(?:でした)?|なし)|(?:やはり|やっぱり|まだ)?(?:だめ|ダメ|駄目)(?:です|でした|だった)?|(?:まだ)?(?:直ら|解決し)(?:ない|なかった|ません|ませんでした)',
  ].map((form) => `(?:${form})${tail}`),
);

/** A method was gone through before; what became of it goes without saying. */
const triedAlready = whole(
  "(?:(?:i|we)(?: have|'ve)? )?(?:already (?:did|done|tried)|tried)(?: (?:that|it|this|all(?: of)?(?: that| it| this)?|everything))?(?: already| twice| before)?",
  '(?:(?:i|we) )?(?:did|done) (?:that|it|this|everything|all that) (?:already|twice|before)',
  '(?:(?:das )?hab(?:e)? ich )?(?:(?:das|alles) )?(?:schon|bereits)(?: (?:alles|mal|das))* (?:gemacht|probiert|ausprobiert|versucht|getan)',
  "(?:(?:je l'ai|j'ai|c'est|on a) )?déjà (?:fait|essayé|tenté)(?: (?:ça|cela|tout ça))?",
  'ya lo (?:hice|he hecho|probé|he probado|intenté)|ya (?:hecho|probado)',
  'もう(?:やりました|試しました|やった)|すでに(?:やりました|試しました)',
);

/** It does not work, as all that is said: among other words it tells of a problem. */
const notWorking = whole(
  `(?:its |(?:it|that|this|method \\d)(?:'s| is)? )?(?:still )?(?:does ?n[o']?t|did ?n[o']?t|is ?n[o']?t|has ?n[o']?t|does not|did not|is not|has not|doesn't|didn't|isn't|not) (?:work|working|worked|fixed|solved|the solution|the fix)${tail}`,
  `(?:(?:its|it|that|(?:the )?(?:error|message|prompt|problem|code))(?: is|'s)? )?(?:still there|(?:still|also) (?:not|nothing) (?:there|visible|showing(?: up)?|listed))(?: after .{2,30})?${tail}`,
  `(?:it |that )?(?:is |'s )?still (?:the same|broken|fails|failing|not|no|nothing|does not|doesn't|not (?:fixed|solved|good))${tail}`,
  '(?:(?:das|es|jetzt|bei (?:mir|ihm|ihr|uns)) )*(?:geht|gehts|klappt|funktioniert|läuft|tut)(?: (?:das|es|leider|immer|noch|auch|so|trotzdem|bei (?:mir|ihm|ihr|uns)|weiterhin|jetzt|gar|einfach))* (?:nicht|nix)',
  `(?:(?:ça|ca|cela) )?(?:ne )?(?:marche|fonctionne) (?:(?:toujours|encore|malheureusement) )*pas${tail}`,
  `(?:(?:eso|esto|todavía|aún|sigue) )*no (?:(?:me|le|ha) )*(?:funciona|funcionó|funcionado|va)(?: todavía| aún)?${tail}|sigue sin funcionar${tail}`,
  '(?:まだ|やはり)(?:動き|使え|でき)(?:ません|ない)(?:です)?',
);

/** The same with a symptom in it, which would do for a first message as well. */
const stillSo = whole(
  `(?:(?:it|he|she|i|we|they|(?:the )?(?:user|users|colleague)) )?(?:is |am |are |'s |'m )?still (?:(?:getting|gets|get|has|have|sees?|shows?) )?(?:(?:it|that|(?:the |an )?errors?|the message|the (?:same )?(?:error|message|problem|issue|prompt|popup))|blocked|locked(?: out)?|denied|refused|stuck|no access|being asked|(?:asked|prompted|asks|asking|prompts|prompting)(?: (?:me|him|her|them))?(?: for (?:the |a |his |her |my )?(?:password|code|mfa))?)${tail}`,
  `(?:(?:it|he|she|i|we|they|(?:the )?(?:user|users|colleague)) )?still (?:can ?not|can'?t)${tail}`,
  `(?:(?:it|he|she|i|we|they|(?:the )?(?:user|users|colleague)) )?still (?:can ?no?t|can't|cannot|couldn't|could not|unable to|not able to|doesn't|does not) (?:(?:log|sign|get) ?(?:in|on)|login|access(?: it)?|connect|work|open it)${tail}`,
  '(?:(?:er|sie|es|ich|der (?:benutzer|user)) )?(?:ist |bin |kann |komme |kommt )?(?:sich |mich )?(?:(?:immer noch|noch immer|weiterhin) )(?:gesperrt|blockiert|ausgesperrt|nicht (?:anmelden|einloggen|rein|angemeldet))',
  "(?:(?:ça|ca|cela|c'est|il est|je suis) )?(?:bloque|bloqué) (?:encore|toujours)|(?:(?:ça|c'est|il est|je suis) )?(?:toujours|encore) bloquée?|(?:il|elle|je) ne (?:peut|peux) toujours pas se connecter",
  'sigue (?:bloquead[oa]|sin poder (?:entrar|iniciar sesión))|(?:todavía|aún) (?:está )?bloquead[oa]|(?:todavía|aún) no (?:puede|puedo) (?:entrar|iniciar sesión)|no (?:puede|puedo) (?:entrar|iniciar sesión) (?:todavía|aún)',
);

const refused = (part: string): string => part.replace(refusal, '');
const says = (phrases: RegExp, part: string): boolean => isOne(phrases, part) || isOne(phrases, refused(part));
const isEmpty = (part: string): boolean => peeled(refused(part)) === '';

const isNoUse = (part: string): boolean => says(noUse, part) || says(triedAlready, part);
const isStill = (part: string): boolean => says(notWorking, part) || says(stillSo, part);

const partsTurned = (text: string): readonly string[] =>
  partsOf(text, turns)
    .flatMap(ranTogether)
    .filter((part) => isNoUse(part) || !isEmpty(part));

/** "j'ai vidé le cache ca change rien": what was done and what became of it, with nothing between them. */
const ranTogether = (part: string): readonly string[] => {
  const words = part.split(' ');
  if (words.length < shortest || isNoUse(part) || isStill(part)) return [part];
  for (let n = 1; n < words.length; n++) {
    const [before, behind] = [words.slice(0, n).join(' '), words.slice(n).join(' ')];
    if (isDeed(before) && (isNoUse(behind) || isStill(behind))) return [before, behind];
  }
  return [part];
};

const shortest = 3;

/** So many words beside it may say what was done, or what is seen; more tell of a problem of their own. */
const mostWords = { done: 8, seen: 4 } as const;

/** Whether a text after a method says that it did not help; one with a number in it may say more. */
export const helpedNot = (text: string): boolean => {
  if (text.length > longest || holdsCode(text)) return false;
  const parts = partsTurned(text);
  const besides = parts.filter((part) => !isNoUse(part) && !isStill(part));
  if (besides.length === parts.length) return false;
  const words = countOf(besides.join(' '));
  return besides.every(isDeed) ? words <= mostWords.done : parts.some(isNoUse) && words <= mostWords.seen;
};

/** What a text says was done, without what became of it; the whole of it where it does not say so apart. */
export const deedIn = (text: string): string =>
  partsTurned(text)
    .filter((part) => !isNoUse(part) && !isStill(part))
    .join(', ') || text;

/** Whether a text says nothing else but that it did not help, not even what the person sees. */
export const onlyHelpedNot = (text: string): boolean => {
  if (text.length > longest) return false;
  const parts = partsTurned(text);
  const failed = (part: string): boolean => says(noUse, part) || says(notWorking, part);
  return (
    parts.some(failed) && parts.every((part) => failed(part) || says(triedAlready, part) || says(goneThrough, part))
  );
};
