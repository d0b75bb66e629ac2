/** Reads a text after an answer as a whole and clause by clause, so that what stands beside a fact or a question does not drown it. */
import type { FollowUp, Spoken } from '../model/catalog.ts';

/** What ends a clause. */
const ends = /(?<=[.!?;…])\s+|(?<=[。！？])|\s[-–—]+\s|[,;:]\s+|[、\n]/u;

/** What only leads in. */
const lead =
  /^(?:(?:ok(?:ay)?(?: so)?|and|but|also|hm+|ah|oh|yes|yeah|yep|aber|und|ja|alors|mais|oui|bueno|pero)[\s,]+|(?:so|well|et|bon|vale|y),\s*)+(?=\S)/i;

/** What leans on the clause before it says little by itself: "I compared the clocks, they are right", "stimmt, hab ich verglichen". */
const leans =
  /^(?:(?:and|but|und|aber|et|mais|y|pero)\s+)?(?:it|they|that|these|those|he|she|es|sie|er|das|die|beide|ils?|elles?|ça|cela|lo|los|ellos|both|neither|none|is|are|was|were|did|does|has|have|i|ist|sind|war|hat|hab|habe|haben|ich|est|j'ai|je|sont|era|es|son|lo he|he|それ|どちらも)(?![\p{L}\p{N}])/iu;

const joined = (pieces: readonly string[]): readonly string[] => {
  const all: string[] = [];
  for (const piece of pieces)
    if (all.length > 0 && leans.test(piece)) all[all.length - 1] += ` ${piece}`;
    else all.push(piece);
  return all;
};

const clausesOf = (text: string): readonly string[] =>
  joined(text.split(ends))
    .map((clause) =>
      clause
        .replace(/[\s,;.]+$/, '')
        .trim()
        .replace(lead, ''),
    )
    .filter((clause) => clause !== '');

/** Texts of more clauses tell a story, which is read as a whole. */
const most = 8;

/** A clause to which nothing of the entry comes as near says nothing of it, and is left out. */
const near = 0.4;

/** What so many words say by themselves with such a chance counts so, where the whole text allows it. */
const alone = { words: 3, letters: 8, chance: 0.75, allowed: 0.2 } as const;

type Reading = { readonly clause: string; readonly followUp: FollowUp };

const asks = ({ clause, followUp: { yesNo, formal } }: Reading): boolean => yesNo || formal || /[?？]$/.test(clause);

const nearest = ({ spoken, faq, findings }: FollowUp): number =>
  Math.max(...[spoken, faq, findings].map(([first]) => first?.chance ?? 0));

const says = (clause: string): boolean =>
  clause.split(/\s+/).length >= alone.words || (/[\u3040-\u9fff]/.test(clause) && clause.length >= alone.letters);

const isSure = ([first]: readonly Spoken[]): boolean => first !== undefined && first.chance >= sure && !first.opposes;
const sure = 0.7;

const isSame = (one: Spoken, other: Spoken): boolean =>
  one.part === other.part && one.method === other.method && one.said === other.said;

/** Whether the whole text tells a failure beside what would be a success. */
const failsBeside = ({ opposes, works }: Spoken): boolean => opposes === true && works === true;

/** Those of the whole, with the one that a clause surely says at the clause's chance; the others share what is left. */
const raised = (whole: readonly Spoken[], clauses: readonly (readonly Spoken[])[]): readonly Spoken[] => {
  const surely = clauses.flatMap(([first]) => (first && first.chance >= alone.chance && !first.opposes ? [first] : []));
  const pairs = surely.flatMap((by) => {
    const one = whole.find((other) => isSame(other, by));
    return one && !failsBeside(one) && one.chance >= alone.allowed && one.chance < by.chance ? [{ one, by }] : [];
  });
  const [best] = pairs.toSorted((a, b) => b.by.chance - a.by.chance);
  if (!best) return whole;
  const left = (1 - best.by.chance) / (1 - best.one.chance);
  return whole
    .map((one) => (one === best.one ? best.by : { ...one, chance: one.chance * left }))
    .toSorted((one, other) => other.chance - one.chance);
};

/** Those of the whole, each with the greater of its two chances; what the whole text rules out is told by no part of it. */
const likelier = (some: readonly Spoken[], whole: readonly Spoken[]): readonly Spoken[] =>
  whole
    .map((one) => {
      const other = some.find((by) => isSame(one, by));
      return other && !failsBeside(one) && other.chance > one.chance ? other : one;
    })
    .toSorted((one, other) => other.chance - one.chance);

/** What follows an answer by what `read` makes of a text: without the clauses that say nothing of the entry, and with what one of them surely says by itself. */
export const overClauses = (text: string, read: (text: string) => FollowUp): FollowUp => {
  const clauses = clausesOf(text);
  if (clauses.length === 0 || clauses.length > most) return read(text);
  if (clauses.length === 1) return read(text.replace(lead, ''));
  const whole = read(text);
  const readings = clauses.map((clause): Reading => ({ clause, followUp: read(clause) }));
  const kept = readings.filter(({ followUp }) => nearest(followUp) >= near);
  const rest = restOf(kept, readings, whole, read);
  const saying = kept.filter(({ clause }) => says(clause));
  const told = (of: 'faq' | 'findings'): readonly Spoken[] =>
    isSure(whole[of])
      ? whole[of]
      : raised(
          likelier(rest[of], whole[of]),
          saying.map(({ followUp }) => followUp[of]),
        );
  const isAsked = readings.some(asks) && !kept.some(asks);
  const [first] = rest.spoken;
  const isMeant = !isAsked && first && whole.spoken.some((one) => isSame(one, first) && one.chance >= meant);
  const asked = saying.filter(asks).map(({ followUp }) => followUp.spoken);
  return {
    ...(isMeant ? rest : whole),
    rights: whole.rights.length > 0 ? whole.rights : rest.rights,
    spoken: raised(isMeant ? rest.spoken : whole.spoken, asked),
    faq: told('faq'),
    findings: told('findings'),
  };
};

/** A part that the rest speaks of is meant where the whole text allows it so far. */
const meant = alone.allowed;

/** The text without the clauses that say nothing of the entry, read anew. */
const restOf = (
  kept: readonly Reading[],
  all: readonly Reading[],
  whole: FollowUp,
  read: (text: string) => FollowUp,
): FollowUp => {
  if (kept.length === 0 || kept.length === all.length) return whole;
  return kept.length === 1 ? kept[0]!.followUp : read(kept.map(({ clause }) => clause).join(', '));
};
