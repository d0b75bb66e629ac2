/** Settles the jobs of delivered replies, many at a time: nobody waits for that, and each write to the disk costs. */
import type { Log, Store } from '../model/ports.ts';

export type Delivered = {
  readonly add: (job: string) => void;
  /** Settles what is left; what is added later is left to the lease of its reply. */
  readonly stop: () => Promise<void>;
};

/** How long a delivered reply may wait, in milliseconds: a replica that dies meanwhile lets it be delivered twice. */
const soon = 100;

/** How long to wait after a failure, in milliseconds; the leases of the replies last longer. Neither wait keeps a process alive. */
const later = 1_000;

/** While the store cannot be written, no more than these are remembered; those beyond them are delivered again. */
const most = 10_000;

export const deliveredTo = (store: Pick<Store, 'done'>, log: Log): Delivered => {
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const settle = async (): Promise<void> => {
    const jobs = waiting;
    waiting = [];
    try {
      await store.done(jobs);
    } catch (error) {
      waiting = [...jobs, ...waiting].slice(-most);
      log.warn({ err: error, jobs: jobs.length }, 'delivered replies could not be settled; they are tried again');
      throw error;
    }
  };

  const plan = (wait: number): void => {
    if (stopped) return;
    if (timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      let next = soon;
      running = settle()
        .catch(() => {
          next = later;
        })
        .finally(() => {
          running = undefined;
          if (waiting.length > 0) plan(next);
        });
    }, wait).unref();
  };

  return {
    add(job) {
      waiting.push(job);
      if (!running) plan(soon);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      if (waiting.length > 0) await settle().catch(() => undefined);
    },
  };
};
