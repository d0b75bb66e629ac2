/** The polite words around what people say, in five languages: what is left without them, and whether they are all there is. */
import { once } from './once.ts';
import { any, clausesOf, pattern } from './phrases.ts';

const thanks = [
  `(?:many |much |a lot of |big |ok )?(?:thanks|thank you|thankyou|thank u|thx|thnx|tnx|ty|tysm|tyvm|ta|cheers)(?: ${any(
    'so much',
    'very much',
    'a lot',
    'a million',
    'a bunch',
    'again',
    'anyway',
    'to you',
    'for (?:the|your|all|all your|all the)(?: quick| great| fast| kind)? (?:help|support|answer|reply|response|update|feedback|info|hint|tip|advice|patience|time)',
    'for (?:helping|that|this|it|everything|trying|sharing|looking(?: into (?:it|this))?|letting)(?: (?:me|us)(?: know)?)?',
  )})*`,
  '(?:i )?(?:really |much )?appreciate(?:d)?(?: it| that| your help| the help)?',
  '(?:vielen |besten |herzlichen |tausend |lieben )?dank(?:e|eschön|e schön)?(?: (?:dir|ihnen|euch|sehr|schön|vielmals|nochmals|trotzdem|für (?:die|deine|ihre|eure)(?: schnelle)? (?:hilfe|antwort|info|unterstützung)|für alles))*',
  "(?:un grand |mille |ok )?merci(?: (?:beaucoup|bien|infiniment|encore|quand même|à (?:vous|toi)|pour (?:votre |ton |l'|la |cette )?(?:aide|réponse|info|tout)))*",
  'thank (?:god|goodness|heavens)|phew|gott sei dank|zum glück|dieu merci|gracias a dios',
  '(?:muchas |mil |muchísimas )?gracias(?: (?:por (?:la |tu |su )?(?:ayuda|respuesta|todo)|de nuevo|a (?:usted|ti)))*',
];

const praise = [
  'nice one|well done|all good|very helpful|that was (?:quick|fast|great|helpful|easy)',
  'great|super|perfect|cool|nice|awesome|excellent|wonderful|brilliant|amazing|fantastic|lovely|sweet|good(?: (?:job|bot|work))?|no problem|(?:that|this) (?:helps|is good to know|makes sense)(?: a lot)?|yay|hooray|hurra|finally',
  "you(?:'re| are) (?:the best|great|awesome|a star|a legend|a life ?saver)|you rock|that(?:'s| is) (?:great|perfect|awesome)",
  'prima|toll|klasse|spitze|top|perfekt|genial|wunderbar|endlich|alles gut|alles klar|sehr gut',
  "ça y est|parfait|génial|nickel|impeccable|très bien|c'est bon|c'est parfait|enfin",
  'perfecto|excelente|estupendo|muy bien|todo bien|por fin',
  'arigato',
];

/** Said with thanks of what was feared, and no word of trouble with it. */
const sighs = [
  "(?:that|this|it)(?:'?s| is| was) (?:exactly )?what (?:i|we) (?:was|were)? ?(?:afraid of|feared|thought|expected|suspected)|(?:i|we) (?:thought|feared|suspected) (?:so|as much)",
  '(?:das )?(?:hatte?|habe) ich (?:mir )?(?:schon |fast |so )*(?:befürchtet|gedacht)|(?:das )?dachte ich mir(?: schon)?',
  "c'est (?:bien )?ce que je (?:craignais|pensais)|je m'en doutais|(?:es )?lo que me temía|me lo (?:temía|imaginaba)",
];

const farewell = [
  'bye|good ?bye|see you|ciao|have a (?:nice|good|great) (?:day|one|evening|weekend)|take care',
  'tschüss|bis dann|schönen (?:tag|abend|feierabend)(?: noch)?|au revoir|bonne (?:journée|soirée)|adiós|buen día|hasta luego',
];

/** Said with thanks of what is to be done next. */
const intent = [
  "(?:(?:i|we)(?:'ll| will) |will |going to |let me )(?:try|test|check|do|give)(?: (?:it|that|this|them|again|later|tomorrow|now|today|first|out|a try|with (?:him|her|them|the user)))*",
  "that(?:'?s| is| was) all(?: for now)?",
  '(?:ich )?(?:probiere|probier|versuche|versuch|teste|mache|mach)(?: ich)?(?: (?:es|das|gleich|mal|morgen|später|aus))+|(?:das )?(?:probiere|versuche|teste|mache|mach) ich(?: (?:gleich|mal|morgen|später|aus))*|(?:das )?werde? ich (?:mal |gleich )?(?:probieren|ausprobieren|versuchen|testen|machen)',
  "je vais (?:essayer|tester|voir)(?: (?:ça|cela|demain|plus tard))*|j'essaie(?: ça)?",
  '(?:voy a (?:probarlo|intentarlo|probar)|lo (?:probaré|intentaré))(?: (?:ahora|mañana|luego))*',
];

const japaneseThanks =
  '(?:どうも|本当に|大変)?(?:ありがとう|有難う)(?:ございます|ございました)?|助かりました|感謝します|どうも';

const assent = [
  'yes|yep|yeah|yup|ok|okay|oki|k|kk|alright|all right|right|so|well|oh|ah|aha|hey|hi|hello|sorry|hm+|and|just|bot|signpost|haha|lol|sir|mate|man|guys|buddy|pal|cool then|then|indeed',
  'ja|jo|jep|na|dann|also|ach|gut|und|hallo|sorry|entschuldigung|oui|bon|ben|bonjour|alors|eh bien|et|si|vale|bueno|bien|hola|pues|entonces|y|pardon|perdón',
];

const please = ["please|pls|plz|bitte|por favor|porfa|svp|stp|s'il (?:vous|te) plaît|s'?il (?:vous|te) plait"];

/** Words by which a wish begins. */
const wish = [
  "i (?:want|would like|need|have) to|i'?d like to|(?:can|could|may|would|will) (?:i|you|we)|let me|show me",
  '(?:kannst|könntest|kann|können|könnten|magst|würdest|würden)(?: (?:du|sie|ihr|ich|wir|man))?(?: (?:mir|mal|vielleicht))*|ich (?:will|möchte|würde gern)',
  "(?:pouvez|pourriez|peux|pourrais)[ -](?:vous|tu)(?: me)?|(?:vous|tu) (?:pouvez|peux)|(?:est-ce que )?(?:je|on) (?:peux|peut|voudrais|veux)|est-ce que (?:vous|tu) (?:pouvez|peux)|j'aimerais",
  '(?:me )?(?:puede|puedes|podría|podrías|pueden)(?: usted)?|(?:yo )?(?:quiero|quisiera|necesito|me gustaría)',
];

const close = ['now', 'then', 'mate', 'man', 'bro', 'jetzt', 'mal', 'maintenant', 'ahora'];

const opening = pattern(
  `^${any(...thanks, ...praise, ...sighs, ...farewell, ...intent, ...assent, ...please, ...wish)}(?:,? |$)`,
);
const closing = pattern(`(?:^| )${any(...thanks, ...praise, ...farewell, ...please, ...close)}$`);
const attached = pattern(`^(?:${japaneseThanks}|はい|すみません(?:が)?|あの)|(?:${japaneseThanks}|を?お願いします)$`);
const glad = pattern(
  `(?:^| )${any(...thanks, ...praise, ...farewell, ...intent)}(?:$| )|${japaneseThanks}|よかった|すごい|素晴らしい`,
);

/** A name behind thanks: "thanks Ada". */
const named = /^(?!but|still|no|not|nope|nein|non|nicht|aber|mais|pero|nothing|again|which|what|how)\p{L}{2,15}$/u;
const thanked = pattern(`^${any(...thanks)} `);

/** What a secret was replaced by, with the few words that name it, and the word before it. */
const hidden = /^(?:[\p{L}' ]{2,25} )?\[[a-z -]{3,20}\]$/u;
const label = /^(?:pw|pwd|pass|password|pin|passwort|kennwort|mot de passe|contrasena|パスワード)$/;

const without = (clause: string, words: RegExp): string => {
  const left = clause.replace(words, '').trim();
  return left === clause || left === '' ? left : without(left, words);
};

/** A clause without the polite words at its beginning and its end. */
export const peeled = once((clause): string => without(without(without(clause, attached), opening), closing));

/** Whether one of these phrases is a clause, with the polite words around it or without them: "what now", "please open a ticket now". */
export const isOne = (phrases: RegExp, clause: string): boolean => formsOf(clause).some((form) => phrases.test(form));

const formsOf = once((clause): readonly string[] => {
  const polite = unopened(clause);
  return [...new Set([...polite, ...unclosed(polite.at(-1)!), ...unclosed(clause)])];
});

/** The clause with ever fewer polite words at its beginning; "thanks all good now" may begin its sense anywhere. */
const unopened = (clause: string): readonly string[] => shorter([clause, without(clause, attached)], opening);
const unclosed = (clause: string): readonly string[] => shorter([clause], closing);

const shorter = (forms: readonly string[], words: RegExp): readonly string[] => {
  const last = forms.at(-1)!;
  const left = last.replace(words, '').trim();
  return left === last || left === '' ? forms : shorter([...forms, left], words);
};

/** What a text says besides polite words. */
export const plainly = (text: string): string => clausesOf(text).map(peeled).filter(Boolean).join(' ');

/** Whether a text holds thanks, praise or a farewell. */
const isGlad = (text: string): boolean => clausesOf(text).some((clause) => glad.test(clause));

/** Whether a text holds nothing but thanks and the like. */
export const isThanks = (text: string): boolean => {
  const clauses = clausesOf(text);
  if (/^(?:ok|okay|alright|gut)$/.test(clauses.join(' '))) return true;
  const left = clauses.filter((clause) => peeled(clause) !== '' && !isNamed(clause));
  const secret = left.some((clause) => hidden.test(clause));
  return isGlad(text) && left.every((clause) => hidden.test(clause) || (secret && label.test(clause)));
};

const isNamed = (clause: string): boolean => thanked.test(clause) && named.test(peeled(clause));
