/** What is said after an answer and is no command: a reaction to it, a question or a fact that goes with it, a fact that turns it, or another problem. */
import type { Catalog, Entry, Facet, Found, Known, Passage } from '../src/model/catalog.ts';
import { type Asked, askedIn } from './asked.ts';
import type { Confirm } from './fix.ts';
import { reactionOf } from './small-talk.ts';
import { valuesIn } from './values.ts';

/**
 * `done`: a method was gone through; `names`: the person's own names for its commands; `stuck`: it met trouble; `still`: nothing that says more of the problem; `asks`: a question about the answer;
 * `speaks`: the answer says something of it; `fits`: it goes with the answer; `turns`: together with what was told before, it speaks for another one;
 * `aside`: it may belong to the problem or be another one, which the person has to say, or is a question that the answer leaves open.
 */
export type Afterthought =
  | { readonly kind: 'done' | 'names' | 'stuck' | 'still' }
  | { readonly kind: 'asks'; readonly what: Asked }
  | { readonly kind: 'speaks'; readonly passage: Passage }
  | { readonly kind: 'fits' | 'turns'; readonly found: Found }
  | { readonly kind: 'aside'; readonly found: Found; readonly question: boolean };

/** What has more words than these is a problem told anew; about another system fewer are enough. */
const most = { words: 20, elsewhere: 12 } as const;

/** So many words make a sentence, which can tell of a problem; fewer must be so likely another entry's. */
const sentence = 5;
const likely = 0.85;

/** Words that go on with what was said before. */
const goesOn =
  /^(?:it|he|she|they|his|her|their|that|this|only|still|now|and|but|also|same|yes|no|ok|just|because|since|then|did|tried|got|es|er|sie|nur|noch|immer|aber|und|jetzt|auch|ja|nein|das|il|elle|ils|ça|cela|seulement|mais|et|encore|oui|non|maintenant|juste|él|ella|solo|sólo|pero|y|aún|todavía|ahora|sí|eso)(?=$|[\s,.'’])|^(?:まだ|でも|それ|はい)/i;

/** Words by which people tell of trouble. */
const trouble =
  /\b(?:can'?t|cannot|could ?n[o']?t|does ?n[o']?t|do ?n[o']?t|won'?t|unable|fail\w*|error|keeps?|ask(?:s|ed)|prompt\w*|stuck|locked|blocked|denied|refused|lost|problem|issue|kann nicht|geht nicht|können nicht|fehler|impossible|erreur|ne peut|no puede\w*|no funciona)\b|できない|できません|エラー/i;

/** "Did method 1, got an error" is about the answer, whatever else it names. */
const aboutMethod =
  /\b(?:methods?|methode|méthode|método|steps?|schritt|étape|paso) ?(?:\d|one|two|three)\b|(?:方法|手順) ?\d/i;

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
  const what = askedIn(text);
  if (what) return { kind: 'asks', what };
  if (namesOnly(text)) return { kind: 'names' };
  if (alone.verdict === 'nothing') return still;
  if (isProblem(text, alone, entry)) return null;
  if (aboutMethod.test(text) && trouble.test(text)) return { kind: 'stuck' };
  const joined = known && gained(alone.known) > 1 ? weighed(alone, entry, catalog.find(text, known), known) : null;
  if (joined?.kind === 'turns') return joined;
  const passage = catalog.passage(entry, text);
  if (passage) return { kind: 'speaks', passage };
  const question = asking.test(text);
  return joined && !question ? joined : { kind: 'aside', found: alone, question };
};

const asking =
  /[?？]\s*$|か。?$|^(?:and |so |but |ok )?(?:do|does|is|are|can|could|should|would|will|what|which|when|where|why|how|who|whose|wie|wo|wann|warum|wer|welche[rsn]?|muss|soll|kann|darf|comment|quand|où|pourquoi|quel(?:le)?s?|qui|est-ce|dois-je|puis-je|cómo|cuándo|dónde|qué|quién|cuál|debo|puedo)\b/i;

/** "My domain is fabrikam.com" and its likes tell a name and no more. */
const namesOnly = (text: string): boolean =>
  Object.keys(valuesIn(text)).length > 0 && text.trim().split(/\s+/).length <= few && !trouble.test(text);

const few = 10;

/** What a fact makes of the answer together with what was told before, or null. */
const weighed = (alone: Found, entry: Entry, found: Found, known: Known): Afterthought | null => {
  const [lead] = found.candidates;
  if (found.verdict === 'foreign' || gained(found.known) <= gained(known) || !lead) return null;
  if (lead.entry !== entry && found.verdict === 'answer') return { kind: 'turns', found };
  if (lead.entry.topic !== entry.topic) return null;
  const told = Object.entries(alone.known.told) as readonly (readonly [Facet, string])[];
  const expected = told.filter(([facet, value]) => entry.facets[facet]?.includes(value));
  const fits = told.length > 0 ? expected.length === told.length : alone.candidates[0]?.entry.topic === entry.topic;
  return fits ? { kind: 'fits', found } : null;
};

/** Whether a text is more than a fact: it names a code, holds a secret, is long, or tells of trouble with another system or of another entry's. */
const isProblem = (text: string, alone: Found, entry: Entry): boolean => {
  const { verdict, extracted, secrets, candidates } = alone;
  if (extracted.codes.length > 0 || secrets.length > 0 || verdict === 'confirm') return true;
  const words = text.trim().split(/\s+/).length;
  const told = words >= sentence && !goesOn.test(text.trim());
  if (verdict === 'foreign') return told || words > most.elsewhere || trouble.test(text);
  if (words > most.words) return true;
  if (aboutMethod.test(text) || candidates.some((one) => one.entry === entry)) return false;
  const [first] = candidates;
  if (verdict === 'answer') return told || first!.confidence >= likely;
  return told && verdict === 'clarify' && trouble.test(text);
};
