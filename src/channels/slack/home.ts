/** The bot's home: what concerns its person, and how to use the bot. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../model/ports.ts';
import type { Person } from '../../model/message.ts';
import type { Block, Reply } from '../../model/reply.ts';
import { type Address, direct, personOf } from './place.ts';
import { refusal } from './refusal.ts';
import type { Bolt } from './sdk.ts';
import { homeView } from './view.ts';
import type { ClientOf } from './workspace.ts';

/** What concerns a person; undefined when nothing does. */
export type Home = (person: Person) => Promise<Reply | undefined>;

/** How long what a press led to may take before the home is shown anew, in milliseconds. */
const soon = 1_000;

const what = 'Signpost finds the cause of sign-in errors and leads you through the fix.';

/** How long a home that was opened may still be looked at, in milliseconds; Slack does not tell when it is left. */
const lookedAt = 15 * 60_000;

/** How many homes are remembered. */
const most = 10_000;

const help: readonly Block[] = [
  { kind: 'paragraph', text: what },
  {
    kind: 'list',
    items: [
      'Write to me under Messages: a code, a pasted error page, or what happens.',
      [
        { text: 'In any conversation, use ' },
        { text: '/signin', style: 'code' },
        { text: '; only you see the answer.' },
      ],
      'In a channel, mention me to let all see the answer.',
      'On a message with an error, choose More actions and then "Explain this error".',
      'To hand a problem over, choose the shortcut "Ask the helpdesk".',
    ],
  },
];

const alone: Reply = { text: what, title: 'Signpost', blocks: help };

const withHelp = (own: Reply): Reply => ({
  ...own,
  blocks: [
    ...(own.blocks ?? [{ kind: 'paragraph', text: own.text }]),
    { kind: 'heading', text: 'How to use Signpost' },
    ...help,
  ],
});

export const homes = (clientOf: ClientOf, api: Bolt['webApi'], home: Home | undefined, log: Log) => {
  /** By person: when they opened it last. */
  const opened = new Map<string, number>();
  const waiting = new Set<string>();

  /** Shows a person their home; when it cannot be had, how to use the bot. */
  const show = async (to: Shown): Promise<void> => {
    const own = await home?.(personOf(to.team, to.user)).catch((error: unknown) => {
      log.error({ err: error }, 'the home of a person could not be made');
      return undefined;
    });
    try {
      const { views } = await clientOf(to);
      await views.publish({ user_id: to.user, view: homeView(own ? withHelp(own) : alone, to) });
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
