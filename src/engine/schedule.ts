/** Runs tasks now and then: each once an interval, whatever the number of replicas. */
import type { Log, Store, Task } from '../model/ports.ts';

type Schedule = {
  /** Runs what is due; returns the names of the tasks that were run here. */
  readonly once: () => Promise<readonly string[]>;
  readonly start: (interval: number) => void;
  /** Waits for the tasks at hand. */
  readonly stop: () => Promise<void>;
};

export const scheduleOf = (
  tasks: readonly Task[],
  parts: { readonly store: Store; readonly clock: () => number; readonly log: Log },
): Schedule => {
  const { store, clock, log } = parts;

  const runIfDue = async ({ name, every, run }: Task): Promise<readonly string[]> => {
    try {
      if (!(await store.takeTurn(name, every, clock()))) return [];
      const failure = await run().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      if (failure) log.error({ err: failure.error, task: name }, 'a scheduled task failed');
      await store.endTurn(name, failure === undefined, clock());
      return failure ? [] : [name];
    } catch (error) {
      log.error({ err: error, task: name }, 'whose turn a scheduled task is could not be kept');
      return [];
    }
  };

  const once = async (): Promise<readonly string[]> => (await Promise.all(tasks.map(runIfDue))).flat();

  let timer: NodeJS.Timeout | undefined;
  /** By name, so that a slow one keeps no other from its turn. */
  const running = new Map<string, Promise<unknown>>();
  const pass = (): void => {
    for (const task of tasks) {
      if (running.has(task.name)) continue;
      const run = runIfDue(task).finally(() => running.delete(task.name));
      running.set(task.name, run);
    }
  };
  return {
    once,
    start(interval) {
      timer = setInterval(pass, interval);
      pass();
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(running.values());
    },
  };
};
