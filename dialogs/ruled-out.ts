/** Hears what is said to be fine, unchanged or not the case: "the clock is fine, checked", "relying party trust wasn't touched". */
import { any, folded, longest, pattern } from './phrases.ts';
import { isQuestion } from './question.ts';
import { isOwnAnswer, isSound, type Statement, statementsIn } from './statements.ts';

/** What is blamed for nothing, in words that name no state. */
const blameless = [
  '^(?<what>.{2,60}?) (?:läuft|gilt|ist|sind|is|are|runs?|good|expires?|est|es|vence|caduca|expire) ?(?:noch |erst |bis |gültig |valid |valide |válid[oa] |only |still |jusque |en |hasta |until |till |not before |in |le )*(?:\\w+ )?20[2-9]\\d$',
  "^(?:it|that|this|es|ce|c)?'? ?(?:is|are|'?s|ist|liegt|est|es) ?(?:not|n'?t|nicht|pas|no) (?:because of |due to |about |an |am |à cause d[eu] |por )?(?:the|an|a|der|die|das|dem|le|la|el) (?<what>.{3,50})$",
  '^(?:an|am) (?<what>.{3,50}) liegts? (?:es |das )?nicht$',
  '^(?:nothing|nichts|rien) (?:about|on|of|with|zu|über|sur) (?<what>.{3,40}?)(?: in (?:there|it|the log.?)| dabei)?$',
].map(pattern);

/** What has nothing to be ruled out: the sign-in itself, the error, and whoever is meant by a pronoun. */
const noThing = pattern(
  "^(?:and |but |so |no |yes |ok |ja |und |aber |oui |et |mais |sí |y |pero )*(?:(?:it|its|it's|that|this|he|she|they|we|i|you|all|everything|everybody|everyone|es|das|alles|er|sie|ça|ca|c'?|cela|tout|il|elle|esto|eso|todo|user|the user|which|what|who|none|nobody|nothing)$|.*\\b(?:others?|else|colleagues?|people|inside|outside|internal(?:ly)?|external(?:ly)?|home|office|andere\\w*|kollegen|intern|extern|autres?|collègues|otr[oa]s|compañeros)$|.*\\b(?:others?|andere\\w*|autres?|otr[oa]s?) |.*(?:社内|社外|自宅|他の人)(?:で)?$|.*\\b(?:errors?|problem|issues?|message|prompt|fehler|meldung|erreur|fallo)(?: (?:still|immer))?$)",
);

/** What makes a clause less than a statement, or one of trouble. */
const doubtful = pattern(
  "^(?:if|when|whether|wenn|falls|ob|si|cuando|should|maybe|perhaps|vielleicht|peut-être|quizás?)\\b|\\b(?:only|but|except|unless|anymore|any more|until (?:yesterday|today|this morning)|before that|nur|seulement|sauf|sólo|solo|salvo|not sure|dont know|can|could|works?|log(?:s|ged)? ?in|sign(?:s|ed)? ?in|opens?|kann|peut|puede)\\b|\\bn'?t (?:work|help)|^(?:do|does|is|are|can|did)\\b",
);

/** What may stand beside such a clause and says no more. */
const fillers = pattern(
  `^(?:${any(
    "(?:i |we |he |have |already |double |just |yes |all |and )*(?:checked|verified|confirmed|looked|tested)(?: (?:it|that|this|twice|already|myself))*|(?:i'?m |i am |we are |quite |pretty |very )*sure|for sure|are you sure|really|promise|as i said|100%",
    '(?:habe? ich |haben wir |schon |bereits |gerade |alles )*(?:geprüft|überprüft|nachgesehen|getestet|kontrolliert)|(?:ganz )?sicher',
    "(?:je l'ai |j'ai |déjà |c'est |bien )*(?:vérifiée?|contrôlée?|testée?)|sûr|certain",
    '(?:lo he |ya |lo |está )*(?:comprobad[oa]|verificad[oa]|revisad[oa]|comprobé)|segur[oa]',
    '確認(?:済み|しました)(?:です)?',
    '(?:i|we|he|she) (?:copied|checked|compared|looked at|verified|tested|saw) (?:it|that|them)(?: \\w+)?',
    'yes|no|nope|ja|nein|oui|non|sí|ok|okay|hm+|well|so|and|but|also|btw|thx|thanks|please|danke',
  )})$`,
);

const joints =
  /^(?:and|but|so|also|though|however|aber|und|auch|mais|et|pero|y|no(?= (?:it|that|this|the)\b|,)|no(?= its\b)|yes|ok)[\s,]+/i;
const tail =
  /\s+(?:i |we )?(?:just |already |have )?(?:checked|verified|btw|tho|though|i think|so far|today|geprüft)$/i;

/** A clause that says so, without the words that join it, and the thing that it is about. */
type RuledOut = { readonly clause: string; readonly said: string; readonly about: string };

/** What a text rules out, and the rest of it; `rest` is the whole text where it rules out nothing. */
type Ruling = { readonly out: readonly RuledOut[]; readonly rest: string };

const ruledOutIn = (clause: string, heard: readonly Statement[]): RuledOut | null => {
  const said = clause.replace(joints, '').replace(tail, '');
  const bare = folded(said).replace(/\s+/g, ' ');
  if (doubtful.test(bare)) return null;
  const blamed = (): string | undefined =>
    isQuestion(clause) ? undefined : blameless.map((form) => form.exec(bare)?.groups?.['what']?.trim()).find(Boolean);
  const about = heard.find(isSound)?.about ?? blamed();
  return about === undefined || (about !== 'nothing' && (noThing.test(about) || noThing.test(bare)))
    ? null
    : { clause, said, about };
};

/** A longer text tells a story, in which little is meant as a word on a cause. */
const most = 2 * longest;

export const rulingIn = (text: string): Ruling => {
  if (text.length > most) return { out: [], rest: text };
  if (isOwnAnswer(text)) return { out: [{ clause: text, said: text, about: text }], rest: '' };
  const out = statementsIn(text).flatMap(([clause, heard]) => ruledOutIn(clause, heard) ?? []);
  return out.length === 0
    ? { out, rest: text }
    : {
        out,
        rest: restOf(
          text,
          out.map(({ clause }) => clause),
        ),
      };
};

/** A text without the clauses that were heard, and without what says no more beside them. */
export const restOf = (text: string, heard: readonly string[]): string =>
  statementsIn(text)
    .map(([clause]) => clause)
    .filter((clause) => !heard.includes(clause) && !fillers.test(folded(clause.replace(/[?？]$/, ''))))
    .join(', ');
