/** The door `chat --jsonl`: whole conversations, one event a line. */
import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Catalog } from '../../model/catalog.ts';
import type { Event } from '../../model/message.ts';
import type { Answer } from '../../model/ports.ts';
import type { Reply } from '../../model/reply.ts';
import { eachLine } from './lines.ts';
import { shapeOf } from './shape.ts';

/** `room` names a channel of several people that the conversation is part of; it is its own thread there when the names differ. */
const line = z
  .object({
    conversation: z.string().min(1),
    person: z.object({ id: z.string().min(1), name: z.string().default('') }),
    room: z.string().min(1).optional(),
    said: z.string().optional(),
    chose: z.string().optional(),
    filled: z.record(z.string(), z.string()).optional(),
  })
  .refine((one) => [one.said, one.chose, one.filled].filter((part) => part !== undefined).length === 1, {
    message: 'give exactly one of said, chose and filled',
  });

type Line = z.infer<typeof line>;

/** What a button carries besides its choice, as a chat client would send it back. */
type Carried = { readonly choice?: string; readonly turn?: number; readonly about?: string };

/** The buttons that a person was shown, by choice, and the submit button of the newest form. */
type Shown = { readonly buttons: Map<string, Carried>; form: Carried };

type ChatParts = {
  readonly answer: Answer;
  readonly catalog: Catalog;
  /** Carries out what the turn promised. */
  readonly settle: () => Promise<void>;
  /** What was posted to a conversation outside its turns. */
  readonly posted: (conversation: string) => readonly Reply[];
};

export const chatLines = (
  pipes: { readonly input: Readable; readonly output: Writable },
  { answer, catalog, settle, posted }: ChatParts,
): Promise<void> => {
  const people = new Map<string, Shown>();
  const shownTo = (key: string): Shown => {
    const shown = people.get(key) ?? { buttons: new Map(), form: {} };
    people.set(key, shown);
    return shown;
  };
  return eachLine(pipes, line, async (sent) => {
    const { conversation, person, room } = sent;
    const shown = shownTo(`${conversation} ${person.id}`);
    const answered = await answer({
      id: randomUUID(),
      place: { channel: 'json', conversation },
      ...(room === undefined ? {} : { room: { channel: 'json', conversation: room } }),
      person,
      event: eventOf(sent, shown),
    });
    await settle();
    const replies = [...answered.replies, ...posted(conversation)];
    remember(shown, replies);
    return { conversation, replies, ...shapeOf(answered.understood, catalog), effects: answered.effects };
  });
};

const eventOf = ({ said, chose, filled }: Line, { buttons, form }: Shown): Event => {
  if (said !== undefined) return { kind: 'said', text: said };
  if (chose !== undefined) return { ...buttons.get(chose), kind: 'chose', choice: chose };
  return { kind: 'filled', values: filled ?? {}, ...form };
};

const remember = (shown: Shown, replies: readonly Reply[]): void => {
  for (const { actions = [], turn } of replies)
    for (const action of actions) {
      if (action.kind === 'open') continue;
      const { choice, about } = action;
      const carried = { ...(turn === undefined ? {} : { turn }), ...(about === undefined ? {} : { about }) };
      if (action.kind === 'choose') shown.buttons.set(choice, carried);
      else shown.form = { choice, ...carried };
    }
};
