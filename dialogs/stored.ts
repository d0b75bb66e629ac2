/** The bot's own words that a ticket keeps: stored in English whoever wrote them, and read in the language that is spoken. */
import { facets, type Facet } from '../src/model/catalog.ts';
import { language, speaking } from './language.ts';
import { findFixIn, idNames, questions, tickets, ticketsIn, words } from './words/index.ts';

type IdName = keyof ReturnType<typeof idNames>;
type Result = keyof ReturnType<typeof words>['walk']['results'];

const allNames = Object.values(ticketsIn).map((one) => one.idNames);
const allForms = Object.values(ticketsIn).map((one) => one.tickets.form);
const allQuestions = Object.values(findFixIn).map((one) => one.questions);
const allResults = Object.values(findFixIn).map((one) => one.words.walk.results);

/** The names, in all languages, under which a code stands in the form. */
export const codeNames: readonly string[] = allNames.map(({ code }) => code);

/** The name of a value in the spoken language; one that is not ours stays as it is. */
export const nameRead = (name: string): string => {
  const known = (Object.keys(idNames()) as IdName[]).find((key) => allNames.some((names) => names[key] === name));
  return known ? idNames()[known] : name;
};

/** The names, in all languages, under which the entries that were looked at stand in the form. */
export const lookedNames: readonly string[] = allForms.map(({ looked }) => looked);

/** The same of what it may be. */
export const likelyNames: readonly string[] = allForms.map(({ likely }) => likely);

/** The names, in all languages, under which the person whom it concerns stands in the form. */
const personNames: readonly string[] = allForms.map(({ person }) => person);
/** The same of those to whom it goes. */
const addresseeNames: readonly string[] = allForms.map(({ addressee }) => addressee);

/** What was told or looked at, by its name, in the spoken language; what is not ours stays as it is. */
export const factRead = (name: string, value: string): readonly [name: string, value: string] => {
  if (lookedNames.includes(name)) return [tickets().form.looked, value];
  if (likelyNames.includes(name)) return [tickets().form.likely, value];
  if (personNames.includes(name)) return [tickets().form.person, value];
  if (addresseeNames.includes(name)) return [tickets().form.addressee, value];
  const facet = (Object.keys(facets) as Facet[]).find((one) => allQuestions.some((asked) => asked[one].label === name));
  if (!facet) return [name, value];
  const { label, values } = questions()[facet];
  const told = Object.keys(values).find((one) => allQuestions.some((asked) => asked[facet].values[one] === value));
  return [label, (told !== undefined && values[told]) || value];
};

/** What became of a method, such as "1 done, 2 failed, helped some", in the spoken language. */
export const stepsRead = (text: string): string =>
  text
    .split(', ')
    .map((one) => {
      const [, step, word] = /^(?:(?:step|Schritt|étape|paso|手順) )?(\d{1,3} )?(.+)$/.exec(one) ?? [];
      const { results } = words().walk;
      const known = (Object.keys(results) as Result[]).find((key) => allResults.some((names) => names[key] === word));
      return known ? `${step ?? ''}${results[known]}` : one;
    })
    .join(', ');

/** The title of a ticket about no entry, in the spoken language; any other stays as it is. */
export const titleRead = (title: string): string => {
  if (language() === 'en') return title;
  const { unnamed, ...made } = speaking('en', () => tickets().form);
  if (title === unnamed) return tickets().form.unnamed;
  for (const kind of ['coded', 'lookedLast', 'perhaps'] as const) {
    const [before = '', after = ''] = made[kind]('\n').split('\n');
    if (title.startsWith(before) && title.endsWith(after))
      return tickets().form[kind](title.slice(before.length, title.length - after.length));
  }
  return title;
};

/** What is stored of a text that is made in the spoken language. */
export const stored = <T>(make: () => T): T => speaking('en', make);
