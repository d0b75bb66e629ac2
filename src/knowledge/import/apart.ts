/** Tells the sentences of running text apart, each to the kind of section that it belongs to. */
import type { Part } from './outline.ts';
import { join, type Spans } from './spans.ts';

type Sorter<K extends string> = {
  /** What has been told apart so far. */
  readonly kept: Readonly<Record<K, readonly Part[]>>;
  /** The kind of the last sentence or part. */
  readonly kind: K;
  /** Sorts sentences; those of a kind that follow each other stay one paragraph. */
  sort(all: readonly Spans[], kindOf: (sentence: Spans, before: K) => K): void;
  /** Puts a part that is no text, such as a list, with a kind. */
  put(part: Part, kind?: K): void;
};

/** `single` is the kind whose sentences each stand alone, as steps do. */
export const sorter = <K extends string>(kinds: readonly K[], first: K, single: K): Sorter<K> => {
  const kept = Object.fromEntries(kinds.map((kind) => [kind, [] as Part[]])) as Record<K, Part[]>;
  let now = first;
  const flush = (run: readonly Spans[]): void => {
    const texts = now === single ? run : run.length > 0 ? [join(...run)] : [];
    kept[now].push(...texts.map((text): Part => ({ kind: 'text', text })));
  };
  return {
    kept,
    get kind() {
      return now;
    },
    sort(all, kindOf) {
      let run: Spans[] = [];
      for (const sentence of all) {
        const next = kindOf(sentence, now);
        if (next !== now) {
          flush(run);
          run = [];
          now = next;
        }
        run.push(sentence);
      }
      flush(run);
    },
    put(part, kind = now) {
      now = kind;
      kept[kind].push(part);
    },
  };
};
