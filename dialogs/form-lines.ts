/** The values of a ticket's form, and the lines "name: value" that stand in its fields. */
import { clipped } from './masked.ts';
import { spelt } from './cards.ts';
import type { Handing } from './handing.ts';
import { toldFacts } from './told.ts';
import { idNames, tickets } from './words/index.ts';

type IdName = keyof ReturnType<typeof idNames>;

/** Values of a pasted text by what they are. */
type Ids = Readonly<Partial<Record<IdName, string | null | undefined>>>;

/** The fields of the form by their names; people's words in it are masked. */
export type Values = Readonly<Record<'problem' | 'affected' | 'priority' | 'ids' | 'tried', string>> & {
  /** Left out where nothing was told or looked at. */
  readonly facts?: string;
};

export const blankValues: Values = { problem: '', affected: '', priority: 'normal', ids: '', tried: '' };

/** The most characters of each field. */
export const most = { problem: 2000, ids: 1500, facts: 1500, tried: 3000 };

/** So many lines of what was tried go along. */
export const mostTried = 20;

// === Written ===

/** The lines "name: value" of what was looked at and told, and of what it may be. */
export const factLines = ({ looked, told, likely = [] }: Handing): string =>
  [
    ...looked.map(({ title }) => [tickets().form.looked, title] as const),
    ...likely.map(({ title }) => [tickets().form.likely, title] as const),
    ...toldFacts(told),
  ]
    .map(lineOf)
    .join('\n');

const lineOf = ([name, value]: readonly [name: string, value: string]): string => `${name}: ${value}`;

/** What was told, as the beginning of what happens; the person's own words were not kept. */
export const toldLine = (told: Handing['told']): string => toldFacts(told).map(lineOf).join('; ');

/** What was tried, without the first lines where not all fit into the field. */
export const triedLines = (lines: readonly string[]): string => {
  const text = lines.join('\n');
  return text.length > most.tried || lines.length > mostTried ? triedLines(lines.slice(1)) : text;
};

/** The ids under the names that people read. */
export const byName = (ids: Ids): Record<string, string> =>
  Object.fromEntries(
    (Object.entries(idNames()) as [IdName, string][]).flatMap(([id, name]) => {
      const value = ids[id];
      return value ? [[name, id === 'code' ? spelt(value) : value]] : [];
    }),
  );

export const linesOf = (ids: Readonly<Record<string, string>>): string => Object.entries(ids).map(lineOf).join('\n');

/** The facts with this one in the place of another under the same name. */
export const factsWith = (name: string, value: string, facts = ''): string =>
  [lineOf([name, value]), ...facts.split('\n').filter((line) => line !== '' && !line.startsWith(`${name}: `))].join(
    '\n',
  );

// === Read ===

/** The lines "name: value" of a field; a line without a name is kept as a remark. */
export const linesIn = (text = ''): readonly (readonly [name: string, value: string])[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, 20)
    .map((line, n) => {
      const [, name, value] = /^\s{0,9}([^:]{1,40}):\s{1,9}(\S.{0,199})/u.exec(line) ?? [];
      return name && value ? [name.trim(), value.trim()] : [`Value ${n + 1}`, clipped(line.trim(), 200)];
    });
