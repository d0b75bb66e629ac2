/** What people are called: Slack tells with a message only who wrote it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Incoming } from '../../model/message.ts';
import type { Log } from '../../model/ports.ts';
import { codeOf, refusal } from './refusal.ts';
import type { Bolt, WebClient } from './sdk.ts';

/** How long a message may wait for the name of who wrote it, in milliseconds. */
const soon = 1_000;

/** How many names are remembered. */
const most = 10_000;

/** Puts the name of a person into what they said; their id stays there when Slack does not tell in time. */
export const naming = ({ users }: WebClient, api: Bolt['webApi'], log: Log) => {
  const asked = new Map<string, Promise<string | undefined>>();
  let refused = false;

  const ask = async (user: string): Promise<string | undefined> => {
    try {
      const { user: found } = await users.info({ user });
      return found?.profile?.display_name || found?.profile?.real_name || found?.real_name || found?.name;
    } catch (error) {
      asked.delete(user);
      refused ||= codeOf(error, api) === 'missing_scope';
      log.warn({ why: refusal(error, 'tell the name of a person', api).message }, 'the name of a person is not known');
      return undefined;
    }
  };

  const nameOf = (user: string): Promise<string | undefined> => {
    const name = asked.get(user) ?? (refused ? Promise.resolve(undefined) : ask(user));
    if (!refused) asked.set(user, name);
    if (asked.size > most) asked.delete([...asked.keys()][0]!);
    return name;
  };

  return async (incoming: Incoming): Promise<Incoming> => {
    const { person } = incoming;
    const user = person.id.slice(person.id.indexOf(':') + 1);
    if (person.name !== user) return incoming;
    const name = await Promise.race([nameOf(user), sleep(soon, undefined, { ref: false })]);
    return name === undefined ? incoming : { ...incoming, person: { ...person, name } };
  };
};
