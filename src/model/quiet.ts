/** Quiet hours, in which nobody is told of what can wait. */

/** Hours of the day, 0 to 23, in a time zone such as Europe/Berlin; from 22 to 7 is the night. */
export type QuietHours = { readonly from: number; readonly to: number; readonly zone: string };

/** Whether a time lies in the quiet hours. */
export const isQuiet = (quiet: QuietHours | null, now: number): boolean => {
  if (!quiet) return false;
  const { from, to, zone } = quiet;
  const hour = Number(clockOf(zone).format(now));
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
};

const clocks = new Map<string, Intl.DateTimeFormat>();

const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone });
  clocks.set(zone, made);
  return made;
};
