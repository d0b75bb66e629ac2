/** Recognises that somebody asks for a moment, is at it, or does it later: "will try that tomorrow when she's back". */
import { isOne, peeled } from './courtesy.ts';
import { any, clausesOf, longest, whole } from './phrases.ts';

// === A moment ===

const moment = [
  "(?:(?:just|only|give me|wait|a|one|1) )*(?:moment|sec|secs|second|minute|min)|give me (?:a few|two|five|\\d{1,2}) (?:minutes?|mins?|seconds?|secs?)|wait|hold on|hang on|stand ?by|brb|bbl|(?:(?:i will|i'll) )?be right back|(?:i'll be )?back in (?:a|an|one|\\d{1,2}) (?:minutes?|mins?|hours?|sec|second|moment|bit)",
  '(?:(?:nur|kurz|ein|einen|eine|kleinen|bitte|warte|warten sie) )*(?:moment|augenblick|sekunde|minute)(?: mal)?|warte(?: mal| kurz)*|warten sie(?: kurz)?|bin gleich (?:wieder da|zurück)',
  '(?:(?:juste|attends|attendez) )?(?:un|une|deux) (?:petite? )?(?:moment|instant|secondes?|minutes?)|attend(?:s|ez)(?: un peu)?|je reviens(?: (?:tout de suite|dans (?:un|une|\\d{1,2}) [^ ]+))?',
  '(?:(?:solo|espera|espere|deme|dame) )*(?:un|una) (?:momento|momentito|segundo|minuto)|espere?|(?:ahora |enseguida )vuelvo|vuelvo (?:ahora|enseguida)',
  '(?:少々|ちょっと|少し)?(?:お)?待(?:って|ち)(?:ください|下さい|いただけますか)?',
];

// === What is done, and when ===

const them =
  '(?:him|her|them|you|(?:the|my|our) (?:user|customer|client|admin|administrator|colleague|boss|team|person))';
const returns =
  "(?:'s|'re|'m)?(?: (?:is|are|am|has|have|gets?|comes?))? (?:back|in|here|there|online|available|free|returns|returned|time|at (?:his|her|the|my) (?:desk|pc))";
const whenEn = any(
  'now|later|today|tomorrow|tonight|first|soon|shortly|right away|asap|then|again|too|next week',
  '(?:on |next )?(?:monday|tuesday|wednesday|thursday|friday)|this (?:afternoon|evening|week)|tomorrow (?:morning|afternoon)|in (?:a|an|\\d{1,2}) (?:minutes?|mins?|hours?|bit|while|moment|sec)|after (?:lunch|work|the meeting|the weekend|his lunch|her lunch)',
  `(?:when|once|as soon as|until|till) (?:he|she|they|i|we|(?:the |my )?(?:user|customer|colleague|boss|person))${returns}(?: (?:at|in) (?:his|her|the) (?:desk|pc|office)| from lunch| again| today| tomorrow)*`,
);
const actEn = any(
  '(?:try|test|check|do|give)(?: (?:it|that|this|them|these|again|out|a try|a go|so|both))*',
  `(?:call|ring|come|get|write|report|be|phone)(?: ${them})? back(?: (?:to|with) ${them})?`,
  'let you know(?: (?:how it goes|what happens|the result|(?:if|whether) (?:it|that) (?:works|worked|helps|helped)))?|keep you (?:posted|updated)|update you|tell you',
  `(?:check|ask|call|talk|speak|test|try|phone|ring)(?: (?:it|that|this))?(?: (?:to|with))? ${them}`,
  `wait(?: for ${them})?`,
);
const willEn =
  "(?:(?:i|we)(?:'?ll| will|'d rather| (?:have|need|want|got) to| must|(?:'m| am|'re| are) (?:going|about) to)|will|gonna|going to|let me|let us)(?: (?:just|first|then|quickly|now|have to))*";
const doingEn =
  "(?:(?:i|we)(?:'m|'re| am| are) |am )?(?:(?:just|now|still|currently|already) )*(?:trying|testing|checking|doing|working on|looking into)(?: (?:it|that|this|them|these|out|with (?:him|her|them|the user)))*";

const whenDe = any(
  'jetzt|gleich|später|nachher|heute|morgen|dann|zuerst|erst|mal|noch|kurz|nochmal|sofort|eben|gerade|nächste woche|(?:am )?(?:montag|dienstag|mittwoch|donnerstag|freitag)|(?:heute|morgen) (?:früh|nachmittag)|nach (?:der (?:pause|mittagspause)|dem (?:mittag|essen|meeting|termin))',
  '(?:wenn|sobald|bis) (?:er|sie|ich|(?:der |die |mein |meine )?(?:user|benutzer|benutzerin|kollege|kollegin|chef|chefin|kunde|kundin)) (?:(?:wieder|morgen|heute) )*(?:da|zurück|im büro|am platz|erreichbar|online|frei|zeit|zurückkommt|kommt)(?: (?:ist|bin|sind|hat|habe))?',
);
const smallDe =
  '(?:ich|wir|es|das|ihn|sie|ihm|ihr|dir|ihnen|mit (?:ihm|ihr|dem (?:user|benutzer|kollegen|kunden)|der (?:kollegin|benutzerin))|(?:den|die|der|dem) (?:user|benutzer|benutzerin|kollegen|kollegin|kunden|admin|chef))';
const aroundDe = `(?: (?:${smallDe}|${whenDe}))*`;
const actDe = any(
  `(?:probiere?|versuche?|teste?|prüfe?|mache?|checke)${aroundDe}(?: aus)?`,
  `(?:schaue?|schau|frage?|sehe)(?! mich)${aroundDe} nach|frage?(?! mich)${aroundDe}|rufe?${aroundDe} (?:an|zurück)|warte?${aroundDe}`,
  `melde?${aroundDe} mich${aroundDe}(?: (?:wieder|zurück|bei (?:dir|ihnen|euch)))*|(?:gebe?|sage?)${aroundDe} bescheid`,
  `(?:werde|muss|will|kann|bin)${aroundDe}(?: mich)?${aroundDe} (?:probieren|ausprobieren|versuchen|testen|prüfen|machen|fragen|nachfragen|zurückrufen|anrufen|melden|warten|dran|dabei|am (?:testen|probieren|prüfen))`,
);

const whenFr = any(
  "maintenant|tout de suite|de suite|demain(?: matin)?|plus tard|ce soir|cet après-midi|aujourd'hui|d'abord|lundi|mardi|mercredi|jeudi|vendredi|la semaine prochaine|après (?:le déjeuner|la réunion|la pause)|ça|cela|aussi|dès que possible",
  "(?:quand|lorsque|lorsqu'|des que |des qu'|une fois que |une fois qu'|dès que |dès qu') ?(?:il|elle|je|l'utilisateur|l'utilisatrice|(?:le|la|mon|ma) (?:collègue|client|cliente|chef)) (?:est|sera|suis|serai|revient|reviendra|rentre)(?: (?:là|de retour|revenue?|rentrée?|disponible|présente?|au bureau|demain|de déjeuner))*",
  "(?:vers|avec|à|pour) (?:vous|toi|lui|elle|l'utilisateur|l'utilisatrice|l'admin)|(?:avec|à|au) ?(?:le |mon |ma |la )?(?:client|collègue|chef)",
);
const aroundFr = `(?: ${whenFr})*`;
const actFr = any(
  `(?:je|on|j') ?(?:(?:le|la|l'|lui|vous|te|y) ?)?(?:teste|essaie|essaye|vérifie|fais|rappelle|recontacte|essaierai|essayerai|testerai|vérifierai|ferai|rappellerai|reviendrai|reviens|demande|demanderai|redis|dirai|tiens au courant|tiendrai au courant)${aroundFr}`,
  `(?:je vais|on va|je dois|laissez-moi|laisse-moi) (?:(?:le|la|l'|lui|vous|te|en) ?)?(?:essayer|tester|vérifier|faire|voir|rappeler|demander|revenir|attendre|parler)${aroundFr}`,
  `(?:(?:je suis|on est) )?en train (?:de (?:le )?(?:tester|essayer|vérifier|faire)|d'essayer)${aroundFr}|test en cours|en cours(?: de test)?`,
);

const whenEs = any(
  'ahora(?: mismo)?|mañana|luego|después|más tarde|hoy|enseguida|primero|esta tarde|(?:el )?(?:lunes|martes|miércoles|jueves|viernes)|la próxima semana|eso|esto',
  'cuando (?:(?:él|ella|el usuario|la usuaria|el cliente|mi compañero|mi compañera) )?(?:vuelva|regrese|esté|llegue|venga|tenga tiempo)(?: (?:de vuelta|aquí|disponible|en la oficina|mañana|de comer))*',
  '(?:con|a) (?:él|ella|usted|ti|el usuario|la usuaria|mi compañero|mi compañera|el administrador)|al usuario|al administrador',
);
const aroundEs = `(?: ${whenEs})*`;
const actEs = any(
  `(?:yo )?(?:(?:lo|la|le|les|te|se lo) )?(?:probaré|intentaré|haré|comprobaré|verificaré|llamaré|preguntaré|consultaré|avisaré|aviso|pruebo|pregunto|consulto|volveré|vuelvo a escribir)${aroundEs}`,
  `(?:(?:voy|vamos) a|déjame|tengo que) (?:probar|intentar|comprobar|hacer|verificar|consultar|preguntar|llamar|esperar)(?:lo|la|le)?${aroundEs}`,
  `(?:(?:lo )?(?:estoy|estamos) )?(?:probando|comprobando|verificando|haciendo)(?:lo)?${aroundEs}|(?:estoy )?en ello`,
);

const whenJa =
  '(?:(?:今|これから|後で|あとで|明日|後ほど|のちほど|また|まず|今から|(?:彼|彼女|本人|ユーザー|担当者)(?:が)?戻(?:ったら|り次第))、?)*';
const actJa = `${whenJa}(?:(?:彼|彼女|本人|ユーザー|担当者)(?:に|と))?(?:試して|やって|確認して|聞いて|テストして|相談して)(?:みます|みる|います|いるところです|きます|から(?:連絡|報告)します)|(?:試し|テスト|確認|検証)中(?:です)?|${whenJa}(?:ご)?(?:連絡|報告|試し|確認|テスト)(?:し|いたし)?ます`;

const putOff = whole(
  ...moment,
  `(?:(?:${whenEn}) )*(?:${willEn} (?:${actEn})|let you know|get back to you|report back|be back)(?: ${whenEn})*`,
  `${doingEn}(?: ${whenEn})*|(?:i'm |am )?on it`,
  `(?:${whenEn} )*(?:when|once|as soon as) (?:he|she|they|i|(?:the |my )?(?:user|customer|colleague|boss))${returns}`,
  `(?:(?:${smallDe}|${whenDe}) )*${actDe}`,
  `(?:${whenFr} )*${actFr}`,
  `(?:${whenEs} )*${actEs}`,
  actJa,
);

// === Nobody there ===

const timed = {
  en: '(?:today|now|this (?:week|morning|afternoon)|(?:until|till) [^ ]+(?: [^ ]+)?|for (?:today|now|lunch)|at the moment|right now|tomorrow)',
  de: '(?:heute|gerade|jetzt|bis [^ ]+(?: [^ ]+)?)',
  fr: "(?:aujourd'hui|pour le moment|en ce moment|maintenant|jusqu'[^ ]+(?: [^ ]+)?|cette semaine)",
  es: '(?:hoy|ahora|ahora mismo|hasta [^ ]+(?: [^ ]+)?|esta semana)',
} as const;
const absentee = {
  en: "(?:(?:the |my )?(?:user|customer|client|colleague|boss|person)|he|she|they|i|we)(?:'s|'re|'m| is| are| am)?(?: (?:currently|now|just|already|still|gone|(?:out )?(?=on|for|at|to)))*",
  de: '(?:(?:der |die |mein |meine )?(?:user|benutzer|benutzerin|kollege|kollegin|kunde|kundin|chef|chefin)|er|sie|ich|wir)(?: (?:ist|bin|sind))?(?: (?:gerade|heute|jetzt|leider|noch|schon))*',
  fr: "(?:(?:l'utilisateur|l'utilisatrice|(?:le|la|mon|ma) (?:collègue|client|cliente|chef))|il|elle|je)(?: (?:est|suis|n'est|(?:est )?partie?))?",
  es: '(?:(?:el usuario|la usuaria|el cliente|mi compañero|mi compañera)|él|ella)(?: (?:está|no está|se fue|salió))?',
} as const;

/** A break is over soon; who is away for longer is so until a time that is said. */
const onBreak = whole(
  `${absentee.en} (?:(?:on|at|for|to|in|having) (?:a |his |her |their )?(?:lunch|break|call|meeting|coffee)|lunch|busy)(?: ${timed.en})*|${absentee.en} (?:out|away|off|absent|gone|unavailable|sick|on (?:holiday|vacation|leave|sick leave)|not (?:in|here|there|available|at (?:his|her) desk))(?: ${timed.en})+`,
  `${absentee.de} (?:(?:in der|im|beim?|zu|in einem|in einer) )?(?:mittag|mittagspause|mittagessen|essen|pause|meeting|termin|besprechung|tisch)(?: ${timed.de})*|${absentee.de} (?:nicht (?:da|am platz|im haus|im büro|erreichbar)|weg|abwesend|außer haus|krank|im urlaub)(?: ${timed.de})+|(?:(?:der |die )?(?:user|benutzer|benutzerin|kollege|kollegin)|er|sie) ist (?:heute|gerade|jetzt) (?:leider )?(?:nicht (?:da|am platz|im haus|im büro)|weg|abwesend|außer haus|krank|im urlaub)`,
  `${absentee.fr} (?:en (?:réunion|pause)|au déjeuner|déjeuner|manger|occupée?)(?: ${timed.fr})*|${absentee.fr} (?:absente?|pas (?:là|disponible|au bureau)|en (?:congés?|vacances)|malade)(?: ${timed.fr})+`,
  `${absentee.es} (?:(?:en|a) (?:una )?(?:reunión|pausa|descanso|comer|almorzar)|comiendo|almorzando|ocupad[oa])(?: ${timed.es})*|${absentee.es} (?:fuera|ausente|de (?:vacaciones|baja)|enferm[oa])(?: ${timed.es})+|${absentee.es} (?:hoy|ahora)`,
  '(?:ユーザー|本人|彼|彼女|担当者)は(?:今日は?|本日は?|今は?|現在)?(?:お)?(?:休み|不在|外出中|昼休み|昼食中|会議中)(?:です)?',
);

const joints = / (?:and(?: then)?|so|but|und|aber|also|et|mais|donc|y|pero|así que) /;

/** Whether all that a text says is that it is done just now, later, or when somebody is back. */
export const isPuttingOff = (text: string): boolean => {
  if (text.length > longest || /[?？]/.test(text)) return false;
  const fits = (part: string): boolean => isOne(putOff, part) || isOne(onBreak, part);
  const parts = clausesOf(text).flatMap((clause) => (fits(clause) ? [clause] : clause.split(joints)));
  return parts.some(fits) && parts.every((part) => peeled(part) === '' || fits(part));
};
