/** Times as everybody reads them the same, in every language. */

/** "2026-11-25 19:40 UTC". */
export const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** "2026-11-25". */
export const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The time alone where it is of the same day. */
export const clock = (at: number, now: number): string => (utcDay(at) === utcDay(now) ? utc(at).slice(11) : utc(at));
