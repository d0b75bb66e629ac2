/** Times as everybody reads them the same, in every language. */

/** In UTC, to the minute. */
export const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The time alone where it is of the same day. */
export const clock = (at: number, now: number): string =>
  utc(at).slice(0, 10) === utc(now).slice(0, 10) ? utc(at).slice(11) : utc(at);
