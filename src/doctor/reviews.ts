/** How long ago entries were reviewed. */
import type { Entry } from '../model/catalog.ts';

/** `old` counts those before `before`, in milliseconds since 1970; `oldest` is a day. */
export const statsIn = (
  entries: readonly Entry[],
  before: number,
): { readonly old: number; readonly oldest: string } => {
  const days = entries.map(({ reviewed }) => reviewed).toSorted();
  return { old: days.filter((day) => Date.parse(day) < before).length, oldest: days[0] ?? 'never' };
};
