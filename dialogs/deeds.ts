/** Finds the methods and the steps of an answer that tell to do what somebody says was done: by the words of titles and steps, by concepts, and by what the text speaks of. */
import type { Catalog, Entry, Method } from '../src/model/catalog.ts';
import { deedIn } from './helped.ts';
import { judgedIn, namesOtherCommand, type Words } from './judged.ts';
import { methodText, type StepAt, stepsOf } from './methods.ts';
import { withoutHosts } from './phrases.ts';
import { plainText } from './reply.ts';
import { isSure, nearIn } from './spoken.ts';
import { actsIn } from './states.ts';
import { statementsIn } from './statements.ts';

/** A title is meant where a clause holds so many of its words and such a share, a step where it holds so much of a clause of so many words, and a method where it holds so many concepts and such a share of them. */
const least = { titleWords: 2, title: 0.5, stepWords: 2, step: 0.6, concepts: 2, ofConcepts: 0.75 } as const;

// === By words ===

/** The methods, from 1, whose title speaks of what a clause names, by a word that not all titles hold. */
export const methodsByTitle = (clause: string, { methods }: Entry, { terms }: Words): readonly number[] => {
  const named = new Set(terms(clause));
  const titles = methods.map(({ title }) => [...new Set(terms(title))]);
  const tells = tellsOf(clause);
  const isCommon = (term: string): boolean => titles.length > 1 && titles.every((title) => title.includes(term));
  return titles.flatMap((title, at) => {
    const shared = title.filter((term) => named.has(term));
    const enough =
      shared.length >= Math.min(least.titleWords, title.length) && shared.length >= least.title * title.length;
    return enough && shared.some((term) => !isCommon(term)) && tells(methods[at]!.title) ? [at + 1] : [];
  });
};

/** Whether a title does not tell of another deed: a changed password is no stored one that was found. */
const tellsOf = (clause: string): ((title: string) => boolean) => {
  const changes = statementsIn(clause).some(([, all]) => all.some(({ state, holds }) => state === 'changed' && holds));
  return (title) => !changes || changing.test(title);
};
const changing = /\b(?:chang|reset|renew|replac|set|edit|correct|updat|new)/i;

const small: ReadonlySet<string> = new Set(['alread', 'schon', 'bereit', 'deja', 'ya', 'wieder', 'twice']);

/** The step that holds most of what a clause says was done. */
export const stepByWords = (clause: string, { methods }: Entry, { terms }: Words): StepAt | undefined => {
  const did = [...new Set(terms(withoutHosts(clause)))].filter((term) => !small.has(term));
  if (did.length < least.stepWords) return undefined;
  const held = methods.flatMap((method, at) =>
    stepsOf(method).map((blocks, k) => {
      const words = new Set(terms(plainText(blocks)));
      return { method: at + 1, step: k + 1, share: did.filter((term) => words.has(term)).length / did.length };
    }),
  );
  const best = held.reduce<(typeof held)[number] | undefined>(
    (one, two) => (one && one.share >= two.share ? one : two),
    undefined,
  );
  return best && best.share >= least.step ? { method: best.method, step: best.step } : undefined;
};

// === By concepts ===

/** The number of the method, from 1, that tells to do what a text says was done; undefined where none surely does. */
export const methodByConcepts = (
  text: string,
  entry: Entry,
  catalog: Pick<Catalog, 'concepts' | 'followUp'>,
): number | undefined => {
  const deed = deedIn(text);
  const all = [...catalog.concepts(deed)];
  const [nearest] = nearIn(catalog.followUp(entry, deed)).flatMap(({ method }) => method ?? []);
  const shares = entry.methods.map((method, at) => {
    const held = catalog.concepts(methodText(method));
    const titled = catalog.concepts(method.title);
    const count = all.some((one) => titled.has(one)) ? all.filter((one) => held.has(one)).length : 0;
    return { n: at + 1, count, share: count / all.length };
  });
  const [best = 0] = shares
    .filter(({ count }) => count >= least.concepts)
    .map(({ share }) => share)
    .toSorted((one, two) => two - one);
  const meant = best < least.ofConcepts ? [] : shares.filter(({ share }) => share === best);
  return (meant.find(({ n }) => n === nearest) ?? meant[0])?.n;
};

// === By what the text speaks of ===

/** The number of the method of which a step surely is what a text says was done. */
export const methodByStep = (text: string, entry: Entry, catalog: Pick<Catalog, 'followUp'>): number | undefined => {
  const deed = deedIn(text);
  const [first] = nearIn(catalog.followUp(entry, deed)).filter(({ method }) => method !== undefined);
  if (!first?.method || !isSure(first) || first.passages[0]?.kind === 'when') return undefined;
  return namesOtherCommand(deed, entry.methods[first.method - 1]!) ? undefined : first.method;
};

/** Which methods tell to do what was done, none where that is the one at hand, and the step of the first behind which something is left to do. */
export type Report = { readonly methods: readonly number[]; readonly step?: number };

/** From this chance on a step is the one that was done, where it is so many times as likely as one of another method. */
const sure = { chance: 0.3, times: 1.5 } as const;

/** A step that changes nothing any more and only shows what the others did. */
const concludes =
  /^(?:test|verify(?! first)|check|sign (?:in|out)|repeat|let (?:the|one|a) |start (?!.*\bservice)|(?:ask for|request) a|see (?:that|whether)|compare|make sure|look (?:at|that|for)|open the (?:metadata|sign-in) page|try)\b/i;

/** The number of the step behind which the rest of a method only shows what came of it. */
const lastDeedOf = (method: Method): number =>
  stepsOf(method).findLastIndex((blocks) => !concludes.test(plainText(blocks).trim())) + 1;

/** What was done, as acts that titles and steps tell to do. */
const doneActsIn = (deeds: string) =>
  statementsIn(deeds).flatMap(([, stated]) => stated.filter((one) => one.done).map(({ state }) => state));

/** Whether what was done is what the title of a method tells to do, so that the whole of it was. */
const isWhole = (deeds: string, { title }: Method): boolean => {
  const acts = actsIn(title);
  return doneActsIn(deeds).some((state) => acts.includes(state));
};

/** Whether a method tells to do such a thing as was done: deleted cookies are none that were let through. */
const tellsTo = (deeds: string, method: Method): boolean => {
  if (namesOtherCommand(deeds, method)) return false;
  const { title, body } = method;
  const all = doneActsIn(deeds);
  const clauses = methodText({ title, body }).split(/[.,:;\n]\s+|\s(?:and|or|then)\s/);
  const acts = clauses.flatMap((clause) => actsIn(clause.trim().replace(/^\d+\. /, '')));
  return all.length === 0 || all.some((state) => acts.includes(state));
};

/** The methods that tell to do what was done: those whose titles say so, or the one of which a step is nearest; when to use a method is no deed. */
export const methodsBySpoken = (
  said: string,
  entry: Entry,
  atHand: number,
  catalog: Pick<Catalog, 'followUp' | 'terms' | 'concepts'>,
): Report | null => {
  const deeds = withoutHosts(said);
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
  const method = entry.methods[first.method - 1]!;
  const isLeft = titled.length === 0 && step !== undefined && step < lastDeedOf(method) && !isWhole(deeds, method);
  return { methods: [first.method], ...(isLeft ? { step } : {}) };
};
