/** The command and the shortcuts: ways to ask that only the person who takes them sees answered. */
import { z } from 'zod';
import type { Event } from '../../model/message.ts';
import { type Address, arrival } from './place.ts';
import { files, picturesIn } from './pictures.ts';
import { type Triggered, user } from './press.ts';
import type { Envelope } from './receive.ts';
import { wordsOf } from './words.ts';

const command = z.object({
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().optional(),
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string(),
});

/** A slash command. */
export const commandIn = (body: unknown, { team, bot }: Envelope): Triggered | undefined => {
  const { data } = command.safeParse(body);
  if (!data) return undefined;
  const { channel_id: channel, user_id: person, response_url: respond, trigger_id: trigger } = data;
  const to = { team, channel, user: person, respond };
  const said = { kind: 'said', text: wordsOf(data.text, bot) } as const;
  return { incoming: arrival(trigger, to, said, data.user_name), to, trigger };
};

const onMessage = z.object({
  user,
  trigger_id: z.string(),
  response_url: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.looseObject({ text: z.string().default(''), thread_ts: z.string().optional(), files }),
});

/** "Explain this error" on a message of anyone: its text and pictures are asked by whoever pressed. */
export const explainIn = (body: unknown, { team, bot }: Envelope): Triggered | undefined => {
  const { data } = onMessage.safeParse(body);
  if (!data) return undefined;
  const { user: person, message, trigger_id: trigger, response_url: respond } = data;
  const to = {
    team,
    channel: data.channel.id,
    user: person.id,
    ...(message.thread_ts === undefined ? {} : { thread: message.thread_ts }),
    respond,
  };
  const pictures = picturesIn(message.files);
  const said: Event = {
    kind: 'said',
    text: wordsOf(message.text || shown(message).join('\n'), bot),
    ...(pictures.length > 0 ? { pictures } : {}),
  };
  return { incoming: arrival(trigger, to, said, person.name ?? person.username), to, trigger };
};

/** The words in the blocks and attachments of a message that has no text of its own, as programs post them. */
const shown = (part: unknown): readonly string[] => {
  if (Array.isArray(part)) return part.flatMap(shown);
  if (typeof part !== 'object' || part === null) return [];
  const { pretext, title, text, value, blocks, elements, fields, attachments } = part as Record<string, unknown>;
  const words = [pretext, title, text, value].filter((one): one is string => typeof one === 'string' && one !== '');
  return [
    ...words,
    ...[title, text, blocks, elements, fields, attachments].filter((one) => typeof one === 'object').flatMap(shown),
  ];
};

const anywhere = z.object({ user, trigger_id: z.string() });

/** "Ask the helpdesk": like saying so to the bot, in the channel of the person's messages with it. */
export const helpdeskIn = async (
  body: unknown,
  { team }: Envelope,
  messagesOf: (user: string) => Promise<string>,
): Promise<Triggered | undefined> => {
  const { data } = anywhere.safeParse(body);
  if (!data) return undefined;
  const { user: person, trigger_id: trigger } = data;
  const to: Address & { user: string } = { team, channel: await messagesOf(person.id), user: person.id };
  const said = { kind: 'said', text: 'talk to a person' } as const;
  return { incoming: arrival(trigger, to, said, person.name ?? person.username), to, trigger, dialog: true };
};
