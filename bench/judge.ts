/** Judges what the bot made of a labelled question. */

/** A labelled question; the fields are explained in test/questions/README.md. */
export type Labelled = {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly author?: string;
  /** The thread that it was taken from. */
  readonly source?: string;
  /** `held`: never used for fitting or for writing phrases. */
  readonly fold?: 'fit' | 'held';
  readonly expect: {
    readonly codes?: readonly string[];
    readonly primary?: string | null;
    readonly topic: string;
    readonly topics_ok?: readonly string[];
    /** The entries that an expert would show, the best first; not all questions tell. */
    readonly entries?: readonly string[];
    readonly behaviour: string;
  };
};

/** What was made of it: the outcome, and the entries named, best first. */
export type Made = {
  readonly outcome: string;
  readonly entries: readonly {
    readonly id: string;
    readonly topic: string;
    readonly broader?: string;
    readonly codes: readonly string[];
  }[];
};

export type Verdict = 'right' | 'asked' | 'weak' | 'wrong';

const bare = (code: string): string =>
  code
    .toUpperCase()
    .replace(/^0X/, '')
    .replace(/^AADSTS/, '');

/** Whether it was answered rightly and by the entry that an expert would show; null where it was not, or where that entry is not known. */
export const isMeant = (question: Labelled, made: Made): boolean | null => {
  const { entries } = question.expect;
  if (!entries || made.outcome !== 'answer' || judge(question, made) !== 'right') return null;
  return entries.includes(made.entries[0]!.id);
};

/** How many of the first candidates of a question count. */
const looked = 4;

/** `asked`: a question whose candidates hold the right topic; `weak`: no answer where there was one; `wrong`: a wrong answer or question. */
export const judge = ({ expect }: Labelled, { outcome, entries }: Made): Verdict => {
  const topics = new Set([expect.topic, ...(expect.topics_ok ?? [])]);
  const wanted = new Set((expect.codes ?? []).map(bare));
  const [first] = entries;
  const codes = new Set((first?.codes ?? []).map(bare));
  const fits = ({ topic, broader = topic }: Made['entries'][number]): boolean =>
    topics.has(topic) || topics.has(broader);
  const hasTopic = first !== undefined && fits(first);
  const hasCode = expect.primary
    ? codes.has(bare(expect.primary)) || (hasTopic && [...wanted].some((code) => codes.has(code)))
    : hasTopic;
  const answered = outcome === 'answer';
  const asked = outcome === 'clarify';
  switch (expect.behaviour) {
    case 'smalltalk':
      return outcome === 'smalltalk' ? 'right' : answered ? 'wrong' : 'weak';
    case 'dont-know':
      return asked ? 'weak' : answered ? 'wrong' : 'right';
    case 'clarify':
    case 'confirm-near-match':
      return asked || (answered && hasTopic) ? 'right' : answered ? 'wrong' : 'weak';
    case 'dont-know-or-nearest':
      return !answered || hasTopic ? 'right' : 'wrong';
    case 'answer-or-dont-know':
      return !answered || hasCode || hasTopic ? 'right' : 'wrong';
    case 'say-code-not-in-catalog':
      if (answered) return [...wanted].some((code) => codes.has(code)) ? 'right' : 'wrong';
      return outcome === 'unknown' ? 'right' : 'weak';
    default:
      if (answered) return (wanted.size > 0 ? hasCode : hasTopic) ? 'right' : 'wrong';
      if (asked) return entries.slice(0, looked).some(fits) ? 'asked' : 'wrong';
      return topics.has('off-topic') ? 'right' : 'weak';
  }
};
