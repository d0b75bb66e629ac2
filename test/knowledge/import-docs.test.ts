/**
 * How much of Microsoft's own articles comes out in the right places. The documents are not part of the project; where
 * they do not stand beside it, the tests say so. `import-docs.tsv` was written by reading them: whether each tells a
 * cause, and how many ways out. The places are looked up here anew, by headings and lines of the raw text.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readEntry } from '../../src/knowledge/entry.ts';
import { importDocuments } from '../../src/knowledge/import/import.ts';
import type { Report } from '../../src/knowledge/import/report.ts';
import { readFolder } from '../../src/knowledge/read.ts';
import type { Entry } from '../../src/model/catalog.ts';
import { type Block, plain, type StepItem } from '../../src/model/reply.ts';

const here = new URL('.', import.meta.url).pathname;
const shared = join(here, '..', '..', '..', 'shared');
const docs = join(shared, 'knowledge', 'docs');
const seeds = join(shared, 'seeds');

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'signpost-docs-'));
});
afterAll(() => rmSync(home, { recursive: true }));

/** True where the documents stand beside the project; says so where they do not. */
const there = (folder: string): boolean => {
  if (existsSync(folder)) return true;
  process.stdout.write(`${folder} does not stand beside the project: nothing was checked.\n`);
  return false;
};

/** Words in lower case without any formatting, so that source and entry can be compared. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\(retired\)|&nbsp;|\\|[\u200b-\u200d]/g, '')
    .replace(/!?\[([^\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])/g, '$1')
    .replace(/<\/?(?:ul|li|br|b|p|a|details|summary)\b[^>]*>/g, ' ')
    .replace(/domain name/g, 'domainname')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const wordsOf = (blocks: readonly Block[]): string =>
  bare(
    blocks
      .flatMap((block) => {
        if (block.kind === 'paragraph' || block.kind === 'note') return [plain(block.text)];
        if (block.kind === 'list') return block.items.map(plain);
        if (block.kind === 'code') return [block.code.text];
        return block.kind === 'steps'
          ? block.items.flatMap(({ text, code = [] }) => [plain(text), ...code.map((one) => one.text)])
          : [];
      })
      .join('\n'),
  );

type Line = { readonly path: readonly string[]; readonly text: string; readonly step: boolean };

/** The lines of a document with the headings above them. */
const linesOf = (raw: string): readonly Line[] => {
  const text = raw
    .replace(/^\s*---\n[\s\S]*?\n---\n/, '')
    .replace(/^\s*<properties[\s\S]*?\/>/, '')
    .replace(/<!--[\s\S]*?-->|:::image[\s\S]*?:::/g, '')
    .replace(/<details>\s*<summary>([\s\S]*?)<\/summary>/g, '\n### Fold $1\n');
  const path: { level: number; text: string }[] = [];
  const lines: Line[] = [];
  let code = false;
  for (const line of text.split('\n')) {
    const heading = code ? null : /^(#{1,6})\s+(.*)$/.exec(line);
    if (/^\s*(?:>\s*)*(?:```|~~~)/.test(line)) code = !code;
    else if (heading) {
      while (path.at(-1) && path.at(-1)!.level >= heading[1]!.length) path.pop();
      path.push({ level: heading[1]!.length, text: bare(heading[2]!) });
    } else {
      const item = /^\s*(?:>\s*)*(?:[-*]|\d+\.)\s+(.*)$/.exec(line)?.[1];
      for (const cell of line.trim().startsWith('|') ? line.split('|') : [item ?? line.replace(/^\s*(?:>\s*)*/, '')])
        lines.push({ path: path.map((one) => one.text), text: cell, step: !code && item !== undefined });
    }
  }
  return lines;
};

const under = (path: readonly string[], heads: RegExp): boolean => path.some((head) => heads.test(head));
const wayHead = /^(?:solution|resolution|workaround|how to fix|recommended s|error mitig|all computers|fold|method)/;
const causeHead = /^(?:cause|what happens|why a device|how a device)/;
const checkHead = /^(?:verif|before you start)/;
const isCause = (path: readonly string[]): boolean =>
  under(path, causeHead) && !under(path, wayHead) && !under(path, checkHead);
const isWay = (path: readonly string[]): boolean =>
  under(path, wayHead) || (under(path, /^step \d/) && !under(path, causeHead));

/** Lines that no entry keeps: marks of Microsoft Learn, addresses of pictures, and words that lead over. */
const idle =
  /\[!|^!\[|^\[\d{6,7}|^\[[\w-]+\]:|^Still need help|^The third-party products|^Microsoft provides third|^To (?:do|resolve|fix|work)|^Additionally, |resembles the following:|following video:|^(?:Method|Solution) \d|^\*\*Solution \d|^(?:Event ID|Description|Resolution|Solution|Details|Command .*|Notes|Error .*)$/i;
const leads = /(?:use|try|follow|do|perform).{0,40}(?:following|these|one of|appropriate).{0,80}$/i;
const firstWords = (text: string): string => bare(text).split(' ').slice(0, 6).join(' ');

/** The same, without the numbers of steps and methods, which the import may change. */
const numberless = (text: string): string =>
  bare(text).replace(
    /\b(?:step|method|solution|resolution)s? \d+[a-z]?(?: (?:and|or|through|to|of part) \d+[a-z]?)*\b/g,
    '',
  );

type Found = { readonly faults: readonly string[]; readonly ways: number };

/** What is not where it belongs: lines of the cause outside of Cause and Check, lines of a way outside of the methods, steps out of order, words that the document does not have. */
const compare = (entry: Entry, raw: string, codeTable: boolean): Found => {
  const told = wordsOf([...entry.cause, ...entry.check]);
  const methods = entry.methods
    .map((one) => `${bare(`${one.title} ${plain(one.when ?? '')}`)} ${wordsOf(one.body)}`)
    .join(' ');
  const more = wordsOf(entry.more);
  const faults: string[] = [];
  let at = 0;
  for (const { path, text, step } of linesOf(raw)) {
    const words = firstWords(text);
    if (idle.test(text.trim()) || words.split(' ').length < 3 || (codeTable && !step)) continue;
    if (isCause(path) && !told.includes(words)) faults.push(`cause: ${text.trim()}`);
    if (!isWay(path) || (!step && leads.test(text))) continue;
    const place = methods.indexOf(words, Math.max(0, at - 2000));
    if (place < 0 && !(more.includes(words) && !step)) faults.push(`way: ${text.trim()}`);
    if (step && place >= 0) at = place;
  }
  const source = numberless(raw.replace(/^[ >]*\d+\. /gm, '')).replaceAll(' ', '');
  for (const { text } of entry.methods.flatMap(({ body }) => body.flatMap(itemsOf)))
    for (const phrase of plain(text).split(/[.:;“”] /)) {
      const words = numberless(phrase).split(' ').slice(0, 6).join('').replace(/^then/, '');
      if (!/^(?:note|tip|important|warning|caution|runthis)?$/.test(words) && !source.includes(words))
        faults.push(`invented: ${phrase}`);
    }
  const ways = new Set(entry.methods.map(({ title }) => title.replace(/ \(part \d+ of \d+\)$/, '')));
  return { faults, ways: ways.size };
};

const itemsOf = (block: Block): readonly StepItem[] => (block.kind === 'steps' ? block.items : []);

describe("Microsoft's articles", () => {
  let report: Report;
  let to: string;
  beforeAll(async () => {
    to = join(home, 'docs');
    if (existsSync(docs)) report = await importDocuments({ from: docs, to });
  });

  test('nine of ten have their cause and their steps in the right places', () => {
    if (!there(docs)) return;
    const rows = readFileSync(join(here, 'import-docs.tsv'), 'utf8').trim().split('\n').slice(1);
    const failures = rows.flatMap((row) => {
      const [name = '', cause = '', ways = ''] = row.split('\t');
      if (!existsSync(join(to, `${name}.md`))) return [`${name}: not taken`];
      const { entry } = readEntry(`${name}.md`, readFileSync(join(to, `${name}.md`), 'utf8'));
      const [owner, repository, ...path] = entry!.imported!.from.split('/');
      const raw = readFileSync(join(docs, `${owner}__${repository}`, ...path), 'utf8');
      const found = compare(entry!, raw, existsSync(join(to, name)));
      const faults = [
        ...found.faults,
        ...((entry!.cause.length > 0 ? 'yes' : 'no') === cause ? [] : [`a cause: ${entry!.cause.length > 0}`]),
        ...(found.ways === Number(ways) ? [] : [`${found.ways} ways instead of ${ways}`]),
      ];
      return faults.length > 0 ? [`${name}: ${faults.join(' | ')}`] : [];
    });
    process.stdout.write(`${rows.length - failures.length} of ${rows.length} articles.\n${failures.join('\n')}\n`);
    expect(failures.length / rows.length).toBeLessThanOrEqual(0.1);
  });

  test('all that is taken can be read, and a second import changes nothing', async () => {
    if (!there(docs)) return;
    const { complaints, filed } = await readFolder(to);
    expect(complaints).toEqual([]);
    expect(filed.length).toBe(report.taken.length);
    expect(await importDocuments({ from: docs, to })).toMatchObject({ taken: [], unchanged: report.taken.length });
  });

  test('every document is taken or left with a reason', () => {
    if (!there(docs)) return;
    const fault = report.left.filter(({ why }) => /cannot be read/.test(why));
    expect({ documents: report.documents, fault }).toEqual({ documents: 121, fault: [] });
    expect(report.kept.filter(({ why }) => !why.startsWith('its code belongs to'))).toEqual([]);
  });

  test('the old versions are replaced by the new ones', async () => {
    if (!there(docs)) return;
    const folder = join(home, 'versions');
    const path = 'articles/microsoft.adfs/adfs-token-signing-cert-mismatch.md';
    const name = 'TheresaLui__SelfHelpContent_v2';
    const taken = [];
    for (const version of [`${name}@fa85e436e8`, `${name}@8792bca29b`, name])
      taken.push((await importDocuments({ from: join(docs, version, path), to: folder })).taken);
    const what = 'adfs-token-signing-cert-mismatch.md';
    expect(taken).toEqual([[{ what, why: 'new' }], [{ what, why: 'changed' }], [{ what, why: 'changed' }]]);
  });
});

test('the four source documents are three articles and 131 codes', async () => {
  if (!there(seeds)) return;
  const to = join(home, 'seeds');
  const { left, taken } = await importDocuments({ from: seeds, to });
  expect(left).toEqual([]);
  const { filed, complaints } = await readFolder(to);
  expect(complaints).toEqual([]);
  expect(taken.length).toBe(134);
  const articles = filed.map(({ entry }) => entry).filter(({ imported }) => !imported!.from.includes('#'));
  expect(articles.map(({ codes, cause, methods }) => [codes, cause.length > 0, methods.length])).toEqual([
    [['80041317', '80043431'], true, 3],
    [[], true, 3],
    [[], true, 1],
  ]);
});
