/** What an import writes, leaves alone and refuses. */
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readEntry } from '../../src/knowledge/entry.ts';
import { importDocuments, type Order } from '../../src/knowledge/import/import.ts';
import type { Report } from '../../src/knowledge/import/report.ts';
import { readCatalog } from '../../src/knowledge/read.ts';

const samples = new URL('samples', import.meta.url).pathname;
const cli = new URL('../../src/cli.ts', import.meta.url).pathname;

let home: string;
let from: string;
let to: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'signpost-import-'));
  from = join(home, 'from');
  to = join(home, 'to');
  mkdirSync(from);
});
afterEach(() => rmSync(home, { recursive: true }));

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(from, path)), { recursive: true });
  writeFileSync(join(from, path), text);
};
const article = (step: string, title = 'Sign-in fails'): string =>
  `---\nms.date: 2024-02-01\n---\n# ${title}\n\n## Symptoms\n\nThe page stays empty.\n\n## Resolution\n\n1. ${step}\n`;
const table = (...codes: readonly string[]): string =>
  `---\nms.date: 2024-02-01\n---\n# Error codes\n\n|Error|Description|\n|--|--|\n${codes.map((code) => `|${code}|Sign-in failed. Try again.|`).join('\n')}\n`;
const run = (order: Partial<Order> = {}): Promise<Report> => importDocuments({ from, to, ...order });
const read = (path: string): string => readFileSync(join(to, path), 'utf8');
const codesOf = (path: string): readonly string[] => readEntry(path, read(path)).entry!.codes;

describe('a second import', () => {
  test('of the same documents changes nothing', async () => {
    const first = await run({ from: samples });
    const files = readdirSync(to, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    const before = files.map(read);
    const second = await run({ from: samples });
    expect(second).toMatchObject({ taken: [], kept: [], unchanged: first.taken.length });
    expect(files.map(read)).toEqual(before);
  });

  test('writes only what changed', async () => {
    put('a.md', article('Restart it.'));
    put('b.md', article('Wait.'));
    await run();
    put('b.md', article('Wait for an hour.'));
    expect(await run()).toMatchObject({ taken: [{ what: 'b.md', why: 'changed' }], unchanged: 1 });
    expect(read('b.md')).toContain('1. Wait for an hour.');
  });

  test('leaves alone what a person has edited, and says so', async () => {
    put('a.md', article('Restart it.'));
    await run();
    writeFileSync(join(to, 'a.md'), read('a.md').replace('Restart it.', 'Restart it twice.'));
    put('a.md', article('Restart it now.'));
    const { taken, kept } = await run();
    expect(taken).toEqual([]);
    expect(kept).toEqual([{ what: 'a.md', why: expect.stringContaining('a person has edited it') }]);
    expect(read('a.md')).toContain('1. Restart it twice.');
  });

  test('is not misled by the line ends of Windows', async () => {
    put('a.md', article('Restart it.'));
    await run();
    writeFileSync(join(to, 'a.md'), read('a.md').replaceAll('\n', '\r\n'));
    expect(await run()).toMatchObject({ taken: [], kept: [], unchanged: 1 });
    put('a.md', article('Wait.'));
    expect((await run()).taken).toEqual([{ what: 'a.md', why: 'changed' }]);
  });

  test('finds a file again that was moved, and a document that was imported from further up', async () => {
    put('deep/a.md', article('Restart it.'));
    await run();
    mkdirSync(join(to, 'moved'));
    writeFileSync(join(to, 'moved', 'page.md'), read('a.md'));
    rmSync(join(to, 'a.md'));
    put('deep/a.md', article('Wait.'));
    expect((await run({ from: join(from, 'deep') })).taken).toEqual([{ what: 'moved/page.md', why: 'changed' }]);
  });

  test('names entries whose row is gone', async () => {
    put('codes.md', table('50001', '50002', '50003', '50004', '50005', '50006'));
    await run();
    put('codes.md', table('50001', '50002', '50003', '50004', '50005'));
    expect((await run()).warnings.map(({ what }) => what)).toContain('codes/50006.md');
    expect(existsSync(join(to, 'codes', '50006.md'))).toBe(true);
  });
});

describe('a new version of a document', () => {
  const name = 'Contoso__Support-docs';

  test('takes the place of the old one', async () => {
    put(`old/${name}@0123abc/a.md`, article('Restart it.'));
    put(`new/${name}/a.md`, article('Wait.'));
    await run({ from: join(from, 'old') });
    expect(read('a.md')).toContain('https://github.com/Contoso/Support-docs/blob/0123abc/a.md');
    expect((await run({ from: join(from, 'new') })).taken).toEqual([{ what: 'a.md', why: 'changed' }]);
    expect(read('a.md')).toContain('https://github.com/Contoso/Support-docs/blob/HEAD/a.md');
  });

  test('counts where both are found', async () => {
    put(`${name}@0123abc/a.md`, article('Restart it.'));
    put(`${name}/a.md`, article('Wait.'));
    const { left } = await run();
    expect(left).toEqual([{ what: `${name}@0123abc/a.md`, why: `it is an older version of ${name}/a.md` }]);
    expect(read('a.md')).toContain('1. Wait.');
  });
});

describe('names and codes', () => {
  test('two documents of one name stand apart', async () => {
    put('one/page.md', article('Restart it.'));
    put('two/page.md', article('Wait.'));
    await run();
    expect(readdirSync(to).toSorted()).toEqual(['page.md', 'topics.yaml', 'two-page.md']);
  });

  test('names are safe, and a name without words gives way to the title', async () => {
    put('Con.md', article('Restart it.'));
    put('Über & Ünder?.md', article('Restart it.'));
    put('000_e673050a9fb5ac0a.txt', article('Restart it.', 'The page stays empty'));
    await run();
    expect(readdirSync(to).toSorted()).toEqual([
      'entry-con.md',
      'the-page-stays-empty.md',
      'topics.yaml',
      'uber-under.md',
    ]);
  });

  test('a code belongs to the article about it rather than to the row of a table', async () => {
    put('codes.md', table('50001', '50002', '50003', '50004', '50005'));
    put('page.md', article('Restart it.', 'Error AADSTS50003 at sign-in'));
    const { kept } = await run();
    expect(codesOf('page.md')).toEqual(['50003']);
    expect(kept).toEqual([{ what: 'codes/50003.md', why: 'its code belongs to page.md' }]);
  });

  test('a code stays where it is', async () => {
    put('codes.md', table('50001', '50002', '50003', '50004', '50005'));
    await run();
    put('page.md', article('Restart it.', 'Error AADSTS50003 at sign-in'));
    const { warnings } = await run();
    expect(codesOf('page.md')).toEqual([]);
    expect(warnings).toContainEqual({
      what: 'page.md',
      why: '50003 belongs to codes/50003.md and was left out here',
    });
  });

  test('an entry that a person wrote keeps its file and its codes', async () => {
    mkdirSync(to);
    const own = `---\ntitle: Ours\ntopic: imported\ncodes: ["50003"]\nwho: helpdesk\nsources: [https://example.com/]\nreviewed: 2024-01-01\n---\nOurs.\n`;
    writeFileSync(join(to, 'page.md'), own);
    put('page.md', article('Restart it.', 'Error AADSTS50003 at sign-in'));
    await run();
    expect(read('page.md')).toBe(own);
    expect(codesOf('other-page.md')).toEqual([]);
  });
});

describe('addresses', () => {
  const url = (path: string): string => readEntry(path, read(path)).entry!.sources[0]!.url;

  test('a known repository tells where its pages are published', async () => {
    put('x/SupportArticles-docs/support/windows/page.md', article('See [more](../more.md) and [all](/azure/all).'));
    await run();
    expect(url('page.md')).toBe('https://learn.microsoft.com/troubleshoot/windows/page');
    expect(read('page.md')).toContain('[more](https://learn.microsoft.com/troubleshoot/more)');
    expect(read('page.md')).toContain('[all](https://learn.microsoft.com/azure/all)');
  });

  test('an address given stands for the folder', async () => {
    put('a/page.md', article('Wait.'));
    await run({ linkBase: 'https://wiki.example.com/help' });
    expect(url('page.md')).toBe('https://wiki.example.com/help/a/page');
  });

  test('without any address a search for the title stands in its place, and the report says so', async () => {
    put('page.md', article('Wait.'));
    expect((await run()).warnings[0]!.why).toContain('has no address');
    expect(url('page.md')).toBe('https://learn.microsoft.com/search/?terms=Sign-in%20fails');
  });
});

describe('what is refused', () => {
  test('a path that is not there', async () => {
    await expect(run({ from: join(home, 'nowhere') })).rejects.toThrow('cannot be read (ENOENT). Give the path of');
  });

  test('a folder without documents', async () => {
    await expect(run()).rejects.toThrow('There is no document in');
  });

  test('a target inside the source, through a link too', async () => {
    put('page.md', article('Wait.'));
    symlinkSync(from, join(home, 'link'));
    for (const inside of [from, join(from, 'new', 'deep'), join(home, 'link', 'new')])
      await expect(run({ to: inside })).rejects.toThrow('which is only read');
    expect(readdirSync(from)).toEqual(['page.md']);
  });

  test('a target that is a file', async () => {
    put('page.md', article('Wait.'));
    writeFileSync(to, '');
    await expect(run()).rejects.toThrow('is a file. Give a folder with --to.');
  });

  test('a topic that is not in kebab-case', async () => {
    put('page.md', article('Wait.'));
    await expect(run({ topic: 'Not So' })).rejects.toThrow('is not in kebab-case');
  });

  test('to write through a link that leads out of the folder', async () => {
    put('page.md', article('Wait.'));
    mkdirSync(to);
    writeFileSync(join(home, 'elsewhere'), 'mine');
    symlinkSync(join(home, 'elsewhere'), join(to, 'page.md'));
    const { taken } = await run();
    expect(taken.map(({ what }) => what)).toEqual(['other-page.md']);
    expect(readFileSync(join(home, 'elsewhere'), 'utf8')).toBe('mine');
  });
});

test('includes outside of the folder are not read', async () => {
  writeFileSync(join(home, 'secret.md'), 'A secret.');
  put('page.md', `${article('Wait.')}\n[!INCLUDE [x](../secret.md)]\n`);
  const { warnings } = await run();
  expect(warnings).toContainEqual({ what: 'page.md', why: 'includes secret.md, which is not there' });
  expect(read('page.md')).not.toContain('A secret.');
});

test('an include that includes itself comes to an end', async () => {
  put('page.md', `${article('Wait.')}\n[!INCLUDE [x](loop.md)]\n`);
  put('loop.md', 'Round. [!INCLUDE [x](loop.md)]\n');
  expect((await run()).warnings).toContainEqual({ what: 'page.md', why: 'includes loop.md, which is not there' });
});

test('a folder of its own gets the list of topics that reading it asks for', async () => {
  put('page.md', article('Wait.'));
  await run({ topic: 'our-topic' });
  const { filed, complaints } = await readCatalog(to);
  expect(complaints).toEqual([]);
  expect(filed.map(({ entry }) => entry.topic)).toEqual(['our-topic']);
});

test('a list of topics that stands there is not touched; the report says what to add', async () => {
  put('page.md', article('Wait.'));
  mkdirSync(to);
  writeFileSync(join(to, 'topics.yaml'), '- other\n');
  expect((await run()).warnings).toContainEqual({ what: 'topics.yaml', why: 'add "- imported" to it' });
  expect(read('topics.yaml')).toBe('- other\n');
});

describe('on the command line', () => {
  const call = async (...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    promisify(execFile)(process.execPath, [cli, 'catalog', 'import', ...args]).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );

  test('the report tells what was taken, what was left and why', async () => {
    const { code, stdout, stderr } = await call(samples, '--to', to, '--topic', 'contoso');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('13 documents read.\nTaken: 17 entries (17 new, 0 changed).\nUnchanged: 0.\n');
    expect(stdout).toContain('Left: 4 documents.\n  cmdlet.md: it is the reference page of a cmdlet\n');
    expect(read('causes.md')).toContain('topic: contoso\n');
  });

  test('a wrong path is a clear error', async () => {
    expect(await call(join(home, 'nowhere'), '--to', to)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot be read (ENOENT)'),
    });
  });

  test('a missing --to is a clear error', async () => {
    expect(await call(samples)).toMatchObject({ code: 2, stderr: expect.stringContaining('with --to and a folder') });
  });
});

test('progress is told for each document', async () => {
  put('a.md', article('Wait.'));
  put('b.md', article('Wait.'));
  const told: string[] = [];
  await run({ progress: (done, all, path) => void told.push(`${done} ${all} ${path}`) });
  expect(told).toEqual(['0 2 a.md', '1 2 b.md']);
});
