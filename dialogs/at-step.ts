/** What is said of one step that a text names by its number: "at step 3 the list is empty". */
import type { Entry } from '../src/model/catalog.ts';
import { type Context, noProblem, type Outcome } from '../src/model/dialog.ts';
import { asksOnly } from './asked.ts';
import { checkStepCard, sentence } from './cards.ts';
import { type Confirm, confirm, fix, viewOf } from './fix.ts';
import { actIn } from './intent.ts';
import { keptOf } from './kept.ts';
import { stepsOf } from './methods.ts';
import type { Now } from './now.ts';
import { newMatter, turnedIn, turnsAway } from './new-matter.ts';
import { methodsIn, stepNamedIn } from './numbers.ts';
import { stepWord } from './commands.ts';
import { countOf } from './phrases.ts';
import { isDeed } from './report.ts';
import { asksBeside, findingIn } from './spoken.ts';
import { follow, words } from './words/index.ts';

/** Longer texts tell more than of a step. */
const most = 16;

/** Marks the step as failed or done where that is said of it, and shows it otherwise; null where the text names no one step, or tells of what was done behind it. */
export const atStep = (text: string, state: Confirm, context: Context, now: Now): Outcome | null => {
  const entry = context.catalog.entry(state.entry);
  const named = stepNamedIn(text);
  if (!entry || !named || named.rest === '' || countOf(text) > most) return null;
  if (newMatter(text) !== null || turnedIn(text) || turnsAway(text)) return null;
  const told = context.catalog.followUp(entry, named.rest, state.method);
  if (asksBeside(told) || findingIn(told)) return null;
  const { step, rest } = named;
  const word = stepWord(rest.replace(copula, ''));
  if (context.catalog.find(text).extracted.codes.length > 0 || (!word && isDeed(rest, context.catalog))) return null;
  const asked = asksOnly(rest, context.catalog);
  if (asked && asked !== 'command') return null;
  const act = word ?? actIn(rest, context.catalog);
  if (act && !ofStep.has(act)) return null;
  const [method = state.method] = methodsIn(text);
  if (state.reading && methodsIn(text).length === 0) return inCheck(step, act === 'failed', entry, state, context);
  const meant = entry.methods[method - 1];
  if (!meant || step > stepsOf(meant).length) return null;
  const about = { entry, kept: now.kept, confirm: state, saved: now.saved, done: now.saved };
  const pressed = act === 'failed' || act === 'done' || act === 'skip' ? act : 'step';
  const outcome = fix(pressed, `${method}.${step}`, about, context);
  return outcome && pressed === 'step'
    ? { ...outcome, replies: [sentence(follow().thisStep(words().walk.button.failed)), ...outcome.replies] }
    : outcome;
};

const copula = /^(?:is|was|ist|war|est|esta) (?:already |now |schon |deja |ya )?/;

const ofStep: ReadonlySet<string> = new Set(['failed', 'done', 'skip', 'how', 'asked']);

/** The step of the check that was shown last; null where it has none of that number. */
const inCheck = (step: number, isFailed: boolean, entry: Entry, state: Confirm, context: Context): Outcome | null =>
  step > stepsOf({ body: entry.check }).length
    ? null
    : {
        next: confirm(state),
        replies: [
          ...(isFailed ? [sentence(words().walk.whatNext)] : []),
          checkStepCard(entry, step, state.method, viewOf(entry, keptOf(state), context)),
        ],
        understood: noProblem,
      };
