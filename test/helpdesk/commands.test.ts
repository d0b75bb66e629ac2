/** What an operator can do with tickets from the command line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ChannelError } from '../../src/model/errors.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { ada, bob, form, inChat, inRoom, press, setUp } from './set.ts';

const cli = new URL('../../src/cli.ts', import.meta.url).pathname;

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'signpost-'));
  const store = await sqlite(join(home, 'signpost.sqlite'));
  const bot = await setUp({ store });
  await bot.answer(inChat(ada, form('f1', { problem: '=cmd|calc, "quoted"\nsecond line', ids: 'Code: AADSTS50105' })));
  await bot.answer(
    inChat(bob, { ...form('f1', { problem: 'The scanner cannot log on' }), about: '' } as ReturnType<typeof form>),
  );
  await bot.settle();
  await bot.answer(inRoom(bob, press('claim', 'HD-1')));
  const solution = { cause: 'The service account was locked.', note: '1. Unlock it\n2. # Change its password' };
  await bot.answer(inRoom(bob, { kind: 'filled', choice: 'ticket:resolve', about: 'HD-2', values: solution }));
  await bot.settle();
  bot.channels.get('teams')!.fault = () => {
    throw new ChannelError('The app was removed there.', { retry: false });
  };
  await bot.answer(inRoom(bob, press('unclaim', 'HD-1')));
  await bot.answer(inRoom(bob, press('claim', 'HD-1')));
  await bot.settle();
  await bot.stop();
  await store.close();
}, 30_000);
afterAll(() => rmSync(home, { recursive: true }));

const run = (...args: readonly string[]) => {
  const done = spawnSync(process.execPath, [cli, ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
};

describe('tickets', () => {
  test('list shows the active ones, and all on demand', () => {
    expect(run('tickets', 'list').out).toMatch(/^HD-1 +claimed +normal +\d{4}-\d\d-\d\d +Bob +50105 because.*\n$/);
    expect(run('tickets', 'list', '--all').out.split('\n')).toHaveLength(3);
  });

  test('show tells one with its history', () => {
    const { out } = run('tickets', 'show', 'HD-2');
    expect(out).toContain('cause      The service account was locked.');
    expect(out).toMatch(/resolve by Bob/);
  });

  test('export writes JSON Lines, and CSV in which no cell is a formula', () => {
    const lines = run('tickets', 'export', '--jsonl').out.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['HD-1', 'HD-2']);
    const { out } = run('tickets', 'export', '--csv');
    expect(out.split('\n')[0]).toMatch(/^id,status,priority,/);
    expect(out).toContain(`"'=cmd|calc, ""quoted""\nsecond line"`);
  });

  test('dead lists what was given up, and replay makes it due again', () => {
    const dead = run('tickets', 'dead');
    expect(dead.status).toBe(1);
    expect(dead.out).toMatch(/ {2}post {2}ticket\/1\/\d{5}\/c-told {2}The app was removed there\./);
    expect(run('tickets', 'replay', '--all').out).toContain('Due again: 1.');
    expect(run('tickets', 'dead')).toMatchObject({ status: 0, out: 'Nothing was given up.\n' });
  });

  test.each([[['tickets', 'replay']], [['tickets', 'list', '--csv']]])('%j is wrong use', (args) => {
    expect(run(...args)).toMatchObject({ status: 2, err: expect.stringContaining('Usage:') });
  });
});

describe('the catalog', () => {
  test('gaps names resolved tickets about no entry', () => {
    expect(run('catalog', 'gaps').out).toMatch(/Resolved tickets about no entry[\s\S]*HD-2/);
  });

  test('new --from-ticket writes a draft that is not served before it was reviewed', () => {
    const made = run('catalog', 'new', '--from-ticket', 'HD-2', '--to', home);
    expect(made.out).toContain('hd-2.draft is to be reviewed');
    const draft = readFileSync(join(home, 'drafts', 'hd-2.draft'), 'utf8');
    expect(draft).toContain('title: The service account was locked\n');
    expect(draft).toContain('TODO Review this draft');
    expect(draft).toContain('## Method 1: Unlock it\n\n1. Unlock it\n');
    expect(draft).toContain('2. \\# Change its password');
    expect(run('catalog', 'new', '--from-ticket', 'HD-1', '--to', home).err).toContain('no cause and note yet');
  });
});
