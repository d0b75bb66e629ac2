/** All dialogs, as the engine takes them. */
import type { Anywhere, Dialogs, Step } from '../src/model/dialog.ts';
import { sentence } from './cards.ts';
import { findFix, start } from './find-fix.ts';
import { pictures } from './pictures.ts';
import { words } from './wording.ts';

const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { 'find-fix': findFix };

/** What is answered whatever the conversation is at; the first that knows an answer gives it. */
const anywhere: readonly Anywhere[] = [
  pictures((event, context, saved) => {
    const answered = dialogs.anywhere(event, context, saved) ?? dialogs.step(saved)?.(saved.state, event, context);
    return answered ?? { replies: [] };
  }),
];

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
