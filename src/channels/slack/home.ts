/** The bot's home: what its person has open, or how to use the bot. */
import type { Log } from '../../model/ports.ts';
import type { Person } from '../../model/message.ts';
import type { Reply } from '../../model/reply.ts';
import { type Address, personOf } from './place.ts';
import { refusal } from './refusal.ts';
import type { Bolt, WebClient } from './sdk.ts';
import { homeView } from './view.ts';

/** What a person's home shows; undefined leaves it at how to use the bot. */
export type Home = (person: Person) => Promise<Reply | undefined>;

const help: Reply = {
  text: 'Signpost finds the cause of sign-in errors and leads you through the fix.',
  title: 'Signpost',
  blocks: [
    { kind: 'paragraph', text: 'Signpost finds the cause of sign-in errors and leads you through the fix.' },
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
  ],
};

/** Shows its home to whoever opened it; without a home of theirs, or when it cannot be had, how to use the bot. */
export const homes =
  ({ views }: WebClient, api: Bolt['webApi'], home: Home | undefined, log: Log) =>
  async (to: Address & { readonly user: string }): Promise<void> => {
    const person = personOf(to.team, to.user);
    const own = await home?.(person).catch((error: unknown) => {
      log.error({ err: error }, 'the home of a person could not be made');
      return undefined;
    });
    const reply = own ?? help;
    try {
      await views.publish({ user_id: to.user, view: homeView(reply, to) });
    } catch (error) {
      log.warn({ why: refusal(error, 'show the home', api).message }, 'the home of a person could not be shown');
    }
  };
