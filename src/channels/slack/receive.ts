/** What Slack sends -> what happened, in terms of the model. What is not for the bot is nothing. */
import { z } from 'zod';
import type { Event, Incoming } from '../../model/message.ts';
import { direct, personOf, placeOf } from './place.ts';
import { wordsOf } from './words.ts';

/** What came around a payload: the workspace, the bot's own user, and the id of an event. */
export type Envelope = { readonly team: string; readonly bot?: string | undefined; readonly id?: string | undefined };

const absent = z.never().optional();

const message = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  subtype: z.literal('file_share').optional(),
  bot_id: absent,
  edited: absent,
});

/** A direct message, or a mention in a channel; the message event that comes beside a mention is nothing. */
export const messageIn = (event: unknown, { team, bot, id }: Envelope): Incoming | undefined => {
  const { data } = message.safeParse(event);
  if (!data || data.user === bot || data.user === 'USLACKBOT') return undefined;
  const { channel, user, ts } = data;
  const alone = direct(channel) || data.channel_type === 'im';
  if (alone !== (data.type === 'message')) return undefined;
  const thread = data.thread_ts ?? (alone ? undefined : ts);
  return {
    id: id ?? `${channel}:${ts}:${user}`,
    place: placeOf({ team, channel, user, thread }),
    person: personOf(team, user),
    event: { kind: 'said', text: wordsOf(data.text, bot) },
  };
};

const home = z.object({ tab: z.literal('messages'), channel: z.string(), user: z.string() });

/** The bot's messages were opened; the id is the same each time, so that a person is greeted once. */
export const welcomeIn = (event: unknown, { team }: Envelope): Incoming | undefined => {
  const { data } = home.safeParse(event);
  if (!data) return undefined;
  const { channel, user } = data;
  return {
    id: `welcome:${team}:${user}`,
    place: placeOf({ team, channel, user }),
    person: personOf(team, user),
    event: { kind: 'joined' },
  };
};

const command = z.object({
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().optional(),
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string(),
});

/** A slash command; only the person who gave it sees the answer. */
export const commandIn = (body: unknown, { team, bot }: Envelope): Incoming | undefined => {
  const { data } = command.safeParse(body);
  if (!data) return undefined;
  const { channel_id: channel, user_id: user, response_url: respond } = data;
  return {
    id: data.trigger_id,
    place: placeOf({ team, channel, user, respond }),
    person: personOf(team, user, data.user_name),
    event: { kind: 'said', text: wordsOf(data.text, bot) },
  };
};

const press = z.object({
  user: z.object({ id: z.string(), name: z.string().optional(), username: z.string().optional() }),
  container: z.object({
    channel_id: z.string(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  actions: z.tuple(
    [z.object({ action_id: z.string(), action_ts: z.string().optional(), value: z.string().optional() })],
    z.unknown(),
  ),
});

/** A button; one that only opens a page is nothing, one that is not known is passed on to be answered. */
export const pressIn = (body: unknown, { team }: Envelope): Incoming | undefined => {
  const { data } = press.safeParse(body);
  if (!data) return undefined;
  const { user, container, message: pressed, actions } = data;
  const [action] = actions;
  if (action.action_id.startsWith('signpost:open:')) return undefined;
  const channel = container.channel_id;
  const hidden = container.is_ephemeral;
  const root = direct(channel) || hidden ? undefined : pressed?.ts;
  return {
    id: data.trigger_id ?? `${action.action_ts}:${action.value}`,
    place: placeOf({
      team,
      channel,
      user: user.id,
      thread: container.thread_ts ?? pressed?.thread_ts ?? root,
      ...(hidden ? { respond: data.response_url } : {}),
    }),
    person: personOf(team, user.id, user.name ?? user.username),
    event: choiceIn(action.action_id, action.value),
  };
};

const choice = z.object({ choice: z.string(), turn: z.int().optional(), about: z.string().optional() });

const choiceIn = (id: string, value = ''): Event => {
  const { data } = id.startsWith('signpost:') ? choice.safeParse(json(value)) : {};
  if (!data) return { kind: 'chose', choice: id };
  const { turn, about } = data;
  return {
    kind: 'chose',
    choice: data.choice,
    ...(turn === undefined ? {} : { turn }),
    ...(about === undefined ? {} : { about }),
  };
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
