/** Several problems that one message names: which is answered first, and how another one is gone over to. */
import type { Context, Outcome } from '../src/model/dialog.ts';
import { noProblem } from '../src/model/dialog.ts';
import { press } from './act.ts';
import { pressedBack } from './back.ts';
import { otherButton } from './buttons.ts';
import * as cards from './cards.ts';
import { type Kept, keptAfter, still } from './kept.ts';
import { asksNextMatter, type Matter, matterOf, turnedTo } from './matters.ts';
import { look, telling } from './narrowing.ts';
import { keptWithAnswer, type Now } from './now.ts';
import type { Part } from './several.ts';

/** What is told to be so now is what to begin with. */
const isLatest = /^(?:now|jetzt|maintenant|ahora)\b|^今/i;

/** Answers the first of several problems that can be, and accounts for each of the others. */
export const oneOf = (problems: readonly Part[], context: Context, now: Now): Outcome => {
  const lead =
    problems.find(({ text, found }) => isLatest.test(text) && found.verdict === 'answer') ??
    problems.find(({ found }) => found.verdict === 'answer') ??
    problems.find(({ found }) => found.verdict === 'clarify' && found.weight >= telling.candidates) ??
    problems.find(({ found }) => found.candidates.length > 0)!;
  const outcome = look(lead.found, context, {
    ...now,
    kept: keptAfter(lead.text, lead.found, still(now.kept)),
    confirm: undefined,
  });
  const matters = problems.flatMap(
    ({
      text,
      found: {
        candidates: [first],
      },
    }): readonly Matter[] => (first ? [matterOf(text, first.entry, context.catalog)] : []),
  );
  const next = outcome.next && { ...outcome.next, state: { ...outcome.next.state, matters } };
  return { ...outcome, ...(next ? { next } : {}), replies: [cards.severalCard(problems, lead), ...outcome.replies] };
};

/** Goes over to another of the problems that one message named, or asks to which; null where a text does not want to. */
export const turned = (text: string, atHand: string | undefined, context: Context, now: Now): Outcome | null => {
  if (asksNextMatter(text)) return toNext(text, atHand, context, now);
  const all = turnedTo(text, now.kept.matters ?? [], atHand).filter(({ entry }) => context.catalog.entry(entry));
  const [first, ...others] = all;
  if (!first) return null;
  if (others.length > 0)
    return {
      replies: [cards.whichCard(all.map(({ entry }) => otherButton(context.catalog.entry(entry)!)))],
      understood: noProblem,
    };
  if (first.entry === atHand) return press(`entry:${first.entry}`, context, now);
  return pressedBack(first.entry, keptWithAnswer(now), context) ?? press(`other:${first.entry}`, context, now);
};

/** Goes on to the next of the problems that one message named; null where a text does not ask for it, or none is left. */
export const toNext = (text: string, atHand: string | undefined, context: Context, now: Now): Outcome | null => {
  if (!asksNextMatter(text)) return null;
  const left = mattersLeft(now.kept, atHand).find(({ entry }) => context.catalog.entry(entry));
  return left ? press(`other:${left.entry}`, context, now) : null;
};

/** The problems of one message that were not looked at yet. */
const mattersLeft = ({ matters = [], past, left = [] }: Kept, atHand: string | undefined): readonly Matter[] => {
  const seen = [past, ...left].flatMap((one) => one?.looked ?? []).map(({ entry }) => entry);
  return matters.filter(({ entry }) => entry !== atHand && !seen.includes(entry));
};
