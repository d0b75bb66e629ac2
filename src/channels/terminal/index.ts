/** A conversation in the terminal: lines in, answers out, choices by number, forms field by field. */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { channelWords } from '../../model/channel-words.ts';
import type { Event, Place } from '../../model/message.ts';
import type { Answer, Channel } from '../../model/ports.ts';
import type { Reply } from '../../model/reply.ts';
import { type Asking, asking, answerField, formOf, prompt } from './form.ts';
import { missingPicture, pictureIn, readPicture } from './picture.ts';
import { choicesOf, type Look, textOf } from './render.ts';

type Terminal = {
  readonly input: Readable & { isTTY?: boolean };
  readonly output: Writable & { isTTY?: boolean; columns?: number };
  /** As in LANG, such as "de_AT.UTF-8". */
  readonly locale?: string | undefined;
};

const widest = 80;

/** How a reply looks on this output. */
export const lookOf = (output: Terminal['output']): Look => ({
  width: Math.min(output.columns ?? widest, widest),
  colour: output.isTTY === true && !process.env.NO_COLOR,
});

/** The terminal as a channel: what is posted is printed, and an edited card is printed as it is now. */
export const terminal = (
  { output, locale }: Pick<Terminal, 'output' | 'locale'>,
  own: string,
  shown: (reply: Reply) => void,
): Channel => {
  /** What goes to another conversation is only shown; its choices are not this person's. */
  const print = ({ conversation }: Place, reply: Reply): void => {
    const here = conversation === own;
    output.write(`\n${here ? '' : `--> ${channelWords(locale).rehearsal}\n`}${textOf(reply, lookOf(output))}\n`);
    if (here) shown(reply);
  };
  return {
    name: 'terminal',
    routes: [],
    start: async () => {},
    stop: async () => {},
    async post(place, reply) {
      print(place, reply);
      return { message: randomUUID() };
    },
    edit: async (place, _message, reply) => print(place, reply),
    fetch: async (_place, ref) => readPicture(ref),
  };
};

/** Makes the engine over the terminal's channel; `settle` carries out what a turn promised. */
type Join = (channel: Channel) => { readonly answer: Answer; readonly settle: () => Promise<void> };

/** Talks until the input ends or the person says "exit"; a pipe gets no prompts. */
export const talk = async ({ input, output, locale }: Terminal, join: Join, conversation: string): Promise<void> => {
  const live = input.isTTY === true && output.isTTY === true;
  const look = lookOf(output);
  const lines = createInterface({ input, terminal: live, ...(live ? { output } : {}), prompt: '> ' });
  let last: readonly Reply[] = [];
  let form: Asking | null = null;
  const { answer, settle } = join(
    terminal({ output, locale }, conversation, (reply) => void (last = [...last, reply])),
  );

  const send = async (event: Event): Promise<void> => {
    last = [];
    const { replies } = await answer({
      id: randomUUID(),
      place: { channel: 'terminal', conversation },
      person: { id: 'you', name: 'You', ...(locale ? { locale } : {}) },
      event,
    });
    for (const reply of replies) output.write(`\n${textOf(withoutFields(reply), look)}\n`);
    last = replies;
    await settle();
    output.write('\n');
    form = asking(last.findLast((reply) => formOf(reply) !== null));
    if (form) output.write(`${prompt(form)}\n`);
  };

  const take = async (line: string): Promise<void> => {
    const path = form ? null : missingPicture(line);
    if (path !== null) return void output.write(`${channelWords(locale).noFile(path)}\n`);
    if (!form) return send(pressed(line, last) ?? pictureIn(line) ?? { kind: 'said', text: line });
    const next = answerField(form, line);
    if (next.kind === 'event') return send(next.event);
    form = next.form;
    output.write(`${prompt(form)}\n`);
  };

  if (live) {
    await send({ kind: 'joined' });
    output.write(`${channelWords(locale).leave}\n\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    if (/^(?:exit|quit|:q)$/i.test(line.trim())) break;
    if (line.trim() !== '' || live || form) await take(line);
    if (live) lines.prompt();
  }
  lines.close();
};

/** The fields of a form are asked one by one, so they are not shown beforehand. */
const withoutFields = (reply: Reply): Reply =>
  formOf(reply) ? { ...reply, blocks: (reply.blocks ?? []).filter(({ kind }) => kind !== 'field') } : reply;

/** A line that is the number of a choice is that choice. */
const pressed = (line: string, replies: readonly Reply[]): Event | null => {
  const number = /^\s*\[?(\d{1,2})\]?\s*$/.exec(line)?.[1];
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
