/** How often somebody may do something: a bucket of tokens for each key, in memory, of this replica. */

type Bucket = {
  /** Whether it may be done now; if not, in how many seconds to try again, and whether this is the first refusal in a row. */
  take(key: string): { readonly ok: true } | { readonly ok: false; readonly after: number; readonly first: boolean };
};

type State = { tokens: number; at: number; refused: boolean };

/** The most keys that are remembered; the ones that were quiet for the longest are forgotten. */
const mostKeys = 10_000;

/** What adding up fractions may be off by. */
const rounding = 1e-6;

/**
 * `perMinute` is also how many may come at once. After a refusal nothing is admitted until `resume` of that is free again,
 * so that a steady flood is not answered now and then.
 */
export const bucketOf = (perMinute: number, clock: () => number, resume = 0.25): Bucket => {
  const states = new Map<string, State>();
  const perMillisecond = perMinute / 60_000;
  return {
    take(key) {
      const now = clock();
      const state = states.get(key) ?? { tokens: perMinute, at: now, refused: false };
      states.delete(key);
      states.set(key, state);
      if (states.size > mostKeys)
        for (const [oldest] of states) {
          states.delete(oldest);
          break;
        }
      state.tokens = Math.min(perMinute, state.tokens + Math.max(0, now - state.at) * perMillisecond);
      state.at = now;
      const needed = state.refused ? Math.max(1, perMinute * resume) : 1;
      if (state.tokens >= needed - rounding) {
        state.tokens -= 1;
        state.refused = false;
        return { ok: true };
      }
      const first = !state.refused;
      state.refused = true;
      const wanted = Math.max(1, perMinute * resume) - state.tokens;
      return { ok: false, after: Math.max(1, Math.ceil(wanted / perMillisecond / 1000 - rounding)), first };
    },
  };
};
