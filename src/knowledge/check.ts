/** The rules that a whole catalog must keep, beyond the format of each file. */
import type { Entry } from '../model/catalog.ts';
import type { Complaint } from '../model/errors.ts';
import { type Block, type Code, plain, type Rich } from '../model/reply.ts';
import { mostSteps, mostWords, retired } from './rules.ts';
import { index } from './search.ts';
import { wordsOf } from './terms.ts';

/** An entry with the file it came from and its text, for complaints. */
export type Filed = { readonly entry: Entry; readonly file: string; readonly text: string };

/** Reports what is wrong with one entry; `near` is what it is about, as it stands in the file. */
type Report = (field: string, problem: string, cure: string, near?: string) => void;

/** Format apart, everything that one entry or two together may break. */
export const checkCatalog = (filed: readonly Filed[], topics: ReadonlyMap<string, string>): readonly Complaint[] => {
  const complaints: Complaint[] = [];
  const ids = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const { entry, file, text } of filed) {
    const report: Report = (field, problem, cure, near = `${field}:`) => {
      complaints.push({ file, line: lineOf(text, near), field, problem, cure });
    };
    const twin = ids.get(entry.id);
    if (twin) report('file name', `${twin} has the same name.`, 'Give each entry a name of its own.');
    ids.set(entry.id, file);
    for (const code of entry.codes) {
      const owner = codes.get(code);
      if (owner) report('codes', `"${code}" is already in ${owner}.`, 'Leave each code in one entry only.');
      codes.set(code, file);
    }
    if (!topics.has(entry.topic))
      report('topic', `"${entry.topic}" is not in topics.yaml.`, 'Use a topic of the list, or add it there.');
    /** An imported text is its source's: our rules for writing hold from the moment a person takes it over. */
    if (entry.imported) continue;
    checkAlike(entry, report);
    checkMethods(entry, report);
    checkCommands(entry, report);
    checkTexts(entry, report);
  }
  return complaints;
};

/** Every phrase under `says` must find its own entry first; slower than the other rules, so for `catalog check` only. */
export const checkSays = (filed: readonly Filed[]): readonly Complaint[] => {
  const { read, search } = index(filed.map(({ entry }) => entry));
  return filed.flatMap(({ entry, file, text }) =>
    (entry.imported ? [] : entry.says).flatMap((phrase) => {
      const [first] = search(read(wordsOf(phrase))).hits;
      if (first?.entry === entry) return [];
      const found = first ? `finds ${first.entry.id} first` : 'finds nothing';
      const cure = 'Say it in words that fit only this entry, or move it to the other.';
      return [{ file, line: lineOf(text, phrase), field: 'says', problem: `"${phrase}" ${found}.`, cure }];
    }),
  );
};

/** The line, from 1, on which `near` stands first; 1 where it does not. */
const lineOf = (text: string, near: string): number => {
  const at = text.indexOf(near);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
};

/** Look-alike codes share an entry only where somebody says that they mean the same. */
const checkAlike = (entry: Entry, report: Report): void => {
  if (entry.alike) return;
  for (const [n, one] of entry.codes.entries())
    for (const other of entry.codes.slice(n + 1))
      if (lookAlike(one, other))
        report(
          'codes',
          `"${one}" and "${other}" look alike.`,
          'Give each an entry of its own, or write alike: "yes" if they truly mean the same.',
        );
};

/** One digit changed, two swapped, or one the beginning of the other. */
export const lookAlike = (one: string, other: string): boolean => {
  if (one.length !== other.length) return one.startsWith(other) || other.startsWith(one);
  const wrong = Array.from(one, (sign, n) => (sign === other[n] ? -1 : n)).filter((n) => n >= 0);
  const [first, second] = wrong;
  if (wrong.length === 1) return true;
  return wrong.length === 2 && second === first! + 1 && one[first!] === other[second] && one[second] === other[first!];
};

const checkMethods = (entry: Entry, report: Report): void => {
  if (entry.methods.length === 0 && entry.who !== 'nobody')
    report('method', 'there is none.', 'Add "## Method 1: …" with steps, or set who to nobody.');
  for (const { title, body } of entry.methods) {
    const steps = body.flatMap((block) => (block.kind === 'steps' ? block.items : [])).length;
    const near = `: ${title}`;
    if (steps > mostSteps)
      report('method', `"${title}" has ${steps} steps.`, `Split it: ${mostSteps} at the most.`, near);
    if (steps === 0) report('method', `"${title}" has no numbered steps.`, 'Write them as "1. …".', near);
  }
};

const checkCommands = (entry: Entry, report: Report): void => {
  for (const { language, text, retired: marked } of codesOf(entry)) {
    const near = text.split('\n')[0]!;
    if (!language)
      report('command', `a fence has no language: ${cut(text)}`, 'Write ```powershell, ```text or the like.', near);
    if (!marked && retired.test(text))
      report('command', `"${retired.exec(text)![0]}" no longer works.`, 'Replace it; name it under Retired.', near);
  }
};

const checkTexts = (entry: Entry, report: Report): void => {
  for (const rich of textsOf(entry)) {
    const text = plain(rich);
    const old = retired.exec(text)?.[0];
    if (old) report('text', `"${old}" no longer works.`, 'Name it under Retired, with what to use today.', old);
    for (const sentence of text.split(/[.!?:;](?=\s|$)/)) {
      const count = sentence.trim().split(/\s+/).length;
      if (count > mostWords)
        report(
          'text',
          `a sentence has ${count} words: "${cut(sentence)}"`,
          `Cut it: ${mostWords} at the most.`,
          sentence.trim().slice(0, 20),
        );
    }
    for (const { url } of typeof rich === 'string' ? [] : rich)
      if (url !== undefined && !URL.canParse(url))
        report('link', `"${url}" is not an address.`, 'Write the whole address, from https://.', url);
  }
};

const cut = (text: string): string => (text.trim().length > 60 ? `${text.trim().slice(0, 60)}…` : text.trim());

const blocksOf = (entry: Entry): readonly Block[] => [
  ...entry.meaning,
  ...entry.cause,
  ...entry.check,
  ...entry.methods.flatMap((method) => method.body),
  ...entry.user,
  ...entry.more,
];

const codesOf = (entry: Entry): readonly Code[] =>
  blocksOf(entry).flatMap((block) => {
    if (block.kind === 'code') return [block.code];
    return block.kind === 'steps' ? block.items.flatMap((item) => item.code ?? []) : [];
  });

const textsOf = (entry: Entry): readonly Rich[] => [
  entry.title,
  ...entry.methods.flatMap((method) => [method.title, method.when ?? '']),
  ...blocksOf(entry).flatMap((block): readonly Rich[] => {
    if (block.kind === 'paragraph' || block.kind === 'note') return [block.text];
    if (block.kind === 'steps') return block.items.map((item) => item.text);
    return block.kind === 'list' ? block.items : [];
  }),
  ...entry.retired.map((pair) => pair.now),
];
