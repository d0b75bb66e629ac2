/** Labelled questions after an answer, and what they ask for: learnt, and measured. */
import { asksOf, labelOf } from '../src/knowledge/asks.ts';
import type { TextModel } from '../src/knowledge/text-model.ts';
import { type Asks, asks } from '../src/model/catalog.ts';
import { followUps } from './follow-ups.ts';
import { labelled as intended } from './intents.ts';
import { readLines } from './read.ts';
import { type Heard, type Lesson, teachTexts } from './text-model.ts';

export type Question = {
  readonly text: string;
  readonly asks: Asks;
  readonly bare: boolean;
  readonly language: string;
  readonly author?: string;
};

export const asked = (...files: readonly string[]): readonly Question[] =>
  (files.length > 0 ? files : ['asks']).flatMap((file) => readLines(file) as Question[]);

/** What tells of something asks for nothing; such messages are many, and count less. */
const others = (): readonly string[] => [
  ...followUps()
    .filter(({ kind }) => kind !== 'question')
    .map(({ text }) => text),
  ...intended()
    .filter(({ intent }) => !['how', 'next', 'desk', 'other'].includes(intent))
    .map(({ text }) => text),
];
const weightOfOthers = 0.05;

export const teachAsks = (lines: readonly Question[]): TextModel =>
  teachTexts(
    [
      ...lines.map(({ text, asks: kind, bare }): Lesson => ({ text, right: labelOf(kind, bare), weight: 1 })),
      ...others().map((text): Lesson => ({ text, right: labelOf('other', false), weight: weightOfOthers })),
    ],
    2 * asks.length,
  );

export const heardBy = (model: TextModel, lines: readonly Question[]): readonly Heard[] =>
  lines.map(({ text, language, asks: label }) => {
    const { asks: heard, chance } = asksOf(text, model);
    return { language, label, heard, chance };
  });
