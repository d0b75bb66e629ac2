/** All dialogs, as the engine takes them. */
import type { Catalog, SecretKind } from '../src/model/catalog.ts';
import type { Anywhere, Dialogs, Outcome, Step } from '../src/model/dialog.ts';
import type { Event } from '../src/model/message.ts';
import { sentence, withWarning } from './cards.ts';
import { findFix, start } from './find-fix.ts';
import { words } from './wording.ts';

const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { 'find-fix': findFix };

/** What is answered whatever the conversation is at; the first that knows an answer gives it. */
const anywhere: readonly Anywhere[] = [];

/** Secrets are masked before anything else sees the text, and whatever is answered begins with a warning. */
const guarded = <Answer extends Outcome | null>(
  event: Event,
  catalog: Catalog,
  answer: (masked: Event) => Answer,
): Answer => {
  const { masked, kinds } = maskedEvent(event, catalog);
  const outcome = answer(masked);
  const [first, ...others] = outcome?.replies ?? [];
  return first && kinds.length > 0 ? { ...outcome, replies: [withWarning(first, kinds), ...others] } : outcome;
};

const maskedEvent = (event: Event, catalog: Catalog): { masked: Event; kinds: readonly SecretKind[] } => {
  if (event.kind === 'said') {
    const { text, kinds } = catalog.mask(event.text);
    return { masked: kinds.length > 0 ? { ...event, text } : event, kinds };
  }
  if (event.kind !== 'filled') return { masked: event, kinds: [] };
  const fields = Object.entries(event.values).map(([id, value]) => [id, catalog.mask(value)] as const);
  const kinds = [...new Set(fields.flatMap(([, field]) => field.kinds))];
  return {
    masked: { ...event, values: Object.fromEntries(fields.map(([id, { text }]) => [id, text])) },
    kinds,
  };
};

export const dialogs: Dialogs = {
  start,
  step: ({ dialog, step }) => {
    const found = all[dialog]?.[step] as Step<object> | undefined;
    return (
      found && ((state, event, context) => guarded(event, context.catalog, (masked) => found(state, masked, context)))
    );
  },
  anywhere: (event, context, saved) =>
    guarded(event, context.catalog, (masked) => {
      for (const answers of anywhere) {
        const outcome = answers(masked, context, saved);
        if (outcome) return outcome;
      }
      return null;
    }),
  apology: (reference) => sentence(words.apology(reference)),
};
