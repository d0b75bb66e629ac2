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

/** `name` is there as soon as Slack told it. */
type Asked = { readonly told: Promise<string | undefined>; name?: string | undefined };

const inTime = (told: Promise<string | undefined>): Promise<string | undefined> =>
  Promise.race([told, sleep(soon, undefined, { ref: false })]);

/** Puts the name of a person into what they said; their id stays there when Slack does not tell in time. */
export const naming = (clientOf: ClientOf, api: Bolt['webApi'], log: Log) => {
  const asked = new Map<string, Asked>();
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

  const nameOf = async (user: string, where: Where, person: string): Promise<string | undefined> => {
    const known = asked.get(person);
    if (known) return known.name ?? inTime(known.told);
    if (refused.has(where.team)) return undefined;
    const asking: Asked = { told: ask(user, where, person) };
    asked.set(person, asking);
    if (asked.size > most) asked.delete([...asked.keys()][0]!);
    asking.name = await inTime(asking.told);
    return asking.name;
  };

  return async (incoming: Incoming): Promise<Incoming> => {
    const { person } = incoming;
    const user = person.id.slice(person.id.indexOf(':') + 1);
    if (person.name !== user) return incoming;
    const name = await nameOf(user, addressOf(incoming.place), person.id);
    return name === undefined ? incoming : { ...incoming, person: { ...person, name } };
  };
};
