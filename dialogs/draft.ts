/** The ticket that a form opens, as it is handed over and stored. */
import type { Catalog } from '../src/model/catalog.ts';
import type { Affected, Priority, TicketDraft, Tried } from '../src/model/ticket.ts';
import { byName, linesIn, linesOf, mostTried, type Values } from './form-lines.ts';
import { clipped } from './masked.ts';
import { codeNames, factRead, likelyNames, lookedNames, nameRead, stepsRead, stored } from './stored.ts';
import { tickets } from './words/index.ts';

/** The ticket as it is handed over; what the problem's words hold of ids goes to the others, but no user. */
export const draftOf = (id: string | null, values: Values, catalog: Catalog): TicketDraft => {
  const found = catalog.find(values.problem);
  const best = found.verdict === 'answer' ? found.candidates[0]?.entry : undefined;
  const entry = (id === null ? undefined : catalog.entry(id)) ?? best;
  const ids = stored(() => ({
    ...byName({ ...found.extracted, code: found.extracted.codes[0], user: null }),
    ...idsIn(values.ids),
  }));
  return {
    problem: values.problem,
    entry: entry?.id ?? null,
    topic: entry?.topic ?? null,
    title: stored(() => titleOf(entry?.id ?? null, { ...values, ids: linesOf(ids) }, catalog)),
    priority: values.priority as Priority,
    affected: values.affected as Affected,
    ids,
    ...(values.facts ? { facts: stored(() => factsIn(values.facts)) } : {}),
    tried: values.tried
      .split('\n')
      .filter(Boolean)
      .slice(0, mostTried)
      .map((line) => stored(() => triedIn(line))),
  };
};

/** What a ticket is about: its entry, a code, what was looked at last, or what it may be. */
export const titleOf = (entry: string | null, values: Values, catalog: Catalog): string => {
  const known = entry === null ? undefined : catalog.entry(entry);
  if (known) return known.title;
  const code = new RegExp(`^(?:${codeNames.join('|')}): (\\S{1,40})$`, 'm').exec(values.ids)?.[1];
  if (code) return tickets().form.coded(code);
  const facts = linesIn(values.facts);
  const looked = facts.findLast(([name]) => lookedNames.includes(name))?.[1];
  if (looked) return tickets().form.lookedLast(looked);
  const likely = facts.find(([name]) => likelyNames.includes(name))?.[1];
  return likely ? tickets().form.perhaps(likely) : tickets().form.unnamed;
};

const idsIn = (text: string): Record<string, string> =>
  Object.fromEntries(linesIn(text).map(([name, value]) => [nameRead(name), value]));

/** What stands there under the same name is one fact. */
const factsIn = (text: string | undefined): Record<string, string> => {
  const lines = Map.groupBy(
    linesIn(text).map((line) => factRead(...line)),
    ([name]) => name,
  );
  return Object.fromEntries([...lines].map(([name, facts]) => [name, facts.map(([, value]) => value).join('; ')]));
};

const triedIn = (line: string): Tried => {
  const [, about, n, title, steps] =
    /^(?:(.{1,200}?): )?(?:Method|Methode|Méthode|Método|方法) (\d{1,2}) ?: ([^(]{1,200}?)(?: \((.{0,200})\))?$/u.exec(
      line,
    ) ?? [];
  return n && title
    ? { method: Number(n), title, steps: stepsRead(steps ?? ''), ...(about ? { about } : {}) }
    : { method: 0, title: clipped(line, 300), steps: '' };
};
