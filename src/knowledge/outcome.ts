/** Hears whether a text tells that something works or that it fails. */
import { withoutAccents } from './accents.ts';

const success =
  '(?:works?|worked|working|(?:gets?|got|lets?) (?:\\w+ )?in|(?:goes|went) through|succeeds?|geht|gehts|klappt|funktioniert|lauft|marche|fonctionne|passe|reussit|funciona|entra)';
const denied = new RegExp(
  String.raw`\b(?:not|never|cannot|\w+n'?t|nothing|no|sin) ${success}\b|\b${success} (?:(?:\w+ ){0,2}nicht|pas|plus)\b|\b(?:nicht|ne) ${success}\b|(?:使え|動き|動か|でき|入れ)(?:ない|ません)`,
  'g',
);
const fails =
  /\b(?:same(?! (?:password|account|user|person|device|computer|laptop|pc|machine|phone|browser|app|network|mail|address|name|number|group|policy|office))|still|fails?|failed|failing|refused|immer noch|noch immer|(?:das )?gleiche[rsn]?|dasselbe|derselbe|pareil|toujours|(?:la |le )?meme|(?:lo |el )?mismo|igual|sigue)\b|同じ|変わ(?:ら|り)|まだ|失敗|DENIED/;
/** "Fine for an hour, then it came back" */
const returned =
  /\b(?:it|that|they|error|problem|prompts?|message) (?:\w+ )?(?:came|comes?|is|are|was) back\b|\bk(?:am|ommt) (?:\w+ ){0,4}wieder\b|\b(?:c'est revenu|ca revient)|\b(?:volvio|vuelve) a (?:salir|pedir|fallar|aparecer)|再発|また(?:出|同じ|起き)/;
const works = new RegExp(
  String.raw`\b(?:${success}|ok(?:ay)?(?!\s?[?？])|fine|success\w*|erfolgreich|va bien)\b|使え|動き|動く|でき(?:ます|た|る)|成功|入れ`,
);

/** 1 where something works, -1 where it fails, 0 where neither is told, or both. */
export const outcomeIn = (text: string): -1 | 0 | 1 => {
  const said = withoutAccents(text.toLowerCase()).replace(denied, 'DENIED');
  if (returned.test(said)) return -1;
  const [good, bad] = [works.test(said), fails.test(said)];
  return good === bad ? 0 : good ? 1 : -1;
};
