import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { audited } from '../../src/engine/audit.ts';
import type { JobOf } from '../../src/model/ports.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog } from '../fakes.ts';
import { ada, bob, eva, form, inChat, inRoom, press, setUp } from '../helpdesk/set.ts';

jest.setTimeout(40_000);

test('who set the desk, opened and claimed a ticket is written down, a refused claim and their words are not', async () => {
  const bot = await setUp();
  await bot.answer(inChat(ada, form()));
  await bot.settle();
  await bot.answer(inRoom(eva, press('claim', 'HD-1')));
  await bot.settle();
  await bot.answer(inRoom(bob, press('claim', 'HD-1')));
  await bot.settle();
  const lines = await bot.store.audits.since(0, 100);
  expect(lines.map(({ by, what, target, detail }) => [by, what, target, detail])).toEqual([
    ['slack:eva', 'setDesk', 'slack:helpdesk', ''],
    ['teams:ada', 'openTicket', 'HD-1', 'normal'],
    ['slack:eva', 'changeTicket', 'HD-1', 'claim'],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/Payroll|contoso|Ada|Eva/);
  await bot.stop();
});

test('whoever has their data deleted is no longer named, and that it was deleted is', async () => {
  const bot = await setUp();
  await bot.answer(inChat(ada, form()));
  await bot.settle();
  await bot.answer(inChat(ada, 'yes, delete my data'));
  await bot.settle();
  const lines = await bot.store.audits.since(0, 100);
  expect(lines.map(({ by, what }) => [by, what])).toEqual([
    ['slack:eva', 'setDesk'],
    ['', 'openTicket'],
    ['', 'forgetMe'],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/\bada\b/);
  await bot.stop();
});

const job: JobOf<'dropDesk'> = {
  key: 'teams:c:ada#1/dropDesk/0',
  kind: 'dropDesk',
  from: {
    place: { channel: 'teams', conversation: 'c' },
    person: { id: 'ada', name: 'Ada' },
    conversation: 'teams:c:ada',
    turn: 1,
    at: 0,
  },
};

test('a job that is carried out again is one line, one that fails is none, and old lines go', async () => {
  const store = await sqlite(':memory:');
  let now = 1_000_000_000_000;
  let failing = true;
  const dropDesk = async (): Promise<void> => {
    if (failing) throw new Error('later');
  };
  const { handlers, tasks } = audited(
    { dropDesk },
    { store, keepDays: 30, traceOf: (key) => key, clock: () => now, log: memoryLog() },
  );
  await expect(handlers.dropDesk!(job)).rejects.toThrow('later');
  expect(await store.audits.since(0, 10)).toEqual([]);
  failing = false;
  await handlers.dropDesk!(job);
  await handlers.dropDesk!(job);
  expect(await store.audits.since(0, 10)).toHaveLength(1);
  now += 31 * 86_400_000;
  await tasks[0]!.run();
  expect(await store.audits.since(0, 10)).toEqual([]);
  await store.close();
});

test('npm run audit lists and exports', async () => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  const file = join(home, 's.sqlite');
  const store = await sqlite(file);
  const at = Date.now() - 86_400_000;
  await store.audits.write({ key: 'k', at, by: 'slack:T1:U1', what: 'setDesk', target: 'slack:C1', detail: 'adfs-*' });
  await store.audits.write({ key: 'l', at: at + 1, by: '', what: 'forgetMe', target: '', detail: '' });
  await store.audits.write({
    key: 'm',
    at: at - 40 * 86_400_000,
    by: 'x',
    what: 'dropDesk',
    target: 'slack:C1',
    detail: '',
  });
  await store.close();
  const run = (args: readonly string[]) =>
    spawnSync(process.execPath, [new URL('../../src/audit.ts', import.meta.url).pathname, ...args], {
      cwd: home,
      env: { PATH: process.env.PATH, SIGNPOST_STORE: file },
      encoding: 'utf8',
    });
  const listed = run(['list']);
  expect(listed.stderr).toBe('');
  expect(listed.stdout.split('\n').map((line) => line.slice(21))).toEqual([
    'slack:T1:U1  setDesk  slack:C1  adfs-*',
    '(deleted)  forgetMe',
    '',
  ]);
  const exported = run(['export'])
    .stdout.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(exported).toHaveLength(3);
  expect(exported[1]).toEqual({
    key: 'k',
    at: new Date(at).toISOString(),
    by: 'slack:T1:U1',
    what: 'setDesk',
    target: 'slack:C1',
    detail: 'adfs-*',
  });
  expect(run(['lists']).status).toBe(2);
  rmSync(home, { recursive: true });
});
