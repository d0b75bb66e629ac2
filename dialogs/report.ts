/** Hears that something was done and what is seen since: "ran the grant command, says it already exists". */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import { command } from './commands.ts';
import { goneThrough } from './done.ts';
import { folded, longest, pattern } from './phrases.ts';
import { halvesOf, partsOf } from './halves.ts';
import { type Report, methodsBySpoken } from './deeds.ts';
import { deedsIn, doneBeforeIn } from './put-behind.ts';
import { isQuestion } from './question.ts';
import { statementsIn } from './statements.ts';

/** That it goes on, or that something else is seen now. */
const seen = pattern(
  '(?:^|\\b)(?:still|same|keeps?|but no|not yet|it fails|(?:it |which |that |now )?(?:says?|shows?|gives)|now (?:it|there|i|he|she|we|the)|immer noch|noch immer|weiterhin|trotzdem|jetzt (?:kommt|sagt|steht|zeigt|ist)|kommt (?:immer|wieder|trotzdem)|(?:es |er )?(?:sagt|meldet)|toujours|encore|maintenant (?:ca|la|le|il|elle|une?)|(?:ca |il )?(?:dit|affiche)|pareil|(?:la |le )?meme (?:erreur|chose|probleme|message)|mismo (?:error|problema|mensaje)|igual|(?:gleiche|selbe)[rns]?|dasselbe|derselbe|sigue|todavia|ahora (?:dice|sale|pone|la|el|aparece)|(?:me )?(?:dice|sale))\\b|まだ|同じ|今度は|エラー|来ない|変わ(?:らない|りません)|(?:出(?:る|ます)|表示され(?:る|ます|ました))$',
);

const tried = pattern(
  '^(?:i |we |he |she )?(?:just |already )*(?:tried|ran|followed|entered|used)\\b|^(?:j.ai|on a) (?:essaye|lance)\\b|\\b(?:probiert|versucht|ausgefuhrt|eingegeben)$|^(?:probe|ejecute|he probado)\\b',
);

/** From this chance on a part of a text tells of a deed, or of a failure. */
const heard = 0.6;

/** Whether a part of a text says that something was done. */
export const isDeed = (part: string, { intent }: Pick<Catalog, 'intent'>): boolean => {
  if (deedsIn(part).length > 0 || tried.test(folded(part))) return true;
  const { intent: what, chance } = intent(part);
  return (what === 'done' && chance >= heard) || statementsIn(part).some(([, all]) => all.some((one) => one.done));
};

/** What worked for a while is no deed in vain. */
const workedOnce = pattern(
  '\\b(?:worked|works|ging|geht|lief|klappte|a marche|marche|marchait|funciono|funciona|funcionaba)\\b|動いた|使えた',
);

const aWhile =
  '\\b(?:worked|fine|ok|okay|good|held|lasted)(?: only| just)? (?:for|until|till)\\b|\\bworks(?: only| just)? (?:for|until|till) (?:an?|one|two|about|some|\\d{1,3}) (?:\\w+ )?(?:seconds?|minutes?|hours?|days?|while)\\b|\\b(?:flipped|switched|turned|reverted|reset) (?:itself )?(?:back|off again)\\b|\\b(?:ging|lief|klappte|hielt)(?: [a-z]+){0,2} bis\\b|\\b(?:marche|marchait|tenu)(?: [a-z]+){0,2} jusqu|\\bfunciono(?: [a-z]+){0,2} hasta\\b|しばらくは';

/** It worked for a while and no longer, so the deed was in vain after all. */
const relapsed = pattern(
  `${aWhile}|\\b(?:came|comes|is|was) back\\b|\\brevient\\b|\\bha vuelto\\b|また出(?:た|ました)`,
);
const shortLived = pattern(aWhile);

/** Whether what worked did so for a while only. */
export const isShortLived = (text: string): boolean => shortLived.test(folded(text));

export const isRelapse = (text: string): boolean => relapsed.test(folded(text));

/** That something is shown now, in words of its own. */
const shows = pattern(
  '\\b(?:says?|shows?|reads?|lists?|gives|reports?|sagt|meldet|zeigt|steht|dit|affiche|indique|dice|muestra|sale|pone)\\b|表示|と出',
);

/** Whether a report tells what is shown since, and not that it goes on as before. */
export const showsElse = (text: string): boolean => {
  const said = folded(text);
  return shows.test(said) && !asBefore.test(said);
};
const asBefore = pattern(
  '\\b(?:still|same|again|immer noch|noch immer|weiterhin|trotzdem|gleiche\\w*|selbe\\w*|dasselbe|derselbe|wieder|toujours|encore|pareil|meme|mismo|igual|sigue|todavia)\\b|まだ|同じ|また',
);

type Hears = Pick<Catalog, 'find' | 'followUp' | 'following' | 'staying' | 'terms' | 'concepts' | 'intent'>;

const goesOn = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  if (isDeed(text, catalog)) return false;
  const { intent, chance } = catalog.intent(text);
  const said = folded(text);
  return seen.test(said) || relapsed.test(said) || (intent === 'failed' && chance >= heard);
};

/** Below this chance what is seen since a deed is no part of the problem at hand. */
const another = 0.33;

/** What is seen since something was done, where it is another symptom: "invited him again, now he gets 'need admin approval'"; null where it is the same one, or goes with the answer. */
export const symptomIn = (text: string, entry: Entry, catalog: Hears): string | null => {
  if (text.length > longest || isQuestion(text) || catalog.find(text).extracted.codes.length > 0) return null;
  const half = halvesOf(text).find(({ before, behind }) => isDeed(before, catalog) && !isDeed(behind, catalog));
  if (!half) return null;
  const { before, behind } = half;
  if (sameAgain.test(folded(behind))) return null;
  const found = catalog.find(behind);
  const isVague = goneThrough.test(folded(before)) || !goesOn(behind, catalog);
  const isSymptom = found.verdict === 'answer' || (found.verdict === 'clarify' && !isVague);
  if (!isSymptom || found.candidates[0]?.entry === entry) return null;
  return catalog.staying(catalog.following(entry, behind, found)) < another ? behind : null;
};

/** "…but my colleague gets the same error" is no new symptom. */
const sameAgain = pattern(
  '\\bsame (?:error|message|problem|code|thing|page)\\b|\\b(?:denselben|derselbe|dieselbe|gleiche[nrs]?) (?:fehler|meldung|problem|code)|\\bmeme (?:erreur|message|probleme)|\\bmism[oa] (?:error|mensaje|problema)|同じ(?:エラー|メッセージ|問題)',
);

/** What a text after an answer reports; null where it tells of no deed, of success, of another code, or of what the answer does not tell to do. */
export const reportIn = (text: string, entry: Entry, atHand: number, catalog: Hears): Report | null => {
  if (text.length > longest || isQuestion(text) || command(text)?.kind === 'worked') return null;
  const said = folded(text);
  if ((workedOnce.test(said) && !relapsed.test(said)) || doneBeforeIn(text, entry, catalog)?.early) return null;
  if (catalog.find(text).extracted.codes.some((code) => !entry.codes.includes(code))) return null;
  const half = halvesOf(text).find(({ behind }) => goesOn(behind, catalog));
  const before = half ? partsOf(half.before) : [];
  if (before.length === 0) return null;
  if (before.every((part) => goneThrough.test(folded(part)))) return { methods: [] };
  const deeds = before.filter((part) => isDeed(part, catalog));
  const report = deeds.length === 0 ? null : furthest(deeds, entry, atHand, catalog);
  return report && relapsed.test(said) ? { methods: report.methods } : report;
};

/** The report of all deeds, with the furthest of their steps; with none where one of them is behind the last. */
const furthest = (deeds: readonly string[], entry: Entry, atHand: number, catalog: Hears): Report | null => {
  const all = methodsBySpoken(deeds.join(', '), entry, atHand, catalog);
  if (all?.step === undefined || deeds.length === 1) return all;
  const each = deeds.flatMap((deed) => methodsBySpoken(deed, entry, atHand, catalog) ?? []);
  const same = each.filter(({ methods: [method] }) => method === all.methods[0]);
  return same.some(({ step }) => step === undefined)
    ? { methods: all.methods }
    : { ...all, step: Math.max(all.step, ...same.flatMap(({ step }) => step ?? [])) };
};

/** What a part of a text says was done of an answer; null where that is nothing that it tells to do. */
export const doneIn = (text: string, entry: Entry, atHand: number, catalog: Hears): Report | null => {
  const deeds = partsOf(text)
    .filter((part) => isDeed(part, catalog))
    .join(', ');
  return deeds === ''
    ? null
    : (methodsBySpoken(deeds, entry, atHand, catalog) ?? methodsBySpoken(text, entry, atHand, catalog));
};
