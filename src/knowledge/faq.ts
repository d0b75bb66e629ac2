/** Reads what people ask after the answer of an entry, and what is replied. */
import type { Faq } from '../model/catalog.ts';
import type { Rich } from '../model/reply.ts';
import type { Fault } from './markdown.ts';

type Placed = Faq & { readonly line: number };

/** A reply is read in a chat, beside other things. */
const mostWords = 70;

/** `## A question`, below it the reply in one paragraph, and a list of how else people put the question. */
export const readFaq = (text: string): { readonly faq: readonly Placed[]; readonly faults: readonly Fault[] } => {
  const faq: { question: string; answer: string; says: string[]; line: number }[] = [];
  const faults: Fault[] = [];
  for (const [n, row] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
    const question = /^## (.+)$/.exec(row)?.[1];
    const says = /^- (.+)$/.exec(row)?.[1];
    const last = faq.at(-1);
    if (question) faq.push({ question, answer: '', says: [], line: n + 1 });
    else if (last && says) last.says.push(says);
    else if (last && row.trim() !== '' && last.answer === '') last.answer = row.trim();
    else if (row.trim() !== '')
      faults.push({
        line: n + 1,
        problem: `"${row}" is not understood.`,
        cure: 'Write "## The question?", below it the reply in one line, and then "- the same in other words" for each way to ask it.',
      });
  }
  return { faq: faq.map((one) => ({ ...one, answer: richOf(one.answer) })), faults };
};

/** Commands and values stand in backticks; there is no other formatting. */
const richOf = (text: string): Rich => {
  const pieces = text.split('`');
  if (pieces.length === 1) return text;
  return pieces.flatMap((piece, n) =>
    piece === '' ? [] : [n % 2 === 1 ? { text: piece, style: 'code' } : { text: piece }],
  );
};

/** What is wrong with the questions beside an entry. */
export const faqFaults = (text: string): readonly Fault[] => {
  const { faq, faults } = readFaq(text);
  const wrong = faq.flatMap(({ question, answer, says, line }, n): readonly Fault[] => {
    const said = typeof answer === 'string' ? answer : answer.map((span) => span.text).join('');
    const of = `"${question}"`;
    const fault = (problem: string, cure: string): Fault => ({ line, problem: `${of} ${problem}`, cure });
    return [
      ...(question.endsWith('?') ? [] : [fault('is no question.', 'End it with a question mark.')]),
      ...(said === '' ? [fault('has no reply.', 'Write it below, in one line.')] : []),
      ...(said.split(/\s+/).length > mostWords
        ? [fault(`has a reply of more than ${mostWords} words.`, 'Shorten it, or make a method of it.')]
        : []),
      ...(says.length === 0 ? [fault('is put in no other words.', 'Add "- the same in other words".')] : []),
      ...(faq.findIndex((one) => one.question === question) < n
        ? [fault('stands there twice.', 'Take one out, or ask what differs.')]
        : []),
    ];
  });
  return [...faults, ...wrong].toSorted((one, two) => one.line - two.line);
};
