/** Labelled messages after an answer, and what they do: learnt, and measured. */
import { chancesIn, type TextModel } from '../src/knowledge/text-model.ts';
import { type Intent, intents } from '../src/model/catalog.ts';
import { followUps } from './follow-ups.ts';
import { inWords, readLines } from './read.ts';
import { type Lesson, teachTexts } from './text-model.ts';

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

/** A message with the chance of each intent. */
export type Judged = { readonly one: Labelled; readonly chances: Float64Array };

export const judgedBy = (model: TextModel, lines: readonly Labelled[]): readonly Judged[] =>
  lines.map((one) => ({ one, chances: chancesIn(model, one.text) }));

/** Each message as it is judged by what was learnt from the other authors. */
export const withoutOwnAuthor = (lines: readonly Labelled[]): readonly Judged[] =>
  [...Map.groupBy(lines, ({ author }) => author)].flatMap(([author, own]) =>
    judgedBy(teachIntents(lines.filter((one) => one.author !== author)), own),
  );

/** Which share of messages is heard from a chance on, rightly and as another intent. */
export const measureIntents = (group: readonly Judged[], from: number) => {
  const heardIn = ({ chances }: Judged): Intent => {
    const most = chances.indexOf(Math.max(...chances));
    return chances[most]! >= from ? intents[most]! : 'other';
  };
  const share = (fits: (heard: Intent, right: Intent) => boolean): number =>
    group.filter((each) => fits(heardIn(each), each.one.intent)).length / (group.length || 1);
  return {
    right: share((heard, right) => heard === right),
    wrong: share((heard, right) => heard !== right && heard !== 'other'),
  };
};
