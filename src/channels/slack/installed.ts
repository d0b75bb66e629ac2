/** Workspaces that install the app by OAuth: each has a token of its own, renewed where the app rotates tokens. */
import type { AuthorizeResult, Logger } from '@slack/bolt';
import { ChannelError } from '../../model/errors.ts';
import type { InstallationStore } from '../../model/installation-store.ts';
import type { Log } from '../../model/ports.ts';
import type { NewClient } from './client.ts';
import { installationsWith, keyAt } from './installations.ts';
import { installRoutes } from './oauth.ts';
import { scopes } from './scopes.ts';
import type { Bolt, clientOptions, WebClient } from './sdk.ts';
import { sealWith } from './seal.ts';
import type { InstallSettings } from './settings.ts';
import { nameOf, type Where, whereIn, type Workspaces } from './workspace.ts';

/** Whether a token with this end, in seconds since 1970, can be used now. */
const lasts = (end: number | undefined): boolean => end === undefined || end * 1000 > Date.now();

/** How many clients are kept. */
const most = 1_000;

type Parts = {
  readonly store: InstallationStore;
  readonly options: ReturnType<typeof clientOptions>;
  readonly logger: Logger;
  readonly newClient: NewClient;
};

export const installedWorkspaces = (
  bolt: Bolt,
  { clientId, clientSecret, stateSecret, keys }: InstallSettings,
  { store, options, logger, newClient }: Parts,
  log: Log,
): Workspaces => {
  const installations = installationsWith(store, sealWith(keys), log);
  // Bolt makes its installer only within a receiver; this one never receives.
  const { installer } = new bolt.HTTPReceiver({
    signingSecret: '',
    signatureVerification: false,
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...scopes],
    installationStore: installations.forBolt,
    installerOptions: { directInstall: true, clientOptions: options },
    // Whoever opens the address without a state would otherwise cause an error in the log.
    logger: { ...logger, error: logger.warn },
  });
  const provider = installer!;

  /** The installer renews a token two hours before it runs out; when Slack does not renew it, the old one comes back. */
  const renewed = async (where: Where): Promise<AuthorizeResult> => {
    const found = await looked(where);
    if (lasts(found['botTokenExpiresAt'] as number | undefined)) return found;
    // Another replica may have been first to renew it.
    const { bot } = await installations.find(where);
    if (bot && lasts(bot.expiresAt)) return { botToken: bot.token, botId: bot.id, botUserId: bot.userId };
    throw new ChannelError(
      `The token of the Slack ${nameOf(where)} ran out and Slack does not renew it. It is tried again; if it goes on, install the app there again at /slack/install.`,
      { retry: true },
    );
  };

  const looked = async (where: Where): Promise<AuthorizeResult> => {
    const { team, org } = where;
    try {
      return await provider.authorize(
        org === undefined
          ? { isEnterpriseInstall: false, teamId: team, enterpriseId: undefined }
          : { isEnterpriseInstall: true, teamId: team, enterpriseId: org },
      );
    } catch (error) {
      throw error instanceof Error && 'original' in error ? error.original : error;
    }
  };

  /** One look-up at a time of each installation, so that its token is renewed once. */
  const under = new Map<string, Promise<AuthorizeResult>>();
  const authorized = async (where: Where): Promise<AuthorizeResult & { readonly botToken: string }> => {
    const key = keyAt(where);
    const looking = under.get(key) ?? renewed(where).finally(() => under.delete(key));
    under.set(key, looking);
    const { botToken, botId, botUserId } = await looking;
    if (botToken !== undefined)
      return { botToken, ...(botId ? { botId } : {}), ...(botUserId ? { botUserId } : {}), teamId: where.team };
    throw new ChannelError(
      `The installation of the Slack ${nameOf(where)} has no bot token. Install the app there again at /slack/install.`,
      { retry: false },
    );
  };

  const clients = new Map<string, WebClient>();
  const client = async (where: Where): Promise<WebClient> => {
    const { botToken } = await authorized(where);
    const name = `${where.org === undefined ? '' : where.team}:${botToken}`;
    const known = clients.get(name);
    if (known) return known;
    const made = newClient(botToken, where.org === undefined ? undefined : where.team);
    clients.set(name, made);
    if (clients.size > most) clients.delete([...clients.keys()][0]!);
    return made;
  };

  return {
    client,
    authorize: (source) => authorized(whereIn(source)),
    async left(where, at, bots) {
      if (bots && !(await isOurs(where, bots))) return;
      if (await installations.drop(where, at)) log.info({ ...where }, 'the Slack app was removed from a workspace');
    },
    start: installations.reseal,
    routes: installRoutes(provider, [...scopes], log),
  };

  async function isOurs(where: Where, bots: readonly string[]): Promise<boolean> {
    try {
      const { bot } = await installations.find(where);
      return bot !== undefined && bots.includes(bot.userId);
    } catch (error) {
      if (error instanceof ChannelError && !error.retry) return false;
      throw error;
    }
  }
};
