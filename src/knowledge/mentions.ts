/** Reads how people speak of the sentences of an entry, from a file beside the entries that bears its name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Entry, Mention } from '../model/catalog.ts';
import type { Complaint } from '../model/errors.ts';
import type { Filed } from './check.ts';
import { isOf, sentencesOf } from './sentences.ts';

/** The folder below a catalog that holds them. */
export const mentionsFolder = 'mentions';

const parts = {
  Meaning: 'meaning',
  Cause: 'cause',
  Check: 'check',
  'If you are the user': 'user',
  'Good to know': 'more',
} as const;

const placeOf = (heading: string): Pick<Mention, 'part' | 'method'> | undefined => {
  const method = /^Method (\d+)$/.exec(heading)?.[1];
  if (method) return { part: 'method', method: Number(method) };
  const part = Object.hasOwn(parts, heading) ? parts[heading as keyof typeof parts] : undefined;
  return part && { part };
};

type Placed = Mention & { readonly line: number };
type Fault = Omit<Complaint, 'file' | 'field'>;

/** One mention a line, below the heading of its part: `- "a piece of the sentence": in these words · or in these`. */
const readMentions = (text: string): { readonly mentions: readonly Placed[]; readonly faults: readonly Fault[] } => {
  const mentions: Placed[] = [];
  const faults: Fault[] = [];
  let place: ReturnType<typeof placeOf>;
  for (const [n, row] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
    const heading = /^## (.+)$/.exec(row)?.[1];
    const [, of, says] = /^- "(.+?)": (.+)$/.exec(row) ?? [];
    if (heading) place = placeOf(heading);
    if (place && of && says) mentions.push({ ...place, of, says, line: n + 1 });
    else if (row.trim() !== '' && !(heading && place))
      faults.push({
        line: n + 1,
        problem: `"${row}" is not understood.`,
        cure: 'Write "## Method 1", "## Check" or the like, and below it - "a piece of the sentence": in these words · or in these.',
      });
  }
  return { mentions, faults };
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** How people speak of an entry, by the files of its name in some folders; an entry need not have one. */
export const mentionsIn =
  (...folders: readonly (string | undefined)[]) =>
  ({ id }: Entry): readonly Mention[] =>
    folders.flatMap((folder) =>
      folder === undefined ? [] : readMentions(textOf(join(folder, mentionsFolder, `${id}.md`))).mentions,
    );

/** What is wrong with the mentions of a folder; for `catalog check`, because a fault only leaves a mention out. */
export const checkMentions = (folder: string, filed: readonly Filed[]): readonly Complaint[] => {
  const entries = new Map(filed.map(({ entry }) => [`${entry.id}.md`, entry]));
  const home = join(folder, mentionsFolder);
  return namesIn(home).flatMap((name) => {
    const file = relative(process.cwd(), join(home, name));
    const entry = entries.get(name);
    const faults = entry ? faultsOf(entry, textOf(join(home, name))) : [unnamed];
    return faults.map((fault) => ({ ...fault, file, field: 'mention' }));
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

const faultsOf = (entry: Entry, text: string): readonly Fault[] => {
  const sentences = sentencesOf(entry);
  const { mentions, faults } = readMentions(text);
  const stray = mentions
    .filter((one) => !sentences.some((sentence) => isOf(one, sentence)))
    .map(({ line, of }) => ({
      line,
      problem: `"${of}" stands in no sentence of that part of the entry.`,
      cure: 'Write a piece of one of its sentences, or take the line out.',
    }));
  return [...faults, ...stray].toSorted((one, two) => one.line - two.line);
};
