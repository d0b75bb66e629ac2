/** What a message after an answer does, where none of the phrases that are known word for word says so. */
import { type Catalog, type Intent, outcomes } from '../src/model/catalog.ts';
import { persists } from './earlier.ts';
import { halvesOf, partsOf } from './halves.ts';
import { endsWell, isElsewhere } from './helped.ts';
import { isUnchanged, toldBeside } from './natural.ts';
import { clausesOf, folded, longest, pattern, holdsCode } from './phrases.ts';
import { deedsIn } from './put-behind.ts';
import { isQuestion } from './question.ts';
import { isDeed, isRelapse } from './report.ts';
import { isTrouble } from './trouble.ts';
import { isNo } from './yes-no.ts';

export type Act = Exclude<Intent, 'other'>;

/** From such a chance on an intent is acted upon. */
const from: Readonly<Record<Act, number>> = {
  helped: 0.75,
  partly: 0.75,
  failed: 0.8,
  done: 0.75,
  next: 0.75,
  how: 0.75,
  desk: 0.75,
  leave: 0.85,
  thanks: 0.8,
  wrong: 0.8,
};

/** From this chance on a text tells of an outcome, and where it may be a success, it is asked for. */
const told = 0.7;

/** A failure that is no likelier than this may be a success as well. */
const even = 0.6;

/** In Japanese the last word alone turns a success into its opposite. */
const denied = /(?:ません|ない)(?:です)?[。！!]*$/;

/** Of so few words nearly all may be known from other messages, and little is said by that. */
const few = { words: 2, from: 0.9 } as const;
const isLatin = /\p{Script=Latin}/u;
const isFew = (text: string): boolean => text.trim().split(/\s+/).length <= few.words && isLatin.test(text);

/** Whether a text is short and tells of nothing that is looked up, such as a code. */
const isBrief = (text: string): boolean => text.length <= longest && !holdsCode(text);

/** Whether what a text says last, behind what was done, is a failure: "again and again" is none. */
const failsAtLast = (text: string, catalog: Pick<Catalog, 'intent'>): boolean =>
  halvesOf(text).some(({ before, behind }) => isDeed(before, catalog) && fails(behind, catalog));

const fails = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  const { intent, chance } = catalog.intent(text);
  return intent === 'failed' && chance >= from.failed;
};

const sentences = /(?:[.;!]+(?=\s|$)|[。！…\n]+)\s*/;

/** Whether the last sentence of a text, behind what was done, tells of success by itself. */
const helpsAtLast = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  const [last = '', ...before] = text
    .split(sentences)
    .filter((part) => part.trim() !== '')
    .toReversed();
  if (before.length === 0 || isQuestion(text) || isQuestion(last) || isTrouble(last) || denied.test(last)) return false;
  const { intent, chance } = catalog.intent(last);
  return (
    intent === 'helped' &&
    chance >= (isFew(last) ? few.from : from.helped) &&
    before.flatMap(partsOf).some((part) => isDeed(part, catalog))
  );
};

/** Whether the last part of a text that surely tells of an outcome says that it goes on. */
const goesOnAtLast = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  const parts = partsOf(text).map((part) => ({ part: folded(part), ...catalog.intent(part) }));
  const last = parts.findLast(({ intent, chance }) => (intent === 'failed' || intent === 'helped') && chance >= heard);
  return last?.intent === 'failed' && goesOn.test(last.part) && !noMore.test(last.part);
};
const noMore = pattern(
  "\\b(?:never|nie|jamais|nunca|no more|nicht mehr|nicht wieder|no longer|(?:n'y a |n'a |n'est )?plus|no volvio|ya no)\\b|なくな",
);

/** "No, the request arrives": it is no question whether it helped. */
const saysNo = (text: string): boolean => isNo(clausesOf(text)[0] ?? '');

/** From this chance on a part tells of an outcome. */
const heard = 0.7;

/** Whether a text says nothing but what was done. */
const onlyDone = (text: string): boolean => {
  const parts = partsOf(text);
  return parts.length > 0 && parts.every((part) => deedsIn(part).length > 0);
};

/** Whether a success is taken back by what stands behind a "but". */
const isTurned = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  const [, behind] = turn.exec(text) ?? [];
  if (behind === undefined) return false;
  const { intent, chance } = catalog.intent(behind);
  return !(kind.has(intent) && chance >= half);
};
const turn = /(?:\s(?:but|aber|mais|pero|however|allerdings|par contre)\s|(?<=[たす])(?:が|けど)、?)(.+)$/is;
const kind: ReadonlySet<Intent> = new Set<Intent>(['helped', 'thanks', 'partly', 'done']);

/** What a message does, or `asked` where it tells of an outcome and does not say clearly of which; null where it tells of something else. */
export const actIn = (text: string, catalog: Pick<Catalog, 'intent' | 'hear' | 'find'>): Act | 'asked' | null => {
  if (!isBrief(text)) return null;
  if (endsWell(text)) return 'helped';
  const act = learntIn(text, catalog);
  if (act !== 'partly' && helpsAtLast(text, catalog) && !isElsewhere(text)) return 'helped';
  if (act === 'helped' && (isElsewhere(text) || unsettled.test(folded(text)))) return null;
  if (act === 'helped' && onlyDone(text)) return 'done';
  if (act === 'helped' && isTurned(text, catalog)) return null;
  return (act === 'asked' || act === 'done') && (persists(text) || failsInLast(text, catalog)) ? 'failed' : act;
};

/** Whether the last of several sentences tells of a failure: "consent went through. users still get the error though". */
const failsInLast = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  const [last, ...before] = text
    .trim()
    .split(/[.!?]\s+/)
    .toReversed();
  if (before.length === 0) return false;
  const { intent, chance } = catalog.intent(last!.replace(though, ''));
  return intent === 'failed' && chance >= inLast;
};
const inLast = 0.6;
const though = /\s+(?:though|tho|however|anyway|allerdings|jedoch|quand même|sin embargo)\W*$/i;

/** What is only thought, or still under way, is no outcome yet. */
const unsettled = pattern(
  '\\b(?:probably|perhaps|maybe|might|i (?:guess|think|suspect)|wohl|vielleicht|vermutlich|wahrscheinlich|bestimmt|surement|sans doute|peut-etre|probablement|quiza[s]?|tal vez|seguramente|probablemente)\\b|たぶん|おそらく|かもしれ|\\b(?:still running|in progress|lauft (?:gerade|noch)|ist noch dabei|en cours|en curso)\\b|(?<!\\d)\\d{1,2} ?%|実行中|進行中',
);

/** What is learnt from other messages of what one does. */
const learntIn = (text: string, catalog: Pick<Catalog, 'intent' | 'hear' | 'find'>): Act | 'asked' | null => {
  const { intent, chance, outcome } = catalog.intent(text);
  const isOutcome = outcomes.includes(intent);
  if (intent === 'other' || (isOutcome && isQuestion(text))) return null;
  if (isFew(text) && chance < few.from) return null;
  if (intent === 'failed' && isUnchanged(text)) return null;
  if (chance >= from[intent] && !(intent === 'helped' && denied.test(text))) return intent;
  if (isOutcome && outcome >= told && failsAtLast(text, catalog)) return 'failed';
  if (!isOutcome || outcome < told || (intent === 'failed' && chance >= even)) return null;
  const isSymptom = catalog.find(text).known.told.prompt !== undefined;
  if (isSymptom || Object.keys(toldBeside(text, catalog)).length > 0) return null;
  if (intent !== 'partly' && goesOnAtLast(text, catalog))
    return isRelapse(text) || partsOf(text).some((part) => isDeed(part, catalog)) ? 'failed' : null;
  return saysNo(text) ? null : 'asked';
};

/** Whether a failure that was heard is no more than how the problem looks, with no word of what was done or that it goes on. */
export const isSymptom = (text: string, catalog: Pick<Catalog, 'intent' | 'find'>): boolean =>
  catalog.find(text).known.told.prompt !== undefined &&
  !goesOn.test(folded(text)) &&
  !partsOf(text).some((part) => isDeed(part, catalog));

const goesOn = pattern(
  "\\b(?:still|same|not|no change|\\w+n't|back|wieder(?! und)|immer noch|noch immer|weiterhin|trotzdem|toujours|encore|pareil|pas|sigue|igual|todavia|mismo|(?<!again and )again(?! and again))\\b|まだ|同じ|また|ません|ない",
);

/** Behind a problem that was left, a failure that is likelier than all else is of that problem. */
export const comesBack = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  const { intent, chance } = catalog.intent(text);
  return isBrief(text) && !isQuestion(text) && intent === 'failed' && chance > half;
};

const half = 0.5;
