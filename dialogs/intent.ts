/** What a message after an answer does, where none of the phrases that are known word for word says so. */
import { type Catalog, type Intent, outcomes } from '../src/model/catalog.ts';
import { isThanks, peeled } from './courtesy.ts';
import { mayBeDeed } from './deed-form.ts';
import { goneThrough } from './done.ts';
import { persists } from './earlier.ts';
import { halvesOf, partsOf } from './halves.ts';
import { endsWell, isElsewhere, isWell } from './helped.ts';
import { isUnchanged, toldBeside } from './natural.ts';
import { clausesOf, edgesOf, folded, longest, pattern, holdsCode } from './phrases.ts';
import { deedsIn } from './put-behind.ts';
import { isQuestion } from './question.ts';
import { isDeed, isRelapse, isShortLived } from './report.ts';
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
const isLatin = /^[^\u3040-\u30FF]*\p{Script=Latin}/u;
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

/** A text without the thanks at its end. */
const unthanked = (text: string): string => {
  const last = edgesOf(text).at(-1);
  return last && last.rest !== '' && isThanks(last.clause) ? unthanked(last.rest) : text;
};

/** Whether a text says that all is over, with no answer at hand that it could be about: it works behind what was done, or it is done, with thanks. */
export const isOver = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  if (!isBrief(text) || isQuestion(text) || unsettled.test(folded(text))) return false;
  const clauses = clausesOf(text);
  const said = clauses.filter((clause) => peeled(clause) !== '');
  const isDone = said.length > 0 && said.every((clause) => goneThrough.test(clause)) && clauses.some(isThanks);
  return isDone || endsWell(text) || helpsBehind(text, catalog);
};

/** Whether what a text says last, behind what was done, is a success by itself: "took the old proxy out, teams signs in". */
export const helpsBehind = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  if (!isBrief(text) || isQuestion(text) || isElsewhere(text) || roundTrip.test(text) || isTurned(text, catalog))
    return false;
  const said = unthanked(text);
  if (said !== text && tellsDeed(said, catalog) && isHelped(text, least.whole, catalog)) return true;
  const all = [...new Set([text, said])].map((one) => one.replaceAll('…', '. '));
  return all.flatMap(halvesOf).some(({ before, behind }) => {
    if (triedThere.test(folded(before))) return false;
    const parts = partsOf(before);
    if (parts.some((part) => isDeed(part, catalog)))
      return isSuccess(behind, said === text ? least.behindDeed : least.withThanks, catalog);
    return parts.some(mayBeDeed) && isSuccess(behind, least.behind, catalog);
  });
};

/** What is tried in another place is no deed that could help. */
const triedThere = pattern(
  '^(?:i |we |he |she |and |then )*(?:tried|tested)\\b.*\\b(?:hotspot|phone|mobile|cell|browser|incognito|private|another|other)\\b',
);

/** "Signed out and in again" is one deed, of which nothing came yet. */
const roundTrip =
  /\bout,? (?:and |then |und )*(?:back |on )?in(?: again)?\W*$|\bab(?:gemeldet|-) und (?:wieder |neu )*angemeldet\W*$/i;

/** From such a chance on what stands behind a deed is a success; less is asked where thanks follow, and more where it only has the form of a deed. */
const least = { behindDeed: 0.6, behind: 0.7, withThanks: 0.4, whole: 0.5, few: 0.7, formed: 0.9 } as const;

/** Whether a part of a text is a success, and tells neither of trouble nor of what is only shown or done. */
const isSuccess = (part: string, chance: number, catalog: Pick<Catalog, 'intent'>): boolean => {
  const said = folded(part);
  if (isQuestion(part) || isTrouble(part) || denied.test(part) || unsettled.test(said)) return false;
  if ((negated.test(said) && !gone.test(said)) || isShown(part) || isShortLived(part)) return false;
  if (isWell(part)) return true;
  if (isDeed(part, catalog) || (isFew(part) && mayBeDeed(part))) return false;
  const more = mayBeDeed(part) ? least.formed : isFew(part) ? least.few : 0;
  return isHelped(part, Math.max(chance, more), catalog);
};

const isHelped = (text: string, atLeast: number, catalog: Pick<Catalog, 'intent'>): boolean => {
  const { intent, chance } = catalog.intent(text);
  return intent === 'helped' && chance >= atLeast;
};

/** "No longer" turns a success into its opposite, unless it is the trouble that is no more. */
const negated = pattern(
  "\\b(?:not|no|never|none|nothing|nobody|cannot|\\w+n't|nicht|nichts|kein\\w*|niemand|ne|pas|rien|nada|plus|personne|nunca|nadie|ningun\\w*)\\b|\\b(?:dead|broken)\\b|止ま",
);
const gone = pattern(
  "\\b(?:no (?:more|further|new)|without|(?:never|not) (?:again|since|come back|came back)|(?:has|have|did)n't (?:come|been|happened|appeared|shown|shown up)|nichts mehr|nothing (?:more|since)|(?:weg|nicht mehr (?:da|gekommen|aufgetreten)|nicht wieder)|plus (?:aucun|de|d')|ya no (?:sale|aparece|pide)|sin)\\b",
);

/** Whether a part of a text tells what is shown, and not that no trouble is. */
const isShown = (part: string): boolean => shownOnly.test(folded(part)) && !gone.test(folded(part));

/** A state that is shown is read, and may or may not be all. */
const shownOnly = pattern(
  '\\b(?:says?|shows?|reads?|lists?|listed|ticks?|check ?marks?|haken|hakchen|coches?|status|state|(?:in|the|event|sign-?in|audit|our) logs?|in the portal|im portal|dans le portail|en el portal|sagt|zeigt|steht|protokoll|meldet(?! sich)|dit|affiche|indique|journal|dice|muestra|pone|registro|true|yes)\\b|表示|ログ|yes|true',
);

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
  if (act !== 'partly' && helpsBehind(text, catalog)) return 'helped';
  if (act === 'helped' && (isElsewhere(text) || unsettled.test(folded(text)))) return null;
  if (act === 'helped' && (onlyDone(text) || roundTrip.test(text))) return 'done';
  if (act === 'helped' && isShown(partsOf(unthanked(text)).at(-1) ?? text))
    return tellsDeed(text, catalog) ? 'done' : null;
  if (act === 'helped' && isTurned(text, catalog)) return null;
  if ((act === 'asked' || act === 'done') && persists(text)) return 'failed';
  if (act !== null && inDoubt.has(act) && failsInLast(text, catalog)) return 'failed';
  if (act === 'helped' && isShortLived(text)) return tellsDeed(text, catalog) ? 'failed' : null;
  if (act === 'helped' && endsInTrouble(text)) return 'asked';
  if ((act === 'asked' || act === null) && isMixed(text, catalog)) return 'partly';
  return act ?? (reportsDeeds(text, catalog) ? 'done' : null);
};

const inDoubt: ReadonlySet<Act | 'asked'> = new Set<Act | 'asked'>(['helped', 'asked', 'done']);

/** Whether one part of a text tells of a success and a later one of a failure: "am PC geht Outlook jetzt, am Laptop kommt derselbe Fehler". */
const isMixed = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  if (isQuestion(text)) return false;
  const parts = partsOf(text);
  const worked = parts.findIndex((part) => isSeen(part, catalog) && may(part, hasWorked, catalog));
  return (
    worked >= 0 && parts.slice(worked + 1).some((part) => !noMore.test(folded(part)) && may(part, hasFailed, catalog))
  );
};

/** Whether a part of a text tells what is seen, and not what was done. */
const isSeen = (part: string, catalog: Pick<Catalog, 'intent'>): boolean =>
  !denied.test(part) && !isDeed(part, catalog) && !mayBeDeed(part);

const hasWorked: ReadonlySet<Intent> = new Set<Intent>(['helped', 'partly']);
const hasFailed: ReadonlySet<Intent> = new Set<Intent>(['failed', 'partly']);
const may = (part: string, some: ReadonlySet<Intent>, catalog: Pick<Catalog, 'intent'>): boolean => {
  const { intent, chance } = catalog.intent(part);
  return some.has(intent) && chance >= heard;
};

const tellsDeed = (text: string, catalog: Pick<Catalog, 'intent'>): boolean =>
  partsOf(text).some((part) => isDeed(part, catalog));

/** Whether a text tells of several things that were done and of no trouble, and not of what was before. */
export const reportsDeeds = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  const parts = partsOf(unthanked(text));
  const said = folded(text);
  if (parts.length < 2 || isQuestion(text) || isTrouble(text) || negated.test(said) || earlier.test(said)) return false;
  const all = parts.filter((part) => isDeed(part, catalog));
  return all.length > 0 && parts.every((part, n) => all.includes(part) || mayBeDeed(part) || (n > 0 && isState(part)));
};

const isState = (part: string): boolean => states.test(folded(part));
const states = pattern('\\b(?:shows?|status|yes|true|zeigt|affiche|muestra)\\b');

/** What was done at such a time is told as a fact. */
const earlier = pattern(
  '\\b(?:yesterdays?|weekend|wochenende|last|ago|before|earlier|since|monday|tuesday|wednesday|thursday|friday|gestern|letzte\\w*|vor|vorher|seit|hier|derniere?|depuis|avant|il y a|ayer|hace|desde|antes|pasad[oa])\\b|昨日|先週|前|以来|から',
);

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
/** Whether the last of several sentences tells of trouble: "seemed fixed. today the whole floor gets the error again". */
const endsInTrouble = (text: string): boolean => {
  const [last = '', ...before] = text
    .trim()
    .split(/[.!]\s+/)
    .toReversed();
  const said = folded(last);
  return before.length > 0 && isTrouble(last) && !gone.test(said) && !negated.test(said);
};

const inLast = 0.6;
const though = /\s+(?:though|tho|however|anyway|allerdings|jedoch|quand même|sin embargo)\W*$/i;

/** What is only thought, or still under way, is no outcome yet. */
const unsettled = pattern(
  '\\b(?:probably|perhaps|maybe|might|i (?:guess|think|suspect)|wohl|vielleicht|vermutlich|wahrscheinlich|bestimmt|surement|sans doute|peut-etre|probablement|quiza[s]?|tal vez|seguramente|probablemente)\\b|たぶん|おそらく|かもしれ|\\b(?:still running|in progress|lauft (?:gerade|noch)|ist noch dabei|en cours|en curso|(?:still|now|just|are|is|am) waiting|now we wait|warten wir|warte ich|on attend|esperando|esperamos)\\b|(?<!\\d)\\d{1,2} ?%|実行中|進行中',
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
