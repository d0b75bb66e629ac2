/** The bot's own words that a ticket keeps: stored in English whoever wrote them, and read in the language that is spoken. */
import { language, speaking } from './language.ts';
import { findFixIn, idNames, tickets, ticketsIn, words } from './words/index.ts';

type IdName = keyof ReturnType<typeof idNames>;
type Result = keyof ReturnType<typeof words>['walk']['results'];

const allNames = Object.values(ticketsIn).map((one) => one.idNames);
const allResults = Object.values(findFixIn).map((one) => one.words.walk.results);

/** The names, in all languages, under which a code stands in the form. */
export const codeNames: readonly string[] = allNames.map(({ code }) => code);

/** The name of a value in the spoken language; one that is not ours stays as it is. */
export const nameRead = (name: string): string => {
  const known = (Object.keys(idNames()) as IdName[]).find((key) => allNames.some((names) => names[key] === name));
  return known ? idNames()[known] : name;
};

/** What became of the steps, such as "1 done, 2 failed", in the spoken language. */
export const stepsRead = (text: string): string =>
  text
    .split(', ')
    .map((one) => {
      const [, step, word] = /^(\d{1,3}) (.+)$/.exec(one) ?? [];
      const { results } = words().walk;
      const known = (Object.keys(results) as Result[]).find((key) => allResults.some((names) => names[key] === word));
      return known ? `${step} ${results[known]}` : one;
    })
    .join(', ');

/** The title of a ticket about no entry, in the spoken language; any other stays as it is. */
export const titleRead = (title: string): string => {
  if (language() === 'en') return title;
  const { unnamed, coded } = speaking('en', () => tickets().form);
  if (title === unnamed) return tickets().form.unnamed;
  const [before = '', after = ''] = coded('\n').split('\n');
  return title.startsWith(before) && title.endsWith(after)
    ? tickets().form.coded(title.slice(before.length, title.length - after.length))
    : title;
};

/** What is stored of a text that is made in the spoken language. */
export const stored = <T>(make: () => T): T => speaking('en', make);
