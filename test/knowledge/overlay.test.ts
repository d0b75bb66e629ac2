import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerCard } from '../../dialogs/cards.ts';
import { start } from '../../src/app.ts';
import { loadCatalog } from '../../src/catalog-files.ts';
import { builtIn, readConfig } from '../../src/config.ts';
import { besideIn, checkBeside } from '../../src/knowledge/beside.ts';
import { draft } from '../../src/knowledge/draft.ts';
import { type Compared, entryReader } from '../../src/knowledge/read-entry.ts';
import { readCatalog } from '../../src/knowledge/read.ts';
import { CatalogError } from '../../src/model/errors.ts';
import { memoryLog } from '../fakes.ts';

let own: string;
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'signpost-'));
});
afterEach(() => rmSync(own, { recursive: true }));

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(own, name)), { recursive: true });
  writeFileSync(join(own, name), text);
};

const entry = (title: string, codes: string, more = ''): string => `---
title: ${title}
topic: mfa-required
codes: [${codes}]
${more}who: helpdesk
sources: [https://intranet.contoso.com/help]
reviewed: 2026-11-20
---
Our own text.

## Method 1: Call us
1. Call 1234.
`;

describe("an organisation's own folder", () => {
  test('adds a topic, by itself or below another', async () => {
    write('topics.yaml', '- gate\n- gate-mfa: mfa-required\n');
    write('gate.md', entry('Our gate stays shut', '').replace('topic: mfa-required', 'topic: gate'));
    write('mfa.md', entry('Our gate wants a second factor', '').replace('topic: mfa-required', 'topic: gate-mfa'));
    const { filed, complaints } = await readCatalog(builtIn, own);
    expect(complaints).toEqual([]);
    const placed = filed.map((one) => one.entry).filter(({ topic }) => topic.startsWith('gate'));
    expect(placed.map(({ topic, broader }) => [topic, broader])).toEqual([
      ['gate', undefined],
      ['gate-mfa', 'mfa-required'],
    ]);
  });

  test('a topic below one that is not there is reported', async () => {
    write('topics.yaml', '- gate-mfa: fence\n');
    const { complaints } = await readCatalog(builtIn, own);
    expect(complaints).toMatchObject([{ field: 'topics', problem: expect.stringContaining('"fence"') }]);
  });

  test('adds an entry', async () => {
    write('9990001.md', entry('Our gateway refuses the sign-in', '"9990001"'));
    const catalog = await loadCatalog(builtIn, own);
    expect(catalog.find('AADSTS9990001').candidates[0]?.entry.title).toBe('Our gateway refuses the sign-in');
    expect(catalog.find('AADSTS50126').verdict).toBe('answer');
  });

  test('overrides an entry of the same name', async () => {
    write('mfa/50074.md', entry('MFA at Contoso', '"50074"'));
    const catalog = await loadCatalog(builtIn, own);
    expect(catalog.find('50074').candidates[0]?.entry.title).toBe('MFA at Contoso');
  });

  test('takes a code over from the built-in entry that had it', async () => {
    write('our-federation.md', entry('Federation at Contoso', '"80041317"'));
    const catalog = await loadCatalog(builtIn, own);
    expect(catalog.find('80041317').candidates[0]?.entry.id).toBe('our-federation');
    expect(catalog.find('80043431').candidates[0]?.entry.id).toBe('80043431');
  });

  test('appends a note to an entry, by its code', async () => {
    write('notes/50126.md', 'Our portal for this is [password.contoso.com](https://password.contoso.com).\n');
    const catalog = await loadCatalog(builtIn, own);
    const card = answerCard(catalog.find('50126').candidates[0]!.entry, { order: [1], tried: [], values: {} });
    expect(card.text).toContain('From your organisation\n\nOur portal for this is password.contoso.com.');
  });

  test('says how people speak of a sentence, beside what is built in', async () => {
    const place = async (...folders: string[]) => {
      const catalog = await loadCatalog(builtIn, ...folders);
      const [first] = catalog.followUp(catalog.entry('50126')!, 'the Zugspitze box blinks red').spoken;
      return first!;
    };
    expect((await place()).chance).toBeLessThan(0.5);
    write('mentions/50126.md', '## Method 3\n- "pass-through": the Zugspitze box · Zugspitze blinks red again\n');
    const known = await place(own);
    expect(known).toMatchObject({ part: 'method', method: 3 });
    expect(known.chance).toBeGreaterThan(0.5);
  });

  test('an entry that replaces a built-in one is not spoken of by mentions of the other', async () => {
    write('50126.md', entry('Password at Contoso', '"50126"'));
    const known = entryReader(besideIn(builtIn, own));
    const [ours, theirs] = await Promise.all([loadCatalog(builtIn, own), loadCatalog(builtIn)]);
    const mentions = ({ parts, meanings }: Compared): number =>
      parts
        .flatMap(({ sentences }) => sentences.map((one) => meanings(one).length - 1))
        .reduce((sum, one) => sum + one, 0);
    expect(mentions(known(theirs.entry('50126')!).own)).toBeGreaterThan(0);
    expect(mentions(known(ours.entry('50126')!).own)).toBe(0);
  });

  test('of the entries as they were read the last ones are kept, so that memory stays bounded', async () => {
    const { entries } = await loadCatalog(builtIn);
    const reads: string[] = [];
    const nothing = { mentions: [], faq: [], findings: [] };
    const read = entryReader(({ id }) => {
      reads.push(id);
      return nothing;
    });
    const [first, second, ...others] = entries.slice(0, 40);
    for (const one of [first!, second!, ...others.slice(0, 20), first!, ...others]) read(one);
    expect(reads).toHaveLength(40);
    read(first!);
    expect(reads).toHaveLength(41);
    read(others.at(-1)!);
    read(first!);
    expect(reads).toHaveLength(41);
  });

  test('what is no mention, and one of no entry or no sentence, are named with file, line and cure', async () => {
    write(
      'mentions/50126.md',
      '- "of nothing": no heading yet\n\n## Method 1\n- "a mountain hut": lost up there\n## Hut\n',
    );
    write('mentions/hut.md', '## Cause\n- "snow": it snowed\n');
    const { filed } = await readCatalog(builtIn, own);
    expect(checkBeside(own, filed).map(({ file, line, problem }) => [file.split('/').at(-1), line, problem])).toEqual([
      ['50126.md', 1, '"- "of nothing": no heading yet" is not understood.'],
      ['50126.md', 4, '"a mountain hut" stands in no sentence of that part of the entry.'],
      ['50126.md', 5, '"## Hut" is not understood.'],
      ['hut.md', 1, 'there is no entry of that name.'],
    ]);
    expect(besideIn(own)(filed.find((one) => one.entry.id === '50126')!.entry).mentions).toMatchObject([
      { of: 'a mountain hut' },
    ]);
  });

  test('says what people ask after an answer, beside what is built in', async () => {
    write(
      'faq/50126.md',
      '## Is the Zugspitze box at fault?\nNo. It only passes on what `AD` says.\n\n- Zugspitze box broken?\n- is it the Zugspitze box\n',
    );
    const catalog = await loadCatalog(builtIn, own);
    const [first] = catalog.followUp(catalog.entry('50126')!, 'could it be the Zugspitze box?').faq;
    expect(first).toMatchObject({
      part: 'faq',
      said: 'Is the Zugspitze box at fault?',
      passages: [
        { text: [{ text: 'No. It only passes on what ' }, { text: 'AD', style: 'code' }, { text: ' says.' }] },
      ],
    });
    expect(first!.chance).toBeGreaterThan(0.5);
  });

  test('an entry that replaces a built-in one is not asked what was asked after the other', async () => {
    write('50126.md', entry('Password at Contoso', '"50126"'));
    const [ours, theirs] = await Promise.all([loadCatalog(builtIn, own), loadCatalog(builtIn)]);
    const beside = besideIn(builtIn, own);
    expect(beside(theirs.entry('50126')!).faq.length).toBeGreaterThan(0);
    expect(beside(ours.entry('50126')!).faq).toEqual([]);
  });

  test('a question without a reply, without other words, or said twice, is named with file and line', async () => {
    write(
      'faq/50126.md',
      'Hello\n## Is it safe?\n\n- safe?\n## Tell me more\nNo.\n\n## Is it safe?\nYes.\n\n- safe?\n',
    );
    const { filed } = await readCatalog(builtIn, own);
    expect(checkBeside(own, filed).map(({ line, field, problem }) => [line, field, problem])).toEqual([
      [1, 'faq', '"Hello" is not understood.'],
      [2, 'faq', '"Is it safe?" has no reply.'],
      [5, 'faq', '"Tell me more" is no question.'],
      [5, 'faq', '"Tell me more" is put in no other words.'],
      [8, 'faq', '"Is it safe?" stands there twice.'],
    ]);
  });

  test('says what a finding after an answer means and where it leads, beside what is built in', async () => {
    write(
      'findings/50126.md',
      '## Only the Zugspitze box refuses him\nThen its own list is old: have it synchronised.\nNext: check\n\n- zugspitze says no, the rest is fine\n- refused by the Zugspitze box\n',
    );
    const catalog = await loadCatalog(builtIn, own);
    const [first] = catalog.followUp(
      catalog.entry('50126')!,
      'it is the Zugspitze box alone that refuses him',
    ).findings;
    expect(first).toMatchObject({
      part: 'finding',
      said: 'Only the Zugspitze box refuses him',
      leads: 'check',
      passages: [{ text: 'Then its own list is old: have it synchronised.' }],
    });
    expect(first!.chance).toBeGreaterThan(0.5);
  });

  test('a finding that is a question or leads nowhere is named with file and line', async () => {
    write(
      'findings/50126.md',
      '## Is it the box?\nNo.\n\n- the box?\n## The box is old\nRenew it.\nNext: method 99\n\n- old box\n## The box is new\nGood.\nNext: window\n\n- new box\n',
    );
    const { filed } = await readCatalog(builtIn, own);
    expect(checkBeside(own, filed).map(({ line, field, problem }) => [line, field, problem])).toEqual([
      [1, 'findings', '"Is it the box?" is a question.'],
      [5, 'findings', '"The box is old" leads to method 99, which is not there.'],
      [12, 'findings', '"Next: window" is not understood.'],
    ]);
  });

  test('what is built in speaks of sentences that are there', async () => {
    expect(checkBeside(builtIn, (await readCatalog(builtIn)).filed)).toEqual([]);
  });

  test('a note about nothing, and a fault, are named with file, line and cure', async () => {
    write('notes/5012699.md', 'Text.');
    write('x.md', entry('X', '"50126"', 'titel: y\n'));
    const failure = await loadCatalog(builtIn, own).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CatalogError);
    expect((failure as CatalogError).message).toMatch(/notes\/5012699\.md:1 file name: there is no entry "5012699"\./);
    expect((failure as CatalogError).message).toMatch(/x\.md:5 titel: "titel" is not a known field\./);
  });

  test('look-alike codes in one entry need a word', async () => {
    write('9990001.md', entry('A', '"9990001", "9990002"'));
    const { complaints } = await readCatalog(builtIn, own);
    expect(complaints.map(({ line, problem }) => [line, problem])).toEqual([
      [4, '"9990001" and "9990002" look alike.'],
    ]);
    write('9990001.md', entry('A', '"9990001", "9990002"', 'alike: "yes"\n'));
    expect((await readCatalog(builtIn, own)).complaints).toEqual([]);
  });
});

test('an edit is served without a restart, and a faulty one leaves the old catalog serving and says why', async () => {
  const log = memoryLog();
  const settings = { PORT: '0', SIGNPOST_STORE: ':memory:', SIGNPOST_CATALOG: own };
  const app = await start(readConfig(settings), log);
  const ask = async (): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${app.port}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ conversation: crypto.randomUUID(), id: crypto.randomUUID(), said: 'AADSTS9990001' }),
    });
    return ((await response.json()) as { replies: { text: string }[] }).replies[0]!.text;
  };
  const logged = async (message: RegExp): Promise<void> => {
    for (let tries = 0; tries < 100 && !log.lines.some((line) => message.test(line.message)); tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(log.lines.map((line) => line.message).filter((line) => message.test(line))).toHaveLength(1);
  };

  expect(await ask()).toContain("I don't know 9990001");
  write('9990001.md', entry('Our gateway refuses the sign-in', '"9990001"'));
  await logged(/was read again/);
  expect(await ask()).toContain('Our gateway refuses the sign-in');
  write('9990001.md', 'broken');
  await logged(/is faulty; the old one goes on serving/);
  expect(JSON.stringify(log.lines.at(-1)?.fields)).toContain('9990001.md:1 front matter: is missing.');
  expect(await ask()).toContain('Our gateway refuses the sign-in');
  const state = await (await fetch(`http://127.0.0.1:${app.port}/readyz`)).json();
  expect(state).toMatchObject({ ok: true, catalogFault: expect.stringContaining('9990001.md:1 front matter') });
  await app.stop();
}, 30_000);

test('a draft is made from the template, once', async () => {
  const path = await draft('50199999', own, join(builtIn, 'TEMPLATE.md'), '2026-11-21').catch(
    (error: Error) => error.message,
  );
  expect(path).toBe(join(own, 'symptoms/50199999.md'));
  await expect(draft('50199999', own, join(builtIn, 'TEMPLATE.md'), '2026-11-21')).rejects.toThrow('exists already');
  await expect(draft('../x', own, join(builtIn, 'TEMPLATE.md'), '2026-11-21')).rejects.toThrow(
    'is no code and no symptom',
  );
});
