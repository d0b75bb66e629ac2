/** Labelled messages after an answer, and what they do: learnt, and measured. */
import { intentOf } from '../src/knowledge/intents.ts';
import type { TextModel } from '../src/knowledge/text-model.ts';
import { type Intent, intents } from '../src/model/catalog.ts';
import { followUps } from './follow-ups.ts';
import { inWords, readLines } from './read.ts';
import { type Heard, type Lesson, teachTexts } from './text-model.ts';

export type Labelled = {
  readonly text: string;
  readonly intent: Intent;
  readonly language: string;
  readonly author?: string;
};

export const labelled = (...files: readonly string[]): readonly Labelled[] =>
  (files.length > 0 ? files : ['intents']).flatMap((file) => readLines(file) as Labelled[]);

/** A follow-up that tells of no deed and no outcome, and a first message, do nothing else; they are many, and count less. */
const others = (): readonly Labelled[] => {
  const follow = followUps().filter(({ kind }) => kind !== 'failed' && kind !== 'did');
  const first = (inWords.flatMap(readLines) as { text: string; fold?: string }[]).filter(
    ({ text, fold }, n) => fold !== 'held' && n % sampled === 0 && text.length <= longest,
  );
  return [...follow, ...first].map(({ text }) => ({ text, intent: 'other', language: '' }));
};
const sampled = 10;
const longest = 200;

const weightOfOthers = 0.2;

export const teachIntents = (lines: readonly Labelled[]): TextModel => {
  const lessonOf =
    (weight: number) =>
    ({ text, intent }: Labelled): Lesson => ({
      text,
      right: intents.indexOf(intent),
      weight,
    });
  return teachTexts([...lines.map(lessonOf(1)), ...others().map(lessonOf(weightOfOthers))], intents.length);
};

export const heardBy = (model: TextModel, lines: readonly Labelled[]): readonly Heard[] =>
  lines.map(({ text, language, intent: label }) => {
    const { intent: heard, chance } = intentOf(text, model);
    return { language, label, heard, chance };
  });
