/** Reads what people say after the answer of an entry, and what is replied: what they ask, and what they find. */
import type { Entry, Exchange } from '../model/catalog.ts';
import { plain, type Rich } from '../model/reply.ts';
import type { Fault } from './markdown.ts';

type Placed = Exchange & { readonly line: number };

/** A reply is read in a chat, beside other things. */
const mostWords = 70;

/** `## What is said`, below it the reply in one paragraph, where it leads ("Next: method 2"), and a list of how else people put it. */
export const readExchanges = (
  text: string,
): { readonly exchanges: readonly Placed[]; readonly faults: readonly Fault[] } => {
  const exchanges: { said: string; reply: string; leads?: Exchange['leads']; says: string[]; line: number }[] = [];
  const faults: Fault[] = [];
  for (const [n, row] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
    const said = /^## (.+)$/.exec(row)?.[1];
    const says = /^- (.+)$/.exec(row)?.[1];
    const [, next, method] = /^Next: (check|method (\d+))$/.exec(row) ?? [];
    const last = exchanges.at(-1);
    if (said) exchanges.push({ said, reply: '', says: [], line: n + 1 });
    else if (last && says) last.says.push(says);
    else if (last && next) last.leads = method === undefined ? 'check' : Number(method);
    else if (last && row.trim() !== '' && last.reply === '') last.reply = row.trim();
    else if (row.trim() !== '')
      faults.push({
        line: n + 1,
        problem: `"${row}" is not understood.`,
        cure: 'Write "## What is said", below it the reply in one line, "Next: method 2" or "Next: check" where it leads there, and then "- the same in other words" for each way to put it.',
      });
  }
  const placed = exchanges.map(({ leads, ...one }) => ({
    ...one,
    reply: richOf(one.reply),
    ...(leads === undefined ? {} : { leads }),
  }));
  return { exchanges: placed, faults };
};

/** Commands and values stand in backticks; there is no other formatting. */
const richOf = (text: string): Rich => {
  const pieces = text.split('`');
  if (pieces.length === 1) return text;
  return pieces.flatMap((piece, n) =>
    piece === '' ? [] : [n % 2 === 1 ? { text: piece, style: 'code' } : { text: piece }],
  );
};

type FaultOf = (problem: string, cure: string) => Fault;

const faultsIn = (text: string, own: (one: Exchange, fault: FaultOf) => readonly Fault[]): readonly Fault[] => {
  const { exchanges, faults } = readExchanges(text);
  const wrong = exchanges.flatMap((one, n): readonly Fault[] => {
    const { said, says, line } = one;
    const reply = plain(one.reply);
    const fault: FaultOf = (problem, cure) => ({ line, problem: `"${said}" ${problem}`, cure });
    return [
      ...own(one, fault),
      ...(reply === '' ? [fault('has no reply.', 'Write it below, in one line.')] : []),
      ...(reply.split(/\s+/).length > mostWords
        ? [fault(`has a reply of more than ${mostWords} words.`, 'Shorten it, or make a method of it.')]
        : []),
      ...(says.length === 0 ? [fault('is put in no other words.', 'Add "- the same in other words".')] : []),
      ...(exchanges.findIndex((other) => other.said === said) < n
        ? [fault('stands there twice.', 'Take one out, or say what differs.')]
        : []),
    ];
  });
  return [...faults, ...wrong].toSorted((one, two) => one.line - two.line);
};

/** What is wrong with the questions beside an entry. */
export const faqFaults = (text: string): readonly Fault[] =>
  faultsIn(text, ({ said, leads }, fault) => [
    ...(said.endsWith('?') ? [] : [fault('is no question.', 'End it with a question mark.')]),
    ...(leads === undefined ? [] : [fault('leads on.', 'Take "Next:" out; only a finding leads on.')]),
  ]);

/** What is wrong with the findings beside an entry. */
export const findingFaults = (text: string, { methods, check }: Entry): readonly Fault[] =>
  faultsIn(text, ({ said, leads }, fault) => [
    ...(said.endsWith('?') ? [fault('is a question.', 'Write what is found, or put it into "faq".')] : []),
    ...(typeof leads === 'number' && !methods[leads - 1]
      ? [fault(`leads to method ${leads}, which is not there.`, `Name one of the ${methods.length} methods.`)]
      : []),
    ...(leads === 'check' && check.length === 0
      ? [fault('leads to a check, and the entry has none.', 'Take the line out, or write the check.')]
      : []),
  ]);
