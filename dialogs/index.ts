/** All dialogs, as the engine takes them. */
import type { Dialogs, Step } from '../src/model/dialog.ts';
import { sentence } from './cards.ts';
import { findFix, start } from './find-fix.ts';
import { words } from './wording.ts';

const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { 'find-fix': findFix };

export const dialogs: Dialogs = {
  start,
  step: ({ dialog, step }) => all[dialog]?.[step] as Step<object> | undefined,
  apology: (reference) => sentence(words.apology(reference)),
};
