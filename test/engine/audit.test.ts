import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, jest, test } from '@jest/globals';
import { auditTidy } from '../../src/engine/audit.ts';
import type { Store } from '../../src/model/ports.ts';
import { helpdeskDefaults } from '../../src/model/ticket.ts';
import { serve } from '../../src/server.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { auditEntry, memoryLog } from '../fakes.ts';
import { ada, bob, eva, form, inChat, inRoom, press, room, setUp } from '../helpdesk/set.ts';
import { room as subscription } from '../notices/world.ts';

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
  expect(lines.map(({ by, what }) => `${what} ${by}`).toSorted()).toEqual([
    'changeTicket ',
    'forgetMe ',
    'openTicket ',
    'setDesk slack:eva',
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/\bada\b/);
  await bot.stop();
});

test('what other tools and the clock change in a ticket is written down under their names', async () => {
  let now = Date.parse('2026-03-02T12:00:00Z');
  const settings = { ...helpdeskDefaults, apiToken: 'secret' };
  const bot = await setUp({ helpdesk: settings, clock: () => now });
  await bot.answer(inChat(ada, form()));
  await bot.settle();
  const [reminders] = bot.tasks.filter(({ name }) => name === 'helpdesk/remind');
  now += 31 * 60_000;
  await reminders!.run();
  now += 1000;
  const server = serve(await bot.routes(), async () => ({ ok: true }), memoryLog());
  const port = await server.listen('127.0.0.1', 0);
  for (const again of [1, 2]) {
    const { status } = await fetch(`http://127.0.0.1:${port}/api/tickets/HD-1/events`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'e1', source: 'snow', kind: 'resolve', cause: 'Licence', note: `Assigned ${again}` }),
    });
    expect(status).toBe(200);
  }
  await server.close();
  now += 6 * 24 * 3_600_000;
  await reminders!.run();
  const lines = await bot.store.audits.since(0, 100);
  expect(lines.slice(2).map(({ by, target, detail }) => [by, target, detail])).toEqual([
    ['clock', 'HD-1', 'remind'],
    ['program:snow', 'HD-1', 'resolve'],
    ['clock', 'HD-1', 'close'],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/Licence|Assigned/);
  await bot.stop();
});

/** A store that fails every time before its change, then every time after it, and then no more. */
const failing = (store: Store, methods: readonly (keyof Store)[]): Store => {
  const calls = new Map<PropertyKey, number>();
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || !methods.includes(name as keyof Store)) return value;
      return async (...values: readonly unknown[]): Promise<unknown> => {
        const call = (calls.get(name) ?? 0) + 1;
        calls.set(name, call);
        if (call === 1) throw new Error('The database is away.');
        const result: unknown = await Reflect.apply(value, target, values);
        if (call === 2) throw new Error('The connection is lost.');
        return result;
      };
    },
  });
};

test('a store that fails before or after a change leaves each change with its one line', async () => {
  let now = Date.parse('2026-03-02T12:00:00Z');
  const real = await sqlite(':memory:', () => now);
  const store = failing(real, ['openTicket', 'changeTicket', 'setDesk', 'dropDesk', 'forgetPerson']);
  const bot = await setUp({ store, clock: () => now });
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 6; round++) {
      await bot.settle();
      now += 60_000;
    }
  };
  await settle();
  await bot.answer(inChat(ada, form()));
  await settle();
  await bot.answer(inRoom(eva, press('claim', 'HD-1')));
  await settle();
  await bot.answer(inChat(ada, 'yes, delete my data'));
  await settle();
  await bot.answer(inRoom(eva, 'stop using this channel for helpdesk'));
  await settle();
  const lines = await real.audits.since(0, 100);
  expect(lines.map(({ by, what, detail }) => [by, what, detail])).toEqual([
    ['slack:eva', 'setDesk', ''],
    ['', 'openTicket', 'normal'],
    ['slack:eva', 'changeTicket', 'claim'],
    ['', 'changeTicket', 'forgotten'],
    ['', 'forgetMe', ''],
    ['slack:eva', 'dropDesk', ''],
  ]);
  const ticket = (await real.ticket(1))!;
  expect(ticket.history.map(({ what }) => what)).toEqual(['opened', 'claim', 'forgotten']);
  expect(await real.desks()).toEqual([]);
  await bot.stop();
  await real.close();
});

test('old lines go after the days that they are kept', async () => {
  const store = await sqlite(':memory:');
  const at = 1_000_000_000_000;
  await store.dropDesk('slack:C1', auditEntry('nothing there'));
  await store.notices.subscribe(subscription('ops'), auditEntry('subscribed', { at }));
  const tidy = (days: number) =>
    auditTidy({ store, keepDays: 30, clock: () => at + days * 86_400_000, log: memoryLog() }).run();
  await tidy(29);
  expect(await store.audits.since(0, 10)).toHaveLength(1);
  await tidy(31);
  expect(await store.audits.since(0, 10)).toEqual([]);
  await store.close();
});

test('npm run audit lists and exports', async () => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  const file = join(home, 's.sqlite');
  const store = await sqlite(file);
  const at = Date.now() - 86_400_000;
  const desk = { id: 'slack:C1', place: room, topics: [], domains: [] };
  const set = { by: 'slack:T1:U1', target: 'slack:C1', detail: 'adfs-*' };
  await store.setDesk(desk, auditEntry('before', { ...set, at: at - 40 * 86_400_000 }));
  await store.setDesk(desk, auditEntry('now', { ...set, at }));
  await store.forgetPerson('slack:bob', auditEntry('gone', { at: at + 1, by: '', what: 'forgetMe', target: '' }));
  await store.close();
  const run = (args: readonly string[]) =>
    spawnSync(process.execPath, [new URL('../../src/audit.ts', import.meta.url).pathname, ...args], {
      cwd: home,
      env: { PATH: process.env.PATH, SIGNPOST_STORE: file },
      encoding: 'utf8',
      maxBuffer: 100_000_000,
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
    key: expect.stringMatching(/^[0-9a-f]{32}$/),
    at: new Date(at).toISOString(),
    by: 'slack:T1:U1',
    what: 'setDesk',
    target: 'slack:C1',
    detail: 'adfs-*',
  });
  expect(run(['lists']).status).toBe(2);
  const db = new DatabaseSync(file);
  db.exec(
    "insert into audit (key, at, by, what, target, detail) with recursive n (i) as (select 1 union all select i + 1 from n where i < 100010) select printf('%032x', i), (strftime('%s') - 1000 + i / 1000) * 1000, 'clock', 'setDesk', i, '' from n",
  );
  db.close();
  const all = run(['export', '--days', '2']).stdout.trimEnd().split('\n');
  expect(all).toHaveLength(100_012);
  expect(new Set(all).size).toBe(100_012);
  rmSync(home, { recursive: true });
});
