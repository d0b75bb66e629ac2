/** Hears that something was done and what is seen since: "ran the grant command, says it already exists". */
import type { Catalog, Entry, Method } from '../src/model/catalog.ts';
import { command } from './commands.ts';
import { goneThrough } from './done.ts';
import { judgedIn, namesOtherCommand } from './judged.ts';
import { folded, longest, pattern } from './phrases.ts';
import { halvesOf, partsOf } from './halves.ts';
import { deedsIn, doneBeforeIn } from './put-behind.ts';
import { methodText, stepsOf } from './methods.ts';
import { isQuestion } from './question.ts';
import { plainText } from './reply.ts';
import { actsIn } from './states.ts';
import { statementsIn } from './statements.ts';

/** Which methods tell to do what was done, none where that is the one at hand, and the step of the first behind which something is left to do. */
export type Report = { readonly methods: readonly number[]; readonly step?: number };

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

/** It worked for a while and no longer, so the deed was in vain after all. */
const relapsed = pattern(
  '\\b(?:worked|fine|ok|okay|good|held|lasted)(?: only| just)? (?:for|until|till)\\b|\\b(?:came|comes|is|was) back\\b|\\b(?:ging|lief|klappte|hielt)(?: [a-z]+){0,2} bis\\b|\\b(?:marche|marchait|tenu)(?: [a-z]+){0,2} jusqu|\\brevient\\b|\\bfunciono(?: [a-z]+){0,2} hasta\\b|\\bha vuelto\\b|しばらくは|また出(?:た|ました)',
);

/** From this chance on a step is the one that was done, where it is so many times as likely as one of another method. */
const sure = { chance: 0.3, times: 1.5 } as const;

/** A step that changes nothing any more and only shows what the others did. */
const concludes =
  /^(?:test|verify(?! first)|check|sign (?:in|out)|repeat|let (?:the|one|a) |start (?!.*\bservice)|(?:ask for|request) a|see (?:that|whether)|compare|make sure|look (?:at|that|for)|open the (?:metadata|sign-in) page|try)\b/i;

type Hears = Pick<Catalog, 'find' | 'followUp' | 'staying' | 'terms' | 'concepts' | 'intent'>;

const goesOn = (text: string, catalog: Pick<Catalog, 'intent'>): boolean => {
  if (isDeed(text, catalog)) return false;
  const { intent, chance } = catalog.intent(text);
  const said = folded(text);
  return seen.test(said) || relapsed.test(said) || (intent === 'failed' && chance >= heard);
};

/** Below this chance what is seen since a deed is no part of the problem at hand. */
const another = 0.25;

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
  const followUp = catalog.followUp(entry, behind);
  return catalog.staying({ entry, text: behind, found, followUp }) < another ? behind : null;
};

/** "…but my colleague gets the same error" is no new symptom. */
const sameAgain = pattern(
  '\\bsame (?:error|message|problem|code|thing|page)\\b|\\b(?:denselben|derselbe|dieselbe|gleiche[nrs]?) (?:fehler|meldung|problem|code)|\\bmeme (?:erreur|message|probleme)|\\bmism[oa] (?:error|mensaje|problema)|同じ(?:エラー|メッセージ|問題)',
);

/** The number of the step behind which the rest of a method only shows what came of it. */
const lastDeedOf = (method: Method): number =>
  stepsOf(method).findLastIndex((blocks) => !concludes.test(plainText(blocks).trim())) + 1;

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
  const deeds = before.filter((part) => isDeed(part, catalog)).join(', ');
  const report = deeds === '' ? null : reportOf(deeds, entry, atHand, catalog);
  return report && relapsed.test(said) ? { methods: report.methods } : report;
};

/** What a part of a text says was done of an answer; null where that is nothing that it tells to do. */
export const doneIn = (text: string, entry: Entry, atHand: number, catalog: Hears): Report | null => {
  const deeds = partsOf(text)
    .filter((part) => isDeed(part, catalog))
    .join(', ');
  return deeds === '' ? null : (reportOf(deeds, entry, atHand, catalog) ?? reportOf(text, entry, atHand, catalog));
};

/** Whether a method tells to do such a thing as was done: deleted cookies are none that were let through. */
const tellsTo = (deeds: string, method: Method): boolean => {
  if (namesOtherCommand(deeds, method)) return false;
  const { title, body } = method;
  const all = statementsIn(deeds).flatMap(([, stated]) => stated.filter((one) => one.done).map(({ state }) => state));
  const clauses = methodText({ title, body }).split(/[.,:;\n]\s+|\s(?:and|or|then)\s/);
  const acts = clauses.flatMap((clause) => actsIn(clause.trim().replace(/^\d+\. /, '')));
  return all.length === 0 || all.some((state) => acts.includes(state));
};

/** The methods that tell to do what was done: those whose titles say so, or the one of which a step is nearest; when to use a method is no deed. */
const reportOf = (deeds: string, entry: Entry, atHand: number, catalog: Hears): Report | null => {
  const titled = judgedIn(deeds, entry, catalog).done;
  const { spoken } = catalog.followUp(entry, deeds, atHand);
  const [first] = titled.length > 0 ? spoken.filter(({ method }) => method && titled.includes(method)) : spoken;
  const [, second] = spoken.filter(({ method }) => method !== undefined);
  const isOne = first !== undefined && first.chance >= Math.max(sure.chance, sure.times * (second?.chance ?? 0));
  const isDone = first?.passages[0]?.kind !== 'when';
  const isTold = isDone && first?.method && tellsTo(deeds, entry.methods[first.method - 1]!);
  if (!first?.method || (titled.length === 0 && !(isOne && isTold)))
    return titled.length > 0 ? { methods: titled } : null;
  const step = first.passages.find((one) => one.step !== undefined)?.step;
  const isLeft = titled.length === 0 && step !== undefined && step < lastDeedOf(entry.methods[first.method - 1]!);
  return { methods: [first.method], ...(isLeft ? { step } : {}) };
};
