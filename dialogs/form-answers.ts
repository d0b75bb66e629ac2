/** Reads what is typed into the form of a ticket, and what is still missing in it. */
import type { Catalog } from '../src/model/catalog.ts';
import { answersIn, isSending } from './form-phrases.ts';
import { factsWith, most, triedLines, type Values } from './form-lines.ts';
import { clipped, masked } from './masked.ts';
import { introducedIn, isPronoun, nominative, whomIn } from './person.ts';
import { clausesOf } from './phrases.ts';
import { deedsIn } from './put-behind.ts';
import { additionIn } from './ticket-phrases.ts';
import { tickets } from './words/index.ts';

export type Missing = 'problem' | 'affected';

export const missingIn = (values: Values): Missing | null => {
  if (values.problem.trim().length < 3) return 'problem';
  return values.affected ? null : 'affected';
};

/** The values with what a text answers of them. Words beyond that tell what happens where that was asked, beside an answer, or behind "add:". */
export const withAnswers = (
  values: Values,
  text: string,
  catalog: Catalog,
): { readonly values: Values; readonly answered: boolean | 'send' } => {
  const missing = missingIn(values);
  const adding = additionIn(text, 'open');
  if (adding !== null) return { values: withProblem(values, adding, catalog), answered: true };
  const whom = whomIn(text);
  if (whom !== null && catalog.find(whom).known.words.length === 0)
    return { values: withPerson({ ...values, affected: '' }, masked(catalog, whom)), answered: true };
  const introduced = introducedIn(text);
  if (introduced !== null) return { values: introducing(values, masked(catalog, introduced)), answered: true };
  const deeds = deedsIn(text);
  if (missing !== 'problem' && deeds.length > 0 && deeds.length === clausesOf(text).length)
    return { values: withTried(values, masked(catalog, text.trim())), answered: true };
  const { rest, ...answers } = answersIn(text, missing !== 'problem');
  const after = { ...values, ...answers };
  const heard = Object.keys(answers).length > 0;
  if (isSending(rest)) return { values: after, answered: 'send' };
  const tells = rest !== '' && (missing === 'problem' || heard);
  const told = tells ? withProblem(after, rest, catalog) : after;
  return { values: told, answered: heard || (tells && missingIn(told) !== 'problem') };
};

/** The values with the person whom the problem concerns: by name, or all of a group. */
export const withPerson = (values: Values, person: string): Values => {
  const { affected: whom = 'someone', rest } = answersIn(person, true);
  if (isPronoun(person) || (rest === '' && whom !== 'someone')) return { ...values, affected: whom };
  const facts = factsWith(tickets().form.person, nominative(person), values.facts);
  return { ...values, affected: values.affected || (joins.test(person) ? 'several' : whom), facts };
};

/** The values with the team that the ticket goes to, which is not whom it concerns. */
export const withAddressee = (values: Values, addressee: string): Values => ({
  ...values,
  facts: factsWith(tickets().form.addressee, addressee, values.facts),
});

const joins = / (?:and|und|et|y|&) /i;

/** The values with the person who was introduced; what is said of them later is added. */
const introducing = (values: Values, person: string): Values => {
  const lines = (values.facts ?? '').split('\n').filter(Boolean);
  const of = lines.findIndex((line) => line.startsWith(`${tickets().form.person}: `));
  const facts = of < 0 ? [`${tickets().form.person}: ${person}`, ...lines] : lines.with(of, `${lines[of]!}, ${person}`);
  return { ...values, facts: clipped(facts.join('\n'), most.facts) };
};

/** The values with one more line of what was tried. */
const withTried = (values: Values, deed: string): Values => ({
  ...values,
  tried: triedLines([...values.tried.split('\n').filter(Boolean), deed]),
});

/** The values with more words about what happens. */
export const withProblem = (values: Values, text: string, catalog: Catalog): Values => {
  const problem = [values.problem, masked(catalog, text.trim())].filter(Boolean).join('\n');
  return { ...values, problem: clipped(problem, most.problem) };
};
