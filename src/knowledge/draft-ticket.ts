/** Starts an entry from a resolved ticket, for an administrator to review. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { InputError } from '../model/errors.ts';
import { type Ticket, ticketId } from '../model/ticket.ts';

/** Writes the draft, which no catalog reads before it is renamed, and returns its path; throws `InputError` where the ticket holds no solution, or the draft is there already. */
export const draftFromTicket = async (ticket: Ticket, to: string, today: string): Promise<string> => {
  const { resolution, number } = ticket;
  const id = ticketId(number);
  if (!resolution) throw new InputError(`${id} has no cause and note yet. Resolve it first.`);
  const folder = join(to, 'drafts');
  const path = join(folder, `${id.toLowerCase()}.draft`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, textOf(ticket, resolution, today), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new InputError(`${path} exists already. Edit it, or remove it.`);
  });
  return path;
};

const textOf = (ticket: Ticket, { cause, note }: NonNullable<Ticket['resolution']>, today: string): string => {
  const code = ticket.ids['Code']?.replace(/^AADSTS/, '');
  const head = {
    title: ticket.entry ? ticket.title : firstSentence(cause),
    topic: ticket.topic ?? 'TODO',
    ...(code && !ticket.entry ? { codes: [code] } : {}),
    ...(ticket.problem ? { says: [firstSentence(ticket.problem)] } : {}),
    who: 'helpdesk',
    sources: ['TODO'],
    reviewed: today,
  };
  const steps = note.split('\n').flatMap((line) => line.replace(/^\s*(?:\d+[.)]|[-*])\s*/, '').trim() || []);
  return `---
${dump(head, { lineWidth: -1 }).trimEnd()}
---
TODO Review this draft, which was made from ${ticketId(ticket.number)}: leave out names and whatever concerns one person only,
say in one or two sentences what the error means, and give the sources. Then rename the file to the code or to
a few words, such as 50199.md or no-prompt-at-all.md, and run: npm run catalog -- check
${ticket.problem ? `\nWhat was reported: ${oneLine(ticket.problem)}\n` : ''}
## Cause

${plain(cause)}

## Method 1: ${oneLine(firstSentence(steps[0] ?? note))}

${steps.map((step, n) => `${n + 1}. ${plain(step)}`).join('\n')}
`;
};

const oneLine = (text: string): string => plain(text.replace(/\s+/g, ' ').trim());

const firstSentence = (text: string): string => {
  const [first = ''] = text.trim().split(/(?<=[.!?])\s|\n/, 1);
  return first
    .replace(/[.!?]$/, '')
    .slice(0, 80)
    .trim();
};

/** People's words stay words: they begin no heading, list or fence. */
const plain = (text: string): string => text.replace(/^(\s*)(#|[-*+>]\s|```|---)/gm, '$1\\$2');
