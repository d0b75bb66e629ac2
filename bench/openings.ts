/** Labelled first messages, and whether they are small talk: learnt, and measured. */
import { openingOf } from '../src/knowledge/openings.ts';
import type { TextModel } from '../src/knowledge/text-model.ts';
import { type Opening, openings } from '../src/model/catalog.ts';
import type { Labelled as Question } from './judge.ts';
import { inWords, readLines } from './read.ts';
import { type Heard, type Lesson, teachTexts } from './text-model.ts';

/** A first message by its kind, or by whether it is small talk at all. */
export type Opened = {
  readonly text: string;
  readonly kind?: Opening;
  readonly small?: boolean;
  readonly language: string;
  readonly author?: string;
};

export const openedWith = (...files: readonly string[]): readonly Opened[] =>
  (files.length > 0 ? files : ['openings']).flatMap((file) => readLines(file) as Opened[]);

/** Labelled first questions are matters, and count less; of most there are more than enough, not so of the vague ones, which tell as little as small talk does. */
const matters = (): readonly string[] =>
  (inWords.flatMap(readLines) as Question[])
    .filter(({ text, fold }) => fold !== 'held' && text.length <= longest)
    .filter(({ expect }, n) => expect.behaviour === 'clarify' || n % sampled === 0)
    .map(({ text }) => text);
const sampled = 4;
const longest = 200;
const weightOfMatters = 0.2;

export const teachOpenings = (lines: readonly Opened[]): TextModel =>
  teachTexts(
    [
      ...lines.map(({ text, kind = 'matter' }): Lesson => ({ text, right: openings.indexOf(kind), weight: 1 })),
      ...matters().map((text): Lesson => ({ text, right: openings.indexOf('matter'), weight: weightOfMatters })),
    ],
    openings.length,
  );

/** A matter counts as what is not heard, and where only that is known, any small talk as the same. */
export const heardBy = (model: TextModel, lines: readonly Opened[]): readonly Heard[] =>
  lines.map(({ text, language, kind, small = kind !== 'matter' }) => {
    const { opening, chance } = openingOf(text, model);
    const label = small ? (kind ?? 'small') : 'other';
    return { language, label, heard: kind === undefined ? 'small' : opening, chance };
  });
