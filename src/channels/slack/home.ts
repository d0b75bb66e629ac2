/** The bot's home: what concerns its person, and how to use the bot. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../model/ports.ts';
import type { Person } from '../../model/message.ts';
import type { Block, Reply } from '../../model/reply.ts';
import { type Address, personOf } from './place.ts';
import { refusal } from './refusal.ts';
import type { Bolt } from './sdk.ts';
import { homeView } from './view.ts';
import type { ClientOf } from './workspace.ts';

/** What concerns a person; undefined when nothing does. */
export type Home = (person: Person) => Promise<Reply | undefined>;

/** How long what a press led to may take before the home is shown anew, in milliseconds. */
const soon = 1_000;

const what = 'Signpost finds the cause of sign-in errors and leads you through the fix.';

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
  /** Shows a person their home; when it cannot be had, how to use the bot. */
  const show = async (to: Address & { readonly user: string }): Promise<void> => {
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

  return {
    show,
    /** Shows it once more when what was pressed there has had its effect. */
    async again(to: Address, user: string): Promise<void> {
      await sleep(soon);
      await show({ ...to, user });
    },
  };
};
