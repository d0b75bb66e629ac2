/** Hears what a clause says of a thing: in which state it is or is not, and whether that was brought about, in five languages. */
import { lowered } from './lowered.ts';
import { unaccented } from './phrases.ts';
import { isQuestion } from './question.ts';

/** A state by the words that say it holds (`is`) or does not (`not`), and, in the titles of methods, by the words for bringing it about. */
type Words = { readonly is: string; readonly not?: string; readonly act?: string };

const table = {
  right: {
    is: 'fine|complete|vollstandig|completes?|complet[oa]s?|o\\.?k\\.?|okay|good|right|correct|valid|alright|healthy|green|intact|accurate|in order|up to date|current|on time|as (?:it should be|before|expected|always)|set (?:correctly|right)|gut|richtig|korrekt|gultig|aktuell|in ordnung|grun|sauber|gepruft|stimmt|stimmen|passt|passen|bonne?s?|(?<!existe )bien|correcte?s?|valides?|valables?|a jour|justes?|exacte?s?|en regle|correct[oa]s?|valid[oa]s?|vigentes?|al dia|en orden|en hora|正し|合って|正常|大丈夫|問題(?:は|が)?(?:ない|ありません|なし)',
    not: 'wrong|incorrect|broken|damaged|invalid|expired|outdated|stale|off|falsch|kaputt|beschadigt|ungultig|abgelaufen|veraltet|fauss?e?s?|incorrectes?|expiree?s?|perimee?s?|incorrect[oa]s?|danad[oa]s?|caducad[oa]s?|vencid[oa]s?|間違|切れ|atrasad[oa]s?|adelantad[oa]s?|en retard|en avance|ずれ|遅れ|進んで',
    act: 'correct|make .* complete|repair|fix|reset|renew|replace|update|refresh|set the clock|put the time right',
  },
  there: {
    is: 'exists?|existing|present|there|listed|found|available|in place|in the list|on the list|(?:list|portal|directory|entra|intune) has it|vorhanden|existiert|existieren|da|gefunden|(?:in|auf) der liste|existent|existe(?: bien)?|en place|(?<=est |sont )la|presente?s?|trouvee?s?|dans la liste|existen|ahi|en la lista|presentes|encontrad[oa]s?|存在|あり(?=ま)|ある|残って|見つかり',
    not: 'missing|absent|gone|deleted|removed|not found|fehlt|fehlen|weg|geloscht|entfernt|manque|manquent|absente?s?|introuvables?|supprimee?s?|effacee?s?|falta|faltan|ausentes?|borrad[oa]s?|eliminad[oa]s?|削除',
    act: 'create|add|upload|install|import|register the (?:resource|client|address|redirect|reply)|restore',
  },
  on: {
    is: 'enabled|runs|demarree?s?|active|activated|switched on|turned on|unlocked|running|started|aktiv|aktiviert|eingeschaltet|freigeschaltet|entsperrt|lauft|actifs?|actives?|activee?s?|activ[oa]s?|activad[oa]s?|habilitad[oa]s?|desbloquead[oa]s?|有効',
    not: 'disabled|inactive|deactivated|switched off|turned off|locked|blocked|stopped|deaktiviert|gesperrt|ausgeschaltet|gestoppt|desactivee?s?|verrouillee?s?|bloquee?s?|arretee?s?|desactivad[oa]s?|deshabilitad[oa]s?|bloquead[oa]s?|detenid[oa]s?|無効|ロックされ|停止',
    act: 'enable|switch .*\\bon|turn on|activate|unlock|bring .* back',
  },
  same: {
    is: 'same|identical|equal|agree|agrees|match|matches|in sync|on both sides equal|gleich|identisch|ubereinstimm\\w*|stimmt uberein|memes?|identiques?|concordent|correspondent|iguales|igual|mism[oa]s?|identic[oa]s?|coinciden?|同じ|一致',
    not: 'differs?|different|mismatch\\w*|unterschiedlich|unterscheide\\w*|verschieden|weich\\w* .*\\bab|differente?s?|different|different|distint[oa]s?|diferentes?|difieren|異な|違い|違う',
    act: 'match|align|refresh|update the federated|make .* agree|set the differing',
  },
  known: {
    is: 'known|knows|remembered|bekannt|connue?s?|conocid[oa]s?|分かって|わかって',
    not: 'lost|nobody knows|(?:does not|doesn.?t|do not|don.?t) know|kennt niemand|weiss nicht|ne (?:sait|connait) pas|no (?:sabe|conoce|recuerda)|nadie (?:sabe|conoce)|unknown|forgotten|verloren|vergessen|unbekannt|perdue?s?|oubliee?s?|inconnue?s?|perdid[oa]s?|olvidad[oa]s?|desconocid[oa]s?|perdio|紛失|忘れ|失くし',
  },
  compliant: { is: 'compliant|konform|conformes?|cumplen?|準拠', not: 'non-?compliant', act: 'make .* compliant' },
  managed: { is: 'managed|verwaltet|geree?s?|administrad[oa]s?|gestionad[oa]s?|管理され', act: 'manage' },
  enrolled: {
    is: 'enroll?ed|re-?enroll?ed|in intune|eingeschrieben|inscrite?s?|enrolee?s?|inscrit[oa]s?',
    act: 'enrol',
  },
  registered: {
    is: 're-?registered|registered|joined|re-?joined|registriert|beigetreten|enregistree?s?|registrad[oa]s?|登録',
    act: 'register|join',
  },
  synced: {
    is: 'synced|synchroni[sz]ed|synchronisiert|synchronisee?s?|sincronizad[oa]s?|同期',
    act: '.*\\bsync|synchroni[sz]e',
  },
  assigned: {
    is: 'assigned|licensed|zugewiesen|zugeordnet|assignee?s?|attribuee?s?|affectee?s?|asignad[oa]s?|割り当て',
    act: 'assign',
  },
  granted: {
    is: 'granted|given|consented|approved|erteilt|gegeben|zugestimmt|genehmigt|accordee?s?|donnee?s?|approuvee?s?|concedid[oa]s?|dad[oa]s?|otorgad[oa]s?|aprobad[oa]s?|付与|承認',
    act: 'grant|consent',
  },
  allowed: {
    is: 'allowed|permitted|erlaubt|zugelassen|permise?s?|autorisee?s?|permitid[oa]s?|autorizad[oa]s?|許可',
    not: 'forbidden|verboten|interdite?s?|prohibid[oa]s?|禁止',
    act: 'allow|permit',
  },
  changed: {
    is: 'touched|changed|modified|altered|edited|moved|angefasst|angeruhrt|geandert|verandert|touchee?s?|changee?s?|modifiee?s?|tocad[oa]s?|cambiad[oa]s?|modificad[oa]s?|cambio|変え|変更|触って',
    not: 'unchanged|untouched|unverandert|inchangee?s?|sin cambios',
    act: 'change',
  },
  reset: {
    is: 'reset|zuruckgesetzt|reinitialisee?s?|restablecid[oa]s?|restablecio|reseteo|リセット',
    act: '.*\\breset',
  },
  renewed: {
    is: 'renewed|replaced|erneuert|ausgetauscht|getauscht|ersetzt|renouvelee?s?|remplacee?s?|renovad[oa]s?|reemplazad[oa]s?|更新|交換',
    act: 'renew|replace|refresh',
  },
  added: {
    is: 'uploaded|added|imported|installed|hochgeladen|hinzugefugt|aufgenommen|eingetragen|installiert|ajoutee?s?|importee?s?|installee?s?|anadid[oa]s?|agregad[oa]s?|subid[oa]s?|instalad[oa]s?|追加|アップロード|インストール',
    act: 'upload|add|install|import|register the (?:redirect|reply|client|resource|address)',
  },
  created: { is: 'created|erstellt|angelegt|creee?s?|cread[oa]s?|作成', act: 'create|generate' },
  restored: {
    is: 'restored|brought back|wiederhergestellt|restauree?s?|retablie?s?|restaurad[oa]s?|recuperad[oa]s?|復元',
    act: 'restore|bring .* back',
  },
  member: {
    is: 'members?|in (?:the|a|that) group|mitglied|in (?:der|einer) gruppe|membre|dans (?:le|un) groupe|miembro|en (?:el|un) grupo|メンバー',
    act: 'add .* group',
  },
  invited: { is: 'invited|re-?invited|eingeladen|(?:re)?invitee?s?|reinvite|invitad[oa]s?|招待', act: 'invite' },
  cleared: {
    is: 'empty|leer|vides?|vaci[oa]s?|cleared|deleted|removed|emptied|wiped|geloscht|entfernt|geleert|videe?s?|effacee?s?|supprimee?s?|borrad[oa]s?|borre|eliminad[oa]s?|limpiad[oa]s?|削除|消去|クリア|空',
    act: 'clear|clean|lift|remove|delete',
  },
  corrected: {
    is: 'gestellt|eingestellt|ajustee?s?|ajustad[oa]s?|corrected|fixed|repaired|adjusted|korrigiert|berichtigt|repariert|corrigee?s?|reparee?s?|corregid[oa]s?|reparad[oa]s?|修正|直し',
    act: 'correct|repair|fix',
  },
  updated: { is: 'updated|upgraded|aktualisiert|mise?s? a jour|actualizad[oa]s?|アップデート', act: 'update' },
  set: {
    is: '(?:[:=]|is|ist|est|es|steht auf|says|shows) ?(?:yes|true|1|ja|oui|si|はい)$',
    not: '(?:[:=]|is|ist|est|es|steht auf|says|shows) ?(?:no|false|0|empty|nein|non|いいえ)$|^(?:false|empty)$',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type State = keyof typeof table;

const letter = '[\\p{Script=Latin}\\d]';

const heard = (source: string): RegExp => new RegExp(unaccented(source), 'u');

/** Any of these as whole words; Japanese ones stand anywhere. */
const word = (list: string): RegExp => heard(`(?<!${letter}|${letter}-)(?:${list})(?!${letter})`);

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

const states = (Object.entries(table) as readonly (readonly [State, Words])[]).map(([state, { is, not, act }]) => ({
  state,
  is: word(is),
  not: not === undefined ? undefined : word(not),
  act: act === undefined ? undefined : new RegExp(`^(?:${act})\\b`),
}));

/** What a title of a method brings about. */
export const actsIn = (title: string): readonly State[] => {
  const said = lowered(title).replace(/^let .* (?=consent\b)/, '');
  return states.flatMap(({ state, act }) => (act?.test(said) ? [state] : []));
};

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

const negation = heard(
  "(?<!\\p{Script=Latin})(?:not|never|no|none|without|neither|cannot|nicht|nie|niemals|noch nie|kein|keine|keinen|keiner|ohne|pas|jamais|aucune?|sans|n'a|n'est|nunca|ningun[oa]?|sin|nobody|niemand|personne|nadie|nothing|nichts|rien|nada)(?!\\p{Script=Latin})|n't(?!\\p{Script=Latin})|(?:is|are|was|were|has|have|does|did)nt(?!\\p{Script=Latin})|ません|(?<!問題)(?<!問題は)(?<!問題が)ない|いない|なし$",
);

/** That there is something, in words that name no other state. */
const having = heard(
  "(?<!\\p{Script=Latin})(?:(?:has|have)(?! (?:\\w+ed|been|the same)(?!\\p{Script=Latin}))|got|gives?|finds?|there (?:is|are|was)|there's|without|hat|haben|gibt(?: es)?|es gibt|findet|il y a|y a|trouve|hay|tienen?|encuentra)(?!\\p{Script=Latin})",
);

/** Words that say that it was brought about, before now or by somebody. */
const past = heard(
  "(?<!\\p{Script=Latin})(?:already|was|were|been|got|did|i|we|i've|we've|i have|(?:he|she|they|admin|helpdesk)(?: has| have)?|schon|bereits|wurde|wurden|worden|habe|haben|hab|hat|deja|a ete|ont ete|j'ai|on a|il a|elle a|nous avons|ya|fue|fueron|he|ha|han|hemos|se ha|ha sido|yesterday|ago|this morning|last (?:week|night|month|year)|today|just now|gestern|heute|vorhin|letzte woche|hier|ce matin|aujourd'hui|la semaine derniere|ayer|hoy|esta manana|la semana pasada|did)(?!\\p{Script=Latin})|しました|した$|済み|昨日",
);

/** That it is so, without which a participle tells of a deed. */
const being = heard(
  '(?<!\\p{Script=Latin})(?:is|are|ist|sind|est|sont|esta|estan)(?!\\p{Script=Latin})|て(?:い)?(?:る|ます)',
);

/** Words that make less than a statement of a clause, or one about others. */
const hedged = heard(
  "(?<!\\p{Script=Latin})(?:how|what|which|where|why|who|wie|^was|welche[rsn]?|wo|warum|comment|quoi|ou est|pourquoi|quel(?:le)?s?|como|donde|cual|if|whether|until|unless|maybe|perhaps|probably|should|could|would|must|needs?|want|wants|can|can't|cannot|try|trying|only|except|other|others|else|another|someone else|colleagues?|before|after|since|wenn|falls|ob|vielleicht|soll|sollte|muss|kann|nur|andere[nrsm]?|kollegen?|vor(?:her)?|nachdem|seit|si(?! ?$)|peut-etre|doit|peut|seulement|autres?|collegues?|avant|apres|depuis|quiza|quizas|debe|puede|solo|otr[oa]s?|companer[oa]s?|antes|despues|desde|helps?|helped|hilft|geholfen|aide|aidee?|ayud\\w*|sirv\\w*|works?|asks?|asked|prompts?|log(?:s|ged)? ?in|sign(?:s|ed)? ?in|error|errors|message|fehler|meldung|erreur|mensaje|problem|issue|not sure|weiss nicht)(?!\\p{Script=Latin})|エラー|かもしれ|ですか|ますか|どう|なぜ|たら|他の",
);

/** What carries no meaning of its own in such a clause. */
const small = heard(
  "(?<![\\p{Script=Latin}\\d])(?:l(?=')|the|a|an|our|my|his|her|its|their|this|that|these|both|all|is|are|was|were|be|been|being|has|have|had|did|does|do|got|it|i|we|they|you|somebody|someone|to|of|in|on|at|for|by|from|and|but|so|also|yes|ok|still|already|just|now|yet|even|definitely|surely|really|perfectly|checked|verified|yesterday|today|ago|since|ce matin|cette|semaine|manana|lunes|monday|hour|hours|days|minutes|week|last|morning|this|again|der|die|das|den|dem|des|ein|eine|einen|einem|unser|unsere|mein|meine|sein|seine|ist|sind|war|waren|wurde|wurden|worden|habe|haben|hab|hat|wir|ich|es|man|noch|schon|bereits|auch|doch|ja|und|aber|im|in|am|auf|bei|gestern|heute|le|la|les|l'|un|une|du|de|des|d'|notre|mon|son|sa|est|sont|etait|a|ont|ete|il y|y a|on|j'ai|nous|avons|bien|toujours|encore|deja|et|mais|oui|hier|dans|sur|au|el|los|las|una|unos|nuestro|mi|su|esta|estan|es|son|era|fue|ha|han|he|hemos|sido|se|lo|ya|sigue|todavia|aun|tambien|y|pero|en|con|ayer|si|n'|ne|sich|there|c'est|cela|ca|eso|esto|als|as|get|with|sind|l|d|steht|liegt|here|hier|wieder|erneut|nouveau|nuevo|sides?|seiten|beiden|cotes|deux|lados|ambos|both|er|sie|il|elle|he|she|ella|ellas|ellos|el|seconds?|zur|zum|mit|von)(?![\\p{Script=Latin}\\d])|昨日|です|ます|ました|しました|して|し(?= |$)|い(?= |$)|いる|います|まだ|もう|すでに|済み|ません|[はがもをに:=,\"']",
);

const nothing = heard('(?<!\\p{Script=Latin})(?:nothing|anything|nichts|rien|nada)(?!\\p{Script=Latin})|何も');
const pronoun = heard('(?<!\\p{Script=Latin})(?:he|she|they|er|sie|il|elle|ella|彼|彼女)(?!\\p{Script=Latin})');

/** Names of more than one word, or that the catalog's vocabulary lacks in a language, by one word. */
const names: readonly (readonly [string, RegExp])[] = [
  ['password', heard('(?<!\\p{Script=Latin})mots? de passe(?!\\p{Script=Latin})')],
  [
    'clock',
    heard("(?<!\\p{Script=Latin})(?:uhrzeit|(?:l')?heure|hora|time(?! ?zone)|systemzeit)(?!\\p{Script=Latin})"),
  ],
  [
    'thumbprint',
    heard(
      '(?<!\\p{Script=Latin})(?:fingerabdruck\\w*|empreintes?|huellas?(?: digital\\w*)?)(?!\\p{Script=Latin})|拇印',
    ),
  ],
  ['metadata', heard('(?<!\\p{Script=Latin})(?:metadonnees|metadatos|metadaten)(?!\\p{Script=Latin})|メタデータ')],
  [
    'licence',
    heard('(?<!\\p{Script=Latin})(?:lizenz\\w*|licencias?|licenses?|licences?)(?!\\p{Script=Latin})|ライセンス'),
  ],
  [
    'trust',
    heard(
      '(?<!\\p{Script=Latin})(?:relacion de confianza|vertrauensstellung|relation d.approbation)(?!\\p{Script=Latin})|信頼関係',
    ),
  ],
  ['cookies', heard('クッキー')],
  ['ad', heard('active directory')],
  ['issuer', heard('(?<!\\p{Script=Latin})(?:aussteller|emetteur|emisor)(?!\\p{Script=Latin})|発行者')],
  [
    'device',
    heard(
      '(?<!\\p{Script=Latin})(?:pcs?|laptops?|computers?|notebooks?|rechner|ordinateurs?|ordenador(?:es)?|portatil|equipos?)(?!\\p{Script=Latin})|端末|パソコン',
    ),
  ],
  ['service', heard('(?<!\\p{Script=Latin})(?:dienst|servicio)(?!\\p{Script=Latin})|サービス')],
];

const named = (folded: string): string =>
  names.reduce((left, [name, words]) => left.replace(new RegExp(words.source, 'gu'), name), folded);

/** What is left of a clause without words of no meaning; a slash stands between the things that a preposition or a verb joins. */
const restOf = (folded: string, ...without: readonly RegExp[]): string => {
  const parted = [...without, having, link].reduce(
    (left, words) => left.replace(new RegExp(words.source, 'gu'), ' / '),
    named(folded),
  );
  return [negation, small]
    .reduce((left, words) => left.replace(new RegExp(words.source, 'gu'), ' '), parted)
    .replace(/\s+/g, ' ')
    .replace(/^(?:\/ ?|\s)+|(?: ?\/|\s)+$/g, '')
    .replace(/(?: \/)+ /g, ' / ');
};

const link = heard(
  '(?<!\\p{Script=Latin})(?:of|in|on|at|for|by|from|to|with|im|am|auf|bei|mit|von|dans|sur|au|en|con)(?!\\p{Script=Latin})',
);

/** A turn of a question with its own answer: "password was changed? no". */
const ownAnswer = heard(
  '^(.{4,80}[^?？])[?？]\\s*(?:and |und )?(yes|yep|yeah|ja|oui|si|はい|no|nope|nein|non|いいえ)[\\s.!。]*$',
);

/** Where a clause ends; a question keeps its mark. */
const pauses =
  /(?<=[?？])\s*|[.,;!。、！\n]+(?=\s|$)|[。、！\n]|(?<=[たす])が|(?<=まし?た)けど|\s[-–—]\s|\s(?=(?:but|aber|mais|pero|though|however)\s)|\s(?:and|und|et|y)\s/;

const unhedged = (clause: string): boolean => !hedged.test(clause) && !isQuestion(clause);

/** What was wrong need not be so any more. */
const wasOnly = heard('(?<!\\p{Script=Latin})(?:was|were|war|waren|etait|etaient|estaba|estaban)(?!\\p{Script=Latin})');

/** Whether a text denies something. */
export const denies = (text: string): boolean => negation.test(unaccented(lowered(text)));

/** The statements of one clause, which is folded; `turned` where its own answer is no. */
const inClause = (said: string, folded: string, turned = false): readonly Statement[] => {
  const found = states.flatMap(({ state, is, not }): readonly Statement[] => {
    const words = not?.test(folded) ? not : is.test(folded) ? is : undefined;
    if (!words) return [];
    const left = folded.replace(words, ' ');
    if (wasOnly.test(left) && (state === 'right' || state === 'same') && words === not) return [];
    const holds = (words === is) !== (negation.test(state === 'set' ? '' : left) !== turned);
    const about = restOf(folded, words);
    return [
      {
        said,
        about: about || (pronoun.test(folded) ? 'user' : nothing.test(folded) ? 'nothing' : ''),
        state,
        holds,
        done: holds && !still.has(state) && (past.test(left) || (deeds.has(state) && !being.test(left))),
      },
    ];
  });
  if (found.length > 0 || !having.test(folded)) return found;
  const about = restOf(folded);
  return [{ said, about, state: 'there', holds: negation.test(folded) === turned, done: false, loose: true }];
};

/** Whether a text asks whether something is so, and answers that itself. */
export const isOwnAnswer = (text: string): boolean => ownAnswer.test(unaccented(lowered(text.trim())));

/** The clauses of a text as they were typed, each with what it says. */
export const statementsIn = (text: string): readonly (readonly [clause: string, readonly Statement[]])[] => {
  const own = ownAnswer.exec(unaccented(lowered(text.trim())));
  if (own) {
    const turned = /^(?:no|nope|nein|non|いいえ)/.test(own[2]!);
    return [[text.trim(), inClause(text.trim(), own[1]!, turned)]];
  }
  let before = '';
  const clauses: (readonly [string, readonly Statement[]])[] = [];
  for (const clause of text.split(pauses).filter((one) => one.trim() !== '')) {
    const [last] = clauses.slice(-1);
    const shares =
      last &&
      last[1].length === 0 &&
      isName(last[0]) &&
      new RegExp(`${joined.source}$`, 'i').test(text.slice(0, text.indexOf(clause)));
    const said = clause.trim();
    const folded = named(unaccented(lowered(said)).replace(/\s+/g, ' '));
    const own = unhedged(folded) ? inClause(said, folded) : [];
    const all = own.map((one) =>
      one.about === '' && before !== '' && one.state !== 'same' ? { ...one, about: before } : one,
    );
    before = own.length > 0 ? own[0]!.about || before : '';
    if (!shares || own.length === 0) clauses.push([said, all]);
    else {
      const whole = text.slice(text.indexOf(last[0]), text.indexOf(clause) + clause.length).trim();
      const both = all.flatMap((one) => [{ ...one, about: restOf(unaccented(lowered(last[0]))) }, one]);
      clauses.splice(-1, 1, [whole, both.map((one) => ({ ...one, said: whole }))]);
    }
  }
  return clauses;
};

const joined = / (?:and|und|et|y) /;

/** Whether a clause only names a thing, of which the next clause tells. */
const isName = (clause: string): boolean => clause.trim().split(/\s+/).length <= mostNamed;

/** What was brought about, with no state that is heard: "was chosen". */
export const passive = heard(
  '(?<!\\p{Script=Latin})(?:was|were|been|wurde|wurden|a ete|ont ete|fue|fueron|ha sido|se ha)(?!\\p{Script=Latin})',
);

/** What a condition of the catalog, which is English, names: alternatives, each of parts that must all hold; null is a part that names no state. A part that only names a thing shares the state that follows it. */
export const conditionOf = (when: string, title: string): readonly (readonly (Statement | null)[])[] => {
  const said = lowered(when)
    .replace(/^use (?:it )?(?:only )?(?:when|if|where|first|as)\b/, '')
    .replace(/[.]\s.*$|\.$/g, '');
  const clauses = said
    .split(/;|: (?=\w+,)/)
    .flatMap((one) => one.split(/ or /.test(one) && !/ and /.test(one) ? /,? or (?=\w)|, / : /,? or (?=\w)/))
    .map((alternative) => alternative.split(/,? (?:and|but|though) |, /).map((part) => part.replace(shown, '').trim()));
  let after: Statement | undefined;
  const read = clauses.toReversed().map((alternative) =>
    alternative
      .toReversed()
      .map((part): Statement | null => {
        const heard = inClause(part, named(part));
        const own = heard.find(({ state }) => state === 'set') ?? heard[0];
        if (own) after = own;
        const thing = restOf(part);
        return own ?? (after && isThing(part, thing) ? { ...after, about: thing } : null);
      })
      .toReversed(),
  );
  let before = title;
  return read.toReversed().map((alternative) =>
    alternative.map((part) => {
      if (part && part.about !== '' && part.about !== 'user') before = part.about;
      return part && { ...part, about: before };
    }),
  );
};

/** What shows it is no part of the condition. */
const shown = /^.*\b(?:shows?|says?) that /;

/** So many words name a thing and say nothing of it. */
const mostNamed = 3;

/** What is more than a name. */
const phrase =
  /^(?:in|on|at|for|with|new|when)\b|\b(?:is|are|has|have|can|works?|belongs?|uses?|comes?|trusts?|appears?|shows?|sends?|fails?|follows?)\b/;

const isThing = (part: string, thing: string): boolean =>
  thing !== '' && !phrase.test(part) && thing.split(' ').length <= mostNamed;
