/** All dialogs, as the engine takes them. */
import type { Anywhere, Dialogs, Step } from '../src/model/dialog.ts';
import { sentence } from './cards.ts';
import { settingUp } from './desk.ts';
import { escalate } from './escalate.ts';
import { findFix, start } from './find-fix.ts';
import { type Interrupting, passing } from './passed.ts';
import { aboutTickets, ticket } from './ticket.ts';
import { words } from './wording.ts';

const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { 'find-fix': findFix };

/** Forms: what is not about them goes to the conversation that they interrupted. */
const interrupting: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { escalate, ticket };

const step: Dialogs['step'] = ({ dialog, step: name }) => {
  const form = interrupting[dialog]?.[name] as Step<Interrupting> | undefined;
  return form ? (passing(form, step) as Step<object>) : (all[dialog]?.[name] as Step<object> | undefined);
};

/** What is answered whatever the conversation is at; the first that knows an answer gives it. */
const anywhere: readonly Anywhere[] = [settingUp, aboutTickets];

export const dialogs: Dialogs = {
  start,
  step,
  anywhere(event, context, saved) {
    for (const answers of anywhere) {
      const outcome = answers(event, context, saved);
      if (outcome) return outcome;
    }
    return null;
  },
  apology: (reference) => sentence(words.apology(reference)),
};
