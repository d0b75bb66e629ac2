/** What people type into the form of a ticket, besides what happens. */
import { type Affected, affecteds, type Priority, priorities } from '../src/model/ticket.ts';
import { isOne, plainly } from './courtesy.ts';
import { any, clausesOf, edgesOf, longest, pattern, phraseOf, unpaused, whole, type Phrases } from './phrases.ts';
import { affected as affectedNames, priority as priorityNames } from './words/index.ts';
import { no, yes } from './yes-no.ts';

// === Priority ===

const urgency =
  "(?:(?:please |pls |bitte |can you |could you )*(?:make|set|mark|put|raise|change)(?: (?:it|this|that|the (?:ticket|priority)))?(?: (?:as|to|on))? |(?:bitte )?(?:mach|mache|machen sie|setze?n?)(?: (?:es|das|die priorität))?(?: (?:auf|als))? |(?:mets|mettez|mettre)(?:-le| le| la priorité)?(?: (?:en|à))? |(?:ponlo|pon|poner|márcalo)(?: (?:como|en))? )?(?:(?:it'?s|this is|that'?s|it is|es ist|das ist|ist|c'est|es) )?(?:(?:very|really|quite|super|rather|so|sehr|ganz|wirklich|très|vraiment|muy) )*";
const named = any('priority', 'prio', 'priorität', 'priorité', 'prioridad');
const levelled = (words: string): string =>
  `${urgency}${named}(?: (?:is|to|ist|est|auf|es))? (?:very |sehr |muy |très )?${words}|${urgency}(?:a |eine |une )?(?:very |sehr )?${words} ${named}|(?:(?:please|pls|bitte|can you|could you) )*(?:set|change|raise|put|lower|setze?n?|ändere?|stelle?n?|mets|mettez|cambia|pon) (?:sie )?(?:the |its |die |la )?${named} (?:to |at |on |auf |zu |à |a |en )?(?:very |sehr )?${words}|優先度(?:は)? ?${words}(?:です)?`;

const urgent = any('urgent', 'critical', 'highest', 'dringend', 'höchste', 'kritisch', 'urgente', '緊急', '至急');
const low = any('low', 'lowest', 'niedrig(?:e)?', 'gering(?:e)?', 'basse', 'faible', 'baja', '低');

/** What is not urgent stands before what is. */
const priorityPhrases: readonly Phrases<Priority>[] = [
  [
    'low',
    whole(
      levelled(low),
      "(?:it'?s |it is |this is )?(?:not|isn'?t) (?:very |that |so |really )?urgent|no (?:rush|hurry)|(?:it |this )?can wait|(?:es ist |ist )?nicht (?:so |sehr )?dringend|(?:es |das )?(?:eilt nicht|hat zeit)|(?:ce n'est )?pas (?:très )?urgent|(?:no es|nada) urgente|sin prisa|急ぎ(?:ません|ではありません)",
    ),
  ],
  [
    'urgent',
    whole(
      levelled(urgent),
      `${urgency}(?:urgent|dringend|eilig|urgente|critical|kritisch|critique|crítico)(?: please)?|asap|as soon as possible|${urgency}(?:an )?emergency|(?:es |das )?eilt(?: sehr)?|so schnell wie möglich|le plus vite possible|lo antes posible|(?:大)?至急(?:です|お願いします)?|緊急(?:です)?`,
    ),
  ],
  ['high', whole(levelled(any('high', 'hoch', 'hohe', 'haute', 'élevée?', 'alta', '高(?:い)?')))],
  [
    'normal',
    whole(levelled(any('normale?', 'medium', 'standard', 'mittel', 'mittlere', 'moyenne', 'media', '普通', '通常'))),
  ],
];

/** A longer text tells what happens. */
const longestAnswer = 400;

// === Who is affected ===

const lead =
  "(?:(?:it'?s|it is|this is|that'?s|it affects|affects|affected|is|are|for|just|only|really|mostly|so far|i think|es ist|das ist|es betrifft|betrifft|nur|bloß|für|c'est|ça touche|pour|seulement|juste|es|son|solo|sólo|para) )*";
const firm = any('company', 'organi[sz]ation', 'office', 'business', 'school', 'tenant', 'domain', 'firm', 'building');
const kin = any(
  'person',
  'user',
  'employee',
  'colleague',
  'co-?worker',
  'customer',
  'guest',
  'student',
  'teacher',
  'boss',
  'manager',
  'client',
  'account',
);
const many = any(
  'people',
  'persons',
  'users',
  'employees',
  'colleagues',
  'co-?workers',
  'customers',
  'guests',
  'students',
  'teachers',
  'members',
  'accounts',
  'others',
  'of us',
  'of them',
);
const group = any('team', 'department', 'group', 'class', 'branch', 'floor', 'division', 'unit');
const count = any(
  'several',
  'some',
  'many',
  'few',
  'a few',
  'a couple(?: of)?',
  'multiple',
  'most',
  'two',
  'three',
  'four',
  'five',
  'six',
  'ten',
);
const number = '(?:about |around |over )?\\d{1,4}';
/** "The whole sales floor": all of a part, whatever it is called, but of no time and no thing. */
const wholePart = pattern(
  any(
    `(?:the |our |my |an? )?(?:whole|entire|complete) (?!day|time|morning|week|weekend|night|afternoon|page|screen|thing|message|text|error|story|internet|world|mailbox|url|list|step|method|answer|${firm}(?:$| ))[^ ]{3,}(?: (?!is |are |has |have |can|was |were |gets? |sees? |since )[^ ]{3,}){0,2}`,
    `(?:die |das |der |unsere? |meine? |den |dem )?(?:ganze[nsr]?|gesamte[nsr]?|komplette[nsr]?) (?!tag|zeit|morgen|woche|nacht|seite|meldung|text|fehler|welt|firma|organisation|schule|unternehmen|buro|haus|adresse)[^ ]{3,}`,
    "tou(?:te?|s) (?:le |la |l'|notre |mon |ma |les )(?!journee|temps|monde|matin|semaine|ecran|page|message|texte|jours|entreprise|societe|organisation|utilisateurs|trucs?)[^ ]{3,}",
    'tod[oa] (?:el |la |nuestr[oa] |mi )(?!dia|tiempo|mundo|manana|semana|pantalla|pagina|mensaje|texto|rato|empresa|organizacion)[^ ]{3,}',
    '(?:about )?half (?:of )?(?:the |our |my )?(?!day|hour|an |a |time|page)[^ ]{3,}(?: (?:team|department|floor|office|staff))?|(?:die |das |der )?halbe[nsr]? (?!stunde|tag|zeit|seite)[^ ]{3,}',
    '(?:la )?moitie (?:du|de la|de notre|des) [^ ]{3,}|(?:la )?mitad (?:del|de la|de los|de nuestr[oa]) (?!dia|tiempo)[^ ]{3,}|[^ 、。]{1,15}の(?:半分|半数)',
    '(?!全|会社|社内)[^ 、。]{1,15}の?(?:全員|全体|みんな|皆)',
  ),
);

const where = '(?: (?:in|from|of|at) [^ ]+(?: [^ ]+){0,2})?';

const affectedPhrases: readonly Phrases<Affected>[] = [
  [
    'everyone',
    whole(
      `${lead}(?:everyone|everybody|all(?: (?:of us|users|people|staff|employees|accounts))?|(?:the |our )?(?:whole|entire) ${firm})(?: (?:in|at|of|from) (?:the |our )?(?:whole |entire )?${firm})?(?: (?:is|are) affected)?`,
      `${lead}(?:alle(?: (?:benutzer|mitarbeiter|leute|kollegen))?|jede[rn]?|die ganze (?:firma|organisation|schule)|das ganze (?:büro|unternehmen))(?: (?:in der firma|im (?:büro|haus|unternehmen)))?(?: (?:sind )?betroffen)?`,
      `${lead}(?:tous|toutes|tout le monde|tous les utilisateurs|toute (?:l'entreprise|la société|l'organisation))`,
      `${lead}(?:tod[oa]s|todo el mundo|todos los usuarios|toda la (?:empresa|organización))`,
      '(?:全員|みんな|皆|全社)(?:です)?',
    ),
  ],
  [
    'several',
    whole(
      `${lead}(?:${count}(?: (?:other |different )?${many})?|${number} (?:other |different )?${many})${where}(?: (?:is|are) affected)?|${lead}(?:us|we|both)|${lead}(?:me|myself|i) and .{2,40}|${lead}a lot of ${many}${where}`,
      `${lead}(?:all|everyone|everybody|half|part|most)(?: (?:users|people|staff|colleagues))? (?:of|in|on|from|at) [^ ]+(?: [^ ]+){0,3}|${lead}(?:the |our |my |a )?(?:whole |entire |complete )?(?:[^ ]+ ){0,2}${group}`,
      `${lead}(?:mehrere|einige|viele|wir|uns|beide|zwei|drei)(?: (?:andere |weitere )?(?:leute|personen|benutzer|kollegen|mitarbeiter|user))?(?: (?:in|aus|von|bei) .{2,30})?(?: (?:sind )?betroffen)?|${lead}(?:die |unsere |meine )?(?:ganze )?(?:[^ ]+)?(?:abteilung|gruppe|klasse)|${lead}(?:das |unser |mein )?(?:ganzes? )?team|${lead}alle (?:in|im|am|aus|von) .{2,30}`,
      `${lead}(?:plusieurs|quelques|nous|deux|trois)(?: (?:personnes|utilisateurs|collègues|autres))?(?: (?:de|à|du|au) .{2,30})?|${lead}(?:(?:toute )?(?:l'|mon |notre )équipe|(?:tout )?(?:le|mon|notre) service)(?: .{2,20})?|tous (?:à|de|du|au) .{2,30}`,
      `${lead}(?:vari[oa]s|algun[oa]s|much[oa]s|nosotr[oa]s|dos|tres)(?: (?:personas|usuarios|compañer[oa]s))?(?: (?:de|en) .{2,30})?|${lead}(?:(?:todo )?(?:el|mi|nuestro) (?:equipo|departamento))(?: .{2,20})?|todos (?:los |las )?(?:en|de|del) .{2,30}`,
      `${lead}(?:(?:wir alle)(?: hier)?(?: (?:in|im|am|aus|von|bei) .{2,30})?|(?:we all|us two|us three)(?: here)?(?: in .{2,30})?)`,
      '(?:複数|何|数|[2-9]|\\d{2,4}) ?(?:人|名)(?:です)?|複数(?:です)?|(?:チーム|部署)(?:の?全員)?(?:です)?',
    ),
  ],
  [
    'several',
    whole(
      `${lead}${wholePart.source}(?: (?:of|in|at|on|from|der|in der|im|von|de|du|des|del) [^ ]+(?: [^ ]+)?)?(?: (?:is|are|ist|sind|est|sont|esta|estan) [^ ]+(?: [^ ]+)?)?(?:です)?`,
    ),
  ],
  [
    'me',
    whole(
      `${lead}(?:me|myself|i|my (?:own )?account)(?: (?:only|alone|myself|am affected))*`,
      `${lead}(?:ich|mich|mir|mein konto)(?: (?:allein|selbst|nur|betroffen))*|${lead}(?:moi|mon compte)(?: (?:seul|seule|seulement|uniquement))?|${lead}(?:yo|m[ií]|a m[ií]|mi cuenta)(?: (?:sol[oa]|solamente))?|(?:自分|私)(?:だけ|のみ)?(?:です)?`,
    ),
  ],
  [
    'someone',
    whole(
      `${lead}(?:(?:one|1|a|an|another|someone|my|the|our|this) )?(?:other |single |specific |one )?(?:one|1|${kin})${where}(?: (?:only|alone|is affected))*|${lead}(?:someone|somebody)(?: else)?${where}|${lead}(?:he|she|him|her)(?: (?:only|alone))?`,
      `${lead}(?:jemand(?: ander(?:er|es))?|(?:eine?|mein|meine|der|die|ein anderer|eine andere|andere)? ?(?:person|benutzer(?:in)?|kollege|kollegin|chef|chefin|mitarbeiter(?:in)?|user))(?: (?:in|aus|von) (?!außen|draußen|extern|zu ?hause|daheim).{2,30})?|${lead}(?:er|sie|ihn|ihm|ihr)`,
      `${lead}(?:quelqu'un(?: d'autre)?|(?:une|un|mon|ma|un seul|une seule|une autre|un autre) (?:personne|utilisateur|utilisatrice|collègue|chef))(?: (?:de|du|à) .{2,30})?|${lead}(?:lui|elle)`,
      `${lead}(?:alguien(?: más)?|(?:una?|mi|otra?|otro|una sola) (?:persona|usuari[oa]|compañer[oa]|jef[ea]))(?: (?:de|en) .{2,30})?|${lead}(?:él|ella)`,
      '(?:1|一) ?(?:人|名)(?:だけ)?(?:です)?|(?:同僚|ほかの人|他の人)(?:です)?',
    ),
  ],
];

/** "Only Lisa", in answer to who is affected. */
const onlyNamed =
  /^(?:it'?s |it is |es ist |c'est |es )?(?:just|only|nur|bloss|seulement|juste|solo) (?!(?:on|in|at|when|with|since|outside|inside|from|to|if|after|before|sometimes|today|outlook|teams|mail|windows|chrome|edge|business|enterprise|office|microsoft|entra|premium|standard|basic|free|[aefgp][1-7]|the|my|his|am|im|bei|mit|wenn|seit|sur|dans|avec|quand|depuis|en|con|cuando|desde) ?)(?!(?:all |alle |tou[st]e?s? |tod[oa]s )?(?:the |die |les |los |las )?(?:users|people|persons|accounts|guests|colleagues|employees|customers|members|students|externals|outsiders|benutzer|nutzer|leute|personen|konten|gaste|kollegen|mitarbeiter|kunden|externe[nr]?|utilisateurs|gens|personnes|comptes|invites|collegues|employes|clients|externes|usuarios|usuarias|personas|cuentas|invitados|companeros|empleados|clientes|externos)(?: |$))\p{L}{2,20}(?: \p{L}{2,20})?(?: (?:from|in|of|aus|von|de) [^ ]+(?: [^ ]+)?)?$/u;

const ofPart = new RegExp(`(?:^|[^\\p{L}])${wholePart.source}(?:が|は|も|で)?`, 'u');

/** Whether a text tells somewhere that all of a part are affected: "die ganze Buchhaltung kann sich nicht anmelden". */
export const namesPart = (text: string): boolean =>
  text.length <= longestAnswer && clausesOf(text).some((clause) => ofPart.test(clause));

/** What a text says besides the part that is affected; null where it names none. */
export const withoutPart = (text: string): string | null =>
  namesPart(text)
    ? clausesOf(text)
        .map((clause) => clause.replace(ofPart, ' '))
        .join(', ')
    : null;

/** Whom a clause names; where that was not asked, a name is none. */
const affectedIn = (clause: string, asked: boolean): Affected | undefined => {
  const said = unpaused(clause);
  const label = (value: Affected): boolean => unpaused(affectedNames()[value]) === said;
  const exact = affecteds.find((value, n) => said === value || label(value) || (asked && said === String(n + 1)));
  const heard = exact ?? phraseOf(affectedPhrases, (phrases) => isOne(phrases, said));
  return heard ?? (asked && onlyNamed.test(said) ? 'someone' : undefined);
};

const priorityIn = (clause: string): Priority | undefined => {
  const said = unpaused(clause);
  return phraseOf(priorityPhrases, (phrases) => isOne(phrases, said));
};

/** "High" alone. */
const labelled = (text: string): Priority | undefined => {
  const said = unpaused(text);
  return priorities.find((one) => said === one || said === unpaused(priorityNames()[one]));
};

// === All of a text ===

/** What a text answers of the form, and the rest of its words. */
export type Answers = { readonly priority?: Priority; readonly affected?: Affected; readonly rest: string };

/** Whom exactly, which the choice does not say. */
const tells = pattern(
  `${wholePart.source}|^(?:[^ ]+ )?(?:just|only|nur|bloß|seulement|juste|solo|sólo) (?!me$|him$|her$|one |1 |a |an |another |someone|somebody|ich$|ein|er$|sie$|moi$|une? |lui$|elle$|yo$|una? ).|(?: (?:of(?! us| them)|in|from|at|and|aus|von|und|de|du|et|en|y) )|team|department|abteilung|équipe|departamento`,
);

const coloned = /^(priority|prio|priorität|priorité|prioridad|優先度)\s{0,3}[:=：]\s{0,3}/iu;

/** Reads the answers off both ends of a text; `asked` where it was asked who is affected. */
export const answersIn = (text: string, asked: boolean): Answers => {
  const all = text.trim().replace(coloned, '$1 ');
  if (all.length > longestAnswer) return { rest: text.trim() };
  const alone = labelled(all);
  if (alone) return { priority: alone, rest: '' };
  for (const { clause, rest } of edgesOf(all)) {
    const priority = priorityIn(clause);
    const affected = priority ? undefined : affectedIn(clause, asked);
    if (!priority && !affected) continue;
    const others = answersIn(rest, asked);
    const kept = affected && tells.test(unpaused(clause)) ? [clause] : [];
    return {
      ...others,
      ...(priority ? { priority } : {}),
      ...(affected ? { affected } : {}),
      rest: [...kept, others.rest].filter(Boolean).join(', '),
    };
  }
  const pieces = all.split(/(?<=[,.;!])\s+/);
  const inside = pieces.findIndex((piece) => priorityIn(piece) !== undefined);
  if (pieces.length > 1 && inside >= 0)
    return { priority: priorityIn(pieces[inside]!)!, rest: pieces.filter((_, n) => n !== inside).join(' ') };
  return { rest: plainly(all) === '' ? '' : all };
};

// === Correcting and adding ===

const leads =
  /^(?:(?:one more thing|another thing|also|btw|by the way|p\.?s\.?|außerdem|übrigens|noch (?:was|etwas)|au fait|en plus|además|otra cosa|no|nope|nee|nein|non|wait|moment|sorry|oops|pardon|perd[oó]n|entschuldigung|actually|doch|falsch|wrong|correction|korrektur|いいえ|すみません)(?: wait| sorry)?(?:\s*[,.:;!、。]+\s*|\s*[–—]+\s*|\s+-+\s+)|(?:no wait|actually|sorry|oops|i meant?|ich meinte?|doch(?: lieber| besser)?|lieber|rather|eigentlich|plutôt|mejor|je voulais dire|en fait|quise decir|en realidad|perd[oó]n|pardon|entschuldigung)\s+)+/iu;

/** A text without the words by which a correction or an addition begins: "no, everyone", "one more thing: urgent". */
export const withoutLead = (text: string): string => text.trim().replace(leads, '') || text.trim();

// === Sending and leaving ===

const it = '(?: (?:it|this|that|the (?:ticket|form|request)|my ticket))?';
const sends = whole(
  `(?:send|submit)${it}(?: (?:off|now|in))?|open(?: it| the ticket)|${yes}|ok(?:ay)?|done|open`,
  '(?:ab)?senden|abschicken|(?:passt|stimmt) so|(?:schick|sende|schicke)(?: (?:es|das|das ticket))?(?: ab)?|(?:das )?(?:ticket )?(?:ab)?(?:senden|schicken)',
  'envoyer|envoie|envoyez(?:-le)?|envoie-le|envoyer le ticket|enviar|env[ií]a(?:lo)?|envíelo|enviar el ticket|送信(?:する|して(?:ください)?|します)?',
);

/** Whether a text wants the form sent. */
export const isSending = (text: string): boolean => text.length <= longest && isOne(sends, unpaused(text));

/** "I don't want a ticket". */
const refuses = whole(
  "(?:(?:actually|no|nope|but|well|please) )*(?:no (?:need for )?(?:a )?tickets?(?: (?:needed|necessary|required|please|after all))*|(?:i|we) (?:(?:really|actually) )?(?:don'?t|do not|no longer|didn'?t|never) (?:(?:really|actually) )?(?:need|want|ask for|wanted|asked for)(?: (?:an?|the|it|this|that|one|any|to open|to send|to have|you to open|opened|tickets?))*(?: (?:any ?more|now|for (?:this|that|it)|after all|yet))*)",
  '(?:(?:nein|doch|nee|aber|bitte) )*kein ticket(?: mehr)?(?: (?:nötig|öffnen|aufmachen|erstellen))?|(?:ich|wir) (?:will|wollen|möchte|möchten|brauche|brauchen|brauch|wollte|wollten)(?: (?:doch|eigentlich|gar|jetzt|aber|lieber|dafür))* kein(?:e?s)?(?: (?:eigenes|neues))?(?: tickets?)?(?: (?:mehr|öffnen|aufmachen|haben))*|(?:ich|wir) (?:will|wollen|möchte|möchten|brauche|brauchen|brauch) (?:das|dieses|mein)(?: ticket)?(?: (?:doch|jetzt|gar))* nicht(?: mehr)?',
  "(?:non )?(?:(?:je|on|nous) (?:ne |n'en |n')?(?:(?:veux|veut|voulons) (?:plus|pas)|(?:ai|a|avons) (?:plus|pas) besoin)(?: de| d'un| du)?(?: tickets?)?|pas besoin(?: de ticket| d'un ticket)?)",
  '(?:no )?(?:(?:ya )?no (?:quiero|queremos|necesito|necesitamos|hace falta)(?: (?:un|el|ningún|abrir|ya|más))*(?: tickets?)?)|チケットは(?:もう)?(?:いりません|いらない(?:です)?|不要(?:です)?|必要(?:ありません|ない(?:です)?)|作らないで(?:ください)?|結構です)',
);

const leaves = whole(
  `(?:(?:actually|no|nope|on second thoughts?|well|you can|just) )*(?:(?:cancel|forget|drop|scrap|discard|withdraw|delete|close|abandon) (?:it|this|that|(?:the|this|that|my) (?:ticket|form|request))|never ?mind|don'?t (?:send|open|submit)(?: (?:it|this|the ticket|a ticket|one))?|(?:i|we)(?:'ve| have)? changed (?:my|our) minds?|(?:maybe |perhaps )?not now)`,
  "(?:nein )?(?:doch nicht|lieber nicht)|(?:das |mein )?ticket (?:doch )?(?:abbrechen|verwerfen|vergessen|löschen|schließen)|vergiss (?:es|das|das ticket)|(?:das )?brauch(?:e|en)? (?:ich|wir) (?:doch )?nicht(?: mehr)?|lass (?:es|gut sein|mal)|(?:ich|wir) (?:hab|habe|haben)(?:'s| es)? (?:mir|uns)(?: es| das)?(?: doch)? anders überlegt|jetzt nicht",
  "(?:non )?(?:finalement )?(?:laisse[rz]? tomber|annule[rz]?(?: le ticket)?|pas de ticket|oublie[rz]?(?: le ticket| ça)?|plus besoin|ce n'est plus la peine|(?:j'ai|on a) changé d'avis)",
  '(?:no )?(?:mejor no|déjalo|olvídalo|olvida el ticket|cancela(?:r)?(?: el ticket)?|ya no hace falta|sin ticket|(?:he cambiado|cambié) de (?:idea|opinión))',
  '(?:やっぱり|やはり)?(?:やめます|やめる|やめて(?:ください)?|キャンセル(?:します|して(?:ください)?)?|不要です|いりません)|気が変わりました',
);

/** As a whole text, for beside an answer they only begin it. */
const leavesAlone = whole(no, 'abbrechen|schon gut');

/** Whether a text leaves the form: "actually cancel the ticket, it was her provider". */
export const isLeaving = (text: string): boolean =>
  text.length <= longest &&
  (isOne(leavesAlone, unpaused(text)) ||
    edgesOf(text).some(({ clause }) => isOne(leaves, unpaused(clause)) || isOne(refuses, unpaused(clause))));

/** What a text says besides that no ticket is wanted; null where it does not say so. */
export const besideRefusal = (text: string): string | null => {
  if (text.length > longest || !namesTicket.test(text)) return null;
  const refusal = edgesOf(text).find(({ clause }) => namesTicket.test(clause) && isOne(refuses, unpaused(clause)));
  return refusal?.rest ?? null;
};

const namesTicket = /ticket|チケット/i;

const pauses = whole(
  '(?:no |oh |sorry |please )*(?:wait|hold on|hang on|one (?:moment|second|sec|minute)|just a (?:moment|second|sec|minute)|moment|sec)(?: please| a (?:moment|second|minute))?',
  '(?:nein |bitte )*(?:warte|warten sie|moment(?: mal)?|einen moment|sekunde|augenblick)(?: bitte| mal)?|attend(?:s|ez)|un (?:instant|moment)|une (?:minute|seconde)|esper[ae]|un (?:segundo|minuto|momento)|(?:ちょっと)?待って(?:ください)?|少々お待ちください',
);

/** Whether a text only asks for a moment. */
export const isPausing = (text: string): boolean => text.length <= longest && isOne(pauses, unpaused(text));
