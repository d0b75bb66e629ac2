/** What people type about tickets. */
import { ticketNumber } from '../src/model/ticket.ts';
import { any, folded, lowered, phraseOf, whole, type Phrases } from './phrases.ts';

/** Whether a text holds a word without which none of what follows is said where no ticket is at hand; most texts do not. */
export const mayMeanTicket = (text: string): boolean =>
  /ticket|case|request|queue|claim|form|helpdesk|stand|demande|caso|solicitud|チケット|hd-/.test(folded(text));

/** Whether a line of a ticket's thread is for the desk alone. */
export const staysHere = (text: string): boolean => /^(?:\/\/|note\s{0,3}:)/i.test(text);

/** A text in small letters without its last marks, as words with a ticket's number are looked for in it. */
export const shortened = (text: string): string => lowered(text).replace(/[\s!.?。！？]{1,20}$/u, '');

/** What one word of the desk means. */
const verbs: readonly Phrases<string>[] = [
  [
    'claim',
    /^(?:claim|i(?:'ll| will)? (?:take|have) (?:it|this)|take it|(?:ich )?übernehmen?|je (?:le )?prends|prendre en charge|asumir|lo asumo|担当(?:する|します))$/,
  ],
  ['unclaim', /^(?:unclaim|release|give (?:it )?back|zurückgeben|rendre|devolver|担当を外れる)$/],
  ['assign', /^(?:assign|zuweisen|affecter|asignar|割り当て)$/],
  ['ask', /^(?:ask(?: (?:the )?requester)?|nachfragen|demander|preguntar|質問する)$/],
  ['resolve', /^(?:resolved?|lösen|gelöst|résoudre|résolu|resolver|resuelto|解決)$/],
  ['reopen', /^(?:reopen|wieder öffnen|rouvrir|reabrir|再開)$/],
  ['priority', /^(?:priority|priorität|priorité|prioridad|優先度)$/],
  [
    'withdraw',
    /^(?:(?:withdraw|cancel)(?: (?:the|my|this))? ticket|withdraw(?: it| this)?|zurückziehen|retirer|retirar|取り下げ)$/,
  ],
  ['show', /^(?:show|status|zeigen|voir|ver|表示)$/],
];

/** A word of the desk, and the number that stands before or behind it: "claim HD-12", "HD-12: claim", "claim". */
export const verbIn = (short: string): { readonly verb: string; readonly number: number | null } | null => {
  const [, before, behind, first, last] =
    /^([\p{L}' ]{2,30}?) (hd-\d{1,9})$|^(hd-\d{1,9})[\s:]{1,3}([\p{L}' ]{2,30})$/u.exec(short) ?? [];
  const verb = phraseOf(verbs, (phrases) => phrases.test(before ?? last ?? short));
  return verb === undefined ? null : { verb, number: ticketNumber(behind ?? first ?? '') };
};

/** The number of the ticket that a text asks for: "HD-12", "any news on HD-12"; null where it asks for none. */
export const askedFor = (short: string): number | null => {
  const asked =
    /^(?:(?:any |what(?:'s| is) (?:the )?|show (?:me )?)?(?:news|updates?|status|state)(?: (?:of|on|about|for))?|how is|what about|where is|show(?: me)?) (?:ticket )?(hd-\d{1,9})\b.{0,15}$/.exec(
      short,
    )?.[1];
  return ticketNumber(asked ?? short);
};

/** Words to a ticket by its number: "HD-12: since 8 am". */
export const addressedIn = (text: string): { readonly number: number; readonly words: string } | null => {
  const [, number, words] = /^HD-(\d{1,9})\s{0,3}[:,]\s{0,9}(\S[\s\S]*)$/i.exec(text) ?? [];
  return number === undefined || words === undefined ? null : { number: Number(number), words };
};

/** Lists of tickets by their names. */
export const lists: readonly Phrases<'mine' | 'queue' | 'claims'>[] = [
  [
    'mine',
    whole(
      '(?:show |list )?(?:my|all my) (?:open )?(?:tickets?|cases?|requests?)|(?:my )?ticket status',
      'meine tickets|ticket-?status|mes tickets|mis tickets|マイ ?チケット|(?:自分|私)のチケット',
    ),
  ],
  [
    'queue',
    whole(
      '(?:show )?(?:the )?(?:ticket )?(?:queue|open tickets)',
      'offene tickets|tickets ouverts|tickets abiertos|未解決チケット',
    ),
  ],
  ['claims', whole('(?:show )?my (?:claims|claimed(?: tickets)?)')],
];

const en = any('(?:my|our) (?:(?:open|last|support|helpdesk) )?(?:tickets?|case|request)', 'the ticket');
const asksEn = [
  `(?:${any('any', 'some', '(?:is|are) there any', 'do you have any', 'do you have', "what(?:'?s| is)", "what(?:'?s| is) the", 'check the', 'tell me the')} )?(?:current )?(?:news|updates?|status|state|progress|word)(?: (?:of|on|about|for|with|regarding))? ${en}`,
  `${any(
    "what(?:'?s| is) (?:happening|going on|up|the matter|new)(?: (?:with|on))?",
    'what (?:happened (?:to|with)|became of|about)',
    "tell me what(?: is|'s) (?:happening|going on)(?: with)?",
    "how(?:'s| is| far is)",
    'how about',
    "where(?:'s| is)",
    'who (?:has|is (?:working|looking) (?:on|at))',
    'when (?:will|is)',
    'check(?: on)?',
  )} ${en}(?: ${any('going', 'doing', 'coming along', 'now', 'done', 'at', 'be (?:done|ready|solved|fixed|finished|answered|looked at)')})*`,
  `(?:is|has|was|did|have)(?: ${any('anyone', 'anybody', 'someone', 'somebody', 'you', 'they')})?(?: ${any('seen', 'read', 'looked at', 'working on', 'look at', 'see', 'get', 'got', 'picked up')})? ${en}(?: ${any('been', 'being', 'still', 'already', 'yet', 'done', 'open', 'closed', 'solved', 'resolved', 'fixed', 'ready', 'finished', 'answered', 'worked on', 'seen', 'read', 'looked at', 'assigned', 'in progress')})+`,
  `(?:has|did|have) (?:anyone|anybody|someone|somebody|you|they) (?:seen|read|looked at|look at|see|get|got|picked up) ${en}(?: yet| already)?`,
];

const de = any(
  '(?:mein|meinem|meines|meinen)(?: (?:letzte|letzten|offenen))? tickets?',
  '(?:dem|das|vom|des|zum) tickets?',
);
const asksDe = [
  `wie (?:ist|war) (?:denn )?der (?:aktuelle )?stand(?: der dinge)?(?: (?:(?:von|bei|zu) )?${de})?`,
  `(?:was ist )?(?:der )?(?:aktuelle )?(?:stand|status) (?:(?:von|bei|zu) )?${de}`,
  `(?:gibt es |gibt's |was gibt es )?(?:schon )?(?:etwas |was )?(?:neues|neuigkeiten|news)(?: (?:zu|von|bei|über))? ${de}`,
  `(?:was (?:ist mit|macht|wird aus|passiert mit)|wo ist|wie weit ist|wie steht es um|wie geht es mit) ${de}(?: weiter)?`,
  `(?:ist|wurde|wird) ${de}(?: (?:schon|bereits|noch|fertig|erledigt|gelöst|offen|geschlossen|bearbeitet|in arbeit))+`,
];

const fr = any('(?:mon|le|du) (?:ticket)', '(?:mes) (?:tickets)', 'ma demande');
const asksFr = [
  `(?:où en (?:est|sont)|que devien(?:t|nent)|qu'en est-il de|(?:quel est )?l'?(?:état|avancement) de|(?:quel est )?(?:le )?(?:statut|suivi) de|(?:avez-vous |il y a )?des nouvelles (?:de|sur|pour)|du nouveau (?:sur|pour)) ${fr}`,
  `${fr} (?:est(?:-il| il)?|a(?:-t-il)? été) (?:traité|résolu|fermé|fini|vu)e?`,
];

const es = any('(?:mi|el|del) ticket', 'mis tickets', 'mi (?:caso|solicitud)');
const asksEs = [
  `(?:cómo (?:va|está|sigue|van)|qué (?:pasa|pasó|hay) con|(?:cuál es )?(?:el )?estado(?: de)?|(?:hay |tiene |alguna )*(?:noticias|novedad|novedades)(?: (?:de|sobre))?|dónde está) ${es}`,
  `${es} (?:ya )?está (?:resuelto|cerrado|listo|abierto)|(?:ya )?(?:está|han visto) ${es}(?: (?:resuelto|cerrado|listo))?`,
];

const asksJa = [
  '(?:(?:私|自分)の)?チケットの(?:状況|状態|進捗|ステータス)(?:は(?:どう(?:ですか|なっていますか)?)?|を(?:教えて|見せて|確認)(?:ください|下さい|したい)?|確認)?',
  '(?:(?:私|自分)の)?チケットはどう(?:ですか|なりましたか|なって(?:い)?(?:ますか|る))',
];

/** How people ask after their tickets without a number. */
export const asksAfterTicket = whole(...asksEn, ...asksDe, ...asksFr, ...asksEs, ...asksJa);

/** "Any news", which asks after a ticket only where one is at hand. */
export const asksNews = whole(
  '(?:(?:is|are) there |have you (?:got )?|do you have )?(?:any|some) (?:news|updates?|progress)(?: (?:yet|on (?:it|this|that)))?|(?:news|update|status)',
  '(?:gibt es |gibts )?(?:schon )?(?:was |etwas )?(?:neues|neuigkeiten)|(?:il y a )?(?:des nouvelles|du nouveau)|(?:hay |alguna )?(?:noticias|novedad|novedades)|(?:何か)?(?:進展|進捗)(?:は|が)?(?:ありますか|ありましたか|どうですか)?',
);

/** "Close my ticket": none but the requester's own is meant. */
export const closesTicket = whole(
  '(?:you can |you may )?(?:cancel|withdraw|close|delete|retract) (?:(?:my|our)(?: (?:open|last|support|helpdesk))? (?:ticket|case|request)|(?:the|this|that) ticket)',
  '(?:das |mein |dein )?ticket (?:zurückziehen|stornieren|schließen|abbrechen|löschen|zumachen)|(?:schließ|schließe|schließen sie|zieh|ziehen sie|storniere|lösche)(?: bitte)? (?:das|mein) ticket(?: zurück)?',
  '(?:vous pouvez |tu peux )?(?:annule[rz]?|retire[rz]?|ferme[rz]?) (?:mon|le|ce) ticket',
  '(?:puede |puedes )?(?:cancelar?|cancele|retirar?|cerrar|cierra|cierre) (?:mi|el|este) ticket',
  'チケットを(?:取り(?:消し|下げ)|閉じ|クローズ(?:し)?)(?:て(?:ください)?|たい(?:です)?)?',
);

/** "Close it", behind a ticket that was opened. */
export const closesIt = whole(
  '(?:you can |you may )?(?:close|withdraw) (?:it|this|that)',
  '(?:du kannst |sie können )?(?:es |das )(?:schließen|zumachen)|schließen sie (?:es|das)|mach (?:es|das) zu',
  '(?:vous pouvez |tu peux )?le fermer|fermez-le|ferme-le|(?:puede |puedes )?cerrarlo|ciérralo|ciérrelo|閉じてください',
);

const lead = '(?:(?:please|can you|could you|bitte|and|also|und) )*';
const named =
  'add(?: (?:this|that))? to (?:the|my|this) (?:ticket|form|request|case)|(?:for|to) the ticket|note for the (?:ticket|helpdesk)|tell (?:the )?helpdesk|(?:zum|fürs|ins) ticket|ergänz(?:e|en|ung) (?:im|zum) ticket|ajoute[rz]? (?:au|dans le) ticket|(?:añad(?:ir|e|a)|agreg(?:ar|a|ue)) al ticket|チケットに追(?:記|加)';
const bare = 'add(?: this| that)?|ergänz(?:e|en|ung)|ajoute[rz]?|añad(?:ir|e|a)|agreg(?:ar|a|ue)|追(?:記|加)';
const words = String.raw`\s{0,3}[:：,]\s{0,9}(\S[\s\S]*)$`;
const additions = {
  named: new RegExp(`^${lead}(?:${named})${words}`, 'iu'),
  open: new RegExp(`^${lead}(?:${named}|${bare})${words}`, 'iu'),
} as const;

/** What is to be added to a ticket: "add to the ticket: since 8 am", and in an open form "add: since 8 am"; null where a text adds nothing. */
export const additionIn = (text: string, to: keyof typeof additions): string | null =>
  additions[to].exec(text.trim())?.[1] ?? null;
