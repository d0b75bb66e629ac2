/** Recognises that somebody goes back to what was looked at before: "go back to the consent one", or that it came back: "the MFA thing is back". */
import { any, longest, pattern, unaccented, unpaused, whole, holdsCode } from './phrases.ts';

const opener = pattern(
  `^(?:(?:no|ok|okay|so|wait|please|yes|sorry|and|nein|und|non|et|y) )*${any(
    "(?:(?:can we |let'?s |i want to )?(?:go|get|come|switch) back|return|back) to",
    '(?:go|get) back|back(?= *$)|(?:zurück|retour|volver|atrás)(?= *$)',
    "(?:that'?s|i mean|i meant) the (?:earlier|previous|first) (?:one|problem|answer|thing|issue)",
    'what about the (?:earlier|previous|first|other) (?:one|problem|answer|thing|issue)',
    'zurück (?:zu[mr]?|zu dem|zu der)',
    '(?:revenons|retour|revenir) (?:à|au|aux)',
    '(?:volvamos|volver|vuelve|volviendo) (?:a|al)',
    '(?:前|さっき|先ほど|最初)の(?:件|問題|話|回答)に戻|戻る|戻って(?:ください)?',
  )}(?: |$|(?<=戻)(?:る|って(?:ください)?|ります)?)`,
);

/** In Japanese what is meant stands before the words for going back. */
const japanese =
  /^(?:すみません|では|じゃあ|やはり|やっぱり|もう一度|一旦|いったん)*、?(?<name>.{1,30}?)(?:について)?(?:の(?:件|問題|話|回答|答え|エラー|方|ほう|ところ)(?:に|へ|まで)(?:話を)?戻(?:る|ります)?|(?<!元|画面|ページ|状態)(?:の(?:件|問題|話|回答|答え|エラー|方|ほう|ところ))?(?:に|へ|まで)(?:話を)?戻(?:って|りたい|りましょう|ろう|して))(?:です|ください|下さい|もらえますか|いただけますか|お願いします)*$/;

/** What a text wants to go back to, "" where it does not say; null where it does not want to. */
export const earlierIn = (text: string): string | null => {
  if (text.length > longest) return null;
  const said = unpaused(text);
  if (opener.test(said)) return said.replace(opener, '').trim();
  return japanese.exec(said)?.groups?.['name'] ?? null;
};

/** The clause of a text that wants to go back to something that it names, with what is said before and behind it; null where nothing else is said. */
export const goingBackIn = (
  text: string,
): { readonly before: string; readonly back: string; readonly behind: string } | null => {
  if (text.length > longest) return null;
  const clauses = text.split(/(?<=[.,;:!])\s+|(?<=[。、！])/u);
  const at = clauses.findIndex((clause) => (earlierIn(clause) ?? '') !== '');
  if (at < 0 || clauses.length === 1) return null;
  const [before, behind] = [clauses.slice(0, at), clauses.slice(at + 1)].map((some) => some.join(' ').trim());
  return { before: before!, back: clauses[at]!, behind: behind! };
};

const same =
  '(?:the |this |that )?same(?: old)? (?:thing|problem|issue|error|message)|(?:the |this |my |our )?(?:problem|issue|error|fault)';
const sameAbroad =
  "(?:das|der|dasselbe|derselbe|das gleiche|der gleiche) ?(?:problem|fehler)?|(?:le |ce |la |l')?(?:même )?(?:problème|erreur|panne)|(?:el |este |la )?(?:mismo )?(?:problema|error|fallo)";
const oneself = any('its?', 'that', 'this', 'everything', same, 'es', 'ça', 'cela', "c'", 'esto', 'eso', sameAbroad);
const person = any(
  'he',
  'she',
  'they',
  'we',
  'i',
  '(?:the |my )?(?:user|colleague|boss|customer)',
  'er',
  'sie',
  'ich',
  'il',
  'elle',
);
const personNoun = any(
  'users?|colleagues?|coworkers?|boss|manager|customers?|clients?|admins?|person|guy|people|employees?|guests?',
  'benutzer(?:in)?|nutzer(?:in)?|kolleg(?:e|en|in)|chef(?:in)?|mitarbeiter(?:in)?|kund(?:e|in)',
  "(?:l')?utilisat(?:eur|rice)|collegue|cliente?|employee?|personne",
  'usuari[oa]|companer[oa]|jef[ea]|emplead[oa]|persona',
);
const lead =
  '(?:(?:oh |no |but |hm+ |sorry |damn |unfortunately |and |now |today |so |well |aber |leider |jetzt |mais |maintenant |malheureusement |pero |ahora |lamentablemente )*)';
const again = any(
  "(?:'s |is |are |has |have |just |now )*(?:back|come back|came back|returned)(?: again)?",
  '(?:is |has |just |now )*(?:broke|broken|fails|failing|failed|happens|happened|happening|starts|started|appeared|there|down|stopped working) again',
  "(?:did ?n[o']?t|did not|has not|hasn'?t) (?:last|hold|stick)(?:ed)?(?: (?:very )?long)?",
  '(?:only |just )?(?:worked|lasted|helped|held) (?:(?:only|just|for|about) )*(?:an?|one|two|a few|\\d{1,3}) (?:minutes?|hours?|days?|while|time|once)(?: only)?',
  '(?:ist|sind) (?:jetzt |schon |leider )*wieder (?:da|zurück|kaputt)|(?:geht|funktioniert|klappt)(?: (?:es|das))? (?:jetzt |schon |leider )*wieder nicht(?: mehr)?|(?:tritt|kommt) (?:jetzt |schon )*wieder (?:auf|vor)?|(?:hat )?(?:leider )?nicht (?:lange )?gehalten',
  "(?:est )?(?:de nouveau |encore )?(?:revenue?s?|de retour|reparti)|recommence|(?:ne )?(?:re)?marche (?:de nouveau|à nouveau|encore) (?:plus|pas)|(?:n')?a pas (?:duré|tenu)(?: longtemps)?",
  '(?:ha |han )?(?:vuelto|volvió|vuelve)(?: a (?:fallar|pasar|ocurrir|aparecer|salir))?|(?:falla|ocurre|pasa|sale) (?:otra vez|de nuevo)|(?:otra vez|de nuevo) no funciona|no (?:ha durado|duró)(?: mucho)?',
);
const personAgain = any(
  "(?:is |are |am |was |got |'s )?(?:locked|blocked|kicked|signed|logged|prompted|asked)(?: out)? again",
  "(?:can'?t|cannot|can not) (?:log|sign|get) ?in again",
  'ist (?:jetzt |schon )*wieder (?:gesperrt|ausgesperrt|blockiert)|kann sich (?:schon )?wieder nicht anmelden',
  'est (?:de nouveau|à nouveau|encore) bloquée?|está (?:otra vez|de nuevo) bloquead[oa]|(?:otra vez|de nuevo) bloquead[oa]',
);
const tail = '(?: (?:now|today|already|after all|for (?:me|him|her|them|us)|heute|jetzt|maintenant|ahora|hoy))*';

const relapse = whole(
  `${lead}(?:${oneself} ?)?${again}${tail}`,
  `${lead}(?:${person} )?${personAgain}${tail}`,
  `${lead}(?:${any(same, sameAbroad)}) (?:again|wieder|schon wieder|de nouveau|encore|otra vez|de nuevo)${tail}`,
  '(?:また|再び)(?:同じ(?:問題|エラー|症状|こと)(?:が|に)?)?(?:出|起き|起こり|発生し|なり|なっ|駄目になり|だめになり|ダメになり)(?:ました|た|ています|てしまいました)?|再発(?:しました|した|しています)?|元に戻(?:りました|った|ってしまいました)|(?:長続きし|続き)(?:ませんでした|ません|なかった)',
);
const namedRelapse = pattern(`^${lead}(?:(?:the|my|our|that|das|der|die|le|la|l'|el) ?)?(.{2,40}?) ${again}${tail}$`);
const someone = pattern(`^${person}(?: (?:am|is|are|bin|ist|suis|est))?$`);
/** What stands in a sentence of its own, or is a person; neither is the name of a problem. */
const noName = pattern(
  `(?:^|[ '])(?:will|would|can|shall|when|once|if|until|till|after|while|then|call|come|comes|came|go|goes|got|gets?|be|is|are|was|try|(?:i|he|she|they|we|you)(?:'\\w+)?|'ll|me|him|wenn|sobald|bis|komme|melde|rufe|bin|quand|lorsque|je|il|elle|rappelle|cuando|si|yo|llamo)(?:$| )|(?:^| )(?:${personNoun})(?:$| (?:from|in|at|on|of|aus|von|im|in|de|du|del)(?: |$))`,
);
/** A name has so many words at most. */
const mostNamed = 4;
const isNamed = (name: string): boolean =>
  name.split(' ').length <= mostNamed && !someone.test(name) && !noName.test(name);

/** What a text says has come back, "" where it does not name it; null where it says no such thing. */
export const relapseIn = (text: string): string | null => {
  if (text.length > longest) return null;
  const said = unpaused(text);
  if (relapse.test(said)) return '';
  const named = namedRelapse.exec(said)?.[1]?.trim();
  return named !== undefined && isNamed(named) ? named : null;
};

const persistent = pattern(
  [
    "\\bstill (?:can'?t|cannot|can not|not|fails?|failing|locked|blocked|broken|the same|won'?t|does ?n[o']?t|is ?n[o']?t)\\b",
    '\\b(?:immer noch|noch immer|weiterhin) (?:nicht|gesperrt|blockiert)',
    '\\btoujours (?:pas|bloqué)',
    '\\b(?:sigue sin|todavía no|aún no|sigue bloquead)',
    'まだ.{0,12}(?:ません|ない|だめ|ダメ)',
  ].join('|'),
);

/** Whether a text says that something still is so; a number in it says more. */
export const persists = (text: string): boolean =>
  text.length <= longest && !holdsCode(text) && persistent.test(unpaused(text));

type Titled = { readonly title: string; readonly topic: string; readonly says?: readonly string[] };

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    unaccented(text.toLowerCase())
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 2 && !small.has(word)),
  );

const small: ReadonlySet<string> = new Set(
  'the and one for der die das les des una los las yes not with thing things problem issue error case answer sache fehler chose erreur cosa please bitte'.split(
    ' ',
  ),
);

/** How many words of the title and topic are wanted, and how many of those that people say; the former count first. */
const shared = (wanted: ReadonlySet<string>, { title, topic, says = [] }: Titled): number => {
  const count = (text: string): number => [...wordsOf(text)].filter((word) => wanted.has(word)).length;
  return count(`${title} ${topic}`) + count(says.join(' ')) / 100;
};

/** Whether a text names a word of the title or topic. */
export const sharesWord = (text: string, { title, topic }: Titled): boolean =>
  shared(wordsOf(text), { title, topic }) > 0;

const first = /^.{0,20}(?:\b(?:first|erste\w*|premiere?|primer[oa]?)\b|最初|一つ目).{0,20}$/;

/** What names nothing, and "the previous one", is the one that was shown last before. */
const unnamed =
  /^(?:.{0,20}\b(?:previous|earlier|other|last|before|that|it|vorige\w*|letzte\w*|andere\w*|precedente?|autre|anterior|otr[oa])\b.{0,20})?$|^を?$/;

/** Whether what is wanted is named by its place among those shown, or not at all. */
export const isUnnamed = (wanted: string): boolean => first.test(wanted) || unnamed.test(wanted);

/** Which of those shown, the last one last, shares the most words with what is wanted; by its place where nothing is named. */
export const meantOf = <Shown extends Titled>(wanted: string, shown: readonly Shown[]): Shown | undefined => {
  if (first.test(wanted)) return shown[0];
  if (unnamed.test(wanted)) return shown.at(-1);
  const words = wordsOf(wanted);
  const best = shown.reduce<Shown | undefined>(
    (one, two) => (one && shared(words, one) > shared(words, two) ? one : two),
    undefined,
  );
  return best && shared(words, best) > 0 ? best : undefined;
};
