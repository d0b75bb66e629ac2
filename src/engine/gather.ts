/** Writes what nobody waits for many at a time, because each write to the disk costs. */
type Gathered<T> = {
  readonly add: (item: T) => void;
  /** Writes what is left; what is added later is not written. */
  readonly stop: () => Promise<void>;
};

/** How long an item may wait, in milliseconds: a replica that dies meanwhile has not written it. */
const soon = 100;

/** How long to wait after a failure, in milliseconds; the leases of replies last longer. Neither wait keeps a process alive. */
const later = 1_000;

/** While the store cannot be written, no more than these are remembered; those beyond them are let go. */
const most = 10_000;

/** `failed` hears of each write that failed, and is made again. */
export const gather = <T>(
  write: (items: readonly T[]) => Promise<void>,
  failed: (error: unknown, items: number) => void,
): Gathered<T> => {
  let waiting: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const flush = async (): Promise<void> => {
    const items = waiting;
    waiting = [];
    try {
      await write(items);
    } catch (error) {
      waiting = [...items, ...waiting].slice(-most);
      failed(error, items.length);
      throw error;
    }
  };

  const plan = (wait: number): void => {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      let next = soon;
      running = flush()
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
    add(item) {
      waiting.push(item);
      if (!running) plan(soon);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      if (waiting.length > 0) await flush().catch(() => undefined);
    },
  };
};
