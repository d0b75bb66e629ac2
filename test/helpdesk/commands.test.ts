/** What an operator can do with tickets from the command line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  exportTickets,
  listDead,
  listTickets,
  listUnwritten,
  replayDead,
  showTicket,
  ticketIn,
} from '../../src/helpdesk/commands.ts';
import { draftFromTicket } from '../../src/knowledge/draft-ticket.ts';
import { ChannelError } from '../../src/model/errors.ts';
import type { Store } from '../../src/model/ports.ts';
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

/** What a command prints, and its exit status. */
const printed = async (command: (store: Store, print: (line: string) => void) => Promise<number | void>) => {
  const store = await sqlite(join(home, 'signpost.sqlite'));
  const lines: string[] = [];
  const status = await command(store, (line) => void lines.push(line));
  await store.close();
  return { status, lines };
};

describe('tickets', () => {
  test('list shows the active ones, and all on demand', async () => {
    const { lines } = await printed((store, print) => listTickets(store, false, print));
    expect(lines).toEqual([expect.stringMatching(/^HD-1 +claimed +normal +\d{4}-\d\d-\d\d +Bob +50105 because/)]);
    expect((await printed((store, print) => listTickets(store, true, print))).lines).toHaveLength(2);
  });

  test('what people wrote cannot steer the terminal nor make up lines', async () => {
    const bot = await setUp();
    const evil = 'red \u001b[31m, back \u202E, next\nHD-9      resolved';
    await bot.answer(inChat({ id: 'mal', name: evil }, form('f1', { problem: evil, ids: `Note: ${evil}` })));
    await bot.settle();
    await bot.answer(inRoom({ id: 'mal', name: evil }, press('claim', 'HD-1')));
    await bot.settle();
    const lines: string[] = [];
    await listTickets(bot.store, true, (line) => lines.push(line));
    await showTicket(bot.store, 'HD-1', (line) => lines.push(line));
    expect(lines.join('')).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
    expect(lines.join('\n').split('\n')).not.toContainEqual(expect.stringMatching(/^HD-9/));
    expect(lines.join('')).toContain('red \uFFFD[31m, back \uFFFD, next');
    await bot.stop();
  });

  test('show tells one with its history', async () => {
    const { lines } = await printed((store, print) => showTicket(store, 'HD-2', print));
    expect(lines.join('\n')).toContain('cause      The service account was locked.');
    expect(lines.join('\n')).toMatch(/resolve by Bob/);
    await expect(printed((store, print) => showTicket(store, 'HD-9', print))).rejects.toThrow('no ticket "HD-9"');
  });

  test('export writes JSON Lines, and CSV in which no cell is a formula', async () => {
    const json = await printed((store, print) => exportTickets(store, false, print));
    expect(json.lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['HD-1', 'HD-2']);
    const { lines } = await printed((store, print) => exportTickets(store, true, print));
    expect(lines[0]).toMatch(/^id,status,priority,/);
    expect(lines[1]).toContain(`"'=cmd|calc, ""quoted""\nsecond line"`);
  });

  test('dead lists what was given up, and replay makes it due again', async () => {
    const dead = await printed(listDead);
    expect(dead.status).toBe(1);
    expect(dead.lines[0]).toMatch(/ {2}post {2}ticket\/1\/\d{5}\/c-told {2}The app was removed there\./);
    expect((await printed((store, print) => replayDead(store, 'nothing', 0, print))).status).toBe(1);
    const { lines } = await printed((store, print) => replayDead(store, null, 0, print));
    expect(lines).toEqual(['Due again: 1. The running bot sends them.']);
    expect(await printed(listDead)).toEqual({ status: 0, lines: ['Nothing was given up.'] });
  });

  test('run as the npm script does', () => {
    expect(run('tickets', 'list').out).toMatch(/^HD-1 .*\n$/);
    expect(run('tickets', 'replay')).toMatchObject({ status: 2, err: expect.stringContaining('Usage:') });
  });
});

describe('the catalog', () => {
  test('gaps names resolved tickets about no entry', async () => {
    expect((await printed(listUnwritten)).lines.join('\n')).toMatch(/Resolved tickets about no entry[\s\S]*HD-2/);
  });

  test('new --from-ticket writes a draft that is not served before it was reviewed', async () => {
    const made = run('catalog', 'new', '--from-ticket', 'HD-2', '--to', home);
    expect(made.out).toContain('hd-2.draft is to be reviewed');
    const draft = readFileSync(join(home, 'drafts', 'hd-2.draft'), 'utf8');
    expect(draft).toContain('title: The service account was locked\n');
    expect(draft).toContain('TODO Review this draft');
    expect(draft).toContain('## Method 1: Unlock it\n\n1. Unlock it\n');
    expect(draft).toContain('2. \\# Change its password');
    const again = (id: string) =>
      printed(async (store) => void (await draftFromTicket(await ticketIn(store, id), home, '2026-11-25')));
    await expect(again('HD-2')).rejects.toThrow('exists already');
    await expect(again('HD-1')).rejects.toThrow('no cause and note yet');
  });
});
