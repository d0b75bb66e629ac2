/** The workspaces that the bot is in: whose token to use where, and which payloads are for it. */
import type { AuthorizeResult, AuthorizeSourceData, Context } from '@slack/bolt';
import type { Route } from '../../model/ports.ts';
import type { Address } from './place.ts';
import type { WebClient } from './sdk.ts';

/** A workspace; `org` is its organisation where the app was installed for all of it. */
export type Where = Pick<Address, 'team' | 'org'>;

/** The client of a workspace; throws `ChannelError` when the bot is not there. */
export type ClientOf = (where: Where) => Promise<WebClient>;

export type Workspaces = {
  readonly client: ClientOf;
  /** Who the bot is where a payload came from; throws `ChannelError` when that is no workspace of the bot's. */
  readonly authorize: (source: AuthorizeSourceData<boolean>) => Promise<AuthorizeResult>;
  /** The bot was taken out of a workspace at a time, in milliseconds; with `bots`, only tokens of these users were revoked. */
  readonly left: (where: Where, at: number, bots?: readonly string[]) => Promise<void>;
  /** Throws `ChannelError` when Slack refuses the bot. */
  readonly start: () => Promise<void>;
  /** Why Slack refuses the token, from when it does until it takes it. */
  readonly refused?: () => string | undefined;
  readonly routes: readonly Route[];
};

type Source = Pick<AuthorizeSourceData<boolean>, 'teamId' | 'enterpriseId' | 'isEnterpriseInstall'>;

/** Where a payload came from, as bolt read it. */
export const whereIn = ({ teamId, enterpriseId, isEnterpriseInstall }: Source | Context): Where => ({
  team: teamId ?? enterpriseId ?? '',
  ...(isEnterpriseInstall && enterpriseId !== undefined ? { org: enterpriseId } : {}),
});

/** How to call a workspace in a message. */
export const nameOf = ({ team, org }: Where): string =>
  org === undefined ? `workspace ${team}` : `organisation ${org} with its workspace ${team}`;
