/** How surely an answer speaks of what follows it, and so what is shown of it. */
import type { Entry, FollowUp, Spoken } from '../src/model/catalog.ts';
import { plain } from '../src/model/reply.ts';

/** From `sure` on a part is told as what the answer says, and two parts together from `either` on as what comes closest; from `opens` on a method that is meant is opened, and from `near` on a part is offered. */
const from = { sure: 0.55, either: 0.65, opens: 0.75, near: 0.15 } as const;

/** A part that is spoken of, surely or else this one or `other`; `question` tells a question from a fact, and `yesNo` one that yes or no would answer. */
export type Sure = {
  readonly spoken: Spoken;
  readonly other: Spoken | null;
  readonly question: boolean;
  readonly yesNo: boolean;
};

export const sureIn = ({ spoken: [first, second], yesNo }: FollowUp, question: boolean): Sure | null => {
  if (!first || !second) return null;
  const sure = { spoken: first, other: null, question, yesNo: question && yesNo };
  if (first.chance >= from.sure) return sure;
  const isEither = [first, second].every(({ passages }) => passages.length > 0);
  return isEither && first.chance + second.chance >= from.either ? { ...sure, other: second } : null;
};

/** The parts that are nearest, the likeliest first. */
export const nearIn = ({ spoken }: FollowUp): readonly Spoken[] => spoken.filter(({ chance }) => chance >= from.near);

/** The method that is clearly meant: its title or its use is what was said. */
export const meantIn = ({ spoken }: Sure): number | undefined =>
  spoken.chance >= from.opens && spoken.passages.some(isHead) ? spoken.method : undefined;

const isHead = ({ kind }: Spoken['passages'][number]): boolean => kind === 'title' || kind === 'when';

/** The catalog is English, and so are the roles and rights that it names. */
const right = /\b(?:role|rights?|permissions?)\b|\b[A-Z]\w+ Administrator\b/;

/** What the parts that are nearest say of roles and rights. */
export const rightsIn = ({ spoken }: FollowUp, { who }: Entry): readonly Spoken[] =>
  who === 'user'
    ? []
    : nearIn({ spoken, yesNo: false })
        .map((one) => ({ ...one, passages: one.passages.filter(({ text }) => right.test(plain(text))) }))
        .filter(({ passages }) => passages.length > 0);
