/** Recognises what is said besides problems. */
import { lowered } from './lowered.ts';

export type SmallTalk = 'hello' | 'thanks' | 'help' | 'neverMind';

const kinds: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'neverMind',
    /^(?:never ?mind|forget (?:it|that)|cancel|stop|quit|start over|reset|abort|no,? (?:it'?s )?(?:ok|fine|nothing)|egal|abbrechen|vergiss es|vergessen sie es|schon gut|annuler|laisse(?:z)? tomber|oublie[zr]?|cancelar|no importa|olv[ií]d(?:alo|elo)|キャンセル|やめる|やめます|中止)$/,
  ],
  [
    'thanks',
    /^(?:(?:great|super|perfect|ok|okay|cool|nice|awesome|yes|that'?s it)\W+)*(?:many |much |vielen |besten |muchas )?(?:thanks?|thank you|thankyou|thx|ty|cheers|danke|merci|gracias|arigato|ありがとう(?:ございます|ございました)?)(?:\W+(?!but\b|aber\b|mais\b|pero\b|still\b)[^\d]{0,50})?$/,
  ],
  [
    'thanks',
    /^(?:ok|okay|great|super|perfect|cool|nice|awesome|good|well done|bye|goodbye|see you|tschüss|au revoir|adios|adiós)(?: bot)?$/,
  ],
  [
    'help',
    /^(?:help(?: me)?|\?+|commands?|menu|what can you do|how do(?:es)? (?:you|this|it) work|who are you|what are you|start|hilfe|aide|ayuda|ヘルプ|使い方)$/,
  ],
  [
    'hello',
    /^(?:(?:hi|hello|hey|hola|hallo|bonjour|salut|moin|servus|greetings|good (?:morning|afternoon|evening|day)|guten (?:morgen|tag|abend)|buenos d[ií]as|buenas(?: tardes| noches)?|bonsoir|こんにちは|こんばんは|おはよう(?:ございます)?)(?: (?:there|all|everyone|everybody|team|signpost|bot|together|zusammen|folks|guys))?[\s,!.]*)+(?:how are you|how'?s it going)?$/,
  ],
];

/** Said when the problem went away by itself, with anything before it. */
const gone =
  /\bnever ?mind\b|\b(?:it|that|everything|all|login|sign[- ]?in)(?:'?s| is)? (?:just |suddenly |all )?(?:works?|working|fixed|solved|fine|ok|okay) (?:now|again)\b|\bsolved itself|\b(?:geht|funktioniert|klappt) (?:jetzt|wieder)(?! nicht)|\bhat sich erledigt|\bça (?:re)?marche (?:maintenant|de nouveau)|\bya funciona\b|直りました|解決しました/;
const notGone = /\b(?:but|still|aber|mais|pero|except|only)\b/;

const asking =
  /^(?:(?:please|pls|hi|hello)\W+)*(?:can|could|would|will|does|is|has)? ?(?:any ?one|any ?body|some ?one|some ?body|you|there)(?: here)?(?: please)? ?(?:help|advise|assist|know|an idea|around|there|any idea)?(?: me| us)?(?: please| with this)?$/;

/** Said about an answer, without a problem in it: that a method was gone through, or a remark. */
export type Reaction = 'done' | 'remark';

const opening = String.raw`^(?:(?:ok(?:ay)?|yes|so|but|oh|well|that'?s|this is|it'?s)\W+)*`;
const reactions: readonly (readonly [Reaction, RegExp])[] = [
  [
    'done',
    new RegExp(
      `${opening}(?:done|finished|i'?(?: ha)?(?:ve)? ?(?:did|done)(?: (?:it|that|this|all(?: of)? that))?(?: now)?|did (?:it|that|this)|erledigt|fertig|(?:habe ich )?gemacht|c'est fait|fait|hecho|完了しました|やりました)$`,
    ),
  ],
  [
    'remark',
    new RegExp(
      `${opening}(?:h+m+|really|seriously|why(?: (?:that|is that|so))?|strange|weird|odd|interesting|wow|i see|got it|understood|noted|are you sure|what does (?:that|this|it) mean|hm|seltsam|komisch|wirklich|warum|verstanden|sind sie sicher|was (?:heißt|bedeutet) das|bizarre|vraiment|pourquoi|compris|vous êtes sûr|qu'est-ce que cela veut dire|raro|de verdad|por qué|entendido|está seguro|qué significa eso|本当(?:ですか)?|なぜ(?:ですか)?|変ですね|わかりました|分かりました)$`,
    ),
  ],
];

/** The reaction to an answer that the whole text is, or null. */
export const reactionOf = (text: string): Reaction | null =>
  text.length > longest ? null : (reactions.find(([, pattern]) => pattern.test(tidy(text)))?.[0] ?? null);

/** Longer texts are about something. */
const longest = 120;

/** The text in small letters, without the punctuation at its end. */
const tidy = (text: string): string => {
  const words = lowered(text);
  return /^\?+$/.test(words) ? '?' : words.replace(/[\s!.,;:)?？。！]{1,40}$/u, '');
};

/** What kind of small talk the whole text is, or null when it is about something. */
export const smallTalk = (text: string): SmallTalk | null => {
  if (text.length > longest) return null;
  const said = tidy(text);
  const kind = kinds.find(([, pattern]) => pattern.test(said))?.[0];
  if (!kind && gone.test(said) && !notGone.test(said)) return 'neverMind';
  return kind ?? (asking.test(said) ? 'help' : null);
};
