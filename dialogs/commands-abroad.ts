/** The main commands in German, French, Spanish and Japanese, as whole texts in small letters without a full stop. */
import type { Command, StepWord } from './commands.ts';
import type { Audience } from './kept.ts';

type Kind = Exclude<Command['kind'], 'method' | 'as'>;

export const commandsAbroad: readonly (readonly [Kind, RegExp])[] = [
  [
    'worked',
    /^(?:ja )?(?:das |es )?(?:hat (?:geholfen|funktioniert|geklappt)|(?:funktioniert|geht|klappt) (?:jetzt|wieder)|(?:ist )?(?:gelöst|behoben))$|^(?:oui )?(?:ça|cela|ca) (?:marche|fonctionne)(?: maintenant)?$|^(?:oui )?(?:ça|cela|ca) a (?:marché|fonctionné|aidé)$|^(?:c'est )?(?:résolu|réglé|réparé)$|^(?:s[ií] )?(?:ya |ahora )?(?:funciona|funcionó|ha funcionado|ha servido|sirvió)(?: ahora| ya)?$|^(?:está )?(?:resuelto|solucionado|arreglado)$|^(?:解決(?:した|しました|できました)|直った|直りました|うまくいった|うまくいきました)$/,
  ],
  [
    'next',
    /^(?:die )?(?:nächste|andere|weitere)(?: methode)?$|^(?:das |es )?hat (?:nicht|nichts) (?:geholfen|funktioniert|geklappt|gebracht)$|^(?:das |es )?(?:hilft|funktioniert|klappt)(?: immer noch| noch)? nicht$|^(?:immer noch (?:das gleiche|dasselbe|der gleiche fehler|derselbe fehler)|(?:gleicher|derselbe) fehler|keine änderung)$|^(?:la )?(?:méthode )?suivante$|^(?:une )?autre méthode$|^(?:ça|cela|ca) n'a (?:pas|rien) (?:aidé|marché|fonctionné|donné)$|^(?:ça|cela|ca) (?:ne )?(?:marche|fonctionne) (?:toujours )?pas$|^(?:toujours pareil|(?:toujours )?(?:la )?même erreur|aucun changement)$|^(?:el )?(?:método )?siguiente(?: método)?$|^otro método$|^(?:eso )?no (?:ha )?(?:funciona|funcionado|funcionó|sirve|servido|sirvió|ayudó)$|^(?:sigue igual|(?:el )?mismo error|ningún cambio|sin cambios)$|^(?:次|次の方法|(?:別|ほか|他)の方法|解決し(?:ない|ません|なかった|ませんでした)|直ら(?:ない|なかった)|だめ(?:でした|だった)?|同じエラー(?:です|でした)?|変わりません)$/,
  ],
  [
    'helpdesk',
    /^(?:den |mit dem |an den |zum )?(?:helpdesk|support)(?: fragen| sprechen| kontaktieren| anrufen)?$|^(?:ich |wir )?(?:brauche|brauchen|will|möchte|hätte gern)(?: (?:bitte|den|einen|ein|eine|mit|die|dem|einem|vom|zum|jetzt|hilfe))* (?:helpdesk|support|ticket|menschen|mitarbeiter|kollegen|techniker)(?: (?:reden|sprechen|haben|öffnen|eröffnen))?$|^(?:hilfe vom helpdesk|ticket)$|^(?:je (?:veux|voudrais|dois)|j'ai besoin)(?: (?:de|d'un|d'une|parler|à|un|une|le|du|au|ouvrir|avec))* (?:humain|personne|conseiller|support|ticket|technicien|quelqu'un|assistance)$|^(?:quiero|quisiera|necesito)(?: (?:hablar|con|un|una|el|al|abrir))* (?:soporte|persona|humano|agente|ticket|asistencia|técnico|alguien)$|^mit (?:einem |dem )?(?:menschen|mitarbeiter|kollegen)(?: sprechen| reden)?$|^(?:ein )?(?:neues )?ticket (?:öffnen|erstellen|anlegen|aufmachen)$|^(?:demander|parler|contacter)(?: au| à| avec| le)*(?: un| une| du| l')* ?(?:support|assistance|helpdesk|humain|personne|quelqu'un|conseiller)$|^(?:ouvrir|créer)(?: un)? ticket$|^(?:pedir |contactar (?:con )?)?(?:asistencia|soporte)$|^hablar con (?:una persona|un humano|alguien|un agente|asistencia|soporte)$|^(?:abrir|crear)(?: un)? (?:ticket|caso)$|^(?:ヘルプデスク(?:に相談(?:する|したい)?)?|人と話したい|担当者と話したい|担当者(?:に|と)(?:つないで|話したい|話させて|お願い).{0,12}|ヘルプデスク(?:に|へ)(?:連絡|つない|相談|電話).{0,12}|人(?:に|と)(?:話し|つない).{0,12}|チケット(?:を)?(?:作成|お願いします|作って(?:ください)?))$/,
  ],
  ['start', /^(?:schritt für schritt|pas à pas|étape par étape|paso a paso|手順を ?(?:1 ?つ|一つ)ずつ)$/],
  ['steps', /^(?:alle schritte(?: zeigen)?|toutes les étapes|(?:ver )?todos los pasos|すべての手順)$/],
  ['sources', /^(?:quellen?|(?:les )?sources|(?:las )?fuentes|出典)$/],
  ['check', /^(?:(?:wie |so )?prüfen(?: sie es)?|(?:comment )?vérifier|cómo comprobarlo|comprobar(?:lo)?|確認方法)$/],
  [
    'none',
    /^(?:nein|nichts davon|keine[rs]? davon|keine von (?:diesen|denen)|etwas anderes|non|aucune?(?: de (?:ceux|celles)-(?:là|ci))?|autre chose|ningun[oa](?: de (?:estos|estas|ellos|esos))?|ninguno|otra cosa|いいえ|どれでもない|どれでもありません|違います|違う)$/,
  ],
  [
    'unsure',
    /^(?:(?:das )?wei(?:ß|ss) (?:ich|es) nicht|(?:ich )?wei(?:ß|ss) (?:es )?nicht|bin (?:mir )?nicht sicher|(?:je )?(?:ne )?sais pas|aucune idée|pas sûre?|no lo s[eé]|ni idea|わからない|分からない|わかりません|分かりません|不明)$/,
  ],
  [
    'yes',
    /^(?:ja bitte|genau|richtig|stimmt|oui (?:merci|s'il vous plaît)|d'accord|exact(?:ement)?|s[ií] por favor|correcto|claro|vale|そうです|はいお願いします)$/,
  ],
];

/** "Ich bin Administrator", after the words that begin it. */
export const roleAbroad = /^(?:(?:ich bin|je suis|soy) (.{3,40})|(.{2,12}?)です)$/;

export const audiencesAbroad: readonly (readonly [Audience, RegExp])[] = [
  [
    'user',
    /^(?:(?:nur|ein|eine|der|die|normale[rs]?) )*(?:benutzer(?:in)?|anwender(?:in)?|user)$|^(?:(?:un|une|simple) )*utilisat(?:eur|rice)$|^(?:(?:un|una|solo) )*usuari[oa]$|^(?:一般)?ユーザー$/,
  ],
  ['helpdesk', /^(?:(?:im|vom|beim|der|du|le|del|de) )*(?:helpdesk|support|soporte|asistencia)$|^ヘルプデスク$/],
  [
    'tenant-admin',
    /^(?:(?:der|die|ein|eine|un|une|el|la|una) |l')*(?:it-)?(?:admin|administrator(?:in)?|administrat(?:eur|rice)|administrador(?:a)?)$|^管理者$/,
  ],
  [
    'app-developer',
    /^(?:(?:der|die|ein|eine|un|une|el|la|una|le) )*(?:entwickler(?:in)?|développeu(?:r|se)|desarrollador(?:a)?)$|^開発者$/,
  ],
];

export const stepWordsAbroad: readonly (readonly [StepWord, RegExp])[] = [
  [
    'done',
    /^(?:erledigt|fertig|gemacht|weiter|ja|nächster schritt|fait|c'est fait|terminé|suivante?|étape suivante|oui|continuer|hecho|listo|siguiente(?: paso)?|s[ií]|continuar|完了(?:しました)?|できた|できました|次へ?|はい)$/,
  ],
  [
    'failed',
    /^(?:(?:ist )?fehlgeschlagen|(?:das |es )?(?:geht|klappt|funktioniert) nicht|(?:ein )?fehler|nein|(?:ça a )?échou[ée]|échec|(?:une )?erreur|ça ne (?:marche|fonctionne) pas|non|ha fallado|falló|(?:un )?error|no funciona|失敗(?:した|しました)?|エラー|できない|できません|いいえ)$/,
  ],
  ['skip', /^(?:überspringen|nicht nötig|passer|pas nécessaire|omitir|saltar|スキップ)$/],
  ['back', /^(?:zurück|retour|atrás|volver|戻る)$/],
];

export const methodAbroad = /^(?:methode|méthode|método|方法) ?(\d)$/;

/** "no" alone, in answer to whether something helped. */
export const plainNo = /^(?:no(?:pe)?|nein|non|いいえ)[\s.!。]*$/i;

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
