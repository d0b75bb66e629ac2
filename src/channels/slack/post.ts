/** Posting: to a channel, to a thread, to one person alone. */
import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { Place } from '../../model/message.ts';
import type { Log } from '../../model/ports.ts';
import type { Reply } from '../../model/reply.ts';
import { type Address, addressOf, direct } from './place.ts';
import { answered, busy, codeOf, refusal } from './refusal.ts';
import { blocksOf, chosen, type Message } from './render.ts';
import { type Bolt, patience, type WebClient } from './sdk.ts';
import { cut, wordsOf } from './words.ts';

export type Post = (place: Place, reply: Reply) => Promise<void>;

/** The two ways to write to Slack: post a reply, and mark a pressed message. */
export const poster = ({ chat }: WebClient, api: Bolt['webApi'], log: Log) => {
  const { postMessage, postEphemeral, update } = chat;

  const post: Post = async (place, reply) => {
    const to = addressOf(place);
    const message = blocksOf(reply);
    try {
      if (to.respond === undefined) return await send(to, message, reply.to === 'asker');
      if (await respond(to.respond, { ...message, thread_ts: to.thread })) return;
      await send({ ...to, channel: to.user, thread: undefined }, message, false);
    } catch (error) {
      throw refusal(error, `post to ${to.channel}`, api);
    }
  };

  const send = async (to: Address, message: Message, hidden: boolean): Promise<void> => {
    const where = { channel: to.channel, ...(to.thread === undefined ? {} : { thread_ts: to.thread }) };
    const say = (said: Message | Pick<Message, 'text'>) =>
      hidden && !direct(to.channel)
        ? postEphemeral({ ...where, user: to.user, ...said })
        : postMessage({ ...where, ...said, mrkdwn: false, unfurl_links: false, unfurl_media: false });
    try {
      await say(message);
    } catch (error) {
      const code = codeOf(error, api);
      if (!code || !/^(?:invalid_blocks|msg_blocks_too_long)/.test(code)) throw error;
      log.error({ code }, 'Slack did not take the blocks of a reply; it was posted as plain text');
      await say({ text: message.text });
    }
  };

  /** Takes the choices off a pressed message, so that it cannot be pressed twice; a hidden message is not ours to change. */
  const mark = async ({ message, channel, container, actions }: BlockAction<ButtonAction>): Promise<void> => {
    if (!message?.blocks || !channel || container.is_ephemeral) return;
    try {
      const blocks = chosen(message.blocks, wordsOf(actions[0]?.text?.text ?? ''));
      await update({ channel: channel.id, ts: message.ts, text: cut(message.text ?? '', 1000), blocks });
    } catch (error) {
      log.warn({ why: refusal(error, 'update the pressed message', api).message }, 'a pressed message was not marked');
    }
  };

  return { post, mark };
};

/** Answers a command or a press for its person alone; false when the URL was used up or ran out. */
const respond = async (url: string, message: object): Promise<boolean> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (response.status === 429) throw busy('answer a command', Number(response.headers.get('retry-after')) || undefined);
  if (response.status >= 500) throw answered('answer a command', response.status);
  return response.ok;
};
