/** What stands beside the entries, in files that bear their names: how people speak of them, and what they ask and find after them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Beside, Entry } from '../model/catalog.ts';
import type { Complaint } from '../model/errors.ts';
import type { Filed } from './check.ts';
import { faqFaults, findingFaults, readExchanges } from './exchanges.ts';
import type { Fault } from './markdown.ts';
import { mentionFaults, readMentions } from './mentions.ts';

const folders = {
  mentions: mentionFaults,
  faq: faqFaults,
  findings: findingFaults,
} as const satisfies Readonly<Record<keyof Beside, (text: string, entry: Entry) => readonly Fault[]>>;

/** Whether a folder of a catalog holds them. */
export const isBeside = (folder: string): boolean => Object.hasOwn(folders, folder);

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** What stands beside an entry in the built-in catalog and in an organisation's own; an own entry has nothing from a built-in one that it replaces. */
export const besideIn =
  (builtIn: string, own?: string) =>
  (entry: Entry): Beside => {
    const catalogs = [...(entry.own ? [] : [builtIn]), ...(own === undefined ? [] : [own])];
    const texts = (folder: keyof Beside): readonly string[] =>
      catalogs.map((catalog) => textOf(join(catalog, folder, `${entry.id}.md`)));
    return {
      mentions: texts('mentions').flatMap((text) => readMentions(text).mentions),
      faq: texts('faq').flatMap((text) => readExchanges(text).exchanges),
      findings: texts('findings').flatMap((text) => readExchanges(text).exchanges),
    };
  };

/** What is wrong beside the entries of a catalog; for `catalog check`, because a fault only leaves a line out. */
export const checkBeside = (catalog: string, filed: readonly Filed[]): readonly Complaint[] => {
  const entries = new Map(filed.map(({ entry }) => [`${entry.id}.md`, entry]));
  return Object.entries(folders).flatMap(([field, faultsOf]) => {
    const home = join(catalog, field);
    return namesIn(home).flatMap((name) => {
      const file = relative(process.cwd(), join(home, name));
      const entry = entries.get(name);
      const faults = entry ? faultsOf(textOf(join(home, name)), entry) : [unnamed];
      return faults.map((fault) => ({ ...fault, file, field }));
    });
  });
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
};

const unnamed: Fault = {
  line: 1,
  problem: 'there is no entry of that name.',
  cure: 'Name the file as the file of an entry.',
};
