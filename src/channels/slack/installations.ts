/** What Slack tells of each installation of the app, sealed, in the store that all replicas share. */
import type { Installation, InstallationQuery, InstallationStore as BoltStore } from '@slack/bolt';
import { ChannelError, messageOf } from '../../model/errors.ts';
import type { InstallationStore } from '../../model/installation-store.ts';
import type { Log } from '../../model/ports.ts';
import type { Seal } from './seal.ts';
import { nameOf, type Where } from './workspace.ts';

type Known = Pick<Installation, 'isEnterpriseInstall'> & {
  readonly team: { readonly id: string } | undefined;
  readonly enterprise: { readonly id: string } | undefined;
};

/** The organisation where the app was installed for all of it, the workspace otherwise. */
const keyOf = ({ isEnterpriseInstall, team, enterprise }: Known): string =>
  (isEnterpriseInstall ? enterprise?.id : team?.id) ?? '';

/** The key of where something happens. */
export const keyAt = ({ team, org }: Where): string => org ?? team;

export const installationsWith = (store: InstallationStore, { seal, open, current }: Seal, log: Log) => {
  /** A failure of the store is one that passes. */
  const trying = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      const why = messageOf(cause);
      throw new ChannelError(`The installations of the Slack app cannot be reached. ${why}`, { retry: true, cause });
    }
  };

  /** Throws `ChannelError` when there is none, finally, or when it cannot be read. */
  const find = async (where: Where): Promise<Installation> => {
    const key = keyAt(where);
    const sealed = await trying(() => store.get(key));
    if (sealed === undefined)
      throw new ChannelError(
        `Signpost is not installed in the Slack ${nameOf(where)}, or was removed there. Install it there at /slack/install.`,
        { retry: false },
      );
    const text = open(sealed, key);
    if (text !== undefined) return JSON.parse(text) as Installation;
    throw new ChannelError(
      `No key in SLACK_INSTALL_KEY opens the installation of the Slack ${nameOf(where)}. Add the key that sealed it, or install the app there again.`,
      { retry: true },
    );
  };

  const forBolt: BoltStore = {
    async storeInstallation(installation) {
      const key = keyOf(installation);
      await trying(() => store.set(key, seal(JSON.stringify(installation), key), Date.now()));
    },
    fetchInstallation: ({ teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery<boolean>) =>
      find({
        team: teamId ?? enterpriseId ?? '',
        ...(isEnterpriseInstall && enterpriseId ? { org: enterpriseId } : {}),
      }),
  };

  return {
    find,
    forBolt,
    /** Forgets an installation, unless it was made anew since then. */
    drop: (where: Where, until: number): Promise<boolean> => trying(() => store.drop(keyAt(where), until)),
    /** Seals with the first key what an older one sealed, so that the older one can be taken away after a start. */
    async reseal(): Promise<void> {
      for (const { key, sealed } of await trying(() => store.all())) {
        if (current(sealed)) continue;
        const text = open(sealed, key);
        if (text === undefined)
          log.error({ key }, 'no key in SLACK_INSTALL_KEY opens an installation; add the key that sealed it');
        else await trying(() => store.reseal(key, sealed, seal(text, key)));
      }
    },
  };
};
