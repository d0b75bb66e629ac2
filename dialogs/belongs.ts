/** Hears that a text belongs to the answer at hand, whatever else it finds: what was done of it, what came of that, what it surely tells, or a code that is told of before. */
import type { Catalog, FollowUp, Found } from '../src/model/catalog.ts';
import { halvesOf, partsOf } from './halves.ts';
import { folded, pattern } from './phrases.ts';
import { deedsIn } from './put-behind.ts';
import { isQuestion } from './question.ts';
import { isDeed } from './report.ts';
import { isTrouble } from './trouble.ts';

/** A longer text is a page or a story, which is looked up. */
const longest = 1000;

/** Whether a code is told of rows of a log or of what came before, and not as what is seen now: "about 200 rows of 50126 before that". */
export const isOfPast = (text: string): boolean => {
  return text.length <= longest && ofPast.test(folded(text)) && !isShownNow(text);
};
const code = '(?:aadsts ?)?(?:0x[\\da-f]{8}|\\d{5,7})';
const rows =
  '(?:rows?|entries|events?|lines?|records?|attempts?|failures|tries|zeilen?|eintragen?|eintrage|versuchen?|versuche|lignes?|entrees?|tentatives?|essais|filas?|entradas?|intentos?)';
const many =
  '(?:\\d{2,}|hundreds?|dozens?|lots|many|several|hunderte?|dutzende?|viele|mehrere|centaines?|dizaines?|plusieurs|cientos|docenas|much[oa]s|vari[oa]s)';
const ofPast = pattern(
  [
    `\\b${many} (?:\\S+ ){0,3}${rows} (?:of|with|for|mit|von|de|avec|con|fur) (?:\\S+ )?${code}\\b`,
    `\\b${many} (?:\\S+ ){0,2}${code} ${rows}\\b`,
    `\\b${code}\\b[^,;.]{0,30}\\b(?:before that|beforehand|previously|davor|vorher|zuvor|avant ca|auparavant|antes de eso|anteriormente)\\b(?!\\D{0,20}${code})`,
    `${code}.{0,6}(?:が|の行が)(?:以前は|前に)?\\d+(?:件|行).{0,8}(?:でした|ました)|(?:以前|その前).{0,12}${code}`,
  ].join('|'),
);

/** Whether a text tells of what is seen now. */
export const isShownNow = (text: string): boolean => shownNow.test(folded(text));
const shownNow = pattern('\\b(?:now|jetzt|nun|maintenant|ahora)\\b|今|(?:gets?|got|bekommt|kriegt|recoit|recibe)\\b');

/** The question behind what was done, which is about that: "turned it off for her. was she hacked?"; null where a text is none. */
export const behindDeed = (text: string): string | null => {
  const sentences = text.split(/(?<=[.!](?!\w)|[。！])\s*/u).filter((one) => one.trim() !== '');
  const before = sentences.slice(0, -1);
  const question = sentences.at(-1) ?? '';
  const isBehind = text.length <= most && isQuestion(question) && !isTrouble(text) && !before.some(isQuestion);
  return isBehind && before.flatMap(partsOf).some(isDone) ? question : null;
};

/** More letters tell a story of their own. */
const most = 200;

const isDone = (part: string): boolean => deedsIn(part).length > 0;

/** From such a chance on a part of the answer tells what was done, and what a text speaks of that finds nothing by itself, with trouble in it or without. */
const from = { done: 0.5, open: 0.82, trouble: 0.95 } as const;

/** From this chance on what stands behind a deed tells that it works. */
const works = 0.7;

/** Whether a text without a code surely is of the answer, whatever else it finds: what the answer tells and nothing else does, or, where no trouble is told, what was done of it, that it works since, or what the person may do. */
export const isOwn = (
  text: string,
  { verdict, extracted, unknownCodes, known }: Found,
  { spoken, faq, findings }: FollowUp,
  question: boolean,
  catalog: Pick<Catalog, 'intent'>,
): boolean => {
  if (text.length > longest || verdict === 'foreign' || extracted.codes.length + unknownCodes.length > 0) return false;
  const told = [spoken[0], faq[0], ...findings.slice(0, 1).filter((one) => !one.opposes)];
  const chance = Math.max(...told.map((one) => one?.chance ?? 0));
  const isTroubled = isTrouble(text) || known.told.prompt !== undefined;
  if (isOpen.has(verdict) && chance >= (isTroubled ? from.trouble : from.open)) return true;
  if (isTroubled || question) return false;
  return (
    ofRole.test(folded(text)) ||
    (chance >= from.done && partsOf(text).some(isDone)) ||
    (isOpen.has(verdict) &&
      text.length <= most &&
      halvesOf(text).some(({ before, behind }) => isDeed(before, catalog) && isSuccess(behind, catalog)))
  );
};

const isSuccess = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  const { intent, chance } = catalog.intent(text);
  return intent === 'helped' && chance >= works;
};

/** What finds no answer of its own. */
const isOpen: ReadonlySet<Found['verdict']> = new Set<Found['verdict']>(['clarify', 'unknown']);

/** What the person is or may do: "I'm not global admin, Cloud Application Admin only". */
const ofRole = pattern(
  [
    "^(?:(?:sorry|ok|but|and|well) )*(?:i|we)(?:'?m| am|'?re| are|'ve| have| only have) (?:[a-z]+ ){0,3}(?:admins?|administrators?|developers?|devs?|help ?desk|readers?|owners?|operators?)\\b(?! (?:cent(?:er|re)|portal|console))",
    '^(?:(?:ok|aber|und|also) )*(?:ich|wir) (?:bin|sind|habe? nur|haben nur|habe? die rolle|haben die rolle) (?:[a-z]+ ){0,4}(?:[a-z-]*admin\\w*(?! (?:center|portal|konsole))|entwickler\\w*|help ?desk\\w*|support\\w*|besitzer\\w*)\\b',
    "^(?:(?:ok|mais|et) )*(?:je suis|nous sommes|on est|j'ai|on a)(?: [a-z]+){0,4} (?:admin\\w*|developpeu\\w*|support|proprietaire\\w*)\\b",
    '^(?:(?:ok|pero|y) )*(?:yo )?(?:no )?(?:soy|somos|tengo (?:solo|el rol)|tenemos (?:solo|el rol))(?: [a-z]+){0,4} (?:admin\\w*|desarrollador\\w*|soporte|propietari[oa]s?)\\b',
    '^(?:私は|こちらは)?.{0,12}(?:管理者|開発者|ヘルプデスク|情シス)(?:の者)?(?:です|ではありません|ではない|じゃない)',
  ].join('|'),
);
