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
