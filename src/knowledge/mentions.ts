/** Reads how people speak of the sentences of an entry. */
import type { Entry, Mention } from '../model/catalog.ts';
import type { Fault } from './markdown.ts';
import { holds, sentencesOf } from './sentences.ts';

const parts = {
  Meaning: 'meaning',
  Cause: 'cause',
  Check: 'check',
  'If you are the user': 'user',
  'Good to know': 'more',
} as const;

const placeOf = (heading: string): Pick<Mention, 'part' | 'method'> | undefined => {
  const method = /^Method (\d+)$/.exec(heading)?.[1];
  if (method) return { part: 'method', method: Number(method) };
  const part = Object.hasOwn(parts, heading) ? parts[heading as keyof typeof parts] : undefined;
  return part && { part };
};

type Placed = Mention & { readonly line: number };

/** One mention a line, below the heading of its part: `- "a piece of the sentence": in these words · or in these`. */
export const readMentions = (
  text: string,
): { readonly mentions: readonly Placed[]; readonly faults: readonly Fault[] } => {
  const mentions: Placed[] = [];
  const faults: Fault[] = [];
  let place: ReturnType<typeof placeOf>;
  for (const [n, row] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
    const heading = /^## (.+)$/.exec(row)?.[1];
    const [, of, says] = /^- "(.+?)": (.+)$/.exec(row) ?? [];
    if (heading) place = placeOf(heading);
    if (place && of && says) mentions.push({ ...place, of, says, line: n + 1 });
    else if (row.trim() !== '' && !(heading && place))
      faults.push({
        line: n + 1,
        problem: `"${row}" is not understood.`,
        cure: 'Write "## Method 1", "## Check" or the like, and below it - "a piece of the sentence": in these words · or in these.',
      });
  }
  return { mentions, faults };
};

/** What is wrong with the mentions of an entry. */
export const mentionFaults = (text: string, entry: Entry): readonly Fault[] => {
  const sentences = sentencesOf(entry).map(holds);
  const { mentions, faults } = readMentions(text);
  const stray = mentions
    .filter((one) => !sentences.some((isHeld) => isHeld(one)))
    .map(({ line, of }) => ({
      line,
      problem: `"${of}" stands in no sentence of that part of the entry.`,
      cure: 'Write a piece of one of its sentences, or take the line out.',
    }));
  return [...faults, ...stray].toSorted((one, two) => one.line - two.line);
};
