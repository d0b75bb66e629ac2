/** What is said after an answer and is no command: a reaction to it, a fact that goes with it, a fact that turns it, or another problem. */
import type { Catalog, Entry, Found, Known } from '../src/model/catalog.ts';
import type { Confirm } from './fix.ts';
import { reactionOf } from './small-talk.ts';

/**
 * `done`: a method was gone through; `still`: nothing that says more of the problem; `fits`: it goes with the answer;
 * `turns`: together with what was told before, it speaks for another one.
 */
export type Afterthought =
  | { readonly kind: 'done' }
  | { readonly kind: 'still' }
  | { readonly kind: 'fits' | 'turns'; readonly found: Found };

/** A fact has no more characters and words than these, and is not so likely a problem of another entry. */
const most = { characters: 80, words: 8, likely: 0.85 } as const;

/** From this chance on another topic is asked about. */
const turned = 0.5;

/** Words by which people tell of trouble; a fact about a known problem has none of them. */
const trouble =
  /\b(?:can'?t|cannot|could ?n[o']?t|does ?n[o']?t|do ?n[o']?t|won'?t|unable|fail\w*|error|keeps?|ask(?:s|ed)|prompt\w*|stuck|locked|blocked|denied|refused|lost|problem|issue|kann nicht|geht nicht|können nicht|fehler|impossible|erreur|ne peut|no puede\w*|no funciona)\b|できない|できません|エラー/i;

const still = { kind: 'still' } as const;

/** How much is known. */
export const gained = (known: Known): number => known.words.length + Object.keys(known.told).length;

/** What a text is after the answer `entry`; `alone` is what it says by itself. Null where it is a problem of its own. */
export const afterthought = (
  text: string,
  alone: Found,
  entry: Entry,
  { known }: Confirm,
  catalog: Catalog,
): Afterthought | null => {
  const reaction = reactionOf(text);
  if (reaction) return reaction === 'done' ? { kind: 'done' } : still;
  if (alone.verdict === 'nothing') return still;
  if (isProblem(text, alone, entry, known)) return null;
  if (!known || gained(alone.known) <= 1) return still;
  const found = catalog.find(text, known);
  if (found.verdict === 'foreign') return { kind: 'turns', found };
  const [lead] = found.candidates;
  if (gained(found.known) <= gained(known) || !lead) return still;
  if (lead.entry.topic !== entry.topic)
    return found.verdict === 'answer' || lead.confidence >= turned ? { kind: 'turns', found } : still;
  if (lead.entry !== entry && found.verdict === 'answer') return { kind: 'turns', found };
  const fits = Object.keys(alone.known.told).length > 0 || alone.candidates[0]?.entry.topic === entry.topic;
  return fits ? { kind: 'fits', found } : still;
};

/** Whether a text is more than a fact: it names a code or another system, is long, surely another entry's, or tells of trouble or of another symptom. */
const isProblem = (text: string, alone: Found, entry: Entry, before: Known | undefined): boolean => {
  const { verdict, known, extracted, secrets } = alone;
  const [first] = alone.candidates;
  if (extracted.codes.length > 0 || secrets.length > 0 || verdict === 'foreign' || verdict === 'confirm') return true;
  if (text.length > most.characters || text.trim().split(/\s+/).length > most.words) return true;
  if (first?.entry === entry) return false;
  if (verdict === 'answer' && first!.confidence >= most.likely) return true;
  return trouble.test(text) || (known.told.prompt !== undefined && known.told.prompt !== before?.told.prompt);
};
