/** What people say in Slack -> what happened, in terms of the model. What is not for the bot is nothing. */
import { z } from 'zod';
import type { Incoming } from '../../model/message.ts';
import { type Address, arrival, direct } from './place.ts';
import { files, picturesIn } from './pictures.ts';
import { wordsOf } from './words.ts';

/** What came around a payload: the workspace, and the bot's own user. */
export type Envelope = { readonly team: string; readonly bot?: string | undefined };

const absent = z.never().optional();

const message = z.object({
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  files,
  bot_id: absent,
  edited: absent,
});

/**
 * A direct message, a mention in a channel, or what was said in a thread without addressing the bot.
 * A mention comes as two events, and only the one that says so counts; a message has one id, in however many events it comes.
 */
export const messageIn = (event: unknown, { team, bot }: Envelope): Incoming | undefined => {
  const { data } = message.safeParse(event);
  if (!data || data.user === bot || data.user === 'USLACKBOT') return undefined;
  const { type, channel, user, ts, text, thread_ts: within } = data;
  const alone = direct(channel) || data.channel_type === 'im';
  if (alone && type === 'app_mention') return undefined;
  const overheard = !alone && type === 'message';
  if (overheard && (within === undefined || within === ts || mentions(text, bot))) return undefined;
  const pictures = picturesIn(data.files);
  const thread = within ?? (alone ? undefined : ts);
  return arrival(
    `${channel}:${ts}:${user}`,
    {
      team,
      channel,
      user,
      ...(thread === undefined ? {} : { thread }),
      ...(!alone && within === undefined ? { lone: true } : {}),
    },
    {
      kind: 'said',
      text: wordsOf(text, bot),
      ...(overheard ? { overheard } : {}),
      ...(pictures.length > 0 ? { pictures } : {}),
    },
  );
};

/** While Slack has not said who the bot is, any mention may be of it. */
const mentions = (text: string, bot?: string): boolean =>
  bot === undefined ? text.includes('<@') : text.includes(`<@${bot}>`) || text.includes(`<@${bot}|`);

const opened = z.object({ tab: z.enum(['messages', 'home']), channel: z.string(), user: z.string() });

/** The bot's messages were opened; the id is the same each time, so that a person is greeted once. */
export const welcomeIn = (event: unknown, { team }: Envelope): Incoming | undefined => {
  const { data } = opened.safeParse(event);
  if (data?.tab !== 'messages') return undefined;
  const { channel, user } = data;
  return arrival(`welcome:${team}:${user}`, { team, channel, user }, { kind: 'joined' });
};

/** The bot's home was opened: by whom, and where that person's messages with the bot are. */
export const homeIn = (event: unknown, { team }: Envelope): (Address & { user: string }) | undefined => {
  const { data } = opened.safeParse(event);
  if (data?.tab !== 'home') return undefined;
  const { channel, user } = data;
  return { team, channel, user };
};
