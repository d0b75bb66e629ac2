/** Labelled follow-ups: what people say after an answer, and of which parts of its entry it speaks. */
import { choicesOf, type Choices, ranker } from '../src/knowledge/parts.ts';
import { builtIn } from '../src/config.ts';
import { besideIn } from '../src/knowledge/beside.ts';
import { bare } from '../src/knowledge/sentences.ts';
import type { Read } from '../src/knowledge/read-entry.ts';
import { lookIn } from '../src/knowledge/look.ts';
import type { Learnt, Ranking } from '../src/knowledge/learnt.ts';
import type { Entry } from '../src/model/catalog.ts';
import { plain } from '../src/model/reply.ts';
import { readLines } from './read.ts';
import { chooser, type Choosing } from './train.ts';

/** `parts` is empty where nothing in the entry speaks of it; `sentence` is a piece of the sentence that does so best, and `faq` and `findings` are what stands beside the entry with replies that are right for it. */
export type FollowUp = {
  readonly entry: string;
  readonly text: string;
  readonly kind: 'question' | 'fact' | 'ruled-out' | 'did' | 'failed' | 'other';
  readonly parts: readonly string[];
  readonly language: string;
  readonly sentence?: string;
  readonly faq?: readonly string[];
  readonly findings?: readonly string[];
};

/** The sets that are learnt from, each by authors of its own; `follow-ups-held` and `follow-ups-later` only measure. */
const sets = ['follow-ups', 'follow-ups-more', 'follow-ups-others', 'follow-ups-fresh', 'follow-ups-further'] as const;

export const followUps = (...files: readonly string[]): readonly FollowUp[] =>
  (files.length > 0 ? files : sets).flatMap((file) => readLines(file) as FollowUp[]);

type Lesson = Omit<Choosing, keyof Choices> & Choices & { readonly one: FollowUp };

/** The lines of an entry together, so that it is read once. */
export const together = <Line extends { readonly entry: string }>(lines: readonly Line[]): readonly Line[] =>
  [...Map.groupBy(lines, ({ entry }) => entry).values()].flat();

/** Each line of an entry that is there, with what it may speak of in it. */
const lessonsIn = (
  lines: readonly FollowUp[],
  entries: readonly Entry[],
  learnt: Learnt,
  of: keyof Read,
  answersOf: (one: FollowUp, spoken: Choices) => Pick<Lesson, 'right' | 'best'> | null,
): readonly Lesson[] => {
  const { hear, rarity, readEntry } = lookIn(entries, learnt, besideIn(builtIn));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return together(lines).flatMap((one) => {
    const entry = byId.get(one.entry);
    if (!entry) return [];
    const spoken = choicesOf(readEntry(entry)[of], hear(one.text), rarity);
    const answers = answersOf(one, spoken);
    return answers ? [{ one, ...spoken, ...answers }] : [];
  });
};

const lessonsOf = (lines: readonly FollowUp[], entries: readonly Entry[], learnt: Learnt): readonly Lesson[] =>
  lessonsIn(lines, entries, learnt, 'own', ({ parts, sentence }, { choices }) => {
    const right = [...choices.keys()].filter((n) => {
      const { part } = choices[n]!;
      return part ? parts.includes(part.name) : parts.length === 0;
    });
    const best = sentence
      ? right.filter((n) => bare(plain(choices[n]!.sentence?.text ?? '')).includes(bare(sentence)))
      : [];
    return { right, best };
  });

/** Where what follow-ups say stands beside an entry. */
type Besides = 'faq' | 'findings';

/** The same of what is said beside the entries; nobody went through the lines of an entry of which none has a label. */
const saidOf = (
  of: Besides,
  lines: readonly FollowUp[],
  entries: readonly Entry[],
  learnt: Learnt,
): readonly Lesson[] => {
  const gone = new Set(lines.filter((one) => one[of] !== undefined).map(({ entry }) => entry));
  const read = lines.filter(({ entry }) => gone.has(entry));
  return lessonsIn(read, entries, learnt, of, (one, { choices }) => {
    const fits = (said: string | undefined): boolean =>
      said === undefined ? !one[of] : one[of]?.includes(said) === true;
    const right = [...choices.keys()].filter((n) => fits(choices[n]!.part?.said));
    return right.length === 0 ? null : { right, best: [] };
  });
};

/** What is learnt of the questions, or the findings, beside an entry that follow-ups put in other words. */
export const fitSaid = (of: Besides, lines: readonly FollowUp[], entries: readonly Entry[], learnt: Learnt): Ranking =>
  chooser(saidOf(of, lines, entries, learnt));

/** What is learnt of the parts that follow-ups speak of. */
export const fitParts = (lines: readonly FollowUp[], entries: readonly Entry[], learnt: Learnt): Ranking =>
  chooser(lessonsOf(lines, entries, learnt));

/** How what stands beside the entries fares, told from a chance on: shares of the lines whose reply stands there, and of all lines that were gone through. */
export const measureSaid = (
  of: Besides,
  lines: readonly FollowUp[],
  entries: readonly Entry[],
  learnt: Learnt,
  from: number,
) => {
  const rank = ranker(learnt[of]);
  const all = saidOf(of, lines, entries, learnt).map((lesson) => {
    const [first] = judge(lesson, rank).ranked;
    const said = lesson.one[of] ?? [];
    const isFirst = said.some((one) => first?.name.endsWith(`:${one}`));
    return { said, isFirst, isTold: (first?.chance ?? 0) >= from };
  });
  const meant = all.filter(({ said }) => said.length > 0);
  const share = (some: readonly unknown[], whole: readonly unknown[]): number => some.length / (whole.length || 1);
  return {
    first: share(
      meant.filter(({ isFirst }) => isFirst),
      meant,
    ),
    right: share(
      meant.filter(({ isFirst, isTold }) => isFirst && isTold),
      meant,
    ),
    wrong: share(
      all.filter(({ isFirst, isTold }) => isTold && !isFirst),
      all,
    ),
  };
};

/** A follow-up with the parts that come first, and their chances. */
export type Judged = {
  readonly one: FollowUp;
  readonly ranked: readonly { readonly name: string; readonly chance: number }[];
};

const judge = ({ one, asks, choices }: Lesson, rank: ReturnType<typeof ranker>): Judged => {
  const chances = rank({ asks, choices });
  const byPart = new Map<string, number>();
  for (const [n, { part }] of choices.entries())
    if (part) byPart.set(part.name, (byPart.get(part.name) ?? 0) + chances[n]!);
  const ranked = [...byPart].map(([name, chance]) => ({ name, chance })).toSorted((a, b) => b.chance - a.chance);
  return { one, ranked };
};

const folds = 5;

/** Each follow-up as it is ranked by what was learnt from those of other entries. */
export const crossValidated = (
  lines: readonly FollowUp[],
  entries: readonly Entry[],
  learnt: Learnt,
): readonly Judged[] => {
  const lessons = lessonsOf(lines, entries, learnt);
  const ids = [...new Set(lessons.map(({ one }) => one.entry))];
  const isIn = (fold: number) => (lesson: Lesson) => ids.indexOf(lesson.one.entry) % folds === fold;
  return Array.from({ length: folds }, (_, fold) => {
    const rank = ranker(chooser(lessons.filter((lesson) => !isIn(fold)(lesson))));
    return lessons.filter(isIn(fold)).map((lesson) => judge(lesson, rank));
  }).flat();
};

/** The same by the model as it was learnt. */
export const judged = (lines: readonly FollowUp[], entries: readonly Entry[], learnt: Learnt): readonly Judged[] => {
  const rank = ranker(learnt.parts);
  return lessonsOf(lines, entries, learnt).map((lesson) => judge(lesson, rank));
};

/** How ranked follow-ups fare when a part is told from a chance on: shares of those of which an entry speaks, and of the others. */
export const measure = (all: readonly Judged[], from: number) => {
  const told = all.filter(({ one }) => one.parts.length > 0);
  const untold = all.filter(({ one }) => one.parts.length === 0);
  const isRight = ({ one, ranked }: Judged, most = 1): boolean =>
    ranked.slice(0, most).some(({ name }) => one.parts.includes(name));
  const isShown = ({ ranked: [first] }: Judged): boolean => first !== undefined && first.chance >= from;
  const share = (some: readonly Judged[], of: readonly Judged[]): number => some.length / (of.length || 1);
  const shown = told.filter(isShown);
  return {
    first: share(
      told.filter((each) => isRight(each)),
      told,
    ),
    firstTwo: share(
      told.filter((each) => isRight(each, 2)),
      told,
    ),
    right: share(
      shown.filter((each) => isRight(each)),
      told,
    ),
    wrong: share(
      shown.filter((each) => !isRight(each)),
      told,
    ),
    silent: 1 - share(shown, told),
    harm: share(untold.filter(isShown), untold),
  };
};
