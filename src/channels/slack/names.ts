/** What people are called: Slack tells with a message only who wrote it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../model/message.ts';
import type { Log } from '../../model/ports.ts';
import { codeOf, refusal } from './refusal.ts';
import type { Bolt, WebClient } from './sdk.ts';

/** How long a message may wait for the name of who wrote it, in milliseconds. */
const soon = 1_000;

/** How many names are remembered. */
const most = 10_000;

/** What Slack tells of a person. */
type Told = { readonly name: string | undefined; readonly locale: string | undefined };

/** Adds the name and the locale of a person; their id stays there when Slack does not tell in time. */
export const naming = ({ users }: WebClient, api: Bolt['webApi'], log: Log) => {
  const asked = new Map<string, Promise<Told | undefined>>();
  let refused = false;

  const ask = async (user: string): Promise<Told | undefined> => {
    try {
      const { user: found } = await users.info({ user, include_locale: true });
      const name = found?.profile?.display_name || found?.profile?.real_name || found?.real_name || found?.name;
      return { name, locale: found?.locale };
    } catch (error) {
      asked.delete(user);
      refused ||= codeOf(error, api) === 'missing_scope';
      log.warn({ why: refusal(error, 'tell the name of a person', api).message }, 'the name of a person is not known');
      return undefined;
    }
  };

  const toldOf = (user: string): Promise<Told | undefined> => {
    const told = asked.get(user) ?? (refused ? Promise.resolve(undefined) : ask(user));
    if (!refused) asked.set(user, told);
    if (asked.size > most) asked.delete([...asked.keys()][0]!);
    return told;
  };

  return async (person: Person): Promise<Person> => {
    const user = person.id.slice(person.id.indexOf(':') + 1);
    if (person.name !== user && person.locale !== undefined) return person;
    const told = await Promise.race([toldOf(user), sleep(soon, undefined, { ref: false })]);
    const name = person.name === user ? (told?.name ?? user) : person.name;
    const locale = person.locale ?? told?.locale;
    return { ...person, name, ...(locale === undefined ? {} : { locale }) };
  };
};
