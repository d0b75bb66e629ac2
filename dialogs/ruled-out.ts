/** Hears what is said to be fine, unchanged or not the case: "the clock is fine, checked", "relying party trust wasn't touched". */
import { lowered } from './lowered.ts';
import { any, longest, pattern, unaccented } from './phrases.ts';
import { isQuestion } from './question.ts';

const adverbs =
  '(?:still|also|all|definitely|surely|really|certainly|100%|perfectly|already|just|both|noch|immer noch|auch|sicher|definitiv|wirklich|ja|alle|toujours|encore|bien|aussi|sigue|todavía|aún|también|ya) ';

const good = any(
  'fine|ok(?:ay)?|o\\.k\\.|good|right|correct|valid|alright|healthy|green|intact|unchanged|untouched|unlocked|accurate',
  'in sync|synced|synchroni[sz]ed|in order|in place|up to date|current|present|enabled|active|trusted|compliant|registered|joined|reachable|configured|assigned|licensed|installed|running|on time|identical|existing',
  'there|set(?: correctly| right)?|as (?:it should be|before|expected|always)',
  'gut|richtig|korrekt|gültig|aktuell|aktiv|aktiviert|vorhanden|da|unverändert|synchron|synchronisiert|in ordnung|grün|sauber|registriert|eingeschaltet|freigegeben|zugewiesen|installiert|erreichbar|intakt|entsperrt|geprüft',
  'bonne?s?|correcte?s?|valides?|valables?|à jour|en place|là|présente?s?|actifs?|actives?|activée?s?|justes?|exacte?s?|inchangée?s?|synchronisée?s?|en règle|enregistrée?s?',
  'bien|correct[oa]s?|válid[oa]s?|vigentes?|activ[oa]s?|habilitad[oa]s?|al día|ahí|presentes?|sin cambios|sincronizad[oa]s?|registrad[oa]s?|en orden|en hora',
);

const ill = any(
  'touched|changed|modified|altered|expired|locked|blocked|disabled|deleted|removed|wrong|missing|broken|full|revoked|moved|renewed|replaced|outdated|off|affected',
  '(?:the|an?|our) (?:problem|issue|cause|reason|culprit)',
  'angefasst|angerührt|geändert|verändert|abgelaufen|gesperrt|deaktiviert|gelöscht|entfernt|falsch|kaputt|erneuert|umgestellt|das problem|die ursache|der grund|schuld',
  'touchée?s?|changée?s?|modifiée?s?|expirée?s?|verrouillée?s?|bloquée?s?|désactivée?s?|supprimée?s?|fausses?|le problème|la cause',
  'tocad[oa]s?|cambiad[oa]s?|modificad[oa]s?|caducad[oa]s?|bloquead[oa]s?|desactivad[oa]s?|eliminad[oa]s?|borrad[oa]s?|el problema|la causa|la culpa',
);

const be =
  "(?:is|are|was|were|looks?|seems?|has been|have been|has|have|had|did|does|got|'s|'re|ist|sind|war|waren|wurde|wurden|hat|haben|est|sont|était|étaient|a|ont|a été|ont été|es|son|era|está|están|fue|ha sido|han sido|ha|han|se ha|se han)";
const not = "(?:not|never|n'?t|nicht|nie|pas|jamais|no|nunca)";

/** The clause as a whole, with what it is about in front. */
const stated = [
  `^(?<what>.{2,70}?) ${be} ?(?:${adverbs})*${good}(?: ${any('on (?:both|all) .{3,20}', 'in .{3,25}', 'everywhere', 'too', 'as well', 'now', 'auch', 'noch', 'in entra', 'i checked', 'i think')})*$`,
  `^(?<what>.{2,70}?) (?:${adverbs})*(?:fine|ok(?:ay)?|correct|valid|unchanged|untouched|in sync|still (?:there|valid|active|enabled)|noch (?:da|gültig|aktiv)|toujours (?:là|valide)|sigue ahí)(?: in .{3,25})?$`,
  `^(?<what>.{2,70}?) (?:n'|ne )?${be}? ?${not} (?:been |even |at all |yet |été |sido )?${ill}(?: .{0,30})?$`,
  `^(?<what>.{2,70}?) no ${be} ${ill}(?: .{0,30})?$`,
  `^(?<what>.{2,70}?) (?:is|are|was|were|has|have|did|does|had)n'?t (?:been |even |yet )?${ill}(?: .{0,30})?$`,
  `^(?:no |nein |non )?(?:ne |n')?(?:nobody|no one|we|i|they|niemand|wir|on|nous|nadie)? ?(?:did ?n[o']?t|have ?n[o']?t|has ?n[o']?t|never|not) (?:touch|chang|modif|delet|remov|renew|replac)\\w* (?<what>.{3,60})$`,
  `^(?:nobody|no one) (?:touch|chang|modif|delet|remov|renew|replac)\\w* (?<what>.{3,60})$`,
  '^(?<what>.{2,60}?) (?:läuft|gilt|ist|sind|is|are|runs?|good|expires?|est|es|vence|caduca|expire) ?(?:noch |erst |bis |gültig |valid |valide |válid[oa] |only |still |jusque |en |hasta |until |till |not before |in |le )*(?:\\w+ )?20[2-9]\\d$',
  "^(?:it|that|this|es|ce|c)?'? ?(?:is|are|'?s|ist|liegt|est|es) ?(?:not|n'?t|nicht|pas|no) (?:because of |due to |about |an |am |à cause d[eu] |por )?(?:the|an|a|der|die|das|dem|le|la|el) (?<what>.{3,50})$",
  '^(?:an|am) (?<what>.{3,50}) liegts? (?:es |das )?nicht$',
  '^(?:nothing|nichts|rien) (?:about|on|of|with|zu|über|sur) (?<what>.{3,40}?)(?: in (?:there|it|the log.?)| dabei)?$',
  '^(?<what>.{2,40}?)(?:は|が|も)?(?:正しい|合って|問題(?:は|が)?(?:ない|ありません|なし)|大丈夫|有効|正常|変えて(?:い)?(?:ない|ません)|変更して(?:い)?(?:ない|ません)|触って(?:い)?(?:ない|ません)|切れて(?:い)?(?:ない|ません)|ロックされて(?:い)?(?:ない|ません)|残って|登録されて|あります)(?:い(?:る|ます))?(?:です)?$',
].map(pattern);

/** What has nothing to be ruled out: the sign-in itself, the error, and whoever is meant by a pronoun. */
const nothing = pattern(
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

const pauses = /[.,;:!?。、！？\n]+(?=\s|$)|[。、！？\n]|\s[-–—]\s|\s(?=(?:but|aber|mais|pero|though|however)\s)/;
const joints = /^(?:and|but|so|also|though|however|aber|und|auch|mais|et|pero|y|no|yes|ok)\s+/i;
const tail =
  /\s+(?:i |we )?(?:just |already |have )?(?:checked|verified|btw|tho|though|i think|so far|today|geprüft)$/i;

/** A clause that says so, and what it is about: of what is fine the thing, of trouble that there is not the thing and the trouble. */
export type RuledOut = { readonly said: string; readonly about: string };

/** What a text rules out, and the rest of it; `rest` is the whole text where it rules out nothing. */
export type Ruling = { readonly out: readonly RuledOut[]; readonly rest: string };

const ruledOutIn = (clause: string): RuledOut | null => {
  const said = clause.trim().replace(joints, '').replace(tail, '');
  const folded = unaccented(lowered(said)).replace(/\s+/g, ' ');
  if (doubtful.test(folded) || isQuestion(clause)) return null;
  for (const form of stated) {
    const what = form.exec(folded)?.groups?.['what']?.trim().replace(endsInBe, '');
    if (what !== undefined && !nothing.test(what) && !turned.test(what))
      return { said, about: troubled.test(folded) ? folded : what };
  }
  return null;
};

const endsInBe = pattern(` ${be}$`);
const troubled = pattern(`(?:^| )${ill}(?: |$)`);

/** "Not" in front of what is good says the opposite. */
const turned = pattern(
  "(?:\\b(?:not|no|never|nicht|nie|kein\\w*|pas|sin)|n't)\\b|\\b(?:isnt|arent|wasnt|cant|cannot|doesnt|dont)\\b|n't\\b",
);

/** A longer text tells a story, in which little is meant as a word on a cause. */
const most = 2 * longest;

export const rulingIn = (text: string): Ruling => {
  if (text.length > most) return { out: [], rest: text };
  const clauses = text.split(pauses).filter((clause) => clause.trim() !== '');
  const heard = clauses.map((clause) => [clause, ruledOutIn(clause)] as const);
  const out = heard.flatMap(([, one]) => one ?? []);
  if (out.length === 0) return { out, rest: text };
  const rest = heard.filter(([clause, one]) => !one && !fillers.test(unaccented(lowered(clause.trim()))));
  return { out, rest: rest.map(([clause]) => clause.trim()).join(', ') };
};
