/** Reads a text once in a turn, however many ask what it says. */

const all: Map<string, unknown>[] = [];

/** So many texts are kept at most, where no turn ends. */
const most = 500;

/** The same reading, done once for each text of a turn. */
export const once = <Read>(read: (text: string) => Read): ((text: string) => Read) => {
  const kept = new Map<string, Read>();
  all.push(kept);
  return (text) => {
    if (kept.has(text)) return kept.get(text)!;
    const now = read(text);
    if (kept.size >= most) kept.clear();
    kept.set(text, now);
    return now;
  };
};

/** Forgets what was read, so that nothing people write outlives their turn. */
export const forget = (): void => {
  for (const kept of all) if (kept.size > 0) kept.clear();
};
