/** Whether the bot can answer at this moment, and what is wrong with the store. */
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from './model/errors.ts';
import type { Store } from './model/ports.ts';

/** How long a turn that could not be kept is told of, unless one can be kept before, in milliseconds. */
const toldFor = 300_000;

/** How long the store may take to be read, in milliseconds. */
const patience = 2_000;

type Watched = {
  /** The same store, whose turns are watched. */
  readonly store: Store;
  /** Why the last turn could not be kept. */
  readonly fault: () => string | undefined;
  /** Why the store cannot be read now. */
  readonly unreadable: () => Promise<string | undefined>;
};

export const watched = (store: Store, clock: () => number): Watched => {
  let last: { readonly why: string; readonly at: number } | undefined;

  const commit: Store['commit'] = async (was, now) => {
    try {
      const kept = await store.commit(was, now);
      last = undefined;
      return kept;
    } catch (error) {
      last = { why: messageOf(error), at: clock() };
      throw error;
    }
  };

  /** Why it could not be read at last, which is often known only after a look was given up. */
  let why: string | undefined;

  const unreadable = async (): Promise<string | undefined> => {
    const late = new AbortController();
    const slow = sleep(patience, 'slow' as const, { signal: late.signal });
    const look = store.conversation('ready').then(
      () => (why = undefined),
      (error: unknown) => (why = messageOf(error)),
    );
    const told = await Promise.race([look, slow]);
    late.abort();
    return told === 'slow' ? (why ?? `The store did not answer within ${patience / 1000} seconds.`) : told;
  };

  return {
    store: { ...store, commit },
    fault: () => (last && Math.abs(clock() - last.at) < toldFor ? last.why : undefined),
    unreadable,
  };
};
