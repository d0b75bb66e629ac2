/** Who the bot is in Slack, and where it talks with a person alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../model/ports.ts';
import { refusal } from './refusal.ts';
import type { Bolt, WebClient } from './sdk.ts';

/** How long to wait before asking Slack again who the bot is, in milliseconds. */
const askAgain = 30_000;

/** How long a shortcut may wait to learn where its person's messages are, in milliseconds. */
const soon = 1_000;

export const identity = ({ auth, conversations }: WebClient, api: Bolt['webApi'], log: Log) => {
  let bot: string | undefined;

  /** Throws `ChannelError` when Slack refuses the token; when Slack cannot be reached, asks again later. */
  const identify = async (): Promise<void> => {
    try {
      const { user_id: user, team_id: team } = await auth.test();
      bot = user;
      log.info({ team, bot }, 'Slack knows the bot');
    } catch (error) {
      const failed = refusal(error, 'identify the bot', api);
      if (!failed.retry) throw failed;
      log.warn({ why: failed.message }, 'Slack could not be asked who the bot is');
      const later = (): void =>
        void identify().catch((refused: unknown) => log.error({ err: refused }, 'Slack refuses the bot'));
      setTimeout(later, askAgain).unref();
    }
  };

  return {
    identify,
    /** The bot's own user, once Slack has told it. */
    bot: (): string | undefined => bot,
    /** The channel of a person's messages with the bot; their own id, to which one can post as well, when Slack does not tell in time. */
    async messagesOf(user: string): Promise<string> {
      const asked = conversations.open({ users: user }).then(
        ({ channel }) => channel?.id,
        (error: unknown) => {
          log.warn(
            { why: refusal(error, 'find the messages of a person', api).message },
            'a conversation is not known',
          );
          return undefined;
        },
      );
      return (await Promise.race([asked, sleep(soon, undefined, { ref: false })])) ?? user;
    },
  };
};
