/** Reads and checks `glossary.yaml`, the words of the field with what they mean. */
import { z } from 'zod';
import type { Term } from '../model/catalog.ts';
import type { Complaint } from '../model/errors.ts';
import { keyOf } from './explain.ts';
import { readList } from './list.ts';

/** A term with the place where it stands, for complaints. */
export type Defined = { readonly term: Term; readonly file: string; readonly line: number };

const field = 'glossary';
const cure = 'Write each term with term, means and, where there are any, names and see; catalog/README.md shows one.';

const text = z.string().trim().min(1);
const written = z
  .strictObject({ term: text, names: z.array(text).default([]), means: text, see: z.array(text).max(2).default([]) })
  .transform(
    ({ term: title, names, means, see }): Term => ({ title, names: [...titled(title), ...names], means, see }),
  );

/** "User principal name (UPN)" is two names. */
const titled = (title: string): readonly string[] =>
  title
    .split(/[()]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** The terms that a folder explains; an organisation's folder need not have any. */
export const readGlossary = async (
  folder: string,
): Promise<{ defined: readonly Defined[]; complaints: readonly Complaint[] }> => {
  const { file, text: source, list, problem } = await readList(folder, 'glossary.yaml');
  if (!Array.isArray(list)) return { defined: [], complaints: [{ file, line: 1, field, problem, cure }] };
  const lines = source.split('\n').flatMap((line, n) => (line.startsWith('- ') ? [n + 1] : []));
  const defined: Defined[] = [];
  const complaints: Complaint[] = [];
  for (const [n, one] of list.entries()) {
    const line = lines[n] ?? 1;
    const read = written.safeParse(one);
    if (read.success) defined.push({ term: read.data, file, line });
    else complaints.push({ file, line, field, problem: faultOf(read.error.issues), cure });
  }
  return { defined, complaints };
};

/** A field that is not known comes first: mostly it is the missing one, misspelt. */
const faultOf = (issues: readonly z.core.$ZodIssue[]): string => {
  const [unknown] = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  if (unknown !== undefined) return `"${unknown}" is not a known field.`;
  const [where] = issues.flatMap(({ path }) => path.slice(0, 1));
  return where === undefined ? 'a term is no list of fields.' : `"${String(where)}" is missing or not valid.`;
};

/** An own term takes its names over from the built-in terms that had them; a term that has none left is gone. */
export const laidOver = (base: readonly Defined[], own: readonly Defined[]): readonly Defined[] => {
  const taken = new Set(own.flatMap(({ term }) => term.names.map(keyOf)));
  const left = base.map((one) => ({
    ...one,
    term: { ...one.term, names: one.term.names.filter((name) => !taken.has(keyOf(name))) },
  }));
  return [...left.filter(({ term }) => term.names.length > 0), ...own];
};

const most = { sentences: 2, words: 25 } as const;

/** Names stand once, explanations are short, and what they lead to is there; `ids` are those of the entries. */
export const checkGlossary = (defined: readonly Defined[], ids: ReadonlySet<string>): readonly Complaint[] => {
  const owners = new Map<string, string>();
  return defined.flatMap(({ term, file, line }) => {
    const complaints: Complaint[] = [];
    const report = (problem: string, todo: string): void => {
      complaints.push({ file, line, field, problem: `"${term.title}": ${problem}`, cure: todo });
    };
    for (const name of term.names) {
      const key = keyOf(name);
      const owner = owners.get(key);
      if (key === '') report(`"${name}" has no letters.`, 'Write a name that people can ask for.');
      else if (owner !== undefined)
        report(`"${name}" is already a name of "${owner}".`, 'Leave each name in one term, once.');
      owners.set(key, term.title);
    }
    const sentences = term.means.split(/(?<=[.!?])\s+/);
    if (sentences.length > most.sentences)
      report(`it has ${sentences.length} sentences.`, `Cut it: ${most.sentences} at the most.`);
    for (const sentence of sentences) {
      const count = sentence.split(/\s+/).length;
      if (count > most.words) report(`a sentence has ${count} words.`, `Cut it: ${most.words} at the most.`);
    }
    for (const id of term.see)
      if (!ids.has(id)) report(`there is no entry "${id}" to see.`, 'Name an entry of the catalog by its id.');
    return complaints;
  });
};
