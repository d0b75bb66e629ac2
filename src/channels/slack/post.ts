/** Posting and editing: in a room, in a thread, to one person alone. */
import type { BlockAction, ButtonAction } from '@slack/bolt';
import { ChannelError } from '../../model/errors.ts';
import type { Place } from '../../model/message.ts';
import type { Log, Posted } from '../../model/ports.ts';
import type { Reply } from '../../model/reply.ts';
import { type Address, addressOf, direct, placeOf, workspaceOf } from './place.ts';
import { codeOf, refusal } from './refusal.ts';
import { blocksOf, chosen, type Message } from './render.ts';
import { respond } from './respond.ts';
import type { Bolt } from './sdk.ts';
import { cut, wordsOf } from './words.ts';
import type { ClientOf } from './workspace.ts';

export type Post = (place: Place, reply: Reply) => Promise<Posted | undefined>;

/** Slack does not show these to a person alone: the bot or the person is not in the channel. */
const outside: ReadonlySet<string> = new Set(['user_not_in_channel', 'not_in_channel', 'channel_not_found']);

/** Every message goes out with the token of the workspace that its place is in. */
export const poster = (clientOf: ClientOf, api: Bolt['webApi'], log: Log) => {
  /** Says it in blocks, or as text when Slack does not take the blocks. */
  const inBlocks = async <T>(message: Message, say: (said: Message) => Promise<T>): Promise<T> => {
    try {
      return await say(message);
    } catch (error) {
      const code = codeOf(error, api);
      if (!code || !/^(?:invalid_blocks|msg_blocks_too_long|msg_too_long)/.test(code)) throw error;
      log.error({ code }, 'Slack did not take the blocks of a reply; it was posted as plain text');
      return say({ text: cut(message.text, 3000), blocks: [] });
    }
  };

  /** Where it was posted, and the thread that a new post in a room begins. */
  const send = async (to: Address, message: Message): Promise<Posted> => {
    const { postMessage } = (await clientOf(to)).chat;
    const { ts, channel = to.channel } = await inBlocks(message, (said) =>
      postMessage({
        channel: to.channel,
        ...(to.thread === undefined ? {} : { thread_ts: to.thread }),
        ...said,
        mrkdwn: false,
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    const begun = direct(channel) || to.thread !== undefined ? undefined : ts;
    return {
      message: channel === to.channel ? `${ts}` : `${channel}:${ts}`,
      ...(begun === undefined ? {} : { thread: placeOf({ ...workspaceOf(to), channel, thread: begun }) }),
    };
  };

  /** To one person in a channel; in their messages with the bot where that cannot be. */
  const whisper = async (to: Address, user: string, message: Message): Promise<void> => {
    const thread = to.thread === undefined || to.lone ? {} : { thread_ts: to.thread };
    const { chat } = await clientOf(to);
    try {
      await inBlocks(message, (said) => chat.postEphemeral({ channel: to.channel, user, ...thread, ...said }));
    } catch (error) {
      if (!outside.has(codeOf(error, api) ?? '')) throw error;
      await send(personal(to, user), message);
    }
  };

  const personal = (to: Address, user: string): Address => ({ ...workspaceOf(to), channel: user, user });

  /** Throws every failure as a `ChannelError`. */
  const trying = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw refusal(error, what, api);
    }
  };

  /**
   * Posts a reply that nobody waits for. What only one person was to see goes to their messages with the bot, where it
   * stays and can be edited; a URL to answer through may have run out by now.
   */
  const post: Post = async (place, reply) => {
    const to = addressOf(place);
    const message = blocksOf(reply);
    return trying(`post to ${to.channel}`, async () => {
      if (to.respond !== undefined && to.user !== undefined) return send(personal(to, to.user), message);
      if (reply.to !== 'asker' || to.user === undefined || direct(to.channel)) return send(to, message);
      await whisper(to, to.user, message);
      return undefined;
    });
  };

  const edit = async (place: Place, message: string, said: Reply): Promise<void> => {
    const to = addressOf(place);
    const [ts = '', channel = to.channel] = message.split(':').toReversed();
    await trying(`edit a message in ${channel}`, async () => {
      const { chat } = await clientOf(to);
      return inBlocks(blocksOf(said), (drawn) => chat.update({ channel, ts, ...drawn }));
    });
  };

  /** Answers what was just said or pressed; a reply that asks for it takes the place of `pressed`, if that is still there. */
  const reply = async (place: Place, said: Reply, pressed?: string): Promise<void> => {
    const to = addressOf(place);
    const replaced = said.replaces === true ? pressed : undefined;
    if (to.respond !== undefined) {
      const { respond: url, thread } = to;
      const answer = { ...blocksOf(said), thread_ts: thread, replace_original: replaced !== undefined };
      if (await trying(`answer in ${to.channel}`, () => respond(url, answer))) return;
    } else if (replaced !== undefined && (said.to !== 'asker' || direct(to.channel))) {
      try {
        return await edit(place, replaced, said);
      } catch (error) {
        if (!(error instanceof ChannelError && error.gone)) throw error;
      }
    }
    await post(place, said);
  };

  /** Takes the choices off a pressed message, so that it cannot be pressed twice; a hidden message is not ours to change. */
  const mark = async (
    { message, channel, container, actions }: BlockAction<ButtonAction>,
    to: Address,
    language?: string,
  ): Promise<void> => {
    if (!message?.blocks || !channel || container.is_ephemeral) return;
    try {
      const { chat } = await clientOf(to);
      const blocks = chosen(message.blocks, wordsOf(actions[0]?.text?.text ?? ''), language);
      await chat.update({ channel: channel.id, ts: message.ts, text: cut(message.text ?? '', 1000), blocks });
    } catch (error) {
      log.warn({ why: refusal(error, 'update the pressed message', api).message }, 'a pressed message was not marked');
    }
  };

  return { post, reply, edit, mark };
};
