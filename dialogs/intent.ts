/** What a message after an answer does, where none of the phrases that are known word for word says so. */
import type { Catalog, Intent } from '../src/model/catalog.ts';
import { longest } from './phrases.ts';
import { isQuestion } from './question.ts';

export type Act = Exclude<Intent, 'other'>;

/** From such a chance on an intent is acted upon; what ends the matter or counts as a failure needs more. */
const from: Readonly<Record<Act, number>> = {
  helped: 0.8,
  partly: 0.75,
  failed: 0.75,
  done: 0.75,
  next: 0.75,
  how: 0.75,
  desk: 0.8,
  leave: 0.85,
  thanks: 0.8,
  wrong: 0.8,
};

/** From this chance on a success is likely enough to ask for it. */
const asked = 0.5;

/** Nobody asks whether it helped. */
const outcomes: ReadonlySet<Intent> = new Set<Intent>(['helped', 'partly', 'failed', 'done']);

/** What a message does, or `asked` where it may say that it helped; null where it tells of something, such as a code. */
export const actIn = (text: string, catalog: Pick<Catalog, 'intent'>): Act | 'asked' | null => {
  if (text.length > longest || /\d{4}/.test(text)) return null;
  const { intent, chance } = catalog.intent(text);
  if (intent === 'other' || (outcomes.has(intent) && isQuestion(text))) return null;
  if (chance >= from[intent]) return intent;
  return intent === 'helped' && chance >= asked ? 'asked' : null;
};
