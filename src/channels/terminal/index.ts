/** A conversation in the terminal: lines in, answers out, choices by number. */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Event } from '../../model/message.ts';
import type { Answer } from '../../model/ports.ts';
import type { Reply } from '../../model/reply.ts';
import { choicesOf, type Look, textOf } from './render.ts';

export type Terminal = {
  readonly input: Readable & { isTTY?: boolean };
  readonly output: Writable & { isTTY?: boolean; columns?: number };
};

const widest = 80;

/** How a reply looks on this output. */
export const lookOf = (output: Terminal['output']): Look => ({
  width: Math.min(output.columns ?? widest, widest),
  colour: output.isTTY === true && !process.env.NO_COLOR,
});

/** Talks until the input ends or the person says "exit"; a pipe gets no prompts. */
export const talk = async (terminal: Terminal, answer: Answer, conversation: string): Promise<void> => {
  const { input, output } = terminal;
  const live = input.isTTY === true && output.isTTY === true;
  const look = lookOf(output);
  const lines = createInterface({ input, terminal: live, ...(live ? { output } : {}), prompt: '> ' });
  let last: readonly Reply[] = [];
  const send = async (event: Event): Promise<void> => {
    const answered = await answer({
      id: randomUUID(),
      place: { channel: 'terminal', conversation },
      person: { id: 'you', name: 'You' },
      event,
    });
    last = answered.replies;
    for (const reply of last) output.write(`\n${textOf(reply, look)}\n`);
    output.write('\n');
  };
  if (live) {
    await send({ kind: 'joined' });
    output.write('Type "exit" to leave.\n\n');
    lines.prompt();
  }
  for await (const line of lines) {
    if (/^(?:exit|quit|:q)$/i.test(line.trim())) break;
    if (line.trim() !== '' || live) await send(pressed(line, last) ?? { kind: 'said', text: line });
    if (live) lines.prompt();
  }
  lines.close();
};

/** A line that is the number of a choice is that choice. */
const pressed = (line: string, replies: readonly Reply[]): Event | null => {
  const number = /^\s*\[?(\d)\]?\s*$/.exec(line)?.[1];
  const reply = replies.findLast((one) => choicesOf(one).length > 0);
  const action = number && reply ? choicesOf(reply)[Number(number) - 1] : undefined;
  if (!action || !reply) return null;
  return {
    kind: 'chose',
    choice: action.choice,
    ...(reply.turn === undefined ? {} : { turn: reply.turn }),
    ...(action.about === undefined ? {} : { about: action.about }),
  };
};
