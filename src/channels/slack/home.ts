/** The bot's home: what concerns its person, and how to use the bot. */
import { setTimeout as sleep } from 'node:timers/promises';
import { languageOf } from '../../model/language.ts';
import type { Log } from '../../model/ports.ts';
import type { Person } from '../../model/message.ts';
import { type Block, bodyOf, type Reply } from '../../model/reply.ts';
import { phrasesIn } from './phrases.ts';
import { type Address, direct, personOf } from './place.ts';
import { refusal } from './refusal.ts';
import type { Bolt } from './sdk.ts';
import { homeView } from './view.ts';
import type { ClientOf, Where } from './workspace.ts';

/** What concerns a person; undefined when nothing does. */
export type Home = (person: Person) => Promise<Reply | undefined>;

/** How long what a press led to may take before the home is shown anew, in milliseconds. */
const soon = 1_000;

/** How long a home that was opened may still be looked at, in milliseconds; Slack does not tell when it is left. */
const lookedAt = 15 * 60_000;

/** How many homes are remembered. */
const most = 10_000;

const help = (locale?: string): readonly Block[] => {
  const { what, message, command, others } = phrasesIn(locale);
  return [
    { kind: 'paragraph', text: what },
    {
      kind: 'list',
      items: [message, [{ text: command[0] }, { text: '/signin', style: 'code' }, { text: command[1] }], ...others],
    },
  ];
};

const alone = (locale?: string): Reply => {
  const language = languageOf(locale);
  return {
    text: phrasesIn(locale).what,
    title: 'Signpost',
    blocks: help(locale),
    ...(language === 'en' ? {} : { language }),
  };
};

const withHelp = (own: Reply): Reply => ({
  ...own,
  blocks: [...bodyOf(own), { kind: 'heading', text: phrasesIn(own.language).how }, ...help(own.language)],
});

export const homes = (
  clientOf: ClientOf,
  api: Bolt['webApi'],
  home: Home | undefined,
  named: (person: Person, where: Where) => Promise<Person>,
  log: Log,
) => {
  /** By person: when they opened it last. */
  const opened = new Map<string, number>();
  const waiting = new Set<string>();

  /** Shows a person their home; when it cannot be had, how to use the bot. */
  const show = async (to: Shown): Promise<void> => {
    const person = await named(personOf(to.team, to.user), to);
    const own = await home?.(person).catch((error: unknown) => {
      log.error({ err: error }, 'the home of a person could not be made');
      return undefined;
    });
    try {
      const { views } = await clientOf(to);
      await views.publish({ user_id: to.user, view: homeView(own ? withHelp(own) : alone(person.locale), to) });
    } catch (error) {
      log.warn({ why: refusal(error, 'show the home', api).message }, 'the home of a person could not be shown');
    }
  };

  const keyOf = ({ team, user }: Shown): string => personOf(team, user).id;

  /** Shows it once more when what happened has had its effect. */
  const again = async (to: Shown): Promise<void> => {
    const key = keyOf(to);
    if (waiting.has(key)) return;
    waiting.add(key);
    await sleep(soon);
    waiting.delete(key);
    await show(to);
  };

  return {
    again,
    async open(to: Shown): Promise<void> {
      opened.delete(keyOf(to));
      opened.set(keyOf(to), performance.now());
      if (opened.size > most) opened.delete([...opened.keys()][0]!);
      await show(to);
    },
    /** Something was posted there: where it is news to a person who may be looking at their home, that is shown anew. */
    async news({ user, ...to }: Address): Promise<void> {
      if (user === undefined || !direct(to.channel)) return;
      const since = opened.get(keyOf({ ...to, user }));
      if (since !== undefined && performance.now() - since < lookedAt) await again({ ...to, user });
    },
  };
};

type Shown = Address & { readonly user: string };
