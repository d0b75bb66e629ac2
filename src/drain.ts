/** Waiting for what is under way, but not for ever. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for all of it, but only so many milliseconds; false when something was not done by then, or failed. */
export const drained = async (patience: number, works: readonly Promise<void>[]): Promise<boolean> => {
  const late = Symbol('late');
  const end = new AbortController();
  const first = await Promise.race([
    Promise.allSettled(works),
    sleep(patience, late, { signal: end.signal }).catch(() => late),
  ]);
  end.abort();
  return first !== late && (first as PromiseSettledResult<void>[]).every(({ status }) => status === 'fulfilled');
};
