/** What a conversation hands over to the helpdesk: the entry at hand, what it looked at before, what it was told, and what was tried. */
import type { Catalog, Entry } from '../src/model/catalog.ts';
import type { Tried } from '../src/model/ticket.ts';
import { resultsText } from './fix-cards.ts';
import type { Ids } from './kept.ts';
import type { Looked, Past } from './past.ts';
import { stepsRead } from './stored.ts';
import { tickets, words } from './words/index.ts';

/** `looked` are the entries that were shown besides the one at hand, the last one last. */
export type Handing = {
  readonly entry: Entry | undefined;
  readonly looked: readonly Entry[];
  readonly told: NonNullable<Past['told']>;
  readonly tried: readonly Tried[];
  readonly ids: Ids;
  /** What it may be, best first, where no answer was found. */
  readonly likely?: readonly Entry[];
};

export const handing = (
  entry: Entry | undefined,
  { ids = {}, past }: { readonly ids?: Ids; readonly past?: Past | undefined },
  catalog: Pick<Catalog, 'entry'>,
): Handing => {
  const shown = (past?.looked ?? []).flatMap((one) => {
    const of = catalog.entry(one.entry);
    return of ? [{ of, tried: triedOf(of, one) }] : [];
  });
  const toldBefore = (past?.looked ?? []).reduce<Handing['told']>((all, { told }) => ({ ...all, ...told }), {});
  const others = shown.filter(({ of }) => of.id !== entry?.id);
  const titled = others.some(({ tried }) => tried.length > 0);
  return {
    entry,
    looked: others.map(({ of }) => of),
    told: { ...toldBefore, ...past?.told },
    tried: shown.flatMap(({ of, tried }) => (titled ? tried.map((one) => ({ ...one, about: of.title })) : tried)),
    ids,
  };
};

const triedOf = ({ methods }: Entry, { tried = [], results = {}, helped = [] }: Looked): readonly Tried[] =>
  [...new Set([...tried, ...Object.keys(results).map(Number)])]
    .toSorted((one, two) => one - two)
    .flatMap((n) => {
      const method = methods[n - 1];
      const steps = [resultsText(results[n] ?? ''), helped.includes(n) ? words().walk.results.h : '']
        .filter(Boolean)
        .join(', ');
      return method ? [{ method: n, title: method.title, steps }] : [];
    });

/** A method that was tried, as one line; where several entries were looked at, behind the title of its own. */
export const triedLine = ({ about, ...tried }: Tried): string =>
  `${about === undefined ? '' : `${about}: `}${methodText(tried)}`;

const methodText = ({ method, title, steps }: Tried): string =>
  method > 0 ? tickets().form.method(method, title, howItWent(stepsRead(steps))) : title;

const howItWent = (results: string): string => (/^\d/.test(results) ? tickets().form.steps(results) : results);

/** All that was tried, a line for each entry. */
export const triedText = (tried: readonly Tried[]): string =>
  tried
    .reduce<readonly (readonly Tried[])[]>((groups, one) => {
      const last = groups.at(-1);
      return last && last[0]!.about === one.about ? [...groups.slice(0, -1), [...last, one]] : [...groups, [one]];
    }, [])
    .map(([first, ...others]) => [triedLine(first!), ...others.map(methodText)].join('; '))
    .join('\n');
