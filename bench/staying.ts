/** Labelled texts after an answer, and whether they go with it or begin another matter: learnt, and measured. */
import { marksOf, staying, stayingOf } from '../src/knowledge/staying.ts';
import type { TextModel } from '../src/knowledge/text-model.ts';
import type { Catalog, Following } from '../src/model/catalog.ts';
import { followUps, together } from './follow-ups.ts';
import { inWords, readLines } from './read.ts';
import { type Heard, type Lesson, teachTexts } from './text-model.ts';
import { generator } from './train.ts';

/** `to` is the entry that a text which leaves should lead to, where there is one. */
export type Moved = {
  readonly entry: string;
  readonly text: string;
  readonly leaves: boolean;
  readonly kind: string;
  readonly to?: string;
  readonly language: string;
  readonly author?: string;
};

export const moves = (...files: readonly string[]): readonly Moved[] =>
  (files.length > 0 ? files : ['moves']).flatMap((file) => readLines(file) as Moved[]);

/** What else is known to stay and to leave; such texts are many, and count less: follow-ups, and codes and first messages behind any answer. */
const others = ({ entries }: Pick<Catalog, 'entries'>): readonly Moved[] => {
  const random = generator(3);
  const firsts = (inWords.flatMap(readLines) as { text: string; fold?: string }[]).filter(
    ({ text, fold }, n) => fold !== 'held' && n % sampled === 0 && text.length <= longest,
  );
  const behindAny = (text: string): Moved => ({
    entry: entries[Math.floor(random() * entries.length)]!.id,
    text,
    leaves: true,
    kind: 'first',
    language: '',
  });
  const codes = entries.flatMap((entry) => entry.codes).filter((_, n) => n % 3 === 0);
  return [
    ...codes.flatMap((code) => [behindAny(code), behindAny(`what is ${code}`)]),
    ...followUps().map(({ entry, text, language }) => ({ entry, text, leaves: false, kind: 'follow-up', language })),
    ...firsts.map(({ text }) => behindAny(text)),
  ];
};
const sampled = 20;
const longest = 300;
const weightOfOthers = 0.5;

const followingOf = ({ entry: id, text }: Moved, catalog: Catalog): Following | null => {
  const entry = catalog.entry(id);
  return entry ? catalog.following(entry, text) : null;
};

export const teachStaying = (lines: readonly Moved[], catalog: Catalog): TextModel => {
  const lessonOf =
    (weight: number) =>
    (one: Moved): readonly Lesson[] => {
      const following = followingOf(one, catalog);
      const right = staying.indexOf(one.leaves ? 'leaves' : 'stays');
      return following ? [{ text: one.text, marks: marksOf(following), right, weight }] : [];
    };
  return teachTexts(
    [...together(lines).flatMap(lessonOf(1)), ...together(others(catalog)).flatMap(lessonOf(weightOfOthers))],
    staying.length,
  );
};

/** Each text by its kind, with whether it is heard as one that goes with its answer. */
export const heardBy =
  (catalog: Catalog) =>
  (model: TextModel, lines: readonly Moved[]): readonly Heard[] =>
    together(lines).flatMap((one) => {
      const following = followingOf(one, catalog);
      if (!following) return [];
      const stays = stayingOf(following, model);
      return [
        {
          language: one.kind,
          label: one.leaves ? 'leaves' : 'stays',
          heard: stays >= 0.5 ? 'stays' : 'leaves',
          chance: Math.max(stays, 1 - stays),
        },
      ];
    });
