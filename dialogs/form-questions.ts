/** What is asked of the ticket whose form is open, or of one that there may be already. */
import { isOne } from './courtesy.ts';
import { holdsCode, longest, phraseOf, unpaused, whole, type Phrases } from './phrases.ts';

const isAsked = (phrases: RegExp, text: string): boolean => text.length <= longest && isOne(phrases, unpaused(text));

// === Whether there is one ===

const already = '(?: (?:already|yet|open|opened|existing|there|filed|raised|logged|so far))*';
const ofThis = '(?: (?:for|about|on|regarding|with) (?:this|that|it|the same|my|our|her|his)(?: .{1,30})?)?';
const schon = '(?: (?:da|dazu|dafür|hierzu|hierfür|denn|schon|bereits|jetzt|eigentlich))*';

const whetherOpen = whole(
  `(?:(?:and|so|but|wait) )*(?:is|isn'?t|are|was) there(?: (?:already|maybe|perhaps|not|currently))*(?: (?:an?|any|some|another|other|open|existing))* (?:tickets?|cases?|incidents?|one)${already}${ofThis}${already}`,
  `any (?:open |existing |other )*tickets?${already} (?:for|about|on) (?:this|that|it|the same .{1,20})${already}`,
  `(?:do|does|did) (?:we|you|they|i|the help ?desk|anyone)(?: already)? have (?:an?|any|the) (?:open )?tickets?${already}${ofThis}${already}`,
  `(?:has|have|did) (?:any ?one|any ?body|some ?one|some ?body|others|the help ?desk)(?: else)?(?: already)? (?:open|raise|file|log|report|create)(?:e?d)?(?: (?:an?|the|this|that|it|one|ticket))*${already}${ofThis}${already}`,
  `(?:is|was) (?:this|that|it)(?: (?:problem|issue))?(?: already)? (?:known|reported)(?: (?:to|at|by) (?:you|them|the help ?desk|it))?${already}`,
  'how many (?:open )?tickets(?: (?:are|do|does|exist|there|open|we|you|they|have|already))*|wie viele (?:offene )?tickets(?: (?:gibt es|sind|haben wir|dazu|offen|schon|da))*',
  '(?:is|are) (?:any ?one|any ?body|some ?one|some ?body|they|the help ?desk)(?: (?:already|else))* (?:working on|looking (?:at|into)) (?:it|this|that)(?: (?:already|yet|now))*|(?:arbeitet|arbeiten)(?: (?:da|schon|bereits))* (?:jemand|wer|die)(?: (?:schon|bereits))* (?:daran|dran)|wer (?:bearbeitet|kümmert sich um) (?:das|es)',
  'which tickets?(?: (?:is|are) (?:it|that|they|open))?|who (?:has )?opened (?:it|that|them|the tickets?)',
  `(?:gibt es|gibt's|gibts)${schon}(?: (?:ein|eins|irgendein|offene?s?))*(?: (?:tickets?|eins))?${schon}(?: offen)?(?: (?:zu|für) (?:diesem|dem|das|dieses) (?:problem|fehler|thema))?`,
  `ist${schon} (?:ein )?ticket${schon} (?:offen|geöffnet|eröffnet|erstellt|da|vorhanden)|haben wir${schon} (?:ein )?ticket${schon}(?: offen)?`,
  `(?:hat|haben)(?: (?:das|es))?${schon} (?:jemand|wer|andere)(?: (?:anders|das|es))*${schon}(?: (?:ein )?ticket)?${schon} (?:gemeldet|aufgemacht|geöffnet|eröffnet|erstellt)`,
  `(?:ist|wurde) (?:das|es)${schon} (?:bekannt|gemeldet)|welches ticket(?: ist das)?|wer hat (?:es|das|das ticket) (?:geöffnet|aufgemacht|eröffnet)`,
  "(?:est-ce qu')?il (?:y a|existe) (?:déjà )?(?:un|des) (?:autres? )?tickets?(?: (?:ouverts?|déjà))*(?: (?:pour|sur|à|au) .{1,30})?|(?:y a-t-il|existe-t-il) (?:déjà )?(?:un|des) tickets?(?: .{1,30})?",
  "(?:est-ce que )?quelqu'un (?:l')?(?:a |en a )?(?:déjà )?(?:ouvert|signalé|créé)(?: .{1,30})?|(?:c'est|est-ce) (?:déjà )?(?:connu|signalé)|quel ticket",
  '(?:ya )?(?:hay|existe)(?: (?:ya|algún|un|otro))* tickets?(?: (?:abiertos?|ya))*(?: (?:para|sobre|de) .{1,30})?|(?:ya )?(?:lo )?(?:ha |han )?(?:abierto|reportado|informado)(?: ya)? alguien(?: .{1,30})?|alguien (?:ya )?(?:lo )?(?:ha |abrió )?(?:abierto|reportado|un ticket)(?: .{1,30})?|qué ticket',
  '(?:(?:この|同じ)(?:問題|件)の?)?(?:チケット)(?:は|が)?(?:もう|すでに|既に)?(?:あり(?:ます)?|ある(?:の|ん)?(?:です)?|出てい(?:ます|る)|開いてい(?:ます|る))か|(?:もう|すでに|既に)(?:(?:この|同じ)(?:問題|件)の?)?チケットは?(?:あります|ある(?:の|ん)?(?:です)?|出てい(?:ます|る))か|(?:もう|すでに|既に)?(?:誰か)?(?:が)?報告(?:され|し)てい(?:ます|る)か',
);

/** Whether a text asks if there is a ticket for this already. */
export const asksWhetherOpen = (text: string): boolean =>
  (!holdsCode(text) || namesTicket.test(text)) && isAsked(whetherOpen, text);
const namesTicket = /ticket|case|incident|report|gemeldet|signal|チケット|報告/i;

// === About the form ===

/** Who reads it, whether it was sent, or what it needs and what follows. */
type Question = 'readers' | 'sent' | 'how';

const it = '(?:it|this|that|the (?:ticket|form)|my ticket)';

/** Those that cannot be about an answer at hand stand before those that may be. */
const ofForm: readonly Phrases<Question>[] = [
  [
    'readers',
    whole(
      `(?:and |so |but )*who (?:else )?(?:(?:can|will|all|would) )*(?:sees?|reads?|gets?|receives?) ${it}(?: (?:then|there|exactly))*|(?:where|who|whom) (?:does|will|is) ${it} (?:go|going|sent)(?: to)?|(?:does|will|can) (?:my|our|the) (?:boss|manager|team|colleagues?) (?:see|read|get) ${it}|is ${it} (?:private|confidential|public)`,
      'wer (?:alles )?(?:sieht|liest|bekommt|kriegt)(?: (?:denn|alles))* (?:das|dieses|mein|es)(?: (?:ticket|formular))?(?: (?:dann|alles|eigentlich))*|wer kann (?:das|es|mein)(?: ticket)? (?:sehen|lesen)|(?:an wen|wohin) geht (?:das|dieses|mein|es)(?: (?:ticket|formular))?(?: (?:dann|eigentlich))*|(?:sieht|liest|bekommt) (?:meine?|der|die) (?:chef(?:in)?|kollegen|abteilung) (?:das|es)(?: ticket)?',
      'qui (?:(?:va|peut) )?(?:voir|lire|voit|lit|reçoit)(?: (?:le|ce|mon))? (?:ticket|formulaire|ça|cela)|à qui (?:va|est envoyé) (?:(?:le|ce) (?:ticket|formulaire)|ça|cela)',
      'quién (?:(?:va a|puede) )?(?:ver|leer|ve|lee|recibe)(?: (?:el|este|mi))? (?:ticket|formulario|esto|eso)|a quién (?:va|llega|se envía) (?:(?:el|este) (?:ticket|formulario)|esto|eso)',
      '(?:この)?(?:チケット|フォーム|内容)(?:は|を)誰(?:が|に)(?:見|読|届).{0,8}',
    ),
  ],
  [
    'sent',
    whole(
      `(?:did|have) you (?:already )?(?:send|sent|open|opened) ${it}(?: (?:already|yet))*|(?:is|was|has) ${it} (?:been )?(?:already )?(?:sent|opened|open|out|gone)(?: (?:already|yet|now))*`,
      '(?:ist|wurde) (?:das|es|mein)(?: ticket)?(?: (?:schon|jetzt|denn|bereits))* (?:raus|gesendet|abgeschickt|verschickt|offen|geöffnet)|(?:hast du|haben sie) (?:das|es)(?: ticket)?(?: (?:schon|jetzt|bereits))* (?:gesendet|abgeschickt|geöffnet)',
      "(?:le ticket |c'?est |il )?(?:est )?(?:déjà )?(?:envoyé|parti)|(?:ya )?(?:está|se ha) enviado(?: (?:el ticket|ya))*|(?:もう)?(?:送信|送)(?:されました|済みです|りました)か",
    ),
  ],
  [
    'how',
    whole(
      'what (?:should|must|do|shall|can) (?:i|we) (?:have to |need to )?(?:write|say|put|enter|type|fill in)(?: (?:here|there|in|in there|now|exactly))*|what (?:else |more )?do you (?:need|want)(?: (?:to know|from (?:me|us)|here|now|exactly|else))*',
      `(?:do|must|should) (?:i|we) (?:have to |need to )?(?:fill|answer|enter|write)(?: (?:in|out))? (?:everything|all(?: of (?:it|this|that|them))?|all (?:the )?fields|it all|the (?:whole|entire) form|${it})(?: (?:in|out))?`,
      `can (?:i|we) (?:still |also )?(?:(?:leave|skip) (?:it|this|that|something|some|a field|fields)(?: (?:empty|blank|out))?|(?:add|change|edit|correct) (?:something|anything|more|it|this|that|to it|details|the ticket)(?: (?:later|afterwards|to it|after(?:wards)?|then|here))*)`,
      `what (?:happens|comes)(?: (?:next|then|after (?:that|this)|(?:when|if|once|after) i send ${it}|with ${it}))+|what does (?:affected|who is affected|priority|meant for) mean|how do i (?:send|submit|finish|cancel|change|edit) ${it}|why do (?:you|they) (?:need|want|have)(?: to know)? ${it}`,
      'was (?:soll|muss|kann) ich (?:hier |da |denn )*(?:schreiben|eintragen|angeben|reinschreiben|sagen)|was (?:brauchst du|brauchen sie|wollt ihr|wollen sie|braucht ihr)(?: (?:noch|von mir|denn|wissen|alles))*|(?:muss|soll) ich (?:das |da )?(?:alles|alle felder|das ganze)(?: (?:hier|denn))* (?:ausfüllen|angeben|beantworten|eintragen)',
      "was (?:bedeutet|heißt|meint ihr mit|meinen sie mit) (?:betroffen|wer ist betroffen|priorität)|kann ich (?:das |da |später |noch |auch |danach )*(?:etwas |was |mehr )?(?:ergänzen|ändern|leer lassen|auslassen|weglassen|korrigieren|nachtragen)|was passiert (?:dann|danach|als nächstes|wenn ich (?:es|das) (?:sende|abschicke))|wie (?:geht es|gehts|geht's) (?:dann |danach )?weiter|(?:warum|wozu|wieso) (?:wollt ihr|wollen sie|willst du|brauchst du|brauchen sie|braucht ihr) (?:das|es)(?: (?:wissen|denn))*",
      "(?:que|qu'est-ce que)(?: je)? (?:dois|doit|faut)[ -]?(?:je |il )?(?:écrire|mettre|dire)(?: ici)?|(?:(?:est-ce que )?je dois|dois-je|faut-il) (?:tout )?(?:remplir|répondre)(?: (?:tout|à tout|tous les champs))?|(?:je peux|puis-je) (?:le |en )?(?:compléter|modifier|changer|ajouter)(?: .{1,20})?|(?:que se passe-t-il|qu'est-ce qui se passe) (?:ensuite|après)|pourquoi (?:voulez-vous|vous voulez|tu veux) (?:le )?savoir(?: (?:ça|cela))?",
      '(?:qué|que) (?:tengo que|debo|hay que) (?:escribir|poner|decir)(?: aquí)?|(?:tengo que|debo|hay que) (?:rellenar(?:lo)?|completar(?:lo)?|contestar) (?:todo|todos los campos)|(?:puedo|se puede) (?:añadir|cambiar|modificar)(?: .{1,20})?|qué pasa (?:después|luego)|(?:por|para) qué (?:quiere|quieren|necesitan?) saber(?:lo)?(?: eso)?',
      '(?:ここに)?(?:何|なに)を(?:書|入力).{0,12}|(?:全部|すべて)(?:書|入力|記入).{0,12}(?:か)|(?:あと|後)(?:から|で)(?:追加|変更|修正).{0,10}か',
    ),
  ],
];

/** What may as well be asked of an answer at hand. */
const ofEither: readonly Phrases<Question>[] = [
  [
    'how',
    whole(
      `how long (?:does|will|would) (?:it|this|that|they|the help ?desk)(?: (?:take|need))(?: (?:now|then|usually|normally|until .{1,30}))*|when (?:will|do|can|does) (?:i|we|someone|somebody|anyone|they|you|the help ?desk) (?:hear|get|answer|reply|call|help|look|respond|contact)(?: .{1,30})?|what(?:'?s| is) next`,
      'wie lange (?:dauert|braucht) (?:das|es|ihr|der helpdesk)(?: (?:denn|etwa|ungefähr|normalerweise|jetzt|dann))*|wann (?:meldet|hilft|kümmert|höre|bekomme|antwortet)(?: .{1,30})',
      "(?:ça prend |il faut |ça dure )?combien de temps(?: (?:ça prend|ça va prendre|faut-il|cela prend))?|quand (?:est-ce que )?(?:quelqu'un|vous|j'aurai|aurai-je) .{1,30}|cuánto (?:tarda|tardan|tiempo)(?: .{1,20})?|cuándo (?:me|nos) .{1,30}",
      'どのくらいかかり(?:ます)?か|いつ(?:返事|連絡|回答).{0,12}',
    ),
  ],
];

/** What a text asks about the ticket in the form; `beside` an answer at hand what may be about either is about that. */
export const askedOfForm = (text: string, beside: boolean): Question | null => {
  const all = beside ? ofForm : [...ofForm, ...ofEither];
  return phraseOf(all, (phrases) => isAsked(phrases, text)) ?? null;
};
