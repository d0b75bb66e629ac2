/** What people are called: Slack tells with a message only who wrote it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Incoming } from '../../model/message.ts';
import type { Log } from '../../model/ports.ts';
import { addressOf } from './place.ts';
import { codeOf, refusal } from './refusal.ts';
import type { Bolt } from './sdk.ts';
import type { ClientOf, Where } from './workspace.ts';

/** How long a message may wait for the name of who wrote it, in milliseconds. */
const soon = 1_000;

/** How many names are remembered. */
const most = 10_000;

/** Puts the name of a person into what they said; their id stays there when Slack does not tell in time. */
export const naming = (clientOf: ClientOf, api: Bolt['webApi'], log: Log) => {
  const asked = new Map<string, Promise<string | undefined>>();
  const refused = new Set<string>();

  const ask = async (user: string, where: Where, person: string): Promise<string | undefined> => {
    try {
      const { users } = await clientOf(where);
      const { user: found } = await users.info({ user });
      return found?.profile?.display_name || found?.profile?.real_name || found?.real_name || found?.name;
    } catch (error) {
      asked.delete(person);
      if (codeOf(error, api) === 'missing_scope') refused.add(where.team);
      log.warn({ why: refusal(error, 'tell the name of a person', api).message }, 'the name of a person is not known');
      return undefined;
    }
  };

  const nameOf = (user: string, where: Where, person: string): Promise<string | undefined> => {
    const known = asked.get(person);
    if (known || refused.has(where.team)) return known ?? Promise.resolve(undefined);
    const name = ask(user, where, person);
    asked.set(person, name);
    if (asked.size > most) asked.delete([...asked.keys()][0]!);
    return name;
  };

  return async (incoming: Incoming): Promise<Incoming> => {
    const { person } = incoming;
    const user = person.id.slice(person.id.indexOf(':') + 1);
    if (person.name !== user) return incoming;
    const name = await Promise.race([
      nameOf(user, addressOf(incoming.place), person.id),
      sleep(soon, undefined, { ref: false }),
    ]);
    return name === undefined ? incoming : { ...incoming, person: { ...person, name } };
  };
};
