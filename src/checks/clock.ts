/** The time and the waiting, so that a year can pass within a test. */
import { setTimeout as sleep } from 'node:timers/promises';

export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits that many milliseconds; returns at once for none. */
  wait(milliseconds: number): Promise<void>;
};

export const clockOfNow: Clock = {
  now: Date.now,
  wait: async (milliseconds) => {
    if (milliseconds > 0) await sleep(milliseconds, undefined, { ref: true });
  },
};

export const minute = 60_000;
export const hour: number = 60 * minute;
export const day: number = 24 * hour;

/** "3 days", "1 day", "5 hours", "1 hour"; always of a positive length. */
export const span = (milliseconds: number): string => {
  const length = Math.abs(milliseconds);
  const [count, unit] = length >= 2 * day ? [Math.floor(length / day), 'day'] : [Math.floor(length / hour), 'hour'];
  return count === 0 ? 'less than an hour' : `${count} ${unit}${count === 1 ? '' : 's'}`;
};
