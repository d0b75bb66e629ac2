/** All dialogs, as the engine takes them. */
import type { Anywhere, Dialogs, Step } from '../src/model/dialog.ts';
import type { Reply } from '../src/model/reply.ts';
import { sentence } from './cards.ts';
import { findFix, start } from './find-fix.ts';
import { words } from './wording.ts';

const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { 'find-fix': findFix };

/** What is answered whatever the conversation is at; the first that knows an answer gives it. */
const anywhere: readonly Anywhere[] = [];

export const dialogs: Dialogs = {
  start,
  step: ({ dialog, step }) => all[dialog]?.[step] as Step<object> | undefined,
  anywhere(event, context, saved) {
    for (const answers of anywhere) {
      const outcome = answers(event, context, saved);
      if (outcome) return outcome;
    }
    return null;
  },
  apology: (reference) => sentence(words.apology(reference)),
};

/** What somebody is told who writes too much, with the seconds after which they are heard again. */
export const tooFast = (seconds: number): Reply => sentence(words.tooFast(seconds));
