/** Recognises that a method helped, or that it did not, however people put it in five languages. */
import { isOne, peeled } from './courtesy.ts';
import { done } from './done.ts';
import { newMatter } from './new-matter.ts';
import { any, clausesOf, longest, pattern, whole } from './phrases.ts';
import { questionWord } from './question.ts';
import { trouble } from './trouble.ts';

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

const workedEn = [
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
const workedDe = [
  `(?:${jetzt} )*(?:${es} )?(?:${jetzt} )*(?:geht|gehts|geht's|funktioniert|funktionierts|klappt|klappts|läuft|läufts)(?: ${any(jetzt, es)})*`,
  `(?:${es} |(?:mit|durch) (?:dem|der|den|das|die)(?: (?!alten|anderen|altes)[^ ]+){1,4} )?(?:hat|hats|hat's)(?: ${any(jetzt, es)})* (?:geholfen|funktioniert|geklappt)`,
  '(?:es |das )?(?:geht|funktioniert|klappt|läuft) (?:jetzt|wieder) (?:auch )?bei (?:mir|uns)',
  "das war(?:s|'s| es| das problem| der fehler| die lösung| die ursache)(?: auch)?",
  "daran (?:lag es|lag's|lags|hat es gelegen|hat's gelegen|hats gelegen)",
  `(?:${es} )?(?:ist |wurde |hab ich |habe ich |konnte ich )?(?:${jetzt} )*(?:gelöst|behoben|repariert|gefixt)(?: worden)?`,
  '(?:das )?problem (?:ist )?(?:erledigt|weg)',
  `(?:jetzt |nun )?(?:(?:er|sie|(?:der |die |mein |meine )?(?:benutzer|user|kollege|kollegin|chef|chefin)) )?(?:kann|kommt|ist)(?: er| sie)?(?: sich)?(?: (?:jetzt|nun|wieder|endlich))+ (?:anmelden|einloggen|rein|drin)`,
  '(?:jetzt |nun )?(?:ich )?(?:kann|komme|komm|bin)(?: ich)?(?: mich)?(?: (?:jetzt|nun|wieder|endlich))+ (?:anmelden|einloggen|rein|drin)',
  `passt(?: ${jetzt})+`,
  'alles (?:jetzt |wieder )+(?:gut|ok|okay|in ordnung|bestens)',
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
const workedFr = [
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
const workedEs = [
  `(?:${any(ahora, 'eso', 'esto', 'me', 'le', 'nos')} )*(?:funciona|funcionó|ha funcionado|sirvió|ha servido|ayudó|ha ayudado|marcha)(?: ${ahora})*`,
  `(?:(?:el )?problema )?(?:${ahora} )*(?:está |quedó |ha sido |fue )?(?:${ahora} )*(?:resuelto|solucionado|arreglado|corregido)(?: ${ahora})*`,
  `(?:${ahora} )*se (?:ha )?(?:solucionó|resolvió|arregló|solucionado|resuelto|arreglado)(?: el problema)?`,
  'eso era|era eso|ese era el (?:problema|error)|era el problema|todo bien (?:ahora|ya)|ya quedó',
  '(?:ya|ahora)(?: sí)? (?:puede|puedo|pude|pudo) (?:entrar|acceder|iniciar sesión|conectarme|conectarse)',
];

const workedJa = [
  '(?:無事に?|これで|今度は|おかげで|やっと)?(?:\\S{1,20}たら)?(?:(?:問題|サインイン|ログイン)(?:は|が|も)?)?(?:解決(?:した|しました|できました|です|済みです)|直った|直りました|治りました|うまくいった|うまくいきました|動きました|動くようになりました|使えるようになりました)',
  '(?:無事に?|これで|今度は|やっと)?(?:\\S{1,20}たら)?(?:サインイン|ログイン)(?:が)?でき(?:た|ました|るようになりました)',
];

const worked = whole(...workedEn, ...workedDe, ...workedFr, ...workedEs, ...workedJa);

/** That somebody can sign in, which beside thanks or an exclamation tells of success. */
const getsIn = whole(
  `${someone} (?:can|could|are able to|is able to|am able to) (?:log|sign|get) ?(?:in|on)|${someone}(?: is|'s| are|'re| am|'m) in|(?:log|sign) ?in (?:ok|works?)`,
  '(?:er|sie|ich|wir|alle|der (?:benutzer|user)) (?:kann|können|kommt|kommen)(?: sich)? (?:anmelden|einloggen|rein)',
  "(?:il|elle|je|on|ils|l'utilisateur) (?:peut|peux|peuvent) se connecter",
  '(?:(?:él|ella|el usuario|ya|todos) )?(?:puede|puedo|pueden) (?:entrar|iniciar sesión|acceder)',
);
const isCheered = (text: string, all: readonly string[]): boolean =>
  text.includes('!') ||
  all.some((clause) => /\b(?:thank\w*|thx|danke|merci|gracias|great|super|perfect)\b/.test(clause));

/** "Yes, it did", in answer to whether it helped. */
const affirmed = /^(?:yes|yep|yeah) (?:it|that|this) (?:did|does|has)$/;

const person = "(?:(?:i|we|he|she|they|(?:the )?user)(?:'ve| have| has)? )?(?:just |now |also )*";

/** What was done, by a word that comes first or, in German, last. */
const deed = any(
  `${person}(?:did|done|tried|restarted|rebooted|reset|changed|added|removed|deleted|cleared|reinstalled|installed|updated|renewed|enabled|disabled|unblocked|unlocked|assigned|re-?entered|retyped|switched|turned|set|re-?registered|registered|replaced|corrected|waited|followed|reconnected)(?: .{1,60})?`,
  '(?:(?:i|we|he|she|they) )?(?:just )?had to (?:restart|reboot|reset|change|clear|sign out|log out|reinstall)(?: .{1,60})?',
  '.{0,60}(?:gemacht|probiert|ausprobiert|versucht|neu gestartet|neugestartet|neu starten|zurückgesetzt|geändert|gelöscht|entfernt|hinzugefügt|eingetragen|installiert|aktualisiert|erneuert|freigeschaltet|entsperrt|zugewiesen|neu angemeldet|durchgeführt)',
  "(?:j'ai|il a|elle a|on a|nous avons|c'est) (?:tout )?(?:fait|essayé|redémarré|réinitialisé|changé|supprimé|ajouté|réinstallé|vidé|suivi|modifié|corrigé|débloqué)(?: .{1,60})?",
  '(?:(?:he|hemos|ha) (?:hecho|cambiado|reiniciado|borrado|probado|seguido|añadido|desbloqueado)|hice|listo|ya está|hecho|reinicié|cambié|borré|probé|añadí)(?: .{1,60})?',
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

const isWorked = (part: string): boolean => isOne(worked, part) || affirmed.test(part);
const isDeed = (part: string): boolean => deeds.test(peeled(part)) && !doubt.test(part);
const isCause = (part: string): boolean => causes.test(peeled(part)) && !doubt.test(part);

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
  if (text.length > longest || /[?？"]|\d{4}/.test(text) || newMatter(text) !== null) return false;
  const all = clausesOf(text).join(' ');
  if (affirmed.test(all)) return true;
  if (/ now and then(?: |$)/.test(all)) return false;
  const parts = partsOf(text, joints);
  if (parts.length === 1 && getsIn.test(parts[0]!) && !isWorked(parts[0]!)) return isCheered(text, clausesOf(text));
  const known = (part: string): boolean => isWorked(part) || isDeed(part) || isCause(part);
  if (!parts.some(isWorked))
    return parts.some(isFineNow) && parts.every((part) => isFineNow(part) || isDeed(part)) && parts.some(isDeed);
  const remarks = parts.filter((part) => !known(part));
  return remarks.every(isRemark) && remarks.join(' ').split(' ').length <= mostRemarked;
};

// === It did not help ===

const turns = / (?:but|and|so|aber|und|mais|et|pero|y|nope) /;
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
    `${deedBefore}(?:(?:no|without|zero|any) )(?:success|luck|joy|change|difference|effect|improvement)`,
    `${deedBefore}(?:nothing|it didn't) (?:changed|changes|happens|happened|helps|helped|works|worked)`,
    '(?:made|makes|it made) no difference',
    'leider nein|(?:immer noch|noch immer|weiterhin|wieder|genau|leider) (?:nicht|gleich|(?:das |der |die |den )?(?:gleiche[rsn]?|selbe[rn]?|dasselbe|derselbe|dieselbe)(?: (?:fehler|problem|meldung|fehlermeldung|ergebnis))?)',
    `${deedBefore}(?:(?:das|der|die|den) )?(?:gleiche[rsn]?|selbe[rn]?|dasselbe|derselbe|dieselbe) (?:fehler|problem|meldung|fehlermeldung|ergebnis|spiel)`,
    '(?:(?:das|es|methode \\d) )?(?:hat|hilft|bringt|brachte|nützt)(?: (?:leider|auch|gar|alles|mir|immer|noch|ebenfalls))* (?:nicht|nichts|nix)(?: (?:geholfen|gebracht|funktioniert|geklappt|geändert|gelöst))?',
    '(?:keine|keinerlei) (?:änderung|verbesserung|wirkung|besserung)|kein (?:erfolg|unterschied)|ohne (?:erfolg|wirkung)|nichts (?:geändert|passiert)|(?:es )?hat sich nichts (?:geändert|getan)',
    "(?:(?:c'est|c'était) )?(?:toujours|encore) (?:pareil|pas|(?:la |le )?même (?:chose|erreur|problème|message|résultat))|pareil|idem|rien à faire|(?:la |le )?même (?:chose|erreur|problème|message|résultat)",
    "(?:(?:ça|ca|cela|la méthode \\d) )?(?:n'a|ne m'a|m'a|n'aide|aide|ne change|change|ne sert|n'a toujours)(?: toujours)? (?:pas|rien|à rien)(?: (?:aidé|changé|marché|fonctionné|donné|servi|résolu|suffi))?",
    "aucun(?:e)? (?:changement|effet|résultat|différence|amélioration)|sans (?:succès|effet|résultat)|rien n'a changé|rien (?:ne )?change",
    'sigue (?:igual|lo mismo|con el mismo error|(?:el|dando el) mismo (?:error|problema))|(?:lo|el) mismo(?: (?:error|problema|resultado|mensaje))?|mismo (?:error|problema|resultado)',
    '(?:(?:eso|esto) )?no (?:(?:me|le|ha|nos|hubo) )*(?:ayudó|ayudado|sirvió|servido|sirve|ayuda|cambió|cambiado|cambia|cambios)(?: (?:nada|de nada))?',
    '(?:todavía|aún) no|ningún (?:cambio|efecto|resultado)|sin (?:éxito|cambios?|efecto)|nada (?:ha )?cambi(?:ó|ado)',
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
  `(?:(?:its|it|that|(?:the )?(?:error|message|prompt|problem|code))(?: is|'s)? )?still there(?: after .{2,30})?${tail}`,
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
  partsOf(text, turns).filter((part) => isNoUse(part) || !isEmpty(part));

/** So many words beside it may say what was done, or what is seen; more tell of a problem of their own. */
const mostWords = { done: 8, seen: 4 } as const;

/** Whether a text after a method says that it did not help; one with a number in it may say more. */
export const helpedNot = (text: string): boolean => {
  if (text.length > longest || /\d{4}/.test(text)) return false;
  const parts = partsTurned(text);
  const besides = parts.filter((part) => !isNoUse(part) && !isStill(part));
  if (besides.length === parts.length) return false;
  const words = besides.join(' ').split(' ').length;
  return besides.every(isDeed) ? words <= mostWords.done : parts.some(isNoUse) && words <= mostWords.seen;
};

const goneThrough = whole(done, 'hab(?:e)? ich (?:probiert|versucht)');

/** Whether a text says nothing else but that it did not help, not even what the person sees. */
export const onlyHelpedNot = (text: string): boolean => {
  if (text.length > longest) return false;
  const parts = partsTurned(text);
  const failed = (part: string): boolean => says(noUse, part) || says(notWorking, part);
  return (
    parts.some(failed) && parts.every((part) => failed(part) || says(triedAlready, part) || says(goneThrough, part))
  );
};
