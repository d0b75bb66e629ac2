import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sqlite } from '../src/store/sqlite.ts';

const cli = new URL('../src/cli.ts', import.meta.url).pathname;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
});
afterAll(() => rmSync(home, { recursive: true }));

/** Runs a command as the npm scripts do, in an empty folder. */
const run = (args: readonly string[], input = '', env: Record<string, string> = {}) => {
  const done = spawnSync(process.execPath, [cli, ...args], {
    cwd: home,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
};

describe('ask', () => {
  test('answers a person with status 0', () => {
    const { status, out } = run(['ask', 'what is 80043431']);
    expect(status).toBe(0);
    expect(out).toContain('Method 1: Update the federated domain');
  });

  test('what is not known is status 1', () => {
    const { status, out } = run(['ask', 'AADSTS1234567']);
    expect([status, out.split('\n')[0]]).toEqual([1, "I don't know 1234567"]);
  });

  test('--json prints the object of the contract', () => {
    const { status, out } = run(['ask', '--json', 'what is 80043431']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'answer', extracted: { codes: ['80043431'] } });
  });

  test.each([
    [['ask']],
    [['ask', '--store', 'x', 'y']],
    [['ask', '--json', '--jsonl']],
    [['chat', 'hello']],
    [['nonsense']],
    [['catalog', 'nonsense']],
    [['ask', '--no-such-option']],
  ])('wrong use is refused with status 2 and the usage: %j', (args) => {
    const { status, out, err } = run(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Usage:');
    expect(err).not.toMatch(/\n\s+at /);
  });
});

test('a conversation is kept in the file that --store names', () => {
  const say = (said: string): string => JSON.stringify({ conversation: 'c', person: { id: 'u', name: 'Ada' }, said });
  const store = join(home, 'chat.sqlite');
  run(['chat', '--jsonl', '--store', store], `${say('ada@contoso.com gets AADSTS50105 in "Payroll Ada"')}\n`);
  const { out } = run(['chat', '--jsonl', '--store', store], `${say('next method')}\n`);
  expect(JSON.parse(out).replies[0].title).toMatch(/^Method 2/);
  expect(readFileSync(store).toString('latin1')).not.toContain('ada@contoso.com');
});

describe('catalog', () => {
  test('check finds nothing to complain about in the built-in catalog', () => {
    const { status, out } = run(['catalog', 'check']);
    expect(out).toMatch(/^\d+ entries, 0 complaints\n$/);
    expect(status).toBe(0);
  });

  test('stats counts entries, codes by family, topics, methods and reviews', () => {
    const { out } = run(['catalog', 'stats']);
    expect(out).toMatch(/AADSTS: \d{3}\n/);
    expect(out).toMatch(/\d+ of \d+ topics\n/);
    expect(out).toMatch(/oldest review: 20\d\d-/);
  });

  test('stats tells how answers were rated, the least liked first', async () => {
    const file = join(home, 'rated.sqlite');
    const store = await sqlite(file);
    for (const [entry, liked] of [
      ['50126', true],
      ['50105', false],
      ['50105', true],
      ['', true],
    ] as const)
      await store.rate(entry, liked);
    await store.close();
    expect(run(['catalog', 'stats', '--store', file]).out.split('\n').slice(-5, -1)).toEqual([
      'answers found helpful and not, in Teams:',
      '  50105: 1 helpful, 1 not',
      '  (no longer known which): 1 helpful, 0 not',
      '  50126: 1 helpful, 0 not',
    ]);
  });

  test('new starts an entry in the own folder, once', () => {
    const own = { SIGNPOST_CATALOG: join(home, 'own') };
    expect(run(['catalog', 'new', '9990001', '--to', own.SIGNPOST_CATALOG]).status).toBe(0);
    expect(readFileSync(join(own.SIGNPOST_CATALOG, 'entra/9990001.md'), 'utf8')).toContain('codes: ["9990001"]');
    const again = run(['catalog', 'new', '9990001', '--to', own.SIGNPOST_CATALOG]);
    expect([again.status, again.err]).toEqual([2, expect.stringContaining('exists already')]);
  });

  test('gaps lists what people asked for in vain, most often first', async () => {
    const file = join(home, 'gaps.sqlite');
    const store = await sqlite(file);
    for (const what of ['50199001', '50199002', '50199001'])
      await store.recordGap({ kind: 'code', what }, Date.UTC(2026, 10, 21));
    await store.close();
    const { out } = run(['catalog', 'gaps', '--store', file]);
    expect(out.split('\n').slice(0, 2)).toEqual([
      '    2  2026-11-21  code 50199001',
      '    1  2026-11-21  code 50199002',
    ]);
    expect(run(['catalog', 'gaps', '--store', join(home, 'none.sqlite')]).status).toBe(2);
  });
});
