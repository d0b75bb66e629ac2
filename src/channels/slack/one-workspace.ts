/** The one workspace of a bot token: who the bot is there; what comes from elsewhere is not for it. */
import type { Log } from '../../model/ports.ts';
import { ChannelError } from '../../model/errors.ts';
import { refusal } from './refusal.ts';
import type { Bolt, WebClient } from './sdk.ts';
import { nameOf, type Where, whereIn, type Workspaces } from './workspace.ts';

/** How long to wait before asking Slack again who the bot is, in milliseconds: where it could not be reached, and where it refused to say. */
const askAgain = 30_000;
const untilMended = 300_000;

/** While Slack has not said whose the token is, every workspace may be its own. */
export const oneWorkspace = (client: WebClient, api: Bolt['webApi'], log: Log): Workspaces => {
  let me: { readonly bot: string | undefined; readonly team: string; readonly org: string | undefined } | undefined;

  let refused: ChannelError | undefined;

  /** Asked while the rest is made ready, which then has not to wait for Slack. */
  let asked: ReturnType<typeof client.auth.test> | undefined = client.auth.test();
  asked.catch(() => undefined);

  const askLater = (wait: number): void => {
    const ask = (): void =>
      void identify().catch((failed: unknown) => {
        log.error({ err: failed }, 'Slack refuses the bot');
        askLater(untilMended);
      });
    setTimeout(ask, wait).unref();
  };

  /** Throws `ChannelError` when Slack refuses the token, or did and cannot be reached; otherwise asks again later. */
  const identify = async (): Promise<void> => {
    try {
      const answer = asked ?? client.auth.test();
      asked = undefined;
      const found = await answer;
      const { user_id: bot, team_id: team = '', enterprise_id: org, is_enterprise_install: whole } = found;
      me = { bot, team, org: whole ? org : undefined };
      refused = undefined;
      log.info({ team, bot }, 'Slack knows the bot');
    } catch (error) {
      const failed = refusal(error, 'identify the bot', api);
      if (!failed.retry || failed.unauthorized) refused = failed;
      else log.warn({ why: failed.message }, 'Slack could not be asked who the bot is');
      if (refused) throw refused;
      askLater(askAgain);
    }
  };

  /** Throws `ChannelError` where the token is of another workspace. */
  const check = (where: Where): void => {
    if (!me || where.team === me.team || (me.org !== undefined && where.org === me.org)) return;
    throw new ChannelError(
      `SLACK_BOT_TOKEN is of the workspace ${me.team} and not of the ${nameOf(where)}. For several workspaces, let each install the app: docs/slack.md tells how.`,
      { retry: false },
    );
  };

  return {
    start: identify,
    refused: () => refused?.message,
    async client(where) {
      check(where);
      return client;
    },
    async authorize(source) {
      check(whereIn(source));
      return { botToken: client.token!, ...(me?.bot ? { botUserId: me.bot } : {}) };
    },
    async left(where, _at, bots) {
      if (bots && me?.bot !== undefined && !bots.includes(me.bot)) return;
      log.error({ ...where }, 'Slack has taken the token of the bot away; install the app again and set its token');
    },
    routes: [],
  };
};
