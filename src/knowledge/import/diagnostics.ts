/** Sorts the diagnostics of the Azure portal, which tell symptom, reason and advice in one run of sentences. */
import { hasAdvice, isAdvice, isReason } from './advice.ts';
import type { Sorted } from './article.ts';
import { inline } from './inline.ts';
import type { Part } from './outline.ts';
import { join, sentences, slice, type Spans, words } from './spans.ts';

export type Diagnosis = { readonly sorted: Sorted; readonly code?: string; readonly message?: string };

/** Sentences that speak for the portal rather than about the problem. */
const portalTalk =
  /^(?:based on the information you provided|we (?:have )?detected the following|please take a look at the following recommendations)/i;

type Kind = 'symptom' | 'cause' | 'advice';

/** `sorted` comes from the same document; the sentences of its beginning are told apart. */
export const sortDiagnostics = (sorted: Sorted): Diagnosis => {
  const kept: Record<Kind, Part[]> = { symptom: [], cause: [], advice: [] };
  const labels = new Map<string, string>();
  let acting = false;
  let kind: Kind = 'symptom';
  for (const part of sorted.intro) {
    if (part.kind !== 'text') {
      if (!acting && part.kind === 'list' && part.items.some((item) => isAdvice(words(inline(item))))) kind = 'advice';
      kept[kind].push(part);
      continue;
    }
    const label = /^(Error Code|Message|Action):\s*/i.exec(words(part.text));
    const text = label ? slice(part.text, label[0].length) : part.text;
    if (label) labels.set(label[1]!.toLowerCase(), words(text));
    if (label?.[1]?.toLowerCase() === 'action') acting = true;
    else if (label) {
      kept.symptom.push({ kind: 'text', text });
      continue;
    }
    let run: Spans[] = [];
    const put = (): void => {
      if (run.length > 0) kept[kind].push(...(kind === 'advice' ? run : [join(...run)]).map((one) => ({ kind: 'text', text: one }) as const));
      run = [];
    };
    for (const sentence of finished(sentences(text))) {
      const next = kindOf(sentence, acting, kind);
      if (next !== kind) put();
      kind = next;
      run.push(sentence);
    }
    put();
  }
  const { symptom, cause, advice } = kept;
  const code = labels.get('error code');
  const message = labels.get('message');
  const moreSteps = sorted.ways.length > 0;
  return {
    sorted: {
      ...sorted,
      intro: [],
      symptom: [...sorted.symptom, ...symptom],
      cause: [...sorted.cause, ...cause],
      check: [...sorted.check, ...(moreSteps ? advice : [])],
      ways: moreSteps || advice.length === 0 ? sorted.ways : [{ title: 'Recommended action', parts: advice }],
    },
    ...(code ? { code } : {}),
    ...(message ? { message } : {}),
  };
};

const kindOf = (sentence: Spans, acting: boolean, before: Kind): Kind => {
  if (acting && before === 'advice') return 'advice';
  if (isReason(words(sentence))) return 'cause';
  if (hasAdvice(sentence)) return 'advice';
  return acting ? 'cause' : 'symptom';
};

/** Without portal talk, values that the portal fills in, and a last sentence that was cut off. */
const finished = (all: readonly Spans[]): readonly Spans[] =>
  all.filter((sentence, n) => {
    const text = words(sentence);
    if (portalTalk.test(text) || /^<\w+>$/.test(text)) return false;
    return n < all.length - 1 || /[.:!?…)"”]$/.test(text) || text.split(' ').length < 6;
  });
