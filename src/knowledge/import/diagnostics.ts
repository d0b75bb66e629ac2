/** Sorts the diagnostics of the Azure portal, which tell symptom, reason and advice in one run of sentences. */
import { hasAdvice, isAdvice, isReason } from './advice.ts';
import { sorter } from './apart.ts';
import type { Sorted } from './article.ts';
import { inline } from './inline.ts';
import type { Part } from './outline.ts';
import { codeIn } from './table.ts';
import { sentences, slice, type Spans, words } from './spans.ts';

type Diagnosis = { readonly sorted: Sorted; readonly code?: string; readonly message?: string };

/** Sentences that speak for the portal rather than about the problem. */
const portalTalk =
  /^(?:based on the information you provided|we (?:have )?detected the following|please take a look at the following recommendations)/i;

type Kind = 'symptom' | 'cause' | 'advice';

/** `sorted` comes from the same document; the sentences of its beginning are told apart. */
export const sortDiagnostics = (sorted: Sorted): Diagnosis => {
  const sorting = sorter<Kind>(['symptom', 'cause', 'advice'], 'symptom', 'advice');
  const labels = new Map<string, string>();
  for (const part of sorted.intro) {
    if (part.kind !== 'text') {
      sorting.put(part, !labels.has('Action') && tellsToDo(part) ? 'advice' : sorting.kind);
      continue;
    }
    const [whole, name = ''] = /^(Error Code|Message|Action):\s*/.exec(words(part.text)) ?? [''];
    const text = slice(part.text, whole.length);
    if (name) labels.set(name, words(text));
    if (name === 'Error Code') continue;
    if (name === 'Message') sorting.put({ kind: 'text', text }, 'symptom');
    else sorting.sort(finished(sentences(text)), (sentence, before) => kindOf(sentence, before, labels.has('Action')));
  }
  const { symptom, cause, advice } = sorting.kept;
  const code = codeIn(labels.get('Error Code') ?? '');
  const message = labels.get('Message');
  const hasWays = sorted.ways.length > 0;
  return {
    sorted: {
      ...sorted,
      intro: [],
      symptom: [...sorted.symptom, ...symptom],
      cause: [...sorted.cause, ...cause],
      check: [...sorted.check, ...(hasWays ? advice : [])],
      ways: hasWays || advice.length === 0 ? sorted.ways : [{ title: 'Recommended action', parts: advice }],
    },
    ...(code ? { code } : {}),
    ...(message ? { message } : {}),
  };
};

const tellsToDo = (part: Part): boolean =>
  part.kind === 'list' && part.items.some((item) => isAdvice(words(inline(item))));

const kindOf = (sentence: Spans, before: Kind, acting: boolean): Kind => {
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
