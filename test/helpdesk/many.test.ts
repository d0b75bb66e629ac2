/** With 100,000 tickets in the store, what every message and every press needs takes no longer than with none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { placeKey } from '../../src/model/message.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { ada, form, inChat, room, setUp } from './set.ts';

const most = 50;

test('100,000 tickets slow nothing down', async () => {
  const home = mkdtempSync(join(tmpdir(), 'signpost-'));
  const file = join(home, 'store.sqlite');
  const store = await sqlite(file);
  const bot = await setUp({ store });
  const rows = new DatabaseSync(file);
  rows.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
    INSERT INTO ticket (number, rev, origin, active, urgency, desk, requester, owner, entry, resolved, due, changed, body)
    SELECT i, 9, 'origin ' || i, 0, 0, '${placeKey(room)}', 'teams:p' || (i % 5000), NULL, '50105', 1, NULL, i, '{}' FROM n;
    INSERT INTO counter (name, value) VALUES ('ticket', 100000);
  `);
  rows.close();
  await bot.answer(inChat(ada, form()));
  await bot.settle();
  expect((await store.tickets({ desk: placeKey(room) }, 10)).map(({ number }) => number)).toEqual([100_001]);

  const taken = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let n = 0; n < 9; n++) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    return times.toSorted((one, two) => one - two)[4]!;
  };
  const ticket = (await store.ticket(100_001))!;
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    board: () => store.board(),
    queue: () => store.tickets({ desk: placeKey(room) }, 10),
    mine: () => store.tickets({ requester: 'teams:ada' }, 10),
    due: () => store.tickets({ dueBy: Date.now() }, 200),
    entry: () => store.tickets({ entry: '50105' }, 1),
    change: async () => store.changeTicket(ticket, ticket, []),
    forget: () => store.forgetTickets(0),
  };
  const slow: string[] = [];
  for (const [name, work] of Object.entries(works)) {
    const ms = await taken(work);
    if (ms > most) slow.push(`${name}: ${ms.toFixed(1)} ms`);
  }
  expect(slow).toEqual([]);
  await bot.stop();
  await store.close();
  rmSync(home, { recursive: true });
}, 30_000);
