import { expect, test } from '@jest/globals';
import { scheduleOf } from '../../src/engine/schedule.ts';
import { meter } from '../../src/metrics.ts';
import { sqlite } from '../../src/store/sqlite.ts';
import { memoryLog } from '../fakes.ts';

test('a task that always fails is begun and never succeeds, on any replica, and one that works again has succeeded', async () => {
  let now = 1_800_000_000_000;
  let broken = true;
  const clock = (): number => now;
  const store = await sqlite(':memory:', clock);
  const tasks = [
    { name: 'helpdesk/tidy', every: 60_000, run: async () => {} },
    { name: 'audit/tidy', every: 60_000, run: () => (broken ? Promise.reject(new Error('no')) : Promise.resolve()) },
  ];
  const log = memoryLog();
  const replicas = [0, 1].map(() => scheduleOf(tasks, { store, clock, log }));
  const successes = async (): Promise<readonly (string | undefined)[]> => {
    const text = await meter().text({
      store,
      tasks,
      checks: [],
      catalog: () => ({ entries: 1, faulty: false }),
      keeps: () => true,
      channels: () => new Map(),
      version: '1',
      clock,
    });
    return tasks.map(
      ({ name }) =>
        new RegExp(`^signpost_task_last_success_timestamp_seconds{task="${name}"} (\\d+)$`, 'm').exec(text)?.[1],
    );
  };
  expect(await replicas[0]!.once()).toEqual(['helpdesk/tidy']);
  expect(await successes()).toEqual(['1800000000', '0']);
  now += 60_000;
  expect(await replicas[1]!.once()).toEqual(['helpdesk/tidy']);
  expect(await successes()).toEqual(['1800000060', '0']);
  broken = false;
  now += 60_000;
  expect(await replicas[0]!.once()).toEqual(['helpdesk/tidy', 'audit/tidy']);
  expect(await successes()).toEqual(['1800000120', '1800000120']);
  await store.close();
});

test('a slow task keeps no other from its turn, is not begun twice, and a stop waits for it', async () => {
  const store = await sqlite(':memory:');
  const slow = Promise.withResolvers<void>();
  const often = Promise.withResolvers<void>();
  let begun = 0;
  let ended = false;
  let turns = 0;
  const tasks = [
    {
      name: 'slow',
      every: 1,
      run: async () => {
        begun++;
        await slow.promise;
        ended = true;
      },
    },
    {
      name: 'quick',
      every: 1,
      run: async () => {
        if (++turns === 5) often.resolve();
      },
    },
  ];
  const schedule = scheduleOf(tasks, { store, clock: Date.now, log: memoryLog() });
  schedule.start(5);
  await often.promise;
  const stopped = schedule.stop();
  slow.resolve();
  await stopped;
  expect([begun, ended]).toEqual([1, true]);
  await store.close();
});
