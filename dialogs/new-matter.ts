/** Recognises that somebody leaves the matter at hand for another one: "never mind, now the scanner cannot send". */
import { once } from './once.ts';
import { holdsCode, longest, lowered, pattern, unaccented } from './phrases.ts';

/** Puts the matter at hand aside. */
const leaving = String.raw`never ?mind|forget (?:it|that)|vergiss (?:es|das)|vergessen sie (?:es|das)|(?:laisse[zr]?|laissez) tomber|oublie[zr]?(?: ça| cela)?|olv[ií]d(?:alo|elo|e eso)`;

/** Names another one. */
const turning = [
  String.raw`(?:now |on |and )?(?:to )?(?:something|somewhat) (?:completely |totally |entirely )?(?:else|different)|(?:(?:i|we) (?:have|'ve got|got) )?(?:an?|one|my)? ?(?:completely |totally |entirely )?(?:other|another|new|next|different|second|separate|unrelated|further) (?:thing|question|problem|issue|matter|topic|subject|case)|change of (?:topic|subject)|changing the subject|unrelated(?:ly)?`,
  String.raw`(?:wait[\s,.!]+|sorry[\s,.!]+|oh[\s,.!]+)*(?:that(?:'?s| is| was) |it(?:'?s| is| was) )?(?:the )?wrong (?:one|code|user|person|machine|error)|(?:wait[\s,.!]+|sorry[\s,.!]+|oh[\s,.!]+)*that(?:'?s| is| was) the other (?:one|code|user|person|machine|error)`,
  String.raw`(?:warte[\s,.!]+|sorry[\s,.!]+)*(?:das (?:ist|war) )?(?:der|die|das) (?:falsche|andere)(?: (?:code|benutzer|fehler))?|(?:das (?:ist|war) )?falscher (?:code|benutzer|fehler)|(?:c'est |c'était )?(?:le mauvais|l'autre) (?:code|utilisateur)|(?:es |era )?el (?:código|usuario) (?:equivocado|incorrecto)`,
  String.raw`(?:noch )?(?:(?:et)?was|ganz was) (?:ganz )?anderes|(?:noch )?(?:ich habe )?(?:eine?|das)? ?(?:ganz )?(?:andere|weitere|neue|nächste|zweite)[sr]? (?:frage|problem|thema|sache|fall)|themawechsel`,
  String.raw`(?:j'ai )?(?:une? )?(?:tout )?(?:autre|nouvelle|nouveau|deuxième|second[e]?) (?:question|chose|problème|sujet|cas)|changeons de sujet`,
  String.raw`(?:the )?next(?: (?:one|up|user|case|ticket))?(?= ?:)|(?:(?:der|die|das) )?n[aä]chste[rs]?(?: (?:user|fall|fehler|ticket))?(?= ?:)|(?:(?:le|la) )?suivante?(?= ?:)|(?:(?:el|la) )?(?:siguiente|próxim[oa])(?= ?:)`,
  String.raw`(?:tengo )?(?:una? )?(?:otr[ao]|nuev[ao]|segund[ao]) (?:pregunta|cosa|consulta|problema|tema|asunto|caso)|cambiando de tema`,
].join('|');

const polite = String.raw`^(?:(?:ok(?:ay)?|great|thanks|thank you|thx|danke|merci|gracias|and|so|hi|hello|well|no|und|et|y|bon|bueno|ah|oh|ach|ach ja|oye|dis|dis-moi|au fait|por cierto|übrigens|by the way|btw)[\s,.!]+)*`;
const pause = String.raw`(?:[\s,.:;!?–—-]+(?:now|then|jetzt|maintenant|ahora)\b)?[\s,.:;!?¿–—-]+`;

const japanese =
  '(?:次は|あと|それと|それから)?(?:別の(?:質問|問題|件)|別件)(?:です(?:が)?|だけど|なんですが|ですけど)?';

/** The words that turn away, and the pause after them. */
const opener = pattern(
  `${polite}(?:${leaving}|${turning})${pause}|^(?:ところで|話は変わりますが|話は変わるけど|次(?:は|です)?[:：]|${japanese})[、。,\\s]*`,
);
const onlyTurning = pattern(`${polite}(?:${turning}|${japanese})[\\s.!?。]*$`);
const startsLeaving = pattern(`${polite}(?:${leaving})${pause}`);

/** A text in small letters without accents, letter for letter. */
const letterByLetter = once((text) => unaccented(lowered(text.normalize('NFC')).replaceAll('ß', 's')));

/** So many letters at least describe something. */
const telling = 8;

/** What follows the words that turn to another matter; null where a text has none, or tells of nothing after them. */
export const newMatter = (text: string): string | null => {
  const said = text.trim().normalize('NFC');
  const turned = opener.exec(letterByLetter(said));
  const rest = turned ? said.slice(turned[0].length) : '';
  return rest.length >= telling ? rest : null;
};

/** What a text says before it turns to another matter, and that matter: "works now. New problem: …"; null where it does not turn. */
export const turnedIn = (text: string): { readonly before: string; readonly matter: string } | null => {
  if (text.length > longest) return null;
  for (const { 0: end, index } of text.matchAll(/[.!;\n。！]+\s*/g)) {
    const before = text.slice(0, index).trim();
    const matter = newMatter(text.slice(index + end.length));
    if (before !== '' && matter !== null) return { before, matter };
  }
  return null;
};

/** Whether a text names another matter and tells nothing of it: "another problem". */
export const turnsAway = (text: string): boolean =>
  text.length <= longest && !holdsCode(text) && onlyTurning.test(letterByLetter(text.trim()));

/** Whether what follows began with putting the matter at hand aside, which it can explain as well: "never mind, he is on holiday". */
export const leavesFirst = (text: string): boolean => startsLeaving.test(letterByLetter(text.trim()));
