/** Recognises what is said besides problems. */
import type { Catalog, Found } from '../src/model/catalog.ts';
import { isOne, isThanks, peeled, plainly } from './courtesy.ts';
import { done } from './done.ts';
import { exposed } from './exposed.ts';
import { helped } from './helped.ts';
import {
  any,
  clausesOf,
  longest,
  lowered,
  pattern,
  phraseOf,
  unpaused,
  whole,
  type Phrases,
  holdsCode,
} from './phrases.ts';
import { isPuttingOff } from './putting-off.ts';
import { isQuestion } from './question.ts';
import { isTrouble } from './trouble.ts';
import { asksOnward } from './what-now.ts';

/** `help`: what the bot does; `call`: help is wanted, and nothing is told of the problem; `exposed`: a secret was posted; `fedUp`: the bot is of no use to them. */
export type SmallTalk = 'hello' | 'thanks' | 'help' | 'call' | 'neverMind' | 'exposed' | 'fedUp';

const kinds: readonly Phrases<SmallTalk>[] = [
  [
    'neverMind',
    whole(
      "never ?mind|forget (?:it|that|about it)|cancel(?: (?:it|that|this))?|stop(?: (?:it|that|this))?|quit|start over|reset|abort|(?:i|we)(?:'ll| will)? (?:just )?leave (?:it|that)(?: (?:then|here|there|at that|for now|for today))*|no (?:it'?s )?(?:ok|fine|nothing)",
      '(?:ich|wir) lassen? (?:es|das)(?: (?:dann|jetzt|erst ?mal|mal|so|gut sein))*|dann lass(?:e ich| ich|en wir) (?:es|das)|(?:es ist )?egal|abbrechen|abbruch|vergiss (?:es|das)|vergessen sie (?:es|das)|schon gut',
      "(?:je|on) (?:le |la |les )?laisse(?: (?:ça|comme ça|tomber|pour l'instant))?|(?:yo )?(?:lo|la) (?:dejo|dejamos)(?: (?:así|por ahora|aquí))*",
      'annule[rz]?|laisse(?:z)? tomber|oublie[zr]?(?: (?:ça|cela))?|cancela[r]?|no importa|olv[ií]d(?:alo|elo)|déjalo|キャンセル|やめる|やめます|中止',
    ),
  ],
  [
    'fedUp',
    whole(
      "(?:(?:this|that|it|you|the bot|this bot)(?:'?s| is| are|'?re| was)? )?(?:so |just |really |completely |totally |absolutely |fucking )*(?:useless|pointless|hopeless|garbage|rubbish|trash|crap|bullshit|bs|nonsense|ridiculous|a joke|a waste of time|no (?:help|use)(?: at all)?|stupid|dumb|an idiot|terrible|awful|annoying)(?: bot)?",
      '(?:stupid|dumb|useless|bad|shitty|silly|damn) (?:bot|thing|machine|tool)|bad bot|(?:this|that|it|you) (?:really )?sucks?|you (?:suck|idiot|moron)|idiot|moron|thanks for nothing',
      '(?:oh )?(?:fuck|screw|damn)(?: (?:you|this|it|off|that))?(?: bot)?|fucking hell|wtf|ffs|shit|piece of (?:shit|crap)|damn it|dammit|go to hell',
      "(?:(?:i|we)(?:'m| am|'re| are)? )?(?:give|giving) up|i(?:'ve| have) had (?:it|enough)|i(?:'m| am) (?:fed up|done with (?:this|you)|tired of this|frustrated)|enough|(?:you|this) (?:don'?t|doesn'?t|does not|do not|can'?t) (?:help(?: me)?(?: at all)?|understand(?: (?:me|anything))?)|you understand nothing",
      "(?:(?:das|du|der bot|sie) (?:ist|bist|sind) )?(?:so |echt |völlig |total )*(?:nutzlos|sinnlos|unfähig|unbrauchbar|blöd|dumm|scheiße|scheisse|mist|müll|quatsch|doof|lächerlich|ein witz)(?:er bot)?|(?:blöder|dummer|doofer) bot|ich (?:gebe?|geb) auf|(?:mir|jetzt) reicht(?:'s| es)|verdammt|verdammte scheiße|leck mich|so ein (?:mist|scheiß|quatsch)|danke für nichts",
      "(?:(?:c'est|ça|t'es|tu es|vous êtes|ce bot est) )?(?:vraiment |trop |complètement )?(?:inutile|nul|nulle|ridicule|débile|bidon|n'importe quoi)|(?:ça|cela) ne sert à rien|merde|putain|fait chier|j'abandonne|j'en ai (?:marre|assez)|bot (?:nul|inutile)|merci pour rien",
      '(?:(?:esto|eso|eres|es|este bot es) )?(?:muy |totalmente |un )?(?:inútil|ridículo|estúpido|tonto|una (?:mierda|basura)|basura)|(?:esto )?no sirves?(?: para nada)|mierda|joder|me rindo|estoy harto|estoy harta|bot (?:inútil|tonto)|gracias por nada',
      'hurry(?: up)?|come on|(?:go )?faster|do something|mach(?:en sie)? schon|beeil dich|beeilen sie sich|tu was|dépêche(?:-toi|z-vous)|fai(?:s|tes) quelque chose|date prisa|dese prisa|haz algo|早くして(?:ください)?|急いで(?:ください)?',
      '役に立たない(?:です)?(?:ね)?|役立たず|使えない(?:ボット|bot)|ばか|馬鹿|くそ|もういい(?:です)?|諦め(?:ます|る|ました)|あきらめ(?:ます|る|ました)',
    ),
  ],
  [
    'help',
    whole(
      'help(?: me)?|\\?+|commands?|menu|what can you do|how do(?:es)? (?:you|this|it) work|start',
      'hilfe|aide|ayuda|ヘルプ|使い方',
      "(?:who|what)(?: exactly)? are you|what(?:'?s| is) your name|do you have a name|what kind of bot are you",
      '(?:wer|was) (?:bist du|sind sie)|wie hei(?:ßt|ssen|ßen) (?:du|sie)',
      "qui (?:es-tu|êtes-vous)|(?:t'es|tu es|vous êtes) qui|comment (?:t'appelles-tu|tu t'appelles|vous appelez-vous)",
      'quién (?:eres|es usted)|cómo te llamas',
      '(?:あなたは|君は)(?:誰|だれ|何)(?:です|なの|なん)(?:です)?か|(?:誰|だれ)ですか|お名前は(?:何ですか)?',
    ),
  ],
];

/** Said behind a greeting, or for one. */
const wishes = any(
  "(?:how are you|how(?:'?s| is) it going|what'?s up)(?: (?:all|doing|today|everyone))*",
  "(?:(?:i|we) )?hope(?: that)?(?: (?:you(?:'?re)?|u|all|everyone|everybody|this(?: message| mail)? finds))(?: (?:you|all|everyone|are|is|having|have|had|doing|keeping|a|the|your|so|far|very|nice|good|great|lovely|well|fine|ok|okay|safe|week|weekend|day|morning|evening|today))+",
  "wie geht(?:'?s| es)?(?: dir| ihnen| euch)?",
  "comment (?:ça va|allez-vous|vas-tu)|j'espère que (?:(?:vous|tu|tout|ça) )+(?:allez|vas|va) bien",
  'cómo (?:estás|está|están|va)|qué tal|espero que (?:todos |todo )?(?:estés?|estén|se encuentren?|te encuentres|vaya)(?: todos| muy)* bien',
  'お元気ですか',
);

const greetings = pattern(
  `^(?:(?:hi+|hiya|heya|hell+o+|hey+|yo|howdy|hola|hallo|bonjour|salut|coucou|moin|servus|grüß gott|grüezi|greetings|nice to meet you|(?:a very )?(?:good )?morning|good (?:morning|afternoon|evening|day|night)|guten (?:morgen|tag|abend)|mahlzeit|gute nacht|buenos días|buenas(?: tardes| noches)?|bonsoir|bonne nuit|もしもし|はじめまして|こんにちは|こんばんは|おはよう(?:ございます)?|お疲れ様です|お世話になって(?:おり|い)ます)(?: (?:there|all|everyone|everybody|team|signpost|bot|together|zusammen|folks|guys|sir|madam|à tous|a todos|equipo|みなさん))? ?)*${wishes}?$`,
);

/** Said when the problem went away by itself, with anything before it. */
const gone = /\bnever ?mind\b|\bsolved itself|\bhat sich erledigt/;
const notGone = /\b(?:but|still|aber|mais|pero|except|only)\b/;

const asking = whole(
  '(?:can|could|would|will|does|is|has)? ?(?:any ?one|any ?body|some ?one|some ?body|you|there)(?: here)?(?: please)? ?(?:help|advise|assist|know|an idea|around|there|home|any idea)?(?: me| us)?(?: please| with this)?',
  '(?:help|advise|assist)(?: me| us)?(?: please)?(?: with this)?',
  "(?:ist )?(?:da |hier )?jemand (?:da|hier)|(?:ich|wir) brauchen? (?:deine |ihre |mal )?hilfe|j'ai besoin d'aide|(?:kann|kannst|können|könnt) (?:du|sie|ihr|(?:mir )?jemand) (?:mir |uns )?helfen|(?:est-ce qu')?il y a quelqu'un(?: ici)?|(?:pouvez-vous|peux-tu|tu peux|vous pouvez) m'aider|hay alguien(?: ahí| aquí)?|(?:me )?(?:puedes|puede)(?: usted)? ayudar(?:me)?",
  '(?:誰|だれ)か(?:いますか|いませんか)|(?:助けて|手伝って)(?:ください|もらえますか)?',
);

/** Said about an answer, without a problem in it: that a method was gone through, or a remark. */
type Reaction = 'done' | 'remark';

const opening = "(?:(?:but|that'?s|this is|it'?s) )*";
const reactions: readonly Phrases<Reaction>[] = [
  ['done', whole(`${opening}${done}`)],
  [
    'remark',
    whole(
      `${opening}(?:h+m+|really|seriously|why(?: (?:that|is that|so))?|strange|weird|odd|interesting|wow|i see|got it|understood|noted|are you sure|what does (?:that|this|it) mean)`,
      'hm|seltsam|komisch|wirklich|warum|verstanden|sind sie sicher|was (?:heißt|bedeutet) das',
      "bizarre|vraiment|pourquoi|compris|vous êtes sûr|qu'est-ce que cela veut dire",
      'raro|de verdad|por qué|entendido|está seguro|qué significa eso',
      '本当(?:ですか)?|なぜ(?:ですか)?|変ですね|わかりました|分かりました',
    ),
  ],
];

/** So many words behind "done" say what was done; trouble and questions are more than that. */
const mostDone = 5;

const isDeedTold = (clauses: readonly string[]): boolean => {
  const said = clauses.join(' ');
  return (
    said.split(' ').length <= mostDone &&
    !notGone.test(said) &&
    !isTrouble(said) &&
    !isQuestion(said) &&
    !holdsCode(said)
  );
};

/** The reaction to an answer that the whole text is, or null. */
export const reactionOf = (text: string): Reaction | null => {
  if (text.length > longest) return null;
  const heard = (said: string): Reaction | undefined => phraseOf(reactions, (phrases) => isOne(phrases, said));
  const clauses = clausesOf(text).filter((clause) => peeled(clause) !== '' || heard(clause));
  const all = clauses.map(heard);
  const [, ...rest] = clauses;
  if (all[0] === 'done' && (rest.every((clause) => asksOnward(clause)) || isDeedTold(rest))) return 'done';
  if (all.length === 0 || all.includes(undefined)) return null;
  return all.includes('done') ? 'done' : 'remark';
};

/** Ways to ask whether one may, which say nothing of whether one will. */
const mayI = pattern(
  `^(?:(?:and|ok|but|und|et|y|aber|mais|pero|alors|sag|say) )*${any(
    '(?:can|could|may|should|shall) (?:i|we|he|she|they|one)',
    '(?:kann|darf|soll|sollte|könnte|können|dürfen|sollen) (?:ich|wir|man|er|sie)',
    "(?:est-ce qu(?:e |'))?(?:je|on|nous) (?:peux|peut|pouvons|dois|doit)|(?:puis|dois)-je|peut-on|(?:c'est|est-il) possible",
    '(?:se )?(?:puedo|podemos|puede|debo)|es posible',
  )} |(?:できますか|いいですか|可能ですか|してもいい)`,
);

/** Whether a text asks whether something may be done, rather than to do it: "can I cancel?". */
export const asksWhether = (text: string): boolean => /[?？]\s*$/.test(text) || mayI.test(unpaused(text));

/** What kind of small talk the whole text is, or null when it is about something. */
export const smallTalk = (text: string): SmallTalk | null => {
  if (text.length > longest) return null;
  const all = clausesOf(text);
  const clauses = all.filter((clause) => !greetings.test(clause));
  const said = clauses.join(' ') || lowered(text);
  if (helped(text)) return 'thanks';
  const isGone = (): boolean => gone.test(said) && !notGone.test(said);
  if (holdsCode(text)) return isGone() ? 'neverMind' : null;
  const plain = plainly(text);
  const kind = phraseOf(kinds, (phrases) => phrases.test(said) || isOne(phrases, plain));
  if (kind) return kind;
  if (all.length > clauses.length && clauses.length === 0) return 'hello';
  if (exposed(text)) return 'exposed';
  if (isThanks(text) || isPuttingOff(text)) return 'thanks';
  if (isGone()) return 'neverMind';
  return said !== '' && (asking.test(said) || isOne(asking, said)) ? 'call' : null;
};

/** From such a chance on it is small talk; a problem that is lost is worse than a needless question. */
const surely = 0.75;

/** In characters: longer texts tell of something. */
const mostSmall = 200;

/** The small talk that a text sounds like which belongs to nothing, where no phrase fits; null where it may be about something. */
export const soundsLike = (
  text: string,
  { verdict, unknownCodes, secrets }: Found,
  catalog: Pick<Catalog, 'opening'>,
): Extract<SmallTalk, 'hello' | 'call' | 'thanks'> | null => {
  if (!open.has(verdict) || unknownCodes.length > 0 || secrets.length > 0) return null;
  if (text.length > mostSmall || holdsCode(text) || isPlea.test(text)) return null;
  const { opening: heard, chance } = catalog.opening(text);
  if (chance < surely) return null;
  return heard === 'help' ? 'call' : heard;
};

/** A plea to be let in tells what it is about. */
const isPlea =
  /\b(?:resets?|unlock\w*|unblock\w*|let (?:me|us) (?:back )?in|(?:get|log|sign)(?: me| us)?(?: back)? (?:in|on))\b/i;

/** What finds nothing that is sure. */
const open: ReadonlySet<Found['verdict']> = new Set<Found['verdict']>(['nothing', 'unknown', 'clarify']);
