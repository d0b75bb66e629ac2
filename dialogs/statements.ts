/** Hears what a clause says of a thing: in which state it is or is not, and whether that was brought about, in five languages. */
import { folded, longest, pattern, countOf } from './phrases.ts';
import { isQuestion } from './question.ts';
import { type State, states } from './states.ts';

/** States that are as they should be; the others tell what somebody did. */
const sound: ReadonlySet<State> = new Set<State>([
  'right',
  'there',
  'on',
  'same',
  'compliant',
  'managed',
  'enrolled',
  'registered',
  'synced',
  'assigned',
]);

/** States that a participle alone says somebody brought about: "cookies cleared". */
const deeds: ReadonlySet<State> = new Set<State>([
  'granted',
  'changed',
  'reset',
  'renewed',
  'added',
  'created',
  'invited',
  'restored',
  'cleared',
  'corrected',
  'updated',
]);

/** States in which a thing is, however it came there. */
const still: ReadonlySet<State> = new Set<State>([
  'right',
  'there',
  'same',
  'known',
  'compliant',
  'managed',
  'set',
  'member',
]);

/** Whether a statement says that a thing is in order, or that nobody touched it. */
export const isSound = ({ about, state, holds, loose }: Statement): boolean =>
  about !== '' && !loose && (state === 'changed' ? !holds : sound.has(state) && holds);

/** `about`: the words for the thing; empty where only a pronoun stands for it. `done`: somebody brought it about. */
export type Statement = {
  readonly said: string;
  readonly about: string;
  readonly state: State;
  readonly holds: boolean;
  readonly done: boolean;
  /** It is there, in words that would do for trouble as well: "there is a prompt". */
  readonly loose?: boolean;
};

const negation = pattern(
  "(?<!\\p{Script=Latin})(?:not|never|no|none|without|neither|cannot|nicht|nie|niemals|noch nie|kein|keine|keinen|keiner|ohne|pas|jamais|aucune?|sans|n'a|n'ai|n'ont|(?:ai|a|ont) plus(?= (?:l'|le |la |les |son |sa |ses |mon |ma |de |d'))|n'est|nunca|ningun[oa]?|sin|nobody|niemand|personne|nadie|nothing|nichts|rien|nada)(?!\\p{Script=Latin})|n't(?!\\p{Script=Latin})|(?:is|are|was|were|has|have|does|did)nt(?!\\p{Script=Latin})|ません|(?<!問題)(?<!問題は)(?<!問題が)ない|いない|なし$",
);

/** That there is something, in words that name no other state. */
const having = pattern(
  "(?<!\\p{Script=Latin})(?:(?:j'|n'|il |elle |on |ils |elles )(?:ai|a|ont|avons) (?:plus|encore|toujours)|(?:has|have)(?! (?:\\w+ed|been|the same)(?!\\p{Script=Latin}))|got|gives?|finds?|there (?:is|are|was)|there's|without|hat|haben|gibt(?: es)?|es gibt|findet|il y a|y a|trouve|hay|tienen?|encuentra|(?:shows?|lists?|contains?|zeigt|enthalt|montre|affiche|contient|muestra|contiene)(?= (?:no|keine?n?|aucune?|pas de|ningun[oa]?) ))(?!\\p{Script=Latin})",
);

/** Words that say that it was brought about, before now or by somebody. */
const past = pattern(
  "(?<!\\p{Script=Latin})(?:already|was|were|been|got|did|i|we|i've|we've|i have|(?:he|she|they|admin|helpdesk)(?: has| have)?|schon|bereits|wurde|wurden|worden|habe|haben|hab|hat|deja|a ete|ont ete|j'ai|on a|il a|elle a|nous avons|ya|fue|fueron|he|ha|han|hemos|se ha|ha sido|yesterday|ago|this morning|last (?:week|night|month|year)|today|just now|gestern|heute|vorhin|letzte woche|hier|ce matin|aujourd'hui|la semaine derniere|ayer|hoy|esta manana|la semana pasada|did)(?!\\p{Script=Latin})|しました|した$|済み|昨日",
);

/** A participle before its thing tells of a deed, though nobody is named: "assigned the group". */
const isVerbFirst = pattern(
  '^(?:just |now |also |then |and |so |ok )*(?:assigned|enrolled|registered|synced|enabled|unblocked|unlocked) (?:the|a|an|his|her|my|our|another)(?!\\p{Script=Latin})',
);

/** That it is so, without which a participle tells of a deed. */
const being = pattern(
  '(?<!\\p{Script=Latin})(?:is|are|ist|sind|est|sont|esta|estan)(?!\\p{Script=Latin})|て(?:い)?(?:る|ます)',
);

/** Words that make less than a statement of a clause, or one about others. */
const hedged = pattern(
  "(?<!\\p{Script=Latin})(?:how|what|which|where|why|who|wie|^was|welche[rsn]?|wo|warum|comment|quoi|ou est|pourquoi|quel(?:le)?s?|como|donde|cual|if|whether|until|unless|maybe|perhaps|probably|should|could|would|must|needs?|want|wants|can|can't|cannot|try|trying|only|except|other|others|else|another|second|zweite[rsn]?|deuxieme|segund[oa]|someone else|colleagues?|before|after|since|wenn|falls|ob|vielleicht|soll|sollte|muss|kann|nur|andere[nrsm]?|kollegen?|vor(?:her)?|nachdem|seit|si(?! ?$)|peut-etre|doit|peut|seulement|autres?|collegues?|avant|apres|depuis|quiza|quizas|debe|puede|solo|otr[oa]s?|companer[oa]s?|antes|despues|desde|helps?|helped|hilft|geholfen|aide|aidee?|ayud\\w*|sirv\\w*|works?|asks?|asked|prompts?|log(?:s|ged)? ?in|sign(?:s|ed)? ?in|error|errors|message|fehler|meldung|erreur|mensaje|problem|issue|not sure|weiss nicht)(?!\\p{Script=Latin})|エラー|かもしれ|ですか|ますか|どう|なぜ|たら|他の",
);

/** What carries no meaning of its own in such a clause. */
const small = pattern(
  "(?<![\\p{Script=Latin}\\d])(?:longer|mehr|anymore|any more|l(?=')|the|a|an|our|my|his|her|its|their|this|that|these|both|all|is|are|was|were|be|been|being|has|have|had|did|does|do|got|it|i|we|they|you|somebody|someone|to|of|in|on|at|for|by|from|and|but|so|also|yes|ok|still|already|just|now|yet|even|definitely|surely|really|perfectly|checked|verified|yesterday|today|ago|since|ce matin|cette|semaine|manana|lunes|monday|hour|hours|days|minutes|week|last|morning|this|again|der|die|das|den|dem|des|ein|eine|einen|einem|unser|unsere|mein|meine|sein|seine|ist|sind|war|waren|wurde|wurden|worden|habe|haben|hab|hat|wir|ich|es|man|noch|schon|bereits|auch|doch|ja|und|aber|im|in|am|auf|bei|gestern|heute|le|la|les|l'|un|une|du|de|des|d'|notre|mon|son|sa|est|sont|etait|a|ont|ete|il y|y a|on|j'ai|nous|avons|bien|toujours|encore|deja|et|mais|oui|hier|dans|sur|au|el|los|las|una|unos|nuestro|mi|su|esta|estan|es|son|era|fue|ha|han|he|hemos|sido|se|lo|ya|sigue|todavia|aun|tambien|y|pero|en|con|ayer|si|n'|ne|sich|there|c'est|cela|ca|eso|esto|als|as|get|with|sind|l|d|steht|liegt|here|hier|again|wieder|erneut|nouveau|nuevo|sides?|seiten|beiden|cotes|deux|lados|ambos|both|er|sie|il|elle|he|she|ella|ellas|ellos|el|seconds?|zur|zum|mit|von)(?![\\p{Script=Latin}\\d])|昨日|です|ます|ました|しました|して|し(?= |$)|い(?= |$)|いる|います|まだ|もう|すでに|済み|ません|[はがもをに:=,\"']",
);

const nothing = pattern('(?<!\\p{Script=Latin})(?:nothing|anything|nichts|rien|nada)(?!\\p{Script=Latin})|何も');
const pronoun = pattern('(?<!\\p{Script=Latin})(?:he|she|they|er|sie|il|elle|ella|彼|彼女)(?!\\p{Script=Latin})');

/** Names of more than one word, or that the catalog's vocabulary lacks in a language, by one word. */
const names: readonly (readonly [string, RegExp])[] = [
  ['password', pattern('(?<!\\p{Script=Latin})mots? de passe(?!\\p{Script=Latin})')],
  [
    'clock',
    pattern("(?<!\\p{Script=Latin})(?:uhrzeit|(?:l')?heure|hora|time(?! ?zone)|systemzeit)(?!\\p{Script=Latin})"),
  ],
  [
    'thumbprint',
    pattern(
      '(?<!\\p{Script=Latin})(?:fingerabdruck\\w*|empreintes?|huellas?(?: digital\\w*)?)(?!\\p{Script=Latin})|拇印',
    ),
  ],
  ['metadata', pattern('(?<!\\p{Script=Latin})(?:metadonnees|metadatos|metadaten)(?!\\p{Script=Latin})|メタデータ')],
  [
    'licence',
    pattern('(?<!\\p{Script=Latin})(?:lizenz\\w*|licencias?|licenses?|licences?)(?!\\p{Script=Latin})|ライセンス'),
  ],
  [
    'trust',
    pattern(
      '(?<!\\p{Script=Latin})(?:relacion de confianza|vertrauensstellung|relation d.approbation)(?!\\p{Script=Latin})|信頼関係',
    ),
  ],
  ['cookies', pattern('クッキー')],
  ['ad', pattern('active directory')],
  ['issuer', pattern('(?<!\\p{Script=Latin})(?:aussteller|emetteur|emisor)(?!\\p{Script=Latin})|発行者')],
  [
    'device',
    pattern(
      '(?<!\\p{Script=Latin})(?:pcs?|laptops?|computers?|notebooks?|rechner|ordinateurs?|ordenador(?:es)?|portatil|equipos?)(?!\\p{Script=Latin})|端末|パソコン',
    ),
  ],
  ['service', pattern('(?<!\\p{Script=Latin})(?:dienst|servicio)(?!\\p{Script=Latin})|サービス')],
];

export const named = (heard: string): string =>
  names.reduce(
    (left, [name, words]) => left.replace(new RegExp(words.source, 'gu'), name),
    heard.replace(/(?<=\p{L})(?=[:=])/gu, ' '),
  );

/** What is left of a clause without words of no meaning; a slash stands between the things that a preposition or a verb joins. */
export const aboutOf = (heard: string, ...without: readonly RegExp[]): string => {
  const parted = [...without, having, link].reduce(
    (left, words) => left.replace(new RegExp(words.source, 'gu'), ' / '),
    named(heard),
  );
  return [negation, small]
    .reduce((left, words) => left.replace(new RegExp(words.source, 'gu'), ' '), parted)
    .replace(/\s+/g, ' ')
    .replace(/^(?:\/ ?|\s)+|(?: ?\/|\s)+$/g, '')
    .replace(/(?: \/)+ /g, ' / ');
};

const link = pattern(
  '(?<!\\p{Script=Latin})(?:of|in|on|at|for|by|from|to|with|im|am|auf|bei|mit|von|dans|sur|au|en|con)(?!\\p{Script=Latin})',
);

/** A turn of a question with its own answer: "password was changed? no". */
const ownAnswer = pattern(
  '^(.{4,80}[^?？])[?？]\\s*(?:and |und )?(yes|yep|yeah|ja|oui|si|はい|no|nope|nein|non|いいえ)[\\s.!。]*$',
);

/** A clause as it was typed, with what it says. */
type Clause = readonly [clause: string, statements: readonly Statement[]];

const denial = /^(?:no|nope|nein|non|いいえ)/;

/** Where a clause ends; a question keeps its mark. */
const pauses =
  /(?<=[?？])\s*|[.,;!。、！\n]+(?=\s|$)|[。、！\n]|(?<=[たす])が|(?<=まし?た)けど|\s[-–—]\s|\s(?=(?:but|aber|mais|pero|though|however)\s)/;

/** What was wrong need not be so any more. */
const wasOnly = pattern(
  '(?<!\\p{Script=Latin})(?:was|were|war|waren|etait|etaient|estaba|estaban)(?!\\p{Script=Latin})',
);

/** What runs out in a year to come is valid: whoever tells it in the present says so. */
const lasting = [
  "^(.{2,50}?) (?:is|are|runs?|expires?|lauft|ist|sind|gilt|est|expire|es|esta|vence|caduca) (?:still |also |only |noch |erst |auch |encore |todavia )*(?:valid |good |gultig |valable |valide |valid[oa] |vigente )?(?:until |till |in |on |bis |jusqu'en |jusqu'a |en |hasta )*(?:\\w+ )?20[2-9]\\d(?: (?:ab|gultig|on both|on both sides|auf beiden seiten|des deux cotes|en ambos lados))?$",
  '^(.{2,40}?)(?:は|の有効期限は)20[2-9]\\d年?(?:まで)(?:有効|です|切れません)?',
].map(pattern);

const isLasting = (heard: string): boolean => lasting.some((form) => form.test(heard));

/** A group within a group: being in it is then the trouble, and no membership that counts. */
const nested = pattern(
  '\\b(?:nested|verschachtelt\\w*|imbrique\\w*|anidad\\w*)\\b|\\b(gr[ou]+pp?[eos]*n?s?)\\b.*\\b(?:in|inside|within|of|dans|en|dentro)\\b.*\\b\\1|入れ子|グループの中のグループ',
);

/** Whether a text denies something. */
export const denies = (text: string): boolean => negation.test(folded(text));

/** The statements of one clause, which is heard; `turned` where its own answer is no. */
export const inClause = (said: string, heard: string, turned = false): readonly Statement[] => {
  const found = states.flatMap(({ state, is, not }): readonly Statement[] => {
    const words = not?.test(heard) ? not : is.test(heard) ? is : undefined;
    if (!words) return [];
    const left = heard.replace(words, ' ');
    if (wasOnly.test(left) && (state === 'right' || state === 'same') && words === not) return [];
    const holds = (words === is) !== (negation.test(state === 'set' ? '' : left) !== turned);
    const about = aboutOf(heard, words);
    return [
      {
        said,
        about: about || (pronoun.test(heard) ? 'user' : nothing.test(heard) ? 'nothing' : ''),
        state,
        holds,
        done:
          holds &&
          !still.has(state) &&
          (past.test(left) || (deeds.has(state) && !being.test(left)) || isVerbFirst.test(heard)),
      },
    ];
  });
  const [, thing = ''] = lasting.map((form) => form.exec(heard)).find(Boolean) ?? [];
  if (thing !== '') return [{ said, about: aboutOf(thing), state: 'right', holds: true, done: false }];
  if (found.length > 0 || !having.test(heard)) return found;
  const about = aboutOf(heard);
  return [{ said, about, state: 'there', holds: negation.test(heard) === turned, done: false, loose: true }];
};

/** A longer text tells a story. */
const most = 2 * longest;

/** Whether a text asks whether something is so, and answers that itself. */
export const isOwnAnswer = (text: string): boolean => text.length <= most && ownAnswer.test(folded(text));

/** The clauses of a text as they were typed, each with what it says. */
export const statementsIn = (text: string): readonly Clause[] => {
  if (text.length > most) return [[text.trim(), []]];
  const whole = text.trim();
  const [, asked, answer] = ownAnswer.exec(folded(whole)) ?? [];
  if (asked !== undefined) return [[whole, inClause(whole, asked, denial.test(answer!))]];
  const isNested = nested.test(folded(whole));
  let before = '';
  return together(text).map((clause) => {
    const said = clause.trim();
    const heard = named(folded(said).replace(/\s+/g, ' '));
    if ((hedged.test(heard) && !isLasting(heard)) || isQuestion(said)) return [said, []];
    const [name, rest] = joinedIn(heard);
    const own = inClause(said, rest).map((one) =>
      one.about === '' && before !== '' && one.state !== 'same' ? { ...one, about: before } : one,
    );
    before = own.length > 0 ? own[0]!.about || before : '';
    const meant = isNested ? own.filter(({ state }) => state !== 'member') : own;
    return [said, name ? [...meant.map((one) => ({ ...one, about: name })), ...meant] : meant];
  });
};

/** The clauses of a text; what only names a thing stays with what is told of it: "issuer and certificate are the same". */
const together = (text: string): readonly string[] =>
  text
    .split(pauses)
    .filter((clause) => clause.trim() !== '')
    .flatMap((clause) => {
      const [first, second, ...others] = clause.split(joined);
      return second !== undefined && others.length === 0 && isName(first!) ? [clause] : clause.split(joined);
    });

/** The thing that is named before "and", and the clause behind it. */
const joinedIn = (heard: string): readonly [name: string, rest: string] => {
  const [first, second, ...others] = heard.split(joined);
  return second !== undefined && others.length === 0 && isName(first!) ? [aboutOf(first!), second] : ['', heard];
};

const joined = /\s(?:and|und|et|y)\s/i;

/** Whether a clause only names a thing, of which the next clause tells. */
const isName = (clause: string): boolean =>
  countOf(clause) <= mostNamed && inClause('', named(folded(clause))).length === 0;

/** So many words name a thing and say nothing of it. */
export const mostNamed = 3;

/** What was brought about, with no state that is heard: "was chosen". */
export const passive = pattern(
  '(?<!\\p{Script=Latin})(?:was|were|been|wurde|wurden|a ete|ont ete|fue|fueron|ha sido|se ha)(?!\\p{Script=Latin})',
);
