/** What an entry says of the roles that are needed, of undoing a change, of when it takes effect, and in commands. */
import type { Entry, Passage, Telling } from '../model/catalog.ts';
import { plain } from '../model/reply.ts';
import { distinct, passageOf, type Sentence, sentencesOf } from './sentences.ts';

/** The catalog is English. A role that a step assigns in an app is none that whoever does it needs. */
const patterns: Readonly<Record<Exclude<Telling, 'command'>, RegExp>> = {
  role: /\b[A-Z]\w+ Administrator\b|\brole [A-Z]|\b(?:[Ll]ocal|[Dd]omain|[Ee]nterprise) [Aa]dmin\w*|\bas (?:an? )?administrator\b|\bdelegated right\b|\bmember of its group\b|\bowner of the (?:app|group)\b|\bYour role\b|\bpermissions? (?:to|on|for)\b/,
  undo: /\bundo(?:es|ne)?\b|\brevert|\broll(?:ed|s|ing)?[ -]?back\b|\bback(?:ed)? (?:it |them |the \w+ )?up\b|\brestor(?:ed?|es)\b|\bset (?:it|them) back\b|\bcannot be (?:undone|restored|recovered|reversed)\b|\b(?:export|note|copy|keep|save) (?:down )?(?:the|its) (?:present|old|current|previous|former)\b|\bfor good\b|\birreversible\b/i,
  effect:
    /\btakes? effect\b|\bwait (?:some|a few|about|up to|half|\d)|\b(?:may|can) (?:follow|take|need) .{0,24}\b(?:minutes?|hours?|days?|weeks?)\b|\btakes (?:up to|some|a few|about|time)\b|\bup to (?:an?|some|\w+) (?:minutes?|hours?|days?)\b|\bby itself every\b|\btime to spread\b|\bmostly within (?:minutes|hours)\b/i,
};

export const speaksOf = ({ text, code }: Sentence, telling: Telling): boolean =>
  telling === 'command' ? code !== '' : patterns[telling].test(plain(text));

export const passagesOn = (entry: Entry, telling: Telling): readonly Passage[] =>
  distinct(
    sentencesOf(entry)
      .filter((one) => (one.kind === 'text' || one.kind === 'danger') && speaksOf(one, telling))
      .map(passageOf),
  );
