/** Reads a text once in a turn, however many ask what it says. */

/** The readings that hold something since the last turn ended. */
const filled = new Set<Map<string, unknown>>();

/** So many texts are kept at most, where no turn ends. */
const most = 500;

/** The same reading, done once for each text of a turn. */
export const once = <Read>(read: (text: string) => Read): ((text: string) => Read) => {
  const kept = new Map<string, Read>();
  return (text) => {
    if (kept.has(text)) return kept.get(text)!;
    const now = read(text);
    if (kept.size >= most) kept.clear();
    kept.set(text, now);
    filled.add(kept);
    return now;
  };
};

/** Forgets what was read, so that nothing people write outlives their turn. */
export const forget = (): void => {
  for (const kept of filled) kept.clear();
  filled.clear();
};
