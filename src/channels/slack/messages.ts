/** Where the bot talks with a person alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../model/ports.ts';
import { refusal } from './refusal.ts';
import type { Bolt } from './sdk.ts';
import type { ClientOf, Where } from './workspace.ts';

/** How long a shortcut may wait to learn where its person's messages are, in milliseconds. */
const soon = 1_000;

/** The channel of a person's messages with the bot; their own id, to which one can post as well, when Slack does not tell in time. */
export const messagesWith =
  (clientOf: ClientOf, api: Bolt['webApi'], log: Log) =>
  async (where: Where, user: string): Promise<string> => {
    const ask = async (): Promise<string | undefined> => {
      try {
        const { conversations } = await clientOf(where);
        return (await conversations.open({ users: user })).channel?.id;
      } catch (error) {
        const why = refusal(error, 'find the messages of a person', api).message;
        log.warn({ why }, 'a conversation is not known');
        return undefined;
      }
    };
    return (await Promise.race([ask(), sleep(soon, undefined, { ref: false })])) ?? user;
  };
