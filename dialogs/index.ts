/** All dialogs, as the engine takes them. */
import type { Anywhere, Dialogs, Step } from '../src/model/dialog.ts';
import { sentence } from './cards.ts';
import { findFix, start } from './find-fix.ts';
import { notices, withKnownIssue } from './notices.ts';
import { words } from './wording.ts';

const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { 'find-fix': findFix };

/** What is answered whatever the conversation is at; the first that knows an answer gives it. */
const anywhere: readonly Anywhere[] = [notices];

export const dialogs: Dialogs = {
  start,
  step(saved) {
    const step = all[saved.dialog]?.[saved.step] as Step<object> | undefined;
    return step && ((state, event, context) => withKnownIssue(step(state, event, context), event, context, saved));
  },
  anywhere(event, context, saved) {
    for (const answers of anywhere) {
      const outcome = answers(event, context, saved);
      if (outcome) return outcome;
    }
    return null;
  },
  apology: (reference) => sentence(words.apology(reference)),
};
