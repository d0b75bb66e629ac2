/** What Slack shows of an agent: prompts to begin with, and a line while an answer takes long. Nothing needs it. */
import type { Log } from '../../model/ports.ts';
import { phrasesIn } from './phrases.ts';
import type { Address } from './place.ts';
import { codeOf, refusal } from './refusal.ts';
import type { Bolt, WebClient } from './sdk.ts';
import type { ClientOf } from './workspace.ts';

/** How long an answer may take before a line says that it is being looked for, in milliseconds. */
const slow = 500;

/** How many workspaces without it are remembered. */
const most = 10_000;

/** Slack lacks the scope or the feature there, and goes on lacking it. */
const lacking: ReadonlySet<string> = new Set([
  'missing_scope',
  'not_allowed_token_type',
  'access_denied',
  'no_permission',
  'feature_not_enabled',
  'unknown_method',
]);

export const agentWith = (clientOf: ClientOf, api: Bolt['webApi'], log: Log) => {
  const without = new Set<string>();

  const trying = async (to: Address, what: string, call: (client: WebClient) => Promise<unknown>): Promise<void> => {
    if (without.has(to.team)) return;
    try {
      await call(await clientOf(to));
    } catch (error) {
      if (lacking.has(codeOf(error, api) ?? '')) without.add(to.team);
      if (without.size > most) without.clear();
      log.info({ team: to.team, why: refusal(error, what, api).message }, 'Slack does not show an agent there');
    }
  };

  return {
    /** Offers what a person may begin with. */
    suggest: (to: Address, locale?: string): Promise<void> =>
      trying(to, 'suggest prompts', ({ assistant }) =>
        assistant.threads.setSuggestedPrompts({ channel_id: to.channel, prompts: phrasesIn(locale).prompts }),
      ),

    /** Says that an answer to the message of this time is being looked for when it takes long, and no more once it is there. */
    async during<T>(to: Address, message: string, work: Promise<T>, locale: () => string | undefined): Promise<T> {
      const set = (status: string): Promise<void> =>
        trying(to, 'tell that an answer is on its way', ({ assistant }) =>
          assistant.threads.setStatus({ channel_id: to.channel, thread_ts: to.thread ?? message, status }),
        );
      let shown: Promise<void> | undefined;
      const timer = setTimeout(() => {
        shown = set(phrasesIn(locale()).looking);
      }, slow);
      try {
        return await work;
      } finally {
        clearTimeout(timer);
        if (shown) void shown.then(() => set(''));
      }
    },
  };
};
