/** What people say, wherever the conversation stands: small talk, commands, and words that open a problem. */
import type { Found } from '../src/model/catalog.ts';
import { type Context, noProblem, type Outcome, type Saved } from '../src/model/dialog.ts';
import type { Reply } from '../src/model/reply.ts';
import { handOver, press } from './act.ts';
import { added } from './after.ts';
import { entryButton } from './buttons.ts';
import * as cards from './cards.ts';
import { foundBeside } from './codes.ts';
import { command } from './commands.ts';
import { shown, viewOf } from './fix.ts';
import { explained } from './glossary.ts';
import { type Audience, type Kept, keptAfter } from './kept.ts';
import { toldBeside } from './natural.ts';
import { look } from './narrowing.ts';
import { leavesFirst, newMatter, turnsAway } from './new-matter.ts';
import { keeping, leftWith, type Now, opened, stayed, talked } from './now.ts';
import { replyWith } from './reply.ts';
import { problemsIn } from './several.ts';
import { asksWhether, type SmallTalk, smallTalk, soundsLike } from './small-talk.ts';
import { oneOf } from './together.ts';
import { words } from './words/index.ts';

export const said = (text: string, context: Context, now: Now): Outcome =>
  talk(text, context, now) ?? problem(text, context, now);

/** Answers what is about no problem and leaves the conversation where it stands, or says where a new one begins; null for all else. */
export const talk = (text: string, context: Context, now: Now): Outcome | null => {
  if (turnsAway(text)) {
    if (now.confirm?.aside) return press('matter', context, now, now.confirm.entry);
    return leftWith(words().neverMind, now);
  }
  const matter = newMatter(text);
  if (matter !== null && leavesFirst(text) && command(matter)?.kind !== 'helpdesk' && !tells(matter, context))
    return leftWith(words().neverMind, now);
  if (matter !== null) return said(matter, context, command(matter)?.kind === 'helpdesk' ? now : opened(now));
  const { saved } = now;
  const term = context.catalog.explain(text);
  if (term) return explained(term, { saved, confirm: now.confirm, asks: now.narrow !== undefined }, context);
  const typed = command(text);
  if (typed?.kind === 'helpdesk') return handOver(undefined, { kind: 'said', text }, context, now);
  if (typed?.kind === 'as') return seenAs(typed.audience, context, now);
  const small = smallTalk(text);
  if (small === 'neverMind' && now.confirm && asksWhether(text)) return null;
  if (small === 'neverMind') return leftWith(words().neverMind, now);
  if (small) return talked(repliesTo[small](now), saved);
  if (typed && typed.kind !== 'yes' && typed.kind !== 'unsure') return stayed(words().nothingOpen, saved);
  return null;
};

const repliesTo: Readonly<Record<Exclude<SmallTalk, 'neverMind'>, (now: Now) => Reply>> = {
  hello: cards.helloCard,
  call: ({ confirm, narrow }) => (confirm || narrow ? cards.helpCard() : cards.callCard()),
  help: cards.helpCard,
  thanks: ({ confirm }) =>
    cards.sentence(confirm && !confirm.handed && !confirm.solved ? words().thanksOpen : words().thanks),
  exposed: () => cards.sentence(words().exposed),
  fedUp: cards.fedUpCard,
};

/** Looks for the problem that a text tells of, or takes it for what belongs to the answer at hand. */
export const problem = (text: string, context: Context, now: Now): Outcome => {
  const { kept } = now;
  const problems = problemsIn(text, context.catalog);
  if (problems.length > 1) return oneOf(problems, context, now);
  const beside = now.confirm ?? now.narrow;
  const found = beside ? foundBeside(text, context.catalog) : withBeside(text, context.catalog.find(text), context);
  const small = beside ? null : soundsLike(text, found, context.catalog);
  if (small) return talked(repliesTo[small](now), now.saved);
  const then = keeping(keptAfter(text, found, kept), now);
  const thought = then.confirm && added(text, found, then.confirm, context, then);
  if (thought) return withRather(text, thought, found, context, now);
  return look(found, context, now.confirm ? keeping(keptAfter(text, found, ofAnother(kept)), now) : then, text);
};

/** What is answered from the answer at hand, with the way to another one that the text finds as well, where it hardly goes with the one at hand by its words. */
const withRather = (
  text: string,
  outcome: Outcome,
  found: Found,
  { catalog }: Context,
  { confirm: was }: Now,
): Outcome => {
  const { next, replies } = outcome;
  const other = found.verdict === 'answer' ? found.candidates[0]!.entry : undefined;
  const entry = was && catalog.entry(was.entry);
  const last = replies.at(-1);
  const isAtHand = next?.step === 'confirm' && (next.state as { entry?: string }).entry === entry?.id;
  if (!other || !entry || !last || !isAtHand || other === entry) return outcome;
  const button = entryButton(other, words().button.alternative(other.title));
  const actions = last.actions ?? [];
  const isThere = actions.some(({ label }) => label === button.label);
  if (isThere || catalog.staying(catalog.following(entry, text, found)) >= hardly) return outcome;
  return {
    ...outcome,
    next: { ...next, state: { ...next.state, rather: other.id } },
    replies: [...replies.slice(0, -1), replyWith(last, { actions: [...actions, button] })],
  };
};

/** Below this chance a text begins another matter by its words. */
const hardly = 0.25;

/** A finding that leads to a question, with what nobody needs to be asked for. */
const withBeside = (text: string, found: Found, { catalog }: Context): Found => {
  if (found.verdict !== 'clarify') return found;
  const { known } = found;
  return { ...found, known: { ...known, told: { ...toldBeside(text, catalog), ...known.told } } };
};

/** What is kept where a text is another problem than the answer at hand, with whose facts its own are not mixed. */
const ofAnother = (kept: Kept): Kept => {
  const { told: _, ...past } = kept.past ?? {};
  return { ...kept, past };
};

/** Whether a text is about a problem, also behind words of leaving, with which people say why. */
const tells = (text: string, { catalog }: Context): boolean =>
  ['answer', 'confirm', 'foreign'].includes(catalog.find(text).verdict);

/** Shows the answer at hand, if there is one, as this audience sees it. */
const seenAs = (as: Audience, context: Context, now: Now): Outcome => {
  const kept = { ...now.kept, as };
  const saved: Saved = { ...now.saved, state: { ...now.saved.state, as } };
  const entry = now.confirm && context.catalog.entry(now.confirm.entry);
  const replies = [cards.sentence(words().audience[as])];
  if (!entry) return { next: saved, replies, understood: noProblem };
  return {
    next: saved,
    replies: [...replies, cards.answerCard(entry, viewOf(entry, kept, context))],
    understood: shown(entry),
  };
};
