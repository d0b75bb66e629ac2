/** Documents of each layout become entries with cause and steps in their places. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadCatalog } from '../../src/catalog-files.ts';
import { builtIn } from '../../src/config.ts';
import { importDocuments } from '../../src/knowledge/import/import.ts';
import { readFolder } from '../../src/knowledge/read.ts';
import type { Entry } from '../../src/model/catalog.ts';
import { type Block, plain } from '../../src/model/reply.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const source = (name: string, text: string | Buffer): void => {
  mkdirSync(dirname(join(home, 'from', name)), { recursive: true });
  writeFileSync(join(home, 'from', name), text);
};

const run = () => importDocuments({ from: join(home, 'from'), to: join(home, 'to') });

const entries = async (): Promise<readonly Entry[]> => {
  const { filed, complaints } = await readFolder(join(home, 'to'));
  expect(complaints).toEqual([]);
  return filed.map(({ entry }) => entry);
};

const stepsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'steps' ? block.items.map((item) => plain(item.text)) : []));

const commandsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'code') return [block.code.text];
    return block.kind === 'steps' ? block.items.flatMap((item) => (item.code ?? []).map(({ text }) => text)) : [];
  });

const learn = `---
title: Error 80090001 when a clerk opens the till
ms.date: 03/04/2025
author: somebody
audience: ITPro
---

# Error 80090001 when a clerk opens the till

## Symptoms

When a clerk opens the till, this message is shown:

> The till cannot be opened. 80090001

## Cause

The drawer and the register disagree about the key.

## Resolution

### Method 1: Turn the key

1. Take the key.
   1. Clean it first.
1. Turn it twice.

   \`\`\`powershell
   Open-Drawer –Slowly
   \`\`\`

   > [!NOTE]
   > It clicks.

### Method 2: Change the lock

1. Order a lock.
2. Fit it.
`;

const diagnostics = `<properties
	pageTitle="Till does not open"
	articleId="till_closed"
	authors="somebody"
	cloudEnvironments="public"
/>

# The till does not open because the keys do not match

We found tills that do not open. This happens because the key was changed. These tills are concerned: <!--$Tills-->

### Recommended solution
Follow these steps:

1. Open the cabinet.

2. Run this.

\`\`\`
Get-Till
\`\`\`

4. Close the cabinet again.
`;

const table = `---
title: Till codes
ms.date: 01/02/2024
---

# Till codes

|Error|Description|
|---|---|
|90010|The till is upside down. Turn it round.|
|90020|The till is empty. Fill it.|
|90021|The till is full. Empty it.|
|90022|The till is asleep. Wake it.|
|90014|Several reasons:<ul><li>no coins</li><li>no notes</li></ul>|
`;

describe('an article in the manner of Microsoft Learn', () => {
  test('gives cause, methods, steps and commands their places, with its date and its origin', async () => {
    source('tills/till.md', learn);
    await run();
    const [entry] = await entries();
    expect(entry).toMatchObject({
      title: 'Error 80090001 when a clerk opens the till',
      reviewed: '2025-03-04',
      who: 'tenant-admin',
    });
    expect(entry!.cause.map((block) => (block.kind === 'paragraph' ? plain(block.text) : ''))).toEqual([
      'The drawer and the register disagree about the key.',
    ]);
    expect(entry!.methods.map(({ title }) => title)).toEqual(['Turn the key', 'Change the lock']);
    expect(stepsOf(entry!.methods[0]!.body).join(' ')).toMatch(/Take the key.*Clean it first.*Turn it twice/);
    expect(stepsOf(entry!.methods[1]!.body)).toEqual(['Order a lock.', 'Fit it.']);
    expect(commandsOf(entry!.methods[0]!.body)).toEqual(['Open-Drawer -Slowly']);
    expect(JSON.stringify(entry!.more)).toContain('Imported from');
  });

  test('with a byte order mark, Windows line ends and damaged dashes comes out the same', async () => {
    source('till.md', `\uFEFF${learn.replaceAll('\n', '\r\n').replace('–Slowly', 'â€“Slowly')}`);
    await run();
    const [entry] = await entries();
    expect(commandsOf(entry!.methods[0]!.body)).toEqual(['Open-Drawer -Slowly']);
  });
});

test('a diagnostics page with properties keeps its cause and closes the gap in its numbers', async () => {
  source('diagnostic.md', diagnostics);
  await run();
  const [entry] = await entries();
  expect(JSON.stringify(entry!.cause)).toContain('the key was changed');
  expect(stepsOf(entry!.methods[0]!.body)).toEqual(['Open the cabinet.', 'Run this.', 'Close the cabinet again.']);
  expect(commandsOf(entry!.methods[0]!.body)).toEqual(['Get-Till']);
  expect(JSON.stringify(entry)).not.toContain('$Tills');
});

test('each row of a code table is an entry of its own', async () => {
  source('codes.md', table);
  await run();
  const found = await entries();
  expect(found.map(({ codes }) => codes.join())).toEqual(['90010', '90014', '90020', '90021', '90022']);
  expect(JSON.stringify(found[1])).toContain('no coins');
});

describe('running it again', () => {
  test('changes nothing where nothing has changed', async () => {
    source('till.md', learn);
    source('codes.md', table);
    await run();
    const again = await run();
    expect([again.taken.length, again.unchanged]).toEqual([0, 6]);
  });

  test('takes a changed document over, and leaves an entry alone that a person has edited', async () => {
    source('till.md', learn);
    const first = await run();
    const path = join(home, 'to', first.taken[0]!.what);
    source('till.md', learn.replace('Fit it.', 'Fit it well.'));
    await run();
    expect(readFileSync(path, 'utf8')).toContain('Fit it well.');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Order a lock.', 'Order our lock.'));
    source('till.md', learn.replace('Fit it.', 'Fit it better.'));
    const third = await run();
    expect(readFileSync(path, 'utf8')).toContain('Order our lock.');
    expect(third.kept).toHaveLength(1);
  });
});

test("what was imported is served as an organisation's own knowledge", async () => {
  source('till.md', learn.replace('Order a lock.', 'Run `Get-MsolUser` and order a lock.'));
  source('codes.md', table.replaceAll('9001', '9991').replaceAll('9002', '9992'));
  await run();
  const catalog = await loadCatalog(builtIn, join(home, 'to'));
  expect(catalog.find('AADSTS99920').candidates[0]?.entry.codes).toEqual(['99920']);
  expect(catalog.find('AADSTS50126').candidates[0]?.entry.id).toBe('50126');
});

describe('what it refuses', () => {
  test('a document that is about no problem is left, with the reason', async () => {
    source(
      'reference.md',
      '---\ntitle: Get-Till\n---\n# Get-Till\n\n## SYNOPSIS\nShows tills.\n\n## SYNTAX\n```\nGet-Till\n```\n',
    );
    source('till.md', learn);
    const { left } = await run();
    expect(left.map(({ what }) => what)).toEqual(['reference.md']);
  });

  test('a folder inside the source, and a source that is not there', async () => {
    source('till.md', learn);
    const from = join(home, 'from');
    await expect(importDocuments({ from, to: join(from, 'out') })).rejects.toThrow('which is only read');
    await expect(importDocuments({ from: join(home, 'none'), to: join(home, 'to') })).rejects.toThrow(/none/);
  });

  test('nothing hostile in a title leads out of the folder', async () => {
    source('evil.md', learn.replaceAll('Error 80090001 when a clerk opens the till', '../../../etc/passwd opens'));
    const { taken } = await run();
    expect(taken.map(({ what }) => what).join()).not.toContain('..');
    expect(existsSync(join(home, 'etc'))).toBe(false);
  });
});

/** The gathered documents stand beside the project only where it is developed. */
const gathered = new URL('../../../shared/', import.meta.url).pathname;
const withGathered = existsSync(join(gathered, 'seeds')) ? describe : describe.skip;
if (!existsSync(join(gathered, 'seeds')))
  process.stdout.write('The gathered documents are not here: their import is not tried.\n');

withGathered('the gathered documents', () => {
  test('the four source documents give three articles and 131 codes', async () => {
    const { taken, left } = await importDocuments({ from: join(gathered, 'seeds'), to: join(home, 'to') });
    expect([taken.length, left.length]).toEqual([134, 0]);
    expect((await entries()).filter(({ codes }) => codes.length > 0).length).toBeGreaterThanOrEqual(132);
  });

  test('nothing crashes, and nine of ten articles have a cause or meaning and steps', async () => {
    const { documents, left } = await importDocuments({ from: join(gathered, 'knowledge/docs'), to: join(home, 'to') });
    const articles = (await entries()).filter(({ methods }) => methods.length > 0);
    const whole = articles.filter(
      ({ cause, meaning, methods }) =>
        cause.length + meaning.length > 0 && methods.every(({ body }) => body.length > 0),
    );
    expect(documents - left.length).toBeGreaterThanOrEqual(80);
    expect(whole.length / articles.length).toBeGreaterThanOrEqual(0.9);
  }, 60_000);
});
