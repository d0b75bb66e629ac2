/** All dialogs, as the engine takes them. */
import type { Dialogs, Outcome, Step } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import { sentence, withWarning } from './cards.ts';
import { findFix, start } from './find-fix.ts';
import { words } from './wording.ts';

const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { 'find-fix': findFix };

/** Secrets are masked before a step sees the text, and whatever it answers begins with a warning. */
const guarded =
  (step: Step<object>): Step<object> =>
  (state, event, context): Outcome => {
    if (event.kind !== 'said') return step(state, event, context);
    const { text, kinds } = context.catalog.mask(event.text);
    if (kinds.length === 0) return step(state, event, context);
    const masked: Event = { ...event, text };
    const outcome = step(state, masked, context);
    const [first, ...others] = outcome.replies;
    return first ? { ...outcome, replies: [withWarning(first, kinds), ...others] } : outcome;
  };

export const dialogs: Dialogs = {
  start,
  step: ({ dialog, step }) => {
    const found = all[dialog]?.[step] as Step<object> | undefined;
    return found && guarded(found);
  },
  apology: (reference) => sentence(words.apology(reference)),
};
