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

const line = z
  .object({
    conversation: z.string().min(1),
    person: z.object({ id: z.string().min(1), name: z.string().default('') }),
    said: z.string().optional(),
    chose: z.string().optional(),
    filled: z.record(z.string(), z.string()).optional(),
  })
  .refine((one) => [one.said, one.chose, one.filled].filter((part) => part !== undefined).length === 1, {
    message: 'give exactly one of said, chose and filled',
  });

type Shown = Map<string, { readonly turn?: number; readonly about?: string }>;

export const chatLines = (
  pipes: { readonly input: Readable; readonly output: Writable },
  answer: Answer,
  catalog: Catalog,
): Promise<void> => {
  const shown = new Map<string, Shown>();
  return eachLine(pipes, line, async ({ conversation, person, said, chose, filled }) => {
    const key = `${conversation} ${person.id}`;
    const event: Event =
      said !== undefined
        ? { kind: 'said', text: said }
        : chose !== undefined
          ? { kind: 'chose', choice: chose, ...shown.get(key)?.get(chose) }
          : { kind: 'filled', values: filled ?? {} };
    const place = { channel: 'json', conversation } as const;
    const answered = await answer({ id: randomUUID(), place, person, event });
    remember(shown, key, answered.replies);
    return {
      conversation,
      replies: answered.replies,
      ...shapeOf(answered.understood, catalog),
      effects: answered.effects,
    };
  });
};

/** What a button carries besides its choice, as a chat client would send it back. */
const remember = (all: Map<string, Shown>, key: string, replies: readonly Reply[]): void => {
  const buttons = all.get(key) ?? new Map();
  for (const reply of replies)
    for (const action of reply.actions ?? [])
      if (action.kind === 'choose')
        buttons.set(action.choice, {
          ...(reply.turn === undefined ? {} : { turn: reply.turn }),
          ...(action.about === undefined ? {} : { about: action.about }),
        });
  all.set(key, buttons);
};
