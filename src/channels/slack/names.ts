/** What people are called and which language they read: Slack tells with a message only who wrote it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../model/message.ts';
import type { Log } from '../../model/ports.ts';
import { codeOf, refusal } from './refusal.ts';
import type { Bolt } from './sdk.ts';
import type { ClientOf, Where } from './workspace.ts';

/** How long a message may wait for the name of who wrote it, in milliseconds. */
const soon = 1_000;

/** How many names are remembered. */
const most = 10_000;

/** What Slack tells of a person. */
type Told = { readonly name: string | undefined; readonly locale: string | undefined };

/** `answer` is there as soon as Slack told it. */
type Asked = { readonly told: Promise<Told | undefined>; answer?: Told | undefined };

const inTime = (told: Promise<Told | undefined>): Promise<Told | undefined> =>
  Promise.race([told, sleep(soon, undefined, { ref: false })]);

/** Adds the name and the locale of a person; their id stays there when Slack does not tell in time. */
export const naming = (clientOf: ClientOf, api: Bolt['webApi'], log: Log) => {
  const asked = new Map<string, Asked>();
  const locales = new Map<string, string>();
  const refused = new Set<string>();

  const ask = async (user: string, where: Where, person: string): Promise<Told | undefined> => {
    try {
      const { users } = await clientOf(where);
      const { user: found } = await users.info({ user, include_locale: true });
      const name = found?.profile?.display_name || found?.profile?.real_name || found?.real_name || found?.name;
      if (found?.locale) locales.set(person, found.locale);
      return { name, locale: found?.locale };
    } catch (error) {
      asked.delete(person);
      if (codeOf(error, api) === 'missing_scope') refused.add(where.team);
      log.warn({ why: refusal(error, 'tell the name of a person', api).message }, 'the name of a person is not known');
      return undefined;
    }
  };

  const toldOf = async (user: string, where: Where, person: string): Promise<Told | undefined> => {
    const known = asked.get(person);
    if (known) return known.answer ?? inTime(known.told);
    if (refused.has(where.team)) return undefined;
    const asking: Asked = { told: ask(user, where, person) };
    asked.set(person, asking);
    if (asked.size > most) forget([...asked.keys()][0]!);
    asking.answer = await inTime(asking.told);
    return asking.answer;
  };

  const forget = (person: string): void => {
    asked.delete(person);
    locales.delete(person);
  };

  const named = async (person: Person, where: Where): Promise<Person> => {
    const user = person.id.slice(person.id.indexOf(':') + 1);
    if (person.name !== user && person.locale !== undefined) return person;
    const told = await toldOf(user, where, person.id);
    const name = person.name === user ? (told?.name ?? user) : person.name;
    const locale = person.locale ?? told?.locale;
    return { ...person, name, ...(locale === undefined ? {} : { locale }) };
  };

  /** The locale of a person, as far as it was told by now. */
  const localeOf = (person: Person): string | undefined => person.locale ?? locales.get(person.id);

  return { named, localeOf };
};
