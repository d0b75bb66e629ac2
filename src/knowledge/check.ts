/** The rules that a whole catalog must keep, beyond the format of each file. */
import type { Entry } from '../model/catalog.ts';
import type { Complaint } from '../model/errors.ts';
import { type Block, type Code, plain, type Rich } from '../model/reply.ts';

/** An entry with the file it came from, for complaints. */
export type Filed = { readonly entry: Entry; readonly file: string };

/** Commands and sites that no longer work; they may stand only on the left side of the section Retired. */
const retired =
  /\b[A-Z][a-z]+-(?:Msol|AzureAD(?!SSO))\w*|\bMSOnline\b|\bAzureADPreview\b|adfshelp\.microsoft\.com|Add-PSSnapin|\biisreset\b|aad\.portal\.azure\.com/i;

const mostSteps = 8;
const mostWords = 40;

export const checkCatalog = (filed: readonly Filed[], topics: ReadonlySet<string>): readonly Complaint[] => {
  const complaints: Complaint[] = [];
  const ids = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const { entry, file } of filed) {
    const complain = (field: string, problem: string, cure: string, line = 1): void => {
      complaints.push({ file, line, field, problem, cure });
    };
    const twin = ids.get(entry.id);
    if (twin) complain('file name', `${twin} has the same name.`, 'Give each entry a name of its own.');
    ids.set(entry.id, file);
    for (const code of entry.codes) {
      const owner = codes.get(code);
      if (owner) complain('codes', `"${code}" is already in ${owner}.`, 'Leave each code in one entry only.');
      codes.set(code, file);
    }
    if (!topics.has(entry.topic))
      complain('topic', `"${entry.topic}" is not in topics.yaml.`, 'Use a topic of the list, or add it there.');
    if (entry.methods.length === 0 && entry.who !== 'nobody')
      complain('method', 'there is none.', 'Add "## Method 1: …" with steps, or set who to nobody.');
    for (const method of entry.methods) {
      const steps = method.body.flatMap((block) => (block.kind === 'steps' ? block.items : [])).length;
      if (steps > mostSteps)
        complain('method', `"${method.title}" has ${steps} steps.`, `Split it: ${mostSteps} at the most.`);
      if (steps === 0) complain('method', `"${method.title}" has no numbered steps.`, 'Write them as "1. …".');
    }
    for (const code of codesOf(entry)) {
      if (!code.language)
        complain('command', `a fence has no language: ${cut(code.text)}`, 'Write ```powershell, ```text or the like.');
      if (retired.test(code.text) && !code.retired)
        complain('command', `"${retired.exec(code.text)![0]}" no longer works.`, 'Replace it; name it under Retired.');
    }
    for (const text of textsOf(entry)) {
      const words = plain(text);
      if (retired.test(words))
        complain(
          'text',
          `"${retired.exec(words)![0]}" no longer works.`,
          'Name it under Retired, with what to use today.',
        );
      for (const sentence of words.split(/[.!?:;](?=\s|$)/)) {
        const count = sentence.trim().split(/\s+/).length;
        if (count > mostWords)
          complain('text', `a sentence has ${count} words: "${cut(sentence)}"`, `Cut it: ${mostWords} at the most.`);
      }
      for (const span of typeof text === 'string' ? [] : text)
        if (span.url && !URL.canParse(span.url))
          complain('link', `"${span.url}" is not an address.`, 'Write the whole address, from https://.');
    }
  }
  return complaints;
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
