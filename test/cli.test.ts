import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Nobody answers there, so that nothing leaves this computer. */
const nobody = { SIGNPOST_GRAPH_ROOT: 'https://127.0.0.1:9', SIGNPOST_AUTHORITY: 'https://127.0.0.1:9' };

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

test.each(['127.0.0.1', '../x', 'localhost', ''])('check-domain says that "%s" is not a domain', (domain) => {
  const { status, err } = run(['check-domain', domain], '', nobody);
  expect([status, err.trimEnd().split('\n').at(-1)]).toEqual([
    2,
    `"${domain}" is not a domain. Give one such as contoso.com.`,
  ]);
});

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

  test('a number below zero is a question', () => {
    expect(run(['ask', '-2016345060']).out).toContain('0x87D1041C');
  });

  test('a check that is asked for is run, and its findings are the answer', () => {
    const { status, out } = run(['ask', 'check contoso.invalid'], '', nobody);
    expect(out).toMatch(/^\ncontoso\.invalid/);
    expect(out).not.toContain('appears here');
    expect(status).toBe(2);
  });

  test('what needs a conversation is sent there', () => {
    const { status, err } = run(['ask', 'my tickets']);
    expect([status, err]).toEqual([2, 'That needs a conversation. Run: npm run chat\n']);
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

describe('a store that cannot be used', () => {
  const commands = ['tickets list', 'catalog gaps', 'store migrate', 'chat'];
  const nothing = join('none', 'x.sqlite');
  beforeAll(() => writeFileSync(join(home, 'text'), 'no database, but a text of some length'));

  test.each(commands)('is named as it was given to: %s', (command) => {
    const given = (store: string) => run([...command.split(' '), '--store', store]);
    expect(given('text')).toEqual({
      status: 2,
      out: '',
      err: 'The store "text" failed: file is not a database. It is no file of SQLite: give the path of a store.\n',
    });
    const { status, err } = given(nothing);
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(
        /^(?:There is no store "none\/x\.sqlite"\. Give|The store "none\/x\.sqlite" failed: the folder)/,
      ),
    ]);
  });

  test.each(commands)('is told without its password to: %s', (command) => {
    const given = (store: string) => run([...command.split(' '), '--store', store]);
    expect(given('postgres://ada:hunter2@127.0.0.1:1/x')).toEqual({
      status: 2,
      out: '',
      err: expect.stringMatching(/^The database x at 127\.0\.0\.1:1 cannot be reached: .+ Check that it runs[^\n]+\n$/),
    });
    const { status, err } = given('postgres://ada:hunter2@127.0.0.1:1');
    expect([status, err]).toEqual([2, expect.stringMatching(/^The address does not name the database at its end\./)]);
  });

  test('of the settings is named by its setting, and an empty name is none', () => {
    const { status, err } = run(['tickets', 'list'], '', { SIGNPOST_STORE: 'text' });
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/\n {2}- SIGNPOST_STORE is "text", which cannot be opened\./),
    ]);
    const empty = run(['tickets', 'list', '--store', '']);
    expect([empty.status, empty.err]).toEqual([
      2,
      expect.stringMatching(/\n--store is empty\. Give the path of a store\.\n$/),
    ]);
  });
});

describe('wrong use', () => {
  test.each<[string, readonly string[], string]>([
    ['of an option', ['ask', '--no-such'], '--no-such is not an option.'],
    [
      'of an option of another command',
      ['ask', '--merge', 'x'],
      '"ask --merge x" is not a command: --merge does not belong here.',
    ],
    ['of a group', ['catalog'], 'Say what is to be done with "catalog".'],
    ['of a verb', ['tickets', 'show'], 'Name the ticket, or the key; or give --all instead of it.'],
  ])('%s is answered with the lines about the command, and the reason last', (_, args, why) => {
    const { status, err } = run(args);
    const lines = err.trimEnd().split('\n');
    expect([status, lines[0], lines.at(-1)]).toEqual([2, 'Usage:', why]);
    const about = lines.filter((line) => line.startsWith('  npm run '));
    expect(about.length).toBeGreaterThan(0);
    for (const line of about) expect(line.replace('--silent ', '')).toContain(`npm run ${args[0]} `);
  });

  test('a verb that is known is shown alone', () => {
    const { err } = run(['tickets', 'show']);
    expect(err.match(/npm run .*?  /g)).toEqual(['npm run tickets -- show HD-12  ']);
  });

  test('--help is not wrong', () => {
    const { status, out, err } = run(['store', '--help']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^Usage:\n {2}npm run store -- migrate /);
    expect(out).not.toContain('npm run ask');
  });
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

  test('new names the built-in entry that it takes over, and how to look at the own folder', () => {
    const to = join(home, 'over');
    const { status, out } = run(['catalog', 'new', '50199', '--to', to]);
    expect(status).toBe(0);
    expect(out).toMatch(/catalog\/entra\/accounts\/50199\.md is about 50199 already; yours takes it over\./);
    expect(out).toContain(`Then run: SIGNPOST_CATALOG=${to} npm run catalog -- check\n`);
    const set = run(['catalog', 'new', '9990002'], '', { SIGNPOST_CATALOG: to });
    expect(set.out).toMatch(/^\S+9990002\.md is ready to be written\. Then run: npm run catalog -- check\n$/);
    const twice = run(['catalog', 'new', '50199']);
    expect([twice.status, twice.err]).toEqual([2, expect.stringContaining('50199.md is about 50199 already. Edit it')]);
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
